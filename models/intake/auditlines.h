// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <intake/intakelimits.h>

#include <domain/audit.h>
#include <domain/result.h>

#include <optional>

/// audit.jsonl: one entry a line, {"scope":"…","seq":1,"at":…,"actor":"…","action":"…","payload":"…","prev":"…","hash":"…"}.
/// scope is text, since it has 63 bits; payload is text, since the hash is over exactly these bytes.
namespace arb::intake {

QByteArray auditLines(const QList<domain::AuditEntry> &entries);
/// Reads and checks a chain: every line, every link, and where @p head ("seq hash") is not empty, the end. The first bad
/// entry is the error's detail.
domain::Result<QList<domain::AuditEntry>, IntakeError> readAuditLines(const QByteArray &lines, const QString &entry, const QString &head);
/// "seq hash" of the last entry, as bag-info.txt keeps it; empty without entries.
QString auditHeadText(const QList<domain::AuditEntry> &entries);

} // namespace arb::intake
