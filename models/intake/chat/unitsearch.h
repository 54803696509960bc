// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QStringView>

#include <cstring>

namespace arb::intake {

/// Where @p unit, of ASCII, first stands in @p text, at @p from or behind; -1: nowhere. As QStringView::indexOf(), cheaper
/// to call where texts are short: looks for the one byte that says something, and at the character only where that is.
inline qsizetype indexOfUnit(QStringView text, char16_t unit, qsizetype from = 0)
{
    const char16_t *const units = text.utf16();
    const auto *const bytes = reinterpret_cast<const char *>(units);
    while (from < text.size()) {
        const void *hit = std::memchr(units + from, unit, static_cast<std::size_t>(text.size() - from) * sizeof(char16_t));
        if (hit == nullptr)
            return -1;
        from = (static_cast<const char *>(hit) - bytes) / qsizetype(sizeof(char16_t));
        if (units[from] == unit)
            return from;
        ++from; // half of another character
    }
    return -1;
}

} // namespace arb::intake
