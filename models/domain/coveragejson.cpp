// SPDX-License-Identifier: GPL-3.0-or-later
#include "coveragereader.h"

#include <domain/canonicaljson.h>

namespace arb::domain {

namespace {

constexpr qint64 lastMs = Q_INT64_C(253'402'300'799'999); // the end of year 9999
constexpr qint64 mostPages = Q_INT64_C(1) << 31;

/// Rising and apart, as united() leaves them; anything else could be written in two ways.
QList<CoverageSpan> readSpans(JsonReader &json, const char *key, qint64 min, qint64 max)
{
    const QJsonValue value = json.take(key);
    if (value.isUndefined())
        return {};
    const QJsonArray rows = value.toArray();
    if (!value.isArray() || rows.isEmpty() || rows.size() > mostCoverageSpans) {
        json.fail(key, value.isArray() ? "count" : "array");
        return {};
    }
    QList<CoverageSpan> spans;
    for (qsizetype n = 0; n < rows.size(); ++n) {
        const QJsonArray pair = rows.at(n).toArray();
        const auto isWhole = [](const QJsonValue &number) { return number.isDouble() && number.toInteger(0) == number.toInteger(1); };
        const QString place = json.at(key) + u'/' + QString::number(n);
        if (pair.size() != 2 || !isWhole(pair.at(0)) || !isWhole(pair.at(1))) {
            json.errors().add(place, "integer");
            return {};
        }
        const CoverageSpan span{pair.at(0).toInteger(), pair.at(1).toInteger()};
        const bool follows = spans.isEmpty() || span.from > spans.constLast().to;
        if (span.from < min || span.to > max || span.to <= span.from || !follows) {
            json.errors().add(place, "range");
            return {};
        }
        spans.append(span);
    }
    return spans;
}

CoverageItem readItem(JsonReader &json)
{
    CoverageItem item;
    item.exhibit = json.text("exhibit");
    item.kind = json.code<ExhibitKind>("kind", Need::Required).value_or(ExhibitKind::Image);
    item.sha256 = json.digest("sha256", item.exhibit.isEmpty() ? Need::Optional : Need::Required);
    if (item.exhibit.isEmpty() && (!item.sha256.isEmpty() || (item.kind != ExhibitKind::Chat && item.kind != ExhibitKind::Logistics)))
        json.fail("exhibit", "required");
    if (const auto at = json.integer("firstAt", 0, lastMs))
        item.firstAt = UtcMs(*at);
    item.shown = readSpans(json, "shown", 0, lastMs);
    item.film = readSpans(json, "film", -mostCoverageNumber, mostCoverageNumber);
    item.pages = readSpans(json, "pages", 1, mostPages);
    item.messages = readSpans(json, "messages", 0, mostCoverageNumber);
    item.total = json.integer("total", 1, mostCoverageNumber).value_or(0);
    json.refuseUnread();
    return item;
}

void insertSpans(QJsonObject &object, const char *key, const QList<CoverageSpan> &spans)
{
    QJsonArray rows;
    for (const CoverageSpan &span : spans)
        rows.append(QJsonArray{span.from, span.to});
    if (!rows.isEmpty())
        object.insert(QLatin1StringView(key), rows);
}

QString inWords(const JsonShapeError &error)
{
    return error.pointer + QStringLiteral(": ") + error.expected;
}

} // namespace

CaseCoverage readCoverage(JsonReader &json)
{
    CaseCoverage coverage;
    json.each("items", [&coverage](JsonReader &item) {
        coverage.items.append(readItem(item));
        const qsizetype count = coverage.items.size();
        if (count > mostCoverageItems)
            item.errors().add(item.pointer(), "count");
        else if (count > 1 && placeOf(coverage.items.at(count - 2)) >= placeOf(coverage.items.at(count - 1)))
            item.errors().add(item.pointer(), "unique");
    }, Need::Required);
    json.refuseUnread();
    return coverage;
}

QJsonObject toJson(const CoverageItem &item)
{
    QJsonObject object{{QStringLiteral("kind"), toCode(item.kind)}};
    if (!item.exhibit.isEmpty())
        object.insert(QStringLiteral("exhibit"), item.exhibit);
    if (!item.sha256.isEmpty())
        object.insert(QStringLiteral("sha256"), QString::fromLatin1(item.sha256));
    if (item.firstAt)
        object.insert(QStringLiteral("firstAt"), item.firstAt->ms());
    insertSpans(object, "shown", item.shown);
    insertSpans(object, "film", item.film);
    insertSpans(object, "pages", item.pages);
    insertSpans(object, "messages", item.messages);
    if (item.total > 0)
        object.insert(QStringLiteral("total"), item.total);
    return object;
}

QJsonObject toJson(const CaseCoverage &coverage)
{
    QJsonArray items;
    for (const CoverageItem &item : coverage.items)
        items.append(toJson(item));
    return {{QStringLiteral("items"), items}};
}

Result<CoverageItem, QString> coverageItemFromJson(const QJsonObject &object)
{
    JsonErrors errors;
    JsonReader json(object, QString(), errors);
    CoverageItem item = readItem(json);
    if (errors.first())
        return Failure{inWords(*errors.first())};
    return item;
}

Result<CaseCoverage, QString> caseCoverageFromJson(const QJsonObject &object)
{
    JsonErrors errors;
    JsonReader json(object, QString(), errors);
    CaseCoverage coverage = readCoverage(json);
    if (errors.first())
        return Failure{inWords(*errors.first())};
    return coverage;
}

QByteArray coverageDigest(const CaseCoverage &coverage)
{
    return sha256Hex(canonicalJson(toJson(coverage)));
}

} // namespace arb::domain
