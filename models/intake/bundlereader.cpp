// SPDX-License-Identifier: GPL-3.0-or-later
#include <intake/bundlereader.h>

#include "auditlines.h"
#include "casetext.h"
#include "evidencetaking.h"

#include <domain/casejson.h>

#include <QtCore/QFileInfo>

#include <algorithm>

namespace arb::intake {

using domain::Failure;
using domain::Result;

namespace {

constexpr QLatin1StringView dataFolder{"data/"};

/// What a sealed export carries beside the case.
bool isSealedPart(const QString &name)
{
    if (name == u"data/ruling.json" || name == u"data/audit.jsonl")
        return true;
    return name.startsWith(u"data/letter-") && name.endsWith(u".pdf") && name.indexOf(u'/', dataFolder.size()) < 0;
}

/// Every file of the payload is named by case.json or part of a seal, and every file named is there.
Taken checkNames(const BundleSource &source, const domain::CaseFile &file)
{
    QStringList named;
    for (const domain::Exhibit &exhibit : file.exhibits) {
        named.append(dataFolder + exhibit.file);
        if (!source.has(named.constLast()))
            return Failure{IntakeError{IntakeFault::FileMissing, named.constLast(), QStringLiteral("data/case.json")}};
    }
    for (const SourceEntry &entry : source.files()) {
        const bool known = !entry.name.startsWith(dataFolder) || entry.name == u"data/case.json" || isSealedPart(entry.name) || named.contains(entry.name);
        if (!known)
            return Failure{IntakeError{IntakeFault::NotNamed, entry.name, {}}};
    }
    return {};
}

/// Reads a small payload file whole and compares it with the manifests.
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
    const QString ruling = QStringLiteral("data/ruling.json");
    const QString audit = QStringLiteral("data/audit.jsonl");
    usecases::EarlierRecord earlier;
    if (source.has(ruling)) {
        const auto bytes = readListed(source, bag, ruling, limits.json.maxBytes);
        if (!bytes)
            return Failure{bytes.error()};
        const auto object = readObject(*bytes, ruling, limits.json);
        if (!object)
            return Failure{object.error()};
        if (const auto read = domain::rulingFromJson(*object); !read)
            return Failure{violation(ruling, {read.error().pointer, read.error().expected})};
        earlier.rulingJson = *bytes;
    }
    const QString head = bag.info.value(QStringLiteral("Arbiter-Audit-Head"));
    if (source.has(audit)) {
        const auto bytes = readListed(source, bag, audit, limits.maxAuditBytes);
        if (!bytes)
            return Failure{bytes.error()};
        auto entries = readAuditLines(*bytes, audit, head);
        if (!entries)
            return Failure{entries.error()};
        earlier.auditJsonl = *bytes;
        result.audit = std::move(entries).value();
    } else if (!head.isEmpty()) {
        return Failure{IntakeError{IntakeFault::FileMissing, audit, QStringLiteral("bag-info.txt")}};
    }
    for (const SourceEntry &entry : source.files()) { // letters are not kept, but must be what was listed
        if (!isSealedPart(entry.name) || entry.name == ruling || entry.name == audit)
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
    if (!earlier.rulingJson.isEmpty() || !earlier.auditJsonl.isEmpty())
        result.earlier = earlier;
    return {};
}

} // namespace

BundleReader::BundleReader(std::unique_ptr<BundleSource> source, const ReadingRules &rules) : m_source(std::move(source)), m_rules(&rules) {}
BundleReader::BundleReader(BundleReader &&) noexcept = default;
BundleReader::~BundleReader() = default;

Result<BundleReader, IntakeError> BundleReader::open(const QString &path, const ReadingRules &rules)
{
    const QFileInfo info(path);
    if (!info.exists())
        return Failure{IntakeError{IntakeFault::NotFound, {}, {}}};
    auto source = info.isDir() ? openFolderSource(path, rules.limits, rules.stop) : openZipSource(path, rules.limits, rules.stop);
    if (!source)
        return Failure{source.error()};
    return BundleReader(std::move(source).value(), rules);
}

qint64 BundleReader::totalBytes() const
{
    qint64 bytes = 0;
    for (const SourceEntry &entry : m_source->files())
        bytes += entry.size;
    return bytes;
}

Result<ReadCase, IntakeError> BundleReader::read(EvidenceSink &sink)
{
    const IntakeLimits &limits = m_rules->limits;
    const auto bag = readBag(*m_source, limits);
    if (!bag)
        return Failure{bag.error()};
    const QString caseJson = QStringLiteral("data/case.json");
    if (!m_source->has(caseJson))
        return Failure{IntakeError{IntakeFault::FileMissing, caseJson, QStringLiteral("manifest-sha256.txt")}};
    const auto bytes = readListed(*m_source, *bag, caseJson, limits.json.maxBytes);
    if (!bytes)
        return Failure{bytes.error()};
    auto text = readCaseText(*bytes, caseJson, m_rules->caseSchema, limits.json);
    if (!text)
        return Failure{text.error()};
    ReadCase result{std::move(text->file), text->digest, {}, {}, {}};
    addListingPictures(result.file);
    if (const Taken named = checkNames(*m_source, result.file); !named)
        return Failure{named.error()};
    if (const Taken seal = readSeal(*m_source, *bag, limits, result); !seal)
        return Failure{seal.error()};
    const FeedFile feed = [this](const QString &file, const Take &take) { return m_source->read(dataFolder + file, take); };
    if (const Taken evidence = takeEvidence(result.file, QString(dataFolder), bag->payload, limits, feed, sink); !evidence)
        return Failure{evidence.error()};
    for (const SourceEntry &entry : m_source->files())
        result.files.append(entry.name);
    return result;
}

} // namespace arb::intake
