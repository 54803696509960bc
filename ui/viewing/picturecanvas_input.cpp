// SPDX-License-Identifier: GPL-3.0-or-later
// Wheel, pointer and keys of the canvas.
#include "viewing/picturecanvas.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QMouseEvent>
#include <QtGui/QStyleHints>
#include <QtGui/QGuiApplication>
#include <QtGui/QWheelEvent>
#include <QtWidgets/QLineEdit>

#include <algorithm>
#include <cmath>

namespace arb::ui {

namespace {

constexpr double zoomStep = 1.25;
constexpr double panStep = 60.0; // logical pixels
constexpr int keysRestMs = 600;

std::optional<QPoint> arrowOf(int key)
{
    switch (key) {
    case Qt::Key_Left: return QPoint(-1, 0);
    case Qt::Key_Right: return QPoint(1, 0);
    case Qt::Key_Up: return QPoint(0, -1);
    case Qt::Key_Down: return QPoint(0, 1);
    default: return std::nullopt;
    }
}

} // namespace

void PictureCanvas::wheelEvent(QWheelEvent *event)
{
    // With Alt, Qt hands over the wheel as if it turned sideways.
    const bool turning = event->modifiers().testFlag(Qt::AltModifier);
    const int delta = event->angleDelta().y() != 0 || !turning ? event->angleDelta().y() : event->angleDelta().x();
    const double notches = delta / 120.0;
    if (qFuzzyIsNull(notches) || !hasPicture())
        return;
    if (turning)
        turnTo(std::round(m_view.rotation) + (notches < 0 ? std::min(-1.0, std::round(notches)) : std::max(1.0, std::round(notches))));
    else
        zoomAt(std::pow(zoomStep, notches), event->position());
    event->accept();
}

QPoint PictureCanvas::clampedPixel(QPointF widget) const
{
    const QPointF place = toWidget().inverted().map(widget);
    return QPoint(std::clamp(static_cast<int>(std::floor(place.x())), 0, m_fullSize.width() - 1),
                  std::clamp(static_cast<int>(std::floor(place.y())), 0, m_fullSize.height() - 1));
}

void PictureCanvas::showCursor()
{
    setCursor(m_tool || m_regionFrom ? Qt::CrossCursor : m_edit && m_pressedAt ? Qt::SizeAllCursor : m_panFrom ? Qt::ClosedHandCursor : Qt::OpenHandCursor);
}

void PictureCanvas::mousePressEvent(QMouseEvent *event)
{
    if (!hasPicture() || event->button() != Qt::LeftButton)
        return;
    finishNote();
    m_pressedAt = event->position();
    if (m_tool) {
        m_draft.emplace(*m_tool, clampedPixel(event->position()), m_fullSize);
        m_drawing = true;
        update();
    } else if (event->modifiers().testFlag(Qt::ShiftModifier) && !isCovered()) {
        m_regionFrom = clampedPixel(event->position());
    } else if (!beginEdit(event->position())) {
        m_panFrom = event->position();
    }
    showCursor();
}

void PictureCanvas::mouseMoveEvent(QMouseEvent *event)
{
    movePointer(event->position());
    if (m_drawing && m_draft) {
        m_draft->drag(clampedPixel(event->position()));
        update();
    } else if (m_edit && event->buttons().testFlag(Qt::LeftButton)) {
        dragEdit(event->position());
    } else if (m_regionFrom) {
        const QPoint to = clampedPixel(event->position());
        const QPoint topLeft(std::min(m_regionFrom->x(), to.x()), std::min(m_regionFrom->y(), to.y()));
        const QPoint bottomRight(std::max(m_regionFrom->x(), to.x()), std::max(m_regionFrom->y(), to.y()));
        setRegion(QRect(topLeft, bottomRight));
    } else if (m_panFrom) {
        panBy(event->position() - *m_panFrom);
        m_panFrom = event->position();
    }
}

void PictureCanvas::mouseReleaseEvent(QMouseEvent *event)
{
    const bool click = m_pressedAt
        && (event->position() - *m_pressedAt).manhattanLength() < QGuiApplication::styleHints()->startDragDistance();
    const bool wasPanning = m_panFrom.has_value();
    if (m_regionFrom && m_region && m_region->width() <= 2 && m_region->height() <= 2)
        setRegion(std::nullopt); // a click, not a region
    m_regionFrom.reset();
    m_panFrom.reset();
    m_pressedAt.reset();
    if (m_drawing && m_draft) {
        m_drawing = false;
        if (m_draft->isComplete() && (!click || *m_tool == domain::MarkShape::Text))
            askNote();
        else
            setTool(m_tool); // a slip of the hand: the shape stands in the middle again
    } else if (m_edit && m_note->isHidden()) {
        finishEdit(!click); // a click on the chosen mark moves nothing
    } else if (click && wasPanning && !isCovered()) {
        pickMark(event->position());
    }
    showCursor();
}

void PictureCanvas::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (!hasPicture() || m_tool)
        return;
    if (m_view.isFitted())
        zoomAt(1.0 / m_view.zoom, event->position());
    else
        fit();
}

void PictureCanvas::leaveEvent(QEvent *event)
{
    movePointer(std::nullopt);
    QWidget::leaveEvent(event);
}

std::optional<QPoint> PictureCanvas::stepOf(const QKeyEvent &event) const
{
    const std::optional<QPoint> arrow = arrowOf(event.key());
    if (!arrow)
        return std::nullopt;
    // Eight pixels of the screen, at least one of the picture.
    const QTransform back = toWidget().inverted();
    const QPointF way = back.map(QPointF(*arrow) * 8.0 / devicePixelRatioF()) - back.map(QPointF(0, 0));
    const double most = std::max(std::abs(way.x()), std::abs(way.y()));
    return (most < 1.0 && most > 0.0 ? way / most : way).toPoint();
}

/// An arrow with Alt goes on with what is being moved; by itself a modifier says nothing yet.
bool PictureCanvas::isEditKey(const QKeyEvent &event) const
{
    if (event.key() == Qt::Key_Alt || event.key() == Qt::Key_Shift || event.key() == Qt::Key_Control || event.key() == Qt::Key_Meta)
        return true;
    return event.key() == Qt::Key_Escape || (arrowOf(event.key()) && event.modifiers().testFlag(Qt::AltModifier));
}

bool PictureCanvas::keyForEdit(const QKeyEvent &event)
{
    if (m_draft)
        return false;
    if (m_edit && event.key() == Qt::Key_Escape) {
        finishEdit(false);
        return true;
    }
    const domain::Mark *mark = changeable();
    const std::optional<QPoint> arrow = arrowOf(event.key());
    if (!mark || !arrow || !event.modifiers().testFlag(Qt::AltModifier))
        return false;
    if (!m_edit)
        m_edit.emplace(Edit{*mark, MarkDraft(mark->shape, mark->points, m_fullSize), {}, {}});
    // Whole pixels of the picture, the way the key points on the screen.
    const QTransform back = toWidget().inverted();
    const QPointF way = back.map(QPointF(*arrow)) - back.map(QPointF(0, 0));
    const double most = std::max(std::abs(way.x()), std::abs(way.y()));
    if (most > 0.0)
        m_edit->draft.move((way / most).toPoint() * (event.modifiers().testFlag(Qt::ShiftModifier) ? 10 : 1));
    if (!m_pressedAt)
        m_keysRest.start(keysRestMs, this);
    update();
    return true;
}

/// Steps are one change until the keys rest.
void PictureCanvas::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_keysRest.timerId()) {
        QWidget::timerEvent(event);
        return;
    }
    settle();
}

void PictureCanvas::settle()
{
    if (m_keysRest.isActive())
        finishEdit(true);
}

/// Comes before the key acts anywhere in the window: what is cited, removed or left by it is already where it was moved to.
bool PictureCanvas::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && !isEditKey(*static_cast<QKeyEvent *>(event)))
        settle();
    return QWidget::event(event);
}

bool PictureCanvas::keyForRegion(const QKeyEvent &event)
{
    if (!m_region)
        return false;
    if (event.key() == Qt::Key_Escape) {
        setRegion(std::nullopt);
        return true;
    }
    const std::optional<QPoint> arrow = arrowOf(event.key()), way = stepOf(event);
    if (!arrow || !way)
        return false;
    if (event.modifiers().testFlag(Qt::ShiftModifier)) {
        const QPoint delta = *arrow * std::max(1, static_cast<int>(8.0 / m_view.zoom));
        const QSize size = (m_region->size() + QSize(delta.x(), delta.y())).expandedTo(QSize(4, 4));
        setRegion(QRect(m_region->topLeft(), size));
    } else {
        QRect moved = m_region->translated(*way);
        moved.moveLeft(std::clamp(moved.left(), 0, std::max(0, m_fullSize.width() - moved.width())));
        moved.moveTop(std::clamp(moved.top(), 0, std::max(0, m_fullSize.height() - moved.height())));
        setRegion(moved);
    }
    return true;
}

void PictureCanvas::focusOutEvent(QFocusEvent *event)
{
    if (m_edit && m_note->isHidden())
        finishEdit(true);
    QWidget::focusOutEvent(event);
}

void PictureCanvas::keyPressEvent(QKeyEvent *event)
{
    if (keyForEdit(*event) || keyForMark(*event) || keyForRegion(*event))
        return;
    const std::optional<QPoint> arrow = arrowOf(event->key());
    if (arrow && hasPicture())
        panBy(QPointF(*arrow) * -panStep);
    else
        QWidget::keyPressEvent(event);
}

} // namespace arb::ui
