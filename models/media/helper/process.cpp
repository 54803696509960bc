// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/process.h"

#include <QtCore/QByteArray>
#include <QtCore/QFile>
#include <QtCore/QList>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace arb::media {

FileHandle reopened(int fd)
{
    std::array<char, 40> path{};
    std::snprintf(path.data(), path.size(), "/proc/self/fd/%d", fd);
    return FileHandle(::open(path.data(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
}

namespace {

/// Read-only: the system's libraries and the helper; with @p fonts also what a document needs to be painted.
QStringList namespaceCommand(const QString &program, bool fonts)
{
    QStringList command{QStringLiteral("/usr/bin/bwrap"), QStringLiteral("--unshare-all"), QStringLiteral("--die-with-parent"),
                        QStringLiteral("--new-session"), QStringLiteral("--clearenv")};
    QStringList folders{QStringLiteral("/lib"), QStringLiteral("/lib64"), QStringLiteral("/etc/ld.so.cache")};
    folders += fonts ? QStringList{QStringLiteral("/usr"), QStringLiteral("/etc/fonts"), QStringLiteral("/var/cache/fontconfig")}
                     : QStringList{QStringLiteral("/usr/lib"), QStringLiteral("/usr/lib64"), QStringLiteral("/usr/local/lib")};
    for (const QString &folder : std::as_const(folders))
        command << QStringLiteral("--ro-bind-try") << folder << folder;
    command << QStringLiteral("--dev") << QStringLiteral("/dev") << QStringLiteral("--ro-bind") << program << QStringLiteral("/arbiter-decode")
            << QStringLiteral("--chdir") << QStringLiteral("/") << QStringLiteral("--") << QStringLiteral("/arbiter-decode");
    return command;
}

} // namespace

QStringList helperCommand(const QString &program, const QString &mode, const QStringList &arguments, Protection rung, bool fonts)
{
    QStringList command = rung == Protection::Namespaces ? namespaceCommand(program, fonts) : QStringList{program};
    command << mode;
    if (rung < Protection::Landlock)
        command << QStringLiteral("--without") << QStringLiteral("landlock");
    if (rung < Protection::Filter)
        command << QStringLiteral("--without") << QStringLiteral("filter");
    return command + arguments;
}

pid_t startProcess(const QStringList &command, const QList<int> &inherited)
{
    QList<QByteArray> words;
    for (const QString &word : command)
        words.append(QFile::encodeName(word));
    QList<char *> arguments;
    for (QByteArray &word : words)
        arguments.append(word.data());
    arguments.append(nullptr);
    std::array<char *, 1> environment{nullptr};

    // Parked above the places they go to, so that putting one in place cannot overwrite another.
    QList<int> parked;
    for (const int fd : inherited)
        parked.append(fd < 0 ? ::open("/dev/null", O_RDWR | O_CLOEXEC) : ::fcntl(fd, F_DUPFD_CLOEXEC, 16));
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    for (int place = 0; place < parked.size(); ++place)
        ::posix_spawn_file_actions_adddup2(&actions, parked.at(place), place);
    ::posix_spawn_file_actions_addclosefrom_np(&actions, static_cast<int>(parked.size()));
    ::posix_spawn_file_actions_addchdir_np(&actions, "/");
    posix_spawnattr_t attributes;
    ::posix_spawnattr_init(&attributes);
    sigset_t none, all;
    sigemptyset(&none);
    sigfillset(&all);
    sigdelset(&all, SIGKILL);
    sigdelset(&all, SIGSTOP);
    ::posix_spawnattr_setsigmask(&attributes, &none);
    ::posix_spawnattr_setsigdefault(&attributes, &all);
    ::posix_spawnattr_setpgroup(&attributes, 0); // a group of its own, which endProcess() ends
    ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
    pid_t process = -1;
    const int failed = ::posix_spawn(&process, arguments.first(), &actions, &attributes, arguments.data(), environment.data());
    ::posix_spawnattr_destroy(&attributes);
    ::posix_spawn_file_actions_destroy(&actions);
    for (const int fd : std::as_const(parked)) {
        if (fd >= 0)
            ::close(fd);
    }
    return failed == 0 ? process : -1;
}

void endProcess(pid_t process)
{
    if (process <= 0)
        return;
    // The group, too: until bubblewrap has set up its child's namespace, the child waits for it for ever and dies with nobody.
    ::kill(-process, SIGKILL);
    ::kill(process, SIGKILL);
    int status = 0;
    while (::waitpid(process, &status, 0) < 0 && errno == EINTR) { }
}

} // namespace arb::media
