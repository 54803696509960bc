// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <intake/intakeerror.h>

#include <usecases/caserecord.h>

#include <domain/audit.h>
#include <domain/result.h>
#include <domain/time.h>
#include <domain/viewing.h>

#include <QtCore/QByteArray>
#include <QtCore/QJsonObject>
#include <QtCore/QList>
#include <QtCore/QMap>

#include <atomic>
#include <optional>

namespace arb::intake {

/// One file to go into a bundle: from memory, or from disk when @p path is not empty (Vault::pathOf for evidence).
struct BagFile
{
    QString name; ///< relative to data/
    QByteArray bytes;
    QString path;
    QByteArray sha256; ///< what it must have; empty: whatever it has
};

struct BagContent
{
    QJsonObject caseJson;
    QList<BagFile> evidence;          ///< every file that caseJson names, by name
    std::optional<QJsonObject> ruling;
    QList<domain::AuditEntry> audit;  ///< of the case, in order; its end is noted in bag-info.txt
    std::optional<usecases::EarlierRecord> earlier; ///< what the case brought along when it came in; its admission fixes it
    domain::Examination examination; ///< none is written when it is empty; the record must have its marks
    QList<BagFile> letters;           ///< names begin with "letter-" and end with ".pdf"
    domain::UtcMs at;                 ///< when it is made; its day is written into bag-info.txt
    QList<domain::DeskNote> notes{};  ///< none is written when it is empty; the record must have them
    QList<domain::NoteId> withheldNotes{}; ///< of the record, too: they stay in the house, and the file says so
};

/// Writes an .arbcase: a zip that is a valid bag, nothing compressed, entries and times always the same for the same
/// content. A file beside @p path is written, synced, read back and checked like a stranger's, then renamed: @p path is
/// the old file or the whole new one. Answers the SHA-256 of the file; an error names the entry. The file is readable for
/// its owner only, since a bundle holds personal data unmasked. Once @p stop is set nothing is left but the old file (Stopped).
domain::Result<QByteArray, IntakeError> writeBag(const QString &path, const BagContent &content, const std::atomic_bool *stop = nullptr);

/// What a bundle says about itself after everything in it was checked.
struct SealedReport
{
    QString platform, caseNo;
    QByteArray digest; ///< of the canonical case.json
    qint64 files = 0;
    qint64 auditEntries = 0;
    bool hasRuling = false;
    bool isSealed() const { return auditEntries > 0; } ///< otherwise a plain bundle, whole all the same
};
/// Checks a bundle without any database: container, manifests, digests, case.json, ruling.json, the audit chain and its
/// end. A sealed zip must in addition be byte for byte what writeBag() makes, so that no change of it goes unseen; a
/// sealed folder, or a bundle of strangers, has no such form. The error names the first bad entry.
domain::Result<SealedReport, IntakeError> verifySealed(const QString &path);

} // namespace arb::intake
