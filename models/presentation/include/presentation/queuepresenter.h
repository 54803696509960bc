// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <presentation/queuemodel.h>
#include <presentation/session.h>

#include <usecases/queuefilter.h>
#include <usecases/queueindex.h>

#include <QtCore/QElapsedTimer>
#include <QtCore/QMap>
#include <QtCore/QTimer>

#include <functional>
#include <memory>
#include <optional>

namespace arb::usecases {
class QueueCommands;
}

namespace arb::presentation {

/// What the queue shows: a view, narrowed by a filter line, in an order.
struct QueueChoice
{
    usecases::QueueView view = usecases::QueueView::Waiting;
    QString filter; ///< as parseQueueFilter() reads it
    usecases::QueueSort sort = usecases::QueueSort::Rank;
    bool descending = false;
    bool operator==(const QueueChoice &) const = default;
};

/// The queue as pages see it: what is chosen, its rows, counts of views, what changed elsewhere. Nothing here waits for
/// the database: questions go to the session's reader, and one that a newer has overtaken gets no answer.
class QueuePresenter : public QObject
{
    Q_OBJECT

public:
    explicit QueuePresenter(Session &session, QObject *parent = nullptr);
    ~QueuePresenter() override;

    QueueModel &model() { return m_model; }
    void start();
    void refresh();
    /// Looks whether somebody has written; for whoever is told that earlier than the next look.
    void look();

    const QueueChoice &choice() const { return m_choice; }
    usecases::QueueView view() const { return m_choice.view; }
    /// Each shows at once what it can. A filter that cannot be read changes nothing and is told by filterRefused.
    /// One that names nobody of the desk finds nothing, and filterRefused says why with the answer.
    void choose(const QueueChoice &choice);
    void setView(usecases::QueueView view);
    void setFilter(const QString &text);
    void setSort(usecases::QueueSort sort, bool descending);

    /// -1 while it is not known.
    qint64 count(usecases::QueueView view) const { return m_counts.value(view, -1); }
    /// The first rows are here, the rest is being read.
    bool isFilling() const { return !m_filled; }
    /// Does the desk give out cases in order? Nothing as long as the first answer has not come.
    std::optional<bool> servesInOrder() const { return m_servesInOrder; }
    /// What chips offer: codes that cases carry.
    const usecases::QueueFacets &facets() const { return m_facets; }
    /// Why the rows may not be what the database holds; empty when all is well.
    QString trouble() const;

    struct ShownView
    {
        usecases::SavedView view;
        qint64 count = -1; ///< not known yet
        bool operator==(const ShownView &) const = default;
    };
    const QList<ShownView> &savedViews() const { return m_saved; } ///< the actor's, by name
    /// Each is carried out by QueueCommands; a name that it refuses is told by failed, and nothing changes.
    void saveView(const QString &name); ///< keeps the choice under @p name, replacing one of the same name
    void removeView(const QString &name);
    void renameView(const QString &name, const QString &to); ///< replaces one that is called @p to
    void restoreView(const usecases::SavedView &view);       ///< as it was before removeView()
    static QueueChoice choiceOf(const usecases::SavedView &view);

    using Block = std::function<bool(const QList<usecases::CaseHeader> &rows)>;
    /// Whole rows of many cases for copy and export, in the order of @p order, at most 1,000 a block; a false from
    /// @p block ends it. @p end is told whether everything came. Both are called later, while @p context lives.
    void readAll(QObject *context, const usecases::QueueOrderPtr &order, Block block, std::function<void(bool whole)> end);

Q_SIGNALS:
    void refreshed();     ///< an answer to the present choice is on show
    void choiceChanged();
    void filterRefused(const QString &sentence);
    void failed(const QString &sentence); ///< trouble began, or a view was not kept, renamed or removed
    void troubleChanged();
    void countsChanged(); ///< of views and of saved views
    void savedViewsChanged();
    void facetsChanged();

private:
    struct Behind;
    struct Answer;
    void fill();
    void prepare();
    void askStore(int generation);
    void askIndex(int generation);
    void take(int generation, const Answer &answer);
    void fetch(const QList<domain::CaseId> &ids);
    void askMachine(const QList<usecases::CaseHeader> &rows);
    void readSaved(bool again = false);
    void writeView(std::function<usecases::Done<void>(usecases::QueueCommands &, const usecases::Actor &)> write);
    void countSaved(qsizetype from = 0);
    void setTrouble(const std::optional<usecases::StoreError> &error);
    usecases::QueueQuery query() const;

    Session &m_session;
    QueueModel m_model;
    std::shared_ptr<Behind> m_behind; ///< of the reader's thread
    QueueChoice m_choice;
    usecases::QueueFilter m_filter;
    QStringList m_machineWords;        ///< the words that rows were found by
    QSet<domain::CaseId> m_byMachine;  ///< rows that were found by words which only a machine read
    usecases::QueueFacets m_facets;
    QMap<usecases::QueueView, qint64> m_counts;
    QList<ShownView> m_saved;
    std::optional<usecases::StoreError> m_trouble;
    std::optional<bool> m_servesInOrder;
    QTimer m_timer;
    QElapsedTimer m_quiet; ///< since the last question
    QElapsedTimer m_savedRead; ///< since the saved views were asked for
    QString m_note; ///< what is told of the choice on show
    domain::UtcMs m_changesAt;
    int m_generation = 0;
    int m_countedReading = -1;
    bool m_filled = false, m_filling = false, m_looking = false, m_choiceNew = true;
    bool m_counting = false, m_countAgain = false, m_readingSaved = false;
};

} // namespace arb::presentation
