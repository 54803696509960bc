// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timelineaxis.h"

#include <presentation/timelinemodel.h>

#include <QtWidgets/QWidget>

#include <optional>
#include <vector>

class QScrollBar;

namespace arb::ui {

/// A case's events on one axis of platform time, a lane for each source. Draws, zooms, pans and is clicked; what is said about
/// times comes from the model.
/// 1. Only what is in view is looked at: each lane is searched for the first event, and events nearer than a cluster's width
/// are one sign with their number, found by search and not one by one.
/// 2. An uncertain time has a soft bar over all it may have been; a clock of a device has a hollow sign, a deadline a diamond.
/// 3. Dragging the ground pans; the sign of one event or of a clash is carried away to be cited.
/// 4. A clash is a line between its events with a sign of its own: solid when certain, broken when possible.
/// 5. It opens on the case's own time (timelineaxis.h). What lies beyond an edge is counted at that edge, whose count leads there.
/// 6. No lane is lower than its name; what has no room is scrolled to, below an axis that stays.
/// By keyboard: left and right pan, + and - zoom, 0 shows all, however far apart, D the case's own time, Page Up and Page Down
/// go to the nearest event beyond the left and the right edge, J, K and Tab go from event to event, up and down from lane to
/// lane, Home and End to the first and last, Enter opens what the event belongs to.
class TimelineCanvas : public QWidget
{
    Q_OBJECT

public:
    explicit TimelineCanvas(const presentation::TimelineModel &model, QWidget *parent = nullptr);

    void refresh(bool keepView = false); ///< the model has other events
    void showAll();
    void showOwn();                      ///< the case's own time
    void zoom(double factor);            ///< at the current event, else in the middle
    int current() const { return m_current; }
    void setCurrent(int event);          ///< brings it into view; -1: none
    void setCurrentClash(int clash);     ///< brings both its events into view; -1: none
    void setTied(const QString &exhibit); ///< its events are ringed; empty: none
    bool isTied(int event) const;
    double msPerPixel() const { return m_msPerPixel; }
    domain::UtcMs leftEdge() const;      ///< of what is in view
    QPointF placeOf(int event) const;    ///< where its sign is, in view or not
    enum class Edge { Left, Right };
    int countBeyond(Edge edge) const;    ///< events that lie on that side of what is in view
    void goBeyond(Edge edge);            ///< to the nearest of them
    QRectF countPlace(Edge edge) const;  ///< where their number stands; empty: there are none
    double laneHeight() const;           ///< pixels
    QSize sizeHint() const override { return {640, 220}; }
    int wholeHeight() const { return heightOf(m_lanes.size()); } ///< pixels at which no lane is scrolled away
    QSize minimumSizeHint() const override; ///< some lanes; one scrolls to the others

Q_SIGNALS:
    void currentChanged(int event);
    void hovered(int event); ///< -1: none
    void opened(int event);
    void clashChosen(int clash);
    void eventDragged(int event);
    void clashDragged(int clash);

protected:
    bool event(QEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    struct Lane
    {
        domain::TimelineLane lane = domain::TimelineLane::Order;
        QString exhibit;             ///< of an exported chat: each has a lane of its own
        std::vector<qint64> times;   ///< of its events, in order
        std::vector<int> events;     ///< the same as indexes into the model
        std::vector<int> clashesTo;  ///< how many events up to and with this one clash
        std::vector<int> tiedTo;     ///< the same of those that are tied
        qint64 reach = 0;            ///< the longest way from an event's place to where it may have been
    };
    /// A sign on screen: the events from `first` to `last` of a lane.
    struct Sign
    {
        QPointF at;
        size_t lane = 0, first = 0, last = 0;
    };

    static bool isOf(const Lane &lane, const domain::TimelineEvent &event);
    Lane &laneFor(const domain::TimelineEvent &event);
    QString laneWords(size_t lane) const;
    double xOf(qint64 ms) const;
    qint64 timeAt(double x) const;
    double rightEdge() const; ///< of the lanes
    double room() const;      ///< the lanes' width
    double farthestOut() const;
    double leastLane() const;
    int heightOf(size_t lanes) const; ///< at least
    double lanesHeight() const; ///< of what is in view of them
    double laneMiddle(size_t lane) const;
    size_t laneOf(int event) const;
    void layOutLanes();
    void ensureLane(size_t lane);
    void showSpan(qint64 from, qint64 to);
    void setView(double startMs, double msPerPixel);
    void zoomAt(double x, double factor);
    void ensureVisible(qint64 from, qint64 to);
    int firstNotBefore(qint64 ms) const; ///< the number of events where there is none
    QString beyondText(Edge edge) const;
    QString beyondText() const; ///< of both edges
    QString countWords(Edge edge, bool isShort) const;
    std::optional<Edge> edgeAt(QPointF place) const;
    void step(int by);
    void stepLane(int by);
    const Sign *signAt(QPointF place) const;
    int clashAt(QPointF place) const;
    void choose(const Sign &sign, bool open);
    void hover(int event);
    void countTied();
    bool dragHeld(QPointF to);

    // timelinecanvas_paint.cpp
    void paintAxis(QPainter &p) const;
    void paintCounts(QPainter &p) const;
    void paintNames(QPainter &p) const;
    void paintLane(QPainter &p, size_t lane);
    void paintBars(QPainter &p, const Lane &lane, size_t first, size_t last, double middle) const;
    void paintSign(QPainter &p, const Lane &lane, const Sign &sign) const;
    void paintLabel(QPainter &p, const Lane &lane, const Sign &sign, double room);
    void paintClashes(QPainter &p);
    QColor colorOf(const domain::TimelineEvent &event) const;
    const QString &wordsOf(int event);

    const presentation::TimelineModel &m_model;
    std::vector<Lane> m_lanes;
    std::vector<Sign> m_signs;                        ///< as painted last
    std::vector<std::pair<QPointF, int>> m_clashSigns; ///< the same, with the clash
    QHash<int, QString> m_words;
    double m_start = 0, m_msPerPixel = 60'000; ///< ms at the left edge of the lanes
    int m_gutter = 80;
    int m_current = -1, m_currentClash = -1, m_hovered = -1;
    int m_heldEvent = -1, m_heldClash = -1; ///< pressed and not let go
    QString m_tied;
    enum class Fit { Own, All, Nothing };
    Fit m_fit = Fit::Own; ///< until somebody zooms or pans, a new size shows the same again
    OwnTime m_own;
    QScrollBar *m_bar;    ///< of the lanes
    bool m_dragging = false, m_dragged = false;
    QPointF m_pressed;
    double m_pressedStart = 0;
};

} // namespace arb::ui
