// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/worker.h"

#include "helper/answers.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

namespace arb::media {

namespace wire = decode::wire;
using domain::Failure;

namespace {

constexpr int helloMs = 8'000;   ///< a loaded machine needs more than one second for the libraries
constexpr int lookUpMs = 50;     ///< so often the caller is asked whether it still waits
constexpr int callOffMs = 400;   ///< so long a helper may take to notice that nobody waits
constexpr std::uint64_t mostAnswerBytes = std::uint64_t{512} << 20;

/// Nobody can change its size any more, and it is as large as was said. It is only ever copied out, so that it does not matter
/// who still writes to it.
bool isSealed(int memory, std::uint64_t bytes)
{
    constexpr int seals = F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL;
    struct stat status = {};
    const int found = ::fcntl(memory, F_GET_SEALS);
    return found >= 0 && (found & seals) == seals && ::fstat(memory, &status) == 0 && S_ISREG(status.st_mode)
        && static_cast<std::uint64_t>(status.st_size) >= bytes;
}

/// Takes over every descriptor that came along; true when there is at most one.
bool takeDescriptors(msghdr &message, FileHandle &first)
{
    int count = 0;
    for (cmsghdr *head = CMSG_FIRSTHDR(&message); head != nullptr; head = CMSG_NXTHDR(&message, head)) {
        if (head->cmsg_level != SOL_SOCKET || head->cmsg_type != SCM_RIGHTS)
            continue;
        const std::size_t size = (head->cmsg_len - CMSG_LEN(0)) / sizeof(int);
        for (std::size_t n = 0; n < size; ++n) {
            int fd = -1;
            std::memcpy(&fd, CMSG_DATA(head) + n * sizeof(int), sizeof fd);
            FileHandle taken(fd);
            if (count++ == 0)
                first = std::move(taken);
        }
    }
    return count <= 1;
}

} // namespace

std::unique_ptr<Worker> Worker::start(const QStringList &command, const Abandoned &abandoned)
{
    std::array<int, 2> ends{-1, -1};
    if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return nullptr;
    std::unique_ptr<Worker> made(new Worker);
    made->m_socket = FileHandle(ends[0]);
    {
        const FileHandle theirs(ends[1]);
        made->m_process = startProcess(command, {-1, -1, -1, theirs.fd()});
    } // closed on our side: a helper that dies before it says hello ends the wait
    const QDeadlineTimer deadline(helloMs);
    while (made->isAlive() && !deadline.hasExpired() && !abandoned()) {
        HelperAnswer hello;
        const Receipt receipt = made->receive(hello, lookUpMs);
        if (receipt == Receipt::Nothing)
            continue;
        const bool greeted = receipt == Receipt::Answer && hello.told.number == 0 && hello.told.status == wire::ok && hello.told.bytes == 0;
        made->m_locks = hello.told.values[0];
        return greeted ? std::move(made) : nullptr;
    }
    return nullptr;
}

Worker::~Worker()
{
    end();
}

void Worker::end()
{
    endProcess(m_process);
    m_process = -1;
}

bool Worker::send(const wire::Request &request, int file) const
{
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control{};
    wire::Request copy = request;
    iovec part{&copy, sizeof copy};
    msghdr message = {};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    if (file >= 0) {
        message.msg_control = control.data();
        message.msg_controllen = control.size();
        cmsghdr *head = CMSG_FIRSTHDR(&message);
        head->cmsg_level = SOL_SOCKET;
        head->cmsg_type = SCM_RIGHTS;
        head->cmsg_len = CMSG_LEN(sizeof(int));
        std::memcpy(CMSG_DATA(head), &file, sizeof file);
    }
    ssize_t size = 0;
    do
        size = ::sendmsg(m_socket.fd(), &message, MSG_NOSIGNAL | MSG_DONTWAIT);
    while (size < 0 && errno == EINTR);
    return size == static_cast<ssize_t>(sizeof copy);
}

Worker::Receipt Worker::receive(HelperAnswer &answer, int waitMs) const
{
    pollfd look{m_socket.fd(), POLLIN, 0};
    const int ready = ::poll(&look, 1, waitMs);
    if (ready == 0 || (ready < 0 && errno == EINTR))
        return Receipt::Nothing;
    // Room for one descriptor; what a liar sends beyond it, the system throws away and says so.
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control{};
    iovec part{&answer.told, sizeof answer.told};
    msghdr message = {};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = control.data();
    message.msg_controllen = control.size();
    const ssize_t size = ::recvmsg(m_socket.fd(), &message, MSG_DONTWAIT | MSG_CMSG_CLOEXEC);
    if (size < 0 && (errno == EAGAIN || errno == EINTR))
        return Receipt::Nothing;
    answer.memory = FileHandle();
    const bool single = size >= 0 && takeDescriptors(message, answer.memory);
    if (!single || size != static_cast<ssize_t>(sizeof answer.told) || (message.msg_flags & (MSG_TRUNC | MSG_CTRUNC)) != 0)
        return Receipt::Fault;
    if (answer.told.magic != wire::magic || answer.told.status > wire::lastStatus)
        return Receipt::Fault;
    if (answer.told.bytes == 0 || answer.told.bytes > mostAnswerBytes)
        return answer.told.bytes == 0 && !answer.memory.isOpen() ? Receipt::Answer : Receipt::Fault;
    return answer.memory.isOpen() && isSealed(answer.memory.fd(), answer.told.bytes) ? Receipt::Answer : Receipt::Fault;
}

Media<HelperAnswer> Worker::callOff(std::uint64_t number)
{
    wire::Request cancel;
    cancel.op = wire::Op::Cancel;
    cancel.number = number;
    HelperAnswer late;
    // A film that is indexed stays useful; a picture's decoder asks nobody and has to end.
    if (!send(cancel, -1) || receive(late, callOffMs) != Receipt::Answer || late.told.number != number)
        end();
    return Failure{MediaError::Abandoned};
}

Media<HelperAnswer> Worker::ask(wire::Request request, int file, const QDeadlineTimer &deadline, const Abandoned &abandoned)
{
    request.number = ++m_number;
    const auto broken = [this]() -> Media<HelperAnswer> {
        end();
        return Failure{MediaError::HelperDied};
    };
    if (!isAlive() || !send(request, file))
        return broken();
    for (;;) {
        HelperAnswer answer;
        const qint64 left = deadline.remainingTime();
        const Receipt receipt = receive(answer, static_cast<int>(std::clamp<qint64>(left, 0, lookUpMs)));
        if (receipt == Receipt::Fault || (receipt == Receipt::Answer && answer.told.number != request.number))
            return broken();
        if (receipt == Receipt::Answer && answer.told.status != wire::ok)
            return Failure{errorFrom(wire::errorOf(answer.told.status))};
        if (receipt == Receipt::Answer)
            return answer;
        if (abandoned && abandoned())
            return callOff(request.number);
        if (deadline.hasExpired()) {
            end();
            return Failure{MediaError::TimedOut};
        }
    }
}

} // namespace arb::media
