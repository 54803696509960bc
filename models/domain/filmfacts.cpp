// SPDX-License-Identifier: GPL-3.0-or-later
#include "filmfacts.h"

#include <domain/viewing.h>

#include <algorithm>

namespace arb::domain {

std::optional<qint64> factNumber(const QJsonObject &facts, const char *key)
{
    const QJsonValue value = facts.value(QLatin1StringView(key));
    return value.isDouble() ? std::optional(value.toInteger()) : std::nullopt;
}

bool isFrameOfFilm(qint64 frame, const QJsonObject &facts)
{
    const auto frames = factNumber(facts, "frames");
    return frame >= 0 && (!frames || frame < *frames);
}

bool isTimeOfFilm(qint64 pts, const QJsonObject &facts)
{
    const qint64 first = factNumber(facts, "firstPtsUs").value_or(0);
    const auto last = factNumber(facts, "lastPtsUs");
    const auto duration = factNumber(facts, "durationUs");
    return (!duration || pts >= first) && (!duration || pts <= std::max(last.value_or(0), first + *duration));
}

bool isTimeOfFrame(qint64 frame, qint64 pts, const QJsonObject &facts)
{
    const auto frames = factNumber(facts, "frames"), first = factNumber(facts, "firstPtsUs"), last = factNumber(facts, "lastPtsUs");
    if (frame == 0 && first && pts != *first)
        return false;
    return !frames || frame != *frames - 1 || !last || pts == *last;
}

bool liesInFilm(const FilmPlace &place, const QJsonObject &facts)
{
    const bool inOrder = place.isSpan() ? place.frameEnd > place.frame && place.ptsEnd >= place.pts : place.ptsEnd == place.pts;
    return inOrder && isFrameOfFilm(place.frame, facts) && isFrameOfFilm(place.frameEnd, facts) && isTimeOfFilm(place.pts, facts)
        && isTimeOfFilm(place.ptsEnd, facts) && isTimeOfFrame(place.frame, place.pts, facts)
        && isTimeOfFrame(place.frameEnd, place.ptsEnd, facts);
}

} // namespace arb::domain
