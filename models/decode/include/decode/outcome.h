// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cassert>
#include <functional>
#include <utility>
#include <variant>

namespace arb::decode {

/// Why a file gave no pixels, samples or facts. Sentences are made by the caller.
enum class DecodeError {
    Empty,         ///< no bytes at all
    Unreadable,    ///< the descriptor could not be read
    UnknownFormat, ///< the first bytes are none of the formats that are let in
    Refused,       ///< a known format in a variant that is not let in (animated picture, unknown codec …)
    TooLarge,      ///< over the limit of pixels, or of a side or of bytes
    Damaged,       ///< the decoder gave up
    Abandoned,     ///< the caller lost interest
    TimedOut,      ///< over the time of limits.h
    TooManyFrames, ///< over limits::maxFrames
    NoMemory,      ///< it asks for more than this process may have
    SoundOnly      ///< it holds sound and no pictures (a cover does not count)
};

/// A value of T or a DecodeError; look before you take. (The decoder does not see the program's own Result, which needs Qt.)
template<typename T>
class [[nodiscard]] Outcome
{
public:
    Outcome(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Outcome(DecodeError error) : m_state(std::in_place_index<1>, error) {}
    bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }
    T &value() { assert(ok()); return std::get<0>(m_state); }
    const T &value() const { assert(ok()); return std::get<0>(m_state); }
    T &operator*() { return value(); }
    const T &operator*() const { return value(); }
    T *operator->() { return &value(); }
    const T *operator->() const { return &value(); }
    DecodeError error() const { assert(!ok()); return std::get<1>(m_state); }

private:
    std::variant<T, DecodeError> m_state;
};

/// Asked now and then during long work; true means that nobody waits for the answer any more. May be empty.
using Abandoned = std::function<bool()>;

} // namespace arb::decode
