// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewing/soundline.h"

#include <utility>

namespace arb::ui {

void SoundLine::clear()
{
    m_pieces.clear();
    m_gone = m_frames = m_doubtful = 0;
    m_overlaps = false;
}

void SoundLine::begin(qint64 fromUs, qint64 untilUs)
{
    clear();
    m_originUs = fromUs;
    m_untilUs = untilUs;
    m_overlaps = true; // what begins earlier is cut just there
}

bool SoundLine::add(const SoundChunk &chunk)
{
    const qint64 frames = chunk.pcm.size() / frameBytes;
    if (frames == 0 || chunk.ptsUs >= m_untilUs)
        return false;
    // A chunk without a time comes as one at 0; where the clock really starts again there, the next chunk shows it.
    const qint64 atUs = chunk.ptsUs == 0 ? std::max<qint64>(0, endUs()) : chunk.ptsUs;
    withdrawHole(atUs);
    const qint64 dueUs = endUs();
    if (atUs > dueUs + toleranceUs) {
        const qint64 hole = framesOf(atUs - dueUs);
        append({{}, hole});
        m_doubtful = hole + frames;
    }
    qint64 cut = 0;
    if (atUs < dueUs - (m_overlaps ? 0 : toleranceUs)) {
        m_overlaps = true;
        if (atUs <= dueUs - usOf(frames))
            return false;
        cut = framesOf(dueUs - atUs);
    }
    m_overlaps = false;
    append({chunk.pcm.mid(cut * frameBytes, (frames - cut) * frameBytes), frames - cut});
    return true;
}

/// A chunk that the next one, at @p nextUs, goes back behind was stamped wrong: there is no hole before it. Else one wrong stamp would
/// silence the film for as long as it is wrong.
void SoundLine::withdrawHole(qint64 nextUs)
{
    const bool doubted = std::exchange(m_doubtful, 0) > 0;
    if (!doubted || m_pieces.size() < 2 || nextUs >= endUs() - usOf(m_pieces.back().frames))
        return;
    const auto hole = m_pieces.end() - 2; // or what is left of it
    m_frames -= hole->frames;
    m_pieces.erase(hole);
}

void SoundLine::append(Piece piece)
{
    m_frames += piece.frames;
    m_pieces.push_back(std::move(piece));
}

void SoundLine::drop(qint64 frames)
{
    while (frames > 0 && !m_pieces.empty()) {
        Piece &first = m_pieces.front();
        const qint64 here = std::min(frames, first.frames);
        frames -= here;
        m_gone += here;
        m_frames -= here;
        if (here == first.frames) {
            m_pieces.pop_front();
            continue;
        }
        first.frames -= here;
        if (!first.pcm.isEmpty())
            first.pcm.remove(0, here * frameBytes);
    }
}

void SoundLine::dropBefore(qint64 us)
{
    drop(framesOf(us - startUs()));
}

QByteArray SoundLine::take(qsizetype bytes)
{
    qint64 wanted = std::clamp<qint64>(bytes / frameBytes, 0, m_frames);
    QByteArray taken;
    taken.reserve(wanted * frameBytes);
    while (wanted > 0) {
        const Piece &first = m_pieces.front();
        const qint64 here = std::min(wanted, first.frames);
        if (first.pcm.isEmpty())
            taken.append(here * frameBytes, '\0');
        else
            taken.append(first.pcm.constData(), here * frameBytes);
        drop(here);
        wanted -= here;
    }
    return taken;
}

} // namespace arb::ui
