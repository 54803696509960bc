// SPDX-License-Identifier: GPL-3.0-or-later
#include <smalldesk.h>

#include <usecases/examination.h>

#include <domain/casejson.h>

#include <QtCore/QJsonDocument>

using namespace arb;
using namespace arb::tests;
using namespace arb::usecases;
using domain::RulingFault;
using domain::RulingProblem;

/// What only the marks and the films of a case can tell of the places that a ruling cites, and what the films can of a note's.
class TstRulingPlaces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void citedMarksAreOfTheirPlace_data();
    void citedMarksAreOfTheirPlace();
    void aMarkTellsWhatIsLeftOut();
    void whatWasSignedOutlivesItsMark();
    void framesAndTimesAreBothKept_data();
    void framesAndTimesAreBothKept();
    void timesBetweenFramesAreRefused_data();
    void timesBetweenFramesAreRefused();
    void filmsThatCannotBeReadTellNothing();

private:
    Done<Receipt> rule(const domain::Citation &citation) const
    {
        domain::Ruling ruling = SmallDesk::bandRuling();
        ruling.findings[0].citations = {citation};
        return m_desk->commands.rule(m_desk->as(m_desk->lin), m_case, ruling);
    }
    Done<Receipt> note(const domain::Citation &place) const
    {
        return m_desk->commands.note(m_desk->as(m_desk->lin), m_case, NoteWish{.text = QStringLiteral("x"), .place = place});
    }
    domain::Citation notedPlace() const { return m_desk->record(m_case).notes.constLast().place.value_or(domain::Citation()); }
    domain::Citation signedCitation() const { return m_desk->record(m_case).rulings.constLast().ruling.findings.at(0).citations.at(0); }
    domain::MarkId mark(const char *exhibit, domain::MarkShape shape, const QList<QPoint> &points, int page = 0,
                        const std::optional<domain::FilmPlace> &film = {}) const
    {
        domain::Mark mark;
        mark.exhibit = QString::fromLatin1(exhibit);
        mark.sha256 = QByteArray(64, 'c');
        mark.page = page;
        mark.film = film;
        mark.shape = shape;
        mark.points = points;
        return must(ExaminationCommands(m_desk->desk).addMark(m_desk->as(m_desk->lin), m_case, mark), "mark");
    }

    std::unique_ptr<SmallDesk> m_desk;
    domain::CaseId m_case;
};

namespace {

domain::Citation placeOf(const QString &json)
{
    const auto read = domain::citationFromJson(QJsonDocument::fromJson(json.toUtf8()).object());
    if (!read)
        qFatal("no citation: %s", qPrintable(json));
    return *read;
}

QList<RulingFault> faultAt(RulingProblem problem, const char *key)
{
    return {{problem, QStringLiteral("/findings/0/citations/0") + QString::fromLatin1(key)}};
}

} // namespace

/// A picture p1, a document d1 and a film v1 with frames at 80, 120, 190 and 240 ms, which is b1, too; claimed by Lin.
void TstRulingPlaces::init()
{
    m_desk = std::make_unique<SmallDesk>();
    m_case = m_desk->admit(QStringLiteral("D-1"), [](domain::CaseFile &file) {
        const auto add = [&file](const char *id, domain::ExhibitKind kind, const QJsonObject &facts) {
            domain::Exhibit exhibit;
            exhibit.id = QString::fromLatin1(id);
            exhibit.kind = kind;
            exhibit.file = QStringLiteral("evidence/%1").arg(exhibit.id);
            exhibit.sha256 = QByteArray(64, 'c');
            exhibit.facts = facts;
            file.exhibits.append(exhibit);
        };
        const QJsonObject size{{QStringLiteral("width"), 100}, {QStringLiteral("height"), 80}};
        add("p1", domain::ExhibitKind::Image, size);
        add("d1", domain::ExhibitKind::Document, {{QStringLiteral("pages"), 2}, {QStringLiteral("pageSizes"), QJsonArray{QJsonArray{50, 70}, QJsonArray{50, 70}}}});
        add("v1", domain::ExhibitKind::Video, size);
        add("v2", domain::ExhibitKind::Video, size);
    });
    m_desk->claim(m_desk->lin, m_case);
    m_desk->vault.bytes = "/dev/null";
    m_desk->inspector.times = {80'000, 120'000, 190'000, 240'000};
}

void TstRulingPlaces::citedMarksAreOfTheirPlace_data()
{
    QTest::addColumn<QString>("place"); ///< a citation without its mark
    QTest::addColumn<QString>("mark");  ///< box: of p1; page: of d1's second; frame: a box on v1's frame 2; span: v1's 1 to 3; none
    QTest::addColumn<QString>("key");   ///< by which it is another place; empty: it is the mark's
    const auto row = [](const char *name, const char *place, const char *mark, const char *key) {
        QTest::newRow(name) << QString::fromLatin1(place) << QString::fromLatin1(mark) << QString::fromLatin1(key);
    };
    row("picture", R"({"exhibit": "p1", "region": [10, 20, 30, 40]})", "box", "");
    row("another region", R"({"exhibit": "p1", "region": [10, 20, 30, 41]})", "box", "/region");
    row("another exhibit", R"({"exhibit": "d1", "page": 2, "region": [10, 20, 30, 40]})", "box", "/mark");
    row("no such mark", R"({"exhibit": "p1", "region": [10, 20, 30, 40]})", "none", "/mark");
    row("page", R"({"exhibit": "d1", "page": 2, "region": [10, 20, 30, 40]})", "page", "");
    row("another page", R"({"exhibit": "d1", "page": 1, "region": [10, 20, 30, 40]})", "page", "/page");
    row("frame", R"({"exhibit": "v1", "frame": 2, "pts": 190000, "region": [10, 20, 30, 40]})", "frame", "");
    row("frame by its number", R"({"exhibit": "v1", "frame": 2, "region": [10, 20, 30, 40]})", "frame", "");
    row("frame by its time", R"({"exhibit": "v1", "pts": 190000, "region": [10, 20, 30, 40]})", "frame", "");
    row("another frame", R"({"exhibit": "v1", "frame": 1, "pts": 120000, "region": [10, 20, 30, 40]})", "frame", "/frame");
    row("another time", R"({"exhibit": "v1", "pts": 120000, "region": [10, 20, 30, 40]})", "frame", "/pts");
    row("more frames", R"({"exhibit": "v1", "frame": 2, "frameEnd": 3, "region": [10, 20, 30, 40]})", "frame", "/frameEnd");
    row("another film", R"({"exhibit": "v2", "frame": 2, "pts": 190000, "region": [10, 20, 30, 40]})", "frame", "/mark");
    row("another region of its frame", R"({"exhibit": "v1", "frame": 2, "pts": 190000, "region": [10, 20, 30, 39]})", "frame", "/region");
    row("span", R"({"exhibit": "v1", "frame": 1, "pts": 120000, "frameEnd": 3, "ptsEnd": 240000})", "span", "");
    row("its beginning alone", R"({"exhibit": "v1", "frame": 1, "pts": 120000})", "span", "/frameEnd");
    row("a region of what has none", R"({"exhibit": "v1", "frame": 1, "pts": 120000, "frameEnd": 3, "ptsEnd": 240000, "region": [1, 1, 5, 5]})", "span", "/region");
}

void TstRulingPlaces::citedMarksAreOfTheirPlace()
{
    QFETCH(QString, place);
    QFETCH(QString, mark);
    QFETCH(QString, key);
    const QList<QPoint> corners{{10, 20}, {40, 60}};
    using domain::MarkShape;
    domain::Citation citation = placeOf(place);
    if (mark == u"box")
        citation.mark = this->mark("p1", MarkShape::Rectangle, corners);
    else if (mark == u"page")
        citation.mark = this->mark("d1", MarkShape::Rectangle, corners, 2);
    else if (mark == u"frame")
        citation.mark = this->mark("v1", MarkShape::Rectangle, corners, 0, domain::FilmPlace{2, 190'000, 2, 190'000});
    else if (mark == u"span")
        citation.mark = this->mark("v1", MarkShape::Moment, {}, 0, domain::FilmPlace{1, 120'000, 3, 240'000});
    else
        citation.mark = domain::MarkId(7);
    const auto ruled = rule(citation);
    if (key.isEmpty()) {
        QVERIFY_DONE(ruled);
        QCOMPARE(signedCitation().mark, citation.mark);
        return;
    }
    QCOMPARE_FAULT(ruled, RulingInvalid);
    QCOMPARE(ruled.error().faults, faultAt(mark == u"none" ? RulingProblem::MarkUnknown : RulingProblem::MarkElsewhere, key.toLatin1().constData()));
}

void TstRulingPlaces::aMarkTellsWhatIsLeftOut()
{
    domain::Citation citation;
    citation.exhibit = QStringLiteral("v1");
    citation.mark = mark("v1", domain::MarkShape::Rectangle, {{10, 20}, {40, 60}}, 0, domain::FilmPlace{1, 120'000, 3, 240'000});
    QVERIFY_DONE(rule(citation));
    domain::Citation whole = placeOf(QStringLiteral(R"({"exhibit": "v1", "frame": 1, "pts": 120000, "frameEnd": 3, "ptsEnd": 240000, "region": [10, 20, 30, 40]})"));
    whole.mark = citation.mark;
    whole.sha256 = QByteArray(64, 'c');
    QCOMPARE(signedCitation(), whole);
}

/// Who made a mark may take it away; what was signed by it stays, and is approved as it stands. Only what is signed next may not name it.
void TstRulingPlaces::whatWasSignedOutlivesItsMark()
{
    domain::Citation citation = placeOf(QStringLiteral(R"({"exhibit": "p1", "region": [10, 20, 30, 40]})"));
    citation.mark = mark("p1", domain::MarkShape::Rectangle, {{10, 20}, {40, 60}});
    domain::Ruling ruling = SmallDesk::bandRuling();
    ruling.findings[0].citations = {citation};
    ruling.funding = {{domain::FundSource::Deposit, ruling.refund}}; // which a second person must see
    const Receipt drafted = must(m_desk->commands.rule(m_desk->as(m_desk->lin), m_case, ruling), "rule");
    QVERIFY(drafted.needsApproval);
    QVERIFY_DONE(ExaminationCommands(m_desk->desk).removeMark(m_desk->as(m_desk->lin), m_case, citation.mark));
    QVERIFY_DONE(m_desk->commands.approve(m_desk->as(m_desk->xu), m_case));
    QCOMPARE(signedCitation().mark, citation.mark);
    QCOMPARE(signedCitation().region, citation.region);

    QVERIFY_DONE(m_desk->commands.recall(m_desk->as(m_desk->lin), m_case, QString()));
    const auto again = m_desk->commands.rule(m_desk->as(m_desk->lin), m_case, ruling);
    QCOMPARE_FAULT(again, RulingInvalid);
    QCOMPARE(again.error().faults, faultAt(RulingProblem::MarkUnknown, "/mark"));
}

void TstRulingPlaces::framesAndTimesAreBothKept_data()
{
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("whole"); ///< as it is signed, or kept with a note
    const auto row = [](const char *name, const char *place, const char *whole) {
        QTest::newRow(name) << QString::fromLatin1(place) << QString::fromLatin1(whole);
    };
    row("frame", R"({"exhibit": "v1", "frame": 2})", R"({"exhibit": "v1", "frame": 2, "pts": 190000})");
    row("time", R"({"exhibit": "v1", "pts": 190000})", R"({"exhibit": "v1", "frame": 2, "pts": 190000})");
    row("first frame's time", R"({"exhibit": "v1", "pts": 80000})", R"({"exhibit": "v1", "frame": 0, "pts": 80000})");
    row("region on a time", R"({"exhibit": "v1", "pts": 240000, "region": [1, 2, 3, 4]})", R"({"exhibit": "v1", "frame": 3, "pts": 240000, "region": [1, 2, 3, 4]})");
    row("span of frames", R"({"exhibit": "v1", "frame": 1, "frameEnd": 3})",
        R"({"exhibit": "v1", "frame": 1, "pts": 120000, "frameEnd": 3, "ptsEnd": 240000})");
    row("span of times", R"({"exhibit": "v1", "pts": 120000, "ptsEnd": 240000})",
        R"({"exhibit": "v1", "frame": 1, "pts": 120000, "frameEnd": 3, "ptsEnd": 240000})");
    row("span of one time", R"({"exhibit": "v1", "pts": 120000, "ptsEnd": 120000})", R"({"exhibit": "v1", "frame": 1, "pts": 120000})");
    row("the whole film", R"({"exhibit": "v1"})", R"({"exhibit": "v1"})");
}

void TstRulingPlaces::framesAndTimesAreBothKept()
{
    QFETCH(QString, place);
    QFETCH(QString, whole);
    QVERIFY_DONE(rule(placeOf(place)));
    domain::Citation expected = placeOf(whole);
    expected.sha256 = QByteArray(64, 'c');
    QCOMPARE(signedCitation(), expected);
    QVERIFY_DONE(note(placeOf(place)));
    QCOMPARE(notedPlace(), expected);
}

void TstRulingPlaces::timesBetweenFramesAreRefused_data()
{
    QTest::addColumn<QString>("place");
    QTest::addColumn<RulingFault>("fault"); ///< where: the key
    const auto row = [](const char *name, const char *place, const char *key, std::optional<qint64> before, std::optional<qint64> after) {
        RulingFault fault{RulingProblem::NoFrameThen, QString::fromLatin1(key)};
        fault.before = before;
        fault.after = after;
        QTest::newRow(name) << QString::fromLatin1(place) << fault;
    };
    row("between two", R"({"exhibit": "v1", "pts": 150000})", "/pts", 120'000, 190'000);
    row("just beside one", R"({"exhibit": "v1", "pts": 120001})", "/pts", 120'000, 190'000);
    row("before the first", R"({"exhibit": "v1", "pts": 0})", "/pts", {}, 80'000);
    row("after the last", R"({"exhibit": "v1", "pts": 240001})", "/pts", 240'000, {});
    row("end between two", R"({"exhibit": "v1", "pts": 120000, "ptsEnd": 200000})", "/ptsEnd", 190'000, 240'000);
    const auto noFrame = [](const char *name, const char *place, const char *key) {
        QTest::newRow(name) << QString::fromLatin1(place) << RulingFault{RulingProblem::CitationUnknown, QString::fromLatin1(key)};
    };
    noFrame("frame after the last", R"({"exhibit": "v1", "frame": 4})", "/frame");
    noFrame("span beyond the last", R"({"exhibit": "v1", "frame": 1, "frameEnd": 4})", "/frameEnd");
    // What the place says itself is refused by that, whatever the film has.
    noFrame("times backwards", R"({"exhibit": "v1", "pts": 190000, "ptsEnd": 120000})", "/ptsEnd");
    noFrame("frames backwards", R"({"exhibit": "v1", "frame": 2, "frameEnd": 1})", "/frameEnd");
    noFrame("an end of the other kind", R"({"exhibit": "v1", "frame": 1, "ptsEnd": 240000})", "/ptsEnd");
    noFrame("time of a picture", R"({"exhibit": "p1", "pts": 120000})", "/pts");
}

void TstRulingPlaces::timesBetweenFramesAreRefused()
{
    QFETCH(QString, place);
    QFETCH(RulingFault, fault);
    const auto noted = note(placeOf(place));
    const bool isBetween = fault.problem == RulingProblem::NoFrameThen;
    QCOMPARE(faultOf(noted), std::optional(isBetween ? CommandFault::NoFrameThen : CommandFault::BadValue));
    QCOMPARE(noted.error().text, placeOf(place).exhibit + fault.where);
    QCOMPARE(noted.error().faults, isBetween ? QList<RulingFault>{fault} : QList<RulingFault>());
    QVERIFY(m_desk->record(m_case).notes.isEmpty());

    const auto ruled = rule(placeOf(place));
    QCOMPARE_FAULT(ruled, RulingInvalid);
    fault.where.prepend(QStringLiteral("/findings/0/citations/0"));
    QCOMPARE(ruled.error().faults, QList<RulingFault>{fault});
    QVERIFY(m_desk->record(m_case).rulings.isEmpty());
}

void TstRulingPlaces::filmsThatCannotBeReadTellNothing()
{
    const domain::Citation time = placeOf(QStringLiteral(R"({"exhibit": "v1", "pts": 150000})"));
    m_desk->vault.bytes.clear(); // the vault has lost it
    QVERIFY_DONE(rule(time));
    QCOMPARE(signedCitation().pts, time.pts);
    QVERIFY(!signedCitation().frame);
    QVERIFY_DONE(note(time));
    QCOMPARE(notedPlace(), signedCitation());

    QVERIFY_DONE(m_desk->commands.recall(m_desk->as(m_desk->lin), m_case, QString()));
    m_desk->vault.bytes = "/dev/null";
    m_desk->inspector.times.clear(); // no decoder makes anything of it
    const domain::Citation frame = placeOf(QStringLiteral(R"({"exhibit": "v1", "frame": 2})"));
    QVERIFY_DONE(rule(frame));
    QCOMPARE(signedCitation().frame, frame.frame);
    QVERIFY(!signedCitation().pts);
    QVERIFY_DONE(note(frame));
    QCOMPARE(notedPlace(), signedCitation());
}

QObject *make_tst_rulingplaces();
QObject *make_tst_rulingplaces()
{
    return new TstRulingPlaces;
}

#include "tst_rulingplaces.moc"
