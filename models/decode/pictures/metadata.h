// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pictures/codecs.h"

#include <decode/facts.h>

#include <string>

namespace arb::decode {

struct PictureMetadata
{
    int orientation = 1; ///< EXIF, 1 to 8
    bool hasPlace = false;
    std::string capturedAt, device, software;
};

/// EXIF of a picture; empty when there is none or it is damaged. Serialised inside: exiv2's XMP part is not thread-safe.
PictureMetadata readMetadata(Bytes bytes);

/// At most 200 bytes, cut at a whole character, without control characters.
std::string plainFact(const std::string &text);

} // namespace arb::decode
