// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jsonreader.h"

#include <domain/coverage.h>

namespace arb::domain {

/// Reads `items` out of @p json and refuses whatever else stands there; errors at their pointers.
CaseCoverage readCoverage(JsonReader &json);

} // namespace arb::domain
