// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/ids.h>
#include <domain/time.h>

#include <usecases/searchtext.h>

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <functional>
#include <memory>

namespace arb::storage {

/// The bare SQLite library doing the least that a task of the desk needs: what benchmarks are measured against, in the
/// same run, on the same file. Nothing else uses it.
class BareReader
{
public:
    /// Opens @p file read-only; nothing when it cannot.
    static std::unique_ptr<BareReader> open(const QString &file);
    ~BareReader();
    BareReader(const BareReader &) = delete;
    BareReader &operator=(const BareReader &) = delete;

    /// Steps through the first @p limit waiting cases in (rank, id) order, reading every queue column; how many.
    qint64 queuePage(int limit);
    /// Reads every row that belongs to the case, column by column; the bytes read.
    qint64 caseRows(domain::CaseId id);
    /// The ids of all cases, rising.
    void eachId(const std::function<void(domain::CaseId)> &use);
    /// Reads the case's own row, column by column; the bytes read.
    qint64 row(domain::CaseId id);
    /// The ids of all cases in the order of a column of `dispute`; how many.
    qint64 sorted(const char *column);
    /// The ids of the cases for which a condition on `dispute` holds, in queue order; how many.
    qint64 filtered(const char *condition);
    /// The newest @p limit cases in which @p phrase occurs; how many.
    qint64 newestWith(const usecases::SearchPhrase &phrase, int limit);

private:
    struct Private;
    explicit BareReader(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

/// Claims the first waiting case again and again on a connection of its own to the SQLite @p file, one transaction each,
/// with the same durability as the desk; how many in @p milliseconds. Writes nothing beside the case's row.
qint64 claimBarely(const QString &file, domain::PersonId person, int milliseconds);

/// What pgbench runs (-f) for a claim as CaseStore::takeNext makes it: the same statements on the same rows.
QByteArray claimScript(domain::PersonId person, domain::UtcMs now);

} // namespace arb::storage
