// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "film/container.h"

#include <cstdint>
#include <optional>

namespace arb::decode {

/// Finds when the sound of a film ends, while its pictures are indexed. An MP4 has a table that tells it; of other containers all
/// packets are read for the index anyhow, and those of the sound are looked at as they pass. Only of sound that is played.
class SoundEnd
{
public:
    /// Listens until it is destroyed. @p film has to stay where it is.
    explicit SoundEnd(Container &film);
    ~SoundEnd();
    SoundEnd(const SoundEnd &) = delete;
    SoundEnd &operator=(const SoundEnd &) = delete;

    /// Once the film is indexed: when its last sound ends that is in the file, microseconds of the pictures' clock. None where
    /// there is none, or where more would lie behind @p picturesEndUs than the film has sound at all: then a time is wrong.
    std::optional<std::int64_t> behind(std::int64_t picturesEndUs) const;

private:
    /// In the sound's stream time.
    struct Heard
    {
        std::int64_t end = 0;
        std::int64_t length = 0; ///< of all of it
    };
    void note(const AVPacket &packet);
    std::optional<Heard> fromTable() const;

    Container &m_film;
    AVStream *m_sound = nullptr; ///< null: nothing is played
    bool m_hasTable = false;
    std::optional<Heard> m_heard; ///< up to the packet that came last
    std::int64_t m_pos = -1;      ///< of that packet in the file
};

} // namespace arb::decode
