// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <intake/intakeerror.h>

#include <domain/result.h>

#include <QtCore/QString>

namespace arb::intake {

/// A sealed zip has no byte that could be another one. Manifests and digests fix what is in its files; this fixes
/// everything around them, by comparing it with the one form that writeBag() gives to files of these names and sizes:
///
/// 1. Entries follow each other from byte 0 in the order of the directory, without gaps; the directory follows the last.
/// 2. Nothing is compressed; no entry has a comment, an attribute or an extra field, but for 64-bit sizes and offsets.
/// 3. Date 1980-01-01 00:00, made by version 6.3 on Unix, mode 0100600, needs version 1.0 (4.5 with 64-bit fields).
/// 4. Names are marked as UTF-8 when they are not ASCII. The archive has no comment.
///
/// Zips of others may look otherwise and are just as good as bundles; they are no sealed files as they were written.
/// The error names the entry and the first byte that differs. Looks at no content.
domain::Result<void, IntakeError> checkSealedZip(const QString &path);

} // namespace arb::intake
