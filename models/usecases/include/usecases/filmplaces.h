// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <usecases/commanderror.h>

#include <domain/outcomes.h>

#include <optional>

/// Places in a film by the number of a frame and by the time at which it begins: both name the same frame, and of one the other follows.
namespace arb::usecases {

/// Named by frames or by times alone, so that the film can tell the other ones.
bool isHalfFilmPlace(const domain::Citation &place);

/// Of a @p place in a film whose frames begin at @p times (microseconds of the container, rising): the frames or the times that it
/// leaves out. No times: nobody can tell, and the place stays as it is. CitationUnknown where a number and a time are of two frames
/// (/pts, /ptsEnd) or the film has no such frame (/frame, /frameEnd), NoFrameThen where no frame begins at a time (/pts, /ptsEnd);
/// then @p place is left as it was. Number and time together with a number beyond the film are not held against each other.
std::optional<domain::RulingFault> settleFilmPlace(domain::Citation &place, const QList<qint64> &times);

/// How whatever takes a place in @p exhibit outside of a ruling refuses it for @p fault: NoFrameThen or BadValue, which names the key.
CommandError placeRefused(const QString &exhibit, const domain::RulingFault &fault);

} // namespace arb::usecases
