// SPDX-License-Identifier: GPL-3.0-or-later
#include "../presentation/words.h"
#include "fakeevidence.h"

#include <ui/viewers.h>

#include <QtGui/QAction>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QDialog>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListView>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>

#include <memory>
#include <utility>

using namespace arb;
using namespace arb::tests;

/// What stands above a chat's messages: its report in one line, and the order of its days.
class TstChatBar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void saysWhatWasNotUnderstood();
    void saysThatNothingIsInTheLog();
    void theOrderOfDaysIsTurned();
    void theReportLeavesRoom_data();
    void theReportLeavesRoom();

private:
    ui::ViewerWidget *open(const ui::EvidenceRef &ref);
    static QListView *list(const ui::ViewerWidget *viewer) { return viewer->findChild<QListView *>(QStringLiteral("chatList")); }
    static ui::EvidenceRef exportRef()
    {
        ui::EvidenceRef ref;
        ref.kind = domain::ExhibitKind::Chat;
        ref.exhibitId = QStringLiteral("b3");
        ref.sha256 = "export";
        return ref;
    }
    static domain::ChatMessage wrote(int minute, const QString &text)
    {
        domain::ChatMessage message;
        message.id = QString::number(minute);
        message.at = domain::UtcMs(1'791'766'800'000 + minute * domain::minuteMs);
        message.text = text;
        return message;
    }
    /// As an exporter writes it: no zone, minutes only.
    static domain::ChatLog exported(const QList<domain::ChatMessage> &chat)
    {
        domain::ChatLog log = domain::chatLogOf(chat);
        log.format = QStringLiteral("whatsapp");
        for (domain::LoggedMessage &message : log.messages) {
            message.givenId = {};
            message.doubts = domain::ChatDoubt::ZoneUnknown | domain::ChatDoubt::NoSeconds;
        }
        return log;
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

    std::unique_ptr<FakeLoader> m_loader;
    std::unique_ptr<QWidget> m_window;
};

void TstChatBar::init()
{
    m_loader = std::make_unique<FakeLoader>();
    m_window = std::make_unique<QWidget>();
    m_window->resize(480, 620);
    m_window->show();
}

void TstChatBar::cleanup()
{
    m_window.reset();
    m_loader.reset();
}

ui::ViewerWidget *TstChatBar::open(const ui::EvidenceRef &ref)
{
    ui::ViewerWidget *viewer = ui::findViewer(QStringLiteral("chat"))->create(*m_loader, m_window.get());
    viewer->setGeometry(m_window->rect());
    viewer->QWidget::show();
    viewer->show(ref);
    return viewer;
}

void TstChatBar::saysWhatWasNotUnderstood()
{
    domain::ChatLog log = exported({wrote(0, QStringLiteral("one")), wrote(1, QStringLiteral("two"))});
    log.notUnderstood = {{2, 1, domain::ChatFault::NoHead, QStringLiteral("strange \u202E words")}, {7, 4, domain::ChatFault::ImpossibleDate, QStringLiteral("31/2/26")}};
    m_loader->chats.insert("export", log);
    const ui::ViewerWidget *viewer = open(exportRef());
    auto *report = viewer->findChild<QPushButton *>(QStringLiteral("chatReport"));
    QVERIFY(report->isHidden());
    QTRY_VERIFY(!report->isHidden());
    QVERIFY(report->accessibleName().contains(QStringLiteral("2 not understood")));
    report->click();
    auto *dialog = viewer->findChild<QDialog *>(QStringLiteral("chatReportDialog"));
    QVERIFY(dialog);
    const QStringList lines = dialog->findChild<QPlainTextEdit *>(QStringLiteral("chatReportLines"))->toPlainText().split(u'\n');
    const qsizetype last = lines.size() - 1;
    QVERIFY(last >= 2);
    QVERIFY(lines[last - 1].startsWith(QStringLiteral("line 2")) && lines[last - 1].contains(QStringLiteral("⟦U+202E⟧")));
    QVERIFY(lines[last].startsWith(QStringLiteral("line 7")));
    dialog->findChild<QPushButton *>(QStringLiteral("chatReportCopy"))->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), lines.join(u'\n'));
    dialog->close();
}

void TstChatBar::saysThatNothingIsInTheLog()
{
    m_loader->chats.insert("export", exported({wrote(0, QStringLiteral("We owe you everything")), wrote(2, QStringLiteral("Thanks"))}));
    ui::EvidenceRef ref = exportRef();
    ref.chat = {wrote(1, QStringLiteral("Good morning")), wrote(50, QStringLiteral("Where is it?")), wrote(90, QStringLiteral("On its way"))};
    const ui::ViewerWidget *viewer = open(ref);
    const auto *count = viewer->findChild<QLabel *>(QStringLiteral("chatDifferenceCount"));
    QTRY_COMPARE(count->text(), QStringLiteral("5 difference(s)"));
    QVERIFY(viewer->findChild<QAction *>(QStringLiteral("chatDifferences"))->isVisible());
    QVERIFY(viewer->findChild<QPushButton *>(QStringLiteral("chatReport"))->accessibleName().contains(QStringLiteral("nothing of it is in the log")));
    QVERIFY(reportOf(*viewer).contains(QStringLiteral("Nothing of this export is in the platform's log.")));
}

void TstChatBar::theOrderOfDaysIsTurned()
{
    domain::ChatLog log = exported({wrote(0, QStringLiteral("one"))});
    log.dayOrder = domain::DayOrder::DayMonthYear;
    m_loader->chats.insert("export", log); // told apart: nothing to turn
    ui::ViewerWidget *viewer = open(exportRef());
    auto *button = viewer->findChild<QPushButton *>(QStringLiteral("chatDayOrderButton"));
    auto *action = viewer->findChild<QAction *>(QStringLiteral("chatDayOrder"));
    QVERIFY(button && action);
    QTRY_COMPARE(list(viewer)->model()->rowCount(), 2);
    QVERIFY(button->isHidden() && !action->isEnabled());

    log.dayOrderOpen = true;
    log.otherDayOrder = domain::DayOrder::MonthDayYear;
    m_loader->chats.insert("export", log);
    domain::ChatLog turned = log;
    turned.dayOrderOpen = false;
    std::swap(turned.dayOrder, turned.otherDayOrder);
    m_loader->mapped.insert("export", turned);
    viewer->clear();
    viewer->show(exportRef());
    QTRY_VERIFY(!button->isHidden());
    QCOMPARE(button->text(), QStringLiteral("Read as month/day"));
    QCOMPARE(button->accessibleName(), button->text());
    QVERIFY(!action->shortcut().isEmpty());
    QSignalSpy left(viewer, &ui::ViewerWidget::viewLeft);
    button->click();
    QCOMPARE(left.size(), 1);
    const auto kept = left.first().first().value<domain::ExhibitView>();
    QCOMPARE(kept.exhibit, QStringLiteral("b3"));
    QCOMPARE(kept.reading.dayOrder, std::optional(domain::DayOrder::MonthDayYear));
    QTRY_COMPARE(button->text(), QStringLiteral("Read as day/month")); // and back
    QCOMPARE(m_loader->readingAsked, kept.reading);
    QTRY_VERIFY(!viewer->findChild<QLabel *>(QStringLiteral("chatSummary"))->accessibleName().contains(QStringLiteral("uncertain")));
    action->trigger();
    QCOMPARE(left.size(), 2);
    QCOMPARE(left.last().first().value<domain::ExhibitView>().reading.dayOrder, std::optional(domain::DayOrder::DayMonthYear));

    log.dayOrderOpen = false;
    log.dayOrderByLog = true;
    m_loader->chats.insert("export", log);
    viewer->clear();
    viewer->show(exportRef());
    QTRY_VERIFY(viewer->findChild<QLabel *>(QStringLiteral("chatSummary"))->accessibleName().contains(QStringLiteral("by the log")));
    QVERIFY(reportOf(*viewer).contains(QStringLiteral("The order of day and month follows from the platform's log")));
}

void TstChatBar::theReportLeavesRoom_data()
{
    QTest::addColumn<bool>("chinese");
    QTest::newRow("English") << false;
    QTest::newRow("Chinese") << true;
}

/// A pane of a window of 1366 by 768 pixels is about 400 high, and with three panes about 300 wide.
void TstChatBar::theReportLeavesRoom()
{
    QFETCH(bool, chinese);
    const Speaking speaking(chinese);
    const QList<domain::ChatMessage> platform{wrote(0, QStringLiteral("The cup arrived broken this morning")), wrote(1, QStringLiteral("I opened it with a hammer, sorry"))};
    domain::ChatLog log = exported({platform[0], wrote(2, QStringLiteral("You promised me a new one"))});
    log.dayOrder = domain::DayOrder::DayMonthYear;
    log.otherDayOrder = domain::DayOrder::MonthDayYear;
    log.dayOrderOpen = true;
    log.encodingGuessed = true;
    log.undecodable = 3;
    for (quint32 line = 1; line <= 40; ++line)
        log.notUnderstood.append({line, 1, domain::ChatFault::AlmostHead, QStringLiteral("10/13/26, 12:00 - ")});
    m_loader->chats.insert("export", log);
    ui::EvidenceRef ref = exportRef();
    ref.chat = platform;
    ui::ViewerWidget *viewer = open(ref);
    QTRY_VERIFY(list(viewer)->model()->rowCount() >= 3);
    const auto *zone = viewer->findChild<QLabel *>(QStringLiteral("chatZone"));
    for (const int width : {430, 330}) {
        viewer->setGeometry(0, 0, width, 400);
        QTRY_COMPARE(list(viewer)->width(), width);
        QVERIFY2(list(viewer)->height() >= 240, qPrintable(QString::number(list(viewer)->height())));
        QVERIFY(zone->width() >= zone->fontMetrics().horizontalAdvance(zone->text()));
        QVERIFY(zone->isVisibleTo(viewer) && zone->geometry().right() < width);
        QVERIFY(viewer->findChild<QLabel *>(QStringLiteral("chatSummary"))->x() - zone->geometry().right() > 6); // two words, not one
        const auto *more = viewer->findChild<QPushButton *>(QStringLiteral("chatReport"));
        QVERIFY(more->isVisibleTo(viewer) && more->mapTo(viewer, more->rect().topRight()).x() < width);
    }
    QCOMPARE(reportOf(*viewer).split(u'\n').filter(QStringLiteral("10/13/26")).size(), 40);
}

QObject *make_tst_chatbar();
QObject *make_tst_chatbar()
{
    return new TstChatBar;
}

#include "tst_chatbar.moc"
