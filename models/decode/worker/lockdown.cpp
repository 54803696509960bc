// SPDX-License-Identifier: GPL-3.0-or-later
#include <decode/worker.h>

#include <decode/wire.h>

#include "worker/priority.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <initializer_list>
#include <memory>

#include <fcntl.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define ARB_SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define ARB_SANITIZED 1
#endif
#endif

namespace arb::decode {

namespace {

#ifdef ARB_SANITIZED
constexpr bool sanitized = true; // shadow memory is larger than the limit, and its calls are not on the list
#else
constexpr bool sanitized = false;
#endif

bool setLimit(__rlimit_resource resource, rlim_t value)
{
    const rlimit both{value, value};
    return ::setrlimit(resource, &both) == 0;
}

// --- Landlock, by raw calls: the header of an older system does not know it ------------------------------------------------

struct LandlockRules
{
    std::uint64_t files = 0;
    std::uint64_t network = 0; ///< from version 4
    std::uint64_t scopes = 0;  ///< from version 6
};
struct [[gnu::packed]] LandlockPath
{
    std::uint64_t allowed = 0;
    std::int32_t parent = -1;
};
constexpr unsigned landlockVersionFlag = 1;
constexpr int landlockPathRule = 1;
constexpr std::uint64_t landlockExecute = 1U << 0, landlockReadFile = 1U << 2, landlockReadFolder = 1U << 3;
constexpr std::uint64_t landlockOnFiles = landlockExecute | landlockReadFile; ///< what may stand in a rule on a single file

long landlockVersion()
{
    return ::syscall(SYS_landlock_create_ruleset, nullptr, 0, landlockVersionFlag);
}

/// Everything this kernel's Landlock can forbid.
LandlockRules allOf(long version)
{
    LandlockRules rules;
    const int rights = version >= 5 ? 16 : version >= 3 ? 15 : version >= 2 ? 14 : 13;
    rules.files = (std::uint64_t{1} << rights) - 1;
    rules.network = version >= 4 ? 3 : 0;
    rules.scopes = version >= 6 ? 3 : 0; // abstract sockets, signals to others
    return rules;
}

void allowReading(int ruleset, const char *path, bool folder)
{
    const int parent = ::open(path, O_PATH | O_CLOEXEC);
    if (parent < 0)
        return;
    LandlockPath rule;
    rule.allowed = folder ? landlockOnFiles | landlockReadFolder : landlockOnFiles;
    rule.parent = parent;
    ::syscall(SYS_landlock_add_rule, ruleset, landlockPathRule, &rule, 0);
    ::close(parent);
}

/// Forbids every file by name but reading under @p folders and @p files.
bool landlock(std::initializer_list<const char *> folders, std::initializer_list<const char *> files)
{
    const long version = landlockVersion();
    if (version < 1)
        return false;
    const LandlockRules rules = allOf(version);
    const std::size_t size = version >= 6 ? sizeof rules : version >= 4 ? 2 * sizeof(std::uint64_t) : sizeof(std::uint64_t);
    const auto ruleset = static_cast<int>(::syscall(SYS_landlock_create_ruleset, &rules, size, 0));
    if (ruleset < 0)
        return false;
    for (const char *folder : folders)
        allowReading(ruleset, folder, true);
    for (const char *file : files)
        allowReading(ruleset, file, false);
    const bool on = ::syscall(SYS_landlock_restrict_self, ruleset, 0) == 0;
    ::close(ruleset);
    return on;
}

// --- seccomp ---------------------------------------------------------------------------------------------------------------

using Seccomp = std::unique_ptr<void, decltype(&seccomp_release)>;

scmp_arg_cmp argument(unsigned index, scmp_compare how, scmp_datum_t a, scmp_datum_t b = 0)
{
    return {index, how, a, b};
}

/// One rule, with at most one condition; false is remembered by the caller, who then loads nothing.
bool rule(const Seccomp &filter, std::uint32_t action, int call)
{
    return call == __NR_SCMP_ERROR || seccomp_rule_add_array(filter.get(), action, call, 0, nullptr) == 0;
}

bool rule(const Seccomp &filter, std::uint32_t action, int call, const scmp_arg_cmp &condition)
{
    return seccomp_rule_add_array(filter.get(), action, call, 1, &condition) == 0;
}

bool allowThreadsOnly(const Seccomp &filter)
{
    // clone3 keeps its flags behind a pointer, where no filter sees them; told that there is none, glibc takes clone.
    return rule(filter, SCMP_ACT_ALLOW, SCMP_SYS(clone), argument(0, SCMP_CMP_MASKED_EQ, CLONE_THREAD, CLONE_THREAD))
        && rule(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3));
}

/// Duplicating and sealing; not F_SETOWN, which could have the kernel send a signal to the window.
bool allowHarmlessFcntl(const Seccomp &filter)
{
    for (const int command : {F_DUPFD_CLOEXEC, F_ADD_SEALS, F_GET_SEALS, F_GETFL, F_GETFD, F_SETFD}) {
        if (!rule(filter, SCMP_ACT_ALLOW, SCMP_SYS(fcntl), argument(1, SCMP_CMP_EQ, static_cast<scmp_datum_t>(command))))
            return false;
    }
    return true;
}

/// Its own thread's priority, and only down to the one of background work: nobody gets ahead of the window.
bool allowStandingBack(const Seccomp &filter)
{
    const auto exactly = [&filter](int call, long which, long value) {
        const std::array conditions{argument(0, SCMP_CMP_EQ, static_cast<scmp_datum_t>(which)), argument(1, SCMP_CMP_EQ, 0),
                                    argument(2, SCMP_CMP_EQ, static_cast<scmp_datum_t>(value))};
        return seccomp_rule_add_array(filter.get(), SCMP_ACT_ALLOW, call, static_cast<unsigned>(conditions.size()), conditions.data()) == 0;
    };
    return exactly(SCMP_SYS(setpriority), PRIO_PROCESS, backgroundNice) && exactly(SCMP_SYS(ioprio_set), ioprioWhoProcess, ioprioIdle);
}

bool filterDecoder()
{
    const Seccomp filter(seccomp_init(SCMP_ACT_KILL_PROCESS), seccomp_release);
    if (!filter)
        return false;
    for (const int call :
         {SCMP_SYS(read), SCMP_SYS(pread64), SCMP_SYS(write), SCMP_SYS(pwrite64), SCMP_SYS(lseek), SCMP_SYS(fstat), SCMP_SYS(munmap),
          SCMP_SYS(mremap), SCMP_SYS(madvise), SCMP_SYS(brk), SCMP_SYS(futex), SCMP_SYS(ftruncate), SCMP_SYS(close), SCMP_SYS(exit),
          SCMP_SYS(exit_group), SCMP_SYS(rt_sigaction), SCMP_SYS(rt_sigprocmask), SCMP_SYS(rt_sigreturn), SCMP_SYS(clock_gettime),
          SCMP_SYS(clock_getres), SCMP_SYS(clock_nanosleep), SCMP_SYS(restart_syscall), SCMP_SYS(sendmsg), SCMP_SYS(recvmsg),
          SCMP_SYS(memfd_create), SCMP_SYS(sched_yield), SCMP_SYS(sched_getaffinity), SCMP_SYS(sched_getparam),
          SCMP_SYS(sched_getscheduler), SCMP_SYS(getrandom), SCMP_SYS(set_robust_list), SCMP_SYS(rseq), SCMP_SYS(gettid),
          SCMP_SYS(sysinfo)}) {
        if (!rule(filter, SCMP_ACT_ALLOW, call))
            return false;
    }
    for (const int call : {SCMP_SYS(open), SCMP_SYS(openat), SCMP_SYS(access), SCMP_SYS(faccessat), SCMP_SYS(faccessat2), SCMP_SYS(ioctl),
                           SCMP_SYS(newfstatat), SCMP_SYS(statx), SCMP_SYS(stat), SCMP_SYS(lstat), SCMP_SYS(readlink), SCMP_SYS(readlinkat),
                           SCMP_SYS(getcwd)}) { // libraries ask, hear no, and carry on
        if (!rule(filter, SCMP_ACT_ERRNO(EACCES), call))
            return false;
    }
    return rule(filter, SCMP_ACT_ALLOW, SCMP_SYS(mprotect), argument(2, SCMP_CMP_MASKED_EQ, PROT_EXEC, 0))
        && rule(filter, SCMP_ACT_ALLOW, SCMP_SYS(mmap), argument(2, SCMP_CMP_MASKED_EQ, PROT_EXEC, 0))
        && rule(filter, SCMP_ACT_ALLOW, SCMP_SYS(prctl), argument(0, SCMP_CMP_EQ, PR_SET_NAME)) // AVIF's threads name themselves
        && allowThreadsOnly(filter) && allowHarmlessFcntl(filter) && allowStandingBack(filter) && seccomp_load(filter.get()) == 0;
}

/// A program with fonts to find needs more calls than can be listed; these it does not need.
bool filterTool()
{
    const Seccomp filter(seccomp_init(SCMP_ACT_ALLOW), seccomp_release);
    if (!filter)
        return false;
    for (const int call :
         {SCMP_SYS(socket), SCMP_SYS(socketpair), SCMP_SYS(connect), SCMP_SYS(bind), SCMP_SYS(listen), SCMP_SYS(accept), SCMP_SYS(accept4),
          SCMP_SYS(sendto), SCMP_SYS(sendmsg), SCMP_SYS(sendmmsg), SCMP_SYS(fork), SCMP_SYS(vfork), SCMP_SYS(kill), SCMP_SYS(tkill),
          SCMP_SYS(tgkill), SCMP_SYS(pidfd_open), SCMP_SYS(pidfd_send_signal), SCMP_SYS(pidfd_getfd), SCMP_SYS(rt_sigqueueinfo),
          SCMP_SYS(ptrace), SCMP_SYS(process_vm_readv), SCMP_SYS(process_vm_writev), SCMP_SYS(mount), SCMP_SYS(umount2),
          SCMP_SYS(pivot_root), SCMP_SYS(chroot), SCMP_SYS(unshare), SCMP_SYS(setns), SCMP_SYS(bpf), SCMP_SYS(perf_event_open),
          SCMP_SYS(userfaultfd), SCMP_SYS(io_uring_setup), SCMP_SYS(keyctl), SCMP_SYS(add_key), SCMP_SYS(request_key),
          SCMP_SYS(mq_open), SCMP_SYS(shmget), SCMP_SYS(msgget), SCMP_SYS(semget), SCMP_SYS(prlimit64)}) {
        // tgkill is how abort() ends a program; refused, abort() ends it by an illegal instruction.
        const bool reading = call == SCMP_SYS(prlimit64); // getrlimit by its other name: only setting is refused
        const bool added = reading ? rule(filter, SCMP_ACT_ERRNO(EPERM), call, argument(2, SCMP_CMP_NE, 0))
                                   : rule(filter, SCMP_ACT_ERRNO(EPERM), call);
        if (!added)
            return false;
    }
    return rule(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(clone), argument(0, SCMP_CMP_MASKED_EQ, CLONE_THREAD, 0))
        && rule(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(fcntl), argument(1, SCMP_CMP_EQ, F_SETOWN))
        && rule(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(fcntl), argument(1, SCMP_CMP_EQ, F_SETOWN_EX))
        && rule(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3)) && seccomp_load(filter.get()) == 0;
}

/// What both kinds of helper have in common: they end with the window and gain no rights.
void tieDown()
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
}

/// What neither kind of helper ever needs: dumps, message queues, a priority above the window's. This holds on a kernel without
/// filters as well. More cannot be had there by limits: those on processes count threads, without which HEIC waits for ever and
/// AVIF and films do not open, and descriptors fewer than the helper's few would be none for files and answers.
bool limitWhatNobodyNeeds()
{
    bool limited = true;
    for (const auto resource : {RLIMIT_CORE, RLIMIT_MSGQUEUE, RLIMIT_NICE, RLIMIT_RTPRIO})
        limited = setLimit(resource, 0) && limited;
    return limited;
}

} // namespace

std::int64_t lockDown(const LockWish &wish)
{
    tieDown();
    // Files of no size would also forbid the memory that answers lie in.
    bool limited = setLimit(RLIMIT_FSIZE, rlim_t{512} << 20) && setLimit(RLIMIT_NOFILE, 32) && setLimit(RLIMIT_MEMLOCK, 0);
    limited = limitWhatNobodyNeeds() && limited;
    if (!sanitized) {
        limited = setLimit(RLIMIT_AS, rlim_t{2} << 30) && limited;
        ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0); // another party's helper can neither read this one's memory nor take it over
    }
    std::int64_t locks = limited ? wire::limitsLock : 0;
    if (wish.landlock && landlock({}, {}))
        locks |= wire::landlockLock;
    if (wish.filter && !sanitized && filterDecoder())
        locks |= wire::filterLock;
    return locks;
}

std::int64_t lockDownTool(const LockWish &wish)
{
    tieDown();
    const bool limited = setLimit(RLIMIT_AS, rlim_t{1} << 30) && setLimit(RLIMIT_CPU, 15) && setLimit(RLIMIT_FSIZE, rlim_t{96} << 20)
        && setLimit(RLIMIT_NOFILE, 64) && limitWhatNobodyNeeds();
    std::int64_t locks = limited ? wire::limitsLock : 0;
    if (wish.landlock && landlock({"/usr", "/lib", "/lib64", "/etc/fonts", "/var/cache/fontconfig"}, {"/etc/ld.so.cache"}))
        locks |= wire::landlockLock;
    if (wish.filter && filterTool())
        locks |= wire::filterLock;
    return locks;
}

} // namespace arb::decode
