// SPDX-License-Identifier: GPL-3.0-or-later
#include "bundlesource.h"

#include "seal.h"

namespace arb::intake {

using domain::Failure;

std::optional<IntakeError> BundleSource::admit(const SourceEntry &entry, const IntakeLimits &limits)
{
    // Only evidence counts: what a seal adds to it must not make an export too large to come back.
    const bool evidence = entry.name.startsWith(u"data/") && entry.name != u"data/case.json" && !isSealedPart(entry.name.mid(5));
    if (evidence && ++m_evidence > limits.maxFiles)
        return IntakeError{IntakeFault::TooManyFiles, entry.name, QString::number(limits.maxFiles)};
    if (entry.size > limits.maxFileBytes)
        return IntakeError{IntakeFault::FileTooLarge, entry.name, QString::number(limits.maxFileBytes)};
    m_bytes += entry.size;
    if (m_bytes > limits.maxBundleBytes)
        return IntakeError{IntakeFault::BundleTooLarge, entry.name, QString::number(limits.maxBundleBytes)};
    m_places.insert(entry.name, m_files.size());
    m_files.append(entry);
    return std::nullopt;
}

domain::Result<QByteArray, IntakeError> BundleSource::readWhole(const QString &name, qint64 cap, IntakeFault tooLarge)
{
    if (sizeOf(name) > cap)
        return Failure{IntakeError{tooLarge, name, QString::number(cap)}};
    QByteArray bytes;
    const Taken done = read(name, [&](QByteArrayView part) -> Taken {
        if (bytes.size() + part.size() > cap)
            return Failure{IntakeError{tooLarge, name, QString::number(cap)}};
        bytes.append(part);
        return {};
    });
    if (!done)
        return Failure{done.error()};
    return bytes;
}

} // namespace arb::intake
