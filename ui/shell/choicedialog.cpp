// SPDX-License-Identifier: GPL-3.0-or-later
#include "choicedialog.h"

#include <ui/theme.h>

#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace arb::ui {

ChoiceDialog::ChoiceDialog(const QString &title, const QString &question, const QStringList &choices, QWidget *parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("choiceDialog"));
    setWindowTitle(title);
    setMinimumWidth(320);
    auto *label = new QLabel(question, this);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(label);
    for (int n = 0; n < choices.size(); ++n) {
        auto *button = new QPushButton(QStringLiteral("%1  %2").arg(n + 1).arg(choices.at(n)), this);
        button->setObjectName(QStringLiteral("choice%1").arg(n + 1));
        button->setShortcut(QKeySequence(QString::number(n + 1)));
        button->setMinimumHeight(30);
        applySheet(button, QStringLiteral("QPushButton { text-align: left; padding: 4px 14px; }"));
        connect(button, &QPushButton::clicked, this, [this, n] {
            accept();
            Q_EMIT chosen(n);
        });
        layout->addWidget(button);
        if (n == 0)
            button->setFocus();
    }
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

} // namespace arb::ui
