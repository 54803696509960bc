// SPDX-License-Identifier: GPL-3.0-or-later
// Marks as they are stored and sealed.
#include <domain/viewing.h>

#include "filmfacts.h"
#include "viewingreader.h"

#include <domain/canonicaljson.h>
#include <domain/plaintext.h>

#include <algorithm>

namespace arb::domain {

namespace {

QList<QPoint> readPoints(JsonReader &json)
{
    QList<QPoint> points;
    const QJsonValue value = json.take("points", Need::Required);
    if (value.isUndefined())
        return points;
    if (!value.isArray()) {
        json.fail("points", "array");
        return points;
    }
    const QJsonArray pairs = value.toArray();
    if (pairs.size() > mostMarkPoints) {
        json.fail("points", "count");
        return points;
    }
    const auto coordinate = [&json](const QJsonValue &number, const QString &place) {
        const bool whole = number.isDouble() && number.toInteger(0) == number.toInteger(1);
        const qint64 pixel = number.toInteger(-1);
        if (!whole || pixel < 0 || pixel > mostMarkPixel)
            json.errors().add(place, whole ? "range" : "integer");
        return static_cast<int>(std::clamp<qint64>(pixel, 0, mostMarkPixel));
    };
    for (qsizetype n = 0; n < pairs.size(); ++n) {
        const QString place = json.at("points") + u'/' + QString::number(n);
        const QJsonArray pair = pairs.at(n).toArray();
        if (pair.size() != 2) {
            json.errors().add(place, "array");
            return points;
        }
        const int x = coordinate(pair.at(0), place + QStringLiteral("/0"));
        points.append(QPoint(x, coordinate(pair.at(1), place + QStringLiteral("/1"))));
    }
    return points;
}

void insertFilmPlace(QJsonObject &object, const FilmPlace &place)
{
    object.insert(QStringLiteral("frame"), place.frame);
    object.insert(QStringLiteral("pts"), place.pts);
    if (place.isSpan()) {
        object.insert(QStringLiteral("frameEnd"), place.frameEnd);
        object.insert(QStringLiteral("ptsEnd"), place.ptsEnd);
    }
}

/// A number without its time, or a time without its number, would be found elsewhere by another decoder: both or neither.
std::optional<FilmPlace> readFilmPlace(JsonReader &json)
{
    const auto has = [&json](const char *key) { return !json.raw(QString::fromLatin1(key)).isUndefined(); };
    const bool isSpan = has("frameEnd") || has("ptsEnd");
    if (!isSpan && !has("frame") && !has("pts"))
        return std::nullopt;
    const auto number = [&json](const char *key) { return json.integer(key, 0, mostMicroseconds, Need::Required).value_or(0); };
    const auto time = [&json](const char *key) { return json.integer(key, -mostMicroseconds, mostMicroseconds, Need::Required).value_or(0); };
    FilmPlace place;
    place.frame = place.frameEnd = number("frame");
    place.pts = place.ptsEnd = time("pts");
    if (isSpan) {
        place.frameEnd = number("frameEnd");
        place.ptsEnd = time("ptsEnd");
        if (!place.isSpan())
            json.fail("frameEnd", "range");
    }
    return place;
}

/// Which key of a file is to blame for a fault.
const char *keyOf(MarkFault fault)
{
    switch (fault) {
    case MarkFault::NoExhibit: return "exhibit";
    case MarkFault::WrongPoints:
    case MarkFault::NoExtent:
    case MarkFault::OutsidePicture: return "points";
    case MarkFault::OutsideFilm: return "frame";
    case MarkFault::NoteTooLong:
    case MarkFault::NoText:
    case MarkFault::ControlCharacters: return "note";
    }
    return "exhibit";
}

const char *expectedInstead(MarkFault fault)
{
    switch (fault) {
    case MarkFault::NoExhibit:
    case MarkFault::NoText: return "required";
    case MarkFault::WrongPoints: return "count";
    case MarkFault::NoExtent:
    case MarkFault::OutsidePicture:
    case MarkFault::OutsideFilm: return "range";
    case MarkFault::NoteTooLong: return "length";
    case MarkFault::ControlCharacters: return "string";
    }
    return "required";
}

} // namespace

MarkId readMarkId(JsonReader &json, const char *key, Need need)
{
    const QString text = json.text(key, need);
    if (text.isEmpty())
        return {};
    bool whole = false;
    const qint64 id = text.toLongLong(&whole);
    if (!whole || id <= 0 || QString::number(id) != text) {
        json.fail(key, "name");
        return {};
    }
    return MarkId(id);
}

Mark readMark(JsonReader &json)
{
    Mark mark;
    mark.id = readMarkId(json, "id", Need::Required);
    readPlace(json, mark);
    mark.film = readFilmPlace(json);
    mark.shape = json.code<MarkShape>("shape", Need::Required).value_or(MarkShape::Rectangle);
    mark.points = readPoints(json);
    mark.note = json.text("note");
    if (auto child = json.child("view"))
        mark.view = readViewState(*child);
    mark.byName = json.text("by");
    if (mark.byName.size() > 200 || hasControl(mark.byName))
        json.fail("by", "length");
    mark.at = UtcMs(json.integer("at", 0, Q_INT64_C(253402300799999), Need::Required).value_or(0)); // the end of the year 9999
    // Earlier versions made texts that say nothing; whoever cites one must still find it. New ones are refused where they are made.
    if (const auto fault = checkMark(mark, {}); fault && *fault != MarkFault::NoText)
        json.fail(keyOf(*fault), expectedInstead(*fault));
    json.refuseUnread();
    return mark;
}

QJsonObject toJson(const Mark &mark)
{
    QJsonArray points;
    for (const QPoint &point : mark.points)
        points.append(QJsonArray{point.x(), point.y()});
    QJsonObject object{{QStringLiteral("id"), mark.id.toString()},
                       {QStringLiteral("shape"), toCode(mark.shape)},
                       {QStringLiteral("points"), points},
                       {QStringLiteral("view"), toJson(mark.view)},
                       {QStringLiteral("by"), mark.byName},
                       {QStringLiteral("at"), mark.at.ms()}};
    insertPlace(object, mark);
    if (mark.film)
        insertFilmPlace(object, *mark.film);
    if (!mark.note.isEmpty())
        object.insert(QStringLiteral("note"), mark.note);
    return object;
}

QByteArray markDigest(const Mark &mark)
{
    QJsonObject content = toJson(mark);
    for (const char *key : {"id", "by", "at"})
        content.remove(QLatin1StringView(key));
    return sha256Hex(canonicalJson(content));
}

} // namespace arb::domain
