// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

namespace arb::decode {

/// Where behind a film the file holds another one with a head of its own, as when two files were put behind each other: a second `ftyp`
/// with its `moov` (ISO 14496-12) or a second EBML head (RFC 8794). Their demuxers pass over it, or mix its pictures with those of the
/// first, which have the same times. Bytes from the beginning; nothing where there is none. Reads only the heads of what stands side by
/// side in the file; a damaged one ends the look. Of AVI both are read as one film, and transport streams have no head: see ClockWatch.
std::optional<std::int64_t> secondRecordingAt(int fd);

} // namespace arb::decode
