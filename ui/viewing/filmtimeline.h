// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/evidenceports.h>
#include <ui/timeline.h>

#include <QtGui/QPixmap>
#include <QtWidgets/QSlider>

#include <map>
#include <optional>

namespace arb::ui {

/// The whole of a film as a strip: small pictures of key frames with their times, the sound's waveform, what was watched,
/// marks and hints, and the position. Draws and is clicked; decodes nothing.
/// 1. A slider whose value is the number of the frame, and so it is read aloud.
/// 2. Every kind of tick differs by shape as well as by colour, and so do codes that agree, that do not, and that say nothing.
/// 3. By keyboard: left and right a frame, Page a tenth, Home and End; [ and ] go to what is pointed out before and after
///    (ticks, and where marked spans begin), Enter chooses what is pointed out at the position: pressed again, the next of
///    several there.
/// 4. A click chooses a tick or a marked span; dragging carries it away instead.
class FilmTimeline : public QSlider
{
    Q_OBJECT

public:
    static constexpr int tickLane = 12; ///< pixels at the top

    explicit FilmTimeline(QWidget *parent = nullptr);

    void setFilm(const FilmInfo &info);
    void clear();
    void setLow(bool low); ///< the same in less height
    void setPosition(qint64 ptsUs); ///< nobody is told
    void setPictures(const QList<FilmFrame> &keyPictures); ///< repeated calls add
    void setPeaks(const QList<SoundPeak> &peaks);
    void setTicks(const QList<TimelineTick> &ticks);
    /// Replaces the spans of @p kind.
    void setSpans(TimelineSpan::Kind kind, const QList<TimelineSpan> &spans);
    const QList<FilmFrame> &pictures() const { return m_pictures; } ///< by time
    const QList<SoundPeak> &peaks() const { return m_peaks; }
    QList<TimelineSpan> spans(TimelineSpan::Kind kind) const;
    /// Ticks on frame @p index.
    QList<TimelineTick> ticksOn(qint64 index) const;
    bool goToTick(bool after); ///< false: there is none
    bool chooseHere();         ///< false: nothing is pointed out at the position
    /// How many pictures the strip has room for.
    int roomForPictures() const;

    double xOf(qint64 ptsUs) const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void seekWanted(qint64 ptsUs);
    void tickChosen(const QString &id, arb::ui::TimelineTick::Kind kind);
    void spanChosen(const QString &id);
    void tickDragged(const QString &id, arb::ui::TimelineTick::Kind kind, qint64 ptsUs);
    void spanDragged(const QString &id);
    void roomChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    void redraw();
    QPixmap backdrop() const;
    void drawPictures(QPainter &painter) const;
    void drawPeaks(QPainter &painter) const;
    void drawSpans(QPainter &painter) const;
    void drawTicks(QPainter &painter) const;
    double pictureWidth() const;
    int pictureHeight() const;
    int timesHeight() const; ///< of the line of times
    int waveHeight() const;
    int stripHeight() const; ///< of the pictures with their times; 0 where there is no room for them
    int waveTop() const;
    qint64 usAt(double x) const;
    const TimelineTick *tickAt(QPointF place) const;
    const TimelineSpan *markSpanAt(QPointF place) const;
    QString wordsAt(QPointF place) const;
    QList<qint64> stops() const;
    void choosePressed();
    bool dragPressed(QPointF to);

    FilmInfo m_info;
    QList<FilmFrame> m_pictures;
    QList<SoundPeak> m_peaks;
    QList<TimelineTick> m_ticks; ///< by time
    std::map<TimelineSpan::Kind, QList<TimelineSpan>> m_spans;
    QPixmap m_backdrop; ///< all but the position; null: to be drawn
    bool m_telling = false;
    bool m_low = false;
    QPointF m_pressedAt;
    std::optional<TimelineTick> m_pressedTick; ///< held under the pointer
    std::optional<TimelineSpan> m_pressedSpan;
    QString m_chosen; ///< the last by Enter
};

} // namespace arb::ui
