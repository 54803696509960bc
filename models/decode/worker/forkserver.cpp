// SPDX-License-Identifier: GPL-3.0-or-later
#include <decode/worker.h>

#include <decode/passing.h>
#include <decode/wire.h>

#include <csignal>

#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace arb::decode {

namespace {

/// In the new process. The window's socket to the server is none of its business.
[[noreturn]] void live(pid_t server, int control, int socket, const HelperLife &life)
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
    if (::getppid() != server)
        ::_exit(0); // it was gone before that word was given
    ::signal(SIGCHLD, SIG_DFL);
    ::close(control);
    life(socket);
    ::_exit(0);
}

} // namespace

void forkHelpers(int control, const HelperLife &life)
{
    ::signal(SIGCHLD, SIG_IGN); // the system reaps them; who asked for one holds a descriptor of it
    const pid_t server = ::getpid();
    const wire::Answer hello;
    if (!sendParcel(control, &hello, sizeof hello, -1))
        return;
    for (;;) {
        wire::Request request;
        const Parcel parcel = receiveParcel(control, &request, sizeof request);
        const bool understood = parcel.size == static_cast<ssize_t>(sizeof request) && request.magic == wire::magic && request.op == wire::Op::Fork;
        if (!understood || !parcel.file.isOpen())
            return;
        const pid_t helper = ::fork();
        if (helper == 0)
            live(server, control, parcel.file.fd(), life);
        const HeldFile handle(helper > 0 ? static_cast<int>(::syscall(SYS_pidfd_open, helper, 0)) : -1);
        if (helper > 0 && !handle.isOpen())
            ::kill(helper, SIGKILL); // nobody could end it
        wire::Answer answer;
        answer.number = request.number;
        answer.status = handle.isOpen() ? wire::ok : wire::statusOf(DecodeError::NoMemory);
        if (!sendParcel(control, &answer, sizeof answer, handle.fd()))
            return;
    }
}

} // namespace arb::decode
