// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QDialog>

namespace arb::ui {

/// One question with up to nine answers, each one key: the digit before it answers at once.
class ChoiceDialog : public QDialog
{
    Q_OBJECT

public:
    ChoiceDialog(const QString &title, const QString &question, const QStringList &choices, QWidget *parent);

Q_SIGNALS:
    void chosen(int index);
};

} // namespace arb::ui
