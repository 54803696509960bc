// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "evidencepane.h"
#include "pairmemory.h"

#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

class QSplitter;
class QStackedWidget;

namespace arb::ui {

class CanvasViewer;
class CompareBar;
class CompareCanvas;
class CompareSync;
class FilmSync;

/// Both sides' panes, the listing's between them, and every way of comparing two of their pictures: tied views, pins, films
/// on one clock, and one laid on the other. Remembers how each pair was left. Knows exhibits only by the panes; stores nothing.
/// 1. A pair is two exhibits (and their pages) of the left and the right pane that both show a picture (or page, or film). It begins when both
///    are on show and ends when one of them is exchanged.
/// 2. What the reader did to a pair is told by pairLeft() after a moment of rest and at its end; what only the size of the
///    window did is not.
/// 3. A case opens with its sides exchanged where the reader had them so; once it is looked at, only the reader exchanges them.
/// 4. The third picture hangs on the left by a tie of its own, linked while the pair is. The two are a pair like any other and
///    are told of and brought back like it, but for what belongs to the ways of comparing.
class CompareDesk : public QWidget
{
    Q_OBJECT

public:
    explicit CompareDesk(EvidenceLoader &loader, QWidget *parent = nullptr);
    ~CompareDesk() override;

    static constexpr qsizetype mostPins = 64;

    EvidencePane *left() const { return m_left; }
    EvidencePane *right() const { return m_right; }
    EvidencePane *third() const { return m_third; }
    CompareSync *sync() const { return m_sync; }
    FilmSync *films() const { return m_films; }
    /// Left to right, those that are on show.
    QList<EvidencePane *> panes() const;

    std::optional<domain::PairView> pairView() const;
    void setPairViews(const QList<domain::PairView> &pairs);
    /// Another case, or none: what is known of pairs belongs to the old one.
    void forgetPairs();

    void setLinked(bool linked); ///< as the reader wishes
    bool isThirdShown() const;
    /// What stands in @p pane can be seen: there, or laid over the other side's.
    bool isInView(const EvidencePane *pane) const;
    void setThirdShown(bool shown);
    /// Nothing on the desk moves by itself.
    void setCalm(bool calm);
    void setThirdItems(const QList<EvidencePane::Item> &items, bool ofTheSameCase = false); ///< see EvidencePane::setItems()
    /// Runs an action of the bar by its name in the action catalogue; false when there is none of that name.
    bool run(const QString &action);
    /// Both panes are seen, nothing is laid over them.
    void showPanes();
    /// Where reading goes on: the picture of @p pane, or what is laid over it.
    void focus(EvidencePane *pane);

Q_SIGNALS:
    void pairLeft(const arb::domain::PairView &pair);
    void thirdShownChanged(bool shown);

protected:
    void changeEvent(QEvent *event) override;

private:
    CompareDesk(EvidenceLoader &loader, const std::shared_ptr<FileSearches> &searches, QWidget *parent);
    struct Half
    {
        bool onLeft = true;
        QPointF place;
    };
    void connectBar();
    void connectFilms();
    void connectCanvas();
    void makeKeys();
    // The pair and its memory.
    void pairUp();
    bool isPairOnShow();
    void endPair();
    void look(bool byReader);
    void begin();
    void resume(const domain::PairView &kept);
    void standWhereSent(CanvasViewer *viewer, bool isLeft);
    void leave();
    std::optional<domain::PairView> standing() const;
    CanvasViewer *pictureOn(const EvidencePane *pane) const;
    // The left and the third.
    void watchThird();
    void lookThird(bool byReader);
    void beginThird();
    void leaveThird();
    std::optional<domain::PairView> thirdStanding() const;
    // Ways of comparing.
    void setMode(domain::CompareMode mode);
    void setPaused(bool paused);
    int modeValue() const;
    void setModeValue(int value);
    void refreshCanvas();
    void swapSides();
    void exchange();
    bool exchangedAsLeft(const PairMemory::Found &known);
    // Pins.
    void setPinning(bool on);
    void putPin(bool onLeft, QPointF place);
    void movePin(bool onLeft, int pin, QPointF place);
    void pinHere(bool moveChosen);
    void removePin();
    void fitAlignment(bool rightMoves);
    void showPins();
    void watchPins(CanvasViewer *viewer, bool onLeft);
    // Films.
    bool isOnRight() const;
    void runOnFilm(const QString &action);
    void say();
    QString sayPins() const;
    void sayFilms();
    QString sayTie() const;
    QString sayTieInFull() const;
    QString sayEvent() const;

    EvidencePane *m_left, *m_third, *m_right;
    QSplitter *m_panes;
    QStackedWidget *m_stack;
    CompareBar *m_bar;
    CompareCanvas *m_canvas;
    CompareSync *m_sync, *m_thirdSync;
    FilmSync *m_films;
    QString m_hint; ///< on the bar beside where the films are
    QAction *m_back = nullptr, *m_put = nullptr, *m_move = nullptr, *m_out = nullptr, *m_playOver = nullptr;
    QList<EvidencePane::Item> m_thirdItems;
    EvidencePane *m_readPane; ///< where the keyboard was before something was laid over it
    bool m_still = false;     ///< nothing moves by itself
    bool m_chaining = false; ///< the left is telling the others

    PairMemory m_memory;
    std::optional<domain::PairView> m_pair; ///< that has begun, as it was seen last
    bool m_beginning = false;               ///< both pictures are there; what was known of them comes next
    bool m_touched = false;                 ///< the reader changed it since it began
    bool m_untold = false;                  ///< and that was not told yet
    bool m_otherBytes = false;
    bool m_mayExchange = true; ///< the case was just opened: its pair may have been left with its sides exchanged
    std::optional<domain::PairView> m_thirdPair; ///< the left and the third, as they were seen last
    bool m_thirdBeginning = false, m_thirdTouched = false, m_thirdUntold = false;
    QTimer m_thirdSettle;
    bool m_resuming = false; ///< what moves now is not the reader's doing
    bool m_linkedByReader = true;
    QTimer m_settle;

    domain::CompareMode m_mode = domain::CompareMode::SideBySide;
    int m_slider = 500, m_blinkMs = 500, m_gain = 100, m_opacity = 500;

    QList<domain::PinPair> m_pins;
    std::optional<Half> m_half; ///< a pin that waits for its partner
    int m_chosenPin = -1;
    bool m_pinning = false;
    bool m_linkedBefore = true; ///< the first half unlinks, so that its partner can be gone to
    bool m_tooManyPins = false;
};

} // namespace arb::ui
