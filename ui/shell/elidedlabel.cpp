// SPDX-License-Identifier: GPL-3.0-or-later
#include "elidedlabel.h"

#include <QtGui/QPainter>
#include <QtWidgets/QStyle>

namespace arb::ui {

ElidedLabel::ElidedLabel(QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
}

void ElidedLabel::setFullText(const QString &text)
{
    m_full = text;
    setText(text); // for the size in height, accessibility and copying
    refit();
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {40, QLabel::minimumSizeHint().height()};
}

void ElidedLabel::refit()
{
    const bool fits = fontMetrics().horizontalAdvance(m_full) <= contentsRect().width();
    setToolTip(fits ? QString() : m_full.toHtmlEscaped());
    update();
}

void ElidedLabel::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    refit();
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::WindowText));
    const QString line = fontMetrics().elidedText(m_full, Qt::ElideRight, contentsRect().width());
    painter.drawText(contentsRect(), static_cast<int>(Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine), line);
}

} // namespace arb::ui
