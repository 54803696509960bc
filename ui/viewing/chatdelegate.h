// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewing/chatmodel.h"

#include <QtWidgets/QStyledItemDelegate>

class QListView;
class QTextLayout;

namespace arb::ui {

/// Draws a chat: buyer on the left, merchant on the right, platform in the middle. Asks for pictures when they come into
/// view.
class ChatDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    ChatDelegate(ChatModel &model, QListView &view);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void forgetSizes();
    /// Is @p place (viewport coordinates) on the quote or on the picture of the message at @p index?
    bool isOnQuote(const QModelIndex &index, const QRect &item, QPoint place) const;
    bool isOnPicture(const QModelIndex &index, const QRect &item, QPoint place) const;

Q_SIGNALS:
    void pictureWanted(const QString &exhibitId) const;

private:
    /// Rectangles relative to the item's top left.
    struct Bubble
    {
        QRect frame, sender, quote, text, picture, foot;
        int height = 0;
    };
    Bubble bubbleFor(int row, int width) const;
    void placeBubble(Bubble &bubble, domain::Party from, int width, int frameWidth) const;
    int layOutText(QTextLayout &layout, const QString &text, int width, int *used) const;
    void paintBreak(QPainter &painter, const QRect &rect, const QString &text) const;
    void paintBubble(QPainter &painter, const QRect &item, const Bubble &bubble, const domain::ChatMessage &message,
                     bool selected) const;
    void paintText(QPainter &painter, const QRect &rect, const domain::ChatMessage &message) const;
    void paintAvatar(QPainter &painter, const QRect &item, const domain::ChatMessage &message) const;
    QFont smallFont() const;

    ChatModel &m_model;
    QListView &m_view;
    mutable QHash<int, Bubble> m_bubbles;
    mutable int m_width = -1;
};

} // namespace arb::ui
