// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/dispute.h>

#include <optional>
#include <span>

/// The platforms' own arbitration-status lists and how they map onto our states. Both directions come from one table:
///  1. Every official code has exactly one row.
///  2. A row without a state means: the desk has no such case (none, not needed, still with the merchant).
///  3. Several codes may mean one of our places; exactly one of them is canonical, and it is what we send back.
///  4. Our states that a list does not tell apart go out as the nearest one it has (toPlatformStatus).
namespace arb::domain {

enum class PlatformStatusList {
    DouyinFilter,   ///< the request filter of the after-sale list
    DouyinRecord,   ///< the arbitration record in list and detail answers: another enumeration on purpose
    TaobaoService,  ///< cs_status
    WeChatComplaint ///< dispute-order states
};

enum class DouyinFilterStatus {
    None = 0, Handling = 1, EndedForBuyer = 2, EndedForSeller = 3, MerchantEvidence = 4, Negotiating = 5, Ended = 6, Cancelled = 255
};
enum class DouyinRecordStatus {
    None = 0, InProgress = 1, Agreed = 2, Rejected = 3, MerchantEvidence = 4, Negotiating = 5, Ended = 255
};
enum class TaobaoServiceStatus {
    NotNeeded = 1, Needed = 2, SteppedIn = 3, FirstReviewDone = 4, ReReviewFailed = 5, Done = 6, Withdrawn = 7, ForBuyer = 8,
    ForSeller = 9, EvidencePeriod = 10, OpenToAppeal = 11
};
enum class WeChatComplaintStatus {
    MerchantToHandle = 100, PlatformToHandle = 101, Cancelled = 102, PlatformHandling = 103, UserToSupplement = 104,
    UserSupplemented = 105, MerchantToSupplement = 106, MerchantSupplemented = 107, BothToSupplement = 108, BothTimedOut = 109,
    MerchantToConfirm = 110, MerchantAppealing = 111, Mediated = 112, Verifying = 113, RefundingAgain = 114,
    RefundVerified = 115, MediationClosed = 116, UserTimedOut = 305, MerchantTimedOut = 307
};

/// Who has the next move.
enum class WaitsFor { Nobody, Reviewer, Supervisor, Buyer, Merchant, BothParties };
enum class PlatformVerdict { None, ForBuyer, ForSeller };

/// Where a case stands, as far as a platform can tell.
struct PlatformPlace
{
    DisputeState state = DisputeState::Queued;
    WaitsFor waits = WaitsFor::Reviewer;
    PlatformVerdict verdict = PlatformVerdict::None;
    bool operator==(const PlatformPlace &) const = default;
};

struct PlatformStatusRow
{
    PlatformStatusList list;
    int code;
    std::optional<PlatformPlace> place;
    bool canonical; ///< what goes back for this place
};

std::span<const PlatformStatusRow> platformStatusRows();

/// Our place for a platform's @p code; nothing for an unknown code and for one that means "no case here".
std::optional<PlatformPlace> fromPlatformStatus(PlatformStatusList list, int code);
/// The code of @p list that comes nearest to @p place. Every list has one for every place.
int toPlatformStatus(PlatformStatusList list, const PlatformPlace &place);

} // namespace arb::domain
