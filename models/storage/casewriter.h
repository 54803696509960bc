// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session.h"

namespace arb::storage {

/// Writes of the stores, each inside a transaction that the caller has begun. They throw DbError.
void writeCommand(Session &session, const usecases::CommandRecord &command);
/// Chains @p draft to the desk's own head (scope 0); an empty action writes nothing.
void writeDeskAudit(Session &session, const usecases::AuditDraft &draft);
/// Chains @p draft to @p head of case @p id and stores the entry; the new head (the old one for an empty action) is the
/// caller's to store in the case row.
domain::AuditHead writeCaseAudit(Session &session, domain::CaseId id, const domain::AuditHead &head, const usecases::AuditDraft &draft);
/// Chains @p draft to the case's own head and stores both; nothing else of the row changes. NotFound without such a case.
void appendCaseAudit(Session &session, domain::CaseId id, const usecases::AuditDraft &draft);
/// What came with a case: marks of nobody here, views of person 0, left at @p at.
void writeExamination(Session &session, domain::CaseId id, const domain::Examination &examination, domain::UtcMs at);
void writeExhibit(Session &session, domain::CaseId id, int ordinal, const domain::Exhibit &exhibit);
void writeNote(Session &session, domain::CaseId id, const usecases::DeskNote &note);
void writeTags(Session &session, domain::CaseId id, const QStringList &tags);
/// False when a higher revision is stored already (which then stays).
bool writeDraft(Session &session, const usecases::Draft &draft);
/// Before a transaction's first write to `dispute`: what readers of changes count by.
void raiseChange(Session &session);
/// The whole of a transition; Stale, Conflict or NotFound refuse it. @p locked: the case as this transaction read and
/// locked it, when it did.
void writeTransition(Session &session, const usecases::Transition &transition, const usecases::CaseHeader *locked = nullptr);

} // namespace arb::storage
