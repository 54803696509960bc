// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace.h"

#include <usecases/casecommands.h>

#include <atomic>

namespace arb::app {

/// What becomes of notes for the desk only: they stay here unless somebody asks for them.
enum class DeskNotes { StayHere, GoAlong };

struct SealedFile
{
    QByteArray sha256;
    qsizetype notesWithheld = 0; ///< notes for the desk only; the file names them and does not tell what they say
};

/// Writes the sealed case file of @p id to @p path, personal data unmasked: supervisors and above, audited, and the audit
/// trail inside holds that very entry. Later exhibits are added to its case.json; marks go along, notes that may be quoted, and
/// the views of whoever exports. The error is a sentence.
/// @p stop, when it is set meanwhile, ends it without a file; that an export was begun stays on record.
domain::Result<SealedFile, QString> exportSealed(Workspace &space, const usecases::Command &command, domain::CaseId id, const QString &path,
                                                 DeskNotes deskNotes, const std::atomic_bool *stop = nullptr);

} // namespace arb::app
