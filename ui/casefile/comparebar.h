// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../viewing/viewbar.h"

#include <domain/viewing.h>

class QDoubleSpinBox;
class QSpinBox;

namespace arb::ui {

class ElidedLabel;

/// The row above both sides: how they are compared, the one setting of that way, pins, and what the pins fit. Its actions
/// bear the names, words and keys of the action catalogue ("compareSlider"). Shows what it is told; it decides nothing.
class CompareBar : public ViewBar
{
    Q_OBJECT

public:
    explicit CompareBar(QWidget *parent = nullptr);

    /// The action called @p id, or nullptr.
    QAction *action(const QString &id) const;
    QList<QAction *> actionsByMode() const { return m_modes; }

    /// @p value in the unit it is kept in: permille, milliseconds or percent. Side by side has none.
    void showMode(domain::CompareMode mode, int value);
    /// What lies on show may be laid on each other at all.
    void setOverlaying(bool possible);
    void showPins(int count, int chosen, bool setting);
    /// Whether films can be tied, are tied, and whether that can be shifted by frames.
    void showTie(bool possible, bool tied, bool shiftable);
    void showPaused(bool paused, bool calm);
    /// Beside the buttons: what the pins fit, which side is on show.
    /// @p inFull is read aloud instead, and is the tooltip where it says more.
    void say(const QString &words, const QString &inFull);
    QString saidInFull() const;
    QString said() const;

Q_SIGNALS:
    void modeChosen(arb::domain::CompareMode mode);
    void valueChosen(int value);
    void pinPicked(int pin); ///< from 0

protected:
    void changeEvent(QEvent *event) override;

private:
    QAction *add(const QString &id, Glyph glyph, bool checkable);
    void addTies();
    QToolButton *addShift(const char *way, Glyph glyph);
    void retranslate();
    void nameValue();

    QList<QAction *> m_modes;
    QAction *m_pause, *m_pinOut;
    QToolButton *m_pauseButton, *m_pinOutButton;
    QAction *m_tie = nullptr, *m_untie = nullptr;
    QList<QToolButton *> m_tieButtons, m_shiftButtons; ///< there only while they can do something
    QList<QAction *> m_shifts;
    QDoubleSpinBox *m_value;
    QSpinBox *m_pin;
    ElidedLabel *m_words;
    domain::CompareMode m_mode = domain::CompareMode::SideBySide;
    bool m_calm = false;
};

} // namespace arb::ui
