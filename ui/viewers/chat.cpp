// SPDX-License-Identifier: GPL-3.0-or-later
#include "citing/citehandle.h"
#include "viewing/chatdelegate.h"
#include "viewing/chatmodel.h"
#include "viewing/exhibittext.h"
#include "viewing/searchbar.h"

#include <ui/viewers.h>

#include <presentation/formats.h>

#include <QtCore/QItemSelection>
#include <QtCore/QTimer>
#include <QtGui/QMouseEvent>
#include <QtWidgets/QListView>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>
#include <optional>
#include <utility>

namespace arb::ui {

namespace {

/// A chat as its people saw it, with days, silences, recalls, edits and quotes. What is selected is the citation: a message,
/// or with Shift a range of them.
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
        auto *list = new CitableList(content);
        connect(list, &CitableList::dragWanted, this, &ViewerWidget::dragWanted);
        m_view = list;
        m_model = new ChatModel(this);
        m_delegate = new ChatDelegate(*m_model, *m_view);
        buildView();
        auto *column = new QVBoxLayout(content);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(0);
        column->addWidget(m_search);
        column->addWidget(m_view, 1);
        setContent(content);
        setFocusProxy(m_view);
        m_find = addViewerAction(QStringLiteral("viewerFind"), {QKeySequence(QKeySequence::Find)},
                                 [this] { m_search->beginTyping(); });
        connect(m_search, &SearchBar::wordsChanged, this, [this] { search(); });
        connect(m_search, &SearchBar::nextWanted, this, [this] { hop(1); });
        connect(m_search, &SearchBar::previousWanted, this, [this] { hop(-1); });
        ChatViewer::retranslate();
    }

    std::optional<domain::Citation> currentCitation() const override
    {
        if (isBroken() || m_model->rowCount() == 0)
            return std::nullopt;
        domain::Citation citation;
        citation.exhibit = shown().exhibitId; // empty: the case's own chat
        citation.sha256 = shown().sha256;
        QModelIndexList chosen = m_view->selectionModel()->selectedIndexes();
        std::ranges::sort(chosen, {}, &QModelIndex::row);
        if (!chosen.isEmpty()) {
            const QString last = chosen.constLast().data(ChatModel::MessageIdRole).toString();
            citation.message = chosen.constFirst().data(ChatModel::MessageIdRole).toString();
            if (!citation.message.isEmpty() && last != citation.message)
                citation.messageEnd = last;
        }
        // Of a file without messages that have a name, the exhibit as a whole is cited.
        if (citation.message.isEmpty() && citation.exhibit.isEmpty())
            return std::nullopt;
        return citation;
    }

    void goTo(const domain::Citation &citation, const QString &) override
    {
        const bool isOfThese = citation.sha256.isEmpty() || citation.sha256 == shown().sha256;
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

protected:
    void begin() override
    {
        retranslate();
        if (shown().exhibitId.isEmpty()) {
            m_model->setMessages(shown().chat);
            ready();
            return;
        }
        m_ticket = loader().bytes(shown().sha256, wordsCap, this, [this](const Shown<QByteArray> &bytes) {
            if (!bytes) {
                showBroken(bytes.error());
                return;
            }
            if (const auto chat = chatFrom(*bytes))
                m_model->setMessages(*chat);
            else
                m_model->setLines(linesFrom(*bytes));
            ready();
        });
    }

    void end() override
    {
        loader().cancel(m_ticket);
        for (const EvidenceLoader::Ticket ticket : std::as_const(m_pictureTickets))
            loader().cancel(ticket);
        m_pictureTickets.clear();
        m_ticket = 0;
        m_destination.reset();
        m_hits.clear();
        m_search->clear();
        m_model->setMessages({});
    }

    void retranslate() override
    {
        const QString caption = presentation::visibleText(shown().caption);
        m_view->setAccessibleName(caption.isEmpty() ? tr("Chat messages") : tr("Chat messages: %1").arg(caption));
        m_find->setText(tr("Search"));
        m_search->retranslate();
        m_delegate->forgetSizes();
        m_model->languageChanged();
        m_view->doItemsLayout();
    }

    void careChanged() override
    {
        for (const EvidenceLoader::Ticket ticket : std::as_const(m_pictureTickets))
            loader().cancel(ticket);
        m_pictureTickets.clear();
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
    void buildView()
    {
        m_view->setObjectName(QStringLiteral("chatList"));
        m_view->setModel(m_model);
        m_view->setItemDelegate(m_delegate);
        m_view->setResizeMode(QListView::Adjust);
        m_view->setLayoutMode(QListView::Batched); // long chats show their beginning before the end is laid out
        m_view->setBatchSize(200);
        m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
        m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        m_view->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // its coming and going would change every height
        m_view->setSelectionMode(QAbstractItemView::ContiguousSelection);
        m_view->setFrameShape(QFrame::NoFrame);
        m_view->viewport()->installEventFilter(this);
        connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ViewerWidget::citationChanged);
        connect(m_view, &QAbstractItemView::activated, this, [this](const QModelIndex &index) { follow(index); });
        connect(m_view->verticalScrollBar(), &QScrollBar::valueChanged, this, [this] { tellInViewSoon(); });
        connect(m_view->verticalScrollBar(), &QScrollBar::rangeChanged, this, [this] { tellInViewSoon(); });
        connect(m_delegate, &ChatDelegate::pictureWanted, this, [this](const QString &id) { loadPicture(id); },
                Qt::QueuedConnection);
    }

    void ready()
    {
        m_delegate->forgetSizes();
        arrive();
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
        const int rows = m_model->rowCount();
        const QRect port = m_view->viewport()->rect();
        if (isBroken() || rows == 0 || !m_view->isVisible() || port.isEmpty())
            return;
        const QModelIndex top = m_view->indexAt(port.topLeft() + QPoint(1, 1)), bottom = m_view->indexAt(port.bottomLeft() + QPoint(1, -1));
        const QRect end = m_view->visualRect(m_model->index(rows - 1));
        if (!bottom.isValid() && (end.isEmpty() || end.bottom() > port.bottom()))
            return; // not laid out yet; the scroll bar tells when it is
        const ChatRow &from = m_model->row(top.isValid() ? top.row() : 0), &to = m_model->row(bottom.isValid() ? bottom.row() : rows - 1);
        const qint64 first = from.message, last = to.kind == ChatRow::Kind::Message ? to.message : to.message - 1; // a break stands before its message
        if (last >= first)
            Q_EMIT messagesSeen(shown().exhibitId, first, last, m_model->row(rows - 1).message + 1);
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

    void search()
    {
        m_hits = m_model->find(m_search->words());
        m_model->setSearchWords(m_search->words());
        m_hit = -1;
        m_search->showCount(0, m_search->words().isEmpty() ? -1 : static_cast<int>(m_hits.size()));
        if (!m_hits.isEmpty())
            hop(1);
    }

    void hop(int by)
    {
        if (m_hits.isEmpty())
            return;
        const auto count = static_cast<int>(m_hits.size());
        m_hit = m_hit < 0 ? (by > 0 ? 0 : count - 1) : (m_hit + by + count) % count;
        select(m_hits[m_hit]);
        m_search->showCount(m_hit + 1, count);
    }

    /// What a message points at: its picture, or the message it answers.
    void follow(const QModelIndex &index)
    {
        const ChatRow &row = m_model->row(index.row());
        if (row.kind != ChatRow::Kind::Message)
            return;
        const domain::ChatMessage &message = m_model->message(row.message);
        if (!message.exhibit.isEmpty())
            Q_EMIT exhibitRequested(message.exhibit);
        else
            select(m_model->rowOf(message.replyTo));
    }

    void click(QPoint place)
    {
        const QModelIndex index = m_view->indexAt(place);
        if (!index.isValid())
            return;
        const QRect item = m_view->visualRect(index);
        if (m_delegate->isOnQuote(index, item, place))
            select(m_model->rowOf(m_model->message(m_model->row(index.row()).message).replyTo));
        else if (m_delegate->isOnPicture(index, item, place))
            Q_EMIT exhibitRequested(m_model->message(m_model->row(index.row()).message).exhibit);
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
    QListView *m_view = nullptr;
    ChatModel *m_model = nullptr;
    ChatDelegate *m_delegate = nullptr;
    QAction *m_find = nullptr;
    EvidenceLoader::Ticket m_ticket = 0;
    QHash<QString, EvidenceLoader::Ticket> m_pictureTickets;
    QList<int> m_hits;
    int m_hit = -1;
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
