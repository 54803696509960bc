// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "factspanel.h"

#include <ui/viewers.h>

#include <domain/coverage.h>

#include <QtWidgets/QWidget>

#include <memory>

class QLabel;
class QStackedWidget;
class QTabBar;
class QToolButton;

namespace arb::ui {

class CiteHandle;
class ElidedLabel;
class FileSearches;
class FindsKeeper;

/// Whose exhibits a pane has as its tabs.
enum class PaneSide { Buyer, Merchant, Listing };

/// One side of the desk: a party's exhibits as tabs over the viewer that shows the chosen one; one exhibit of another side
/// may be its guest, as a tab behind its own.
class EvidencePane : public QWidget
{
    Q_OBJECT

public:
    /// @p searches are shared by the panes of a window.
    EvidencePane(EvidenceLoader &loader, const std::shared_ptr<FileSearches> &searches, PaneSide side, QWidget *parent = nullptr);

    struct Item
    {
        EvidenceRef ref;
        QString tab;     ///< short: the number or one word
        QString caption; ///< party text; shown plain
        QString icon;
        bool iconTells = false; ///< where room is short, the tab does without its word
    };
    /// What was on show and is still there stays as it stands when they are @p ofTheSameCase (something was handed in); of
    /// another case the first comes on show anew, even when it is the very same file: what was seen or chosen there says nothing of here.
    /// Small: whatever is open in it, the window must fit a screen of 768 pixels.
    QSize minimumSizeHint() const override { return {QWidget::minimumSizeHint().width(), 220}; }
    void setItems(const QList<Item> &items, bool ofTheSameCase = false);
    /// What of the other sides can be a guest here; their tabs say whose they are.
    void setOffers(const QList<Item> &offers) { m_offers = offers; }
    /// Shows @p item, as the guest when it is none of the pane's own.
    void showItem(const Item &item);
    /// Shows the offer of that number, from 1; false when there are not so many.
    bool showOffer(int number);
    const Item *currentItem() const;
    void setHeading(const QString &text);
    ViewerWidget *viewer() const { return m_viewer; }
    const EvidenceRef *current() const;
    QList<QByteArray> upcomingPictures() const; ///< digests of the pictures not on show, the next one first
    void step(int by);
    /// Shows the item with @p exhibitId (empty: the case's own chat or track of @p kind); false when it is not here.
    bool showExhibit(const QString &exhibitId, domain::ExhibitKind kind);
    int indexOf(const QString &exhibitId, domain::ExhibitKind kind) const;
    bool hasFocusInside() const;
    void focusEvidence(); ///< the viewer's content, not the controls around it; without one, what says that there is nothing
    /// The side that keys and citing work on; it is marked.
    void setActive(bool active);
    bool isActive() const { return m_active; }
    /// Exhibits that something elsewhere points to: their tabs are marked.
    void setTied(const QStringList &exhibits);
    /// What the file on show says about itself: under the viewer of the active side, while the card is open.
    FactsPanel *card() const { return m_card; }
    /// What searches found in it.
    FindsKeeper *finds() const { return m_finds; }
    void setCardOpen(bool open);
    /// A film stands in another pane too: where there is little height, what stands below this one takes less of it.
    void setFilmBeside(bool beside);
    /// Whether pictures lie under a cover until somebody asks.
    void setCare(Care care);
    /// Another case comes: what was uncovered is covered again.
    void forgetUncovered();
    /// The evidence here has come to sight and is not covered; whether the pane is visible is another matter.
    bool isSeen() const { return m_seen; }
    /// @p meter stands in the heading, or @p brief where room is short, or nothing; @p tip says all. Tabs of what was never
    /// opened carry a dot.
    void setCoverage(const domain::CaseCoverage &coverage, const QString &meter, const QString &brief, const QString &tip);

Q_SIGNALS:
    void viewerChanged();
    void evidenceBroke(); ///< what is on show cannot be shown: see viewer()->error()
    void exhibitRequested(const QString &exhibitId);
    void allCasesWanted(const QStringList &words);
    void cardWished(bool open); ///< by the button beside the heading, or closed by Esc in it
    /// The place on show is to be cited, or dragged away: by the handle there, or as the viewers tell it.
    void citeWanted();
    void dragWanted();
    /// A place that is pointed out in the viewer is to be dragged away, be it on show or not.
    void placeDragWanted(const arb::domain::Citation &place);
    /// The reader chose what is pointed out on the film's timeline.
    void tickChosen(arb::ui::TimelineTick::Kind kind, const QString &id);
    /// The pointer is over the tab of this exhibit; empty: over none.
    void exhibitPointedAt(const QString &exhibitId);
    /// What is on show is to be an exhibit of its own: a whole frame, or the region that @p place names of @p whole.
    void pictureWanted(const QImage &whole, const arb::domain::Citation &place);
    /// What a machine read there is to be an exhibit of its own.
    void readingWanted(const arb::domain::MachineReading &reading, const arb::domain::Citation &place);
    // As the viewers tell them.
    void platformPlaceChanged(const QString &messageId, bool isExport);
    void markMade(const arb::domain::Mark &draft);
    void markRemovalWanted(arb::domain::MarkId id);
    void markCorrectionWanted(arb::domain::MarkId id, const QList<QPoint> &points, const QString &note);
    void viewLeft(const arb::domain::ExhibitView &view);
    // For whoever counts what was on show.
    void evidenceTurned(); ///< other evidence, current(), or none stands here; it has not come to sight yet
    void seenChanged();
    void visibilityChanged(); ///< of the pane itself; ask a moment later
    void watched(const arb::ui::EvidenceRef &film, qint64 fromPtsUs, qint64 toPtsUs, qint64 durationUs);
    void pageSeen(int page, int pages);
    void messagesSeen(qint64 first, qint64 last, qint64 total);

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void addTab(const Item &item);
    void offerGuests(const QPoint &at);
    void showIndex(int index);
    ViewerWidget *makeViewer(domain::ExhibitKind kind);
    void fitTabs();
    void pointAt(const QString &exhibitId);
    void restyle();
    void retranslate();
    void makeCard();
    void showCard();
    void shareHeight();
    void showLow();
    void connectCoverage(ViewerWidget *viewer);
    void setSeen(bool seen);
    bool isUnopened(const Item &item) const;
    void signTab(int index);
    void fitMeter();
    void tipHeading();

    EvidenceLoader &m_loader;
    PaneSide m_side;
    bool m_active = false;
    bool m_cardOpen = false;
    bool m_filmBeside = false;
    bool m_tight = false; ///< the viewer has given way to the card
    QList<Item> m_items, m_offers;
    QStringList m_tied;
    QString m_pointedAt;
    bool m_hasGuest = false; ///< the last of the items
    Care m_care = Care::Off;
    QHash<int, ViewerWidget *> m_viewers; ///< by exhibit kind
    ViewerWidget *m_viewer = nullptr;
    QLabel *m_heading;
    QTabBar *m_tabs;
    ElidedLabel *m_caption;
    QStackedWidget *m_stack;
    QLabel *m_empty;
    FactsPanel *m_card;
    FindsKeeper *m_finds;
    QToolButton *m_about;
    CiteHandle *m_handle;
    QLabel *m_meter;
    QString m_headingWords, m_meterWords, m_meterBrief;
    domain::CaseCoverage m_coverage;
    bool m_seen = false;
};

} // namespace arb::ui
