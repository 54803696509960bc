// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/casejson.h>

#include <domain/canonicaljson.h>

#include "jsonreader.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QSet>

#include <algorithm>

namespace arb::domain {

namespace {

/// Reads case.json object by object; what nobody asked for in an object becomes an "other fact" of it.
class CaseJsonReader
{
public:
    CaseFile read(const QJsonObject &object);
    const JsonErrors &errors() const { return m_errors; }

private:
    void readHead(JsonReader &json, CaseFile &file);
    void readLists(JsonReader &json, CaseFile &file);
    Order order(JsonReader &json);
    std::optional<UtcMs> paidAt(JsonReader &json);
    void orderLists(JsonReader &json, Order &order);
    Listing listing(JsonReader &json);
    PartyInfo party(JsonReader &json, Need idNeed);
    AfterSale afterSale(JsonReader &json);
    void answers(JsonReader &json, AfterSale &sale);
    MerchantAnswer answer(JsonReader &json);
    ReturnLeg returnLeg(JsonReader &json);
    QList<LogisticsScan> scans(JsonReader &json);
    QList<ChatMessage> chat(JsonReader &json);
    QList<Exhibit> exhibits(JsonReader &json);
    std::optional<Derivation> derivation(JsonReader &json);
    QList<CaseFlag> flags(JsonReader &json);
    QList<CaseLink> links(JsonReader &json);
    QList<CaseNote> notes(JsonReader &json);

    /// Ends the reading of an object: its unread keys are kept.
    void keepRest(const JsonReader &json);
    /// An id that must not occur twice, since citations name it.
    void claimId(JsonReader &json, QSet<QString> &seen, const QString &id);

    JsonErrors m_errors;
    QList<OtherFact> m_others;
};

QString compactFactJson(const QJsonValue &value)
{
    // QJsonDocument writes no bare scalars, so the value travels in an array whose brackets are taken off again.
    const QByteArray text = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(text.mid(1, text.size() - 2));
}

void CaseJsonReader::keepRest(const JsonReader &json)
{
    for (const QString &key : json.unread()) {
        const QString pointer = json.pointer() + u'/' + jsonPointerStep(key);
        m_others.append({pointer, compactFactJson(json.raw(key))});
    }
}

void CaseJsonReader::claimId(JsonReader &json, QSet<QString> &seen, const QString &id)
{
    if (seen.contains(id))
        json.fail("id", "unique");
    seen.insert(id);
}

CaseFile CaseJsonReader::read(const QJsonObject &object)
{
    CaseFile file;
    JsonReader json(object, QString(), m_errors);
    json.integer("format", 1, 1, Need::Required);
    readHead(json, file);
    readLists(json, file);
    keepRest(json);
    file.otherFacts = m_others;
    file.document = object;
    return file;
}

void CaseJsonReader::readHead(JsonReader &json, CaseFile &file)
{
    file.caseNo = json.text("caseNo", Need::Required);
    file.platform = json.text("platform", Need::Required);
    file.escalatedAt = json.time("escalatedAt", Need::Required).value_or(UtcMs());
    file.tradeKind = json.code<TradeKind>("tradeKind").value_or(TradeKind::Normal);
    file.category = json.text("category");
    if (auto child = json.child("order", Need::Required))
        file.order = order(*child);
    if (auto child = json.child("buyer", Need::Required))
        file.buyer = party(*child, Need::Required);
    if (auto child = json.child("merchant", Need::Required))
        file.merchant = party(*child, Need::Required);
    if (auto child = json.child("creator"))
        file.creator = party(*child, Need::Optional);
    if (auto child = json.child("afterSale", Need::Required))
        file.afterSale = afterSale(*child);
    file.evidenceClosedAt = json.time("evidenceClosedAt");
    if (auto child = json.child("return"))
        file.returnLeg = returnLeg(*child);
}

void CaseJsonReader::readLists(JsonReader &json, CaseFile &file)
{
    file.logistics = scans(json);
    file.chat = chat(json);
    file.exhibits = exhibits(json);
    file.notes = notes(json);
    file.flags = flags(json);
    file.links = links(json);
}

Order CaseJsonReader::order(JsonReader &json)
{
    Order order;
    order.orderNo = json.text("orderNo", Need::Required);
    order.product = json.text("product", Need::Required);
    order.sku = json.text("sku");
    order.quantity = json.count("quantity", 1).value_or(1);
    order.price = json.sum("priceFen");
    order.paid = json.sum("paidFen", Need::Required);
    order.freight = json.sum("freightFen");
    order.alreadyRefunded = json.sum("alreadyRefundedFen");
    order.freightInsurance = json.boolean("freightInsurance");
    order.sevenDayReturn = json.code<SevenDayReturn>("sevenDayReturn");
    order.orderedAt = json.time("orderedAt");
    order.paidAt = paidAt(json);
    order.promisedShipBy = json.time("promisedShipBy");
    order.shippedAt = json.time("shippedAt");
    order.signedAt = json.time("signedAt");
    order.signedBy = json.text("signedBy");
    order.carrier = json.text("carrier");
    order.waybillNo = json.text("waybillNo");
    if (auto child = json.child("listing"))
        order.listing = listing(*child);
    orderLists(json, order);
    keepRest(json);
    return order;
}

/// Younger than the format: until then platforms could write there what they liked. What is no time stays an other fact, so
/// that no case that was taken in becomes unreadable.
std::optional<UtcMs> CaseJsonReader::paidAt(JsonReader &json)
{
    const auto at = UtcMs::fromRfc3339(json.raw(QStringLiteral("paidAt")).toString());
    if (at)
        json.take("paidAt");
    return at;
}

void CaseJsonReader::orderLists(JsonReader &json, Order &order)
{
    json.each("items", [&](JsonReader &item) {
        OrderItem read;
        read.sku = item.text("sku");
        read.title = item.text("title");
        read.quantity = item.count("quantity", 1).value_or(1);
        read.paid = item.sum("paidFen");
        keepRest(item);
        order.items.append(read);
    });
    json.each("gifts", [&](JsonReader &item) {
        Gift read;
        read.title = item.text("title");
        read.value = item.sum("valueFen");
        keepRest(item);
        order.gifts.append(read);
    });
}

Listing CaseJsonReader::listing(JsonReader &json)
{
    Listing listing;
    listing.title = json.text("title");
    listing.claims = json.texts("claims");
    listing.images = json.texts("images");
    keepRest(json);
    return listing;
}

PartyInfo CaseJsonReader::party(JsonReader &json, Need idNeed)
{
    PartyInfo party;
    party.id = json.text("id", idNeed);
    party.name = json.text("name");
    party.phone = json.text("phone");
    party.address = json.text("address");
    if (auto history = json.child("history")) {
        party.history.orders = history->count("orders");
        party.history.afterSales = history->count("afterSales");
        party.history.interventions = history->count("interventions");
        party.history.upheld = history->count("upheld");
        party.history.windowDays = history->count("windowDays");
        keepRest(*history);
    }
    keepRest(json);
    return party;
}

AfterSale CaseJsonReader::afterSale(JsonReader &json)
{
    AfterSale sale;
    sale.no = json.text("no", Need::Required);
    sale.type = json.code<AfterSaleType>("type", Need::Required).value_or(AfterSaleType::ReturnRefund);
    sale.reason = json.code<Reason>("reason", Need::Required).value_or(Reason::Other);
    sale.quantity = json.count("quantity", 1).value_or(1);
    sale.claimed = json.sum("claimedFen", Need::Required);
    sale.appliedAt = json.time("appliedAt", Need::Required).value_or(UtcMs());
    sale.merchantDueAt = json.time("merchantDueAt");
    sale.buyerHasGoods = json.boolean("buyerHasGoods");
    answers(json, sale);
    keepRest(json);
    return sale;
}

void CaseJsonReader::answers(JsonReader &json, AfterSale &sale)
{
    std::optional<MerchantAnswer> first;
    if (auto child = json.child("merchantAnswer")) {
        first = answer(*child);
        keepRest(*child);
    }
    QSet<int> rounds;
    json.each("answers", [&](JsonReader &item) {
        const int round = item.count("round", 1, Need::Required).value_or(1);
        MerchantAnswer read = answer(item);
        read.round = round;
        keepRest(item);
        if (rounds.contains(round))
            item.fail("round", "unique");
        rounds.insert(round);
        // Round 1 may be given twice, here and as merchantAnswer; two versions of one answer are no answer.
        if (round == 1 && first && read != *first)
            m_errors.add(item.pointer(), "same_as_merchantAnswer");
        sale.answers.append(read);
    });
    if (first && !rounds.contains(1))
        sale.answers.append(*first);
    std::sort(sale.answers.begin(), sale.answers.end(),
              [](const MerchantAnswer &a, const MerchantAnswer &b) { return a.round < b.round; });
}

MerchantAnswer CaseJsonReader::answer(JsonReader &json)
{
    MerchantAnswer answer;
    answer.at = json.time("at");
    answer.decision = json.code<AnswerDecision>("decision", Need::Required).value_or(AnswerDecision::Silent);
    answer.reason = json.text("reason");
    answer.text = json.text("text");
    return answer;
}

ReturnLeg CaseJsonReader::returnLeg(JsonReader &json)
{
    ReturnLeg leg;
    leg.waybillNo = json.text("waybillNo");
    leg.carrier = json.text("carrier");
    leg.signedBy = json.text("signedBy");
    leg.shippedAt = json.time("shippedAt");
    leg.signedAt = json.time("signedAt");
    leg.logistics = scans(json);
    keepRest(json);
    return leg;
}

QList<LogisticsScan> CaseJsonReader::scans(JsonReader &json)
{
    QList<LogisticsScan> scans;
    json.each("logistics", [&](JsonReader &item) {
        LogisticsScan read;
        read.at = item.time("at", Need::Required).value_or(UtcMs());
        read.place = item.text("place");
        read.event = item.text("event");
        read.text = item.text("text");
        keepRest(item);
        scans.append(read);
    });
    return scans;
}

QList<ChatMessage> CaseJsonReader::chat(JsonReader &json)
{
    QList<ChatMessage> messages;
    QSet<QString> seen;
    json.each("chat", [&](JsonReader &item) {
        ChatMessage read;
        read.id = item.text("id", Need::Required);
        read.at = item.time("at", Need::Required).value_or(UtcMs());
        read.from = item.code<Party>("from", Need::Required).value_or(Party::Buyer);
        read.text = item.text("text");
        read.exhibit = item.text("exhibit");
        read.recalledAt = item.time("recalledAt");
        read.editedAt = item.time("editedAt");
        read.replyTo = item.text("replyTo");
        claimId(item, seen, read.id);
        keepRest(item);
        messages.append(read);
    });
    return messages;
}

QList<Exhibit> CaseJsonReader::exhibits(JsonReader &json)
{
    QList<Exhibit> exhibits;
    QSet<QString> seen;
    const auto read = [&](JsonReader &item) {
        Exhibit exhibit;
        exhibit.id = item.text("id", Need::Required);
        exhibit.party = item.code<Party>("party", Need::Required).value_or(Party::Buyer);
        exhibit.kind = item.code<ExhibitKind>("kind", Need::Required).value_or(ExhibitKind::Image);
        exhibit.file = item.text("file", Need::Required);
        exhibit.sha256 = item.digest("sha256", Need::Required);
        exhibit.caption = item.text("caption");
        exhibit.element = item.text("element");
        exhibit.submittedAt = item.time("submittedAt", Need::Required).value_or(UtcMs());
        exhibit.derivedFrom = derivation(item);
        claimId(item, seen, exhibit.id);
        keepRest(item);
        exhibits.append(exhibit);
    };
    json.each("exhibits", read, Need::Required);
    return exhibits;
}

std::optional<Derivation> CaseJsonReader::derivation(JsonReader &json)
{
    const QJsonValue value = json.take("derivedFrom");
    if (value.isUndefined())
        return std::nullopt;
    if (!value.isObject()) {
        json.fail("derivedFrom", "object");
        return std::nullopt;
    }
    const auto read = derivationFromJson(value.toObject());
    if (!read) {
        m_errors.add(QString(json.at("derivedFrom") + read.error().pointer), read.error().expected.toUtf8().constData());
        return std::nullopt;
    }
    return *read;
}

QList<CaseFlag> CaseJsonReader::flags(JsonReader &json)
{
    QList<CaseFlag> flags;
    const QStringList codes = json.texts("flags");
    for (qsizetype i = 0; i < codes.size(); ++i) {
        const std::optional<CaseFlag> flag = fromCode<CaseFlag>(codes.at(i));
        if (flag)
            flags.append(*flag);
        else
            m_errors.add(json.at("flags") + u'/' + QString::number(i), "code");
    }
    return flags;
}

QList<CaseLink> CaseJsonReader::links(JsonReader &json)
{
    QList<CaseLink> links;
    json.each("links", [&](JsonReader &item) {
        CaseLink read;
        read.caseNo = item.text("caseNo", Need::Required);
        read.kind = item.code<LinkKind>("kind", Need::Required).value_or(LinkKind::Earlier);
        keepRest(item);
        links.append(read);
    });
    return links;
}

QList<CaseNote> CaseJsonReader::notes(JsonReader &json)
{
    QList<CaseNote> notes;
    json.each("notes", [&](JsonReader &item) {
        CaseNote read;
        read.at = item.time("at", Need::Required).value_or(UtcMs());
        read.from = item.text("from");
        read.text = item.text("text");
        keepRest(item);
        notes.append(read);
    });
    return notes;
}

struct PersonalKeys
{
    Party party;
    QStringList keys;
};

/// What is personal data of whom. A merchant's name is a shop's name and public.
QList<PersonalKeys> personalKeys()
{
    const QString name = QStringLiteral("name");
    const QString phone = QStringLiteral("phone");
    const QString address = QStringLiteral("address");
    return {{Party::Buyer, {name, phone, address}}, {Party::Merchant, {phone, address}}, {Party::Creator, {name, phone, address}}};
}

PersonalData personalDataOf(Party party, const PartyInfo &info)
{
    return {party, party == Party::Merchant ? QString() : info.name, info.phone, info.address};
}

} // namespace

QJsonObject toJson(const Exhibit &exhibit)
{
    QJsonObject object{{QStringLiteral("id"), exhibit.id},
                       {QStringLiteral("party"), toCode(exhibit.party)},
                       {QStringLiteral("kind"), toCode(exhibit.kind)},
                       {QStringLiteral("file"), exhibit.file},
                       {QStringLiteral("sha256"), QString::fromLatin1(exhibit.sha256)},
                       {QStringLiteral("submittedAt"), exhibit.submittedAt.toRfc3339()}};
    if (!exhibit.caption.isEmpty())
        object.insert(QStringLiteral("caption"), exhibit.caption);
    if (!exhibit.element.isEmpty())
        object.insert(QStringLiteral("element"), exhibit.element);
    if (exhibit.derivedFrom)
        object.insert(QStringLiteral("derivedFrom"), toJson(*exhibit.derivedFrom));
    return object;
}

QByteArray caseDigest(const CaseFile &file)
{
    QByteArray text = canonicalJson(withPersonalData(file.document, personalData(file)));
    for (const Exhibit &exhibit : file.exhibits) {
        if (isListingPicture(file, exhibit))
            text += '\n' + exhibit.sha256 + "  " + exhibit.file.toUtf8();
    }
    return sha256Hex(text);
}

Result<CaseFile, JsonShapeError> caseFileFromJson(const QJsonObject &object)
{
    CaseJsonReader reader;
    CaseFile file = reader.read(object);
    if (reader.errors().first())
        return Failure{*reader.errors().first()};
    return file;
}

QList<PersonalData> personalData(const CaseFile &file)
{
    QList<PersonalData> all{personalDataOf(Party::Buyer, file.buyer), personalDataOf(Party::Merchant, file.merchant)};
    if (file.creator)
        all.append(personalDataOf(Party::Creator, *file.creator));
    all.removeIf([](const PersonalData &data) { return data.name.isEmpty() && data.phone.isEmpty() && data.address.isEmpty(); });
    return all;
}

QJsonObject withoutPersonalData(QJsonObject document)
{
    for (const PersonalKeys &personal : personalKeys()) {
        const QString side = toCode(personal.party);
        if (!document.value(side).isObject())
            continue;
        QJsonObject info = document.value(side).toObject();
        for (const QString &key : personal.keys) {
            // An empty text says nothing about anybody; it stays, so that the way back gives the same document.
            if (info.contains(key) && info.value(key) != QJsonValue(QString()))
                info.remove(key);
        }
        document.insert(side, info);
    }
    return document;
}

QJsonObject withPersonalData(QJsonObject document, const QList<PersonalData> &data)
{
    for (const PersonalData &personal : data) {
        const QString side = toCode(personal.party);
        QJsonObject info = document.value(side).toObject();
        const auto write = [&info](const QString &key, const QString &value) {
            if (!value.isEmpty())
                info.insert(key, value);
        };
        write(QStringLiteral("name"), personal.name);
        write(QStringLiteral("phone"), personal.phone);
        write(QStringLiteral("address"), personal.address);
        document.insert(side, info);
    }
    return document;
}

} // namespace arb::domain
