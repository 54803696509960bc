// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "glyphs.h"

#include <QtWidgets/QWidget>

class QLineEdit;
class QAction;

namespace arb::ui {

class FittedLabel;
class ViewBar;

/// A search field with next, previous and "2 of 7". Escape gives the keyboard back to what is searched; the words stay. What is found is the owner's business.
class SearchBar : public QWidget
{
    Q_OBJECT

public:
    explicit SearchBar(QWidget *parent = nullptr);
    QString words() const;
    void clear();
    void beginTyping();
    /// @p current from 1, 0 none yet; -1 hits: nothing was searched.
    void showCount(int current, int hits);
    /// @p textless of @p pages have no words to be found; said beside every count until clear().
    void setTextless(int textless, int pages);
    /// Beside them, @p unread pages could not be read: what was not found may be there. Until clear().
    void setUnread(int unread);
    /// Only @p read of @p pages have been searched, so counts are no last word; no pages: all that can be.
    void setReading(int read, int pages);
    /// A button for @p action, which the owner makes and which works on words(): enabled while there are any.
    void offer(QAction *action, Glyph glyph);
    void retranslate();

Q_SIGNALS:
    void wordsChanged(const QString &words);
    void nextWanted();
    void previousWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QString countText() const;
    QStringList countTexts() const;

    QLineEdit *m_field = nullptr;
    FittedLabel *m_count = nullptr;
    QAction *m_next = nullptr, *m_previous = nullptr;
    ViewBar *m_buttons = nullptr;
    int m_current = 0, m_hits = -1;
    int m_textless = 0, m_pages = 0;
    int m_unread = 0;
    int m_read = 0, m_pagesToRead = 0; ///< 0: nothing is being read
};

} // namespace arb::ui
