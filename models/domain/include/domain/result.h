// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cassert>
#include <optional>
#include <type_traits>
#include <utility>
#include <variant>

namespace arb::domain {

/// Wraps an error on its way into a Result, so that `return Failure{E::Stale};` reads as what it is.
template<typename E>
struct Failure
{
    E error;
};
template<typename E>
Failure(E) -> Failure<E>;

/// A value of T or an error of E; it must be looked at before the value is taken.
/// E belongs to the caller's concern (usually an enum or a small struct); sentences are made at the edge only.
template<typename T, typename E>
class [[nodiscard]] Result
{
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    template<typename F>
        requires std::is_constructible_v<E, F>
    Result(Failure<F> failure) : m_state(std::in_place_index<1>, E(std::move(failure.error)))
    {
    }

    bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }

    const T &value() const & { assert(ok()); return std::get<0>(m_state); }
    T &value() & { assert(ok()); return std::get<0>(m_state); }
    T &&value() && { assert(ok()); return std::get<0>(std::move(m_state)); }
    const T &operator*() const & { return value(); }
    T &operator*() & { return value(); }
    T &&operator*() && { return std::move(*this).value(); }
    const T *operator->() const { return &value(); }
    T *operator->() { return &value(); }
    const E &error() const { assert(!ok()); return std::get<1>(m_state); }

private:
    std::variant<T, E> m_state;
};

/// A Result without a value: done, or an error of E.
template<typename E>
class [[nodiscard]] Result<void, E>
{
public:
    Result() = default;
    template<typename F>
        requires std::is_constructible_v<E, F>
    Result(Failure<F> failure) : m_error(E(std::move(failure.error)))
    {
    }

    bool ok() const { return !m_error.has_value(); }
    explicit operator bool() const { return ok(); }
    const E &error() const { assert(!ok()); return *m_error; }

private:
    std::optional<E> m_error;
};

} // namespace arb::domain
