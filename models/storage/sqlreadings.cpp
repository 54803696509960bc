// SPDX-License-Identifier: GPL-3.0-or-later
// What a machine read in files, and its way into the search index.
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
        const bool held = m_session.first(QStringLiteral("SELECT 1 FROM exhibit WHERE sha256 = ? LIMIT 1"), Values() << reading.sha256,
                                          [](const Row &) { return true; }).value_or(false);
        if (!held)
            throw DbError{StoreError::NotFound};
        m_session.run(QStringLiteral("INSERT INTO machine_reading (sha256, reader, json, words, read_at, indexed_after) VALUES (?, ?, ?, ?, ?, ?) "
                                     "ON CONFLICT (sha256) DO UPDATE SET reader = excluded.reader, json = excluded.json, words = excluded.words, "
                                     "read_at = excluded.read_at, indexed_after = excluded.indexed_after"),
                      Values() << reading.sha256 << reading.reader << compactJson(domain::toJson(reading.reading))
                               << domain::readingText(reading.reading) << reading.readAt << qint64{0});
    });
}

Stored<bool> SqlExaminationStore::indexReadings(int limit)
{
    struct Pending
    {
        QString sha256;
        qint64 after = 0;
    };
    return inTransaction(m_session, [&] {
        const auto pending = m_session.first(QString(QStringLiteral("SELECT sha256, indexed_after FROM machine_reading WHERE indexed_after IS NOT NULL "
                                                                    "ORDER BY sha256 LIMIT 1") + m_session.dialect().lockRow()),
                                             {}, [](const Row &row) { return Pending{row.text(0), row.integer(1)}; });
        if (!pending)
            return false;
        const QList<domain::CaseId> cases =
            m_session.all(QStringLiteral("SELECT DISTINCT case_id FROM exhibit WHERE sha256 = ? AND case_id > ? ORDER BY case_id LIMIT ?"),
                          Values() << pending->sha256 << pending->after << limit, [](const Row &row) { return row.id<domain::CaseId>(0); });
        for (const domain::CaseId id : cases)
            reindexCase(m_session, id);
        const bool finished = cases.size() < limit;
        m_session.run(QStringLiteral("UPDATE machine_reading SET indexed_after = ? WHERE sha256 = ?"),
                      Values() << (finished ? std::optional<qint64>() : std::optional(cases.constLast().value())) << pending->sha256);
        return true; // another file may be waiting: the next call tells
    });
}

} // namespace arb::storage
