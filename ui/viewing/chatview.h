// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../citing/citehandle.h"
#include "chatheights.h"

#include <optional>
#include <utility>
#include <vector>

namespace arb::ui {

class ChatDelegate;
class ChatModel;

/// The rows of a chat of any length, each as high as its words. What is on the screen is laid out and measured; the heights
/// of all others are guessed, so that a log opens at its first lines at once. The row at the top and how far it has gone
/// are what counts: a guess that turns out wrong moves the scroll bar, never the words under the reader's eye.
class ChatView : public CitableList
{
    Q_OBJECT

public:
    ChatView(ChatModel &model, QWidget *parent = nullptr);
    ChatDelegate &look() const { return *m_look; }

    int topRow() const { return m_top; }
    /// Brings @p row to the upper edge, or as near as the end lets it.
    void putOnTop(int row);
    /// First and last message of the rows chosen, or on the screen; breaks at the ends are no messages. Nothing: none, or not
    /// laid out yet (the scroll bar tells when it is). A range of 100,000 is not looked through.
    std::optional<std::pair<int, int>> chosenMessages() const;
    std::optional<std::pair<int, int>> messagesInView() const;
    /// First and last of the rows chosen that only the platform's log has, where no message is among them.
    std::optional<std::pair<int, int>> chosenMissing() const;
    /// Measures and guesses everything anew: another language, other fonts.
    void measureAnew();

    QRect visualRect(const QModelIndex &index) const override;
    QModelIndex indexAt(const QPoint &point) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    void doItemsLayout() override;
    void reset() override;
    void keyboardSearch(const QString &) override {} ///< it would read every row

Q_SIGNALS:
    void topRowChanged(int row);
    /// The reader asks for another part of a long message.
    void partWanted(int row, int by);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void updateGeometries() override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    int horizontalOffset() const override { return 0; }
    int verticalOffset() const override;
    void setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command) override;
    QRegion visualRegionForSelection(const QItemSelection &selection) const override;

protected Q_SLOTS:
    void dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles = {}) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;

private:
    int rows() const { return m_heights.count(); }
    int measured(int row);
    int height(int row) const { return m_heights.height(row); }
    void guessAll();
    void place(int row, int gone);
    void placeRowAt(int row, int y);
    void scrollBy(qint64 pixels);
    int rowFrom(int row, int pixels);
    int beside(int row, int by) const;
    std::pair<int, int> chosenRows() const; ///< the first is behind the last: none
    std::optional<std::pair<int, int>> messagesWithin(int first, int last) const;
    int yOf(int row) const;
    void showOnBar();

    ChatModel &m_chat;
    ChatDelegate *m_look;
    ChatHeights m_heights;
    std::vector<bool> m_isMeasured;
    int m_top = 0, m_gone = 0; ///< the row at the upper edge, and its pixels above it
    int m_width = -1;
    qint64 m_value = 0;        ///< what the bar shows
    bool m_standsStill = false; ///< the bar follows the rows
};

} // namespace arb::ui
