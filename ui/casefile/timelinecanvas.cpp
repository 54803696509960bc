// SPDX-License-Identifier: GPL-3.0-or-later
#include "timelinecanvas.h"

#include "timelinemeasures.h"

#include "../shell/accessibleroles.h"

#include <QtGui/QAccessible>
#include <QtWidgets/QScrollBar>

#include <algorithm>
#include <cmath>

namespace arb::ui {

namespace {

constexpr double mostMsPerPixel = 200.0 * domain::dayMs; ///< a century and a half on the narrowest canvas; more where the times need it
constexpr double emptyShare = 0.04;                      ///< of the width, left free at both ends when all is shown
constexpr double leastSpanMs = 60'000;                   ///< of what is shown at once when nothing is apart
constexpr double leastRoom = 60;                         ///< of the lanes, in pixels
constexpr double smallestLane = 20;                      ///< a sign with its ring; more where the font is higher
constexpr size_t lanesAtLeast = 4;                       ///< in view without scrolling

} // namespace

TimelineCanvas::TimelineCanvas(const presentation::TimelineModel &model, QWidget *parent)
    : QWidget(parent), m_model(model), m_bar(new QScrollBar(Qt::Vertical, this))
{
    setObjectName(QStringLiteral("timelineCanvas"));
    installAccessibleRoles();
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    m_bar->setCursor(Qt::ArrowCursor);
    m_bar->hide();
    connect(m_bar, &QScrollBar::valueChanged, this, qOverload<>(&TimelineCanvas::update));
}

void TimelineCanvas::refresh(bool keepView)
{
    m_words.clear();
    m_lanes.clear();
    m_signs.clear();
    m_clashSigns.clear();
    m_current = m_currentClash = m_hovered = m_heldEvent = m_heldClash = -1;
    const QList<domain::TimelineEvent> &events = m_model.timeline().events;
    for (int i = 0; i < events.size(); ++i)
        laneFor(events.at(i)).events.push_back(i);
    std::ranges::sort(m_lanes, [](const Lane &a, const Lane &b) { return a.lane != b.lane ? a.lane < b.lane : a.exhibit < b.exhibit; });
    for (Lane &lane : m_lanes) {
        int clashes = 0;
        for (const int i : lane.events) {
            const domain::TimelineEvent &event = events.at(i);
            lane.times.push_back(event.at.ms());
            clashes += m_model.clashesAt(i).isEmpty() ? 0 : 1;
            lane.clashesTo.push_back(clashes);
            lane.reach = std::max({lane.reach, event.at - event.earliest, event.latest - event.at});
        }
    }
    countTied();
    m_gutter = 24;
    for (size_t lane = 0; lane < m_lanes.size(); ++lane)
        m_gutter = std::max(m_gutter, fontMetrics().horizontalAdvance(laneWords(lane)) + 18);
    m_own = ownTime(m_model.timeline());
    updateGeometry(); // as many lanes as there are
    layOutLanes();
    if (keepView) {
        setView(m_start, m_msPerPixel);
        return;
    }
    m_bar->setValue(0);
    showOwn();
    update(); // also where there is nothing to show
}

bool TimelineCanvas::isOf(const Lane &lane, const domain::TimelineEvent &event)
{
    return lane.lane == event.lane && (event.lane != domain::TimelineLane::Export || lane.exhibit == event.citation.exhibit);
}

TimelineCanvas::Lane &TimelineCanvas::laneFor(const domain::TimelineEvent &event)
{
    const auto known = std::ranges::find_if(m_lanes, [&event](const Lane &lane) { return isOf(lane, event); });
    if (known != m_lanes.end())
        return *known;
    m_lanes.push_back({.lane = event.lane, .exhibit = event.lane == domain::TimelineLane::Export ? event.citation.exhibit : QString(), .times = {}, .events = {},
                       .clashesTo = {}, .tiedTo = {}, .reach = 0});
    return m_lanes.back();
}

QString TimelineCanvas::laneWords(size_t lane) const
{
    return presentation::laneText(m_model.timeline().events.at(m_lanes.at(lane).events.front()));
}

void TimelineCanvas::setTied(const QString &exhibit)
{
    if (m_tied == exhibit)
        return;
    m_tied = exhibit;
    countTied();
    update();
}

bool TimelineCanvas::isTied(int event) const
{
    return !m_tied.isEmpty() && m_model.timeline().events.at(event).exhibits.contains(m_tied);
}

void TimelineCanvas::countTied()
{
    for (Lane &lane : m_lanes) {
        lane.tiedTo.clear();
        int tied = 0;
        for (const int event : lane.events) {
            tied += isTied(event) ? 1 : 0;
            lane.tiedTo.push_back(tied);
        }
    }
}

void TimelineCanvas::showAll()
{
    m_fit = Fit::All;
    const QList<domain::TimelineEvent> &events = m_model.timeline().events;
    if (!events.isEmpty())
        showSpan(events.first().at.ms(), events.last().at.ms());
}

void TimelineCanvas::showOwn()
{
    m_fit = Fit::Own;
    if (!m_model.timeline().events.isEmpty())
        showSpan(m_own.from, m_own.to);
}

void TimelineCanvas::showSpan(qint64 from, qint64 to)
{
    const double span = std::max(static_cast<double>(to - from), leastSpanMs) / (1 - 2 * emptyShare);
    setView(static_cast<double>(from) - span * emptyShare, span / room());
}

void TimelineCanvas::zoom(double factor)
{
    const double middle = (m_gutter + rightEdge()) / 2.0;
    const double x = m_current >= 0 ? placeOf(m_current).x() : middle;
    zoomAt(x >= m_gutter && x <= rightEdge() ? x : middle, factor);
}

double TimelineCanvas::rightEdge() const
{
    return std::max<double>(m_gutter, width() - (m_bar->isHidden() ? 0 : m_bar->width() + 1));
}

double TimelineCanvas::room() const
{
    return std::max(leastRoom, rightEdge() - m_gutter);
}

/// As far as it takes to have all of them in view, whatever their clocks say.
double TimelineCanvas::farthestOut() const
{
    const QList<domain::TimelineEvent> &events = m_model.timeline().events;
    const double all = events.isEmpty() ? 0 : static_cast<double>(events.last().at - events.first().at);
    return std::max(mostMsPerPixel, all / (1 - 2 * emptyShare) / room());
}

domain::UtcMs TimelineCanvas::leftEdge() const
{
    return domain::UtcMs(static_cast<qint64>(m_start));
}

QPointF TimelineCanvas::placeOf(int event) const
{
    return {xOf(m_model.timeline().events.at(event).at.ms()), laneMiddle(laneOf(event))};
}

void TimelineCanvas::setCurrent(int event)
{
    if (event < 0 || event >= m_model.rowCount()) {
        m_current = -1;
        setAccessibleDescription(beyondText());
        update();
        return;
    }
    const qint64 at = m_model.timeline().events.at(event).at.ms();
    ensureVisible(at, at);
    ensureLane(laneOf(event));
    if (m_current != event) {
        m_current = event;
        m_currentClash = -1;
        setAccessibleDescription(m_model.data(m_model.index(event, 0), Qt::AccessibleTextRole).toString());
        QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&changed);
        Q_EMIT currentChanged(event);
    }
    update();
}

void TimelineCanvas::setCurrentClash(int clash)
{
    m_currentClash = clash;
    if (clash >= 0 && clash < m_model.clashes().size()) {
        const domain::TimelineClash &shown = m_model.clashes().at(clash);
        const qint64 first = m_model.timeline().events.at(shown.first).at.ms(), second = m_model.timeline().events.at(shown.second).at.ms();
        ensureVisible(std::min(first, second), std::max(first, second));
        ensureLane(laneOf(shown.second));
        ensureLane(laneOf(shown.first));
        setAccessibleDescription(presentation::clashText(shown, m_model.timeline()));
    }
    update();
}

double TimelineCanvas::xOf(qint64 ms) const
{
    return m_gutter + (static_cast<double>(ms) - m_start) / m_msPerPixel;
}

qint64 TimelineCanvas::timeAt(double x) const
{
    return static_cast<qint64>(std::floor(m_start + (x - m_gutter) * m_msPerPixel));
}

int TimelineCanvas::heightOf(size_t lanes) const
{
    return static_cast<int>(std::ceil(timelineAxisHeight + leastLane() * static_cast<double>(lanes) + timelineFoot));
}

QSize TimelineCanvas::minimumSizeHint() const
{
    return {200, heightOf(std::min(lanesAtLeast, m_lanes.size()))};
}

double TimelineCanvas::leastLane() const
{
    return std::max<double>(smallestLane, fontMetrics().height() + 2);
}

double TimelineCanvas::lanesHeight() const
{
    return std::max(0.0, height() - timelineAxisHeight - timelineFoot);
}

double TimelineCanvas::laneHeight() const
{
    return m_lanes.empty() ? leastLane() : std::max(leastLane(), lanesHeight() / static_cast<double>(m_lanes.size()));
}

double TimelineCanvas::laneMiddle(size_t lane) const
{
    return timelineAxisHeight + (static_cast<double>(lane) + 0.5) * laneHeight() - m_bar->value();
}

/// Lanes that have no room to be read are scrolled to; the axis above them stays.
void TimelineCanvas::layOutLanes()
{
    const int below = static_cast<int>(std::ceil(laneHeight() * static_cast<double>(m_lanes.size()) - lanesHeight() - 0.01)); // of what is computed, a rest
    m_bar->setRange(0, m_lanes.empty() ? 0 : std::max(0, below));
    m_bar->setPageStep(std::max(1, static_cast<int>(lanesHeight())));
    m_bar->setSingleStep(static_cast<int>(laneHeight()));
    m_bar->setVisible(m_bar->maximum() > 0);
    const int wide = m_bar->sizeHint().width(), top = static_cast<int>(timelineAxisHeight);
    m_bar->setGeometry(width() - wide - 1, top, wide, std::max(0, height() - top - 1));
}

void TimelineCanvas::ensureLane(size_t lane)
{
    layOutLanes(); // before it is shown, nobody has
    const double top = static_cast<double>(lane) * laneHeight(), bottom = top + laneHeight();
    if (top < m_bar->value())
        m_bar->setValue(static_cast<int>(std::floor(top)));
    else if (bottom > m_bar->value() + lanesHeight())
        m_bar->setValue(static_cast<int>(std::ceil(bottom - lanesHeight())));
}

size_t TimelineCanvas::laneOf(int event) const
{
    const domain::TimelineEvent &placed = m_model.timeline().events.at(event);
    return static_cast<size_t>(std::ranges::find_if(m_lanes, [&placed](const Lane &lane) { return isOf(lane, placed); }) - m_lanes.begin());
}

void TimelineCanvas::setView(double startMs, double msPerPixel)
{
    m_msPerPixel = std::clamp(msPerPixel, timelineLeastMs, farthestOut());
    m_start = startMs;
    const QList<domain::TimelineEvent> &events = m_model.timeline().events;
    if (!events.isEmpty()) { // some of it always stays in view
        const double page = room() * m_msPerPixel;
        m_start = std::clamp(m_start, static_cast<double>(events.first().at.ms()) - page * 0.9, static_cast<double>(events.last().at.ms()) - page * 0.1);
    }
    if (const QString told = beyondText(); m_current < 0 && told != accessibleDescription()) // what is chosen has words of its own
        setAccessibleDescription(told);
    update();
}

void TimelineCanvas::zoomAt(double x, double factor)
{
    const double under = m_start + (x - m_gutter) * m_msPerPixel;
    const double scale = std::clamp(m_msPerPixel / factor, timelineLeastMs, farthestOut());
    m_fit = Fit::Nothing;
    setView(under - (x - m_gutter) * scale, scale);
}

void TimelineCanvas::ensureVisible(qint64 from, qint64 to)
{
    const double edge = room() * 0.08;
    const double left = xOf(from), right = xOf(to);
    if (left >= m_gutter + edge && right <= rightEdge() - edge)
        return;
    const double span = static_cast<double>(to - from), middle = static_cast<double>(from) + span / 2;
    const double scale = std::max(m_msPerPixel, span / std::max(1.0, room() - 2 * edge));
    m_fit = Fit::Nothing;
    setView(middle - room() / 2 * scale, scale);
}

int TimelineCanvas::firstNotBefore(qint64 ms) const
{
    const QList<domain::TimelineEvent> &events = m_model.timeline().events;
    return static_cast<int>(std::ranges::lower_bound(events, domain::UtcMs(ms), {}, &domain::TimelineEvent::at) - events.begin());
}

int TimelineCanvas::countBeyond(Edge edge) const
{
    if (m_lanes.empty())
        return 0;
    return edge == Edge::Left ? firstNotBefore(timeAt(m_gutter)) : m_model.rowCount() - firstNotBefore(timeAt(rightEdge()) + 1);
}

void TimelineCanvas::goBeyond(Edge edge)
{
    if (countBeyond(edge) > 0)
        setCurrent(edge == Edge::Left ? firstNotBefore(timeAt(m_gutter)) - 1 : firstNotBefore(timeAt(rightEdge()) + 1));
}

QString TimelineCanvas::beyondText(Edge edge) const
{
    const int count = countBeyond(edge);
    return count == 0 ? QString() : edge == Edge::Left ? tr("%n event(s) before what is shown", nullptr, count) : tr("%n event(s) after what is shown", nullptr, count);
}

QString TimelineCanvas::beyondText() const
{
    QStringList told{beyondText(Edge::Left), beyondText(Edge::Right)};
    told.removeAll(QString());
    return told.join(QStringLiteral(" · "));
}

void TimelineCanvas::step(int by)
{
    const int count = m_model.rowCount();
    if (count == 0)
        return;
    if (m_current >= 0)
        setCurrent(std::clamp(m_current + by, 0, count - 1));
    else // from what is in view
        setCurrent(std::clamp(firstNotBefore(timeAt(m_gutter)), 0, count - 1));
}

void TimelineCanvas::stepLane(int by)
{
    if (m_lanes.empty())
        return;
    if (m_current < 0)
        return step(1);
    const qint64 at = m_model.timeline().events.at(m_current).at.ms();
    const size_t from = laneOf(m_current), count = m_lanes.size();
    const Lane &lane = m_lanes.at((from + count + static_cast<size_t>(by + static_cast<int>(count))) % count);
    size_t next = static_cast<size_t>(std::ranges::lower_bound(lane.times, at) - lane.times.begin());
    if (next == lane.times.size() || (next > 0 && at - lane.times.at(next - 1) < lane.times.at(next) - at))
        --next;
    setCurrent(lane.events.at(next));
}

const TimelineCanvas::Sign *TimelineCanvas::signAt(QPointF place) const
{
    if (place.y() < timelineAxisHeight) // what is scrolled away lies below the axis
        return nullptr;
    const Sign *nearest = nullptr;
    double best = timelineReach;
    for (const Sign &sign : m_signs) {
        const double away = std::hypot(sign.at.x() - place.x(), sign.at.y() - place.y());
        if (away <= best) {
            best = away;
            nearest = &sign;
        }
    }
    return nearest;
}

int TimelineCanvas::clashAt(QPointF place) const
{
    if (place.y() < timelineAxisHeight)
        return -1;
    for (const auto &[at, clash] : m_clashSigns) {
        if (std::hypot(at.x() - place.x(), at.y() - place.y()) <= timelineReach)
            return clash;
    }
    return -1;
}

void TimelineCanvas::choose(const Sign &sign, bool open)
{
    const Lane &lane = m_lanes.at(sign.lane);
    const double span = static_cast<double>(lane.times.at(sign.last) - lane.times.at(sign.first));
    const int first = lane.events.at(sign.first);
    const bool opensApart = open && sign.last > sign.first && span / timelineLeastMs > timelineCluster;
    if (opensApart) { // a cluster comes apart
        m_fit = Fit::Nothing;
        const double scale = std::max(timelineLeastMs, span / (0.6 * room()));
        setView(static_cast<double>(lane.times.at(sign.first)) - 0.2 * scale * room(), scale);
    }
    setCurrent(first);
    if (open && !opensApart)
        Q_EMIT opened(first);
}

void TimelineCanvas::hover(int event)
{
    if (event == m_hovered)
        return;
    m_hovered = event;
    Q_EMIT hovered(event);
    update();
}

} // namespace arb::ui
