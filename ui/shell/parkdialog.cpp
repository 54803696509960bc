// SPDX-License-Identifier: GPL-3.0-or-later
#include "parkdialog.h"

#include "answerkeys.h"

#include <QtWidgets/QCheckBox>
#include <QtWidgets/QDateTimeEdit>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace arb::ui {

ParkDialog::ParkDialog(const QString &caseNo, domain::UtcMs now, QWidget *parent)
    : QDialog(parent), m_untilEvidence(new QCheckBox(tr("Until evidence arrives, at the longest until its deadline"), this)), m_until(new QDateTimeEdit(this))
{
    setObjectName(QStringLiteral("parkDialog"));
    setWindowTitle(tr("Park"));
    m_untilEvidence->setObjectName(QStringLiteral("parkUntilEvidence"));
    m_until->setObjectName(QStringLiteral("parkUntil"));
    auto *question = new QLabel(caseNo.isEmpty() ? tr("Until when is this case put aside?") : tr("Until when is %1 put aside?").arg(caseNo), this);
    question->setTextFormat(Qt::PlainText);
    question->setBuddy(m_until);
    auto *note = new QLabel(tr("It comes back by itself, or earlier when evidence arrives."), this);
    note->setWordWrap(true);
    const QDateTime tomorrow = now.plusMs(domain::dayMs).toPlatform(); // shown in platform time whatever the computer's is
    m_until->setTimeSpec(Qt::UTC);
    m_until->setDateTime(QDateTime(tomorrow.date(), QTime(tomorrow.time().hour(), tomorrow.time().minute()), Qt::UTC));
    m_until->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm"));
    m_until->setCalendarPopup(true);
    m_until->setAccessibleName(question->text());
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Ok)->setText(tr("Park"));
    auto *layout = new QVBoxLayout(this);
    for (QWidget *widget : std::initializer_list<QWidget *>{question, m_until, m_untilEvidence, note, buttons})
        layout->addWidget(widget);
    connect(m_untilEvidence, &QCheckBox::toggled, m_until, &QWidget::setDisabled);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    answerByCtrlEnter(*this, *buttons->button(QDialogButtonBox::Ok));
    m_until->setFocus();
}

std::optional<domain::UtcMs> ParkDialog::until() const
{
    if (m_untilEvidence->isChecked())
        return std::nullopt;
    return domain::UtcMs::fromPlatform(m_until->date(), m_until->time());
}

} // namespace arb::ui
