// SPDX-License-Identifier: GPL-3.0-or-later
#include "film/secondrecording.h"

#include "filestatus.h"

#include <decode/format.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include <unistd.h>

namespace arb::decode {

namespace {

using namespace std::string_view_literals;

constexpr int mostParts = 200'000; ///< that are looked at one after the other; the rest is searched, which is quicker
constexpr std::size_t mostPartHead = 512;
constexpr std::size_t searchedAtOnce = 1024 * 1024;

std::size_t readThere(int fd, char *to, std::size_t bytes, std::int64_t at)
{
    ssize_t got = -1;
    do
        got = ::pread(fd, to, bytes, static_cast<off_t>(at));
    while (got < 0 && errno == EINTR);
    return got > 0 ? static_cast<std::size_t>(got) : 0;
}

/// The first bytes of a part of the file; fewer at its end.
class PartHead
{
public:
    PartHead(int fd, std::int64_t at) { m_size = readThere(fd, m_bytes.data(), m_bytes.size(), at); }
    bool has(std::size_t bytes) const { return m_size >= bytes; }
    std::uint64_t big(std::size_t at, std::size_t bytes) const
    {
        std::uint64_t number = 0;
        for (std::size_t n = at; n < at + bytes; ++n)
            number = number << 8 | static_cast<unsigned char>(m_bytes[n]);
        return number;
    }
    std::uint64_t little(std::size_t at, std::size_t bytes) const
    {
        std::uint64_t number = 0;
        for (std::size_t n = at + bytes; n-- > at;)
            number = number << 8 | static_cast<unsigned char>(m_bytes[n]);
        return number;
    }
    std::string_view text(std::size_t at, std::size_t bytes) const { return all().substr(std::min(at, m_size), bytes); }
    std::string_view all() const { return {m_bytes.data(), m_size}; }

private:
    std::array<char, mostPartHead> m_bytes{};
    std::size_t m_size = 0;
};

/// The file, and what the parts at its top say of it as they are gone through.
struct Look
{
    int fd;
    std::int64_t fileBytes;
    const Abandoned &spent;
    std::int64_t at = 0;
    std::int64_t certain = 0;           ///< the last part that can be nothing else
    std::optional<std::int64_t> second = std::nullopt; ///< found
    bool breaksOff = false;             ///< the parts do not go on to the end of the file
    bool goesOn = true;

    PartHead head() const { return {fd, at}; }
    void found(std::int64_t place) { second = place, goesOn = false; }
    void breakOff() { breaksOff = true, goesOn = false; }
    /// Over a part of so many bytes.
    void pass(std::uint64_t bytes)
    {
        const auto left = static_cast<std::uint64_t>(fileBytes - at);
        if (bytes == 0 || bytes > left)
            return breakOff();
        at += static_cast<std::int64_t>(bytes);
        goesOn = bytes < left;
    }
};

/// The first place from Look::certain on where @p mark stands and @p isHead says that a head begins @p before bytes before it.
template<typename IsHead>
std::optional<std::int64_t> searchHead(const Look &look, std::string_view mark, std::int64_t before, IsHead isHead)
{
    std::vector<char> block(searchedAtOnce + mark.size());
    for (std::int64_t from = look.certain + 1; from < look.fileBytes && !(look.spent && look.spent()); from += static_cast<std::int64_t>(searchedAtOnce)) {
        const std::string_view bytes(block.data(), readThere(look.fd, block.data(), block.size() - 1, from)); // into the next by a mark less one
        for (std::size_t place = bytes.find(mark); place != std::string_view::npos; place = bytes.find(mark, place + 1)) {
            const std::int64_t begin = from + static_cast<std::int64_t>(place) - before;
            if (begin > look.certain && isHead(PartHead(look.fd, begin), begin))
                return begin;
        }
    }
    return std::nullopt;
}

/// Goes through the parts with @p pass (one at a time), then through all bytes from where they break off.
template<typename Pass, typename IsHead>
std::optional<std::int64_t> secondBy(Look look, Pass pass, std::string_view mark, std::int64_t before, IsHead isHead)
{
    for (int part = 0; look.goesOn && part < mostParts; ++part) {
        if (part % 256 == 255 && look.spent && look.spent())
            return std::nullopt;
        pass(look);
    }
    const bool whole = !look.goesOn && !look.breaksOff;
    return look.second || whole ? look.second : searchHead(look, mark, before, isHead);
}

bool isOneOf(std::string_view kind, std::string_view kinds)
{
    return kind.size() == 4 && kinds.find(kind) % 4 == 0; // npos is odd
}

bool isFourLetters(std::string_view kind)
{
    return kind.size() == 4 && std::ranges::all_of(kind, [](char letter) { return letter >= ' ' && letter <= '~'; });
}

constexpr auto moviePartKinds = "ftypmoovmdatmooffreeskipwideuuidmfrastypsidxssixpnotmetapdinemsgprft"sv;

/// What MP4 and QuickTime files have been found to have at their top.
struct MovieParts
{
    bool movie = false, data = false;   ///< of the first one
    std::optional<std::int64_t> again = std::nullopt;  ///< where a head comes once more
    std::optional<std::int64_t> dataAt = std::nullopt; ///< where the last data begins, which may be that of a second one
    bool wide = false;                  ///< it has just been: data that follows begins with it

    void pass(Look &look)
    {
        const PartHead head = look.head();
        const std::string_view kind = head.text(4, 4);
        const bool isKnown = isOneOf(kind, moviePartKinds);
        if (!isKnown && !isFourLetters(kind))
            return look.breakOff();
        look.certain = isKnown ? look.at : look.certain; // phones add parts of their own
        if (kind == "moov" && movie)
            return look.found(again.value_or(dataAt.value_or(look.at)));
        if (kind == "ftyp" && movie && !again)
            again = look.at;
        if (kind == "mdat" && data && movie)
            dataAt = wide ? dataAt : look.at;
        if (kind == "wide" && data && movie)
            dataAt = look.at;
        wide = kind == "wide" && data && movie;
        movie = movie || kind == "moov";
        data = data || kind == "mdat";
        const std::uint64_t size = head.big(0, 4);
        if (size == 1 && !head.has(16))
            return look.breakOff();
        const std::uint64_t bytes = size == 1 ? head.big(8, 8) : size;
        look.pass(bytes < 8 ? 0 : bytes); // 0: to the end of the file, whatever that is
    }
};

/// A type of file and, right behind it, a part as they stand behind one.
bool isMovieHead(int fd, const PartHead &head, std::int64_t at)
{
    constexpr std::uint64_t leastBytes = 16, mostBytes = 1024;
    const std::uint64_t bytes = head.has(leastBytes) ? head.big(0, 4) : 0;
    if (bytes < leastBytes || bytes > mostBytes || bytes % 4 != 0)
        return false;
    const PartHead next(fd, at + static_cast<std::int64_t>(bytes));
    return isOneOf(next.text(4, 4), moviePartKinds);
}

std::optional<std::int64_t> secondMovie(const Look &look)
{
    MovieParts parts;
    return secondBy(look, [&parts](Look &at) { parts.pass(at); }, "ftyp"sv, 4,
                    [&look](const PartHead &head, std::int64_t at) { return isMovieHead(look.fd, head, at); });
}

/// How many bytes a number of EBML has that begins with @p first; 9 where there is none.
std::size_t ebmlLength(char first)
{
    return static_cast<std::size_t>(std::countl_zero(static_cast<unsigned char>(first))) + 1;
}

struct EbmlPart
{
    std::uint64_t id = 0;
    std::size_t headBytes = 0;
    std::optional<std::uint64_t> bytes; ///< behind the head; none: until something ends it that cannot be inside
};

std::optional<EbmlPart> ebmlPart(const PartHead &head)
{
    if (!head.has(2))
        return std::nullopt;
    const std::size_t idBytes = ebmlLength(head.all().front());
    if (idBytes > 4 || !head.has(idBytes + 1))
        return std::nullopt;
    const std::size_t sizeBytes = ebmlLength(head.all()[idBytes]);
    if (sizeBytes > 8 || !head.has(idBytes + sizeBytes))
        return std::nullopt;
    EbmlPart part{head.big(0, idBytes), idBytes + sizeBytes, std::nullopt};
    const std::uint64_t most = (std::uint64_t{1} << (7 * sizeBytes)) - 1; // without the bit that tells the length; all ones: not known
    if (const std::uint64_t size = head.big(idBytes, sizeBytes) & most; size != most)
        part.bytes = size;
    return part;
}

constexpr auto ebmlMark = "\x1A\x45\xDF\xA3"sv;
constexpr std::uint64_t ebmlHead = 0x1A45DFA3, segmentId = 0x18538067, clusterId = 0x1F43B675;
/// What a segment has inside (RFC 9559): SeekHead, Info, Tracks, Cues, Attachments, Chapters, Tags.
constexpr std::array<std::uint64_t, 7> segmentParts{0x114D9B74, 0x1549A966, 0x1654AE6B, 0x1C53BB6B, 0x1941A469, 0x1043A770, 0x1254C367};
/// Void and CRC-32, which may stand anywhere, and what a cluster has inside: Timestamp, SilentTracks, Position, PrevSize, blocks.
constexpr std::array<std::uint64_t, 9> shortParts{0xEC, 0xBF, 0xE7, 0x5854, 0xA7, 0xAB, 0xA3, 0xA0, 0xAF};

bool isMatroskaHead(const PartHead &head)
{
    const std::optional<EbmlPart> part = ebmlPart(head);
    if (!part || part->id != ebmlHead || !part->bytes)
        return false;
    const std::string_view inside = head.text(part->headBytes, static_cast<std::size_t>(std::min<std::uint64_t>(*part->bytes, mostPartHead)));
    return inside.find("matroska"sv) != std::string_view::npos || inside.find("webm"sv) != std::string_view::npos;
}

/// A segment is gone into, and a cluster of unknown length: what ends it stands behind what is inside.
void passMatroskaPart(Look &look)
{
    const PartHead head = look.head();
    const std::optional<EbmlPart> part = ebmlPart(head);
    if (!part)
        return look.breakOff();
    if (part->id == ebmlHead && look.at > 0)
        return isMatroskaHead(head) ? look.found(look.at) : look.breakOff();
    const bool isLong = part->id == ebmlHead || part->id == segmentId || part->id == clusterId || std::ranges::find(segmentParts, part->id) != segmentParts.end();
    if (!isLong && std::ranges::find(shortParts, part->id) == shortParts.end())
        return look.breakOff();
    look.certain = isLong ? look.at : look.certain;
    const bool into = part->id == segmentId || (part->id == clusterId && !part->bytes);
    look.pass(part->headBytes + (into ? 0 : part->bytes.value_or(0)));
}

/// A RIFF of the form AVI, and those of the form AVIX that carry it on (OpenDML 1.02).
void passRiff(Look &look)
{
    const PartHead head = look.head();
    const bool isRiff = head.text(0, 4) == "RIFF"sv && isOneOf(head.text(8, 4), "AVI AVIX"sv);
    if (!isRiff && !isOneOf(head.text(0, 4), "JUNKidx1LIST"sv))
        return look.breakOff();
    if (isRiff && look.at > 0 && head.text(8, 4) == "AVI "sv)
        return look.found(look.at);
    look.certain = isRiff ? look.at : look.certain;
    const std::uint64_t bytes = head.little(4, 4);
    const auto left = static_cast<std::uint64_t>(look.fileBytes - look.at);
    look.pass(bytes == 0 ? 0 : std::min(bytes + 8 + bytes % 2, std::max(bytes + 8, left))); // the last one may lack its even byte
}

bool isAviHead(const PartHead &head)
{
    return head.text(8, 8) == "AVI LIST"sv && head.text(20, 8) == "hdrlavih"sv;
}

} // namespace

std::optional<std::int64_t> secondRecordingAt(int fd, const Abandoned &spent)
{
    struct stat status = {};
    if (!fileStatus(fd, status))
        return std::nullopt;
    const Look look{fd, status.st_size, spent};
    switch (sniff(fd)) {
    case FileFormat::Mp4: return secondMovie(look);
    case FileFormat::Matroska:
        return secondBy(look, passMatroskaPart, ebmlMark, 0, [](const PartHead &head, std::int64_t) { return isMatroskaHead(head); });
    case FileFormat::Avi:
        return secondBy(look, passRiff, "RIFF"sv, 0, [](const PartHead &head, std::int64_t) { return isAviHead(head); });
    case FileFormat::MpegTs:
    case FileFormat::Unknown:
    case FileFormat::Jpeg:
    case FileFormat::Png:
    case FileFormat::Webp:
    case FileFormat::Heif:
    case FileFormat::Avif:
    case FileFormat::Pdf: break;
    }
    return std::nullopt;
}

} // namespace arb::decode
