// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "filmtime.h"

#include <QtWidgets/QWidget>

class QLabel;
class QLineEdit;

namespace arb::ui {

class ElidedLabel;

/// The line under a film's timeline: where it stands, a field to type where to go, and whether the frame on show is damaged; goes
/// on in the next line where the pane is narrow. How many frames are left out stands where the lines leave room, in full or
/// short, and moves nothing. Below it what there is to say of this place, in a few lines. Usual words have their room from the
/// beginning, and what was needed once for a film keeps its room, so that nothing jumps while it comes and goes and two films
/// beside each other stand at one height.
class FilmBar final : public QWidget
{
    Q_OBJECT

public:
    explicit FilmBar(QWidget *parent = nullptr);
    void clear(); ///< another film comes
    void setWhere(const QString &time, const QString &frame = {}); ///< one below the other where the pane is narrow
    void setSaid(const QString &text); ///< empty: nothing
    void setDamaged(bool damaged);     ///< the frame on show is not what was filmed
    void setLeftOut(int percent);      ///< 0: none
    void setTypingEnabled(bool enabled);
    void beginTyping();
    void retranslate();
    void setTight(bool tight); ///< for a while words have one line, or none where none were said of this film
    int spareHeight() const;   ///< pixels that it then gives
    void setLow(bool low);     ///< one line of words; where they are longer, the tooltip has them all

Q_SIGNALS:
    void placeTyped(const arb::ui::TypedPlace &place);
    void typingLeft();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    void takeTyped();
    void showSaid();
    void keepSaidRoom();
    void fitField();
    void fitSaid();
    int tightSaidHeight() const;
    void placeBadge();
    int usualSaidHeight() const;
    static QString misreadText();
    void restyle();

    QLabel *m_where = nullptr, *m_whereFrame = nullptr, *m_badge = nullptr;
    QWidget *m_damaged = nullptr; ///< a sign and a word
    QLabel *m_damagedSign = nullptr, *m_damagedWord = nullptr;
    ElidedLabel *m_said = nullptr;
    QLineEdit *m_place = nullptr;
    QString m_saidWords;
    int m_leftOut = 0;
    bool m_misread = false;
    int m_spokenHeight = 0; ///< the most that words of this film needed in this width; 0: none yet
    bool m_tight = false, m_low = false;
};

} // namespace arb::ui
