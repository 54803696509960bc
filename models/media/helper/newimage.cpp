// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/newimage.h"

#include <usecases/largepages.h>

#include <cstdint>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace arb::media {

namespace {

using usecases::largePage;
constexpr std::size_t rowStart = 64; ///< where an image may begin in a block of several
constexpr std::size_t mostSpareBytes = std::size_t{24} << 20; ///< two frames in 1080p

struct PixelBlock
{
    uchar *start = nullptr;
    std::size_t bytes = 0;
};

/// Blocks that no image has any more, of exactly the size the next frame will ask for.
class SpareBlocks
{
public:
    SpareBlocks() = default;
    ~SpareBlocks()
    {
        for (const PixelBlock &block : m_blocks)
            usecases::giveBackLargePages(block.start, block.bytes);
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
            usecases::giveBackLargePages(m_blocks.front().start, m_blocks.front().bytes);
            m_bytes -= m_blocks.front().bytes;
            m_blocks.erase(m_blocks.begin());
        }
    }

private:
    std::mutex m_mutex;
    std::vector<PixelBlock> m_blocks;
    std::size_t m_bytes = 0;
};

/// What images hold on to; the last image of all takes the spare blocks with it.
class HeldBlock
{
public:
    HeldBlock(PixelBlock block, std::shared_ptr<SpareBlocks> home) : m_block(block), m_home(std::move(home)) {}
    ~HeldBlock() { m_home->giveBack(m_block); }
    HeldBlock(const HeldBlock &) = delete;
    HeldBlock &operator=(const HeldBlock &) = delete;
    uchar *at(std::size_t offset) const { return m_block.start + offset; }

private:
    PixelBlock m_block;
    std::shared_ptr<SpareBlocks> m_home;
};

using Holding = std::shared_ptr<HeldBlock>;

void dropHolding(void *holding)
{
    delete static_cast<Holding *>(holding);
}

std::size_t bytesOf(QSize size)
{
    return size.isEmpty() ? 0 : static_cast<std::size_t>(size.width()) * static_cast<std::size_t>(size.height()) * 4;
}

std::size_t roundedUp(std::size_t bytes, std::size_t unit)
{
    return (bytes + unit - 1) / unit * unit;
}

/// Whole huge pages must not waste more than a third of themselves.
bool fillsLargePages(std::size_t bytes)
{
    return bytes > 0 && bytes >= roundedUp(bytes, largePage) / 3 * 2;
}

Holding heldBlock(std::size_t bytes)
{
    static const auto spare = std::make_shared<SpareBlocks>();
    const std::size_t rounded = roundedUp(bytes, largePage);
    PixelBlock block = spare->take(rounded);
    if (block.start == nullptr)
        block = {static_cast<uchar *>(usecases::takeLargePages(rounded)), rounded};
    return block.start == nullptr ? nullptr : std::make_shared<HeldBlock>(block, spare);
}

} // namespace

QImage newImage(QSize size)
{
    return newImages({size}).value(0);
}

QList<QImage> newImages(const QList<QSize> &sizes)
{
    std::size_t bytes = 0;
    for (const QSize size : sizes)
        bytes += roundedUp(bytesOf(size), rowStart);
    const bool inPages = fillsLargePages(bytes);
    const Holding block = inPages ? heldBlock(bytes) : nullptr;
    QList<QImage> images;
    std::size_t offset = 0;
    for (const QSize size : sizes) {
        QImage image;
        if (!inPages)
            image = QImage(size, QImage::Format_RGB32);
        else if (block && !size.isEmpty())
            image = QImage(block->at(offset), size.width(), size.height(), qsizetype{size.width()} * 4, QImage::Format_RGB32, dropHolding, new Holding(block));
        if (image.isNull())
            return {};
        offset += roundedUp(bytesOf(size), rowStart);
        images.append(image);
    }
    return images;
}

} // namespace arb::media
