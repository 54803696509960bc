// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/casefile.h>

#include <QtCore/QByteArray>

#include <optional>

/// Files of words: a parcel track as a JSON array shaped like logistics[] of case.json, or else plain UTF-8. Reading is lenient: it is for looking at only, and nothing is ever written back.
namespace arb::ui {

inline constexpr qint64 wordsCap = qint64{16} << 20; ///< bytes; larger files of words are not shown

std::optional<QList<domain::LogisticsScan>> trackFrom(const QByteArray &bytes);

} // namespace arb::ui
