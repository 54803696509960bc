// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/evidenceports.h>

#include <algorithm>
#include <deque>

namespace arb::ui {

/// The sound of a film from one time on, sample by sample, out of chunks that say when they begin: where the sound has a hole there is
/// silence, and what would come a second time is left out. Times are like FilmInfo::ptsUs. Not for several threads at once.
class SoundLine
{
public:
    static constexpr qint64 bytesPerSecond = 48'000 * 4; ///< of what SoundChunk has
    static constexpr qint64 toleranceUs = 20'000;        ///< so far from where it should begin, a chunk just follows

    void clear();
    /// Clears, too. Nothing is heard before @p fromUs, nor of a chunk that begins at @p untilUs or later.
    void begin(qint64 fromUs, qint64 untilUs);
    /// False: nothing of it is to be heard. A hole before it takes no memory, however long it is.
    bool add(const SoundChunk &chunk);

    bool isEmpty() const { return m_frames == 0; }
    qint64 startUs() const { return m_originUs + usOf(m_gone); }         ///< of what take() gives next
    qint64 endUs() const { return m_originUs + usOf(m_gone + m_frames); } ///< where the next chunk should begin
    /// What is there, silence too; but a chunk behind a hole counts only once the next one has shown that it was not stamped wrong.
    qint64 certainBytes() const { return std::max<qint64>(0, m_frames - m_doubtful) * frameBytes; }
    void dropBefore(qint64 us);
    /// Up to @p bytes, in whole samples of both channels.
    QByteArray take(qsizetype bytes);

private:
    static constexpr qint64 frameRate = 48'000, frameBytes = 4; ///< one sample of each channel is a frame of sound
    struct Piece
    {
        QByteArray pcm; ///< empty: silence
        qint64 frames = 0;
    };

    // In two steps, so that no time stamp is too large for it.
    static qint64 framesOf(qint64 us) { return us / 1'000'000 * frameRate + us % 1'000'000 * frameRate / 1'000'000; }
    static qint64 usOf(qint64 frames) { return frames / frameRate * 1'000'000 + frames % frameRate * 1'000'000 / frameRate; }
    void append(Piece piece);
    void drop(qint64 frames);
    void withdrawHole(qint64 nextUs);

    std::deque<Piece> m_pieces; ///< none of them without frames
    qint64 m_originUs = 0;
    qint64 m_untilUs = 0;
    qint64 m_gone = 0;     ///< frames since the origin that are no longer here: counted, so that no rounding adds up
    qint64 m_frames = 0;   ///< of all pieces
    qint64 m_doubtful = 0; ///< frames of the last chunk and of the hole before it; 0 without one
    bool m_overlaps = false; ///< the last chunk lay before the end, so the next one is cut to the sample
};

} // namespace arb::ui
