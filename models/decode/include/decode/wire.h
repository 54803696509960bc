// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <decode/limits.h>
#include <decode/outcome.h>

#include <array>
#include <cstddef>
#include <cstdint>

/// What the window and its helpers (and the server that forks them) say to each other over a SEQPACKET socket; both are built together, so the layout is the
/// machine's own. 1. One message is one structure, never more or less. 2. A request may carry one descriptor: the file.
/// 3. An answer may carry one: memory of at least `bytes` bytes, sealed against resizing. The helper may write to it again
/// for the next request; the window copies it out before it asks again, never maps it, and looks only at its copy. 4. The helper
/// speaks first (Hello), then once for each request, except Cancel. 5. Only Cancel may come while a request is being worked on.
/// 6. Before a picture for which it was asked so, it may speak more often, with status `underway`: the first time with the memory and no rows, then with ever
/// more rows that are as they will stay, so that the window can copy them while the others are decoded.
namespace arb::decode::wire {

inline constexpr std::uint32_t magic = 0x31425241; // "ARB1"

enum class Op : std::uint32_t {
    Picture = 1, ///< file; a, b: the size to cover, 0 x 0 full size; c: 1, rows may be told of underway
    Facts,       ///< file
    OpenFilm,    ///< file; takes the place of the film before
    FrameAt,     ///< a: frame; b, c: the box to cover (decode/halving.h), 0 x 0 the whole frame
    OpenSound,   ///< file
    SeekSound,   ///< a: microseconds
    NextSound,
    Cancel,      ///< nobody waits for request `number` any more; not answered
    NearestAtOnce, ///< a: frame; what can be shown on the way to it without decoding more than one frame
    Thumbnail,   ///< a: microseconds; b, c: the box it has to fit into; of the key frame before
    SoundPeaks,  ///< file; a, b: from and to in microseconds; c: how many stretches
    Interruptions, ///< a 0: file, begins a search through it; a 1: goes on with it
    ReadCodes,     ///< the same, in a picture or a film
    LearnToRead,   ///< file: the reading data; only the helper that reads (arbiter-read) knows this and the next
    ReadText,      ///< file: a picture
    Fork           ///< to the fork server only: begins a helper; comes with the helper's socket, answered with its pidfd
};

struct Request
{
    std::uint32_t magic = wire::magic;
    Op op = Op::Cancel;
    std::uint64_t number = 0; ///< rising; the answer repeats it
    std::int64_t a = 0;
    std::int64_t b = 0;
    std::int64_t c = 0;
    std::int64_t background = 0; ///< 1: from now on, and for good, this helper gives way to everything that somebody waits for
    std::int64_t maxPixels = limits::maxPixels;
    std::int64_t maxBytes = static_cast<std::int64_t>(limits::maxPictureBytes);
};

inline constexpr std::uint32_t ok = 0;
inline constexpr std::uint32_t lastStatus = static_cast<std::uint32_t>(DecodeError::SoundOnly) + 1;
inline constexpr std::uint32_t underway = 0x55525731; ///< values: width, height, rows; the answer itself is yet to come
/// An error as a status, and back; other statuses above lastStatus are lies.
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
    /// and frames a second (bits of a double), duration, has sound, how many frames, key frames and gaps; the memory holds the
    /// time stamps of the frames, then the numbers of the key frames, then from and to of each gap, then what the coding of its sound
    /// is called (FactsBlock::Text; empty: no sound at all). Frame and thumbnail: width,
    /// height, index, time, damaged. Sound: time of the first sample. Peaks: nothing, the memory holds low and high of each stretch, 16
    /// bits each. Facts: nothing, the memory is a FactsBlock. Interruptions, ReadCodes: whether it is done, permille of the way,
    /// and when done width and height (codes only); the memory holds HintBlocks or CodeBlocks.
    /// ReadText: width, height, route, whether it came to the end; the memory holds WordBlocks.
    std::array<std::int64_t, 10> values{};
};

struct FactsBlock
{
    static constexpr std::size_t textSize = 200;
    std::int64_t format = 0, width = 0, height = 0, durationUs = 0, frames = 0, firstPtsUs = 0, lastPtsUs = 0, hasSound = 0,
                 hasPlace = 0, latitudeE6 = 0, longitudeE6 = 0, thumbnailDiffers = 0, contentCredentials = 0, hiddenFrames = 0, holdsSecondRecording = 0;
    struct Text
    {
        std::uint64_t size = 0;
        std::array<char, textSize> bytes{};
    };
    Text capturedAt, modifiedAt, device, software, soundKind;
};

inline constexpr std::size_t mostHints = 2'000, mostCodes = 200; ///< of one file; nobody reads more
inline constexpr std::size_t mostWords = 8'000;

struct HintBlock
{
    std::int64_t kind = 0, fromUs = 0, toUs = 0, beforeFrame = 0, afterFrame = 0, strength = 0;
};

struct CodeBlock
{
    std::int64_t symbology = 0, frame = 0, ptsUs = 0, lastUs = 0, x = 0, y = 0, width = 0, height = 0;
    FactsBlock::Text text;
};

struct WordBlock
{
    std::int64_t x = 0, y = 0, width = 0, height = 0, confidence = 0, line = 0, group = 0, side = 0;
    FactsBlock::Text text;
};

} // namespace arb::decode::wire
