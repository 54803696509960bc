// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/chatdiff.h>

#include <QtCore/QString>
#include <QtCore/QStringList>

/// What an exported chat is, what of it was not understood, and where it differs from the platform's log. Hints in plain
/// words; whether a difference means anything is for whoever rules.
namespace arb::presentation {

QString chatFormatText(const QString &format); ///< of ChatLog::format
QString chatKindText(domain::LoggedKind kind); ///< empty for a plain text
QString chatBackwardsText();                   ///< of a message whose time is before that of the one above (domain::isBackwards)
QString chatFutureText();                      ///< of one whose time has not come (domain::isFuture)
QString chatFaultText(domain::ChatFault fault);
QString dayOrderText(domain::DayOrder order);
QString agreementText(domain::ChatAgreement agreement);
/// "line 7, character 17: begins like a message …: «10/13/26 …»"
QString chatProblemText(const domain::ChatLineProblem &problem);
/// What is uncertain about the times of the whole log, and what was lost in decoding; whole sentences.
QStringList chatDoubtTexts(const domain::ChatLog &log);
/// The same and the differences in as few words as can be: "45 same", "1 moved", "2 not understood". @p differences: nullptr
/// where there was nothing to compare with.
QStringList chatSummaryParts(const domain::ChatLog &log, const domain::ChatDifferences *differences);
/// How the two clocks and logs relate, as whole sentences.
QStringList differenceTexts(const domain::ChatDifferences &differences);

} // namespace arb::presentation
