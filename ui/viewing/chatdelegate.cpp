// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewing/chatdelegate.h"

#include "viewing/partycolors.h"

#include <QtGui/QPainter>
#include <QtGui/QTextLayout>
#include <QtWidgets/QListView>

#include <algorithm>

namespace arb::ui {

namespace {

constexpr int chatMargin = 8;
constexpr int avatarSize = 28;
constexpr int bubblePadding = 8;
constexpr QSize pictureBox(168, 112);

} // namespace

ChatDelegate::ChatDelegate(ChatModel &model, QListView &view)
    : QStyledItemDelegate(&view)
    , m_model(model)
    , m_view(view)
{
    connect(&model, &QAbstractItemModel::modelReset, this, &ChatDelegate::forgetSizes);
}

void ChatDelegate::forgetSizes()
{
    m_bubbles.clear();
}

QFont ChatDelegate::smallFont() const
{
    QFont font = m_view.font();
    if (font.pixelSize() > 0)
        font.setPixelSize(std::max(10, font.pixelSize() - 2));
    else
        font.setPointSizeF(std::max(7.0, font.pointSizeF() * 0.88));
    return font;
}

int ChatDelegate::layOutText(QTextLayout &layout, const QString &text, int width, int *used) const
{
    QString lines = text;
    lines.replace(QLatin1Char('\n'), QChar::LineSeparator);
    layout.setText(lines);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.setFont(m_view.font());
    layout.beginLayout();
    qreal y = 0, widest = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition(QPointF(0, y));
        y += line.height() * 1.15;
        widest = std::max(widest, line.naturalTextWidth());
    }
    layout.endLayout();
    if (used)
        *used = qCeil(widest);
    return qCeil(y);
}

void ChatDelegate::placeBubble(Bubble &bubble, domain::Party from, int width, int frameWidth) const
{
    const int side = chatMargin + avatarSize + chatMargin;
    int left = side;
    if (from == domain::Party::Merchant)
        left = width - side - frameWidth;
    else if (from == domain::Party::Platform)
        left = (width - frameWidth) / 2;
    for (QRect *part : {&bubble.frame, &bubble.sender, &bubble.quote, &bubble.text, &bubble.picture, &bubble.foot})
        part->translate(left, 0);
}

ChatDelegate::Bubble ChatDelegate::bubbleFor(int row, int width) const
{
    if (width != m_width) {
        m_bubbles.clear();
        m_width = width;
    }
    const auto known = m_bubbles.constFind(row);
    if (known != m_bubbles.cend())
        return *known;
    const domain::ChatMessage &message = m_model.message(m_model.row(row).message);
    const QFontMetrics small(smallFont());
    const int roomForText = std::max(80, (width - 2 * (chatMargin + avatarSize + chatMargin)) * 85 / 100 - 2 * bubblePadding);
    QTextLayout layout;
    int textWidth = 0;
    const int textHeight = message.text.isEmpty() ? 0 : layOutText(layout, message.text, roomForText, &textWidth);
    const QString foot = m_model.footText(message);
    int inner = std::max(textWidth, small.horizontalAdvance(foot) + 4);
    const bool hasQuote = !message.replyTo.isEmpty();
    const bool hasPicture = !message.exhibit.isEmpty();
    if (hasQuote)
        inner = std::max(inner, std::min(roomForText, small.horizontalAdvance(m_model.quoteText(message)) + 16));
    if (hasPicture)
        inner = std::max(inner, pictureBox.width());
    inner = std::min(inner, roomForText);
    Bubble bubble;
    int y = 4;
    const int top = y;
    y += bubblePadding;
    if (hasQuote) {
        bubble.quote = QRect(bubblePadding, y, inner, small.height() + 4);
        y += bubble.quote.height() + 6;
    }
    if (textHeight > 0) {
        bubble.text = QRect(bubblePadding, y, inner, textHeight);
        y += textHeight + 2;
    }
    if (hasPicture) {
        bubble.picture = QRect(QPoint(bubblePadding, y + 2), pictureBox);
        y += pictureBox.height() + 6;
    }
    if (!foot.isEmpty()) {
        bubble.foot = QRect(bubblePadding, y, inner, small.height());
        y += small.height();
    }
    y += bubblePadding - 2;
    bubble.frame = QRect(0, top, inner + 2 * bubblePadding, y - top);
    bubble.height = y + 4;
    placeBubble(bubble, message.from, width, bubble.frame.width());
    m_bubbles.insert(row, bubble);
    return bubble;
}

QSize ChatDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const int width = m_view.viewport()->width();
    if (m_model.row(index.row()).kind != ChatRow::Kind::Message)
        return QSize(width, QFontMetrics(smallFont()).height() + 16);
    return QSize(width, bubbleFor(index.row(), width).height);
}

void ChatDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const ChatRow &row = m_model.row(index.row());
    if (row.kind != ChatRow::Kind::Message) {
        paintBreak(*painter, option.rect, m_model.breakText(row));
    } else {
        const domain::ChatMessage &message = m_model.message(row.message);
        const Bubble bubble = bubbleFor(index.row(), option.rect.width());
        if (message.from != domain::Party::Platform)
            paintAvatar(*painter, option.rect, message);
        paintBubble(*painter, option.rect, bubble, message, option.state.testFlag(QStyle::State_Selected));
    }
    painter->restore();
}

void ChatDelegate::paintBreak(QPainter &painter, const QRect &rect, const QString &text) const
{
    const QFont font = smallFont();
    painter.setFont(font);
    const int width = QFontMetrics(font).horizontalAdvance(text) + 24;
    const int middle = rect.center().y();
    painter.setPen(dividerColor(m_view.palette()));
    painter.drawLine(rect.left() + chatMargin, middle, rect.center().x() - width / 2, middle);
    painter.drawLine(rect.center().x() + width / 2, middle, rect.right() - chatMargin, middle);
    painter.setPen(mutedText(m_view.palette()));
    painter.drawText(rect, Qt::AlignCenter, text);
}

void ChatDelegate::paintAvatar(QPainter &painter, const QRect &item, const domain::ChatMessage &message) const
{
    const QColor accent = partyAccent(message.from, m_view.palette());
    const bool right = message.from == domain::Party::Merchant;
    const QRect circle(right ? item.right() - chatMargin - avatarSize + 1 : item.left() + chatMargin, item.top() + 4, avatarSize, avatarSize);
    painter.setPen(Qt::NoPen);
    painter.setBrush(accent);
    painter.drawEllipse(circle);
    painter.setPen(isDark(m_view.palette()) ? QColor(0x0B, 0x16, 0x22) : QColor(Qt::white));
    QFont font = m_view.font();
    font.setBold(true);
    painter.setFont(font);
    painter.drawText(circle, Qt::AlignCenter, m_model.senderText(message).left(1));
}

void ChatDelegate::paintBubble(QPainter &painter, const QRect &item, const Bubble &bubble,
                               const domain::ChatMessage &message, bool selected) const
{
    const QPalette &palette = m_view.palette();
    const QColor accent = partyAccent(message.from, palette);
    const QPoint origin = item.topLeft();
    const QRectF frame = QRectF(bubble.frame.translated(origin)).adjusted(0.5, 0.5, -0.5, -0.5);
    QPen outline(tinted(palette.color(QPalette::Base), accent, selected ? 1.0 : 0.35), selected ? 2.0 : 1.0);
    if (message.recalledAt)
        outline.setStyle(Qt::DashLine);
    painter.setPen(outline);
    painter.setBrush(tinted(palette.color(QPalette::Base), accent, selected ? 0.20 : 0.09));
    painter.drawRoundedRect(frame, 6, 6);
    if (!bubble.quote.isEmpty()) {
        const QRect quote = bubble.quote.translated(origin);
        painter.fillRect(QRect(quote.topLeft(), QSize(3, quote.height())), accent);
        painter.setFont(smallFont());
        painter.setPen(mutedText(palette));
        const QString text = QFontMetrics(smallFont()).elidedText(m_model.quoteText(message), Qt::ElideRight,
                                                                  quote.width() - 8);
        painter.drawText(quote.adjusted(8, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, text);
    }
    paintText(painter, bubble.text.translated(origin), message);
    if (!bubble.picture.isEmpty()) {
        const QRect box = bubble.picture.translated(origin);
        const QImage picture = m_model.picture(message.exhibit);
        painter.fillRect(box, tinted(palette.color(QPalette::Base), palette.color(QPalette::Text), 0.08));
        if (picture.isNull()) {
            Q_EMIT pictureWanted(message.exhibit);
            painter.setPen(mutedText(palette));
            painter.drawText(box, Qt::AlignCenter, message.exhibit);
        } else {
            QRect fitted(QPoint(), picture.size().scaled(box.size(), Qt::KeepAspectRatio));
            fitted.moveCenter(box.center());
            painter.setRenderHint(QPainter::SmoothPixmapTransform);
            painter.drawImage(fitted, picture);
        }
    }
    painter.setFont(smallFont());
    painter.setPen(mutedText(palette));
    painter.drawText(bubble.foot.translated(origin), Qt::AlignLeft | Qt::AlignVCenter, m_model.footText(message));
    if (const int number = m_model.citedNumber(message.id); number > 0) {
        const QRectF tag(frame.right() - 10, frame.top() - 4, 18, 16);
        painter.setPen(Qt::NoPen);
        painter.setBrush(accent);
        painter.drawRoundedRect(tag, 4, 4);
        painter.setPen(isDark(palette) ? QColor(0x0B, 0x16, 0x22) : QColor(Qt::white));
        painter.drawText(tag, Qt::AlignCenter, QString::number(number));
    }
}

void ChatDelegate::paintText(QPainter &painter, const QRect &rect, const domain::ChatMessage &message) const
{
    if (rect.isEmpty())
        return;
    const QPalette &palette = m_view.palette();
    QTextLayout layout;
    layOutText(layout, message.text, rect.width(), nullptr);
    QList<QTextLayout::FormatRange> formats;
    const QString words = m_model.searchWords();
    if (!words.isEmpty()) {
        QTextCharFormat found;
        found.setBackground(QColor(0xFF, 0xE0, 0x66));
        found.setForeground(Qt::black);
        for (qsizetype at = message.text.indexOf(words, 0, Qt::CaseInsensitive); at >= 0;
             at = message.text.indexOf(words, at + words.size(), Qt::CaseInsensitive))
            formats.append({static_cast<int>(at), static_cast<int>(words.size()), found});
    }
    // Recalled words stay readable: what somebody took back can decide a case.
    painter.setPen(message.recalledAt ? mutedText(palette) : palette.color(QPalette::Text));
    layout.draw(&painter, rect.topLeft(), formats);
}

bool ChatDelegate::isOnQuote(const QModelIndex &index, const QRect &item, QPoint place) const
{
    return m_model.row(index.row()).kind == ChatRow::Kind::Message
        && bubbleFor(index.row(), item.width()).quote.translated(item.topLeft()).contains(place);
}

bool ChatDelegate::isOnPicture(const QModelIndex &index, const QRect &item, QPoint place) const
{
    return m_model.row(index.row()).kind == ChatRow::Kind::Message
        && bubbleFor(index.row(), item.width()).picture.translated(item.topLeft()).contains(place);
}

} // namespace arb::ui
