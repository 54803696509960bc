// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparedesk.h"

#include "comparebar.h"
#include "comparecanvas.h"
#include "pinlayer.h"

#include "../viewing/canvasviewer.h"
#include "../viewing/comparesync.h"

#include <QtGui/QAccessible>
#include <QtGui/QAction>

/// Anchor pins of the compare desk, and what it says in words.
namespace arb::ui {

void CompareDesk::watchPins(CanvasViewer *viewer, bool onLeft)
{
    PinLayer *layer = PinLayer::of(viewer->canvas());
    disconnect(layer, nullptr, this, nullptr);
    connect(layer, &PinLayer::pinWanted, this, [this, onLeft](const QPointF &place) { putPin(onLeft, place); });
    connect(layer, &PinLayer::pinDragged, this, [this, onLeft](int pin, const QPointF &place) { movePin(onLeft, pin, place); });
    connect(layer, &PinLayer::pinChosen, this, [this](int pin) {
        m_chosenPin = pin;
        showPins();
    });
}

void CompareDesk::setPinning(bool on)
{
    if (on && !(pictureOn(m_left) && pictureOn(m_right))) {
        showPins(); // the button comes up again
        return;
    }
    if (on)
        showPanes();
    else if (m_half)
        removePin(); // a half is no pin
    m_pinning = on;
    m_tooManyPins = false;
    for (QAction *action : {m_put, m_move, m_out})
        action->setEnabled(on);
    m_back->setEnabled(on || m_mode != domain::CompareMode::SideBySide);
    showPins();
    say();
}

void CompareDesk::putPin(bool onLeft, QPointF place)
{
    if (!m_pair)
        return;
    if (!m_half) {
        m_tooManyPins = m_pins.size() >= mostPins;
        if (!m_tooManyPins) {
            m_half = Half{onLeft, place};
            // Its partner may lie anywhere: until it is found each side moves alone.
            m_linkedBefore = m_sync->isLinked();
            m_sync->setLinked(false);
        }
    } else if (m_half->onLeft == onLeft) {
        m_half->place = place;
    } else {
        m_pins.append(onLeft ? domain::PinPair{place, m_half->place} : domain::PinPair{m_half->place, place});
        m_half.reset();
        m_chosenPin = static_cast<int>(m_pins.size()) - 1;
        m_sync->setLinked(m_linkedBefore);
        fitAlignment(true);
    }
    showPins();
    look(true);
    say();
}

void CompareDesk::movePin(bool onLeft, int pin, QPointF place)
{
    if (pin < 0 || pin >= m_pins.size())
        return;
    (onLeft ? m_pins[pin].left : m_pins[pin].right) = place;
    // The side on which it is moved stands still under the pointer.
    fitAlignment(onLeft);
    showPins();
    look(true);
    say();
}

void CompareDesk::pinHere(bool moveChosen)
{
    for (EvidencePane *pane : {m_left, m_right}) {
        const CanvasViewer *viewer = pane->hasFocusInside() ? pictureOn(pane) : nullptr;
        if (!viewer)
            continue;
        const QPointF place = PinLayer::of(viewer->canvas())->middle();
        if (moveChosen)
            movePin(pane == m_left, m_chosenPin, place);
        else
            putPin(pane == m_left, place);
        return;
    }
}

void CompareDesk::removePin()
{
    m_tooManyPins = false;
    if (m_half) {
        m_half.reset();
        m_sync->setLinked(m_linkedBefore);
    } else if (m_chosenPin >= 0 && m_chosenPin < m_pins.size()) {
        m_pins.removeAt(m_chosenPin);
        m_chosenPin = std::min(m_chosenPin, static_cast<int>(m_pins.size()) - 1);
        fitAlignment(true);
    }
    showPins();
    look(true);
    say();
}

/// What two pins and more say is in force at once.
void CompareDesk::fitAlignment(bool rightMoves)
{
    const auto before = m_sync->alignment();
    const auto fit = domain::fitPins(m_pins, before && before->mirrored);
    if (fit)
        m_sync->align(fit->alignment, rightMoves);
}

void CompareDesk::showPins()
{
    for (const bool onLeft : {true, false}) {
        const EvidencePane *pane = onLeft ? m_left : m_right;
        const auto *viewer = qobject_cast<const CanvasViewer *>(pane->viewer());
        if (!viewer)
            continue;
        if (!pictureOn(pane)) {
            // Covered, or not there yet: pins of the picture before say nothing of this one.
            PinLayer::of(viewer->canvas())->setPins({}, std::nullopt, -1);
            PinLayer::of(viewer->canvas())->setSetting(false);
            continue;
        }
        QList<QPointF> places;
        for (const domain::PinPair &pin : m_pins)
            places.append(onLeft ? pin.left : pin.right);
        PinLayer *layer = PinLayer::of(viewer->canvas());
        layer->setPins(places, m_half && m_half->onLeft == onLeft ? std::optional(m_half->place) : std::nullopt, m_pinning ? m_chosenPin : -1);
        layer->setSetting(m_pinning);
    }
    m_bar->showPins(static_cast<int>(m_pins.size()), m_chosenPin, m_pinning);
}

QString CompareDesk::sayPins() const
{
    if (m_tooManyPins)
        return tr("A pair takes at most %1 pins. Take one out first.").arg(mostPins);
    if (m_half)
        return tr("Now on the other side: click, or Enter at the cross.");
    const int count = static_cast<int>(m_pins.size());
    if (count == 0)
        return m_pinning ? tr("A spot on one side: click, or Enter at the cross.") : QString();
    if (count == 1)
        return tr("One pin. From two on they align the pictures.");
    const auto alignment = m_sync->alignment();
    const auto fit = domain::fitPins(m_pins, alignment && alignment->mirrored);
    if (!fit)
        return tr("One side's pins share a spot: they align nothing.");
    // As they stand now: moved apart on purpose, the pictures are no longer where the pins would have them.
    const double residual = domain::pinResidual(m_pins, alignment.value_or(fit->alignment));
    return tr("%n pin(s), residual %1 px", nullptr, count).arg(QString::number(residual, 'f', 1));
}

void CompareDesk::say()
{
    const bool right = m_canvas->isRightOnShow();
    const EvidencePane::Item *item = (right ? m_right : m_left)->currentItem();
    const QString caption = item ? item->caption : QString();
    const bool byHand = m_still || m_canvas->isPaused();
    QString words;
    switch (m_mode) {
    case domain::CompareMode::SideBySide: words = sayPins(); break;
    case domain::CompareMode::Slider: words = tr("Drag the edge, or Ctrl and arrow keys. Esc: both panes."); break;
    case domain::CompareMode::Blink:
        if (byHand)
            words = right ? tr("On show: right. Space: the other side. %1").arg(caption) : tr("On show: left. Space: the other side. %1").arg(caption);
        else
            words = tr("Both in turns. Space stops it, Esc: both panes.");
        break;
    case domain::CompareMode::Difference: words = tr("Grey is the same on both. Esc: both panes."); break;
    case domain::CompareMode::Overlay: words = tr("Alt and arrow keys move the right one. Esc: both panes."); break;
    }
    if (m_otherBytes)
        words = tr("One file is not the one that was compared before.");
    m_hint = words;
    sayFilms();
    m_canvas->setAccessibleName(words.isEmpty() ? tr("Both pictures") : words);
    if (m_mode == domain::CompareMode::Blink && byHand && QAccessible::isActive()) {
        QAccessibleEvent told(m_canvas, QAccessible::Alert); // what is on show changed without the focus moving
        QAccessible::updateAccessibility(&told);
    }
}

} // namespace arb::ui
