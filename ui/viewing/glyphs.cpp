// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewing/glyphs.h"

#include <QtGui/QPainter>
#include <QtGui/QPainterPath>
#include <QtGui/QPixmap>

namespace arb::ui {

namespace {

/// All drawings live on a 16 x 16 grid.
void drawLens(QPainter &p)
{
    p.drawEllipse(QPointF(6.5, 6.5), 4.5, 4.5);
    p.drawLine(QPointF(10, 10), QPointF(14, 14));
    p.drawLine(QPointF(4.5, 6.5), QPointF(8.5, 6.5));
}

void drawTurnArrow(QPainter &p, bool right)
{
    p.save();
    if (!right) {
        p.translate(16, 0);
        p.scale(-1, 1);
    }
    p.drawArc(QRectF(3, 3.5, 10, 10), 30 * 16, 260 * 16);
    p.drawPolyline(QPolygonF{QPointF(13.5, 2), QPointF(12.6, 6), QPointF(8.8, 4.8)});
    p.restore();
}

void drawSpeaker(QPainter &p)
{
    p.drawPolygon(QPolygonF{QPointF(2, 6), QPointF(5, 6), QPointF(8, 3), QPointF(8, 13), QPointF(5, 10), QPointF(2, 10)});
}

void drawTriangle(QPainter &p, double left, double right)
{
    p.drawPolygon(QPolygonF{QPointF(left, 3), QPointF(right, 8), QPointF(left, 13)});
}

void drawPin(QPainter &p)
{
    p.drawEllipse(QPointF(8, 5.5), 3, 3);
    p.drawLine(QPointF(8, 8.5), QPointF(8, 14));
}

void drawSwap(QPainter &p)
{
    p.drawLine(QPointF(2, 5), QPointF(13, 5));
    p.drawPolyline(QPolygonF{QPointF(10.5, 2.5), QPointF(13.5, 5), QPointF(10.5, 7.5)});
    p.drawLine(QPointF(3, 11), QPointF(14, 11));
    p.drawPolyline(QPolygonF{QPointF(5.5, 8.5), QPointF(2.5, 11), QPointF(5.5, 13.5)});
}

/// Two strips of film; a tie holds them at one place.
void drawTie(QPainter &p)
{
    p.drawRect(QRectF(1.5, 2, 13, 4));
    p.drawRect(QRectF(1.5, 10, 13, 4));
    p.drawLine(QPointF(8, 2), QPointF(8, 14));
}

void drawShift(QPainter &p, bool later)
{
    p.save();
    if (!later) {
        p.translate(16, 0);
        p.scale(-1, 1);
    }
    p.drawRect(QRectF(2, 2, 9, 4));
    p.drawLine(QPointF(2, 11), QPointF(13, 11));
    p.drawPolyline(QPolygonF{QPointF(10.5, 8.5), QPointF(13.5, 11), QPointF(10.5, 13.5)});
    p.restore();
}

void drawLetter(QPainter &p, const QString &text, int pixels)
{
    QFont font = p.font();
    font.setPixelSize(pixels);
    font.setBold(true);
    p.setFont(font);
    p.drawText(QRectF(0, 0, 16, 16), Qt::AlignCenter, text);
}

void drawMirror(QPainter &p, const QColor &ink)
{
    p.drawPolygon(QPolygonF{QPointF(6, 4), QPointF(6, 12), QPointF(1.5, 12)});
    p.setBrush(ink);
    p.drawPolygon(QPolygonF{QPointF(10, 4), QPointF(10, 12), QPointF(14.5, 12)});
    p.fillRect(QRectF(7.6, 2, 0.8, 12), ink);
}

void drawTones(QPainter &p, const QColor &ink)
{
    p.setBrush(ink);
    for (int row = 0; row < 3; ++row) {
        const double y = 3.5 + 4.5 * row;
        p.drawLine(QPointF(2, y), QPointF(14, y));
        p.drawEllipse(QPointF(row == 1 ? 10.5 : 5.5, y), 1.4, 1.4);
    }
}

void drawFreehand(QPainter &p)
{
    QPainterPath path(QPointF(2, 11));
    path.cubicTo(QPointF(5, 1), QPointF(8, 3), QPointF(7, 9));
    path.cubicTo(QPointF(6.5, 13), QPointF(11, 13), QPointF(14, 5));
    p.drawPath(path);
}

/// What marks are made with.
void drawMarkGlyph(QPainter &p, Glyph glyph)
{
    if (glyph == Glyph::Rectangle)
        p.drawRect(QRectF(2, 3.5, 12, 9));
    if (glyph == Glyph::Ellipse)
        p.drawEllipse(QRectF(2, 3.5, 12, 9));
    if (glyph == Glyph::Arrow) {
        p.drawLine(QPointF(3, 13), QPointF(13, 3));
        p.drawPolyline(QPolygonF{QPointF(7.5, 3), QPointF(13, 3), QPointF(13, 8.5)});
    }
    if (glyph == Glyph::Measure) {
        p.drawLine(QPointF(2, 8), QPointF(14, 8));
        p.drawLine(QPointF(2, 5), QPointF(2, 11));
        p.drawLine(QPointF(14, 5), QPointF(14, 11));
        p.drawLine(QPointF(8, 6.5), QPointF(8, 8));
    }
    if (glyph == Glyph::Moment) { // a flag
        p.drawLine(QPointF(4, 2), QPointF(4, 14));
        p.drawPolygon(QPolygonF{QPointF(4, 2.5), QPointF(13, 5.5), QPointF(4, 8.5)});
    }
    if (glyph == Glyph::SpanBegin || glyph == Glyph::SpanEnd) { // brackets
        const bool begin = glyph == Glyph::SpanBegin;
        const double back = begin ? 4 : 12, tip = 8;
        p.drawPolyline(QPolygonF{QPointF(tip, 2.5), QPointF(back, 2.5), QPointF(back, 13.5), QPointF(tip, 13.5)});
    }
    if (glyph == Glyph::Pencil) {
        p.drawPolygon(QPolygonF{QPointF(3, 13), QPointF(4, 9.5), QPointF(11, 2.5), QPointF(13.5, 5), QPointF(6.5, 12)});
        p.drawLine(QPointF(9.5, 4), QPointF(12, 6.5));
    }
    if (glyph == Glyph::Remove) {
        p.drawLine(QPointF(3.5, 3.5), QPointF(12.5, 12.5));
        p.drawLine(QPointF(12.5, 3.5), QPointF(3.5, 12.5));
    }
}

/// What films are looped, kept and shown large with.
void drawFilmGlyph(QPainter &p, Glyph glyph, const QColor &ink)
{
    if (glyph == Glyph::LoopFrom)
        p.drawPolyline(QPolygonF{QPointF(8, 3), QPointF(4, 3), QPointF(4, 13), QPointF(8, 13)});
    if (glyph == Glyph::LoopTo)
        p.drawPolyline(QPolygonF{QPointF(8, 3), QPointF(12, 3), QPointF(12, 13), QPointF(8, 13)});
    if (glyph == Glyph::LoopOff) {
        p.drawPolyline(QPolygonF{QPointF(5, 3), QPointF(2, 3), QPointF(2, 13), QPointF(5, 13)});
        p.drawPolyline(QPolygonF{QPointF(11, 3), QPointF(14, 3), QPointF(14, 13), QPointF(11, 13)});
        p.drawLine(QPointF(5.5, 10.5), QPointF(10.5, 5.5));
        p.drawLine(QPointF(5.5, 5.5), QPointF(10.5, 10.5));
    }
    if (glyph == Glyph::Keep) {
        p.drawRoundedRect(QRectF(1.5, 4.5, 13, 9), 1.5, 1.5);
        p.drawEllipse(QPointF(8, 9), 2.5, 2.5);
        p.fillRect(QRectF(5.5, 2.5, 5, 2), ink);
    }
    if (glyph == Glyph::FullScreen) {
        p.drawPolyline(QPolygonF{QPointF(6, 3), QPointF(2, 3), QPointF(2, 6.5)});
        p.drawPolyline(QPolygonF{QPointF(10, 3), QPointF(14, 3), QPointF(14, 6.5)});
        p.drawPolyline(QPolygonF{QPointF(6, 13), QPointF(2, 13), QPointF(2, 9.5)});
        p.drawPolyline(QPolygonF{QPointF(10, 13), QPointF(14, 13), QPointF(14, 9.5)});
    }
    if (glyph == Glyph::More) {
        p.setBrush(ink);
        for (const double x : {3.5, 8.0, 12.5})
            p.drawEllipse(QPointF(x, 8), 1.0, 1.0);
    }
}

void drawGlyph(QPainter &p, Glyph glyph, const QColor &ink)
{
    switch (glyph) {
    case Glyph::Fit:
        p.drawRect(QRectF(2, 3, 12, 10));
        p.drawRect(QRectF(5, 5.5, 6, 5));
        break;
    case Glyph::Fill:
        p.drawRect(QRectF(2, 3, 12, 10));
        p.setBrush(ink);
        p.drawRect(QRectF(4, 5, 8, 6));
        break;
    case Glyph::ActualSize: drawLetter(p, QStringLiteral("1:1"), 9); break;
    case Glyph::Text: drawLetter(p, QStringLiteral("T"), 13); break;
    case Glyph::Mirror: drawMirror(p, ink); break;
    case Glyph::Tones: drawTones(p, ink); break;
    case Glyph::Freehand: drawFreehand(p); break;
    case Glyph::Magnifier:
        p.drawEllipse(QPointF(8, 8), 6, 6);
        p.fillRect(QRectF(5, 5, 3, 3), ink);
        p.fillRect(QRectF(8, 8, 3, 3), ink);
        break;
    case Glyph::Pencil:
    case Glyph::Rectangle:
    case Glyph::Ellipse:
    case Glyph::Arrow:
    case Glyph::Measure:
    case Glyph::Moment:
    case Glyph::SpanBegin:
    case Glyph::SpanEnd:
    case Glyph::Remove: drawMarkGlyph(p, glyph); break;
    case Glyph::ZoomIn:
        drawLens(p);
        p.drawLine(QPointF(6.5, 4.5), QPointF(6.5, 8.5));
        break;
    case Glyph::ZoomOut: drawLens(p); break;
    case Glyph::TurnLeft: drawTurnArrow(p, false); break;
    case Glyph::TurnRight: drawTurnArrow(p, true); break;
    case Glyph::Region: {
        QPen pen = p.pen();
        pen.setStyle(Qt::DashLine);
        pen.setDashPattern({2, 1.5});
        p.setPen(pen);
        p.drawRect(QRectF(2, 3, 12, 10));
        break;
    }
    case Glyph::Play:
        p.setBrush(ink);
        drawTriangle(p, 4, 13);
        break;
    case Glyph::Pause:
        p.fillRect(QRectF(4, 3, 3, 10), ink);
        p.fillRect(QRectF(9, 3, 3, 10), ink);
        break;
    case Glyph::StepForward:
        p.setBrush(ink);
        drawTriangle(p, 3, 10);
        p.fillRect(QRectF(11, 3, 2, 10), ink);
        break;
    case Glyph::StepBack:
        p.setBrush(ink);
        drawTriangle(p, 13, 6);
        p.fillRect(QRectF(3, 3, 2, 10), ink);
        break;
    case Glyph::Sound:
        drawSpeaker(p);
        p.drawArc(QRectF(7, 5, 5, 6), -60 * 16, 120 * 16);
        p.drawArc(QRectF(7, 3, 8, 10), -60 * 16, 120 * 16);
        break;
    case Glyph::Muted:
        drawSpeaker(p);
        p.drawLine(QPointF(10.5, 6), QPointF(14.5, 10));
        p.drawLine(QPointF(14.5, 6), QPointF(10.5, 10));
        break;
    case Glyph::Previous: p.drawPolyline(QPolygonF{QPointF(10, 3), QPointF(5, 8), QPointF(10, 13)}); break;
    case Glyph::Next: p.drawPolyline(QPolygonF{QPointF(6, 3), QPointF(11, 8), QPointF(6, 13)}); break;
    case Glyph::SideBySide:
        p.drawRect(QRectF(1.5, 3, 5.5, 10));
        p.drawRect(QRectF(9, 3, 5.5, 10));
        break;
    case Glyph::Slider:
        p.drawRect(QRectF(2, 3, 12, 10));
        p.fillRect(QRectF(2, 3, 6, 10), ink);
        break;
    case Glyph::Blink:
        p.drawEllipse(QPointF(8, 8), 6, 4);
        p.setBrush(ink);
        p.drawEllipse(QPointF(8, 8), 1.6, 1.6);
        break;
    case Glyph::Difference:
        p.drawEllipse(QPointF(6, 8), 4, 4);
        p.drawEllipse(QPointF(10, 8), 4, 4);
        break;
    case Glyph::Overlay:
        p.drawRect(QRectF(2, 2.5, 8, 8));
        p.drawRect(QRectF(6, 5.5, 8, 8));
        break;
    case Glyph::Pins: drawPin(p); break;
    case Glyph::PinOut:
        drawPin(p);
        p.drawLine(QPointF(2, 14), QPointF(14, 2));
        break;
    case Glyph::Alone:
        p.drawRect(QRectF(2, 3, 5, 10));
        p.drawLine(QPointF(9, 8), QPointF(15, 8));
        p.drawPolyline(QPolygonF{QPointF(12.5, 5.5), QPointF(15, 8), QPointF(12.5, 10.5)});
        break;
    case Glyph::Swap: drawSwap(p); break;
    case Glyph::LoopFrom:
    case Glyph::LoopTo:
    case Glyph::LoopOff:
    case Glyph::Keep:
    case Glyph::FullScreen:
    case Glyph::More: drawFilmGlyph(p, glyph, ink); break;
    case Glyph::Third:
        p.drawRect(QRectF(1, 4, 3.5, 8));
        p.fillRect(QRectF(6.25, 4, 3.5, 8), ink);
        p.drawRect(QRectF(11.5, 4, 3.5, 8));
        break;
    case Glyph::Tie: drawTie(p); break;
    case Glyph::Untie:
        drawTie(p);
        p.drawLine(QPointF(2, 14), QPointF(14, 2));
        break;
    case Glyph::Earlier: drawShift(p, false); break;
    case Glyph::Later: drawShift(p, true); break;
    }
}

QPixmap glyphPixmap(Glyph glyph, const QColor &ink)
{
    constexpr int scale = 2; // sharp on screens of double density too
    QPixmap pixmap(16 * scale, 16 * scale);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(scale, scale);
    painter.setPen(QPen(ink, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    drawGlyph(painter, glyph, ink);
    painter.end();
    pixmap.setDevicePixelRatio(scale);
    return pixmap;
}

} // namespace

QIcon glyphIcon(Glyph glyph, const QPalette &palette)
{
    QIcon icon;
    icon.addPixmap(glyphPixmap(glyph, palette.color(QPalette::Active, QPalette::ButtonText)));
    icon.addPixmap(glyphPixmap(glyph, palette.color(QPalette::Disabled, QPalette::ButtonText)), QIcon::Disabled);
    return icon;
}

} // namespace arb::ui
