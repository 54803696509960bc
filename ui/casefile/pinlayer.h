// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtCore/QPointF>
#include <QtWidgets/QWidget>

#include <optional>

namespace arb::ui {

class PictureCanvas;

/// The numbered pins over one picture, and where they are put: a click is a pin, a drag of one moves it, all other mouse
/// work goes on to the picture below. Over a covered picture there are none: what is pointed at would say what lies beneath.
/// Draws what it is told; it pairs nothing.
class PinLayer : public QWidget
{
    Q_OBJECT

public:
    /// The layer of @p canvas, which owns it.
    static PinLayer *of(PictureCanvas *canvas);

    /// @p waiting has no partner yet and bears the next number; @p chosen counts from 0, -1 is none.
    void setPins(const QList<QPointF> &pins, const std::optional<QPointF> &waiting, int chosen);
    /// Takes clicks and shows the cross hair in the middle of the pane.
    void setSetting(bool setting);
    QPointF middle() const; ///< the pixel of the picture under the cross hair

Q_SIGNALS:
    void pinWanted(const QPointF &place); ///< pixels of the picture
    void pinDragged(int pin, const QPointF &place);
    void pinChosen(int pin);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    explicit PinLayer(PictureCanvas *canvas);
    QPointF pictureAt(QPointF widget) const;
    int pinAt(QPointF widget) const;
    void showOrHide();

    PictureCanvas *m_canvas;
    QList<QPointF> m_pins;
    std::optional<QPointF> m_waiting;
    int m_chosen = -1;
    bool m_setting = false;
    int m_dragged = -1;
    std::optional<QPointF> m_pressed;
};

} // namespace arb::ui
