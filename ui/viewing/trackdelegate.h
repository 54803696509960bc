// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewing/trackmodel.h"

#include <QtWidgets/QStyledItemDelegate>

class QListView;

namespace arb::ui {

/// Draws a parcel's way as a vertical line with one sign per scan: the sign says what kind of scan, never whether it is good.
class TrackDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    TrackDelegate(TrackModel &model, QListView &view);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    QRect textRect(const QString &text, int width) const;
    void paintSign(QPainter &painter, QPoint center, const QString &event) const;

    TrackModel &m_model;
    QListView &m_view;
};

} // namespace arb::ui
