// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session.h"

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayList>

#include <vector>

struct sqlite3;
struct pg_conn;

namespace arb::storage {

/// A table that rows are written to in bulk.
struct BulkTable
{
    QByteArray name;
    QByteArrayList columns;
};

/// Rows of one table, one value after the other, their texts side by side in one piece of memory. Filled in one thread,
/// written in another.
class BulkRows
{
public:
    struct Value
    {
        enum class Kind { Null, Integer, Text } kind = Kind::Null;
        qint64 integer = 0;    ///< a text: where it begins
        qsizetype length = 0;
    };
    void addNull() { m_values.push_back({}); }
    void addInteger(qint64 value) { m_values.push_back({Value::Kind::Integer, value, 0}); }
    /// What @p write appends to the bytes it is given (UTF-8) becomes a text.
    template<typename Write>
    void addText(Write write)
    {
        const qsizetype from = m_texts.size();
        write(m_texts);
        m_values.push_back({Value::Kind::Text, from, m_texts.size() - from});
    }
    QByteArrayView text(const Value &value) const { return QByteArrayView(m_texts).sliced(value.integer, value.length); }
    const std::vector<Value> &values() const { return m_values; }
    void clear()
    {
        m_values.clear();
        m_texts.resize(0); // keeps the memory
    }

private:
    std::vector<Value> m_values;
    QByteArray m_texts;
};

/// Writes very many rows past QtSql: prepared statements of the SQLite library, COPY on PostgreSQL. Indices go before the
/// first row and come back after the last, those over words too. Everything throws DbError.
///
/// Use: prepare(), then a Transaction, open(), write() …, close(), commit, settle(). The destructor takes back what
/// prepare() changed of the connection.
class BulkWriter
{
public:
    virtual ~BulkWriter() = default;
    /// Outside of a transaction: what makes the connection quick.
    virtual void prepare() = 0;
    virtual void open(const QList<BulkTable> &tables) = 0;
    virtual void write(qsizetype table, const BulkRows &rows) = 0;
    /// Makes the indices again; @p step is called now and then and may stop by throwing.
    virtual void close(const std::function<void()> &step) = 0;
    /// After the commit: what was written is on the disk when it returns.
    virtual void settle() = 0;
};

/// @p file is the database's file.
std::unique_ptr<BulkWriter> makeSqliteBulkWriter(sqlite3 *handle, const QString &file);
std::unique_ptr<BulkWriter> makePostgresqlBulkWriter(pg_conn *connection);

} // namespace arb::storage
