// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bagcheck.h"

#include <intake/bundlereader.h>

/// What a sealed export carries beside the case, and how it holds together: the record's first entry fixes the case as it
/// came in, later ones each supplement and each ruling, so that nobody can exchange one of them alone.
namespace arb::intake {

/// @p name (relative to data/) is a file of the seal: the ruling, the record, earlier ones, marks and views, letters.
bool isSealedPart(const QString &name);

/// Reads the files of the seal into @p result and holds the ruling and earlier records against the record.
Taken readSeal(BundleSource &source, const Bag &bag, const IntakeLimits &limits, ReadCase &result);

/// After the evidence was read: the case is the one that the record's first entry admitted, with the supplements that
/// later ones added. Nothing to say about a bundle without a record.
Taken checkCaseAgainstRecord(const ReadCase &read);

/// Reads a small payload file whole and compares it with the manifests.
domain::Result<QByteArray, IntakeError> readListed(BundleSource &source, const Bag &bag, const QString &name, qint64 cap);

} // namespace arb::intake
