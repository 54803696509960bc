// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QFuture>
#include <QtCore/QFutureWatcher>
#include <QtCore/QObject>

#include <utility>

namespace arb::presentation {

/// Calls @p then on @p context's thread, later, and only while @p context lives. (QFuture::then with a context aborts a
/// debug build of this Qt when the context dies first.)
template<typename T, typename Fn>
void whenDone(QObject *context, const QFuture<T> &future, Fn &&then)
{
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, then = std::forward<Fn>(then)]() mutable {
        const QFuture<T> done = watcher->future();
        watcher->deleteLater();
        if (done.resultCount() > 0)
            then(done.result());
    });
    watcher->setFuture(future);
}

} // namespace arb::presentation
