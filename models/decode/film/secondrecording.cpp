// SPDX-License-Identifier: GPL-3.0-or-later
#include "film/secondrecording.h"

#include "filestatus.h"

#include <decode/format.h>

#include <array>
#include <bit>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include <unistd.h>

namespace arb::decode {

namespace {

constexpr int mostParts = 200'000; ///< that are looked at one after the other: half an hour where no cluster tells its length
constexpr std::size_t mostPartHead = 64;

/// The first bytes of a part of the file; fewer at its end.
class PartHead
{
public:
    PartHead(int fd, std::int64_t at)
    {
        ssize_t got = -1;
        do
            got = ::pread(fd, m_bytes.data(), m_bytes.size(), static_cast<off_t>(at));
        while (got < 0 && errno == EINTR);
        m_size = got > 0 ? static_cast<std::size_t>(got) : 0;
    }
    bool has(std::size_t bytes) const { return m_size >= bytes; }
    std::uint64_t big(std::size_t at, std::size_t bytes) const
    {
        std::uint64_t number = 0;
        for (std::size_t n = at; n < at + bytes; ++n)
            number = number << 8 | static_cast<unsigned char>(m_bytes[n]);
        return number;
    }
    std::string_view text(std::size_t at, std::size_t bytes) const { return {m_bytes.data() + at, bytes}; }
    std::string_view all() const { return {m_bytes.data(), m_size}; }

private:
    std::array<char, mostPartHead> m_bytes{};
    std::size_t m_size = 0;
};

/// Behind a part of so many bytes; nothing where the file does not go on there.
std::optional<std::int64_t> behind(std::int64_t at, std::uint64_t bytes, std::int64_t fileBytes)
{
    if (bytes == 0 || bytes >= static_cast<std::uint64_t>(fileBytes - at))
        return std::nullopt;
    return at + static_cast<std::int64_t>(bytes);
}

std::optional<std::int64_t> secondMovie(int fd, std::int64_t fileBytes)
{
    bool movie = false;
    std::optional<std::int64_t> again; // where a head comes once more
    std::optional<std::int64_t> at = 0;
    for (int part = 0; at && part < mostParts; ++part) {
        const PartHead head(fd, *at);
        if (!head.has(8))
            break;
        const std::string_view kind = head.text(4, 4);
        if (kind == "moov" && again)
            return again;
        movie = movie || kind == "moov";
        if (kind == "ftyp" && movie && !again)
            again = at;
        const std::uint64_t size = head.big(0, 4);
        if (size == 1 && !head.has(16))
            break;
        const std::uint64_t bytes = size == 1 ? head.big(8, 8) : size;
        at = bytes < 8 ? std::nullopt : behind(*at, bytes, fileBytes);
    }
    return std::nullopt;
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

std::optional<std::int64_t> secondEbml(int fd, std::int64_t fileBytes)
{
    constexpr std::uint64_t ebmlHead = 0x1A45DFA3;
    std::optional<std::int64_t> at = 0;
    for (int n = 0; at && n < mostParts; ++n) {
        const PartHead head(fd, *at);
        const std::optional<EbmlPart> part = ebmlPart(head);
        if (!part)
            break;
        if (n > 0 && part->id == ebmlHead)
            return head.all().find("matroska") != std::string_view::npos || head.all().find("webm") != std::string_view::npos
                ? at
                : std::nullopt;
        // A part of unknown length is gone into: what ends it stands behind what is inside.
        at = behind(*at, part->headBytes + part->bytes.value_or(0), fileBytes);
    }
    return std::nullopt;
}

} // namespace

std::optional<std::int64_t> secondRecordingAt(int fd)
{
    struct stat status = {};
    if (!fileStatus(fd, status))
        return std::nullopt;
    const FileFormat format = sniff(fd);
    if (format == FileFormat::Mp4)
        return secondMovie(fd, status.st_size);
    return format == FileFormat::Matroska ? secondEbml(fd, status.st_size) : std::nullopt;
}

} // namespace arb::decode
