// SPDX-License-Identifier: GPL-3.0-or-later
#include "timelinecanvas.h"

#include "timelinemeasures.h"

#include "../shell/accessibleroles.h"

#include <QtCore/QEvent>
#include <QtGui/QAccessible>
#include <QtGui/QGuiApplication>
#include <QtGui/QKeyEvent>
#include <QtGui/QMouseEvent>
#include <QtGui/QStyleHints>
#include <QtGui/QWheelEvent>
#include <QtWidgets/QToolTip>

#include <algorithm>
#include <cmath>
#include <utility>

namespace arb::ui {

namespace {

constexpr double mostMsPerPixel = 40.0 * 24 * 3600 * 1000; ///< forty days
constexpr double leastMsPerPixel = 20.0;                   ///< seconds are well apart
constexpr double emptyShare = 0.04;                        ///< of the width, left free at both ends when all is shown
constexpr double wheelZoom = 1.25, keyZoom = 1.6;
constexpr double panShare = 0.12;
constexpr double smallestLane = 14.0;

} // namespace

TimelineCanvas::TimelineCanvas(const presentation::TimelineModel &model, QWidget *parent)
    : QWidget(parent), m_model(model)
{
    setObjectName(QStringLiteral("timelineCanvas"));
    installAccessibleRoles();
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
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
    updateGeometry(); // as many lanes as there are
    if (!keepView)
        showAll();
    update();
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
    m_showsAll = true;
    const QList<domain::TimelineEvent> &events = m_model.timeline().events;
    const double room = std::max(60.0, width() - double(m_gutter));
    if (events.isEmpty())
        return;
    const double from = static_cast<double>(events.first().at.ms()), to = static_cast<double>(events.last().at.ms());
    const double span = std::max(to - from, 60'000.0) / (1 - 2 * emptyShare);
    setView(from - span * emptyShare, span / room);
}

void TimelineCanvas::zoom(double factor)
{
    const double middle = (m_gutter + width()) / 2.0;
    const double x = m_current >= 0 ? placeOf(m_current).x() : middle;
    zoomAt(x >= m_gutter && x <= width() ? x : middle, factor);
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
        update();
        return;
    }
    const qint64 at = m_model.timeline().events.at(event).at.ms();
    ensureVisible(at, at);
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

QSize TimelineCanvas::minimumSizeHint() const
{
    return {200, static_cast<int>(timelineAxisHeight + smallestLane * static_cast<double>(m_lanes.size()) + timelineFoot)};
}

double TimelineCanvas::laneHeight() const
{
    return m_lanes.empty() ? 1.0 : std::max(smallestLane, (height() - timelineAxisHeight - timelineFoot) / static_cast<double>(m_lanes.size()));
}

double TimelineCanvas::laneMiddle(size_t lane) const
{
    return timelineAxisHeight + (static_cast<double>(lane) + 0.5) * laneHeight();
}

size_t TimelineCanvas::laneOf(int event) const
{
    const domain::TimelineEvent &placed = m_model.timeline().events.at(event);
    return static_cast<size_t>(std::ranges::find_if(m_lanes, [&placed](const Lane &lane) { return isOf(lane, placed); }) - m_lanes.begin());
}

void TimelineCanvas::setView(double startMs, double msPerPixel)
{
    m_msPerPixel = std::clamp(msPerPixel, leastMsPerPixel, mostMsPerPixel);
    m_start = startMs;
    const QList<domain::TimelineEvent> &events = m_model.timeline().events;
    if (!events.isEmpty()) { // some of it always stays in view
        const double page = (width() - m_gutter) * m_msPerPixel;
        m_start = std::clamp(m_start, static_cast<double>(events.first().at.ms()) - page * 0.9, static_cast<double>(events.last().at.ms()) - page * 0.1);
    }
    update();
}

void TimelineCanvas::zoomAt(double x, double factor)
{
    const double under = m_start + (x - m_gutter) * m_msPerPixel;
    const double scale = std::clamp(m_msPerPixel / factor, leastMsPerPixel, mostMsPerPixel);
    m_showsAll = false;
    setView(under - (x - m_gutter) * scale, scale);
}

void TimelineCanvas::ensureVisible(qint64 from, qint64 to)
{
    const double room = width() - m_gutter, edge = room * 0.08;
    const double left = xOf(from), right = xOf(to);
    if (left >= m_gutter + edge && right <= width() - edge)
        return;
    const double span = static_cast<double>(to - from), middle = static_cast<double>(from) + span / 2;
    const double scale = std::max(m_msPerPixel, span / std::max(1.0, room - 2 * edge));
    m_showsAll = false;
    setView(middle - room / 2 * scale, scale);
}

void TimelineCanvas::step(int by)
{
    const int count = m_model.rowCount();
    if (count == 0)
        return;
    if (m_current >= 0)
        setCurrent(std::clamp(m_current + by, 0, count - 1));
    else // from what is in view
        setCurrent(std::clamp(static_cast<int>(std::ranges::lower_bound(m_model.timeline().events, leftEdge(), {}, &domain::TimelineEvent::at)
                                               - m_model.timeline().events.begin()), 0, count - 1));
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
    const bool opensApart = open && sign.last > sign.first && span / leastMsPerPixel > timelineCluster;
    if (opensApart) { // a cluster comes apart
        m_showsAll = false;
        const double scale = std::max(leastMsPerPixel, span / (0.6 * (width() - m_gutter)));
        setView(static_cast<double>(lane.times.at(sign.first)) - 0.2 * scale * (width() - m_gutter), scale);
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

bool TimelineCanvas::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) { // J and K mean the next event here, not the next case
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool plain = (key->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == Qt::NoModifier;
        switch (key->key()) {
        case Qt::Key_J: case Qt::Key_K: case Qt::Key_Plus: case Qt::Key_Equal: case Qt::Key_Minus: case Qt::Key_0: case Qt::Key_Left:
        case Qt::Key_Right: case Qt::Key_Up: case Qt::Key_Down: case Qt::Key_Home: case Qt::Key_End: case Qt::Key_Return: case Qt::Key_Enter:
            if (plain)
                event->accept();
            return true;
        }
    }
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int clash = clashAt(help->pos());
        QString words;
        if (clash >= 0)
            words = presentation::clashText(m_model.clashes().at(clash), m_model.timeline());
        else if (const Sign *sign = signAt(help->pos())) {
            const auto &events = m_model.timeline().events;
            const Lane &lane = m_lanes.at(sign->lane);
            words = presentation::eventLine(events.at(lane.events.at(sign->first)));
            if (sign->last > sign->first)
                words = tr("%n event(s), the first: %1", nullptr, static_cast<int>(sign->last - sign->first + 1)).arg(words);
        }
        QToolTip::showText(help->globalPos(), words.toHtmlEscaped(), this);
        return true;
    }
    return QWidget::event(event);
}

/// Tab goes from event to event and leaves at the ends.
bool TimelineCanvas::focusNextPrevChild(bool next)
{
    if (m_current < 0 && next && m_model.rowCount() > 0) {
        step(1);
        return true;
    }
    const int to = m_current + (next ? 1 : -1);
    if (m_current < 0 || to < 0 || to >= m_model.rowCount())
        return QWidget::focusNextPrevChild(next);
    setCurrent(to);
    return true;
}

void TimelineCanvas::keyPressEvent(QKeyEvent *event)
{
    const double page = (width() - m_gutter) * m_msPerPixel * panShare;
    switch (event->key()) {
    case Qt::Key_J: step(1); return;
    case Qt::Key_K: step(-1); return;
    case Qt::Key_Up: stepLane(-1); return;
    case Qt::Key_Down: stepLane(1); return;
    case Qt::Key_Home: setCurrent(0); return;
    case Qt::Key_End: setCurrent(m_model.rowCount() - 1); return;
    case Qt::Key_Plus: case Qt::Key_Equal: zoom(keyZoom); return;
    case Qt::Key_Minus: zoom(1 / keyZoom); return;
    case Qt::Key_0: showAll(); return;
    case Qt::Key_Left: case Qt::Key_Right:
        m_showsAll = false;
        setView(m_start + (event->key() == Qt::Key_Left ? -page : page), m_msPerPixel);
        return;
    case Qt::Key_Return: case Qt::Key_Enter:
        if (m_current >= 0)
            Q_EMIT opened(m_current);
        return;
    default: QWidget::keyPressEvent(event);
    }
}

void TimelineCanvas::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_dragging = true;
    m_dragged = false;
    m_pressed = event->position();
    m_pressedStart = m_start;
    const Sign *sign = signAt(m_pressed);
    const bool standsAlone = sign && sign->first == sign->last; // of several nobody knows which is meant
    m_heldEvent = standsAlone ? m_lanes.at(sign->lane).events.at(sign->first) : -1;
    m_heldClash = sign ? -1 : clashAt(m_pressed);
}

/// Whether the pointer holds a sign; where it was moved far enough, the sign goes with it.
bool TimelineCanvas::dragHeld(QPointF to)
{
    if (m_heldEvent < 0 && m_heldClash < 0)
        return false;
    if ((to - m_pressed).manhattanLength() < QGuiApplication::styleHints()->startDragDistance())
        return true;
    const int held = std::exchange(m_heldEvent, -1), clash = std::exchange(m_heldClash, -1);
    m_dragging = false; // it is let go of elsewhere
    if (held >= 0)
        Q_EMIT eventDragged(held);
    else
        Q_EMIT clashDragged(clash);
    return true;
}

void TimelineCanvas::mouseMoveEvent(QMouseEvent *event)
{
    if (m_dragging) {
        if (dragHeld(event->position()))
            return;
        const double by = event->position().x() - m_pressed.x();
        if (m_dragged || std::abs(by) > 3) {
            m_dragged = true;
            m_showsAll = false;
            setView(m_pressedStart - by * m_msPerPixel, m_msPerPixel);
        }
        return;
    }
    const Sign *sign = signAt(event->position());
    hover(sign ? m_lanes.at(sign->lane).events.at(sign->first) : -1);
    setCursor(sign || clashAt(event->position()) >= 0 ? Qt::PointingHandCursor : Qt::OpenHandCursor);
}

void TimelineCanvas::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_dragging)
        return;
    m_dragging = false;
    m_heldEvent = m_heldClash = -1;
    if (m_dragged)
        return;
    if (const Sign *sign = signAt(event->position())) {
        const Sign chosen = *sign; // moving paints, and painting forgets
        choose(chosen, false);
    } else if (const int clash = clashAt(event->position()); clash >= 0) {
        setCurrentClash(clash);
        Q_EMIT clashChosen(clash);
    }
}

void TimelineCanvas::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (const Sign *sign = signAt(event->position())) {
        const Sign chosen = *sign;
        choose(chosen, true);
    }
}

void TimelineCanvas::leaveEvent(QEvent *event)
{
    hover(-1);
    QWidget::leaveEvent(event);
}

void TimelineCanvas::wheelEvent(QWheelEvent *event)
{
    const QPoint turn = event->angleDelta();
    if ((event->modifiers() & Qt::ShiftModifier) || std::abs(turn.x()) > std::abs(turn.y())) {
        m_showsAll = false;
        setView(m_start - (turn.x() != 0 ? turn.x() : turn.y()) * m_msPerPixel, m_msPerPixel);
    } else {
        zoomAt(event->position().x(), std::pow(wheelZoom, turn.y() / 120.0));
    }
    event->accept();
}

void TimelineCanvas::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (m_showsAll)
        showAll();
}

void TimelineCanvas::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange) {
        const int kept = m_current;
        refresh(true);
        m_current = kept;
    }
    QWidget::changeEvent(event);
}

} // namespace arb::ui
