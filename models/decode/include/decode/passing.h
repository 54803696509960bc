// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <utility>

#include <sys/types.h>

/// Messages over a SEQPACKET socket with a descriptor beside them: what wire.h says, at either end.
namespace arb::decode {

/// A descriptor that closes itself; -1 is none.
class HeldFile
{
public:
    HeldFile() = default;
    explicit HeldFile(int fd) : m_fd(fd) {}
    HeldFile(HeldFile &&other) noexcept : m_fd(std::exchange(other.m_fd, -1)) {}
    HeldFile &operator=(HeldFile &&other) noexcept
    {
        std::swap(m_fd, other.m_fd);
        return *this;
    }
    ~HeldFile();
    int fd() const { return m_fd; }
    bool isOpen() const { return m_fd >= 0; }

private:
    int m_fd = -1;
};

/// Two sockets that talk to each other in whole messages; no program started later inherits them. Whoever has given `theirs`
/// to another process closes it here: only then is a process that died the end of what can be received.
struct SocketPair
{
    HeldFile ours, theirs;
    static SocketPair make(); ///< not open when the system has none left
    bool isOpen() const { return ours.isOpen() && theirs.isOpen(); }
};

/// Sends @p size bytes and, unless it is -1, @p descriptor, of which the other side gets one of its own. @p flags as of sendmsg().
/// False when the message did not go whole.
bool sendParcel(int socket, const void *bytes, std::size_t size, int descriptor, int flags = 0);

/// What came.
struct Parcel
{
    ssize_t size = -1; ///< of the message; 0: the other side is gone; -1: errno says why
    bool cut = false;  ///< the message, or what came beside it, was more than there is room for
    int files = 0;     ///< descriptors that came along; all but the first are closed again
    HeldFile file;
};
/// Takes one message of at most @p size bytes. @p flags as of recvmsg().
Parcel receiveParcel(int socket, void *bytes, std::size_t size, int flags = 0);

} // namespace arb::decode
