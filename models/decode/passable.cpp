// SPDX-License-Identifier: GPL-3.0-or-later
#include "passable.h"

#include <cerrno>

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

namespace arb::decode {

namespace {

bool passablePixelsInUse = false; ///< set once, before the first picture

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

int sealedOrClosed(int memory)
{
    if (::fcntl(memory, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE | F_SEAL_SEAL) == 0)
        return memory;
    ::close(memory);
    return -1;
}

} // namespace

void PixelRelease::operator()(std::uint32_t *pixels) const
{
    if (memory < 0) {
        delete[] pixels;
        return;
    }
    ::munmap(pixels, bytes);
    ::close(memory);
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
    const int memory = newMemory(bytes);
    if (memory < 0)
        return {};
    // Populated at once: a fault for every page would cost a tenth of the decoding.
    void *mapped = ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_POPULATE, memory, 0);
    if (mapped == MAP_FAILED) {
        ::close(memory);
        return {};
    }
    return {static_cast<std::uint32_t *>(mapped), PixelRelease{memory, bytes}};
}

int sealPixels(Bitmap bitmap)
{
    const PixelRelease held = bitmap.pixels.get_deleter();
    if (!bitmap.pixels || held.memory < 0)
        return -1;
    ::munmap(bitmap.pixels.release(), held.bytes); // memory that is mapped for writing cannot be sealed
    return sealedOrClosed(held.memory);
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
    return sealedOrClosed(memory);
}

} // namespace arb::decode
