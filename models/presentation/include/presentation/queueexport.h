// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <presentation/queuemodel.h>
#include <presentation/session.h>

#include <memory>

namespace arb::presentation {

/// A table of any length while it is being written, a block after the other, on a thread without a window. One that goes
/// without finish() leaves nothing behind.
class RowSink
{
public:
    virtual ~RowSink() = default;
    virtual bool add(const QList<QStringList> &rows) = 0; ///< false: it cannot be written; finish() says why
    virtual QString finish() = 0;                         ///< empty when the table is there whole, else a sentence
};

/// Writes rows of the queue out, as many as there are: a block at a time is read, put into words and written on the
/// reader's thread, so that neither the window nor the queue's own questions wait. One at a time.
class QueueExport : public QObject
{
    Q_OBJECT

public:
    explicit QueueExport(Session &session, QObject *parent = nullptr) : QObject(parent), m_session(session) {}

    /// The rows of @p order with QueueModel's @p columns in the words of the moment.
    void start(const usecases::QueueOrderPtr &order, const QList<int> &columns, const QueueWords &words, std::shared_ptr<RowSink> sink);
    void cancel();
    bool isRunning() const { return m_running; }

Q_SIGNALS:
    void progressed(qint64 rows, qint64 of);
    void finished(const QString &problem); ///< empty: all of it is written
    void cancelled();

private:
    struct Work;
    void next(const std::shared_ptr<Work> &work);

    Session &m_session;
    bool m_running = false, m_cancel = false;
};

} // namespace arb::presentation
