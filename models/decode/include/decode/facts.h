// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <decode/format.h>
#include <decode/outcome.h>

#include <cstdint>
#include <string>

namespace arb::decode {

/// What a file says about itself: hints for a reviewer, never verdicts. Absent is neutral. Strings are at most 200 bytes of
/// UTF-8 without control characters.
struct Facts
{
    FileFormat format = FileFormat::Unknown;
    int width = 0;  ///< upright pixels; 0 unknown
    int height = 0;
    std::int64_t durationUs = 0; ///< films only
    std::int64_t frames = 0;     ///< films only
    std::int64_t firstPtsUs = 0; ///< films only: of the first and the last frame, as the container has them
    std::int64_t lastPtsUs = 0;
    bool hasSound = false; ///< that can be heard
    bool hasPlace = false;  ///< carries GPS
    std::int32_t latitudeE6 = 0;  ///< millionths of a degree, north positive; only with hasPlace
    std::int32_t longitudeE6 = 0; ///< east positive
    bool thumbnailDiffers = false;   ///< the embedded preview shows something else than the picture
    bool contentCredentials = false; ///< carries a C2PA manifest (JUMBF); nobody checked it
    std::string capturedAt; ///< "2026-10-08T21:04:05", with "+08:00" or "Z" where the file says so; empty unknown
    std::string modifiedAt; ///< the file's own word of its last change, in the same form
    std::string device;     ///< make and model
    std::string software;
    std::string soundKind; ///< as in FilmInfo, like these two
    std::int64_t hiddenFrames = 0;
    bool holdsSecondRecording = false;
};

/// Facts of a picture or a film; other formats give their format only. Blocks.
Outcome<Facts> readFacts(int fd);

} // namespace arb::decode
