// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "glyphs.h"

#include <QtGui/QAction>
#include <QtWidgets/QWidget>

class QHBoxLayout;
class QToolButton;

namespace arb::ui {

/// A slim row of flat tool buttons under a viewer. Buttons show a glyph; their words are tool tip and accessible name.
class ViewBar : public QWidget
{
    Q_OBJECT

public:
    explicit ViewBar(QWidget *parent = nullptr);
    QToolButton *addGlyph(QAction *action, Glyph glyph);
    void setGlyph(QAction *action, Glyph glyph);
    void addRest(QWidget *widget, int stretch = 0);
    void addGap();

protected:
    void changeEvent(QEvent *event) override;

private:
    void drawGlyphs();

    struct Entry
    {
        QAction *action;
        Glyph glyph;
    };
    QList<Entry> m_entries;
    QHBoxLayout *m_row = nullptr;
};

/// Sets the words of an action: text, and tool tip with its key.
void setActionWords(QAction *action, const QString &text);

} // namespace arb::ui
