// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewing/filmtime.h"

#include <QtWidgets/QWidget>

class QLabel;
class QLineEdit;

namespace arb::ui {

class ElidedLabel;

/// The line under a film's timeline: where it stands, a field to type where to go, what there is to say of this place, and how
/// many frames are left out. Goes on in the next line where the pane is narrow.
class FilmBar final : public QWidget
{
    Q_OBJECT

public:
    explicit FilmBar(QWidget *parent = nullptr);
    void setWhere(const QString &text);
    void setSaid(const QString &text); ///< empty: nothing
    void setLeftOut(int percent);      ///< 0: none
    void setTypingEnabled(bool enabled);
    void beginTyping();
    void retranslate();

Q_SIGNALS:
    void placeTyped(const arb::ui::TypedPlace &place);
    void typingLeft();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void takeTyped();
    void showSaid();

    QLabel *m_where = nullptr, *m_badge = nullptr;
    ElidedLabel *m_said = nullptr;
    QLineEdit *m_place = nullptr;
    QString m_saidWords;
    int m_leftOut = 0;
    bool m_misread = false;
};

} // namespace arb::ui
