// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/money.h>
#include <domain/time.h>
#include <domain/viewing.h>

#include <QtCore/QString>

#include <optional>

/// Sums and times as people read them, in platform time and the language of the moment.
namespace arb::presentation {

QString moneyText(domain::Money sum);                    ///< ¥1,299.00
QString limitText(domain::Money limit);                  ///< a round sum without its cents: "¥1,000"
QString dateTimeText(domain::UtcMs at);                  ///< 2026-10-12 09:00
QString filmTimeText(qint64 us);                         ///< from a film's first frame: "0:12.480", "1:02:03.040"
/// A frame by its time, or a span by both, from a first frame at @p firstUs: "0:12.480", "0:12.480–0:14.000".
QString filmPlaceText(const domain::FilmPlace &place, qint64 firstUs);
QString shareText(int permille);                         ///< "37.5 %"
/// A share as a reviewer writes it: "37.5", "37,5 %", "9/24", full-width digits too; nothing when it is no share of a whole.
std::optional<int> shareFromText(const QString &text);
QString shortTimeText(domain::UtcMs at, domain::UtcMs now); ///< "today 12:30", "tomorrow 09:00", "12 Oct 12:30", "12 Oct 2027 12:30"
QString durationText(qint64 ms);                         ///< "3 h 30 min", "2 d 4 h"; never negative
/// "3 h 30 min · today 12:30", "Overdue by 2 h", or the reason why the deadline is unknown.
QString dueText(const std::optional<domain::UtcMs> &dueAt, const QString &unknown, domain::UtcMs now);

enum class Urgency { None, Calm, Soon, Overdue };
/// Soon: within four hours.
Urgency urgency(const std::optional<domain::UtcMs> &dueAt, domain::UtcMs now);

/// Two sentences after each other: no space stands behind a full-width full stop.
QString joined(const QString &sentence, const QString &next);

/// Party text made safe to show: control, bidirectional and invisible characters become visible marks. Always plain text.
QString visibleText(const QString &text);
/// What somebody typed, made visible and short enough to stand in a sentence about it.
QString typedText(const QString &text);

} // namespace arb::presentation
