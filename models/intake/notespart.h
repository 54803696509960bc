// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bagcheck.h"

#include <intake/bundlereader.h>

/// data/notes.json of a sealed export: what people at the desk wrote down.
namespace arb::intake {

/// Reads the notes into @p result and holds them against its record, which vouches for each. After readSeal().
Taken readNotesPart(BundleSource &source, const Bag &bag, ReadCase &result);

} // namespace arb::intake
