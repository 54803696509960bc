// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <usecases/queuefilter.h>
#include <usecases/queueindex.h>

#include <QtCore/QString>

namespace arb::ui {

/// What a chip of the queue's filter is about.
enum class Chip { State, Type, Reason, Category, Platform, Amount, Deadline, Merchant, Buyer, Holder, Aside, Labels };
constexpr Chip allChips[] = {Chip::State,    Chip::Type,     Chip::Reason, Chip::Category, Chip::Platform, Chip::Amount,
                             Chip::Deadline, Chip::Merchant, Chip::Buyer,  Chip::Holder,   Chip::Aside, Chip::Labels};

struct ChipChoice
{
    QString code, label;
};

QString chipCode(Chip chip); ///< for object names
QString chipName(Chip chip);
/// Its part of @p filter in words; empty when it does not filter.
QString chipValue(Chip chip, const usecases::QueueFilter &filter);
void clearChip(Chip chip, usecases::QueueFilter &filter);

/// The codes that can be chosen; empty for chips that take text or sums.
QList<ChipChoice> chipChoices(Chip chip, const usecases::QueueFacets &facets);
QStringList chipCodes(Chip chip, const usecases::QueueFilter &filter); ///< the chosen ones; names and ids for text chips
void setChipCodes(Chip chip, const QStringList &codes, usecases::QueueFilter &filter);

} // namespace arb::ui
