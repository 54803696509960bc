// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace arb::ui {

/// One action of the window: menus, keys, the shortcut sheet and the clash test read this one table.
struct ActionRow
{
    const char *id;
    const char *text; ///< English, context "Action"
    const char *keys; ///< portable key sequence; several by " | "; empty: none
};

std::span<const ActionRow> actionCatalog();

} // namespace arb::ui
