// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <usecases/commanderror.h>
#include <usecases/queuefilter.h>

#include <domain/policy.h>

#include <QtCore/QString>

/// The one place where an error becomes a sentence: what happened, what was kept, what to do next; nobody is blamed.
namespace arb::presentation {

QString errorText(const usecases::CommandError &error, domain::UtcMs now = {});
/// The same of a case that may not be the one on the screen any more: its number comes first, where there is one.
/// @p me: the name of whoever reads it, so that their own newer claim is not told as another person's.
QString errorTextAbout(const QString &caseNo, const usecases::CommandError &error, const QString &me = {});
/// Of a database that takes no changes from the start.
QString readOnlyText();
/// errorText() for the command line, where nothing is being written that could be kept as a draft.
QString commandLineText(const usecases::CommandError &error);
/// Why one case of many stays as it was made, though it was to be taken back.
QString notTakenBackText(const usecases::CommandError &error);
QString errorText(domain::RulingProblem problem);
QString errorText(const usecases::FilterError &error); ///< what in a filter line is not understood, and how it is written
/// While the database does not answer; @p attempt counts from 1.
QString reconnectingText(int attempt);
// Of a ruling that was on its way when the connection broke.
QString checkingText();
QString recordedText(domain::UtcMs at);
QString errorText(usecases::VaultError error); ///< a part of a sentence: about one file, or why the vault does not open
/// A fault of a ruling as part of a sentence in the form, the element it is about called by its name in @p book.
QString errorText(const domain::RulingFault &fault, const domain::RuleBook &book);
/// Why no vault is open and what to do: whole sentences.
QString vaultText(usecases::VaultError error);
/// A fault of a ruling with what it names: its element, else its place in ruling.json.
QString faultText(const domain::RulingFault &fault, const domain::RuleBook &book);

} // namespace arb::presentation
