// SPDX-License-Identifier: GPL-3.0-or-later
#include "casetext.h"

#include "pathrules.h"
#include "seal.h"

#include <domain/casejson.h>

#include <QtCore/QJsonArray>

#include <algorithm>

namespace arb::intake {

using domain::Failure;
using domain::Result;

namespace {

/// Nothing invisible, no line ends: what is shown as one word is one.
bool isOneLine(const QString &id)
{
    return std::none_of(id.begin(), id.end(), [](QChar c) {
        return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format || c == QChar::LineSeparator || c == QChar::ParagraphSeparator;
    });
}

/// Names people type and programs use as keys: no blanks at the ends, nothing invisible.
bool isUsableId(const QString &id)
{
    return !id.isEmpty() && id.trimmed() == id && isOneLine(id);
}

/// A file an exhibit or the listing may name: relative to data/, none of the bundle's own texts.
bool isEvidenceName(const QString &name)
{
    return name != u"case.json" && !isSealedPart(name) && !nameFault(name);
}

std::optional<SchemaError> nameViolation(const domain::CaseFile &file)
{
    const auto bad = [](const QString &pointer) { return SchemaError{pointer, QStringLiteral("name")}; };
    if (!isUsableId(file.caseNo))
        return bad(QStringLiteral("/caseNo"));
    if (!isUsableId(file.platform) || std::any_of(file.platform.begin(), file.platform.end(), [](QChar c) { return c == u':' || c.isSpace(); }))
        return bad(QStringLiteral("/platform"));
    if (!isUsableId(file.buyer.id))
        return bad(QStringLiteral("/buyer/id"));
    if (!isUsableId(file.merchant.id))
        return bad(QStringLiteral("/merchant/id"));
    const auto numbers = {std::pair(&file.order.orderNo, "/order/orderNo"), std::pair(&file.order.waybillNo, "/order/waybillNo"),
                          std::pair(&file.afterSale.no, "/afterSale/no")};
    for (const auto &[number, pointer] : numbers) {
        if (!isOneLine(*number))
            return bad(QString::fromLatin1(pointer));
    }
    if (file.creator && !isOneLine(file.creator->id))
        return bad(QStringLiteral("/creator/id"));
    for (qsizetype n = 0; n < file.chat.size(); ++n) {
        const domain::ChatMessage &message = file.chat.at(n);
        if (!isOneLine(message.id) || !isOneLine(message.exhibit) || !isOneLine(message.replyTo))
            return bad(QStringLiteral("/chat/%1").arg(n));
    }
    for (qsizetype n = 0; n < file.links.size(); ++n) {
        if (!isOneLine(file.links.at(n).caseNo))
            return bad(QStringLiteral("/links/%1/caseNo").arg(n));
    }
    for (qsizetype n = 0; n < file.exhibits.size(); ++n) {
        if (!isUsableId(file.exhibits.at(n).id))
            return bad(QStringLiteral("/exhibits/%1/id").arg(n));
        if (!isEvidenceName(file.exhibits.at(n).file))
            return bad(QStringLiteral("/exhibits/%1/file").arg(n));
    }
    for (qsizetype n = 0; n < file.order.listing.images.size(); ++n) {
        if (!isEvidenceName(file.order.listing.images.at(n)))
            return bad(QStringLiteral("/order/listing/images/%1").arg(n));
    }
    return std::nullopt;
}

/// Digests may come in upper case; the canonical form has them in lower case.
QJsonObject withPlainDigests(QJsonObject document)
{
    const QString list = QStringLiteral("exhibits");
    const QString key = QStringLiteral("sha256");
    QJsonArray exhibits = document.value(list).toArray();
    for (qsizetype n = 0; n < exhibits.size(); ++n) {
        QJsonObject exhibit = exhibits.at(n).toObject();
        exhibit.insert(key, exhibit.value(key).toString().toLower());
        exhibits.replace(n, exhibit);
    }
    document.insert(list, exhibits);
    return document;
}

} // namespace

IntakeError violation(const QString &entry, const SchemaError &error)
{
    return {IntakeFault::SchemaViolation, entry, describe(error)};
}

Result<StrictObject, IntakeError> readObject(const QByteArray &bytes, const QString &entry, const JsonLimits &limits)
{
    auto object = parseStrictObject(bytes, limits);
    if (!object) {
        const IntakeFault code = object.error().code;
        const QString detail = code == IntakeFault::JsonTooLarge ? QString::number(limits.maxBytes)
            : code == IntakeFault::JsonTooMany ? QString::number(limits.maxValues) : object.error().place();
        return Failure{IntakeError{code, entry, detail}};
    }
    return std::move(object).value();
}

Result<domain::CaseFile, IntakeError> readCaseText(const QByteArray &bytes, const QString &entry, const Schema &schema, const JsonLimits &limits)
{
    const auto object = readObject(bytes, entry, limits);
    if (!object)
        return Failure{object.error()};
    const QJsonValue format = object->object().value(QStringLiteral("format"));
    if (format.isDouble() && format.toDouble() != 1)
        return Failure{IntakeError{IntakeFault::UnknownFormat, entry, QString::number(format.toDouble())}};
    if (const auto fits = schema.check(*object); !fits)
        return Failure{violation(entry, fits.error())};
    const QJsonObject document = withPlainDigests(object->object());
    auto file = domain::caseFileFromJson(document);
    if (!file)
        return Failure{violation(entry, {file.error().pointer, file.error().expected})};
    if (const auto wrong = nameViolation(*file))
        return Failure{violation(entry, *wrong)};
    return std::move(file).value();
}

void addListingPictures(domain::CaseFile &file)
{
    int counter = 0;
    for (const QString &image : file.order.listing.images) {
        const bool known = std::any_of(file.exhibits.begin(), file.exhibits.end(), [&](const domain::Exhibit &exhibit) { return exhibit.file == image; });
        if (known)
            continue;
        domain::Exhibit exhibit;
        do {
            exhibit.id = QStringLiteral("listing-%1").arg(++counter);
        } while (domain::findExhibit(file, exhibit.id));
        exhibit.party = domain::Party::Platform;
        exhibit.kind = domain::ExhibitKind::Image;
        exhibit.file = image;
        exhibit.caption = file.order.listing.title;
        exhibit.submittedAt = file.escalatedAt;
        file.exhibits.append(exhibit);
    }
}

} // namespace arb::intake
