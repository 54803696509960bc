// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/errortext.h>
#include <presentation/queuemodel.h>
#include <presentation/queuewords.h>

#include <usecases/queuefilter.h>

#include "words.h"

#include <QtTest/QTest>

using namespace arb;
using namespace arb::presentation;
using namespace arb::tests;

namespace {

domain::UtcMs platformTime(int day, int hour, int minute)
{
    return domain::UtcMs::fromPlatform(QDate(2026, 10, day), QTime(hour, minute));
}

const domain::UtcMs nineOnMonday = platformTime(12, 9, 0);

usecases::CaseHeader dueCase(std::optional<domain::UtcMs> dueAt, qint64 fen = 0)
{
    usecases::CaseHeader row;
    row.id = domain::CaseId(1);
    row.dueAt = dueAt;
    row.escalatedAt = platformTime(10, 9, 0);
    row.claimed = domain::Money(fen);
    return row;
}

QString wordsOf(const usecases::CaseHeader &row)
{
    return rankWords(row, {}, nineOnMonday);
}

} // namespace

/// What the queue says in words about a case.
class TstQueueWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesTheDeadlineWhateverItIs();
    void namesWhatMovedTheCase();
    void tagsMoveNothing();
    void namesWhereACaseIsPutAside();
    void marksWhatIsNotForTheViewer();
    void filterKnowsTheWordsOnShow();
    void speaksChinese();
};

void TstQueueWords::namesTheDeadlineWhateverItIs()
{
    const Speaking english(false);
    QCOMPARE(wordsOf(dueCase(platformTime(12, 14, 0))), QStringLiteral("due today 14:00"));
    QCOMPARE(wordsOf(dueCase(platformTime(13, 9, 32))), QStringLiteral("due tomorrow 09:32"));
    QCOMPARE(wordsOf(dueCase(platformTime(20, 9, 32))), QStringLiteral("due 20 Oct 09:32"));
    QCOMPARE(wordsOf(dueCase(platformTime(12, 8, 59))), QStringLiteral("overdue since today 08:59"));
    QCOMPARE(wordsOf(dueCase({})), QStringLiteral("no deadline: stands as if due 20 Oct 09:00")); // ten days after 10 Oct
    usecases::CaseHeader closed = dueCase({});
    closed.state = domain::DisputeState::Closed;
    QCOMPARE(wordsOf(closed), QStringLiteral("finished: after all that wait"));
}

void TstQueueWords::namesWhatMovedTheCase()
{
    const Speaking english(false);
    // Two cases whose order the deadline alone does not explain: the words do.
    const usecases::CaseHeader dearer = dueCase(platformTime(12, 14, 20), 43'900), sooner = dueCase(platformTime(12, 14, 0), 9'900);
    QVERIFY(domain::rank(usecases::rankPartsOf(dearer), {}) < domain::rank(usecases::rankPartsOf(sooner), {}));
    QCOMPARE(wordsOf(dearer), QStringLiteral("¥439.00: 40 min earlier · due today 14:20"));
    QCOMPARE(wordsOf(sooner), QStringLiteral("due today 14:00"));
    // On a row the time left stands already, and so does the sum.
    QCOMPARE(reasonsBesideTime(dearer, {}, nineOnMonday, false), QStringList(QStringLiteral("¥439.00: 40 min earlier")));
    QCOMPARE(reasonsBesideTime(dearer, {}, nineOnMonday, true), QStringList(QStringLiteral("40 min earlier")));
    QCOMPARE(reasonsBesideTime(sooner, {}, nineOnMonday, false), QStringList());
    QCOMPARE(reasonsBesideTime(dueCase({}), {}, nineOnMonday, false), QStringList(QStringLiteral("no deadline: stands as if due 20 Oct 09:00")));
    QCOMPARE(reasonsBesideTime(dueCase({}), {}, nineOnMonday, true), QStringList(QStringLiteral("no deadline")));
    usecases::CaseHeader paused = sooner;
    paused.state = domain::DisputeState::Suspended;
    QCOMPARE(reasonsBesideTime(paused, {}, nineOnMonday, true), QStringList(QStringLiteral("due today 14:00")));
    usecases::CaseHeader risky = dueCase(platformTime(13, 10, 0), 900'000);
    risky.flags = {QStringLiteral("injury")};
    QCOMPARE(wordsOf(risky), QStringLiteral("%1: 6 h earlier · ¥9,000.00: 4 h earlier · due tomorrow 10:00").arg(label(domain::CaseFlag::Injury)));
    QCOMPARE(reasonsBesideTime(risky, {}, nineOnMonday, true), QStringList({label(domain::CaseFlag::Injury), QStringLiteral("4 h earlier")}));
}

void TstQueueWords::tagsMoveNothing()
{
    const Speaking english(false);
    usecases::CaseHeader tagged = dueCase(platformTime(12, 14, 0));
    tagged.tags = {QStringLiteral("vip")};
    QCOMPARE(wordsOf(tagged), QStringLiteral("due today 14:00"));
    const QueueWords words{.now = nineOnMonday, .policy = {}};
    QCOMPARE(words.text(tagged, QueueModel::WhyColumn), QStringLiteral("due today 14:00")); // the column and the command line say the same
}

void TstQueueWords::namesWhereACaseIsPutAside()
{
    const Speaking english(false);
    usecases::CaseHeader row = dueCase(platformTime(13, 9, 0));
    QCOMPARE(asideText(row, nineOnMonday, false), QString());
    QCOMPARE(asideText(row, nineOnMonday, true), QStringLiteral("not for you · conflict of interest"));
    QVERIFY(asideSentences(row, nineOnMonday).isEmpty());
    row.reservedFor = domain::PersonId(7);
    row.reservedForName = QStringLiteral("林晓");
    QCOMPARE(asideText(row, nineOnMonday, false), QString()); // without an end it only remembers who asked
    row.reservedUntil = platformTime(12, 14, 20);
    QCOMPARE(asideText(row, nineOnMonday, false), QStringLiteral("kept for 林晓 until today 14:20"));
    row.parkedUntil = row.reservedUntil;
    QCOMPARE(asideText(row, nineOnMonday, false), QStringLiteral("parked until today 14:20 · kept for 林晓"));
    QCOMPARE(asideText(row, nineOnMonday, true), QStringLiteral("not for you · conflict of interest · parked until today 14:20 · kept for 林晓"));
    QCOMPARE(asideSentences(row, nineOnMonday).size(), 2);
    const QueueWords words{.now = nineOnMonday, .policy = {}};
    QCOMPARE(words.text(row, QueueModel::StateColumn), QStringLiteral("Parked until today 14:20 · kept for 林晓")); // what it waits for, not that it waits
    row.state = domain::DisputeState::Appealed;
    QCOMPARE(words.text(row, QueueModel::StateColumn), QString(QStringLiteral("Parked until today 14:20 · kept for 林晓 · ") + label(row.state)));
    row.state = domain::DisputeState::Queued;
    row.parkedUntil.reset();
    QCOMPARE(words.text(row, QueueModel::StateColumn), QStringLiteral("Kept for 林晓 · until today 14:20"));
    row.parkedUntil = row.reservedUntil->plusMs(domain::dayMs);
    QCOMPARE(holdText(row, nineOnMonday, false), QStringLiteral("Parked until tomorrow 14:20 · kept for 林晓 · until today 14:20"));
    row.parkedUntil = row.reservedUntil;
    QCOMPARE(asideText(row, platformTime(12, 14, 20), false), QStringLiteral("kept for 林晓 until today 14:20")); // back at the time named
    QCOMPARE(asideText(row, platformTime(12, 14, 20).plusMs(1), false), QString());
    row.state = domain::DisputeState::Closed;
    QCOMPARE(asideText(row, nineOnMonday, true), QString()); // offered to nobody any more
    QCOMPARE(words.text(row, QueueModel::StateColumn), label(row.state));
    row.state = domain::DisputeState::Claimed;
    row.holderName = QStringLiteral("林晓");
    row.reservedFor = {};
    row.parkedUntil.reset();
    QCOMPARE(words.text(row, QueueModel::StateColumn), QString(label(row.state) + QStringLiteral(" · 林晓")));
}

void TstQueueWords::marksWhatIsNotForTheViewer()
{
    const Speaking english(false);
    usecases::CaseHeader row = dueCase(platformTime(13, 9, 0));
    row.platform = QStringLiteral("douyin");
    row.merchantId = QStringLiteral("m-9");
    QueueWords words{.now = nineOnMonday, .policy = {}};
    QVERIFY(!words.text(row, QueueModel::StateColumn).contains(QStringLiteral("conflict")));
    words.conflicts = {QStringLiteral("douyin:m-9")};
    QCOMPARE(words.text(row, QueueModel::StateColumn), QStringLiteral("Not for you · conflict of interest"));
    words.conflicts.clear();
    words.knownParties = {row.id}; // the claim goes by the same rule
    QCOMPARE(words.text(row, QueueModel::StateColumn), QStringLiteral("Not for you · conflict of interest"));
    QCOMPARE(words.hold(row), QStringLiteral("Not for you · conflict of interest"));
    words.conflicts = {QStringLiteral("douyin:m-9")};
    row.state = domain::DisputeState::Claimed; // somebody else has it: nothing to warn of
    QVERIFY(!words.text(row, QueueModel::StateColumn).contains(QStringLiteral("conflict")));
}

/// Whatever a chip or a row calls a state, reason, type or flag, the filter line understands, in both languages.
void TstQueueWords::filterKnowsTheWordsOnShow()
{
    const auto parsed = [](const char *key, const QString &word) {
        const auto filter = usecases::parseQueueFilter(QStringLiteral("%1:\"%2\"").arg(QLatin1StringView(key), word));
        return filter ? usecases::queueFilterText(*filter) : QString(QStringLiteral("not understood: ") + word);
    };
    for (const bool chinese : {false, true}) {
        const Speaking speaking(chinese);
        for (const auto &row : domain::codeTable<domain::DisputeState>())
            QCOMPARE(parsed("state", label(row.value)), QStringLiteral("state:%1").arg(QLatin1StringView(row.code)));
        for (const auto &row : domain::codeTable<domain::Reason>())
            QCOMPARE(parsed("reason", label(row.value)), QStringLiteral("reason:%1").arg(QLatin1StringView(row.code)));
        for (const auto &row : domain::codeTable<domain::AfterSaleType>())
            QCOMPARE(parsed("type", label(row.value)), QStringLiteral("type:%1").arg(QLatin1StringView(row.code)));
        for (const auto &row : domain::codeTable<domain::CaseFlag>())
            QCOMPARE(parsed("flag", label(row.value)), QStringLiteral("flag:%1").arg(QLatin1StringView(row.code)));
        for (const char *code : {"douyin", "taobao", "wechat", "jd", "kuaishou", "pinduoduo"})
            QCOMPARE(parsed("platform", platformLabel(QString::fromLatin1(code)).toUpper()), QStringLiteral("platform:%1").arg(QLatin1StringView(code)));
        for (const char *code : {"3c", "apparel", "shoes", "bags", "jewellery", "beauty", "food", "fresh", "home", "furniture", "appliance", "auto", "pets",
                                 "flowers", "books", "virtual", "other"})
            QCOMPARE(parsed("category", categoryLabel(QString::fromLatin1(code)).toUpper()), QStringLiteral("category:%1").arg(QLatin1StringView(code)));
        QCOMPARE(parsed("platform", QStringLiteral("Elsewhere")), QStringLiteral("platform:Elsewhere")); // the list is open
        for (const QString &tag : usecases::deskTags()) { // one chip has both kinds, so one key knows both
            QVERIFY2(tagLabel(tag) != tag, qPrintable(tag));
            for (const char *key : {"flag", "tag"})
                QCOMPARE(parsed(key, tagLabel(tag)), QString(QStringLiteral("tag:") + tag));
        }
    }
    const Speaking english(false);
    for (const char *nonsense : {"state:zzz", "reason:%", "state:Queued,Claimed", "type:x", "flag:red"}) {
        const auto filter = usecases::parseQueueFilter(QLatin1StringView(nonsense));
        QVERIFY(!filter);
        const QString said = errorText(filter.error());
        if (QLatin1StringView(nonsense) == QLatin1StringView("flag:red"))
            QVERIFY2(said.contains(QStringLiteral("high_value supervisor claims_too_much")), qPrintable(said)); // all that the chip offers
        const QString wanted = QLatin1StringView(nonsense).startsWith(QLatin1StringView("state")) ? QStringLiteral("Queued Claimed AwaitingEvidence") : QStringLiteral("There are: ");
        QVERIFY2(said.contains(wanted), qPrintable(said));
    }
}

void TstQueueWords::speaksChinese()
{
    const Speaking chinese(true);
    QCOMPARE(wordsOf(dueCase(platformTime(12, 14, 20), 43'900)), QStringLiteral("439.00 元：提前 40 分钟 · 今天 14:20 到期"));
    QVERIFY(wordsOf(dueCase({})).startsWith(QStringLiteral("没有期限")));
}

QObject *make_tst_queuewords();
QObject *make_tst_queuewords()
{
    return new TstQueueWords;
}

#include "tst_queuewords.moc"
