// SPDX-License-Identifier: GPL-3.0-or-later
// The timeline's keys, pointer and wheel.
#include "timelinecanvas.h"

#include "timelinemeasures.h"

#include <QtCore/QEvent>
#include <QtGui/QGuiApplication>
#include <QtGui/QKeyEvent>
#include <QtGui/QMouseEvent>
#include <QtGui/QStyleHints>
#include <QtGui/QWheelEvent>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QToolTip>

#include <cmath>
#include <utility>

namespace arb::ui {

namespace {

constexpr double wheelZoom = 1.25, keyZoom = 1.6;
constexpr double panShare = 0.12;

} // namespace

bool TimelineCanvas::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) { // J and K mean the next event here, not the next case
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool plain = (key->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == Qt::NoModifier;
        switch (key->key()) {
        case Qt::Key_J: case Qt::Key_K: case Qt::Key_Plus: case Qt::Key_Equal: case Qt::Key_Minus: case Qt::Key_0: case Qt::Key_D: case Qt::Key_Left:
        case Qt::Key_Right: case Qt::Key_Up: case Qt::Key_Down: case Qt::Key_Home: case Qt::Key_End: case Qt::Key_PageUp: case Qt::Key_PageDown: case Qt::Key_Return:
        case Qt::Key_Enter:
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
        else if (const auto edge = edgeAt(help->pos()))
            words = beyondText(*edge);
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
    const double page = room() * m_msPerPixel * panShare;
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
    case Qt::Key_D: showOwn(); return;
    case Qt::Key_PageUp: goBeyond(Edge::Left); return;
    case Qt::Key_PageDown: goBeyond(Edge::Right); return;
    case Qt::Key_Left: case Qt::Key_Right:
        m_fit = Fit::Nothing;
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
            m_fit = Fit::Nothing;
            setView(m_pressedStart - by * m_msPerPixel, m_msPerPixel);
        }
        return;
    }
    const Sign *sign = signAt(event->position());
    hover(sign ? m_lanes.at(sign->lane).events.at(sign->first) : -1);
    const bool isChoice = sign || clashAt(event->position()) >= 0 || edgeAt(event->position());
    setCursor(isChoice ? Qt::PointingHandCursor : Qt::OpenHandCursor);
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
    } else if (const auto edge = edgeAt(event->position())) {
        goBeyond(*edge);
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
    if (event->position().x() < m_gutter && m_bar->maximum() > 0) { // over the lanes' names
        m_bar->setValue(m_bar->value() - turn.y() * m_bar->singleStep() / 120);
    } else if ((event->modifiers() & Qt::ShiftModifier) || std::abs(turn.x()) > std::abs(turn.y())) {
        m_fit = Fit::Nothing;
        setView(m_start - (turn.x() != 0 ? turn.x() : turn.y()) * m_msPerPixel, m_msPerPixel);
    } else {
        zoomAt(event->position().x(), std::pow(wheelZoom, turn.y() / 120.0));
    }
    event->accept();
}

void TimelineCanvas::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layOutLanes();
    if (m_fit == Fit::All)
        showAll();
    else if (m_fit == Fit::Own)
        showOwn();
}

void TimelineCanvas::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange) {
        const int kept = m_current;
        refresh(true);
        m_current = kept;
        if (kept >= 0)
            setAccessibleDescription(m_model.data(m_model.index(kept, 0), Qt::AccessibleTextRole).toString());
    }
    QWidget::changeEvent(event);
}

} // namespace arb::ui
