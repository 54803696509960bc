// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>

namespace arb::tests {

struct Entry
{
    const char *name;
    QObject *(*make)();
};

/// Before the application object: XDG folders of our own, so that no test touches the user's.
void prepare();
/// Runs the class that argv[1] names (further arguments go to Qt Test), or all of @p entries (ended by a null name).
int run(const Entry *entries, int argc, char *argv[]);

} // namespace arb::tests
