// SPDX-License-Identifier: GPL-3.0-or-later
#include "seal.h"

#include "auditlines.h"
#include "casetext.h"

#include <domain/canonicaljson.h>
#include <domain/casejson.h>

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

#include <algorithm>

namespace arb::intake {

using domain::Failure;
using domain::Result;

namespace {

const QString &caseName()
{
    static const QString name = QStringLiteral("data/case.json");
    return name;
}

const QString &rulingName()
{
    static const QString name = QStringLiteral("data/ruling.json");
    return name;
}

const QString &auditName()
{
    static const QString name = QStringLiteral("data/audit.jsonl");
    return name;
}

IntakeError differs(const QString &name)
{
    return {IntakeFault::DigestMismatch, name, auditName()};
}

QJsonObject payloadOf(const domain::AuditEntry &entry)
{
    return QJsonDocument::fromJson(entry.payload).object();
}

QString text(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1StringView(key)).toString();
}

QByteArray digestOf(const QJsonObject &object)
{
    return domain::sha256Hex(domain::canonicalJson(object));
}

/// The ruling in force (or waiting for a second person) at the end of the record.
struct FixedRuling
{
    bool known = false; ///< the record says which one, if any
    QByteArray sha256;  ///< empty: there is none
};

FixedRuling rulingFixedBy(const QList<domain::AuditEntry> &entries)
{
    QHash<QString, QByteArray> digests;
    FixedRuling fixed{.known = true, .sha256 = {}};
    for (const domain::AuditEntry &entry : entries) {
        const QJsonObject payload = payloadOf(entry);
        if (entry.action == u"rule") {
            digests.insert(text(payload, "ruling"), text(payload, "rulingSha256").toLatin1());
            if (!payload.contains(QLatin1StringView("rulingNow"))) // written before rulings were fixed
                return {};
        }
        if (payload.contains(QLatin1StringView("rulingNow")))
            fixed.sha256 = digests.value(text(payload, "rulingNow"));
    }
    return fixed;
}

Taken checkRuling(const QList<domain::AuditEntry> &entries, const std::optional<QJsonObject> &ruling)
{
    const FixedRuling fixed = rulingFixedBy(entries);
    if (!fixed.known || (!ruling && fixed.sha256.isEmpty()))
        return {};
    if (!ruling)
        return Failure{IntakeError{IntakeFault::FileMissing, rulingName(), auditName()}};
    if (digestOf(*ruling) != fixed.sha256)
        return Failure{differs(rulingName())};
    return {};
}

/// ruling.json as an object, where there is one.
Result<std::optional<QJsonObject>, IntakeError> readRuling(BundleSource &source, const Bag &bag, const IntakeLimits &limits)
{
    if (!source.has(rulingName()))
        return std::optional<QJsonObject>();
    const auto bytes = readListed(source, bag, rulingName(), limits.json.maxBytes);
    if (!bytes)
        return Failure{bytes.error()};
    const auto object = readObject(*bytes, rulingName(), limits.json);
    if (!object)
        return Failure{object.error()};
    if (const auto read = domain::rulingFromJson(*object); !read)
        return Failure{violation(rulingName(), {read.error().pointer, read.error().expected})};
    return std::optional(object->object());
}

/// Records of earlier imports, which the first entry of the present record fixes by their digests.
Taken readEarlier(BundleSource &source, const Bag &bag, const IntakeLimits &limits, const QJsonObject &admission, usecases::EarlierRecord &earlier)
{
    struct Part { const char *name; const char *key; QByteArray *bytes; };
    for (const Part &part : {Part{"data/earlier-rulings.jsonl", "earlierRulings", &earlier.rulingJson},
                             Part{"data/earlier-audit.jsonl", "earlierAudit", &earlier.auditJsonl}}) {
        const QString name = QString::fromLatin1(part.name);
        const QByteArray fixed = text(admission, part.key).toLatin1();
        if (!source.has(name)) {
            if (!fixed.isEmpty())
                return Failure{IntakeError{IntakeFault::FileMissing, name, auditName()}};
            continue;
        }
        auto bytes = readListed(source, bag, name, limits.maxAuditBytes);
        if (!bytes)
            return Failure{bytes.error()};
        if (domain::sha256Hex(*bytes) != fixed)
            return Failure{differs(name)};
        *part.bytes = std::move(bytes).value();
    }
    return {};
}

/// Letters are not kept, but must be what was listed.
Taken checkLetters(BundleSource &source, const Bag &bag)
{
    for (const SourceEntry &entry : source.files()) {
        if (!entry.name.startsWith(u"data/letter-") || !isSealedPart(entry.name.mid(5)))
            continue;
        DigestCheck check(entry.name, bag.payload.value(entry.name));
        const Taken read = source.read(entry.name, [&check](QByteArrayView bytes) -> Taken {
            check.add(bytes);
            return {};
        });
        if (!read)
            return read;
        if (const Taken same = check.finish(); !same)
            return same;
    }
    return {};
}

} // namespace

bool isSealedPart(const QString &name)
{
    static const QStringList parts{QStringLiteral("ruling.json"), QStringLiteral("audit.jsonl"), QStringLiteral("earlier-rulings.jsonl"),
                                   QStringLiteral("earlier-audit.jsonl"), QStringLiteral("examination.json"), QStringLiteral("notes.json")};
    return parts.contains(name) || (name.startsWith(u"letter-") && name.endsWith(u".pdf") && !name.contains(u'/'));
}

Result<QByteArray, IntakeError> readListed(BundleSource &source, const Bag &bag, const QString &name, qint64 cap)
{
    auto bytes = source.readWhole(name, cap, IntakeFault::JsonTooLarge);
    if (!bytes)
        return bytes;
    DigestCheck check(name, bag.payload.value(name));
    check.add(*bytes);
    if (const Taken same = check.finish(); !same)
        return Failure{same.error()};
    return bytes;
}

Taken readSeal(BundleSource &source, const Bag &bag, const IntakeLimits &limits, ReadCase &result)
{
    const auto ruling = readRuling(source, bag, limits);
    if (!ruling)
        return Failure{ruling.error()};
    const QString head = bag.info.value(QStringLiteral("arbiter-audit-head"));
    usecases::EarlierRecord earlier;
    QJsonObject admission;
    if (source.has(auditName())) {
        const auto bytes = readListed(source, bag, auditName(), limits.maxAuditBytes);
        if (!bytes)
            return Failure{bytes.error()};
        auto entries = readAuditLines(*bytes, auditName(), head);
        if (!entries)
            return Failure{entries.error()};
        result.audit = std::move(entries).value();
        if (!result.audit.isEmpty())
            admission = payloadOf(result.audit.constFirst());
        if (const Taken same = checkRuling(result.audit, *ruling); !same)
            return same;
        if (const Taken read = readEarlier(source, bag, limits, admission, earlier); !read)
            return read;
        earlier.auditJsonl += *bytes;
    } else if (!head.isEmpty()) {
        return Failure{IntakeError{IntakeFault::FileMissing, auditName(), QStringLiteral("bag-info.txt")}};
    } else if (const Taken read = readEarlier(source, bag, limits, {}, earlier); !read) { // refuses them: nothing vouches for them
        return read;
    }
    if (*ruling)
        earlier.rulingJson += domain::canonicalJson(**ruling) + '\n';
    if (!earlier.rulingJson.isEmpty() || !earlier.auditJsonl.isEmpty())
        result.earlier = earlier;
    result.hasRuling = ruling->has_value();
    return checkLetters(source, bag);
}

Taken checkCaseAgainstRecord(const ReadCase &read)
{
    if (read.audit.isEmpty())
        return {};
    const QByteArray admitted = text(payloadOf(read.audit.constFirst()), "bundle").toLatin1();
    if (read.audit.constFirst().action != u"admit" || admitted.isEmpty())
        return Failure{IntakeError{IntakeFault::AuditBroken, auditName(), QStringLiteral("1")}};
    QHash<QString, QByteArray> supplements;
    for (const domain::AuditEntry &entry : read.audit) {
        if (entry.action == u"supplement" || entry.action == u"derive") {
            const QJsonObject payload = payloadOf(entry);
            supplements.insert(text(payload, "exhibit"), text(payload, "exhibitSha256").toLatin1());
        }
    }
    domain::CaseFile first = read.file; // as it came in
    QJsonArray exhibits;
    for (const QJsonValue &value : first.document.value(QLatin1StringView("exhibits")).toArray()) {
        const QJsonObject exhibit = value.toObject();
        const auto added = supplements.constFind(text(exhibit, "id"));
        if (added == supplements.cend()) {
            exhibits.append(exhibit);
            continue;
        }
        if (!added->isEmpty() && digestOf(exhibit) != *added)
            return Failure{differs(caseName())};
        supplements.erase(added);
    }
    first.document.insert(QStringLiteral("exhibits"), exhibits);
    if (!supplements.isEmpty() || domain::caseDigest(first) != admitted)
        return Failure{differs(caseName())};
    return {};
}

} // namespace arb::intake
