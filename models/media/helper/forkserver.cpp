// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/forkserver.h"

#include <QtCore/QDeadlineTimer>

#include <utility>

#include <poll.h>
#include <sys/socket.h>

namespace arb::media {

namespace wire = decode::wire;

namespace {

constexpr int forkServerMs = 8'000; ///< a loaded machine needs more than one second for the libraries
constexpr int forkLookUpMs = 50;    ///< so often the caller is asked whether it still waits

} // namespace

std::unique_ptr<ForkServer> ForkServer::start(const QStringList &command, const Abandoned &abandoned)
{
    decode::SocketPair sockets = decode::SocketPair::make();
    if (!sockets.isOpen())
        return nullptr;
    std::unique_ptr<ForkServer> made(new ForkServer);
    made->m_socket = std::move(sockets.ours);
    made->m_process = startProcess(command, {-1, -1, -1, sockets.theirs.fd()});
    sockets.theirs = FileHandle(); // a server that dies before it says hello ends the wait
    wire::Answer hello;
    FileHandle nothing;
    const bool greeted = made->isAlive() && made->hear(hello, nothing, abandoned) && hello.number == 0 && !nothing.isOpen();
    return greeted ? std::move(made) : nullptr;
}

ForkServer::~ForkServer()
{
    end();
}

void ForkServer::end()
{
    endProcess(m_process);
    m_process = -1;
}

bool ForkServer::hear(wire::Answer &answer, FileHandle &file, const Abandoned &abandoned) const
{
    const QDeadlineTimer deadline(forkServerMs);
    while (!deadline.hasExpired() && !(abandoned && abandoned())) {
        pollfd look{m_socket.fd(), POLLIN, 0};
        if (::poll(&look, 1, forkLookUpMs) <= 0)
            continue;
        decode::Parcel parcel = decode::receiveParcel(m_socket.fd(), &answer, sizeof answer, MSG_DONTWAIT);
        file = std::move(parcel.file);
        return parcel.size == static_cast<ssize_t>(sizeof answer) && !parcel.cut && parcel.files <= 1 && answer.magic == wire::magic;
    }
    return false;
}

FileHandle ForkServer::fork(int socket, const Abandoned &abandoned)
{
    wire::Request request;
    request.op = wire::Op::Fork;
    request.number = ++m_number;
    wire::Answer answer;
    FileHandle helper;
    const bool answered = isAlive() && decode::sendParcel(m_socket.fd(), &request, sizeof request, socket, MSG_DONTWAIT)
        && hear(answer, helper, abandoned) && answer.number == request.number;
    if (!answered) {
        end(); // and with it whatever it may have begun
        return {};
    }
    return answer.status == wire::ok ? std::move(helper) : FileHandle();
}

} // namespace arb::media
