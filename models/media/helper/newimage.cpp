// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/newimage.h"

#include <cstdint>
#include <memory>
#include <mutex>
#include <vector>

#include <sys/mman.h>

namespace arb::media {

namespace {

constexpr std::size_t hugePage = std::size_t{2} << 20;
constexpr std::size_t smallest = 2 * hugePage; ///< below, rounding up to huge pages would waste too much
constexpr std::size_t mostSpareBytes = std::size_t{40} << 20; ///< four frames in 1080p, or one in 4K

struct PixelBlock
{
    uchar *start = nullptr;
    std::size_t bytes = 0;
};

PixelBlock newBlock(std::size_t bytes)
{
    // One huge page more than needed, so that a part of it begins where such a page can; the rest goes back.
    void *got = ::mmap(nullptr, bytes + hugePage, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (got == MAP_FAILED)
        return {};
    auto *begin = static_cast<uchar *>(got);
    const std::size_t before = (hugePage - reinterpret_cast<std::uintptr_t>(begin) % hugePage) % hugePage;
    if (before > 0)
        ::munmap(begin, before);
    uchar *start = begin + before;
    ::munmap(start + bytes, hugePage - before);
    ::madvise(start, bytes, MADV_HUGEPAGE); // a wish
    return {start, bytes};
}

/// Blocks that no image has any more, of exactly the size the next frame will ask for.
class SpareBlocks
{
public:
    SpareBlocks() = default;
    ~SpareBlocks()
    {
        for (const PixelBlock &block : m_blocks)
            ::munmap(block.start, block.bytes);
    }
    SpareBlocks(const SpareBlocks &) = delete;
    SpareBlocks &operator=(const SpareBlocks &) = delete;

    PixelBlock take(std::size_t bytes)
    {
        const std::lock_guard guard(m_mutex);
        for (auto block = m_blocks.begin(); block != m_blocks.end(); ++block) {
            if (block->bytes != bytes)
                continue;
            const PixelBlock taken = *block;
            m_blocks.erase(block);
            m_bytes -= taken.bytes;
            return taken;
        }
        return {};
    }
    void giveBack(PixelBlock block)
    {
        const std::lock_guard guard(m_mutex);
        m_blocks.push_back(block);
        m_bytes += block.bytes;
        while (m_bytes > mostSpareBytes) { // those that nobody asked for longest
            ::munmap(m_blocks.front().start, m_blocks.front().bytes);
            m_bytes -= m_blocks.front().bytes;
            m_blocks.erase(m_blocks.begin());
        }
    }

private:
    std::mutex m_mutex;
    std::vector<PixelBlock> m_blocks;
    std::size_t m_bytes = 0;
};

/// What an image holds on to; the last one of all takes the spare blocks with it.
struct HeldBlock
{
    PixelBlock block;
    std::shared_ptr<SpareBlocks> home;
};

void dropHeldBlock(void *held)
{
    const std::unique_ptr<HeldBlock> mine(static_cast<HeldBlock *>(held));
    mine->home->giveBack(mine->block);
}

} // namespace

QImage newImage(QSize size)
{
    static const auto spare = std::make_shared<SpareBlocks>();
    const std::size_t bytes = size.isEmpty() ? 0 : static_cast<std::size_t>(size.width()) * static_cast<std::size_t>(size.height()) * 4;
    if (bytes < smallest)
        return QImage(size, QImage::Format_RGB32);
    const std::size_t rounded = (bytes + hugePage - 1) / hugePage * hugePage;
    PixelBlock block = spare->take(rounded);
    if (block.start == nullptr)
        block = newBlock(rounded);
    if (block.start == nullptr)
        return {};
    return QImage(block.start, size.width(), size.height(), qsizetype{size.width()} * 4, QImage::Format_RGB32, dropHeldBlock,
                  new HeldBlock{block, spare});
}

} // namespace arb::media
