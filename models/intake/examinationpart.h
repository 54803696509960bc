// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bagcheck.h"

#include <intake/bundlereader.h>

/// data/examination.json of a sealed export: what was pointed out on the evidence, and how it was left.
namespace arb::intake {

/// Reads it into @p result, where there is one: shape and numbers, then that every exhibit named is in the case with the very
/// bytes. The record that was read before must vouch for every mark. Call it when the exhibits' digests are known.
Taken readExaminationPart(BundleSource &source, const Bag &bag, ReadCase &result);

} // namespace arb::intake
