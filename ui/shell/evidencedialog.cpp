// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidencedialog.h"

#include "answerkeys.h"

#include <presentation/formats.h>
#include <presentation/labels.h>

#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDateTimeEdit>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QGroupBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>

namespace arb::ui {

// Made in reading order: that is the order in which Tab goes through them.
EvidenceDialog::EvidenceDialog(const domain::RuleBook &book, bool hasCreator, domain::UtcMs due, const QString &element, QWidget *parent)
    : QDialog(parent), m_elements(book.elements())
{
    setObjectName(QStringLiteral("evidenceDialog"));
    setWindowTitle(tr("Ask for evidence"));
    setMinimumWidth(480);
    auto *who = new QGroupBox(tr("Who is asked"), this);
    auto *whoRow = new QHBoxLayout(who);
    QList<domain::Party> parties{domain::Party::Buyer, domain::Party::Merchant};
    if (hasCreator)
        parties.append(domain::Party::Creator);
    for (const domain::Party party : parties) {
        auto *box = new QCheckBox(presentation::label(party), who);
        box->setObjectName(QString(QStringLiteral("ask_") + domain::toCode(party)));
        m_parties.append({party, box});
        whoRow->addWidget(box);
    }
    whoRow->addStretch(1);
    m_element = new QComboBox(this);
    for (const domain::BookElement &row : m_elements)
        m_element->addItem(presentation::bilingual(row.labelZh, row.labelEn), row.code);
    m_element->setObjectName(QStringLiteral("askElement"));
    m_element->setCurrentIndex(qMax(0, m_element->findData(element)));
    m_element->setAccessibleName(tr("What is to be proved"));
    m_text = new QPlainTextEdit(this);
    m_text->setObjectName(QStringLiteral("askText"));
    m_text->setAccessibleName(tr("What exactly is asked"));
    m_text->setPlaceholderText(tr("What exactly is asked"));
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(80);
    m_due = new QDateTimeEdit(this);
    m_due->setObjectName(QStringLiteral("askDue"));
    m_due->setAccessibleName(tr("Until when"));
    // Shown and read as bare digits of platform time: no zone of the computer's takes part.
    m_due->setTimeSpec(Qt::UTC);
    setDue(due);
    m_due->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm"));
    m_due->setCalendarPopup(true);
    m_outlook = new QLabel(this);
    m_outlook->setObjectName(QStringLiteral("askOutlook"));
    m_outlook->setTextFormat(Qt::PlainText);
    m_outlook->setWordWrap(true);
    auto *form = new QFormLayout(this);
    form->addRow(who);
    form->addRow(tr("What"), m_element);
    form->addRow(tr("Exactly"), m_text);
    form->addRow(tr("Until"), m_due);
    form->addRow(m_outlook);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    QPushButton *ok = buttons->button(QDialogButtonBox::Ok);
    ok->setText(tr("Ask for evidence"));
    answerByCtrlEnter(*this, *ok);
    form->addRow(buttons);
    const auto follow = [this, ok] {
        ok->setEnabled(!wish().parties.isEmpty());
        explain();
    };
    for (const auto &[party, box] : std::as_const(m_parties))
        connect(box, &QCheckBox::toggled, this, follow);
    connect(m_element, &QComboBox::currentIndexChanged, this, &EvidenceDialog::explain);
    connect(m_due, &QDateTimeEdit::dateTimeChanged, this, &EvidenceDialog::explain);
    follow();
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_parties.constFirst().second->setFocus();
    m_fresh = wish();
}

void EvidenceDialog::setDue(domain::UtcMs due)
{
    const QDateTime platform = due.toPlatform();
    m_due->setDateTime(QDateTime(platform.date(), platform.time(), Qt::UTC));
}

std::optional<usecases::EvidenceWish> EvidenceDialog::begun() const
{
    usecases::EvidenceWish now = wish();
    if (now.dueAt == m_fresh.dueAt)
        now.dueAt.reset();
    const bool touched = !now.parties.isEmpty() || !now.text.isEmpty() || now.dueAt || now.element != m_fresh.element;
    return touched ? std::optional(now) : std::nullopt;
}

void EvidenceDialog::goOnWith(const usecases::EvidenceWish &begun)
{
    for (const auto &[party, box] : std::as_const(m_parties))
        box->setChecked(begun.parties.contains(party));
    if (const int index = m_element->findData(begun.element); index >= 0)
        m_element->setCurrentIndex(index);
    m_text->setPlainText(begun.text);
    if (begun.dueAt)
        setDue(*begun.dueAt);
}

void EvidenceDialog::explain()
{
    QStringList asked;
    for (const auto &[party, box] : std::as_const(m_parties)) {
        if (box->isChecked())
            asked.append(presentation::label(party).toLower());
    }
    const int index = m_element->currentIndex();
    QStringList lines;
    if (asked.isEmpty())
        lines.append(tr("Choose who is asked."));
    else if (index >= 0 && index < m_elements.size())
        lines.append(tr("Ask %1 for \"%2\" by %3; if nothing comes, %4.")
                         .arg(asked.join(tr(" and ")), m_element->currentText(), presentation::dateTimeText(*wish().dueAt),
                              tr("the case is decided on what is there, and the %1 bears the burden of proof")
                                  .arg(presentation::label(m_elements.at(index).burden).toLower())));
    lines.append(tr("The case comes back to you when everything is in or the time is over."));
    m_outlook->setText(lines.join(QLatin1Char('\n')));
    // A dialog on show does not grow by itself with its words.
    layout()->activate();
    if (const int needed = layout()->totalHeightForWidth(width()); isVisible() && needed > height())
        resize(width(), needed);
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
