// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commandstep.h"

#include <domain/ruling.h>

namespace arb::usecases {

/// What only the files can tell of a ruling's citations: a frame that is named by number and time is one frame, and a message
/// of a chat that was handed in is one of its messages, a range runs forwards. What a file does not tell is not held against
/// the citation. RulingInvalid with CitationUnknown.
Done<void> citedPlacesAgree(const CommandStep &step, const domain::Ruling &ruling);

} // namespace arb::usecases
