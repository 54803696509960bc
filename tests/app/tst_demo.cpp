// SPDX-License-Identifier: GPL-3.0-or-later
#include "demodesk.h"

#include "../../app/cli/caseshow.h"
#include "../../app/cli/citedbytes.h"

#include <usecases/deskcommands.h>
#include <usecases/opencase.h>

#include <domain/casejson.h>

#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>
#include <QtCore/QHashFunctions>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

#include <algorithm>

using namespace arb;
using namespace arb::tests;
using namespace arb::usecases;
using domain::DisputeState;

/// The demo's desk: the fifteen cases as they are told, the rest around them, and that it comes out the same every time.
class TstDemo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFileIsThere();
    void fifteenAtNine_data();
    void fifteenAtNine();
    void clocksAtNine();
    void moneyInTheMerchantsPlaceIsShown();
    void rulingsEndAsWritten_data() { addDeskRows(); }
    void rulingsEndAsWritten();
    void daysPassMomentByMoment();
    void pointsBeforeTheMorning();
    void deskLooksLikeAWorkingDay();
    void backgroundShowsWhatItMust();
    void auditVerifies_data() { addDeskRows(); }
    void auditVerifies();
    void sameSeedSameContents();
    void keptUnlessFresh();
    void foreignDeskIsLeftAlone();
    void foreignFilesAreLeftAlone_data();
    void foreignFilesAreLeftAlone();
    void stoppedLeavesNothing();
    void thousands();

private:
    static void addDeskRows();
};

namespace {

/// Table 1.1 of the demo's design: where each case stands at nine, and how it ends.
struct Told
{
    const char *caseNo;
    DisputeState state;
    const char *outcome;
    domain::Blame blame;
    qint64 refundFen;
    bool counts;
    int points; ///< of the case alone, when all is done
    const char *funds, *freightOut, *freightBack; ///< empty: none
};
constexpr domain::Blame merchant{.merchant = 100}, buyer{.buyer = 100}, creator{.creator = 100}, platform{.platform = 100}, nobody{};
const Told fifteen[] = {
    {"D-26-1001", DisputeState::Queued, "return_and_refund", merchant, 26900, true, 3, "original_route", "merchant", "merchant"},
    {"D-26-1002", DisputeState::Queued, "return_and_refund", nobody, 32800, false, 0, "original_route", "merchant", "buyer"},
    {"D-26-1003", DisputeState::Claimed, "refund_partial", merchant, 3400, true, 1, "original_route", "merchant", ""},
    {"D-26-1004", DisputeState::Appealed, "reject_claim", buyer, 0, false, 0, "", "", ""}, // 1 of the first ruling, reversed
    {"D-26-1005", DisputeState::Executing, "resend", merchant, 0, true, 3, "", "merchant", ""},
    {"D-26-1006", DisputeState::Negotiating, "exchange", merchant, 0, true, 1, "", "merchant", "merchant"},
    {"D-26-1007", DisputeState::Ruled, "repair", merchant, 0, true, 1, "", "merchant", "merchant"},
    {"D-26-1008", DisputeState::Executing, "refund_full", merchant, 45900, true, 3, "original_route", "merchant", ""},
    {"D-26-1009", DisputeState::AwaitingApproval, "refund_full", merchant, 168000, true, 19, "deposit", "merchant", ""},
    {"D-26-1010", DisputeState::Claimed, "refund_partial", creator, 5900, false, 0, "reserve", "", ""},
    {"D-26-1011", DisputeState::Queued, "refund_partial", platform, 6000, false, 0, "platform_advance", "", ""},
    {"D-26-1012", DisputeState::AwaitingEvidence, "return_and_refund", {.merchant = 60, .buyer = 40}, 122700, true, 1, "original_route", "merchant", "buyer"},
    {"D-26-1013", DisputeState::AwaitingEvidence, "not_enough_evidence", nobody, 0, false, 0, "", "", ""},
    {"D-26-1014", DisputeState::Queued, "not_accepted", nobody, 0, false, 0, "", "", ""},
    {"D-26-1015", DisputeState::Queued, "reject_claim", buyer, 0, false, 0, "", "", ""},
};

QJsonObject object(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

QString caseFolder(const char *caseNo)
{
    return demoSource() + QStringLiteral("/cases/c") + QString::fromLatin1(caseNo).right(2);
}

int sumOf(const QList<PenaltyPoint> &points)
{
    int sum = 0;
    for (const PenaltyPoint &point : points)
        sum += point.points;
    return sum;
}

/// Where a refund comes from; empty without one.
QString fundsOf(const domain::Ruling &ruling)
{
    if (ruling.refund.fen() == 0)
        return {};
    return ruling.funding.isEmpty() || ruling.funding.constFirst().source == domain::FundSource::OrderFunds ? QStringLiteral("original_route") : domain::toCode(ruling.funding.constFirst().source);
}

QString payer(const std::optional<domain::FreightPayer> &who)
{
    return who ? domain::toCode(*who) : QString();
}

/// One desk for the tests that only read.
DemoDesk &morning()
{
    static DemoDesk desk;
    return desk;
}

} // namespace

void TstDemo::addDeskRows()
{
    QTest::addColumn<bool>("server");
    QTest::newRow("sqlite") << false;
    QTest::newRow("postgresql") << true;
}

void TstDemo::everyFileIsThere()
{
    QStringList missing;
    const auto look = [&](const QString &folder, const QString &file) {
        if (!file.isEmpty() && !QFile::exists(QString(folder + u'/' + file)))
            missing.append(QString(folder.section(u'/', -1) + u'/' + file));
    };
    for (const Told &told : fifteen) {
        const QString folder = caseFolder(told.caseNo);
        const QJsonObject json = object(folder + QStringLiteral("/case.json"));
        QCOMPARE(json.value(QStringLiteral("caseNo")).toString(), QString::fromLatin1(told.caseNo));
        for (const QJsonValue &exhibit : json.value(QStringLiteral("exhibits")).toArray())
            look(folder, exhibit.toObject().value(QStringLiteral("file")).toString());
        for (const QJsonValue &image : json.value(QStringLiteral("order")).toObject().value(QStringLiteral("listing")).toObject().value(QStringLiteral("images")).toArray())
            look(folder, image.toString());
        for (const QJsonValue &step : object(folder + QStringLiteral("/seed.json")).value(QStringLiteral("steps")).toArray())
            look(folder, step.toObject().value(QStringLiteral("file")).toString());
    }
    for (const QJsonValue &value : object(demoSource() + QStringLiteral("/background.json")).value(QStringLiteral("templates")).toArray()) {
        for (const QJsonValue &file : value.toObject().value(QStringLiteral("files")).toArray())
            look(demoSource() + QStringLiteral("/background"), file.toObject().value(QStringLiteral("file")).toString().section(u'/', -1));
    }
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(QStringLiteral(", "))));
}

void TstDemo::fifteenAtNine_data()
{
    QTest::addColumn<int>("index");
    for (int n = 0; n < int(std::size(fifteen)); ++n)
        QTest::newRow(fifteen[n].caseNo) << n;
}

void TstDemo::fifteenAtNine()
{
    QFETCH(int, index);
    const Told &told = fifteen[index];
    const CaseRecord record = morning().record(told.caseNo);
    QCOMPARE(domain::toCode(record.header.state), domain::toCode(told.state));
    QCOMPARE(record.file.exhibits.isEmpty(), false);
    for (const domain::Exhibit &exhibit : record.file.exhibits) {
        QVERIFY2(exhibit.size > 0, qPrintable(exhibit.id));
        QVERIFY2(!exhibit.facts.contains(QStringLiteral("unreadable")), qPrintable(exhibit.file));
    }
}

/// What is left of each case's clock at nine o'clock, as the design says.
void TstDemo::clocksAtNine()
{
    const auto left = [](const char *caseNo) -> qint64 {
        const CaseHeader header = morning().record(caseNo).header;
        return header.dueAt ? (*header.dueAt - app::demoStart()) / domain::minuteMs : -1'000'000;
    };
    QCOMPARE(left("D-26-1001"), 3 * 60 + 30);
    QCOMPARE(left("D-26-1002"), 6 * 60);
    QCOMPARE(left("D-26-1003"), 24 * 60 + 30);
    QCOMPARE(left("D-26-1004"), 26 * 60);
    QCOMPARE(left("D-26-1006"), 5 * 60 + 20);
    QCOMPARE(left("D-26-1007"), 25);
    QCOMPARE(left("D-26-1009"), 7 * 60 + 45);
    QCOMPARE(left("D-26-1011"), 8 * 60);
    QCOMPARE(left("D-26-1012"), 2 * 60);
    QCOMPARE(left("D-26-1013"), 40);
    QCOMPARE(left("D-26-1014"), -2 * 60);
    QCOMPARE(left("D-26-1015"), 26 * 60);

    const CaseRecord both = morning().record("D-26-1012");
    QHash<domain::Party, qint64> asked;
    for (const EvidenceRequest &request : both.requests)
        asked.insert(request.party, (request.dueAt - app::demoStart()) / domain::minuteMs);
    QCOMPARE(asked.value(domain::Party::Buyer), 2 * 60);
    QCOMPARE(asked.value(domain::Party::Merchant), 6 * 60);

    const CaseRecord drafted = morning().record("D-26-1003");
    QCOMPARE(drafted.header.holderName, QStringLiteral("林晓"));
    QCOMPARE(drafted.drafts.size(), 1);
    const CaseHeader held = morning().record("D-26-1010").header;
    QCOMPARE(held.holderName, QStringLiteral("陈默"));
    QVERIFY(held.leaseUntil && *held.leaseUntil > app::demoStart());
    QCOMPARE(morning().record("D-26-1009").rulings.constLast().madeByName, QStringLiteral("周岚"));
    QCOMPARE(morning().record("D-26-1004").rulings.constFirst().madeByName, QStringLiteral("周岚"));
    const CaseRecord late = morning().record("D-26-1008");
    QVERIFY(late.header.tags.contains(QStringLiteral("execution_overdue")));
    QList<domain::Funding> paid;
    for (const ExecutionTask &task : late.tasks) {
        if (task.spec.kind == domain::TaskKind::Refund && task.state != TaskState::Cancelled)
            paid = task.funding;
    }
    QCOMPARE(paid, (QList<domain::Funding>{{domain::FundSource::Deposit, domain::Money(30000)}, {domain::FundSource::PlatformAdvance, domain::Money(15900)}}));
}

void TstDemo::moneyInTheMerchantsPlaceIsShown()
{
    const CaseHeader header = morning().record("D-26-1008").header;
    const auto view = OpenCase(morning().desk())(Actor{.person = morning().person(QStringLiteral("许文"))}, header.id);
    QVERIFY(view.ok());
    QJsonArray funding;
    app::CitedBytes bytes(morning().desk().vault, view->record.file);
    const QJsonArray tasks = app::caseJson(*view, bytes).value(QLatin1StringView("tasks")).toArray();
    for (const QJsonValue &task : tasks) {
        if (task[QLatin1StringView("kind")].toString() == u"refund" && task[QLatin1StringView("actor")].toString() == u"platform")
            funding = task[QLatin1StringView("funding")].toArray();
    }
    QCOMPARE(QJsonDocument(funding).toJson(QJsonDocument::Compact),
             QByteArray(R"([{"fen":30000,"source":"deposit"},{"fen":15900,"source":"platform_advance"}])"));
    QVERIFY(app::caseText(*view, bytes).contains(QStringLiteral("¥300.00 was taken from the deposit")));
    const CaseHeader other = morning().record("D-26-1005").header;
    const auto without = OpenCase(morning().desk())(Actor{.person = morning().person(QStringLiteral("许文"))}, other.id);
    QVERIFY(without.ok());
    app::CitedBytes itsBytes(morning().desk().vault, without->record.file);
    QVERIFY(!app::caseText(*without, itsBytes).contains(QStringLiteral("was taken from")));
}

/// Each of the fifteen, given its ruling.json, ends with the codes of the design; on both engines.
void TstDemo::rulingsEndAsWritten()
{
    QFETCH(bool, server);
    DemoDesk desk(server);
    QList<const Told *> later;
    for (const Told &told : fifteen) {
        const DisputeState state = desk.record(told.caseNo).header.state;
        if (state == DisputeState::Negotiating || state == DisputeState::AwaitingEvidence)
            later.append(&told);
        else
            desk.bringToItsEnd(told.caseNo, caseFolder(told.caseNo));
    }
    desk.advance(6 * domain::hourMs + domain::minuteMs); // the last window closes at 15:00
    for (const Told *told : later)
        desk.bringToItsEnd(told->caseNo, caseFolder(told->caseNo));

    for (const Told &told : fifteen) {
        const CaseRecord record = desk.record(told.caseNo);
        const RulingRow *row = record.currentRuling();
        QVERIFY2(row && row->effectiveAt(), told.caseNo);
        QVERIFY2(domain::toCode(row->ruling.outcome) == QString::fromLatin1(told.outcome), told.caseNo);
        QVERIFY2(row->ruling.blame == told.blame, told.caseNo);
        QVERIFY2(row->ruling.refund.fen() == told.refundFen, told.caseNo);
        QVERIFY2(row->ruling.countsTowardMetrics == told.counts, told.caseNo);
        QVERIFY2(fundsOf(row->ruling) == QString::fromLatin1(told.funds), told.caseNo);
        QVERIFY2(payer(row->ruling.outboundFreight) == QString::fromLatin1(told.freightOut), told.caseNo);
        QVERIFY2(payer(row->ruling.returnFreight) == QString::fromLatin1(told.freightBack), told.caseNo);
        QVERIFY2(sumOf(record.points) == told.points, qPrintable(QStringLiteral("%1: %2 points").arg(QString::fromLatin1(told.caseNo)).arg(sumOf(record.points))));
    }
    const CaseRecord overturned = desk.record("D-26-1004");
    QCOMPARE(overturned.points.size(), 2);
    QCOMPARE(overturned.points.constLast().points, -1);
    QCOMPARE(desk.pointsOfShop("D-26-1001"), 10);
    QCOMPARE(desk.pointsOfShop("D-26-1004"), 0);
    QCOMPARE(desk.pointsOfShop("D-26-1008"), 7);
    QCOMPARE(desk.pointsOfShop("D-26-1009"), 21);
    const auto verified = verifyAudit(desk.desk(), ownerActor());
    QVERIFY(verified);
    QVERIFY(!verified->firstFault);
}

/// A clock moved by days at once leaves what lies between as if somebody had sat there.
void TstDemo::daysPassMomentByMoment()
{
    DemoDesk desk;
    const domain::UtcMs nine = app::demoStart();
    desk.bringToItsEnd("D-26-1003", caseFolder("D-26-1003"));
    desk.advance(domain::dayMs);
    int notices = 0;
    for (const ExecutionTask &task : desk.record("D-26-1007").tasks) { // its recall window ended at 09:25
        QVERIFY(task.state != TaskState::Failed);
        if (task.spec.kind != domain::TaskKind::Notice)
            continue;
        ++notices;
        QCOMPARE(task.state, TaskState::Done);
        QVERIFY(task.doneAt && *task.doneAt < nine.plusMs(domain::hourMs));
    }
    QCOMPARE(notices, 2);
    desk.advance(47 * domain::hourMs);
    const CaseRecord late = desk.record("D-26-1003");
    const auto point = std::ranges::find(late.points, domain::ConductCode::LateExecution, &PenaltyPoint::code);
    QVERIFY(point != late.points.cend());
    QCOMPARE(point->at.toRfc3339(), nine.plusMs(48 * domain::hourMs).toRfc3339());
    QCOMPARE(desk.desk().clock.now(), nine.plusMs(71 * domain::hourMs));
    const auto verified = verifyAudit(desk.desk(), ownerActor());
    QVERIFY(verified);
    QVERIFY(!verified->firstFault);
}

/// Points the shops of the fifteen bring along, and that the shops around them stand on every level.
void TstDemo::pointsBeforeTheMorning()
{
    for (const Told &told : fifteen) {
        const CaseRecord record = morning().record(told.caseNo);
        const int own = sumOf(record.points);
        const int before = QByteArrayView(told.caseNo) == "D-26-1001" ? 7 : QByteArrayView(told.caseNo) == "D-26-1008" ? 4 : QByteArrayView(told.caseNo) == "D-26-1009" ? 2 : 0;
        QVERIFY2(morning().pointsOfShop(told.caseNo) - own == before, qPrintable(QStringLiteral("%1: %2").arg(QString::fromLatin1(told.caseNo)).arg(morning().pointsOfShop(told.caseNo) - own)));
    }
    QCOMPARE(sumOf(morning().record("D-26-1004").points), 1);
    QSet<int> levels;
    for (const CaseHeader &header : morning().all())
        levels.insert(OpenCase(morning().desk())(Actor{.person = morning().person(QStringLiteral("许文"))}, header.id)->merchantLevel);
    QCOMPARE(levels, (QSet<int>{0, 1, 2, 3, 4, 5}));
}

void TstDemo::deskLooksLikeAWorkingDay()
{
    const QList<CaseHeader> all = morning().all();
    QCOMPARE(all.size(), 60);
    QHash<DisputeState, int> states;
    QSet<domain::AfterSaleType> types;
    QSet<QString> platforms, buyers, orders;
    int overdue = 0, today = 0, nextTwoDays = 0, byQueue = 0;
    const domain::UtcMs midnight = domain::UtcMs::fromPlatform(QDate(2026, 10, 13), QTime(0, 0));
    for (const CaseHeader &header : all) {
        ++states[header.state];
        types.insert(header.type);
        platforms.insert(header.platform);
        buyers.insert(header.buyerId);
        orders.insert(header.orderNo);
        QVERIFY(header.escalatedAt < app::demoStart());
        if (header.state != DisputeState::Queued)
            continue;
        ++byQueue;
        QVERIFY(header.dueAt);
        overdue += *header.dueAt < app::demoStart();
        today += *header.dueAt >= app::demoStart() && *header.dueAt < midnight;
        nextTwoDays += *header.dueAt >= midnight && *header.dueAt < midnight.plusMs(2 * domain::dayMs);
    }
    for (const DisputeState state : {DisputeState::Queued, DisputeState::Claimed, DisputeState::AwaitingEvidence, DisputeState::Negotiating,
                                     DisputeState::AwaitingApproval, DisputeState::Ruled, DisputeState::Executing, DisputeState::Closed,
                                     DisputeState::Appealed, DisputeState::Withdrawn, DisputeState::Suspended})
        QVERIFY2(states.value(state) > 0, qPrintable(domain::toCode(state)));
    for (auto it = states.cbegin(); it != states.cend(); ++it)
        QVERIFY2(it.value() < states.value(DisputeState::Queued) || it.key() == DisputeState::Queued || it.key() == DisputeState::Closed, qPrintable(domain::toCode(it.key())));
    QVERIFY(byQueue >= 16);
    QCOMPARE(types.size(), 7);
    QVERIFY(platforms.contains(QStringLiteral("taobao")) && platforms.contains(QStringLiteral("wechat")));
    QVERIFY(orders.size() >= 58); // a duplicate filing shares its order
    QVERIFY(overdue >= 2 && overdue <= 6);
    QVERIFY(today >= 4);
    QVERIFY(nextTwoDays >= byQueue / 2 - 2);
}

/// What the background must show: a linked group, a case filed again, a paused one, nothing carried out too late.
void TstDemo::backgroundShowsWhatItMust()
{
    QHash<QString, QList<CaseRecord>> byProduct;
    int again = 0;
    for (const CaseHeader &header : morning().all()) {
        const CaseRecord record = *morning().desk().cases.record(header.id);
        byProduct[header.product].append(record);
        if (!header.tags.isEmpty() && header.caseNo != u"D-26-1008")
            QVERIFY2(!header.tags.contains(QStringLiteral("execution_failed")) && !header.tags.contains(QStringLiteral("execution_overdue")), qPrintable(header.caseNo));
        if (header.state == DisputeState::Suspended)
            QVERIFY(header.suspendedAt);
        for (const domain::CaseLink &link : record.file.links) {
            const CaseRecord other = morning().record(link.caseNo.toLatin1().constData());
            QVERIFY(other.file.escalatedAt <= record.file.escalatedAt);
            if (link.kind != domain::LinkKind::Duplicate)
                continue;
            ++again;
            QCOMPARE(other.header.state, DisputeState::Closed);
            QCOMPARE(other.file.order.orderNo, record.file.order.orderNo);
            QCOMPARE(other.file.buyer.id, record.file.buyer.id);
        }
        for (const domain::ChatMessage &message : record.file.chat) {
            QVERIFY2(message.at <= record.file.escalatedAt || header.caseNo < u"D-26-2" || header.state == DisputeState::Withdrawn, qPrintable(header.caseNo));
            QVERIFY2(!message.text.contains(u'{'), qPrintable(message.text));
        }
        for (qsizetype n = 1; n < record.file.logistics.size(); ++n)
            QVERIFY2(record.file.logistics.at(n - 1).at <= record.file.logistics.at(n).at, qPrintable(header.caseNo));
    }
    QCOMPARE(again, 1);
    const QList<CaseRecord> dead = byProduct.value(QStringLiteral("移动电源"));
    QCOMPARE(dead.size(), 12);
    QVERIFY(std::ranges::count(dead, DisputeState::Closed, [](const CaseRecord &record) { return record.header.state; }) >= 5);
    QVERIFY(std::ranges::any_of(dead, [](const CaseRecord &record) { return record.file.links.size() == 11; }));
}

void TstDemo::auditVerifies()
{
    QFETCH(bool, server);
    DemoDesk desk(server, 30);
    const auto verified = verifyAudit(desk.desk(), ownerActor());
    QVERIFY(verified);
    QVERIFY(!verified->firstFault);
    QVERIFY(verified->entries > 90);
}

void TstDemo::sameSeedSameContents()
{
    DemoDesk first;
    QHashSeed::resetRandomGlobalSeed(); // as another start of the program has it: no order may come from a hash
    DemoDesk again, other(false, 60, 2);
    const QByteArray contents = first.contents();
    QVERIFY(contents.size() > 100'000);
    QVERIFY(contents == again.contents());
    QVERIFY(contents != other.contents());
}

void TstDemo::keptUnlessFresh()
{
    DemoDesk desk(false, 16);
    const QByteArray before = desk.contents();
    desk.advance(domain::hourMs);
    desk.close();
    QElapsedTimer timer;
    timer.start();
    app::DemoWish wish = desk.wish();
    wish.cases = 20;
    QVERIFY(app::prepareDemo(wish));
    QVERIFY(timer.elapsed() < 2000);
    QCOMPARE(desk.all().size(), 16);
    QVERIFY(desk.contents() != before); // the clock has moved on
    desk.close();
    wish.cases = 16;
    wish.fresh = true;
    QVERIFY(app::prepareDemo(wish));
    QVERIFY(desk.contents() == before);
}

void TstDemo::foreignDeskIsLeftAlone()
{
    DemoDesk desk(false, 15);
    desk.makeReal();
    app::DemoWish wish = desk.wish();
    wish.fresh = true;
    const auto refused = app::prepareDemo(wish);
    QVERIFY(!refused);
    QVERIFY(!refused.error().isEmpty());
    QCOMPARE(desk.all().size(), 15);
}

void TstDemo::foreignFilesAreLeftAlone_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("vault") << QStringLiteral("vault/x.txt");
    QTest::newRow("preparing") << QStringLiteral("preparing/x.txt");
}

void TstDemo::foreignFilesAreLeftAlone()
{
    QFETCH(QString, name);
    QTemporaryDir folder;
    QFile file(folder.filePath(name));
    QVERIFY(QDir(folder.path()).mkpath(name.section(u'/', 0, 0)) && file.open(QIODevice::WriteOnly));
    file.write("mine");
    file.close();
    app::DemoWish wish;
    wish.dir = folder.path();
    wish.source = demoSource();
    wish.cases = 15;
    for (const bool fresh : {false, true}) {
        wish.fresh = fresh;
        const auto refused = app::prepareDemo(wish);
        QVERIFY(!refused);
        QVERIFY2(refused.error().contains(folder.path()), qPrintable(refused.error()));
    }
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("mine"));
}

void TstDemo::stoppedLeavesNothing()
{
    QTemporaryDir folder;
    app::DemoWish wish;
    wish.dir = folder.path();
    wish.source = demoSource();
    wish.cases = 15;
    const auto stopped = app::prepareDemo(wish, [](int done, int of) { return done < of / 2; }); // with half of the cases in
    QVERIFY(!stopped);
    QStringList left = QDir(folder.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
    QCOMPARE(left, QStringList());
}

void TstDemo::thousands()
{
    QElapsedTimer timer;
    timer.start();
    DemoDesk desk(false, 2000);
    QVERIFY2(timer.elapsed() < 60'000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(desk.all().size(), 2000);
}

QObject *make_tst_demo();
QObject *make_tst_demo()
{
    return new TstDemo;
}

#include "tst_demo.moc"
