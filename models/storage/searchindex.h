// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session.h"

#include <usecases/examinationstore.h>

/// The search index of cases: tokens beside the case (usecases::searchColumn), and the engine's index over them. Both are
/// written here only, by explicit statements in the transaction that changes the case. Everything throws DbError.
namespace arb::storage {

/// Of a case that has just come in, with its exhibits.
void indexCase(Session &session, domain::CaseId id, const domain::CaseFile &file);
/// Of a case whose file or rulings have changed: makes the tokens anew from what is stored.
void reindexCase(Session &session, domain::CaseId id);
/// Of every case that has no tokens yet: what a migration does to an old database.
void indexMissingCases(Session &session);
/// Of all cases, whatever was there.
void indexAnew(Session &session);
/// Of cases whose tokens an older program made: the next @p limit of them, by id. Which form the tokens have, and how far
/// a renewal has come, is a row of desk_setting beside the desk's settings: searchFormKey.
SearchRenewal renewTokens(Session &session, int limit);
/// Says that all tokens are of this program's form.
void markSearchForm(Session &session);
inline constexpr QLatin1StringView searchFormKey{"search_text"};
/// Of a case with files that a machine read; nothing of others (usecases::ExaminationStore).
std::optional<usecases::ReadSearchText> readSearchTextOf(Session &session, domain::CaseId id);
/// What is wrong with the tokens, in English; @p thorough makes each case's anew and compares.
QStringList searchFindings(Session &session, bool thorough);

} // namespace arb::storage
