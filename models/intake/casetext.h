// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <intake/intakelimits.h>
#include <intake/schemacheck.h>

#include <domain/casefile.h>

namespace arb::intake {

/// case.json as a case: syntax, format number, schema, then what a schema cannot say: times, digests, names, unique ids. Errors name @p entry.
domain::Result<domain::CaseFile, IntakeError> readCaseText(const QByteArray &bytes, const QString &entry, const Schema &schema, const JsonLimits &limits);

/// Reads JSON text on behalf of an entry.
domain::Result<StrictObject, IntakeError> readObject(const QByteArray &bytes, const QString &entry, const JsonLimits &limits);
IntakeError violation(const QString &entry, const SchemaError &error);

/// Pictures of the listing that are no exhibits become exhibits of the platform, so that they are kept and can be cited.
void addListingPictures(domain::CaseFile &file);

} // namespace arb::intake
