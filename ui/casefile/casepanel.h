// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <presentation/coveragepresenter.h>
#include <presentation/factscard.h>
#include <presentation/session.h>

#include <usecases/casesearch.h>

#include <ui/viewers.h>

#include <domain/ruling.h>
#include <domain/viewing.h>

#include <QtCore/QPointer>
#include <QtWidgets/QWidget>

class QGridLayout;
class QLabel;
class QPushButton;
class QScrollArea;
class QSplitter;
class QStackedWidget;

namespace arb::ui {

class CompareDesk;
class ElidedLabel;
class EvidencePane;
class ExportRound;
class FactCiting;
class FindPanel;
class NotesPanel;
class TimelinePanel;
class WrappedLabel;

/// The open case: who, what, until when, the facts that are always in view, and both sides' evidence side by side.
class CasePanel : public QWidget
{
    Q_OBJECT

public:
    CasePanel(presentation::Session &session, EvidenceLoader &loader, QWidget *parent = nullptr);

    void stepExhibit(int by);
    /// The place on show in the active side: the one that was looked at last. Both facts of a clash that is chosen on the timeline.
    QList<domain::Citation> currentCitations() const;
    std::optional<domain::Citation> currentCitation() const; ///< the first of them
    /// False when it is a place in the record that no viewer shows.
    bool goTo(const domain::Citation &citation);
    void showCited(const QList<domain::Citation> &citations);
    /// What @p key does in the viewer of the active side, wherever the keyboard is; false when it does nothing there.
    bool runViewerKey(const QKeySequence &key);
    void toggleLink();
    void cyclePane();
    void setFactsCardOpen(bool open); ///< what the file on show says about itself
    bool isFactsCardOpen() const { return m_factsCardOpen; }
    /// The case's times, below the evidence; opening takes the keyboard there.
    void setTimelineOpen(bool open);
    bool isTimelineOpen() const { return m_timelineOpen; }
    /// The case's notes, in the same place; opening takes the keyboard there.
    void setNotesOpen(bool open);
    bool areNotesOpen() const { return m_notesOpen; }
    NotesPanel *notes() const { return m_notes; }
    /// Search in the case, in the same place; opening takes the keyboard there.
    void setFindOpen(bool open);
    /// Goes to the best place for @p words and tells of it by foundPlace(); the panel stays as it is.
    void jumpTo(const QStringList &words);
    /// The place that the exhibit on show in the active side was made of at the desk.
    std::optional<domain::Citation> sourceOnShow() const;
    void focusEvidence();
    void settle(); ///< what is just being changed on the evidence (a mark that is moved) is told now
    void tick(); ///< the clock moved: what is left changes
    /// Of both sides in turns: what a step to the next exhibit would show.
    QList<QByteArray> upcomingPictures() const;
    QSize paneSize() const;
    void setPresence(const QString &sentence); ///< who else looks at this case; empty: nobody
    /// The marks of the open case, and how its exhibits were left; until then, and for another case, there are none.
    void setExamination(const domain::Examination &examination);
    /// What is on show is counted there from now on and shown here as meters. Once, before a case is open; it must live longer.
    void watchCoverage(presentation::CoveragePresenter &coverage);
    /// The desk gave a mark another id.
    void renameMark(domain::MarkId before, domain::MarkId after);
    void setCare(Care care); ///< a person's own setting
    /// Shows the covered picture of the active side, else of the other; false when none is covered.
    bool uncover();

    /// How the pair on show stands; none unless both sides show a still picture or a page.
    std::optional<domain::PairView> pairView() const;
    /// How the open case's pairs were left: each is brought back when it comes on show.
    void setPairViews(const QList<domain::PairView> &pairs);
    /// An action of comparing, by its name in the action catalogue.
    bool runCompare(const QString &action);
    /// The listing's pane between the sides; how a person works, so the program remembers it.
    bool isThirdShown() const;
    void setThirdShown(bool shown);
    /// A person's wish that nothing blinks by itself.
    void setCalm(bool calm);

Q_SIGNALS:
    void allCasesWanted(const QStringList &words); ///< to be searched for these words
    void foundPlace(const arb::usecases::CaseHit &hit, int hits); ///< what jumpTo() went to, of how many hits
    void placesChosen(const QList<arb::domain::Citation> &citations); ///< of the open case, on its timeline, to be cited
    void exhibitTurned(); ///< another one stands in a pane, covered or not
    /// What the reader did to a pair of case @p of: after a moment of rest, and when the pair or the case is left.
    void pairLeft(const arb::domain::PairView &pair, arb::domain::CaseId of);
    // Of the case that is named: it may be the one that is just being left.
    void markMade(const arb::domain::Mark &draft, arb::domain::CaseId id);
    void markRemovalWanted(arb::domain::MarkId mark, arb::domain::CaseId id);
    void markCorrectionWanted(arb::domain::MarkId mark, const QList<QPoint> &points, const QString &note, arb::domain::CaseId id);
    void viewLeft(const arb::domain::ExhibitView &view, arb::domain::CaseId id);
    /// The place on show, or a fact of the header (otherwise its pointer is empty), is to be cited or dragged away.
    void citeWanted(const QString &fact);
    /// What is on show (whole, upright, in full size), or the region of it that @p place names, is to be an exhibit of its own.
    void pictureWanted(const QImage &whole, const arb::domain::Citation &place, arb::domain::CaseId of);
    /// What a machine read there is to be one.
    void readingWanted(const arb::domain::MachineReading &reading, const arb::domain::Citation &place, arb::domain::CaseId of);
    void dragWanted(const QString &fact);
    /// These are dragged away: marks, ticks of a film, events of the timeline. They need not be on show.
    void placesDragged(const QList<arb::domain::Citation> &places);
    void visibilityChanged(); ///< of the panel itself; ask a moment later

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void refresh();
    void fillHeader();
    void showLease(const usecases::CaseView &view, domain::UtcMs now);
    void showDue(const usecases::CaseHeader &header, domain::UtcMs now);
    void fillFacts();
    void markFact(const QString &pointer); ///< as cited; empty: none
    void connectCiting();
    void fillPanes();
    void joinCompare();
    void showLinked();
    void connectFactsCard();
    void fillFactsCard(EvidencePane *pane);
    const domain::Exhibit *exhibitOf(const EvidencePane *pane) const; ///< on show; nullptr: the platform's record
    void connectFinds(EvidencePane *pane);
    void showFinds(EvidencePane *pane);
    void openFind(EvidencePane *pane, const QString &find);
    void learnReading(const EvidencePane *pane);
    std::optional<QList<domain::TranscriptMatch>> matchesOf(const domain::Exhibit &exhibit) const;
    void goToPlace(EvidencePane *pane, const presentation::CardPlace &place);
    bool goToFound(const domain::Citation &place);
    bool showPlace(const domain::Citation &citation, const QString &label);
    void activate(EvidencePane *pane);
    EvidencePane *paneWithFocus() const;
    QList<EvidencePane *> nearestFirst() const; ///< the panes on show, the active one first
    void retranslate();
    void restyle();
    void connectExamination();
    void giveExamination(EvidencePane *pane);
    void keepView(const domain::ExhibitView &view);
    void forgetExamination();
    QWidget *makeTimeline();
    void fillTimeline();
    void tieTimeline();
    void readExports();
    domain::ChatReading readingOf(const QString &exhibit, const QByteArray &sha256) const;
    void showCoverage();
    void moveCoverage(domain::CaseId id);
    void connectDeskWork();
    void fillNotes();
    void connectSearch();
    std::optional<domain::Citation> citationOf(const EvidencePane *pane, const presentation::CardPlace &place) const;
    QList<domain::Citation> findsToCite(const std::optional<domain::Citation> &shown) const;
    void fitBelow(); ///< after a panel below the evidence came or went

    presentation::Session &m_session;
    QStackedWidget *m_stack;
    QLabel *m_nothing;
    QLabel *m_title, *m_state, *m_dueSign, *m_due;
    ElidedLabel *m_product; ///< a party's words, as long as it likes
    WrappedLabel *m_notice;
    ElidedLabel *m_listing, *m_lease, *m_presence;
    QWidget *m_factsBox;
    QGridLayout *m_facts;
    QList<QLabel *> m_factLabels;
    QList<ElidedLabel *> m_factValues;
    FactCiting *m_factCiting;
    QString m_citedFact;
    QString m_pointedAt; ///< the exhibit whose tab is under the pointer; empty: none
    QPushButton *m_link;
    EvidenceLoader &m_loader;
    CompareDesk *m_compare;
    TimelinePanel *m_timeline;
    QSplitter *m_evidenceAndBelow = nullptr;
    QScrollArea *m_below = nullptr; ///< timeline, notes and search, one above the other; hidden while none is open
    ExportRound *m_exports = nullptr;
    NotesPanel *m_notes;
    FindPanel *m_find;
    bool m_timelineOpen = false;
    bool m_notesOpen = false;
    std::optional<qint64> m_frameAtCard; ///< of the film on show when the keyboard came to where it is in the facts card
    bool m_onTimeline = false; ///< it was looked at last, not a pane
    EvidencePane *m_buyer, *m_merchant;
    EvidencePane *m_active = nullptr; ///< had the focus last, or was stepped through
    domain::CaseId m_shown;
    bool m_factsCardOpen = false;
    domain::Examination m_examination;
    QList<domain::PairView> m_pairsGiven; ///< told again, they are no news to whoever compares
    QPointer<presentation::CoveragePresenter> m_coverage;
    QList<domain::ExhibitView> m_left; ///< since the case was opened; newer than what is in m_examination
};

} // namespace arb::ui
