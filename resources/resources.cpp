// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources.h"

#include <QtCore/QtGlobal>
#include <QtCore/qresource.h>

// The macro declares a function at namespace scope, so it must stand outside ours.
static void initAll()
{
    Q_INIT_RESOURCE(arb_migrations);
    Q_INIT_RESOURCE(arb_schema);
    Q_INIT_RESOURCE(arb_policy);
    Q_INIT_RESOURCE(arb_calendar);
    Q_INIT_RESOURCE(arb_hints);
    Q_INIT_RESOURCE(arb_icons);
}

namespace arb {

void initResources()
{
    initAll();
}

} // namespace arb
