// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <decode/outcome.h>

#include <cstdint>
#include <optional>

namespace arb::decode {

/// Where behind a film the file holds another one with a head of its own, as when two files were put behind each other: a second `ftyp`
/// or `moov` (ISO 14496-12), a second EBML head (RFC 8794) or a second `RIFF` of the form `AVI `. Their demuxers pass over it, play on
/// into it, or mix its pictures with those of the first, which have the same times. Bytes from the beginning; nothing where there is
/// none. Reads only the heads of what stands side by side in the file; where that breaks off, as when the first one was cut short, what
/// comes behind is searched for such a head. Transport streams have none: see ClockWatch. When @p spent says so it has found nothing.
std::optional<std::int64_t> secondRecordingAt(int fd, const Abandoned &spent);

} // namespace arb::decode
