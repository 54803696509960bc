// SPDX-License-Identifier: GPL-3.0-or-later
#include "memorystore.h"

#include <algorithm>

namespace arb::tests {

using domain::Failure;
using namespace usecases;
using domain::DisputeState;

namespace {

/// A reservation counts while it has an end that is not past: without an end it only remembers who asked.
bool reservedForOther(const CaseHeader &row, domain::PersonId me, domain::UtcMs now)
{
    return !row.reservedFor.isNull() && row.reservedFor != me && row.reservedUntil && now <= *row.reservedUntil;
}

bool memoryParked(const CaseHeader &row, domain::UtcMs now)
{
    return row.parkedUntil && *row.parkedUntil > now;
}

domain::UtcMs endOfPlatformDay(domain::UtcMs now)
{
    return domain::UtcMs::fromPlatform(now.toPlatform().date().addDays(1), QTime(0, 0));
}

bool asksParty(const CaseRecord &record, domain::Party party)
{
    return record.header.state == DisputeState::AwaitingEvidence
        && std::ranges::any_of(record.requests, [party](const EvidenceRequest &request) {
               return request.state == RequestState::Open && request.party == party;
           });
}

bool anyOf(const QStringList &wanted, const QStringList &has)
{
    return wanted.isEmpty() || std::ranges::any_of(wanted, [&](const QString &word) { return has.contains(word); });
}

QByteArray labelBytes(const CaseHeader &row)
{
    return QByteArray(row.flags.join(u'\n').toUtf8() + '\0' + row.tags.join(u'\n').toUtf8());
}

/// Negative, zero or positive; ties and absent deadlines are the caller's.
int compareBy(QueueSort sort, const CaseHeader &a, const CaseHeader &b)
{
    const auto three = [](const auto &x, const auto &y) { return x < y ? -1 : y < x ? 1 : 0; };
    const auto texts = [&three](const QString &x, const QString &y) { return three(x.toUtf8(), y.toUtf8()); };
    switch (sort) {
    case QueueSort::Rank: return three(a.rank, b.rank);
    case QueueSort::Due: return three(a.dueAt.value_or(domain::UtcMs()), b.dueAt.value_or(domain::UtcMs()));
    case QueueSort::Amount: return three(a.claimed, b.claimed);
    case QueueSort::Age: return three(b.escalatedAt, a.escalatedAt);
    case QueueSort::CaseNo: return texts(a.caseNo, b.caseNo);
    case QueueSort::Escalated: return three(a.escalatedAt, b.escalatedAt);
    case QueueSort::State: return texts(domain::toCode(a.state), domain::toCode(b.state));
    case QueueSort::Reason: return texts(domain::toCode(a.reason), domain::toCode(b.reason));
    case QueueSort::Type: return texts(domain::toCode(a.type), domain::toCode(b.type));
    case QueueSort::Category: return texts(a.category, b.category);
    case QueueSort::Platform: return texts(a.platform, b.platform);
    case QueueSort::Merchant: return texts(a.merchantName, b.merchantName);
    case QueueSort::Holder: return texts(a.holderName, b.holderName);
    case QueueSort::Product: return texts(a.product, b.product);
    case QueueSort::Labels: return three(labelBytes(a), labelBytes(b));
    }
    return 0;
}

std::optional<domain::UtcMs> dueMoment(const CaseRecord &record, DueKind kind, domain::UtcMs now)
{
    const CaseHeader &row = record.header;
    std::optional<domain::UtcMs> first;
    const auto earliest = [&first](std::optional<domain::UtcMs> at) {
        if (at && (!first || *at < *first))
            first = at;
    };
    switch (kind) {
    case DueKind::LeaseExpired:
        if (row.state == DisputeState::Claimed && row.leaseUntil && *row.leaseUntil < now)
            earliest(row.leaseUntil);
        break;
    case DueKind::EvidenceTimeOut:
        for (const EvidenceRequest &request : record.requests) {
            if (row.state == DisputeState::AwaitingEvidence && request.state == RequestState::Open && request.dueAt < now)
                earliest(request.dueAt);
        }
        break;
    case DueKind::NegotiationEnd:
    case DueKind::RecallWindowOver: {
        const DisputeState state = kind == DueKind::NegotiationEnd ? DisputeState::Negotiating : DisputeState::Ruled;
        if (row.state == state && row.dueAt && *row.dueAt < now)
            earliest(row.dueAt);
        break;
    }
    case DueKind::TaskDue:
        for (const ExecutionTask &task : record.tasks) {
            if (row.state == DisputeState::Executing && task.state == TaskState::Pending && task.notBefore <= now)
                earliest(task.notBefore);
        }
        break;
    case DueKind::TaskOverdue:
        for (const ExecutionTask &task : record.tasks) {
            if (row.state == DisputeState::Executing && usecases::canBeLate(task) && *task.dueAt < now)
                earliest(task.dueAt);
        }
        break;
    }
    return first;
}

PenaltyFact factOf(const CaseHeader &row)
{
    PenaltyFact fact;
    fact.product = row.product;
    fact.reason = row.reason;
    fact.platform = row.platform;
    fact.merchantId = row.merchantId;
    fact.merchantName = row.merchantName;
    fact.caseId = row.id;
    fact.caseNo = row.caseNo;
    return fact;
}

/// The case's newest ruling in effect: an overturned one counts no longer.
const RulingRow *rulingInEffect(const CaseRecord &record)
{
    const RulingRow *newest = nullptr;
    for (const RulingRow &row : record.rulings) {
        const auto at = row.effectiveAt();
        if (at && (!newest || *newest->effectiveAt() <= *at))
            newest = &row;
    }
    return newest;
}

} // namespace

bool MemoryStore::inView(const StoredCase &found, const QueueQuery &query) const
{
    const CaseHeader &row = found.record.header;
    switch (query.view) {
    case QueueView::Waiting:
        return domain::isWaiting(row.state) && !memoryParked(row, query.now) && !reservedForOther(row, query.me, query.now);
    case QueueView::Mine: {
        const bool kept = row.reservedFor == query.me && (!row.reservedUntil || query.now <= *row.reservedUntil);
        return !query.me.isNull() && domain::isOpen(row.state) && (row.holder == query.me || kept);
    }
    case QueueView::DueToday: {
        const bool desk = domain::isWaiting(row.state) || row.state == DisputeState::Claimed || row.state == DisputeState::AwaitingApproval;
        return desk && row.deskDueAt && *row.deskDueAt < endOfPlatformDay(query.now);
    }
    case QueueView::WaitingBuyer: return asksParty(found.record, domain::Party::Buyer);
    case QueueView::WaitingMerchant: return asksParty(found.record, domain::Party::Merchant);
    case QueueView::Approvals: return row.state == DisputeState::AwaitingApproval;
    case QueueView::Appeals: return row.appealRound && domain::isOpen(row.state);
    case QueueView::HighValue: return domain::isOpen(row.state) && row.claimed >= query.highValueFrom;
    case QueueView::All: return true;
    }
    return false;
}

bool MemoryStore::matches(const StoredCase &found, const QueueFilter &filter, domain::UtcMs now) const
{
    const CaseHeader row = joined(found.record.header);
    if (const auto phrases = searchPhrases(filter.words); !phrases.isEmpty()) {
        const QStringList tokens = tokensOf(found);
        if (!std::ranges::all_of(phrases, [&](const SearchPhrase &phrase) { return occurs(phrase, tokens); }))
            return false;
    }
    if (!filter.states.isEmpty() && !filter.states.contains(row.state))
        return false;
    if (filter.amountMin && row.claimed < *filter.amountMin)
        return false;
    if (filter.amountMax && row.claimed > *filter.amountMax)
        return false;
    if (filter.dueWithinMs && !(row.dueAt && *row.dueAt < now.plusMs(*filter.dueWithinMs)))
        return false;
    if (filter.overdue && *filter.overdue != (row.dueAt && *row.dueAt < now))
        return false;
    const bool open = domain::isOpen(row.state);
    const bool kept = open && row.reservedUntil && now <= *row.reservedUntil && !row.reservedFor.isNull();
    if (filter.parked && *filter.parked != (open && memoryParked(row, now)))
        return false;
    if ((filter.reserved && *filter.reserved != kept) || (!filter.reservedFor.isEmpty() && !kept))
        return false;
    return anyOf(filter.reservedFor, {row.reservedForName}) && anyOf(filter.reasons, {domain::toCode(row.reason)}) && anyOf(filter.types, {domain::toCode(row.type)})
        && anyOf(filter.categories, {row.category}) && anyOf(filter.platforms, {row.platform})
        && anyOf(filter.merchants, {row.merchantId, row.merchantName}) && anyOf(filter.buyers, {row.buyerId})
        && anyOf(filter.holders, {row.holderName}) && anyOf(filter.flags, row.flags) && anyOf(filter.tags, row.tags);
}

bool MemoryStore::offered(const StoredCase &found, const TakeNextQuery &query) const
{
    const CaseHeader &row = found.record.header;
    if (!domain::isWaiting(row.state) || memoryParked(row, query.now) || reservedForOther(row, query.me, query.now))
        return false;
    if (row.appealRound && !query.appeals)
        return false;
    if (row.round > 1 && (row.firstReviewer == query.me || ruledBefore(found.record, query.me)))
        return false;
    if (m_conflicts.contains({query.me.value(), QString(row.platform + u':' + row.merchantId)}))
        return false;
    return std::ranges::none_of(found.skips, [&](const SkipRow &skip) {
        return skip.by == query.me && (skip.reason == knowPartyReason || (query.skippedSince && skip.at >= *query.skippedSince));
    });
}

CaseHeader MemoryStore::queueRow(const StoredCase &found) const
{
    CaseHeader row = joined(found.record.header);
    row.audit = {};
    row.bundleDigest.clear();
    return row;
}

Stored<QList<CaseHeader>> MemoryStore::queue(const QueueQuery &query)
{
    if (m_offline)
        return Failure{StoreError::Offline};
    QList<CaseHeader> rows;
    for (const auto &[id, found] : m_cases) {
        if (!inView(found, query) || !matches(found, query.filter, query.now))
            continue;
        rows.append(queueRow(found));
    }
    std::ranges::stable_sort(rows, [&](const CaseHeader &a, const CaseHeader &b) {
        if (query.sort == QueueSort::Due && a.dueAt.has_value() != b.dueAt.has_value())
            return a.dueAt.has_value();
        const int order = compareBy(query.sort, a, b);
        return query.descending ? order > 0 : order < 0;
    });
    if (query.limit > 0 && rows.size() > query.limit)
        rows.resize(query.limit);
    return rows;
}

Stored<qint64> MemoryStore::queueCount(const QueueQuery &query)
{
    return std::ranges::count_if(m_cases, [&](const auto &pair) {
        return inView(pair.second, query) && matches(pair.second, query.filter, query.now);
    });
}

Stored<QList<domain::CaseId>> MemoryStore::expiredLeases(domain::UtcMs now, int limit)
{
    QList<CaseHeader> rows;
    for (const auto &[id, found] : m_cases) {
        if (dueMoment(found.record, DueKind::LeaseExpired, now))
            rows.append(found.record.header);
    }
    std::ranges::stable_sort(rows, {}, &CaseHeader::leaseUntil);
    QList<domain::CaseId> ids;
    for (const CaseHeader &row : rows.first(std::min(qsizetype(limit), rows.size())))
        ids.append(row.id);
    return ids;
}

Stored<QList<DueWork>> MemoryStore::dueWork(domain::UtcMs now, int limit)
{
    constexpr DueKind kinds[] = {DueKind::LeaseExpired, DueKind::EvidenceTimeOut, DueKind::NegotiationEnd,
                                 DueKind::RecallWindowOver, DueKind::TaskDue, DueKind::TaskOverdue};
    QList<DueWork> work;
    for (const auto &[id, found] : m_cases) {
        for (const DueKind kind : kinds) {
            if (const auto at = dueMoment(found.record, kind, now))
                work.append({kind, found.record.header.id, *at});
        }
    }
    std::ranges::stable_sort(work, {}, &DueWork::at);
    if (work.size() > limit)
        work.resize(limit);
    return work;
}

Stored<QList<ExecutionTask>> MemoryStore::list(const TaskFilter &filter)
{
    QList<ExecutionTask> tasks;
    for (const auto &[id, found] : m_cases) {
        for (ExecutionTask task : found.record.tasks) {
            if ((filter.state && task.state != *filter.state) || (filter.caseId && task.caseId != *filter.caseId)
                || (filter.notBeforeUntil && task.notBefore > *filter.notBeforeUntil))
                continue;
            task.caseNo = found.record.header.caseNo;
            tasks.append(task);
        }
    }
    std::ranges::sort(tasks, {}, [](const ExecutionTask &task) { return std::pair(task.notBefore, task.id); });
    if (filter.limit > 0 && tasks.size() > filter.limit)
        tasks.resize(filter.limit);
    return tasks;
}

Stored<void> MemoryStore::penaltyFacts(const PenaltyFilter &filter, const std::function<bool(const PenaltyFact &)> &row)
{
    QList<PenaltyFact> facts;
    for (const auto &[id, found] : m_cases) {
        const CaseHeader &header = found.record.header;
        if (!filter.category.isEmpty() && header.category != filter.category)
            continue;
        if (const RulingRow *ruling = rulingInEffect(found.record)) {
            PenaltyFact fact = factOf(header);
            fact.at = *ruling->effectiveAt();
            fact.ruling = true;
            fact.lost = ruling->ruling.blame.merchant > 0 && ruling->ruling.countsTowardMetrics;
            fact.refund = ruling->ruling.refund;
            fact.rulingId = ruling->id;
            facts.append(fact);
        }
        for (const PenaltyPoint &point : found.record.points) {
            PenaltyFact fact = factOf(header);
            fact.platform = point.platform;
            fact.merchantId = point.merchantId;
            fact.at = point.at;
            fact.code = point.code;
            fact.points = point.points;
            fact.expiresAt = point.expiresAt;
            fact.reversal = !point.reverses.isNull();
            fact.rulingId = point.ruling;
            facts.append(fact);
        }
    }
    facts.removeIf([&](const PenaltyFact &fact) {
        return (filter.from && fact.at < *filter.from) || (filter.to && fact.at >= *filter.to)
            || (!filter.platform.isEmpty() && fact.platform != filter.platform)
            || (!filter.merchantId.isEmpty() && fact.merchantId != filter.merchantId);
    });
    std::ranges::stable_sort(facts, [](const PenaltyFact &a, const PenaltyFact &b) {
        return std::tie(a.platform, a.merchantId, a.at, b.ruling, a.caseId) < std::tie(b.platform, b.merchantId, b.at, a.ruling, b.caseId);
    });
    for (const PenaltyFact &fact : std::as_const(facts)) {
        if (!row(fact))
            break;
    }
    return {};
}

Stored<QList<ClaimCount>> MemoryStore::claimCounts(domain::UtcMs from, domain::UtcMs to)
{
    std::map<std::pair<QString, QString>, qint64> counts;
    for (const auto &[id, found] : m_cases) {
        for (const domain::AuditEntry &entry : found.record.audit) {
            if (entry.action == u"claim" && from <= entry.at && entry.at < to)
                ++counts[{entry.actor, found.record.header.category}];
        }
    }
    QList<ClaimCount> rows;
    for (const auto &[key, claims] : counts)
        rows.append({key.first, key.second, claims});
    return rows;
}

Stored<QList<PenaltyPoint>> MemoryStore::pointsOf(const QString &platform, const QString &merchantId)
{
    QList<PenaltyPoint> points;
    for (const auto &[id, found] : m_cases) {
        for (const PenaltyPoint &point : found.record.points) {
            if (point.platform == platform && point.merchantId == merchantId)
                points.append(point);
        }
    }
    std::ranges::sort(points, std::greater(), [](const PenaltyPoint &point) { return std::pair(point.at, point.id); });
    return points;
}

Stored<void> MemoryStore::entries(const std::function<bool(const domain::AuditEntry &)> &row)
{
    for (const domain::AuditEntry &entry : std::as_const(m_deskAudit)) {
        if (!row(entry))
            return {};
    }
    for (const auto &[id, found] : m_cases) {
        for (const domain::AuditEntry &entry : found.record.audit) {
            if (!row(entry))
                return {};
        }
    }
    return {};
}

Stored<void> MemoryStore::heads(const std::function<bool(qint64, const domain::AuditHead &)> &row)
{
    if (!row(0, m_deskHead))
        return {};
    for (const auto &[id, found] : m_cases) {
        if (!row(id, found.record.header.audit))
            return {};
    }
    return {};
}

Stored<void> MemoryStore::rulings(const std::function<bool(qint64, domain::RulingId, const QByteArray &)> &row)
{
    std::map<qint64, std::pair<qint64, QByteArray>> byId;
    for (const auto &[id, found] : m_cases) {
        for (const RulingRow &ruling : found.record.rulings)
            byId[ruling.id.value()] = {id, domain::rulingDigest(ruling.ruling)};
    }
    for (const auto &[id, stored] : byId) {
        if (!row(stored.first, domain::RulingId(id), stored.second))
            return {};
    }
    return {};
}

} // namespace arb::tests
