// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QDateTime>
#include <QtCore/QString>

#include <compare>
#include <optional>

namespace arb::domain {

/// A point in time as UTC milliseconds since 1970, the form stored in both databases.
/// Platform time is the fixed offset +08:00; nothing here reads a clock.
class UtcMs
{
public:
    constexpr UtcMs() = default;
    constexpr explicit UtcMs(qint64 ms) : m_ms(ms) {}
    constexpr qint64 ms() const { return m_ms; }
    constexpr auto operator<=>(const UtcMs &) const = default;
    constexpr UtcMs plusMs(qint64 ms) const { return UtcMs(m_ms + ms); }
    friend constexpr qint64 operator-(UtcMs a, UtcMs b) { return a.m_ms - b.m_ms; }

    /// RFC 3339 with an offset ("Z" or ±hh:mm), fractions of a second beyond ms cut; anything else is nothing.
    static std::optional<UtcMs> fromRfc3339(const QString &text);
    /// RFC 3339 in platform time, seconds precision: 2026-10-12T09:00:00+08:00.
    QString toRfc3339() const;
    /// The same instant as a QDateTime at +08:00, for formatting.
    QDateTime toPlatform() const;
    static UtcMs fromPlatform(const QDate &date, const QTime &time);

private:
    qint64 m_ms = 0;
};

inline constexpr qint64 secondMs = 1000;
inline constexpr qint64 minuteMs = 60 * secondMs;
inline constexpr qint64 hourMs = 60 * minuteMs;
inline constexpr qint64 dayMs = 24 * hourMs;
inline constexpr int platformOffsetSeconds = 8 * 3600;

} // namespace arb::domain
