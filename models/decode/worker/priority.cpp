// SPDX-License-Identifier: GPL-3.0-or-later
#include <decode/worker.h>

#include "worker/priority.h"

#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace arb::decode {

void standBack()
{
    // Wishes both: where the system says no, the work is done all the same.
    static_cast<void>(::setpriority(PRIO_PROCESS, 0, backgroundNice));
    static_cast<void>(::syscall(SYS_ioprio_set, ioprioWhoProcess, 0L, ioprioIdle));
}

} // namespace arb::decode
