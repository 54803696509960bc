// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/viewing.h>

#include <QtCore/QBasicTimer>
#include <QtGui/QImage>
#include <QtGui/QTransform>
#include <QtWidgets/QWidget>

#include <optional>

namespace arb::ui {

/// Two pictures in one place, the right one laid on the left by their alignment: a slider's edge, blinking, the absolute
/// difference, or one through the other. The left's view leads. Zoom, pan and keys as in the panes; Alt moves the right
/// picture alone. Paints from mip levels, only what is exposed, at screen resolution. Loads and keeps nothing.
class CompareCanvas : public QWidget
{
    Q_OBJECT

public:
    explicit CompareCanvas(QWidget *parent = nullptr);

    struct Side
    {
        QList<QImage> levels; ///< largest first, each further one half the one before
        QSize fullSize;
        double pixelAspect = 1.0; ///< width of a pixel over its height
        domain::Tone tone;
        QString name; ///< says on screen which one it is; party text, drawn plain
    };
    void setSides(const Side &left, const Side &right);
    void setPlace(const domain::ViewState &left, const domain::Similarity &alignment);
    const domain::ViewState &leftView() const { return m_left; }
    const domain::Similarity &alignment() const { return m_alignment; }

    void setMode(domain::CompareMode mode); ///< not SideBySide: that is the panes'
    void setSlider(int permille);
    void setBlink(int ms);
    void setGain(int percent);
    void setOpacity(int permille);
    /// Nothing moves by itself: Space steps from one side to the other.
    void setCalm(bool calm);
    void setPaused(bool paused);
    bool isPaused() const { return m_paused; }
    void showSide(bool right);
    bool isRightOnShow() const { return m_rightOnShow; }

    void fit();
    void actualSize();
    void zoomBy(double factor);
    void turn(double degrees);
    void mirror();
    /// From the left picture to the widget.
    QTransform toWidget() const;
    QSize minimumSizeHint() const override { return QSize(240, 120); }

    /// What |left - right| of a colour (0 to 255) looks like: the same is middle grey, every difference is brighter.
    static int differenceTone(int left, int right, int gainPercent);

Q_SIGNALS:
    /// The reader moved, zoomed or turned both.
    void viewWanted(const arb::domain::ViewState &left);
    /// The reader moved the right picture alone.
    void alignmentWanted(const arb::domain::Similarity &alignment);
    void sliderMoved(int permille);
    void sideShown(bool right);
    void pauseWanted(bool paused);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    enum class Drag { None, Pan, Edge, RightAlone };
    QTransform transformOf(const domain::ViewState &view, const Side &side) const;
    domain::ViewState rightView() const;
    double fitZoom() const;
    double edge() const; ///< x of the slider's edge
    void zoomAt(double factor, QPointF anchor);
    void panBy(QPointF widgetDelta);
    void moveRightBy(QPointF widgetDelta);
    void moveEdgeTo(double x);
    void want(const domain::ViewState &left);
    void paintSide(QPainter &painter, const Side &side, const domain::ViewState &view, const QRect &exposed) const;
    void paintPixels(QPainter &painter, const Side &side, const domain::ViewState &view, const QRect &exposed) const;
    void paintDifference(QPainter &painter, const QRect &exposed) const;
    void paintEdge(QPainter &painter) const;
    void paintNames(QPainter &painter) const;
    bool keyForArrows(const QKeyEvent &event);
    void beat(); ///< starts or stops the blinking as things stand

    Side m_sides[2]; ///< left, right
    domain::ViewState m_left;
    domain::Similarity m_alignment;
    domain::CompareMode m_mode = domain::CompareMode::Slider;
    int m_slider = 500, m_blinkMs = 500, m_gain = 100, m_opacity = 500;
    bool m_calm = false, m_paused = false, m_rightOnShow = false;
    QBasicTimer m_blink;
    Drag m_drag = Drag::None;
    QPointF m_dragFrom;
};

} // namespace arb::ui
