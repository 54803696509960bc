// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/viewers.h>

#include <QtWidgets/QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QSpinBox;

namespace arb::ui {

class ViewBar;

/// Fields for the angle and the tones of a view. Shows a state and tells wishes; keeps nothing.
class LookPanel : public QWidget
{
    Q_OBJECT

public:
    explicit LookPanel(QWidget *parent = nullptr);
    ViewBar *bar() const { return m_bar; } ///< for actions of the viewer
    void showState(const ViewState &state);
    void retranslate();

Q_SIGNALS:
    void rotationWanted(double degrees);
    void toneWanted(const arb::domain::Tone &tone);

private:
    QSpinBox *addField(const QString &objectName, int least, int most, QLabel **label);
    QLabel *addLabelled(QWidget *field);
    domain::Tone typedTone() const;
    void tellTone();

    ViewBar *m_bar = nullptr;
    QLabel *m_angleLabel = nullptr, *m_channelLabel = nullptr, *m_blackLabel = nullptr, *m_whiteLabel = nullptr;
    QLabel *m_gammaLabel = nullptr, *m_brightnessLabel = nullptr;
    QSpinBox *m_angle = nullptr, *m_black = nullptr, *m_white = nullptr, *m_gamma = nullptr, *m_brightness = nullptr;
    QComboBox *m_channel = nullptr;
    QCheckBox *m_inverted = nullptr;
    QPushButton *m_reset = nullptr;
    domain::Tone m_tone; ///< as shown
};

} // namespace arb::ui
