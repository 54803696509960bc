// SPDX-License-Identifier: GPL-3.0-or-later
#include "wrappedlabel.h"

#include <QtCore/QTextBoundaryFinder>
#include <QtGui/QPainter>
#include <QtGui/QTextLayout>

#include <algorithm>

namespace arb::ui {

namespace {

constexpr qsizetype longestUnbroken = 24;     // characters
constexpr qsizetype mostLinesOfOne = 3;       // one long notice leaves the others their room
constexpr qsizetype mostLinesOfAll = 8;
constexpr qsizetype mostLaidOut = 4'000;      // characters of a paragraph: far more than its lines hold
constexpr int leastNoticeWidth = 40;          // pixels

} // namespace

QString breakable(const QString &text)
{
    if (text.size() <= longestUnbroken)
        return text;
    QTextBoundaryFinder lines(QTextBoundaryFinder::Line, text), characters(QTextBoundaryFinder::Grapheme, text);
    QString shown;
    qsizetype copied = 0, begin = 0;
    for (qsizetype at = characters.toNextBoundary(); at >= 0 && at < text.size(); at = characters.toNextBoundary()) {
        lines.setPosition(at);
        if (lines.isAtBoundary()) {
            begin = at;
        } else if (at - begin >= longestUnbroken) {
            shown.append(QStringView(text).mid(copied, at - copied));
            shown.append(QChar(0x200b)); // zero width space
            copied = begin = at;
        }
    }
    return shown.append(QStringView(text).mid(copied));
}

WrappedLabel::WrappedLabel(QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true); // with it, a layout asks for the height of a width
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void WrappedLabel::setFullText(const QString &text)
{
    setText(text); // for accessibility
    refit();
}

void WrappedLabel::breakParagraph(const QString &paragraph, int width, qsizetype most, Broken &broken) const
{
    QString text = paragraph;
    if (text.size() > mostLaidOut)
        text = text.left(mostLaidOut) + u'…';
    if (text.isEmpty()) {
        broken.lines.append(text);
        return;
    }
    QTextLayout layout(text, font(), this);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    qsizetype used = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(std::max(1, width));
        if (++used == most && line.textStart() + line.textLength() < text.size()) {
            broken.lines.append(fontMetrics().elidedText(text.mid(line.textStart()), Qt::ElideRight, width));
            broken.isWhole = false;
            break;
        }
        broken.lines.append(text.mid(line.textStart(), line.textLength()));
    }
    layout.endLayout();
}

WrappedLabel::Broken WrappedLabel::linesIn(int width) const
{
    Broken broken;
    const QStringList paragraphs = text().split(u'\n');
    for (const QString &paragraph : paragraphs) {
        const qsizetype room = mostLinesOfAll - broken.lines.size();
        if (room <= 0) { // there are more than are shown
            broken.lines.last() = fontMetrics().elidedText(broken.lines.constLast() + QStringLiteral(" …"), Qt::ElideRight, width);
            broken.isWhole = false;
            break;
        }
        breakParagraph(paragraph, width, std::min(mostLinesOfOne, room), broken);
    }
    return broken;
}

int WrappedLabel::heightOf(qsizetype lines) const
{
    const QMargins around = contentsMargins();
    return fontMetrics().height() + static_cast<int>(lines - 1) * fontMetrics().lineSpacing() + around.top() + around.bottom();
}

int WrappedLabel::heightForWidth(int width) const
{
    const QMargins around = contentsMargins();
    return heightOf(std::max<qsizetype>(1, linesIn(width - around.left() - around.right()).lines.size()));
}

QSize WrappedLabel::sizeHint() const
{
    return {std::max(leastNoticeWidth, width()), heightForWidth(std::max(leastNoticeWidth, width()))};
}

QSize WrappedLabel::minimumSizeHint() const
{
    return {leastNoticeWidth, heightOf(std::min(mostLinesOfAll, text().count(u'\n') + 1))};
}

void WrappedLabel::refit()
{
    const bool isWhole = linesIn(contentsRect().width()).isWhole;
    // Rich text wraps in a tooltip, and keeps the paragraphs where it is told to.
    setToolTip(isWhole ? QString() : QStringLiteral("<p style=\"white-space: pre-wrap\">%1</p>").arg(breakable(text()).toHtmlEscaped()));
    update();
}

void WrappedLabel::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    refit();
}

void WrappedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    drawFrame(&painter);
    painter.setPen(palette().color(foregroundRole()));
    QRect rest = contentsRect();
    const QStringList lines = shownLines();
    for (const QString &line : lines) {
        painter.drawText(rest, static_cast<int>(Qt::AlignTop | Qt::AlignLeft) | Qt::TextSingleLine, line);
        rest.setTop(rest.top() + fontMetrics().lineSpacing());
    }
}

} // namespace arb::ui
