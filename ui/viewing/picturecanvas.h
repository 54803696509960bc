// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/viewers.h>

#include <QtGui/QTransform>
#include <QtWidgets/QWidget>

namespace arb::ui {

/// A place that is cited, drawn as an outlined box with its label.
struct MarkedRegion
{
    QRect region; ///< pixels of the full upright picture
    QString label;
    bool operator==(const MarkedRegion &) const = default;
};

/// Paints one picture at any zoom, pan and quarter turn: mip levels below 100 %, bare pixels at and above. Wheel zooms at the
/// pointer, dragging pans, Shift+drag selects a region. Knows nothing of files.
class PictureCanvas : public QWidget
{
    Q_OBJECT

public:
    explicit PictureCanvas(QWidget *parent = nullptr);

    /// A picture of another size or @p keepView false fits anew; otherwise the view stays.
    void setPicture(const QList<QImage> &levels, QSize fullSize, double pixelAspect, bool keepView);
    void clear();
    bool hasPicture() const { return !m_levels.isEmpty(); }
    QSize fullSize() const { return m_fullSize; }
    /// What is loaded of the picture, largest first.
    const QList<QImage> &levels() const { return m_levels; }

    ViewState viewState() const { return m_view; }
    void setViewState(const ViewState &state);
    void fit();
    void actualSize();
    void zoomBy(double factor);
    void turn(int quarterTurns);
    /// Moves so that @p region is inside the pane with some room around it.
    void reveal(const QRect &region);

    std::optional<QRect> region() const { return m_region; }
    void setRegion(const std::optional<QRect> &region);
    /// Puts a region in the middle of the pane, for the keyboard: arrows move it, Shift+arrows size it, Escape drops it.
    void beginRegion();
    void setMarks(const QList<MarkedRegion> &marks);
    /// From picture to widget coordinates.
    QTransform toWidget() const;
    QSize sizeHint() const override { return QSize(480, 360); }
    QSize minimumSizeHint() const override { return QSize(120, 90); }

Q_SIGNALS:
    void viewStateChanged(const arb::ui::ViewState &state, bool byReader);
    void regionChanged();
    /// More pixels than are loaded would be on show.
    void sharperWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    double fitZoom() const;
    void applyFit();
    void zoomAt(double factor, QPointF anchor);
    void panBy(QPointF widgetDelta);
    void changed(bool byReader);
    void paintPicture(QPainter &painter, const QRect &exposed) const;
    void paintMark(QPainter &painter, const QRect &region, const QString &label, bool selection) const;
    bool keyForRegion(const QKeyEvent &event);
    QPoint clampedPixel(QPointF widget) const;
    void askSharper();

    QList<QImage> m_levels;
    QSize m_fullSize;
    double m_aspect = 1.0;
    ViewState m_view;
    std::optional<QRect> m_region;
    QList<MarkedRegion> m_marks;
    std::optional<QPointF> m_panFrom;
    std::optional<QPoint> m_regionFrom;
};

} // namespace arb::ui
