// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helper/process.h"

#include <decode/wire.h>

#include <cstdint>
#include <memory>

namespace arb::media {

/// A process that has loaded all that a helper needs and forks one whenever it is asked: starting a program with its hundred and
/// more libraries costs a tenth of a second, and each party of each case wants a helper of its own. It never sees a party's file;
/// its helpers end with it, and it ends with the thread that started it. For one thread.
class ForkServer
{
public:
    /// Blocks until it has said hello (at most a few seconds, and not after @p abandoned); nullptr when it does not start.
    static std::unique_ptr<ForkServer> start(const QStringList &command, const Abandoned &abandoned);
    ~ForkServer();
    ForkServer(const ForkServer &) = delete;
    ForkServer &operator=(const ForkServer &) = delete;

    /// A new helper that talks on @p socket, as a descriptor of its process (pidfd); not open when the server is gone or could not.
    FileHandle fork(int socket, const Abandoned &abandoned);
    bool isAlive() const { return m_process > 0; }

private:
    ForkServer() = default;
    bool hear(decode::wire::Answer &answer, FileHandle &file, const Abandoned &abandoned) const;
    void end();

    FileHandle m_socket;
    pid_t m_process = -1;
    std::uint64_t m_number = 0;
};

} // namespace arb::media
