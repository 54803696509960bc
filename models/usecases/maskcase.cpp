// SPDX-License-Identifier: GPL-3.0-or-later
#include <usecases/opencase.h>

#include <domain/masking.h>

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QSet>

#include <algorithm>

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

QString maskedText(const QString &pointer, const QString &text)
{
    if (isIdentifier(pointer))
        return text;
    if (isOfPerson(pointer))
        return domain::maskPhone(text);
    if (pointer == u"/order/signedBy" || pointer == u"/return/signedBy")
        return domain::maskSigner(text);
    return domain::maskInText(text);
}

QJsonValue maskedValue(const QString &pointer, const QJsonValue &value) // NOLINT(misc-no-recursion): no deeper than intake lets in
{
    switch (value.type()) {
    case QJsonValue::String: return maskedText(pointer, value.toString());
    case QJsonValue::Double: return isOfPerson(pointer) ? QJsonValue(domain::maskPhone(QString::number(value.toDouble(), 'f', 0))) : value;
    case QJsonValue::Array: {
        QJsonArray items;
        for (const QJsonValue &item : value.toArray())
            items.append(maskedValue(pointer, item));
        return items;
    }
    case QJsonValue::Object: {
        QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            it.value() = maskedValue(pointer + u'/' + it.key(), it.value());
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

QString maskedFact(const domain::OtherFact &fact)
{
    const QJsonArray held = QJsonDocument::fromJson(QByteArray('[' + fact.value.toUtf8() + ']')).array();
    const QJsonArray masked{maskedValue(placeOf(fact), held.at(0))};
    const QByteArray text = QJsonDocument(masked).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(text.sliced(1, text.size() - 2));
}

void maskParty(domain::PartyInfo &party, bool shop)
{
    if (!shop)
        party.name = domain::maskName(party.name);
    party.phone = domain::maskPhone(party.phone);
    party.address = domain::maskAddress(party.address);
}

void maskScans(QList<domain::LogisticsScan> &scans)
{
    for (domain::LogisticsScan &scan : scans) {
        scan.place = domain::maskInText(scan.place);
        scan.text = domain::maskInText(scan.text);
    }
}

} // namespace

domain::CaseFile masked(domain::CaseFile file)
{
    const QString buyer = file.buyer.name, signer = file.order.signedBy.trimmed();
    maskParty(file.buyer, false);
    maskParty(file.merchant, true); // a shop's name is public
    if (file.creator)
        maskParty(*file.creator, false);
    file.order.signedBy = domain::maskSigner(signer);
    if (signer != buyer && file.order.signedBy == file.buyer.name)
        file.order.signedBy = QStringLiteral("**"); // a namesake of the same family name must not pass for the buyer
    for (domain::ChatMessage &message : file.chat)
        message.text = domain::maskInText(message.text);
    for (domain::CaseNote &note : file.notes)
        note.text = domain::maskInText(note.text);
    for (domain::MerchantAnswer &answer : file.afterSale.answers)
        answer.text = domain::maskInText(answer.text);
    maskScans(file.logistics);
    if (file.returnLeg) {
        file.returnLeg->signedBy = domain::maskSigner(file.returnLeg->signedBy);
        maskScans(file.returnLeg->logistics);
    }
    for (domain::Exhibit &exhibit : file.exhibits)
        exhibit.caption = domain::maskInText(exhibit.caption);
    for (domain::OtherFact &fact : file.otherFacts)
        fact.value = maskedFact(fact);
    file.document = maskedValue({}, file.document).toObject();
    return file;
}

} // namespace arb::usecases
