// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialect.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QHash>
#include <QtCore/QSet>
#include <QtCore/QVariant>
#include <QtSql/QSqlDatabase>
#include <QtSql/QSqlQuery>

#include <functional>
#include <memory>
#include <optional>
#include <type_traits>

namespace arb::storage {

/// Thrown inside this module only and turned into a Result at its border (inTransaction, reading).
struct DbError
{
    usecases::StoreError error = usecases::StoreError::Broken;
};

/// Values to bind, in order, in the forms both engines store alike: integers, text (never null), null.
class Values
{
public:
    Values &operator<<(qint64 value) { return put(QVariant(value)); }
    Values &operator<<(int value) { return put(QVariant(static_cast<qint64>(value))); }
    Values &operator<<(bool value) { return put(QVariant(static_cast<qint64>(value ? 1 : 0))); }
    Values &operator<<(const QString &value) { return put(QVariant(value.isNull() ? QStringLiteral("") : value)); }
    Values &operator<<(const QByteArray &utf8) { return *this << QString::fromUtf8(utf8); }
    Values &operator<<(domain::UtcMs value) { return *this << value.ms(); }
    Values &operator<<(domain::Money value) { return *this << value.fen(); }
    Values &operator<<(std::optional<domain::UtcMs> value)
    {
        return value ? *this << *value : put(QVariant(QMetaType(QMetaType::LongLong)));
    }
    Values &operator<<(std::optional<qint64> value) { return value ? *this << *value : put(QVariant(QMetaType(QMetaType::LongLong))); }
    /// An id that may be none is stored as null.
    template<typename Tag>
    Values &operator<<(domain::Id<Tag> id)
    {
        return id.isNull() ? put(QVariant(QMetaType(QMetaType::LongLong))) : *this << id.value();
    }
    void append(const Values &other) { m_values.append(other.m_values); }
    const QList<QVariant> &list() const { return m_values; }

private:
    Values &put(QVariant value)
    {
        m_values.append(std::move(value));
        return *this;
    }
    QList<QVariant> m_values;
};

/// Typed reading of the current row, by column position.
class Row
{
public:
    explicit Row(const QSqlQuery &query) : m_query(query) {}
    bool isNull(int column) const { return m_query.isNull(column); }
    qint64 integer(int column) const { return m_query.value(column).toLongLong(); }
    int number(int column) const { return static_cast<int>(integer(column)); }
    bool flag(int column) const { return integer(column) != 0; }
    QString text(int column) const { return m_query.value(column).toString(); }
    QByteArray utf8(int column) const { return text(column).toUtf8(); }
    domain::UtcMs time(int column) const { return domain::UtcMs(integer(column)); }
    domain::Money money(int column) const { return domain::Money(integer(column)); }
    std::optional<domain::UtcMs> maybeTime(int column) const
    {
        return isNull(column) ? std::nullopt : std::optional(time(column));
    }
    template<typename IdType>
    IdType id(int column) const
    {
        return IdType(integer(column)); // null reads as 0, which is "none"
    }
    /// A code of an enum; an unknown one means that somebody else wrote the database: Broken.
    template<typename E>
    E code(int column) const
    {
        const auto value = domain::fromCode<E>(text(column));
        if (!value)
            throw DbError{};
        return *value;
    }

private:
    const QSqlQuery &m_query;
};

/// One connection with its prepared statements. Methods throw DbError; nothing of it leaves the module.
class Session
{
public:
    static domain::Result<std::unique_ptr<Session>, OpenError> open(const DatabaseAddress &address, const OpenOptions &options);
    ~Session();
    Session(const Session &) = delete;
    Session &operator=(const Session &) = delete;

    const Dialect &dialect() const { return *m_dialect; }
    const QString &password() const { return m_options.password; }
    QSqlDatabase &database() { return m_database; }

    /// Runs a writing statement; the number of rows it changed.
    qint64 run(const QString &sql, const Values &values = {});
    /// Feeds the rows to @p row until it returns false. @p row must not use the session.
    void each(const QString &sql, const Values &values, const std::function<bool(const Row &)> &row);
    /// The first row made into a value, or nothing.
    template<typename Make>
    auto first(const QString &sql, const Values &values, Make make) -> std::optional<std::invoke_result_t<Make, const Row &>>
    {
        std::optional<std::invoke_result_t<Make, const Row &>> found;
        each(sql, values, [&](const Row &row) {
            found = make(row);
            return false;
        });
        return found;
    }
    template<typename Make>
    auto all(const QString &sql, const Values &values, Make make) -> QList<std::invoke_result_t<Make, const Row &>>
    {
        QList<std::invoke_result_t<Make, const Row &>> rows;
        each(sql, values, [&](const Row &row) {
            rows.append(make(row));
            return true;
        });
        return rows;
    }
    /// Feeds the rows of a large answer to @p row until it returns false; reads two to three times as fast as each() and
    /// prepares anew each time. @p row must not use the session.
    void scan(const QString &sql, const Values &values, const std::function<bool(const ScanRow &)> &row);
    /// A statement without values that is not worth preparing (DDL, BEGIN …).
    void exec(const QString &sql);

    /// Tells listeners that something was committed: a hint, at most twice a second, that may get lost.
    void announce();

    bool inTransaction() const { return m_depth > 0; }
    /// Opens a connection that was lost, also to a file that was moved or replaced; throws Offline when it cannot be had, or when
    /// another desk stands there now.
    void ensureOpen();

private:
    friend class Transaction;
    Session(const DatabaseAddress &address, const OpenOptions &options);
    domain::Result<void, OpenError> connect();
    domain::Result<void, OpenError> connectOnce();
    [[noreturn]] void fail(const QSqlError &error, const QString &sql);
    QSqlQuery &prepared(const QString &sql, std::unique_ptr<QSqlQuery> &own);
    void closeStatements();
    void reopen();
    qint64 deskId();

    DatabaseAddress m_address;
    OpenOptions m_options;
    std::unique_ptr<Dialect> m_dialect;
    QString m_name;
    QSqlDatabase m_database;
    QHash<QString, std::shared_ptr<QSqlQuery>> m_statements;
    QSet<QString> m_running;
    int m_depth = 0;
    bool m_lost = false;
    QByteArray m_standing; ///< of the dialect, when the connection was opened
    qint64 m_deskId = 0;   ///< known once a connection was lost; 0: not known, or no desk
    QElapsedTimer m_announced;
};

/// Everything or nothing: rolls back unless committed. One at a time for each session.
class Transaction
{
public:
    enum class Kind { Write, Take, Snapshot }; ///< Take: a Write that begins with the head of the queue
    Transaction(Session &session, Kind kind);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;
    void commit();

private:
    Session &m_session;
    bool m_open = false;
};

/// How often work is begun again when the engine reports a collision, before Busy goes to the caller.
inline constexpr int transactionTries = 5;

/// Runs @p work in a writing transaction and commits. Work refuses by throwing DbError: nothing is written then.
template<typename Work>
auto inTransaction(Session &session, Work work, Transaction::Kind kind = Transaction::Kind::Write) -> usecases::Stored<std::invoke_result_t<Work>>
{
    for (int tries = 1;; ++tries) {
        try {
            session.ensureOpen();
            Transaction transaction(session, kind);
            if constexpr (std::is_void_v<std::invoke_result_t<Work>>) {
                work();
                transaction.commit();
                session.announce();
                return {};
            } else {
                auto value = work();
                transaction.commit();
                session.announce();
                return value;
            }
        } catch (const DbError &refusal) {
            const bool again = refusal.error == usecases::StoreError::Busy && !session.dialect().waitsForLock() && tries < transactionTries;
            if (!again)
                return domain::Failure{refusal.error};
        }
    }
}

/// Runs reading @p work; what it reads comes from one snapshot when @p snapshot says so.
template<typename Work>
auto reading(Session &session, Work work, bool snapshot = false) -> usecases::Stored<std::invoke_result_t<Work>>
{
    try {
        session.ensureOpen();
        std::optional<Transaction> transaction;
        if (snapshot && !session.inTransaction())
            transaction.emplace(session, Transaction::Kind::Snapshot);
        if constexpr (std::is_void_v<std::invoke_result_t<Work>>) {
            work();
            return {};
        } else {
            return work();
        }
    } catch (const DbError &refusal) {
        return domain::Failure{refusal.error};
    }
}

} // namespace arb::storage
