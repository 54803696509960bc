// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/casejson.h>

#include <domain/canonicaljson.h>

#include "coveragereader.h"
#include "filmfacts.h"
#include "viewingreader.h"

#include <algorithm>

namespace arb::domain {

namespace {

constexpr int maxPixel = 1'000'000;               // far above any picture; keeps x + w within int

/// refundSource is older than funding[] and calls order funds by the way the money goes back.
QString sourceShorthand(FundSource source)
{
    return source == FundSource::OrderFunds ? QStringLiteral("original_route") : toCode(source);
}

std::optional<FundSource> sourceFromShorthand(const QString &code)
{
    for (const CodeRow<FundSource> &row : codeTable<FundSource>()) {
        if (sourceShorthand(row.value) == code)
            return row.value;
    }
    return std::nullopt;
}

std::optional<QRect> readRegion(JsonReader &json)
{
    const QJsonValue value = json.take("region");
    if (value.isUndefined())
        return std::nullopt;
    const QJsonArray numbers = value.toArray();
    if (numbers.size() != 4) {
        json.fail("region", "array");
        return std::nullopt;
    }
    QList<int> parts;
    for (qsizetype i = 0; i < 4; ++i) {
        const QJsonValue number = numbers.at(i);
        const bool whole = number.isDouble() && number.toInteger(0) == number.toInteger(1);
        const qint64 pixel = number.toInteger(-1);
        if (!whole || pixel < (i < 2 ? 0 : 1) || pixel > maxPixel) {
            json.errors().add(json.at("region") + u'/' + QString::number(i), whole ? "range" : "integer");
            return std::nullopt;
        }
        parts.append(static_cast<int>(pixel));
    }
    return QRect(parts.at(0), parts.at(1), parts.at(2), parts.at(3));
}

Citation readCitation(JsonReader &json)
{
    Citation citation;
    citation.exhibit = json.text("exhibit");
    citation.sha256 = json.digest("sha256");
    citation.region = readRegion(json);
    citation.page = json.count("page", 1);
    citation.frame = json.integer("frame", 0, mostMicroseconds);
    citation.pts = json.integer("pts", -mostMicroseconds, mostMicroseconds);
    citation.frameEnd = json.integer("frameEnd", 0, mostMicroseconds);
    citation.ptsEnd = json.integer("ptsEnd", -mostMicroseconds, mostMicroseconds);
    citation.message = json.text("message");
    citation.messageEnd = json.text("messageEnd");
    citation.logistics = json.count("logistics");
    citation.fact = json.text("fact");
    citation.mark = readMarkId(json, "mark", Need::Optional);
    if (auto child = json.child("view"))
        citation.view = readViewState(*child);
    json.refuseUnread();
    return citation;
}

Blame readBlame(JsonReader &json)
{
    const auto share = [](JsonReader &from, const char *key) { return static_cast<int>(from.integer(key, 0, 100).value_or(0)); };
    Blame blame;
    if (auto child = json.child("blame")) {
        blame.merchant = share(*child, "merchant");
        blame.creator = share(*child, "creator");
        blame.platform = share(*child, "platform");
        blame.buyer = share(*child, "buyer");
        child->refuseUnread();
    }
    return blame;
}

QList<Funding> readFunding(JsonReader &json, Money refund)
{
    QList<Funding> funding;
    json.each("funding", [&](JsonReader &item) {
        Funding read;
        read.source = item.code<FundSource>("source", Need::Required).value_or(FundSource::OrderFunds);
        read.sum = item.sum("fen", Need::Required);
        item.refuseUnread();
        funding.append(read);
    });
    const QJsonValue value = json.take("refundSource");
    if (value.isUndefined())
        return funding;
    const std::optional<FundSource> source = sourceFromShorthand(value.toString());
    if (!source) {
        json.fail("refundSource", "code");
        return funding;
    }
    if (!funding.isEmpty()) {
        const bool agree = std::all_of(funding.begin(), funding.end(), [&](const Funding &f) { return f.source == *source; });
        if (!agree)
            json.fail("refundSource", "same_as_funding");
        return funding;
    }
    if (*source == FundSource::OrderFunds || refund == Money(0))
        return funding;
    return {{*source, refund}};
}

void readRulingFreight(JsonReader &json, Ruling &ruling)
{
    if (auto child = json.child("freight")) {
        ruling.outboundFreight = child->code<FreightPayer>("outbound");
        ruling.returnFreight = child->code<FreightPayer>("return");
        child->refuseUnread();
    }
}

/// Absent: the suggestion's clause; null or empty: none applies.
std::optional<QString> readClause(JsonReader &json)
{
    const QJsonValue value = json.take("clause");
    if (value.isUndefined())
        return std::nullopt;
    if (!value.isNull() && !value.isString())
        json.fail("clause", "string");
    return value.isNull() ? QString() : value.toString();
}

void readRulingLists(JsonReader &json, Ruling &ruling)
{
    json.each("items", [&](JsonReader &item) {
        RulingItem read;
        read.sku = item.text("sku", Need::Required);
        read.quantity = item.count("quantity", 1).value_or(1);
        item.refuseUnread();
        ruling.items.append(read);
    });
    json.each("legs", [&](JsonReader &item) {
        MoneyLeg read;
        read.kind = item.code<LegKind>("kind", Need::Required).value_or(LegKind::Refund);
        read.sum = item.sum("fen", Need::Required);
        read.to = item.code<Party>("to").value_or(Party::Buyer);
        read.from = item.code<Party>("from");
        item.refuseUnread();
        ruling.legs.append(read);
    });
    json.each("conduct", [&](JsonReader &item) {
        Conduct read;
        read.code = item.code<ConductCode>("code", Need::Required).value_or(ConductCode::Liable);
        read.party = item.code<Party>("party").value_or(Party::Merchant);
        item.refuseUnread();
        ruling.conduct.append(read);
    });
}

QList<Finding> readFindings(JsonReader &json, Need verdict)
{
    QList<Finding> findings;
    json.each("findings", [&](JsonReader &item) {
        Finding read;
        read.element = item.text("element");
        read.verdict = item.code<Verdict>("verdict", verdict);
        if (const auto share = item.integer("permille", 0, 1000))
            read.permille = static_cast<int>(*share);
        read.text = item.text("text");
        if (!item.raw(QStringLiteral("fen")).isUndefined())
            read.sum = item.sum("fen");
        item.each("citations", [&](JsonReader &place) { read.citations.append(readCitation(place)); });
        item.refuseUnread();
        findings.append(read);
    });
    return findings;
}

void insertRulingText(QJsonObject &object, const QString &key, const QString &text)
{
    if (!text.isEmpty())
        object.insert(key, text);
}

QJsonObject blameJson(const Blame &blame)
{
    QJsonObject object;
    const auto share = [&object](Party party, int percent) {
        if (percent != 0)
            object.insert(toCode(party), percent);
    };
    share(Party::Merchant, blame.merchant);
    share(Party::Creator, blame.creator);
    share(Party::Platform, blame.platform);
    share(Party::Buyer, blame.buyer);
    return object;
}

void insertFunding(QJsonObject &object, const Ruling &ruling)
{
    QJsonArray funding;
    for (const Funding &part : ruling.funding)
        funding.append(QJsonObject{{QStringLiteral("source"), toCode(part.source)}, {QStringLiteral("fen"), part.sum.fen()}});
    if (!funding.isEmpty())
        object.insert(QStringLiteral("funding"), funding);
    else if (ruling.refund > Money(0))
        object.insert(QStringLiteral("refundSource"), sourceShorthand(FundSource::OrderFunds));
}

void insertRulingFreight(QJsonObject &object, const Ruling &ruling)
{
    QJsonObject freight;
    if (ruling.outboundFreight)
        freight.insert(QStringLiteral("outbound"), toCode(*ruling.outboundFreight));
    if (ruling.returnFreight)
        freight.insert(QStringLiteral("return"), toCode(*ruling.returnFreight));
    if (!freight.isEmpty())
        object.insert(QStringLiteral("freight"), freight);
}

void insertRulingLists(QJsonObject &object, const Ruling &ruling)
{
    QJsonArray items, legs, conduct;
    for (const RulingItem &item : ruling.items)
        items.append(QJsonObject{{QStringLiteral("sku"), item.sku}, {QStringLiteral("quantity"), item.quantity}});
    for (const MoneyLeg &leg : ruling.legs) {
        QJsonObject one{{QStringLiteral("kind"), toCode(leg.kind)}, {QStringLiteral("fen"), leg.sum.fen()}, {QStringLiteral("to"), toCode(leg.to)}};
        if (leg.from)
            one.insert(QStringLiteral("from"), toCode(*leg.from));
        legs.append(one);
    }
    for (const Conduct &found : ruling.conduct)
        conduct.append(QJsonObject{{QStringLiteral("code"), toCode(found.code)}, {QStringLiteral("party"), toCode(found.party)}});
    if (!items.isEmpty())
        object.insert(QStringLiteral("items"), items);
    if (!legs.isEmpty())
        object.insert(QStringLiteral("legs"), legs);
    if (!conduct.isEmpty())
        object.insert(QStringLiteral("conduct"), conduct);
}

QJsonArray findingsJson(const Ruling &ruling)
{
    QJsonArray findings;
    for (const Finding &finding : ruling.findings) {
        QJsonArray citations;
        for (const Citation &citation : finding.citations)
            citations.append(toJson(citation));
        QJsonObject one{{QStringLiteral("citations"), citations}};
        if (finding.verdict)
            one.insert(QStringLiteral("verdict"), toCode(*finding.verdict));
        if (finding.permille)
            one.insert(QStringLiteral("permille"), *finding.permille);
        if (finding.sum)
            one.insert(QStringLiteral("fen"), finding.sum->fen());
        insertRulingText(one, QStringLiteral("element"), finding.element);
        insertRulingText(one, QStringLiteral("text"), finding.text);
        findings.append(one);
    }
    return findings;
}

} // namespace

Result<Citation, JsonShapeError> citationFromJson(const QJsonObject &object)
{
    JsonErrors errors;
    JsonReader json(object, QString(), errors);
    Citation citation = readCitation(json);
    if (errors.first())
        return Failure{*errors.first()};
    return citation;
}

namespace {

/// @p chosen: must what a reviewer chooses be there already?
Result<Ruling, JsonShapeError> readRuling(const QJsonObject &object, Need chosen)
{
    JsonErrors errors;
    JsonReader json(object, QString(), errors);
    Ruling ruling;
    ruling.commandId = json.text("commandId");
    ruling.outcome = json.code<OutcomeCode>("outcome", chosen).value_or(OutcomeCode::ReturnAndRefund);
    ruling.blame = readBlame(json);
    ruling.refund = json.sum("refundFen");
    ruling.funding = readFunding(json, ruling.refund);
    readRulingFreight(json, ruling);
    ruling.reasonFound = json.code<Reason>("reasonFound");
    ruling.noReturnReason = json.code<NoReturnReason>("noReturnReason");
    ruling.clause = readClause(json);
    ruling.countsTowardMetrics = json.boolean("countsTowardMetrics", chosen).value_or(false);
    readRulingLists(json, ruling);
    ruling.executeBy = json.text("executeBy");
    ruling.findings = readFindings(json, chosen);
    if (auto reasons = json.child("reasons")) {
        ruling.reasonsZh = reasons->text("zh");
        ruling.reasonsEn = reasons->text("en");
        reasons->refuseUnread();
    }
    ruling.departure = json.text("departure");
    if (auto coverage = json.child("coverage"))
        ruling.coverage = readCoverage(*coverage);
    json.refuseUnread();
    if (errors.first())
        return Failure{*errors.first()};
    return ruling;
}

} // namespace

Result<Ruling, JsonShapeError> rulingFromJson(const QJsonObject &object)
{
    return readRuling(object, Need::Required);
}

Result<RulingDraft, JsonShapeError> draftFromJson(const QJsonObject &object)
{
    const auto ruling = readRuling(object, Need::Optional);
    if (!ruling)
        return Failure{ruling.error()};
    return RulingDraft{*ruling, object.contains(QStringLiteral("outcome"))};
}

QJsonObject toJson(const Citation &citation)
{
    QJsonObject object;
    insertRulingText(object, QStringLiteral("exhibit"), citation.exhibit);
    insertRulingText(object, QStringLiteral("sha256"), QString::fromLatin1(citation.sha256));
    if (citation.region) {
        const QRect &r = *citation.region;
        object.insert(QStringLiteral("region"), QJsonArray{r.x(), r.y(), r.width(), r.height()});
    }
    if (citation.page)
        object.insert(QStringLiteral("page"), *citation.page);
    if (citation.frame)
        object.insert(QStringLiteral("frame"), *citation.frame);
    if (citation.pts)
        object.insert(QStringLiteral("pts"), *citation.pts);
    if (citation.frameEnd)
        object.insert(QStringLiteral("frameEnd"), *citation.frameEnd);
    if (citation.ptsEnd)
        object.insert(QStringLiteral("ptsEnd"), *citation.ptsEnd);
    insertRulingText(object, QStringLiteral("message"), citation.message);
    insertRulingText(object, QStringLiteral("messageEnd"), citation.messageEnd);
    if (citation.logistics)
        object.insert(QStringLiteral("logistics"), *citation.logistics);
    insertRulingText(object, QStringLiteral("fact"), citation.fact);
    if (!citation.mark.isNull())
        object.insert(QStringLiteral("mark"), citation.mark.toString());
    if (citation.view)
        object.insert(QStringLiteral("view"), toJson(*citation.view));
    return object;
}

QJsonObject toJson(const Ruling &ruling)
{
    QJsonObject object;
    object.insert(QStringLiteral("commandId"), ruling.commandId);
    object.insert(QStringLiteral("outcome"), toCode(ruling.outcome));
    object.insert(QStringLiteral("blame"), blameJson(ruling.blame));
    object.insert(QStringLiteral("refundFen"), ruling.refund.fen());
    insertFunding(object, ruling);
    insertRulingFreight(object, ruling);
    if (ruling.reasonFound)
        object.insert(QStringLiteral("reasonFound"), toCode(*ruling.reasonFound));
    if (ruling.noReturnReason)
        object.insert(QStringLiteral("noReturnReason"), toCode(*ruling.noReturnReason));
    if (ruling.clause)
        object.insert(QStringLiteral("clause"), ruling.clause->isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(*ruling.clause));
    object.insert(QStringLiteral("countsTowardMetrics"), ruling.countsTowardMetrics);
    insertRulingLists(object, ruling);
    insertRulingText(object, QStringLiteral("executeBy"), ruling.executeBy);
    object.insert(QStringLiteral("findings"), findingsJson(ruling));
    QJsonObject reasons{{QStringLiteral("zh"), ruling.reasonsZh}};
    insertRulingText(reasons, QStringLiteral("en"), ruling.reasonsEn);
    object.insert(QStringLiteral("reasons"), reasons);
    insertRulingText(object, QStringLiteral("departure"), ruling.departure);
    if (ruling.coverage)
        object.insert(QStringLiteral("coverage"), toJson(*ruling.coverage));
    return object;
}

QJsonObject toJson(const RulingDraft &draft)
{
    QJsonObject object = toJson(draft.ruling);
    if (!draft.outcomeChosen)
        object.remove(QStringLiteral("outcome"));
    return object;
}

QByteArray rulingDigest(const Ruling &ruling)
{
    return sha256Hex(canonicalJson(toJson(ruling)));
}

} // namespace arb::domain
