// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <usecases/caserecord.h>

#include <QtCore/QAbstractTableModel>

namespace arb::presentation {

/// The rows of the queue. setRows() applies a diff by case id, so that selection and scroll stay put; it does not know
/// where rows come from. Colours and icons are the delegate's business, which reads the urgency role.
class QueueModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum ColumnIndex { DueColumn, CaseColumn, AmountColumn, ReasonColumn, StateColumn, MerchantColumn, ColumnCount };
    enum Role { CaseIdRole = Qt::UserRole, UrgencyRole, StateRole, SecondLineRole, WhyRole, HolderRole };

    explicit QueueModel(QObject *parent = nullptr);

    void setRows(const QList<usecases::CaseHeader> &rows, domain::UtcMs now);
    /// Moves the clock: only the time column of rows whose text changes is announced.
    void setNow(domain::UtcMs now);
    const usecases::CaseHeader *at(int row) const;
    int rowOf(domain::CaseId id) const;
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString text(const usecases::CaseHeader &row, int column) const;
    QString why(const usecases::CaseHeader &row) const;

    QList<usecases::CaseHeader> m_rows;
    QHash<domain::CaseId, int> m_rowOf;
    domain::UtcMs m_now;
};

} // namespace arb::presentation
