// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewing/chatbar.h"
#include "viewing/chatdelegate.h"
#include "viewing/chatfinder.h"
#include "viewing/chatmodel.h"
#include "viewing/chatreport.h"
#include "viewing/chatview.h"
#include "viewing/columndialog.h"
#include "viewing/searchbar.h"
#include "viewing/viewbar.h"

#include <ui/viewers.h>

#include <presentation/chatwords.h>
#include <presentation/formats.h>

#include <QtCore/QDate>
#include <QtCore/QItemSelection>
#include <QtCore/QPointer>
#include <QtCore/QTimer>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtGui/QMouseEvent>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace arb::ui {

namespace {

/// A chat as its people saw it, with days, silences, recalls, edits and quotes; an exported one beside the platform's log.
/// What is selected is the citation: a message, or with Shift a range of them.
class ChatViewer final : public ViewerWidget
{
    Q_OBJECT

public:
    explicit ChatViewer(EvidenceLoader &evidence, QWidget *parent)
        : ViewerWidget(evidence, parent)
    {
        setObjectName(QStringLiteral("chatViewer"));
        auto *content = new QWidget(this);
        m_search = new SearchBar(content);
        m_model = new ChatModel(this);
        m_finder = new ChatFinder(this);
        m_view = new ChatView(*m_model, content);
        m_view->setObjectName(QStringLiteral("chatList"));
        m_view->viewport()->installEventFilter(this);
        addActions();
        m_bar = new ChatBar({m_differ, m_earlier, m_later, m_columns, m_dayOrder, m_report}, content);
        m_search->offer(m_everywhere, Glyph::Magnifier);
        auto *column = new QVBoxLayout(content);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(0);
        column->addWidget(m_search);
        column->addWidget(m_bar);
        column->addWidget(m_view, 1);
        setContent(content);
        setFocusProxy(m_view);
        connectParts();
        ChatViewer::retranslate();
    }

    std::optional<domain::Citation> currentCitation() const override
    {
        if (isBroken() || m_model->rowCount() == 0)
            return std::nullopt;
        if (const auto logged = m_view->chosenMissing())
            return m_model->loggedCitation(logged->first, logged->second);
        domain::Citation citation;
        citation.exhibit = shown().exhibitId; // empty: the case's own chat
        citation.sha256 = shown().sha256;
        if (const auto chosen = m_view->chosenMessages()) {
            citation.message = idAt(chosen->first);
            if (const QString last = idAt(chosen->second); !citation.message.isEmpty() && last != citation.message)
                citation.messageEnd = last;
        }
        // Of a file without messages that have a name, the exhibit as a whole is cited.
        if (citation.message.isEmpty() && citation.exhibit.isEmpty())
            return std::nullopt;
        return citation;
    }

    void goTo(const domain::Citation &citation, const QString &) override
    {
        // The case's own chat has no file: a digest is that of the messages, and whoever sends here has compared it.
        const bool isOfThese = citation.exhibit.isEmpty() || citation.sha256.isEmpty() || citation.sha256 == shown().sha256;
        if (citation.exhibit != shown().exhibitId || !isOfThese)
            return;
        m_destination = citation; // the file may still be on its way
        arrive();
    }

    void showCited(const QList<domain::Citation> &citations) override
    {
        QHash<QString, int> numbers;
        int number = 0;
        for (const domain::Citation &citation : citations) {
            ++number;
            if (!citation.message.isEmpty())
                numbers.insert(citation.message, number);
        }
        m_model->setCited(numbers);
    }

    void restoreReading(const domain::ChatReading &reading) override
    {
        if (shown().exhibitId.isEmpty() || reading == m_reading)
            return;
        m_reading = reading;
        // What was chosen is chosen again: a message keeps its line, whatever the columns mean.
        if (const auto place = currentCitation(); place && !place->message.isEmpty() && !place->exhibit.isEmpty())
            m_destination = place;
        load();
    }

    void followPlatform(const QString &messageId, bool fromExport) override
    {
        if (!isInStep() || (!m_model->isExport() && !fromExport))
            return;
        if (const int row = m_model->rowOfPlatform(messageId); row >= 0) {
            m_follows = true;
            m_view->putOnTop(row);
            m_follows = false;
        }
    }

protected:
    void begin() override
    {
        m_reading = {};
        retranslate();
        if (shown().exhibitId.isEmpty()) {
            m_model->setNow(loader().now());
            m_model->setMessages(shown().chat);
            m_finder->setChat(m_model->sharedLog(), nullptr);
            ready();
            return;
        }
        load();
    }

    void end() override
    {
        loader().cancel(m_ticket);
        forgetPictures();
        m_ticket = 0;
        m_destination.reset();
        delete m_columnDialog;
        m_hits.clear();
        m_differences.clear();
        m_cameFrom.clear();
        m_search->clear();
        m_model->setMessages({});
        m_finder->setChat(nullptr, nullptr);
        m_bar->showReport({}, {});
        m_bar->showDayOrder(false);
        m_bar->showColumns(false, false);
        m_bar->showDifferences(0, -1);
    }

    void retranslate() override
    {
        const QString caption = presentation::visibleText(shown().caption);
        m_view->setAccessibleName(caption.isEmpty() ? tr("Chat messages") : tr("Chat messages: %1").arg(caption));
        m_find->setText(tr("Search"));
        m_nextHit->setText(tr("Next match"));
        m_previousHit->setText(tr("Previous match"));
        setActionWords(m_everywhere, tr("Search all cases for these words"));
        setActionWords(m_back, tr("Back to where the quote was followed"));
        setActionWords(m_copy, tr("Copy the messages as text"));
        setActionWords(m_differ, tr("Show differences from the platform's log"));
        setActionWords(m_earlier, tr("Previous difference"));
        setActionWords(m_later, tr("Next difference"));
        setActionWords(m_thread, tr("Next reply in the thread"));
        setActionWords(m_quoted, tr("Go to the message that this one answers"));
        setActionWords(m_columns, tr("Say what the columns of a chat table mean"));
        setActionWords(m_report, tr("The whole report on this chat"));
        m_search->retranslate();
        m_bar->setZone(zoneSign(m_reading), zoneText());
        tellReport();
        m_bar->retranslate();
        m_model->languageChanged();
    }

    void careChanged() override
    {
        forgetPictures();
        m_model->forgetPictures();
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (watched == m_view->viewport() && event->type() == QEvent::MouseButtonRelease) {
            const auto *mouse = static_cast<QMouseEvent *>(event);
            if (mouse->button() == Qt::LeftButton && !mouse->modifiers().testFlag(Qt::ShiftModifier))
                click(mouse->position().toPoint()); // with Shift a range is chosen
        }
        if (watched == m_view->viewport() && (event->type() == QEvent::Show || event->type() == QEvent::Resize))
            tellInViewSoon();
        return ViewerWidget::eventFilter(watched, event);
    }

private:
    void addActions()
    {
        m_find = addViewerAction(QStringLiteral("viewerFind"), {QKeySequence(QKeySequence::Find), QKeySequence(Qt::Key_Slash)}, [this] { m_search->beginTyping(); });
        m_nextHit = addViewerAction(QStringLiteral("viewerFindNext"), {QKeySequence(Qt::Key_F3)}, [this] { hop(1); });
        m_previousHit = addViewerAction(QStringLiteral("viewerFindPrevious"), {QKeySequence(Qt::SHIFT | Qt::Key_F3)}, [this] { hop(-1); });
        m_everywhere = addViewerAction(QStringLiteral("chatSearchAll"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A)}, [this] {
            if (!m_search->words().trimmed().isEmpty())
                Q_EMIT allCasesWanted({m_search->words().trimmed()});
        });
        m_back = addViewerAction(QStringLiteral("chatBack"), {QKeySequence(Qt::ALT | Qt::Key_Left), QKeySequence(Qt::Key_Backspace)}, [this] { goBack(); });
        m_copy = addViewerAction(QStringLiteral("chatCopy"), {QKeySequence(QKeySequence::Copy)}, [this] { copyChosen(); });
        m_differ = addViewerAction(QStringLiteral("chatDifferences"), {QKeySequence(Qt::Key_F8)}, {});
        m_differ->setCheckable(true);
        m_differ->setChecked(true);
        m_earlier = addViewerAction(QStringLiteral("chatPreviousDifference"), {QKeySequence(Qt::SHIFT | Qt::Key_F7)}, [this] { stepDifference(-1); });
        m_later = addViewerAction(QStringLiteral("chatNextDifference"), {QKeySequence(Qt::Key_F7)}, [this] { stepDifference(1); });
        m_thread = addViewerAction(QStringLiteral("chatNextReply"), {QKeySequence(Qt::ALT | Qt::Key_Right)}, [this] { goOnInThread(); });
        m_quoted = addViewerAction(QStringLiteral("chatQuoted"), {QKeySequence(Qt::ALT | Qt::Key_Up)}, [this] { goToQuoted(); });
        m_columns = addViewerAction(QStringLiteral("chatColumns"), {QKeySequence(Qt::SHIFT | Qt::Key_F8)}, [this] { askColumns(); });
        m_dayOrder = addViewerAction(QStringLiteral("chatDayOrder"), {QKeySequence(Qt::CTRL | Qt::Key_F8)}, [this] { turnDayOrder(); });
        m_report = addViewerAction(QStringLiteral("chatReportOpen"), {QKeySequence(Qt::CTRL | Qt::Key_F7)}, {});
    }

    void connectParts()
    {
        connect(m_view, &CitableList::dragWanted, this, &ViewerWidget::dragWanted);
        connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ViewerWidget::citationChanged);
        connect(m_view->verticalScrollBar(), &QScrollBar::valueChanged, this, [this] { tellInViewSoon(); });
        connect(m_view->verticalScrollBar(), &QScrollBar::rangeChanged, this, [this] { tellInViewSoon(); });
        connect(m_view, &QAbstractItemView::activated, this, [this](const QModelIndex &index) { follow(index.row()); });
        connect(m_view, &ChatView::partWanted, m_model, &ChatModel::turnPart);
        connect(m_view, &ChatView::topRowChanged, this, [this](int row) { tellPlace(row); });
        connect(&m_view->look(), &ChatDelegate::pictureWanted, this, [this](const QString &id) { loadPicture(id); }, Qt::QueuedConnection);
        connect(m_search, &SearchBar::wordsChanged, this, [this] { search(); });
        connect(m_finder, &ChatFinder::found, this, [this](const std::vector<qsizetype> &messages) { takeHits(messages); });
        connect(m_search, &SearchBar::nextWanted, this, [this] { hop(1); });
        connect(m_search, &SearchBar::previousWanted, this, [this] { hop(-1); });
        connect(m_differ, &QAction::toggled, this, [this](bool shown) { differ(shown); });
    }

    void forgetPictures()
    {
        for (const EvidenceLoader::Ticket ticket : std::as_const(m_pictureTickets))
            loader().cancel(ticket);
        m_pictureTickets.clear();
    }

    void load()
    {
        loader().cancel(m_ticket);
        m_ticket = loader().chatLog(shown().sha256, m_reading, shown().chat, shown().masked, this, [this](const Shown<ReadChat> &read) {
            if (!read) {
                showBroken(read.error());
                return;
            }
            m_model->setNow(loader().now());
            m_model->setRead(*read, shown().chat, shown().files);
            m_finder->setChat(read->log, read->search);
            ready();
        });
    }

    void ready()
    {
        m_bar->showColumns(isTable(), isTable() && m_model->log()->hasUnknownColumns());
        m_bar->setZone(zoneSign(m_reading), zoneText());
        tellReport();
        findDifferences();
        setNotice([this] { return noticeText(); });
        arrive();
        if (!m_search->words().isEmpty())
            search();
        Q_EMIT seen(shown().exhibitId);
        Q_EMIT citationChanged();
        tellInViewSoon();
    }

    /// Once, when everything that moves the messages now has done so.
    void tellInViewSoon()
    {
        if (!std::exchange(m_isToTell, true))
            QTimer::singleShot(0, this, [this] { tellInView(); });
    }

    void tellInView()
    {
        m_isToTell = false;
        // Rows of a table that nobody has explained are no messages yet: once it is, there are fewer of them, and their count would never be reached.
        if (isBroken() || !m_view->isVisible() || (isTable() && m_model->log()->hasUnknownColumns()))
            return;
        if (const auto seen = m_view->messagesInView())
            Q_EMIT messagesSeen(shown().exhibitId, m_model->row(seen->first).message, m_model->row(seen->second).message, std::ssize(m_model->log()->messages));
    }

    // --- what is told ----------------------------------------------------------------------------------------------------

    QString zoneText() const
    {
        const QString platform = tr("Times are UTC+8 (platform time)");
        return m_reading.zoneMinutes ? tr("%1; those of the file are taken as UTC%2").arg(platform, domain::zoneCode(*m_reading.zoneMinutes)) : platform;
    }

    bool isTable() const { return m_model->isExport() && !m_model->log()->tableHead.isEmpty(); }

    void askColumns()
    {
        if (!isTable() || m_columnDialog)
            return;
        const domain::ChatLog &log = *m_model->log();
        domain::ChatReading now = m_reading; // or else what the program took the columns for
        now.columns = now.columns.isEmpty() ? log.tableColumns : now.columns;
        now.header = now.header ? now.header : log.tableHeader;
        m_columnDialog = new ColumnDialog(log.tableHead, now, this);
        connect(m_columnDialog, &ColumnDialog::previewWanted, this, [this, dialog = m_columnDialog.data()](const domain::ChatReading &reading) {
            loader().cancel(m_previewTicket);
            m_previewTicket = loader().chatLog(shown().sha256, reading, {}, shown().masked, dialog, [dialog](const Shown<ReadChat> &read) { dialog->showPreview(read ? read->log.get() : nullptr); });
        });
        connect(m_columnDialog, &ColumnDialog::chosen, this, [this](const domain::ChatReading &reading) { readAs(reading); });
        m_columnDialog->begin();
        m_columnDialog->open();
    }

    /// What stands open above the messages: only what has to be answered before they can be read. All else is in the report.
    QString noticeText() const
    {
        if (!m_model->isExport() || !m_model->log()->hasUnknownColumns())
            return {};
        return tr("This looks like a table, but its columns have no known names: say what they mean (%1).").arg(m_columns->shortcut().toString(QKeySequence::NativeText));
    }

    void tellReport()
    {
        const bool isExport = m_model->isExport();
        const auto other = isExport ? m_model->log()->otherDayOrder : std::nullopt;
        setActionWords(m_dayOrder, readAsText(other));
        m_bar->showDayOrder(other.has_value());
        m_bar->showReport(isExport ? presentation::chatSummaryParts(*m_model->log(), m_model->differences()) : QStringList(),
                          [this] { return m_model->isExport() ? chatReportLines(*m_model->log(), m_model->differences(), zoneText()) : QStringList(); });
    }

    /// Kept with how the exhibit is left, as what the columns mean: the same choice holds wherever it is read.
    void turnDayOrder()
    {
        if (!m_model->isExport() || !m_model->log()->otherDayOrder)
            return;
        domain::ChatReading reading = m_reading;
        reading.dayOrder = m_model->log()->otherDayOrder;
        readAs(reading);
    }

    void readAs(const domain::ChatReading &reading)
    {
        restoreReading(reading);
        Q_EMIT viewLeft({shown().exhibitId, shown().sha256, 0, {}, reading});
    }

    // --- chosen messages -------------------------------------------------------------------------------------------------

    QString idAt(int row) const { return m_model->index(row).data(ChatModel::MessageIdRole).toString(); }

    void copyChosen()
    {
        const auto chosen = m_view->chosenMessages();
        if (!chosen)
            return;
        const QString caption = presentation::visibleText(shown().caption);
        const QString title = QStringLiteral("%1 (%2)").arg(caption.isEmpty() ? tr("Chat of the case") : caption, zoneText());
        QGuiApplication::clipboard()->setText(title + m_model->excerpt(chosen->first, chosen->second));
    }

    void select(int row)
    {
        if (row < 0)
            return;
        const QModelIndex index = m_model->index(row);
        // Whatever keys are held: this is one message, and no range up to it.
        m_view->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
        m_view->scrollTo(index, QAbstractItemView::PositionAtCenter);
    }

    void arrive()
    {
        const int first = m_destination ? m_model->rowOf(m_destination->message) : -1;
        if (first < 0)
            return;
        const int last = m_destination->messageEnd.isEmpty() ? first : m_model->rowOf(m_destination->messageEnd);
        m_destination.reset();
        select(first);
        if (last > first)
            m_view->selectionModel()->select(QItemSelection(m_model->index(first), m_model->index(last)), QItemSelectionModel::ClearAndSelect);
    }

    // --- search ----------------------------------------------------------------------------------------------------------

    void search()
    {
        const QString words = m_search->words();
        const bool isPlace = words.startsWith(u'#');
        m_model->setSearchWords(isPlace ? QString() : words);
        m_hits.clear();
        m_hit = -1;
        m_search->showCount(0, -1);
        if (isPlace)
            jump(words.sliced(1).trimmed());
        m_finder->find(isPlace ? QString() : words);
    }

    /// To a message by its id, or to the first one of a day.
    void jump(const QString &place)
    {
        const int named = m_model->rowOf(place);
        select(named >= 0 ? named : m_model->rowOfDay(QDate::fromString(place, Qt::ISODate)));
    }

    void takeHits(const std::vector<qsizetype> &messages)
    {
        m_hits.reserve(static_cast<qsizetype>(messages.size()));
        for (const qsizetype message : messages)
            m_hits.append(m_model->rowOfMessage(message));
        m_search->showCount(0, static_cast<int>(m_hits.size()));
        if (!m_hits.isEmpty())
            hop(1);
    }

    void hop(int by)
    {
        if (m_hits.isEmpty())
            return;
        const auto count = static_cast<int>(m_hits.size());
        m_hit = m_hit < 0 ? (by > 0 ? 0 : count - 1) : (m_hit + by + count) % count;
        m_model->turnToWords(m_hits[m_hit], m_search->words());
        select(m_hits[m_hit]);
        m_search->showCount(m_hit + 1, count);
    }

    // --- beside the platform's log ---------------------------------------------------------------------------------------

    bool isInStep() const { return !m_model->isExport() || (m_model->differences() && m_differ->isChecked()); }

    void tellPlace(int row)
    {
        if (m_follows || !isInStep() || m_model->rowCount() == 0)
            return;
        if (const QString place = m_model->platformPlace(row); !place.isEmpty())
            Q_EMIT platformPlaceChanged(place, m_model->isExport());
    }

    void findDifferences()
    {
        m_differences = m_model->differenceRows();
        m_difference = -1;
        m_bar->showDifferences(0, m_model->differences() ? static_cast<int>(m_differences.size()) : -1);
    }

    void differ(bool isShown)
    {
        const QString before = idAt(m_view->currentIndex().row());
        m_model->setDifferencesShown(isShown);
        findDifferences();
        if (!m_search->words().isEmpty())
            search(); // rows have other numbers
        select(m_model->rowOf(before));
    }

    void stepDifference(int by)
    {
        if (m_differences.isEmpty())
            return;
        const int row = m_view->currentIndex().row();
        // From where the reader is, round the end.
        const auto after = std::upper_bound(m_differences.cbegin(), m_differences.cend(), row);
        const auto from = std::lower_bound(m_differences.cbegin(), m_differences.cend(), row);
        if (by > 0)
            m_difference = after == m_differences.cend() ? 0 : static_cast<int>(after - m_differences.cbegin());
        else
            m_difference = static_cast<int>(from == m_differences.cbegin() ? m_differences.size() : from - m_differences.cbegin()) - 1;
        select(m_differences[m_difference]);
        m_bar->showDifferences(m_difference + 1, static_cast<int>(m_differences.size()));
    }

    // --- what a message points at ----------------------------------------------------------------------------------------

    void follow(int row)
    {
        if (m_model->row(row).kind == ChatRow::Kind::Missing)
            Q_EMIT platformPlaceChanged(m_model->platformPlace(row), true);
        if (!m_model->isMessage(row))
            return;
        const ChatEntry entry = m_model->entry(row);
        if (!entry.exhibit.isEmpty())
            Q_EMIT exhibitRequested(entry.exhibit);
        else
            goFrom(row, m_model->answeredRow(row));
    }

    void goFrom(int row, int next)
    {
        if (next < 0)
            return;
        m_cameFrom.append(m_model->stopAt(row));
        select(next);
    }

    void goOnInThread()
    {
        const int row = m_view->currentIndex().row();
        goFrom(row, m_model->nextInThread(row));
    }

    void goToQuoted()
    {
        const int row = m_view->currentIndex().row();
        if (row >= 0)
            goFrom(row, m_model->answeredRow(row));
    }

    void goBack()
    {
        if (!m_cameFrom.isEmpty())
            select(m_model->rowOfStop(m_cameFrom.takeLast()));
    }

    void click(QPoint at)
    {
        const QModelIndex index = m_view->indexAt(at);
        if (!index.isValid())
            return;
        const int row = index.row();
        switch (m_view->look().placeAt(row, m_view->visualRect(index), at)) {
        case ChatDelegate::Place::Quote: goFrom(row, m_model->answeredRow(row)); break;
        case ChatDelegate::Place::Picture: Q_EMIT exhibitRequested(m_model->entry(row).exhibit); break;
        case ChatDelegate::Place::Part: turnOn(row); break;
        case ChatDelegate::Place::Missing: Q_EMIT platformPlaceChanged(m_model->platformPlace(row), true); break;
        case ChatDelegate::Place::Nothing: break;
        }
    }

    /// To the next part; after the last the first comes again.
    void turnOn(int row)
    {
        const ChatEntry entry = m_model->entry(row);
        m_model->turnPart(row, entry.part + 1 < entry.parts ? 1 : -entry.part);
        m_view->putOnTop(row);
    }

    void loadPicture(const QString &id)
    {
        const QByteArray digest = shown().pictures.value(id);
        // With care on, the box keeps its number: the picture is looked at as an exhibit, when somebody asks to.
        if (care() != Care::Off || digest.isEmpty() || m_pictureTickets.contains(id))
            return;
        m_pictureTickets.insert(id, loader().picture(digest, QSize(336, 224), this, [this, id](const Shown<Picture> &picture) {
            if (picture)
                m_model->setPicture(id, picture->levels.last());
        }));
    }

    SearchBar *m_search = nullptr;
    ChatBar *m_bar = nullptr;
    ChatView *m_view = nullptr;
    ChatModel *m_model = nullptr;
    QAction *m_find = nullptr, *m_everywhere = nullptr, *m_nextHit = nullptr, *m_previousHit = nullptr, *m_back = nullptr, *m_copy = nullptr, *m_differ = nullptr, *m_earlier = nullptr, *m_later = nullptr;
    QAction *m_thread = nullptr, *m_quoted = nullptr, *m_columns = nullptr, *m_dayOrder = nullptr, *m_report = nullptr;
    ChatFinder *m_finder = nullptr;
    QPointer<ColumnDialog> m_columnDialog;
    domain::ChatReading m_reading; ///< as somebody said the file is read
    EvidenceLoader::Ticket m_ticket = 0, m_previewTicket = 0;
    QHash<QString, EvidenceLoader::Ticket> m_pictureTickets;
    QList<int> m_hits;
    int m_hit = -1;
    QList<int> m_differences; ///< rows, rising
    int m_difference = -1;
    QList<ChatStop> m_cameFrom; ///< messages whose quotes were followed
    bool m_follows = false; ///< scrolled by another view
    bool m_isToTell = false; ///< what is in view
    std::optional<domain::Citation> m_destination; ///< where to go once the file is there
};

} // namespace

Viewer make_chat()
{
    return {QStringLiteral("chat"), QT_TRANSLATE_NOOP("arb::ui::Viewer", "Chat"),
            [](EvidenceLoader &loader, QWidget *parent) -> ViewerWidget * { return new ChatViewer(loader, parent); }};
}

} // namespace arb::ui

#include "chat.moc"
