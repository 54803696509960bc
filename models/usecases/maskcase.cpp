// SPDX-License-Identifier: GPL-3.0-or-later
#include <usecases/opencase.h>

#include <domain/masking.h>

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QSet>

#include <algorithm>
#include <utility>

namespace arb::usecases {

namespace {

/// Places of case.json that hold numbers the desk works by; all other texts are looked through. Without array places.
bool isIdentifier(const QString &pointer)
{
    static const QSet<QString> known{
        QStringLiteral("/caseNo"), QStringLiteral("/platform"), QStringLiteral("/order/orderNo"), QStringLiteral("/order/sku"),
        QStringLiteral("/order/waybillNo"), QStringLiteral("/order/items/sku"), QStringLiteral("/order/listing/images"),
        QStringLiteral("/buyer/id"), QStringLiteral("/merchant/id"), QStringLiteral("/creator/id"), QStringLiteral("/afterSale/no"),
        QStringLiteral("/return/waybillNo"), QStringLiteral("/chat/id"), QStringLiteral("/chat/exhibit"), QStringLiteral("/chat/replyTo"),
        QStringLiteral("/exhibits/id"), QStringLiteral("/exhibits/file"), QStringLiteral("/exhibits/sha256"), QStringLiteral("/exhibits/derivedFrom/exhibit"),
        QStringLiteral("/exhibits/derivedFrom/sha256"), QStringLiteral("/links/caseNo")};
    return known.contains(pointer);
}

/// Whatever else a platform hands over about a person is personal: identity card, e-mail, a second name.
bool isOfPerson(const QString &pointer)
{
    static const QStringList known{QStringLiteral("name"), QStringLiteral("phone"), QStringLiteral("address"), QStringLiteral("history")};
    return (pointer.startsWith(u"/buyer/") || pointer.startsWith(u"/creator/")) && !known.contains(pointer.section(u'/', 2, 2));
}

/// What the goods and the shop are called is public, and whoever has the name of a brand is not hidden by hiding the brand.
bool isOfGoods(const QString &pointer)
{
    static const QStringList places{QStringLiteral("/order/product"), QStringLiteral("/order/items/"), QStringLiteral("/order/listing/"),
                                    QStringLiteral("/order/gifts/"), QStringLiteral("/merchant/name")};
    return std::any_of(places.begin(), places.end(), [&pointer](const QString &place) { return pointer.startsWith(place); });
}

QString maskedText(const QString &pointer, const QString &text, const domain::Masks &masks)
{
    if (isIdentifier(pointer))
        return text;
    if (isOfPerson(pointer))
        return domain::maskPhone(text);
    if (pointer == u"/order/signedBy" || pointer == u"/return/signedBy")
        return domain::maskSigner(text);
    return isOfGoods(pointer) ? domain::maskInText(text) : masks.hide(text);
}

QJsonValue maskedValue(const QString &pointer, const QJsonValue &value, const domain::Masks &masks) // NOLINT(misc-no-recursion): no deeper than intake lets in
{
    switch (value.type()) {
    case QJsonValue::String: return maskedText(pointer, value.toString(), masks);
    case QJsonValue::Double: return isOfPerson(pointer) ? QJsonValue(domain::maskPhone(QString::number(value.toDouble(), 'f', 0))) : value;
    case QJsonValue::Array: {
        QJsonArray items;
        for (const QJsonValue &item : value.toArray())
            items.append(maskedValue(pointer, item, masks));
        return items;
    }
    case QJsonValue::Object: {
        QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            it.value() = maskedValue(pointer + u'/' + it.key(), it.value(), masks);
        return object;
    }
    case QJsonValue::Null:
    case QJsonValue::Undefined:
    case QJsonValue::Bool: return value;
    }
    return value;
}

/// @p fact's pointer counts array items, a place's name does not.
QString placeOf(const domain::OtherFact &fact)
{
    QStringList steps = fact.pointer.split(u'/');
    steps.removeIf([](const QString &step) { return !step.isEmpty() && std::all_of(step.begin(), step.end(), [](QChar c) { return c.isDigit(); }); });
    return steps.join(u'/');
}

QString maskedFact(const domain::OtherFact &fact, const domain::Masks &masks)
{
    const QJsonArray held = QJsonDocument::fromJson(QByteArray('[' + fact.value.toUtf8() + ']')).array();
    const QJsonArray masked{maskedValue(placeOf(fact), held.at(0), masks)};
    const QByteArray text = QJsonDocument(masked).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(text.sliced(1, text.size() - 2));
}

constexpr QLatin1StringView namesake("**"); ///< a signer of the same family name must not pass for the buyer

void maskParty(domain::PartyInfo &party, bool shop)
{
    if (!shop)
        party.name = domain::maskName(party.name);
    party.phone = domain::maskPhone(party.phone);
    party.address = domain::maskAddress(party.address);
}

void maskScans(QList<domain::LogisticsScan> &scans, const domain::Masks &masks)
{
    for (domain::LogisticsScan &scan : scans) {
        scan.place = masks.hide(scan.place);
        scan.text = masks.hide(scan.text);
    }
}

} // namespace

domain::Masks masksOf(const domain::CaseFile &file)
{
    domain::Masks masks;
    QList<domain::PartyInfo> parties{file.buyer, file.merchant};
    if (file.creator)
        parties.append(*file.creator);
    for (const domain::PartyInfo &party : std::as_const(parties)) {
        masks.addPhone(party.phone);
        masks.addAddress(party.address);
    }
    masks.addName(file.buyer.name);
    if (file.creator)
        masks.addName(file.creator->name);
    for (const QString &signer : {file.order.signedBy, file.returnLeg ? file.returnLeg->signedBy : QString()})
        masks.addName(signer, domain::maskName(signer) == domain::maskName(file.buyer.name) ? QString(namesake) : QString());
    return masks;
}

QHash<QString, QByteArray> digestsOfPlaces(const QList<domain::Citation> &citations, const domain::CaseFile &file)
{
    QHash<QString, QByteArray> digests;
    for (const domain::Citation &citation : citations) {
        const QString key = domain::placeKey(citation);
        const bool isAsked = citation.exhibit.isEmpty() && !citation.sha256.isEmpty() && !digests.contains(key);
        if (const QByteArray digest = isAsked ? domain::placeDigest(citation, file) : QByteArray(); !digest.isEmpty())
            digests.insert(key, digest);
    }
    return digests;
}

domain::CaseFile masked(domain::CaseFile file)
{
    if (!file.placesBeforeMasking)
        file.placesBeforeMasking.emplace();
    const domain::Masks masks = masksOf(file);
    const QString buyer = file.buyer.name, signer = file.order.signedBy.trimmed();
    maskParty(file.buyer, false);
    maskParty(file.merchant, true); // a shop's name is public
    if (file.creator)
        maskParty(*file.creator, false);
    file.order.signedBy = domain::maskSigner(signer);
    if (signer != buyer && file.order.signedBy == file.buyer.name)
        file.order.signedBy = namesake;
    for (domain::ChatMessage &message : file.chat)
        message.text = masks.hide(message.text);
    for (domain::CaseNote &note : file.notes)
        note.text = masks.hide(note.text);
    for (domain::MerchantAnswer &answer : file.afterSale.answers)
        answer.text = masks.hide(answer.text);
    maskScans(file.logistics, masks);
    if (file.returnLeg) {
        file.returnLeg->signedBy = domain::maskSigner(file.returnLeg->signedBy);
        maskScans(file.returnLeg->logistics, masks);
    }
    for (domain::Exhibit &exhibit : file.exhibits)
        exhibit.caption = masks.hide(exhibit.caption);
    for (domain::OtherFact &fact : file.otherFacts)
        fact.value = maskedFact(fact, masks);
    file.document = maskedValue({}, file.document, masks).toObject();
    return file;
}

} // namespace arb::usecases
