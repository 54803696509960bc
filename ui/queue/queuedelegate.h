// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QStyledItemDelegate>

namespace arb::ui {

/// Paints a queue row in three lines: number and sum, what it is about and where it stands, what is left and until when it is
/// put aside for whom.
/// Urgency is shown by icon, word and colour together.
class QueueDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// "due soon · 3 h 30 min · today 12:30" in @p width pixels: its first word goes first, then until when; how long is whole as
    /// long as it fits.
    static QString dueFitting(const QString &due, const QFontMetrics &metrics, int width);
    struct ThirdLine
    {
        QString due, hold; ///< at the left and at the right
    };
    /// Time left and hold side by side in @p width pixels: the hold is read first, so the time gives way to it, but for how long
    /// is left; a hold that would be cut by that stands alone.
    static ThirdLine thirdLine(const QString &due, const QString &hold, const QFontMetrics &metrics, int width);
    /// "Kept for 林晓 · until today 12:30" in @p width pixels: whole parts go from the end, and only the first is ever cut.
    static QString partsFitting(const QString &parts, const QFontMetrics &metrics, int width);
};

} // namespace arb::ui
