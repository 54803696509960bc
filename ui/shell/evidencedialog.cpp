// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidencedialog.h"

#include <presentation/labels.h>

#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDateTimeEdit>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>

namespace arb::ui {

EvidenceDialog::EvidenceDialog(const domain::RuleBook &book, bool hasCreator, domain::UtcMs due, const QString &element, QWidget *parent)
    : QDialog(parent), m_element(new QComboBox(this)), m_text(new QPlainTextEdit(this)), m_due(new QDateTimeEdit(this))
{
    setObjectName(QStringLiteral("evidenceDialog"));
    setWindowTitle(tr("Ask for evidence"));
    setMinimumWidth(460);
    auto *who = new QHBoxLayout;
    QList<domain::Party> parties{domain::Party::Buyer, domain::Party::Merchant};
    if (hasCreator)
        parties.append(domain::Party::Creator);
    for (const domain::Party party : parties) {
        auto *box = new QCheckBox(presentation::label(party), this);
        box->setObjectName(QString(QStringLiteral("ask_") + domain::toCode(party)));
        m_parties.append({party, box});
        who->addWidget(box);
    }
    who->addStretch(1);
    for (const domain::BookElement &row : book.elements())
        m_element->addItem(presentation::bilingual(row.labelZh, row.labelEn), row.code);
    const int index = m_element->findData(element);
    m_element->setCurrentIndex(qMax(0, index));
    m_element->setAccessibleName(tr("What is to be proved"));
    m_text->setAccessibleName(tr("What exactly is asked"));
    m_text->setPlaceholderText(tr("What exactly is asked"));
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(80);
    m_due->setAccessibleName(tr("Until when"));
    m_due->setTimeSpec(Qt::OffsetFromUTC);
    m_due->setDateTime(due.toPlatform());
    m_due->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm"));
    m_due->setCalendarPopup(true);
    auto *form = new QFormLayout(this);
    form->addRow(tr("Who"), who);
    form->addRow(tr("What"), m_element);
    form->addRow(tr("Exactly"), m_text);
    form->addRow(tr("Until"), m_due);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Ok)->setText(tr("Ask for evidence"));
    form->addRow(buttons);
    const auto enable = [this, buttons] {
        bool any = false;
        for (const auto &[party, box] : std::as_const(m_parties))
            any = any || box->isChecked();
        buttons->button(QDialogButtonBox::Ok)->setEnabled(any);
    };
    for (const auto &[party, box] : std::as_const(m_parties))
        connect(box, &QCheckBox::toggled, this, enable);
    enable();
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

usecases::EvidenceWish EvidenceDialog::wish() const
{
    usecases::EvidenceWish wish;
    for (const auto &[party, box] : m_parties) {
        if (box->isChecked())
            wish.parties.append(party);
    }
    wish.element = m_element->currentData().toString();
    wish.text = m_text->toPlainText();
    wish.dueAt = domain::UtcMs::fromPlatform(m_due->date(), m_due->time());
    return wish;
}

} // namespace arb::ui
