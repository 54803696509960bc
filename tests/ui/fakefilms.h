// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fakeevidence.h"

#include "../../ui/viewing/filmclock.h"
#include "../../ui/viewing/picturecanvas.h"

#include <QtCore/QSemaphore>

#include <atomic>
#include <memory>
#include <mutex>
#include <utility>

/// Films that are slow, far apart or noisy on purpose, and a clock that stands still until it is moved.
namespace arb::tests {

/// The number in the boxes of numberedFrame(), read from what the canvas puts on the screen.
inline int numberOnCanvas(ui::PictureCanvas *canvas)
{
    const QImage shown = canvas->grab().toImage();
    int number = 0;
    for (int bit = 0; bit < 16; ++bit) {
        const QPointF place = canvas->toWidget().map(QPointF(bit * boxSide + 10.0, 10.0));
        if (qGreen(shown.pixel(place.toPoint())) > 128)
            number |= 1 << bit;
    }
    return number;
}

class ManualClock final : public ui::FilmClock
{
public:
    qint64 nowNs() const override { return m_now; }
    void waitUntil(std::unique_lock<std::mutex> &held, std::condition_variable &changed, qint64 whenNs,
                   const std::function<bool()> &over) override
    {
        const Waiting mine{&changed, held.mutex()};
        {
            const std::lock_guard guard(m_lock);
            m_waiting.append(mine);
        }
        changed.wait(held, [&] { return over() || m_now >= whenNs; });
        const std::lock_guard guard(m_lock);
        m_waiting.removeOne(mine);
    }
    void advanceMs(qint64 ms)
    {
        m_now += ms * 1'000'000;
        QList<Waiting> waiting;
        {
            const std::lock_guard guard(m_lock);
            waiting = m_waiting;
        }
        for (const Waiting &each : std::as_const(waiting)) {
            {
                const std::lock_guard guard(*each.mutex); // whoever asks what time it is has asked before, or asks after
            }
            each.changed->notify_all();
        }
    }

private:
    struct Waiting
    {
        std::condition_variable *changed = nullptr;
        std::mutex *mutex = nullptr;
        bool operator==(const Waiting &) const = default;
    };
    std::atomic<qint64> m_now = 1'000'000'000;
    std::mutex m_lock;
    QList<Waiting> m_waiting;
};

/// Decodes a frame for every permit, and counts what it is asked for; some frames are not to be had.
class GatedFilm final : public FakeFilm
{
public:
    struct Gate
    {
        QSemaphore permits;
        std::atomic<int> asked = 0;
        qint64 firstMissing = -1, lastMissing = -1;
    };
    GatedFilm(const QList<qint64> &times, std::shared_ptr<Gate> gate) : FakeFilm(times), m_gate(std::move(gate)) {}
    ui::Shown<ui::FilmFrame> frameAt(qint64 index, const Abandoned &abandoned) override
    {
        ++m_gate->asked;
        while (!m_gate->permits.tryAcquire(1, 20)) {
            if (abandoned())
                return domain::Failure{ui::ShowError::Abandoned};
        }
        if (index >= m_gate->firstMissing && index <= m_gate->lastMissing)
            return domain::Failure{ui::ShowError::Damaged};
        return FakeFilm::frameAt(index, abandoned);
    }

private:
    std::shared_ptr<Gate> m_gate;
};

/// Decodes a frame for every permit, and each takes @p costMs of the clock.
class PacedFilm final : public FakeFilm
{
public:
    PacedFilm(int frames, QSemaphore &permits, ManualClock &clock, qint64 costMs)
        : FakeFilm(frames), m_permits(permits), m_clock(clock), m_costMs(costMs)
    {
    }
    ui::Shown<ui::FilmFrame> frameAt(qint64 index, const Abandoned &abandoned) override
    {
        while (!m_permits.tryAcquire(1, 20)) {
            if (abandoned())
                return domain::Failure{ui::ShowError::Abandoned};
        }
        m_clock.advanceMs(m_costMs);
        return FakeFilm::frameAt(index, abandoned);
    }

private:
    QSemaphore &m_permits;
    ManualClock &m_clock;
    qint64 m_costMs;
};

/// Every 50th frame decodes by itself; the others need a permit when there is a semaphore. Has sound, and a hole from 4.00 to
/// 4.50 s of its time stamps.
class KeyedFilm : public FakeFilm
{
public:
    explicit KeyedFilm(int frames, QSemaphore *permits = nullptr, QSemaphore *stripPermits = nullptr)
        : FakeFilm(frames), m_permits(permits), m_stripPermits(stripPermits)
    {
    }
    ui::Shown<ui::FilmInfo> open(const Abandoned &abandoned) override
    {
        ui::Shown<ui::FilmInfo> info = FakeFilm::open(abandoned);
        if (!info)
            return info;
        for (qint64 key = 0; key < info->frameCount(); key += 50)
            info->keyFrames.append(key);
        info->gaps.append(ui::FilmGap{4'000'000, 4'500'000});
        info->hasSound = true;
        return info;
    }
    ui::Shown<ui::FilmFrame> frameAt(qint64 index, const Abandoned &abandoned) override
    {
        while (m_permits && index % 50 != 0 && !m_permits->tryAcquire(1, 20)) {
            if (abandoned())
                return domain::Failure{ui::ShowError::Abandoned};
        }
        return FakeFilm::frameAt(index, abandoned);
    }
    ui::Shown<ui::FilmFrame> nearestAtOnce(qint64 index, const Abandoned &abandoned) override
    {
        return FakeFilm::frameAt(index / 50 * 50, abandoned);
    }
    ui::Shown<ui::FilmFrame> thumbnail(qint64 us, QSize box, const Abandoned &abandoned) override
    {
        if (m_stripPermits)
            m_stripPermits->tryAcquire(1, 5000); // deaf, as in the middle of a packet
        ui::Shown<ui::FilmFrame> frame = FakeFilm::frameAt(std::max<qint64>(0, us - 80'000) / 40'000 / 50 * 50, abandoned);
        if (frame)
            frame->image = frame->image.scaled(box, Qt::KeepAspectRatio);
        return frame;
    }
    ui::Shown<QList<ui::SoundPeak>> peaks(int count, const Abandoned &) override
    {
        return QList<ui::SoundPeak>(count, ui::SoundPeak{-9000, 12000});
    }

private:
    QSemaphore *m_permits;
    QSemaphore *m_stripPermits;
};

/// What playing asked a CoveringFilm for.
class AskedBoxes
{
public:
    void add(QSize box)
    {
        const std::lock_guard guard(m_lock);
        m_boxes.append(box);
    }
    QList<QSize> take()
    {
        const std::lock_guard guard(m_lock);
        return std::exchange(m_boxes, {});
    }

private:
    std::mutex m_lock;
    QList<QSize> m_boxes;
};

/// As the decoder: half the frame (160 x 90) where that covers the box.
class CoveringFilm final : public KeyedFilm
{
public:
    CoveringFilm(int frames, std::shared_ptr<AskedBoxes> asked) : KeyedFilm(frames), m_asked(std::move(asked)) {}
    ui::Shown<ui::FilmFrame> frameCovering(qint64 index, QSize box, const Abandoned &abandoned) override
    {
        m_asked->add(box);
        ui::Shown<ui::FilmFrame> frame = KeyedFilm::frameAt(index, abandoned);
        const QSize half = frame ? frame->image.size() / 2 : QSize();
        if (frame && !box.isEmpty() && box.width() <= half.width() && box.height() <= half.height())
            frame->image = frame->image.scaled(half, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        return frame;
    }

private:
    std::shared_ptr<AskedBoxes> m_asked;
};

} // namespace arb::tests
