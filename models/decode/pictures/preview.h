// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <decode/bitmap.h>

namespace arb::decode {

/// Whether @p preview shows something else than @p picture. Both as stored or both upright; either may be small. Turned,
/// mirrored, brightened, stretched, cropped to its own shape or with bars beside the picture it counts as the same: what
/// cameras and gallery programs do by themselves must not raise a question, so some real differences go unnoticed.
bool previewDiffers(const Bitmap &preview, const Bitmap &picture);

/// The measure behind it: mean absolute difference of luma over the best match, 0 to 255.
double previewDistance(const Bitmap &preview, const Bitmap &picture);

} // namespace arb::decode
