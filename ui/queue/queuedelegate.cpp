// SPDX-License-Identifier: GPL-3.0-or-later
#include "queuedelegate.h"

#include "urgencylook.h"

#include <presentation/labels.h>
#include <presentation/queuemodel.h>

#include <ui/theme.h>

#include <QtGui/QPainter>

namespace arb::ui {

namespace {

QString cell(const QModelIndex &index, int column)
{
    return index.siblingAtColumn(column).data().toString();
}

constexpr int gap = 8; ///< between the words at the left and at the right of a line
constexpr int standingFifths = 3; ///< of the second line, for what stands at its right

/// What the model writes between the parts of a text.
QString between()
{
    return QStringLiteral(" · ");
}

/// The time left with its word, without until when: what a row says beside whatever else it has to say.
QString wordAndTime(const QString &due)
{
    return due.section(between(), 0, due.count(between()) > 1 ? 1 : 0);
}

} // namespace

QString QueueDelegate::dueFitting(const QString &due, const QFontMetrics &metrics, int width)
{
    QString text = due;
    const auto fits = [&] { return metrics.horizontalAdvance(text) <= width; };
    if (!fits())
        text = wordAndTime(due); // half a time of day says nothing, and a sign wants its word
    if (!fits())
        text = text.section(between(), -1); // how long stays whole
    return fits() ? text : metrics.elidedText(text, Qt::ElideRight, width);
}

QString QueueDelegate::partsFitting(const QString &parts, const QFontMetrics &metrics, int width)
{
    QString text = parts;
    while (metrics.horizontalAdvance(text) > width && text.contains(between()))
        text = text.section(between(), 0, -2);
    return metrics.elidedText(text, Qt::ElideRight, width);
}

QString QueueDelegate::reasonsFitting(const QString &reasons, const QFontMetrics &metrics, int width)
{
    QString text = reasons.section(between(), 0, -2);
    if (metrics.horizontalAdvance(reasons) <= width || text.isEmpty())
        return metrics.elidedText(reasons, Qt::ElideRight, width);
    if (metrics.horizontalAdvance(text) <= width)
        return text;
    const QString more = QStringLiteral(" …");
    while (metrics.horizontalAdvance(QString(text + more)) > width && text.contains(between()))
        text = text.section(between(), 0, -2);
    return metrics.elidedText(QString(text + more), Qt::ElideRight, width);
}

QString QueueDelegate::reasonsFitting(const QString &reasons, const QStringList &brief, const QFontMetrics &metrics, int width)
{
    const auto fits = [&](const QString &text) { return metrics.horizontalAdvance(text) <= width; };
    const QString moved = reasons.section(between(), 0, -2); // without the deadline
    if (fits(reasons) || (!moved.isEmpty() && fits(moved)))
        return reasonsFitting(reasons, metrics, width);
    for (qsizetype count = brief.size(); count > 0; --count) {
        const QString text = brief.first(count).join(between()) + (count < brief.size() ? QStringLiteral(" …") : QString());
        if (fits(text))
            return text;
    }
    return reasonsFitting(reasons, metrics, width);
}

QueueDelegate::ThirdLine QueueDelegate::thirdLine(const QString &due, const QString &hold, const QFontMetrics &metrics, int width, const QString &brief)
{
    if (hold.isEmpty())
        return {dueFitting(due, metrics, width), {}, {}};
    if (due.isEmpty())
        return {{}, partsFitting(hold, metrics, width), {}};
    const int roomBeside = width - metrics.horizontalAdvance(wordAndTime(due)) - gap, roomAbove = width * standingFifths / 5;
    for (const QString &words : {hold, brief}) {
        const QString beside = partsFitting(words, metrics, roomBeside);
        if (!beside.isEmpty() && words.startsWith(beside))
            return {dueFitting(due, metrics, width - metrics.horizontalAdvance(beside) - gap), beside, {}};
    }
    const QString shortest = brief.section(between(), 0, 0);
    if (!shortest.isEmpty() && metrics.horizontalAdvance(shortest) <= roomAbove)
        return {dueFitting(due, metrics, width), {}, shortest};
    const QString above = partsFitting(hold, metrics, roomAbove);
    const bool whole = !above.isEmpty() && hold.startsWith(above);
    return {dueFitting(due, metrics, width), {}, whole ? above : metrics.elidedText(hold.section(between(), 0, 0), Qt::ElideRight, width)};
}

QueueDelegate::ThirdLine QueueDelegate::whyLine(const QString &due, const QStringList &reasons, const QStringList &brief, const QFontMetrics &metrics,
                                                int width, int above)
{
    const QString more = QStringLiteral(" …");
    const auto fitting = [&](int room) {
        for (const QStringList &words : {reasons, brief}) {
            for (qsizetype count = words.size(); count > 0; --count) {
                const QString text = words.first(count).join(between()) + (count < words.size() ? more : QString());
                if (metrics.horizontalAdvance(text) <= room)
                    return text;
            }
        }
        return QString();
    };
    const QString beside = fitting(due.isEmpty() ? width : width - metrics.horizontalAdvance(wordAndTime(due)) - gap);
    if (beside.isEmpty())
        return {dueFitting(due, metrics, width), {}, fitting(above)};
    return {dueFitting(due, metrics, width - metrics.horizontalAdvance(beside) - gap), beside, {}};
}

/// What keeps it from being taken says why it stands where it stands, too.
QueueDelegate::ThirdLine QueueDelegate::saysOf(const QModelIndex &index, const QFontMetrics &metrics, int width, int above)
{
    using presentation::QueueModel;
    const QString due = cell(index, QueueModel::DueColumn), hold = index.data(QueueModel::HoldRole).toString();
    if (!hold.isEmpty())
        return thirdLine(due, hold, metrics, width, index.data(QueueModel::BriefHoldRole).toString());
    return whyLine(due, index.data(QueueModel::ReasonsRole).toStringList(), index.data(QueueModel::BriefReasonsRole).toStringList(), metrics, width, above);
}

QSize QueueDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {200, option.fontMetrics.height() * 3 + 18};
}

void QueueDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    using presentation::QueueModel;
    const Tokens &t = tokensFor(option.palette);
    painter->save();
    const bool selected = option.state & QStyle::State_Selected;
    painter->fillRect(option.rect, selected ? t.selection : t.surface);
    if (selected)
        painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), t.accent);
    painter->setPen(t.divider);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());

    const QRect inner = option.rect.adjusted(12, 6, -10, -6);
    const int line = option.fontMetrics.height() + 3;
    const UrgencyLook look = urgencyLook(index, t);
    QFont bold = option.font;
    bold.setWeight(QFont::DemiBold);
    QFont small = option.font;
    small.setPixelSize(12);

    // First line: case number, the sum at the right.
    painter->setFont(bold);
    painter->setPen(t.text);
    const QString amount = cell(index, QueueModel::AmountColumn);
    int amountWidth = QFontMetrics(bold).horizontalAdvance(amount) + 4;
    const QRect first(inner.left(), inner.top(), inner.width(), line);
    if (!index.data(QueueModel::LookersRole).toString().isEmpty()) { // who looks at it is in the tooltip
        amountWidth += 18;
        themedIcon(QStringLiteral("users"), t.accent, 14).paint(painter, QRect(first.right() - amountWidth, first.top() + (line - 14) / 2, 14, 14));
    }
    painter->drawText(first, Qt::AlignRight | Qt::AlignVCenter, amount);
    painter->drawText(first.adjusted(0, 0, -amountWidth, 0), Qt::AlignLeft | Qt::AlignVCenter,
                      QFontMetrics(bold).elidedText(cell(index, QueueModel::CaseColumn), Qt::ElideRight, first.width() - amountWidth));
    // Second line: what it is about; at the right where it stands, or what has no room below.
    const QFontMetrics metrics(small);
    const QRect second = first.translated(0, line);
    // That a case waits is what the view says already; who has it and where it stands is news.
    const auto standing = static_cast<domain::DisputeState>(index.data(QueueModel::StateRole).toInt());
    const bool news = index.data(QueueModel::LoadedRole).toBool() && standing != domain::DisputeState::Queued;
    const QString holder = index.data(QueueModel::HolderRole).toString();
    const QString who = !news ? QString() : holder.isEmpty() ? presentation::label(standing) : QString(presentation::label(standing) + between() + holder);
    const QRect third = second.translated(0, line);
    const QRect words = third.adjusted(19, 0, 0, 0);
    const int roomAbove = second.width() * standingFifths / 5;
    const ThirdLine says = saysOf(index, metrics, words.width(), who.isEmpty() ? roomAbove : 0);
    // Who has it is said by the case; a hold says by itself that the case waits.
    const QString state = says.above.isEmpty() ? partsFitting(who, metrics, roomAbove) : says.above;
    const int stateWidth = state.isEmpty() ? 0 : metrics.horizontalAdvance(state) + gap;
    painter->setFont(option.font);
    painter->drawText(second, Qt::AlignLeft | Qt::AlignVCenter,
                      option.fontMetrics.elidedText(index.data(QueueModel::SecondLineRole).toString(), Qt::ElideRight, second.width() - stateWidth));
    painter->setFont(small);
    painter->setPen(t.muted);
    painter->drawText(second, Qt::AlignRight | Qt::AlignVCenter, state);
    // Third line: time left by icon, word and colour, and until when; at the right what keeps it from being taken, or what else put
    // it here, if it has room.
    painter->drawText(words, Qt::AlignRight | Qt::AlignVCenter, says.hold);
    if (!says.due.isEmpty()) // a sign never stands without its word
        themedIcon(look.icon, look.color, 14).paint(painter, QRect(third.left(), third.top() + (line - 14) / 2, 14, 14));
    painter->setPen(look.color);
    painter->drawText(words, Qt::AlignLeft | Qt::AlignVCenter, says.due);
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(t.accent, 1));
        painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    }
    painter->restore();
}

} // namespace arb::ui
