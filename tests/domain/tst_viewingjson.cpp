// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplecase.h"

#include <domain/canonicaljson.h>
#include <domain/viewing.h>

#include <QtCore/QRandomGenerator>
#include <QtTest/QtTest>

#include <limits>

using namespace arb::domain;
using namespace arb::tests;

namespace {

/// Some examination whose numbers a file can hold exactly, from a seeded generator.
class RandomExamination
{
public:
    explicit RandomExamination(quint32 seed) : m_random(seed) {}

    Examination make()
    {
        Examination made;
        for (int n = number(6); n > 0; --n)
            made.marks.append(mark(n));
        std::ranges::sort(made.marks, {}, &Mark::id);
        for (int n = number(4); n > 0; --n)
            made.views.append({str("e%1").arg(n), digest(), number(3), view()});
        for (int n = number(4); n > 0; --n)
            made.pairs.append(pair(n));
        sortPlaces(made);
        return made;
    }

private:
    int number(int below) { return m_random.bounded(below); }
    QByteArray digest() { return sha256Hex(QByteArray::number(number(1000))); }
    template<typename E>
    E any()
    {
        const auto rows = codeTable<E>();
        return rows[static_cast<size_t>(number(static_cast<int>(rows.size())))].value;
    }
    double pixels() { return (number(2'000'000'000) - 1'000'000'000) / 1e6; }
    QPointF point()
    {
        const double x = pixels();
        return {x, pixels()};
    }
    ViewState view()
    {
        ViewState made;
        made.zoom = (1 + number(2'000'000'000)) / 1e9;
        made.center = point();
        made.rotation = number(360'000'000) / 1e6;
        made.mirrored = number(2) == 0;
        made.fit = any<ViewFit>();
        if (number(2) == 0)
            made.tone = {number(100), 100 + number(156), 10 + number(991), number(201) - 100, number(2) == 0, any<ToneChannel>()};
        return made;
    }
    Mark mark(int n)
    {
        Mark made;
        made.id = MarkId((qint64(n) << 50) + number(1'000'000));
        made.exhibit = str("e%1").arg(number(9));
        made.sha256 = digest();
        made.page = number(4);
        made.shape = any<MarkShape>();
        const bool isMoment = made.shape == MarkShape::Moment;
        if (isMoment || number(3) == 0) {
            made.page = 0;
            const qint64 frame = number(5000), pts = number(2'000'000) - 1'000'000;
            made.film = FilmPlace{frame, pts, frame, pts};
            if (number(2) == 0)
                made.film = FilmPlace{frame, pts, frame + 1 + number(100), pts + number(5'000'000)};
        }
        const int points = isMoment ? 0 : made.shape == MarkShape::Text ? 1 : made.shape == MarkShape::Freehand ? 2 + number(40) : 2;
        for (int i = 0; i < points; ++i)
            made.points.append({2 * number(2500) + i % 2, 2 * number(2500) + i % 2}); // two of them are never on a line with an edge
        if (made.shape == MarkShape::Text || number(2) == 0)
            made.note = str("裂纹 “a\\b”\n").repeated(1 + number(3));
        made.view = view();
        made.byName = str("林晓");
        made.at = UtcMs(1'791'766'800'123 + number(1'000'000));
        return made;
    }
    PairView pair(int n)
    {
        PairView made;
        made.left = str("l%1").arg(n);
        made.right = str("r");
        made.leftSha256 = digest();
        made.rightSha256 = digest();
        made.leftPage = number(3);
        made.rightPage = number(3);
        made.leftView = view();
        made.rightView = view();
        made.swapped = number(2) == 0;
        made.linked = number(2) == 0;
        made.alignment = {(1 + number(2'000'000'000)) / 1e9, number(360'000'000) / 1e6, number(2) == 0, point()};
        for (int i = number(5); i > 0; --i) {
            const QPointF left = point();
            made.pins.append({left, point()});
        }
        if (number(2) == 0) {
            FilmTie tie{number(2'000'000'000) * Q_INT64_C(500'000), -number(2'000'000'000), number(2'000'000'000) - Q_INT64_C(1'000'000'000)};
            if (number(4) == 0)
                tie.atUs = -FilmTie::farthestUs;
            made.tie = tie;
        }
        made.mode = any<CompareMode>();
        made.sliderPermille = number(1001);
        made.blinkMs = 100 + number(2901);
        made.gainPercent = 100 + number(3101);
        made.opacityPermille = number(1001);
        return made;
    }

    QRandomGenerator m_random;
};

Mark rectangle()
{
    Mark mark;
    mark.id = MarkId(5);
    mark.exhibit = str("b1");
    mark.sha256 = QByteArray(64, 'a');
    mark.points = {{10, 20}, {40, 60}};
    return mark;
}

QJsonObject oneOfEach()
{
    Examination all;
    all.marks = {rectangle()};
    all.views = {{str("b1"), QByteArray(64, 'a'), 2, {}}};
    PairView pair;
    pair.left = str("b1");
    pair.right = str("m1");
    pair.leftSha256 = pair.rightSha256 = QByteArray(64, 'b');
    pair.pins = {{{1, 2}, {3, 4}}};
    pair.tie = FilmTie{12'400'000, -3'160'000, 5'000'000};
    all.pairs = {pair};
    QJsonObject json = toJson(all);
    json = changed(json, "views/0/view/tone", parsedObject(R"({"black": 3, "white": 250})"));
    return json;
}

} // namespace

class TstViewingJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrips();
    void writesWhatTheFormatSays();
    void whatCannotBeWrittenBecomesTheNearest();
    void namesWhatIsWrong_data();
    void namesWhatIsWrong();
    void countsAreBounded();
    void ownKeysPass();
    void checksMarks_data();
    void checksMarks();
    void filmMarksNameTheirFrames_data();
    void filmMarksNameTheirFrames();
    void framesLieInTheFilm_data();
    void framesLieInTheFilm();
    void boundsAndLength();
    void textsSaySomething();
    void digestIsOfWhatIsShown();
};

void TstViewingJson::roundTrips()
{
    for (quint32 seed = 0; seed < 300; ++seed) {
        const Examination made = RandomExamination(seed).make();
        const QJsonObject json = toJson(made);
        const auto back = examinationFromJson(json);
        QVERIFY2(back, back ? "" : qPrintable(str("seed %1: %2").arg(seed).arg(back.error())));
        QVERIFY2(*back == made, qPrintable(str("seed %1").arg(seed)));
        // Also by way of its text.
        const QByteArray text = canonicalJson(json);
        const auto parsed = examinationFromJson(QJsonDocument::fromJson(text).object());
        QVERIFY(parsed);
        QCOMPARE(canonicalJson(toJson(*parsed)), text);
    }
}

void TstViewingJson::writesWhatTheFormatSays()
{
    ViewState view;
    view.zoom = 1.5;
    view.center = {0.25, -2};
    view.rotation = 12.000001;
    QCOMPARE(canonicalJson(toJson(view)),
             QByteArray(R"({"fit":"fit","mirrored":false,"rotation":12000001,"x":250000,"y":-2000000,"zoom":1500000000})"));
    Mark mark = rectangle();
    mark.page = 3;
    mark.byName = str("lin");
    mark.by = PersonId(77); // means nothing elsewhere
    mark.at = UtcMs(1'791'766'800'001);
    mark.note = str("here");
    const QJsonObject json = toJson(mark);
    QCOMPARE(json.keys(), QStringList({str("at"), str("by"), str("exhibit"), str("id"), str("note"), str("page"), str("points"), str("sha256"), str("shape"), str("view")}));
    QCOMPARE(json.value(str("points")), QJsonValue(QJsonArray{QJsonArray{10, 20}, QJsonArray{40, 60}}));
    QCOMPARE(json.value(str("id")), QJsonValue(str("5")));
    QCOMPARE(json.value(str("at")).toInteger(), Q_INT64_C(1791766800001));
    const QJsonObject pair = oneOfEach().value(str("pairs")).toArray().at(0).toObject();
    QCOMPARE(canonicalJson(pair.value(str("tie")).toObject()), QByteArray(R"({"at":5000000,"left":12400000,"right":-3160000})"));
    QVERIFY(!toJson(PairView{}).contains(str("tie")));
    ExhibitView document{str("b1"), QByteArray(64, 'a'), 0, {}};
    QVERIFY(!toJson(document).contains(str("lastPage")));
    document.lastPage = 7;
    QCOMPARE(toJson(document).value(str("lastPage")), QJsonValue(7));
    Examination left;
    left.views = {document};
    const auto read = examinationFromJson(toJson(left));
    QVERIFY(read);
    QCOMPARE(read->views, left.views);
    QVERIFY(!pair.contains(str("swapped"))); // as it was written before sides could be exchanged, and read so
    PairView other;
    other.swapped = true;
    QCOMPARE(toJson(other).value(str("swapped")), QJsonValue(true));
}

void TstViewingJson::whatCannotBeWrittenBecomesTheNearest()
{
    ViewState odd;
    odd.zoom = 0;
    odd.center = {std::numeric_limits<double>::infinity(), 1e30};
    odd.rotation = 359.9999999; // the next millionth is a whole circle
    const auto back = viewStateFromJson(toJson(odd));
    QVERIFY2(back, back ? "" : qPrintable(back.error()));
    QCOMPARE(back->zoom, 1e-9);
    QCOMPARE(back->center, QPointF(0, 1e7));
    QCOMPARE(back->rotation, 0.0);
    odd.rotation = -90;
    QCOMPARE(viewStateFromJson(toJson(odd))->rotation, 270.0);
    PairView far;
    far.tie = FilmTie{std::numeric_limits<qint64>::max(), std::numeric_limits<qint64>::min(), 1};
    const QJsonObject tie = toJson(far).value(str("tie")).toObject();
    QCOMPARE(tie.value(str("left")).toInteger(), Q_INT64_C(1'000'000'000'000'000));
    QCOMPARE(tie.value(str("right")).toInteger(), Q_INT64_C(-1'000'000'000'000'000));
}

void TstViewingJson::namesWhatIsWrong_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("error");
    const auto row = [](const char *path, const QJsonValue &value, const char *expected, const char *pointer = nullptr) {
        const QString place = QString::fromLatin1(pointer ? pointer : path);
        QTest::newRow(qPrintable(str("%1 %2 %3").arg(str(path), str(expected), place))) << str(path) << value << str("/%1: %2").arg(place, str(expected));
    };
    const QJsonValue gone(QJsonValue::Undefined);
    row("format", 2, "range");
    row("format", gone, "required");
    row("marks", 5, "array");
    row("marks/0/id", gone, "required");
    row("marks/0/id", str("-5"), "name");
    row("marks/0/id", str("5a"), "name");
    row("marks/0/exhibit", str(""), "required");
    row("marks/0/sha256", str("ab"), "digest");
    row("marks/0/page", 0, "range");
    row("marks/0/shape", str("circle"), "code");
    row("marks/0/points", QJsonArray(), "count");
    row("marks/0/frame", 7, "required", "marks/0/pts"); // a number without its time
    row("marks/0/pts", 7, "required", "marks/0/frame");
    row("marks/0/frameEnd", 7, "required", "marks/0/frame");
    row("marks/0/points", QJsonArray{QJsonArray{1, 2}}, "count");
    row("marks/0/points", QJsonArray{1, 2}, "array", "marks/0/points/0");
    row("marks/0/points", QJsonArray{QJsonArray{1, 2}, QJsonArray{1, -1}}, "range", "marks/0/points/1/1");
    row("marks/0/points", QJsonArray{QJsonArray{1, 2.5}, QJsonArray{1, 1}}, "integer", "marks/0/points/0/1");
    row("marks/0/points", QJsonArray{QJsonArray{1, 2}, QJsonArray{1000001, 1}}, "range", "marks/0/points/1/0");
    row("marks/0/note", str("x").repeated(2001), "length");
    row("marks/0/note", str("a\u0001"), "string");
    row("marks/0/at", str("2026-10-12"), "integer");
    row("marks/0/view/rotation", 360'000'000, "range");
    row("marks/0/colour", 1, "known_key");
    row("views/0/view", gone, "required");
    row("views/0/view/x", 0.5, "integer");
    row("views/0/view/fit", str("wide"), "code");
    row("views/0/view/tone/gammaPercent", 9, "range");
    row("views/0/view/tone/white", 3, "range");
    row("views/0/view/tone/channel", str("alpha"), "code");
    row("pairs/0/left/exhibit", gone, "required");
    row("pairs/0/alignment/scale", 0, "range");
    row("pairs/0/pins/0/left/x", str("1"), "integer");
    row("pairs/0/tie/left", 0.5, "integer");
    row("pairs/0/tie/right", gone, "required");
    row("pairs/0/tie/right", Q_INT64_C(1'000'000'000'000'001), "range");
    row("pairs/0/tie/at", Q_INT64_C(-1'000'000'000'000'001), "range");
    row("pairs/0/tie/more", 1, "known_key");
    row("views/0/lastPage", 0, "range");
    row("pairs/0/swapped", 1, "boolean");
    row("pairs/0/mode", str("split"), "code");
    row("pairs/0/blinkMs", 99, "range");
    row("pairs/0/gainPercent", 3201, "range");
    row("pairs/0/sliderPermille", -1, "range");
    row("pairs/0/opacityPermille", 1001, "range");
    row("more", 1, "known_key");
}

void TstViewingJson::namesWhatIsWrong()
{
    QFETCH(QString, path);
    QFETCH(QJsonValue, value);
    QFETCH(QString, error);
    QVERIFY(examinationFromJson(oneOfEach()));
    const auto read = examinationFromJson(changed(oneOfEach(), path.toLatin1().constData(), value));
    QVERIFY(!read);
    QCOMPARE(read.error(), error);
}

void TstViewingJson::countsAreBounded()
{
    const auto errorOf = [](const Examination &made) {
        const auto read = examinationFromJson(toJson(made));
        return read ? QString() : read.error();
    };
    Examination many;
    for (int n = 1; n <= 5000; ++n) {
        many.marks.append(rectangle());
        many.marks.last().id = MarkId(n);
    }
    QCOMPARE(errorOf(many), QString());
    many.marks.append(rectangle());
    many.marks.last().id = MarkId(5001);
    QCOMPARE(errorOf(many), str("/marks: count"));

    Examination twice;
    twice.marks = {rectangle(), rectangle()};
    QCOMPARE(errorOf(twice), str("/marks/1/id: unique"));
    twice.marks.clear();
    twice.views = {{str("b1"), QByteArray(64, 'a'), 1, {}}, {str("b1"), QByteArray(64, 'a'), 2, {}}, {str("b1"), QByteArray(64, 'a'), 1, {}}};
    QCOMPARE(errorOf(twice), str("/views/2: unique"));

    Mark drawn = rectangle();
    drawn.shape = MarkShape::Freehand;
    drawn.points = QList<QPoint>(2000, QPoint(1, 1));
    drawn.points.last() = QPoint(2, 1); // or it would be no line
    Examination freehand;
    freehand.marks = {drawn};
    QCOMPARE(errorOf(freehand), QString());
    freehand.marks[0].points.append({1, 1});
    QCOMPARE(errorOf(freehand), str("/marks/0/points: count"));
    freehand.marks.clear();
    for (int n = 1; n <= 101; ++n) { // 202,000 points
        drawn.id = MarkId(n);
        freehand.marks.append(drawn);
    }
    QCOMPARE(errorOf(freehand), str("/marks: count"));

    QJsonObject pinned = oneOfEach();
    QJsonArray pins;
    for (int n = 0; n < 65; ++n)
        pins.append(parsedObject(R"({"left": {"x": 1, "y": 1}, "right": {"x": 1, "y": 1}})"));
    pinned = changed(pinned, "pairs/0/pins", pins);
    QCOMPARE(examinationFromJson(pinned).error(), str("/pairs/0/pins: count"));
}

void TstViewingJson::ownKeysPass()
{
    QJsonObject json = changed(oneOfEach(), "x-maker", 1);
    json = changed(json, "marks/0/x-colour", str("red"));
    const auto read = examinationFromJson(json);
    QVERIFY(read);
    QCOMPARE(*read, *examinationFromJson(oneOfEach()));
}

void TstViewingJson::checksMarks_data()
{
    QTest::addColumn<int>("shape");
    QTest::addColumn<QList<QPoint>>("points");
    QTest::addColumn<int>("fault"); ///< -1: none
    const auto row = [](const char *name, MarkShape shape, const QList<QPoint> &points, std::optional<MarkFault> fault) {
        QTest::newRow(name) << int(shape) << points << (fault ? int(*fault) : -1);
    };
    const auto wrong = MarkFault::WrongPoints, outside = MarkFault::OutsidePicture;
    row("whole picture", MarkShape::Rectangle, {{0, 0}, {100, 80}}, {});
    row("drawn upwards", MarkShape::Ellipse, {{90, 70}, {10, 5}}, {});
    row("one point", MarkShape::Rectangle, {{1, 1}}, wrong);
    row("three points", MarkShape::Arrow, {{1, 1}, {2, 2}, {3, 3}}, wrong);
    row("beyond the right edge", MarkShape::Rectangle, {{0, 0}, {101, 80}}, outside);
    row("beyond the top", MarkShape::Measure, {{0, -1}, {5, 5}}, outside);
    row("text", MarkShape::Text, {{99, 79}}, {});
    row("text on the far edge", MarkShape::Text, {{100, 79}}, outside); // no pixel there
    row("two texts", MarkShape::Text, {{1, 1}, {2, 2}}, wrong);
    row("line", MarkShape::Freehand, {{1, 1}, {2, 2}, {3, 1}}, {});
    row("no line", MarkShape::Freehand, {{1, 1}}, wrong);
    const auto flat = MarkFault::NoExtent;
    row("nothing wide", MarkShape::Rectangle, {{10, 5}, {10, 70}}, flat);
    row("nothing high", MarkShape::Ellipse, {{10, 5}, {90, 5}}, flat);
    row("one pixel", MarkShape::Rectangle, {{10, 5}, {11, 6}}, {});
    row("upright arrow", MarkShape::Arrow, {{10, 5}, {10, 70}}, {});
    row("arrow to itself", MarkShape::Arrow, {{10, 5}, {10, 5}}, flat);
    row("level measure", MarkShape::Measure, {{10, 5}, {90, 5}}, {});
    row("measure of nothing", MarkShape::Measure, {{10, 5}, {10, 5}}, flat);
    row("line on one spot", MarkShape::Freehand, {{1, 1}, {1, 1}, {1, 1}}, flat);
    row("line that comes back", MarkShape::Freehand, {{1, 1}, {1, 2}, {1, 1}}, {});
}

void TstViewingJson::checksMarks()
{
    QFETCH(int, shape);
    QFETCH(QList<QPoint>, points);
    QFETCH(int, fault);
    Mark mark = rectangle();
    mark.shape = static_cast<MarkShape>(shape);
    mark.points = points;
    mark.note = str("here");
    const auto found = checkMark(mark, {100, 80});
    QCOMPARE(found ? int(*found) : -1, fault);
}

void TstViewingJson::filmMarksNameTheirFrames_data()
{
    QTest::addColumn<QString>("keys"); ///< beside those of a moment
    QTest::addColumn<QString>("error"); ///< empty: none
    const auto row = [](const char *keys, const char *error) { QTest::newRow(keys) << str(keys) << str(error); };
    row(R"({"frame": 3, "pts": -40000})", "");
    row(R"({"frame": 3, "pts": 120000, "frameEnd": 9, "ptsEnd": 360000})", "");
    row(R"({})", "/marks/0/frame: range"); // a moment is one of a film
    row(R"({"frame": -1, "pts": 0})", "/marks/0/frame: range");
    row(R"({"frame": 3, "pts": 1.5})", "/marks/0/pts: integer");
    row(R"({"frame": 3, "pts": 0, "frameEnd": 4})", "/marks/0/ptsEnd: required");
    row(R"({"frame": 3, "pts": 0, "frameEnd": 3, "ptsEnd": 0})", "/marks/0/frameEnd: range"); // written without its end
    row(R"({"frame": 3, "pts": 5, "frameEnd": 2, "ptsEnd": 9})", "/marks/0/frame: range");
    row(R"({"frame": 3, "pts": 5, "frameEnd": 4, "ptsEnd": 4})", "/marks/0/frame: range");
    row(R"({"frame": 3, "pts": 5, "page": 1})", "/marks/0/frame: range");
}

void TstViewingJson::filmMarksNameTheirFrames()
{
    QFETCH(QString, keys);
    QFETCH(QString, error);
    Mark mark = rectangle();
    mark.shape = MarkShape::Moment;
    mark.points.clear();
    mark.film = FilmPlace{};
    Examination one;
    one.marks = {mark};
    QJsonObject json = toJson(one);
    QJsonObject written = json.value(str("marks")).toArray().at(0).toObject();
    written.remove(str("frame"));
    written.remove(str("pts"));
    const QJsonObject more = parsedObject(keys.toUtf8().constData());
    for (auto key = more.begin(); key != more.end(); ++key)
        written.insert(key.key(), key.value());
    json.insert(str("marks"), QJsonArray{written});
    const auto read = examinationFromJson(json);
    QCOMPARE(read ? QString() : read.error(), error);
    if (read)
        QCOMPARE(toJson(read->marks.first()), written);
}

void TstViewingJson::framesLieInTheFilm_data()
{
    QTest::addColumn<QList<qint64>>("numbers"); ///< frame, pts, frameEnd, ptsEnd
    QTest::addColumn<bool>("lies");
    // 60 frames from 40 ms on, the last one at 2,006,667 us, over at 2,040,000 us.
    const auto row = [](const char *name, const QList<qint64> &numbers, bool lies) { QTest::newRow(name) << numbers << lies; };
    row("first", {0, 40'000, 0, 40'000}, true);
    row("last", {59, 2'006'667, 59, 2'006'667}, true);
    row("all", {0, 40'000, 59, 2'006'667}, true);
    row("after the last", {60, 2'040'000, 60, 2'040'000}, false);
    row("end beyond", {5, 300'000, 60, 2'040'000}, false);
    row("before the first", {1, 39'999, 1, 39'999}, false);
    row("another time of the first", {0, 50'000, 0, 50'000}, false);
    row("another time of the last", {0, 40'000, 59, 2'000'000}, false);
    row("backwards", {9, 400'000, 5, 300'000}, false);
    row("times backwards", {5, 400'000, 9, 300'000}, false);
    row("one frame at two times", {5, 300'000, 5, 340'000}, false);
}

void TstViewingJson::framesLieInTheFilm()
{
    QFETCH(QList<qint64>, numbers);
    QFETCH(bool, lies);
    const QJsonObject facts = parsedObject(R"({"frames": 60, "firstPtsUs": 40000, "lastPtsUs": 2006667, "durationUs": 2000000})");
    QCOMPARE(liesInFilm({numbers.at(0), numbers.at(1), numbers.at(2), numbers.at(3)}, facts), lies);
}

void TstViewingJson::boundsAndLength()
{
    Mark mark = rectangle();
    mark.points = {{40, 20}, {10, 60}};
    QCOMPARE(mark.bounds(), QRect(10, 20, 30, 40));
    QCOMPARE(mark.length(), 0.0);
    mark.shape = MarkShape::Measure;
    QCOMPARE(mark.length(), 50.0); // 30, 40
    mark.shape = MarkShape::Text;
    mark.points = {{7, 8}};
    QCOMPARE(mark.bounds(), QRect(7, 8, 1, 1));
    QCOMPARE(mark.length(), 0.0);

    mark = rectangle();
    mark.note = str("x").repeated(2000);
    QVERIFY(!checkMark(mark, {}));
    mark.note += u'x';
    QCOMPARE(checkMark(mark, {}), std::optional(MarkFault::NoteTooLong));
    mark.note = str("\u0007");
    QCOMPARE(checkMark(mark, {}), std::optional(MarkFault::ControlCharacters));
    mark.note = str("two\nlines");
    QVERIFY(!checkMark(mark, {}));
    mark.exhibit.clear();
    QCOMPARE(checkMark(mark, {}), std::optional(MarkFault::NoExhibit));
}

void TstViewingJson::textsSaySomething()
{
    Mark mark = rectangle();
    QVERIFY(!checkMark(mark, {})); // any other mark may be without a note
    mark.shape = MarkShape::Text;
    mark.points = {{7, 8}};
    for (const QString &nothing : {QString(), str("  "), str("\n\t ")}) {
        mark.note = nothing;
        QCOMPARE(checkMark(mark, {}), std::optional(MarkFault::NoText));
    }
    // Earlier versions made such; what is stored of them is read as it is.
    for (const QString &nothing : {QString(), str("  ")}) {
        mark.note = nothing;
        Examination one;
        one.marks = {mark};
        const auto read = examinationFromJson(toJson(one));
        QVERIFY2(read, read ? "" : qPrintable(read.error()));
        QCOMPARE(read->marks.first().note, nothing);
        QCOMPARE(markDigest(read->marks.first()), markDigest(mark));
    }
    mark.note = str("crack");
    QVERIFY(!checkMark(mark, {}));
}

void TstViewingJson::digestIsOfWhatIsShown()
{
    Mark mark = rectangle(), same = rectangle();
    same.id = MarkId(6);
    same.byName = str("somebody");
    same.at = UtcMs(9);
    QCOMPARE(markDigest(same), markDigest(mark));
    same.points[0] = {11, 20};
    QVERIFY(markDigest(same) != markDigest(mark));
    mark.note = str("n");
    QVERIFY(markDigest(rectangle()) != markDigest(mark));
}

QObject *make_tst_viewingjson();
QObject *make_tst_viewingjson()
{
    return new TstViewingJson;
}

#include "tst_viewingjson.moc"
