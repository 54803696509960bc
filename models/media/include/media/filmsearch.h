// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <media/decodeservice.h>
#include <media/mediaerror.h>

#include <domain/filmfinds.h>

#include <QtCore/QList>
#include <QtCore/QString>

#include <functional>

namespace arb::media {

/// Told how far a search is, in permille, on the calling thread. May be empty.
using SearchProgress = std::function<void(int permille)>;

/// Searches through the file in @p fd (not moved, not owned), which is a file of @p origin, in a helper of their own that ends
/// with them. They block for as long as the film takes (about a sixth of its length for one in 1080p) until @p abandoned;
/// each step of theirs has DecodeLimits::filmSeconds. Findings are by time.
Media<QList<domain::FilmHint>> findInterruptions(const DecodeService &service, const QString &origin, int fd, const Abandoned &abandoned = {},
                                                 const SearchProgress &progress = {});
/// In a picture or a film.
Media<QList<domain::FoundCode>> findCodes(const DecodeService &service, const QString &origin, int fd, const Abandoned &abandoned = {},
                                          const SearchProgress &progress = {});

} // namespace arb::media
