// SPDX-License-Identifier: GPL-3.0-or-later
#include <usecases/caserecord.h>
#include <usecases/ports.h>

#include <algorithm>

namespace arb::usecases {

std::optional<domain::UtcMs> RulingRow::effectiveAt() const
{
    if (recall)
        return std::nullopt;
    if (!needsApproval)
        return madeAt;
    if (approval && approval->decision == ApprovalDecision::Approved)
        return approval->at;
    return std::nullopt;
}

const RulingRow *CaseRecord::currentRuling() const
{
    const auto found = std::ranges::find(rulings, header.ruling, &RulingRow::id);
    return header.ruling.isNull() || found == rulings.cend() ? nullptr : &*found;
}

const RulingRow *CaseRecord::rulingInForce() const
{
    const auto newest = std::find_if(rulings.crbegin(), rulings.crend(), [](const RulingRow &row) { return row.effectiveAt().has_value(); });
    return newest == rulings.crend() ? currentRuling() : &*newest;
}

const RulingRow *earlierRuling(const CaseRecord &record)
{
    const RulingRow *earlier = nullptr;
    for (const RulingRow &row : record.rulings) {
        if (row.round < record.header.round && row.effectiveAt())
            earlier = &row;
    }
    return earlier;
}

bool canBeLate(const ExecutionTask &task)
{
    const bool open = task.state == TaskState::Pending || task.state == TaskState::Sent;
    const bool told = task.spec.actor != domain::Party::Platform || (task.sentAt && task.dueAt && *task.sentAt <= *task.dueAt);
    return open && task.dueAt && told;
}

bool ruledBefore(const CaseRecord &record, domain::PersonId person)
{
    return std::ranges::any_of(record.rulings, [&](const RulingRow &row) {
        return row.round < record.header.round && row.effectiveAt() && row.madeBy == person;
    });
}

bool isParked(const CaseHeader &header, domain::UtcMs now)
{
    return domain::isOpen(header.state) && header.parkedUntil && *header.parkedUntil > now;
}

bool isReserved(const CaseHeader &header, domain::UtcMs now)
{
    return domain::isOpen(header.state) && !header.reservedFor.isNull() && header.reservedUntil && *header.reservedUntil >= now;
}

domain::RankParts rankPartsOf(const CaseHeader &header)
{
    return {.dueAt = header.dueAt, .escalatedAt = header.escalatedAt, .claimed = header.claimed, .flags = header.flags,
            .finished = !domain::isOpen(header.state)};
}

} // namespace arb::usecases

namespace arb::domain {

using namespace usecases;

template<>
std::span<const CodeRow<RequestState>> codeTable<RequestState>()
{
    static constexpr CodeRow<RequestState> rows[] = {{RequestState::Open, "open"},
                                                     {RequestState::Answered, "answered"},
                                                     {RequestState::TimedOut, "timed_out"},
                                                     {RequestState::Cancelled, "cancelled"}};
    return rows;
}

template<>
std::span<const CodeRow<TaskState>> codeTable<TaskState>()
{
    static constexpr CodeRow<TaskState> rows[] = {{TaskState::Pending, "pending"},
                                                  {TaskState::Sent, "sent"},
                                                  {TaskState::Done, "done"},
                                                  {TaskState::Failed, "failed"},
                                                  {TaskState::Cancelled, "cancelled"}};
    return rows;
}

template<>
std::span<const CodeRow<ApprovalDecision>> codeTable<ApprovalDecision>()
{
    static constexpr CodeRow<ApprovalDecision> rows[] = {{ApprovalDecision::Approved, "approved"},
                                                         {ApprovalDecision::Returned, "returned"}};
    return rows;
}

template<>
std::span<const CodeRow<QueueView>> codeTable<QueueView>()
{
    static constexpr CodeRow<QueueView> rows[] = {
        {QueueView::Waiting, "waiting"},         {QueueView::Mine, "mine"},
        {QueueView::DueToday, "due_today"},      {QueueView::WaitingBuyer, "waiting_buyer"},
        {QueueView::WaitingMerchant, "waiting_merchant"}, {QueueView::Approvals, "approvals"},
        {QueueView::Appeals, "appeals"},         {QueueView::HighValue, "high_value"},
        {QueueView::All, "all"}};
    return rows;
}

template<>
std::span<const CodeRow<QueueSort>> codeTable<QueueSort>()
{
    static constexpr CodeRow<QueueSort> rows[] = {
        {QueueSort::Rank, "rank"},         {QueueSort::Due, "due"},           {QueueSort::Amount, "amount"},
        {QueueSort::Age, "age"},           {QueueSort::CaseNo, "case_no"},    {QueueSort::Escalated, "escalated"},
        {QueueSort::State, "state"},       {QueueSort::Reason, "reason"},     {QueueSort::Type, "type"},
        {QueueSort::Category, "category"}, {QueueSort::Platform, "platform"}, {QueueSort::Merchant, "merchant"},
        {QueueSort::Holder, "holder"},     {QueueSort::Product, "product"},   {QueueSort::Labels, "labels"}};
    return rows;
}

template<>
std::span<const CodeRow<NoticeKind>> codeTable<NoticeKind>()
{
    static constexpr CodeRow<NoticeKind> rows[] = {{NoticeKind::TakenOver, "taken_over"},
                                                   {NoticeKind::Assigned, "assigned"},
                                                   {NoticeKind::SentBack, "sent_back"},
                                                   {NoticeKind::Answered, "answered"},
                                                   {NoticeKind::Released, "released"},
                                                   {NoticeKind::Expired, "expired"},
                                                   {NoticeKind::Mentioned, "mentioned"}};
    return rows;
}

} // namespace arb::domain
