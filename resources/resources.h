// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace arb {

/// Makes the embedded files readable: :/migrations, :/schema, :/policy, :/calendar, :/hints, :/icons. Call once before use; a
/// static library's resources are dropped by the linker otherwise.
void initResources();

} // namespace arb
