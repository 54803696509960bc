// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/viewing.h>

#include <QtCore/QList>

#include <optional>

namespace arb::ui {

/// The same pair with its sides exchanged: the alignment is the way back. Settings of the modes stay as they are.
domain::PairView swapped(const domain::PairView &pair);

/// The same exhibits and pages in the same order, of the same bytes.
bool isSamePair(const domain::PairView &a, const domain::PairView &b);

/// How the pairs of the open case were left, each once whichever way round it is looked at. Stores nothing.
class PairMemory
{
public:
    void setAll(const QList<domain::PairView> &pairs) { m_pairs = pairs; }
    /// Replaces what was known of the pair; returns it as it is kept: the way round it was first known.
    domain::PairView keep(const domain::PairView &pair);

    struct Found
    {
        std::optional<domain::PairView> pair; ///< the way round that was asked for
        bool otherBytes = false;              ///< it was known, but one of the files is another one now
    };
    Found find(const domain::PairView &asked) const;

private:
    QList<domain::PairView> m_pairs;
};

} // namespace arb::ui
