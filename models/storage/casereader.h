// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session.h"

namespace arb::storage {

/// The case's file as it was handed in, personal data filled in, with the exhibits that came since. Throws DbError.
domain::CaseFile loadFile(Session &session, domain::CaseId id);

/// Columns id, at, by_name, text, place, visibility, mentions, author_id of desk_note. Throws DbError.
usecases::DeskNote readNote(const Row &row);

} // namespace arb::storage
