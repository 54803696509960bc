// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArrayView>

#include <optional>

namespace arb::intake {

/// The text of @p bytes into @p units, which hold as many units as there are bytes; answers how many it needs. As QStringDecoder
/// does it, in two thirds of the time where ASCII and Chinese change about. Nothing where a byte belongs to no character or where a
/// byte order mark is in front: there QStringDecoder has its rules, and @p units hold nothing to rely on.
std::optional<qsizetype> decodeSoundUtf8(QByteArrayView bytes, char16_t *units);

} // namespace arb::intake
