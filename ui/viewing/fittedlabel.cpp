// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewing/fittedlabel.h"

#include <QtCore/QEvent>

#include <algorithm>

namespace arb::ui {

FittedLabel::FittedLabel(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
}

void FittedLabel::setTexts(const QStringList &texts)
{
    if (texts == m_texts)
        return;
    m_texts = texts;
    updateGeometry();
    refit();
}

QSize FittedLabel::sizeOf(const QString &text) const
{
    const QMargins around = contentsMargins();
    return {fontMetrics().horizontalAdvance(text) + 1 + around.left() + around.right(), QLabel::sizeHint().height()};
}

QSize FittedLabel::sizeHint() const
{
    return m_texts.isEmpty() ? QLabel::sizeHint() : sizeOf(m_texts.first());
}

QSize FittedLabel::minimumSizeHint() const
{
    return m_texts.isEmpty() ? QLabel::minimumSizeHint() : sizeOf(m_texts.last());
}

void FittedLabel::refit()
{
    if (m_texts.isEmpty()) {
        clear();
        setToolTip({});
        return;
    }
    const auto fits = [this](const QString &text) { return sizeOf(text).width() <= width(); };
    const auto found = std::ranges::find_if(m_texts, fits);
    const QString &shown = found != m_texts.end() ? *found : m_texts.last();
    if (shown != text())
        setText(shown);
    setToolTip(shown == m_texts.first() ? QString() : m_texts.first().toHtmlEscaped());
    setAccessibleName(m_texts.first());
}

void FittedLabel::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    refit();
}

void FittedLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        refit();
}

} // namespace arb::ui
