// SPDX-License-Identifier: GPL-3.0-or-later
#include "memorystore.h"

#include <algorithm>

namespace arb::tests {

using domain::Failure;
using namespace usecases;

namespace {

QList<domain::CaseId> firstOf(QList<domain::CaseId> ids, int limit)
{
    if (limit > 0 && ids.size() > limit)
        ids.resize(limit);
    return ids;
}

} // namespace

Stored<ChangeCursor> MemoryStore::entries(ChangeCursor since, const std::function<bool(const QueueEntry &)> &entry)
{
    for (const auto &[id, found] : m_cases) {
        if (found.changed <= since && since > 0)
            continue;
        const CaseHeader &row = found.record.header;
        const QByteArray texts[] = {row.platform.toUtf8(), row.category.toUtf8(), row.merchantId.toUtf8(), row.merchantName.toUtf8(),
                                    row.flags.join(u'\n').toUtf8(), row.tags.join(u'\n').toUtf8()};
        QueueEntry narrow;
        narrow.id = row.id;
        narrow.rank = row.rank;
        narrow.dueAt = row.dueAt;
        narrow.deskDueAt = row.deskDueAt;
        narrow.escalatedAt = row.escalatedAt;
        narrow.claimed = row.claimed;
        narrow.state = row.state;
        narrow.type = row.type;
        narrow.reason = row.reason;
        narrow.appealRound = row.appealRound;
        for (const EvidenceRequest &request : found.record.requests) {
            if (request.state == RequestState::Open)
                narrow.waitsFor |= partyBit(request.party);
        }
        narrow.holder = row.holder;
        narrow.reservedFor = row.reservedFor;
        narrow.reservedUntil = row.reservedUntil;
        narrow.parkedUntil = row.parkedUntil;
        narrow.platform = texts[0];
        narrow.category = texts[1];
        narrow.merchantId = texts[2];
        narrow.merchantName = texts[3];
        narrow.flags = texts[4];
        narrow.tags = texts[5];
        if (!entry(narrow))
            return since;
    }
    return m_mark;
}

Stored<QList<CaseHeader>> MemoryStore::rows(std::span<const domain::CaseId> ids)
{
    QList<CaseHeader> rows;
    for (const domain::CaseId id : ids) {
        if (const auto found = m_cases.find(id.value()); found != m_cases.cend())
            rows.append(queueRow(found->second));
    }
    return rows;
}

Stored<QList<domain::CaseId>> MemoryStore::search(const QList<SearchPhrase> &phrases, int limit)
{
    QList<domain::CaseId> ids;
    for (auto it = m_cases.crbegin(); it != m_cases.crend(); ++it) {
        const QStringList tokens = tokensOf(it->second);
        if (std::ranges::all_of(phrases, [&](const SearchPhrase &phrase) { return occurs(phrase, tokens); }))
            ids.append(domain::CaseId(it->first));
    }
    return firstOf(ids, limit);
}

Stored<void> MemoryStore::byText(QueueSort text, const std::function<bool(domain::CaseId, bool tie)> &row)
{
    std::map<QByteArray, QList<domain::CaseId>> cases; // by id within a text, as they stand
    for (const auto &[id, found] : m_cases) {
        const CaseHeader &header = found.record.header;
        cases[(text == QueueSort::Product ? header.product : header.caseNo).toUtf8()].append(domain::CaseId(id));
    }
    for (const auto &[bytes, ids] : cases) {
        for (qsizetype n = 0; n < ids.size(); ++n) {
            if (!row(ids.at(n), n > 0))
                return {};
        }
    }
    return {};
}

Stored<QList<domain::CaseId>> MemoryStore::ofBuyers(const QStringList &buyers)
{
    QList<domain::CaseId> ids;
    for (const auto &[id, found] : m_cases) {
        if (buyers.contains(found.record.header.buyerId))
            ids.append(domain::CaseId(id));
    }
    return ids;
}

Stored<void> MemoryStore::touch(domain::PersonId person, domain::CaseId caseId, domain::UtcMs now)
{
    if (const auto failure = takeFailure())
        return Failure{*failure};
    if (!caseId.isNull() && (person.isNull() || !knows(person) || !m_cases.contains(caseId.value())))
        return Failure{StoreError::Broken};
    if (caseId.isNull())
        m_presence.erase(person.value());
    else
        m_presence.insert_or_assign(person.value(), Presence{caseId, person, {}, now});
    ++m_mark;
    return {};
}

Stored<QList<Presence>> MemoryStore::presence(domain::UtcMs since)
{
    QList<Presence> rows;
    for (const auto &[id, seen] : m_presence) {
        if (seen.seenAt >= since)
            rows.append({seen.caseId, seen.person, nameOf(seen.person), seen.seenAt});
    }
    return rows;
}

Stored<QList<Notice>> MemoryStore::notices(domain::PersonId person)
{
    QList<Notice> rows;
    for (const Notice &notice : std::as_const(m_notices)) {
        if (notice.person == person)
            rows.append(notice);
    }
    std::ranges::sort(rows, {}, &Notice::id);
    return rows;
}

Stored<void> MemoryStore::readNotices(domain::PersonId person, const QList<domain::NoteId> &ids)
{
    if (const auto failure = takeFailure())
        return Failure{*failure};
    m_notices.removeIf([&](const Notice &notice) { return notice.person == person && ids.contains(notice.id); });
    ++m_mark;
    return {};
}

Stored<QList<SavedView>> MemoryStore::savedViews(domain::PersonId person)
{
    QList<SavedView> views;
    for (const SavedView &view : std::as_const(m_views)) {
        if (view.person == person)
            views.append(view);
    }
    std::ranges::sort(views, {}, &SavedView::name);
    return views;
}

Stored<void> MemoryStore::saveView(const SavedView &view)
{
    if (const auto failure = takeFailure())
        return Failure{*failure};
    if (view.person.isNull() || !knows(view.person) || view.name.isEmpty())
        return Failure{StoreError::Broken};
    m_views.removeIf([&](const SavedView &other) { return other.person == view.person && other.name == view.name; });
    m_views.append(view);
    ++m_mark;
    return {};
}

Stored<void> MemoryStore::removeView(domain::PersonId person, const QString &name)
{
    if (const auto failure = takeFailure())
        return Failure{*failure};
    m_views.removeIf([&](const SavedView &view) { return view.person == person && view.name == name; });
    ++m_mark;
    return {};
}

Stored<void> MemoryStore::skips(domain::UtcMs from, domain::UtcMs to, const std::function<bool(const SkipFact &)> &row)
{
    QList<SkipFact> facts;
    for (const auto &[id, found] : m_cases) {
        for (const SkipRow &skip : found.skips) {
            if (from <= skip.at && skip.at < to)
                facts.append({nameOf(skip.by), skip.reason, found.record.header.category, domain::CaseId(id), skip.at});
        }
    }
    std::ranges::stable_sort(facts, {}, &SkipFact::at);
    for (const SkipFact &fact : std::as_const(facts)) {
        if (!row(fact))
            break;
    }
    return {};
}

Stored<Reranked> MemoryStore::rerank(const domain::RankWeights &weights, domain::CaseId after, int limit)
{
    if (const auto failure = takeFailure())
        return Failure{*failure};
    Reranked done;
    for (auto found = m_cases.upper_bound(after.value()); found != m_cases.end() && limit > 0; ++found, --limit) {
        CaseHeader &row = found->second.record.header;
        done.last = row.id;
        const qint64 rank = domain::rank(rankPartsOf(row), weights);
        if (rank == row.rank)
            continue;
        row.rank = rank;
        found->second.changed = ++m_mark;
        ++done.changed;
    }
    return done;
}

} // namespace arb::tests
