// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/evidenceports.h>
#include <ui/timeline.h>

#include <domain/casefile.h>
#include <domain/ruling.h>
#include <domain/viewing.h>

#include <QtCore/QHash>
#include <QtCore/QPointF>
#include <QtCore/QStringList>
#include <QtGui/QAction>
#include <QtWidgets/QWidget>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

class QStackedLayout;
class QLabel;
class QPushButton;

namespace arb::ui {

class FilmMeeting;

/// What a viewer is asked to show: an exhibit of the case, or the case's own chat or parcel track (exhibitId empty).
struct EvidenceRef
{
    QString exhibitId;
    QByteArray sha256;
    domain::ExhibitKind kind = domain::ExhibitKind::Image;
    domain::Party party = domain::Party::Buyer;
    QString caption, fileName;
    qint64 size = 0; ///< bytes
    QList<domain::ChatMessage> chat;       ///< kind Chat: the case's chat, to show (exhibitId empty) or to lay an exported one beside
    QList<domain::LogisticsScan> track;    ///< the case's logistics, when exhibitId is empty and kind is Logistics
    QList<domain::LogisticsScan> wayBack;  ///< and those of the return leg
    QHash<QString, QByteArray> pictures;   ///< digests of image exhibits by exhibit id, for pictures inside a chat
    QHash<QString, QString> files;         ///< exhibits by the lower-case name of their file, for what a chat names
    bool masked = false;                   ///< personal data is hidden in chat; in an exported one and in what a machine reads, too
    bool operator==(const EvidenceRef &) const = default;
};

using domain::ViewState;

/// Whether pictures are covered until somebody asks to see one: a person's own setting.
enum class Care { Off, Blur, Grey };

/// Where a film stands. While playing, media time = mediaUs + (now - anchorNs) * speed on the steady clock.
struct TransportState
{
    bool playing = false;
    double speed = 1.0;
    qint64 mediaUs = 0;  ///< from the first frame
    qint64 anchorNs = 0; ///< std::chrono::steady_clock
    bool operator==(const TransportState &) const = default;
};

/// One way of looking at evidence. Shows, points out places and takes the reader to places; it decides nothing. A file
/// that cannot be shown is explained inside the pane. All party text is plain text.
class ViewerWidget : public QWidget
{
    Q_OBJECT

public:
    explicit ViewerWidget(EvidenceLoader &loader, QWidget *parent = nullptr);

    /// Shows @p ref; what was on show before is let go.
    void show(const EvidenceRef &ref);
    using QWidget::show;
    const EvidenceRef &shown() const { return m_ref; }
    /// Nothing on show, decoders closed.
    void clear();

    /// The place on show as a citation: exhibit with region, page or frame; a message; a scan. Nothing while nothing is on
    /// show or what is shown cannot be cited.
    virtual std::optional<domain::Citation> currentCitation() const = 0;
    /// Brings the cited place into view and marks it with @p label; a place of another exhibit is ignored. A picture or frame cited
    /// without a region is shown whole. Without a label it is no citation but a mark, or what a search found: then what has no
    /// region is shown as large, and as far moved, as it stands.
    virtual void goTo(const domain::Citation &citation, const QString &label) = 0;
    /// Marks places that are already cited, without moving.
    virtual void showCited(const QList<domain::Citation> &citations) { static_cast<void>(citations); }

    /// Pictures, pages, films: how they stand in the pane. Others have none.
    virtual std::optional<ViewState> viewState() const { return std::nullopt; }
    virtual void setViewState(const ViewState &state) { static_cast<void>(state); }
    /// How the shown exhibit (or its @p page, from 1) was left: taken when it comes on show, or at once when it stands
    /// there untouched. Forgotten with the next show().
    virtual void restoreView(const ViewState &state, int page = 0) { static_cast<void>(state); static_cast<void>(page); }
    /// Documents: the page, from 1, that the shown one was left at. Taken unless somebody has turned its pages, moved the one on show
    /// or asked for a place. Forgotten with the next show().
    virtual void restorePage(int page) { static_cast<void>(page); }
    /// Exported chats: what somebody said the columns and dates of the shown one mean.
    virtual void restoreReading(const domain::ChatReading &reading) { static_cast<void>(reading); }
    /// The marks of the shown exhibit, of all its pages, in the order of their numbers. Those that were made on other bytes
    /// are told of and not drawn.
    virtual void setMarks(const QList<domain::Mark> &marks) { static_cast<void>(marks); }

    /// Whose marks can be changed here; nobody: none can.
    virtual void setMarkAuthor(domain::PersonId author) { static_cast<void>(author); }
    /// What the reader is just changing, and would be told of after a moment of rest, is told now.
    virtual void settle() {}
    /// The mark goes by another id from now on; chosen, it stays chosen.
    virtual void renameMark(domain::MarkId before, domain::MarkId after) { static_cast<void>(before); static_cast<void>(after); }

    /// Pictures are covered until uncover(); how a person works, so it outlives the exhibit.
    void setCare(Care care);
    Care care() const { return m_care; }
    /// What is shown, or would be once loaded, lies under a cover.
    virtual bool isCovered() const { return false; }
    /// For this exhibit, until forgetUncovered().
    virtual void uncover() {}
    /// Another case is opened, where the same exhibit ids mean other pictures.
    virtual void forgetUncovered() {}
    /// Films only.
    virtual std::optional<TransportState> transport() const { return std::nullopt; }
    /// Follows another film's clock; @p ownLoop: but goes on in its own loop, if it has one.
    virtual void setTransport(const TransportState &state, bool ownLoop) { static_cast<void>(state); static_cast<void>(ownLoop); }
    virtual void stopPlaying() {} ///< as the reader does it: transportChanged() is told
    virtual bool loops() const { return false; } ///< a stretch to be played over and over is set
    virtual void leaveLoop() {} ///< as the reader does it, and loopChanged() is not told
    /// The film it goes with plays a loop, which the reader may leave from here as well.
    virtual void setOtherLoops(bool loops) { static_cast<void>(loops); }
    /// The film it goes with plays, which the reader may stop from here as well, also where this one is over: otherPauseWanted().
    virtual void setOtherPlays(bool plays) { static_cast<void>(plays); }
    /// Its frames come on show together with those of the film in the other seat (0 left, 1 right) from now on; null: by themselves.
    /// Until another film comes.
    virtual void setMeeting(const std::shared_ptr<FilmMeeting> &meeting, int seat) { static_cast<void>(meeting); static_cast<void>(seat); }
    /// What of @p kind is pointed out on the film's timeline, in place of what was; forgotten with the next show().
    virtual void setTimelineTicks(TimelineTick::Kind kind, const QList<TimelineTick> &ticks) { static_cast<void>(kind); static_cast<void>(ticks); }
    /// Mark, Watched and Gap (damage that a search found) are told from outside: Watched adds to what is watched now, Gap stands beside
    /// the gaps that the film itself tells. Loop is the viewer's own.
    virtual void setTimelineSpans(TimelineSpan::Kind kind, const QList<TimelineSpan> &spans) { static_cast<void>(kind); static_cast<void>(spans); }
    /// Chats: brings the platform's message @p messageId to the upper edge, or what is nearest to it here. Two views of the
    /// platform's own log do not follow each other.
    virtual void followPlatform(const QString &messageId, bool fromExport) { static_cast<void>(messageId); static_cast<void>(fromExport); }
    /// The film's time axis, once it is open and until another exhibit comes.
    virtual const FilmInfo *film() const { return nullptr; }
    /// What stands below needs the room: whatever can be done without for a while is put away, or comes back.
    virtual void setTight(bool tight) { static_cast<void>(tight); }
    virtual int roomToGive() const { return 0; } ///< pixels of height that setTight() is worth
    /// Another film stands beside it and there is little height: what stands below the film takes less of it, and all stays there.
    virtual void setLow(bool low) { static_cast<void>(low); }

    /// Of this viewer, for menus and tool tips; their keys work while the focus is inside the viewer.
    /// QWidget::actions() is the list.
    /// Does what @p key does here, wherever the keyboard is; false when it does nothing here now.
    bool runKey(const QKeySequence &key);
    bool isBroken() const { return m_broken; }
    const std::optional<ShowError> &error() const { return m_error; } ///< why, while it is broken

Q_SIGNALS:
    /// The reader (not setViewState) moved, zoomed or turned the picture; or the pane's size did when @p byReader is false.
    void viewStateChanged(const arb::ui::ViewState &state, bool byReader);
    /// Another picture is on show: whatever was aligned with the old one is void.
    void pictureReplaced();
    /// Documents: the page on show is about to give way to another one, which is told of by viewStateChanged() and citationChanged().
    /// Whatever belongs to this page ends now: no view of the next one is a movement of this one.
    void pageTurning();
    void transportChanged(const arb::ui::TransportState &state);
    /// The reader set a loop, or wants none any more.
    void loopChanged();
    /// This film stands, the one it goes with plays, and the reader wants it to stop.
    void otherPauseWanted();
    void citationChanged();
    /// The reader wants currentCitation() cited, or drags it away.
    void citeWanted();
    void dragWanted();
    /// The reader drags this place away, which need not be the one on show: a mark of the list, a tick of the timeline.
    void placeDragWanted(const arb::domain::Citation &place);
    /// The reader asks to see another exhibit (a picture inside a chat).
    void exhibitRequested(const QString &exhibitId);
    /// The reader wants the words searched for here to be searched for in all cases.
    void allCasesWanted(const QStringList &words);
    /// The evidence is really on show (first pixels, text) and not covered: it counts as seen.
    void seen(const QString &exhibitId);
    /// It cannot be shown: see error().
    void broke();
    /// The reader asked to see it.
    void uncovered(const QString &exhibitId);
    /// The reader made a mark: exhibit, digest, page, shape, points, note and view are set; id, author and time are not.
    void markMade(const arb::domain::Mark &draft);
    void markRemovalWanted(arb::domain::MarkId id);
    void markCorrectionWanted(arb::domain::MarkId id, const QList<QPoint> &points, const QString &note);
    void markChosen(arb::domain::MarkId id); ///< none: no longer
    /// The reader had it loaded anew: marks and how it was left have to be given again.
    void triedAgain();
    /// How the exhibit or page stands after the reader moved it: told after a moment of rest and before it is let go. Of a document
    /// also, apart from that, which page has come on show (ExhibitView::lastPage).
    void viewLeft(const arb::domain::ExhibitView &view);
    /// The reader wishes to keep the frame on show as a picture of its own: upright, all pixels, without tones or zoom.
    void frameTaken(const QImage &image, qint64 frame, qint64 ptsUs);
    /// The reader wishes to keep the marked region as a picture of its own: @p whole is the picture, page or frame, upright and in
    /// full size, without tones or zoom; @p place names exhibit, digest, page or frame, and the region.
    void cropTaken(const QImage &whole, const arb::domain::Citation &place);
    /// The reader wishes to keep what a machine read in the exhibit that @p place names, as it stands before them.
    void readingTaken(const arb::domain::MachineReading &reading, const arb::domain::Citation &place);
    /// This stretch of a film was on show while it played: at every pause and seek, and every two seconds of playing. Its end
    /// is the end of its last frame. Frames that there was no time for count when they are less than a quarter second.
    void filmWatched(const QString &exhibitId, qint64 fromPtsUs, qint64 toPtsUs);
    /// A page of a document is on show, from 1 of @p pages.
    void pageSeen(const QString &exhibitId, int page, int pages);
    /// These messages of a chat and those between them are in view, positions from 0 of @p total. Rows of a table whose columns nobody
    /// has explained yet are no messages.
    void messagesSeen(const QString &exhibitId, qint64 first, qint64 last, qint64 total);
    /// The reader scrolled a chat: this message of the platform's log, or the nearest before, is at its upper edge.
    void platformPlaceChanged(const QString &messageId, bool isExport);
    void timelineTickChosen(arb::ui::TimelineTick::Kind kind, const QString &id);
    void timelineSpanChosen(const QString &id);

protected:
    /// Starts loading shown(); nothing of the earlier evidence may be shown any more.
    virtual void begin() = 0;
    virtual void end() = 0;
    virtual void retranslate() = 0;
    virtual void careChanged() {}
    void changeEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

    void setContent(QWidget *content);
    /// The content goes into a window of its own, and comes back. The pane says where it is meanwhile.
    QWidget *lendContent(const QString &words);
    void takeBackContent(QWidget *content);
    /// Explains in the pane why the evidence cannot be shown.
    void showBroken(ShowError error);
    void showContent();
    /// A thin line above the content: "damaged, what could be read is shown". Empty hides it.
    void setNotice(const std::function<QString()> &words); ///< none: no notice
    /// A further line there, of a concern of its own.
    void setFurtherNotice(const std::function<QString()> &words);
    EvidenceLoader &loader() const { return m_loader; }
    QAction *addViewerAction(const QString &objectName, const QList<QKeySequence> &keys, const std::function<void()> &run);
    bool isFresh(quint64 generation) const { return generation == m_generation; }
    quint64 generation() const { return m_generation; }

private:
    bool isOwnSearch(const QKeyEvent &event) const;
    void explain();
    void loadAgain();
    void showNotices();
    void turnTo(QWidget *page, QWidget *focus);

    EvidenceLoader &m_loader;
    EvidenceRef m_ref;
    QStackedLayout *m_stack = nullptr;
    QLabel *m_notice = nullptr;
    std::function<QString()> m_noticeWords, m_furtherWords;
    QLabel *m_message = nullptr;
    QWidget *m_messagePage = nullptr;
    QPushButton *m_again = nullptr;
    QAction *m_ownSearch = nullptr; ///< of a viewer with a search of its own
    QWidget *m_contentFocus = nullptr; ///< what takes the keyboard when the content is on show
    std::optional<ShowError> m_error;
    bool m_broken = false;
    Care m_care = Care::Off;
    quint64 m_generation = 0;
};

/// An entry of the catalogue: viewers/<code>.cpp defines `Viewer make_<code>()`.
struct Viewer
{
    QString code;      ///< stable; evidence kinds name it
    const char *label; ///< English source text, context "arb::ui::Viewer"
    std::function<ViewerWidget *(EvidenceLoader &loader, QWidget *parent)> create;
};

const std::vector<Viewer> &viewers();
/// The viewer called @p code, or nullptr.
const Viewer *findViewer(const QString &code);
/// The viewer for a kind of exhibit.
const Viewer &viewerFor(domain::ExhibitKind kind);

/// The reason as half a sentence, lower case: "the file is damaged".
QString showErrorText(ShowError error, const EvidenceLimits &limits = {}, bool isFilm = false);

} // namespace arb::ui
