// SPDX-License-Identifier: GPL-3.0-or-later
#include "celldelegate.h"

#include "queuedelegate.h"
#include "urgencylook.h"

#include <presentation/queuemodel.h>

#include <QtGui/QHelpEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QToolTip>

namespace arb::ui {

namespace {

constexpr int margin = cellMargin, iconSize = 14, iconRoom = iconSize + 5;

/// Does somebody else look at the case of this cell, which says so?
bool isLookedAt(const QModelIndex &index)
{
    return index.column() == presentation::QueueModel::CaseColumn && !index.data(presentation::QueueModel::LookersRole).toString().isEmpty();
}

/// Why a case stands where it stands, one reason each and brief; that a machine found its words comes before that, as in the cell.
QStringList briefReasons(const QModelIndex &index)
{
    using presentation::QueueModel;
    QStringList brief = index.data(QueueModel::BriefReasonsRole).toStringList();
    const QString text = index.data().toString(), why = index.data(QueueModel::WhyRole).toString();
    if (!brief.isEmpty() && text != why && text.endsWith(why))
        brief.prepend(text.chopped(why.size() + 3)); // less " · "
    return brief;
}

/// Where the words of a cell stand.
QRect wordsRect(const QRect &cell, const QModelIndex &index)
{
    return cell.adjusted(margin + (index.column() == presentation::QueueModel::DueColumn ? iconRoom : 0), 0, -margin - (isLookedAt(index) ? iconRoom : 0), 0);
}

} // namespace

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {80, qMax(28, option.fontMetrics.height() + 10)};
}

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    using presentation::QueueModel;
    const Tokens &t = tokensFor(option.palette);
    painter->save();
    painter->fillRect(option.rect, option.state & QStyle::State_Selected ? t.selection : t.surface);
    painter->setPen(t.divider);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    painter->setFont(option.font);
    painter->setPen(t.text);
    if (index.column() == QueueModel::DueColumn && index.data(QueueModel::LoadedRole).toBool() && !index.data().toString().isEmpty()) {
        const UrgencyLook look = urgencyLook(index, t);
        themedIcon(look.icon, look.color, iconSize)
            .paint(painter, QRect(option.rect.left() + margin, option.rect.center().y() - iconSize / 2, iconSize, iconSize));
        painter->setPen(look.color);
    }
    if (isLookedAt(index)) {
        themedIcon(QStringLiteral("users"), t.accent, iconSize)
            .paint(painter, QRect(option.rect.right() - margin - iconSize, option.rect.center().y() - iconSize / 2, iconSize, iconSize));
    }
    const QRect words = wordsRect(option.rect, index);
    const QString text = index.data().toString();
    painter->drawText(words, static_cast<int>(index.data(Qt::TextAlignmentRole).value<Qt::Alignment>()),
                      index.column() == QueueModel::DueColumn     ? QueueDelegate::dueFitting(text, option.fontMetrics, words.width())
                          : index.column() == QueueModel::StateColumn ? QueueDelegate::partsFitting(text, option.fontMetrics, words.width())
                          : index.column() == QueueModel::WhyColumn   ? QueueDelegate::reasonsFitting(text, briefReasons(index), option.fontMetrics, words.width())
                                                                      : option.fontMetrics.elidedText(text, Qt::ElideRight, words.width()));
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(t.accent, 1));
        painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    }
    painter->restore();
}

bool CellDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const QString text = index.data().toString();
    if (isLookedAt(index)) // who that is says the tooltip of the model
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    if (event->type() == QEvent::ToolTip && index.isValid() && option.fontMetrics.horizontalAdvance(text) > wordsRect(option.rect, index).width()) {
        QToolTip::showText(event->globalPos(), text.toHtmlEscaped(), view);
        return true;
    }
    return QStyledItemDelegate::helpEvent(event, view, option, index);
}

} // namespace arb::ui
