// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/queueexport.h>

#include <presentation/errortext.h>
#include <presentation/whendone.h>

namespace arb::presentation {

namespace {

constexpr qsizetype blockRows = 1000; // as many as the store gives at once

struct Step
{
    bool over = false;
    QString problem;
};

} // namespace

struct QueueExport::Work
{
    usecases::QueueOrderPtr order;
    QList<int> columns;
    QueueWords words;
    std::shared_ptr<RowSink> sink;
    qsizetype done = 0;

    Step step(const usecases::Desk &desk)
    {
        std::vector<domain::CaseId> ids;
        for (; done < order->size() && std::ssize(ids) < blockRows; ++done)
            ids.push_back(order->id(done));
        const auto rows = desk.queue.rows(ids);
        if (!rows)
            return {true, errorText(usecases::CommandError(rows.error()))};
        QList<QStringList> lines;
        for (const usecases::CaseHeader &row : *rows) {
            QStringList cells;
            for (const int column : columns)
                cells.append(words.text(row, column));
            lines.append(cells);
        }
        if (!sink->add(lines) || done == order->size())
            return {true, sink->finish()};
        return {};
    }
};

void QueueExport::start(const usecases::QueueOrderPtr &order, const QList<int> &columns, const QueueWords &words, std::shared_ptr<RowSink> sink)
{
    if (m_running)
        return;
    m_running = true;
    m_cancel = false;
    next(std::make_shared<Work>(Work{order, columns, words, std::move(sink)}));
}

void QueueExport::cancel()
{
    m_cancel = m_running;
}

void QueueExport::next(const std::shared_ptr<Work> &work)
{
    const auto future = m_session.reader().run([work](const usecases::Desk &desk) { return work->step(desk); });
    whenDone(this, future, [this, work](const Step &step) {
        Q_EMIT progressed(work->done, work->order->size());
        m_running = !step.over && !m_cancel;
        if (m_running)
            next(work);
        else if (step.over)
            Q_EMIT finished(step.problem);
        else
            Q_EMIT cancelled();
    });
}

} // namespace arb::presentation
