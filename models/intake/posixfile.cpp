// SPDX-License-Identifier: GPL-3.0-or-later
#include "posixfile.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>

#include <algorithm>
#include <cerrno>
#include <cstdio>

#include <fcntl.h>
#include <unistd.h>

namespace arb::intake {

using usecases::VaultError;

void Fd::reset()
{
    if (m_fd >= 0)
        ::close(std::exchange(m_fd, -1)); // never again after an error: the number may be somebody else's by then
}

Fd openFile(const QString &path, int flags, unsigned mode)
{
    const QByteArray name = QFile::encodeName(path);
    for (;;) {
        const int fd = ::open(name.constData(), flags | O_CLOEXEC, mode);
        if (fd >= 0 || errno != EINTR)
            return Fd(fd);
    }
}

qint64 readSome(int fd, char *to, qint64 size)
{
    for (;;) {
        const ssize_t got = ::read(fd, to, static_cast<size_t>(size));
        if (got >= 0 || errno != EINTR)
            return got;
    }
}

qint64 readSomeAt(int fd, char *to, qint64 size, qint64 offset)
{
    for (;;) {
        const ssize_t got = ::pread(fd, to, static_cast<size_t>(size), offset);
        if (got >= 0 || errno != EINTR)
            return got;
    }
}

bool writeAll(int fd, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t put = ::write(fd, bytes.data(), static_cast<size_t>(bytes.size()));
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0)
            return false;
        bytes = bytes.sliced(put);
    }
    return true;
}

bool syncFolder(const QString &path)
{
    const Fd folder = openFile(path, O_RDONLY | O_DIRECTORY);
    return folder.isOpen() && ::fsync(folder.get()) == 0;
}

VaultError writeErrorOf(int error)
{
    if (error == ENOSPC || error == EDQUOT)
        return VaultError::NoSpace;
    if (error == EACCES || error == EPERM || error == EROFS)
        return VaultError::NotWritable;
    return VaultError::Broken;
}

domain::Result<void, VaultError> writeWhole(const QString &path, const QByteArray &bytes)
{
    const QString beside = path + QStringLiteral(".new");
    const Fd file = openFile(beside, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW);
    const bool written = file.isOpen() && writeAll(file.get(), bytes) && ::fsync(file.get()) == 0
        && std::rename(QFile::encodeName(beside).constData(), QFile::encodeName(path).constData()) == 0;
    if (!written) {
        const VaultError error = writeErrorOf(errno);
        QFile::remove(beside);
        return domain::Failure{error};
    }
    if (!syncFolder(QFileInfo(path).absolutePath()))
        return domain::Failure{VaultError::Broken};
    return {};
}

bool isDigest(const QByteArray &text)
{
    return text.size() == 64
        && std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

} // namespace arb::intake
