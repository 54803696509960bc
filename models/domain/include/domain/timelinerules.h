// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/timeline.h>

/// Orders of events that cannot be, or that ask for a second look. Hints, never verdicts: each names two events of the
/// timeline that do not fit together and how far they are apart.
///
/// 1. A clash is certain only if it holds for every reading of the times in it (the outer bounds of a device's clock), and
///    nothing but times speaks for it. Everything else is possible.
/// 2. Times of the platform and the desk clash when they are further apart than the tolerance of their rule.
/// 3. A device whose pictures were taken after somebody had them is ahead; its other times are judged with the clock set
///    back by as much, and are then never certain.
/// 4. Two or more pictures of one device, all before the delivery by no more than a wrong zone explains, are told of as that
///    device's clock (device_clock_off), not as pictures of other goods: the times alone cannot tell the two apart.
/// 5. A film of the buyer's that came with no words, for no element, before the case was escalated, is what the application was
///    founded on; made after it, it is told of as possible. Later films answer a call for evidence, and are younger by nature.
namespace arb::domain {

enum class TimelineRule {
    PhotoBeforeDelivery,   ///< the buyer's camera picture of the goods is older than the delivery
    FilmAfterApplication,  ///< the film of the unboxing was made after the refund was asked for; or may be, where nothing says what it shows
    DispatchBeforeScan,    ///< "shipped" was said long before the carrier first saw the parcel
    EvidenceAfterDeadline, ///< handed in after that party's evidence term
    QuotedBeforeSaid,      ///< a statement repeats words of the chat that were written later
    DeviceClockOff,        ///< several times of one device are off by about the same
    ScanOrder,             ///< a parcel was signed for before it was on its way, and the like
    ApplicationBeforeOrder, ///< a refund was asked for before anything was ordered
    FutureTime             ///< something happened after it was handed in, or after now
};

// Tolerances: what two honest times may be apart. They are judgements of ours, not the platform's.
inline constexpr qint64 dispatchToleranceMs = 12 * hourMs; ///< a courier's round comes twice a day
inline constexpr qint64 scanToleranceMs = 30 * minuteMs;   ///< hand scanners send in batches
inline constexpr qint64 recordToleranceMs = minuteMs;      ///< clocks of one platform
inline constexpr qint64 nowToleranceMs = 5 * minuteMs;     ///< clocks of platform and desk
inline constexpr qint64 staleClockMs = 365 * dayMs;        ///< a picture that much older than the order: a clock that was reset, or any old picture
inline constexpr qsizetype mostStatementWords = 20'000;    ///< characters of a statement that are compared with the chat
inline constexpr int leastQuoteWeight = 16;                ///< a Chinese character counts 2, another letter or digit 1

struct TimelineClash
{
    TimelineRule rule = TimelineRule::FutureTime;
    int first = -1;      ///< index into CaseTimeline::events: what cannot be as told
    int second = -1;     ///< what it clashes with
    qint64 apartMs = 0;  ///< by the likeliest reading; above zero
    bool certain = false;
    qint64 offsetMs = 0; ///< DeviceClockOff: at least so far is the clock ahead (negative: behind)
    QList<int> others;   ///< further events of the same clash: the device's other pictures
    bool operator==(const TimelineClash &) const = default;
};

/// A film that is handed in as that of the unboxing, or that its party calls so.
bool isOfUnboxing(const TimelineEvent &film);

/// All clashes, the certain ones first, then by the time of their first event.
QList<TimelineClash> clashesOf(const CaseTimeline &timeline, const CaseFile &file, const TimelineExtra &extra = {});

template<> std::span<const CodeRow<TimelineRule>> codeTable<TimelineRule>();

} // namespace arb::domain
