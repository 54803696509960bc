// SPDX-License-Identifier: GPL-3.0-or-later
#include "film/soundend.h"

#include <algorithm>
#include <string_view>

namespace arb::decode {

namespace {

constexpr std::int64_t farthestSound = std::int64_t{1} << 60; ///< beyond it there is no time, only damage

bool isSoundTime(std::int64_t time)
{
    return time != AV_NOPTS_VALUE && time > -farthestSound && time < farthestSound;
}

} // namespace

SoundEnd::SoundEnd(Container &film)
    : m_film(film)
{
    m_sound = film.playedSound();
    m_hasTable = std::string_view(film.format()->iformat->name).find("mp4") != std::string_view::npos;
    if (m_sound != nullptr && !m_hasTable)
        film.overhear(m_sound, [this](const AVPacket &packet) { note(packet); });
}

SoundEnd::~SoundEnd()
{
    if (m_sound != nullptr && !m_hasTable)
        m_film.overhear(m_sound, {});
}

/// They come in the order of their times: what counts is the last one, so that one with a wrong time on the way does no harm.
void SoundEnd::note(const AVPacket &packet)
{
    const std::int64_t begin = packet.pts != AV_NOPTS_VALUE ? packet.pts : packet.dts;
    if (packet.stream_index != m_sound->index || (packet.flags & (AV_PKT_FLAG_DISCARD | AV_PKT_FLAG_CORRUPT)) != 0 || !isSoundTime(begin))
        return;
    const std::int64_t lasts = isSoundTime(packet.duration) ? std::max<std::int64_t>(0, packet.duration) : 0;
    const std::int64_t before = m_heard ? m_heard->length : 0;
    m_heard = Heard{begin + lasts, std::min(before + lasts, farthestSound)};
    m_pos = packet.pos >= 0 ? packet.pos : m_pos;
}

/// Of a file that was cut off, as far as it goes.
std::optional<SoundEnd::Heard> SoundEnd::fromTable() const
{
    const int entries = avformat_index_get_entries_count(m_sound);
    const AVIndexEntry *first = entries > 0 ? avformat_index_get_entry(m_sound, 0) : nullptr;
    for (int n = entries - 1; n > 0 && first != nullptr; --n) {
        const AVIndexEntry *last = avformat_index_get_entry(m_sound, n), *before = avformat_index_get_entry(m_sound, n - 1);
        if (last == nullptr || before == nullptr)
            return std::nullopt;
        if ((last->flags & AVINDEX_DISCARD_FRAME) != 0 || last->pos > m_film.size() - last->size)
            continue;
        if (!isSoundTime(first->timestamp) || !isSoundTime(before->timestamp) || !isSoundTime(last->timestamp))
            return std::nullopt;
        // As long as the one before, unless the file says that the sound ends earlier.
        std::int64_t end = last->timestamp + std::max<std::int64_t>(0, last->timestamp - before->timestamp);
        const std::int64_t start = isSoundTime(m_sound->start_time) ? m_sound->start_time : first->timestamp;
        if (n == entries - 1 && isSoundTime(m_sound->duration) && start + m_sound->duration > last->timestamp)
            end = std::min(end, start + m_sound->duration);
        return Heard{end, end - first->timestamp};
    }
    return std::nullopt;
}

std::optional<std::int64_t> SoundEnd::behind(std::int64_t picturesEndUs) const
{
    const std::optional<Heard> heard = m_sound == nullptr ? std::nullopt : m_hasTable ? fromTable() : m_heard;
    if (!heard)
        return std::nullopt;
    const std::int64_t moved = m_hasTable ? 0 : av_rescale_q(m_film.clockOffset(m_pos), m_film.timeBase(), microseconds);
    const std::int64_t end = av_rescale_q(heard->end, m_sound->time_base, microseconds) + moved;
    const std::int64_t length = av_rescale_q(heard->length, m_sound->time_base, microseconds);
    return end > picturesEndUs && end - picturesEndUs <= length ? std::optional(end) : std::nullopt;
}

} // namespace arb::decode
