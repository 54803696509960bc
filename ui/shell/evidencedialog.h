// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <usecases/casecommands.h>

#include <domain/policy.h>

#include <QtWidgets/QDialog>

class QCheckBox;
class QComboBox;
class QDateTimeEdit;
class QPlainTextEdit;

namespace arb::ui {

/// Who is asked, for what, until when. Comes back to whoever asks.
class EvidenceDialog : public QDialog
{
    Q_OBJECT

public:
    EvidenceDialog(const domain::RuleBook &book, bool hasCreator, domain::UtcMs due, const QString &element, QWidget *parent);
    usecases::EvidenceWish wish() const;

private:
    QList<QPair<domain::Party, QCheckBox *>> m_parties;
    QComboBox *m_element;
    QPlainTextEdit *m_text;
    QDateTimeEdit *m_due;
};

} // namespace arb::ui
