// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jsonreader.h"

#include <domain/viewing.h>

namespace arb::domain {

/// The view that @p json holds; what is wrong with it goes to the reader's errors.
ViewState readViewState(JsonReader &json);
/// An id in decimal digits (JSON has no integers of 63 bits); none when the key is absent.
MarkId readMarkId(JsonReader &json, const char *key, Need need);

} // namespace arb::domain
