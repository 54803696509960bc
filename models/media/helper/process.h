// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <media/decodeservice.h>

#include <decode/passing.h>

#include <QtCore/QList>
#include <QtCore/QStringList>

#include <sys/types.h>

namespace arb::media {

using FileHandle = decode::HeldFile;

/// A second, independent opening of the same file, for reading only: a helper can neither write nor move our position.
FileHandle reopened(int fd);

/// The command that runs @p program with @p arguments on rung @p rung: inside bubblewrap on the highest, told on the lower
/// ones what to leave off. @p mode is its first argument.
QStringList helperCommand(const QString &program, const QString &mode, const QStringList &arguments, Protection rung, bool fonts);

/// Starts @p command with an empty environment in "/"; it inherits @p inherited as descriptors 0, 1, 2 … (-1: /dev/null) and
/// nothing else. Negative when it cannot be started. It lives no longer than the calling thread where it asks the system so.
pid_t startProcess(const QStringList &command, const QList<int> &inherited);
/// Kills what startProcess() started, with all that it started in turn and that is still in its group, and reaps it.
void endProcess(pid_t process);

} // namespace arb::media
