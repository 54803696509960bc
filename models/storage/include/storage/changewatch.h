// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <storage/database.h>

#include <functional>
#include <thread>

namespace arb::storage {

/// Tells, within two seconds, that something was written to the database, by whatever connection of whatever program;
/// on a thread and a connection of its own. Does not say what: whoever listens reads on from its own cursor
/// (QueueStore::entries). It may tell for nothing, and once for many writes.
class ChangeWatch
{
public:
    enum class Word {
        Changed,
        Lost, ///< no connection any more; it is tried again until there is one
        Back  ///< there is one again: anything may have changed in between
    };
    /// @p tell is called on the watch's thread, one call at a time, Changed at most ten times a second.
    ChangeWatch(const DatabaseAddress &address, const OpenOptions &options, std::function<void(Word)> tell);
    /// Waits for a call of `tell` that is under way; none comes afterwards.
    ~ChangeWatch();
    ChangeWatch(const ChangeWatch &) = delete;
    ChangeWatch &operator=(const ChangeWatch &) = delete;

private:
    void loop();
    void watch(Session &session);
    bool pause(int milliseconds) const; ///< false: it is time to stop

    DatabaseAddress m_address;
    OpenOptions m_options;
    std::function<void(Word)> m_tell;
    int m_stop = -1; ///< an event that becomes readable when the watch ends
    std::thread m_thread;
};

} // namespace arb::storage
