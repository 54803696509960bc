// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/queuemodel.h>

#include <presentation/formats.h>
#include <presentation/labels.h>

#include <domain/rank.h>

#include <QtCore/QCoreApplication>

namespace arb::presentation {

namespace {

struct Queue
{
    Q_DECLARE_TR_FUNCTIONS(Queue)
};

bool sameRow(const usecases::CaseHeader &a, const usecases::CaseHeader &b)
{
    return a.version == b.version && a.holderName == b.holderName;
}

} // namespace

QueueModel::QueueModel(QObject *parent) : QAbstractTableModel(parent) {}

void QueueModel::setRows(const QList<usecases::CaseHeader> &rows, domain::UtcMs now)
{
    setNow(now); // rows that stay as they are may still read otherwise: "3 h 29 min"
    QHash<domain::CaseId, int> fresh;
    fresh.reserve(rows.size());
    for (int n = 0; n < rows.size(); ++n)
        fresh.insert(rows.at(n).id, n);
    // Rows that left go first, from the end, so that what stays keeps its place for selection and scroll.
    for (int n = static_cast<int>(m_rows.size()) - 1; n >= 0; --n) {
        if (fresh.contains(m_rows.at(n).id))
            continue;
        int first = n;
        while (first > 0 && !fresh.contains(m_rows.at(first - 1).id))
            --first;
        beginRemoveRows({}, first, n);
        m_rows.remove(first, n - first + 1);
        endRemoveRows();
        n = first;
    }
    QList<domain::CaseId> kept;
    QHash<domain::CaseId, int> old;
    for (int n = 0; n < m_rows.size(); ++n)
        old.insert(m_rows.at(n).id, n);
    bool sameOrder = true;
    int last = -1;
    for (const usecases::CaseHeader &row : rows) {
        if (const auto found = old.constFind(row.id); found != old.cend()) {
            sameOrder = sameOrder && *found > last;
            last = *found;
        }
    }
    if (!sameOrder) {
        Q_EMIT layoutAboutToBeChanged();
        const QModelIndexList before = persistentIndexList();
        QList<domain::CaseId> ids;
        for (const QModelIndex &index : before)
            ids.append(m_rows.at(index.row()).id);
        QList<usecases::CaseHeader> ordered;
        for (const usecases::CaseHeader &row : rows) {
            if (const auto found = old.constFind(row.id); found != old.cend())
                ordered.append(m_rows.at(*found));
        }
        m_rows = ordered;
        QHash<domain::CaseId, int> place;
        for (int n = 0; n < m_rows.size(); ++n)
            place.insert(m_rows.at(n).id, n);
        QModelIndexList after;
        for (int n = 0; n < before.size(); ++n)
            after.append(index(place.value(ids.at(n)), before.at(n).column()));
        changePersistentIndexList(before, after);
        Q_EMIT layoutChanged();
    }
    for (int n = 0; n < rows.size(); ++n) {
        if (n < m_rows.size() && m_rows.at(n).id == rows.at(n).id) {
            if (!sameRow(m_rows.at(n), rows.at(n))) {
                m_rows[n] = rows.at(n);
                Q_EMIT dataChanged(index(n, 0), index(n, ColumnCount - 1));
            }
            continue;
        }
        int until = n;
        while (until < rows.size() && !old.contains(rows.at(until).id))
            ++until;
        beginInsertRows({}, n, until - 1);
        m_rows.insert(n, until - n, usecases::CaseHeader());
        for (int k = n; k < until; ++k)
            m_rows[k] = rows.at(k);
        endInsertRows();
        n = until - 1;
    }
    m_rowOf = fresh;
}

void QueueModel::setNow(domain::UtcMs now)
{
    const domain::UtcMs before = m_now;
    m_now = now;
    int first = -1;
    for (int n = 0; n <= m_rows.size(); ++n) {
        const bool changed = n < m_rows.size()
            && dueText(m_rows.at(n).dueAt, m_rows.at(n).dueUnknown, before) != dueText(m_rows.at(n).dueAt, m_rows.at(n).dueUnknown, now);
        if (changed && first < 0)
            first = n;
        if (!changed && first >= 0) {
            Q_EMIT dataChanged(index(first, DueColumn), index(n - 1, DueColumn));
            first = -1;
        }
    }
}

const usecases::CaseHeader *QueueModel::at(int row) const
{
    return row >= 0 && row < m_rows.size() ? &m_rows.at(row) : nullptr;
}

int QueueModel::rowOf(domain::CaseId id) const
{
    return m_rowOf.value(id, -1);
}

void QueueModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(static_cast<int>(m_rows.size()) - 1, ColumnCount - 1));
}

int QueueModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int QueueModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString QueueModel::text(const usecases::CaseHeader &row, int column) const
{
    switch (column) {
    case DueColumn:
        if (row.state == domain::DisputeState::Suspended)
            return Queue::tr("paused");
        return dueText(row.dueAt, row.dueUnknown, m_now);
    case CaseColumn: return row.caseNo;
    case AmountColumn: return moneyText(row.claimed);
    case ReasonColumn: return label(row.reason);
    case StateColumn: return row.holderName.isEmpty() ? label(row.state) : Queue::tr("%1 · %2").arg(label(row.state), row.holderName);
    case MerchantColumn: return row.merchantName;
    default: return {};
    }
}

QString QueueModel::why(const usecases::CaseHeader &row) const
{
    QStringList words;
    const auto reasons = domain::rankReasons({.dueAt = row.dueAt, .escalatedAt = row.escalatedAt, .claimed = row.claimed, .flags = row.flags}, {}, m_now);
    for (const QString &code : reasons)
        words.append(rankReasonLabel(code));
    for (const QString &tag : row.tags)
        words.append(tagLabel(tag));
    return words.join(QStringLiteral(" · "));
}

QVariant QueueModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const usecases::CaseHeader &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
    case WhyRole:
        return why(row);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(index.column() == AmountColumn ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    case Qt::AccessibleTextRole:
        return Queue::tr("%1: %2").arg(headerData(index.column(), Qt::Horizontal).toString(), text(row, index.column()));
    case CaseIdRole:
        return row.id.value();
    case UrgencyRole:
        return static_cast<int>(row.state == domain::DisputeState::Suspended ? Urgency::None : urgency(row.dueAt, m_now));
    case StateRole:
        return static_cast<int>(row.state);
    case HolderRole:
        return row.holderName;
    case SecondLineRole:
        return QStringLiteral("%1 · %2").arg(label(row.reason), row.product);
    default:
        return {};
    }
}

QVariant QueueModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case DueColumn: return Queue::tr("Left");
    case CaseColumn: return Queue::tr("Case");
    case AmountColumn: return Queue::tr("Claimed");
    case ReasonColumn: return Queue::tr("Reason");
    case StateColumn: return Queue::tr("State");
    case MerchantColumn: return Queue::tr("Merchant");
    default: return {};
    }
}

} // namespace arb::presentation
