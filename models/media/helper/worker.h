// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helper/forkserver.h"
#include "helper/keptmapping.h"

#include <decode/wire.h>

#include <QtCore/QDeadlineTimer>

#include <cstdint>
#include <functional>
#include <memory>

namespace arb::media {

/// What a helper answered: numbers that nobody has checked yet, and memory of at least `bytes` bytes that keeps its size. Its
/// content is the helper's until the next request: it has to be copied out before.
struct HelperAnswer
{
    decode::wire::Answer told;
    FileHandle memory; ///< none when told.bytes is 0
    std::shared_ptr<const MappedMemory> mapped; ///< the same, where that is the faster way to read it; else none
};

/// Takes a part of an answer; false when it cannot be true.
using Underway = std::function<bool(HelperAnswer &&part)>;

/// One process that decodes, and the conversation with it. One thread at a time. Whatever it says against the protocol ends it.
class Worker
{
public:
    /// Blocks until it has said hello (at most a few seconds, and not after @p abandoned); nullptr when it does not start or
    /// says something else.
    static std::unique_ptr<Worker> start(ForkServer &server, const Abandoned &abandoned);
    ~Worker();
    Worker(const Worker &) = delete;
    Worker &operator=(const Worker &) = delete;

    std::int64_t locks() const { return m_locks; }
    bool isAlive() const { return m_process.isOpen(); }
    bool hasEnded() const; ///< by itself, or with its server
    void end();
    /// HelperDied when it broke off or broke the protocol, TimedOut or Abandoned when it was ended for that; else what the
    /// decoder said. @p file -1: none.
    /// @p underway takes what is told before the answer; without it nothing may be.
    Media<HelperAnswer> ask(decode::wire::Request request, int file, const QDeadlineTimer &deadline, const Abandoned &abandoned,
                            const Underway &underway = {});

    QString origin;       ///< empty: has not seen a file yet
    qint64 idleSince = 0; ///< kept by the pool

private:
    Worker() = default;
    bool send(const decode::wire::Request &request, int file) const;
    enum class Receipt { Answer, Nothing, Fault };
    Receipt receive(HelperAnswer &answer, int waitMs);
    /// Off course, an answer may still come: within this, the helper stays.
    Media<HelperAnswer> callOff(std::uint64_t number);

    FileHandle m_socket;
    FileHandle m_process; ///< a descriptor of it (pidfd): its number may mean nothing on our side of a namespace
    std::int64_t m_locks = 0;
    std::uint64_t m_number = 0;
    KeptMapping m_keptMapping;
};

} // namespace arb::media
