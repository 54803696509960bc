// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewing/trackdelegate.h"

#include "viewing/partycolors.h"

#include <presentation/formats.h>

#include <QtGui/QPainter>
#include <QtWidgets/QListView>

#include <algorithm>

namespace arb::ui {

namespace {

constexpr int trackLineAt = 24;
constexpr int trackTextAt = 46;
constexpr int trackGap = 8;

} // namespace

TrackDelegate::TrackDelegate(TrackModel &model, QListView &view)
    : QStyledItemDelegate(&view)
    , m_model(model)
    , m_view(view)
{
}

QRect TrackDelegate::textRect(const QString &text, int width) const
{
    return QFontMetrics(m_view.font()).boundingRect(QRect(0, 0, std::max(60, width - trackTextAt - trackGap), 10'000),
                                                    Qt::TextWordWrap | Qt::TextWrapAnywhere, text);
}

QSize TrackDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const int width = m_view.viewport()->width();
    const int line = QFontMetrics(m_view.font()).height();
    const TrackModel::Row &row = m_model.row(index.row());
    if (row.heading)
        return QSize(width, line + 2 * trackGap);
    const QString &text = m_model.scan(row).text;
    return QSize(width, 2 * line + (text.isEmpty() ? 0 : textRect(text, width).height()) + 2 * trackGap + 4);
}

void TrackDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setFont(m_view.font());
    const QPalette &palette = m_view.palette();
    const TrackModel::Row &row = m_model.row(index.row());
    const QRect rect = option.rect;
    const QFontMetrics metrics(m_view.font());
    if (row.heading) {
        QFont bold = m_view.font();
        bold.setBold(true);
        painter->setFont(bold);
        painter->setPen(palette.color(QPalette::Text));
        painter->drawText(rect.adjusted(12, 0, -trackGap, 0), Qt::AlignVCenter | Qt::AlignLeft, m_model.headingText(row.back));
        painter->restore();
        return;
    }
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (selected)
        painter->fillRect(rect, palette.color(QPalette::Highlight));
    const QColor ink = palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    const domain::LogisticsScan &scan = m_model.scan(row);
    const QPoint sign(rect.left() + trackLineAt, rect.top() + trackGap + metrics.height() / 2 + 2);
    painter->setPen(QPen(mutedText(palette), 2));
    if (!row.first)
        painter->drawLine(QPoint(sign.x(), rect.top()), sign - QPoint(0, 9));
    if (!row.last)
        painter->drawLine(sign + QPoint(0, 9), QPoint(sign.x(), rect.bottom() + 1));
    paintSign(*painter, sign, scan.event);
    QRect text = rect.adjusted(trackTextAt, trackGap, -trackGap, -trackGap);
    QFont bold = m_view.font();
    bold.setBold(true);
    painter->setFont(bold);
    painter->setPen(ink);
    QString head = m_model.placeLine(scan);
    if (const int number = m_model.citedNumber(index.row()); number > 0)
        head += QStringLiteral("  [%1]").arg(number);
    painter->drawText(text, Qt::AlignTop | Qt::AlignLeft, QFontMetrics(bold).elidedText(head, Qt::ElideRight, text.width()));
    painter->setFont(m_view.font());
    text.setTop(text.top() + metrics.height() + 2);
    painter->setPen(selected ? ink : mutedText(palette));
    painter->drawText(text, Qt::AlignTop | Qt::AlignLeft, presentation::dateTimeText(scan.at));
    text.setTop(text.top() + metrics.height() + 2);
    painter->setPen(ink);
    painter->drawText(text, Qt::TextWordWrap | Qt::TextWrapAnywhere, scan.text);
    painter->restore();
}

void TrackDelegate::paintSign(QPainter &painter, QPoint center, const QString &event) const
{
    const QColor accent = buyerAccent(m_view.palette());
    painter.setPen(QPen(accent, 2));
    painter.setBrush(m_view.palette().color(QPalette::Base));
    const auto is = [&](const char *code) { return event == QLatin1StringView(code); };
    const QPointF c(center);
    if (is("signed") || is("picked_up")) {
        painter.setBrush(accent);
        painter.drawEllipse(c, 7, 7);
        painter.setPen(QPen(m_view.palette().color(QPalette::Base), 2));
        if (is("signed"))
            painter.drawPolyline(QPolygonF{c + QPointF(-3.5, 0), c + QPointF(-1, 3), c + QPointF(3.5, -3)});
        else
            painter.drawPolyline(QPolygonF{c + QPointF(-3, 1), c + QPointF(0, -3), c + QPointF(3, 1)});
    } else if (is("refused_at_door") || is("lost")) {
        painter.drawRect(QRectF(c - QPointF(6.5, 6.5), QSizeF(13, 13)));
        painter.drawLine(c + QPointF(-3, -3), c + QPointF(3, 3));
        painter.drawLine(c + QPointF(3, -3), c + QPointF(-3, 3));
    } else if (is("returned")) {
        painter.drawEllipse(c, 7, 7);
        painter.drawPolyline(QPolygonF{c + QPointF(2, -3), c + QPointF(-3, 0), c + QPointF(2, 3)});
    } else if (is("out_for_delivery")) {
        painter.drawEllipse(c, 7, 7);
        painter.drawPolyline(QPolygonF{c + QPointF(-2, -3), c + QPointF(3, 0), c + QPointF(-2, 3)});
    } else {
        painter.drawEllipse(c, 4, 4);
    }
}

} // namespace arb::ui
