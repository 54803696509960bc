// SPDX-License-Identifier: GPL-3.0-or-later
#include <decode/passing.h>

#include <array>
#include <cerrno>
#include <cstring>

#include <sys/socket.h>
#include <unistd.h>

namespace arb::decode {

HeldFile::~HeldFile()
{
    if (m_fd >= 0)
        ::close(m_fd);
}

SocketPair SocketPair::make()
{
    std::array<int, 2> ends{-1, -1};
    if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return {};
    return {HeldFile(ends[0]), HeldFile(ends[1])};
}

bool sendParcel(int socket, const void *bytes, std::size_t size, int descriptor, int flags)
{
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control{};
    iovec part{const_cast<void *>(bytes), size}; // sendmsg() only reads it
    msghdr message = {};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    if (descriptor >= 0) {
        message.msg_control = control.data();
        message.msg_controllen = control.size();
        cmsghdr *head = CMSG_FIRSTHDR(&message);
        head->cmsg_level = SOL_SOCKET;
        head->cmsg_type = SCM_RIGHTS;
        head->cmsg_len = CMSG_LEN(sizeof(int));
        std::memcpy(CMSG_DATA(head), &descriptor, sizeof descriptor);
    }
    ssize_t sent = 0;
    do
        sent = ::sendmsg(socket, &message, MSG_NOSIGNAL | flags);
    while (sent < 0 && errno == EINTR);
    return sent == static_cast<ssize_t>(size);
}

Parcel receiveParcel(int socket, void *bytes, std::size_t size, int flags)
{
    // Room for one descriptor; what a liar sends beyond it, the system throws away and says so.
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control{};
    iovec part{bytes, size};
    msghdr message = {};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = control.data();
    message.msg_controllen = control.size();
    Parcel parcel;
    do
        parcel.size = ::recvmsg(socket, &message, MSG_CMSG_CLOEXEC | flags);
    while (parcel.size < 0 && errno == EINTR);
    if (parcel.size < 0)
        return parcel;
    parcel.cut = (message.msg_flags & (MSG_TRUNC | MSG_CTRUNC)) != 0;
    for (cmsghdr *head = CMSG_FIRSTHDR(&message); head != nullptr; head = CMSG_NXTHDR(&message, head)) {
        if (head->cmsg_level != SOL_SOCKET || head->cmsg_type != SCM_RIGHTS)
            continue;
        const std::size_t count = (head->cmsg_len - CMSG_LEN(0)) / sizeof(int);
        for (std::size_t n = 0; n < count; ++n) {
            int fd = -1;
            std::memcpy(&fd, CMSG_DATA(head) + n * sizeof(int), sizeof fd);
            HeldFile taken(fd);
            if (parcel.files++ == 0)
                parcel.file = std::move(taken);
        }
    }
    return parcel;
}

} // namespace arb::decode
