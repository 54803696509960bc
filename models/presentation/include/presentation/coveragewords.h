// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/coverage.h>
#include <domain/ruling.h>

#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QStringList>

/// What was on show of a case's evidence, in words: calm, about the evidence, never about people.
namespace arb::presentation {

/// "seen 3 of 4 · film 0:41 of 1:12 · pages 2 of 3 · messages 5 of 27"; empty for a side without evidence. What the desk
/// made of evidence is not in it: it is said where there is room for a line of its own.
QString coverageMeter(const domain::CoverageSum &sum);
/// "3/4", where there is no room.
QString coverageShort(const domain::CoverageSum &sum);
/// The same in full, a line for each item, what was never opened first: for the tool tip and what is read aloud.
QString coverageTip(const domain::CaseCoverage &coverage, const domain::CaseFile &file, domain::CoverageSide side);
/// All sides as headings with their items below, of each side what was never opened first and what the desk made of it last.
QStringList coverageLines(const domain::CaseCoverage &coverage, const domain::CaseFile &file);
/// One line about a signed ruling; empty when it says nothing of it.
QString coverageBrief(const domain::Ruling &ruling, const domain::CaseFile &file);
/// How long, as a clock: "0:41", "1:02:03"; what is less than a second is cut off.
QString clockText(qint64 us);

} // namespace arb::presentation
