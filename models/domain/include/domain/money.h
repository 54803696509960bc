// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

#include <array>
#include <compare>
#include <optional>

namespace arb::domain {

/// A sum in fen (1/100 yuan). Integers only; no currency but CNY.
class Money
{
public:
    constexpr Money() = default;
    constexpr explicit Money(qint64 fen) : m_fen(fen) {}
    constexpr qint64 fen() const { return m_fen; }
    constexpr auto operator<=>(const Money &) const = default;
    friend constexpr Money operator+(Money a, Money b) { return Money(a.m_fen + b.m_fen); }
    friend constexpr Money operator-(Money a, Money b) { return Money(a.m_fen - b.m_fen); }
    constexpr Money &operator+=(Money other) { m_fen += other.m_fen; return *this; }

    /// "1,299.00", without a currency sign; the sign of a negative sum stands in front.
    QString toString() const;
    /// Reads "1299", "1,299.00", "¥1299.5" and full-width digits; nothing when it is not a sum of whole fen.
    static std::optional<Money> fromUserText(const QString &text);

private:
    qint64 m_fen = 0;
};

/// Shares of @p total in fen by percent, in the order merchant, creator, platform, buyer.
/// Largest remainder, ties in that order (the house rule for splitting a refund's cost), so the parts always add up.
/// @p percent must add up to 100 or be all zero, then every part is zero.
std::array<Money, 4> splitByPercent(Money total, const std::array<int, 4> &percent);

} // namespace arb::domain
