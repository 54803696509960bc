// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <new>
#include <utility>

namespace arb::usecases {

inline constexpr std::size_t largePage = std::size_t{2} << 20; ///< bytes; what x86-64 and most others have

/// Memory straight from the system, in huge pages where it has them for who asks (MADV_HUGEPAGE): each new page of 4 KB costs up to
/// 10 microseconds, more than sorting or copying what is put into it. It begins where such a page can, is not initialised in any
/// way to rely on, and goes back to the system whole. Up to half a megabyte more than asked for is taken where that fills a page.
/// nullptr when memory is short.
void *takeLargePages(std::size_t bytes);
/// @p bytes as they were asked for.
void giveBackLargePages(void *start, std::size_t bytes);

/// Asks for the same where the memory is somebody else's, and not touched yet: of @p bytes at @p start what makes whole large pages.
/// Only of as much as the heap always takes from the system by itself and gives back whole; otherwise nothing is done.
void wishLargePages(void *start, std::size_t bytes);

/// Has the heap give the system back what lies free in it, also between what is in use. A matter of milliseconds.
void giveBackFreeMemory();

/// For vectors of plain values that are large, and soon gone again. What resize() adds is not initialised.
template<typename T>
struct LargePages
{
    using value_type = T;
    LargePages() = default;
    template<typename U>
    LargePages(const LargePages<U> &) noexcept
    {
    }
    T *allocate(std::size_t count)
    {
        const std::size_t bytes = count * sizeof(T);
        void *got = isLarge(count) ? takeLargePages(bytes) : ::operator new(bytes);
        if (got == nullptr)
            throw std::bad_alloc();
        return static_cast<T *>(got);
    }
    void deallocate(T *values, std::size_t count) noexcept
    {
        if (isLarge(count))
            giveBackLargePages(values, count * sizeof(T));
        else
            ::operator delete(values);
    }
    template<typename U, typename... Args>
    void construct(U *place, Args &&...args)
    {
        if constexpr (sizeof...(Args) == 0)
            ::new (static_cast<void *>(place)) U;
        else
            std::construct_at(place, std::forward<Args>(args)...);
    }
    bool operator==(const LargePages &) const = default;

private:
    static constexpr bool isLarge(std::size_t count) { return count >= largePage / sizeof(T); }
};

} // namespace arb::usecases
