// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <decode/outcome.h>

#include <cstddef>
#include <span>
#include <vector>

namespace arb::decode {

/// Formats told apart by their first bytes; names and extensions are never looked at. Unknown covers SVG, MNG, ICO,
/// playlists and everything else that is not let in.
enum class FileFormat { Unknown, Jpeg, Png, Webp, Heif, Avif, Pdf, Mp4, Matroska, Avi, MpegTs };

bool isPicture(FileFormat format);
bool isVideo(FileFormat format);
/// Short name for facts ("jpeg", "mp4" …), empty for Unknown.
const char *formatName(FileFormat format);

FileFormat sniff(std::span<const std::byte> head);
/// Reads the first bytes of @p fd at offset 0; the descriptor's own position stays.
FileFormat sniff(int fd);

/// The first bytes are those of a format that holds nothing but sound: MP3, AAC, AMR, FLAC, Ogg without pictures, WAV, AIFF.
bool holdsOnlySound(std::span<const std::byte> head);
bool holdsOnlySound(int fd);

/// All bytes of @p fd from offset 0; TooLarge above @p cap. The descriptor's own position stays.
Outcome<std::vector<std::byte>> readAll(int fd, std::size_t cap);

} // namespace arb::decode
