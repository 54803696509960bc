// SPDX-License-Identifier: GPL-3.0-or-later
#include "film/converter.h"

#include <decode/halving.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

extern "C" {
#include <libswscale/swscale.h>
}

namespace arb::decode {

FrameConverter::~FrameConverter()
{
    sws_freeContext(m_scaler);
}

namespace {

/// As it is labelled; unlabelled, the usual guess by size.
AVColorSpace colorSpace(const AVFrame *frame)
{
    switch (frame->colorspace) {
    case AVCOL_SPC_BT709:
    case AVCOL_SPC_BT2020_NCL:
    case AVCOL_SPC_BT2020_CL:
    case AVCOL_SPC_BT470BG:
    case AVCOL_SPC_SMPTE170M: return frame->colorspace;
    default: return frame->height >= 720 ? AVCOL_SPC_BT709 : AVCOL_SPC_SMPTE170M;
    }
}

int colorMatrix(AVColorSpace space)
{
    if (space == AVCOL_SPC_BT2020_NCL || space == AVCOL_SPC_BT2020_CL)
        return SWS_CS_BT2020;
    return space == AVCOL_SPC_BT709 ? SWS_CS_ITU709 : SWS_CS_ITU601;
}

/// Planes of bytes, colour at half the resolution both ways: what nearly all films are, and what is converted fast.
bool isPlain(const AVFrame *frame)
{
    return frame->format == AV_PIX_FMT_YUV420P || frame->format == AV_PIX_FMT_YUVJ420P;
}

/// swscale's fast conversions write rows in blocks of so many pixels. In a row without room for the last block they leave its pixels
/// out, or write them past its end: in the last row past the bitmap.
constexpr int rowStep = 16;
constexpr std::uint32_t black = 0xFF000000;

} // namespace

/// In a bitmap of @p width x @p height for the whole film.
Placement FrameConverter::placeIn(const AVFrame &frame, int width, int height) const
{
    const Placement whole = placed(frame, m_shape);
    if (m_shape.width <= 0 || (whole.width == m_shape.width && whole.height == m_shape.height))
        return {0, 0, width, height};
    const auto scaled = [](int value, int to, int from) { return static_cast<int>(std::int64_t{value} * to / from); };
    const int left = scaled(whole.x, width, m_shape.width), top = scaled(whole.y, height, m_shape.height);
    const int right = scaled(whole.x + whole.width, width, m_shape.width), bottom = scaled(whole.y + whole.height, height, m_shape.height);
    return {std::min(left, width - 1), std::min(top, height - 1), std::max(1, right - left), std::max(1, bottom - top)};
}

Bitmap FrameConverter::convert(const AVFrame *frame, int width, int height, int orientation)
{
    const Placement place = placeIn(*frame, width, height);
    m_scaler = sws_getCachedContext(m_scaler, frame->width, frame->height, static_cast<AVPixelFormat>(frame->format), place.width,
                                    place.height, AV_PIX_FMT_BGRA, SWS_BILINEAR, nullptr, nullptr, nullptr);
    if (m_scaler == nullptr)
        return {};
    const int *matrix = sws_getCoefficients(colorMatrix(colorSpace(frame)));
    const bool fullRange = frame->color_range == AVCOL_RANGE_JPEG || frame->format == AV_PIX_FMT_YUVJ420P
        || frame->format == AV_PIX_FMT_YUVJ422P || frame->format == AV_PIX_FMT_YUVJ444P;
    sws_setColorspaceDetails(m_scaler, matrix, fullRange ? 1 : 0, sws_getCoefficients(SWS_CS_DEFAULT), 1, 0, 1 << 16, 1 << 16);
    Bitmap bitmap = Bitmap::make(width, height);
    if (!bitmap.pixels)
        return {};
    const int roomy = (place.width + rowStep - 1) / rowStep * rowStep;
    const bool whole = place.width == width && place.height == height && roomy == width;
    std::uint32_t *to = bitmap.pixels.get();
    if (!whole) {
        m_roomyRows.resize(static_cast<std::size_t>(roomy) * static_cast<std::size_t>(place.height));
        to = m_roomyRows.data();
    }
    const std::array<std::uint8_t *, 4> planes{reinterpret_cast<std::uint8_t *>(to), nullptr, nullptr, nullptr};
    const std::array<int, 4> strides{roomy * 4, 0, 0, 0};
    if (sws_scale(m_scaler, frame->data, frame->linesize, 0, frame->height, planes.data(), strides.data()) <= 0)
        return {};
    if (place.width < width || place.height < height)
        std::fill_n(bitmap.pixels.get(), std::ptrdiff_t{width} * height, black);
    for (int y = 0; !whole && y < place.height; ++y)
        std::copy_n(m_roomyRows.data() + std::ptrdiff_t{y} * roomy, place.width, bitmap.row(place.y + y) + place.x);
    return upright(std::move(bitmap), orientation);
}

/// Null when memory is short.
const AVFrame *FrameConverter::halvedOnce(const AVFrame *frame, std::size_t step)
{
    if (m_halves.size() <= step)
        m_halves.resize(step + 1);
    AvFrame &half = m_halves[step];
    const int width = halved(frame->width, 1), height = halved(frame->height, 1);
    if (!half || half->width != width || half->height != height || half->format != frame->format) {
        half.reset(av_frame_alloc());
        if (!half)
            return nullptr;
        half->format = frame->format;
        half->width = width;
        half->height = height;
        if (av_frame_get_buffer(half.get(), 0) < 0) {
            half.reset();
            return nullptr;
        }
    }
    half->colorspace = colorSpace(frame); // the guess by size is about the whole frame
    half->color_range = frame->color_range;
    for (std::size_t plane = 0; plane < 3; ++plane) {
        const int fewer = plane == 0 ? 0 : 1;
        halvePlane(frame->data[plane], frame->linesize[plane], halved(frame->width, fewer), halved(frame->height, fewer), half->data[plane],
                   half->linesize[plane]);
    }
    return half.get();
}

Bitmap FrameConverter::convertHalved(const AVFrame *frame, int width, int height, int times, int orientation)
{
    const int smallWidth = halved(width, times), smallHeight = halved(height, times);
    if (!isPlain(frame) || frame->width != width || frame->height != height)
        return convert(frame, smallWidth, smallHeight, orientation);
    for (int step = 0; step < times; ++step) {
        frame = halvedOnce(frame, static_cast<std::size_t>(step));
        if (frame == nullptr)
            return {};
    }
    return convert(frame, smallWidth, smallHeight, orientation);
}

} // namespace arb::decode
