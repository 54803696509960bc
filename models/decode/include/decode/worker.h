// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>

/// The helper's own side: forked from a server that has loaded everything, it locks itself in, then decodes what it is handed
/// until the socket closes.
namespace arb::decode {

class PictureReader;

/// Which locks to put on. Fewer than all is for tests, which hold every rung of the ladder to its word.
struct LockWish
{
    bool landlock = true;
    bool filter = true;
};

/// Everything that opens a file, loads a library or asks the system something for the first time, while it still may.
void warmUp();
/// Limits on memory, files, message queues, priority and core dumps; no look into its memory by others; no new privileges; no file by name (Landlock); no system call but those that
/// decoding needs. Answers the locks (of wire.h) that are on. For good, and for every thread that comes later. A build with a
/// sanitizer stays without the filter and the limit on memory: it needs what they forbid.
std::int64_t lockDown(const LockWish &wish);
/// From now on, and for good, this thread and those it begins run only when nothing else wants to: processors and disks first serve
/// what somebody waits for.
void standBack();
/// Hello, then answers until @p socket closes. @p locks is what the Hello tells; without a @p reader nothing is read.
void serve(int socket, std::int64_t locks, PictureReader *reader = nullptr);

/// What a helper does with its socket, until it ends.
using HelperLife = std::function<void(int socket)>;
/// The fork server: says hello on @p control, then, for each request to fork (wire.h), begins a process that lives @p life on the
/// socket that came along, and answers with a descriptor of that process (pidfd). Returns when @p control closes or says anything
/// else. Needs a process of one thread. Loading the libraries costs a tenth of a second, forking a few milliseconds; the server
/// itself never sees a byte of a party's file, and its helpers end with it.
void forkHelpers(int control, const HelperLife &life);

/// Takes "--without landlock|filter" pairs off the front of @p argument; nullptr for an unknown one.
char **takeWishes(char **argument, LockWish &wish);
/// The whole life of a fork server behind its arguments: hushes libraries, warms up, forks helpers on descriptor 3; each locks
/// itself in, then serves.
void serveLockedIn(const LockWish &wish, PictureReader *reader = nullptr);

/// For programs that read documents (poppler-utils) and need fonts and their own libraries: read-only on these, no network, no
/// second process, limits on memory, time and output. Put on before the program is started in place of this one.
std::int64_t lockDownTool(const LockWish &wish);

} // namespace arb::decode
