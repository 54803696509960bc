// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <decode/limits.h>
#include <decode/outcome.h>

#include <array>
#include <cstddef>
#include <cstdint>

/// What the window and its helper say to each other over a SEQPACKET socket; both are built together, so the layout is the
/// machine's own. 1. One message is one structure, never more or less. 2. A request may carry one descriptor: the file.
/// 3. An answer may carry one: memory of exactly `bytes` bytes, sealed against writing and resizing. 4. The helper speaks
/// first (Hello), then once for each request, except Cancel. 5. Only Cancel may come while a request is being worked on.
namespace arb::decode::wire {

inline constexpr std::uint32_t magic = 0x31425241; // "ARB1"

enum class Op : std::uint32_t {
    Picture = 1, ///< file; a, b: the size to cover, 0 x 0 full size
    Facts,       ///< file
    OpenFilm,    ///< file; takes the place of the film before
    FrameAt,     ///< a: frame
    OpenSound,   ///< file
    SeekSound,   ///< a: microseconds
    NextSound,
    Cancel       ///< nobody waits for request `number` any more; not answered
};

struct Request
{
    std::uint32_t magic = wire::magic;
    Op op = Op::Cancel;
    std::uint64_t number = 0; ///< rising; the answer repeats it
    std::int64_t a = 0;
    std::int64_t b = 0;
    std::int64_t maxPixels = limits::maxPixels;
    std::int64_t maxBytes = static_cast<std::int64_t>(limits::maxPictureBytes);
};

inline constexpr std::uint32_t ok = 0;
inline constexpr std::uint32_t lastStatus = static_cast<std::uint32_t>(DecodeError::NoMemory) + 1;
/// An error as a status, and back; statuses above lastStatus are lies.
inline constexpr std::uint32_t statusOf(DecodeError error) { return static_cast<std::uint32_t>(error) + 1; }
inline constexpr DecodeError errorOf(std::uint32_t status) { return static_cast<DecodeError>(status - 1); }

/// Which locks the helper has on; Hello tells it.
inline constexpr std::int64_t limitsLock = 1, landlockLock = 2, filterLock = 4;

struct Answer
{
    std::uint32_t magic = wire::magic;
    std::uint32_t status = ok;
    std::uint64_t number = 0;  ///< 0 in the Hello
    std::uint64_t bytes = 0;   ///< of the memory that comes along; 0: none
    /// Hello: locks. Picture: width, height, full width, full height, damaged. Film: width, height, rotation, pixel aspect
    /// and frames a second (bits of a double), duration, has sound; the memory holds the time stamps. Frame: width, height,
    /// index, time. Sound: time of the first sample. Facts: nothing, the memory is a FactsBlock.
    std::array<std::int64_t, 8> values{};
};

struct FactsBlock
{
    static constexpr std::size_t textSize = 200;
    std::int64_t format = 0, width = 0, height = 0, durationUs = 0, frames = 0, firstPtsUs = 0, lastPtsUs = 0, hasSound = 0,
                 hasPlace = 0, latitudeE6 = 0, longitudeE6 = 0, thumbnailDiffers = 0, contentCredentials = 0;
    struct Text
    {
        std::uint64_t size = 0;
        std::array<char, textSize> bytes{};
    };
    Text capturedAt, modifiedAt, device, software;
};

} // namespace arb::decode::wire
