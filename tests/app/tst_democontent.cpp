// SPDX-License-Identifier: GPL-3.0-or-later
#include "demodesk.h"

#include <usecases/caserecord.h>

#include <domain/casejson.h>

#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

#include <algorithm>

using namespace arb;
using namespace arb::tests;
using namespace arb::usecases;
using domain::DisputeState;

/// What the demo's sixty cases tell: that pictures, texts, goods and times fit each other, and that nothing is missing.
class TstDemoContent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void citationsLieInside();
    void clausesHaveTheirElements();
    void textsFitTheGoods();
    void picturesShowOneKindOfGoods();
    void timesFollowEachOther();
    void peopleSleepAtNight();
    void filedAgainAfterItsRuling();
    void rowsThatMustNotBeMissing();
    void everyKindOfDispute();
    void shopsAreTheSameEverywhere();
};

namespace {

constexpr QSize a4AtCitationDpi(1191, 1684);

const QList<CaseRecord> &cases()
{
    static DemoDesk desk;
    static const QList<CaseRecord> all = [] {
        QList<CaseRecord> records;
        for (const CaseHeader &header : desk.all())
            records.append(*desk.desk().cases.record(header.id));
        return records;
    }();
    return all;
}

bool isTold(const CaseRecord &record)
{
    return record.header.caseNo.startsWith(u"D-26-10");
}

const CaseRecord &caseOf(const QString &caseNo)
{
    return *std::ranges::find(cases(), caseNo, [](const CaseRecord &record) { return record.header.caseNo; });
}

QJsonObject object(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

/// What is ruled in the desk, and what the fifteen's files say is to be ruled.
QList<domain::Ruling> rulingsOf(const CaseRecord &record)
{
    QList<domain::Ruling> all;
    for (const RulingRow &row : record.rulings)
        all.append(row.ruling);
    if (isTold(record)) {
        const auto written = domain::rulingFromJson(object(demoSource() + QStringLiteral("/cases/c") + record.header.caseNo.right(2) + QStringLiteral("/ruling.json")));
        if (written)
            all.append(*written);
    }
    return all;
}

QString where(const CaseRecord &record, const QString &what)
{
    return QString(record.header.caseNo + u' ' + record.header.product + QStringLiteral(": ") + what);
}

QString allTextOf(const CaseRecord &record)
{
    QStringList texts;
    for (const domain::ChatMessage &message : record.file.chat)
        texts.append(message.text);
    for (const domain::Exhibit &exhibit : record.file.exhibits)
        texts.append(exhibit.caption);
    for (const domain::Ruling &ruling : rulingsOf(record)) {
        texts.append(ruling.reasonsZh);
        for (const domain::Finding &finding : ruling.findings)
            texts.append(finding.text);
    }
    return texts.join(u'\n');
}

} // namespace

/// A region is pixels of the upright picture or frame, or of the page at 144 dpi: nothing of it may lie beside.
void TstDemoContent::citationsLieInside()
{
    int regions = 0;
    for (const CaseRecord &record : cases()) {
        for (const domain::Ruling &ruling : rulingsOf(record)) {
            for (const domain::Finding &finding : ruling.findings) {
                for (const domain::Citation &citation : finding.citations) {
                    if (!citation.region)
                        continue;
                    const domain::Exhibit *exhibit = domain::findExhibit(record.file, citation.exhibit);
                    QVERIFY2(exhibit, qPrintable(where(record, citation.exhibit)));
                    const QSize size = exhibit->kind == domain::ExhibitKind::Document
                        ? a4AtCitationDpi
                        : QSize(exhibit->facts.value(QStringLiteral("width")).toInt(), exhibit->facts.value(QStringLiteral("height")).toInt());
                    QVERIFY2(QRect(QPoint(), size).contains(*citation.region), qPrintable(where(record, exhibit->file)));
                    ++regions;
                }
            }
        }
    }
    QVERIFY(regions > 60);
}

void TstDemoContent::clausesHaveTheirElements()
{
    QHash<QString, QSet<QString>> elements;
    const QJsonArray clauses = object(QStringLiteral(ARB_SOURCE_DIR "/resources/policy/desk-demo-1.json")).value(QStringLiteral("clauses")).toArray();
    for (const QJsonValue &value : clauses) {
        for (const QJsonValue &element : value.toObject().value(QStringLiteral("elements")).toArray())
            elements[value.toObject().value(QStringLiteral("id")).toString()].insert(element.toString());
    }
    QVERIFY(elements.size() > 10);
    for (const CaseRecord &record : cases()) {
        for (const RulingRow &row : record.rulings) {
            QSet<QString> found;
            for (const domain::Finding &finding : row.ruling.findings)
                found.insert(finding.element);
            QVERIFY2(found.contains(elements.value(row.clause)), qPrintable(where(record, row.clause)));
        }
    }
}

/// A word that names goods stands only in cases about such goods.
void TstDemoContent::textsFitTheGoods()
{
    const QHash<QString, QStringList> goods{
        {QStringLiteral("灯杆"), {QStringLiteral("台灯")}},       {QStringLiteral("窗帘"), {QStringLiteral("窗帘")}},
        {QStringLiteral("盘子"), {QStringLiteral("餐盘")}},       {QStringLiteral("滤网"), {QStringLiteral("吸尘器")}},
        {QStringLiteral("激活码"), {QStringLiteral("激活码")}},   {QStringLiteral("茶叶"), {QStringLiteral("红茶")}},
        {QStringLiteral("书架"), {QStringLiteral("书架")}},       {QStringLiteral("面包"), {QStringLiteral("吐司"), QStringLiteral("空气炸锅")}},
        {QStringLiteral("轮子"), {QStringLiteral("积木车")}},     {QStringLiteral("香味"), {QStringLiteral("香水")}},
        {QStringLiteral("链子"), {QStringLiteral("手链")}},       {QStringLiteral("针织衫"), {QStringLiteral("针织衫")}},
        {QStringLiteral("充电宝"), {QStringLiteral("移动电源")}}, {QStringLiteral("底座"), {QStringLiteral("底座"), QStringLiteral("手环")}},
        {QStringLiteral("净重 1.1 kg"), {QStringLiteral("1.1 kg")}}, {QStringLiteral("1.72"), {QStringLiteral("5 袋")}},
        {QStringLiteral("雾霾蓝"), {QStringLiteral("雾霾蓝"), QStringLiteral("保温杯")}}, {QStringLiteral("第 3 版"), {QStringLiteral("第 3 版")}},
        {QStringLiteral("吊牌上写的 130"), {QStringLiteral("130 cm")}}, {QStringLiteral("电池健康"), {QStringLiteral("二手手机")}},
        {QStringLiteral("床架"), {QStringLiteral("床架")}},       {QStringLiteral("耳机"), {QStringLiteral("耳机")}},
        {QStringLiteral("走线"), {QStringLiteral("四件套")}},     {QStringLiteral("墨绿"), {QStringLiteral("墨绿")}},
    };
    QSet<QString> seen;
    for (const CaseRecord &record : cases()) {
        const QString text = allTextOf(record);
        const QString sold = QString(record.header.product + u' ' + record.file.order.sku);
        for (auto it = goods.cbegin(); it != goods.cend(); ++it) {
            if (!text.contains(it.key()))
                continue;
            seen.insert(it.key());
            QVERIFY2(std::ranges::any_of(it.value(), [&](const QString &word) { return sold.contains(word); }), qPrintable(where(record, it.key())));
        }
    }
    QVERIFY(seen.size() >= 12);
}

/// A picture of goods serves one kind of goods; boxes, seals and parcels may be of any.
void TstDemoContent::picturesShowOneKindOfGoods()
{
    QHash<QString, QSet<QString>> shown;
    for (const QJsonValue &value : object(demoSource() + QStringLiteral("/background.json")).value(QStringLiteral("templates")).toArray()) {
        for (const QJsonValue &file : value.toObject().value(QStringLiteral("files")).toArray()) {
            for (const QJsonValue &sold : value.toObject().value(QStringLiteral("goods")).toArray())
                shown[file.toObject().value(QStringLiteral("file")).toString().section(u'/', -1)].insert(sold.toObject().value(QStringLiteral("product")).toString());
        }
    }
    for (const char *anyGoods : {"bg-photo-06.jpg", "bg-photo-16.jpg", "bg-photo-23.jpg", "bg-pickup-failed.png"})
        QVERIFY2(shown.remove(QString::fromLatin1(anyGoods)), anyGoods);
    QVERIFY(shown.size() > 20);
    for (auto it = shown.cbegin(); it != shown.cend(); ++it)
        QVERIFY2(it.value().size() == 1, qPrintable(it.key()));
}

void TstDemoContent::timesFollowEachOther()
{
    int payments = 0;
    for (const CaseRecord &record : cases()) {
        const domain::Order &order = record.file.order;
        const domain::UtcMs ordered = *order.orderedAt;
        const auto ok = [&](bool so, const char *what) { QVERIFY2(so, qPrintable(where(record, QString::fromLatin1(what)))); };
        ok(!order.shippedAt || ordered <= *order.shippedAt, "shipped before it was ordered");
        ok(!order.paidAt || (ordered <= *order.paidAt && (!order.shippedAt || *order.paidAt <= *order.shippedAt)),
           "paid before it was ordered, or after it was shipped");
        payments += order.paidAt.has_value();
        ok(!order.signedAt || (order.shippedAt && *order.shippedAt <= *order.signedAt), "signed before it was shipped");
        ok(ordered <= record.file.afterSale.appliedAt, "applied before it was ordered");
        if (const domain::MerchantAnswer *answer = domain::latestAnswer(record.file))
            ok(record.file.afterSale.appliedAt <= answer->at, "answered before it was applied for");
        ok(record.file.afterSale.appliedAt < record.file.escalatedAt, "escalated before it was applied for");
        for (const domain::Exhibit &exhibit : record.file.exhibits)
            ok(exhibit.submittedAt >= ordered, "handed in before it was ordered");
        for (const domain::ChatMessage &message : record.file.chat)
            ok(message.at >= ordered, "talked of before it was ordered");
        for (qsizetype n = 1; n < record.file.chat.size(); ++n)
            ok(record.file.chat.at(n - 1).at <= record.file.chat.at(n).at, "talk out of order");
        for (const RulingRow &row : record.rulings)
            ok(row.madeAt > record.file.escalatedAt, "ruled before it was escalated");
    }
    const CaseRecord &silent = *std::ranges::find_if(cases(), [](const CaseRecord &record) { return !record.rulings.isEmpty() && record.rulings.constFirst().clause == u"merchant_silent"; });
    for (const domain::ChatMessage &message : silent.file.chat) {
        if (message.text.contains(QStringLiteral("时间到了")))
            QVERIFY(message.at > *silent.file.afterSale.merchantDueAt);
        if (message.text.contains(QStringLiteral("昨天申请")))
            QVERIFY(message.at > silent.file.afterSale.appliedAt);
    }
    for (const CaseRecord &record : cases()) {
        for (const domain::ChatMessage &message : record.file.chat) {
            if (message.text.contains(QStringLiteral("怎么显示发货了")))
                QVERIFY2(message.at > *record.file.order.shippedAt, qPrintable(where(record, message.text)));
            if (message.text.contains(QStringLiteral("已经申请退款")))
                QVERIFY2(message.at > record.file.afterSale.appliedAt, qPrintable(where(record, message.text)));
        }
    }
    const CaseRecord &withdrawn = *std::ranges::find(cases(), DisputeState::Withdrawn, [](const CaseRecord &record) { return record.header.state; });
    QVERIFY(withdrawn.file.chat.constLast().at > withdrawn.file.escalatedAt);
    QVERIFY(payments >= 4); // the timeline shows them
}

void TstDemoContent::peopleSleepAtNight()
{
    for (const CaseRecord &record : cases()) {
        if (isTold(record))
            continue;
        for (const domain::ChatMessage &message : record.file.chat) {
            const int hour = message.at.toPlatform().time().hour();
            QVERIFY2(hour >= 7 && hour <= 23, qPrintable(where(record, message.at.toRfc3339())));
        }
    }
}

void TstDemoContent::filedAgainAfterItsRuling()
{
    for (const CaseRecord &record : cases()) {
        for (const domain::CaseLink &link : record.file.links) {
            if (link.kind != domain::LinkKind::Duplicate)
                continue;
            const CaseRecord &first = caseOf(link.caseNo);
            QVERIFY(first.rulings.constLast().effectiveAt() && *first.rulings.constLast().effectiveAt() < record.file.afterSale.appliedAt);
            for (const ExecutionTask &task : first.tasks)
                QVERIFY(!task.doneAt || *task.doneAt < record.file.afterSale.appliedAt);
            return;
        }
    }
    QFAIL("nothing is filed twice");
}

/// Table 1.3 of the demo's design.
void TstDemoContent::rowsThatMustNotBeMissing()
{
    struct Row
    {
        const char *clause, *outcome;
        domain::Blame blame;
        std::optional<domain::FreightPayer> back;
    };
    constexpr domain::Blame merchant{.merchant = 100}, buyer{.buyer = 100}, nobody{};
    const Row rows[] = {
        {"late_shipment", "refund_full", merchant, {}},
        {"track_abnormal", "refund_full", merchant, {}},
        {"merchant_silent", "refund_full", merchant, {}},
        {"refused_at_door_no_cause", "reject_claim", buyer, domain::FreightPayer::Buyer},
        {"seven_day_excluded_unconfirmed", "return_and_refund", merchant, domain::FreightPayer::Buyer},
        {"virtual_cannot_return", "refund_full", merchant, {}},
        {"second_hand_mismatch", "refund_partial", merchant, {}},
        {"seven_day_intact", "return_and_refund", nobody, domain::FreightPayer::Buyer},
        {"seven_day_intact", "return_and_refund", nobody, domain::FreightPayer::Platform},
        {"duplicate_filing", "not_accepted", nobody, {}},
    };
    for (const Row &row : rows) {
        const bool there = std::ranges::any_of(cases(), [&](const CaseRecord &record) {
            const RulingRow *ruled = record.currentRuling();
            return !isTold(record) && record.header.state == DisputeState::Closed && ruled && ruled->clause == QString::fromLatin1(row.clause)
                && domain::toCode(ruled->ruling.outcome) == QString::fromLatin1(row.outcome) && ruled->ruling.blame == row.blame
                && (!row.back || ruled->ruling.returnFreight == row.back);
        });
        QVERIFY2(there, row.clause);
    }
    const auto of = [](QStringView clause) -> const CaseRecord & {
        return *std::ranges::find_if(cases(), [&](const CaseRecord &record) { return record.header.caseNo.startsWith(u"D-26-2") && record.currentRuling() && record.currentRuling()->clause == clause; });
    };
    // The 40-second kind: claimed and ruled within the minute.
    const CaseRecord &quick = of(u"track_abnormal");
    const auto claim = std::ranges::find(quick.audit, QStringLiteral("claim"), &domain::AuditEntry::action);
    QVERIFY(claim != quick.audit.cend());
    QVERIFY(quick.currentRuling()->madeAt - claim->at < domain::minuteMs);
    // 240 hours promised, more than two days late: three percent, as a leg of its own.
    const CaseRecord &late = of(u"late_shipment");
    const auto leg = std::ranges::find(late.currentRuling()->ruling.legs, domain::LegKind::Compensation, &domain::MoneyLeg::kind);
    QVERIFY(leg != late.currentRuling()->ruling.legs.cend());
    QCOMPARE(leg->sum.fen(), late.file.order.paid.fen() * 3 / 100);
    // Virtual goods travel without a courier.
    QVERIFY(of(u"virtual_cannot_return").file.order.waybillNo.isEmpty());
    // A month before case 1: the same shop, the same goods, the same words of refusal.
    const CaseRecord &before = caseOf(QStringLiteral("D-26-0801")), &one = caseOf(QStringLiteral("D-26-1001"));
    QCOMPARE(before.header.merchantId, one.header.merchantId);
    QCOMPARE(before.file.order.sku, one.file.order.sku);
    QCOMPARE(domain::latestAnswer(before.file)->text, domain::latestAnswer(one.file)->text);
    QVERIFY(std::ranges::any_of(one.file.links, [&](const domain::CaseLink &link) { return link.caseNo == before.header.caseNo; }));
}

/// Every kind of dispute of the rule table that the rule book or a departure from it can decide.
void TstDemoContent::everyKindOfDispute()
{
    QSet<QString> clauses;
    bool exchanged = false, tooBig = false;
    for (const CaseRecord &record : cases()) {
        for (const RulingRow &row : record.rulings)
            clauses.insert(row.clause);
        for (const domain::Ruling &ruling : rulingsOf(record)) {
            clauses.insert(ruling.clause.value_or(QString()));
            exchanged |= ruling.outcome == domain::OutcomeCode::Exchange && ruling.blame.nobody();
            tooBig |= ruling.noReturnReason == domain::NoReturnReason::MerchantWillNotHelp && ruling.clause == u"wrong_missing_damaged";
        }
    }
    for (const char *clause : {"seven_day_intact", "seven_day_not_intact", "seven_day_excluded_unconfirmed", "quality_confirmed", "warranty_repair",
                               "description_wrong_used", "counterfeit_unproven_source", "unsafe_food", "fresh_ratio", "fresh_late",
                               "wrong_missing_damaged_exchange", "wrong_missing_damaged_resend", "missing_part_refund", "intact_at_signing_proven",
                               "virtual_cannot_return", "refused_at_door_no_cause", "not_received", "shipped_after_refund_request", "both_at_fault",
                               "gift_missing", "late_shipment", "track_abnormal", "allergy_no_record", "buyer_no_prima_facie", "platform_promotion"})
        QVERIFY2(clauses.contains(QString::fromLatin1(clause)), clause);
    QVERIFY(exchanged);
    QVERIFY(tooBig);
}

void TstDemoContent::shopsAreTheSameEverywhere()
{
    QHash<QString, QString> addresses;
    for (const CaseRecord &record : cases()) {
        const domain::PartyInfo &shop = record.file.merchant;
        QVERIFY2(addresses.value(shop.id, shop.address) == shop.address, qPrintable(where(record, shop.address)));
        addresses.insert(shop.id, shop.address);
    }
}

QObject *make_tst_democontent();
QObject *make_tst_democontent()
{
    return new TstDemoContent;
}

#include "tst_democontent.moc"
