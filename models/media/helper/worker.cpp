// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/worker.h"

#include "helper/answers.h"

#include <decode/passing.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace arb::media {

namespace wire = decode::wire;
using domain::Failure;

namespace {

constexpr int helloMs = 8'000;   ///< a loaded machine may need more than one second
constexpr int endMs = 5'000;     ///< nothing survives SIGKILL, but a full disk or a slow one may hold the end up
constexpr int lookUpMs = 50;     ///< so often the caller is asked whether it still waits
constexpr int callOffMs = 400;   ///< so long a helper may take to notice that nobody waits
constexpr std::uint64_t mostAnswerBytes = std::uint64_t{512} << 20;

/// Nobody can change its size any more, and it is as large as was said. It is only ever copied out, so that it does not matter
/// who still writes to it.
bool isSealed(int memory, std::uint64_t bytes, struct stat &status)
{
    constexpr int seals = F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL;
    const int found = ::fcntl(memory, F_GET_SEALS);
    return found >= 0 && (found & seals) == seals && ::fstat(memory, &status) == 0 && S_ISREG(status.st_mode)
        && static_cast<std::uint64_t>(status.st_size) >= bytes;
}

} // namespace

std::unique_ptr<Worker> Worker::start(ForkServer &server, const Abandoned &abandoned)
{
    decode::SocketPair sockets = decode::SocketPair::make();
    if (!sockets.isOpen())
        return nullptr;
    std::unique_ptr<Worker> made(new Worker);
    made->m_socket = std::move(sockets.ours);
    made->m_process = server.fork(sockets.theirs.fd(), abandoned);
    sockets.theirs = FileHandle(); // a helper that dies before it says hello ends the wait
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

/// Kills it and waits until it is gone; the server or the system reaps it.
void Worker::end()
{
    if (!isAlive())
        return;
    ::syscall(SYS_pidfd_send_signal, m_process.fd(), SIGKILL, nullptr, 0);
    pollfd look{m_process.fd(), POLLIN, 0};
    while (::poll(&look, 1, endMs) < 0 && errno == EINTR) { }
    m_process = FileHandle();
}

bool Worker::hasEnded() const
{
    pollfd look{m_process.fd(), POLLIN, 0};
    return !isAlive() || ::poll(&look, 1, 0) > 0;
}

bool Worker::send(const wire::Request &request, int file) const
{
    return decode::sendParcel(m_socket.fd(), &request, sizeof request, file, MSG_DONTWAIT);
}

Worker::Receipt Worker::receive(HelperAnswer &answer, int waitMs)
{
    pollfd look{m_socket.fd(), POLLIN, 0};
    const int ready = ::poll(&look, 1, waitMs);
    if (ready == 0 || (ready < 0 && errno == EINTR))
        return Receipt::Nothing;
    decode::Parcel parcel = decode::receiveParcel(m_socket.fd(), &answer.told, sizeof answer.told, MSG_DONTWAIT);
    if (parcel.size < 0 && errno == EAGAIN)
        return Receipt::Nothing;
    answer.memory = std::move(parcel.file);
    if (parcel.files > 1 || parcel.cut || parcel.size != static_cast<ssize_t>(sizeof answer.told))
        return Receipt::Fault;
    if (answer.told.magic != wire::magic || (answer.told.status > wire::lastStatus && answer.told.status != wire::underway))
        return Receipt::Fault;
    if (answer.told.bytes == 0 || answer.told.bytes > mostAnswerBytes)
        return answer.told.bytes == 0 && !answer.memory.isOpen() ? Receipt::Answer : Receipt::Fault;
    struct stat status = {};
    if (!answer.memory.isOpen() || !isSealed(answer.memory.fd(), answer.told.bytes, status))
        return Receipt::Fault;
    answer.mapped = m_keptMapping.of(answer.memory.fd(), status);
    return Receipt::Answer;
}

Media<HelperAnswer> Worker::callOff(std::uint64_t number)
{
    wire::Request cancel;
    cancel.op = wire::Op::Cancel;
    cancel.number = number;
    // A film that is indexed stays useful, and so does who looked up between the rows of a picture; other decoders ask nobody and have to end.
    const QDeadlineTimer deadline(callOffMs);
    bool heard = send(cancel, -1);
    HelperAnswer late;
    do
        heard = heard && receive(late, static_cast<int>(deadline.remainingTime())) == Receipt::Answer && late.told.number == number;
    while (heard && late.told.status == wire::underway);
    if (!heard)
        end();
    return Failure{MediaError::Abandoned};
}

Media<HelperAnswer> Worker::ask(wire::Request request, int file, const QDeadlineTimer &deadline, const Abandoned &abandoned, const Underway &underway)
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
        const bool isPart = receipt == Receipt::Answer && answer.told.status == wire::underway;
        if (isPart && (!underway || !underway(std::move(answer))))
            return broken();
        if (receipt == Receipt::Answer && !isPart && answer.told.status != wire::ok)
            return Failure{errorFrom(wire::errorOf(answer.told.status))};
        if (receipt == Receipt::Answer && !isPart)
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
