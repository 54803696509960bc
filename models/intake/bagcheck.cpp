// SPDX-License-Identifier: GPL-3.0-or-later
#include "bagcheck.h"

#include "pathrules.h"

#include <QtCore/QStringDecoder>

#include <algorithm>

namespace arb::intake {

using domain::Failure;
using domain::Result;

namespace {

struct Algorithm
{
    const char *name;
    QCryptographicHash::Algorithm algorithm;
    qsizetype digits;
};
constexpr Algorithm algorithms[] = {{"sha256", QCryptographicHash::Sha256, 64}, {"sha512", QCryptographicHash::Sha512, 128},
                                    {"sha384", QCryptographicHash::Sha384, 96}, {"sha1", QCryptographicHash::Sha1, 40},
                                    {"md5", QCryptographicHash::Md5, 32}};

/// "manifest-sha256.txt" or "tagmanifest-sha256.txt".
const Algorithm *algorithmOf(const QString &manifest)
{
    for (const Algorithm &row : algorithms) {
        if (manifest.endsWith(QStringLiteral("manifest-%1.txt").arg(QLatin1StringView(row.name))))
            return &row;
    }
    return nullptr;
}

QStringList manifestsOf(const BundleSource &source, const QString &prefix)
{
    QStringList names;
    for (const SourceEntry &entry : source.files()) {
        if (entry.name.startsWith(prefix) && entry.name.endsWith(u".txt") && !entry.name.contains(u'/'))
            names.append(entry.name);
    }
    return names;
}

/// Lines of a tag file, ended by LF, CR LF or CR.
Result<QStringList, IntakeError> tagLines(BundleSource &source, const QString &name, const IntakeLimits &limits)
{
    const auto bytes = source.readWhole(name, limits.maxTagBytes, IntakeFault::FileTooLarge);
    if (!bytes)
        return Failure{bytes.error()};
    QStringDecoder utf8(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
    QString text = utf8(*bytes);
    if (utf8.hasError() || text.contains(QChar::Null) || text.startsWith(QChar::ByteOrderMark))
        return Failure{IntakeError{IntakeFault::BagitBad, name, QStringLiteral("UTF-8")}};
    text.replace(QLatin1StringView("\r\n"), QLatin1StringView("\n")).replace(u'\r', u'\n');
    QStringList lines = text.split(u'\n');
    while (!lines.isEmpty() && lines.constLast().isEmpty())
        lines.removeLast();
    return lines;
}

Taken checkDeclaration(BundleSource &source, const IntakeLimits &limits)
{
    const QString name = QStringLiteral("bagit.txt");
    if (!source.has(name))
        return Failure{IntakeError{IntakeFault::BagitMissing, name, {}}};
    const auto lines = tagLines(source, name, limits);
    if (!lines)
        return Failure{lines.error()};
    const bool known = lines->size() == 2
        && (lines->at(0) == u"BagIt-Version: 1.0" || lines->at(0) == u"BagIt-Version: 0.97" || lines->at(0) == u"BagIt-Version: 0.96");
    if (!known)
        return Failure{IntakeError{IntakeFault::BagitBad, name, QStringLiteral("BagIt-Version: 1.0")}};
    if (lines->at(1).compare(u"Tag-File-Character-Encoding: UTF-8", Qt::CaseInsensitive) != 0)
        return Failure{IntakeError{IntakeFault::BagitBad, name, QStringLiteral("Tag-File-Character-Encoding: UTF-8")}};
    return {};
}

/// The name in a manifest line: line ends and the percent sign are written as %0A, %0D, %25 there.
QString manifestName(QString text)
{
    for (const auto &[code, plain] : {std::pair("%0A", "\n"), std::pair("%0a", "\n"), std::pair("%0D", "\r"), std::pair("%0d", "\r"), std::pair("%25", "%")})
        text.replace(QLatin1StringView(code), QLatin1StringView(plain));
    return text;
}

/// One manifest as name → digest in lower case.
Result<QMap<QString, QByteArray>, IntakeError> readManifest(BundleSource &source, const QString &manifest, const IntakeLimits &limits)
{
    const Algorithm *algorithm = algorithmOf(manifest);
    if (!algorithm)
        return Failure{IntakeError{IntakeFault::BagitBad, manifest, QStringLiteral("sha256")}};
    const auto lines = tagLines(source, manifest, limits);
    if (!lines)
        return Failure{lines.error()};
    QMap<QString, QByteArray> listed;
    for (qsizetype n = 0; n < lines->size(); ++n) {
        const QString &line = lines->at(n);
        const auto bad = [&] { return Failure{IntakeError{IntakeFault::ManifestBad, manifest, QString::number(n + 1)}}; };
        const qsizetype blank = std::find_if(line.begin(), line.end(), [](QChar c) { return c == u' ' || c == u'\t'; }) - line.begin();
        const QByteArray digest = line.first(blank).toLatin1().toLower();
        const bool hex = std::all_of(digest.begin(), digest.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
        qsizetype begin = blank;
        while (begin < line.size() && (line.at(begin) == u' ' || line.at(begin) == u'\t'))
            ++begin;
        if (begin < line.size() && line.at(begin) == u'*') // binary mode of sha256sum
            ++begin;
        if (!hex || digest.size() != algorithm->digits || begin >= line.size())
            return bad();
        const QString name = manifestName(line.mid(begin));
        if (const auto fault = nameFault(name))
            return Failure{*fault};
        if (listed.contains(name))
            return Failure{IntakeError{IntakeFault::DuplicateName, name, name}};
        listed.insert(name, digest);
    }
    return listed;
}

Taken readPayloadManifests(BundleSource &source, const IntakeLimits &limits, Bag &bag)
{
    const QString needed = QStringLiteral("manifest-sha256.txt");
    if (!source.has(needed))
        return Failure{IntakeError{IntakeFault::ManifestMissing, needed, {}}};
    for (const QString &manifest : manifestsOf(source, QStringLiteral("manifest-"))) {
        const auto listed = readManifest(source, manifest, limits);
        if (!listed)
            return Failure{listed.error()};
        for (auto it = listed->begin(); it != listed->end(); ++it) {
            if (!it.key().startsWith(u"data/"))
                return Failure{IntakeError{IntakeFault::ManifestBad, manifest, it.key()}};
            if (!source.has(it.key()))
                return Failure{IntakeError{IntakeFault::FileMissing, it.key(), manifest}};
            bag.payload[it.key()].insert(manifest, it.value());
        }
        for (const SourceEntry &entry : source.files()) {
            if (entry.name.startsWith(u"data/") && !listed->contains(entry.name))
                return Failure{IntakeError{IntakeFault::NotInManifest, entry.name, manifest}};
        }
    }
    return {};
}

Taken checkTagManifests(BundleSource &source, const IntakeLimits &limits)
{
    for (const QString &manifest : manifestsOf(source, QStringLiteral("tagmanifest-"))) {
        const auto listed = readManifest(source, manifest, limits);
        if (!listed)
            return Failure{listed.error()};
        for (auto it = listed->begin(); it != listed->end(); ++it) {
            if (!source.has(it.key()))
                return Failure{IntakeError{IntakeFault::FileMissing, it.key(), manifest}};
            DigestCheck check(it.key(), {{manifest, it.value()}});
            const Taken read = source.read(it.key(), [&check](QByteArrayView bytes) -> Taken {
                check.add(bytes);
                return {};
            });
            if (!read)
                return read;
            if (const Taken same = check.finish(); !same)
                return same;
        }
    }
    return {};
}

/// Labels of bag-info.txt; a line that begins with a blank continues the one before.
Result<QMap<QString, QString>, IntakeError> readInfo(BundleSource &source, const IntakeLimits &limits)
{
    const QString name = QStringLiteral("bag-info.txt");
    QMap<QString, QString> info;
    if (!source.has(name))
        return info;
    const auto lines = tagLines(source, name, limits);
    if (!lines)
        return Failure{lines.error()};
    QString label;
    for (const QString &line : *lines) {
        if (!label.isEmpty() && (line.startsWith(u' ') || line.startsWith(u'\t'))) {
            info[label] += u' ' + line.trimmed();
            continue;
        }
        const qsizetype colon = line.indexOf(u':');
        if (colon <= 0)
            return Failure{IntakeError{IntakeFault::BagitBad, name, line.left(80)}};
        label = line.first(colon).trimmed().toLower();
        info.insert(label, line.mid(colon + 1).trimmed());
    }
    return info;
}

/// "bytes.files" of the payload, where the bag states it.
Taken checkOxum(const BundleSource &source, const QString &stated)
{
    if (stated.isEmpty())
        return {};
    qint64 bytes = 0, count = 0;
    for (const SourceEntry &entry : source.files()) {
        if (entry.name.startsWith(u"data/")) {
            bytes += entry.size;
            ++count;
        }
    }
    if (stated != QStringLiteral("%1.%2").arg(bytes).arg(count))
        return Failure{IntakeError{IntakeFault::SizeMismatch, QStringLiteral("data"), stated}};
    return {};
}

} // namespace

Result<Bag, IntakeError> readBag(BundleSource &source, const IntakeLimits &limits)
{
    if (const Taken declared = checkDeclaration(source, limits); !declared)
        return Failure{declared.error()};
    if (source.has(QStringLiteral("fetch.txt")))
        return Failure{IntakeError{IntakeFault::FetchRefused, QStringLiteral("fetch.txt"), {}}};
    Bag bag;
    if (const Taken listed = readPayloadManifests(source, limits, bag); !listed)
        return Failure{listed.error()};
    if (const Taken tags = checkTagManifests(source, limits); !tags)
        return Failure{tags.error()};
    auto info = readInfo(source, limits);
    if (!info)
        return Failure{info.error()};
    bag.info = std::move(info).value();
    if (const Taken sizes = checkOxum(source, bag.info.value(QStringLiteral("payload-oxum"))); !sizes)
        return Failure{sizes.error()};
    return bag;
}

DigestCheck::DigestCheck(QString name, const ListedDigests &listed) : m_name(std::move(name)), m_listed(listed)
{
    m_sums.push_back({QCryptographicHash::Sha256, std::make_unique<QCryptographicHash>(QCryptographicHash::Sha256)});
    for (auto it = m_listed.keyBegin(); it != m_listed.keyEnd(); ++it) {
        const Algorithm *row = algorithmOf(*it);
        if (row && !sumOf(row->algorithm))
            m_sums.push_back({row->algorithm, std::make_unique<QCryptographicHash>(row->algorithm)});
    }
}

const DigestCheck::Sum *DigestCheck::sumOf(QCryptographicHash::Algorithm algorithm) const
{
    const auto found = std::find_if(m_sums.begin(), m_sums.end(), [algorithm](const Sum &sum) { return sum.algorithm == algorithm; });
    return found == m_sums.end() ? nullptr : &*found;
}

void DigestCheck::add(QByteArrayView bytes)
{
    for (const Sum &sum : m_sums)
        sum.hash->addData(bytes);
}

Taken DigestCheck::finish() const
{
    for (auto it = m_listed.begin(); it != m_listed.end(); ++it) {
        const Algorithm *row = algorithmOf(it.key());
        const Sum *sum = row ? sumOf(row->algorithm) : sumOf(QCryptographicHash::Sha256); // case.json lists SHA-256
        if (sum->hash->result().toHex() != it.value())
            return Failure{IntakeError{IntakeFault::DigestMismatch, m_name, it.key()}};
    }
    return {};
}

QByteArray DigestCheck::sha256() const
{
    return sumOf(QCryptographicHash::Sha256)->hash->result().toHex();
}

} // namespace arb::intake
