// SPDX-License-Identifier: GPL-3.0-or-later
// hostile-decode --serve [--without X]... lie NAME          stands in for arbiter-decode and lies, hangs or dies as NAME says
// hostile-decode --serve [--without X]... attempt NAME      puts the locks on, then tries to break out; tells by its exit status
#include "attempts.h"

#include <decode/wire.h>
#include <decode/worker.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

namespace {

namespace wire = arb::decode::wire;

constexpr int requestSocket = 3;
constexpr std::int64_t width = 64, height = 48;
constexpr std::size_t pixelBytes = static_cast<std::size_t>(width * height) * 4;

void sendAnswer(const wire::Answer &answer, const std::vector<int> &memory)
{
    alignas(cmsghdr) std::array<char, CMSG_SPACE(4 * sizeof(int))> control{};
    wire::Answer copy = answer;
    iovec part{&copy, sizeof copy};
    msghdr message = {};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    if (!memory.empty()) {
        message.msg_control = control.data();
        message.msg_controllen = CMSG_SPACE(memory.size() * sizeof(int));
        cmsghdr *head = CMSG_FIRSTHDR(&message);
        head->cmsg_level = SOL_SOCKET;
        head->cmsg_type = SCM_RIGHTS;
        head->cmsg_len = CMSG_LEN(memory.size() * sizeof(int));
        std::memcpy(CMSG_DATA(head), memory.data(), memory.size() * sizeof(int));
    }
    ::sendmsg(requestSocket, &message, MSG_NOSIGNAL);
}

bool receiveRequest(wire::Request &request)
{
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control{};
    iovec part{&request, sizeof request};
    msghdr message = {};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = control.data();
    message.msg_controllen = control.size();
    return ::recvmsg(requestSocket, &message, 0) == static_cast<ssize_t>(sizeof request); // the file stays open: nobody minds
}

int memoryOf(std::size_t bytes, bool sealed)
{
    const int memory = ::memfd_create("lie", MFD_ALLOW_SEALING);
    if (::ftruncate(memory, static_cast<off_t>(bytes)) != 0)
        return -1;
    if (sealed)
        ::fcntl(memory, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE | F_SEAL_SEAL);
    return memory;
}

wire::Answer picture(std::uint64_t number)
{
    wire::Answer answer;
    answer.number = number;
    answer.bytes = pixelBytes;
    answer.values = {width, height, width, height, 0};
    return answer;
}

/// What an honest helper says to OpenFilm: 48 frames.
void answerFilm(std::uint64_t number, std::vector<std::int64_t> times)
{
    wire::Answer answer;
    answer.number = number;
    answer.bytes = times.size() * sizeof(std::int64_t);
    constexpr std::int64_t one = 0x3FF0000000000000; // the bits of 1.0
    answer.values = {width, height, 0, one, one, 2'000'000, 0};
    const int memory = memoryOf(answer.bytes, false);
    if (::pwrite(memory, times.data(), answer.bytes, 0) < 0)
        return;
    ::fcntl(memory, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE | F_SEAL_SEAL);
    sendAnswer(answer, {memory});
}

/// A search that is done and found one thing.
template<typename Block>
void answerBlock(std::uint64_t number, const Block &block)
{
    wire::Answer answer;
    answer.number = number;
    answer.bytes = sizeof block;
    answer.values = {1, 1000, width, height};
    const int memory = memoryOf(sizeof block, false);
    if (::pwrite(memory, &block, sizeof block, 0) < 0)
        return;
    ::fcntl(memory, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE | F_SEAL_SEAL);
    sendAnswer(answer, {memory});
}

void answerLying(std::string_view lie, const wire::Request &request)
{
    wire::Answer answer = picture(request.number);
    if (lie == "honest")
        sendAnswer(answer, {memoryOf(pixelBytes, true)});
    else if (lie == "unsealed")
        sendAnswer(answer, {memoryOf(pixelBytes, false)});
    else if (lie == "short") {
        sendAnswer(answer, {memoryOf(pixelBytes / 2, true)});
    } else if (lie == "sizes") { // 46341 x 46341 x 4 is small in 32 bits
        answer.values = {46'341, 46'341, 46'341, 46'341, 0};
        sendAnswer(answer, {memoryOf(pixelBytes, true)});
    } else if (lie == "negative") {
        answer.values = {-width, -height, width, height, 0};
        sendAnswer(answer, {memoryOf(pixelBytes, true)});
    } else if (lie == "larger") { // more pixels than the file is said to have
        answer.values = {width, height, width / 2, height / 2, 0};
        sendAnswer(answer, {memoryOf(pixelBytes, true)});
    } else if (lie == "nomemory") {
        sendAnswer(answer, {});
    } else if (lie == "manyfiles") {
        const int memory = memoryOf(pixelBytes, true);
        sendAnswer(answer, {memory, memory, memory});
    } else if (lie == "socketmemory") {
        sendAnswer(answer, {requestSocket});
    } else if (lie == "status") {
        answer.status = 4711;
        sendAnswer(answer, {});
    } else if (lie == "number") {
        ++answer.number;
        sendAnswer(answer, {memoryOf(pixelBytes, true)});
    } else if (lie == "garbage") {
        const std::string noise(300, 'x');
        ::send(requestSocket, noise.data(), noise.size(), MSG_NOSIGNAL);
    } else if (lie == "endless") {
        answer.number = 0;
        for (;;)
            sendAnswer(answer, {});
    } else if (lie == "silent") {
        for (;;)
            ::pause();
    } else if (lie == "dies") {
        ::_exit(1);
    } else if (lie == "manytimes") {
        answerFilm(request.number, std::vector<std::int64_t>(static_cast<std::size_t>(arb::decode::limits::maxFrames) + 1));
    } else if (lie == "fallingtimes") {
        answerFilm(request.number, {3, 2, 1});
    } else if (lie == "neverdone") {
        answer.bytes = 0;
        answer.values = {0, 500 - static_cast<std::int64_t>(request.number % 400), 0, 0};
        sendAnswer(answer, {});
    } else if (lie == "hintkind") {
        answerBlock(request.number, wire::HintBlock{7, 0, 1, 0, 1, 500});
    } else if (lie == "hinttimes") {
        answerBlock(request.number, wire::HintBlock{0, 2, 1, 0, 1, 500});
    } else if (lie == "hintframes") {
        answerBlock(request.number, wire::HintBlock{0, 0, 1, 5, 4, 500});
    } else if (lie == "codeplace" || lie == "codetext" || lie == "goodcode") {
        wire::CodeBlock block{0, 0, 0, 0, 60, 40, 4, 8, {}};
        block.x += lie == "codeplace" ? 1 : 0; // one pixel over the edge
        block.text.size = lie == "codetext" ? wire::FactsBlock::textSize + 1 : 4;
        const std::string words("\x01" "\xFF" "AB"); // a control character and a byte that is no UTF-8
        std::copy(words.begin(), words.end(), block.text.bytes.begin());
        answerBlock(request.number, block);
    } else if (lie == "text") { // facts with a text that claims to be longer than it can be
        wire::FactsBlock block;
        block.format = 1;
        block.device.size = 100'000;
        const int memory = memoryOf(sizeof block, false);
        if (::pwrite(memory, &block, sizeof block, 0) < 0)
            return;
        ::fcntl(memory, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE | F_SEAL_SEAL);
        answer.bytes = sizeof block;
        sendAnswer(answer, {memory});
    }
}

int serveLies(std::string_view lie)
{
    wire::Answer hello;
    hello.values[0] = wire::limitsLock | wire::landlockLock | wire::filterLock; // a liar says it is locked in
    if (lie == "nohello") {
        for (;;)
            ::pause();
    }
    sendAnswer(hello, {});
    wire::Request request;
    while (receiveRequest(request)) {
        if (request.op != wire::Op::Cancel)
            answerLying(lie, request);
    }
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    arb::decode::LockWish wish;
    int next = 2;
    while (next + 1 < argc && std::strcmp(argv[next], "--without") == 0) {
        const std::string_view what(argv[next + 1]);
        wish.landlock = wish.landlock && what != "landlock";
        wish.filter = wish.filter && what != "filter";
        next += 2;
    }
    if (next + 1 >= argc)
        return arb::tests::UnknownAttempt;
    if (std::strcmp(argv[next], "lie") == 0)
        return serveLies(argv[next + 1]);
    arb::decode::warmUp();
    arb::decode::lockDown(wish);
    ::_exit(arb::tests::tryTo(argv[next + 1]));
}
