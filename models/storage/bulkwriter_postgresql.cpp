// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulkwriter.h"

#include <libpq-fe.h>

namespace arb::storage {

using usecases::StoreError;

namespace {

constexpr qsizetype copyAtOnce = 1 << 20;

/// @p text as COPY's text format writes it.
void escape(QByteArrayView text, QByteArray &into)
{
    for (const char byte : text) {
        switch (byte) {
        case '\\': into += "\\\\"; break;
        case '\t': into += "\\t"; break;
        case '\n': into += "\\n"; break;
        case '\r': into += "\\r"; break;
        default: into += byte;
        }
    }
}

class PostgresqlBulkWriter final : public BulkWriter
{
public:
    explicit PostgresqlBulkWriter(PGconn *connection) : m_connection(connection) {}
    void prepare() override {}
    void open(const QList<BulkTable> &tables) override;
    void write(qsizetype table, const BulkRows &rows) override;
    void close(const std::function<void()> &step) override;
    void settle() override { exec("ANALYZE"); } // until then the planner takes the tables for nearly empty

private:
    std::unique_ptr<PGresult, void (*)(PGresult *)> result(const char *sql, ExecStatusType wanted);
    void exec(const char *sql) { result(sql, PGRES_COMMAND_OK); }
    void send(QByteArray &lines);
    [[noreturn]] void fail() const
    {
        throw DbError{PQstatus(m_connection) == CONNECTION_OK ? StoreError::Broken : StoreError::Offline};
    }

    PGconn *m_connection;
    QByteArrayList m_copies;  ///< COPY statements, by table
    std::vector<qsizetype> m_columns;
    QByteArrayList m_indices; ///< statements that make them
};

std::unique_ptr<PGresult, void (*)(PGresult *)> PostgresqlBulkWriter::result(const char *sql, ExecStatusType wanted)
{
    std::unique_ptr<PGresult, void (*)(PGresult *)> got(PQexec(m_connection, sql), PQclear);
    if (PQresultStatus(got.get()) != wanted)
        fail();
    return got;
}

void PostgresqlBulkWriter::open(const QList<BulkTable> &tables)
{
    exec("SET LOCAL idle_in_transaction_session_timeout = 0");
    exec("SET LOCAL maintenance_work_mem = '512MB'");
    QByteArrayList names;
    for (const BulkTable &table : tables) {
        m_copies.append("COPY " + table.name + " (" + table.columns.join(", ") + ") FROM STDIN");
        m_columns.push_back(table.columns.size());
        names.append("'" + table.name + "'");
    }
    // Those that stand for a constraint stay: keys are what says that a row is new.
    const QByteArray indices = "SELECT i.indexname, i.indexdef FROM pg_indexes i WHERE i.schemaname = current_schema() AND i.tablename IN ("
        + names.join(", ") + ") AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conindid = "
                             "(quote_ident(i.schemaname) || '.' || quote_ident(i.indexname))::regclass) ORDER BY i.indexname";
    const auto found = result(indices.constData(), PGRES_TUPLES_OK);
    for (int row = 0; row < PQntuples(found.get()); ++row) {
        m_indices.append(PQgetvalue(found.get(), row, 1));
        exec(QByteArray("DROP INDEX " + QByteArray(PQgetvalue(found.get(), row, 0))).constData());
    }
}

void PostgresqlBulkWriter::send(QByteArray &lines)
{
    if (PQputCopyData(m_connection, lines.constData(), static_cast<int>(lines.size())) != 1)
        fail();
    lines.resize(0);
}

void PostgresqlBulkWriter::write(qsizetype table, const BulkRows &rows)
{
    if (rows.values().empty())
        return;
    result(m_copies.at(table).constData(), PGRES_COPY_IN);
    QByteArray lines;
    lines.reserve(copyAtOnce + (1 << 16));
    qsizetype place = 0;
    for (const BulkRows::Value &value : rows.values()) {
        switch (value.kind) {
        case BulkRows::Value::Kind::Null:
            lines += "\\N";
            break;
        case BulkRows::Value::Kind::Integer:
            lines += QByteArray::number(value.integer);
            break;
        case BulkRows::Value::Kind::Text:
            escape(rows.text(value), lines);
            break;
        }
        const bool last = ++place == m_columns[static_cast<size_t>(table)];
        lines += last ? '\n' : '\t';
        if (!last)
            continue;
        place = 0;
        if (lines.size() > copyAtOnce)
            send(lines);
    }
    send(lines);
    if (PQputCopyEnd(m_connection, nullptr) != 1)
        fail();
    bool whole = true;
    while (PGresult *end = PQgetResult(m_connection)) {
        whole = whole && PQresultStatus(end) == PGRES_COMMAND_OK;
        PQclear(end);
    }
    if (!whole)
        fail();
}

void PostgresqlBulkWriter::close(const std::function<void()> &step)
{
    for (const QByteArray &sql : std::as_const(m_indices)) {
        step();
        exec(sql.constData());
    }
}

} // namespace

std::unique_ptr<BulkWriter> makePostgresqlBulkWriter(pg_conn *connection)
{
    return std::make_unique<PostgresqlBulkWriter>(connection);
}

} // namespace arb::storage
