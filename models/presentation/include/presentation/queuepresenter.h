// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <presentation/queuemodel.h>
#include <presentation/session.h>

#include <usecases/queuefilter.h>

#include <QtCore/QTimer>

namespace arb::presentation {

/// The queue as a page sees it: view, filter, sort, counts, what changed elsewhere. Polls the store's change mark.
class QueuePresenter : public QObject
{
    Q_OBJECT

public:
    explicit QueuePresenter(Session &session, QObject *parent = nullptr);

    QueueModel &model() { return m_model; }
    usecases::QueueView view() const { return m_view; }
    void setView(usecases::QueueView view);
    /// A filter that cannot be read changes nothing and is told by filterRefused.
    void setFilter(const QString &text);
    void setSort(usecases::QueueSort sort, bool descending);
    void refresh();
    void start();
    qint64 count(usecases::QueueView view) const { return m_counts.value(view, -1); }

Q_SIGNALS:
    void refreshed();
    void filterRefused(const QString &sentence);
    void failed(const arb::usecases::CommandError &error);
    void countsChanged();

private:
    void poll();

    Session &m_session;
    QueueModel m_model;
    usecases::QueueView m_view = usecases::QueueView::Waiting;
    usecases::QueueFilter m_filter;
    usecases::QueueSort m_sort = usecases::QueueSort::Rank;
    bool m_descending = false;
    QMap<usecases::QueueView, qint64> m_counts;
    std::optional<qint64> m_mark;
    QTimer m_timer;
    int m_generation = 0;
};

} // namespace arb::presentation
