// SPDX-License-Identifier: GPL-3.0-or-later
#include "passable.h"

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <thread>
#include <vector>

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

namespace arb::decode {

namespace {

bool passablePixelsInUse = false; ///< set once, before the first picture

constexpr std::size_t mostFreeSlots = 4; ///< each holds a descriptor, of which the helper may have few
constexpr std::size_t mostFreeBytes = std::size_t{72} << 20; ///< two frames in 4K; a larger picture is mapped each time
constexpr int resizingSeals = F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL;

struct PixelSlot
{
    std::uint32_t *pixels = nullptr;
    PixelRelease place;
};

/// Slots that no bitmap has, those used last at the end.
std::vector<PixelSlot> &freeSlots()
{
    static std::vector<PixelSlot> slots;
    return slots;
}

int newMemory(std::size_t bytes)
{
    const int memory = ::memfd_create("pixels", MFD_CLOEXEC | MFD_ALLOW_SEALING);
    if (memory < 0)
        return -1;
    if (::ftruncate(memory, static_cast<off_t>(bytes)) == 0)
        return memory;
    ::close(memory);
    return -1;
}

int sealedOrClosed(int memory, int seals)
{
    if (::fcntl(memory, F_ADD_SEALS, seals) == 0)
        return memory;
    ::close(memory);
    return -1;
}

/// Finds and clears the pages of a large slot ahead of whoever writes to it, which costs as much as the writing. For one slot at a time.
std::jthread pageMaker; // NOLINT(*-avoid-non-const-global-variables): only the one thread that makes and drops bitmaps touches it

void makePagesAhead(void *start, std::size_t bytes)
{
    pageMaker = {}; // the one before ends here
    try {
        pageMaker = std::jthread([at = static_cast<char *>(start), bytes](const std::stop_token &stop) {
            constexpr std::size_t step = std::size_t{4} << 20;
            for (std::size_t done = 0; done < bytes && !stop.stop_requested(); done += step)
                ::madvise(at + done, std::min(step, bytes - done), MADV_POPULATE_WRITE); // where it cannot, pages come as they are written to
        });
    } catch (const std::system_error &) {
        // No thread to be had: the same.
    }
}

void endSlot(const PixelSlot &slot)
{
    pageMaker = {};
    ::munmap(slot.pixels, slot.place.bytes);
    ::close(slot.place.memory);
}

/// The smallest that is large enough, unless it wastes as much as it holds.
PixelSlot takeFree(std::size_t bytes)
{
    std::vector<PixelSlot> &slots = freeSlots();
    auto best = slots.end();
    for (auto slot = slots.begin(); slot != slots.end(); ++slot) {
        const std::size_t size = slot->place.bytes;
        if (size >= bytes && size / 2 <= bytes && (best == slots.end() || size < best->place.bytes))
            best = slot;
    }
    if (best == slots.end())
        return {};
    const PixelSlot taken = *best;
    slots.erase(best);
    return taken;
}

} // namespace

void PixelRelease::operator()(std::uint32_t *pixels) const
{
    if (memory < 0) {
        delete[] pixels;
        return;
    }
    if (bytes > mostFreeBytes) {
        endSlot({pixels, *this});
        return;
    }
    std::vector<PixelSlot> &slots = freeSlots();
    slots.push_back({pixels, *this});
    std::size_t sum = 0;
    for (const PixelSlot &slot : slots)
        sum += slot.place.bytes;
    while (sum > mostFreeBytes || slots.size() > mostFreeSlots) {
        sum -= slots.front().place.bytes;
        endSlot(slots.front());
        slots.erase(slots.begin());
    }
}

void usePassablePixels()
{
    passablePixelsInUse = true;
}

bool arePixelsPassable()
{
    return passablePixelsInUse;
}

std::unique_ptr<std::uint32_t[], PixelRelease> passablePixels(std::size_t bytes)
{
    if (const PixelSlot slot = takeFree(bytes); slot.pixels != nullptr)
        return {slot.pixels, slot.place};
    const int empty = newMemory(bytes);
    const int memory = empty < 0 ? -1 : sealedOrClosed(empty, resizingSeals);
    if (memory < 0)
        return {};
    const bool isLarge = bytes > mostFreeBytes / 4;
    void *mapped = ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, isLarge ? MAP_SHARED : MAP_SHARED | MAP_POPULATE, memory, 0);
    if (mapped == MAP_FAILED) {
        ::close(memory);
        return {};
    }
    if (isLarge)
        makePagesAhead(mapped, bytes);
    return {static_cast<std::uint32_t *>(mapped), PixelRelease{memory, bytes}};
}

int passableMemory(const Bitmap &bitmap)
{
    return bitmap.pixels ? bitmap.pixels.get_deleter().memory : -1;
}

int sealBytes(const void *bytes, std::size_t size)
{
    const int memory = newMemory(size);
    if (memory < 0)
        return -1;
    std::size_t done = 0;
    while (done < size) {
        const ssize_t written = ::pwrite(memory, static_cast<const char *>(bytes) + done, size - done, static_cast<off_t>(done));
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0) {
            ::close(memory);
            return -1;
        }
        done += static_cast<std::size_t>(written);
    }
    return sealedOrClosed(memory, resizingSeals | F_SEAL_WRITE);
}

} // namespace arb::decode
