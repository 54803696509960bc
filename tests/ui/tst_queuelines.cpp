// SPDX-License-Identifier: GPL-3.0-or-later
#include "../../ui/queue/manydialog.h"
#include "../../ui/queue/queuedelegate.h"
#include "../presentation/words.h"

#include <presentingdesk.h>

#include <presentation/queuewords.h>

#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>

using namespace arb;
using namespace arb::tests;
using ui::QueueDelegate;

/// What a row of the queue says where there is little room, and what stands beside what.
class TstQueueLines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdIsBriefBeforeItLeavesItsLine();
    void manyFieldsStandOnOneLine();
};

/// A line up stand the reason and the product, which matter more than a long hold.
void TstQueueLines::holdIsBriefBeforeItLeavesItsLine()
{
    const Speaking english(false);
    const QFontMetrics metrics(QApplication::font());
    usecases::CaseHeader row;
    const domain::UtcMs now = domain::UtcMs::fromPlatform(QDate(2026, 10, 12), QTime(9, 0));
    row.parkedUntil = now.plusMs(domain::dayMs);
    const QString hold = presentation::holdText(row, now, false), brief = presentation::holdText(row, now, false, true);
    QCOMPARE(hold, QStringLiteral("Parked until tomorrow 09:00"));
    QCOMPARE(brief, QStringLiteral("Parked, tomorrow 09:00"));
    const QString due = QStringLiteral("due soon · 3 h 30 min · today 12:30"), left = QStringLiteral("due soon · 3 h 30 min");
    const int fits = metrics.horizontalAdvance(left) + 8 + metrics.horizontalAdvance(brief);
    const auto line = QueueDelegate::thirdLine(due, hold, metrics, fits, brief);
    QCOMPARE(line.hold, brief);
    QCOMPARE(line.above, QString());
    QCOMPARE(line.due, left);
    const int wide = metrics.horizontalAdvance(left) + 8 + metrics.horizontalAdvance(hold);
    QCOMPARE(QueueDelegate::thirdLine(due, hold, metrics, wide, brief).hold, hold); // whole where it has room
    row.reservedFor = domain::PersonId(1);
    row.reservedForName = QStringLiteral("林晓");
    row.reservedUntil = row.parkedUntil;
    const QString both = presentation::holdText(row, now, false), briefBoth = presentation::holdText(row, now, false, true);
    QVERIFY(briefBoth.startsWith(brief) && briefBoth != brief);
    const auto narrow = QueueDelegate::thirdLine(due, both, metrics, fits - 1, briefBoth);
    QCOMPARE(narrow.hold, QString());
    QCOMPARE(narrow.above, brief); // as little as says it
}

void TstQueueLines::manyFieldsStandOnOneLine()
{
    const Speaking english(false);
    PresentingDesk desk;
    const domain::CaseId id = desk.desk.admit(QStringLiteral("D-1"));
    desk.session.setActor(desk.desk.actor(desk.desk.xu)); // who may assign
    ui::ManyDialog dialog(desk.session, QList<domain::CaseId>{id}, nullptr);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    const auto *action = dialog.findChild<QComboBox *>(QStringLiteral("manyAction")), *person = dialog.findChild<QComboBox *>(QStringLiteral("manyPerson"));
    QVERIFY(action && person);
    QTRY_VERIFY(person->isVisible());
    QTRY_COMPARE(person->mapTo(&dialog, QPoint()).y(), action->mapTo(&dialog, QPoint()).y());
}

QObject *make_tst_queuelines();
QObject *make_tst_queuelines()
{
    return new TstQueueLines;
}

#include "tst_queuelines.moc"
