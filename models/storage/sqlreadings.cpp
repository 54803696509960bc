// SPDX-License-Identifier: GPL-3.0-or-later
// What a machine read in files, what parties wrote in them, and its way into the search index.
#include <storage/sqlstores.h>

#include "rows.h"
#include "searchindex.h"

namespace arb::storage {

using namespace usecases;

namespace {

QString readingColumns()
{
    return QStringLiteral("m.sha256, m.reader, m.json, m.read_at");
}

StoredReading readReading(const Row &row)
{
    auto reading = domain::machineReadingFromJson(jsonObject(row.utf8(2)));
    if (!reading)
        throw DbError{}; // somebody else wrote the database
    return {row.utf8(0), row.text(1), *std::move(reading), row.time(3)};
}

bool isHeld(Session &session, const QByteArray &sha256)
{
    return session.first(QStringLiteral("SELECT 1 FROM exhibit WHERE sha256 = ? LIMIT 1"), Values() << sha256, [](const Row &) { return true; }).value_or(false);
}

/// Takes the next file of @p table that waits into at most @p limit cases more. How many it were; nothing: no file waits.
std::optional<int> indexNextFile(Session &session, const QString &table, int limit)
{
    struct Pending
    {
        QString sha256;
        qint64 after = 0;
    };
    const auto pending = session.first(QStringLiteral("SELECT sha256, indexed_after FROM %1 WHERE indexed_after IS NOT NULL ORDER BY sha256 LIMIT 1%2")
                                           .arg(table, session.dialect().lockRow()),
                                       {}, [](const Row &row) { return Pending{row.text(0), row.integer(1)}; });
    if (!pending)
        return std::nullopt;
    const QList<domain::CaseId> cases =
        session.all(QStringLiteral("SELECT DISTINCT case_id FROM exhibit WHERE sha256 = ? AND case_id > ? ORDER BY case_id LIMIT ?"),
                    Values() << pending->sha256 << pending->after << limit, [](const Row &row) { return row.id<domain::CaseId>(0); });
    for (const domain::CaseId id : cases)
        reindexCase(session, id);
    const bool finished = cases.size() < limit;
    session.run(QStringLiteral("UPDATE %1 SET indexed_after = ? WHERE sha256 = ?").arg(table),
                Values() << (finished ? std::optional<qint64>() : std::optional(cases.constLast().value())) << pending->sha256);
    return static_cast<int>(cases.size());
}

} // namespace

Stored<std::optional<StoredReading>> SqlExaminationStore::machineReading(const QByteArray &sha256)
{
    return reading(m_session, [&] {
        return m_session.first(QString(QStringLiteral("SELECT ") + readingColumns() + QStringLiteral(" FROM machine_reading m WHERE m.sha256 = ?")),
                               Values() << sha256, readReading);
    });
}

Stored<QList<StoredReading>> SqlExaminationStore::machineReadings(domain::CaseId id)
{
    return reading(m_session, [&] {
        return m_session.all(QString(QStringLiteral("SELECT ") + readingColumns()
                                     + QStringLiteral(" FROM machine_reading m JOIN (SELECT sha256, min(ordinal) AS place FROM exhibit WHERE case_id = ? "
                                                      "GROUP BY sha256) e ON e.sha256 = m.sha256 ORDER BY e.place")),
                             Values() << id, readReading);
    });
}

Stored<void> SqlExaminationStore::saveReading(const StoredReading &reading)
{
    return inTransaction(m_session, [&] {
        if (!isHeld(m_session, reading.sha256))
            throw DbError{StoreError::NotFound};
        m_session.run(QStringLiteral("INSERT INTO machine_reading (sha256, reader, json, words, read_at, indexed_after) VALUES (?, ?, ?, ?, ?, ?) "
                                     "ON CONFLICT (sha256) DO UPDATE SET reader = excluded.reader, json = excluded.json, words = excluded.words, "
                                     "read_at = excluded.read_at, indexed_after = excluded.indexed_after"),
                      Values() << reading.sha256 << reading.reader << compactJson(domain::toJson(reading.reading))
                               << domain::readingText(reading.reading) << reading.readAt << qint64{0});
    });
}

Stored<QList<WordFile>> SqlExaminationStore::filesWithoutWords(const QByteArray &after, int limit)
{
    return reading(m_session, [&] {
        // "chat" comes before "text": what is a chat in any case is read as one. What a machine read is found by its source.
        return m_session.all(QStringLiteral("SELECT e.sha256, min(e.kind) FROM exhibit e WHERE e.kind IN ('chat', 'text') AND length(e.derived_from) = 0 AND e.sha256 > ? "
                                            "AND NOT EXISTS (SELECT 1 FROM file_words w WHERE w.sha256 = e.sha256) GROUP BY e.sha256 ORDER BY e.sha256 LIMIT ?"),
                             Values() << after << limit, [](const Row &row) { return WordFile{row.utf8(0), row.code<domain::ExhibitKind>(1)}; });
    });
}

Stored<void> SqlExaminationStore::saveWords(const QList<FileWords> &files)
{
    return inTransaction(m_session, [&] {
        for (const FileWords &file : files) {
            if (!isHeld(m_session, file.sha256))
                continue;
            m_session.run(QStringLiteral("INSERT INTO file_words (sha256, words, indexed_after) VALUES (?, ?, ?) "
                                         "ON CONFLICT (sha256) DO UPDATE SET words = excluded.words, indexed_after = excluded.indexed_after"),
                          Values() << file.sha256 << file.words << qint64{0});
        }
    });
}

Stored<bool> SqlExaminationStore::indexReadings(int limit)
{
    return inTransaction(m_session, [&] {
        bool any = false;
        int left = limit;
        for (const char *table : {"machine_reading", "file_words"}) {
            while (left > 0) {
                const auto cases = indexNextFile(m_session, QString::fromLatin1(table), left);
                if (!cases)
                    break;
                any = true;
                left -= *cases;
            }
        }
        return any; // another file may be waiting: the next call tells
    });
}

Stored<QList<domain::CaseId>> SqlExaminationStore::casesWithReadings(const QList<domain::CaseId> &ids)
{
    QStringList wanted;
    for (const domain::CaseId id : ids)
        wanted.append(id.toString());
    const QString list = QString(u'[' + wanted.join(u',') + u']');
    return reading(m_session, [&] {
        return m_session.all(QString(QStringLiteral("SELECT d.id FROM dispute d WHERE ") + m_session.dialect().isGiven()
                                     + QStringLiteral(" AND EXISTS (SELECT 1 FROM exhibit e JOIN machine_reading m ON m.sha256 = e.sha256 WHERE e.case_id = d.id)")),
                             Values() << list, [](const Row &row) { return row.id<domain::CaseId>(0); });
    });
}

Stored<std::optional<ReadSearchText>> SqlExaminationStore::readSearchText(domain::CaseId id)
{
    return reading(m_session, [&] { return readSearchTextOf(m_session, id); });
}

} // namespace arb::storage
