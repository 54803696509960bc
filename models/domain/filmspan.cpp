// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/filmspan.h>

#include "filmfacts.h"

#include <domain/timeline.h>

#include <algorithm>

namespace arb::domain {

namespace {

/// Begins before @p moment and ends after it: by every reading, by some, or by none.
std::optional<FilmSpanFind> spanCrossing(const FilmSpan &span, const std::optional<UtcMs> &moment, FilmSpanFind::What what)
{
    if (!moment || moment->ms() <= 0 || !span.told)
        return std::nullopt;
    const bool always = span.latestBegin < *moment && span.begin.plusMs(span.lengthMs) > *moment;
    if (always)
        return FilmSpanFind{what, true, span.begin.plusMs(span.lengthMs) - *moment};
    const bool perhaps = span.begin < *moment && span.latestBegin.plusMs(span.lengthMs) > *moment;
    return perhaps ? std::optional(FilmSpanFind{what, false, 0}) : std::nullopt;
}

} // namespace

std::optional<FilmSpan> filmSpanOf(const CaseFile &file, const Exhibit &exhibit)
{
    const qint64 lengthMs = factNumber(exhibit.facts, "durationUs").value_or(0) / 1000;
    if (exhibit.kind != ExhibitKind::Video || exhibit.derivedFrom || lengthMs <= 0)
        return std::nullopt;
    using What = FilmSpanFind::What;
    FilmSpan span;
    span.lengthMs = lengthMs;
    const bool handedIn = exhibit.submittedAt.ms() > 0;
    if (const std::optional<ToldTime> told = toldTime(exhibit.facts.value(QLatin1StringView("capturedAt")).toString())) {
        span.told = true;
        span.hasZone = told->hasZone;
        span.begin = told->earliest;
        span.latestBegin = told->latest;
        // Nobody hands in what is still being filmed: of many readings only those are meant that end before.
        if (!span.hasZone && handedIn)
            span.latestBegin = std::max(span.begin, std::min(span.latestBegin, exhibit.submittedAt.plusMs(-lengthMs)));
    }
    if (const auto signing = spanCrossing(span, file.order.signedAt, What::AcrossSigning))
        span.finds.append(*signing);
    if (const auto application = spanCrossing(span, file.afterSale.appliedAt, What::AcrossApplication))
        span.finds.append(*application);
    if (span.told && handedIn && span.end() > exhibit.submittedAt)
        span.finds.append({What::EndsAfterHandedIn, true, span.end() - exhibit.submittedAt});
    if (exhibit.party == Party::Buyer && file.order.signedAt && file.afterSale.appliedAt > *file.order.signedAt) {
        const qint64 atHand = file.afterSale.appliedAt - *file.order.signedAt;
        if (lengthMs > atHand)
            span.finds.append({What::LongerThanAtHand, true, lengthMs - atHand});
    }
    return span;
}

} // namespace arb::domain
