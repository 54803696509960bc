// SPDX-License-Identifier: GPL-3.0-or-later
#include "clidesk.h"

#include "../decode/testfilms.h"

#include <QtCore/QDateTime>
#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <algorithm>

using namespace arb::tests;

/// `derive`, `note`, `timeline` and `mark` as a script sees them, on both databases: what they answer, what they keep, and
/// what they say to nonsense.
class TstEvidenceVerbs : public QObject, private CliDesk
{
    Q_OBJECT

private Q_SLOTS:
    void derives_data() { engines(); }
    void derives();
    void derivesNoFrameUnderAnothersNumber();
    void derivesWhatAMachineReads_data() { engines(); }
    void derivesWhatAMachineReads();
    void notes_data() { engines(); }
    void notes();
    void framesAndTimesAreOfEachOther_data() { engines(); }
    void framesAndTimesAreOfEachOther();
    void citationsOfLostBytesSaySo_data() { engines(); }
    void citationsOfLostBytesSaySo();
    void deskNotesStayHere_data() { engines(); }
    void deskNotesStayHere();
    void marks_data() { engines(); }
    void marks();
    void timeline_data() { engines(); }
    void timeline();
    void refusesNonsense_data() { engines(); }
    void refusesNonsense();

private:
    static void engines()
    {
        QTest::addColumn<bool>("server");
        QTest::newRow("sqlite") << false;
        QTest::newRow("postgresql") << true;
    }
    static QJsonObject objectOf(const Ran &ran) { return QJsonDocument::fromJson(ran.out).object(); }
    QJsonObject shown() const { return objectOf(run(QStringLiteral("--as lin show H-1 --json"))); }
    QJsonObject exhibit(const QString &id) const
    {
        for (const QJsonValue &value : shown().value(QLatin1StringView("exhibits")).toArray()) {
            if (value[QLatin1StringView("id")].toString() == id)
                return value.toObject();
        }
        return {};
    }
    /// Hands in a file of the demo; answers the exhibit's id.
    QString handIn(const char *kind, const char *file) const
    {
        const QString folder = QStringLiteral(ARB_SOURCE_DIR "/resources/demo/cases/c04/evidence/");
        const Ran ran = run(QStringLiteral("--as lin supplement H-1 --party buyer --kind %1 --file %2%3").arg(QLatin1StringView(kind), folder, QLatin1StringView(file)));
        if (ran.status != 0)
            qFatal("%s", ran.err.constData());
        return shown().value(QLatin1StringView("exhibits")).toArray().last()[QLatin1StringView("id")].toString();
    }
    QByteArray bytesOf(const char *name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

void TstEvidenceVerbs::derives()
{
    QFETCH(bool, server);
    makeDesk({QStringLiteral("H-1")}, server);
    QCOMPARE(run(QStringLiteral("--as lin claim H-1")).status, 0);
    const QString film = handIn("video", "c04-b1-unboxing.mp4"), paper = handIn("document", "c04-m2-weights.pdf"); // the film: 12 frames a second from zero
    const struct { QString words, source; QJsonObject place; int width, height; } rows[] = {
        {QStringLiteral("--exhibit b1 --region 200,150,240,180 --caption crack"), QStringLiteral("b1"),
         {{QStringLiteral("how"), QStringLiteral("crop")}, {QStringLiteral("region"), QJsonArray{200, 150, 240, 180}}}, 240, 180},
        {QStringLiteral("--exhibit %1 --frame 12 --region 20,490,700,150").arg(film), film,
         {{QStringLiteral("how"), QStringLiteral("crop")}, {QStringLiteral("frame"), 12}, {QStringLiteral("pts"), 1'000'000},
          {QStringLiteral("region"), QJsonArray{20, 490, 700, 150}}}, 700, 150},
        {QStringLiteral("--exhibit %1 --region 90,312,101,51").arg(paper), paper, // of its first page, where none is named
         {{QStringLiteral("how"), QStringLiteral("crop")}, {QStringLiteral("page"), 1}, {QStringLiteral("region"), QJsonArray{90, 312, 101, 51}}}, 101, 51},
        {QStringLiteral("--exhibit %1 --frame 24").arg(film), film,
         {{QStringLiteral("how"), QStringLiteral("frame")}, {QStringLiteral("frame"), 24}, {QStringLiteral("pts"), 2'000'000}}, 0, 0}};
    int number = 0;
    for (const auto &row : rows) {
        const Ran ran = run(QStringLiteral("--as lin derive H-1 %1 --json").arg(row.words));
        QVERIFY2(ran.status == 0, QByteArray(row.words.toUtf8() + ": " + ran.err).constData());
        const QString id = objectOf(ran).value(QLatin1StringView("exhibit")).toString();
        QCOMPARE(id, QStringLiteral("d%1").arg(++number));
        const QJsonObject made = exhibit(id);
        QCOMPARE(made.value(QLatin1StringView("kind")).toString(), QStringLiteral("image"));
        QCOMPARE(made.value(QLatin1StringView("party")).toString(), QStringLiteral("buyer"));
        QJsonObject from = made.value(QLatin1StringView("derivedFrom")).toObject();
        QCOMPARE(from.take(QStringLiteral("exhibit")).toString(), row.source);
        QCOMPARE(from.take(QStringLiteral("sha256")), exhibit(row.source).value(QLatin1StringView("sha256")));
        QVERIFY(from.take(QStringLiteral("tool")).toString().startsWith(QStringLiteral("arbiter")));
        QCOMPARE(from, row.place);
        if (row.width == 0)
            continue;
        const QJsonObject facts = made.value(QLatin1StringView("facts")).toObject();
        QCOMPARE(facts.value(QLatin1StringView("width")).toInt(), row.width);
        QCOMPARE(facts.value(QLatin1StringView("height")).toInt(), row.height);
    }
    QCOMPARE(exhibit(QStringLiteral("d1")).value(QLatin1StringView("caption")).toString(), QStringLiteral("crack"));
    QCOMPARE(run(QStringLiteral("--as lin derive H-1 --exhibit %1 --frame 999999").arg(film)).status, 2); // behind its end
    QCOMPARE(run(QStringLiteral("--as lin derive H-1 --exhibit %1 --page 99 --region 0,0,9,9").arg(paper)).status, 1);
    const Ran words = run(QStringLiteral("--as lin derive H-1 --exhibit b1 --region 0,0,40,30"));
    QVERIFY2(words.out.contains("H-1: exhibit d5 was made."), QByteArray(words.out + words.err).constData());
    QCOMPARE(run(QStringLiteral("verify --audit")).status, 0);
}

/// A film that begins without a key: up to the first, all frames are stood for by that one.
void TstEvidenceVerbs::derivesNoFrameUnderAnothersNumber()
{
    makeDesk({QStringLiteral("H-1")});
    QCOMPARE(run(QStringLiteral("--as lin claim H-1")).status, 0);
    FilmRecipe recipe;
    recipe.frames = 100;
    recipe.codec = {QStringLiteral("-c:v"), QStringLiteral("libx264"), QStringLiteral("-preset"), QStringLiteral("ultrafast"), QStringLiteral("-g"), QStringLiteral("40"),
                    QStringLiteral("-sc_threshold"), QStringLiteral("0"), QStringLiteral("-bf"), QStringLiteral("0")};
    QVERIFY(makeFilm(path("whole.avi"), recipe));
    QVERIFY(copyFilm(path("whole.avi"), path("cut.avi"), {QStringLiteral("-bsf:v"), QStringLiteral("noise=drop=lt(n\\,5),setts=pts=PTS-5:dts=DTS-5")}));
    const Ran given = run(QStringLiteral("--as lin supplement H-1 --party buyer --kind video --file HOME/cut.avi"));
    QVERIFY2(given.status == 0, given.err.constData());
    const QString film = shown().value(QLatin1StringView("exhibits")).toArray().last()[QLatin1StringView("id")].toString();
    const qsizetype before = shown().value(QLatin1StringView("exhibits")).toArray().size();
    const Ran refused = run(QStringLiteral("--as lin derive H-1 --exhibit %1 --frame 10").arg(film));
    QCOMPARE(refused.status, 1);
    QVERIFY2(refused.err.contains("Frame 10 ") && refused.err.contains("frame 35 "), refused.err.constData());
    QCOMPARE(shown().value(QLatin1StringView("exhibits")).toArray().size(), before);
    const Ran made = run(QStringLiteral("--as lin derive H-1 --exhibit %1 --frame 35 --json").arg(film));
    QVERIFY2(made.status == 0, made.err.constData());
    const QJsonObject from = exhibit(objectOf(made).value(QLatin1StringView("exhibit")).toString()).value(QLatin1StringView("derivedFrom")).toObject();
    QCOMPARE(from.value(QLatin1StringView("frame")).toInt(), 35);
    QCOMPARE(from.value(QLatin1StringView("pts")).toInt(), 1'166'667);
}

/// A text that says what it is, holds no number, names its source, and goes along to another desk.
void TstEvidenceVerbs::derivesWhatAMachineReads()
{
    QFETCH(bool, server);
    makeDesk({QStringLiteral("H-1")}, server);
    QCOMPARE(run(QStringLiteral("--as lin claim H-1")).status, 0);
    const QString paper = handIn("document", "c04-m2-weights.pdf"), film = handIn("video", "c04-b1-unboxing.mp4");
    const Ran given = run(QStringLiteral("--as lin supplement H-1 --party buyer --kind image --file " ARB_SOURCE_DIR "/tests/data/ocr/light-42-2.png"));
    QVERIFY2(given.status == 0, given.err.constData());
    const QString shot = shown().value(QLatin1StringView("exhibits")).toArray().last()[QLatin1StringView("id")].toString();
    const auto derived = [&](const QString &words) {
        const Ran ran = run(QStringLiteral("--as lin derive H-1 --ocr %1 --json").arg(words));
        if (ran.status != 0)
            qWarning("%s", ran.err.constData());
        return exhibit(objectOf(ran).value(QLatin1StringView("exhibit")).toString());
    };
    const QJsonObject whole = derived(QStringLiteral("--exhibit ") + shot);
    QCOMPARE(whole.value(QLatin1StringView("id")).toString(), QStringLiteral("d1"));
    QCOMPARE(whole.value(QLatin1StringView("kind")).toString(), QStringLiteral("text"));
    QCOMPARE(whole.value(QLatin1StringView("party")).toString(), QStringLiteral("buyer"));
    QCOMPARE(whole.value(QLatin1StringView("caption")).toString(), QStringLiteral("OCR ") + shot);
    QJsonObject from = whole.value(QLatin1StringView("derivedFrom")).toObject();
    QVERIFY(from.take(QStringLiteral("tool")).toString().startsWith(QStringLiteral("arbiter")));
    QCOMPARE(from, (QJsonObject{{QStringLiteral("exhibit"), shot}, {QStringLiteral("how"), QStringLiteral("ocr")},
                                {QStringLiteral("sha256"), exhibit(shot).value(QLatin1StringView("sha256"))}}));
    const QJsonArray region{140, 1940, 200, 140}; // of the bubble that holds the last message
    const QJsonObject part = derived(QStringLiteral("--exhibit %1 --region 140,1940,200,140 --caption last").arg(shot)); // read a moment ago
    QCOMPARE(part.value(QLatin1StringView("caption")).toString(), QStringLiteral("last"));
    QCOMPARE(part.value(QLatin1StringView("derivedFrom")).toObject().value(QLatin1StringView("region")).toArray(), region);
    const QJsonObject page = derived(QStringLiteral("--exhibit ") + paper);
    QCOMPARE(page.value(QLatin1StringView("kind")).toString(), QStringLiteral("text"));
    QCOMPARE(page.value(QLatin1StringView("derivedFrom")).toObject().value(QLatin1StringView("page")).toInt(), 1);

    const qsizetype before = shown().value(QLatin1StringView("exhibits")).toArray().size();
    const CliLine lines[] = {{"--region 0,0,50,50", 1, "No words"}, {"--region 1000,0,200,10", 2, ""}};
    for (const CliLine &line : lines) {
        const Ran ran = run(QStringLiteral("--as lin derive H-1 --ocr --exhibit %1 %2").arg(shot, QLatin1StringView(line.line)));
        QCOMPARE(ran.status, line.status);
        QVERIFY2(ran.err.contains(line.words), ran.err.constData());
    }
    const Ran whichFrame = run(QStringLiteral("--as lin derive H-1 --ocr --exhibit ") + film);
    QCOMPARE(whichFrame.status, 2);
    QVERIFY2(whichFrame.err.contains("--frame"), whichFrame.err.constData());
    QCOMPARE(shown().value(QLatin1StringView("exhibits")).toArray().size(), before);

    // What is in it is found as a machine's reading, and numbers are only where their picture is.
    const auto hitsIn = [&](const QString &words, const QString &id) {
        QStringList texts;
        for (const QJsonValue &hit : objectOf(run(QStringLiteral("--as lin search H-1 --json --text ") + words)).value(QLatin1StringView("hits")).toArray()) {
            if (hit[QLatin1StringView("where")].toString() == u"machine_reading" && hit[QLatin1StringView("place")][QLatin1StringView("exhibit")].toString() == id)
                texts.append(hit[QLatin1StringView("text")].toString());
        }
        return texts;
    };
    const QStringList waybill = hitsIn(QString::fromUtf8("根本没有收到"), QStringLiteral("d1"));
    QCOMPARE(waybill.size(), 1);
    QVERIFY2(waybill.constFirst().contains(QStringLiteral("[number]")) && !waybill.constFirst().contains(QLatin1Char('8')), qPrintable(waybill.constFirst()));
    QCOMPARE(hitsIn(QString::fromUtf8("根本没有收到"), shot).size(), 1); // the picture's reading was kept
    QVERIFY(hitsIn(QString::fromUtf8("根本没有收到"), QStringLiteral("d2")).isEmpty());
    QCOMPARE(hitsIn(QString::fromUtf8("好的"), QStringLiteral("d2")).size(), 1);

    QCOMPARE(run(QStringLiteral("--as xu export H-1 --out HOME/out.arbcase")).status, 0);
    QCOMPARE(run(QStringLiteral("verify HOME/out.arbcase")).status, 0);
    QVERIFY(bytesOf("out.arbcase").contains("data/evidence/derived-d1.txt") && bytesOf("out.arbcase").contains("YT[number]"));
    const auto elsewhere = [&](const QString &words) {
        return runArbiter(home(), QStringList{QStringLiteral("--db"), QStringLiteral("sqlite:") + path("other.db"), QStringLiteral("--vault"), path("other-vault")} + words.split(u' '));
    };
    for (const QString &words : QStringList{QStringLiteral("db init"), QStringLiteral("user add xu --role supervisor"), QStringLiteral("--as xu import ") + path("out.arbcase")}) {
        const Ran ran = elsewhere(words);
        QVERIFY2(ran.status == 0, ran.err.constData());
    }
    QJsonObject there;
    for (const QJsonValue &value : objectOf(elsewhere(QStringLiteral("--as xu show H-1 --json"))).value(QLatin1StringView("exhibits")).toArray())
        there = value[QLatin1StringView("id")].toString() == u"d1" ? value.toObject() : there;
    for (const char *key : {"kind", "sha256", "caption", "derivedFrom", "party"})
        QCOMPARE(there.value(QLatin1StringView(key)), whole.value(QLatin1StringView(key)));
    QCOMPARE(run(QStringLiteral("verify --audit")).status, 0);
}

void TstEvidenceVerbs::notes()
{
    QFETCH(bool, server);
    makeDesk({QStringLiteral("H-1")}, server);
    const Ran first = run(QStringLiteral("--as lin note H-1 --text @chen:seal --exhibit b1 --region 200,150,240,180 --json"));
    QVERIFY2(first.status == 0, first.err.constData());
    const QString id = objectOf(first).value(QLatin1StringView("note")).toString();
    QVERIFY(id.toLongLong() > 0);
    QCOMPARE(run(QStringLiteral("--as lin note H-1 --text plain --visibility may_be_quoted")).status, 0);

    const QJsonArray listed = objectOf(run(QStringLiteral("--as chen note list H-1 --json"))).value(QLatin1StringView("notes")).toArray();
    QCOMPARE(listed.size(), 2);
    const QJsonObject pinned = listed.at(0).toObject();
    QCOMPARE(pinned.value(QLatin1StringView("id")).toString(), id);
    QCOMPARE(pinned.value(QLatin1StringView("by")).toString(), QStringLiteral("lin"));
    QCOMPARE(pinned.value(QLatin1StringView("visibility")).toString(), QStringLiteral("desk_only")); // who says nothing keeps it in the house
    QCOMPARE(pinned.value(QLatin1StringView("mentions")).toArray(), QJsonArray{QStringLiteral("chen")});
    const QJsonObject place = pinned.value(QLatin1StringView("place")).toObject();
    QCOMPARE(place.value(QLatin1StringView("exhibit")).toString(), QStringLiteral("b1"));
    QCOMPARE(place.value(QLatin1StringView("region")).toArray(), (QJsonArray{200, 150, 240, 180}));
    QCOMPARE(place.value(QLatin1StringView("sha256")), exhibit(QStringLiteral("b1")).value(QLatin1StringView("sha256")));
    QCOMPARE(listed.at(1).toObject().value(QLatin1StringView("visibility")).toString(), QStringLiteral("may_be_quoted"));

    // The mention reaches its person, once, and nobody else.
    const QJsonObject notice = objectOf(run(QStringLiteral("--as chen notices --read --json")));
    QCOMPARE(notice.value(QLatin1StringView("kind")).toString(), QStringLiteral("mentioned"));
    QCOMPARE(notice.value(QLatin1StringView("by")).toString(), QStringLiteral("lin"));
    QCOMPARE(notice.value(QLatin1StringView("caseNo")).toString(), QStringLiteral("H-1"));
    for (const char *who : {"chen", "lin", "xu"})
        QVERIFY(run(QStringLiteral("--as %1 notices --json").arg(QLatin1StringView(who))).out.trimmed().isEmpty());

    QCOMPARE(run(QStringLiteral("--as chen note remove H-1 ") + id).status, 1); // not chen's
    QCOMPARE(run(QStringLiteral("--as lin note remove H-1 ") + id).status, 0);
    QCOMPARE(objectOf(run(QStringLiteral("--as lin note list H-1 --json"))).value(QLatin1StringView("notes")).toArray().size(), 1);
    const Ran words = run(QStringLiteral("--as lin note list H-1"));
    QVERIFY2(words.out.contains("plain") && !words.out.contains("seal"), words.out.constData());
    QCOMPARE(run(QStringLiteral("verify --audit")).status, 0);
}

/// Of a film that has 12 frames a second from zero: by its number or by its time, a frame is the same; between two of them is none.
void TstEvidenceVerbs::framesAndTimesAreOfEachOther()
{
    QFETCH(bool, server);
    makeDesk({QStringLiteral("H-1")}, server);
    QCOMPARE(run(QStringLiteral("--as lin claim H-1")).status, 0);
    const QString film = handIn("video", "c04-b1-unboxing.mp4");
    for (const char *by : {"--frame 12", "--pts 1000000", "--frame 12 --pts 1000000"}) {
        const Ran noted = run(QStringLiteral("--as lin note H-1 --text x --exhibit %1 %2").arg(film, QLatin1StringView(by)));
        QVERIFY2(noted.status == 0, noted.err.constData());
        const QJsonArray notes = objectOf(run(QStringLiteral("--as lin note list H-1 --json"))).value(QLatin1StringView("notes")).toArray();
        const QJsonObject place = notes.last()[QLatin1StringView("place")].toObject();
        QCOMPARE(place.value(QLatin1StringView("frame")).toInt(), 12);
        QCOMPARE(place.value(QLatin1StringView("pts")).toInt(), 1'000'000);
    }
    for (const char *by : {"--pts 1000000", "--frame 12 --pts 1000000", "--pts 1000000 --region 20,490,700,150"}) {
        const Ran made = run(QStringLiteral("--as lin derive H-1 --exhibit %1 %2 --json").arg(film, QLatin1StringView(by)));
        QVERIFY2(made.status == 0, made.err.constData());
        const QJsonObject from = exhibit(objectOf(made).value(QLatin1StringView("exhibit")).toString()).value(QLatin1StringView("derivedFrom")).toObject();
        QCOMPARE(from.value(QLatin1StringView("frame")).toInt(), 12);
        QCOMPARE(from.value(QLatin1StringView("pts")).toInt(), 1'000'000);
    }
    const qsizetype exhibits = shown().value(QLatin1StringView("exhibits")).toArray().size();
    const QByteArray key = film.toUtf8() + "/pts";
    const struct { const char *place; QByteArrayList words; } refused[] = {
        {"--pts 1000001", {key, "1000000", "1083333"}}, {"--frame 250 --pts 5", {key}}, {"--frame 13 --pts 1000000", {key}}};
    for (const auto &row : refused) {
        const Ran noted = run(QStringLiteral("--as lin note H-1 --text x --exhibit %1 %2").arg(film, QLatin1StringView(row.place)));
        const Ran derived = run(QStringLiteral("--as lin derive H-1 --exhibit %1 %2").arg(film, QLatin1StringView(row.place)));
        QCOMPARE(noted.status, 2);
        QCOMPARE(derived.status, 2);
        QCOMPARE(derived.err, noted.err); // in the same words
        for (const QByteArray &word : row.words)
            QVERIFY2(noted.err.contains(word), noted.err.constData());
    }
    QCOMPARE(run(QStringLiteral("--as lin derive H-1 --exhibit b1 --pts 1000000")).status, 2); // a picture has no times
    QCOMPARE(shown().value(QLatin1StringView("exhibits")).toArray().size(), exhibits);
    QCOMPARE(objectOf(run(QStringLiteral("--as lin note list H-1 --json"))).value(QLatin1StringView("notes")).toArray().size(), 3);
}

/// A note and a ruling cite the buyer's picture; then somebody changes its file in the vault, and takes it away.
void TstEvidenceVerbs::citationsOfLostBytesSaySo()
{
    QFETCH(bool, server);
    makeDesk({QStringLiteral("H-1")}, server);
    QCOMPARE(run(QStringLiteral("--as lin note H-1 --text seal --exhibit b1")).status, 0);
    QCOMPARE(run(QStringLiteral("--as lin claim H-1")).status, 0);
    writeRuling(home(), QStringLiteral("H-1"), QStringLiteral("k-1"));
    QCOMPARE(run(QStringLiteral("--as lin rule H-1 --file HOME/ruling-H-1.json")).status, 0);
    const auto bytesSaid = [this] { // of the note's place, and of the places that the ruling cites
        const QJsonObject shownCase = shown();
        QStringList said{shownCase.value(QLatin1StringView("deskNotes")).toArray().at(0)[QLatin1StringView("place")][QLatin1StringView("bytes")].toString()};
        for (const QJsonValue &finding : shownCase.value(QLatin1StringView("rulings")).toArray().at(0)[QLatin1StringView("findings")].toArray()) {
            for (const QJsonValue &place : finding[QLatin1StringView("citations")].toArray()) {
                if (place[QLatin1StringView("exhibit")].toString() == u"b1")
                    said.append(place[QLatin1StringView("bytes")].toString());
            }
        }
        return said;
    };
    const QStringList sound = bytesSaid();
    QVERIFY(sound.size() > 1);
    QCOMPARE(sound.count(QString()), sound.size());
    QVERIFY(!run(QStringLiteral("--as lin show H-1")).out.contains("cannot be shown"));

    const QString digest = exhibit(QStringLiteral("b1")).value(QLatin1StringView("sha256")).toString();
    QFile stored(path("vault") + u'/' + digest.first(2) + u'/' + digest);
    QVERIFY(stored.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    QVERIFY(stored.open(QIODevice::Append));
    stored.write("x");
    stored.close();
    const struct { const char *code, *words, *refusal; } rows[] = {
        {"altered", "(cannot be shown: the bytes in the evidence store do not match their checksum)", "The bytes of b1 in the evidence store do not match"},
        {"missing", "(cannot be shown: the file is not in the evidence store)", "The file of b1 is not in the evidence store"}};
    for (const auto &row : rows) {
        const QStringList said = bytesSaid();
        QCOMPARE(said.count(QString::fromLatin1(row.code)), sound.size());
        const Ran words = run(QStringLiteral("--as lin show H-1"));
        QCOMPARE(words.out.count(row.words), sound.size());
        QCOMPARE(run(QStringLiteral("--as lin note list H-1")).out.count(row.words), qsizetype(1));
        const Ran refused = run(QStringLiteral("--as lin note H-1 --text again --exhibit b1"));
        QCOMPARE(refused.status, 1);
        QVERIFY2(refused.err.contains(row.refusal), refused.err.constData());
        stored.remove();
    }
    QCOMPARE(run(QStringLiteral("--as lin note H-1 --text pinned-to-nothing")).status, 0);
    QCOMPARE(shown().value(QLatin1StringView("deskNotes")).toArray().size(), 2);
}

/// Not with an export unless asked for, and not with what a ruling sets in motion.
void TstEvidenceVerbs::deskNotesStayHere()
{
    QFETCH(bool, server);
    makeDesk({QStringLiteral("H-1")}, server);
    QCOMPARE(run(QStringLiteral("--as lin note H-1 --text secret-of-the-house")).status, 0);
    QCOMPARE(run(QStringLiteral("--as lin note H-1 --text said-openly --visibility may_be_quoted")).status, 0);
    QCOMPARE(run(QStringLiteral("--as lin claim H-1")).status, 0);
    writeRuling(home(), QStringLiteral("H-1"), QStringLiteral("k-1"));
    QCOMPARE(run(QStringLiteral("--as lin rule H-1 --file HOME/ruling-H-1.json")).status, 0);
    QVERIFY(!run(QStringLiteral("tasks list --json")).out.contains("secret-of-the-house"));
    QVERIFY(!run(QStringLiteral("queue --view all --json")).out.contains("secret-of-the-house"));

    const Ran plain = run(QStringLiteral("--as xu export H-1 --out HOME/plain.arbcase --json"));
    QVERIFY2(plain.status == 0, plain.err.constData());
    QCOMPARE(objectOf(plain).value(QLatin1StringView("notesWithheld")).toInt(), 1);
    QVERIFY(bytesOf("plain.arbcase").contains("said-openly") && !bytesOf("plain.arbcase").contains("secret-of-the-house"));
    const Ran said = run(QStringLiteral("--as xu export H-1 --out HOME/again.arbcase"));
    QVERIFY2(said.out.contains("1 note for the desk only stayed here"), said.out.constData());
    const Ran asked = run(QStringLiteral("--as xu export H-1 --out HOME/asked.arbcase --with-desk-notes --json"));
    QCOMPARE(asked.status, 0);
    QCOMPARE(objectOf(asked).value(QLatin1StringView("notesWithheld")).toInt(), 0);
    QVERIFY(bytesOf("asked.arbcase").contains("said-openly") && bytesOf("asked.arbcase").contains("secret-of-the-house"));
    for (const char *file : {"plain", "again", "asked"})
        QCOMPARE(run(QStringLiteral("verify HOME/%1.arbcase").arg(QLatin1StringView(file))).status, 0);
}

void TstEvidenceVerbs::marks()
{
    QFETCH(bool, server);
    makeDesk({QStringLiteral("H-1")}, server);
    const Ran made = run(QStringLiteral("--as chen mark H-1 --exhibit b1 --shape ellipse --at 10,20,30,40 --note rim --json"));
    QVERIFY2(made.status == 0, made.err.constData());
    const QString id = objectOf(made).value(QLatin1StringView("mark")).toString();
    const QJsonArray marks = shown().value(QLatin1StringView("marks")).toArray();
    QCOMPARE(marks.size(), 1);
    const QJsonObject mark = marks.at(0).toObject();
    QCOMPARE(mark.value(QLatin1StringView("id")).toString(), id);
    QCOMPARE(mark.value(QLatin1StringView("shape")).toString(), QStringLiteral("ellipse"));
    QCOMPARE(mark.value(QLatin1StringView("points")).toArray(), (QJsonArray{QJsonArray{10, 20}, QJsonArray{40, 60}})); // its two corners
    QCOMPARE(mark.value(QLatin1StringView("note")).toString(), QStringLiteral("rim"));
    QCOMPARE(run(QStringLiteral("--as lin mark H-1 --remove ") + id).status, 1); // not lin's
    const Ran gone = run(QStringLiteral("--as chen mark H-1 --json --remove ") + id);
    QCOMPARE(gone.status, 0);
    QCOMPARE(objectOf(gone).value(QLatin1StringView("removed")).toString(), id);
    QVERIFY(shown().value(QLatin1StringView("marks")).toArray().isEmpty());
    QCOMPARE(run(QStringLiteral("--as chen mark H-1 --remove ") + id).status, 1); // it is gone already
    QCOMPARE(run(QStringLiteral("verify --audit")).status, 0);
}

void TstEvidenceVerbs::timeline()
{
    QFETCH(bool, server);
    makeDesk({QStringLiteral("H-1")}, server);
    const Ran ran = run(QStringLiteral("--as lin timeline H-1 --json"));
    QVERIFY2(ran.status == 0, ran.err.constData());
    const QJsonObject object = objectOf(ran);
    QCOMPARE(object.value(QLatin1StringView("caseNo")).toString(), QStringLiteral("H-1"));
    QVERIFY(object.value(QLatin1StringView("clashes")).isArray());
    const QJsonArray events = object.value(QLatin1StringView("events")).toArray();
    const auto find = [&events](const char *what, const char *at) {
        for (const QJsonValue &event : events) {
            if (event[QLatin1StringView("what")].toString() == QLatin1StringView(what) && event[QLatin1StringView("at")].toString() == QLatin1StringView(at))
                return event.toObject();
        }
        return QJsonObject();
    };
    const QJsonObject received = find("signed", "2026-10-05T18:00:00+08:00");
    QCOMPARE(received.value(QLatin1StringView("lane")).toString(), QStringLiteral("order"));
    QCOMPARE(received.value(QLatin1StringView("certainty")).toString(), QStringLiteral("exact"));
    QCOMPARE(received.value(QLatin1StringView("citation")).toObject().value(QLatin1StringView("fact")).toString(), QStringLiteral("/order/signedAt"));
    const QJsonObject said = find("message", "2026-10-06T08:40:00+08:00");
    QCOMPARE(said.value(QLatin1StringView("message")).toString(), QStringLiteral("2"));
    QCOMPARE(said.value(QLatin1StringView("party")).toString(), QStringLiteral("merchant"));
    const QJsonObject picture = find("submitted", "2026-10-06T09:00:00+08:00");
    QCOMPARE(picture.value(QLatin1StringView("exhibits")).toArray(), QJsonArray{QStringLiteral("b1")});
    const auto timeOf = [&events](qsizetype n) { return QDateTime::fromString(events.at(n)[QLatin1StringView("at")].toString(), Qt::ISODateWithMs); };
    for (qsizetype n = 1; n < events.size(); ++n) // one clock: in its order
        QVERIFY(timeOf(n).isValid() && timeOf(n - 1) <= timeOf(n));
    const Ran words = run(QStringLiteral("timeline H-1")); // the owner of the desk reads, too
    QVERIFY2(words.status == 0 && words.out.contains("2026-10-05 18:00:00"), QByteArray(words.out + words.err).constData());
}

/// What cannot be meant ends with 2, what the desk refuses with 1; each is named, in one line and in both languages.
void TstEvidenceVerbs::refusesNonsense()
{
    QFETCH(bool, server);
    makeDesk({QStringLiteral("H-1")}, server);
    const CliLine lines[] = {
        {"--as lin derive H-1", 2, "--exhibit"},
        {"--as lin derive H-1 --exhibit b1", 2, "--region"},
        {"--as lin derive H-1 --ocr", 2, "--exhibit"},
        {"--as lin derive H-1 --exhibit x9 --ocr", 2, "x9"},
        {"--as lin derive H-1 --exhibit b1 --region 1,2,3", 2, "1,2,3"},
        {"--as lin derive H-1 --exhibit b1 --region 1,2,0,9", 2, "1,2,0,9"},
        {"--as lin derive H-1 --exhibit b1 --region a,b,c,d", 2, "a,b,c,d"},
        {"--as lin derive H-1 --exhibit b1 --frame -1", 2, "-1"},
        {"--as lin note H-1 --text x --exhibit b1 --frame -1", 2, " 0"}, // which the first one is
        {"--as lin derive H-1 --exhibit b1 --page 0 --region 1,1,9,9", 2, "0"},
        {"--as lin derive H-1 --exhibit x9 --region 1,1,9,9", 2, "x9"},
        {"--as lin derive H-1 --exhibit b1 --region 600,0,41,10", 2, "b1"},
        {"--as lin derive H-1 --exhibit b1 --region 600,0,41,10", 2, "640 × 480"}, // what it must lie in
        {"--as lin derive Z-9 --exhibit b1 --region 1,1,9,9", 1, "Z-9"},
        {"--as root derive H-1 --exhibit b1 --region 1,1,9,9", 1, "role"},
        {"--as nobody derive H-1 --exhibit b1 --region 1,1,9,9", 2, "nobody"},
        {"--as lin note H-1", 2, "--text"},
        {"--as lin note H-1 --text x --visibility everybody", 2, "everybody"},
        {"--as lin note H-1 --text x --page 2", 2, "--exhibit"},
        {"--as lin note H-1 --text x --exhibit b1 --region 1,2,3,-4", 2, "1,2,3,-4"},
        {"--as lin note H-1 --text x --exhibit x9", 2, "x9"},
        {"--as lin note Z-9 --text x", 1, "Z-9"},
        {"--as root note H-1 --text x", 1, "role"},
        {"--as lin note remove H-1", 2, "note remove CASE ID"},
        {"--as lin note remove H-1 abc", 2, "abc"},
        {"--as lin note remove H-1 77", 1, "77"},
        {"--as root note list H-1", 1, "role"},
        {"--as lin mark H-1 --exhibit b1 --at 1,1,9,9", 2, "--shape"},
        {"--as lin mark H-1 --exhibit b1 --shape blob --at 1,1,9,9", 2, "blob"},
        {"--as lin mark H-1 --exhibit b1 --shape rectangle --at 1,2,3", 2, "1,2,3"},
        {"--as lin mark H-1 --exhibit b1 --shape moment --frame 3", 2, "--pts"},
        {"--as lin mark H-1 --exhibit x9 --shape rectangle --at 1,1,9,9", 1, ""},
        {"--as lin mark H-1 --exhibit b1 --shape rectangle --at 600,0,41,10", 1, ""},
        {"--as lin mark Z-9 --exhibit b1 --shape rectangle --at 1,1,9,9", 1, "Z-9"},
        {"--as root mark H-1 --exhibit b1 --shape rectangle --at 1,1,9,9", 1, "role"},
        {"--as lin mark H-1 --remove abc", 2, "abc"},
        {"--as lin mark H-1 --remove 77", 1, ""},
        {"--as lin timeline", 2, ""},
        {"--as lin timeline H-1 extra", 2, "extra"},
        {"--as lin timeline Z-9", 1, "Z-9"},
        {"--as root timeline H-1", 1, "role"},
    };
    for (const CliLine &row : lines) {
        const Ran ran = run(QString::fromLatin1(row.line));
        QVERIFY2(ran.status == row.status && ran.err.contains(row.words) && ran.err.count('\n') == 1 && ran.out.isEmpty(),
                 QByteArray(QByteArray(row.line) + ": " + QByteArray::number(ran.status) + ' ' + ran.out + ran.err).constData());
    }
    const QString chinese = QString::fromUtf8(run(QStringLiteral("--lang zh_CN --as lin note H-1 --text x --exhibit x9")).err);
    QVERIFY2(chinese.contains(QStringLiteral("x9")) && std::ranges::any_of(chinese, [](QChar c) { return c.unicode() >= 0x4e00; }), qPrintable(chinese));
    // Nothing of all that was written.
    QCOMPARE(shown().value(QLatin1StringView("exhibits")).toArray().size(), 3);
    QVERIFY(shown().value(QLatin1StringView("marks")).toArray().isEmpty() && shown().value(QLatin1StringView("deskNotes")).toArray().isEmpty());
}

QObject *make_tst_evidenceverbs();
QObject *make_tst_evidenceverbs()
{
    return new TstEvidenceVerbs;
}

#include "tst_evidenceverbs.moc"
