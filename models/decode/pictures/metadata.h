// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pictures/codecs.h"

#include <decode/facts.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
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

/// EXIF of a picture, and where that says nothing its XMP; empty when there is none or it is damaged. Serialised inside: exiv2's XMP part is not thread-safe.
PictureMetadata readMetadata(Bytes bytes);

/// A time of a film's tags, of XMP or the like with its offset written as everywhere ("+0800" as "+08:00"), and with seconds even
/// where it has none; empty when it is no time.
std::string isoFact(const std::string &text);

/// The same of "Thu, 08 Oct 2026 21:04:05 +0800" (RFC 1123) and of what isoFact() knows. Names of zones other than GMT, UTC and UT
/// are not guessed: such a time has no offset.
std::string writtenFact(const std::string &text);

/// At most 200 bytes of UTF-8, cut at a whole character, without control characters; what is no UTF-8 becomes U+FFFD.
std::string plainFact(const std::string &text);

bool isUtf8(std::string_view text);

} // namespace arb::decode
