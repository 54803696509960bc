// SPDX-License-Identifier: GPL-3.0-or-later
#include <decode/worker.h>

#include "filestatus.h"

#include <decode/facts.h>
#include <decode/film.h>
#include <decode/filmsearch.h>
#include <decode/passing.h>
#include <decode/picture.h>
#include <decode/reading.h>
#include <decode/wire.h>

#include <algorithm>
#include <bit>
#include <chrono>
#include <cstring>
#include <exception>
#include <iterator>
#include <optional>
#include <utility>
#include <vector>

#include <sys/socket.h>

namespace arb::decode {

namespace {

using wire::Answer;
using wire::Op;
using wire::Request;

struct Received
{
    Request request;
    HeldFile file;
};

/// The next request; nothing when the window is gone or talks nonsense.
std::optional<Received> receive(int socket)
{
    Received got;
    Parcel parcel = receiveParcel(socket, &got.request, sizeof got.request);
    if (parcel.size != static_cast<ssize_t>(sizeof got.request) || got.request.magic != wire::magic)
        return std::nullopt;
    got.file = std::move(parcel.file);
    return got;
}

/// What comes while a request is being worked on can only mean that nobody waits for it any more (or the end).
bool isCalledOff(int socket)
{
    char byte = 0;
    iovec part{&byte, 1};
    msghdr message = {};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    return ::recvmsg(socket, &message, MSG_PEEK | MSG_DONTWAIT) >= 0;
}

wire::FactsBlock::Text textBlock(const std::string &text)
{
    wire::FactsBlock::Text block;
    block.size = std::min(text.size(), block.bytes.size());
    std::copy_n(text.begin(), block.size, block.bytes.begin());
    return block;
}

wire::FactsBlock blockOf(const Facts &facts)
{
    wire::FactsBlock block;
    block.format = static_cast<std::int64_t>(facts.format);
    block.width = facts.width;
    block.height = facts.height;
    block.durationUs = facts.durationUs;
    block.frames = facts.frames;
    block.firstPtsUs = facts.firstPtsUs;
    block.lastPtsUs = facts.lastPtsUs;
    block.hasSound = facts.hasSound ? 1 : 0;
    block.hasPlace = facts.hasPlace ? 1 : 0;
    block.latitudeE6 = facts.latitudeE6;
    block.longitudeE6 = facts.longitudeE6;
    block.thumbnailDiffers = facts.thumbnailDiffers ? 1 : 0;
    block.contentCredentials = facts.contentCredentials ? 1 : 0;
    block.capturedAt = textBlock(facts.capturedAt);
    block.modifiedAt = textBlock(facts.modifiedAt);
    block.device = textBlock(facts.device);
    block.software = textBlock(facts.software);
    block.soundKind = textBlock(facts.soundKind);
    block.hiddenFrames = facts.hiddenFrames;
    block.holdsSecondRecording = facts.holdsSecondRecording ? 1 : 0;
    return block;
}

std::vector<wire::HintBlock> blocksOf(const std::vector<FilmHint> &hints)
{
    std::vector<wire::HintBlock> blocks;
    for (const FilmHint &hint : hints)
        blocks.push_back({static_cast<std::int64_t>(hint.kind), hint.fromUs, hint.toUs, hint.beforeFrame, hint.afterFrame, hint.strength});
    return blocks;
}

std::vector<wire::CodeBlock> blocksOf(const std::vector<FoundCode> &codes)
{
    std::vector<wire::CodeBlock> blocks;
    for (const FoundCode &code : codes)
        blocks.push_back({static_cast<std::int64_t>(code.symbology), code.frame, code.ptsUs, code.lastUs, code.x, code.y, code.width, code.height,
                          textBlock(code.text)});
    return blocks;
}

std::vector<wire::WordBlock> blocksOf(const std::vector<ReadWord> &words)
{
    std::vector<wire::WordBlock> blocks;
    for (const ReadWord &word : words)
        blocks.push_back({word.x, word.y, word.width, word.height, word.confidence, word.line, word.group, static_cast<std::int64_t>(word.side), textBlock(word.text)});
    return blocks;
}

constexpr std::chrono::milliseconds searchSlice{500};

class Server
{
public:
    Server(int socket, PictureReader *reader) : m_socket(socket), m_reader(reader) {}
    /// False when the window cannot be answered any more.
    bool answer(const Request &request, int file);

private:
    struct Reply
    {
        Answer answer;
        HeldFile memory; ///< bytes of its own
        Bitmap pixels;   ///< or a slot
    };
    static Reply fail(DecodeError error);
    static Reply withBytes(Answer answer, const void *bytes, std::size_t size);
    static Reply withPixels(Answer answer, Bitmap bitmap);
    RowsReady tellRows(std::uint64_t number) const;
    Reply picture(const Request &request, int file);
    Reply openFilm(int file);
    static Reply withFrame(Outcome<FilmFrame> frame);
    Reply frameAt(const Request &request);
    Reply nearestAtOnce(std::int64_t index);
    Reply thumbnail(const Request &request);
    Reply openSound(int file);
    Reply nextSound();
    Reply peaks(const Request &request, int file) const;
    Reply learnToRead(int file) const;
    Reply readText(const Request &request, int file) const;
    template<typename Search, typename BlocksOf>
    Reply search(std::unique_ptr<Search> &search, const Request &request, int file, const BlocksOf &blocksOf);
    Reply reply(const Request &request, int file);
    Abandoned calledOff() const
    {
        return [socket = m_socket] { return isCalledOff(socket); };
    }

    int m_socket;
    PictureReader *m_reader;
    std::unique_ptr<Film> m_film;
    std::unique_ptr<Sound> m_sound;
    std::unique_ptr<InterruptionSearch> m_interruptions;
    std::unique_ptr<CodeSearch> m_codes;
    bool m_stoodBack = false;
};

Server::Reply Server::fail(DecodeError error)
{
    Reply reply;
    reply.answer.status = wire::statusOf(error);
    return reply;
}

Server::Reply Server::withBytes(Answer answer, const void *bytes, std::size_t size)
{
    answer.bytes = size;
    if (size == 0)
        return {answer, HeldFile(), Bitmap()};
    HeldFile memory(sealBytes(bytes, size));
    if (memory.fd() < 0)
        return fail(DecodeError::NoMemory);
    return {answer, std::move(memory), Bitmap()};
}

Server::Reply Server::withPixels(Answer answer, Bitmap bitmap)
{
    answer.values[0] = bitmap.width;
    answer.values[1] = bitmap.height;
    answer.bytes = static_cast<std::uint64_t>(bitmap.width) * static_cast<std::uint64_t>(bitmap.height) * sizeof(std::uint32_t);
    if (passableMemory(bitmap) < 0)
        return fail(DecodeError::NoMemory);
    return {answer, HeldFile(), std::move(bitmap)};
}

/// A message that does not fit into the socket is left out: the rows are told of with the next ones, or come with the answer.
RowsReady Server::tellRows(std::uint64_t number) const
{
    return [number, socket = m_socket, told = false](const Bitmap &bitmap, int rows) mutable {
        Answer answer;
        answer.status = wire::underway;
        answer.number = number;
        answer.values = {bitmap.width, bitmap.height, rows};
        const int memory = rows == 0 ? passableMemory(bitmap) : -1;
        if (memory >= 0)
            answer.bytes = static_cast<std::uint64_t>(bitmap.width) * static_cast<std::uint64_t>(bitmap.height) * sizeof(std::uint32_t);
        if (told || memory >= 0)
            told = sendParcel(socket, &answer, sizeof answer, memory, MSG_DONTWAIT) || rows > 0;
        return !isCalledOff(socket);
    };
}

Server::Reply Server::picture(const Request &request, int file)
{
    struct stat status = {};
    if (!fileStatus(file, status))
        return fail(DecodeError::Unreadable);
    if (status.st_size > request.maxBytes)
        return fail(DecodeError::TooLarge);
    const auto side = [](std::int64_t wanted) { return static_cast<int>(std::clamp<std::int64_t>(wanted, 0, limits::maxSide)); };
    Outcome<DecodedPicture> picture = decodePicture(file, side(request.a), side(request.b), request.c == 1 ? tellRows(request.number) : RowsReady());
    if (!picture)
        return fail(picture.error());
    Answer answer;
    answer.values = {0, 0, picture->fullWidth, picture->fullHeight, picture->damaged ? 1 : 0};
    return withPixels(answer, std::move(picture->bitmap));
}

Server::Reply Server::openFilm(int file)
{
    m_film.reset();
    Outcome<std::unique_ptr<Film>> film = Film::open(file, calledOff());
    if (!film)
        return fail(film.error());
    m_film = std::move(*film);
    const FilmInfo &info = m_film->info();
    Answer answer;
    answer.values = {info.width, info.height, info.rotation, std::bit_cast<std::int64_t>(info.pixelAspect),
                     std::bit_cast<std::int64_t>(info.framesPerSecond), info.durationUs, info.hasSound ? 1 : 0,
                     std::ssize(info.ptsUs), std::ssize(info.keyFrames), std::ssize(info.gaps)};
    std::vector<std::int64_t> numbers = info.ptsUs;
    numbers.insert(numbers.end(), info.keyFrames.begin(), info.keyFrames.end());
    for (const FilmGap &gap : info.gaps) {
        numbers.push_back(gap.fromUs);
        numbers.push_back(gap.toUs);
    }
    const wire::FactsBlock::Text kind = textBlock(info.soundKind);
    static_assert(sizeof kind % sizeof(std::int64_t) == 0);
    const std::size_t before = numbers.size();
    numbers.resize(before + sizeof kind / sizeof(std::int64_t));
    std::memcpy(&numbers[before], &kind, sizeof kind);
    return withBytes(answer, numbers.data(), numbers.size() * sizeof(std::int64_t));
}

Server::Reply Server::frameAt(const Request &request)
{
    if (!m_film)
        return fail(DecodeError::Unreadable);
    const auto side = [](std::int64_t wanted) { return static_cast<int>(std::clamp<std::int64_t>(wanted, 0, limits::maxSide)); };
    return withFrame(m_film->frameCovering(request.a, side(request.b), side(request.c), calledOff()));
}

Server::Reply Server::nearestAtOnce(std::int64_t index)
{
    return m_film ? withFrame(m_film->nearestAtOnce(index, calledOff())) : fail(DecodeError::Unreadable);
}

Server::Reply Server::thumbnail(const Request &request)
{
    if (!m_film)
        return fail(DecodeError::Unreadable);
    const auto side = [](std::int64_t wanted) { return static_cast<int>(std::clamp<std::int64_t>(wanted, 1, limits::maxThumbnailSide)); };
    return withFrame(m_film->thumbnail(request.a, side(request.b), side(request.c), calledOff()));
}

Server::Reply Server::withFrame(Outcome<FilmFrame> frame)
{
    if (!frame)
        return fail(frame.error());
    Answer answer;
    answer.values = {0, 0, frame->index, frame->ptsUs, frame->damaged ? 1 : 0};
    return withPixels(answer, std::move(frame->bitmap));
}

Server::Reply Server::openSound(int file)
{
    m_sound.reset();
    Outcome<std::unique_ptr<Sound>> sound = Sound::open(file);
    if (!sound)
        return fail(sound.error());
    m_sound = std::move(*sound);
    return {};
}

Server::Reply Server::nextSound()
{
    if (!m_sound)
        return fail(DecodeError::Unreadable);
    const Outcome<PcmChunk> chunk = m_sound->next();
    if (!chunk)
        return fail(chunk.error());
    Answer answer;
    answer.values[0] = chunk->ptsUs;
    return withBytes(answer, chunk->samples.data(), chunk->samples.size() * sizeof(std::int16_t));
}

Server::Reply Server::peaks(const Request &request, int file) const
{
    const auto count = static_cast<int>(std::clamp<std::int64_t>(request.c, 1, limits::maxSoundPeaks));
    const Outcome<std::vector<SoundPeak>> peaks = soundPeaks(file, request.a, request.b, count, calledOff());
    if (!peaks)
        return fail(peaks.error());
    static_assert(sizeof(SoundPeak) == 2 * sizeof(std::int16_t));
    return withBytes({}, peaks->data(), peaks->size() * sizeof(SoundPeak));
}

Server::Reply Server::learnToRead(int file) const
{
    if (m_reader == nullptr)
        return fail(DecodeError::Refused);
    const Outcome<bool> learnt = m_reader->learn(file);
    return learnt ? Reply() : fail(learnt.error());
}

Server::Reply Server::readText(const Request &request, int file) const
{
    if (m_reader == nullptr)
        return fail(DecodeError::Refused);
    struct stat status = {};
    if (!fileStatus(file, status))
        return fail(DecodeError::Unreadable);
    if (status.st_size > request.maxBytes)
        return fail(DecodeError::TooLarge);
    const Outcome<PictureReading> reading = m_reader->read(file, calledOff());
    if (!reading)
        return fail(reading.error());
    Answer answer;
    answer.values = {reading->width, reading->height, static_cast<std::int64_t>(reading->route), reading->complete ? 1 : 0};
    const std::vector<wire::WordBlock> blocks = blocksOf(reading->words);
    return withBytes(answer, blocks.data(), blocks.size() * sizeof(wire::WordBlock));
}

/// Begins a search or goes on with it, for so long as somebody can wait to hear how far it is.
template<typename Search, typename BlocksOf>
Server::Reply Server::search(std::unique_ptr<Search> &search, const Request &request, int file, const BlocksOf &blocksOf)
{
    if (request.a == 0) {
        search.reset();
        Outcome<std::unique_ptr<Search>> opened = Search::open(file, calledOff());
        if (!opened)
            return fail(opened.error());
        search = std::move(*opened);
    }
    if (!search)
        return fail(DecodeError::Unreadable);
    const Outcome<bool> done = search->goOn(searchSlice, calledOff());
    if (!done) {
        search.reset();
        return fail(done.error());
    }
    Answer answer;
    answer.values = {*done ? 1 : 0, search->permille()};
    if (!*done)
        return {answer, HeldFile(), Bitmap()};
    const auto blocks = blocksOf(answer);
    search.reset();
    return withBytes(answer, blocks.data(), blocks.size() * sizeof(blocks[0]));
}

Server::Reply Server::reply(const Request &request, int file)
{
    const bool needsFile = request.op == Op::Picture || request.op == Op::Facts || request.op == Op::OpenFilm
        || request.op == Op::OpenSound || request.op == Op::SoundPeaks || request.op == Op::LearnToRead || request.op == Op::ReadText
        || ((request.op == Op::Interruptions || request.op == Op::ReadCodes) && request.a == 0);
    if (needsFile && file < 0)
        return fail(DecodeError::Unreadable);
    limits::allowedPixels = std::clamp<std::int64_t>(request.maxPixels, 1, limits::maxPixels);
    if (request.background != 0 && !std::exchange(m_stoodBack, true))
        standBack(); // before any file is open: a decoder's threads begin with what this one has
    switch (request.op) {
    case Op::Picture: return picture(request, file);
    case Op::Facts: {
        const Outcome<Facts> facts = readFacts(file);
        if (!facts)
            return fail(facts.error());
        const wire::FactsBlock block = blockOf(*facts);
        return withBytes({}, &block, sizeof block);
    }
    case Op::OpenFilm: return openFilm(file);
    case Op::FrameAt: return frameAt(request);
    case Op::OpenSound: return openSound(file);
    case Op::SeekSound:
        if (m_sound)
            m_sound->seek(request.a);
        return {};
    case Op::NextSound: return nextSound();
    case Op::NearestAtOnce: return nearestAtOnce(request.a);
    case Op::Thumbnail: return thumbnail(request);
    case Op::SoundPeaks: return peaks(request, file);
    case Op::Interruptions:
        return search(m_interruptions, request, file, [this](Answer &) { return blocksOf(m_interruptions->take()); });
    case Op::ReadCodes:
        return search(m_codes, request, file, [this](Answer &answer) {
            answer.values[2] = m_codes->width();
            answer.values[3] = m_codes->height();
            return blocksOf(m_codes->take());
        });
    case Op::LearnToRead: return learnToRead(file);
    case Op::ReadText: return readText(request, file);
    case Op::Fork:
    case Op::Cancel: break;
    }
    return fail(DecodeError::Refused);
}

bool Server::answer(const Request &request, int file)
{
    if (request.op == Op::Cancel)
        return true; // came when the answer was already on its way
    Reply made;
    try {
        made = reply(request, file);
    } catch (const std::exception &) {
        made = fail(DecodeError::NoMemory); // only memory can throw here
    }
    made.answer.number = request.number;
    // The slot is free from here on, but nothing is written to it before the next request: by then the window has its copy.
    return sendParcel(m_socket, &made.answer, sizeof made.answer, made.pixels.pixels ? passableMemory(made.pixels) : made.memory.fd());
}

} // namespace

void serve(int socket, std::int64_t locks, PictureReader *reader)
{
    usePassablePixels();
    Answer hello;
    hello.values[0] = locks;
    if (!sendParcel(socket, &hello, sizeof hello, -1))
        return;
    Server server(socket, reader);
    for (;;) {
        const std::optional<Received> next = receive(socket);
        if (!next || !server.answer(next->request, next->file.fd()))
            return;
    }
}

} // namespace arb::decode
