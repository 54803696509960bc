// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <decode/outcome.h>

#include <cstdint>
#include <string>
#include <vector>

/// What a machine reads in a picture. A search aid for people who look, never evidence by itself.
namespace arb::decode {

/// Where a bubble of a chat stands; Middle: clock times, titles, and whatever is in no bubble.
enum class BubbleSide { Middle, Left, Right };

/// A word and where it stands in the upright full-size picture.
struct ReadWord
{
    std::string text;   ///< UTF-8 without control characters, 1 to 200 bytes
    int x = 0, y = 0, width = 1, height = 1;
    int confidence = 0; ///< 0 to 100: the reader's own; no probability
    int line = 0;       ///< from 0, rising: words of one line stand together
    int group = 0;      ///< from 0, rising: lines of one bubble, or of one block
    BubbleSide side = BubbleSide::Middle;
};

enum class ReadRoute {
    Bubbles, ///< each bubble by itself, as black on white
    Page     ///< the picture as it is
};

struct PictureReading
{
    int width = 0, height = 0; ///< upright full size
    ReadRoute route = ReadRoute::Bubbles;
    bool complete = true;      ///< false: the time was over before the end
    std::vector<ReadWord> words;
};

/// Reads pictures. The helper that decodes has none; the one that reads brings it along, so that only that one carries the
/// libraries it needs.
class PictureReader
{
public:
    virtual ~PictureReader() = default;
    /// Takes the reading data in @p fd (not moved, not owned). Once is enough; again is no harm.
    virtual Outcome<bool> learn(int fd) = 0;
    /// Reads the picture in @p fd, which is decoded here.
    virtual Outcome<PictureReading> read(int fd, const Abandoned &abandoned) = 0;
};

} // namespace arb::decode
