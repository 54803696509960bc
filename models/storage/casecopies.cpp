// SPDX-License-Identifier: GPL-3.0-or-later
#include <storage/casecopies.h>

#include "casereader.h"
#include "casestencil.h"

#include <QtCore/QLoggingCategory>
#include <QtSql/QSqlRecord>

#include <condition_variable>
#include <mutex>
#include <thread>

namespace arb::storage {

using domain::Failure;
using usecases::Stored;

namespace {

Q_LOGGING_CATEGORY(copiesLog, "arbiter.copies")

/// What belongs to a case, in the order in which rows may name each other. The place is for the case's id.
struct CaseTable
{
    const char *name, *condition;
};
constexpr CaseTable caseTables[] = {
    {"dispute", "id = ?"},
    {"case_document", "case_id = ?"},
    {"case_search", "case_id = ?"},
    {"personal_data", "case_id = ?"},
    {"exhibit", "case_id = ?"},
    {"mark", "case_id = ?"},
    {"exhibit_view", "case_id = ?"},
    {"pair_view", "case_id = ?"},
    {"coverage", "case_id = ?"},
    {"case_link", "case_id = ?"},
    {"tag", "case_id = ?"},
    {"evidence_request", "case_id = ?"},
    {"ruling", "case_id = ?"},
    {"ruling_approval", "ruling_id IN (SELECT id FROM ruling WHERE case_id = ?)"},
    {"ruling_recall", "ruling_id IN (SELECT id FROM ruling WHERE case_id = ?)"},
    {"citation", "ruling_id IN (SELECT id FROM ruling WHERE case_id = ?)"},
    {"execution_task", "case_id = ?"},
    {"penalty_point", "case_id = ?"},
    {"draft", "case_id = ?"},
    {"desk_note", "case_id = ?"},
    {"skip_log", "case_id = ?"},
    {"audit_entry", "scope = ?"},
};

constexpr int batchCopies = 500;
constexpr qsizetype batchesAhead = 4;

QList<ModelTable> readModel(Session &session, domain::CaseId id)
{
    QList<ModelTable> tables;
    for (const CaseTable &from : caseTables) {
        ModelTable table{{from.name, {}}, {}};
        QSqlQuery query(session.database());
        query.setForwardOnly(true);
        // The first two columns are the key, or its beginning.
        if (!query.prepare(QStringLiteral("SELECT * FROM %1 WHERE %2 ORDER BY 1, 2").arg(QLatin1StringView(from.name), QLatin1StringView(from.condition))))
            throw DbError{};
        query.bindValue(0, id.value());
        if (!query.exec())
            throw DbError{};
        const QSqlRecord record = query.record();
        for (int column = 0; column < record.count(); ++column)
            table.table.columns.append(record.fieldName(column).toLatin1());
        while (query.next()) {
            QList<QVariant> row;
            for (int column = 0; column < record.count(); ++column)
                row.append(query.value(column));
            table.rows.append(row);
        }
        tables.append(table);
    }
    return tables;
}

struct Batch
{
    std::vector<BulkRows> tables;
    qint64 copies = 0;
};

/// Hands batches from the thread that makes them to the one that writes them, a few ahead, and the empty ones back: their
/// memory is megabytes each, and taking it anew costs more than filling it.
class Belt
{
public:
    explicit Belt(size_t tables)
    {
        for (qsizetype n = 0; n < batchesAhead; ++n) {
            m_empty.append(std::make_shared<Batch>());
            m_empty.constLast()->tables.resize(tables);
        }
    }
    /// Nothing: nobody wants more.
    std::shared_ptr<Batch> empty()
    {
        std::unique_lock lock(m_mutex);
        m_change.wait(lock, [this] { return m_stopped || !m_empty.isEmpty(); });
        return m_stopped ? nullptr : m_empty.takeFirst();
    }
    void put(std::shared_ptr<Batch> batch)
    {
        const std::lock_guard lock(m_mutex);
        m_full.append(std::move(batch));
        m_change.notify_all();
    }
    /// Nothing: that was the last.
    std::shared_ptr<Batch> take()
    {
        std::unique_lock lock(m_mutex);
        m_change.wait(lock, [this] { return m_ended || !m_full.isEmpty(); });
        return m_full.isEmpty() ? nullptr : m_full.takeFirst();
    }
    void giveBack(std::shared_ptr<Batch> batch)
    {
        for (BulkRows &rows : batch->tables)
            rows.clear();
        batch->copies = 0;
        const std::lock_guard lock(m_mutex);
        m_empty.append(std::move(batch));
        m_change.notify_all();
    }
    void end()
    {
        const std::lock_guard lock(m_mutex);
        m_ended = true;
        m_change.notify_all();
    }
    void stop()
    {
        const std::lock_guard lock(m_mutex);
        m_stopped = true;
        m_change.notify_all();
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_change;
    QList<std::shared_ptr<Batch>> m_full, m_empty;
    bool m_ended = false, m_stopped = false;
};

/// Makes copies on a thread of its own until there are no more or nobody wants them.
class CopyMaker
{
public:
    CopyMaker(std::vector<std::unique_ptr<CaseStencil>> &stencils, const CaseCopies::Next &next, size_t tables)
        : m_stencils(stencils), m_next(next), m_belt(tables), m_thread([this] { make(); })
    {
    }
    ~CopyMaker()
    {
        m_belt.stop();
        join();
    }
    CopyMaker(const CopyMaker &) = delete;
    CopyMaker &operator=(const CopyMaker &) = delete;

    std::shared_ptr<Batch> take() { return m_belt.take(); }
    void giveBack(std::shared_ptr<Batch> batch) { m_belt.giveBack(std::move(batch)); }
    /// Of all copies; after the last batch.
    const MonthlyPoints &months()
    {
        join();
        return m_months;
    }

private:
    void join()
    {
        if (m_thread.joinable())
            m_thread.join();
    }
    void make()
    {
        qint64 ordinal = 0;
        for (bool more = true; more;) {
            std::shared_ptr<Batch> batch = m_belt.empty();
            if (!batch)
                break;
            while (batch->copies < batchCopies) {
                const std::optional<CaseCopy> copy = m_next();
                if (!copy)
                    break;
                m_stencils[static_cast<size_t>(copy->model)]->copy(*copy, ++ordinal, batch->tables, m_months);
                ++batch->copies;
            }
            more = batch->copies == batchCopies;
            m_belt.put(std::move(batch));
        }
        m_belt.end();
    }

    std::vector<std::unique_ptr<CaseStencil>> &m_stencils;
    const CaseCopies::Next &m_next;
    MonthlyPoints m_months;
    Belt m_belt;
    std::thread m_thread; ///< last: it uses everything above
};

void writeMonths(Session &session, const MonthlyPoints &months)
{
    for (auto month = months.cbegin(); month != months.cend(); ++month) {
        const auto &[platform, merchant, number, code] = month.key();
        session.run(QStringLiteral("INSERT INTO merchant_month (platform, merchant_id, month, code, points, events) VALUES (?, ?, ?, ?, ?, ?) "
                                   "ON CONFLICT (platform, merchant_id, month, code) DO UPDATE SET "
                                   "points = merchant_month.points + excluded.points, events = merchant_month.events + excluded.events"),
                    Values() << platform << merchant << number << code << month->first << month->second);
    }
}

struct StoppedByWish
{
};

} // namespace

CaseCopies::CaseCopies(Session &session) : m_session(session) {}
CaseCopies::~CaseCopies() = default;

Stored<std::unique_ptr<CaseCopies>> CaseCopies::of(Database &database, const QList<domain::CaseId> &cases, const domain::RankWeights &weights)
{
    return reading(database.session(), [&] {
        std::unique_ptr<CaseCopies> copies(new CaseCopies(database.session()));
        for (const domain::CaseId id : cases) {
            auto stencil = std::make_unique<CaseStencil>(readModel(database.session(), id), loadFile(database.session(), id), weights);
            if (!stencil->isFaithful()) {
                qCWarning(copiesLog) << "case" << id.value() << "cannot be copied";
                continue;
            }
            copies->m_models.push_back(stencil->model());
            copies->m_stencils.push_back(std::move(stencil));
        }
        return copies;
    });
}

Stored<bool> CaseCopies::write(const Next &next, const Progress &progress)
{
    if (m_models.empty())
        return true;
    try {
        const auto done = reading(m_session, [&] {
            QList<BulkTable> tables;
            for (const ModelTable &table : readModel(m_session, m_models.front().id))
                tables.append(table.table);
            const std::unique_ptr<BulkWriter> writer = m_session.dialect().bulkWriter(m_session.database());
            if (!writer)
                throw DbError{usecases::StoreError::Offline};
            writer->prepare();
            Transaction transaction(m_session, Transaction::Kind::Write);
            writer->open(tables);
            qint64 written = 0;
            const auto step = [&] {
                if (!progress(written))
                    throw StoppedByWish();
            };
            {
                CopyMaker maker(m_stencils, next, static_cast<size_t>(tables.size()));
                while (auto batch = maker.take()) {
                    for (qsizetype table = 0; table < tables.size(); ++table)
                        writer->write(table, batch->tables[static_cast<size_t>(table)]);
                    written += batch->copies;
                    maker.giveBack(std::move(batch));
                    step();
                }
                writeMonths(m_session, maker.months());
            }
            writer->close(step);
            transaction.commit();
            writer->settle();
        });
        if (!done)
            return Failure{done.error()};
        return true;
    } catch (const StoppedByWish &) {
        return false;
    }
}

} // namespace arb::storage
