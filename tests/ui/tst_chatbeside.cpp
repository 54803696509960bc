// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakeevidence.h"

#include "../../ui/viewing/chatdelegate.h"
#include "../../ui/viewing/chatmodel.h"
#include "../../ui/viewing/chatview.h"

#include <ui/viewers.h>

#include <QtGui/QAction>
#include <QtGui/QContextMenuEvent>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QMenu>

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
    void whatOnlyTheLogHasIsCitedThere();
    void daysAreThoseOfAllRows();
    void silencesAreByOneClock();
    void alteredWordsStandWhole();
    void longAlteredWordsAreReadInParts();
    void theFutureIsMarked();
    void unexplainedRowsAreNoMessages();
    void marksAreNotCut();

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

/// No place of the export, and not the whole of it either: the message of the platform's log.
void TstChatbeside::whatOnlyTheLogHasIsCitedThere()
{
    open(exportedThread(), loggedThread());
    QSignalSpy wanted(m_viewer, &ui::ViewerWidget::citeWanted), dragged(m_viewer, &ui::ViewerWidget::dragWanted);
    domain::Citation third;
    third.message = QStringLiteral("3");
    m_view->setCurrentIndex(m_model->index(3));
    QCOMPARE(m_viewer->currentCitation(), std::optional(third));
    QVERIFY(m_view->selectionModel()->isSelected(m_model->index(3)));
    QVERIFY(m_model->index(3).flags().testFlag(Qt::ItemIsDragEnabled));
    Q_EMIT m_view->dragWanted();
    QCOMPARE(dragged.size(), 1);
    QContextMenuEvent asked(QContextMenuEvent::Keyboard, QPoint(1, 1), QPoint(1, 1));
    QApplication::sendEvent(m_viewer, &asked);
    auto *menu = m_viewer->findChild<QMenu *>(QStringLiteral("viewerMenu"));
    QVERIFY(menu && menu->actions().constFirst()->isEnabled());
    menu->actions().constFirst()->trigger();
    QCOMPARE(wanted.size(), 1);
    delete menu;
    // Two of them are a range of the log; with a message of the export among them it is one of the export.
    QTest::keyClick(m_view, Qt::Key_Down, Qt::ShiftModifier);
    domain::Citation both = third;
    both.messageEnd = QStringLiteral("4");
    QCOMPARE(m_viewer->currentCitation(), std::optional(both));
    QTest::keyClick(m_view, Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(m_viewer->currentCitation()->exhibit, QStringLiteral("b3"));
    QCOMPARE(m_viewer->currentCitation()->message, QStringLiteral("9"));
    // The export's own 2 is not the log's.
    m_view->setCurrentIndex(m_model->index(6));
    QCOMPARE(m_viewer->currentCitation()->exhibit, QStringLiteral("b3"));
    QCOMPARE(m_viewer->currentCitation()->message, QStringLiteral("2"));
    // Whoever opens it stands at that message of the log.
    ui::EvidenceRef log;
    log.kind = domain::ExhibitKind::Chat;
    log.chat = loggedThread();
    m_viewer->show(log);
    m_viewer->goTo(third, {});
    QCOMPARE(m_model->entry(current()).text, QStringLiteral("I threw it away on Friday"));
    QCOMPARE(m_viewer->currentCitation(), std::optional(third));
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

/// Each row: the words of a break, or who has the message and when.
static QStringList rowsOf(const ui::ChatModel &model)
{
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row) {
        const ui::ChatRow::Kind kind = model.row(row).kind;
        if (kind == ui::ChatRow::Kind::Day || kind == ui::ChatRow::Kind::Gap)
            rows.append(model.breakText(model.row(row)));
        else
            rows.append((kind == ui::ChatRow::Kind::Missing ? QStringLiteral("log ") : QStringLiteral("here ")) + model.footText(model.entry(row)));
    }
    return rows;
}

void TstChatbeside::daysAreThoseOfAllRows()
{
    QList<domain::ChatMessage> logged{said(QStringLiteral("1"), onDay(2, 8, 30), domain::Party::Buyer, QStringLiteral("The cup arrived broken this morning"))};
    for (int day = 3; day <= 5; ++day)
        logged.append(said(QString::number(day - 1), onDay(day, 8, 30), domain::Party::Merchant, QStringLiteral("Words of day %1").arg(day)));
    logged.append(said(QStringLiteral("5"), onDay(5, 12, 55), domain::Party::Buyer, QStringLiteral("Nobody answers me")));
    logged.append(said(QStringLiteral("6"), onDay(7, 8, 30), domain::Party::Merchant, QStringLiteral("Please send us a picture of the box")));
    open({logged.first(), logged.last()}, logged);
    const QStringList expected{QStringLiteral("2026-10-02"), QStringLiteral("here 08:30:00"), QStringLiteral("2026-10-03"), QStringLiteral("log 08:30:00"),
                               QStringLiteral("2026-10-04"), QStringLiteral("log 08:30:00"), QStringLiteral("2026-10-05"), QStringLiteral("log 08:30:00"),
                               QStringLiteral("4 h 25 min of silence"), QStringLiteral("log 12:55:00"), QStringLiteral("2026-10-07"), QStringLiteral("here 08:30:00")};
    QCOMPARE(rowsOf(*m_model), expected);
    QCOMPARE(m_model->rowOfDay(QDate(2026, 10, 5)), 7);
    QCOMPARE(m_model->rowOfDay(QDate(2026, 10, 6)), 11); // nobody wrote on that day
    QCOMPARE(m_model->answeredRow(6), -1);
    QVERIFY(m_model->index(7).data(Qt::AccessibleTextRole).toString().startsWith(QStringLiteral("2026-10-05")));
    // The export by itself is silent for five days.
    trigger("chatDifferences");
    QCOMPARE(rowsOf(*m_model).size(), 4);
    QVERIFY(rowsOf(*m_model).at(2).startsWith(QStringLiteral("2026-10-07 (")));
}

/// A clock two hours ahead makes no silence between what one minute parts.
void TstChatbeside::silencesAreByOneClock()
{
    const QStringList words{QStringLiteral("The cup arrived broken this morning"), QStringLiteral("Please send us a picture of the box"), QStringLiteral("Here is one of the bottom"),
                            QStringLiteral("That may be an old crack"),            QStringLiteral("It rang when I shook it"),             QStringLiteral("We ask the carrier first")};
    QList<domain::ChatMessage> logged, exported;
    for (int n = 0; n < words.size(); ++n) {
        logged.append(said(QString::number(n + 1), onDay(2, 9, n), n % 2 == 0 ? domain::Party::Buyer : domain::Party::Merchant, words.at(n)));
        exported.append(logged.last());
        exported.last().at = onDay(2, 11, n);
    }
    exported.removeAt(2);
    open(exported, logged);
    QCOMPARE(m_model->differences()->offsetMs, std::optional(2 * domain::hourMs));
    const QStringList expected{QStringLiteral("2026-10-02"), QStringLiteral("here 11:00:00"), QStringLiteral("here 11:01:00"), QStringLiteral("log 09:02:00"),
                               QStringLiteral("here 11:03:00"), QStringLiteral("here 11:04:00"), QStringLiteral("here 11:05:00")};
    QCOMPARE(rowsOf(*m_model), expected);
}

/// The first and the last message of both sides are the same; between them each side has one of its own words.
static QList<domain::ChatMessage> aroundOne(const QString &words)
{
    return {said(QStringLiteral("1"), onDay(2, 9, 0), domain::Party::Buyer, QStringLiteral("The cup arrived broken this morning")),
            said(QStringLiteral("2"), onDay(2, 9, 1), domain::Party::Merchant, words),
            said(QStringLiteral("3"), onDay(2, 9, 2), domain::Party::Buyer, QStringLiteral("Please send us a picture of the box"))};
}

static QString markedIn(const QString &text, const QList<domain::CharSpan> &spans)
{
    return spans.size() == 1 ? text.mid(spans.first().from, spans.first().size) : QString();
}

void TstChatbeside::alteredWordsStandWhole()
{
    const QString lead = QStringLiteral("The box was wet \u202Ewhen it came here. ").repeated(12);
    open(aroundOne(lead + QStringLiteral("We pay 90 yuan")), aroundOne(lead + QStringLiteral("We pay 30 yuan")));
    const ui::ChatEntry altered = m_model->entry(2);
    QVERIFY(altered.altered);
    QVERIFY(altered.logged.endsWith(QStringLiteral("We pay 30 yuan")));
    QCOMPARE(altered.logged.count(QStringLiteral("⟦U+202E⟧")), 12); // all of it, made visible
    QCOMPARE(markedIn(altered.logged, altered.loggedDiffers), QStringLiteral("3"));
    QCOMPARE(markedIn(altered.text, altered.differs), QStringLiteral("9"));
    qsizetype from = -1;
    QCOMPARE(m_model->loggedText(altered, &from), QString(QStringLiteral("the log says: ") + altered.logged));
    QCOMPARE(from, 14);
    QVERIFY(m_model->index(2).data(Qt::AccessibleTextRole).toString().contains(m_model->loggedText(altered)));
    QCOMPARE(m_model->loggedText(m_model->entry(1)), QString());
    // Its room is that of so many lines: over 400 characters do not fit into three.
    const int both = m_view->visualRect(m_model->index(2)).height();
    m_view->grab();
    trigger("chatDifferences");
    QVERIFY(both - m_view->visualRect(m_model->index(2)).height() > 3 * m_view->fontMetrics().height());
    QCOMPARE(m_model->entry(2).logged, QString());
}

void TstChatbeside::longAlteredWordsAreReadInParts()
{
    constexpr qsizetype size = ui::ChatModel::partSize;
    QList<domain::ChatMessage> logged = aroundOne(QString(size, u'a') + QStringLiteral(" We pay 30 yuan"));
    logged.append(said(QStringLiteral("4"), onDay(2, 9, 3), domain::Party::Merchant, QString(size, u'b') + QStringLiteral(" and the rest")));
    open(aroundOne(QStringLiteral("We pay nothing")), logged);
    QCOMPARE(m_model->entry(2).parts, 2); // the longer of the two tells
    QCOMPARE(m_model->entry(2).logged, QString(size, u'a'));
    m_view->setCurrentIndex(m_model->index(2));
    QTest::keyClick(m_view, Qt::Key_Right);
    QCOMPARE(m_model->entry(2).logged, QStringLiteral(" We pay 30 yuan"));
    QCOMPARE(m_model->entry(2).text, QString());
    m_view->grab();
    QTest::keyClick(m_view, Qt::Key_Left);
    QCOMPARE(m_model->entry(2).text, QStringLiteral("We pay nothing"));
    // What only the log has is read to its end in the same way.
    QCOMPARE(m_model->row(4).kind, ui::ChatRow::Kind::Missing);
    m_view->setCurrentIndex(m_model->index(4));
    QTest::keyClick(m_view, Qt::Key_Right);
    QCOMPARE(m_model->entry(4).text, QStringLiteral(" and the rest"));
}

void TstChatbeside::theFutureIsMarked()
{
    const QString mark = QStringLiteral("a time in the future");
    QList<domain::ChatMessage> logged = aroundOne(QStringLiteral("We ask the carrier first")), exported = logged;
    logged.append(said(QStringLiteral("4"), onDay(20, 9, 0), domain::Party::Merchant, QStringLiteral("That may be an old crack")));
    exported.append(said(QStringLiteral("5"), onDay(25, 9, 0), domain::Party::Buyer, QStringLiteral("You will have ninety yuan")));
    m_loader->setNow(onDay(10, 9, 0));
    open(exported, logged);
    QStringList marked;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const bool isBreak = m_model->row(row).kind == ui::ChatRow::Kind::Day || m_model->row(row).kind == ui::ChatRow::Kind::Gap;
        if (!isBreak && m_model->footText(m_model->entry(row)).contains(mark))
            marked.append(m_model->entry(row).text);
    }
    QCOMPARE(marked, (QStringList{logged.last().text, exported.last().text}));
    // The case's own chat; two minutes are what two clocks may be apart.
    ui::ChatModel own;
    own.setNow(onDay(20, 8, 58));
    own.setMessages(logged);
    QVERIFY(!own.footText(own.message(3)).contains(mark));
    own.setNow(onDay(20, 8, 54));
    own.setMessages(logged);
    QVERIFY(own.footText(own.message(3)).contains(mark));
    QVERIFY(own.index(own.rowOfMessage(3)).data(Qt::AccessibleTextRole).toString().contains(mark));
    own.setNow({}); // nobody told
    own.setMessages(logged);
    QVERIFY(!own.footText(own.message(3)).contains(mark));
}

/// Three lines of a table, of which two are messages once somebody has said what its columns mean.
void TstChatbeside::unexplainedRowsAreNoMessages()
{
    const QList<domain::ChatMessage> lines = aroundOne(QStringLiteral("2026-10-02;Ann;We ask the carrier first"));
    domain::ChatLog table = domain::chatLogOf(lines.mid(1));
    table.format = QStringLiteral("csv");
    table.tableHead = {{QStringLiteral("when"), QStringLiteral("who"), QStringLiteral("what")}};
    m_loader->mapped.insert("export", table);
    domain::ChatLog rows = domain::chatLogOf(lines);
    rows.format = QStringLiteral("text");
    rows.tableHead = table.tableHead;
    m_loader->chats.insert("export", rows);
    ui::EvidenceRef ref;
    ref.kind = domain::ExhibitKind::Chat;
    ref.exhibitId = QStringLiteral("b3");
    ref.sha256 = "export";
    ui::ViewerWidget *viewer = ui::findViewer(QStringLiteral("chat"))->create(*m_loader, m_window.get());
    QSignalSpy seen(viewer, &ui::ViewerWidget::messagesSeen);
    viewer->setGeometry(m_window->rect());
    viewer->QWidget::show();
    viewer->show(ref);
    const auto *model = static_cast<ui::ChatModel *>(viewer->findChild<QListView *>(QStringLiteral("chatList"))->model());
    QTRY_COMPARE(model->rowCount(), 4); // with their day
    QCoreApplication::processEvents();
    QCOMPARE(seen.size(), 0);
    domain::ChatReading reading;
    reading.columns.insert(QStringLiteral("text"), QStringLiteral("3"));
    viewer->restoreReading(reading);
    QTRY_VERIFY(!seen.isEmpty());
    for (const QList<QVariant> &told : std::as_const(seen))
        QCOMPARE(told.last().toLongLong(), 2); // of two there are
    QCOMPARE(seen.last().at(1).toLongLong(), 0);
    QCOMPARE(seen.last().at(2).toLongLong(), 1);
}

/// Where a pane is narrow, what is said of a message goes on in a second line.
void TstChatbeside::marksAreNotCut()
{
    ui::ChatModel model;
    model.setMessages({said(QStringLiteral("1"), onDay(2, 9, 0), domain::Party::Buyer, QStringLiteral("a")),
                       said(QStringLiteral("2"), onDay(2, 8, 59), domain::Party::Buyer, QStringLiteral("b"))});
    const ui::ChatView view(model);
    const ui::ChatDelegate &look = view.look();
    QVERIFY(model.footText(model.message(1)).endsWith(QStringLiteral("earlier than the message above")));
    QCOMPARE(look.height(1, 250), look.height(1, 900));
    QVERIFY(look.height(2, 250) > look.height(2, 900));
}

QObject *make_tst_chatbeside();
QObject *make_tst_chatbeside()
{
    return new TstChatbeside;
}

#include "tst_chatbeside.moc"
