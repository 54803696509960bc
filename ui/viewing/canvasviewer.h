// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/viewers.h>

#include "viewing/picturecanvas.h"
#include "viewing/viewbar.h"

#include <QtCore/QSet>
#include <QtCore/QTimer>

#include <functional>

class QPushButton;

namespace arb::ui {

class FilmScreen;
class LookPanel;
class MarkPanel;
class WaitSign;

/// What picture, page and film viewers share: the canvas, how it is looked at, regions, marks and the cover. Does not load.
class CanvasViewer : public ViewerWidget
{
    Q_OBJECT

public:
    enum class Marks { OfPicture, OfFilm };
    explicit CanvasViewer(EvidenceLoader &loader, Marks marks, QWidget *parent = nullptr);

    std::optional<domain::Citation> currentCitation() const override;
    void goTo(const domain::Citation &citation, const QString &label) override;
    void showCited(const QList<domain::Citation> &citations) override;
    std::optional<ViewState> viewState() const override;
    /// The place that it was last sent to is on show, and stands as it was shown: nobody has moved the picture since.
    bool isAtDestination() const;
    void standAtDestination(); ///< there again, after something else has moved the picture
    /// Documents: the hit that a search has come to is brought into view again, after something else has moved the page; false where there
    /// is none, or the reader has moved on since.
    virtual bool standAtHit() { return false; }
    void setViewState(const ViewState &state) override;
    /// As the pair that this picture belongs to was left: what fitted its pane fits this one. No doing of the reader's, so
    /// nothing is told of it; but it has the last word over restoreView().
    void standAs(const ViewState &state);
    PictureCanvas *canvas() const { return m_canvas; }
    void restoreView(const ViewState &state, int page = 0) override;
    void setMarks(const QList<domain::Mark> &marks) override;
    void setMarkAuthor(domain::PersonId author) override;
    void settle() override { m_canvas->settle(); }
    void renameMark(domain::MarkId before, domain::MarkId after) override;
    bool isCovered() const override;
    void uncover() override;
    void forgetUncovered() override;
    /// Somebody was taken to a place on what is on show, or is on the way there.
    bool wasSent() const { return m_destination.has_value(); }

protected:
    ViewBar *bar() const { return m_bar; }
    /// Once it has all its buttons: what has no room goes into a menu.
    void foldBar();
    /// A widget of the viewer's own above the bar (a slider, a list); beside the canvas when @p beside.
    void addPanel(QWidget *panel, bool beside = false);
    /// What was added beside the canvas stands below it instead.
    void putPanelsBelow(bool below);
    void retranslate() override;
    void careChanged() override;
    /// Page or frame of what is on show; regions belong to it.
    virtual void fillPlace(domain::Citation &citation) const { static_cast<void>(citation); }
    virtual bool isPlaceOnShow(const domain::Citation &citation) const = 0;
    /// Shows the page or frame of @p citation, then calls arrived().
    virtual void travel(const domain::Citation &citation) = 0;
    /// The view was put somewhere from outside, which the canvas does not tell.
    virtual void viewPlaced() {}
    virtual int pageOnShow() const { return 0; } ///< from 1; 0: not a document
    bool isTouched() const { return m_touched; } ///< what is on show stands as the reader or its pair would have it
    virtual bool mayCover() const { return false; }
    /// What is on show with all its pixels, at once or once they are loaded; never when another exhibit comes first.
    virtual void withAllPixels(std::function<void(const QImage &)> then);
    void arrived();
    void updateMarks();
    /// Films: this frame has come on show; marks, regions and citations belong to it. Times of the container, @p firstPtsUs
    /// that of frame 0.
    void showsFrame(qint64 index, qint64 ptsUs, qint64 firstPtsUs);
    /// Films: something is about to be marked on the frame on show, which therefore must stay.
    virtual void holdStill() {}
    /// Loading has begun and nothing is on show yet: told where it takes a while, until cameOnShow() or the end of it.
    void waitForPixels();
    /// The first pixels of a picture or page stand: puts them as they were left, covers them or says they are seen.
    void cameOnShow(bool replaced);
    /// Before the page on show goes: what was done to it is told.
    void leavePage();
    /// Before another exhibit comes: the same, and everything of this one is forgotten.
    void leaveExhibit();
    void dragMark(domain::MarkId id);
    /// The content covers the screen until leaveFullScreen() (or Esc, or this again), with @p words in its place. Its picture fits in
    /// there; how it is looked at there is told nobody, so that nothing that is linked to it moves unseen, and is kept nowhere.
    void toggleFullScreen(const QString &words);
    /// As it stood before; nothing where it is not on the full screen.
    void leaveFullScreen();
    /// Pixels a first decode should cover.
    QSize paneTarget() const;

private:
    void buildActions();
    void buildMarkActions();
    void buildFilmMarkActions();
    void buildCover();
    QAction *addToggle(const QString &objectName, const QKeySequence &key, QWidget *panel);
    QAction *addTool(domain::MarkShape shape, const QString &objectName, Glyph glyph);
    void connectCanvas();
    void cycleMagnifier();
    void takeCrop();
    void showLook();
    void applyCover();
    void describeCanvas();
    void tellSeen();
    void tellView();
    void makeMark(domain::MarkShape shape, const QList<QPoint> &points, const QString &note);
    void chooseDrawn(const QList<NumberedMark> &before);
    const NumberedMark *markWith(domain::MarkId id) const;
    domain::Citation citationOf(const domain::Mark &mark) const;
    bool isOnShow(const domain::Mark &mark) const;
    /// The frame on show, or from where a span was begun to it.
    std::optional<domain::FilmPlace> filmPlace() const;
    void beginSpan(bool begun);
    void tellMarksInTime();
    void flyToMark(domain::MarkId id);
    void removeMark();
    void showQuestion();
    void takeRemembered();
    void standApart();
    void standBack();

    PictureCanvas *m_canvas = nullptr;
    FilmScreen *m_screen = nullptr; ///< a child; none: not on the full screen
    ViewBar *m_bar = nullptr;
    LookPanel *m_look = nullptr;
    MarkPanel *m_markPanel = nullptr;
    QWidget *m_cover = nullptr;
    QLabel *m_coverWords = nullptr;
    WaitSign *m_wait = nullptr;
    QPushButton *m_lookButton = nullptr;
    QAction *m_fit = nullptr, *m_actual = nullptr, *m_in = nullptr, *m_out = nullptr;
    QAction *m_left = nullptr, *m_right = nullptr, *m_regionAction = nullptr, *m_keepRegion = nullptr;
    QAction *m_fill = nullptr, *m_mirror = nullptr, *m_magnifier = nullptr, *m_invert = nullptr;
    QAction *m_littleLeft = nullptr, *m_littleRight = nullptr;
    QAction *m_more = nullptr, *m_markMore = nullptr; ///< what has no room in their bars
    QAction *m_lookToggle = nullptr, *m_markToggle = nullptr, *m_remove = nullptr, *m_noteAction = nullptr;
    QAction *m_moment = nullptr, *m_spanBegin = nullptr, *m_spanEnd = nullptr; ///< of films only
    QHash<domain::MarkShape, QAction *> m_tools;
    QList<domain::Citation> m_cited;
    QList<NumberedMark> m_marks; ///< made on these bytes
    std::optional<domain::FilmPlace> m_frame;    ///< of a film: the one on show
    std::optional<domain::FilmPlace> m_spanFrom; ///< where a span was begun
    qint64 m_filmStart = 0;
    std::optional<domain::MarkId> m_removalAsked;
    std::optional<domain::Citation> m_destination;
    QString m_destinationLabel;
    std::optional<ViewState> m_destinationView; ///< as the picture stood on arrival
    std::optional<domain::Mark> m_drawn;        ///< just made here; chosen when it comes back with its id
    bool m_traveling = false;
    QHash<int, ViewState> m_remembered; ///< by page
    bool m_touched = false;             ///< what is on show stands as the reader or its pair would have it
    bool m_untold = false;              ///< ... and nobody was told yet
    bool m_apart = false;
    std::optional<ViewState> m_viewBefore; ///< while apart: as it stood, once there was a picture
    QTimer m_rest;
    QSet<QString> m_uncovered;
    bool m_wasCovered = false;
};

} // namespace arb::ui
