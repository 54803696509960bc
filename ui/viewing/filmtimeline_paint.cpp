// SPDX-License-Identifier: GPL-3.0-or-later
// How the timeline looks: a lane of ticks, pictures with their times, the waveform, and what was watched at the bottom.
#include "viewing/filmtimeline.h"

#include "viewing/filmstrip.h"
#include "viewing/filmtime.h"

#include <ui/theme.h>

#include <QtCore/QEvent>
#include <QtGui/QPainter>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace arb::ui {

namespace {

constexpr int sideMargin = 6, watchedHeight = 4;

QColor tickColor(const TimelineTick &tick, const Tokens &colors)
{
    switch (tick.tone) {
    case TimelineTick::Tone::Usual: break;
    case TimelineTick::Tone::Look: return colors.warning;
    case TimelineTick::Tone::Muted: return colors.muted;
    }
    switch (tick.kind) {
    case TimelineTick::Kind::Mark: return colors.accent;
    case TimelineTick::Kind::Interruption: return colors.warning;
    case TimelineTick::Kind::Code: return colors.success;
    case TimelineTick::Kind::Event: return colors.info;
    case TimelineTick::Kind::Gap: return colors.danger;
    }
    return colors.text;
}

/// A code that agrees is a full square, one to look at a triangle that stands, one that says nothing an empty square.
void drawCodeShape(QPainter &painter, TimelineTick::Tone tone, double x)
{
    const double middle = FilmTimeline::tickLane / 2.0;
    if (tone == TimelineTick::Tone::Look) {
        painter.drawPolygon(QPolygonF{QPointF(x, middle - 5), QPointF(x + 5, middle + 4), QPointF(x - 5, middle + 4)});
        return;
    }
    if (tone == TimelineTick::Tone::Muted)
        painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(x - 3.5, middle - 3.5, 7, 7));
}

/// A triangle on its point, a diamond, a code's own, a ring, a cross.
void drawTickShape(QPainter &painter, const TimelineTick &tick, double x)
{
    const double middle = FilmTimeline::tickLane / 2.0;
    switch (tick.kind) {
    case TimelineTick::Kind::Mark:
        painter.drawPolygon(QPolygonF{QPointF(x - 4, middle - 4), QPointF(x + 4, middle - 4), QPointF(x, middle + 4)});
        break;
    case TimelineTick::Kind::Interruption:
        painter.drawPolygon(QPolygonF{QPointF(x, middle - 5), QPointF(x + 4.5, middle), QPointF(x, middle + 5), QPointF(x - 4.5, middle)});
        break;
    case TimelineTick::Kind::Code: drawCodeShape(painter, tick.tone, x); break;
    case TimelineTick::Kind::Event:
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(QPointF(x, middle), 3.5, 3.5);
        break;
    case TimelineTick::Kind::Gap:
        painter.drawLine(QPointF(x - 3.5, middle - 3.5), QPointF(x + 3.5, middle + 3.5));
        painter.drawLine(QPointF(x - 3.5, middle + 3.5), QPointF(x + 3.5, middle - 3.5));
        break;
    }
}

} // namespace

double FilmTimeline::xOf(qint64 ptsUs) const
{
    const double part = m_info.durationUs > 0 ? static_cast<double>(ptsUs - m_info.firstUs()) / static_cast<double>(m_info.durationUs) : 0.0;
    return sideMargin + std::clamp(part, 0.0, 1.0) * std::max(1, width() - 2 * sideMargin);
}

int FilmTimeline::pictureHeight() const
{
    return m_low ? 26 : 44;
}

/// Digits reach neither as high nor as low as a line of words.
int FilmTimeline::timesHeight() const
{
    return m_low ? std::min(fontMetrics().height(), fontMetrics().capHeight() + 4) : fontMetrics().height();
}

int FilmTimeline::waveHeight() const
{
    return m_low ? 10 : 20;
}

int FilmTimeline::waveTop() const
{
    return tickLane + stripHeight();
}

int FilmTimeline::stripHeight() const
{
    return height() < sizeHint().height() ? 0 : pictureHeight() + timesHeight();
}

QSize FilmTimeline::sizeHint() const
{
    return QSize(400, tickLane + pictureHeight() + timesHeight() + (m_info.hasSound ? waveHeight() : 0) + watchedHeight + 2);
}

QSize FilmTimeline::minimumSizeHint() const
{
    return QSize(120, tickLane + waveHeight() + watchedHeight + 2); // the picture of the film itself needs the room more
}

double FilmTimeline::pictureWidth() const
{
    const double height = std::max(1, m_info.size.height());
    return std::clamp(pictureHeight() * m_info.size.width() * m_info.pixelAspect / height, 20.0, 160.0);
}

int FilmTimeline::roomForPictures() const
{
    return std::max(1, static_cast<int>((width() - 2 * sideMargin) / (pictureWidth() + 2)));
}

void FilmTimeline::redraw()
{
    m_backdrop = {};
    update();
}

void FilmTimeline::resizeEvent(QResizeEvent *event)
{
    QSlider::resizeEvent(event);
    redraw();
    Q_EMIT roomChanged();
}

void FilmTimeline::changeEvent(QEvent *event)
{
    QSlider::changeEvent(event);
    redraw(); // colours, font
}

void FilmTimeline::paintEvent(QPaintEvent *)
{
    if (m_backdrop.isNull())
        m_backdrop = backdrop();
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_backdrop);
    const Tokens &colors = tokensFor(palette());
    if (m_info.frameCount() > 0) {
        const double x = xOf(m_info.ptsAt(value()));
        painter.fillRect(QRectF(x - 2, 0, 4, height()), colors.surface);
        painter.fillRect(QRectF(x - 1, 0, 2, height()), colors.accent);
    }
    if (hasFocus()) {
        painter.setPen(QPen(colors.accent, 1));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

QPixmap FilmTimeline::backdrop() const
{
    QPixmap pixmap(size() * devicePixelRatioF());
    pixmap.setDevicePixelRatio(devicePixelRatioF());
    const Tokens &colors = tokensFor(palette());
    pixmap.fill(colors.background);
    QPainter painter(&pixmap);
    painter.setFont(font());
    painter.fillRect(QRect(sideMargin, tickLane, width() - 2 * sideMargin, stripHeight() > 0 ? pictureHeight() : waveHeight()), colors.raised);
    if (m_info.frameCount() == 0)
        return pixmap;
    if (stripHeight() > 0)
        drawPictures(painter);
    drawPeaks(painter);
    drawSpans(painter);
    drawTicks(painter);
    return pixmap;
}

/// In each place the last picture that is read up to its middle, with its own time. None comes twice: where there are fewer than
/// places, places stay empty.
void FilmTimeline::drawPictures(QPainter &painter) const
{
    const int places = roomForPictures();
    const double step = static_cast<double>(width() - 2 * sideMargin) / places;
    QList<std::pair<int, const FilmFrame *>> drawn; // with their places
    QList<qint64> times;
    for (int n = 0; n < places; ++n) {
        const auto after = std::ranges::upper_bound(m_pictures, FilmStrip::middleOfPlace(m_info, n, places), {}, &FilmFrame::ptsUs);
        if (after == m_pictures.begin())
            continue;
        const FilmFrame *picture = &*std::prev(after);
        if (!drawn.isEmpty() && drawn.constLast().second == picture)
            continue;
        drawn.append({n, picture});
        times.append(picture->ptsUs - m_info.firstUs());
    }
    const int decimals = decimalsToTellApart(times);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.setPen(tokensFor(palette()).muted);
    double free = 0.0; // to the right of the last time written
    for (const auto &[n, picture] : std::as_const(drawn)) {
        const double left = sideMargin + n * step;
        painter.drawImage(QRectF(left + 1, tickLane, std::min(step - 2, pictureWidth()), pictureHeight()), picture->image);
        const QString time = filmTimeShort(picture->ptsUs - m_info.firstUs(), decimals);
        const double wide = fontMetrics().horizontalAdvance(time) + 8;
        if (left < free)
            continue;
        free = left + wide;
        painter.drawText(QRectF(left + 1, tickLane + pictureHeight(), wide, timesHeight()), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, time);
    }
}

void FilmTimeline::drawPeaks(QPainter &painter) const
{
    if (m_peaks.isEmpty())
        return;
    const int pixels = width() - 2 * sideMargin;
    const double middle = waveTop() + waveHeight() / 2.0;
    painter.setPen(tokensFor(palette()).muted);
    for (int x = 0; x < pixels; ++x) {
        const qsizetype from = m_peaks.size() * x / pixels, to = std::max(from + 1, m_peaks.size() * (x + 1) / pixels);
        int low = 0, high = 0;
        for (qsizetype n = from; n < std::min(to, m_peaks.size()); ++n) {
            low = std::min<int>(low, m_peaks.at(n).low);
            high = std::max<int>(high, m_peaks.at(n).high);
        }
        const double scale = waveHeight() / 65536.0;
        painter.drawLine(QPointF(sideMargin + x, middle - high * scale), QPointF(sideMargin + x, middle - low * scale));
    }
}

void FilmTimeline::drawSpans(QPainter &painter) const
{
    const Tokens &colors = tokensFor(palette());
    const auto across = [this](const TimelineSpan &span, double top, double height) {
        return QRectF(xOf(span.fromUs), top, std::max(2.0, xOf(span.toUs) - xOf(span.fromUs)), height);
    };
    for (const TimelineSpan &span : spans(TimelineSpan::Kind::Watched))
        painter.fillRect(across(span, height() - watchedHeight, watchedHeight), colors.success);
    for (const TimelineSpan &span : spans(TimelineSpan::Kind::Gap)) {
        const QRectF box = across(span, tickLane, pictureHeight());
        painter.fillRect(box, colors.surface);
        painter.fillRect(box, QBrush(colors.danger, Qt::BDiagPattern));
    }
    for (const TimelineSpan &span : spans(TimelineSpan::Kind::Mark))
        painter.fillRect(across(span, tickLane - 3, 3), colors.accent);
    for (const TimelineSpan &span : spans(TimelineSpan::Kind::Loop)) {
        const QRectF box = across(span, tickLane, pictureHeight());
        QColor tint = colors.accent;
        tint.setAlpha(60);
        painter.fillRect(box, tint);
        painter.setPen(QPen(colors.accent, 2));
        for (const bool left : {true, false}) {
            const double x = left ? box.left() : box.right(), in = left ? 5 : -5;
            painter.drawPolyline(QPolygonF{QPointF(x + in, box.top()), QPointF(x, box.top()), QPointF(x, box.bottom()), QPointF(x + in, box.bottom())});
        }
    }
}

void FilmTimeline::drawTicks(QPainter &painter) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    for (const TimelineTick &tick : m_ticks) {
        const QColor color = tickColor(tick, tokensFor(palette()));
        painter.setPen(QPen(color, 1.2));
        painter.setBrush(color);
        drawTickShape(painter, tick, xOf(tick.us));
    }
}

} // namespace arb::ui
