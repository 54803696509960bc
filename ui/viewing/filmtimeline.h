// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/evidenceports.h>
#include <ui/timeline.h>

#include <QtWidgets/QWidget>

#include <optional>

namespace arb::ui {

/// The whole of a film as a strip: small pictures of key frames with their times, the sound's waveform, what was watched,
/// marks and hints, and the position. Draws and is clicked; decodes nothing.
/// 1. Every kind of tick differs by shape as well as by colour. 2. By keyboard: left and right a frame, Page a tenth, Home and
/// End; [ and ] go to the tick before and after.
class FilmTimeline : public QWidget
{
    Q_OBJECT

public:
    explicit FilmTimeline(QWidget *parent = nullptr);

    void setFilm(const FilmInfo &info);
    void clear();
    void setPosition(qint64 ptsUs);
    void setPictures(const QList<FilmFrame> &keyPictures); ///< by time; repeated calls add
    void setPeaks(const QList<SoundPeak> &peaks);
    void setTicks(const QList<TimelineTick> &ticks);
    /// Replaces the spans of @p kind.
    void setSpans(TimelineSpan::Kind kind, const QList<TimelineSpan> &spans);

Q_SIGNALS:
    void seekWanted(qint64 ptsUs);
    void tickChosen(const QString &id, arb::ui::TimelineTick::Kind kind);
    void spanChosen(const QString &id);
};

} // namespace arb::ui
