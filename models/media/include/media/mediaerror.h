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
    TooManyBytes,  ///< the file is over DecodeLimits::maxBytes
    TooLarge,      ///< over DecodeLimits::maxPixels
    TooManyFrames, ///< over DecodeLimits::maxFrames
    NoMemory,      ///< it asks for more than a helper may have
    SoundOnly,     ///< it holds sound and no pictures
    Damaged,       ///< the decoder gave up
    Abandoned,     ///< nobody waits any more
    TimedOut,
    NoTool,        ///< a program that is needed (poppler-utils) is not installed
    NoHelper,      ///< arbiter-decode is missing or does not start: nothing is decoded without it
    HelperDied     ///< the decoder broke off three times over this file, or answered what cannot be
};

template<typename T>
using Media = domain::Result<T, MediaError>;

} // namespace arb::media
