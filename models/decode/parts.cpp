// SPDX-License-Identifier: GPL-3.0-or-later
#include "parts.h"

#include "filestatus.h"

#include <array>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <optional>
#include <string_view>

#include <sys/stat.h>
#include <unistd.h>

namespace arb::decode {

namespace {

using namespace std::string_view_literals;

constexpr int maxParts = 200'000; ///< of a file; a PNG of the largest size in chunks of 2 KiB has fewer
constexpr std::size_t descriptionSize = 8 + 8 + 16; ///< headers of superbox and description box, and the type's UUID

std::uint32_t number32(std::span<const unsigned char> at)
{
    return (std::uint32_t{at[0]} << 24) | (std::uint32_t{at[1]} << 16) | (std::uint32_t{at[2]} << 8) | at[3];
}

std::uint64_t number64(std::span<const unsigned char> at)
{
    return (std::uint64_t{number32(at)} << 32) | number32(at.subspan(4));
}

std::uint32_t littleNumber32(std::span<const unsigned char> at)
{
    return (std::uint32_t{at[3]} << 24) | (std::uint32_t{at[2]} << 16) | (std::uint32_t{at[1]} << 8) | at[0];
}

bool is(std::span<const unsigned char> at, std::string_view name)
{
    return at.size() >= name.size() && std::memcmp(at.data(), name.data(), name.size()) == 0;
}

/// A JUMBF superbox whose description box names the type C2PA (ISO 19566-5; C2PA 1.4, 11.1.4).
bool isManifestStore(std::span<const unsigned char> at)
{
    return at.size() >= descriptionSize && is(at.subspan(4), "jumb"sv) && is(at.subspan(12), "jumd"sv)
        && is(at.subspan(16), "c2pa\x00\x11\x00\x10\x80\x00\x00\xAA\x00\x38\x9B\x71"sv);
}

bool isManifestStoreAt(const FileBytes &file, std::int64_t at)
{
    std::array<unsigned char, descriptionSize> head{};
    return file.read(at, head) && isManifestStore(head);
}

bool jpegCarries(const FileBytes &file)
{
    std::int64_t at = 2;
    for (int part = 0; part < maxParts; ++part) {
        std::array<unsigned char, 4> head{};
        if (!file.read(at, head) || head[0] != 0xFF)
            return false;
        if (head[1] == 0xFF) { // fill byte
            ++at;
            continue;
        }
        if (head[1] == 0x01 || (head[1] >= 0xD0 && head[1] <= 0xD8)) { // stand alone, without a length
            at += 2;
            continue;
        }
        const int length = head[2] * 256 + head[3];
        if (length < 2 || head[1] == 0xD9 || head[1] == 0xDA)
            return false; // the pixels begin
        // Common identifier "JP", box instance (2), sequence number (4), then the box; the first segment has its head.
        std::array<unsigned char, 8 + descriptionSize> body{};
        if (head[1] == 0xEB && length >= 2 + static_cast<int>(body.size()) && file.read(at + 4, body) && is(body, "JP"sv)
            && isManifestStore(std::span<const unsigned char>(body).subspan(8)))
            return true;
        at += 2 + length;
    }
    return false;
}

bool pngCarries(const FileBytes &file)
{
    std::int64_t at = 8;
    for (int part = 0; part < maxParts; ++part) {
        std::array<unsigned char, 8> head{};
        if (!file.read(at, head))
            return false;
        const std::uint32_t length = number32(head);
        const std::span<const unsigned char> type = std::span<const unsigned char>(head).subspan(4);
        if (is(type, "IEND"sv) || length > 0x7FFFFFFFU)
            return false;
        if (is(type, "caBX"sv) && length >= descriptionSize && isManifestStoreAt(file, at + 8))
            return true;
        at += std::int64_t{12} + length;
    }
    return false;
}

bool riffCarries(const FileBytes &file)
{
    std::int64_t at = 12;
    for (int part = 0; part < maxParts; ++part) {
        std::array<unsigned char, 8> head{};
        if (!file.read(at, head))
            return false;
        const std::uint32_t length = littleNumber32(std::span<const unsigned char>(head).subspan(4));
        if (is(head, "C2PA"sv) && length >= descriptionSize && isManifestStoreAt(file, at + 8))
            return true;
        at += std::int64_t{8} + length + (length & 1U);
    }
    return false;
}

struct Box
{
    std::int64_t body = 0, end = 0;
    std::array<unsigned char, 4> type{};
};

/// The box at @p at, which lies before @p limit; a length of 0 reaches to there.
std::optional<Box> boxAt(const FileBytes &file, std::int64_t at, std::int64_t limit)
{
    std::array<unsigned char, 16> head{};
    const std::span<unsigned char> bytes(head);
    if (limit - at < 8 || !file.read(at, bytes.first(8)))
        return std::nullopt;
    std::uint64_t length = number32(head);
    std::int64_t headSize = 8;
    if (length == 1) {
        if (limit - at < 16 || !file.read(at, bytes))
            return std::nullopt;
        length = number64(bytes.subspan(8));
        headSize = 16;
    } else if (length == 0) {
        length = static_cast<std::uint64_t>(limit - at);
    }
    if (length < static_cast<std::uint64_t>(headSize) || length > static_cast<std::uint64_t>(limit - at))
        return std::nullopt;
    return Box{at + headSize, at + static_cast<std::int64_t>(length), {head[4], head[5], head[6], head[7]}};
}

/// A uuid box of C2PA: UUID, version and flags, purpose "manifest" with its end, offset of a hash tree, then the store.
bool isManifestBox(const FileBytes &file, const Box &box)
{
    std::array<unsigned char, 16 + 4 + 9> head{};
    return box.end - box.body >= static_cast<std::int64_t>(head.size() + 8 + descriptionSize) && file.read(box.body, head)
        && is(head, "\xD8\xFE\xC3\xD6\x1B\x0E\x48\x3C\x92\x97\x58\x28\x87\x7E\xC4\x81"sv)
        && is(std::span<const unsigned char>(head).subspan(20), "manifest\0"sv)
        && isManifestStoreAt(file, box.body + static_cast<std::int64_t>(head.size()) + 8);
}

bool boxesCarry(const FileBytes &file)
{
    std::int64_t at = 0;
    for (int part = 0; part < maxParts; ++part) {
        const std::optional<Box> box = boxAt(file, at, file.size());
        if (!box)
            return false;
        if (is(box->type, "uuid"sv) && isManifestBox(file, *box))
            return true;
        if (is(box->type, "jumb"sv) && box->end - at >= static_cast<std::int64_t>(descriptionSize) && isManifestStoreAt(file, at))
            return true;
        at = box->end;
    }
    return false;
}

std::optional<Box> childNamed(const FileBytes &file, std::int64_t at, std::int64_t limit, std::string_view type)
{
    for (int part = 0; part < maxParts; ++part) {
        const std::optional<Box> box = boxAt(file, at, limit);
        if (!box || is(box->type, type))
            return box;
        at = box->end;
    }
    return std::nullopt;
}

} // namespace

FileBytes::FileBytes(int fd)
    : m_fd(fd)
{
    struct stat status = {};
    if (fileStatus(fd, status) && S_ISREG(status.st_mode))
        m_size = status.st_size;
}

bool FileBytes::read(std::int64_t at, std::span<unsigned char> to) const
{
    const auto wanted = static_cast<std::int64_t>(to.size());
    if (at < 0 || wanted > m_size || at > m_size - wanted)
        return false;
    std::size_t done = 0;
    while (done < to.size()) {
        const ssize_t got = ::pread(m_fd, to.data() + done, to.size() - done, at + static_cast<std::int64_t>(done));
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return false;
        done += static_cast<std::size_t>(got);
    }
    return true;
}

bool carriesContentCredentials(const FileBytes &file, FileFormat format)
{
    switch (format) {
    case FileFormat::Jpeg: return jpegCarries(file);
    case FileFormat::Png: return pngCarries(file);
    case FileFormat::Webp:
    case FileFormat::Avi: return riffCarries(file);
    case FileFormat::Heif:
    case FileFormat::Avif:
    case FileFormat::Mp4: return boxesCarry(file);
    case FileFormat::Unknown:
    case FileFormat::Pdf:
    case FileFormat::Matroska:
    case FileFormat::MpegTs: break;
    }
    return false;
}

std::string modifiedTimeOfMp4(const FileBytes &file)
{
    const std::optional<Box> movie = childNamed(file, 0, file.size(), "moov"sv);
    const std::optional<Box> header = movie ? childNamed(file, movie->body, movie->end, "mvhd"sv) : std::nullopt;
    std::array<unsigned char, 20> bytes{};
    if (!header || header->end - header->body < static_cast<std::int64_t>(bytes.size()) || !file.read(header->body, bytes))
        return {};
    const std::span<const unsigned char> fields(bytes); // version, flags (3), creation and modification in 4 or 8 bytes each
    const std::uint64_t since1904 = bytes[0] == 1 ? number64(fields.subspan(12)) : number32(fields.subspan(8));
    constexpr std::uint64_t from1904To1970 = 2'082'844'800;
    constexpr std::uint64_t year2100 = 4'102'444'800;
    if (since1904 <= from1904To1970 || since1904 - from1904To1970 >= year2100)
        return {};
    using namespace std::chrono;
    const sys_seconds at{seconds(static_cast<std::int64_t>(since1904 - from1904To1970))};
    const sys_days midnight = floor<days>(at);
    const year_month_day date(midnight);
    const hh_mm_ss<seconds> time(at - midnight);
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02dZ", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), static_cast<int>(time.hours().count()),
                  static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count()));
    return text.data();
}

Bytes profileOfWebp(Bytes bytes)
{
    std::size_t at = 12;
    while (bytes.size() >= 8 && at <= bytes.size() - 8) {
        const Bytes rest = bytes.subspan(at);
        const std::span<const unsigned char> head(reinterpret_cast<const unsigned char *>(rest.data()), 8);
        const std::uint32_t length = littleNumber32(head.subspan(4));
        if (length > rest.size() - 8)
            return {};
        if (is(head, "ICCP"sv))
            return rest.subspan(8, length);
        at += std::size_t{8} + length + (length & 1U);
    }
    return {};
}

} // namespace arb::decode
