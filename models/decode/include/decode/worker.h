// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

/// The helper's own side: it locks itself in, then decodes what it is handed until the socket closes.
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
/// Limits on memory, files and core dumps; no new privileges; no file by name (Landlock); no system call but those that
/// decoding needs. Answers the locks (of wire.h) that are on. For good, and for every thread that comes later. A build with a
/// sanitizer stays without the filter and the limit on memory: it needs what they forbid.
std::int64_t lockDown(const LockWish &wish);
/// From now on, and for good, this thread and those it begins run only when nothing else wants to: processors and disks first serve
/// what somebody waits for.
void standBack();
/// Hello, then answers until @p socket closes. @p locks is what the Hello tells; without a @p reader nothing is read.
void serve(int socket, std::int64_t locks, PictureReader *reader = nullptr);

/// Takes "--without landlock|filter" pairs off the front of @p argument; nullptr for an unknown one.
char **takeWishes(char **argument, LockWish &wish);
/// The whole life of a helper behind its arguments: hushes libraries, warms up, locks itself in, answers on descriptor 3.
void serveLockedIn(const LockWish &wish, PictureReader *reader = nullptr);

/// For programs that read documents (poppler-utils) and need fonts and their own libraries: read-only on these, no network, no
/// second process, limits on memory, time and output. Put on before the program is started in place of this one.
std::int64_t lockDownTool(const LockWish &wish);

} // namespace arb::decode
