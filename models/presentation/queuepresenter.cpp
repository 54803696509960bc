// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/queuepresenter.h>

#include <presentation/errortext.h>
#include <presentation/whendone.h>

#include <QtCore/QCoreApplication>

namespace arb::presentation {

namespace {

constexpr int pollMs = 1000;

} // namespace

struct QueuePresenter::Behind
{
};

/// What a question to the store brought.
struct QueuePresenter::Answer
{
    QList<usecases::CaseHeader> rows;
    QMap<usecases::QueueView, qint64> counts;
    domain::UtcMs now;
    std::optional<usecases::StoreError> error;
};

QueuePresenter::QueuePresenter(Session &session, QObject *parent) : QObject(parent), m_session(session)
{
    m_timer.setInterval(pollMs);
    connect(&m_timer, &QTimer::timeout, this, &QueuePresenter::look);
    connect(&session, &Session::done, this, &QueuePresenter::refresh);
    connect(&session, &Session::refused, this, &QueuePresenter::refresh);
    connect(&session, &Session::actorChanged, this, &QueuePresenter::refresh);
}

QueuePresenter::~QueuePresenter() = default;

void QueuePresenter::start()
{
    refresh();
    m_timer.start();
}

void QueuePresenter::choose(const QueueChoice &choice)
{
    const auto filter = usecases::parseQueueFilter(choice.filter);
    if (!filter) {
        Q_EMIT filterRefused(QCoreApplication::translate("QueuePresenter", "\"%1\" is not understood; expected: %2.")
                                 .arg(filter.error().token, filter.error().expected));
        return;
    }
    m_filter = *filter;
    m_choice = choice;
    Q_EMIT filterRefused(QString());
    Q_EMIT choiceChanged();
    refresh();
}

void QueuePresenter::setView(usecases::QueueView view)
{
    choose({view, m_choice.filter, m_choice.sort, m_choice.descending});
}

void QueuePresenter::setFilter(const QString &text)
{
    choose({m_choice.view, text, m_choice.sort, m_choice.descending});
}

void QueuePresenter::setSort(usecases::QueueSort sort, bool descending)
{
    choose({m_choice.view, m_choice.filter, sort, descending});
}

usecases::QueueQuery QueuePresenter::query() const
{
    usecases::QueueQuery query;
    query.view = m_choice.view;
    query.filter = m_filter;
    query.sort = m_choice.sort;
    query.descending = m_choice.descending;
    query.me = m_session.actor().person.id;
    query.now = m_session.now();
    return query;
}

void QueuePresenter::refresh()
{
    askStore(++m_generation);
}

void QueuePresenter::askStore(int generation)
{
    const auto future = m_session.runner().run([query = query()](const usecases::Desk &desk) mutable {
        Answer answer;
        answer.now = query.now = desk.clock.now();
        auto rows = desk.cases.queue(query);
        if (!rows) {
            answer.error = rows.error();
            return answer;
        }
        answer.rows = std::move(rows).value();
        usecases::QueueQuery bare;
        bare.me = query.me;
        bare.now = query.now;
        for (const auto &row : domain::codeTable<usecases::QueueView>()) {
            bare.view = row.value;
            if (const auto count = desk.cases.queueCount(bare))
                answer.counts.insert(row.value, *count);
        }
        return answer;
    });
    whenDone(this, future, [this, generation](const Answer &answer) { take(generation, answer); });
}

void QueuePresenter::take(int generation, const Answer &answer)
{
    m_session.heardTime(answer.now);
    if (generation != m_generation)
        return; // a newer question is on its way
    if (answer.error) {
        Q_EMIT failed(errorText(usecases::CommandError(*answer.error)));
        return;
    }
    m_counts = answer.counts;
    m_model.setRows(answer.rows, answer.now);
    Q_EMIT countsChanged();
    Q_EMIT refreshed();
}

void QueuePresenter::look()
{
    m_model.setNow(m_session.now());
}

void QueuePresenter::saveView(const QString &) {}
void QueuePresenter::removeView(const QString &) {}

QueueChoice QueuePresenter::choiceOf(const usecases::SavedView &view)
{
    return {view.view, view.filter, view.sort, view.descending};
}

void QueuePresenter::readAll(QObject *, const usecases::QueueOrderPtr &, Block, std::function<void(bool)>) {}

} // namespace arb::presentation
