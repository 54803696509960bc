// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/time.h>

#include <QtWidgets/QDialog>

#include <optional>

class QCheckBox;
class QDateTimeEdit;

namespace arb::ui {

/// Asks until when a case is put aside: until evidence arrives, or until a moment, which is a day from @p now at first.
class ParkDialog : public QDialog
{
    Q_OBJECT

public:
    ParkDialog(const QString &caseNo, domain::UtcMs now, QWidget *parent);
    std::optional<domain::UtcMs> until() const; ///< nothing: until evidence arrives

private:
    QCheckBox *m_untilEvidence;
    QDateTimeEdit *m_until;
};

} // namespace arb::ui
