// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/platformstatus.h>

#include <algorithm>
#include <cassert>
#include <vector>

namespace arb::domain {

namespace {

using PlaceMatch = bool (*)(const PlatformPlace &row, const PlatformPlace &wanted);

PlatformStatusRow statusRow(PlatformStatusList list, int code)
{
    return {list, code, std::nullopt, false};
}

PlatformStatusRow statusRow(PlatformStatusList list, int code, PlatformPlace place, bool canonical = true)
{
    return {list, code, place, canonical};
}

void addDouyinRows(std::vector<PlatformStatusRow> &rows)
{
    using S = DisputeState;
    using W = WaitsFor;
    using V = PlatformVerdict;
    const auto filter = [&](DouyinFilterStatus status, PlatformPlace place) {
        rows.push_back(statusRow(PlatformStatusList::DouyinFilter, static_cast<int>(status), place));
    };
    rows.push_back(statusRow(PlatformStatusList::DouyinFilter, static_cast<int>(DouyinFilterStatus::None)));
    filter(DouyinFilterStatus::Handling, {S::Queued, W::Reviewer, V::None});
    filter(DouyinFilterStatus::EndedForBuyer, {S::Closed, W::Nobody, V::ForBuyer});
    filter(DouyinFilterStatus::EndedForSeller, {S::Closed, W::Nobody, V::ForSeller});
    filter(DouyinFilterStatus::MerchantEvidence, {S::AwaitingEvidence, W::Merchant, V::None});
    filter(DouyinFilterStatus::Negotiating, {S::Negotiating, W::BothParties, V::None});
    filter(DouyinFilterStatus::Ended, {S::Closed, W::Nobody, V::None});
    filter(DouyinFilterStatus::Cancelled, {S::Withdrawn, W::Nobody, V::None});

    const auto record = [&](DouyinRecordStatus status, PlatformPlace place) {
        rows.push_back(statusRow(PlatformStatusList::DouyinRecord, static_cast<int>(status), place));
    };
    rows.push_back(statusRow(PlatformStatusList::DouyinRecord, static_cast<int>(DouyinRecordStatus::None)));
    record(DouyinRecordStatus::InProgress, {S::Queued, W::Reviewer, V::None});
    record(DouyinRecordStatus::Agreed, {S::Executing, W::Merchant, V::ForBuyer});
    record(DouyinRecordStatus::Rejected, {S::Executing, W::Nobody, V::ForSeller});
    record(DouyinRecordStatus::MerchantEvidence, {S::AwaitingEvidence, W::Merchant, V::None});
    record(DouyinRecordStatus::Negotiating, {S::Negotiating, W::BothParties, V::None});
    record(DouyinRecordStatus::Ended, {S::Closed, W::Nobody, V::None});
}

void addTaobaoRows(std::vector<PlatformStatusRow> &rows)
{
    using S = DisputeState;
    using W = WaitsFor;
    using V = PlatformVerdict;
    using T = TaobaoServiceStatus;
    const auto add = [&](T status, PlatformPlace place, bool canonical = true) {
        rows.push_back(statusRow(PlatformStatusList::TaobaoService, static_cast<int>(status), place, canonical));
    };
    rows.push_back(statusRow(PlatformStatusList::TaobaoService, static_cast<int>(T::NotNeeded)));
    add(T::Needed, {S::Queued, W::Reviewer, V::None});
    add(T::SteppedIn, {S::Claimed, W::Reviewer, V::None});
    add(T::FirstReviewDone, {S::AwaitingApproval, W::Supervisor, V::None});
    add(T::ReReviewFailed, {S::Queued, W::Reviewer, V::None}, false); // sent back to the drafter
    add(T::Done, {S::Closed, W::Nobody, V::None});
    add(T::Withdrawn, {S::Withdrawn, W::Nobody, V::None});
    add(T::ForBuyer, {S::Closed, W::Nobody, V::ForBuyer});
    add(T::ForSeller, {S::Closed, W::Nobody, V::ForSeller});
    add(T::EvidencePeriod, {S::AwaitingEvidence, W::BothParties, V::None});
    add(T::OpenToAppeal, {S::Executing, W::BothParties, V::None});
}

void addWeChatRows(std::vector<PlatformStatusRow> &rows)
{
    using S = DisputeState;
    using W = WaitsFor;
    using V = PlatformVerdict;
    using C = WeChatComplaintStatus;
    const auto add = [&](C status, PlatformPlace place, bool canonical = true) {
        rows.push_back(statusRow(PlatformStatusList::WeChatComplaint, static_cast<int>(status), place, canonical));
    };
    const PlatformPlace workable{S::Queued, W::Reviewer, V::None}; // handed in or timed out: the reviewer's move again
    rows.push_back(statusRow(PlatformStatusList::WeChatComplaint, static_cast<int>(C::MerchantToHandle)));
    add(C::PlatformToHandle, workable);
    add(C::Cancelled, {S::Withdrawn, W::Nobody, V::None});
    add(C::PlatformHandling, {S::Claimed, W::Reviewer, V::None});
    add(C::UserToSupplement, {S::AwaitingEvidence, W::Buyer, V::None});
    add(C::UserSupplemented, workable, false);
    add(C::MerchantToSupplement, {S::AwaitingEvidence, W::Merchant, V::None});
    add(C::MerchantSupplemented, workable, false);
    add(C::BothToSupplement, {S::AwaitingEvidence, W::BothParties, V::None});
    add(C::BothTimedOut, workable, false);
    add(C::MerchantToConfirm, {S::Negotiating, W::Merchant, V::None});
    add(C::MerchantAppealing, {S::Appealed, W::Reviewer, V::None});
    add(C::Mediated, {S::Ruled, W::Nobody, V::None});
    add(C::Verifying, {S::AwaitingApproval, W::Supervisor, V::None});
    add(C::RefundingAgain, {S::Executing, W::Merchant, V::None});
    add(C::RefundVerified, {S::Closed, W::Nobody, V::ForBuyer});
    add(C::MediationClosed, {S::Closed, W::Nobody, V::None});
    add(C::UserTimedOut, workable, false);
    add(C::MerchantTimedOut, workable, false);
}

/// The state that stands for @p state where a list does not know it. A ruling inside its recall window has not been sent,
/// so outside it is still being handled.
DisputeState coarserState(DisputeState state)
{
    using S = DisputeState;
    switch (state) {
    case S::Claimed:
    case S::AwaitingEvidence:
    case S::Negotiating:
    case S::AwaitingApproval:
    case S::Ruled:
    case S::Appealed:
    case S::Suspended:
        return S::Queued;
    case S::Executing:
    case S::Withdrawn:
        return S::Closed;
    case S::Queued:
    case S::Closed:
        return state;
    }
    return state;
}

std::optional<int> canonicalCode(PlatformStatusList list, const PlatformPlace &wanted, PlaceMatch matches)
{
    for (const PlatformStatusRow &row : platformStatusRows()) {
        if (row.list == list && row.canonical && row.place && matches(*row.place, wanted))
            return row.code;
    }
    return std::nullopt;
}

/// From exact to coarse: the whole place, then state and verdict, then state and who waits, then the state alone.
constexpr PlaceMatch placeMatches[] = {
    [](const PlatformPlace &row, const PlatformPlace &wanted) { return row == wanted; },
    [](const PlatformPlace &row, const PlatformPlace &wanted) { return row.state == wanted.state && row.verdict == wanted.verdict; },
    [](const PlatformPlace &row, const PlatformPlace &wanted) {
        return row.state == wanted.state && row.waits == wanted.waits && row.verdict == PlatformVerdict::None;
    },
    [](const PlatformPlace &row, const PlatformPlace &wanted) {
        return row.state == wanted.state && row.verdict == PlatformVerdict::None;
    },
};

/// "Waiting for the merchant" would be a lie when a list cannot say that the buyer is asked as well; then it is in progress.
bool liesAboutWaiting(PlatformStatusList list, const PlatformPlace &place)
{
    if (place.state != DisputeState::AwaitingEvidence || place.waits == WaitsFor::Merchant)
        return false;
    return list == PlatformStatusList::DouyinFilter || list == PlatformStatusList::DouyinRecord;
}

} // namespace

std::span<const PlatformStatusRow> platformStatusRows()
{
    static const std::vector<PlatformStatusRow> rows = [] {
        std::vector<PlatformStatusRow> all;
        addDouyinRows(all);
        addTaobaoRows(all);
        addWeChatRows(all);
        return all;
    }();
    return rows;
}

std::optional<PlatformPlace> fromPlatformStatus(PlatformStatusList list, int code)
{
    const auto rows = platformStatusRows();
    const auto found = std::find_if(rows.begin(), rows.end(),
                                    [&](const PlatformStatusRow &row) { return row.list == list && row.code == code; });
    return found == rows.end() ? std::nullopt : found->place;
}

int toPlatformStatus(PlatformStatusList list, const PlatformPlace &place)
{
    PlatformPlace coarse = place;
    if (!liesAboutWaiting(list, place)) {
        for (const PlaceMatch matches : placeMatches) {
            if (const auto code = canonicalCode(list, coarse, matches))
                return *code;
        }
    }
    coarse.state = coarserState(place.state);
    for (const PlaceMatch matches : placeMatches) {
        if (const auto code = canonicalCode(list, coarse, matches))
            return *code;
    }
    assert(false); // every list has a code for Queued and for Closed
    return 0;
}

} // namespace arb::domain
