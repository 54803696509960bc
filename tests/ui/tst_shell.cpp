// SPDX-License-Identifier: GPL-3.0-or-later
#include "../../ui/queue/queuedelegate.h"
#include "../../ui/shell/choicedialog.h"
#include "../../ui/shell/evidencedialog.h"
#include "../../ui/shell/textdialog.h"
#include "../../ui/shell/toast.h"

#include <smalldesk.h>

#include <QtGui/QFontMetrics>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QDateTimeEdit>
#include <QtWidgets/QGroupBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

#include <ctime>

using namespace arb;

/// The small windows and the toast: what they hand on, and that the keyboard alone is enough.
class TstShell : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void deadlineIsPlatformTime_data();
    void deadlineIsPlatformTime();
    void evidenceDialogGoesInReadingOrder();
    void evidenceDialogSaysWhatFollows();
    void evidenceDialogGrowsWithItsSentence();
    void evidenceDialogGoesOnWhereItWasLeft();
    void dueWordOutlivesItsClock();
    void textIsAnsweredByKeys();
    void oneDigitIsTheAnswer();
    void offerOutlivesWhatIsSaid();
    void toastInItsRoomCoversNothing();

private:
    domain::RuleBook book();
};

domain::RuleBook TstShell::book()
{
    tests::SmallDesk desk;
    const auto view = usecases::OpenCase(desk.desk)(desk.actor(desk.lin), desk.admit());
    return view->book;
}

void TstShell::deadlineIsPlatformTime_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::newRow("at home") << QByteArray("Asia/Shanghai");
    QTest::newRow("UTC") << QByteArray("UTC");
    // On 2026-10-04 02:09 there is no such local time in Sydney.
    QTest::newRow("in the hour that summer time leaves out") << QByteArray("Australia/Sydney");
}

void TstShell::deadlineIsPlatformTime()
{
    QFETCH(QByteArray, zone);
    const QByteArray before = qgetenv("TZ");
    qputenv("TZ", zone);
    tzset();
    const domain::UtcMs due = tests::SmallDesk::at("2026-10-04T02:09");
    {
        ui::EvidenceDialog dialog(book(), false, due, {}, nullptr);
        QCOMPARE(dialog.findChild<QDateTimeEdit *>(QStringLiteral("askDue"))->text(), QStringLiteral("2026-10-04 02:09"));
        QCOMPARE(dialog.wish().dueAt->ms(), due.ms());
    }
    before.isEmpty() ? qunsetenv("TZ") : qputenv("TZ", before);
    tzset();
}

void TstShell::evidenceDialogGoesInReadingOrder()
{
    ui::EvidenceDialog dialog(book(), true, tests::SmallDesk::at("2026-10-14T09:09"), {}, nullptr);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    QStringList order;
    for (int n = 0; n < 6; ++n) {
        order.append(QApplication::focusWidget()->objectName());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    QCOMPARE(order, (QStringList{QStringLiteral("ask_buyer"), QStringLiteral("ask_merchant"), QStringLiteral("ask_creator"), QStringLiteral("askElement"),
                                 QStringLiteral("askText"), QStringLiteral("askDue")}));
    QVERIFY(!dialog.findChild<QGroupBox *>()->title().isEmpty());
}

void TstShell::evidenceDialogSaysWhatFollows()
{
    ui::EvidenceDialog dialog(book(), false, tests::SmallDesk::at("2026-10-14T09:09"), QStringLiteral("defect_shown"), nullptr);
    const auto *outlook = dialog.findChild<QLabel *>(QStringLiteral("askOutlook"));
    QVERIFY(outlook->text().contains(QStringLiteral("comes back to you")));
    dialog.findChild<QAbstractButton *>(QStringLiteral("ask_merchant"))->click();
    QVERIFY2(outlook->text().contains(QStringLiteral("2026-10-14 09:09")), qPrintable(outlook->text()));
    QVERIFY2(outlook->text().contains(QStringLiteral("if nothing comes")), qPrintable(outlook->text()));
}

void TstShell::evidenceDialogGrowsWithItsSentence()
{
    ui::EvidenceDialog dialog(book(), true, tests::SmallDesk::at("2026-10-14T09:09"), QStringLiteral("defect_shown"), nullptr);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    const int before = dialog.height();
    for (const char *party : {"ask_buyer", "ask_merchant", "ask_creator"})
        dialog.findChild<QAbstractButton *>(QLatin1StringView(party))->click();
    const auto *outlook = dialog.findChild<QLabel *>(QStringLiteral("askOutlook"));
    QTRY_VERIFY(outlook->height() >= outlook->heightForWidth(outlook->width()));
    QVERIFY(dialog.height() >= before);
}

void TstShell::evidenceDialogGoesOnWhereItWasLeft()
{
    const domain::UtcMs due = tests::SmallDesk::at("2026-10-14T09:09"), later = tests::SmallDesk::at("2026-10-15T09:09");
    ui::EvidenceDialog first(book(), false, due, QStringLiteral("defect_shown"), nullptr);
    QVERIFY(!first.begun()); // nothing was touched
    first.findChild<QAbstractButton *>(QStringLiteral("ask_merchant"))->click();
    first.findChild<QPlainTextEdit *>(QStringLiteral("askText"))->setPlainText(QStringLiteral("six sides of the box"));
    const auto begun = first.begun();
    QVERIFY(begun);
    QVERIFY(!begun->dueAt); // nobody chose it: the next dialog names its own
    ui::EvidenceDialog next(book(), false, later, {}, nullptr);
    next.goOnWith(*begun);
    QCOMPARE(next.wish().parties, QList<domain::Party>{domain::Party::Merchant});
    QCOMPARE(next.wish().text, QStringLiteral("six sides of the box"));
    QCOMPARE(next.wish().element, QStringLiteral("defect_shown"));
    QCOMPARE(next.wish().dueAt->ms(), later.ms());
    auto chosen = *begun;
    chosen.dueAt = due;
    next.goOnWith(chosen);
    QCOMPARE(next.wish().dueAt->ms(), due.ms());
}

void TstShell::dueWordOutlivesItsClock()
{
    const QFontMetrics metrics{QFont()};
    for (const char *row : {"due soon · 3 h 30 min · today 12:30", "即将到期 · 3 小时 30 分 · 今天 12:30"}) {
        const QString due = QString::fromUtf8(row), word = due.section(QStringLiteral(" · "), 0, 1);
        QCOMPARE(ui::QueueDelegate::dueFitting(due, metrics, metrics.horizontalAdvance(due)), due);
        QCOMPARE(ui::QueueDelegate::dueFitting(due, metrics, metrics.horizontalAdvance(due) - 1), word);
        QCOMPARE(ui::QueueDelegate::dueFitting(due, metrics, metrics.horizontalAdvance(word)), word);
        QCOMPARE(ui::QueueDelegate::dueFitting(due, metrics, metrics.horizontalAdvance(word) - 1), due.section(QStringLiteral(" · "), 1, 1));
    }
    for (const char *row : {"overdue 21 h 40 min · yesterday 07:00", "已超时 21 小时 40 分 · 昨天 07:00"}) { // neither is for the picture to say
        const QString late = QString::fromUtf8(row), left = late.section(QStringLiteral(" · "), 0, 0);
        QCOMPARE(ui::QueueDelegate::dueFitting(late, metrics, metrics.horizontalAdvance(late)), late);
        QCOMPARE(ui::QueueDelegate::dueFitting(late, metrics, metrics.horizontalAdvance(late) - 1), left); // whole, and no half of a time
        QCOMPARE(ui::QueueDelegate::dueFitting(late, metrics, metrics.horizontalAdvance(left)), left);
        const QString cut = ui::QueueDelegate::dueFitting(late, metrics, metrics.horizontalAdvance(left) - 1);
        QVERIFY2(cut.startsWith(left.left(3)) && metrics.horizontalAdvance(cut) < metrics.horizontalAdvance(left), qPrintable(cut));
    }
}

void TstShell::textIsAnsweredByKeys()
{
    ui::TextDialog dialog(QStringLiteral("Send back"), QStringLiteral("What is to be changed"), QStringLiteral("the sum"), nullptr);
    QSignalSpy accepted(&dialog, &QDialog::accepted);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    auto *field = dialog.findChild<QPlainTextEdit *>();
    QVERIFY(field->hasFocus());
    QVERIFY(!field->accessibleName().isEmpty());
    QTest::keyClicks(field, QStringLiteral(" is high"));
    QTest::keyClick(field, Qt::Key_Tab);
    QVERIFY(!field->hasFocus());
    QCOMPARE(dialog.text(), QStringLiteral("the sum is high"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(accepted.count(), 1);

    field->clear();
    dialog.show();
    QTest::keyClick(field, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(accepted.count(), 1); // nothing was written
}

void TstShell::oneDigitIsTheAnswer()
{
    ui::ChoiceDialog dialog(QStringLiteral("Skip"), QStringLiteral("Why?"), {QStringLiteral("one"), QStringLiteral("two"), QStringLiteral("three")}, nullptr);
    QSignalSpy chosen(&dialog, &ui::ChoiceDialog::chosen);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_3);
    QTRY_COMPARE(chosen.count(), 1);
    QCOMPARE(chosen.constFirst().constFirst().toInt(), 2);
    QVERIFY(!dialog.isVisible());
}

void TstShell::offerOutlivesWhatIsSaid()
{
    QWidget window;
    window.resize(800, 400);
    auto *toast = new ui::Toast(&window);
    window.show();
    auto *button = toast->findChild<QPushButton *>(QStringLiteral("toastButton"));
    auto *text = toast->findChild<QLabel *>(QStringLiteral("toastText"));
    QSignalSpy pressed(toast, &ui::Toast::pressed);
    toast->offer([] { return QStringLiteral("Recorded: D-1"); }, [] { return QStringLiteral("Undo signing (%1 s)"); }, 10);
    const int lowOffer = toast->height();
    toast->say([] { return QStringLiteral("Cited under \"Defect\": b1"); }, 8);
    QVERIFY(button->isVisible());
    QVERIFY(text->isVisible());
    QVERIFY(toast->height() > lowOffer);
    QVERIFY(window.rect().contains(toast->geometry()));
    QTRY_VERIFY_WITH_TIMEOUT(button->text().contains(QLatin1Char('9')), 3000);
    button->click();
    QCOMPARE(pressed.count(), 1);
    QVERIFY(!button->isVisible());
    QVERIFY(text->isVisible());
}

void TstShell::toastInItsRoomCoversNothing()
{
    QWidget window;
    auto *page = new QWidget(&window);
    auto *list = new QPlainTextEdit(page);
    auto *room = new QWidget(page);
    auto *column = new QVBoxLayout(page);
    column->addWidget(list, 1);
    column->addWidget(room);
    page->resize(800, 400);
    window.resize(800, 400);
    auto *toast = new ui::Toast(&window);
    toast->addRoom(room);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    const int whole = list->height();
    toast->say([] { return QStringLiteral("Claimed: D-1"); }, 8);
    const auto placed = [&](const QWidget *widget) { return QRect(widget->mapTo(&window, QPoint(0, 0)), widget->size()); };
    QTRY_VERIFY(list->height() < whole);
    QTRY_VERIFY2(!placed(list).intersects(placed(toast)) && window.rect().contains(placed(toast)),
                 qPrintable(QStringLiteral("list to %1, toast from %2 to %3").arg(placed(list).bottom()).arg(placed(toast).top()).arg(placed(toast).bottom())));
    toast->hush();
    QTRY_COMPARE(list->height(), whole);
    QVERIFY(!toast->isVisible());
}

QObject *make_tst_shell()
{
    return new TstShell;
}

#include "tst_shell.moc"
