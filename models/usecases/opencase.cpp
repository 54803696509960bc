// SPDX-License-Identifier: GPL-3.0-or-later
#include <usecases/opencase.h>

#include <usecases/casecommands.h>

#include <domain/casejson.h>
#include <domain/masking.h>

#include <QtCore/QJsonDocument>

#include <algorithm>

namespace arb::usecases {

using domain::Failure;

namespace {

int standingPoints(const QList<PenaltyPoint> &points, domain::UtcMs now)
{
    QList<domain::LedgerPoint> ledger;
    for (const PenaltyPoint &point : points)
        ledger.append({point.points, point.at, point.expiresAt});
    return domain::validPoints(ledger, now);
}

QList<domain::Citation> citationsOf(const domain::Ruling &ruling)
{
    QList<domain::Citation> citations;
    for (const domain::Finding &finding : ruling.findings)
        citations += finding.citations;
    return citations;
}

} // namespace

QList<domain::Citation> citedIn(const CaseRecord &record)
{
    QList<domain::Citation> citations;
    for (const RulingRow &row : record.rulings)
        citations += citationsOf(row.ruling);
    for (const Draft &draft : record.drafts) {
        if (const auto read = domain::draftFromJson(QJsonDocument::fromJson(draft.json).object()))
            citations += citationsOf(read->ruling);
    }
    for (const QByteArray &line : record.earlier ? record.earlier->rulingJson.split('\n') : QList<QByteArray>()) {
        if (const auto read = domain::rulingFromJson(QJsonDocument::fromJson(line).object()))
            citations += citationsOf(*read);
    }
    for (const DeskNote &note : record.notes) {
        if (note.place)
            citations.append(*note.place);
    }
    return citations;
}

Done<domain::RuleBook> bookOfCase(const Desk &desk, const CaseRecord &record)
{
    for (const RulingRow &row : record.rulings) {
        if (row.round < record.header.round && row.effectiveAt() && !row.bookId.isEmpty())
            return desk.bookByVersion(row.bookId, row.bookVersion); // an appeal is heard under the first ruling's rules
    }
    auto newest = desk.bookFor(record.header.platform, desk.clock.now());
    if (newest && newest->appliesToUnfinished())
        return newest;
    auto then = desk.bookFor(record.header.platform, record.header.escalatedAt);
    return then ? then : newest;
}

domain::Assessment assessRecord(const CaseRecord &record, const domain::RuleBook &book, const domain::BusinessCalendar &calendar,
                                domain::UtcMs now, const domain::Ruling &draft)
{
    domain::ReviewerFindings findings;
    findings.reasonFound = draft.reasonFound;
    for (const domain::Finding &finding : draft.findings) {
        if (finding.element.isEmpty() || !finding.verdict)
            continue;
        findings.elements.insert(finding.element, *finding.verdict);
        if (domain::isCountedElement(finding.element) && finding.verdict == domain::Verdict::Proved && finding.permille)
            findings.badSharePercentTimes10 = finding.permille;
        if (domain::isPricedElement(finding.element) && finding.verdict == domain::Verdict::Proved)
            findings.loss = finding.sum;
    }
    if (draft.blame.merchant > 0 && draft.blame.buyer > 0)
        findings.merchantSharePercent = draft.blame.merchant;
    domain::CaseCircumstances circumstances;
    circumstances.round = record.header.round;
    circumstances.appealRound = record.header.appealRound;
    const domain::UtcMs clock = record.header.suspendedAt.value_or(now);
    for (const EvidenceRequest &request : record.requests) {
        const bool ranOut = request.state == RequestState::Open && !domain::inTime(clock, request.dueAt);
        if (request.state != RequestState::TimedOut && !ranOut)
            continue;
        (request.party == domain::Party::Buyer ? circumstances.evidenceTimedOutBuyer : circumstances.evidenceTimedOutMerchant) = true;
    }
    circumstances.duplicateRuled = std::ranges::any_of(record.file.links, [](const domain::CaseLink &link) {
        return link.kind == domain::LinkKind::Duplicate;
    });
    return domain::assess(record.file, domain::factsOf(record.file, findings, circumstances, calendar, now), book);
}

Done<CaseView> OpenCase::operator()(const Actor &actor, domain::CaseId id) const
{
    if (!permitted(actor, Permission::ReadCases))
        return Failure{CommandError(CommandFault::NotAllowed)};
    auto record = m_desk.cases.record(id);
    if (!record)
        return Failure{CommandError(record.error())};
    auto calendar = m_desk.calendar();
    if (!calendar)
        return Failure{calendar.error()};
    auto policy = m_desk.policy();
    if (!policy)
        return Failure{policy.error()};
    CaseView view;
    view.record = std::move(record).value();
    view.calendar = *calendar;
    view.policy = *policy;
    view.now = m_desk.clock.now();
    const auto book = bookOfCase(m_desk, view.record);
    if (book) { // a desk without a book still shows its cases; the suggestion is then missing and the window says so
        view.book = *book;
        view.assessment = assessRecord(view.record, view.book, view.calendar, view.now, {});
    }
    QueueQuery others;
    others.view = QueueView::All;
    others.sort = QueueSort::Escalated;
    others.descending = true;
    others.limit = 21;
    others.now = view.now;
    others.filter.merchants = {view.record.header.merchantId};
    others.filter.platforms = {view.record.header.platform};
    const auto earlier = m_desk.cases.queue(others);
    if (!earlier)
        return Failure{CommandError(earlier.error())};
    for (const CaseHeader &other : *earlier) {
        if (other.id != id)
            view.earlier.append(other);
    }
    const auto points = m_desk.reports.pointsOf(view.record.header.platform, view.record.header.merchantId);
    if (!points)
        return Failure{CommandError(points.error())};
    view.merchantPoints = standingPoints(*points, view.now);
    view.merchantLevel = book ? domain::levelAt(view.book.ladder(), view.merchantPoints) : 0;
    if (permitted(actor, Permission::Claim))
        view.claimRefusal = CaseCommands(m_desk).claimRefusal(actor, view.record.header, view.policy, view.calendar);
    const auto readings = m_desk.examination.machineReadings(id);
    if (!readings)
        return Failure{CommandError(readings.error())};
    view.masks = masksOf(view.record.file);
    view.readings = readingsOf(view.record.file, *readings, view.masks);
    view.record.file.placesBeforeMasking = digestsOfPlaces(citedIn(view.record), view.record.file);
    view.record.file = masked(std::move(view.record.file));
    for (DeskNote &note : view.record.notes)
        note.text = view.masks.hide(note.text);
    return view;
}

domain::Assessment OpenCase::reassess(const CaseView &view, const domain::Ruling &draft)
{
    return assessRecord(view.record, view.book, view.calendar, view.now, draft);
}

} // namespace arb::usecases
