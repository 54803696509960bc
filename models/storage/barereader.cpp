// SPDX-License-Identifier: GPL-3.0-or-later
#include <storage/barereader.h>

#include <QtCore/QElapsedTimer>
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

/// Steps through a statement that is used once; how many rows came.
qint64 countRows(sqlite3 *database, const QByteArray &sql, const QByteArray &text = {}, const std::function<void(qint64)> &first = {})
{
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v2(database, sql.constData(), -1, &statement, nullptr) != SQLITE_OK)
        return -1;
    if (!text.isNull())
        sqlite3_bind_text(statement, 1, text.constData(), static_cast<int>(text.size()), SQLITE_STATIC);
    qint64 count = 0;
    for (; sqlite3_step(statement) == SQLITE_ROW; ++count) {
        const qint64 value = sqlite3_column_int64(statement, 0);
        if (first)
            first(value);
    }
    sqlite3_finalize(statement);
    return count;
}

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

void BareReader::eachId(const std::function<void(domain::CaseId)> &use)
{
    countRows(d->database, "SELECT id FROM dispute ORDER BY id", {}, [&use](qint64 id) { use(domain::CaseId(id)); });
}

qint64 BareReader::row(domain::CaseId id)
{
    sqlite3_stmt *statement = d->rows.front();
    sqlite3_bind_int64(statement, 1, id.value());
    const qint64 bytes = sqlite3_step(statement) == SQLITE_ROW ? readColumns(statement) : 0;
    sqlite3_reset(statement);
    return bytes;
}

qint64 BareReader::sorted(const char *column)
{
    return countRows(d->database, QByteArray("SELECT id FROM dispute NOT INDEXED ORDER BY ") + column + ", id");
}

qint64 BareReader::filtered(const char *condition)
{
    return countRows(d->database, QByteArray("SELECT id FROM dispute NOT INDEXED WHERE ") + condition + " ORDER BY rank, id");
}

qint64 BareReader::newestWith(const usecases::SearchPhrase &phrase, int limit)
{
    const QByteArray match = QByteArray("\"" + phrase.tokens.join(u' ').toUtf8() + (phrase.lastIsPrefix ? "\"*" : "\""));
    return countRows(d->database, "SELECT rowid FROM case_words WHERE case_words MATCH ? ORDER BY rowid DESC LIMIT " + QByteArray::number(limit), match);
}

qint64 claimBarely(const QString &file, domain::PersonId person, int milliseconds)
{
    sqlite3 *database = nullptr;
    if (sqlite3_open(QFile::encodeName(file).constData(), &database) != SQLITE_OK) {
        sqlite3_close(database);
        return 0;
    }
    sqlite3_exec(database, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -8192", nullptr, nullptr, nullptr);
    sqlite3_stmt *claim = nullptr;
    sqlite3_prepare_v2(database,
                       "UPDATE dispute SET state = 'Claimed', holder_id = ?1, claimed_at = 1, lease_until = 1, claim_no = claim_no + 1, version = version + 1 "
                       "WHERE id = (SELECT id FROM dispute INDEXED BY dispute_waiting WHERE state IN ('Queued', 'Appealed') ORDER BY rank, id LIMIT 1)",
                       -1, &claim, nullptr);
    qint64 claims = 0;
    QElapsedTimer timer;
    timer.start();
    for (bool good = claim != nullptr; good && timer.elapsed() < milliseconds;) {
        sqlite3_exec(database, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr);
        sqlite3_bind_int64(claim, 1, person.value());
        good = sqlite3_step(claim) == SQLITE_DONE && sqlite3_changes(database) == 1;
        sqlite3_reset(claim);
        good = sqlite3_exec(database, "COMMIT", nullptr, nullptr, nullptr) == SQLITE_OK && good;
        claims += good;
    }
    sqlite3_finalize(claim);
    sqlite3_close(database);
    return claims;
}

QByteArray claimScript(domain::PersonId person, domain::UtcMs now)
{
    const QByteArray me = QByteArray::number(person.value()), at = QByteArray::number(now.ms());
    const QByteArray until = QByteArray::number(now.plusMs(15 * domain::minuteMs).ms()), hash = QByteArray(64, 'a');
    QByteArray script = "BEGIN;\nSET LOCAL enable_sort = off;\n"
        "SELECT d.id, d.version, d.audit_seq FROM dispute d WHERE d.state IN ('Queued', 'Appealed') AND (d.parked_until IS NULL OR d.parked_until <= @AT@) "
        "AND (d.reserved_for IS NULL OR d.reserved_for = @ME@ OR d.reserved_until IS NULL OR d.reserved_until < @AT@) AND d.appeal_round = 0 "
        "AND NOT EXISTS (SELECT 1 FROM conflict_of_interest c WHERE c.person_id = @ME@ AND c.platform = d.platform AND c.merchant_id = d.merchant_id) "
        "AND NOT EXISTS (SELECT 1 FROM skip_log s WHERE s.person_id = @ME@ AND s.case_id = d.id AND (s.reason = 'know_party' OR s.at >= 0)) "
        "ORDER BY d.rank, d.id LIMIT 1 FOR UPDATE OF d SKIP LOCKED \\gset\n"
        "UPDATE dispute SET state = 'Claimed', holder_id = @ME@, claimed_at = @AT@, lease_until = @UNTIL@, claim_no = claim_no + 1, version = :version + 1, "
        "audit_seq = :audit_seq + 1, audit_hash = '@HASH@', changed = pg_current_xact_id()::text::bigint WHERE id = :id AND version = :version;\n"
        "INSERT INTO audit_entry (scope, seq, at, actor, action, payload, prev, hash) "
        "VALUES (:id, :audit_seq + 1, @AT@, 'bench', 'claim', '{\"from\":\"Queued\",\"next\":1,\"round\":1,\"to\":\"Claimed\"}', '@HASH@', '@HASH@');\nCOMMIT;\n";
    return script.replace("@ME@", me).replace("@AT@", at).replace("@UNTIL@", until).replace("@HASH@", hash);
}

} // namespace arb::storage
