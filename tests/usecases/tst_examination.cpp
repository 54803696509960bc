// SPDX-License-Identifier: GPL-3.0-or-later
#include "whomaymark.h"

#include <usecases/examination.h>

#include <domain/canonicaljson.h>

#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

using namespace arb;
using namespace arb::tests;
using namespace arb::usecases;

/// Who may point out what on evidence, and what is kept of it.
class TstExamination : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void reviewersAndSupervisorsMark_data();
    void reviewersAndSupervisorsMark();
    void marksAreOnRecord();
    void refusesWhatDoesNotFit_data();
    void refusesWhatDoesNotFit();
    void pagesAreOfDocuments();
    void filmsAreMarkedOnTheirFrames_data();
    void filmsAreMarkedOnTheirFrames();
    void aMarkedFrameHasItsOwnTime_data();
    void aMarkedFrameHasItsOwnTime();
    void sameCommandMarksOnce();
    void ownMarksGo();
    void ownMarksAreCorrected();
    void citedMarksStay();
    void notesOfOthersAreMasked();
    void aCaseHasRoomForSoMany();
    void whoeverReadsLeavesViews();
    void marksDisturbNobody();
    void saysWhenTheDatabaseIsGone();

private:
    domain::Mark draft() const
    {
        domain::Mark mark;
        mark.exhibit = QStringLiteral("p1");
        mark.sha256 = QByteArray(64, 'c');
        mark.points = {{10, 20}, {40, 60}};
        mark.note = QStringLiteral("the crack");
        return mark;
    }
    Done<domain::MarkId> add(const Person &who, const domain::Mark &mark, const QString &id = {}) const
    {
        return ExaminationCommands(m_desk->desk).addMark(m_desk->as(who, id), m_case, mark);
    }
    QList<domain::Mark> marks(const Person &who) const
    {
        return must(ExaminationCommands(m_desk->desk).examination(m_desk->actor(who), m_case), "examination").marks;
    }

    std::unique_ptr<SmallDesk> m_desk;
    domain::CaseId m_case;
};

namespace {

domain::Exhibit sheet(const char *id, domain::ExhibitKind kind, const QJsonObject &facts)
{
    domain::Exhibit exhibit;
    exhibit.id = QString::fromLatin1(id);
    exhibit.kind = kind;
    exhibit.file = QStringLiteral("evidence/%1").arg(exhibit.id);
    exhibit.sha256 = QByteArray(64, 'c');
    exhibit.facts = facts;
    return exhibit;
}

} // namespace

void TstExamination::init()
{
    m_desk = std::make_unique<SmallDesk>();
    m_case = m_desk->admit(QStringLiteral("D-1"), [](domain::CaseFile &file) {
        file.exhibits.append(sheet("p1", domain::ExhibitKind::Image, {{QStringLiteral("width"), 100}, {QStringLiteral("height"), 80}}));
        file.exhibits.append(sheet("d1", domain::ExhibitKind::Document,
                                   {{QStringLiteral("pages"), 2}, {QStringLiteral("pageSizes"), QJsonArray{QJsonArray{50, 70}, QJsonArray{70, 50}}}}));
        file.exhibits.append(sheet("v1", domain::ExhibitKind::Video, {{QStringLiteral("width"), 100}, {QStringLiteral("height"), 80}, {QStringLiteral("frames"), 50},
                                  {QStringLiteral("firstPtsUs"), 80'000}, {QStringLiteral("durationUs"), 2'000'000}}));
    });
}

void TstExamination::reviewersAndSupervisorsMark_data()
{
    addWhoMayMark();
}

void TstExamination::reviewersAndSupervisorsMark()
{
    QFETCH(QString, who);
    QFETCH(bool, may);
    const Person person = personCalled(who, *m_desk);
    QCOMPARE(ExaminationCommands::mayMark(m_desk->actor(person)), may);
    const auto added = add(person, draft());
    QCOMPARE(added.ok(), may);
    QCOMPARE(marks(m_desk->lin).size(), may ? 1 : 0);
    if (may)
        return;
    QCOMPARE_FAULT(added, NotAllowed);
    const auto mine = must(add(m_desk->lin, draft()), "mark");
    QCOMPARE_FAULT(ExaminationCommands(m_desk->desk).removeMark(m_desk->as(person), m_case, mine), NotAllowed);
    Command owner{ownerActor(), {}, {}, {}};
    QCOMPARE_FAULT(ExaminationCommands(m_desk->desk).addMark(owner, m_case, draft()), PersonNeeded);
}

void TstExamination::marksAreOnRecord()
{
    const domain::MarkId id = must(add(m_desk->lin, draft()), "mark");
    const QList<domain::Mark> seen = marks(m_desk->lin);
    QCOMPARE(seen.size(), 1);
    QCOMPARE(seen.first().id, id);
    QCOMPARE(seen.first().by, m_desk->lin.id);
    QCOMPARE(seen.first().byName, m_desk->lin.name);
    QCOMPARE(seen.first().at, m_desk->clock.at);
    const domain::AuditEntry entry = m_desk->record(m_case).audit.constLast();
    QCOMPARE(entry.action, QStringLiteral("mark.add"));
    QCOMPARE(entry.actor, m_desk->lin.name);
    const QJsonObject payload = QJsonDocument::fromJson(entry.payload).object();
    QCOMPARE(payload.value(QStringLiteral("mark")).toString(), id.toString());
    QCOMPARE(payload.value(QStringLiteral("exhibit")).toString(), QStringLiteral("p1"));
    QCOMPARE(payload.value(QStringLiteral("sha256")).toString(), QString(64, u'c'));
    QCOMPARE(payload.value(QStringLiteral("page")).toInt(-1), 0);
    QCOMPARE(payload.value(QStringLiteral("shape")).toString(), QStringLiteral("rectangle"));
    QCOMPARE(payload.value(QStringLiteral("noteSha256")).toString().toLatin1(), domain::sha256Hex("the crack"));
    QCOMPARE(payload.value(QStringLiteral("markSha256")).toString().toLatin1(), domain::markDigest(draft()));
    QVERIFY(!entry.payload.contains("crack"));
    QVERIFY_DONE(ExaminationCommands(m_desk->desk).removeMark(m_desk->as(m_desk->lin), m_case, id));
    QCOMPARE(m_desk->record(m_case).audit.constLast().action, QStringLiteral("mark.remove"));
    QVERIFY(marks(m_desk->lin).isEmpty());
}

void TstExamination::refusesWhatDoesNotFit_data()
{
    QTest::addColumn<domain::Mark>("mark");
    QTest::addColumn<int>("fault"); ///< of the mark; -1: other bytes
    const auto row = [this](const char *name, std::optional<domain::MarkFault> fault, const std::function<void(domain::Mark &)> &change) {
        domain::Mark mark = draft();
        change(mark);
        QTest::newRow(name) << mark << (fault ? int(*fault) : -1);
    };
    using enum domain::MarkFault;
    row("no such exhibit", NoExhibit, [](domain::Mark &mark) { mark.exhibit = QStringLiteral("zz"); });
    row("page of a picture", NoExhibit, [](domain::Mark &mark) { mark.page = 1; });
    row("beyond the edge", OutsidePicture, [](domain::Mark &mark) { mark.points[1] = {101, 60}; });
    row("one point", WrongPoints, [](domain::Mark &mark) { mark.points.removeLast(); });
    row("no area", NoExtent, [](domain::Mark &mark) { mark.points[1].setX(mark.points[0].x()); });
    row("arrow to itself", NoExtent, [](domain::Mark &mark) {
        mark.shape = domain::MarkShape::Arrow;
        mark.points[1] = mark.points[0];
    });
    row("text without a text", NoText, [](domain::Mark &mark) {
        mark.shape = domain::MarkShape::Text;
        mark.points.removeLast();
        mark.note = QStringLiteral("  ");
    });
    row("long note", NoteTooLong, [](domain::Mark &mark) { mark.note = QString(2001, u'x'); });
    row("bell", ControlCharacters, [](domain::Mark &mark) { mark.note = QStringLiteral("\u0007"); });
    row("other bytes", {}, [](domain::Mark &mark) { mark.sha256 = QByteArray(64, 'd'); });
}

void TstExamination::refusesWhatDoesNotFit()
{
    QFETCH(domain::Mark, mark);
    QFETCH(int, fault);
    const auto added = add(m_desk->lin, mark);
    if (fault < 0) {
        QCOMPARE_FAULT(added, MarkOnOtherBytes);
    } else {
        QCOMPARE_FAULT(added, MarkUnfit);
        QCOMPARE(added.error().mark, std::optional(static_cast<domain::MarkFault>(fault)));
    }
    QVERIFY(marks(m_desk->lin).isEmpty());
    QVERIFY(m_desk->record(m_case).audit.constLast().action != u"mark.add");
}

void TstExamination::pagesAreOfDocuments()
{
    domain::Mark mark = draft();
    mark.exhibit = QStringLiteral("d1");
    mark.points = {{60, 10}, {70, 50}};
    for (const int page : {0, 3}) {
        mark.page = page;
        QCOMPARE_FAULT(add(m_desk->lin, mark), MarkUnfit);
    }
    mark.page = 1; // stands upright: 50 wide
    QCOMPARE(add(m_desk->lin, mark).error().mark, std::optional(domain::MarkFault::OutsidePicture));
    mark.page = 2;
    QVERIFY_DONE(add(m_desk->lin, mark));
}

void TstExamination::filmsAreMarkedOnTheirFrames_data()
{
    QTest::addColumn<domain::Mark>("mark");
    QTest::addColumn<int>("fault"); ///< -1: it is taken
    const auto row = [this](const char *name, const char *exhibit, std::optional<domain::FilmPlace> film, std::optional<domain::MarkFault> fault) {
        domain::Mark mark = draft();
        mark.exhibit = QString::fromLatin1(exhibit);
        mark.film = film;
        QTest::newRow(name) << mark << (fault ? int(*fault) : -1);
    };
    using enum domain::MarkFault;
    using domain::FilmPlace;
    row("one frame", "v1", FilmPlace{2, 160'000, 2, 160'000}, {});
    row("a span", "v1", FilmPlace{0, 80'000, 49, 2'040'000}, {});
    row("no frame", "v1", {}, OutsideFilm);
    row("frame that is not there", "v1", FilmPlace{50, 2'080'000, 50, 2'080'000}, OutsideFilm);
    row("before it begins", "v1", FilmPlace{1, 79'999, 1, 79'999}, OutsideFilm);
    row("frame of a picture", "p1", FilmPlace{2, 160'000, 2, 160'000}, OutsideFilm);
    row("frame of no such exhibit", "zz", FilmPlace{2, 160'000, 2, 160'000}, NoExhibit);
}

void TstExamination::filmsAreMarkedOnTheirFrames()
{
    QFETCH(domain::Mark, mark);
    QFETCH(int, fault);
    const auto added = add(m_desk->lin, mark);
    QCOMPARE(added ? -1 : int(added.error().mark.value_or(domain::MarkFault::WrongPoints)), fault);
    QCOMPARE(marks(m_desk->lin).size(), added ? 1 : 0);
    if (!added)
        return;
    QCOMPARE(marks(m_desk->lin).first().film, mark.film);
    const QJsonObject payload = QJsonDocument::fromJson(m_desk->record(m_case).audit.constLast().payload).object();
    QCOMPARE(payload.value(QStringLiteral("frame")).toInteger(), mark.film->frame);
    QCOMPARE(payload.value(QStringLiteral("frameEnd")).toInteger(), mark.film->frameEnd);
    QCOMPARE(payload.value(QStringLiteral("markSha256")).toString().toLatin1(), domain::markDigest(mark));
}

void TstExamination::aMarkedFrameHasItsOwnTime_data()
{
    QTest::addColumn<QList<qint64>>("numbers"); ///< frame, pts, frameEnd, ptsEnd
    QTest::addColumn<bool>("readable");         ///< the film
    QTest::addColumn<QString>("wrong");         ///< what the refusal names; empty: the mark is made
    // Frames at 80, 120, 190 and 240 ms.
    const auto row = [](const char *name, const QList<qint64> &numbers, bool readable, const char *wrong) {
        QTest::newRow(name) << numbers << readable << QString::fromLatin1(wrong);
    };
    row("one frame", {2, 190'000, 2, 190'000}, true, "");
    row("a span", {1, 120'000, 3, 240'000}, true, "");
    row("a frame at no frame's time", {2, 160'000, 2, 160'000}, true, "v1/pts");
    row("a frame at another's time", {2, 120'000, 2, 120'000}, true, "v1/pts");
    row("a span that ends at another's time", {1, 120'000, 2, 240'000}, true, "v1/ptsEnd");
    row("a film that nobody can read", {2, 160'000, 2, 160'000}, false, "");
}

void TstExamination::aMarkedFrameHasItsOwnTime()
{
    QFETCH(QList<qint64>, numbers);
    QFETCH(bool, readable);
    QFETCH(QString, wrong);
    m_desk->vault.bytes = readable ? QByteArray("/dev/null") : QByteArray();
    m_desk->inspector.times = {80'000, 120'000, 190'000, 240'000};
    domain::Mark mark = draft();
    mark.exhibit = QStringLiteral("v1");
    mark.film = domain::FilmPlace{numbers.at(0), numbers.at(1), numbers.at(2), numbers.at(3)};
    const auto added = add(m_desk->lin, mark);
    QCOMPARE(marks(m_desk->lin).size(), wrong.isEmpty() ? 1 : 0);
    if (wrong.isEmpty()) {
        QVERIFY_DONE(added);
        return;
    }
    QCOMPARE_FAULT(added, BadValue);
    QCOMPARE(added.error().text, wrong);
}

void TstExamination::sameCommandMarksOnce()
{
    const domain::MarkId first = must(add(m_desk->lin, draft(), QStringLiteral("k-1")), "mark");
    m_desk->advance(1000);
    QCOMPARE(must(add(m_desk->lin, draft(), QStringLiteral("k-1")), "again"), first);
    QCOMPARE(marks(m_desk->lin).size(), 1);
    domain::Mark other = draft();
    other.note.clear();
    QCOMPARE_FAULT(add(m_desk->lin, other, QStringLiteral("k-1")), OtherContent);
    QCOMPARE_FAULT(add(m_desk->chen, draft(), QStringLiteral("k-1")), OtherContent);
    ExaminationCommands commands(m_desk->desk);
    QVERIFY_DONE(commands.removeMark(m_desk->as(m_desk->lin, QStringLiteral("k-2")), m_case, first));
    QVERIFY_DONE(commands.removeMark(m_desk->as(m_desk->lin, QStringLiteral("k-2")), m_case, first));
    QCOMPARE_FAULT(commands.removeMark(m_desk->as(m_desk->lin), m_case, first), NoSuchMark);
    // The answer was lost, the mark was not.
    m_desk->store.breakAtNextWrite(true);
    QCOMPARE_FAULT(add(m_desk->lin, draft(), QStringLiteral("k-3")), StoreOffline);
    m_desk->store.comeBack();
    const domain::MarkId kept = must(add(m_desk->lin, draft(), QStringLiteral("k-3")), "after the break");
    QCOMPARE(marks(m_desk->lin).size(), 1);
    QCOMPARE(marks(m_desk->lin).first().id, kept);
}

void TstExamination::ownMarksGo()
{
    const domain::MarkId id = must(add(m_desk->lin, draft()), "mark");
    ExaminationCommands commands(m_desk->desk);
    const auto others = commands.removeMark(m_desk->as(m_desk->chen), m_case, id);
    QCOMPARE_FAULT(others, NotYourMark);
    QCOMPARE(others.error().who, m_desk->lin.name);
    QCOMPARE(marks(m_desk->lin).size(), 1);
    QVERIFY_DONE(commands.removeMark(m_desk->as(m_desk->xu), m_case, id));
    QVERIFY(marks(m_desk->lin).isEmpty());
}

void TstExamination::ownMarksAreCorrected()
{
    const domain::MarkId first = must(add(m_desk->lin, draft()), "mark");
    ExaminationCommands commands(m_desk->desk);
    const QList<QPoint> moved{{11, 20}, {41, 60}};
    m_desk->advance(1000);
    const Command command = m_desk->as(m_desk->lin, QStringLiteral("k-1"));
    const domain::MarkId second = must(commands.correctMark(command, m_case, first, moved, QStringLiteral("the scratch")), "correction");
    QVERIFY(second != first);
    QCOMPARE(must(commands.correctMark(command, m_case, first, moved, QStringLiteral("the scratch")), "again"), second);
    QCOMPARE_FAULT(commands.correctMark(command, m_case, first, moved, QStringLiteral("another")), OtherContent);
    const QList<domain::Mark> seen = marks(m_desk->lin);
    QCOMPARE(seen.size(), 1); // the one stands in the other's place
    QCOMPARE(seen.first().id, second);
    QCOMPARE(seen.first().points, moved);
    QCOMPARE(seen.first().note, QStringLiteral("the scratch"));
    QCOMPARE(seen.first().by, m_desk->lin.id);
    QCOMPARE(seen.first().at, m_desk->clock.at);
    const domain::AuditEntry entry = m_desk->record(m_case).audit.constLast();
    QCOMPARE(entry.action, QStringLiteral("mark.correct"));
    const QJsonObject payload = QJsonDocument::fromJson(entry.payload).object();
    QCOMPARE(payload.value(QStringLiteral("mark")).toString(), second.toString());
    QCOMPARE(payload.value(QStringLiteral("corrects")).toString(), first.toString());
    QCOMPARE(payload.value(QStringLiteral("markSha256")).toString().toLatin1(), domain::markDigest(seen.first()));

    const qsizetype entries = m_desk->record(m_case).audit.size();
    QCOMPARE(must(commands.correctMark(m_desk->as(m_desk->lin), m_case, second, moved, QStringLiteral("the scratch")), "nothing"), second);
    QCOMPARE_FAULT(commands.correctMark(m_desk->as(m_desk->lin), m_case, first, moved, {}), NoSuchMark);
    QCOMPARE_FAULT(commands.correctMark(m_desk->as(m_desk->lin), m_case, second, {{11, 20}, {101, 60}}, {}), MarkUnfit);
    QCOMPARE_FAULT(commands.correctMark(m_desk->as(m_desk->lin), m_case, second, {{11, 20}}, {}), MarkUnfit); // its shape stays
    QCOMPARE_FAULT(commands.correctMark(m_desk->as(m_desk->xu), m_case, second, draft().points, {}), NotYourMark);
    QCOMPARE_FAULT(commands.correctMark(m_desk->as(m_desk->zheng), m_case, second, draft().points, {}), NotAllowed);
    QCOMPARE(m_desk->record(m_case).audit.size(), entries);
    QCOMPARE(marks(m_desk->lin), seen);
}

void TstExamination::citedMarksStay()
{
    const domain::MarkId cited = must(add(m_desk->lin, draft()), "mark"), other = must(add(m_desk->lin, draft()), "another");
    m_desk->claim(m_desk->lin, m_case);
    domain::Ruling ruling = SmallDesk::bandRuling();
    domain::Citation place;
    place.exhibit = QStringLiteral("p1");
    place.region = draft().bounds();
    place.mark = cited;
    ruling.findings.first().citations.append(place);
    m_desk->rule(m_desk->lin, m_case, ruling);
    ExaminationCommands commands(m_desk->desk);
    const auto refused = commands.correctMark(m_desk->as(m_desk->lin), m_case, cited, {{11, 20}, {41, 60}}, {});
    QCOMPARE_FAULT(refused, MarkCited);
    QCOMPARE(refused.error().text, cited.toString());
    QCOMPARE(marks(m_desk->lin).first().points, draft().points);
    QVERIFY_DONE(commands.correctMark(m_desk->as(m_desk->lin), m_case, other, {{11, 20}, {41, 60}}, {}));
}

void TstExamination::notesOfOthersAreMasked()
{
    domain::Mark mark = draft();
    mark.note = QStringLiteral("call 13800001234");
    must(add(m_desk->lin, mark), "mark");
    QCOMPARE(marks(m_desk->lin).first().note, mark.note);
    QVERIFY(!marks(m_desk->chen).first().note.contains(QStringLiteral("13800001234")));
    QCOMPARE_FAULT(ExaminationCommands(m_desk->desk).examination(m_desk->actor(m_desk->root), m_case), NotAllowed);
}

void TstExamination::aCaseHasRoomForSoMany()
{
    domain::Mark line = draft();
    line.shape = domain::MarkShape::Freehand;
    line.points = QList<QPoint>(2000, QPoint(5, 5));
    line.points.last() = QPoint(6, 5); // or it would be no line
    for (int n = 0; n < 100; ++n)
        must(add(m_desk->lin, line), "line");
    QCOMPARE_FAULT(add(m_desk->lin, draft()), TooManyMarks);
    QCOMPARE(marks(m_desk->lin).size(), 100);
}

void TstExamination::whoeverReadsLeavesViews()
{
    ExaminationCommands commands(m_desk->desk);
    domain::ExhibitView view;
    view.exhibit = QStringLiteral("p1");
    view.sha256 = QByteArray(64, 'c');
    view.view.zoom = 3;
    view.reading.columns.insert(QStringLiteral("text"), QStringLiteral("3"));
    const Actor auditor = m_desk->actor(m_desk->zheng);
    const qsizetype entries = m_desk->record(m_case).audit.size();
    QVERIFY_DONE(commands.saveView(auditor, m_case, view));
    domain::PairView pair;
    pair.left = pair.right = QStringLiteral("p1");
    pair.leftSha256 = pair.rightSha256 = view.sha256;
    QVERIFY_DONE(commands.savePair(auditor, m_case, pair));
    const auto seen = must(commands.examination(auditor, m_case), "examination");
    QCOMPARE(seen.views, QList<domain::ExhibitView>({view}));
    QCOMPARE(seen.pairs, QList<domain::PairView>({pair}));
    QCOMPARE(m_desk->record(m_case).audit.size(), entries);

    QCOMPARE_FAULT(commands.saveView(m_desk->actor(m_desk->root), m_case, view), NotAllowed);
    QCOMPARE_FAULT(commands.saveView(ownerActor(), m_case, view), PersonNeeded);
    view.sha256 = QByteArray(64, 'd');
    QCOMPARE_FAULT(commands.saveView(auditor, m_case, view), MarkOnOtherBytes);
    pair.pins = QList<domain::PinPair>(65);
    QCOMPARE_FAULT(commands.savePair(auditor, m_case, pair), BadValue);
    pair.pins.clear();
    pair.right = QStringLiteral("zz");
    QCOMPARE_FAULT(commands.savePair(auditor, m_case, pair), MarkUnfit);
}

void TstExamination::marksDisturbNobody()
{
    m_desk->claim(m_desk->lin, m_case);
    const CaseHeader seen = m_desk->header(m_case);
    must(add(m_desk->chen, draft()), "mark of somebody who does not hold it");
    Command rule = m_desk->as(m_desk->lin);
    rule.seenVersion = seen.version;
    rule.claimNo = seen.claimNo;
    QVERIFY_DONE(m_desk->commands.rule(rule, m_case, SmallDesk::bandRuling()));
    // Whoever comes too late hears of the act that moved the case, not of the mark after it.
    must(add(m_desk->chen, draft()), "another");
    Command tooLate = m_desk->as(m_desk->lin);
    tooLate.seenVersion = seen.version;
    const auto late = m_desk->commands.note(tooLate, m_case, QStringLiteral("late"));
    QCOMPARE_FAULT(late, Changed);
    QCOMPARE(late.error().text, QStringLiteral("rule"));
}

void TstExamination::saysWhenTheDatabaseIsGone()
{
    m_desk->store.failNextWrite(StoreError::Busy);
    QCOMPARE_FAULT(add(m_desk->lin, draft()), StoreBusy);
    QVERIFY(marks(m_desk->lin).isEmpty());
    m_desk->store.goOffline();
    QCOMPARE_FAULT(add(m_desk->lin, draft()), StoreOffline);
    QCOMPARE_FAULT(ExaminationCommands(m_desk->desk).examination(m_desk->actor(m_desk->lin), m_case), StoreOffline);
}

QObject *make_tst_examination();
QObject *make_tst_examination()
{
    return new TstExamination;
}

#include "tst_examination.moc"
