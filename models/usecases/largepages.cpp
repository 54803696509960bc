// SPDX-License-Identifier: GPL-3.0-or-later
#include <usecases/largepages.h>

#include <cstdint>

#include <sys/mman.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace arb::usecases {

namespace {

/// In small pages, or in large ones when little of the last is left over: the system gives it in small ones else, one by one.
std::size_t wholePages(std::size_t bytes)
{
    constexpr std::size_t smallPage = 4096;
    const std::size_t used = bytes % largePage, page = used >= largePage - largePage / 4 ? largePage : smallPage;
    return (bytes + page - 1) / page * page;
}

} // namespace

void *takeLargePages(std::size_t bytes)
{
    const std::size_t wanted = wholePages(bytes);
    // One page more than needed, so that a part of it begins where such a page can; the rest goes back.
    void *got = ::mmap(nullptr, wanted + largePage, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (got == MAP_FAILED)
        return nullptr;
    auto *begin = static_cast<unsigned char *>(got);
    const std::size_t before = (largePage - reinterpret_cast<std::uintptr_t>(begin) % largePage) % largePage;
    if (before > 0)
        ::munmap(begin, before);
    unsigned char *start = begin + before;
    ::munmap(start + wanted, largePage - before);
    ::madvise(start, wanted, MADV_HUGEPAGE); // a wish
    return start;
}

void giveBackLargePages(void *start, std::size_t bytes)
{
    ::munmap(start, wholePages(bytes));
}

void wishLargePages(void *start, std::size_t bytes)
{
    constexpr std::size_t mappedAlone = std::size_t{32} << 20; // glibc: DEFAULT_MMAP_THRESHOLD_MAX
    if (bytes < mappedAlone)
        return;
    const std::size_t before = (largePage - reinterpret_cast<std::uintptr_t>(start) % largePage) % largePage;
    ::madvise(static_cast<unsigned char *>(start) + before, (bytes - before) / largePage * largePage, MADV_HUGEPAGE);
}

void giveBackFreeMemory()
{
#ifdef __GLIBC__
    ::malloc_trim(0);
#endif
}

} // namespace arb::usecases
