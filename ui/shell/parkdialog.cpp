// SPDX-License-Identifier: GPL-3.0-or-later
#include "parkdialog.h"

#include "answerkeys.h"

#include <presentation/queuewords.h>

#include <usecases/casecommands.h>

#include <QtWidgets/QCheckBox>
#include <QtWidgets/QDateTimeEdit>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace arb::ui {

namespace {

domain::UtcMs proposedReturn(const std::optional<usecases::CaseHeader> &header, domain::UtcMs now)
{
    const domain::UtcMs tomorrow = now.plusMs(domain::dayMs);
    const auto latest = header ? usecases::latestReturn(*header, now) : std::nullopt;
    if (!latest || *latest == tomorrow) // no deadline, or it has passed
        return tomorrow;
    const domain::UtcMs before = latest->plusMs(-domain::hourMs);
    return std::min(tomorrow, before > now.plusMs(domain::minuteMs) ? before : *latest);
}

} // namespace

ParkDialog::ParkDialog(const QString &caseNo, domain::UtcMs now, const std::optional<usecases::CaseHeader> &header, QWidget *parent)
    : QDialog(parent), m_now(now), m_header(header), m_untilEvidence(new QCheckBox(tr("Until evidence arrives, at the longest until its deadline"), this)), m_until(new QDateTimeEdit(this)), m_warning(new QLabel(this))
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
    m_warning->setObjectName(QStringLiteral("parkWarning"));
    m_warning->setTextFormat(Qt::PlainText);
    m_warning->setWordWrap(true);
    const QDateTime at = proposedReturn(m_header, now).toPlatform(); // shown in platform time whatever the computer's is
    m_until->setTimeSpec(Qt::UTC);
    m_until->setDateTime(QDateTime(at.date(), QTime(at.time().hour(), at.time().minute()), Qt::UTC));
    m_until->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm"));
    m_until->setCalendarPopup(true);
    m_until->setAccessibleName(question->text());
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Ok)->setText(tr("Park"));
    auto *layout = new QVBoxLayout(this);
    for (QWidget *widget : std::initializer_list<QWidget *>{question, m_until, m_untilEvidence, m_warning, note, buttons})
        layout->addWidget(widget);
    connect(m_untilEvidence, &QCheckBox::toggled, m_until, &QWidget::setDisabled);
    connect(m_untilEvidence, &QCheckBox::toggled, this, &ParkDialog::warn);
    connect(m_until, &QDateTimeEdit::dateTimeChanged, this, &ParkDialog::warn);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    answerByCtrlEnter(*this, *buttons->button(QDialogButtonBox::Ok));
    m_until->setFocus();
    warn();
}

/// Nobody plans with a later time than the case comes back at.
void ParkDialog::warn()
{
    const auto wished = until();
    const QString sentence = wished && m_header ? presentation::earlierReturnText(*m_header, *wished, m_now) : QString();
    m_warning->setText(sentence);
    m_warning->setVisible(!sentence.isEmpty());
    m_until->setAccessibleDescription(sentence);
}

std::optional<domain::UtcMs> ParkDialog::until() const
{
    if (m_untilEvidence->isChecked())
        return std::nullopt;
    return domain::UtcMs::fromPlatform(m_until->date(), m_until->time());
}

} // namespace arb::ui
