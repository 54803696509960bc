// SPDX-License-Identifier: GPL-3.0-or-later
#include "recordplaces.h"

#include <presentation/formats.h>
#include <presentation/labels.h>

#include <domain/codes.h>
#include <domain/ruling.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QJsonArray>

#include <algorithm>
#include <cmath>
#include <optional>
#include <span>

namespace arb::presentation {

namespace {

struct RecordPlaceWords
{
    Q_DECLARE_TR_FUNCTIONS(Record)
};

struct NamedPlace
{
    const char *pointer, *name;
};
/// Those that are offered.
constexpr NamedPlace offeredPlaces[] = {
    {"/escalatedAt", QT_TRANSLATE_NOOP("Record", "Escalated")},
    {"/evidenceClosedAt", QT_TRANSLATE_NOOP("Record", "Evidence term ends")},
    {"/order/orderedAt", QT_TRANSLATE_NOOP("Record", "Ordered")},
    {"/order/paidAt", QT_TRANSLATE_NOOP("Record", "Paid at")},
    {"/order/promisedShipBy", QT_TRANSLATE_NOOP("Record", "To be shipped by")},
    {"/order/shippedAt", QT_TRANSLATE_NOOP("Record", "Shipped")},
    {"/order/signedAt", QT_TRANSLATE_NOOP("Record", "Signed for")},
    {"/order/signedBy", QT_TRANSLATE_NOOP("Record", "Signed by")},
    {"/order/paidFen", QT_TRANSLATE_NOOP("Record", "Paid")},
    {"/order/waybillNo", QT_TRANSLATE_NOOP("Record", "Waybill")},
    {"/order/sevenDayReturn", QT_TRANSLATE_NOOP("Record", "Seven-day label")},
    {"/order/freightInsurance", QT_TRANSLATE_NOOP("Record", "Freight insurance")},
    {"/order/deliveryWish", QT_TRANSLATE_NOOP("Record", "Delivery wish")},
    {"/order/serialNo", QT_TRANSLATE_NOOP("Record", "Serial number")},
    {"/order/batchNo", QT_TRANSLATE_NOOP("Record", "Batch")},
    {"/order/listing/claims/0", QT_TRANSLATE_NOOP("Record", "Listing, first promise")},
    {"/order/listing/claims/1", QT_TRANSLATE_NOOP("Record", "Listing, second promise")},
    {"/afterSale/type", QT_TRANSLATE_NOOP("Record", "Applied for")},
    {"/afterSale/reason", QT_TRANSLATE_NOOP("Record", "Reason filed")},
    {"/afterSale/claimedFen", QT_TRANSLATE_NOOP("Record", "Claimed")},
    {"/afterSale/appliedAt", QT_TRANSLATE_NOOP("Record", "Applied at")},
    {"/afterSale/merchantDueAt", QT_TRANSLATE_NOOP("Record", "Merchant's answer due")},
    {"/afterSale/merchantAnswer/at", QT_TRANSLATE_NOOP("Record", "Merchant answered")},
    {"/afterSale/merchantAnswer/decision", QT_TRANSLATE_NOOP("Record", "Merchant's answer")},
    {"/afterSale/merchantAnswer/reason", QT_TRANSLATE_NOOP("Record", "Merchant's ground")},
    {"/afterSale/merchantAnswer/text", QT_TRANSLATE_NOOP("Record", "Merchant's words")},
    {"/return/waybillNo", QT_TRANSLATE_NOOP("Record", "Return waybill")},
    {"/return/signedAt", QT_TRANSLATE_NOOP("Record", "Return signed for")},
    {"/return/shippedAt", QT_TRANSLATE_NOOP("Record", "Return shipped")},
};

/// What the timeline and a ruling file can cite beside them. "*" is an item of a list and %1 its number from 1; keys inside of
/// these are called after them.
constexpr NamedPlace otherPlaces[] = {
    {"/caseNo", QT_TRANSLATE_NOOP("Record", "Case number")},
    {"/platform", QT_TRANSLATE_NOOP("Record", "Platform")},
    {"/tradeKind", QT_TRANSLATE_NOOP("Record", "Kind of trade")},
    {"/category", QT_TRANSLATE_NOOP("Record", "Category")},
    {"/order", QT_TRANSLATE_NOOP("Record", "Order")},
    {"/order/orderNo", QT_TRANSLATE_NOOP("Record", "Order number")},
    {"/order/product", QT_TRANSLATE_NOOP("Record", "Goods")},
    {"/order/priceFen", QT_TRANSLATE_NOOP("Record", "Price")},
    {"/order/freightFen", QT_TRANSLATE_NOOP("Record", "Outbound freight")},
    {"/order/alreadyRefundedFen", QT_TRANSLATE_NOOP("Record", "Already refunded")},
    {"/order/carrier", QT_TRANSLATE_NOOP("Record", "Carrier")},
    {"/order/listing", QT_TRANSLATE_NOOP("Record", "Listing")},
    {"/order/listing/claims", QT_TRANSLATE_NOOP("Record", "Promises of the listing")},
    {"/order/listing/claims/*", QT_TRANSLATE_NOOP("Record", "Listing, promise %1")},
    {"/order/listing/images", QT_TRANSLATE_NOOP("Record", "Pictures of the listing")},
    {"/order/listing/images/*", QT_TRANSLATE_NOOP("Record", "Listing, picture %1")},
    {"/order/items", QT_TRANSLATE_NOOP("Record", "Items of the order")},
    {"/order/items/*", QT_TRANSLATE_NOOP("Record", "Order, item %1")},
    {"/order/gifts", QT_TRANSLATE_NOOP("Record", "Gifts of the order")},
    {"/order/gifts/*", QT_TRANSLATE_NOOP("Record", "Order, gift %1")},
    {"/buyer", QT_TRANSLATE_NOOP("Record", "Buyer")},
    {"/buyer/history", QT_TRANSLATE_NOOP("Record", "Buyer's past")},
    {"/merchant", QT_TRANSLATE_NOOP("Record", "Merchant")},
    {"/merchant/history", QT_TRANSLATE_NOOP("Record", "Merchant's past")},
    {"/creator", QT_TRANSLATE_NOOP("Record", "Creator")},
    {"/creator/history", QT_TRANSLATE_NOOP("Record", "Creator's past")},
    {"/afterSale", QT_TRANSLATE_NOOP("Record", "After-sale application")},
    {"/afterSale/merchantAnswer", QT_TRANSLATE_NOOP("Record", "Merchant's answer")},
    {"/afterSale/answers", QT_TRANSLATE_NOOP("Record", "Merchant's answers")},
    {"/afterSale/answers/*", QT_TRANSLATE_NOOP("Record", "Merchant's answers, no. %1")},
    {"/afterSale/buyerHasGoods", QT_TRANSLATE_NOOP("Record", "Buyer has the goods")},
    {"/return", QT_TRANSLATE_NOOP("Record", "Return of the goods")},
    {"/return/carrier", QT_TRANSLATE_NOOP("Record", "Return carrier")},
    {"/return/signedBy", QT_TRANSLATE_NOOP("Record", "Return signed by")},
    {"/return/logistics", QT_TRANSLATE_NOOP("Record", "Tracking of the return")},
    {"/return/logistics/*", QT_TRANSLATE_NOOP("Record", "Scan %1 of the return's tracking")},
    {"/logistics", QT_TRANSLATE_NOOP("Record", "Tracking")},
    {"/logistics/*", QT_TRANSLATE_NOOP("Record", "Scan %1 of the tracking")},
    {"/chat", QT_TRANSLATE_NOOP("Record", "Platform's chat")},
    {"/chat/*", QT_TRANSLATE_NOOP("Record", "Platform's chat, message no. %1")},
    {"/exhibits", QT_TRANSLATE_NOOP("Record", "List of exhibits")},
    {"/exhibits/*", QT_TRANSLATE_NOOP("Record", "List of exhibits, no. %1")},
    {"/notes", QT_TRANSLATE_NOOP("Record", "Notes")},
    {"/notes/*", QT_TRANSLATE_NOOP("Record", "Note %1")},
    {"/flags", QT_TRANSLATE_NOOP("Record", "Flags")},
    {"/flags/*", QT_TRANSLATE_NOOP("Record", "Flag %1")},
    {"/links", QT_TRANSLATE_NOOP("Record", "Linked cases")},
    {"/links/*", QT_TRANSLATE_NOOP("Record", "Linked case %1")},
};

/// Keys that mean the same wherever they stand.
constexpr NamedPlace placeKeys[] = {
    {"at", QT_TRANSLATE_NOOP("Record", "time")},
    {"place", QT_TRANSLATE_NOOP("Record", "place")},
    {"event", QT_TRANSLATE_NOOP("Record", "what happened")},
    {"text", QT_TRANSLATE_NOOP("Record", "words")},
    {"from", QT_TRANSLATE_NOOP("Record", "written by")},
    {"round", QT_TRANSLATE_NOOP("Record", "round")},
    {"decision", QT_TRANSLATE_NOOP("Record", "decision")},
    {"reason", QT_TRANSLATE_NOOP("Record", "ground")},
    {"no", QT_TRANSLATE_NOOP("Record", "number")},
    {"sku", QT_TRANSLATE_NOOP("Record", "SKU")},
    {"title", QT_TRANSLATE_NOOP("Record", "title")},
    {"quantity", QT_TRANSLATE_NOOP("Record", "quantity")},
    {"paidFen", QT_TRANSLATE_NOOP("Record", "paid")},
    {"valueFen", QT_TRANSLATE_NOOP("Record", "value")},
    {"id", QT_TRANSLATE_NOOP("Record", "platform id")},
    {"name", QT_TRANSLATE_NOOP("Record", "name")},
    {"phone", QT_TRANSLATE_NOOP("Record", "phone")},
    {"address", QT_TRANSLATE_NOOP("Record", "address")},
    {"orders", QT_TRANSLATE_NOOP("Record", "orders")},
    {"afterSales", QT_TRANSLATE_NOOP("Record", "after-sale applications")},
    {"interventions", QT_TRANSLATE_NOOP("Record", "disputes")},
    {"upheld", QT_TRANSLATE_NOOP("Record", "disputes upheld")},
    {"windowDays", QT_TRANSLATE_NOOP("Record", "days counted")},
    {"party", QT_TRANSLATE_NOOP("Record", "party")},
    {"kind", QT_TRANSLATE_NOOP("Record", "kind")},
    {"file", QT_TRANSLATE_NOOP("Record", "file")},
    {"caption", QT_TRANSLATE_NOOP("Record", "caption")},
    {"submittedAt", QT_TRANSLATE_NOOP("Record", "handed in")},
    {"exhibit", QT_TRANSLATE_NOOP("Record", "exhibit")},
    {"recalledAt", QT_TRANSLATE_NOOP("Record", "recalled")},
    {"editedAt", QT_TRANSLATE_NOOP("Record", "edited")},
    {"caseNo", QT_TRANSLATE_NOOP("Record", "case number")},
};

constexpr qsizetype longestNoteShown = 600; ///< a screenful; letters and lists hold no more of one

/// The name in @p rows of what is called @p pointer there; null: it has none.
const char *nameIn(std::span<const NamedPlace> rows, const QString &pointer)
{
    const auto row = std::ranges::find_if(rows, [&](const NamedPlace &place) { return pointer == QLatin1StringView(place.pointer); });
    return row == rows.end() ? nullptr : row->name;
}

/// The number from 0 that a step of a pointer is; nothing when it is a key.
std::optional<int> itemOf(const QString &step)
{
    const bool digits = !step.isEmpty() && std::ranges::all_of(step, [](QChar c) { return c >= u'0' && c <= u'9'; });
    bool fits = false;
    const int number = digits ? step.toInt(&fits) : 0;
    return fits ? std::optional(number) : std::nullopt;
}

/// @p pointer with "*" for every number.
QString patternOf(const QString &pointer)
{
    QStringList steps = pointer.split(u'/');
    for (QString &step : steps) {
        if (itemOf(step))
            step = QStringLiteral("*");
    }
    return steps.join(u'/');
}

/// Empty: nobody has words for it.
QString wordsOfPlace(const QString &pointer) // NOLINT(misc-no-recursion): a step shorter each time
{
    const char *name = nameIn(offeredPlaces, pointer);
    const QString pattern = patternOf(pointer);
    if (!name)
        name = nameIn(otherPlaces, pattern);
    const qsizetype slash = pointer.lastIndexOf(u'/');
    const QString step = pointer.mid(slash + 1);
    if (name) {
        const QString words = RecordPlaceWords::tr(name);
        return pattern.endsWith(u'*') && words.contains(u"%1") ? words.arg(qint64(itemOf(step).value_or(0)) + 1) : words;
    }
    const char *key = slash > 0 ? nameIn(placeKeys, step) : nullptr;
    const QString whole = key ? wordsOfPlace(pointer.left(slash)) : QString();
    return whole.isEmpty() ? QString() : RecordPlaceWords::tr("%1, %2").arg(whole, RecordPlaceWords::tr(key));
}

QJsonValue valueAt(const QJsonObject &document, const QString &pointer)
{
    QJsonValue value = document;
    for (QString part : pointer.split(u'/').mid(1)) {
        part.replace(QStringLiteral("~1"), QStringLiteral("/")).replace(QStringLiteral("~0"), QStringLiteral("~"));
        const auto item = value.isArray() ? itemOf(part) : std::nullopt;
        value = item ? value.toArray().at(*item) : value.toObject().value(part); // undefined where there is none
    }
    return value;
}

template<typename E>
QString knownCode(const QString &code)
{
    const auto value = domain::fromCode<E>(code);
    return value ? label(*value) : QString();
}

/// Empty: no code that is known at such a place.
QString codeAt(const QString &pattern, const QString &text)
{
    if (pattern == u"/afterSale/reason")
        return knownCode<domain::Reason>(text);
    if (pattern == u"/afterSale/type")
        return knownCode<domain::AfterSaleType>(text);
    if (pattern == u"/order/sevenDayReturn")
        return knownCode<domain::SevenDayReturn>(text);
    if (pattern.endsWith(u"/decision"))
        return knownCode<domain::AnswerDecision>(text);
    if (pattern == u"/afterSale/merchantAnswer/reason" || pattern == u"/afterSale/answers/*/reason")
        return visibleText(merchantReasonLabel(text)); // an open list, as are the next ones
    if (pattern == u"/platform")
        return visibleText(platformLabel(text));
    if (pattern == u"/category")
        return visibleText(categoryLabel(text));
    if (pattern.endsWith(u"/event"))
        return visibleText(scanLabel(text));
    if (pattern == u"/tradeKind")
        return knownCode<domain::TradeKind>(text);
    if (pattern == u"/flags/*")
        return knownCode<domain::CaseFlag>(text);
    if (pattern == u"/exhibits/*/kind")
        return knownCode<domain::ExhibitKind>(text);
    return pattern.endsWith(u"/from") || pattern.endsWith(u"/party") ? knownCode<domain::Party>(text) : QString();
}

QString numberText(const QString &pointer, const QJsonValue &value)
{
    const double number = value.toDouble();
    if (number != std::floor(number)) // of what the program does not know, and so never in fen
        return QString::number(number);
    return pointer.endsWith(u"Fen") ? moneyText(domain::Money(value.toInteger())) : QString::number(value.toInteger());
}

QString timeIn(const QJsonObject &object)
{
    const auto at = domain::UtcMs::fromRfc3339(object.value(QLatin1StringView("at")).toString());
    return at ? dateTimeText(*at) : QString();
}

/// "Buyer, 2026-10-07 12:40: called". One that tells nobody's name and no words is the desk's own, as letters have it.
QString noteText(const QJsonObject &note)
{
    const QString from = note.value(QLatin1StringView("from")).toString(), time = timeIn(note);
    QString words = visibleText(note.value(QLatin1StringView("text")).toString().simplified());
    if (words.size() > longestNoteShown)
        words = words.left(longestNoteShown) + QStringLiteral("…");
    if (from.isEmpty() && words.isEmpty())
        return RecordPlaceWords::tr("a note of the desk, %1").arg(time);
    const QString party = knownCode<domain::Party>(from);
    QStringList head{party.isEmpty() ? visibleText(from) : party, time};
    head.removeAll(QString());
    const QString who = head.join(RecordPlaceWords::tr(", "));
    return words.isEmpty() ? who : RecordPlaceWords::tr("%1: %2").arg(who, words);
}

/// "Picked up · Jiangzhou · 2026-10-04 11:26"
QString scanText(const QJsonObject &scan)
{
    const QString place = scan.value(QLatin1StringView("place")).toString();
    QStringList parts{visibleText(scanLabel(scan.value(QLatin1StringView("event")).toString())),
                      visibleText((place.isEmpty() ? scan.value(QLatin1StringView("text")).toString() : place).simplified()), timeIn(scan)};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

/// Of objects only those that are one fact.
QString objectText(const QString &pattern, const QJsonObject &object)
{
    if (pattern == u"/notes/*")
        return noteText(object);
    if (pattern == u"/logistics/*" || pattern == u"/return/logistics/*")
        return scanText(object);
    if (pattern == u"/afterSale/merchantAnswer" || pattern == u"/afterSale/answers/*")
        return knownCode<domain::AnswerDecision>(object.value(QLatin1StringView("decision")).toString());
    return {};
}

} // namespace

QString recordPlaceName(const QString &pointer)
{
    const QString words = wordsOfPlace(pointer);
    return words.isEmpty() ? RecordPlaceWords::tr("the record's entry %1").arg(visibleText(pointer)) : words;
}

QString recordPlaceValue(const QJsonObject &document, const QString &pointer)
{
    const QJsonValue value = valueAt(document, pointer);
    const QString pattern = patternOf(pointer);
    if (value.isBool())
        return value.toBool() ? RecordPlaceWords::tr("yes") : RecordPlaceWords::tr("no");
    if (value.isDouble())
        return numberText(pointer, value);
    if (value.isObject())
        return objectText(pattern, value.toObject());
    const QString text = value.toString();
    if (const auto at = domain::UtcMs::fromRfc3339(text))
        return dateTimeText(*at);
    const QString code = text.isEmpty() ? QString() : codeAt(pattern, text);
    return code.isEmpty() ? visibleText(text) : code;
}

QStringList offeredRecordPlaces()
{
    QStringList pointers;
    for (const NamedPlace &place : offeredPlaces)
        pointers.append(QString::fromLatin1(place.pointer));
    return pointers;
}

} // namespace arb::presentation
