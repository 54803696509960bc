// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/result.h>
#include <domain/time.h>

#include <QtCore/QString>

#include <functional>

namespace arb::app {

/// What the demo is to be made of.
struct DemoWish
{
    quint64 seed = 1;
    int cases = 60;   ///< all together: the fifteen of resources/demo/cases (never fewer), the rest from templates
    QString dir;      ///< empty: demoFolder(); holds arbiter.db and vault/
    bool fresh = false; ///< make it anew even when there is one
    QString database; ///< empty: sqlite:<dir>/arbiter.db; else an address of an empty database
    QString source;   ///< folder with cases/ and background.json; empty: the program's own
};

/// Where the demo lies when nobody says otherwise: XDG data, arbiter/demo.
QString demoFolder();
/// The vault of the demo in @p dir.
QString demoVault(const QString &dir);
/// When the demo's desk clock starts: Monday 2026-10-12 09:00 platform time.
domain::UtcMs demoStart();

/// Makes the demo's desk through the same use cases as any other, on a clock that walks through its past, or finds it
/// there already; answers its database address, or a sentence. The same seed and number make the same contents. The
/// SQLite desk and its vault appear as a whole or not at all; an earlier demo stays until the new one is ready.
/// @p progress is told how many of how many cases were taken in; false stops it.
domain::Result<QString, QString> prepareDemo(const DemoWish &wish, const std::function<bool(int done, int of)> &progress = {});

} // namespace arb::app
