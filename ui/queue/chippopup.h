// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chipfilter.h"

#include <QtWidgets/QFrame>

#include <functional>

class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace arb::ui {

/// What opens under a chip: a list to tick, or fields. Every choice counts at once; what a field holds counts when it can
/// be read, else the popup says what is expected. Space ticks, Enter and Esc close.
class ChipPopup : public QFrame
{
    Q_OBJECT

public:
    ChipPopup(Chip chip, const usecases::QueueFilter &filter, const usecases::QueueFacets &facets, QWidget *parent);

    void keepOnScreen();

Q_SIGNALS:
    void edited(const arb::usecases::QueueFilter &filter);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void addChoices(const QList<ChipChoice> &choices);
    void addNames();
    void addAmount();
    void addDeadline();
    void addAside();
    QLineEdit *addField(const QString &objectName, const QString &label, const QString &text, const std::function<void()> &changed);
    void readAmount(const QString &from, const QString &to);
    void readDuration(const QString &text);
    void complain(const QString &sentence);
    void tell();

    Chip m_chip;
    usecases::QueueFilter m_filter;
    QVBoxLayout *m_layout;
    QLabel *m_note;
};

} // namespace arb::ui
