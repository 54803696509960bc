// SPDX-License-Identifier: GPL-3.0-or-later
#include "millioncases.h"

#include <contracts/contractdata.h>

namespace arb::tests {

using namespace usecases;

namespace {

/// The same scatter of bits for the same number, everywhere.
quint64 mixed(qint64 number)
{
    quint64 bits = static_cast<quint64>(number) * 0x9e3779b97f4a7c15ull;
    bits ^= bits >> 29;
    bits *= 0xbf58476d1ce4e5b9ull;
    return bits ^ bits >> 32;
}

const char *const categories[] = {"3c", "fresh", "apparel", "beauty", "home", "toys", "food", "sports"};

} // namespace

CaseHeader MadeUpCases::header(qint64 number) const
{
    const quint64 bits = mixed(number);
    CaseHeader row;
    row.id = domain::CaseId(number + 1);
    row.platform = QStringLiteral("douyin");
    row.caseNo = QStringLiteral("M-%1").arg(static_cast<qint64>(bits % 100'000'000), 8, 10, QChar(u'0'));
    row.state = bits % 10 < 6 ? domain::DisputeState::Queued : static_cast<domain::DisputeState>(bits % 8);
    if (row.state == domain::DisputeState::Claimed)
        row.state = domain::DisputeState::Closed;
    if (number >= m_cases - m_written && m_round % 2 == 1) {
        row.state = domain::DisputeState::Claimed;
        row.holder = domain::PersonId(1001);
        row.holderName = QStringLiteral("林晓");
    }
    row.version = 1 + m_round;
    row.dueAt = contractNow.plusMs(static_cast<qint64>(bits % (60 * domain::dayMs)) - 5 * domain::dayMs);
    row.deskDueAt = row.dueAt;
    row.escalatedAt = contractNow.plusMs(-static_cast<qint64>(bits >> 13) % (90 * domain::dayMs));
    row.claimed = domain::Money(static_cast<qint64>(bits >> 7) % 300'000);
    row.rank = row.dueAt->ms() - row.claimed.fen() * 100;
    row.type = static_cast<domain::AfterSaleType>((bits >> 20) % 7);
    row.reason = static_cast<domain::Reason>((bits >> 24) % 15);
    row.category = QString::fromLatin1(categories[(bits >> 30) % std::size(categories)]);
    row.merchantId = QStringLiteral("m-%1").arg((bits >> 34) % 20'000);
    row.merchantName = QString(QStringLiteral("Shop ") + row.merchantId);
    row.product = QString(QStringLiteral("Product ") + row.merchantId);
    return row;
}

void MadeUpCases::write(qint64 cases)
{
    ++m_round;
    m_written = cases;
}

Stored<ChangeCursor> MadeUpCases::entries(ChangeCursor since, const std::function<bool(const QueueEntry &)> &entry)
{
    if (since == m_round + 1)
        return since;
    for (qint64 number = since == 0 ? 0 : m_cases - m_written; number < m_cases; ++number) {
        const CaseHeader row = header(number);
        const QByteArray texts[] = {row.platform.toUtf8(), row.category.toUtf8(), row.merchantId.toUtf8(), row.merchantName.toUtf8()};
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
        narrow.holder = row.holder;
        narrow.platform = texts[0];
        narrow.category = texts[1];
        narrow.merchantId = texts[2];
        narrow.merchantName = texts[3];
        if (!entry(narrow))
            return since;
    }
    return m_round + 1;
}

Stored<QList<CaseHeader>> MadeUpCases::rows(std::span<const domain::CaseId> ids)
{
    QList<CaseHeader> rows;
    for (const domain::CaseId id : ids)
        rows.append(header(id.value() - 1));
    return rows;
}

Stored<QList<domain::CaseId>> MadeUpCases::search(const QList<SearchPhrase> &, int limit)
{
    QList<domain::CaseId> ids;
    for (qint64 id = m_cases; id > 0 && (limit == 0 || ids.size() < limit); id -= 2)
        ids.append(domain::CaseId(id));
    return ids;
}

Stored<void> MadeUpCases::byText(QueueSort, const std::function<bool(domain::CaseId, bool tie)> &row)
{
    // Every case once, in no order of ids, as texts bring them: the steps have no factor in common with the number.
    const qint64 step = 611'953;
    for (qint64 n = 0, number = 0; n < m_cases; ++n, number = (number + step) % m_cases) {
        if (!row(domain::CaseId(number + 1), false))
            break;
    }
    return {};
}

ThreadRunner::~ThreadRunner()
{
    {
        const std::lock_guard lock(m_mutex);
        m_closing = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void ThreadRunner::post(std::function<void(const Desk &)> job)
{
    {
        const std::lock_guard lock(m_mutex);
        m_jobs.push_back(std::move(job));
    }
    m_wake.notify_one();
}

void ThreadRunner::loop(const Desk &desk)
{
    for (;;) {
        std::function<void(const Desk &)> job;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_closing || !m_jobs.empty(); });
            if (m_jobs.empty())
                return;
            job = std::move(m_jobs.front());
            m_jobs.pop_front();
        }
        job(desk);
    }
}

} // namespace arb::tests
