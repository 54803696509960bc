// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <usecases/deskpolicy.h>
#include <usecases/ports.h>
#include <usecases/queueorder.h>

#include <QtCore/QAbstractTableModel>
#include <QtCore/QCache>
#include <QtCore/QHash>
#include <QtCore/QSet>
#include <QtCore/QTimer>

#include <functional>

namespace arb::presentation {

/// The cells of the queue as they are shown, copied and exported. A value, so that a thread without a window writes the
/// same words.
struct QueueWords
{
    domain::UtcMs now;
    usecases::DeskPolicy policy; ///< the weights that say why a case stands where it stands
    QSet<QString> conflicts{};   ///< "platform:merchantId" that whoever looks hears no case of
    QSet<domain::CaseId> knownParties{}; ///< cases that they passed on because they know a party

    bool notForViewer(const usecases::CaseHeader &row) const; ///< claiming it would be refused as a conflict of interest
    QString text(const usecases::CaseHeader &row, int column) const; ///< of QueueModel's columns
    QString hold(const usecases::CaseHeader &row, bool brief = false) const; ///< holdText()
    QString why(const usecases::CaseHeader &row) const;
    QStringList whyBesideTime(const usecases::CaseHeader &row, bool brief) const; ///< reasonsBesideTime()
};

/// The rows of the queue: the order of all of them, and whole rows only for what was looked at lately. A row that is not
/// here yet reads "…", is asked for by rowsWanted() and announced when put() brings it. change() goes from one order to
/// the next by the steps of a row diff, so that selection and scroll stay put. Does not know where rows come from;
/// colours and icons are the delegate's business, which reads the urgency role.
class QueueModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum ColumnIndex {
        DueColumn, CaseColumn, AmountColumn, ReasonColumn, StateColumn, MerchantColumn, TypeColumn, CategoryColumn,
        PlatformColumn, HolderColumn, EscalatedColumn, ProductColumn, LabelsColumn, WhyColumn, ColumnCount
    };
    /// HoldRole and BriefHoldRole: what keeps the case from being taken, see holdText(). LoadedRole: is the whole row here? CaseIdRole is known of every row.
    /// LookersRole: who else looks at the case now, as a sentence; empty when nobody does. ReasonsRole and BriefReasonsRole:
    /// lists, see reasonsBesideTime().
    enum Role { CaseIdRole = Qt::UserRole, UrgencyRole, StateRole, SecondLineRole, WhyRole, ReasonsRole, BriefReasonsRole, HolderRole, HoldRole, BriefHoldRole, LookersRole, LoadedRole };

    explicit QueueModel(QObject *parent = nullptr);

    const usecases::QueueOrderPtr &order() const { return m_order; }
    void change(const usecases::QueueChange &change);
    /// An answer that is short enough to come with all its rows.
    void setRows(const QList<usecases::CaseHeader> &rows, domain::UtcMs now);
    /// Whole rows, whoever brings them.
    void put(const QList<usecases::CaseHeader> &rows);
    /// The answer to rowsWanted() was put; @p whole: what is not here now is gone. Else looking at it asks again.
    void endAsking(bool whole);
    /// Rows of these cases may have changed: they stay on show until they were read again.
    void doubt(const QList<domain::CaseId> &ids);
    void doubtAll();
    /// Rows looked at lately, for an answer to bring along.
    QList<usecases::RowRange> recentRows() const;

    /// Moves the clock: only rows looked at lately whose time reads otherwise are announced.
    void setNow(domain::UtcMs now);
    /// Who else looks at which case now: only rows looked at lately whose people changed are announced.
    void setLookers(const QHash<domain::CaseId, QStringList> &lookers);
    /// What the viewer does not hear (QueueWords::conflicts, QueueWords::knownParties).
    void setConflicts(const QSet<QString> &conflicts, const QSet<domain::CaseId> &knownParties = {});
    void setPolicy(const usecases::DeskPolicy &policy);
    /// Cases among the rows that were found by words which only a machine read (usecases::foundByMachine); the row says so.
    void setFoundByMachine(const QSet<domain::CaseId> &found);
    const QueueWords &words() const { return m_words; }
    void retranslate();

    /// The whole row, until the next call of this model; nullptr while it is not here, and then it is asked for.
    const usecases::CaseHeader *at(int row) const;
    domain::CaseId idAt(int row) const;
    int rowOf(domain::CaseId id) const;
    static usecases::QueueSort sortOf(int column);
    static QString columnTitle(int column);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    /// At most 1,000; no more are wanted until endAsking().
    void rowsWanted(const QList<arb::domain::CaseId> &ids) const;

private:
    void show(const usecases::QueueOrderPtr &head, qsizetype cut, const usecases::QueueOrderPtr &tail = {}, qsizetype tailFrom = 0);
    void takeSteps(const usecases::QueueChange &change);
    void takeAnew(const usecases::QueueOrderPtr &to);
    void permute(const usecases::QueueOrderPtr &to, qsizetype rows);
    void lookAt(int row, bool missing) const;
    void ask() const;
    /// Tells that these cells of rows looked at lately read otherwise.
    void announce(const std::function<bool(domain::CaseId)> &changed, int firstColumn, int lastColumn);
    QString lookersText(domain::CaseId id) const;
    QString byMachineText(domain::CaseId id, const QString &before) const;
    QString shownText(const usecases::CaseHeader &row, int column) const;
    QString spokenText(const usecases::CaseHeader &row) const;

    usecases::QueueOrderPtr m_order;
    // What is on show: the rows of the order, or, between two steps, rows [0, cut) of one and what follows of another.
    usecases::QueueOrderPtr m_head, m_tail;
    qsizetype m_cut = 0, m_tailFrom = 0;

    QCache<qint64, usecases::CaseHeader> m_rows; ///< by case id
    QSet<qint64> m_doubtful;
    mutable QList<int> m_pages;                  ///< looked at lately, the last one first
    mutable QSet<qint64> m_wanted;               ///< asked for, not answered yet
    mutable QTimer m_asking;
    QueueWords m_words;
    QHash<domain::CaseId, QStringList> m_lookers;
    QSet<domain::CaseId> m_byMachine;
};

} // namespace arb::presentation
