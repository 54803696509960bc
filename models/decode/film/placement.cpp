// SPDX-License-Identifier: GPL-3.0-or-later
#include "film/placement.h"

#include <algorithm>
#include <cmath>

namespace arb::decode {

namespace {

double ratioOf(AVRational aspect, double otherwise)
{
    return aspect.num > 0 && aspect.den > 0 ? std::clamp(av_q2d(aspect), 0.1, 10.0) : otherwise;
}

} // namespace

FilmShape FilmShape::of(const Container &container)
{
    const AVCodecParameters *parameters = container.stream()->codecpar;
    return {parameters->width, parameters->height, av_guess_sample_aspect_ratio(container.format(), container.stream(), nullptr)};
}

Placement placed(const AVFrame &frame, const FilmShape &shape)
{
    constexpr double sameShape = 0.02; // sizes are rounded, to 2 or to 16
    if (shape.width <= 0 || (frame.width == shape.width && frame.height == shape.height))
        return {0, 0, shape.width, shape.height};
    const double filmAspect = ratioOf(shape.aspect, 1.0);
    const double film = shape.width * filmAspect / shape.height, own = frame.width * ratioOf(frame.sample_aspect_ratio, filmAspect) / frame.height;
    Placement place{0, 0, shape.width, shape.height};
    if (std::abs(own / film - 1.0) <= sameShape)
        return place;
    if (own > film)
        place.height = std::max(1, static_cast<int>(std::lround(shape.height * film / own)));
    else
        place.width = std::max(1, static_cast<int>(std::lround(shape.width * own / film)));
    place.x = (shape.width - place.width) / 2;
    place.y = (shape.height - place.height) / 2;
    return place;
}

} // namespace arb::decode
