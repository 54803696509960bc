// SPDX-License-Identifier: GPL-3.0-or-later
#include <decode/film.h>

#include <decode/limits.h>

#include <algorithm>
#include <chrono>
#include <exception>
#include <iterator>
#include <utility>

namespace arb::decode {

namespace {

constexpr std::int64_t longestFilmUs = std::int64_t{1'000'000} * 86'400 * 365 * 200;
constexpr std::int64_t heardWholeUs = std::int64_t{5} * 60 * 1'000'000;
constexpr std::int64_t heardOfEachUs = 60'000; ///< of a stretch of longer sound

/// Spreads sound over equal stretches of time.
class PeakMeter
{
public:
    PeakMeter(std::int64_t fromUs, std::int64_t toUs, int count)
        : m_from(fromUs), m_length(toUs - fromUs), m_peaks(static_cast<std::size_t>(count))
    {
    }
    std::int64_t begin(std::size_t stretch) const
    {
        return m_from + static_cast<std::int64_t>(static_cast<double>(m_length) * static_cast<double>(stretch) / static_cast<double>(m_peaks.size()));
    }
    void hear(const PcmChunk &chunk)
    {
        constexpr double frameUs = 1e6 / Sound::sampleRate;
        const double perUs = static_cast<double>(m_peaks.size()) / static_cast<double>(m_length);
        for (std::size_t i = 0; i + 1 < chunk.samples.size(); i += Sound::channels) {
            const double us = static_cast<double>(chunk.ptsUs - m_from) + static_cast<double>(i / Sound::channels) * frameUs;
            const double at = us * perUs;
            if (at < 0 || at >= static_cast<double>(m_peaks.size()))
                continue;
            SoundPeak &peak = m_peaks[static_cast<std::size_t>(at)];
            peak.low = std::min({peak.low, chunk.samples[i], chunk.samples[i + 1]});
            peak.high = std::max({peak.high, chunk.samples[i], chunk.samples[i + 1]});
        }
    }
    std::vector<SoundPeak> take() { return std::move(m_peaks); }
    std::size_t count() const { return m_peaks.size(); }

private:
    std::int64_t m_from, m_length;
    std::vector<SoundPeak> m_peaks;
};

} // namespace

Outcome<std::vector<SoundPeak>> soundPeaks(int fd, std::int64_t fromUs, std::int64_t toUs, int count, const Abandoned &abandoned)
{
    if (count < 1 || count > limits::maxSoundPeaks || fromUs >= toUs || fromUs < -longestFilmUs || toUs > longestFilmUs)
        return DecodeError::Refused;
    try {
        const Outcome<std::unique_ptr<Sound>> sound = Sound::open(fd);
        if (!sound)
            return sound.error() == DecodeError::Refused ? Outcome<std::vector<SoundPeak>>(std::vector<SoundPeak>()) : sound.error();
        const auto deadline = std::chrono::steady_clock::now() + limits::videoRequest;
        const bool whole = toUs - fromUs <= heardWholeUs;
        PeakMeter meter(fromUs, toUs, count);
        const std::size_t jumps = whole ? 1 : meter.count();
        for (std::size_t jump = 0; jump < jumps; ++jump) {
            const std::int64_t begin = meter.begin(jump);
            const std::int64_t end = whole ? toUs : std::min(meter.begin(jump + 1), begin + heardOfEachUs);
            (*sound)->seek(begin);
            for (std::int64_t at = begin; at < end;) {
                if (abandoned && abandoned())
                    return DecodeError::Abandoned;
                if (std::chrono::steady_clock::now() > deadline)
                    return DecodeError::TimedOut;
                const Outcome<PcmChunk> chunk = (*sound)->next();
                if (!chunk || chunk->samples.empty())
                    break; // what could be heard until here counts
                meter.hear(*chunk);
                at = chunk->ptsUs + std::ssize(chunk->samples) / Sound::channels * 1'000'000 / Sound::sampleRate;
            }
        }
        return meter.take();
    } catch (const std::exception &) {
        return DecodeError::TooLarge;
    }
}

} // namespace arb::decode
