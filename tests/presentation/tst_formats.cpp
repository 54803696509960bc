// SPDX-License-Identifier: GPL-3.0-or-later
#include "words.h"

#include <presentation/formats.h>

#include <QtTest/QtTest>

using namespace arb;
using namespace arb::presentation;
using namespace arb::tests;
using domain::dayMs;
using domain::hourMs;
using domain::minuteMs;

namespace {

const domain::UtcMs morning = domain::UtcMs::fromPlatform(QDate(2026, 10, 12), QTime(9, 0));

} // namespace

class TstFormats : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sentencesAreJoined();
    void money_data();
    void money();
    void roundLimitsAreShort();
    void timesArePlatformTimes();
    void sharesAsPeopleWriteThem_data();
    void sharesAsPeopleWriteThem();
    void shortTimes_data();
    void shortTimes();
    void durations_data();
    void durations();
    void due_data();
    void due();
    void urgencies_data();
    void urgencies();
    void hostileTextIsMadeVisible_data();
    void hostileTextIsMadeVisible();
};

void TstFormats::sentencesAreJoined()
{
    QCOMPARE(joined(QStringLiteral("Not signed."), QStringLiteral("Nothing was written.")), QStringLiteral("Not signed. Nothing was written."));
    QCOMPARE(joined(QStringLiteral("还不能签署。"), QStringLiteral("没有写入任何内容。")), QStringLiteral("还不能签署。没有写入任何内容。"));
    QCOMPARE(joined(QStringLiteral("One."), {}), QStringLiteral("One."));
}

void TstFormats::money_data()
{
    QTest::addColumn<qint64>("fen");
    QTest::addColumn<QString>("en");
    QTest::addColumn<QString>("zh");
    const auto row = [](qint64 fen, const char *en, const char *zh) { QTest::addRow("%lld fen", fen) << fen << QString::fromUtf8(en) << QString::fromUtf8(zh); };
    row(0, "¥0.00", "0.00 元");
    row(5, "¥0.05", "0.05 元");
    row(26'900, "¥269.00", "269.00 元");
    row(129'900, "¥1,299.00", "1,299.00 元");
    row(123'456'789'01, "¥123,456,789.01", "123,456,789.01 元");
}

void TstFormats::money()
{
    QFETCH(qint64, fen);
    QFETCH(QString, en);
    QFETCH(QString, zh);
    QCOMPARE(moneyText(domain::Money(fen)), en);
    const Speaking chinese(true);
    QCOMPARE(moneyText(domain::Money(fen)), zh);
}

void TstFormats::roundLimitsAreShort()
{
    QCOMPARE(limitText(domain::Money(100'000)), QStringLiteral("¥1,000"));
    QCOMPARE(limitText(domain::Money(100'050)), QStringLiteral("¥1,000.50"));
}

void TstFormats::timesArePlatformTimes()
{
    QCOMPARE(dateTimeText(morning), QStringLiteral("2026-10-12 09:00"));
    QCOMPARE(dateTimeText(*domain::UtcMs::fromRfc3339(QStringLiteral("2026-10-11T23:30:00Z"))), QStringLiteral("2026-10-12 07:30"));
}

void TstFormats::sharesAsPeopleWriteThem_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("permille"); // -1: no share
    QTest::newRow("percent") << QStringLiteral("37.5 %") << 375;
    QTest::newRow("comma") << QStringLiteral("37,5") << 375;
    QTest::newRow("counted") << QStringLiteral("9/24") << 375;
    QTest::newRow("full width") << QStringLiteral("９／２４") << 375;
    QTest::newRow("rounded") << QStringLiteral("1/3") << 333;
    QTest::newRow("all") << QStringLiteral("100") << 1000;
    QTest::newRow("none") << QStringLiteral("0") << 0;
    QTest::newRow("more than all") << QStringLiteral("25/24") << -1;
    QTest::newRow("of nothing") << QStringLiteral("1/0") << -1;
    QTest::newRow("below") << QStringLiteral("-1") << -1;
    QTest::newRow("no number") << QStringLiteral("nan") << -1;
    QTest::newRow("half typed") << QStringLiteral("9/") << -1;
    QTest::newRow("empty") << QString() << -1;
}

void TstFormats::sharesAsPeopleWriteThem()
{
    QFETCH(QString, text);
    QFETCH(int, permille);
    QCOMPARE(shareFromText(text).value_or(-1), permille);
    if (permille >= 0)
        QCOMPARE(shareFromText(shareText(permille)), std::optional(permille));
}

void TstFormats::shortTimes_data()
{
    QTest::addColumn<qint64>("after");
    QTest::addColumn<QString>("en");
    QTest::addColumn<QString>("zh");
    const auto row = [](const char *name, qint64 after, const char *en, const char *zh) {
        QTest::newRow(name) << after << QString::fromUtf8(en) << QString::fromUtf8(zh);
    };
    row("today", 3 * hourMs + 30 * minuteMs, "today 12:30", "今天 12:30");
    row("earlier today", -hourMs, "today 08:00", "今天 08:00");
    row("tomorrow by the calendar, not by 24 hours", 15 * hourMs, "tomorrow 00:00", "明天 00:00");
    row("yesterday", -10 * hourMs, "yesterday 23:00", "昨天 23:00");
    row("next week", 7 * dayMs + 5 * minuteMs, "19 Oct 09:05", "10月19日 09:05");
    row("next year", (365 + 49) * dayMs - 5 * hourMs, "30 Nov 2027 04:00", "2027年11月30日 04:00");
    row("last year", -365 * dayMs, "12 Oct 2025 09:00", "2025年10月12日 09:00");
    row("long ago", -11 * dayMs, "1 Oct 09:00", "10月1日 09:00");
}

void TstFormats::shortTimes()
{
    QFETCH(qint64, after);
    QFETCH(QString, en);
    QFETCH(QString, zh);
    {
        const Speaking english(false);
        QCOMPARE(shortTimeText(morning.plusMs(after), morning), en);
    }
    const Speaking chinese(true);
    QString text = shortTimeText(morning.plusMs(after), morning);
    QCOMPARE(text.remove(u' '), zh.remove(u' ')); // spacing is the language's own matter
}

void TstFormats::durations_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<QString>("text");
    const auto row = [](qint64 ms, const char *text) { QTest::newRow(text) << ms << QString::fromLatin1(text); };
    row(0, "0 min");
    row(minuteMs - 1, "0 min");
    row(40 * minuteMs, "40 min");
    row(hourMs, "1 h");
    row(3 * hourMs + 30 * minuteMs, "3 h 30 min");
    row(dayMs, "1 d");
    row(2 * dayMs + 4 * hourMs + 59 * minuteMs, "2 d 4 h");
    row(3 * dayMs + 23 * hourMs, "3 d");
    row(-2 * hourMs, "2 h"); // never negative
}

void TstFormats::durations()
{
    QFETCH(qint64, ms);
    QFETCH(QString, text);
    QCOMPARE(durationText(ms), text);
    const Speaking chinese(true);
    QVERIFY2(isChinese(durationText(ms)), qPrintable(durationText(ms)));
}

void TstFormats::due_data()
{
    QTest::addColumn<QVariant>("left");
    QTest::addColumn<QString>("unknown");
    QTest::addColumn<QString>("text");
    QTest::newRow("case 1") << QVariant(3 * hourMs + 30 * minuteMs) << QString() << QStringLiteral("3 h 30 min · today 12:30");
    QTest::newRow("case 14") << QVariant(-2 * hourMs) << QString() << QStringLiteral("overdue 2 h · today 07:00");
    QTest::newRow("in this moment") << QVariant(qint64(0)) << QString() << QStringLiteral("0 min · today 09:00");
    QTest::newRow("none") << QVariant() << QString() << QString();
    QTest::newRow("unknown") << QVariant() << QStringLiteral("calendar 2027 missing") << QStringLiteral("unknown: calendar 2027 missing");
}

void TstFormats::due()
{
    QFETCH(QVariant, left);
    QFETCH(QString, unknown);
    QFETCH(QString, text);
    const auto at = left.isValid() ? std::optional(morning.plusMs(left.toLongLong())) : std::nullopt;
    QCOMPARE(dueText(at, unknown, morning), text);
}

void TstFormats::urgencies_data()
{
    QTest::addColumn<QVariant>("left");
    QTest::addColumn<int>("expected");
    QTest::newRow("none") << QVariant() << int(Urgency::None);
    QTest::newRow("overdue") << QVariant(qint64(-1)) << int(Urgency::Overdue);
    QTest::newRow("now") << QVariant(qint64(0)) << int(Urgency::Soon);
    QTest::newRow("four hours") << QVariant(4 * hourMs) << int(Urgency::Soon);
    QTest::newRow("more") << QVariant(4 * hourMs + 1) << int(Urgency::Calm);
}

void TstFormats::urgencies()
{
    QFETCH(QVariant, left);
    QFETCH(int, expected);
    const auto at = left.isValid() ? std::optional(morning.plusMs(left.toLongLong())) : std::nullopt;
    QCOMPARE(int(urgency(at, morning)), expected);
}

void TstFormats::hostileTextIsMadeVisible_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    QTest::newRow("plain") << QStringLiteral("亲，您好 😀 <b>") << QStringLiteral("亲，您好 😀 <b>");
    QTest::newRow("lines and tabs stay") << QStringLiteral("a\n\tb") << QStringLiteral("a\n\tb");
    QTest::newRow("right-to-left override") << QStringLiteral("gpj\u202eexe") << QStringLiteral("gpj⟦U+202E⟧exe");
    QTest::newRow("isolate") << QStringLiteral("\u2066x\u2069") << QStringLiteral("⟦U+2066⟧x⟦U+2069⟧");
    QTest::newRow("marks") << QStringLiteral("a\u200fb\u061cc") << QStringLiteral("a⟦U+200F⟧b⟦U+061C⟧c");
    QTest::newRow("zero width") << QStringLiteral("a\u200bb\ufeffc") << QStringLiteral("a⟦U+200B⟧b⟦U+FEFF⟧c");
    QTest::newRow("bell and escape") << QStringLiteral("\u0007\u001b[31m") << QStringLiteral("⟦U+0007⟧⟦U+001B⟧[31m");
    QTest::newRow("second control row") << QStringLiteral("\u0085") << QStringLiteral("⟦U+0085⟧");
    QTest::newRow("line separator") << QStringLiteral("a\u2028b") << QStringLiteral("a⟦U+2028⟧b");
    QTest::newRow("soft hyphen and word joiner") << QStringLiteral("a\u00adb\u2060c") << QStringLiteral("a⟦U+00AD⟧b⟦U+2060⟧c");
    QTest::newRow("tag") << QStringLiteral("a\U000E0041b") << QStringLiteral("a⟦U+E0041⟧b");
    QTest::newRow("joined emoji") << QStringLiteral("👩\u200d🔧") << QStringLiteral("👩\u200d🔧");
    QTest::newRow("carriage return") << QStringLiteral("a\rb") << QStringLiteral("a⟦U+000D⟧b");
}

void TstFormats::hostileTextIsMadeVisible()
{
    QFETCH(QString, text);
    QFETCH(QString, shown);
    QCOMPARE(visibleText(text), shown);
}

QObject *make_tst_formats();
QObject *make_tst_formats()
{
    return new TstFormats;
}

#include "tst_formats.moc"
