// SPDX-License-Identifier: GPL-3.0-or-later
#include <intake/bundlereader.h>

#include "casetext.h"
#include "evidencetaking.h"
#include "examinationpart.h"
#include "notespart.h"
#include "seal.h"

#include <domain/casejson.h>

#include <QtCore/QFileInfo>

#include <algorithm>

namespace arb::intake {

using domain::Failure;
using domain::Result;

namespace {

constexpr QLatin1StringView dataFolder{"data/"};

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
        const bool known = !entry.name.startsWith(dataFolder) || entry.name == u"data/case.json" || isSealedPart(entry.name.mid(dataFolder.size())) || named.contains(entry.name);
        if (!known)
            return Failure{IntakeError{IntakeFault::NotNamed, entry.name, {}}};
    }
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
    ReadCase result;
    result.file = std::move(text).value();
    addListingPictures(result.file);
    if (const Taken named = checkNames(*m_source, result.file); !named)
        return Failure{named.error()};
    if (const Taken seal = readSeal(*m_source, *bag, limits, result); !seal)
        return Failure{seal.error()};
    const FeedFile feed = [this](const QString &file, const Take &take) { return m_source->read(dataFolder + file, take); };
    if (const Taken evidence = takeEvidence(result.file, QString(dataFolder), bag->payload, limits, feed, sink); !evidence)
        return Failure{evidence.error()};
    result.digest = domain::caseDigest(result.file);
    if (const Taken same = checkCaseAgainstRecord(result); !same)
        return Failure{same.error()};
    if (const Taken seen = readExaminationPart(*m_source, *bag, result); !seen)
        return Failure{seen.error()};
    if (const Taken noted = readNotesPart(*m_source, *bag, result); !noted)
        return Failure{noted.error()};
    for (const SourceEntry &entry : m_source->files())
        result.files.append(entry.name);
    return result;
}

} // namespace arb::intake
