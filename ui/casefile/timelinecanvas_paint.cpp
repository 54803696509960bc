// SPDX-License-Identifier: GPL-3.0-or-later
// What the timeline draws. Time spent is bound by the pixels in view, not by the number of events.
#include "timelinecanvas.h"

#include "timelinemeasures.h"

#include "../viewing/partycolors.h"

#include <ui/theme.h>

#include <QtGui/QPainter>
#include <QtWidgets/QScrollBar>

#include <algorithm>
#include <cmath>

namespace arb::ui {

namespace {

constexpr double leastLabelRoom = 54;
constexpr double mostLabelRoom = 240;
constexpr double signRadius = 4.5;
constexpr size_t mostBarsOfSign = 24;
constexpr size_t mostClashLines = 100; ///< in view; more tell nothing
constexpr double countPadding = 6;       ///< beside the number of what lies beyond an edge
constexpr double countsShare = 0.6;      ///< of the axis, for the words of both edges
constexpr double beyondEdge = 20;        ///< as far as lines and bars are drawn
constexpr double ringAbove = 3;          ///< what a chosen sign of the first lane needs of the axis

} // namespace

QColor TimelineCanvas::colorOf(const domain::TimelineEvent &event) const
{
    return partyAccent(event.party, palette());
}

const QString &TimelineCanvas::wordsOf(int event)
{
    auto known = m_words.find(event);
    if (known == m_words.end())
        known = m_words.insert(event, presentation::eventText(m_model.timeline().events.at(event)));
    return *known;
}

void TimelineCanvas::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const Tokens &t = tokensFor(palette());
    p.fillRect(rect(), t.surface);
    m_signs.clear();
    m_clashSigns.clear();
    if (m_lanes.empty()) {
        p.setPen(t.muted);
        p.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap, tr("This case has no times yet."));
        return;
    }
    const double right = rightEdge(), top = timelineAxisHeight;
    p.setClipRect(QRectF(0, top, right, height() - top));
    for (size_t lane = 1; lane < m_lanes.size(); lane += 2)
        p.fillRect(QRectF(0, laneMiddle(lane) - laneHeight() / 2, right, laneHeight()), t.background);
    p.setClipRect(QRectF(m_gutter, 0, right - m_gutter, height()));
    paintAxis(p);
    paintCounts(p);
    const double ring = m_bar->value() == 0 ? ringAbove : 0; // else lanes that are scrolled away
    p.setClipRect(QRectF(m_gutter, top - ring, right - m_gutter, height() - top + ring));
    for (size_t lane = 0; lane < m_lanes.size(); ++lane)
        paintLane(p, lane);
    paintClashes(p);
    p.setClipRect(QRectF(0, top, m_gutter, height() - top));
    paintNames(p);
    p.setClipping(false);
    p.setPen(hasFocus() ? QPen(t.accent, 2) : QPen(t.divider, 1));
    p.setBrush(Qt::NoBrush);
    p.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
}

void TimelineCanvas::paintNames(QPainter &p) const
{
    p.setPen(tokensFor(palette()).muted);
    for (size_t lane = 0; lane < m_lanes.size(); ++lane)
        p.drawText(QRectF(6, laneMiddle(lane) - laneHeight() / 2, m_gutter - 10, laneHeight()), Qt::AlignVCenter | Qt::AlignLeft, laneWords(lane));
}

void TimelineCanvas::paintAxis(QPainter &p) const
{
    const Tokens &t = tokensFor(palette());
    const auto widthOf = [this](const QString &words) -> double { return fontMetrics().horizontalAdvance(words); };
    const TimeAxis axis = timeAxis(timeAt(m_gutter), timeAt(rightEdge()), m_msPerPixel, widthOf);
    const double lower = timelineAxisHeight / 2;
    const QRectF before = countPlace(Edge::Left), after = countPlace(Edge::Right);
    const double wordsFrom = before.isEmpty() ? m_gutter : before.right(), wordsTo = after.isEmpty() ? rightEdge() : after.left();
    for (const TimeAxis::Mark &mark : axis.marks) {
        const double x = xOf(mark.at), wide = widthOf(mark.words);
        p.setPen(t.divider);
        p.drawLine(QPointF(x, lower), QPointF(x, height()));
        p.setPen(t.muted);
        if (x + 3 >= wordsFrom && x + 3 + wide <= wordsTo) // not half behind the edge
            p.drawText(QRectF(x + 3, lower, wide + 2, lower), Qt::AlignVCenter | Qt::AlignLeft, mark.words);
    }
    // Whole days, months or years above; the one at the left edge stays in view.
    for (const TimeAxis::Group &group : axis.groups) {
        const double x = std::max<double>(m_gutter, xOf(group.from)) + 3;
        const double wide = std::min(rightEdge(), xOf(group.to)) - x - 3;
        const auto fits = std::ranges::find_if(group.words, [&](const QString &words) { return widthOf(words) <= wide; });
        p.setPen(t.text);
        if (fits != group.words.end())
            p.drawText(QRectF(x, 0, wide, lower), Qt::AlignVCenter | Qt::AlignLeft, *fits);
        p.setPen(t.border);
        p.drawLine(QPointF(xOf(group.from), 0), QPointF(xOf(group.from), height()));
    }
}

QString TimelineCanvas::countWords(Edge edge, bool isShort) const
{
    const int count = countBeyond(edge);
    if (edge == Edge::Left)
        return QStringLiteral("‹ ") + (isShort ? QString::number(count) : tr("%n earlier", nullptr, count));
    return (isShort ? QString::number(count) : tr("%n later", nullptr, count)) + QStringLiteral(" ›");
}

QRectF TimelineCanvas::countPlace(Edge edge) const
{
    if (countBeyond(edge) == 0)
        return {};
    const auto widthOf = [this](Edge one, bool isShort) { return countBeyond(one) == 0 ? 0 : fontMetrics().horizontalAdvance(countWords(one, isShort)) + 2 * countPadding; };
    const bool isShort = widthOf(Edge::Left, false) + widthOf(Edge::Right, false) > countsShare * room();
    const double wide = widthOf(edge, isShort), lower = timelineAxisHeight / 2;
    return {edge == Edge::Left ? m_gutter + 2.0 : rightEdge() - wide - 2, lower, wide, lower - 1};
}

std::optional<TimelineCanvas::Edge> TimelineCanvas::edgeAt(QPointF place) const
{
    for (const Edge edge : {Edge::Left, Edge::Right}) {
        if (countPlace(edge).contains(place))
            return edge;
    }
    return std::nullopt;
}

/// What lies beyond an edge is told there.
void TimelineCanvas::paintCounts(QPainter &p) const
{
    const Tokens &t = tokensFor(palette());
    for (const Edge edge : {Edge::Left, Edge::Right}) {
        const QRectF place = countPlace(edge);
        if (place.isEmpty())
            continue;
        const bool isShort = place.width() < fontMetrics().horizontalAdvance(countWords(edge, false)) + 2 * countPadding;
        p.setPen(QPen(t.border, 1));
        p.setBrush(t.raised);
        p.drawRoundedRect(place, 4, 4);
        p.setPen(t.text);
        p.drawText(place, Qt::AlignCenter, countWords(edge, isShort));
    }
}

void TimelineCanvas::paintLane(QPainter &p, size_t index)
{
    const Lane &lane = m_lanes.at(index);
    const double middle = laneMiddle(index);
    const qint64 cluster = static_cast<qint64>(timelineCluster * m_msPerPixel);
    // What lies before the left edge may reach into view with its bar.
    const qint64 from = timeAt(m_gutter) - std::max(lane.reach, cluster), to = timeAt(rightEdge()) + std::max(lane.reach, cluster);
    size_t first = static_cast<size_t>(std::ranges::lower_bound(lane.times, from) - lane.times.begin());
    const size_t begun = m_signs.size();
    while (first < lane.times.size() && lane.times[first] <= to) {
        const auto behind = std::upper_bound(lane.times.begin() + static_cast<std::ptrdiff_t>(first), lane.times.end(), lane.times[first] + cluster);
        const size_t last = static_cast<size_t>(behind - lane.times.begin()) - 1;
        paintBars(p, lane, first, last, middle);
        const double x = (xOf(lane.times[first]) + xOf(lane.times[last])) / 2;
        if (x >= m_gutter - timelineCluster && x <= rightEdge() + timelineCluster)
            m_signs.push_back({QPointF(x, middle), index, first, last});
        first = last + 1;
    }
    for (size_t n = begun; n < m_signs.size(); ++n) {
        const Sign sign = m_signs[n];
        const double next = n + 1 < m_signs.size() ? m_signs[n + 1].at.x() : rightEdge();
        paintSign(p, lane, sign);
        if (sign.first == sign.last)
            paintLabel(p, lane, sign, next - sign.at.x() - 16);
    }
}

void TimelineCanvas::paintBars(QPainter &p, const Lane &lane, size_t first, size_t last, double middle) const
{
    if (lane.reach == 0)
        return;
    const QList<domain::TimelineEvent> &events = m_model.timeline().events;
    for (size_t i = first; i <= last && i < first + mostBarsOfSign; ++i) {
        const domain::TimelineEvent &event = events.at(lane.events[i]);
        const double left = std::max(xOf(event.earliest.ms()), m_gutter - beyondEdge), right = std::min(xOf(event.latest.ms()), rightEdge() + beyondEdge);
        if (right - left < 2 || right < m_gutter || left > rightEdge())
            continue;
        QColor soft = colorOf(event);
        soft.setAlpha(lane.events[i] == m_current || lane.events[i] == m_hovered ? 110 : 45);
        p.setPen(Qt::NoPen);
        p.setBrush(soft);
        p.drawRoundedRect(QRectF(left, middle - 6, right - left, 12), 6, 6);
    }
}

void TimelineCanvas::paintSign(QPainter &p, const Lane &lane, const Sign &sign) const
{
    const Tokens &t = tokensFor(palette());
    const domain::TimelineEvent &event = m_model.timeline().events.at(lane.events[sign.first]);
    const bool isCurrent = m_current >= lane.events[sign.first] && m_current <= lane.events[sign.last]
        && std::binary_search(lane.events.begin(), lane.events.end(), m_current);
    const int clashing = lane.clashesTo[sign.last] - (sign.first > 0 ? lane.clashesTo[sign.first - 1] : 0);
    const QColor color = colorOf(event);
    if (isCurrent) {
        p.setPen(QPen(t.accent, 2));
        p.setBrush(t.selection);
        p.drawEllipse(sign.at, 11, 11);
    }
    if (lane.tiedTo[sign.last] > (sign.first > 0 ? lane.tiedTo[sign.first - 1] : 0)) { // a ring of dots, not a colour alone
        p.setPen(QPen(t.accent, 2, Qt::DotLine));
        p.setBrush(Qt::NoBrush);
        p.drawEllipse(sign.at, 11, 11);
    }
    p.setPen(QPen(color, 2));
    if (sign.last > sign.first) {
        p.setBrush(t.raised);
        p.drawEllipse(sign.at, 8, 8);
        const size_t count = sign.last - sign.first + 1;
        QFont small = font();
        small.setPixelSize(9);
        p.setFont(small);
        p.setPen(t.text);
        p.drawText(QRectF(sign.at.x() - 9, sign.at.y() - 8, 18, 16), Qt::AlignCenter, count > 99 ? QStringLiteral("99+") : QString::number(count));
        p.setFont(font());
    } else if (event.lane == domain::TimelineLane::Deadline || event.what == domain::TimelineWhat::Now) {
        p.setBrush(color);
        p.drawPolygon(QPolygonF{{sign.at.x(), sign.at.y() - 6}, {sign.at.x() + 6, sign.at.y()}, {sign.at.x(), sign.at.y() + 6}, {sign.at.x() - 6, sign.at.y()}});
    } else {
        p.setBrush(event.certainty == domain::TimeCertainty::Exact ? QBrush(color) : QBrush(t.surface));
        p.drawEllipse(sign.at, signRadius, signRadius);
    }
    if (clashing > 0) { // a triangle, so that it is told without colours
        p.setPen(Qt::NoPen);
        p.setBrush(t.warning);
        p.drawPolygon(QPolygonF{{sign.at.x() + 5, sign.at.y() - 3}, {sign.at.x() + 13, sign.at.y() - 3}, {sign.at.x() + 9, sign.at.y() - 11}});
    }
}

void TimelineCanvas::paintLabel(QPainter &p, const Lane &lane, const Sign &sign, double room)
{
    if (room < leastLabelRoom)
        return;
    const int event = lane.events[sign.first];
    const double width = std::min(room, mostLabelRoom);
    p.setPen(tokensFor(palette()).text);
    p.drawText(QRectF(sign.at.x() + 14, sign.at.y() - laneHeight() / 2, width, laneHeight()), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
               fontMetrics().elidedText(wordsOf(event), Qt::ElideRight, static_cast<int>(width)));
}

void TimelineCanvas::paintClashes(QPainter &p)
{
    const Tokens &t = tokensFor(palette());
    for (int i = 0; i < m_model.clashes().size(); ++i) {
        const domain::TimelineClash &clash = m_model.clashes().at(i);
        const QPointF from = placeOf(clash.first), to = placeOf(clash.second);
        if (std::max(from.x(), to.x()) < m_gutter || std::min(from.x(), to.x()) > rightEdge())
            continue;
        const bool chosen = i == m_currentClash;
        if (m_clashSigns.size() >= mostClashLines && !chosen)
            continue;
        p.setPen(QPen(t.warning, chosen ? 3 : 1.5, clash.certain ? Qt::SolidLine : Qt::DashLine));
        p.setBrush(Qt::NoBrush);
        const double span = to.x() - from.x();
        const auto placeAt = [&](double x) { return QPointF(x, from.y() + (to.y() - from.y()) * (x - from.x()) / span); };
        const auto nearby = [&](double x) { return std::clamp(x, m_gutter - beyondEdge, rightEdge() + beyondEdge); }; // decades are millions of pixels
        if (std::abs(span) < 1)
            p.drawLine(from, to);
        else
            p.drawLine(placeAt(nearby(from.x())), placeAt(nearby(to.x())));
        // The sign stands in the middle of what is in view of the line.
        const double left = std::clamp(std::min(from.x(), to.x()), double(m_gutter), rightEdge());
        const double right = std::clamp(std::max(from.x(), to.x()), double(m_gutter), rightEdge());
        const double x = (left + right) / 2, y = std::abs(span) < 1 ? (from.y() + to.y()) / 2 : placeAt(x).y();
        p.setPen(QPen(t.warning, chosen ? 2.5 : 1.5));
        p.setBrush(t.surface);
        p.drawEllipse(QPointF(x, y), 8, 8);
        p.setPen(t.text);
        p.drawText(QRectF(x - 9, y - 9, 18, 18), Qt::AlignCenter, QString::number(i + 1));
        m_clashSigns.emplace_back(QPointF(x, y), i);
    }
}

} // namespace arb::ui
