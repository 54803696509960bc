// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <presentation/timelinewords.h>

#include <QtCore/QAbstractTableModel>

namespace arb::presentation {

/// What the desk knows beside the case file: its steps, the evidence it asked for, the present moment, what a machine read in
/// pictures; where a bubble is found in the log, the log's own words, since a reader may miss a character. @p exports: chats that
/// were handed in, as far as they are read.
domain::TimelineExtra timelineExtra(const usecases::CaseView &view, const QList<domain::ExportedChat> &exports = {});

/// A case's events by time, for lists and screen readers, and beside them what does not fit. Reads only; the words are made
/// when a row is asked for, so thousands cost nothing until they are seen.
class TimelineModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { TimeColumn, LaneColumn, WhatColumn, ColumnCount };

    explicit TimelineModel(QObject *parent = nullptr);
    /// Personal data in @p file is masked already, as CaseView has it. The same events again change nothing.
    void setCase(const domain::CaseFile &file, const domain::TimelineExtra &extra);
    void clear();
    void languageChanged();

    const domain::CaseTimeline &timeline() const { return m_timeline; }
    const QList<domain::TimelineClash> &clashes() const { return m_clashes; }
    /// What there is to cite of an event, or of both facts of a clash; none where the case file does not hold it.
    QList<domain::Citation> citationsOf(int event) const;
    QList<domain::Citation> citationsOfClash(int clash) const;
    /// Indexes into clashes() that an event is part of.
    QList<int> clashesAt(int event) const { return m_clashesAt.value(event); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override; ///< what can be cited can be dragged
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    domain::CaseTimeline m_timeline;
    QList<domain::TimelineClash> m_clashes;
    QHash<int, QList<int>> m_clashesAt;
};

} // namespace arb::presentation
