// SPDX-License-Identifier: GPL-3.0-or-later
#include <usecases/filmplaces.h>

#include <algorithm>
#include <iterator>

namespace arb::usecases {

namespace {

/// The first key that the film's own frame times speak against; empty when none does.
QString strangeFrame(const domain::Citation &citation, const QList<qint64> &times)
{
    const auto isOther = [&times](const std::optional<qint64> &frame, const std::optional<qint64> &pts) {
        return frame && pts && *frame >= 0 && *frame < times.size() && times.at(*frame) != *pts;
    };
    if (isOther(citation.frame, citation.pts))
        return QStringLiteral("/pts");
    return isOther(citation.frameEnd, citation.ptsEnd) ? QStringLiteral("/ptsEnd") : QString();
}

// A span with ends out of order, or with an end of the other kind, is refused by what it says itself: nothing is added to it.

bool isFrameAlone(const domain::Citation &citation)
{
    return citation.frame && !citation.pts && !citation.ptsEnd && (!citation.frameEnd || *citation.frameEnd > *citation.frame);
}

bool isTimeAlone(const domain::Citation &citation)
{
    return citation.pts && !citation.frame && !citation.frameEnd && (!citation.ptsEnd || *citation.ptsEnd >= *citation.pts);
}

std::optional<domain::RulingFault> addTime(std::optional<qint64> frame, std::optional<qint64> &pts, const QList<qint64> &times, const char *key)
{
    if (!frame)
        return std::nullopt;
    if (*frame < 0 || *frame >= times.size())
        return domain::RulingFault{domain::RulingProblem::CitationUnknown, QString::fromLatin1(key)};
    pts = times.at(*frame);
    return std::nullopt;
}

std::optional<domain::RulingFault> addTimes(domain::Citation &citation, const QList<qint64> &times)
{
    const auto fault = addTime(citation.frame, citation.pts, times, "/frame");
    return fault ? fault : addTime(citation.frameEnd, citation.ptsEnd, times, "/frameEnd");
}

std::optional<domain::RulingFault> addNumber(std::optional<qint64> pts, std::optional<qint64> &frame, const QList<qint64> &times, const char *key)
{
    if (!pts)
        return std::nullopt;
    const auto there = std::lower_bound(times.cbegin(), times.cend(), *pts);
    if (there != times.cend() && *there == *pts) {
        frame = std::distance(times.cbegin(), there);
        return std::nullopt;
    }
    domain::RulingFault fault{domain::RulingProblem::NoFrameThen, QString::fromLatin1(key)};
    if (there != times.cbegin())
        fault.before = *std::prev(there);
    if (there != times.cend())
        fault.after = *there;
    return fault;
}

std::optional<domain::RulingFault> addNumbers(domain::Citation &citation, const QList<qint64> &times)
{
    if (const auto fault = addNumber(citation.pts, citation.frame, times, "/pts"))
        return fault;
    if (citation.ptsEnd == citation.pts) // one frame, which has no end
        citation.ptsEnd.reset();
    return addNumber(citation.ptsEnd, citation.frameEnd, times, "/ptsEnd");
}

} // namespace

bool isHalfFilmPlace(const domain::Citation &place)
{
    return isFrameAlone(place) || isTimeAlone(place);
}

std::optional<domain::RulingFault> settleFilmPlace(domain::Citation &place, const QList<qint64> &times)
{
    if (times.isEmpty())
        return std::nullopt;
    if (const QString key = strangeFrame(place, times); !key.isEmpty())
        return domain::RulingFault{domain::RulingProblem::CitationUnknown, key};
    const bool byNumber = isFrameAlone(place);
    if (!byNumber && !isTimeAlone(place))
        return std::nullopt;
    domain::Citation whole = place;
    const auto fault = byNumber ? addTimes(whole, times) : addNumbers(whole, times);
    if (!fault)
        place = whole;
    return fault;
}

CommandError placeRefused(const QString &exhibit, const domain::RulingFault &fault)
{
    const bool isBetween = fault.problem == domain::RulingProblem::NoFrameThen;
    CommandError error(isBetween ? CommandFault::NoFrameThen : CommandFault::BadValue, exhibit + fault.where);
    if (isBetween)
        error.faults = {fault};
    return error;
}

} // namespace arb::usecases
