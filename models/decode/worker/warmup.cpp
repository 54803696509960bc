// SPDX-License-Identifier: GPL-3.0-or-later
#include <decode/worker.h>

#include "film/container.h"
#include "film/faultlog.h"
#include "pictures/metadata.h"

#include <array>
#include <cstdint>
#include <cstdlib>
#include <ctime>
#include <thread>

#include <libheif/heif.h>

extern "C" {
#include <libavutil/cpu.h>
}

#if defined(__GLIBC__)
#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>
#endif

namespace arb::decode {

namespace {

/// One heap for all threads (one each would use up the address space that the limit leaves), of huge pages where the system has
/// them, and kept: a decoder asks for megabytes at a time, and finding, clearing and mapping them in small new pages took four
/// times as long as decoding into them.
void layOutHeap()
{
#if defined(__GLIBC__)
    constexpr int megabyte = 1 << 20;
    ::mallopt(M_ARENA_MAX, 1);
    ::mallopt(M_MMAP_THRESHOLD, 32 * megabyte);
    ::mallopt(M_TRIM_THRESHOLD, 256 * megabyte);
    ::mallopt(M_TOP_PAD, 192 * megabyte); // for a film's kept frames; address space only, until it is used
    const auto begin = reinterpret_cast<std::uintptr_t>(::sbrk(0));
    void *volatile grown = std::malloc(megabyte);
    std::free(grown);
    const auto end = reinterpret_cast<std::uintptr_t>(::sbrk(0));
    ::mallopt(M_TOP_PAD, megabyte);
    constexpr std::uintptr_t hugePage = 2 * megabyte;
    const std::uintptr_t first = (begin + hugePage - 1) / hugePage * hugePage;
    if (end > first + hugePage) // else some other allocator is at work
        ::madvise(reinterpret_cast<void *>(first), (end - first) / hugePage * hugePage, MADV_HUGEPAGE); // a wish
#endif
}

} // namespace

void warmUp()
{
    layOutHeap();
    ::tzset();
    FaultLog::silence();
    static_cast<void>(av_get_cpu_flags());
    static_cast<void>(avcodec_find_decoder(AV_CODEC_ID_H264));
    heif_init(nullptr); // reads its plug-ins
    constexpr std::array<std::byte, 4> emptyJpeg{std::byte{0xFF}, std::byte{0xD8}, std::byte{0xFF}, std::byte{0xD9}};
    static_cast<void>(readMetadata(emptyJpeg));
    std::thread([] {}).join();
}

} // namespace arb::decode
