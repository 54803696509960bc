// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pictures/codecs.h"

#include <decode/format.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

/// The outer structure of files: segments of a JPEG, chunks of a PNG or RIFF, boxes of an MP4 or HEIC. Only headers are
/// read, every length is checked against what is there, and pixels are never searched.
namespace arb::decode {

/// A descriptor's bytes, read where they are needed.
class FileBytes
{
public:
    explicit FileBytes(int fd);
    std::int64_t size() const { return m_size; }
    /// False, and nothing is promised of @p to, when there are not so many bytes at @p at.
    bool read(std::int64_t at, std::span<unsigned char> to) const;

private:
    int m_fd;
    std::int64_t m_size = 0;
};

/// Carries a C2PA manifest: an APP11 "JP" segment, a caBX or C2PA chunk, a uuid or jumb box that says so. Nobody checks
/// the manifest itself.
bool carriesContentCredentials(const FileBytes &file, FileFormat format);

/// modification_time of an MP4's movie header as "2026-10-08T13:04:05Z"; empty when it is absent or none of this epoch.
std::string modifiedTimeOfMp4(const FileBytes &file);

/// The ICCP chunk of a WebP; empty when there is none.
Bytes profileOfWebp(Bytes bytes);

} // namespace arb::decode
