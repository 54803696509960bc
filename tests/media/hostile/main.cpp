// SPDX-License-Identifier: GPL-3.0-or-later
// hostile-decode --serve [--without X]... lie NAME          stands in for arbiter-decode: its helpers lie, hang or die as NAME says
// hostile-decode --serve [--without X]... attempt NAME      puts the locks on, then tries to break out; tells by its exit status
#include "attempts.h"

#include <decode/wire.h>
#include <decode/worker.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

namespace {

namespace wire = arb::decode::wire;

constexpr int controlSocket = 3;
int requestSocket = -1; // of the one helper that this process became
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

/// Sealed memory that holds @p bytes.
int memoryWith(const void *bytes, std::size_t size)
{
    const int memory = memoryOf(size, false);
    if (::pwrite(memory, bytes, size, 0) != static_cast<ssize_t>(size))
        return -1;
    ::fcntl(memory, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE | F_SEAL_SEAL);
    return memory;
}

struct ToldFilm
{
    std::vector<std::int64_t> times, keys, gaps; ///< gaps: from and to of each
    std::string soundKind = {};
};

/// As a helper answers OpenFilm, with sound.
void answerFilm(std::uint64_t number, const ToldFilm &film)
{
    wire::Answer answer;
    answer.number = number;
    constexpr std::int64_t one = 0x3FF0000000000000; // the bits of 1.0
    answer.values = {width, height, 0, one, one, 2'000'000, 1, std::ssize(film.times), std::ssize(film.keys), std::ssize(film.gaps) / 2};
    std::vector<std::int64_t> numbers = film.times;
    numbers.insert(numbers.end(), film.keys.begin(), film.keys.end());
    numbers.insert(numbers.end(), film.gaps.begin(), film.gaps.end());
    wire::FactsBlock::Text kind;
    kind.size = film.soundKind.size();
    std::copy_n(film.soundKind.begin(), std::min(film.soundKind.size(), kind.bytes.size()), kind.bytes.begin());
    const std::size_t before = numbers.size();
    numbers.resize(before + sizeof kind / sizeof(std::int64_t));
    std::memcpy(&numbers[before], &kind, sizeof kind);
    answer.bytes = numbers.size() * sizeof(std::int64_t);
    sendAnswer(answer, {memoryWith(numbers.data(), answer.bytes)});
}

ToldFilm honestFilm()
{
    return {{0, 40'000, 80'000, 120'000}, {0, 2}, {160'000, 2'000'000}};
}

/// The same memory for each frame, as a film that plays gets it, large enough to be mapped by the reader. It never gets smaller, but from
/// the third frame on its pages are taken away. In huge pages, of which there are none or few, it is empty.
void answerFrameAgain(std::string_view lie, wire::Answer answer)
{
    constexpr std::size_t bytes = std::size_t{2} << 20;
    static const bool huge = lie == "film-again-huge";
    static int memory = -1, frames = 0;
    if (memory < 0) {
        memory = ::memfd_create("again", MFD_ALLOW_SEALING | (huge ? MFD_HUGETLB : 0U));
        if (::ftruncate(memory, bytes) != 0)
            ::_exit(1);
        ::fcntl(memory, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL);
    }
    const std::vector<std::uint32_t> pixels(pixelBytes / sizeof(std::uint32_t), 0xFF000000U + static_cast<unsigned>(++frames));
    if (!huge && ::pwrite(memory, pixels.data(), pixelBytes, 0) != static_cast<ssize_t>(pixelBytes))
        ::_exit(1);
    if (frames > 2)
        ::fallocate(memory, FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, 0, bytes);
    sendAnswer(answer, {memory});
}

/// Lies about what is asked of a film that was honestly opened. False: not one of these lies.
bool answerFilmLying(std::string_view lie, const wire::Request &request)
{
    if (lie.substr(0, 5) != "film-")
        return false;
    wire::Answer answer;
    answer.number = request.number;
    if (request.op == wire::Op::OpenFilm) {
        answerFilm(request.number, honestFilm());
        return true;
    }
    if (request.op == wire::Op::OpenSound) {
        sendAnswer(answer, {});
        return true;
    }
    if (request.op == wire::Op::SoundPeaks) {
        const auto count = static_cast<std::size_t>(request.c);
        std::vector<std::int16_t> peaks(2 * (lie == "film-few" ? count - 1 : count));
        if (lie == "film-upside" && !peaks.empty())
            peaks[0] = 1; // low above high
        answer.bytes = peaks.size() * sizeof(std::int16_t);
        sendAnswer(answer, {memoryWith(peaks.data(), answer.bytes)});
        return true;
    }
    answer.bytes = pixelBytes;
    answer.values = {width, height, 1, 40'000};
    if (lie.starts_with("film-again")) {
        answerFrameAgain(lie, answer);
        return true;
    }
    if (lie == "film-index")
        answer.values[2] = std::ssize(honestFilm().times);
    if (lie == "film-negative")
        answer.values[2] = -1;
    if (lie == "film-sides") // as many bytes as were told, and fewer than the sides need
        answer.values[1] = height * 2;
    if (lie == "film-larger" || lie == "film-stretched") { // than the film is, or out of its shape
        answer.values[0] = width * 2;
        answer.values[1] = lie == "film-larger" ? height * 2 : height / 2;
        answer.bytes = static_cast<std::uint64_t>(answer.values[0] * answer.values[1]) * 4;
        sendAnswer(answer, {memoryOf(answer.bytes, true)});
        return true;
    }
    const bool shorter = lie == "film-short";
    sendAnswer(answer, {memoryOf(shorter ? pixelBytes - 1 : pixelBytes, lie != "film-unsealed")});
    return true;
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

wire::WordBlock honestWord(std::int64_t line)
{
    wire::WordBlock word{1, 2, 20, 10, 90, line, 0, 1, {}};
    word.text.size = 2;
    word.text.bytes[0] = 'O';
    word.text.bytes[1] = 'K';
    return word;
}

/// Lies about the words in a picture, having honestly learnt to read. False: not one of these lies.
bool answerWordsLying(std::string_view lie, const wire::Request &request)
{
    if (lie.substr(0, 6) != "words-")
        return false;
    wire::Answer answer;
    answer.number = request.number;
    if (request.op == wire::Op::LearnToRead) {
        sendAnswer(answer, {});
        return true;
    }
    std::vector<wire::WordBlock> words{honestWord(0), honestWord(1)};
    if (lie == "words-outside")
        words[1].x = width - 10;
    if (lie == "words-unordered")
        words[0].line = 2;
    if (lie == "words-control")
        words[1].text.bytes[0] = 7;
    if (lie == "words-many")
        words.assign(wire::mostWords + 1, honestWord(0));
    answer.values = {width, height, 0, 1};
    answer.bytes = words.size() * sizeof(wire::WordBlock) - (lie == "words-cut" ? 8 : 0);
    sendAnswer(answer, {memoryWith(words.data(), answer.bytes)});
    return true;
}

void tellRows(std::uint64_t number, std::int64_t rows, int memory)
{
    wire::Answer told;
    told.status = wire::underway;
    told.number = number;
    told.values = {width, height, rows};
    told.bytes = memory < 0 ? 0 : pixelBytes;
    sendAnswer(told, memory < 0 ? std::vector<int>() : std::vector<int>{memory});
}

/// Lies about the rows of a picture that is underway.
bool answerRowsLying(std::string_view lie, const wire::Request &request)
{
    if (!lie.starts_with("rows"))
        return false;
    wire::Answer answer = picture(request.number);
    if (lie == "rows-first") { // without memory to read them from
        tellRows(request.number, 1, -1);
    } else if (lie == "rows-falling") {
        tellRows(request.number, 0, memoryOf(pixelBytes, true));
        tellRows(request.number, 20, -1);
        tellRows(request.number, 10, -1);
    } else if (lie == "rows-beyond") {
        tellRows(request.number, 0, memoryOf(pixelBytes, true));
        tellRows(request.number, height + 1, -1);
    } else if (lie == "rows-unsealed") {
        tellRows(request.number, 0, memoryOf(pixelBytes, false));
    } else if (lie == "rows-other") { // another size in the end
        tellRows(request.number, 0, memoryOf(pixelBytes, true));
        answer.values = {width / 2, height, width, height, 0};
        answer.bytes = pixelBytes / 2;
    } else if (lie == "rows-again") {
        for (int n = 0; n < 10; ++n)
            tellRows(request.number, 0, memoryOf(pixelBytes, true));
    } else if (lie == "rows-honest") {
        tellRows(request.number, 0, memoryOf(pixelBytes, true));
        tellRows(request.number, 20, -1);
    }
    sendAnswer(answer, {memoryOf(pixelBytes, true)});
    return true;
}

void answerLying(std::string_view lie, const wire::Request &request)
{
    if (answerRowsLying(lie, request) || answerFilmLying(lie, request) || answerWordsLying(lie, request))
        return;
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
        answerFilm(request.number, {std::vector<std::int64_t>(static_cast<std::size_t>(arb::decode::limits::maxFrames) + 1), {}, {}});
    } else if (lie == "fallingtimes") {
        answerFilm(request.number, {{3, 2, 1}, {0}, {}});
    } else if (lie == "keysbeyond") {
        answerFilm(request.number, {honestFilm().times, {0, 4}, {}});
    } else if (lie == "keysfall") {
        answerFilm(request.number, {honestFilm().times, {2, 0}, {}});
    } else if (lie == "manykeys") {
        answerFilm(request.number, {honestFilm().times, {0, 1, 2, 3, 4}, {}});
    } else if (lie == "gapsfall") {
        answerFilm(request.number, {honestFilm().times, {0}, {80'000, 40'000}});
    } else if (lie == "gapsoverlap") {
        answerFilm(request.number, {honestFilm().times, {0}, {0, 80'000, 40'000, 120'000}});
    } else if (lie == "gapsfar") {
        answerFilm(request.number, {honestFilm().times, {0}, {0, INT64_MAX}});
    } else if (lie == "soundwords") { // a name with a line break in it
        answerFilm(request.number, {honestFilm().times, {0}, {}, "dts\nall is well"});
    } else if (lie == "soundlong") { // one that claims to be longer than it can be
        answerFilm(request.number, {honestFilm().times, {0}, {}, std::string(wire::FactsBlock::textSize + 1, 'x')});
    } else if (lie == "countslie") { // negative counts that add up to what came
        const std::vector<std::int64_t> numbers(3 + sizeof(wire::FactsBlock::Text) / sizeof(std::int64_t));
        answer.values = {width, height, 0, 0x3FF0000000000000, 0x3FF0000000000000, 2'000'000, 0, 5, -2, 0};
        answer.bytes = numbers.size() * sizeof(std::int64_t);
        sendAnswer(answer, {memoryWith(numbers.data(), answer.bytes)});
    } else if (lie == "neverdone") {
        answer.bytes = 0;
        answer.values = {0, 500 - static_cast<std::int64_t>(request.number % 400), 0, 0};
        sendAnswer(answer, {});
    } else if (lie == "hintkind") {
        answerBlock(request.number, wire::HintBlock{11, 0, 1, 0, 1, 500});
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
        answer.bytes = sizeof block;
        sendAnswer(answer, {memoryWith(&block, sizeof block)});
    }
}

void serveLies(std::string_view lie)
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
    if (std::strcmp(argv[next], "lie") == 0) {
        arb::decode::forkHelpers(controlSocket, [&](int socket) {
            requestSocket = socket;
            serveLies(argv[next + 1]);
        });
        return 0;
    }
    arb::decode::warmUp();
    arb::decode::lockDown(wish);
    ::_exit(arb::tests::tryTo(argv[next + 1]));
}
