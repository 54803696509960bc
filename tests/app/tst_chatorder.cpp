// SPDX-License-Identifier: GPL-3.0-or-later
#include "../../app/evidence/chatreading.h"

#include <algorithm>

#include <QtCore/QFile>
#include <QtTest/QTest>

using namespace arb;

/// An export whose dates fit in two orders, read beside the platform's log; and what of it is hidden.
class TstChatOrder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLogDecides_data();
    void theLogDecides();
    void whatIsInventedIsLaidBesideTheLog();
    void unexplainedRowsAreLaidBesideNothing();
    void whoIsKnownIsHiddenInRawLines();
    void whoSpeaksIsHiddenInRawLines();

private:
    static domain::ChatMessage said(QDate day, int minute, const char *text)
    {
        domain::ChatMessage message;
        message.id = QString::fromLatin1(text);
        message.at = domain::UtcMs::fromPlatform(day, QTime(12, minute));
        message.text = QString::fromLatin1(text);
        return message;
    }
};

void TstChatOrder::theLogDecides_data()
{
    QTest::addColumn<QDate>("first"); // 01.02.26 of the file
    QTest::addColumn<QDate>("third"); // 03.02.26 of the file
    QTest::addColumn<bool>("decides");
    QTest::newRow("day first") << QDate(2026, 2, 1) << QDate(2026, 2, 3) << true;
    QTest::newRow("month first") << QDate(2026, 1, 2) << QDate(2026, 3, 2) << true;
    QTest::newRow("neither") << QDate(2026, 7, 7) << QDate(2026, 7, 8) << false;
}

void TstChatOrder::theLogDecides()
{
    QFETCH(QDate, first);
    QFETCH(QDate, third);
    QFETCH(bool, decides);
    QFile file(QStringLiteral(ARB_SOURCE_DIR "/tests/data/chat/whatsapp-open.txt"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    const QList<domain::ChatMessage> platform{said(first, 3, "Hallo"), said(QDate(2026, 2, 2), 4, "Guten Tag"), said(third, 5, "Danke")};
    const ui::ReadChat read = app::readChatOf(bytes, {}, platform, domain::Masks::nothing());
    QCOMPARE(read.log->dayOrderOpen, !decides);
    QCOMPARE(read.log->dayOrderByLog, decides);
    QVERIFY(read.log->otherDayOrder && read.log->otherDayOrder != read.log->dayOrder); // it can still be turned by hand
    const bool isAssumed = std::ranges::any_of(read.log->messages, [](const domain::LoggedMessage &message) { return message.doubts.testFlag(domain::ChatDoubt::DayOrderAssumed); });
    QCOMPARE(isAssumed, !decides);
    if (decides) {
        QCOMPARE(read.log->messages.front().at, std::optional(platform.first().at));
        QCOMPARE(read.log->messages.back().at, std::optional(platform.last().at));
    }
    // Whoever says it has the last word, and can take it back.
    domain::ChatReading told;
    told.dayOrder = read.log->otherDayOrder;
    const ui::ReadChat turned = app::readChatOf(bytes, told, platform, domain::Masks::nothing());
    QCOMPARE(turned.log->dayOrder, told.dayOrder);
    QCOMPARE(turned.log->otherDayOrder, read.log->dayOrder);
    QVERIFY(!turned.log->dayOrderOpen && !turned.log->dayOrderByLog);
}

/// A whole export that the log has nothing of must not look like one that agrees with it.
void TstChatOrder::whatIsInventedIsLaidBesideTheLog()
{
    const QByteArray bytes("[2026/10/4 12:03:39] Ann: May I send it back?\n[2026/10/4 12:04:32] Shop: Yes, we admit it, three times the price\n"
                           "[2026/10/5 12:05:00] Ann: Thanks\n");
    const QList<domain::ChatMessage> platform{said(QDate(2026, 10, 4), 3, "Hallo"), said(QDate(2026, 10, 6), 4, "Guten Tag")};
    const ui::ReadChat read = app::readChatOf(bytes, {}, platform, domain::Masks::nothing());
    QVERIFY(read.differences);
    QCOMPARE(read.differences->onlyExport, qsizetype(3));
    QCOMPARE(read.differences->onlyLog, qsizetype(2));
    QVERIFY(read.differences->shareNothing() && !read.differences->outsideDays);
    QCOMPARE(read.dated.size(), 3);
    for (const domain::TimelineEvent &event : read.dated)
        QCOMPARE(event.code, QStringLiteral("only_in_export"));
    QVERIFY(read.words.isEmpty());
    const ui::ReadChat alone = app::readChatOf(bytes, {}, {}, domain::Masks::nothing()); // there is no log
    QVERIFY(!alone.differences);
    QCOMPARE(alone.dated.size(), 3);
}

void TstChatOrder::unexplainedRowsAreLaidBesideNothing()
{
    const QByteArray table("Datum;Von;Nachricht\n01.10.2026 12:00;Ann;Hallo\n");
    const ui::ReadChat read = app::readChatOf(table, {}, {said(QDate(2026, 10, 1), 3, "Danke")}, domain::Masks::nothing());
    QVERIFY(read.log->hasUnknownColumns());
    QVERIFY(!read.differences);
}

/// Nobody said what the columns mean, so nobody speaks: the lines stand as they are, without whom the case knows.
void TstChatOrder::whoIsKnownIsHiddenInRawLines()
{
    const QByteArray table = QString::fromUtf8("Datum;Von;Nachricht\n01.10.2026 12:00;李晓雯;Hallo 李晓雯\n").toUtf8();
    domain::Masks masks;
    masks.addName(QString::fromUtf8("李晓雯"));
    const ui::ReadChat open = app::readChatOf(table, {}, {}, domain::Masks::nothing());
    QVERIFY(open.log->words.contains(QString::fromUtf8("李晓雯")));
    const ui::ReadChat read = app::readChatOf(table, {}, {}, masks);
    QVERIFY2(!read.log->words.contains(QString::fromUtf8("李晓雯")) && read.log->words.contains(QString::fromUtf8("李**")), qPrintable(read.log->words));
    for (const QStringList &row : read.log->tableHead)
        QVERIFY2(!row.join(u'|').contains(QString::fromUtf8("李晓雯")), qPrintable(row.join(u'|')));
    for (const domain::ChatLineProblem &problem : read.log->notUnderstood)
        QVERIFY2(!problem.excerpt.contains(QString::fromUtf8("李晓雯")), qPrintable(problem.excerpt));
}

void TstChatOrder::whoSpeaksIsHiddenInRawLines()
{
    const QByteArray bytes = QString::fromUtf8("Chat of Annabel\n2026-10-01, 09:58 - Annabel joined\n2026-10-01, 09:59 - Annabel: Annabel speaking\n"
                                               "2026-10-01, 10:07 Annabel: the dash is missing\n2026-10-01, 10:08 - Annabel: hi Annabel\n").toUtf8();
    domain::ChatMessage logged = said(QDate(2026, 10, 1), 0, "m");
    logged.at = domain::UtcMs::fromPlatform(QDate(2026, 10, 1), QTime(10, 8));
    logged.from = domain::Party::Buyer;
    logged.text = QStringLiteral("hi Annabel");
    const ui::ReadChat read = app::readChatOf(bytes, {}, {logged}, domain::Masks());
    QCOMPARE(read.log->senders.size(), 1);
    QCOMPARE(read.log->senders.constFirst().name, QStringLiteral("A****"));
    for (const domain::LoggedMessage &message : read.log->messages) {
        const QString text = read.log->text(message).toString();
        QCOMPARE(text.contains(QStringLiteral("Annabel")), text == QStringLiteral("hi Annabel")); // what the platform's log says as well
    }
    for (const domain::ChatLineProblem &problem : read.log->notUnderstood)
        QVERIFY2(!problem.excerpt.contains(QStringLiteral("Annabel")), qPrintable(problem.excerpt));
}

QObject *make_tst_chatorder();
QObject *make_tst_chatorder()
{
    return new TstChatOrder;
}

#include "tst_chatorder.moc"
