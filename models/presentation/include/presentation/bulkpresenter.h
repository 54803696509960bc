// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <presentation/session.h>

#include <usecases/manycases.h>

#include <QtCore/QAbstractTableModel>

namespace arb::presentation {

/// One wish for many cases, as its dialog shows it: a row a case with what will happen to it, then with what happened.
/// Works through the cases in small portions, so that the desk's thread stays free for others, and can be stopped
/// between two of them. Shows nothing by itself.
class BulkPresenter : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { CaseColumn, StateColumn, FateColumn, WhyColumn, ColumnCount };
    enum Role { FateRole = Qt::UserRole, CaseIdRole };
    enum class Phase {
        Choosing,   ///< no wish yet, or one that is not complete
        Previewing,
        Previewed,  ///< canCarryOut() says whether anything is left to do
        Working,
        Done,       ///< canUndo() says whether anything can be taken back
        Undoing
    };

    explicit BulkPresenter(Session &session, QObject *parent = nullptr);
    ~BulkPresenter() override;

    /// The chosen cases; forgets everything before.
    void setCases(const QList<domain::CaseId> &ids);
    qsizetype caseCount() const { return m_lines.size(); }

    /// What the actor may choose, in the order of the dialog.
    QList<usecases::ManyAction> actions() const;
    /// People to whom cases can be assigned; empty until peopleChanged.
    const QStringList &people() const { return m_people; }
    /// Sets the wish and looks what it would do to each case. What is missing in it is told by problem().
    void setWish(const usecases::ManyWish &wish);
    const usecases::ManyWish &wish() const { return m_wish; }
    /// Why the wish cannot be carried out yet, as a sentence; empty when nothing is missing.
    QString problem() const;

    void carryOut();
    void undo();
    void stop(); ///< after the case that is under way

    Phase phase() const { return m_phase; }
    bool isBusy() const { return m_phase == Phase::Previewing || m_phase == Phase::Working || m_phase == Phase::Undoing; }
    bool canCarryOut() const;
    bool canUndo() const;
    /// "12 will be assigned to 陈默; 3 stay as they are; 1 cannot." – of the moment, whole sentences.
    QString summary() const;
    /// Cases looked at or done, of all: for a progress bar.
    int progress() const { return m_at; }
    const QList<usecases::ManyLine> &lines() const { return m_lines; }
    /// The result as lines of tab-separated text, with the headings.
    QString toText() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    static QString actionLabel(usecases::ManyAction action);
    static QString fateLabel(usecases::ManyFate fate, usecases::ManyAction action);

Q_SIGNALS:
    void phaseChanged();
    void progressed(int cases, int of);
    void peopleChanged();
    void finished();       ///< a carrying out or an undoing is over: cases have changed

private:
    void setPhase(Phase phase);
    void readPeople();
    void work(); ///< the next portion of the phase's work
    void endWork();
    QString whyText(const usecases::ManyLine &line) const;

    Session &m_session;
    QList<usecases::ManyLine> m_lines;
    usecases::ManyWish m_wish;
    QStringList m_people;
    QString m_commandId;
    Phase m_phase = Phase::Choosing;
    int m_at = 0, m_run = 0; ///< m_run: answers of an earlier run are dropped
    bool m_stop = false;
};

} // namespace arb::presentation
