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
    if (text.size() > 376 && text[0] == 'G' && text[188] == 'G' && text[376] == 'G')
        return FileFormat::MpegTs;
    return FileFormat::Unknown;
}

FileFormat sniff(int fd)
{
    std::array<std::byte, 512> head{};
    const ssize_t got = readAt(fd, head.data(), head.size(), 0);
    if (got <= 0)
        return FileFormat::Unknown;
    return sniff(std::span<const std::byte>(head.data(), static_cast<std::size_t>(got)));
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
