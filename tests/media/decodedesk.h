// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <media/decodeservice.h>

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QList>
#include <QtCore/QString>

#include <sys/types.h>

/// The helper as the program has it, and the one that lies in its place; both stand beside the tests.
namespace arb::tests {

inline QString builtProgram(const char *name)
{
    return QStringLiteral(ARB_BINARY_DIR "/") + QString::fromLatin1(name);
}

inline media::DecodeService::Options realDecoder(media::Protection most = media::Protection::Namespaces)
{
    media::DecodeService::Options options;
    options.program = builtProgram("arbiter-decode");
    options.most = most;
    return options;
}

/// On the rung without a wrapper, so that the liar itself is what the client talks to.
inline media::DecodeService::Options lyingDecoder(const QString &lie)
{
    media::DecodeService::Options options;
    options.program = builtProgram("hostile-decode");
    options.most = media::Protection::Landlock;
    options.extraArguments = {QStringLiteral("lie"), lie};
    options.limits.pictureSeconds = 1;
    options.limits.filmSeconds = 1;
    return options;
}

/// The processes that process @p parent ("self": this one) started and that still live.
inline QList<pid_t> childProcesses(const QString &parent)
{
    QList<pid_t> found;
    const QDir tasks(QStringLiteral("/proc/%1/task").arg(parent));
    for (const QString &task : tasks.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QFile children(tasks.filePath(task + QStringLiteral("/children")));
        if (!children.open(QIODevice::ReadOnly))
            continue;
        for (const QByteArray &child : children.readAll().simplified().split(' ')) {
            if (child.toInt() > 0)
                found.append(child.toInt());
        }
    }
    return found;
}

/// The helpers that the fork servers of this process forked, on the rungs without a wrapper.
inline QList<pid_t> helperProcesses()
{
    QList<pid_t> found;
    for (const pid_t server : childProcesses(QStringLiteral("self")))
        found += childProcesses(QString::number(server));
    return found;
}

} // namespace arb::tests
