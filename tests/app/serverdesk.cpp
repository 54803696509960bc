// SPDX-License-Identifier: GPL-3.0-or-later
#include "serverdesk.h"

#include <storage/database.h>

#include <QtCore/QCoreApplication>
#include <QtSql/QSqlDatabase>
#include <QtSql/QSqlError>
#include <QtSql/QSqlQuery>

namespace arb::tests {

namespace {

storage::DatabaseAddress parsed(const QString &text)
{
    const auto address = storage::parseAddress(text);
    if (text.isEmpty() || !address)
        qFatal("no database address: \"%s\" (tests on PostgreSQL need ARB_TEST_PG)", qPrintable(text));
    return *address;
}

/// First column of the first row of @p sql, past the program.
QString raw(const storage::DatabaseAddress &address, const QString &sql)
{
    const QString name = QStringLiteral("serverdesk");
    QString value;
    {
        const bool server = address.engine == storage::Engine::PostgreSQL;
        QSqlDatabase database = QSqlDatabase::addDatabase(server ? QStringLiteral("QPSQL") : QStringLiteral("QSQLITE"), name);
        database.setDatabaseName(server ? address.name : address.file);
        database.setHostName(address.host);
        database.setPort(address.port);
        database.setUserName(address.user);
        if (!database.open())
            qFatal("%s", qPrintable(database.lastError().text()));
        QSqlQuery query(database);
        if (!query.exec(sql))
            qFatal("%s: %s", qPrintable(sql), qPrintable(query.lastError().text()));
        if (query.next())
            value = query.value(0).toString();
    }
    QSqlDatabase::removeDatabase(name);
    return value;
}

} // namespace

ServerDesk::ServerDesk()
{
    storage::DatabaseAddress address = parsed(qEnvironmentVariable("ARB_TEST_PG"));
    m_name = QStringLiteral("arb_cli_%1").arg(QCoreApplication::applicationPid());
    raw(address, QStringLiteral("CREATE DATABASE %1 TEMPLATE template0 ENCODING 'UTF8'").arg(m_name));
    address.name = m_name;
    m_address = address.toString();
}

ServerDesk::~ServerDesk()
{
    raw(parsed(qEnvironmentVariable("ARB_TEST_PG")), QStringLiteral("DROP DATABASE IF EXISTS %1 WITH (FORCE)").arg(m_name));
}

AuditPlace changeOneAuditByte(const QString &address, const QString &action)
{
    const storage::DatabaseAddress at = parsed(address);
    if (at.engine == storage::Engine::PostgreSQL)
        raw(at, QStringLiteral("ALTER TABLE audit_entry DISABLE TRIGGER USER"));
    else
        raw(at, QStringLiteral("DROP TRIGGER audit_entry_no_update"));
    const QString newest = QStringLiteral("FROM audit_entry WHERE action = '%1' ORDER BY at DESC, scope DESC, seq DESC LIMIT 1").arg(action);
    const AuditPlace place{raw(at, QStringLiteral("SELECT scope %1").arg(newest)).toLongLong(), raw(at, QStringLiteral("SELECT seq %1").arg(newest)).toLongLong()};
    // The first digit of the link to the entry before: payload is JSON and might become none.
    raw(at, QStringLiteral("UPDATE audit_entry SET prev = CASE substr(prev, 1, 1) WHEN '0' THEN '1' ELSE '0' END || substr(prev, 2) "
                           "WHERE scope = %1 AND seq = %2").arg(place.scope).arg(place.seq));
    return place;
}

void changeStoredRulings(const QString &address)
{
    const storage::DatabaseAddress at = parsed(address);
    if (at.engine == storage::Engine::PostgreSQL)
        raw(at, QStringLiteral("ALTER TABLE ruling DISABLE TRIGGER USER"));
    else
        raw(at, QStringLiteral("DROP TRIGGER ruling_no_update"));
    raw(at, QStringLiteral("UPDATE ruling SET refund_fen = 1, ruling_json = replace(ruling_json, '\"refundFen\":8800', '\"refundFen\":1')"));
}

void changeStoredTexts(const QString &address)
{
    raw(parsed(address),
        QStringLiteral("UPDATE case_document SET json = replace(replace(replace(json, '签收就不管了', '我们赔'), "
                       "'\"text\":\"up\"', '\"text\":\"down\"'), '2026-10-05T18:00:00+08:00', '2026-10-05T18:00:01+08:00')"));
}

void changeStoredCases(const QString &address)
{
    raw(parsed(address), QStringLiteral("UPDATE case_document SET json = replace(json, '\"paidFen\":8800', '\"paidFen\":1')"));
}

} // namespace arb::tests
