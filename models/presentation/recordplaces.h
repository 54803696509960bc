// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QJsonObject>
#include <QtCore/QString>
#include <QtCore/QStringList>

/// The places of a case's record in words: whatever of case.json can be cited, by JSON pointer.
namespace arb::presentation {

/// What stands at @p pointer is called: "Signed for", "Note 2", "Order, item 1, title". What nobody has words for is "the
/// record's entry /x/y".
QString recordPlaceName(const QString &pointer);

/// What stands there as people read it: codes as words, times and sums; a note with its author and time, a scan with its time.
/// Empty for other objects and lists, and for what is not there.
QString recordPlaceValue(const QJsonObject &document, const QString &pointer);

/// Pointers that are offered to be cited, in reading order.
QStringList offeredRecordPlaces();

} // namespace arb::presentation
