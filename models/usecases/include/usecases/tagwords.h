// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <usecases/commanderror.h>

#include <QtCore/QStringList>

namespace arb::usecases {

/// What people typed as tags to set: trimmed, and what names one of the desk's own tags in either language as its code.
/// TagUnfit when one is empty, longer than 40 characters, not of one line, or not to be asked for in a filter
/// (double quotes); TagOfDesk when the desk alone sets it. Both name the tag.
Done<QStringList> tagsToAdd(const QStringList &words);

/// What people typed as tags to take off: as it stands and as tagsToAdd() would have set it, since older tags may be of
/// any shape. TagOfDesk as there.
Done<QStringList> tagsToRemove(const QStringList &words);

} // namespace arb::usecases
