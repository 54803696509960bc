// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/ids.h>

#include <QtCore/QByteArray>
#include <QtCore/QString>

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

private:
    struct Private;
    explicit BareReader(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace arb::storage
