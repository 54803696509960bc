// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "glyphs.h"

#include <QtGui/QAction>
#include <QtWidgets/QWidget>

class QHBoxLayout;
class QToolButton;

namespace arb::ui {

/// A slim row of flat tool buttons under a viewer, which can fold what has no room into a menu. Buttons show a glyph; their words are tool tip and accessible name.
class ViewBar : public QWidget
{
    Q_OBJECT

public:
    explicit ViewBar(QWidget *parent = nullptr);
    QToolButton *addGlyph(QAction *action, Glyph glyph);
    void setGlyph(QAction *action, Glyph glyph);
    void addRest(QWidget *widget, int stretch = 0);
    void addGap();
    /// What has no room goes into a menu behind @p more, which is shown when there is anything in it: the buttons of the lowest rank first, of the
    /// same rank the last first. Other widgets stay.
    void foldInto(QAction *more);
    /// Without a button: in the menu only, which is then always there.
    void addToMenu(const QList<QAction *> &actions);
    void setRank(const QList<QAction *> &actions, int rank);

    void setLow(bool low); ///< without space above and below

    QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    void drawGlyphs();
    void fold();
    int neededWidth() const;
    void fillMenu();

    struct Entry
    {
        QAction *action;
        Glyph glyph;
        QToolButton *button;
        int rank = 0;
        bool folded = false;
    };
    QList<Entry> m_entries;
    QList<QWidget *> m_rest;
    QList<QAction *> m_menuOnly;
    QHBoxLayout *m_row = nullptr;
    QToolButton *m_more = nullptr; ///< none: nothing folds
};

/// Sets the words of an action: text, and tool tip with its key.
void setActionWords(QAction *action, const QString &text);

} // namespace arb::ui
