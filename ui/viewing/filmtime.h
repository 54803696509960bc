// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtCore/QString>

#include <optional>

namespace arb::ui {

/// presentation::filmTimeText() for small labels, with no more of the second than @p decimals (0 to 3) digits: "1:02", "1:02.4";
/// @p us from the first frame.
QString filmTimeShort(qint64 us, int decimals = 0);
/// How many decimals the labels of pictures at @p times (by time, from the first frame) need, so that no two beside each other are the
/// same: 0 to 3.
int decimalsToTellApart(const QList<qint64> &times);

/// A place in a film as somebody typed it: one of the two.
struct TypedPlace
{
    std::optional<qint64> frame; ///< from 0
    std::optional<qint64> us;    ///< from the first frame
    bool operator==(const TypedPlace &) const = default;
};

/// "#1110" is a frame; "37", "37.2", "0:37.2" and "1:02:03" are times. Full-width digits and signs are read as well. A typed
/// time reaches to the end of its last millisecond, so that presentation::filmTimeText() of a frame leads back to that frame.
std::optional<TypedPlace> readFilmPlace(const QString &text);

} // namespace arb::ui
