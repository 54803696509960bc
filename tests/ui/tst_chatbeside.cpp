// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakeevidence.h"

#include "../../ui/viewing/chatdelegate.h"
#include "../../ui/viewing/chatmodel.h"
#include "../../ui/viewing/chatview.h"

#include <ui/viewers.h>

#include <QtGui/QAction>
#include <QtTest/QTest>

using namespace arb;
using namespace arb::tests;

/// An exported chat with what only the platform's log has standing between its messages.
class TstChatbeside : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void quotesStayOnTheirSide();
    void quotesOfTheLogAreFollowed();

private:
    /// @p exported beside @p logged, once it is read.
    void open(const QList<domain::ChatMessage> &exported, const QList<domain::ChatMessage> &logged);
    void trigger(const char *action) const { m_viewer->findChild<QAction *>(QLatin1StringView(action))->trigger(); }
    int current() const { return m_view->currentIndex().row(); }

    std::unique_ptr<FakeLoader> m_loader;
    std::unique_ptr<QWidget> m_window;
    ui::ViewerWidget *m_viewer = nullptr;
    ui::ChatView *m_view = nullptr;
    ui::ChatModel *m_model = nullptr;
};

namespace {

domain::ChatMessage said(const QString &id, domain::UtcMs at, domain::Party from, const QString &text, const QString &replyTo = {})
{
    domain::ChatMessage message;
    message.id = id;
    message.at = at;
    message.from = from;
    message.text = text;
    message.replyTo = replyTo;
    return message;
}

domain::UtcMs onDay(int day, int hour, int minute)
{
    return domain::UtcMs::fromPlatform(QDate(2026, 10, day), QTime(hour, minute));
}

QList<domain::ChatMessage> loggedThread()
{
    return {said(QStringLiteral("1"), onDay(2, 9, 0), domain::Party::Buyer, QStringLiteral("The cup arrived broken this morning")),
            said(QStringLiteral("2"), onDay(2, 9, 1), domain::Party::Merchant, QStringLiteral("Please send us a picture of the box")),
            said(QStringLiteral("3"), onDay(2, 9, 2), domain::Party::Buyer, QStringLiteral("I threw it away on Friday"), QStringLiteral("2")),
            said(QStringLiteral("4"), onDay(2, 9, 3), domain::Party::Merchant, QStringLiteral("Then nothing can be proved"), QStringLiteral("3")),
            said(QStringLiteral("5"), onDay(2, 9, 4), domain::Party::Buyer, QStringLiteral("Refund me the whole price now"))};
}

/// Lacks 3 and 4, and counts its own ids: its 2 is another message than that of the log.
QList<domain::ChatMessage> exportedThread()
{
    return {said(QStringLiteral("1"), onDay(2, 9, 0), domain::Party::Buyer, QStringLiteral("The cup arrived broken this morning")),
            said(QStringLiteral("7"), onDay(2, 9, 1), domain::Party::Merchant, QStringLiteral("Please send us a picture of the box")),
            said(QStringLiteral("9"), onDay(2, 9, 4), domain::Party::Buyer, QStringLiteral("Refund me the whole price now")),
            said(QStringLiteral("2"), onDay(2, 9, 5), domain::Party::Merchant, QStringLiteral("You will have ninety yuan"), QStringLiteral("7")),
            said(QStringLiteral("8"), onDay(2, 9, 6), domain::Party::Buyer, QStringLiteral("Keep it and good night"), QStringLiteral("3"))};
}

} // namespace

void TstChatbeside::init()
{
    m_loader = std::make_unique<FakeLoader>();
    m_window = std::make_unique<QWidget>();
    m_window->resize(560, 900);
    m_window->show();
}

void TstChatbeside::cleanup()
{
    m_window.reset();
    m_loader.reset();
}

void TstChatbeside::open(const QList<domain::ChatMessage> &exported, const QList<domain::ChatMessage> &logged)
{
    domain::ChatLog log = domain::chatLogOf(exported);
    log.format = QStringLiteral("csv");
    m_loader->chats.insert("export", log);
    ui::EvidenceRef ref;
    ref.kind = domain::ExhibitKind::Chat;
    ref.exhibitId = QStringLiteral("b3");
    ref.sha256 = "export";
    ref.chat = logged;
    m_viewer = ui::findViewer(QStringLiteral("chat"))->create(*m_loader, m_window.get());
    m_viewer->setGeometry(m_window->rect());
    m_viewer->QWidget::show();
    m_viewer->show(ref);
    m_view = static_cast<ui::ChatView *>(m_viewer->findChild<QListView *>(QStringLiteral("chatList")));
    m_model = static_cast<ui::ChatModel *>(m_view->model());
    QTRY_VERIFY(m_model->rowCount() > 0);
}

void TstChatbeside::quotesStayOnTheirSide()
{
    open(exportedThread(), loggedThread());
    // A day; 1; 7 as the log's 2; the log's 3 and 4; 9; 2; 8.
    QCOMPARE(m_model->rowCount(), 8);
    QCOMPARE(m_model->row(3).kind, ui::ChatRow::Kind::Missing);
    QCOMPARE(m_model->row(4).kind, ui::ChatRow::Kind::Missing);
    const auto quoteAt = [this](int row) { return m_model->quoteText(m_model->entry(row)); };
    QCOMPARE(quoteAt(3), QStringLiteral("Merchant: Please send us a picture of the box"));
    QCOMPARE(quoteAt(4), QStringLiteral("Buyer: I threw it away on Friday"));
    QVERIFY(m_model->index(4).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("Buyer: I threw it away on Friday")));
    QVERIFY(quoteAt(6).endsWith(QStringLiteral(": Please send us a picture of the box")));
    QCOMPARE(quoteAt(7), QStringLiteral("Reply to a message that is not in this chat")); // the log's 3 is none of the export's
    QCOMPARE(m_model->answeredRow(3), 2);
    QCOMPARE(m_model->answeredRow(4), 3);
    QCOMPARE(m_model->answeredRow(6), 2);
    QCOMPARE(m_model->answeredRow(7), -1);
    QCOMPARE(m_model->answeredRow(0), -1);
    QVERIFY(m_model->footText(m_model->entry(3)).contains(QStringLiteral("1 reply(s)")));
}

void TstChatbeside::quotesOfTheLogAreFollowed()
{
    open(exportedThread(), loggedThread());
    m_view->setCurrentIndex(m_model->index(4));
    QList<int> rows;
    for (const char *step : {"chatQuoted", "chatQuoted", "chatBack", "chatBack"}) {
        trigger(step);
        rows.append(current());
    }
    QCOMPARE(rows, (QList<int>{3, 2, 3, 4}));
    trigger("chatBack"); // nowhere to go back to
    QCOMPARE(current(), 4);
    m_view->setCurrentIndex(m_model->index(3));
    trigger("chatNextReply");
    QCOMPARE(current(), 4);
    // The quotation is clicked, wherever in the bubble it is drawn.
    const QRect item = m_view->visualRect(m_model->index(3));
    QPoint at;
    for (int y = item.top(); y < item.bottom() && at.isNull(); ++y) {
        if (m_view->look().placeAt(3, item, QPoint(item.left() + 80, y)) == ui::ChatDelegate::Place::Quote)
            at = QPoint(item.left() + 80, y + 2);
    }
    QVERIFY(!at.isNull());
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, at);
    QCOMPARE(current(), 2);
}

QObject *make_tst_chatbeside();
QObject *make_tst_chatbeside()
{
    return new TstChatbeside;
}

#include "tst_chatbeside.moc"
