// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <intake/intakeerror.h>

#include <domain/casefile.h>

#include <QtCore/QByteArrayView>
#include <QtCore/QJsonObject>

#include <optional>
#include <vector>

namespace arb::intake {

/// How much of a file's beginning decides what it is, in bytes.
inline constexpr qsizetype evidenceHead = 2048; // a transport stream that was cut at its start is known by five packets

/// A media type and how its content begins.
struct MediaType
{
    const char *name; ///< "image/jpeg"
    bool (*matches)(QByteArrayView head);
};

/// What may be handed in as one kind of exhibit (kinds/<code>.cpp). Judges by content, never by a file's name; whether the
/// decoder can really read it shows later and is no ground for refusal.
struct EvidenceKind
{
    domain::ExhibitKind kind = domain::ExhibitKind::Image;
    qint64 maxBytes = 0;
    std::vector<MediaType> types;
    /// For kinds that are read as words: what is wrong with the whole content (a short English key or a JSON pointer).
    std::optional<QString> (*check)(const QByteArray &content) = nullptr;
    /// For kinds that are read as words: what the content says about itself, for Exhibit::facts.
    QJsonObject (*facts)(const QByteArray &content) = nullptr;
};

/// All kinds, by code.
const std::vector<EvidenceKind> &evidenceKinds();
const EvidenceKind &evidenceKind(domain::ExhibitKind kind);
/// The media type of a file of @p kind that begins with @p head; nothing when the kind does not allow it.
std::optional<QString> mediaType(domain::ExhibitKind kind, QByteArrayView head);
/// The kind a file that begins with @p head would have: image, video, document, or text for words.
std::optional<domain::ExhibitKind> kindByContent(QByteArrayView head);
/// Whole check of a small file in memory, as for a supplement; nothing when it may come in.
std::optional<IntakeError> checkEvidence(domain::ExhibitKind kind, const QString &entry, const QByteArray &content);
/// The same of an open file (read with pread); only words are read as a whole.
std::optional<IntakeError> checkEvidence(domain::ExhibitKind kind, const QString &entry, int fd);

} // namespace arb::intake
