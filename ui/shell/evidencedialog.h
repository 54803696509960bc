// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <usecases/casecommands.h>

#include <domain/policy.h>

#include <QtWidgets/QDialog>

#include <optional>

class QCheckBox;
class QComboBox;
class QDateTimeEdit;
class QLabel;
class QPlainTextEdit;

namespace arb::ui {

/// Who is asked, for what, until when, and what follows when nothing comes. Times are platform time, whatever the computer's.
class EvidenceDialog : public QDialog
{
    Q_OBJECT

public:
    EvidenceDialog(const domain::RuleBook &book, bool hasCreator, domain::UtcMs due, const QString &element, QWidget *parent);
    usecases::EvidenceWish wish() const;
    /// What was begun here, to go on with another time; nothing when nothing was touched. Its time is absent while nobody
    /// changed it: the next dialog then names its own.
    std::optional<usecases::EvidenceWish> begun() const;
    void goOnWith(const usecases::EvidenceWish &begun);

private:
    void explain();
    void setDue(domain::UtcMs due);

    QList<domain::BookElement> m_elements;
    QList<QPair<domain::Party, QCheckBox *>> m_parties;
    QComboBox *m_element;
    QPlainTextEdit *m_text;
    QDateTimeEdit *m_due;
    QLabel *m_outlook;
    usecases::EvidenceWish m_fresh; ///< as the dialog came
};

} // namespace arb::ui
