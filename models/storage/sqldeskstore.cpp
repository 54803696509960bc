// SPDX-License-Identifier: GPL-3.0-or-later
#include <storage/sqlstores.h>

#include "casewriter.h"
#include "rows.h"
#include "searchindex.h"

namespace arb::storage {

using namespace usecases;

namespace {

void writePerson(Session &session, const Person &person)
{
    session.run(QStringLiteral("INSERT INTO person (id, name, role, enabled, approval_limit_fen, hears_appeals) VALUES (?, ?, ?, ?, ?, ?) "
                               "ON CONFLICT (id) DO UPDATE SET name = excluded.name, role = excluded.role, enabled = excluded.enabled, "
                               "approval_limit_fen = excluded.approval_limit_fen, hears_appeals = excluded.hears_appeals"),
                Values() << person.id << person.name << domain::toCode(person.role) << person.enabled << person.approvalLimit << person.hearsAppeals);
}

void writeDeskChange(Session &session, const DeskChange &change)
{
    if (change.command)
        writeCommand(session, *change.command);
    if (change.upsertPerson)
        writePerson(session, *change.upsertPerson);
    if (const auto &setting = change.setting) {
        session.run(QStringLiteral("INSERT INTO desk_setting (key, json) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET json = excluded.json"),
                    Values() << setting->first << setting->second);
    }
    if (const auto &book = change.book) {
        // No update: a version that cases were judged by never changes.
        session.run(QStringLiteral("INSERT INTO rule_book (id, version, sha256, effective_from, effective_to, json) VALUES (?, ?, ?, ?, ?, ?)"),
                    Values() << book->id << book->version << book->sha256 << book->effectiveFrom << book->effectiveTo << book->json);
    }
    if (const auto &year = change.year) {
        session.run(QStringLiteral("INSERT INTO calendar_year (year, json) VALUES (?, ?) ON CONFLICT (year) DO UPDATE SET json = excluded.json"),
                    Values() << year->year << year->json);
    }
    if (const auto &conflict = change.conflict) {
        session.run(QStringLiteral("INSERT INTO conflict_of_interest (person_id, platform, merchant_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"),
                    Values() << conflict->person << conflict->platform << conflict->merchantId);
    }
    writeDeskAudit(session, change.audit);
}

} // namespace

Stored<QList<Person>> SqlDeskStore::people()
{
    return reading(m_session, [&] {
        return m_session.all(QStringLiteral("SELECT id, name, role, enabled, approval_limit_fen, hears_appeals FROM person ORDER BY id"), {},
                             [](const Row &row) {
                                 return Person{row.id<domain::PersonId>(0), row.text(1), row.code<Role>(2), row.flag(3), row.money(4), row.flag(5)};
                             });
    });
}

Stored<QHash<QString, QByteArray>> SqlDeskStore::settings()
{
    auto read = reading(m_session, [&] {
        QHash<QString, QByteArray> rows;
        // How far the search index has come is nothing that anybody sets.
        m_session.each(QStringLiteral("SELECT key, json FROM desk_setting WHERE key <> ?"), Values() << QString(searchFormKey), [&](const Row &row) {
            rows.insert(row.text(0), row.utf8(1));
            return true;
        });
        return rows;
    });
    if (read) {
        m_settings = *read;
        m_settingsAge.start();
    }
    return read;
}

Stored<QHash<QString, QByteArray>> SqlDeskStore::recentSettings()
{
    constexpr qint64 recentMs = 1000;
    return m_settingsAge.isValid() && m_settingsAge.elapsed() < recentMs ? Stored<QHash<QString, QByteArray>>(m_settings) : settings();
}

Stored<QList<StoredBook>> SqlDeskStore::books()
{
    return reading(m_session, [&] {
        return m_session.all(QString(QStringLiteral("SELECT id, version, sha256, effective_from, effective_to, json FROM rule_book ORDER BY id")
                                     + m_session.dialect().byteOrder() + QStringLiteral(", effective_from, version") + m_session.dialect().byteOrder()),
                             {}, [](const Row &row) {
                                 return StoredBook{row.text(0), row.text(1), row.utf8(2), row.text(3), row.text(4), row.utf8(5)};
                             });
    });
}

Stored<QList<StoredYear>> SqlDeskStore::years()
{
    return reading(m_session, [&] {
        return m_session.all(QStringLiteral("SELECT year, json FROM calendar_year ORDER BY year"), {},
                             [](const Row &row) { return StoredYear{row.number(0), row.utf8(1)}; });
    });
}

Stored<void> SqlDeskStore::apply(const DeskChange &change)
{
    m_settingsAge.invalidate();
    return inTransaction(m_session, [&] { writeDeskChange(m_session, change); });
}

Stored<std::optional<domain::UtcMs>> SqlDeskStore::deskClock()
{
    return reading(m_session, [&] {
        return m_session.first(QStringLiteral("SELECT now_at FROM desk_clock WHERE id = 1"), {}, [](const Row &row) { return row.time(0); });
    });
}

Stored<void> SqlDeskStore::setDeskClock(domain::UtcMs now)
{
    return inTransaction(m_session, [&] {
        m_session.run(QStringLiteral("INSERT INTO desk_clock (id, now_at) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET now_at = excluded.now_at "
                                     "WHERE desk_clock.now_at < excluded.now_at"),
                      Values() << now);
    });
}

Stored<std::optional<domain::UtcMs>> SqlDeskStore::serverTime()
{
    return reading(m_session, [&]() -> std::optional<domain::UtcMs> {
        const QString sql = m_session.dialect().serverTime();
        if (sql.isEmpty())
            return std::nullopt;
        return m_session.first(sql, {}, [](const Row &row) { return row.time(0); });
    });
}

Stored<qint64> SqlDeskStore::databaseId()
{
    return reading(m_session, [&] {
        const auto id = m_session.first(QStringLiteral("SELECT database_id FROM desk WHERE id = 1"), {}, [](const Row &row) { return row.integer(0); });
        if (!id)
            throw DbError{};
        return *id;
    });
}

} // namespace arb::storage
