// SPDX-License-Identifier: GPL-3.0-or-later
#include "pinlayer.h"

#include "../viewing/picturecanvas.h"

#include <QtCore/QEvent>
#include <QtCore/QLineF>
#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QLineEdit>

#include <algorithm>
#include <utility>

namespace arb::ui {

namespace {

constexpr double pinReach = 9.0;   ///< of the pointer, pixels on screen
constexpr double clickSlack = 4.0; ///< a press that moved further was a drag

} // namespace

PinLayer *PinLayer::of(PictureCanvas *canvas)
{
    auto *layer = canvas->findChild<PinLayer *>(QString(), Qt::FindDirectChildrenOnly);
    return layer ? layer : new PinLayer(canvas);
}

PinLayer::PinLayer(PictureCanvas *canvas)
    : QWidget(canvas), m_canvas(canvas)
{
    setObjectName(QStringLiteral("pinLayer"));
    setFocusPolicy(Qt::NoFocus); // the picture below keeps the keyboard
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setGeometry(canvas->rect());
    canvas->installEventFilter(this);
    connect(canvas, &PictureCanvas::coverChanged, this, &PinLayer::showOrHide);
    hide();
}

void PinLayer::setPins(const QList<QPointF> &pins, const std::optional<QPointF> &waiting, int chosen)
{
    m_pins = pins;
    m_waiting = waiting;
    m_chosen = chosen;
    showOrHide();
}

void PinLayer::setSetting(bool setting)
{
    if (setting == m_setting)
        return; // a pin may be in the hand
    m_setting = setting;
    setAttribute(Qt::WA_TransparentForMouseEvents, !setting);
    if (setting)
        setCursor(Qt::CrossCursor);
    else
        unsetCursor();
    m_dragged = -1;
    m_pressed.reset();
    showOrHide();
}

void PinLayer::showOrHide()
{
    if (m_canvas->isCovered()) {
        m_dragged = -1; // the cover may come while a pin is in the hand
        m_pressed.reset();
    }
    setVisible(!m_canvas->isCovered() && (m_setting || !m_pins.isEmpty() || m_waiting));
    raise();
    for (QLineEdit *field : m_canvas->findChildren<QLineEdit *>(QString(), Qt::FindDirectChildrenOnly))
        field->raise(); // no pin stands on what is being typed
    update();
}

QPointF PinLayer::pictureAt(QPointF widget) const
{
    const QPointF place = m_canvas->toWidget().inverted().map(widget);
    const QSize size = m_canvas->fullSize();
    return {std::clamp(place.x(), 0.0, static_cast<double>(size.width())), std::clamp(place.y(), 0.0, static_cast<double>(size.height()))};
}

QPointF PinLayer::middle() const
{
    return pictureAt(QPointF(width() / 2.0, height() / 2.0));
}

int PinLayer::pinAt(QPointF widget) const
{
    const QTransform onScreen = m_canvas->toWidget();
    int nearest = -1;
    double least = pinReach;
    for (int n = 0; n < m_pins.size(); ++n) {
        const double away = QLineF(onScreen.map(m_pins[n]), widget).length();
        if (away <= least) {
            least = away;
            nearest = n;
        }
    }
    return nearest;
}

void PinLayer::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QTransform onScreen = m_canvas->toWidget();
    const auto draw = [&](QPointF place, int number, bool chosen, bool waiting) {
        const QPointF at = onScreen.map(place);
        // Dark under light, so that it is seen on a picture of whatever colour.
        for (const auto &[color, thick] : {std::pair(QColor(0, 0, 0, 220), 4.0), std::pair(QColor(255, 255, 255), 1.6)}) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(color, thick, waiting ? Qt::DotLine : Qt::SolidLine));
            painter.drawEllipse(at, 6, 6);
            painter.drawLine(at - QPointF(9, 0), at + QPointF(9, 0));
            painter.drawLine(at - QPointF(0, 9), at + QPointF(0, 9));
        }
        if (!rect().contains(at.toPoint()))
            return; // what is left of it at the edge has no number
        const QString text = QString::number(number);
        const QFontMetrics metrics(font());
        QRectF box(at + QPointF(8, -metrics.height() - 6), QSizeF(metrics.horizontalAdvance(text) + 8, metrics.height() + 2));
        // At the edge, its number goes to its other side.
        if (box.right() > width())
            box.moveRight(at.x() - 8);
        if (box.top() < 0)
            box.moveTop(at.y() + 6);
        // With an edge of its own and nothing shining through: a mark's tag may stand below it.
        painter.fillRect(box, chosen ? Qt::white : Qt::black);
        painter.setPen(chosen ? Qt::black : Qt::white);
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5));
        painter.drawText(box, Qt::AlignCenter, text);
    };
    for (int n = 0; n < m_pins.size(); ++n)
        draw(m_pins[n], n + 1, n == m_chosen, false);
    if (m_waiting)
        draw(*m_waiting, static_cast<int>(m_pins.size()) + 1, false, true);
    if (!m_setting)
        return;
    const QPointF center(width() / 2.0, height() / 2.0);
    for (const auto &[color, thick] : {std::pair(QColor(0, 0, 0, 160), 3.0), std::pair(QColor(255, 255, 255, 220), 1.0)}) {
        painter.setPen(QPen(color, thick));
        for (const QPointF way : {QPointF(1, 0), QPointF(-1, 0), QPointF(0, 1), QPointF(0, -1)})
            painter.drawLine(center + way * 4, center + way * 14);
    }
}

void PinLayer::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->button() == Qt::LeftButton ? std::optional(event->position()) : std::nullopt;
    m_dragged = m_pressed ? pinAt(*m_pressed) : -1;
    if (m_dragged >= 0)
        Q_EMIT pinChosen(m_dragged);
    else
        event->ignore(); // a drag of the picture begins like a click
}

void PinLayer::mouseMoveEvent(QMouseEvent *event)
{
    if (m_dragged >= 0)
        Q_EMIT pinDragged(m_dragged, pictureAt(event->position()));
    else
        event->ignore();
}

void PinLayer::mouseReleaseEvent(QMouseEvent *event)
{
    const bool click = m_pressed && m_dragged < 0 && (event->position() - *m_pressed).manhattanLength() <= clickSlack;
    if (m_dragged < 0)
        event->ignore();
    m_pressed.reset();
    m_dragged = -1;
    if (click)
        Q_EMIT pinWanted(pictureAt(event->position()));
}

bool PinLayer::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        setGeometry(m_canvas->rect());
    return QWidget::eventFilter(watched, event);
}

} // namespace arb::ui
