// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <presentation/recordwords.h>

#include <QtCore/QVariant>
#include <QtWidgets/QStyledItemDelegate>

class QFontMetrics;

namespace arb::ui {

inline constexpr int citedPartsRole = Qt::UserRole + 7; ///< citedPartsData() of the row's citation

/// What a row needs under citedPartsRole beside its whole words. Invalid where there is nothing to keep: the row is cut at its end.
QVariant citedPartsData(const presentation::CitedParts &parts);

/// Paints a row of cited places. Where its words are wider than the row, the exhibit's name is cut, the place in it (time, frame,
/// page, region) stays whole, in fewer letters where it must. The row's text, which is what is read aloud, stays as it is.
class CitedRowDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    /// The words that @p index is painted with in @p option's rectangle.
    QString shownText(const QStyleOptionViewItem &option, const QModelIndex &index) const;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

} // namespace arb::ui
