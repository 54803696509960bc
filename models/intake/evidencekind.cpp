// SPDX-License-Identifier: GPL-3.0-or-later
#include <intake/evidencekind.h>

#include "posixfile.h"
#include "words.h"

#include <sys/stat.h>

namespace arb::intake {

const EvidenceKind &evidenceKind(domain::ExhibitKind kind)
{
    for (const EvidenceKind &entry : evidenceKinds()) {
        if (entry.kind == kind)
            return entry;
    }
    qFatal("no catalogue entry for the evidence kind %s", qPrintable(domain::toCode(kind)));
}

std::optional<QString> mediaType(domain::ExhibitKind kind, QByteArrayView head)
{
    for (const MediaType &type : evidenceKind(kind).types) {
        if (type.matches(head))
            return QString::fromLatin1(type.name);
    }
    return std::nullopt;
}

std::optional<domain::ExhibitKind> kindByContent(QByteArrayView head)
{
    using K = domain::ExhibitKind;
    for (const K kind : {K::Image, K::Video, K::Document, K::Text}) {
        if (mediaType(kind, head))
            return kind;
    }
    return std::nullopt;
}

namespace {

std::optional<IntakeError> outerFault(domain::ExhibitKind kind, const QString &entry, qint64 size, QByteArrayView head)
{
    const EvidenceKind &rules = evidenceKind(kind);
    if (size == 0)
        return IntakeError{IntakeFault::EvidenceEmpty, entry, {}};
    if (size > rules.maxBytes)
        return IntakeError{IntakeFault::EvidenceTooLarge, entry, QString::number(rules.maxBytes)};
    if (!mediaType(kind, head))
        return IntakeError{IntakeFault::EvidenceType, entry, domain::toCode(kind)};
    return std::nullopt;
}

} // namespace

std::optional<IntakeError> checkEvidence(domain::ExhibitKind kind, const QString &entry, const QByteArray &content)
{
    if (const auto fault = outerFault(kind, entry, content.size(), QByteArrayView(content).first(std::min(content.size(), evidenceHead))))
        return fault;
    const EvidenceKind &rules = evidenceKind(kind);
    if (rules.check) {
        if (const auto wrong = rules.check(content))
            return IntakeError{IntakeFault::EvidenceBad, entry, *wrong};
    }
    return std::nullopt;
}

std::optional<IntakeError> checkEvidence(domain::ExhibitKind kind, const QString &entry, int fd)
{
    struct stat status = {};
    if (::fstat(fd, &status) != 0 || !S_ISREG(status.st_mode))
        return IntakeError{IntakeFault::Unreadable, entry, {}};
    const EvidenceKind &rules = evidenceKind(kind);
    const bool whole = rules.check && status.st_size <= rules.maxBytes;
    QByteArray content(whole ? static_cast<qsizetype>(status.st_size) : evidenceHead, Qt::Uninitialized);
    qint64 filled = 0;
    while (filled < content.size()) {
        const qint64 got = readSomeAt(fd, content.data() + filled, content.size() - filled, filled);
        if (got < 0)
            return IntakeError{IntakeFault::Unreadable, entry, {}};
        if (got == 0)
            break;
        filled += got;
    }
    content.truncate(filled);
    if (whole)
        return checkEvidence(kind, entry, content);
    return outerFault(kind, entry, status.st_size, content);
}

} // namespace arb::intake
