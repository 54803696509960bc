// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// What code that took over a decoder would try. Each is tried once the locks are on.
namespace arb::tests {

/// How an attempt ended, as the exit status of the process. One that the filter stops never gets to answer: it is killed.
enum AttemptEnd : int { Succeeded = 10, Denied = 11, UnknownAttempt = 12 };

/// open (a file by name), socket, exec, fork, memory (4 GB), bigfile (1 GB), ptrace, parent (a signal to the process above), owner
/// (the same through F_SETOWN), execmemory (new code), behind and ahead (of the window, by priority), queue (of messages), leeway (in
/// limits that should be none), readable (its memory, by others of the same user).
AttemptEnd tryTo(const char *attempt);

} // namespace arb::tests
