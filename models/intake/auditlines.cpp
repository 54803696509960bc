// SPDX-License-Identifier: GPL-3.0-or-later
#include "auditlines.h"

#include "posixfile.h"

#include <domain/canonicaljson.h>

namespace arb::intake {

using domain::AuditEntry;
using domain::Failure;

namespace {

std::optional<AuditEntry> auditEntryOf(const QByteArray &line)
{
    const auto object = parseStrictObject(line, {.maxBytes = 1024 * 1024});
    if (!object)
        return std::nullopt;
    const auto text = [&](const char *key) { return object->object().value(QLatin1StringView(key)).toString(); };
    const auto number = [&](const char *key) { return object->object().value(QLatin1StringView(key)).toInteger(-1); };
    bool ok = false;
    AuditEntry entry;
    entry.scope = text("scope").toLongLong(&ok);
    entry.seq = number("seq");
    entry.at = domain::UtcMs(number("at"));
    entry.actor = text("actor");
    entry.action = text("action");
    entry.payload = text("payload").toUtf8();
    entry.prev = text("prev").toLatin1();
    entry.hash = text("hash").toLatin1();
    if (!ok || entry.seq < 1 || !isDigest(entry.prev) || !isDigest(entry.hash))
        return std::nullopt;
    return entry;
}

} // namespace

QByteArray auditLines(const QList<AuditEntry> &entries)
{
    QByteArray lines;
    for (const AuditEntry &entry : entries) {
        const QJsonObject object{{QStringLiteral("scope"), QString::number(entry.scope)},
                                 {QStringLiteral("seq"), entry.seq},
                                 {QStringLiteral("at"), entry.at.ms()},
                                 {QStringLiteral("actor"), entry.actor},
                                 {QStringLiteral("action"), entry.action},
                                 {QStringLiteral("payload"), QString::fromUtf8(entry.payload)},
                                 {QStringLiteral("prev"), QString::fromLatin1(entry.prev)},
                                 {QStringLiteral("hash"), QString::fromLatin1(entry.hash)}};
        lines += domain::canonicalJson(object) + '\n';
    }
    return lines;
}

domain::Result<QList<AuditEntry>, IntakeError> readAuditLines(const QByteArray &lines, const QString &entry, const QString &head)
{
    QList<AuditEntry> entries;
    std::optional<domain::AuditVerifier> verifier;
    QList<QByteArray> rows = lines.split('\n');
    if (!rows.isEmpty() && rows.constLast().isEmpty())
        rows.removeLast();
    for (qsizetype n = 0; n < rows.size(); ++n) {
        const auto read = auditEntryOf(rows.at(n));
        if (!read)
            return Failure{IntakeError{IntakeFault::AuditBroken, entry, QString::number(n + 1)}};
        if (!verifier)
            verifier.emplace(read->scope);
        if (const auto bad = verifier->feed(*read))
            return Failure{IntakeError{IntakeFault::AuditBroken, entry, QString::number(bad->seq)}};
        entries.append(*read);
    }
    if (!head.isEmpty() && head != auditHeadText(entries)) {
        const qint64 kept = head.section(u' ', 0, 0).toLongLong();
        const qint64 there = entries.isEmpty() ? 0 : entries.constLast().seq;
        return Failure{IntakeError{IntakeFault::AuditBroken, entry, QString::number(kept == there ? kept : std::min(kept, there) + 1)}};
    }
    return entries;
}

QString auditHeadText(const QList<AuditEntry> &entries)
{
    if (entries.isEmpty())
        return {};
    return QStringLiteral("%1 %2").arg(entries.constLast().seq).arg(QString::fromLatin1(entries.constLast().hash));
}

} // namespace arb::intake
