// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/result.h>

namespace arb::media {

/// Why a piece of evidence cannot be shown. Sentences are made at the edge.
enum class MediaError {
    Empty,         ///< no bytes
    Unreadable,    ///< the descriptor could not be read
    UnknownFormat, ///< none of the formats that are let in
    Refused,       ///< a variant that is not let in: encrypted, animated, unknown codec
    TooLarge,      ///< over a limit in bytes, pixels or frames
    Damaged,       ///< the decoder gave up
    Abandoned,     ///< nobody waits any more
    TimedOut,
    NoTool         ///< a program that is needed (poppler-utils) is not installed
};

template<typename T>
using Media = domain::Result<T, MediaError>;

} // namespace arb::media
