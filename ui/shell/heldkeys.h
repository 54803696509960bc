// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>

namespace arb::ui {

/// A key held down acts once where its action does not repeat. Qt sees to that for repeats that are told as such; on X11 some
/// arrive as a release and a press of the same moment, and would claim one case after the other. Filters the whole program's events.
class HeldKeys final : public QObject
{
public:
    explicit HeldKeys(QObject *parent);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    int m_releasedKey = 0;
    quint64 m_releasedAt = 0; ///< the window system's time, ms
    bool m_repeats = false;   ///< the key that is being pressed was never let go
};

} // namespace arb::ui
