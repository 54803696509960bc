// SPDX-License-Identifier: GPL-3.0-or-later
#include "elidedlabel.h"

#include <QtGui/QPainter>
#include <QtGui/QTextLayout>
#include <QtWidgets/QStyle>

#include <algorithm>

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

void ElidedLabel::setOwnTip(const QString &text)
{
    m_ownTip = text;
    refit();
}

void ElidedLabel::setMostLines(int lines)
{
    m_mostLines = lines;
    refit();
}

ElidedLabel::Broken ElidedLabel::linesIn(int width) const
{
    QString text = m_full;
    text.replace(QLatin1Char('\n'), QLatin1Char(' '));
    if (m_mostLines == 1)
        return {{fontMetrics().elidedText(text, Qt::ElideRight, width)}, fontMetrics().horizontalAdvance(text) <= width};
    QTextLayout layout(text, font(), this);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    Broken broken;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(std::max(1, width));
        const int end = line.textStart() + line.textLength();
        broken.isWhole = broken.lines.size() + 1 < m_mostLines || end >= text.size();
        if (!broken.isWhole) {
            broken.lines.append(fontMetrics().elidedText(text.mid(line.textStart()), Qt::ElideRight, width));
            break;
        }
        broken.lines.append(text.mid(line.textStart(), line.textLength()));
    }
    layout.endLayout();
    return broken;
}

int ElidedLabel::heightIn(int width) const
{
    const QMargins around = contentsMargins();
    return heightOf(static_cast<int>(std::max<qsizetype>(1, linesIn(width - around.left() - around.right()).lines.size())));
}

int ElidedLabel::heightOf(int lines) const
{
    const QMargins around = contentsMargins();
    return fontMetrics().height() + (lines - 1) * fontMetrics().lineSpacing() + around.top() + around.bottom();
}

/// QLabel keeps a hint with the minimum height of its day, and goes on with it when that was taken down.
QSize ElidedLabel::sizeHint() const
{
    return {QLabel::sizeHint().width(), heightOf(1)};
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {40, heightOf(1)};
}

void ElidedLabel::refit()
{
    const bool isWhole = linesIn(contentsRect().width()).isWhole;
    setToolTip(!m_ownTip.isEmpty() ? m_ownTip.toHtmlEscaped() : isWhole ? QString() : m_full.toHtmlEscaped());
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
    const int place = static_cast<int>((m_mostLines == 1 ? Qt::AlignVCenter : Qt::AlignTop) | Qt::AlignLeft) | Qt::TextSingleLine;
    QRect rest = contentsRect();
    const QStringList lines = shownLines();
    for (const QString &line : lines) {
        painter.drawText(rest, place, line);
        rest.setTop(rest.top() + fontMetrics().lineSpacing());
    }
}

} // namespace arb::ui
