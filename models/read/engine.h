// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inkmap.h"

#include <decode/outcome.h>
#include <decode/reading.h>

#include <chrono>
#include <memory>
#include <vector>

namespace arb::read {

/// How Tesseract is to take a picture.
enum class Taking {
    OneBlock, ///< lines of one size, from the top
    Scattered ///< words anywhere
};

/// Until when, and for whom.
struct Patience
{
    std::chrono::steady_clock::time_point until;
    const decode::Abandoned &abandoned;
    bool isOver() const { return std::chrono::steady_clock::now() >= until || (abandoned && abandoned()); }
};

/// Tesseract with one language, taught from memory.
class Engine
{
public:
    Engine();
    ~Engine();
    Engine(const Engine &) = delete;
    Engine &operator=(const Engine &) = delete;

    bool learn(const std::vector<char> &data);
    bool isTaught() const { return m_taught; }
    /// The words of @p picture in its own pixels, lines and groups numbered from 0; fewer when @p patience is over.
    std::vector<decode::ReadWord> words(const Gray &picture, Taking taking, const Patience &patience);

private:
    struct Private;
    std::unique_ptr<Private> d;
    bool m_taught = false;
};

} // namespace arb::read
