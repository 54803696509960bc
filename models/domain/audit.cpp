// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/audit.h>

#include <domain/canonicaljson.h>

#include <QtCore/QCryptographicHash>
#include <QtCore/QtEndian>

#include <algorithm>
#include <initializer_list>

namespace arb::domain {

namespace {

constexpr char auditPreamble[] = "arbiter-audit-1\n";

void addAuditField(QCryptographicHash &sum, const QByteArray &bytes)
{
    const quint64 length = qToBigEndian(static_cast<quint64>(bytes.size()));
    QByteArray prefix(sizeof length, Qt::Uninitialized);
    qToUnaligned(length, prefix.data());
    sum.addData(prefix);
    sum.addData(bytes);
}

} // namespace

AuditHead emptyAuditHead()
{
    return AuditHead{0, QByteArray(64, '0')};
}

QByteArray auditHash(const AuditEntry &entry)
{
    QCryptographicHash sum(QCryptographicHash::Sha256);
    sum.addData(QByteArrayView(auditPreamble));
    for (const QByteArray &field : {QByteArray::number(entry.scope), QByteArray::number(entry.seq),
                                    QByteArray::number(entry.at.ms()), entry.actor.toUtf8(), entry.action.toUtf8(),
                                    entry.payload, entry.prev})
        addAuditField(sum, field);
    return sum.result().toHex();
}

AuditEntry chain(const AuditHead &head, qint64 scope, UtcMs at, const QString &actor, const QString &action, const QJsonObject &payload)
{
    AuditEntry entry{scope, head.seq + 1, at, actor, action, canonicalJson(payload), head.hash, {}};
    entry.hash = auditHash(entry);
    return entry;
}

AuditHead headOf(const AuditEntry &entry)
{
    return AuditHead{entry.seq, entry.hash};
}

AuditVerifier::AuditVerifier(qint64 scope)
    : m_scope(scope), m_head(emptyAuditHead())
{
}

std::optional<AuditFinding> AuditVerifier::feed(const AuditEntry &entry)
{
    const AuditHead before = m_head;
    m_head = headOf(entry); // so that one bad entry is not reported again at the next
    const qint64 expected = before.seq + 1;
    if (entry.scope != m_scope || entry.seq != expected)
        return AuditFinding{m_scope, expected, AuditFault::SequenceBroken};
    if (entry.hash != auditHash(entry))
        return AuditFinding{m_scope, expected, AuditFault::HashDiffers};
    if (entry.prev != before.hash)
        return AuditFinding{m_scope, expected, AuditFault::LinkBroken};
    return std::nullopt;
}

std::optional<AuditFinding> AuditVerifier::finish(const AuditHead &stored) const
{
    if (m_head == stored)
        return std::nullopt;
    if (stored.seq == 0)
        return AuditFinding{m_scope, 1, AuditFault::HeadMissing};
    if (stored.seq == m_head.seq)
        return AuditFinding{m_scope, stored.seq, AuditFault::HeadDiffers};
    // The first entry that only one of the two knows: cut off behind the chain's end, or added behind the stored head.
    return AuditFinding{m_scope, std::min(stored.seq, m_head.seq) + 1, AuditFault::HeadDiffers};
}

} // namespace arb::domain
