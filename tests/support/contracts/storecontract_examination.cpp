// SPDX-License-Identifier: GPL-3.0-or-later
#include "storecontract.h"

#include <QtTest/QTest>

namespace arb::tests {

using namespace usecases;

namespace {

AuditDraft markAudit(const Person &who, const char *action, qint64 mark)
{
    return {contractNow, who.name, QString::fromLatin1(action), {{QStringLiteral("mark"), QString::number(mark)}}};
}

CommandRecord markCommand(const char *id)
{
    return {QString::fromLatin1(id), QStringLiteral("林晓"), QByteArray(64, '1'), "{}", contractNow};
}

domain::ExhibitView leftAt(int page, double zoom)
{
    domain::ExhibitView view;
    view.exhibit = QStringLiteral("a1");
    view.sha256 = QByteArray(64, 'b');
    view.page = page;
    view.view.zoom = zoom;
    view.view.fit = domain::ViewFit::Free;
    view.reading.dayOrder = domain::DayOrder::MonthDayYear;
    view.reading.columns.insert(QStringLiteral("text"), QStringLiteral("内容"));
    view.reading.zoneMinutes = -330;
    return view;
}

domain::PairView pairAt(double scale)
{
    domain::PairView pair;
    pair.left = QStringLiteral("a1");
    pair.right = QStringLiteral("b1");
    pair.leftSha256 = QByteArray(64, 'b');
    pair.rightSha256 = QByteArray(64, 'a');
    pair.alignment.scale = scale;
    pair.pins = {{{1.5, 2}, {3, 4}}, {{5, 6}, {7, 8.25}}};
    pair.tie = domain::FilmTie{12'400'000, -3'160'000, Q_INT64_C(86'400'000'000)};
    pair.mode = domain::CompareMode::Blink;
    return pair;
}

QList<double> zooms(const Stored<domain::Examination> &seen)
{
    QList<double> all;
    if (seen) {
        for (const domain::ExhibitView &view : seen->views)
            all.append(view.view.zoom);
    }
    return all;
}

constexpr domain::CaseId one(1);

} // namespace

void StoreContract::keepsMarks()
{
    admit(1, QStringLiteral("C-1"));
    domain::Mark second = contractMark(20, &m_chen);
    second.shape = domain::MarkShape::Moment;
    second.points.clear();
    second.film = domain::FilmPlace{3, -40'000, 9, 200'000};
    domain::Mark first = contractMark(10, &m_lin);
    first.shape = domain::MarkShape::Freehand;
    first.points = {{1, 1}, {2, 3}, {5, 8}};
    first.page = 2;
    QVERIFY(m_stores.examination->addMark(one, second, markAudit(m_chen, "mark.add", 20), markCommand("k-1")));
    QVERIFY(m_stores.examination->addMark(one, first, markAudit(m_lin, "mark.add", 10), {}));
    const auto seen = another().examination->examination(one, m_zhou.id);
    QVERIFY(seen);
    QCOMPARE(seen->marks, QList<domain::Mark>({first, second}));
    QVERIFY(seen->views.isEmpty() && seen->pairs.isEmpty());
    QVERIFY(m_stores.cases->command(QStringLiteral("k-1"))->has_value());

    QVERIFY(m_stores.examination->removeMark(one, first.id, m_zhou.id, contractNow, markAudit(m_zhou, "mark.remove", 10), markCommand("k-2")));
    QCOMPARE(m_stores.examination->examination(one, m_lin.id)->marks, QList<domain::Mark>({second}));
    const auto record = m_stores.cases->record(one);
    QCOMPARE(record->audit.size(), 4); // admit, two added, one removed
    QCOMPARE(record->audit.last().action, QStringLiteral("mark.remove"));
    QCOMPARE(record->audit.last().prev, record->audit.at(2).hash);
    QCOMPARE(record->header.audit, domain::headOf(record->audit.last()));
}

void StoreContract::refusesMarksThatCannotBe()
{
    admit(1, QStringLiteral("C-1"));
    admit(2, QStringLiteral("C-2"));
    ExaminationStore &store = *m_stores.examination;
    const auto add = [&](domain::CaseId id, const domain::Mark &mark, const std::optional<CommandRecord> &command = {}) {
        const auto done = store.addMark(id, mark, markAudit(m_lin, "mark.add", mark.id.value()), command);
        return done ? std::nullopt : std::optional(done.error());
    };
    const auto remove = [&](qint64 mark) {
        const auto done = store.removeMark(one, domain::MarkId(mark), m_lin.id, contractNow, markAudit(m_lin, "mark.remove", mark), {});
        return done ? std::nullopt : std::optional(done.error());
    };
    QCOMPARE(add(one, contractMark(10, &m_lin), markCommand("k-1")), std::nullopt);
    QCOMPARE(add(one, contractMark(10, &m_lin)), std::optional(StoreError::Conflict));
    QCOMPARE(add(one, contractMark(11, &m_lin), markCommand("k-1")), std::optional(StoreError::Conflict));
    QCOMPARE(add(domain::CaseId(9), contractMark(11, &m_lin)), std::optional(StoreError::NotFound));
    domain::Mark nowhere = contractMark(11, &m_lin);
    nowhere.exhibit = QStringLiteral("zz");
    QCOMPARE(add(one, nowhere), std::optional(StoreError::Broken));
    QCOMPARE(add(domain::CaseId(2), contractMark(10, &m_lin)), std::nullopt); // another case counts for itself
    QCOMPARE(remove(12), std::optional(StoreError::NotFound));
    QCOMPARE(remove(10), std::nullopt);
    QCOMPARE(remove(10), std::optional(StoreError::NotFound));
    QCOMPARE(add(one, contractMark(10, &m_lin)), std::optional(StoreError::Conflict)); // it stays in the database
    // What was refused left no entry.
    QCOMPARE(m_stores.cases->record(one)->audit.size(), 3);
    QCOMPARE(store.examination(domain::CaseId(9), m_lin.id).error(), StoreError::NotFound);
}

void StoreContract::correctsMarksAsAWhole()
{
    admit(1, QStringLiteral("C-1"));
    ExaminationStore &store = *m_stores.examination;
    QVERIFY(store.addMark(one, contractMark(10, &m_lin), markAudit(m_lin, "mark.add", 10), {}));
    QVERIFY(store.addMark(one, contractMark(11, &m_lin), markAudit(m_lin, "mark.add", 11), {}));
    const auto correct = [&](qint64 corrected, const domain::Mark &mark, const std::optional<CommandRecord> &command = {}) {
        const auto done = store.correctMark(one, domain::MarkId(corrected), mark, markAudit(m_lin, "mark.correct", mark.id.value()), command);
        return done ? std::nullopt : std::optional(done.error());
    };
    domain::Mark moved = contractMark(12, &m_lin);
    moved.points = {{11, 21}, {41, 61}};
    // What cannot be added takes nothing away, and what is not there brings nothing.
    domain::Mark taken = moved;
    taken.id = domain::MarkId(11);
    QCOMPARE(correct(10, taken), std::optional(StoreError::Conflict));
    QCOMPARE(correct(9, moved), std::optional(StoreError::NotFound));
    QCOMPARE(store.examination(one, m_lin.id)->marks, QList<domain::Mark>({contractMark(10, &m_lin), contractMark(11, &m_lin)}));
    QCOMPARE(m_stores.cases->record(one)->audit.size(), 3);

    QCOMPARE(correct(10, moved, markCommand("k-1")), std::nullopt);
    QCOMPARE(another().examination->examination(one, m_zhou.id)->marks, QList<domain::Mark>({contractMark(11, &m_lin), moved}));
    QVERIFY(m_stores.cases->command(QStringLiteral("k-1"))->has_value());
    const auto record = m_stores.cases->record(one);
    QCOMPARE(record->audit.size(), 4); // one entry for both
    QCOMPARE(record->audit.last().action, QStringLiteral("mark.correct"));
    QCOMPARE(record->header.audit, domain::headOf(record->audit.last()));
    domain::Mark again = moved;
    again.id = domain::MarkId(13);
    QCOMPARE(correct(10, again), std::optional(StoreError::NotFound)); // corrected once already
    QCOMPARE(correct(12, again, markCommand("k-1")), std::optional(StoreError::Conflict));
    QCOMPARE(correct(12, again), std::nullopt);
}

void StoreContract::marksLeaveTheCaseAsItIs()
{
    const CaseHeader before = admit(1, QStringLiteral("C-1"));
    QVERIFY(m_stores.examination->addMark(one, contractMark(10, &m_lin), markAudit(m_lin, "mark.add", 10), {}));
    CaseHeader after = *m_stores.cases->header(one);
    QVERIFY(after.audit != before.audit);
    after.audit = before.audit;
    QCOMPARE(after, before);
    // Whoever read the case before can still move it, and the chain goes on.
    move(contractClaim(before, m_lin));
    const auto record = m_stores.cases->record(one);
    QCOMPARE(record->audit.size(), 3);
    for (qsizetype n = 1; n < 3; ++n)
        QCOMPARE(record->audit.at(n).prev, record->audit.at(n - 1).hash);
    QCOMPARE(record->header.audit, domain::headOf(record->audit.last()));
}

void StoreContract::keepsOwnViewsAndThoseOfOthers()
{
    admit(1, QStringLiteral("C-1"));
    ExaminationStore &store = *m_stores.examination;
    QVERIFY(store.saveView(one, m_lin.id, leftAt(1, 2), contractNow));
    QVERIFY(store.saveView(one, m_lin.id, leftAt(2, 3), contractNow));
    QVERIFY(store.saveView(one, m_chen.id, leftAt(1, 4), contractNow.plusMs(5)));
    QVERIFY(store.saveView(one, m_zhou.id, leftAt(3, 5), contractNow.plusMs(2)));
    // One's own first, else the newest of somebody else.
    QCOMPARE(zooms(store.examination(one, m_lin.id)), QList<double>({2, 3, 5}));
    QCOMPARE(zooms(store.examination(one, m_chen.id)), QList<double>({4, 3, 5}));
    QCOMPARE(zooms(store.examination(one, domain::PersonId(999))), QList<double>({4, 3, 5}));
    QVERIFY(store.saveView(one, m_lin.id, leftAt(1, 6), contractNow.plusMs(9)));
    QCOMPARE(zooms(another().examination->examination(one, m_lin.id)), QList<double>({6, 3, 5}));
    QCOMPARE(zooms(store.examination(one, m_zhou.id)), QList<double>({6, 3, 5}));
    QCOMPARE(store.examination(one, m_lin.id)->views.at(0), leftAt(1, 6));
    QCOMPARE(store.saveView(domain::CaseId(9), m_lin.id, leftAt(1, 1), contractNow).error(), StoreError::NotFound);
    QCOMPARE(m_stores.cases->record(one)->audit.size(), 1); // nobody is accountable for a look
}

void StoreContract::keepsPairs()
{
    admit(1, QStringLiteral("C-1"));
    ExaminationStore &store = *m_stores.examination;
    QVERIFY(store.savePair(one, m_lin.id, pairAt(1), contractNow));
    QVERIFY(store.savePair(one, m_lin.id, pairAt(0.75), contractNow.plusMs(1)));
    domain::PairView swapped = pairAt(2);
    std::swap(swapped.left, swapped.right);
    QVERIFY(store.savePair(one, m_chen.id, swapped, contractNow));
    QCOMPARE(store.examination(one, m_lin.id)->pairs, QList<domain::PairView>({pairAt(0.75), swapped}));
    QCOMPARE(store.examination(one, m_zhou.id)->pairs, QList<domain::PairView>({pairAt(0.75), swapped}));
    QCOMPARE(store.savePair(domain::CaseId(9), m_lin.id, pairAt(1), contractNow).error(), StoreError::NotFound);
}

void StoreContract::bringsInAnExamination()
{
    Admission admission = contractAdmission(1, QStringLiteral("C-1"));
    admission.examination.marks = {contractMark(10, &m_lin), contractMark(11)};
    admission.examination.views = {leftAt(1, 2)};
    admission.examination.pairs = {pairAt(0.5)};
    admit(admission);
    const auto seen = m_stores.examination->examination(one, m_lin.id);
    QVERIFY(seen);
    domain::Mark stranger = contractMark(10, &m_lin);
    stranger.by = {}; // the name alone says who it was: elsewhere the same id is somebody else
    QCOMPARE(seen->marks, QList<domain::Mark>({stranger, contractMark(11)}));
    QCOMPARE(seen->views, admission.examination.views);
    QCOMPARE(seen->pairs, admission.examination.pairs);
    QVERIFY(m_stores.examination->saveView(one, m_lin.id, leftAt(1, 9), contractNow.plusMs(-5)));
    QCOMPARE(zooms(m_stores.examination->examination(one, m_lin.id)), QList<double>({9})); // older, but one's own
    QCOMPARE(zooms(m_stores.examination->examination(one, m_chen.id)), QList<double>({2}));
    QVERIFY(m_stores.examination->removeMark(one, domain::MarkId(11), m_zhou.id, contractNow, markAudit(m_zhou, "mark.remove", 11), {}));
    QCOMPARE(m_stores.examination->examination(one, m_lin.id)->marks.size(), 1);
    // Nothing of a case that is refused comes in.
    Admission twice = contractAdmission(2, QStringLiteral("C-1"));
    twice.examination.marks = {contractMark(12)};
    QVERIFY(!m_stores.intake->addMany(std::span(&twice, 1)));
    QVERIFY(!m_stores.examination->examination(domain::CaseId(2), m_lin.id));
}

namespace {

domain::CoverageItem playedOf(qint64 from, qint64 to, qint64 firstAt)
{
    domain::CoverageItem item;
    item.exhibit = QStringLiteral("b1");
    item.kind = domain::ExhibitKind::Video;
    item.sha256 = QByteArray(64, 'a');
    item.firstAt = contractNow.plusMs(firstAt);
    item.film = {{from, to}};
    return item;
}

domain::CoverageItem chatInView(qint64 first, qint64 end)
{
    domain::CoverageItem item;
    item.kind = domain::ExhibitKind::Chat;
    item.firstAt = contractNow;
    item.messages = {{first, end}};
    item.total = 9;
    return item;
}

} // namespace

void StoreContract::keepsCoverage()
{
    admit(1, QStringLiteral("C-1"));
    ExaminationStore &store = *m_stores.examination;
    QCOMPARE(*store.coverage(one, m_lin.id), domain::CaseCoverage());
    QVERIFY(store.addCoverage(one, m_lin.id, {{playedOf(0, 2'000'000, 5)}}, contractNow));
    QVERIFY(store.addCoverage(one, m_lin.id, {{playedOf(1'000'000, 3'000'000, 9)}}, contractNow.plusMs(1)));
    QVERIFY(store.addCoverage(one, m_lin.id, {{playedOf(1'000'000, 3'000'000, 9)}}, contractNow.plusMs(2))); // the answer was lost
    QVERIFY(store.addCoverage(one, m_chen.id, {{chatInView(0, 4)}}, contractNow));
    const auto seen = another().examination->coverage(one, m_lin.id);
    QVERIFY(seen);
    QCOMPARE(seen->items, QList<domain::CoverageItem>({playedOf(0, 3'000'000, 5)}));
    QCOMPARE(store.coverage(one, m_chen.id)->items, QList<domain::CoverageItem>({chatInView(0, 4)}));
    QCOMPARE(*store.coverage(one, m_zhou.id), domain::CaseCoverage()); // each has their own
    const auto record = m_stores.cases->record(one);
    QCOMPARE(record->audit.size(), 1); // looking is no act
    QCOMPARE(record->header.version, 1);
}

void StoreContract::windowsLoseNothingOfEachOthersCoverage()
{
    admit(1, QStringLiteral("C-1"));
    const ContractStores other = another();
    const domain::CaseCoverage together = domain::merged({{playedOf(0, 50, 0)}}, {{chatInView(0, 9)}});
    for (qint64 n = 0; n < 5; ++n) {
        QVERIFY(m_stores.examination->addCoverage(one, m_lin.id, domain::merged({{playedOf(n * 10, n * 10 + 5, n)}}, {{chatInView(n, n + 1)}}), contractNow));
        QVERIFY(other.examination->addCoverage(one, m_lin.id, domain::merged({{chatInView(n + 4, n + 5)}}, {{playedOf(n * 10 + 5, n * 10 + 10, n)}}), contractNow));
    }
    QCOMPARE(*m_stores.examination->coverage(one, m_lin.id), together);
    QCOMPARE(*other.examination->coverage(one, m_lin.id), together);
}

void StoreContract::refusesCoverageOfNobodyAndOfNoCase()
{
    admit(1, QStringLiteral("C-1"));
    ExaminationStore &store = *m_stores.examination;
    QCOMPARE(store.addCoverage(domain::CaseId(9), m_lin.id, {{chatInView(0, 1)}}, contractNow).error(), StoreError::NotFound);
    QCOMPARE(store.coverage(domain::CaseId(9), m_lin.id).error(), StoreError::NotFound);
    QCOMPARE(store.addCoverage(one, domain::PersonId(999), {{chatInView(0, 1)}}, contractNow).error(), StoreError::Broken);
    QCOMPARE(*store.coverage(one, m_lin.id), domain::CaseCoverage());
}

} // namespace arb::tests
