// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/keptmapping.h"

#include <linux/magic.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/vfs.h>

namespace arb::media {

namespace {

/// What is mapped counts as the window's own memory: from a frame in a small pane to a whole one in 1080p.
constexpr std::size_t leastMapped = std::size_t{1} << 19;
constexpr std::size_t mostMapped = std::size_t{9} << 20;

/// Where looking at a page that is not there makes one of zeros. Elsewhere (memory in huge pages, of which there may be none left) it
/// would be the end of the window.
bool hasPagesForAll(int memory)
{
    struct statfs system = {};
    return ::fstatfs(memory, &system) == 0 && system.f_type == TMPFS_MAGIC;
}

} // namespace

std::shared_ptr<const MappedMemory> MappedMemory::of(int memory, std::size_t bytes)
{
    void *mapped = ::mmap(nullptr, bytes, PROT_READ, MAP_SHARED | MAP_POPULATE, memory, 0);
    return mapped == MAP_FAILED ? nullptr : std::shared_ptr<const MappedMemory>(new MappedMemory(mapped, bytes));
}

MappedMemory::~MappedMemory()
{
    ::munmap(const_cast<void *>(m_data), m_size);
}

std::shared_ptr<const MappedMemory> KeptMapping::of(int memory, const struct stat &status)
{
    const auto bytes = static_cast<std::size_t>(status.st_size);
    if (bytes < leastMapped || bytes > mostMapped)
        return nullptr;
    const bool cameBefore = m_number == status.st_ino && m_device == status.st_dev;
    if (!cameBefore) {
        m_mapped.reset();
        m_number = status.st_ino;
        m_device = status.st_dev;
        return nullptr;
    }
    if (!m_mapped && hasPagesForAll(memory))
        m_mapped = MappedMemory::of(memory, bytes);
    return m_mapped;
}

} // namespace arb::media
