// SPDX-License-Identifier: GPL-3.0-or-later
#include "session.h"

#include <QtCore/QLoggingCategory>
#include <QtCore/QRandomGenerator>
#include <QtCore/QThread>

#include <QtCore/QDeadlineTimer>

#include <atomic>

namespace arb::storage {

using domain::Failure;
using usecases::StoreError;

namespace {

Q_LOGGING_CATEGORY(storageLog, "arbiter.storage")

constexpr int lockWaitMs = 5000;      // longer than any transaction of ours; then the person is asked
constexpr int statementsKept = 256;   // a filter line can make many different texts

QString nextConnectionName()
{
    static std::atomic<quint64> counter{0};
    return QStringLiteral("arbiter-%1").arg(++counter);
}

} // namespace

Session::Session(const DatabaseAddress &address, const OpenOptions &options)
    : m_address(address), m_options(options), m_dialect(makeDialect(address)), m_name(nextConnectionName())
{
}

domain::Result<std::unique_ptr<Session>, OpenError> Session::open(const DatabaseAddress &address, const OpenOptions &options)
{
    std::unique_ptr<Session> session(new Session(address, options));
    if (const auto look = session->m_dialect->beforeOpen(options); !look)
        return Failure{look.error()};
    session->m_database = QSqlDatabase::addDatabase(session->m_dialect->driver(), session->m_name);
    if (!session->m_database.isValid())
        return Failure{OpenError{OpenFault::Broken, QString(session->m_dialect->driver() + QStringLiteral(" driver is missing"))}};
    if (const auto connected = session->connect(); !connected)
        return Failure{connected.error()};
    return session;
}

Session::~Session()
{
    closeStatements();
    m_database.close();
    m_database = QSqlDatabase();
    if (QSqlDatabase::contains(m_name))
        QSqlDatabase::removeDatabase(m_name);
}

domain::Result<void, OpenError> Session::connect()
{
    const auto opened = connectOnce();
    if (opened || m_options.immutable || !m_dialect->canOnlyBeRead(opened.error()))
        return opened;
    m_database.close();
    const OpenOptions wished = m_options;
    m_options.readOnly = true;
    m_options.immutable = true;
    const auto again = connectOnce();
    if (!again)
        m_options = wished;
    return again ? again : opened;
}

domain::Result<void, OpenError> Session::connectOnce()
{
    m_dialect->configure(m_database, m_options);
    if (!m_database.open()) {
        const QSqlError error = m_database.lastError();
        return Failure{OpenError{m_dialect->openFault(m_database, error), error.text()}};
    }
    m_standing = m_dialect->standing();
    return m_dialect->prepare(m_database, m_options);
}

void Session::closeStatements()
{
    m_statements.clear();
    m_running.clear();
}

void Session::ensureOpen()
{
    if (m_depth > 0)
        return;
    const bool isOpen = !m_lost && m_database.isOpen();
    if (isOpen && m_dialect->standing() == m_standing)
        return;
    if (isOpen && m_deskId == 0)
        m_deskId = deskId(); // what is gone still tells
    m_lost = true;
    OpenOptions look = m_options;
    look.create = false; // the driver would make an empty database where one is gone
    if (!m_dialect->beforeOpen(look))
        throw DbError{StoreError::Offline};
    reopen();
    if (m_deskId != 0 && deskId() != m_deskId) { // somebody else's work would be done on it
        closeStatements();
        m_database.close();
        throw DbError{StoreError::Offline};
    }
    m_lost = false;
}

qint64 Session::deskId()
{
    QSqlQuery query(m_database);
    return query.exec(QStringLiteral("SELECT database_id FROM desk WHERE id = 1")) && query.next() ? query.value(0).toLongLong() : 0;
}

void Session::reopen()
{
    // With the driver go its statements, which could only complain about the dead connection.
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
    closeStatements();
    m_database = QSqlDatabase::addDatabase(m_dialect->driver(), m_name);
    if (const auto connected = connect(); !connected)
        throw DbError{StoreError::Offline};
}

void Session::fail(const QSqlError &error, const QString &sql)
{
    const StoreError kind = m_dialect->classify(m_database, error);
    if (kind == StoreError::Offline)
        m_lost = true;
    // Conflicts and locks are answers; the rest is for whoever reads the log. Later lines of a text hold values of rows,
    // which are nobody's business there.
    if (kind == StoreError::Broken) {
        qCInfo(storageLog).noquote() << "statement failed:" << error.nativeErrorCode() << error.databaseText().section(u'\n', 0, 0) << "in"
                                     << sql.left(60);
    }
    throw DbError{kind};
}

QSqlQuery &Session::prepared(const QString &sql, std::unique_ptr<QSqlQuery> &own)
{
    // A statement that is being read further up must not be started anew: this call gets one of its own.
    const bool keep = !m_running.contains(sql);
    if (keep) {
        const auto found = m_statements.constFind(sql);
        if (found != m_statements.cend())
            return **found;
    }
    auto query = std::make_unique<QSqlQuery>(m_database);
    query->setForwardOnly(true);
    if (!query->prepare(sql))
        fail(query->lastError(), sql);
    if (!keep) {
        own = std::move(query);
        return *own;
    }
    if (m_statements.size() >= statementsKept && m_running.isEmpty())
        m_statements.clear();
    return **m_statements.insert(sql, std::shared_ptr<QSqlQuery>(std::move(query)));
}

qint64 Session::run(const QString &sql, const Values &values)
{
    std::unique_ptr<QSqlQuery> own;
    QSqlQuery &query = prepared(sql, own);
    for (int place = 0; place < values.list().size(); ++place)
        query.bindValue(place, values.list().at(place));
    if (!query.exec()) {
        const QSqlError error = query.lastError();
        query.finish();
        fail(error, sql);
    }
    const qint64 changed = query.numRowsAffected();
    query.finish(); // an unfinished statement keeps a snapshot and blocks checkpoints
    return changed;
}

void Session::each(const QString &sql, const Values &values, const std::function<bool(const Row &)> &row)
{
    std::unique_ptr<QSqlQuery> own;
    QSqlQuery &query = prepared(sql, own);
    for (int place = 0; place < values.list().size(); ++place)
        query.bindValue(place, values.list().at(place));
    struct Running
    {
        Session &session;
        const QString &sql;
        QSqlQuery &query;
        bool outermost;
        ~Running()
        {
            query.finish();
            if (outermost)
                session.m_running.remove(sql);
        }
    } running{*this, sql, query, own == nullptr};
    if (running.outermost)
        m_running.insert(sql);
    if (!query.exec())
        fail(query.lastError(), sql);
    while (query.next()) {
        if (!row(Row(query)))
            return;
    }
    if (query.lastError().isValid())
        fail(query.lastError(), sql);
}

void Session::scan(const QString &sql, const Values &values, const std::function<bool(const ScanRow &)> &row)
{
    const auto error = m_dialect->scan(m_database, sql, values.list(), row);
    if (!error)
        return;
    m_lost = m_lost || *error == StoreError::Offline;
    if (*error == StoreError::Broken)
        qCInfo(storageLog).noquote() << "scan failed:" << sql.left(60);
    throw DbError{*error};
}

void Session::announce()
{
    // Within the transaction it would take the server's one lock for words at every commit; and who changes a thousand
    // cases need not say so a thousand times.
    constexpr qint64 pauseMs = 500; // listeners look every second anyhow
    const QString words = m_dialect->announce();
    if (words.isEmpty() || (m_announced.isValid() && m_announced.elapsed() < pauseMs))
        return;
    m_announced.start();
    QSqlQuery query(m_database);
    if (!query.exec(words))
        m_lost = m_lost || !m_database.isOpen(); // the work is done all the same: listeners look by themselves, too
}

void Session::exec(const QString &sql)
{
    QSqlQuery query(m_database);
    if (!query.exec(sql))
        fail(query.lastError(), sql);
}

Transaction::Transaction(Session &session, Kind kind) : m_session(session)
{
    if (session.m_depth > 0)
        throw DbError{StoreError::Broken}; // a write inside a snapshot: a programming error, and never half a transaction
    const Dialect &dialect = session.dialect();
    const QString begin = kind == Kind::Snapshot ? dialect.beginSnapshot() : kind == Kind::Take ? dialect.beginTake() : dialect.beginWrite();
    // The engine's own busy handler backs off and starves; short random waits share the lock fairly.
    const QDeadlineTimer deadline(lockWaitMs);
    for (;;) {
        try {
            session.exec(begin);
            break;
        } catch (const DbError &refusal) {
            if (refusal.error != StoreError::Busy || !session.dialect().waitsForLock() || deadline.hasExpired())
                throw;
            QThread::msleep(QRandomGenerator::global()->bounded(1U, 21U));
        }
    }
    m_open = true;
    ++session.m_depth;
}

Transaction::~Transaction()
{
    if (!m_open)
        return;
    --m_session.m_depth;
    QSqlQuery query(m_session.m_database);
    if (!query.exec(QStringLiteral("ROLLBACK")))
        m_session.m_lost = m_session.m_lost || !m_session.m_database.isOpen(); // the engine rolled back by itself (disk full) or is gone
}

void Transaction::commit()
{
    const QDeadlineTimer deadline(lockWaitMs);
    for (;;) {
        try {
            m_session.exec(QStringLiteral("COMMIT"));
            break;
        } catch (const DbError &refusal) {
            if (refusal.error != StoreError::Busy || !m_session.dialect().waitsForLock() || deadline.hasExpired())
                throw;
            QThread::msleep(QRandomGenerator::global()->bounded(1U, 21U));
        }
    }
    m_open = false;
    --m_session.m_depth;
}

} // namespace arb::storage
