// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/casefile.h>
#include <domain/desknote.h>

#include <QtCore/QString>
#include <QtCore/QStringList>

/// What the desk adds to a case, in words: exhibits made of others, and notes.
namespace arb::presentation {

/// Where an exhibit that the desk made comes from: "frame of [B2 0:12.400]"; empty for one that was handed in.
QString derivedText(const domain::Exhibit &exhibit, const domain::CaseFile &file);

QString visibilityText(domain::NoteVisibility visibility);
/// A note with who wrote it, when, for whom and about which place, which says so when it has changed since.
QString noteLine(const domain::DeskNote &note, const domain::CaseFile &file);
/// That nobody was told of a note by these names (Receipt::strayNames); empty when there are none.
QString strayNamesText(const QStringList &names);
/// As it may stand in reasons and letters: its text with the place it is pinned to. Empty for a note for the desk only.
QString quoteOf(const domain::DeskNote &note, const domain::CaseFile &file);

} // namespace arb::presentation
