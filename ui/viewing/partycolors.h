// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/casefile.h>

#include <QtGui/QColor>
#include <QtGui/QPalette>

/// Colours of the two sides. They say who, never who is right: no red and green. At least 4.5:1 on window and base.
namespace arb::ui {

inline bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < 128;
}

inline QColor buyerAccent(const QPalette &palette)
{
    return isDark(palette) ? QColor(0x6C, 0xB2, 0xF5) : QColor(0x0B, 0x5C, 0xAD);
}

inline QColor merchantAccent(const QPalette &palette)
{
    return isDark(palette) ? QColor(0xF0, 0xB0, 0x70) : QColor(0x8A, 0x4B, 0x08);
}

inline QColor mutedText(const QPalette &palette)
{
    return isDark(palette) ? QColor(0xA3, 0xAC, 0xB6) : QColor(0x57, 0x60, 0x6A);
}

inline QColor dividerColor(const QPalette &palette)
{
    return isDark(palette) ? QColor(0x34, 0x3A, 0x41) : QColor(0xD8, 0xDE, 0xE4);
}

inline QColor partyAccent(domain::Party party, const QPalette &palette)
{
    switch (party) {
    case domain::Party::Buyer: return buyerAccent(palette);
    case domain::Party::Merchant:
    case domain::Party::Creator: return merchantAccent(palette);
    case domain::Party::Platform: return mutedText(palette);
    }
    return mutedText(palette);
}

/// @p over laid thinly on @p ground, for the fill of bubbles and marks.
inline QColor tinted(const QColor &ground, const QColor &over, double share)
{
    const auto mix = [share](int a, int b) { return static_cast<int>(a * (1.0 - share) + b * share); };
    return QColor(mix(ground.red(), over.red()), mix(ground.green(), over.green()), mix(ground.blue(), over.blue()));
}

} // namespace arb::ui
