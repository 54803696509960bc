// SPDX-License-Identifier: GPL-3.0-or-later
#include "citedrow.h"

#include <QtCore/QStringList>
#include <QtGui/QFontMetrics>
#include <QtWidgets/QApplication>
#include <QtWidgets/QStyle>

#include <algorithm>

namespace arb::ui {

namespace {

constexpr int fewestNameLetters = 6; ///< of average width, below which a cut name says nothing

/// How wide the words of a row may be, as styles leave room for them.
int widthForWords(const QStyleOptionViewItem &option)
{
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    const int margin = style->pixelMetric(QStyle::PM_FocusFrameHMargin, &option, option.widget) + 1;
    return style->subElementRect(QStyle::SE_ItemViewItemText, &option, option.widget).width() - 2 * margin;
}

QString fittedWords(const QString &whole, const QStringList &parts, const QFontMetrics &metrics, int width)
{
    if (metrics.horizontalAdvance(whole) <= width)
        return whole;
    const QString &before = parts.at(0), name = parts.at(1).simplified(), &after = parts.at(2), brief = QLatin1Char(' ') + parts.at(3);
    const int least = std::min(metrics.horizontalAdvance(name), fewestNameLetters * metrics.averageCharWidth());
    const int beside = width - metrics.horizontalAdvance(before + after) - 1; // what is measured in parts may be a pixel wider as one
    if (beside >= least)
        return before + metrics.elidedText(name, Qt::ElideRight, beside) + after;
    return metrics.elidedText(name, Qt::ElideRight, std::max(0, width - metrics.horizontalAdvance(brief) - 1)) + brief;
}

} // namespace

QVariant citedPartsData(const presentation::CitedParts &parts)
{
    return parts.brief.isEmpty() ? QVariant() : QVariant(QStringList{parts.before, parts.name, parts.after, parts.brief});
}

QString CitedRowDelegate::shownText(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem shown(option);
    initStyleOption(&shown, index);
    return shown.text;
}

void CitedRowDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const QStringList parts = index.data(citedPartsRole).toStringList();
    if (parts.size() == 4 && option->rect.width() > 0) // a row that is only measured has none
        option->text = fittedWords(option->text, parts, option->fontMetrics, widthForWords(*option));
}

} // namespace arb::ui
