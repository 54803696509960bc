// SPDX-License-Identifier: GPL-3.0-or-later
#include "answerkeys.h"

#include <QtGui/QShortcut>
#include <QtWidgets/QDialog>
#include <QtWidgets/QPushButton>

namespace arb::ui {

void answerByCtrlEnter(QDialog &dialog, QPushButton &ok)
{
    const QKeySequence key(Qt::CTRL | Qt::Key_Return);
    auto *shortcut = new QShortcut(&dialog);
    shortcut->setKeys({key, QKeySequence(Qt::CTRL | Qt::Key_Enter)});
    QObject::connect(shortcut, &QShortcut::activated, &ok, &QPushButton::click);
    ok.setToolTip(QStringLiteral("%1 (%2)").arg(ok.text(), key.toString(QKeySequence::NativeText)));
}

} // namespace arb::ui
