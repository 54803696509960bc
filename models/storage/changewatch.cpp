// SPDX-License-Identifier: GPL-3.0-or-later
#include <storage/changewatch.h>

#include "session.h"

#include <QtCore/QRandomGenerator>

#include <algorithm>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace arb::storage {

namespace {

constexpr int restMs = 100; // between two tellings: what comes meanwhile is told with the next
constexpr quint32 soonestMs = 200, latestMs = 5000;

std::optional<qint64> changeMarkOf(Session &session)
{
    const auto mark = reading(session, [&] {
        return session.first(session.dialect().changeMark(), {}, [](const Row &row) { return row.integer(0); }).value_or(0);
    });
    return mark ? std::optional(*mark) : std::nullopt;
}

} // namespace

ChangeWatch::ChangeWatch(const DatabaseAddress &address, const OpenOptions &options, std::function<void(Word)> tell)
    : m_address(address), m_options(options), m_tell(std::move(tell)), m_stop(::eventfd(0, EFD_CLOEXEC))
{
    m_options.readOnly = true;
    m_options.create = false;
    m_thread = std::thread([this] { loop(); });
}

ChangeWatch::~ChangeWatch()
{
    ::eventfd_write(m_stop, 1);
    m_thread.join();
    ::close(m_stop);
}

bool ChangeWatch::pause(int milliseconds) const
{
    pollfd place{m_stop, POLLIN, 0};
    return ::poll(&place, 1, milliseconds) == 0;
}

void ChangeWatch::loop()
{
    bool lost = false;
    quint32 backOff = soonestMs;
    do {
        const auto session = Session::open(m_address, m_options);
        if (session) {
            try {
                if (const QString listen = (*session)->dialect().listen(); !listen.isEmpty())
                    (*session)->exec(listen);
                // Only now that nothing can be missed any more.
                if (lost)
                    m_tell(Word::Back);
                lost = false;
                backOff = soonestMs;
                watch(**session);
            } catch (const DbError &) {
                backOff = std::min(2 * backOff, latestMs); // the server is there and refuses
            }
        }
        if (!pause(0))
            return;
        if (!lost)
            m_tell(Word::Lost);
        lost = true;
        backOff = session ? backOff : std::min(2 * backOff, latestMs);
        // Not all windows of a house at the same moment.
    } while (pause(static_cast<int>(QRandomGenerator::global()->bounded(backOff / 2, backOff))));
}

/// Until the connection is gone or the watch ends.
void ChangeWatch::watch(Session &session)
{
    std::optional<qint64> mark = changeMarkOf(session);
    while (mark) {
        const bool told = session.dialect().hears(session.database(), m_stop, session.dialect().lookEveryMs());
        if (!pause(0))
            return;
        const std::optional<qint64> now = changeMarkOf(session);
        const bool changed = told || (now && *now != *mark);
        mark = now;
        if (!changed)
            continue;
        m_tell(Word::Changed);
        if (!pause(restMs))
            return;
    }
}

} // namespace arb::storage
