// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chatmodel.h"

#include <QtGui/QTextLayout>
#include <QtWidgets/QStyledItemDelegate>

#include <memory>
#include <vector>

class QAbstractItemView;

namespace arb::ui {

/// Draws a chat: buyer on the left, merchant on the right, platform in the middle; whoever is nobody's party on the left.
/// Lays out what is asked for and keeps the latest of it, never more than a few screens. Asks for pictures when they come
/// into view.
class ChatDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    static constexpr int keptLayouts = 400;

    ChatDelegate(ChatModel &model, QAbstractItemView &view);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    int height(int row, int width) const;
    /// A guess at every row's height, without laying out or making a text.
    std::vector<int> roughHeights(int width) const;
    void forgetSizes();
    void forgetSize(int row) { m_bubbles.remove(row); }
    int laidOut() const { return m_laidOut; } ///< bubbles since forgetSizes()

    enum class Place { Nothing, Quote, Picture, Part, Missing };
    /// What of the row is at @p place (viewport coordinates)?
    Place placeAt(int row, const QRect &item, QPoint place) const;

Q_SIGNALS:
    void pictureWanted(const QString &exhibitId) const;

private:
    /// Rectangles relative to the item's top left.
    struct Bubble
    {
        ChatEntry entry;
        QString name, quoted, foot, part, difference, loggedText;
        QRect frame, sender, quote, text, logged, picture, file, more, footLine, note;
        std::shared_ptr<QTextLayout> layout, loggedLayout;
        qsizetype loggedFrom = 0; ///< where in loggedText the log's words begin
        int height = 0;
    };
    const Bubble &bubbleFor(int row, int width) const;
    Bubble makeBubble(int row, int width) const;
    int innerWidth(const Bubble &bubble, int textWidth, int room) const;
    int wrappedHeight(const QString &text, int width) const;
    void stack(Bubble &bubble, int inner, int textHeight, int loggedHeight) const;
    void placeBubble(Bubble &bubble, int width) const;
    int layOutText(QTextLayout &layout, const QString &text, int width, int *used) const;
    void paintBreak(QPainter &painter, const QRect &rect, const QString &text) const;
    void paintBubble(QPainter &painter, const QStyleOptionViewItem &option, const Bubble &bubble, bool missing) const;
    void paintLines(QPainter &painter, QPoint origin, const Bubble &bubble) const;
    void paintText(QPainter &painter, QPoint origin, const Bubble &bubble, const QRect &clip) const;
    void paintLogged(QPainter &painter, QPoint origin, const Bubble &bubble, const QRect &clip) const;
    QList<QTextLayout::FormatRange> differingFormats(const QList<domain::CharSpan> &spans, qsizetype from) const;
    void paintPicture(QPainter &painter, const QRect &box, const QString &exhibit) const;
    void paintAvatar(QPainter &painter, const QRect &item, const ChatEntry &entry) const;
    void paintNumber(QPainter &painter, const QRectF &frame, const ChatEntry &entry) const;
    QFont smallFont() const;

    ChatModel &m_model;
    QAbstractItemView &m_view;
    mutable QHash<int, Bubble> m_bubbles;
    mutable int m_width = -1;
    mutable int m_laidOut = 0;
};

} // namespace arb::ui
