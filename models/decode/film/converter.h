// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "film/container.h"

#include <decode/bitmap.h>

struct SwsContext;

namespace arb::decode {

/// Turns decoded frames of any pixel format into upright bitmaps.
class FrameConverter
{
public:
    FrameConverter() = default;
    ~FrameConverter();
    FrameConverter(const FrameConverter &) = delete;
    FrameConverter &operator=(const FrameConverter &) = delete;

    /// @p width x @p height are the film's stored pixels; @p rotation is in degrees clockwise. Null pixels on failure.
    Bitmap convert(const AVFrame *frame, int width, int height, int rotation);

private:
    SwsContext *m_scaler = nullptr;
};

} // namespace arb::decode
