// SPDX-License-Identifier: GPL-3.0-or-later
#include <decode/format.h>

#include "filestatus.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <string_view>

#include <unistd.h>

namespace arb::decode {

namespace {

std::string_view textOf(std::span<const std::byte> head)
{
    return {reinterpret_cast<const char *>(head.data()), head.size()};
}

FileFormat formatOfBrand(std::string_view box)
{
    const std::string_view brand = box.substr(8, 4);
    if (brand == "avif" || brand == "avis")
        return FileFormat::Avif;
    if (brand == "heic" || brand == "heix" || brand == "heim" || brand == "heis" || brand == "hevc")
        return FileFormat::Heif;
    if (brand == "mif1" || brand == "msf1")
        return box.find("avif") != std::string_view::npos ? FileFormat::Avif : FileFormat::Heif;
    return FileFormat::Mp4;
}

ssize_t readAt(int fd, std::byte *to, std::size_t size, off_t offset)
{
    for (;;) {
        const ssize_t got = ::pread(fd, to, size, offset);
        if (got >= 0 || errno != EINTR)
            return got;
    }
}

/// What a file is known by.
struct Head
{
    std::array<std::byte, 2048> store{};
    std::size_t size = 0;
    std::span<const std::byte> bytes() const { return {store.data(), size}; }
};

Head headOf(int fd)
{
    Head head;
    const ssize_t got = readAt(fd, head.store.data(), head.store.size(), 0);
    head.size = got > 0 ? static_cast<std::size_t>(got) : 0;
    return head;
}

/// The head of a frame of MPEG audio (MP3, MP2) or of AAC in ADTS; no field has the value that none may have. Layer I is left out:
/// nobody has it, and the mark at the beginning of a text in UTF-16 looks like it.
bool isAudioFrame(std::string_view text)
{
    if (text.size() < 4 || static_cast<unsigned char>(text[0]) != 0xFF)
        return false;
    const unsigned second = static_cast<unsigned char>(text[1]), third = static_cast<unsigned char>(text[2]);
    if ((second & 0xF6U) == 0xF0U) // ADTS: layer 0
        return (third >> 2 & 0xFU) < 13;
    const bool mpeg = (second & 0xE0U) == 0xE0U && (second >> 3 & 3U) != 1 && ((second >> 1 & 3U) == 1 || (second >> 1 & 3U) == 2);
    return mpeg && third >> 4 != 0 && third >> 4 != 15 && (third >> 2 & 3U) != 3;
}

/// Packets of a transport stream, one behind the other from @p at on, @p apart bytes.
bool arePackets(std::string_view text, std::size_t at, std::size_t apart, int packets)
{
    for (int n = 0; n < packets; ++n, at += apart) {
        // Of the four values that say what a packet has in it one is not used (ISO 13818-1, 2.4.3.3), which keeps out text.
        if (at + 3 >= text.size() || text[at] != 'G' || (static_cast<unsigned char>(text[at + 3]) & 0x30U) == 0)
            return false;
    }
    return true;
}

/// Also one that was cut at its start or is damaged there, and one with the time of arrival before each packet (AVCHD, Blu-ray: 192
/// bytes) or with 16 bytes of correction behind it (204).
bool isTransportStream(std::string_view text)
{
    constexpr int certain = 5;
    for (const std::size_t apart : {188U, 192U, 204U}) {
        for (std::size_t at = 0; at <= 2 * apart; ++at) {
            if (arePackets(text, at, apart, certain))
                return true;
        }
    }
    return arePackets(text, 0, 188, 3); // a short one
}

} // namespace

bool isPicture(FileFormat format)
{
    return format == FileFormat::Jpeg || format == FileFormat::Png || format == FileFormat::Webp
        || format == FileFormat::Heif || format == FileFormat::Avif;
}

bool isVideo(FileFormat format)
{
    return format == FileFormat::Mp4 || format == FileFormat::Matroska || format == FileFormat::Avi
        || format == FileFormat::MpegTs;
}

const char *formatName(FileFormat format)
{
    switch (format) {
    case FileFormat::Unknown: return "";
    case FileFormat::Jpeg: return "jpeg";
    case FileFormat::Png: return "png";
    case FileFormat::Webp: return "webp";
    case FileFormat::Heif: return "heic";
    case FileFormat::Avif: return "avif";
    case FileFormat::Pdf: return "pdf";
    case FileFormat::Mp4: return "mp4";
    case FileFormat::Matroska: return "matroska";
    case FileFormat::Avi: return "avi";
    case FileFormat::MpegTs: return "mpegts";
    }
    return "";
}

FileFormat sniff(std::span<const std::byte> head)
{
    using namespace std::string_view_literals;
    const std::string_view text = textOf(head);
    if (text.starts_with("\xFF\xD8\xFF"sv))
        return FileFormat::Jpeg;
    if (text.starts_with("\x89PNG\r\n\x1A\n"sv))
        return FileFormat::Png;
    if (text.starts_with("%PDF-"sv))
        return FileFormat::Pdf;
    if (text.starts_with("\x1A\x45\xDF\xA3"sv))
        return FileFormat::Matroska;
    if (text.size() >= 12 && text.starts_with("RIFF"sv)) {
        if (text.substr(8, 4) == "WEBP"sv)
            return FileFormat::Webp;
        return text.substr(8, 4) == "AVI "sv ? FileFormat::Avi : FileFormat::Unknown;
    }
    if (text.size() >= 12) {
        const std::string_view box = text.substr(4, 4);
        if (box == "ftyp"sv)
            return formatOfBrand(text.substr(0, 64));
        if (box == "moov"sv || box == "mdat"sv || box == "wide"sv)
            return FileFormat::Mp4;
    }
    return isTransportStream(text) ? FileFormat::MpegTs : FileFormat::Unknown;
}

FileFormat sniff(int fd)
{
    const Head head = headOf(fd);
    return sniff(head.bytes());
}

bool holdsOnlySound(std::span<const std::byte> head)
{
    using namespace std::string_view_literals;
    const std::string_view text = textOf(head);
    if (text.starts_with("ID3"sv) || text.starts_with("fLaC"sv) || text.starts_with("#!AMR"sv))
        return true;
    const std::string_view form = text.size() >= 12 ? text.substr(8, 4) : ""sv;
    if (text.starts_with("RIFF"sv) && form == "WAVE"sv)
        return true;
    if (text.starts_with("FORM"sv) && (form == "AIFF"sv || form == "AIFC"sv))
        return true;
    constexpr std::size_t oggFirstPacket = 28; // behind the head of a page with one segment
    if (text.starts_with("OggS"sv) && text.size() > oggFirstPacket + 8) {
        const std::string_view first = text.substr(oggFirstPacket);
        return first.starts_with("\x01vorbis"sv) || first.starts_with("OpusHead"sv) || first.starts_with("\x7F" "FLAC"sv) || first.starts_with("Speex"sv);
    }
    return isAudioFrame(text);
}

bool holdsOnlySound(int fd)
{
    const Head head = headOf(fd);
    return holdsOnlySound(head.bytes());
}

Outcome<std::vector<std::byte>> readAll(int fd, std::size_t cap)
{
    struct stat status = {};
    if (!fileStatus(fd, status) || !S_ISREG(status.st_mode))
        return DecodeError::Unreadable;
    const auto size = static_cast<std::size_t>(status.st_size);
    if (size == 0)
        return DecodeError::Empty;
    if (size > cap)
        return DecodeError::TooLarge;
    std::vector<std::byte> bytes(size);
    std::size_t done = 0;
    while (done < size) {
        const ssize_t got = readAt(fd, bytes.data() + done, size - done, static_cast<off_t>(done));
        if (got < 0)
            return DecodeError::Unreadable;
        if (got == 0)
            break;
        done += static_cast<std::size_t>(got);
    }
    bytes.resize(done);
    return bytes;
}

} // namespace arb::decode
