// SPDX-License-Identifier: GPL-3.0-or-later
#include <decode/worker.h>

#include "film/container.h"
#include "pictures/metadata.h"

#include <array>
#include <ctime>
#include <thread>

#include <libheif/heif.h>

extern "C" {
#include <libavutil/cpu.h>
#include <libavutil/log.h>
}

#if defined(__GLIBC__)
#include <malloc.h>
#endif

namespace arb::decode {

void warmUp()
{
#if defined(__GLIBC__)
    ::mallopt(M_ARENA_MAX, 2); // a heap for each decoder thread would use up the address space that the limit leaves
#endif
    ::tzset();
    av_log_set_level(AV_LOG_QUIET);
    static_cast<void>(av_get_cpu_flags());
    static_cast<void>(avcodec_find_decoder(AV_CODEC_ID_H264));
    heif_init(nullptr); // reads its plug-ins
    constexpr std::array<std::byte, 4> emptyJpeg{std::byte{0xFF}, std::byte{0xD8}, std::byte{0xFF}, std::byte{0xD9}};
    static_cast<void>(readMetadata(emptyJpeg));
    std::thread([] {}).join();
}

} // namespace arb::decode
