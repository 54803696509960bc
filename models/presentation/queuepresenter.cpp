// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/queuepresenter.h>

#include <presentation/whendone.h>

#include <QtCore/QCoreApplication>

namespace arb::presentation {

namespace {

constexpr int pollMs = 1000;
constexpr usecases::QueueView countedViews[] = {
    usecases::QueueView::Waiting,      usecases::QueueView::Mine,            usecases::QueueView::DueToday,
    usecases::QueueView::WaitingBuyer, usecases::QueueView::WaitingMerchant, usecases::QueueView::Approvals,
    usecases::QueueView::Appeals,      usecases::QueueView::HighValue,       usecases::QueueView::All};

struct QueueAnswer
{
    QList<usecases::CaseHeader> rows;
    QMap<usecases::QueueView, qint64> counts;
    domain::UtcMs now;
    std::optional<usecases::StoreError> error;
    qint64 mark = 0;
};

QueueAnswer ask(const usecases::Desk &desk, usecases::QueueQuery query)
{
    QueueAnswer answer;
    answer.now = desk.clock.now();
    query.now = answer.now;
    if (const auto mark = desk.cases.changeMark())
        answer.mark = *mark;
    auto rows = desk.cases.queue(query);
    if (!rows) {
        answer.error = rows.error();
        return answer;
    }
    answer.rows = std::move(rows).value();
    usecases::QueueQuery bare;
    bare.me = query.me;
    bare.now = query.now;
    for (const usecases::QueueView view : countedViews) {
        bare.view = view;
        if (const auto count = desk.cases.queueCount(bare))
            answer.counts.insert(view, *count);
    }
    return answer;
}

} // namespace

QueuePresenter::QueuePresenter(Session &session, QObject *parent) : QObject(parent), m_session(session)
{
    m_timer.setInterval(pollMs);
    connect(&m_timer, &QTimer::timeout, this, &QueuePresenter::poll);
    connect(&session, &Session::done, this, &QueuePresenter::refresh);
    connect(&session, &Session::refused, this, &QueuePresenter::refresh);
    connect(&session, &Session::actorChanged, this, &QueuePresenter::refresh);
    connect(&session, &Session::connectionChanged, this, [this] {
        if (!m_session.offline())
            refresh();
    });
}

void QueuePresenter::start()
{
    refresh();
    m_timer.start();
}

void QueuePresenter::setView(usecases::QueueView view)
{
    m_view = view;
    refresh();
}

void QueuePresenter::setFilter(const QString &text)
{
    const auto filter = usecases::parseQueueFilter(text);
    if (!filter) {
        Q_EMIT filterRefused(QCoreApplication::translate("QueuePresenter", "\"%1\" is not understood; expected: %2.")
                                 .arg(filter.error().token, filter.error().expected));
        return;
    }
    m_filter = *filter;
    Q_EMIT filterRefused(QString());
    refresh();
}

void QueuePresenter::setSort(usecases::QueueSort sort, bool descending)
{
    m_sort = sort;
    m_descending = descending;
    refresh();
}

void QueuePresenter::refresh()
{
    usecases::QueueQuery query;
    query.view = m_view;
    query.filter = m_filter;
    query.sort = m_sort;
    query.descending = m_descending;
    query.me = m_session.actor().person.id;
    const int generation = ++m_generation;
    const auto future = m_session.runner().run([query](const usecases::Desk &desk) { return ask(desk, query); });
    whenDone(this, future, [this, generation](const QueueAnswer &answer) {
        if (generation != m_generation)
            return; // a newer question is on its way
        m_session.heardTime(answer.now);
        if (answer.error == usecases::StoreError::Offline) {
            m_session.heardOffline();
            return;
        }
        if (answer.error) {
            Q_EMIT failed(usecases::CommandError(*answer.error));
            return;
        }
        m_mark = answer.mark;
        m_counts = answer.counts;
        m_model.setRows(answer.rows, answer.now);
        Q_EMIT countsChanged();
        Q_EMIT refreshed();
    });
}

void QueuePresenter::poll()
{
    m_model.setNow(m_session.now());
    if (m_session.offline())
        return; // the session asks for it
    const auto future = m_session.runner().run([](const usecases::Desk &desk) { return desk.cases.changeMark(); });
    whenDone(this, future, [this](const usecases::Stored<qint64> &mark) {
        if (!mark && mark.error() == usecases::StoreError::Offline)
            m_session.heardOffline();
        if (mark && m_mark && *mark != *m_mark)
            refresh();
    });
}

} // namespace arb::presentation
