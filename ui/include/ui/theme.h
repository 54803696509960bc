// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGui/QColor>
#include <QtGui/QIcon>
#include <QtGui/QPalette>
#include <QtCore/QString>

class QApplication;
class QWidget;

namespace arb::ui {

/// The colours of a theme. Every text colour has at least 4.5:1 on every surface and on the selection (tested);
/// status is always icon + word + colour, party colours are no status colours.
struct Tokens
{
    QColor background, surface, raised, text, muted, border, divider, accent, onAccent, merchant, danger, warning, success, info, selection;
};

enum class ThemeMode { Light, Dark, System };

const Tokens &tokens(bool dark);
/// Of the palette in force.
bool isDarkPalette(const QPalette &palette);
const Tokens &tokensFor(const QPalette &palette);
/// Style, palette and fonts of the whole program; System follows the desktop's lightness.
void applyTheme(QApplication &application, ThemeMode mode);

/// Gives @p widget its style sheet, unless it has it already: setting one sends PaletteChange, and whoever restyles on
/// PaletteChange would go round for ever.
void applySheet(QWidget *widget, const QString &sheet);

/// An icon of the set drawn in @p color; the empty icon when there is none of that name.
QIcon themedIcon(const QString &name, const QColor &color, int pixels = 18);

} // namespace arb::ui
