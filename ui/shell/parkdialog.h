// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <usecases/caserecord.h>

#include <QtWidgets/QDialog>

#include <optional>

class QCheckBox;
class QDateTimeEdit;
class QLabel;

namespace arb::ui {

/// Asks until when a case is put aside: until evidence arrives, or until a moment. That is a day from @p now at first, but at
/// most an hour before the case's deadline (or the deadline, when it is nearer), and a later one is answered by a warning.
class ParkDialog : public QDialog
{
    Q_OBJECT

public:
    /// @p header: the case as it is known, for its deadline; nothing when it is not known.
    ParkDialog(const QString &caseNo, domain::UtcMs now, const std::optional<usecases::CaseHeader> &header, QWidget *parent);
    std::optional<domain::UtcMs> until() const; ///< nothing: until evidence arrives

private:
    void warn();

    domain::UtcMs m_now; ///< when it was asked
    std::optional<usecases::CaseHeader> m_header;
    QCheckBox *m_untilEvidence;
    QDateTimeEdit *m_until;
    QLabel *m_warning;
};

} // namespace arb::ui
