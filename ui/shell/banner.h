// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QFrame>

class QLabel;
class QPushButton;

namespace arb::ui {

/// A line across the window while something does not work: what, what works all the same, and trying again. Stays as long
/// as it is true.
class Banner : public QFrame
{
    Q_OBJECT

public:
    explicit Banner(QWidget *parent = nullptr);
    /// An empty sentence hides it.
    void tell(const QString &sentence);
    void retranslate(); ///< words and colours as they are now

Q_SIGNALS:
    void tryAgain();

private:
    void restyle();

    QLabel *m_icon, *m_text;
    QPushButton *m_again;
};

} // namespace arb::ui
