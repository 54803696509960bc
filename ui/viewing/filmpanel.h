// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "filmbar.h"
#include "filmplayer.h"
#include "filmtimeline.h"

#include <map>

namespace arb::ui {

class FilmStrip;

/// What stands under a film: the timeline and the line that says where it is. Tells wishes and moves nothing by itself.
class FilmPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit FilmPanel(QWidget *parent = nullptr);

    FilmTimeline *timeline() const { return m_timeline; }
    FilmBar *bar() const { return m_bar; }
    void setTight(bool tight); ///< the timeline goes for a while, and the room for what was not said yet
    int roomToGive() const;    ///< pixels of height that it then gives
    void setLow(bool low);     ///< all of it, in less height
    void setFilm(const FilmInfo &info);
    /// Nothing of this film is known any more; what still reads from it ends in its own time.
    void clear();
    /// Reads the strip's pictures and the waveform from @p source, in the background.
    void beginStrip(std::unique_ptr<FrameSource> source);
    void showPlace(const FilmPlayer &player);
    QString soundText() const; ///< that the film has sound that is not played; else empty
    void setLoop(const std::optional<FilmLoop> &loop);
    void addWatched(FilmStretch stretch);
    void setTicks(TimelineTick::Kind kind, const QList<TimelineTick> &ticks);
    void setMarkSpans(const QList<TimelineSpan> &spans);
    /// Where a search found damaged pictures, beside what the film itself tells.
    void setDamage(const QList<TimelineSpan> &damage);
    void retranslate();

private:
    void askStrip();
    void noteDamage(const FilmPlayer &player);
    void showGaps();
    void showLoop();
    void showTicks();
    void showWatched();
    QString timeText(qint64 ptsUs) const;
    QString gapText(const FilmGap &gap) const;
    static QString damageText();

    FilmTimeline *m_timeline = nullptr;
    FilmBar *m_bar = nullptr;
    FilmInfo m_info;
    std::optional<FilmLoop> m_loop;
    std::map<TimelineTick::Kind, QList<TimelineTick>> m_ticks;
    QList<TimelineSpan> m_markSpans, m_damage;
    QList<FilmStretch> m_damageSeen; ///< of the frames that came on show
    QList<FilmStretch> m_watched;
    FilmStrip *m_strip = nullptr; ///< a child; none before the first frame
    int m_askedPictures = 0;
};

} // namespace arb::ui
