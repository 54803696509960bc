// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewing/chatdelegate.h"

#include "viewing/partycolors.h"

#include <presentation/formats.h>

#include <domain/soughtwords.h>

#include <QtGui/QPainter>
#include <QtWidgets/QAbstractItemView>

#include <algorithm>

namespace arb::ui {

namespace {

constexpr int chatMargin = 8;
constexpr int avatarSize = 28;
constexpr int bubblePadding = 8;
constexpr int loggedIndent = 10; ///< of what the log says, behind its bar
constexpr double chatLeading = 1.15;
constexpr QSize pictureBox(168, 112);
constexpr int wrappedSmall = static_cast<int>(Qt::AlignLeft | Qt::AlignTop) | Qt::TextWordWrap;

int sideRoom()
{
    return chatMargin + avatarSize + chatMargin;
}

int roomForText(int width)
{
    return std::max(80, (width - 2 * sideRoom()) * 85 / 100 - 2 * bubblePadding);
}

QColor entryAccent(const ChatEntry &entry, const QPalette &palette)
{
    return entry.party ? partyAccent(*entry.party, palette) : mutedText(palette);
}

QColor onAccent(const QPalette &palette)
{
    return isDark(palette) ? QColor(0x0B, 0x16, 0x22) : QColor(Qt::white);
}

bool isInTheMiddle(const ChatEntry &entry)
{
    return entry.party == domain::Party::Platform || (!entry.party && entry.sender.isEmpty());
}

} // namespace

ChatDelegate::ChatDelegate(ChatModel &model, QAbstractItemView &view)
    : QStyledItemDelegate(&view)
    , m_model(model)
    , m_view(view)
{
}

void ChatDelegate::forgetSizes()
{
    m_bubbles.clear();
    m_laidOut = 0;
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

// --- sizes ---------------------------------------------------------------------------------------------------------------

int ChatDelegate::layOutText(QTextLayout &layout, const QString &text, int width, int *used) const
{
    QString lines = text;
    lines.replace(QLatin1Char('\n'), QChar::LineSeparator);
    layout.setText(lines);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.setFont(m_view.font());
    layout.setCacheEnabled(true);
    layout.beginLayout();
    qreal y = 0, widest = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition(QPointF(0, y));
        y += line.height() * chatLeading;
        widest = std::max(widest, line.naturalTextWidth());
    }
    layout.endLayout();
    *used = qCeil(widest);
    return qCeil(y);
}

int ChatDelegate::innerWidth(const Bubble &bubble, int textWidth, int room) const
{
    const QFontMetrics small(smallFont());
    int inner = textWidth;
    for (const QString &line : {bubble.name, bubble.foot, bubble.part, bubble.difference, bubble.entry.attachment}) {
        if (!line.isEmpty())
            inner = std::max(inner, small.horizontalAdvance(line) + 4);
    }
    if (!bubble.quoted.isEmpty())
        inner = std::max(inner, small.horizontalAdvance(bubble.quoted) + 16);
    if (!bubble.entry.exhibit.isEmpty())
        inner = std::max(inner, pictureBox.width());
    return std::min(inner, room);
}

/// Of a small line, or of several where it has no room in one.
int ChatDelegate::wrappedHeight(const QString &text, int width) const
{
    const QFontMetrics small(smallFont());
    if (small.horizontalAdvance(text) <= width)
        return small.height();
    return small.boundingRect(QRect(0, 0, width, 10'000), wrappedSmall, text).height();
}

/// One under the other; what is empty takes no room.
void ChatDelegate::stack(Bubble &bubble, int inner, int textHeight, int loggedHeight) const
{
    const int small = QFontMetrics(smallFont()).height();
    int y = 4 + bubblePadding;
    const auto take = [&y, inner](QRect &part, bool wanted, int height, int after) {
        if (!wanted)
            return;
        part = QRect(bubblePadding, y, inner, height);
        y += height + after;
    };
    take(bubble.note, !bubble.difference.isEmpty(), wrappedHeight(bubble.difference, inner), 4);
    take(bubble.sender, !bubble.name.isEmpty(), small, 2);
    take(bubble.quote, !bubble.quoted.isEmpty(), small + 4, 6);
    take(bubble.text, textHeight > 0, textHeight, 2);
    take(bubble.logged, loggedHeight > 0, loggedHeight, 4);
    take(bubble.more, !bubble.part.isEmpty(), small + 4, 2);
    if (!bubble.entry.exhibit.isEmpty()) {
        bubble.picture = QRect(QPoint(bubblePadding, y + 2), pictureBox);
        y += pictureBox.height() + 6;
    }
    take(bubble.file, !bubble.entry.attachment.isEmpty(), small, 2);
    take(bubble.footLine, !bubble.foot.isEmpty(), wrappedHeight(bubble.foot, inner), 0);
    y += bubblePadding - 2;
    bubble.frame = QRect(0, 4, inner + 2 * bubblePadding, y - 4);
    bubble.height = y + 4;
}

void ChatDelegate::placeBubble(Bubble &bubble, int width) const
{
    int left = sideRoom();
    if (bubble.entry.party == domain::Party::Merchant)
        left = width - sideRoom() - bubble.frame.width();
    else if (isInTheMiddle(bubble.entry))
        left = (width - bubble.frame.width()) / 2;
    for (QRect *part : {&bubble.frame, &bubble.sender, &bubble.quote, &bubble.text, &bubble.logged, &bubble.picture, &bubble.file, &bubble.more, &bubble.footLine, &bubble.note})
        part->translate(left, 0);
}

ChatDelegate::Bubble ChatDelegate::makeBubble(int row, int width) const
{
    Bubble bubble;
    bubble.entry = m_model.entry(row);
    bubble.foot = m_model.footText(bubble.entry);
    bubble.quoted = m_model.quoteText(bubble.entry);
    bubble.part = m_model.partText(bubble.entry);
    bubble.difference = m_model.differenceText(row);
    if (m_model.isExport() || !m_model.isMessage(row))
        bubble.name = m_model.senderText(bubble.entry);
    bubble.loggedText = m_model.loggedText(bubble.entry, &bubble.loggedFrom);
    bubble.layout = std::make_shared<QTextLayout>();
    const int room = roomForText(width);
    int textWidth = 0, loggedWidth = 0, loggedHeight = 0;
    const int textHeight = bubble.entry.text.isEmpty() ? 0 : layOutText(*bubble.layout, bubble.entry.text, room, &textWidth);
    if (!bubble.loggedText.isEmpty()) {
        bubble.loggedLayout = std::make_shared<QTextLayout>();
        loggedHeight = layOutText(*bubble.loggedLayout, bubble.loggedText, room - loggedIndent, &loggedWidth);
        textWidth = std::max(textWidth, loggedWidth + loggedIndent);
    }
    stack(bubble, innerWidth(bubble, textWidth, room), textHeight, loggedHeight);
    placeBubble(bubble, width);
    return bubble;
}

const ChatDelegate::Bubble &ChatDelegate::bubbleFor(int row, int width) const
{
    if (width != m_width || m_bubbles.size() >= keptLayouts)
        m_bubbles.clear(); // what is on the screen is soon there again
    m_width = width;
    auto known = m_bubbles.find(row);
    if (known == m_bubbles.end()) {
        known = m_bubbles.insert(row, makeBubble(row, width));
        ++m_laidOut;
    }
    return *known;
}

int ChatDelegate::height(int row, int width) const
{
    const ChatRow::Kind kind = m_model.row(row).kind;
    if (kind == ChatRow::Kind::Day || kind == ChatRow::Kind::Gap)
        return QFontMetrics(smallFont()).height() + 16;
    return bubbleFor(row, width).height;
}

std::vector<int> ChatDelegate::roughHeights(int width) const
{
    const int line = QFontMetrics(m_view.font()).height(), small = line * 9 / 10; // asked once: a long chat has 100,000 rows
    const qsizetype aLine = std::max(1, roomForText(width) / std::max(1, line * 2 / 3));
    const int around = small * (m_model.isExport() ? 2 : 1) + 2 * bubblePadding + 8;
    std::vector<int> heights(static_cast<std::size_t>(m_model.rowCount()), small + 16);
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const ChatRow::Kind kind = m_model.row(row).kind;
        if (kind == ChatRow::Kind::Day || kind == ChatRow::Kind::Gap)
            continue;
        const auto lines = static_cast<int>((m_model.roughSize(row) + aLine - 1) / aLine);
        heights[static_cast<std::size_t>(row)] = static_cast<int>(lines * line * chatLeading) + around + (m_model.hasFurther(row) ? 2 * small : 0);
    }
    return heights;
}

QSize ChatDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const int width = m_view.viewport()->width();
    return QSize(width, height(index.row(), width));
}

// --- painting ------------------------------------------------------------------------------------------------------------

void ChatDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const ChatRow &row = m_model.row(index.row());
    if (row.kind == ChatRow::Kind::Day || row.kind == ChatRow::Kind::Gap) {
        paintBreak(*painter, option.rect, m_model.breakText(row));
    } else {
        const Bubble &bubble = bubbleFor(index.row(), option.rect.width());
        if (!isInTheMiddle(bubble.entry))
            paintAvatar(*painter, option.rect, bubble.entry);
        paintBubble(*painter, option, bubble, row.kind == ChatRow::Kind::Missing);
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

void ChatDelegate::paintAvatar(QPainter &painter, const QRect &item, const ChatEntry &entry) const
{
    const bool right = entry.party == domain::Party::Merchant;
    const QRect circle(right ? item.right() - chatMargin - avatarSize + 1 : item.left() + chatMargin, item.top() + 4, avatarSize, avatarSize);
    painter.setPen(Qt::NoPen);
    painter.setBrush(entryAccent(entry, m_view.palette()));
    painter.drawEllipse(circle);
    painter.setPen(onAccent(m_view.palette()));
    QFont font = m_view.font();
    font.setBold(true);
    painter.setFont(font);
    const QString name = m_model.senderText(entry);
    painter.drawText(circle, Qt::AlignCenter, name.left(!name.isEmpty() && name.front().isHighSurrogate() ? 2 : 1));
}

void ChatDelegate::paintBubble(QPainter &painter, const QStyleOptionViewItem &option, const Bubble &bubble, bool missing) const
{
    const QPalette &palette = m_view.palette();
    const QColor accent = entryAccent(bubble.entry, palette);
    const QPoint origin = option.rect.topLeft();
    const bool chosen = option.state.testFlag(QStyle::State_Selected) || (missing && option.state.testFlag(QStyle::State_HasFocus));
    const QRectF frame = QRectF(bubble.frame.translated(origin)).adjusted(0.5, 0.5, -0.5, -0.5);
    QPen outline(tinted(palette.color(QPalette::Base), accent, chosen ? 1.0 : 0.35), chosen ? 2.0 : 1.0);
    if (bubble.entry.recalled || missing)
        outline.setStyle(Qt::DashLine);
    painter.setPen(outline);
    painter.setBrush(missing ? QColor(Qt::transparent) : tinted(palette.color(QPalette::Base), accent, chosen ? 0.20 : 0.09));
    painter.drawRoundedRect(frame, 6, 6);
    if (!bubble.quote.isEmpty())
        painter.fillRect(QRect(bubble.quote.topLeft() + origin, QSize(3, bubble.quote.height())), accent);
    paintText(painter, origin, bubble, option.rect.intersected(m_view.viewport()->rect()));
    paintLogged(painter, origin, bubble, option.rect.intersected(m_view.viewport()->rect()));
    paintLines(painter, origin, bubble);
    if (!bubble.picture.isEmpty())
        paintPicture(painter, bubble.picture.translated(origin), bubble.entry.exhibit);
    if (!missing)
        paintNumber(painter, frame, bubble.entry);
}

/// The small lines around the words.
void ChatDelegate::paintLines(QPainter &painter, QPoint origin, const Bubble &bubble) const
{
    const QPalette &palette = m_view.palette();
    const QFont font = smallFont();
    const QFontMetrics small(font);
    painter.setFont(font);
    const auto draw = [&painter, &small, origin](const QRect &rect, const QString &text, const QColor &color, int indent = 0) {
        if (rect.isEmpty())
            return;
        painter.setPen(color);
        painter.drawText(rect.translated(origin).adjusted(indent, 0, 0, 0), static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine,
                         small.elidedText(text, Qt::ElideRight, rect.width() - indent));
    };
    // What the program says of a message is never cut.
    const auto drawWhole = [&painter, &small, &draw, origin](const QRect &rect, const QString &text, const QColor &color) {
        if (rect.isEmpty() || small.horizontalAdvance(text) <= rect.width()) {
            draw(rect, text, color);
            return;
        }
        painter.setPen(color);
        painter.drawText(rect.translated(origin), wrappedSmall, text);
    };
    drawWhole(bubble.note, bubble.difference, palette.color(QPalette::Text));
    draw(bubble.sender, bubble.name, entryAccent(bubble.entry, palette));
    draw(bubble.quote, bubble.quoted, mutedText(palette), 8);
    draw(bubble.more, bubble.part, palette.color(QPalette::Link));
    draw(bubble.file, bubble.entry.attachment, palette.color(QPalette::Text));
    drawWhole(bubble.footLine, bubble.foot, mutedText(palette));
}

void ChatDelegate::paintPicture(QPainter &painter, const QRect &box, const QString &exhibit) const
{
    const QPalette &palette = m_view.palette();
    const QImage picture = m_model.picture(exhibit);
    painter.fillRect(box, tinted(palette.color(QPalette::Base), palette.color(QPalette::Text), 0.08));
    if (picture.isNull()) {
        Q_EMIT pictureWanted(exhibit);
        painter.setPen(mutedText(palette));
        painter.drawText(box, Qt::AlignCenter, presentation::visibleText(exhibit));
        return;
    }
    QRect fitted(QPoint(), picture.size().scaled(box.size(), Qt::KeepAspectRatio));
    fitted.moveCenter(box.center());
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(fitted, picture);
}

void ChatDelegate::paintNumber(QPainter &painter, const QRectF &frame, const ChatEntry &entry) const
{
    const int number = m_model.citedNumber(entry.id);
    if (number <= 0)
        return;
    const QRectF tag(frame.right() - 10, frame.top() - 4, 18, 16);
    painter.setFont(smallFont());
    painter.setPen(Qt::NoPen);
    painter.setBrush(entryAccent(entry, m_view.palette()));
    painter.drawRoundedRect(tag, 4, 4);
    painter.setPen(onAccent(m_view.palette()));
    painter.drawText(tag, Qt::AlignCenter, QString::number(number));
}

QList<QTextLayout::FormatRange> ChatDelegate::differingFormats(const QList<domain::CharSpan> &spans, qsizetype from) const
{
    const QPalette &palette = m_view.palette();
    QTextCharFormat differing;
    differing.setBackground(tinted(palette.color(QPalette::Base), palette.color(QPalette::Highlight), 0.35));
    differing.setFontUnderline(true);
    QList<QTextLayout::FormatRange> formats;
    for (const domain::CharSpan &span : spans)
        formats.append({static_cast<int>(from + span.from), static_cast<int>(span.size), differing});
    return formats;
}

/// Below the export's words, so that the two are read one against the other.
void ChatDelegate::paintLogged(QPainter &painter, QPoint origin, const Bubble &bubble, const QRect &clip) const
{
    if (bubble.logged.isEmpty())
        return;
    const QPalette &palette = m_view.palette();
    painter.fillRect(QRect(bubble.logged.topLeft() + origin, QSize(3, bubble.logged.height())), mutedText(palette));
    painter.setPen(palette.color(QPalette::Text));
    bubble.loggedLayout->draw(&painter, bubble.logged.topLeft() + origin + QPoint(loggedIndent, 0), differingFormats(bubble.entry.loggedDiffers, bubble.loggedFrom), clip);
}

void ChatDelegate::paintText(QPainter &painter, QPoint origin, const Bubble &bubble, const QRect &clip) const
{
    if (bubble.text.isEmpty())
        return;
    const QPalette &palette = m_view.palette();
    QList<QTextLayout::FormatRange> formats = differingFormats(bubble.entry.differs, 0);
    if (const QString words = m_model.searchWords(); !words.isEmpty()) {
        QTextCharFormat found;
        found.setBackground(QColor(0xFF, 0xE0, 0x66));
        found.setForeground(Qt::black);
        const domain::SoughtWords sought(words);
        const QString text = domain::foldedText(bubble.entry.text);
        for (auto place = sought.next(text, 0); !place.isNone(); place = sought.next(text, place.end()))
            formats.append({static_cast<int>(place.from), static_cast<int>(place.size), found});
    }
    // Recalled words stay readable: what somebody took back can decide a case.
    painter.setPen(bubble.entry.recalled ? mutedText(palette) : palette.color(QPalette::Text));
    bubble.layout->draw(&painter, bubble.text.topLeft() + origin, formats, clip);
}

// --- places --------------------------------------------------------------------------------------------------------------

ChatDelegate::Place ChatDelegate::placeAt(int row, const QRect &item, QPoint place) const
{
    const ChatRow::Kind kind = m_model.row(row).kind;
    if (kind == ChatRow::Kind::Day || kind == ChatRow::Kind::Gap)
        return Place::Nothing;
    const Bubble &bubble = bubbleFor(row, item.width());
    const QPoint at = place - item.topLeft();
    if (kind == ChatRow::Kind::Missing && !bubble.quote.contains(at) && !bubble.more.contains(at))
        return bubble.frame.contains(at) ? Place::Missing : Place::Nothing;
    return bubble.quote.contains(at) ? Place::Quote : bubble.picture.contains(at) ? Place::Picture : bubble.more.contains(at) ? Place::Part : Place::Nothing;
}

} // namespace arb::ui
