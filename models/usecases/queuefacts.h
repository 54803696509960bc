// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <usecases/queuestore.h>

/// The small facts of a case in one word: state, type, reason, whom it waits for, whether it is appealed.
namespace arb::usecases {

/// The word itself. Its widths leave room for codes to come; factsOf() asserts that they suffice.
struct QueueFacts
{
    static constexpr int typeShift = 4, reasonShift = 8;
    static constexpr quint16 stateMask = 0xf, typeMask = 0xf, reasonMask = 0x1f;
    static constexpr quint16 appealBit = 1u << 13, buyerBit = 1u << 14, merchantBit = 1u << 15;

    quint16 word = 0;

    unsigned state() const { return word & stateMask; }
    unsigned type() const { return static_cast<unsigned>(word >> typeShift) & typeMask; }
    unsigned reason() const { return static_cast<unsigned>(word >> reasonShift) & reasonMask; }
};
QueueFacts factsOf(const QueueEntry &entry);

/// Which small facts a query admits.
struct FactsMask
{
    quint32 states = ~0u, types = ~0u, reasons = ~0u; ///< a bit for each value
    quint16 needed = 0;                               ///< of the bits, all of these
    bool admits(QueueFacts facts) const
    {
        return (states >> facts.state() & types >> facts.type() & reasons >> facts.reason() & 1u) && (facts.word & needed) == needed;
    }
};
FactsMask factsMask(const QueueQuery &query);

} // namespace arb::usecases
