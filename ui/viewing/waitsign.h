// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QTimer>
#include <QtWidgets/QLabel>

namespace arb::ui {

/// Says in the middle of an empty pane that its first pixels are being decoded, once that takes a while, and later that it
/// takes long. Says nothing of what is fast, so that nothing flickers. Told aloud, too, where somebody listens.
class WaitSign : public QLabel
{
    Q_OBJECT

public:
    static constexpr int slowMs = 300, longMs = 5000;

    explicit WaitSign(QWidget *parent = nullptr);
    void begin(); ///< from now on there is something to wait for
    void stop();  ///< it came, or will not come
    /// What is said now; empty: nothing.
    QString words() const;

Q_SIGNALS:
    void wordsChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    enum class Wait { None, Slow, Long };
    void turnTo(Wait wait);

    Wait m_wait = Wait::None;
    QTimer *m_slow, *m_long;
};

} // namespace arb::ui
