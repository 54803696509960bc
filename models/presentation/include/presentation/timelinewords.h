// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <usecases/opencase.h>

#include <domain/timelinerules.h>

#include <QtCore/QString>

/// The timeline in words of the language of the moment. Hints, never verdicts; party text is made visible.
namespace arb::presentation {

QString label(domain::TimelineLane lane);
QString laneText(const domain::TimelineEvent &event); ///< of its lane: exported chats have one each, "Export b3"
QString label(domain::TimelineRule rule); ///< "Picture older than the delivery"

/// What happened: "Picked up · Hub", "Buyer: black screen", "Picture taken · b1".
QString eventText(const domain::TimelineEvent &event);
/// When, with how sure it is: "2026-10-05 09:00:10", "between … and …, no time zone told".
QString eventTimeText(const domain::TimelineEvent &event);
/// One line of both, for lists and whoever listens: "2026-10-05 09:00:10, chat: Buyer: black screen".
QString eventLine(const domain::TimelineEvent &event);

/// Which two facts do not fit, how far they are apart, how sure that is, and what else may be behind it.
QString clashText(const domain::TimelineClash &clash, const domain::CaseTimeline &timeline);

} // namespace arb::presentation
