// SPDX-License-Identifier: GPL-3.0-or-later
#include "attempts.h"

#include <array>
#include <csignal>
#include <cstddef>
#include <string_view>

#include <fcntl.h>
#include <mqueue.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace arb::tests {

namespace {

AttemptEnd endOf(bool succeeded)
{
    return succeeded ? Succeeded : Denied;
}

AttemptEnd runAnother()
{
    std::array<char, 16> name{"/bin/true"};
    std::array<char *, 2> arguments{name.data(), nullptr};
    std::array<char *, 1> environment{nullptr};
    ::execve(name.data(), arguments.data(), environment.data()); // on success the status is that of /bin/true: 0
    return Denied;
}

AttemptEnd fork()
{
    const pid_t child = ::fork();
    if (child == 0)
        ::_exit(0);
    if (child > 0)
        ::waitpid(child, nullptr, 0);
    return endOf(child > 0);
}

AttemptEnd takeMemory()
{
    void *memory = ::mmap(nullptr, std::size_t{4} << 30, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    return endOf(memory != MAP_FAILED);
}

AttemptEnd growFile()
{
    std::signal(SIGXFSZ, SIG_IGN);
    const int memory = ::memfd_create("big", 0);
    return endOf(memory >= 0 && ::ftruncate(memory, off_t{1} << 30) == 0);
}

AttemptEnd own()
{
    return endOf(::fcntl(STDIN_FILENO, F_SETOWN, ::getppid()) == 0);
}

AttemptEnd openQueue()
{
    constexpr const char *name = "/arbiter-attempt";
    const mqd_t queue = ::mq_open(name, O_RDWR | O_CREAT, 0600, nullptr);
    const bool opened = queue != static_cast<mqd_t>(-1);
    if (opened)
        ::mq_unlink(name);
    return endOf(opened);
}

/// Limits of none; whoever is root could raise them again, so they are looked at instead of tried.
AttemptEnd findLeeway()
{
    for (const auto resource : {RLIMIT_CORE, RLIMIT_MEMLOCK, RLIMIT_MSGQUEUE, RLIMIT_NICE, RLIMIT_RTPRIO}) {
        rlimit both{};
        if (::getrlimit(resource, &both) != 0 || both.rlim_max > 0)
            return Succeeded;
    }
    return Denied;
}

AttemptEnd makeCode()
{
    void *memory = ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return endOf(memory != MAP_FAILED);
}

} // namespace

AttemptEnd tryTo(const char *attempt)
{
    const std::string_view name(attempt);
    if (name == "open")
        return endOf(::open("/etc/hostname", O_RDONLY) >= 0 || ::open("/usr/lib/os-release", O_RDONLY) >= 0);
    if (name == "socket")
        return endOf(::socket(AF_INET, SOCK_STREAM, 0) >= 0);
    if (name == "exec")
        return runAnother();
    if (name == "fork")
        return fork();
    if (name == "memory")
        return takeMemory();
    if (name == "bigfile")
        return growFile();
    if (name == "ptrace")
        return endOf(::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) == 0);
    if (name == "parent") // signal 0 reaches whom a real one would reach, and hurts nobody
        return endOf(::kill(::getppid(), 0) == 0);
    if (name == "owner")
        return own();
    if (name == "behind") // the one priority that background work may ask for
        return endOf(::setpriority(PRIO_PROCESS, 0, 15) == 0);
    if (name == "ahead") // of the window: any priority but that of background work
        return endOf(::setpriority(PRIO_PROCESS, 0, 0) == 0);
    if (name == "execmemory")
        return makeCode();
    if (name == "queue")
        return openQueue();
    if (name == "leeway")
        return findLeeway();
    if (name == "readable") // for others of the same user, such as another party's helper
        return endOf(::prctl(PR_GET_DUMPABLE, 0, 0, 0, 0) != 0);
    return UnknownAttempt;
}

} // namespace arb::tests
