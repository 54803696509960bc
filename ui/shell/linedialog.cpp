// SPDX-License-Identifier: GPL-3.0-or-later
#include "linedialog.h"

#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace arb::ui {

LineDialog::LineDialog(const QString &title, const QString &question, const QString &begun, QWidget *parent)
    : QDialog(parent), m_line(new QLineEdit(begun, this)), m_warning(new QLabel(this))
{
    setObjectName(QStringLiteral("lineDialog"));
    setWindowTitle(title);
    setMinimumWidth(380);
    auto *label = new QLabel(question, this);
    label->setTextFormat(Qt::PlainText);
    label->setBuddy(m_line);
    m_line->setObjectName(QStringLiteral("dialogLine"));
    m_line->setAccessibleName(question);
    m_line->setMaxLength(80);
    m_line->selectAll();
    m_warning->setObjectName(QStringLiteral("dialogWarning"));
    m_warning->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    QPushButton *ok = buttons->button(QDialogButtonBox::Ok);
    ok->setText(title);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(label);
    layout->addWidget(m_line);
    layout->addWidget(m_warning);
    layout->addWidget(buttons);
    const auto enable = [this, ok] { ok->setEnabled(!text().isEmpty()); };
    connect(m_line, &QLineEdit::textChanged, this, enable);
    enable();
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_line->setFocus();
}

QString LineDialog::text() const
{
    return m_line->text().trimmed();
}

void LineDialog::warnOf(const QStringList &names, const QString &sentence)
{
    const QString own = text(); // to keep a name is no clash
    connect(m_line, &QLineEdit::textChanged, this, [this, names, sentence, own] {
        m_warning->setText(text() != own && names.contains(text()) ? sentence : QString());
        m_line->setAccessibleDescription(m_warning->text());
    });
}

} // namespace arb::ui
