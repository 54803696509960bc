// SPDX-License-Identifier: GPL-3.0-or-later
#include "demodesk.h"

#include "../../app/gateways.h"

#include <domain/casejson.h>

#include <usecases/deskcommands.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QDirIterator>
#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtSql/QSqlDatabase>
#include <QtSql/QSqlError>
#include <QtSql/QSqlQuery>
#include <QtSql/QSqlRecord>

namespace arb::tests {

using namespace usecases;
using domain::DisputeState;

namespace {

/// Runs @p sql past the program and hands each row on.
void rawQuery(const storage::DatabaseAddress &address, const QString &sql, const std::function<void(const QSqlRecord &)> &row = {})
{
    const QString name = QStringLiteral("demodesk");
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
        while (row && query.next())
            row(query.record());
    }
    QSqlDatabase::removeDatabase(name);
}

storage::DatabaseAddress serverAddress()
{
    const QString text = qEnvironmentVariable("ARB_TEST_PG");
    const auto address = storage::parseAddress(text);
    if (text.isEmpty() || !address)
        qFatal("ARB_TEST_PG must name a PostgreSQL server to test on, e.g. postgresql://user@127.0.0.1:5432/postgres");
    return *address;
}

template<typename T>
T must(domain::Result<T, CommandError> done, const char *what)
{
    if (!done)
        qFatal("%s: fault %d %s", what, int(done.error().fault), qPrintable(done.error().text));
    return std::move(done).value();
}

} // namespace

QString demoSource()
{
    return QStringLiteral(ARB_SOURCE_DIR "/resources/demo");
}

DemoDesk::DemoDesk(bool server, int cases, quint64 seed)
{
    m_wish = {.seed = seed, .cases = cases, .dir = m_folder.path(), .fresh = false, .database = {}, .source = demoSource()};
    if (server) {
        static int counter = 0;
        storage::DatabaseAddress address = serverAddress();
        m_serverDatabase = QStringLiteral("arb_demo_%1_%2").arg(QCoreApplication::applicationPid()).arg(++counter);
        rawQuery(address, QStringLiteral("CREATE DATABASE %1").arg(m_serverDatabase));
        address.name = m_serverDatabase;
        m_wish.database = address.toString();
    }
    const auto prepared = app::prepareDemo(m_wish);
    if (!prepared)
        qFatal("%s", qPrintable(prepared.error()));
    m_address = *prepared;
}

DemoDesk::~DemoDesk()
{
    m_workspace.reset();
    if (!m_serverDatabase.isEmpty())
        rawQuery(serverAddress(), QStringLiteral("DROP DATABASE IF EXISTS %1 WITH (FORCE)").arg(m_serverDatabase));
}

app::Workspace &DemoDesk::workspace()
{
    if (!m_workspace) {
        auto opened = app::Workspace::open(m_address, app::demoVault(m_folder.path()), {});
        if (!opened)
            qFatal("%s", qPrintable(opened.error().detail));
        m_workspace = std::move(opened).value();
    }
    return *m_workspace;
}

Desk DemoDesk::desk()
{
    return workspace().desk();
}

Person DemoDesk::person(const QString &name)
{
    return must(desk().person(name), "person");
}

CaseRecord DemoDesk::record(const char *caseNo)
{
    const auto id = must(desk().caseByRef(QString::fromLatin1(caseNo)), caseNo);
    const auto found = desk().cases.record(id);
    if (!found)
        qFatal("no record of %s", caseNo);
    return *found;
}

QList<CaseHeader> DemoDesk::all()
{
    const auto headers = desk().cases.queue({.view = QueueView::All, .filter = {}, .sort = QueueSort::CaseNo, .descending = false,
                                             .limit = 0, .me = {}, .now = desk().clock.now()});
    if (!headers)
        qFatal("the queue cannot be read");
    return *headers;
}

int DemoDesk::pointsOfShop(const char *caseNo)
{
    const CaseHeader header = record(caseNo).header;
    const auto points = desk().reports.pointsOf(header.platform, header.merchantId);
    int sum = 0;
    for (const PenaltyPoint &point : points.value())
        sum += point.expiresAt > desk().clock.now() ? point.points : 0;
    return sum;
}

void DemoDesk::advance(qint64 ms)
{
    app::DemoGateway gateway;
    const auto moved = workspace().time().advance(ms, desk(), gateway);
    must(moved, "advance");
}

void DemoDesk::bringToItsEnd(const char *caseNo, const QString &folder)
{
    const Desk on = desk();
    CaseCommands commands(on);
    CaseHeader header = record(caseNo).header;
    const auto as = [&](const QString &name) { return Command{Actor{.person = person(name)}, {}, {}, {}}; };
    if (header.state != DisputeState::AwaitingApproval && header.ruling.isNull()) {
        QString reviewer = header.holderName;
        if (reviewer.isEmpty())
            reviewer = header.reservedFor == person(QStringLiteral("陈默")).id ? QStringLiteral("陈默") : QStringLiteral("林晓");
        if (header.reservedFor == person(QStringLiteral("周岚")).id)
            reviewer = QStringLiteral("周岚");
        must(commands.claim(as(reviewer), header.id), caseNo);
        QFile file(folder + QStringLiteral("/ruling.json"));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("%s has no ruling.json", caseNo);
        const auto ruling = domain::rulingFromJson(QJsonDocument::fromJson(file.readAll()).object());
        if (!ruling)
            qFatal("%s: ruling.json is wrong at %s", caseNo, qPrintable(ruling.error().pointer));
        const auto ruled = commands.rule(as(reviewer), header.id, *ruling);
        if (!ruled) {
            for (const domain::RulingFault &fault : ruled.error().faults)
                qInfo("%s: problem %d at %s", caseNo, int(fault.problem), qPrintable(fault.where));
        }
        must(ruled, caseNo);
        header = record(caseNo).header;
    }
    if (header.state == DisputeState::AwaitingApproval)
        must(commands.approve(as(QStringLiteral("许文")), header.id), caseNo);
}

QByteArray DemoDesk::contents()
{
    close();
    const auto address = storage::parseAddress(m_address);
    QByteArray text;
    // The desk row holds the database's own id and its high-water mark; everything else comes from the seed.
    for (const char *table : {"person", "desk_clock", "desk_setting", "rule_book", "calendar_year", "command", "audit_entry", "dispute",
                              "case_document", "personal_data", "exhibit", "case_link", "tag", "evidence_request", "ruling",
                              "ruling_approval", "ruling_recall", "citation", "execution_task", "penalty_point", "merchant_month",
                              "draft", "desk_note", "skip_log", "conflict_of_interest"}) {
        QList<QByteArray> rows;
        rawQuery(*address, QStringLiteral("SELECT * FROM %1").arg(QLatin1StringView(table)), [&](const QSqlRecord &record) {
            QByteArray row;
            for (int n = 0; n < record.count(); ++n)
                row += record.value(n).toString().toUtf8() + '\x1f';
            rows.append(row);
        });
        std::ranges::sort(rows);
        text += QByteArray(table) + '\n' + rows.join('\n') + '\n';
    }
    QStringList names;
    QDirIterator files(app::demoVault(m_folder.path()), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        if (files.fileName().size() >= 60) // an object; the vault's own papers carry the database's id
            names.append(files.fileName());
    }
    names.sort();
    return text + names.join(u'\n').toUtf8();
}

void DemoDesk::makeReal()
{
    close();
    rawQuery(*storage::parseAddress(m_address), QStringLiteral("DELETE FROM desk_clock"));
}

} // namespace arb::tests
