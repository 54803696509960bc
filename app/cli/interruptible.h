// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <csignal>

namespace arb::app {

/// While it lives, Ctrl+C asks for a clean stop instead of ending the program; a second one ends it.
class Interruptible
{
public:
    Interruptible();
    ~Interruptible();
    Interruptible(const Interruptible &) = delete;
    Interruptible &operator=(const Interruptible &) = delete;

    /// Was Ctrl+C pressed while one lived?
    static const std::atomic_bool &asked();

private:
    struct sigaction m_before = {};
};

} // namespace arb::app
