// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakeevidence.h"

#include "../../ui/viewing/chatdelegate.h"
#include "../../ui/viewing/chatheights.h"
#include "../../ui/viewing/chatmodel.h"
#include "../../ui/viewing/chatview.h"
#include "../../ui/viewing/columndialog.h"

#include <ui/viewers.h>

#include <QtGui/QAction>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDialog>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QTableWidget>

using namespace arb;
using namespace arb::tests;

/// Chats of any length and any content, and an exported one beside the platform's log.
class TstChatview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void heightsAreSummedAndFound();
    void laysOutOnlyWhatIsSeen();
    void wordsStandStillWhenGuessesAreWrong();
    void searchesALongLog();
    void searchesInTheBackground();
    void rangeOfALongLogIsCited();
    void arrowsPassBreaks();
    void longLinesAreReadInParts();
    void naughtyTextsAreShownAsTheyAre();
    void timesSayWhatIsUncertain();
    void copiesWithContext();
    void quotesLeadThereAndBack();
    void marksWhatDiffers();
    void stepsFromDifferenceToDifference();
    void scrollsInStep();
    void fileNamesLeadToTheirExhibits();
    void threadsAreFollowed();
    void goesToANumberAndADay();
    void asksWhatColumnsMean();
    void columnsAreReadAsTheyWereLeft();

private:
    ui::ViewerWidget *open(const ui::EvidenceRef &ref);
    ui::ChatView *list(const ui::ViewerWidget *viewer) const { return static_cast<ui::ChatView *>(viewer->findChild<QListView *>(QStringLiteral("chatList"))); }
    static ui::ChatModel *model(const ui::ChatView *view) { return static_cast<ui::ChatModel *>(view->model()); }
    ui::EvidenceRef exportRef() const;

    std::unique_ptr<FakeLoader> m_loader;
    std::unique_ptr<QWidget> m_window;
};

namespace {

domain::ChatMessage wrote(const QString &id, qint64 second, domain::Party from, const QString &text)
{
    domain::ChatMessage message;
    message.id = id;
    message.at = domain::UtcMs(1'791'766'800'000 + second * domain::secondMs);
    message.from = from;
    message.text = text;
    return message;
}

/// One message a minute; every hundredth speaks of a 包裹, every tenth is long.
QList<domain::ChatMessage> longChat(int count)
{
    QList<domain::ChatMessage> chat;
    for (int n = 1; n <= count; ++n) {
        const QString text = n % 100 == 0 ? QStringLiteral("包裹 arrived") : n % 10 == 0 ? QStringLiteral("many words ").repeated(40) : QStringLiteral("short");
        chat.append(wrote(QStringLiteral("m%1").arg(n), n * 60, n % 2 == 0 ? domain::Party::Merchant : domain::Party::Buyer, text));
    }
    return chat;
}

ui::EvidenceRef chatOf(const QList<domain::ChatMessage> &chat)
{
    ui::EvidenceRef ref;
    ref.kind = domain::ExhibitKind::Chat;
    ref.chat = chat;
    return ref;
}

/// As an exporter writes it: no ids, names of people, minutes only.
domain::ChatLog exported(const QList<domain::ChatMessage> &chat)
{
    domain::ChatLog log = domain::chatLogOf(chat);
    log.format = QStringLiteral("whatsapp");
    for (domain::LoggedMessage &message : log.messages) {
        message.givenId = {};
        message.doubts = domain::ChatDoubt::ZoneUnknown | domain::ChatDoubt::NoSeconds;
    }
    return log;
}

} // namespace

void TstChatview::init()
{
    m_loader = std::make_unique<FakeLoader>();
    m_window = std::make_unique<QWidget>();
    m_window->resize(480, 620);
    m_window->show();
}

void TstChatview::cleanup()
{
    m_window.reset();
    m_loader.reset();
}

ui::ViewerWidget *TstChatview::open(const ui::EvidenceRef &ref)
{
    ui::ViewerWidget *viewer = ui::findViewer(QStringLiteral("chat"))->create(*m_loader, m_window.get());
    viewer->setGeometry(m_window->rect());
    viewer->QWidget::show();
    viewer->show(ref);
    return viewer;
}

void TstChatview::heightsAreSummedAndFound()
{
    ui::ChatHeights heights;
    QCOMPARE(heights.rowAt(0), -1);
    QCOMPARE(heights.total(), 0);
    heights.assign({10, 20, 30, 40, 50});
    QCOMPARE(heights.total(), 150);
    QCOMPARE(heights.top(3), 60);
    QCOMPARE(heights.rowAt(0), 0);
    QCOMPARE(heights.rowAt(9), 0);
    QCOMPARE(heights.rowAt(10), 1);
    QCOMPARE(heights.rowAt(59), 2);
    QCOMPARE(heights.rowAt(60), 3);
    QCOMPARE(heights.rowAt(1000), 4);
    heights.set(1, 5);
    QCOMPARE(heights.total(), 135);
    QCOMPARE(heights.rowAt(15), 2);
    QCOMPARE(heights.top(5), 135);
}

void TstChatview::laysOutOnlyWhatIsSeen()
{
    const ui::ViewerWidget *viewer = open(chatOf(longChat(100'000)));
    ui::ChatView *view = list(viewer);
    view->grab();
    // The least a bubble can be is over 24 pixels high: so many fit on the screen. It was laid out for the first size, and for this one.
    const int onScreen = view->viewport()->height() / 24 + 2;
    QVERIFY2(view->look().laidOut() <= onScreen, qPrintable(QString::number(view->look().laidOut())));
    QTest::keyClick(view, Qt::Key_End);
    QCOMPARE(view->currentIndex().row(), view->model()->rowCount() - 1);
    QCOMPARE(view->visualRect(view->currentIndex()).bottom() + 1, view->viewport()->height());
    QCOMPARE(view->verticalScrollBar()->value(), view->verticalScrollBar()->maximum());
    QVERIFY(view->look().laidOut() <= 3 * onScreen);
    view->verticalScrollBar()->setValue(view->verticalScrollBar()->maximum() / 2);
    QVERIFY(view->topRow() > 30'000 && view->topRow() < 70'000);
    QVERIFY(view->look().laidOut() <= 5 * onScreen);
    QTest::keyClick(view, Qt::Key_Home);
    QCOMPARE(view->topRow(), 1); // the first message below its day
}

void TstChatview::wordsStandStillWhenGuessesAreWrong()
{
    const ui::ViewerWidget *viewer = open(chatOf(longChat(2'000)));
    ui::ChatView *view = list(viewer);
    view->verticalScrollBar()->setValue(view->verticalScrollBar()->maximum() / 2);
    // Scrolling by some pixels moves what is on the screen by just so many, whatever is measured on the way.
    for (const int by : {-40, 25, -90, -3, 61, -200}) {
        const QModelIndex seen = view->indexAt(QPoint(10, view->viewport()->height() / 2));
        const int before = view->visualRect(seen).top();
        view->verticalScrollBar()->setValue(view->verticalScrollBar()->value() + by);
        QCOMPARE(view->visualRect(seen).top(), before - by);
    }
}

void TstChatview::searchesALongLog()
{
    const ui::ViewerWidget *viewer = open(chatOf(longChat(10'000)));
    auto *field = viewer->findChild<QLineEdit *>(QStringLiteral("viewerSearch"));
    const auto *count = viewer->findChild<QLabel *>(QStringLiteral("viewerSearchCount"));
    field->setText(QStringLiteral("包裹"));
    QTRY_COMPARE(count->text(), QStringLiteral("1 of 100")); // its words are folded in the background first
    QCOMPARE(viewer->currentCitation()->message, QStringLiteral("m100"));
    viewer->findChild<QAction *>(QStringLiteral("viewerFindNext"))->trigger();
    QCOMPARE(viewer->currentCitation()->message, QStringLiteral("m200"));
    viewer->findChild<QAction *>(QStringLiteral("viewerFindPrevious"))->trigger();
    viewer->findChild<QAction *>(QStringLiteral("viewerFindPrevious"))->trigger();
    QCOMPARE(viewer->currentCitation()->message, QStringLiteral("m10000"));
}

void TstChatview::searchesInTheBackground()
{
    QList<domain::ChatMessage> chat = longChat(10);
    chat.append(wrote(QStringLiteral("big"), 700, domain::Party::Buyer, QStringLiteral("x").repeated(3'000'000) + QStringLiteral(" needle")));
    const ui::ViewerWidget *viewer = open(chatOf(chat));
    auto *field = viewer->findChild<QLineEdit *>(QStringLiteral("viewerSearch"));
    const auto *count = viewer->findChild<QLabel *>(QStringLiteral("viewerSearchCount"));
    field->setText(QStringLiteral("many"));
    field->setText(QStringLiteral("needle")); // what was asked before is not waited for
    QTRY_COMPARE(count->text(), QStringLiteral("1 of 1"));
    QCOMPARE(viewer->currentCitation()->message, QStringLiteral("big"));
    // The part that has it is on show.
    const ui::ChatModel *shown = model(list(viewer));
    QVERIFY(shown->entry(shown->rowOf(QStringLiteral("big"))).text.contains(QStringLiteral("needle")));
}

void TstChatview::rangeOfALongLogIsCited()
{
    const ui::ViewerWidget *viewer = open(chatOf(longChat(50'000)));
    ui::ChatView *view = list(viewer);
    view->setCurrentIndex(view->model()->index(1, 0));
    QTest::keyClick(view, Qt::Key_End, Qt::ShiftModifier);
    QCOMPARE(viewer->currentCitation()->message, QStringLiteral("m1"));
    QCOMPARE(viewer->currentCitation()->messageEnd, QStringLiteral("m50000"));
}

void TstChatview::arrowsPassBreaks()
{
    const ui::ViewerWidget *viewer = open(chatOf({wrote(QStringLiteral("a"), 0, domain::Party::Buyer, QStringLiteral("one")),
                                                  wrote(QStringLiteral("b"), 3 * 3600 + 12 * 60, domain::Party::Buyer, QStringLiteral("two"))}));
    ui::ChatView *view = list(viewer);
    QCOMPARE(view->model()->index(2, 0).data().toString(), QStringLiteral("3 h 12 min of silence"));
    view->setCurrentIndex(view->model()->index(1, 0));
    QTest::keyClick(view, Qt::Key_Down);
    QCOMPARE(viewer->currentCitation()->message, QStringLiteral("b"));
    // A screen reader hears the silence with the message.
    QVERIFY(view->currentIndex().data(Qt::AccessibleTextRole).toString().startsWith(QStringLiteral("3 h 12 min of silence")));
}

void TstChatview::longLinesAreReadInParts()
{
    constexpr qsizetype size = ui::ChatModel::partSize;
    QString text = QStringLiteral("a").repeated(size - 1) + QStringLiteral("😀");
    text += QStringLiteral("b").repeated(10 * 1024 * 1024 - text.size());
    const ui::ViewerWidget *viewer = open(chatOf({wrote(QStringLiteral("m1"), 0, domain::Party::Buyer, text)}));
    ui::ChatView *view = list(viewer);
    const ui::ChatModel *shown = model(view);
    QCOMPARE(shown->entry(1).text, QStringLiteral("a").repeated(size - 1)); // no half of a character
    QCOMPARE(shown->entry(1).parts, 2622); // 10,485,760 / 4,000 rounded up
    view->setCurrentIndex(view->model()->index(1, 0));
    QTest::keyClick(view, Qt::Key_Right);
    QVERIFY(shown->entry(1).text.startsWith(QStringLiteral("😀b")));
    QTest::keyClick(view, Qt::Key_Left);
    QTest::keyClick(view, Qt::Key_Left);
    QCOMPARE(shown->entry(1).part, 0);
    QVERIFY(shown->partText(shown->entry(1)).contains(QStringLiteral("2622")));
}

void TstChatview::naughtyTextsAreShownAsTheyAre()
{
    QString marks = QStringLiteral("Z");
    for (int n = 0; n < 500; ++n)
        marks += QChar(0x0336);
    const QStringList naughty{QStringLiteral("<img src=http://127.0.0.1/x>"), QStringLiteral("pay \u202E001"), QString(QChar(0xD800)), QStringLiteral("\u0000x"), marks,
                              QStringLiteral("\r\n\r\n"), QString(), QStringLiteral("%1 %2"), QStringLiteral("\t").repeated(300)};
    QList<domain::ChatMessage> chat;
    for (const QString &text : naughty)
        chat.append(wrote(QStringLiteral("n%1").arg(chat.size()), chat.size(), domain::Party::Buyer, text));
    chat[3].exhibit = QStringLiteral("\u202Ex");
    chat[4].replyTo = QStringLiteral("nobody");
    chat[5].replyTo = QStringLiteral("n5"); // itself
    chat[6].at = domain::UtcMs(253'402'300'799'000);
    const ui::ViewerWidget *viewer = open(chatOf(chat));
    ui::ChatView *view = list(viewer);
    const QAbstractItemModelTester tester(view->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    view->grab();
    QTest::keyClick(view, Qt::Key_End);
    view->grab();
    const ui::ChatModel *shown = model(view);
    QCOMPARE(shown->message(0).text, naughty[0]);
    QCOMPARE(shown->message(1).text, QStringLiteral("pay ⟦U+202E⟧001"));
    QCOMPARE(shown->message(7).text, QStringLiteral("%1 %2"));
    QVERIFY(shown->message(7).backwards);
}

/// The whole report, as its key opens it.
static QString reportOf(const ui::ViewerWidget &viewer)
{
    viewer.findChild<QAction *>(QStringLiteral("chatReportOpen"))->trigger();
    auto *dialog = viewer.findChild<QDialog *>(QStringLiteral("chatReportDialog"));
    if (!dialog)
        return {};
    const QString text = dialog->findChild<QPlainTextEdit *>(QStringLiteral("chatReportLines"))->toPlainText();
    delete dialog;
    return text;
}

ui::EvidenceRef TstChatview::exportRef() const
{
    ui::EvidenceRef ref;
    ref.kind = domain::ExhibitKind::Chat;
    ref.exhibitId = QStringLiteral("b3");
    ref.sha256 = "export";
    return ref;
}

void TstChatview::timesSayWhatIsUncertain()
{
    m_loader->chats.insert("export", exported({wrote(QStringLiteral("x"), 0, domain::Party::Buyer, QStringLiteral("one"))}));
    m_loader->chats["export"].messages.push_back({});
    m_loader->chats["export"].messages.back().line = 2;
    const ui::ViewerWidget *viewer = open(exportRef());
    ui::ChatView *view = list(viewer);
    QTRY_COMPARE(view->model()->rowCount(), 3);
    const ui::ChatModel *shown = model(view);
    const QString clock = domain::UtcMs(1'791'766'800'000).toPlatform().toString(QStringLiteral("HH:mm"));
    QCOMPARE(shown->footText(shown->message(0)), QString(u'~' + clock));
    QCOMPARE(shown->footText(shown->message(1)), QStringLiteral("line 2, without a time"));
    QVERIFY(viewer->findChild<QLabel *>(QStringLiteral("chatSummary"))->accessibleName().contains(QStringLiteral("no time zone")));
    QVERIFY(reportOf(*viewer).contains(QStringLiteral("no time zone")));
    const auto *zone = viewer->findChild<QLabel *>(QStringLiteral("chatZone"));
    QCOMPARE(zone->text(), QStringLiteral("UTC+8"));
    QCOMPARE(zone->accessibleName(), QStringLiteral("Times are UTC+8 (platform time)"));
    QCOMPARE(zone->toolTip(), QStringLiteral("Times are UTC+8 (platform time)"));
}

void TstChatview::copiesWithContext()
{
    const ui::ViewerWidget *viewer = open(chatOf(longChat(5)));
    ui::ChatView *view = list(viewer);
    view->setCurrentIndex(view->model()->index(2, 0));
    QTest::keyClick(view, Qt::Key_Down, Qt::ShiftModifier);
    viewer->findChild<QAction *>(QStringLiteral("chatCopy"))->trigger();
    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines[0].contains(QStringLiteral("UTC+8")));
    QVERIFY(lines[1].startsWith(QStringLiteral("[m2] ")) && lines[1].endsWith(QStringLiteral("Merchant: short")));
    QVERIFY(lines[2].startsWith(QStringLiteral("[m3] ")));
}

void TstChatview::quotesLeadThereAndBack()
{
    QList<domain::ChatMessage> chat = longChat(300);
    chat[250].replyTo = QStringLiteral("m3");
    ui::ViewerWidget *viewer = open(chatOf(chat));
    domain::Citation citation;
    citation.message = QStringLiteral("m251");
    viewer->goTo(citation, {});
    Q_EMIT list(viewer)->activated(list(viewer)->currentIndex());
    QCOMPARE(viewer->currentCitation()->message, QStringLiteral("m3"));
    viewer->findChild<QAction *>(QStringLiteral("chatBack"))->trigger();
    QCOMPARE(viewer->currentCitation()->message, QStringLiteral("m251"));
}

/// The export lacks p3 and has a message of its own; the words of p2 are not the same.
static QList<domain::ChatMessage> platformChat()
{
    return {wrote(QStringLiteral("p1"), 0, domain::Party::Buyer, QStringLiteral("The cup arrived broken this morning")),
            wrote(QStringLiteral("p2"), 60, domain::Party::Merchant, QStringLiteral("We will refund you 30 yuan today")),
            wrote(QStringLiteral("p3"), 120, domain::Party::Buyer, QStringLiteral("I opened it with a hammer, sorry")),
            wrote(QStringLiteral("p4"), 180, domain::Party::Merchant, QStringLiteral("Please send us a picture of the box"))};
}

static QList<domain::ChatMessage> alteredChat()
{
    QList<domain::ChatMessage> chat = platformChat();
    chat[1].text = QStringLiteral("We will refund you 90 yuan today");
    chat.removeAt(2);
    chat.append(wrote(QStringLiteral("e5"), 240, domain::Party::Buyer, QStringLiteral("You promised me a new one")));
    return chat;
}

void TstChatview::marksWhatDiffers()
{
    m_loader->chats.insert("export", exported(alteredChat()));
    ui::EvidenceRef ref = exportRef();
    ref.chat = platformChat();
    ref.masked = true;
    const ui::ViewerWidget *viewer = open(ref);
    ui::ChatView *view = list(viewer);
    // A day, p1, p2, what is missing, p4, e5.
    QTRY_COMPARE(view->model()->rowCount(), 6);
    QVERIFY(m_loader->maskedAsked);
    ui::ChatModel *shown = model(view);
    QCOMPARE(shown->differenceText(1), QString());
    QCOMPARE(shown->differenceText(2), QStringLiteral("similar, differs here"));
    const ui::ChatEntry altered = shown->entry(2);
    QCOMPARE(shown->loggedText(altered), QStringLiteral("the log says: We will refund you 30 yuan today"));
    QVERIFY(!altered.differs.isEmpty());
    QVERIFY(altered.text.sliced(altered.differs.first().from, altered.differs.first().size).contains(u'9'));
    QCOMPARE(shown->row(3).kind, ui::ChatRow::Kind::Missing);
    QCOMPARE(shown->entry(3).text, QStringLiteral("I opened it with a hammer, sorry"));
    QCOMPARE(shown->differenceText(5), QStringLiteral("only in the export"));
    view->grab();
    viewer->findChild<QAction *>(QStringLiteral("chatDifferences"))->setChecked(false);
    QCOMPARE(view->model()->rowCount(), 5);
    QCOMPARE(shown->differenceText(2), QString());
    QVERIFY(shown->entry(2).differs.isEmpty());
}

void TstChatview::stepsFromDifferenceToDifference()
{
    m_loader->chats.insert("export", exported(alteredChat()));
    ui::EvidenceRef ref = exportRef();
    ref.chat = platformChat();
    const ui::ViewerWidget *viewer = open(ref);
    ui::ChatView *view = list(viewer);
    QTRY_COMPARE(view->model()->rowCount(), 6);
    const auto *count = viewer->findChild<QLabel *>(QStringLiteral("chatDifferenceCount"));
    QCOMPARE(count->text(), QStringLiteral("3 difference(s)"));
    QList<int> rows;
    for (int n = 0; n < 4; ++n) {
        viewer->findChild<QAction *>(QStringLiteral("chatNextDifference"))->trigger();
        rows.append(view->currentIndex().row());
    }
    QCOMPARE(rows, (QList<int>{2, 3, 5, 2}));
    viewer->findChild<QAction *>(QStringLiteral("chatPreviousDifference"))->trigger();
    QCOMPARE(view->currentIndex().row(), 5);
    QCOMPARE(count->text(), QStringLiteral("Difference 3 of 3"));
}

void TstChatview::scrollsInStep()
{
    QList<domain::ChatMessage> chat = longChat(400), cut = chat;
    cut.remove(0, 100); // the export begins later
    for (domain::ChatMessage &message : chat)
        message.text += QStringLiteral(" number ") + message.id;
    for (domain::ChatMessage &message : cut)
        message.text += QStringLiteral(" number ") + message.id;
    m_loader->chats.insert("export", exported(cut));
    ui::EvidenceRef ref = exportRef();
    ref.chat = chat;
    ui::ViewerWidget *mine = open(ref), *logs = open(chatOf(chat));
    QTRY_VERIFY(list(mine)->model()->rowCount() >= 400);
    connect(mine, &ui::ViewerWidget::platformPlaceChanged, logs, &ui::ViewerWidget::followPlatform);
    QSignalSpy back(logs, &ui::ViewerWidget::platformPlaceChanged);
    list(mine)->putOnTop(model(list(mine))->rowOfPlatform(QStringLiteral("m250")));
    QCOMPARE(list(logs)->topRow(), model(list(logs))->rowOf(QStringLiteral("m250")));
    QCOMPARE(back.size(), 0); // or they would chase each other
    mine->followPlatform(QStringLiteral("m300"), false);
    QCOMPARE(model(list(mine))->platformPlace(list(mine)->topRow()), QStringLiteral("m300"));
    const int before = list(logs)->topRow();
    logs->followPlatform(QStringLiteral("m5"), false); // another view of the same log
    QCOMPARE(list(logs)->topRow(), before);
}

void TstChatview::fileNamesLeadToTheirExhibits()
{
    domain::ChatLog log = exported(longChat(2));
    log.messages[1].attachment = {static_cast<quint32>(log.words.size()), 11};
    log.words += QStringLiteral("VID-001.mp4\n");
    m_loader->chats.insert("export", log);
    ui::EvidenceRef ref = exportRef();
    ref.files.insert(QStringLiteral("vid-001.mp4"), QStringLiteral("b9"));
    const ui::ViewerWidget *viewer = open(ref);
    ui::ChatView *view = list(viewer);
    QTRY_VERIFY(view->model()->rowCount() > 2);
    QSignalSpy wanted(viewer, &ui::ViewerWidget::exhibitRequested);
    Q_EMIT view->activated(view->model()->index(model(view)->rowOfMessage(1), 0));
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.first().first().toString(), QStringLiteral("b9"));
}

void TstChatview::threadsAreFollowed()
{
    QList<domain::ChatMessage> chat = longChat(300);
    chat[49].replyTo = QStringLiteral("m3");
    chat[249].replyTo = QStringLiteral("m3");
    ui::ViewerWidget *viewer = open(chatOf(chat));
    ui::ChatView *view = list(viewer);
    const ui::ChatModel *shown = model(view);
    QVERIFY(shown->footText(shown->message(2)).contains(QStringLiteral("2 reply(s)")));
    QCOMPARE(shown->message(3).replies, 0);
    auto *next = viewer->findChild<QAction *>(QStringLiteral("chatNextReply"));
    auto *back = viewer->findChild<QAction *>(QStringLiteral("chatBack"));
    QVERIFY(next && back);
    view->setCurrentIndex(view->model()->index(shown->rowOf(QStringLiteral("m3")), 0));
    QStringList places;
    for (QAction *step : {next, next, next, back, back}) {
        step->trigger();
        places.append(viewer->currentCitation()->message);
    }
    // After the last there is none.
    QCOMPARE(places, (QStringList{QStringLiteral("m50"), QStringLiteral("m250"), QStringLiteral("m250"), QStringLiteral("m50"), QStringLiteral("m3")}));
}

void TstChatview::goesToANumberAndADay()
{
    // A message a minute, the first a minute later.
    QCOMPARE(domain::UtcMs(1'791'766'800'000).toPlatform().toString(Qt::ISODate).left(16), QStringLiteral("2026-10-12T09:00"));
    const ui::ViewerWidget *viewer = open(chatOf(longChat(3'000)));
    auto *field = viewer->findChild<QLineEdit *>(QStringLiteral("viewerSearch"));
    field->setText(QStringLiteral("#m1234"));
    QCOMPARE(viewer->currentCitation()->message, QStringLiteral("m1234"));
    field->setText(QStringLiteral("#2026-10-13")); // m1 is at 09:01, so m900 is at midnight
    QCOMPARE(viewer->currentCitation()->message, QStringLiteral("m900"));
    field->setText(QStringLiteral("#2030-01-01")); // nothing: it stays
    QCOMPARE(viewer->currentCitation()->message, QStringLiteral("m900"));
}

/// Rows that nobody knows the meaning of, and what they are once somebody has said it.
static void giveTable(FakeLoader &loader)
{
    domain::ChatLog lines = exported({wrote(QStringLiteral("1"), 0, domain::Party::Buyer, QStringLiteral("a;Ann;<b>x</b>"))});
    lines.format = QStringLiteral("text");
    lines.tableHead = {{QStringLiteral("when"), QStringLiteral("who"), QStringLiteral("what")}, {QStringLiteral("1/2/2026"), QStringLiteral("Ann"), QStringLiteral("<b>x</b>")}};
    lines.notUnderstood = {{1, 1, domain::ChatFault::NoHead, QStringLiteral("a;Ann;<b>x</b>")}};
    loader.chats.insert("export", lines);
    domain::ChatLog table = exported({wrote(QStringLiteral("1"), 0, domain::Party::Buyer, QStringLiteral("<b>x</b>")), wrote(QStringLiteral("2"), 60, domain::Party::Buyer, QStringLiteral("y"))});
    table.format = QStringLiteral("csv");
    table.tableHead = lines.tableHead;
    loader.mapped.insert("export", table);
}

void TstChatview::asksWhatColumnsMean()
{
    giveTable(*m_loader);
    const ui::ViewerWidget *viewer = open(exportRef());
    auto *button = viewer->findChild<QPushButton *>(QStringLiteral("chatColumnsButton"));
    QVERIFY(button && button->isHidden());
    QTRY_VERIFY(!button->isHidden());
    QVERIFY(viewer->findChild<QLabel *>(QStringLiteral("viewerNotice"))->text().contains(QStringLiteral("what they mean")));
    viewer->findChild<QAction *>(QStringLiteral("chatColumns"))->trigger();
    auto *dialog = viewer->findChild<QDialog *>(QStringLiteral("columnDialog"));
    QVERIFY(dialog);
    for (const QWidget *widget : dialog->findChildren<QComboBox *>())
        QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
    auto *ok = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
    QVERIFY(!ok->isEnabled()); // nobody has said where the texts are
    QVERIFY(dialog->findChild<QCheckBox *>(QStringLiteral("columnHeader"))->isChecked()); // no digit in it
    QCOMPARE(dialog->findChild<QTableWidget *>(QStringLiteral("columnRows"))->item(1, 2)->text(), QStringLiteral("<b>x</b>"));
    auto *text = dialog->findChild<QComboBox *>(QStringLiteral("column_text"));
    QCOMPARE(text->itemText(3), QStringLiteral("3: what"));
    text->setCurrentIndex(3);
    dialog->findChild<QComboBox *>(QStringLiteral("column_from"))->setCurrentIndex(2);
    auto *zone = dialog->findChild<QComboBox *>(QStringLiteral("columnZone"));
    zone->setCurrentIndex(zone->findData(60));
    const auto *preview = dialog->findChild<QTableWidget *>(QStringLiteral("columnPreview"));
    QTRY_COMPARE(preview->rowCount(), 2);
    QCOMPARE(preview->item(0, 2)->text(), QStringLiteral("<b>x</b>"));
    QVERIFY(dialog->findChild<QLabel *>(QStringLiteral("columnCount"))->text().startsWith(QStringLiteral("2 message(s). 0 line(s) not understood.")));
    QSignalSpy left(viewer, &ui::ViewerWidget::viewLeft);
    ok->click();
    QCOMPARE(left.size(), 1);
    const auto kept = left.first().first().value<domain::ExhibitView>();
    QCOMPARE(kept.exhibit, QStringLiteral("b3"));
    QCOMPARE(kept.reading.columns, (QHash<QString, QString>{{QStringLiteral("from"), QStringLiteral("2")}, {QStringLiteral("text"), QStringLiteral("3")}}));
    QCOMPARE(kept.reading.header, std::optional(true));
    QCOMPARE(kept.reading.zoneMinutes, std::optional(60));
    QVERIFY(!kept.reading.dayOrder);
    QTRY_COMPARE(model(list(viewer))->log()->format, QStringLiteral("csv"));
    QCOMPARE(m_loader->readingAsked, kept.reading);
    QVERIFY(viewer->findChild<QLabel *>(QStringLiteral("chatZone"))->text().contains(QStringLiteral("UTC+01:00")));
}

void TstChatview::columnsAreReadAsTheyWereLeft()
{
    giveTable(*m_loader);
    ui::ViewerWidget *viewer = open(exportRef());
    domain::ChatReading reading;
    reading.columns.insert(QStringLiteral("text"), QStringLiteral("3"));
    viewer->restoreReading(reading);
    QTRY_COMPARE(list(viewer)->model()->rowCount(), 3);
    QCOMPARE(model(list(viewer))->log()->format, QStringLiteral("csv"));
    viewer->restoreReading({}); // as the file says by itself
    QTRY_COMPARE(model(list(viewer))->log()->format, QStringLiteral("text"));
    // What was said of one file is not said of the next.
    viewer->restoreReading(reading);
    viewer->clear();
    viewer->show(exportRef());
    QTRY_COMPARE(m_loader->readingAsked, domain::ChatReading());
}

QObject *make_tst_chatview();
QObject *make_tst_chatview()
{
    return new TstChatview;
}

#include "tst_chatview.moc"
