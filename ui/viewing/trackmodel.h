// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/casefile.h>

#include <QtCore/QAbstractListModel>
#include <QtCore/QHash>

namespace arb::ui {

/// The scans of a parcel's way out and, below a heading, of its way back.
class TrackModel : public QAbstractListModel
{
    Q_OBJECT

public:
    struct Row
    {
        bool heading = false;
        bool back = false; ///< of the return leg
        int scan = -1;     ///< index from 0 in its list
        bool first = false, last = false; ///< of its list
    };

    explicit TrackModel(QObject *parent = nullptr);
    void setTracks(const QList<domain::LogisticsScan> &out, const QList<domain::LogisticsScan> &back);
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    const Row &row(int at) const { return m_rows[at]; }
    const domain::LogisticsScan &scan(const Row &row) const { return row.back ? m_back[row.scan] : m_out[row.scan]; }
    int rowOf(bool back, int scan) const;
    QString headingText(bool back) const;
    QString placeLine(const domain::LogisticsScan &scan) const; ///< "Delivered · Hangzhou"
    /// Cited scans by row, with their number.
    void setCited(const QHash<int, int> &numbers);
    int citedNumber(int row) const { return m_cited.value(row); }
    void languageChanged();

private:
    QList<domain::LogisticsScan> m_out, m_back;
    QList<Row> m_rows;
    QHash<int, int> m_cited;
};

} // namespace arb::ui
