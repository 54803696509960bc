// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <vector>

namespace arb::decode {

/// A frame's brightness, averaged over 96 x 54 areas in the order of storage: all that the search for interruptions sees.
struct SmallLuma
{
    static constexpr int width = 96, height = 54;
    std::array<std::uint8_t, static_cast<std::size_t>(width) * height> pixels{};
    std::uint8_t at(int x, int y) const { return pixels[static_cast<std::size_t>(y * width + x)]; }
};

/// One thing in a film that may be worth a look. It says what the pixels and the clock show, never why.
struct FilmHint
{
    enum class Kind {
        Interruption,  ///< the next frame does not continue the one before
        Dissolve,      ///< one view fades into another
        Covered,       ///< nothing could be seen for a while: the lens was covered, or it was dark
        Flash,         ///< a few frames of another brightness, then the same view again
        Still,         ///< the same picture, pixel by pixel, for half a second or more
        MissingFrames, ///< the clock goes on without frames
        SoundBreak,    ///< the sound has a hole, or ends before the pictures do
        Damaged,       ///< the decoder found damage: what these frames show is not what was filmed
        Joined,        ///< the clock of the file starts again between these frames: another recording follows
        Unshown,       ///< behind the last frame the file holds another recording, which this film is not made of
        Resized        ///< the pictures have another size from here on
    };
    Kind kind = Kind::Interruption;
    std::int64_t fromUs = 0, toUs = 0;            ///< the container's timestamps, not rebased
    std::int64_t beforeFrame = 0, afterFrame = 0; ///< the last before it and the first after it
    int strength = 0;                             ///< 1 to 1000: how far beyond what was expected; no probability
    bool operator==(const FilmHint &) const = default;
};

/// Finds interruptions in a film that comes frame by frame, in little memory however long it is. Each frame is laid over the
/// one before at the best shift; a cut shows as a jump of that shift, or of what is left after it, against the frames around.
/// 1. The first five frames give no hint: cameras find their light. 2. A whip pan is a run of large differences, not a jump.
/// 3. What was repeated (a frame equal to the one before) is no frame of its own.
/// Sees brightness only; does not decode.
class ContinuityDetector
{
public:
    /// In presentation order; @p number is the film's own.
    void add(const SmallLuma &frame, std::int64_t ptsUs, std::int64_t number);
    /// All hints by time. Nothing may be added afterwards.
    std::vector<FilmHint> finish();

private:
    struct Seen
    {
        SmallLuma luma;
        std::array<std::uint8_t, std::size_t{48} * 27> half{};
        std::int64_t ptsUs = 0, number = 0, order = 0;
        double step = 1;                ///< time since the frame before, in usual distances
        double dx = 0, dy = 0;          ///< shift against the frame before, for one usual distance
        double left = 0, leftWorst = 0; ///< difference that stays after local shifts: mean of all blocks, of the worst quarter
        double mean = 0, contrast = 0;  ///< mean and standard deviation
        bool blind = false;             ///< next to nothing to be seen
    };
    struct Match
    {
        double dx = 0, dy = 0, left = 0, leftWorst = 0;
    };

    static Match match(const Seen &from, const Seen &to, int nearX, int nearY);
    static double shiftedDifference(const Seen &from, const Seen &to, int dx, int dy);
    static double blendDifference(const Seen &before, const Seen &middle, const Seen &after);
    bool repeats(const SmallLuma &frame) const;
    void endStill(std::int64_t nextNumber);
    void noteStep(std::int64_t ptsUs, std::int64_t number);
    double usualStepUs() const;
    void noteBlindness(Seen &frame);
    void endBlindness(const Seen &after);
    void decideNext();
    const Seen *near(int by) const;
    double usualLeft() const;
    double differenceJump() const;
    double shiftJump() const;
    const Seen *endOfFlash() const;
    double dissolve(int reach) const;
    void weighDissolve();
    void tell(FilmHint::Kind kind, const Seen &before, const Seen &after, double strength);

    std::deque<Seen> m_seen;    ///< the frames around the one to be decided, which is m_seen[m_at]
    std::size_t m_at = 0;
    std::int64_t m_count = 0;   ///< frames that were no repeats
    std::int64_t m_lastUs = 0, m_lastNumber = -1;
    std::deque<std::int64_t> m_steps; ///< recent distances between frames
    double m_usualContrast = 0;
    Seen m_beforeBlind;
    int m_blindFrames = 0;
    std::int64_t m_quietUntil = 5; ///< order of the first frame that may give a hint
    struct Blend
    {
        double strength = 0;
        int reach = 0;
        Seen before, after;
        std::int64_t order = 0;
    } m_blend; ///< the likeliest middle of a dissolve so far
    std::vector<FilmHint> m_hints;
};

} // namespace arb::decode
