// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QStringList>

namespace arb::intake {

/// The bare libraries doing the least that importing needs: inflates every entry of every zip in @p bundles (libzip),
/// hashes it (SHA-256), writes what is evidence under its digest in @p folder, one syncfs every @p batch bundles. What the import
/// benchmark is measured against, in the same run, on the same files. False when something could not be done.
bool bareUnpack(const QStringList &bundles, const QString &folder, int batch);

} // namespace arb::intake
