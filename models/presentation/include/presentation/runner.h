// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <usecases/desk.h>

#include <QtCore/QFuture>
#include <QtCore/QPromise>

#include <functional>
#include <memory>

namespace arb::presentation {

/// "Run this with the desk, later, and give me a future." The window's runner has one database thread behind it; tests
/// run in place. Jobs of one runner happen in the order they were given.
class DeskRunner
{
public:
    virtual ~DeskRunner() = default;
    virtual void post(std::function<void(const usecases::Desk &)> job) = 0;

    template<typename Fn>
    auto run(Fn &&fn)
    {
        using T = std::invoke_result_t<Fn, const usecases::Desk &>;
        auto promise = std::make_shared<QPromise<T>>();
        QFuture<T> future = promise->future();
        promise->start();
        post([promise, fn = std::forward<Fn>(fn)](const usecases::Desk &desk) mutable {
            promise->addResult(fn(desk));
            promise->finish();
        });
        return future;
    }
};

/// Runs at once, on the caller's thread: for tests and for verbs without a window.
class InlineRunner : public DeskRunner
{
public:
    explicit InlineRunner(const usecases::Desk &desk) : m_desk(desk) {}
    void post(std::function<void(const usecases::Desk &)> job) override { job(m_desk); }

private:
    const usecases::Desk &m_desk;
};

} // namespace arb::presentation
