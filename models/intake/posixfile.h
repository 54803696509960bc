// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <usecases/ports.h>

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <utility>

namespace arb::intake {

/// Owns a file descriptor. Says nothing about what it is open for.
class Fd
{
public:
    Fd() = default;
    explicit Fd(int fd) : m_fd(fd) {}
    Fd(Fd &&other) noexcept : m_fd(std::exchange(other.m_fd, -1)) {}
    Fd &operator=(Fd &&other) noexcept
    {
        std::swap(m_fd, other.m_fd);
        return *this;
    }
    Fd(const Fd &) = delete;
    Fd &operator=(const Fd &) = delete;
    ~Fd() { reset(); }
    bool isOpen() const { return m_fd >= 0; }
    int get() const { return m_fd; }
    int release() { return std::exchange(m_fd, -1); }
    void reset();

private:
    int m_fd = -1;
};

/// open(2) with O_CLOEXEC, again after EINTR.
Fd openFile(const QString &path, int flags, unsigned mode = 0600);
/// Up to @p size bytes from where the descriptor stands; 0 at the end, -1 with errno on failure.
qint64 readSome(int fd, char *to, qint64 size);
/// The same from @p offset, without moving the descriptor.
qint64 readSomeAt(int fd, char *to, qint64 size, qint64 offset);
bool writeAll(int fd, QByteArrayView bytes);
/// Makes the entries of a folder durable.
bool syncFolder(const QString &path);
/// What errno means to somebody who wanted to write.
usecases::VaultError writeErrorOf(int error);
/// @p bytes under @p path, wholly or not at all and durable: a file beside it, fsync, rename, fsync of the folder.
domain::Result<void, usecases::VaultError> writeWhole(const QString &path, const QByteArray &bytes);

/// 64 lower-case hex digits.
bool isDigest(const QByteArray &text);

} // namespace arb::intake
