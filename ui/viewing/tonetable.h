// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/viewing.h>

#include <QtGui/QImage>

#include <array>

namespace arb::ui {

using ToneTable = std::array<uchar, 256>;

/// What levels, gamma, brightness and inversion make of each value; the same for every channel.
ToneTable toneTable(const domain::Tone &tone);
/// Puts @p tone on the opaque pixels of @p area in place. Formats of 32 bits with blue in the lowest byte.
void applyTone(QImage &image, const QRect &area, const domain::Tone &tone);

} // namespace arb::ui
