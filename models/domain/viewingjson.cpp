// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/viewing.h>

#include "viewingreader.h"

#include <QtCore/QSet>

#include <algorithm>
#include <cmath>

namespace arb::domain {

namespace {

constexpr int formatOfExamination = 1;
constexpr qsizetype mostViews = 10'000; // of exhibits, and of pairs: bounds what a stranger's file takes

/// One kind of number in a file: how many units the value 1 has, and which numbers are allowed.
struct Scale
{
    double perOne;
    qint64 min, max;
};
constexpr Scale inMicroPixels{1e6, -10'000'000'000'000, 10'000'000'000'000}; // within ten million pixels
constexpr Scale inOffsetPixels{1e6, -1'000'000'000'000'000, 1'000'000'000'000'000};
constexpr Scale inNanos{1e9, 1, 1'000'000'000'000'000};                      // a factor above 0, at most a million
constexpr qint64 fullCircle = 360'000'000;
constexpr Scale inMicroDegrees{1e6, 0, fullCircle - 1};

/// What cannot be written as it is (nobody makes such a value) becomes the nearest that can.
qint64 unitsOf(double value, const Scale &scale)
{
    if (!std::isfinite(value))
        return std::max<qint64>(scale.min, 0);
    const double most = static_cast<double>(scale.max) / scale.perOne, least = static_cast<double>(scale.min) / scale.perOne;
    return std::clamp<qint64>(std::llround(std::clamp(value, least, most) * scale.perOne), scale.min, scale.max);
}

qint64 angleUnits(double degrees)
{
    // 359.9999999 rounds up to the whole circle, which is none.
    return std::isfinite(degrees) ? std::llround(normalizedDegrees(degrees) * inMicroDegrees.perOne) % fullCircle : 0;
}

double readScaled(JsonReader &json, const char *key, const Scale &scale)
{
    return static_cast<double>(json.integer(key, scale.min, scale.max, Need::Required).value_or(0)) / scale.perOne;
}

QPointF readPointF(JsonReader &json, const Scale &scale)
{
    const double x = readScaled(json, "x", scale);
    return {x, readScaled(json, "y", scale)};
}

/// An integer in [min, max] that may be absent.
int readSmall(JsonReader &json, const char *key, int min, int max, int otherwise)
{
    return static_cast<int>(json.integer(key, min, max).value_or(otherwise));
}

// --- views -------------------------------------------------------------------------------------------------------------

QJsonObject toneJson(const Tone &tone)
{
    return {{QStringLiteral("black"), tone.black},           {QStringLiteral("white"), tone.white},
            {QStringLiteral("gammaPercent"), tone.gammaPercent}, {QStringLiteral("brightness"), tone.brightness},
            {QStringLiteral("inverted"), tone.inverted},     {QStringLiteral("channel"), toCode(tone.channel)}};
}

Tone readTone(JsonReader &json)
{
    Tone tone;
    tone.black = readSmall(json, "black", 0, 254, 0);
    tone.white = readSmall(json, "white", 1, 255, 255);
    if (tone.black >= tone.white)
        json.fail("white", "range");
    tone.gammaPercent = readSmall(json, "gammaPercent", 10, 1000, 100);
    tone.brightness = readSmall(json, "brightness", -100, 100, 0);
    tone.inverted = json.boolean("inverted").value_or(false);
    tone.channel = json.code<ToneChannel>("channel").value_or(ToneChannel::All);
    json.refuseUnread();
    return tone;
}

QJsonObject exhibitViewJson(const ExhibitView &view)
{
    QJsonObject object;
    insertPlace(object, view);
    object.insert(QStringLiteral("view"), toJson(view.view));
    if (!view.reading.isEmpty())
        object.insert(QStringLiteral("reading"), toJson(view.reading));
    if (view.lastPage != 0)
        object.insert(QStringLiteral("lastPage"), view.lastPage);
    return object;
}

ExhibitView readExhibitView(JsonReader &json)
{
    ExhibitView view;
    readPlace(json, view);
    if (auto child = json.child("view", Need::Required))
        view.view = readViewState(*child);
    if (auto child = json.child("reading"))
        view.reading = readChatReading(*child);
    view.lastPage = json.count("lastPage", 1).value_or(0);
    json.refuseUnread();
    return view;
}

// --- pairs -------------------------------------------------------------------------------------------------------------

QJsonObject alignmentJson(const Similarity &alignment)
{
    return {{QStringLiteral("scale"), unitsOf(alignment.scale, inNanos)},
            {QStringLiteral("rotation"), angleUnits(alignment.rotation)},
            {QStringLiteral("mirrored"), alignment.mirrored},
            {QStringLiteral("x"), unitsOf(alignment.offset.x(), inOffsetPixels)},
            {QStringLiteral("y"), unitsOf(alignment.offset.y(), inOffsetPixels)}};
}

Similarity readAlignment(JsonReader &json)
{
    Similarity alignment;
    alignment.scale = readScaled(json, "scale", inNanos);
    alignment.rotation = readScaled(json, "rotation", inMicroDegrees);
    alignment.mirrored = json.boolean("mirrored").value_or(false);
    alignment.offset = readPointF(json, inOffsetPixels);
    json.refuseUnread();
    return alignment;
}

QJsonObject pinJson(QPointF at)
{
    return {{QStringLiteral("x"), unitsOf(at.x(), inMicroPixels)}, {QStringLiteral("y"), unitsOf(at.y(), inMicroPixels)}};
}

QPointF readPin(JsonReader &json, const char *side)
{
    QPointF at;
    if (auto child = json.child(side, Need::Required)) {
        at = readPointF(*child, inMicroPixels);
        child->refuseUnread();
    }
    return at;
}

QJsonObject tieJson(const FilmTie &tie)
{
    const auto within = [](qint64 us) { return std::clamp(us, -FilmTie::farthestUs, FilmTie::farthestUs); };
    return {{QStringLiteral("left"), within(tie.leftPts)}, {QStringLiteral("right"), within(tie.rightPts)}, {QStringLiteral("at"), within(tie.atUs)}};
}

FilmTie readTie(JsonReader &json)
{
    const auto us = [&json](const char *key) { return json.integer(key, -FilmTie::farthestUs, FilmTie::farthestUs, Need::Required).value_or(0); };
    FilmTie tie;
    tie.leftPts = us("left");
    tie.rightPts = us("right");
    tie.atUs = us("at");
    json.refuseUnread();
    return tie;
}

QJsonObject pairJson(const PairView &pair)
{
    QJsonArray pins;
    for (const PinPair &pin : pair.pins)
        pins.append(QJsonObject{{QStringLiteral("left"), pinJson(pin.left)}, {QStringLiteral("right"), pinJson(pin.right)}});
    QJsonObject object{{QStringLiteral("left"), exhibitViewJson({pair.left, pair.leftSha256, pair.leftPage, pair.leftView})},
                       {QStringLiteral("right"), exhibitViewJson({pair.right, pair.rightSha256, pair.rightPage, pair.rightView})},
                       {QStringLiteral("linked"), pair.linked},
                       {QStringLiteral("alignment"), alignmentJson(pair.alignment)},
                       {QStringLiteral("mode"), toCode(pair.mode)},
                       {QStringLiteral("sliderPermille"), pair.sliderPermille},
                       {QStringLiteral("blinkMs"), pair.blinkMs},
                       {QStringLiteral("gainPercent"), pair.gainPercent},
                       {QStringLiteral("opacityPermille"), pair.opacityPermille}};
    if (pair.swapped) // nothing where it is not: as before there was such a thing
        object.insert(QStringLiteral("swapped"), true);
    if (!pins.isEmpty())
        object.insert(QStringLiteral("pins"), pins);
    if (pair.tie)
        object.insert(QStringLiteral("tie"), tieJson(*pair.tie));
    return object;
}

PairView readPair(JsonReader &json)
{
    PairView pair;
    if (auto child = json.child("left", Need::Required)) {
        const ExhibitView left = readExhibitView(*child);
        pair.left = left.exhibit;
        pair.leftSha256 = left.sha256;
        pair.leftPage = left.page;
        pair.leftView = left.view;
    }
    if (auto child = json.child("right", Need::Required)) {
        const ExhibitView right = readExhibitView(*child);
        pair.right = right.exhibit;
        pair.rightSha256 = right.sha256;
        pair.rightPage = right.page;
        pair.rightView = right.view;
    }
    pair.swapped = json.boolean("swapped").value_or(false);
    pair.linked = json.boolean("linked").value_or(true);
    if (auto child = json.child("alignment"))
        pair.alignment = readAlignment(*child);
    json.each("pins", [&](JsonReader &item) {
        PinPair pin;
        pin.left = readPin(item, "left");
        pin.right = readPin(item, "right");
        item.refuseUnread();
        pair.pins.append(pin);
    });
    if (pair.pins.size() > mostPins)
        json.fail("pins", "count");
    if (auto child = json.child("tie"))
        pair.tie = readTie(*child);
    pair.mode = json.code<CompareMode>("mode").value_or(CompareMode::SideBySide);
    pair.sliderPermille = readSmall(json, "sliderPermille", 0, 1000, 500);
    pair.blinkMs = readSmall(json, "blinkMs", 100, 3000, 500);
    pair.gainPercent = readSmall(json, "gainPercent", 100, 3200, 100);
    pair.opacityPermille = readSmall(json, "opacityPermille", 0, 1000, 500);
    json.refuseUnread();
    return pair;
}

/// Calls @p read for each object of a list that may have at most @p most.
template<typename Read>
void readList(JsonReader &json, const char *key, qsizetype most, Read read)
{
    if (json.raw(QString::fromLatin1(key)).toArray().size() > most)
        json.fail(key, "count");
    else
        json.each(key, read);
}

} // namespace

ViewState readViewState(JsonReader &json)
{
    ViewState view;
    view.zoom = readScaled(json, "zoom", inNanos);
    view.center = readPointF(json, inMicroPixels);
    view.rotation = readScaled(json, "rotation", inMicroDegrees);
    view.mirrored = json.boolean("mirrored").value_or(false);
    view.fit = json.code<ViewFit>("fit", Need::Required).value_or(ViewFit::Fit);
    if (auto child = json.child("tone"))
        view.tone = readTone(*child);
    json.refuseUnread();
    return view;
}

QJsonObject toJson(const ViewState &view)
{
    QJsonObject object{{QStringLiteral("zoom"), unitsOf(view.zoom, inNanos)},
                       {QStringLiteral("x"), unitsOf(view.center.x(), inMicroPixels)},
                       {QStringLiteral("y"), unitsOf(view.center.y(), inMicroPixels)},
                       {QStringLiteral("rotation"), angleUnits(view.rotation)},
                       {QStringLiteral("mirrored"), view.mirrored},
                       {QStringLiteral("fit"), toCode(view.fit)}};
    if (!view.tone.isPlain())
        object.insert(QStringLiteral("tone"), toneJson(view.tone));
    return object;
}

QJsonObject toJson(const ExhibitView &view)
{
    return exhibitViewJson(view);
}

QJsonObject toJson(const PairView &pair)
{
    return pairJson(pair);
}

QJsonObject toJson(const Examination &examination)
{
    QJsonArray marks, views, pairs;
    for (const Mark &mark : examination.marks)
        marks.append(toJson(mark));
    for (const ExhibitView &view : examination.views)
        views.append(toJson(view));
    for (const PairView &pair : examination.pairs)
        pairs.append(toJson(pair));
    return {{QStringLiteral("format"), formatOfExamination},
            {QStringLiteral("marks"), marks},
            {QStringLiteral("views"), views},
            {QStringLiteral("pairs"), pairs}};
}

Result<ViewState, QString> viewStateFromJson(const QJsonObject &object)
{
    JsonErrors errors;
    JsonReader json(object, QString(), errors);
    ViewState view = readViewState(json);
    if (errors.first())
        return Failure{QString(errors.first()->pointer + QStringLiteral(": ") + errors.first()->expected)};
    return view;
}

Result<Examination, JsonShapeError> readExamination(const QJsonObject &object)
{
    JsonErrors errors;
    JsonReader json(object, QString(), errors);
    Examination examination;
    json.integer("format", formatOfExamination, formatOfExamination, Need::Required);
    QSet<MarkId> ids;
    qsizetype points = 0;
    readList(json, "marks", mostMarks, [&](JsonReader &item) {
        examination.marks.append(readMark(item));
        const Mark &mark = examination.marks.constLast();
        points += mark.points.size();
        if (ids.contains(mark.id))
            item.fail("id", "unique");
        ids.insert(mark.id);
    });
    if (points > mostPointsOfCase)
        json.fail("marks", "count");
    QSet<QString> places;
    const auto claim = [&places](JsonReader &item, const QString &place) {
        if (places.contains(place))
            item.errors().add(item.pointer(), "unique");
        places.insert(place);
    };
    readList(json, "views", mostViews, [&](JsonReader &item) {
        examination.views.append(readExhibitView(item));
        claim(item, placeOf(examination.views.constLast()));
    });
    readList(json, "pairs", mostViews, [&](JsonReader &item) {
        examination.pairs.append(readPair(item));
        claim(item, placeOf(examination.pairs.constLast()));
    });
    json.refuseUnread();
    if (errors.first())
        return Failure{*errors.first()};
    std::ranges::sort(examination.marks, {}, &Mark::id);
    sortPlaces(examination);
    return examination;
}

Result<Examination, QString> examinationFromJson(const QJsonObject &object)
{
    auto read = readExamination(object);
    if (!read)
        return Failure{QString(read.error().pointer + QStringLiteral(": ") + read.error().expected)};
    return std::move(read).value();
}

QString placeOf(const ExhibitView &view)
{
    return view.exhibit + u'\n' + QString::number(view.page);
}

QString placeOf(const PairView &pair)
{
    return pair.left + u'\n' + QString::number(pair.leftPage) + u'\n' + pair.right + u'\n' + QString::number(pair.rightPage);
}

void sortPlaces(Examination &examination)
{
    std::ranges::sort(examination.views, {}, [](const ExhibitView &view) { return placeOf(view); });
    std::ranges::sort(examination.pairs, {}, [](const PairView &pair) { return placeOf(pair); });
}

} // namespace arb::domain
