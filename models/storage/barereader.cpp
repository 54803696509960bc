// SPDX-License-Identifier: GPL-3.0-or-later
#include <storage/barereader.h>

#include <QtCore/QFile>

#include <sqlite3.h>

#include <vector>

namespace arb::storage {

struct BareReader::Private
{
    sqlite3 *database = nullptr;
    sqlite3_stmt *page = nullptr;
    std::vector<sqlite3_stmt *> rows;

    ~Private()
    {
        sqlite3_finalize(page);
        for (sqlite3_stmt *statement : rows)
            sqlite3_finalize(statement);
        sqlite3_close(database);
    }
    sqlite3_stmt *prepare(const char *sql) const
    {
        sqlite3_stmt *statement = nullptr;
        sqlite3_prepare_v3(database, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
        return statement;
    }
};

namespace {

qint64 readColumns(sqlite3_stmt *statement)
{
    qint64 bytes = 0;
    for (int column = 0; column < sqlite3_column_count(statement); ++column) {
        sqlite3_column_text(statement, column);
        bytes += sqlite3_column_bytes(statement, column);
    }
    return bytes;
}

} // namespace

BareReader::BareReader(std::unique_ptr<Private> made) : d(std::move(made)) {}
BareReader::~BareReader() = default;

std::unique_ptr<BareReader> BareReader::open(const QString &file)
{
    auto made = std::make_unique<Private>();
    if (sqlite3_open_v2(QFile::encodeName(file).constData(), &made->database, SQLITE_OPEN_READONLY, nullptr) != SQLITE_OK)
        return nullptr;
    made->page = made->prepare("SELECT * FROM dispute WHERE state IN ('Queued', 'Appealed') ORDER BY rank, id LIMIT ?");
    for (const char *sql : {"SELECT * FROM dispute WHERE id = ?", "SELECT * FROM case_document WHERE case_id = ?",
                            "SELECT * FROM personal_data WHERE case_id = ?", "SELECT * FROM exhibit WHERE case_id = ?",
                            "SELECT * FROM evidence_request WHERE case_id = ?", "SELECT * FROM ruling WHERE case_id = ?",
                            "SELECT * FROM audit_entry WHERE scope = ?"})
        made->rows.push_back(made->prepare(sql));
    if (!made->page)
        return nullptr;
    for (const sqlite3_stmt *statement : made->rows) {
        if (!statement)
            return nullptr;
    }
    return std::unique_ptr<BareReader>(new BareReader(std::move(made)));
}

qint64 BareReader::queuePage(int limit)
{
    sqlite3_bind_int(d->page, 1, limit);
    qint64 count = 0;
    while (sqlite3_step(d->page) == SQLITE_ROW) {
        readColumns(d->page);
        ++count;
    }
    sqlite3_reset(d->page);
    return count;
}

qint64 BareReader::caseRows(domain::CaseId id)
{
    qint64 bytes = 0;
    for (sqlite3_stmt *statement : d->rows) {
        sqlite3_bind_int64(statement, 1, id.value());
        while (sqlite3_step(statement) == SQLITE_ROW)
            bytes += readColumns(statement);
        sqlite3_reset(statement);
    }
    return bytes;
}

} // namespace arb::storage
