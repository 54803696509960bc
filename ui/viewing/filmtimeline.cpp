// SPDX-License-Identifier: GPL-3.0-or-later
// What the timeline holds and how it is used. How it looks: filmtimeline_paint.cpp.
#include "viewing/filmtimeline.h"

#include "viewing/filmtime.h"

#include <presentation/formats.h>

#include <QtCore/QScopedValueRollback>
#include <QtGui/QGuiApplication>
#include <QtGui/QHelpEvent>
#include <QtGui/QKeyEvent>
#include <QtGui/QMouseEvent>
#include <QtGui/QStyleHints>
#include <QtWidgets/QToolTip>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace arb::ui {

namespace {

constexpr double tickReach = 6.0; // pixels to either side that hit a tick

} // namespace

FilmTimeline::FilmTimeline(QWidget *parent)
    : QSlider(Qt::Horizontal, parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    setRange(0, 0);
    connect(this, &QSlider::valueChanged, this, [this](int frame) {
        if (!m_telling && m_info.frameCount() > 0)
            Q_EMIT seekWanted(m_info.ptsAt(frame));
    });
}

void FilmTimeline::setFilm(const FilmInfo &info)
{
    clear();
    m_info = info;
    const QScopedValueRollback telling(m_telling, true);
    setRange(0, static_cast<int>(info.frameCount()) - 1);
    setPageStep(std::max(1, maximum() / 10));
    updateGeometry();
    redraw();
}

void FilmTimeline::clear()
{
    m_info = {};
    m_pictures.clear();
    m_peaks.clear();
    m_ticks.clear();
    m_spans.clear();
    m_pressedTick.reset();
    m_pressedSpan.reset();
    m_chosen.clear();
    const QScopedValueRollback telling(m_telling, true);
    setSliderDown(false);
    setRange(0, 0);
    redraw();
}

void FilmTimeline::setLow(bool low)
{
    if (std::exchange(m_low, low) == low)
        return;
    updateGeometry();
    redraw();
    Q_EMIT roomChanged(); // lower pictures are narrower
}

void FilmTimeline::setPosition(qint64 ptsUs)
{
    if (isSliderDown())
        return;
    const QScopedValueRollback telling(m_telling, true);
    setValue(static_cast<int>(m_info.indexAt(ptsUs)));
}

void FilmTimeline::setPictures(const QList<FilmFrame> &keyPictures)
{
    for (const FilmFrame &picture : keyPictures) {
        const auto place = std::ranges::lower_bound(m_pictures, picture.ptsUs, {}, &FilmFrame::ptsUs);
        if (place == m_pictures.end() || place->ptsUs != picture.ptsUs)
            m_pictures.insert(place, picture);
    }
    redraw();
}

void FilmTimeline::setPeaks(const QList<SoundPeak> &peaks)
{
    m_peaks = peaks;
    redraw();
}

void FilmTimeline::setTicks(const QList<TimelineTick> &ticks)
{
    m_ticks = ticks;
    std::ranges::stable_sort(m_ticks, {}, &TimelineTick::us);
    redraw();
}

void FilmTimeline::setSpans(TimelineSpan::Kind kind, const QList<TimelineSpan> &spans)
{
    m_spans[kind] = spans;
    redraw();
}

QList<TimelineSpan> FilmTimeline::spans(TimelineSpan::Kind kind) const
{
    const auto found = m_spans.find(kind);
    return found == m_spans.end() ? QList<TimelineSpan>() : found->second;
}

QList<TimelineTick> FilmTimeline::ticksOn(qint64 index) const
{
    QList<TimelineTick> here;
    std::ranges::copy_if(m_ticks, std::back_inserter(here), [&](const TimelineTick &tick) { return m_info.indexAt(tick.us) == index; });
    return here;
}

qint64 FilmTimeline::usAt(double x) const
{
    const double part = std::clamp((x - xOf(m_info.firstUs())) / std::max(1.0, width() - 2 * xOf(m_info.firstUs())), 0.0, 1.0);
    return m_info.firstUs() + static_cast<qint64>(part * static_cast<double>(m_info.durationUs));
}

const TimelineTick *FilmTimeline::tickAt(QPointF place) const
{
    const TimelineTick *nearest = nullptr;
    for (const TimelineTick &tick : m_ticks) {
        const double away = std::abs(xOf(tick.us) - place.x());
        if (away <= tickReach && (!nearest || away < std::abs(xOf(nearest->us) - place.x())))
            nearest = &tick;
    }
    return nearest;
}

const TimelineSpan *FilmTimeline::markSpanAt(QPointF place) const
{
    const auto marks = m_spans.find(TimelineSpan::Kind::Mark);
    if (marks == m_spans.end())
        return nullptr;
    const auto found = std::ranges::find_if(marks->second, [&](const TimelineSpan &span) {
        return xOf(span.fromUs) - 2 <= place.x() && place.x() <= xOf(span.toUs) + 2;
    });
    return found == marks->second.end() ? nullptr : &*found;
}

QString FilmTimeline::wordsAt(QPointF place) const
{
    const qint64 us = usAt(place.x());
    QStringList lines{presentation::filmTimeText(m_info.ptsAt(m_info.indexAt(us)) - m_info.firstUs())};
    if (const TimelineTick *tick = tickAt(place))
        lines.append(tick->words);
    for (const auto &[kind, spans] : m_spans) {
        for (const TimelineSpan &span : spans) {
            if (span.fromUs <= us && us <= span.toUs && !span.words.isEmpty())
                lines.append(span.words);
        }
    }
    return lines.join(QLatin1Char('\n'));
}

QList<qint64> FilmTimeline::stops() const
{
    QList<qint64> frames;
    for (const TimelineTick &tick : m_ticks)
        frames.append(m_info.indexAt(tick.us));
    for (const TimelineSpan &span : spans(TimelineSpan::Kind::Mark))
        frames.append(m_info.indexAt(span.fromUs));
    std::ranges::sort(frames);
    return frames;
}

bool FilmTimeline::goToTick(bool after)
{
    const QList<qint64> frames = stops();
    if (after) {
        const auto next = std::ranges::upper_bound(frames, value());
        if (next == frames.end())
            return false;
        setValue(static_cast<int>(*next));
        return true;
    }
    const auto here = std::ranges::lower_bound(frames, value());
    if (here == frames.begin())
        return false;
    setValue(static_cast<int>(*std::prev(here)));
    return true;
}

bool FilmTimeline::chooseHere()
{
    QList<TimelineTick> ticks = ticksOn(value());
    QList<TimelineSpan> marked = spans(TimelineSpan::Kind::Mark);
    marked.removeIf([this](const TimelineSpan &span) { return m_info.indexAt(span.fromUs) != value(); });
    QStringList here;
    for (const TimelineTick &tick : std::as_const(ticks))
        here.append(tick.id);
    for (const TimelineSpan &span : std::as_const(marked))
        here.append(span.id);
    if (here.isEmpty())
        return false;
    const qsizetype at = (here.indexOf(m_chosen) + 1) % here.size(); // none chosen: the first
    m_chosen = here.at(at);
    if (at < ticks.size())
        Q_EMIT tickChosen(m_chosen, ticks.at(at).kind);
    else
        Q_EMIT spanChosen(m_chosen);
    return true;
}

void FilmTimeline::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_info.frameCount() == 0) {
        event->ignore();
        return;
    }
    const bool inLane = event->position().y() < tickLane;
    const TimelineTick *tick = inLane ? tickAt(event->position()) : nullptr;
    const TimelineSpan *span = inLane && !tick ? markSpanAt(event->position()) : nullptr;
    m_pressedAt = event->position();
    m_pressedTick = tick ? std::optional(*tick) : std::nullopt;
    m_pressedSpan = span ? std::optional(*span) : std::nullopt;
    if (!tick && !span) {
        setSliderDown(true);
        setSliderPosition(static_cast<int>(m_info.indexAt(usAt(event->position().x()))));
    }
}

void FilmTimeline::mouseMoveEvent(QMouseEvent *event)
{
    if (dragPressed(event->position()))
        return;
    if (isSliderDown())
        setSliderPosition(static_cast<int>(m_info.indexAt(usAt(event->position().x()))));
}

/// Whether something was taken hold of; where it was moved far enough, it goes.
bool FilmTimeline::dragPressed(QPointF to)
{
    if (!m_pressedTick && !m_pressedSpan)
        return false;
    if ((to - m_pressedAt).manhattanLength() < QGuiApplication::styleHints()->startDragDistance())
        return true;
    const std::optional<TimelineTick> tick = std::exchange(m_pressedTick, std::nullopt); // it is let go of elsewhere
    const std::optional<TimelineSpan> span = std::exchange(m_pressedSpan, std::nullopt);
    if (tick)
        Q_EMIT tickDragged(tick->id, tick->kind, tick->us);
    else if (span)
        Q_EMIT spanDragged(span->id);
    return true;
}

void FilmTimeline::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    setSliderDown(false);
    choosePressed();
}

void FilmTimeline::choosePressed()
{
    const std::optional<TimelineTick> tick = std::exchange(m_pressedTick, std::nullopt);
    const std::optional<TimelineSpan> span = std::exchange(m_pressedSpan, std::nullopt);
    if (tick) {
        setValue(static_cast<int>(m_info.indexAt(tick->us)));
        m_chosen = tick->id;
        Q_EMIT tickChosen(tick->id, tick->kind);
        if (tick->kind != TimelineTick::Kind::Mark)
            setFocus(Qt::MouseFocusReason); // what is said of it takes the keyboard from keys only, not from the pointer
    } else if (span) {
        setValue(static_cast<int>(m_info.indexAt(span->fromUs)));
        m_chosen = span->id;
        Q_EMIT spanChosen(span->id);
    }
}

void FilmTimeline::wheelEvent(QWheelEvent *event)
{
    event->ignore(); // a slip of the finger must not lose the frame on show
}

void FilmTimeline::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_PageDown: triggerAction(SliderPageStepAdd); break; // onwards, as in a document
    case Qt::Key_PageUp: triggerAction(SliderPageStepSub); break;
    case Qt::Key_BracketLeft: goToTick(false); break;
    case Qt::Key_BracketRight: goToTick(true); break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!chooseHere())
            event->ignore();
        break;
    case Qt::Key_Up:
    case Qt::Key_Down: event->ignore(); break; // they mean nothing on a line of time
    default: QSlider::keyPressEvent(event);
    }
}

bool FilmTimeline::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        // The same keys page and turn exhibits elsewhere; here they are the timeline's.
        const auto *key = static_cast<QKeyEvent *>(event);
        const QList<int> own{Qt::Key_PageDown, Qt::Key_PageUp, Qt::Key_BracketLeft, Qt::Key_BracketRight, Qt::Key_Home, Qt::Key_End};
        if ((key->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier && own.contains(key->key())) {
            event->accept();
            return true;
        }
    }
    if (event->type() == QEvent::ToolTip && m_info.frameCount() > 0) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), QStringLiteral("<div style='white-space:pre'>%1</div>").arg(wordsAt(help->pos()).toHtmlEscaped()), this);
        return true;
    }
    return QSlider::event(event);
}

} // namespace arb::ui
