// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session.h"

#include <QtCore/QByteArrayView>

#include <algorithm>

namespace arb::storage {

/// The current row of a scan, straight from the engine's library: no value is copied that nobody asks for. Columns by
/// place; texts are UTF-8 and live until the next row.
class ScanRow
{
public:
    virtual ~ScanRow() = default;
    virtual bool isNull(int column) const = 0;
    virtual qint64 integer(int column) const = 0; ///< null reads as 0
    virtual QByteArrayView text(int column) const = 0;

    std::optional<domain::UtcMs> maybeTime(int column) const
    {
        return isNull(column) ? std::nullopt : std::optional(domain::UtcMs(integer(column)));
    }
    template<typename E>
    E code(int column) const
    {
        const QByteArrayView wanted = text(column);
        const auto rows = domain::codeTable<E>();
        const auto found = std::ranges::find_if(rows, [wanted](const domain::CodeRow<E> &row) { return wanted == QByteArrayView(row.code); });
        if (found == rows.end())
            throw DbError{};
        return found->value;
    }
};

} // namespace arb::storage
