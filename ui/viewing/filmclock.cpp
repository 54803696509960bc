// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewing/filmclock.h"

#include <chrono>

namespace arb::ui {

namespace {

class SteadyFilmClock final : public FilmClock
{
public:
    qint64 nowNs() const override
    {
        return std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::steady_clock::now().time_since_epoch()).count();
    }
    void waitUntil(std::unique_lock<std::mutex> &held, std::condition_variable &changed, qint64 whenNs,
                   const std::function<bool()> &over) override
    {
        changed.wait_until(held, std::chrono::steady_clock::time_point{std::chrono::nanoseconds(whenNs)}, over);
    }
};

} // namespace

std::shared_ptr<FilmClock> steadyFilmClock()
{
    return std::make_shared<SteadyFilmClock>();
}

} // namespace arb::ui
