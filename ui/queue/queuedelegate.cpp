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

/// What the model writes between the parts of a text.
QString between()
{
    return QStringLiteral(" · ");
}

} // namespace

QString QueueDelegate::dueFitting(const QString &due, const QFontMetrics &metrics, int width)
{
    QString text = due;
    const auto fits = [&] { return metrics.horizontalAdvance(text) <= width; };
    while (!fits() && text.count(between()) > 1)
        text = text.section(between(), 1); // sign and colour say "soon" as well; how long and until when are said by words alone
    if (!fits())
        text = text.section(between(), 0, 0); // half a time of day says nothing; how long stays whole
    return fits() ? text : metrics.elidedText(text, Qt::ElideRight, width);
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
    // Second line: what it is about; at the right where it stands.
    const QFontMetrics metrics(small);
    const QRect second = first.translated(0, line);
    // That a case waits is what the view says already; who has it and where it stands is news.
    QString state = cell(index, QueueModel::StateColumn);
    const QString waits = presentation::label(domain::DisputeState::Queued);
    if (state == waits)
        state.clear();
    else if (state.startsWith(QString(waits + between()))) // put aside: until when
        state.remove(0, waits.size() + between().size());
    if (metrics.horizontalAdvance(state) > second.width() * 3 / 5)
        state = state.section(between(), 0, 0); // who has it is said by the case
    const int stateWidth = state.isEmpty() ? 0 : metrics.horizontalAdvance(state) + 8;
    painter->setFont(option.font);
    painter->drawText(second, Qt::AlignLeft | Qt::AlignVCenter,
                      option.fontMetrics.elidedText(index.data(QueueModel::SecondLineRole).toString(), Qt::ElideRight, second.width() - stateWidth));
    painter->setFont(small);
    painter->setPen(t.muted);
    painter->drawText(second, Qt::AlignRight | Qt::AlignVCenter, state);
    // Third line: time left by icon, word and colour, and until when.
    const QRect third = second.translated(0, line);
    if (!cell(index, QueueModel::DueColumn).isEmpty()) // a sign never stands without its word
        themedIcon(look.icon, look.color, 14).paint(painter, QRect(third.left(), third.top() + (line - 14) / 2, 14, 14));
    painter->setPen(look.color);
    painter->drawText(third.adjusted(19, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, dueFitting(cell(index, QueueModel::DueColumn), metrics, third.width() - 19));
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(t.accent, 1));
        painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    }
    painter->restore();
}

} // namespace arb::ui
