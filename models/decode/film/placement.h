// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "film/container.h"

namespace arb::decode {

/// The size and shape a film is shown in, that of its beginning. A transport stream, and what a browser recorded while a call's picture
/// changed, may have frames of another size further on.
struct FilmShape
{
    int width = 0, height = 0;  ///< stored pixels; 0: there is none to keep to
    AVRational aspect = {1, 1}; ///< width of a stored pixel over its height
    static FilmShape of(const Container &container);
};

/// Where in the shape's stored pixels a frame is shown.
struct Placement
{
    int x = 0, y = 0, width = 0, height = 0;
};

/// A frame of the film's size fills it; of another it is as large as fits, in its own shape, in the middle.
Placement placed(const AVFrame &frame, const FilmShape &shape);

} // namespace arb::decode
