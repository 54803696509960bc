// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewing/trackmodel.h"

#include <presentation/formats.h>
#include <presentation/labels.h>

namespace arb::ui {

namespace {

void makeScansVisible(QList<domain::LogisticsScan> &scans)
{
    for (domain::LogisticsScan &scan : scans) {
        scan.place = presentation::visibleText(scan.place);
        scan.text = presentation::visibleText(scan.text);
    }
}

} // namespace

TrackModel::TrackModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

void TrackModel::setTracks(const QList<domain::LogisticsScan> &out, const QList<domain::LogisticsScan> &back)
{
    beginResetModel();
    m_out = out;
    m_back = back;
    makeScansVisible(m_out);
    makeScansVisible(m_back);
    m_rows.clear();
    m_cited.clear();
    const auto append = [this](qsizetype count, bool isBack) {
        for (int i = 0; i < count; ++i)
            m_rows.append({false, isBack, i, i == 0, i == count - 1});
    };
    // One way needs no heading.
    if (!m_back.isEmpty())
        m_rows.append({true, false, -1, false, false});
    append(m_out.size(), false);
    if (!m_back.isEmpty())
        m_rows.append({true, true, -1, false, false});
    append(m_back.size(), true);
    endResetModel();
}

int TrackModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant TrackModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[index.row()];
    if (row.heading)
        return role == Qt::DisplayRole || role == Qt::AccessibleTextRole ? headingText(row.back) : QVariant();
    const domain::LogisticsScan &entry = scan(row);
    if (role == Qt::DisplayRole)
        return placeLine(entry);
    if (role == Qt::AccessibleTextRole)
        return tr("%1, %2: %3").arg(presentation::dateTimeText(entry.at), placeLine(entry), entry.text);
    return {};
}

Qt::ItemFlags TrackModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    if (m_rows[index.row()].heading)
        return Qt::ItemIsEnabled;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled;
}

int TrackModel::rowOf(bool back, int scan) const
{
    for (int at = 0; at < m_rows.size(); ++at) {
        if (!m_rows[at].heading && m_rows[at].back == back && m_rows[at].scan == scan)
            return at;
    }
    return -1;
}

QString TrackModel::headingText(bool back) const
{
    return back ? tr("The way back") : tr("The way out");
}

QString TrackModel::placeLine(const domain::LogisticsScan &scan) const
{
    const QString event = presentation::visibleText(presentation::scanLabel(scan.event));
    return scan.place.isEmpty() ? event : QStringLiteral("%1 · %2").arg(event, scan.place);
}

void TrackModel::setCited(const QHash<int, int> &numbers)
{
    m_cited = numbers;
    languageChanged();
}

void TrackModel::languageChanged()
{
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0), index(static_cast<int>(m_rows.size()) - 1));
}

} // namespace arb::ui
