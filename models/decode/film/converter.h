// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "film/container.h"
#include "film/placement.h"

#include <decode/bitmap.h>

#include <cstdint>
#include <vector>

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

    /// Frames of another size than the film's are fitted into it, on black (see placed()).
    void setShape(const FilmShape &shape) { m_shape = shape; }
    /// @p width x @p height are the film's stored pixels; @p orientation brings them upright (see upright()). Null pixels on failure.
    Bitmap convert(const AVFrame *frame, int width, int height, int orientation);
    /// The same, both sides halved so many times (see decode/halving.h).
    Bitmap convertHalved(const AVFrame *frame, int width, int height, int times, int orientation);

private:
    const AVFrame *halvedOnce(const AVFrame *frame, std::size_t step);

    Placement placeIn(const AVFrame &frame, int width, int height) const;

    FilmShape m_shape;
    SwsContext *m_scaler = nullptr;
    std::vector<std::uint32_t> m_roomyRows; ///< for widths whose rows have no room for what is written
    std::vector<AvFrame> m_halves; ///< by step; used again for every frame
};

} // namespace arb::decode
