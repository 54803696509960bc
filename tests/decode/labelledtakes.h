// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <decode/continuity.h>

#include <cstdint>
#include <vector>

/// The labelled set for the search for interruptions: takes that are made up, the same on every machine, with the truth
/// about each. A camera in a hand or on a stand looks at a table; a hand moves a parcel; light changes; sensors are noisy.
namespace arb::tests {

struct LabelledEvent
{
    enum class Kind {
        JumpCut,  ///< frames were taken out of one take
        HardCut,  ///< another scene follows
        Dissolve, ///< another scene, or the same one later, fades in
        Flash, Cover, WhipPan, LightStep ///< what must not be taken for a cut
    };
    Kind kind = Kind::JumpCut;
    int first = 0; ///< the first frame that shows it
    int last = 0;  ///< the last one that does; of a cut the same
    int removed = 0; ///< frames, of a jump cut
    bool isCut() const { return kind == Kind::JumpCut || kind == Kind::HardCut || kind == Kind::Dissolve; }
};

struct LabelledTake
{
    int number = 0;
    std::vector<LabelledEvent> events; ///< by frame, far from each other
    std::vector<decode::SmallLuma> frames;
};

/// Takes from 0; even numbers are for choosing thresholds, odd ones for the rates. Every fifth has no cut.
inline constexpr int labelledTakes = 120;
LabelledTake makeTake(int number);

/// A take's frame at @p scale times the small size, for encoders; the same view with finer detail.
std::vector<std::uint8_t> drawLarge(const LabelledTake &take, int frame, int scale);

/// What came out for some takes: kinds as LabelledEvent::Kind, Flash to LightStep counting hints that were wrongly put there.
struct TakeScore
{
    int cuts[3] = {}, found[3] = {};
    int falsePlain = 0, falseAt[4] = {}; ///< interruptions and dissolves where none is
    int covers = 0, coversTold = 0, coversFalse = 0;
    int flashes = 0, flashesTold = 0;
    int jumpBySize[3] = {}, jumpFoundBySize[3] = {}; ///< removed frames: under 15, under 40, more
    int allCuts() const { return cuts[0] + cuts[1] + cuts[2]; }
    int allFound() const { return found[0] + found[1] + found[2]; }
    int allFalse() const { return falsePlain + falseAt[0] + falseAt[1] + falseAt[2] + falseAt[3]; }
};
void score(const LabelledTake &take, const std::vector<decode::FilmHint> &hints, TakeScore &sum);

} // namespace arb::tests
