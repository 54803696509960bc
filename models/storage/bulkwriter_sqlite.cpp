// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulkwriter.h"

#include <QtCore/QFile>

#include <exception>

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

namespace arb::storage {

using usecases::StoreError;

namespace {

/// Before, with and after the load: the middle is undone by the last (the dialect's settings), whatever happens.
constexpr const char *quickSettings[] = {"PRAGMA journal_mode = MEMORY", "PRAGMA synchronous = OFF", "PRAGMA foreign_keys = OFF",
                                         "PRAGMA secure_delete = OFF", "PRAGMA cell_size_check = OFF", "PRAGMA ignore_check_constraints = ON",
                                         "PRAGMA cache_size = -32768", "PRAGMA threads = 1"};
constexpr const char *usualSettings[] = {"PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL", "PRAGMA foreign_keys = ON",
                                         "PRAGMA secure_delete = ON", "PRAGMA cell_size_check = ON", "PRAGMA ignore_check_constraints = OFF",
                                         "PRAGMA cache_size = -8192", "PRAGMA threads = 0"};
/// Words come last and in one statement: between two statements the index writes out what it has gathered, so beside
/// other rows it would do nothing but merge small pieces. What is gathered in memory becomes a segment on the disk.
constexpr char indexWords[] = "INSERT INTO case_words (case_words) VALUES ('rebuild')";
constexpr char gatherMuch[] = "INSERT INTO case_words (case_words, rank) VALUES ('hashsize', 67108864)";
constexpr char gatherUsual[] = "INSERT INTO case_words (case_words, rank) VALUES ('hashsize', 1048576)";

constexpr int stepsBetween = 1'000'000; ///< of the library's machine, between two looks whether to go on

/// Lets a long statement be stopped; the exception waits until the library has come back.
struct Interruption
{
    const std::function<void()> &step;
    std::exception_ptr why;
    static int look(void *self)
    {
        auto *interruption = static_cast<Interruption *>(self);
        try {
            interruption->step();
        } catch (...) {
            interruption->why = std::current_exception();
        }
        return interruption->why ? 1 : 0;
    }
};

/// While it lives, long statements ask now and then whether to go on.
class LongStatements
{
public:
    LongStatements(sqlite3 *handle, const std::function<void()> &step) : m_handle(handle), m_interruption{step, nullptr}
    {
        sqlite3_progress_handler(handle, stepsBetween, &Interruption::look, &m_interruption);
    }
    ~LongStatements() { sqlite3_progress_handler(m_handle, 0, nullptr, nullptr); }
    LongStatements(const LongStatements &) = delete;
    LongStatements &operator=(const LongStatements &) = delete;
    int run(const char *sql)
    {
        const int code = sqlite3_exec(m_handle, sql, nullptr, nullptr, nullptr);
        if (m_interruption.why)
            std::rethrow_exception(m_interruption.why);
        return code;
    }

private:
    sqlite3 *m_handle;
    Interruption m_interruption;
};

class SqliteBulkWriter final : public BulkWriter
{
public:
    SqliteBulkWriter(sqlite3 *handle, const QString &file) : m_handle(handle), m_file(file) {}
    ~SqliteBulkWriter() override;
    void prepare() override;
    void open(const QList<BulkTable> &tables) override;
    void write(qsizetype table, const BulkRows &rows) override;
    void close(const std::function<void()> &step) override;
    void settle() override;

private:
    void exec(const char *sql);
    void need(int code) const
    {
        if (code != SQLITE_OK && code != SQLITE_DONE)
            throw DbError{(code & 0xff) == SQLITE_FULL ? StoreError::ReadOnly : StoreError::Broken};
    }
    void finalize();

    sqlite3 *m_handle;
    QString m_file;
    bool m_prepared = false;
    std::vector<sqlite3_stmt *> m_inserts;
    QByteArrayList m_indices; ///< statements that make them
};

SqliteBulkWriter::~SqliteBulkWriter()
{
    finalize();
    if (!m_prepared)
        return;
    for (const char *sql : usualSettings)
        sqlite3_exec(m_handle, sql, nullptr, nullptr, nullptr);
}

void SqliteBulkWriter::finalize()
{
    for (sqlite3_stmt *statement : m_inserts)
        sqlite3_finalize(statement);
    m_inserts.clear();
}

void SqliteBulkWriter::exec(const char *sql)
{
    need(sqlite3_exec(m_handle, sql, nullptr, nullptr, nullptr));
}

void SqliteBulkWriter::prepare()
{
    m_prepared = true;
    // Nobody else has the file: it becomes a desk with its last commit. A journal in memory is enough to take back what
    // was begun, and a power cut leaves a file that was none yet. What the rows are copied from has passed every check.
    for (const char *sql : quickSettings)
        exec(sql);
}

void SqliteBulkWriter::open(const QList<BulkTable> &tables)
{
    QByteArrayList names;
    const auto keep = [&](const QByteArray &table) {
        sqlite3_stmt *statement = nullptr;
        need(sqlite3_prepare_v2(m_handle, "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = ? ORDER BY name",
                                -1, &statement, nullptr));
        sqlite3_bind_text(statement, 1, table.constData(), static_cast<int>(table.size()), SQLITE_STATIC);
        while (sqlite3_step(statement) == SQLITE_ROW) {
            names.append(reinterpret_cast<const char *>(sqlite3_column_text(statement, 0)));
            m_indices.append(reinterpret_cast<const char *>(sqlite3_column_text(statement, 1)));
        }
        need(sqlite3_finalize(statement));
    };
    for (const BulkTable &table : tables)
        keep(table.name);
    for (const QByteArray &name : std::as_const(names))
        exec(QByteArray("DROP INDEX " + name).constData());
    for (const BulkTable &table : tables) {
        QByteArrayList places;
        places.fill("?", table.columns.size());
        const QByteArray sql = "INSERT INTO " + table.name + " (" + table.columns.join(", ") + ") VALUES (" + places.join(", ") + ")";
        sqlite3_stmt *statement = nullptr;
        need(sqlite3_prepare_v3(m_handle, sql.constData(), -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr));
        m_inserts.push_back(statement);
    }
}

void SqliteBulkWriter::write(qsizetype table, const BulkRows &rows)
{
    sqlite3_stmt *statement = m_inserts[static_cast<size_t>(table)];
    const int columns = sqlite3_bind_parameter_count(statement);
    int place = 0;
    for (const BulkRows::Value &value : rows.values()) {
        ++place;
        switch (value.kind) {
        case BulkRows::Value::Kind::Null:
            sqlite3_bind_null(statement, place);
            break;
        case BulkRows::Value::Kind::Integer:
            sqlite3_bind_int64(statement, place, value.integer);
            break;
        case BulkRows::Value::Kind::Text: {
            const QByteArrayView text = rows.text(value); // lives until the rows are cleared
            sqlite3_bind_text(statement, place, text.data() ? text.data() : "", static_cast<int>(text.size()), SQLITE_STATIC);
            break;
        }
        }
        if (place < columns)
            continue;
        place = 0;
        const int code = sqlite3_step(statement);
        sqlite3_reset(statement);
        need(code);
    }
}

void SqliteBulkWriter::close(const std::function<void()> &step)
{
    finalize();
    LongStatements statements(m_handle, step);
    for (const char *sql : {gatherMuch, indexWords, gatherUsual})
        need(statements.run(sql));
    for (const QByteArray &sql : std::as_const(m_indices)) {
        step();
        need(statements.run(sql.constData()));
    }
}

void SqliteBulkWriter::settle()
{
    const int fd = ::open(QFile::encodeName(m_file).constData(), O_RDONLY | O_CLOEXEC);
    const bool synced = fd >= 0 && ::fsync(fd) == 0;
    if (fd >= 0)
        ::close(fd);
    if (!synced)
        throw DbError{};
}

} // namespace

std::unique_ptr<BulkWriter> makeSqliteBulkWriter(sqlite3 *handle, const QString &file)
{
    return std::make_unique<SqliteBulkWriter>(handle, file);
}

} // namespace arb::storage
