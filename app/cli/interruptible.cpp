// SPDX-License-Identifier: GPL-3.0-or-later
#include "interruptible.h"

namespace arb::app {

namespace {

std::atomic_bool interrupted{false};

extern "C" void onInterrupt(int)
{
    interrupted.store(true);
}

} // namespace

Interruptible::Interruptible()
{
    struct sigaction action = {};
    action.sa_handler = onInterrupt;
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    sigaction(SIGINT, &action, &m_before);
}

Interruptible::~Interruptible()
{
    sigaction(SIGINT, &m_before, nullptr);
}

const std::atomic_bool &Interruptible::asked()
{
    return interrupted;
}

} // namespace arb::app
