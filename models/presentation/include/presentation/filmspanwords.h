// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <presentation/factscard.h>

#include <optional>

namespace arb::presentation {

/// Seconds below a minute, a part of one as a whole; else as durationText() has it.
QString spanLengthText(qint64 ms);

/// From when to when a film was taken by its own clock and length, and what of that does not go together with the order's times;
/// nothing where there is nothing to compare. Plain words, no verdict.
std::optional<CardLine> filmSpanLine(const domain::CaseFile &file, const domain::Exhibit &exhibit);

} // namespace arb::presentation
