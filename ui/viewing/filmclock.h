// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QtGlobal>

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>

namespace arb::ui {

/// What films play by: the steady clock, or one that a test moves on. Several threads at once.
class FilmClock
{
public:
    virtual ~FilmClock() = default;
    virtual qint64 nowNs() const = 0;
    /// Returns at @p whenNs, or once @p over holds; whoever makes it hold notifies @p changed, of @p held.
    virtual void waitUntil(std::unique_lock<std::mutex> &held, std::condition_variable &changed, qint64 whenNs,
                           const std::function<bool()> &over) = 0;
};

std::shared_ptr<FilmClock> steadyFilmClock();

} // namespace arb::ui
