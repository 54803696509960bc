// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <presentation/decisionletter.h>

#include <domain/result.h>

namespace arb::app {

/// The letter about the ruling in force, as @p actor may read the case, in the language of the moment; with the rule book that the
/// ruling was made under. The error is a sentence. Reads the database.
domain::Result<presentation::DecisionLetter, QString> letterAbout(const usecases::Desk &desk, const usecases::Actor &actor, domain::CaseId id,
                                                                  domain::Party addressee);
/// As a PDF with ruling.json attached. Needs a QGuiApplication; on its thread.
QByteArray letterBytes(const presentation::DecisionLetter &letter);

} // namespace arb::app
