// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pictures/codecs.h"

#include <decode/facts.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace arb::decode {

struct PictureMetadata
{
    int orientation = 1; ///< EXIF, 1 to 8
    bool hasPlace = false;
    std::int32_t latitudeE6 = 0, longitudeE6 = 0; ///< as in Facts
    std::string capturedAt, modifiedAt, device, software;
    std::vector<std::byte> preview; ///< the JPEG in IFD1, as it stands in the file; empty when there is none
};

/// EXIF of a picture; empty when there is none or it is damaged. Serialised inside: exiv2's XMP part is not thread-safe.
PictureMetadata readMetadata(Bytes bytes);

/// A time of a film's tags with its offset written as everywhere ("+0800" as "+08:00"); empty when it is no time.
std::string isoFact(const std::string &text);

/// At most 200 bytes, cut at a whole character, without control characters.
std::string plainFact(const std::string &text);

} // namespace arb::decode
