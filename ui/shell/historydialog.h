// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <presentation/casehistory.h>

#include <QtWidgets/QDialog>

class QTableWidget;

namespace arb::ui {

/// A case's history to read and to copy (Ctrl+C: the marked lines, or all): what came in with it, then what this desk did.
class HistoryDialog : public QDialog
{
    Q_OBJECT

public:
    HistoryDialog(const QString &caseNo, const QList<presentation::HistoryRow> &rows, QWidget *parent);

private:
    void fill(const QList<presentation::HistoryRow> &rows);
    void copy() const;

    QTableWidget *m_table;
};

} // namespace arb::ui
