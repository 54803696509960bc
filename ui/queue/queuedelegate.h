// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QStyledItemDelegate>

namespace arb::ui {

/// Paints a queue row in three lines: number and sum, what it is about and where it stands, what is left and until when it is
/// put aside for whom, or what else put it where it stands.
/// Urgency is shown by icon, word and colour together.
class QueueDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// "due soon · 3 h 30 min · today 12:30" in @p width pixels: until when goes first, then the word; how long is whole as long
    /// as it fits.
    static QString dueFitting(const QString &due, const QFontMetrics &metrics, int width);
    struct ThirdLine
    {
        QString due, hold; ///< at the left and at the right
        QString above;     ///< a hold that has no room here: at the right of the second line
    };
    /// Time left and hold side by side in @p width pixels: until when gives way to the hold; how long is left and its word never
    /// do. A hold that would be cut by that stands there in @p brief, where that is given and has room; else it goes a line up,
    /// where what the case is about matters more: the first part in brief, or as many of its parts as stand there whole.
    static ThirdLine thirdLine(const QString &due, const QString &hold, const QFontMetrics &metrics, int width, const QString &brief = {});
    /// Time left and why the row stands where it stands side by side in @p width pixels: until when gives way to the reasons. What
    /// has no room there in full or in brief goes a line up, where @p above pixels are free. Reasons are never cut: they are
    /// left out from the end, which an ellipsis tells, or all.
    static ThirdLine whyLine(const QString &due, const QStringList &reasons, const QStringList &brief, const QFontMetrics &metrics, int width, int above);
    /// "Kept for 林晓 · until today 12:30" in @p width pixels: whole parts go from the end, and only the first is ever cut.
    static QString partsFitting(const QString &parts, const QFontMetrics &metrics, int width);
    /// The reasons of a case's place in @p width pixels: the deadline at their end goes first, since it stands in a column of its
    /// own; an ellipsis says that more of them are left out.
    static QString reasonsFitting(const QString &reasons, const QFontMetrics &metrics, int width);
    /// The same, but before one of @p reasons is left out or cut they are all said as @p brief has them, one each.
    static QString reasonsFitting(const QString &reasons, const QStringList &brief, const QFontMetrics &metrics, int width);

private:
    static ThirdLine saysOf(const QModelIndex &index, const QFontMetrics &metrics, int width, int above);
};

} // namespace arb::ui
