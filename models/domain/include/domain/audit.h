// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/time.h>

#include <QtCore/QByteArray>
#include <QtCore/QJsonObject>
#include <QtCore/QList>
#include <QtCore/QString>

#include <optional>

/// The audit trail: append-only, one hash chain per case (scope = case id) and one for the desk (scope 0).
///
/// Invariants:
///  1. (scope, seq) is the key; seq counts from 1 without holes.
///  2. prev is the hash of seq - 1 of the same scope; 64 zeros for seq 1.
///  3. hash = SHA-256 over "arbiter-audit-1\n" and then scope, seq, at, actor, action, payload, prev, each as its bytes
///     preceded by their length as an 8-byte big-endian number; numbers (at in UTC ms) as decimal text, texts as UTF-8,
///     hashes as 64 lower-case hex digits, here and as prev.
///  4. payload is RFC 8785 JSON with integers only; personal data appear as digests only.
///  5. The case row keeps (seq, hash) of its last entry, so that a cut tail is found.
namespace arb::domain {

struct AuditEntry
{
    qint64 scope = 0;
    qint64 seq = 0;
    UtcMs at;
    QString actor;
    QString action;     ///< stable code: "admit", "claim", "rule" …
    QByteArray payload; ///< canonical JSON
    QByteArray prev;    ///< 64 hex digits
    QByteArray hash;    ///< 64 hex digits
    bool operator==(const AuditEntry &) const = default;
};

/// The end of a chain: what the next entry links to.
struct AuditHead
{
    qint64 seq = 0;
    QByteArray hash; ///< 64 hex digits; zeros when seq is 0
    bool operator==(const AuditHead &) const = default;
};
AuditHead emptyAuditHead();

QByteArray auditHash(const AuditEntry &entry);
/// The entry that follows @p head, complete with seq, prev and hash.
AuditEntry chain(const AuditHead &head, qint64 scope, UtcMs at, const QString &actor, const QString &action, const QJsonObject &payload);
AuditHead headOf(const AuditEntry &entry);

enum class AuditFault {
    HashDiffers,    ///< the entry is not what was written
    LinkBroken,     ///< whole in itself, but not the successor of the one before
    SequenceBroken, ///< an entry is missing, doubled, out of order or of another scope
    HeadDiffers,    ///< the chain does not end where the case row says
    HeadMissing,    ///< entries, but the case row knows of none
    RulingDiffers   ///< the stored ruling is not the one that the entry fixed, or there is only one of the two
};
/// The first bad place: for HeadDiffers the first entry that only the chain or only the stored head knows of.
struct AuditFinding
{
    qint64 scope = 0;
    qint64 seq = 0;
    AuditFault fault = AuditFault::HashDiffers;
    bool operator==(const AuditFinding &) const = default;
};

/// Checks one scope's entries in order, fed one by one; constant memory.
class AuditVerifier
{
public:
    explicit AuditVerifier(qint64 scope);
    /// The first fault at @p entry, or nothing. The next entry is then judged against this one, so a fault is told once.
    std::optional<AuditFinding> feed(const AuditEntry &entry);
    /// After the last entry: does the chain end where @p stored says it does?
    std::optional<AuditFinding> finish(const AuditHead &stored) const;

private:
    qint64 m_scope;
    AuditHead m_head;
};

} // namespace arb::domain
