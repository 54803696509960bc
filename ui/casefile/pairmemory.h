// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/viewing.h>

#include <QtCore/QList>

#include <optional>

namespace arb::ui {

/// The same pair the other way round: the alignment is the way back. Settings of the modes stay as they are; PairView::swapped,
/// which belongs to one way round only, is not told.
domain::PairView swapped(const domain::PairView &pair);

/// The same exhibits and pages in the same order, of the same bytes.
bool isSamePair(const domain::PairView &a, const domain::PairView &b);

/// How the pairs of the open case were left, each once whichever way round it is looked at. Stores nothing.
class PairMemory
{
public:
    void setAll(const QList<domain::PairView> &pairs) { m_pairs = pairs; }
    /// The way round that a pair is told in is that of the panes; or that of the panes until now, which are just being exchanged;
    /// or says nothing of them, and what is known of that stays.
    enum class Sides { AsShown, Exchanged, Untold };
    /// Replaces what was known of the pair; returns it as it is kept: the way round it was first known.
    domain::PairView keep(const domain::PairView &pair, Sides sides = Sides::AsShown);

    struct Found
    {
        std::optional<domain::PairView> pair; ///< the way round that was asked for; swapped: it was left the other way
        bool otherBytes = false;              ///< it was known, but one of the files is another one now
    };
    Found find(const domain::PairView &asked) const;

private:
    QList<domain::PairView> m_pairs;
};

} // namespace arb::ui
