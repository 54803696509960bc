// SPDX-License-Identifier: GPL-3.0-or-later
#include "film/converter.h"

#include <array>

extern "C" {
#include <libswscale/swscale.h>
}

namespace arb::decode {

FrameConverter::~FrameConverter()
{
    sws_freeContext(m_scaler);
}

namespace {

int colorMatrix(const AVFrame *frame)
{
    switch (frame->colorspace) {
    case AVCOL_SPC_BT709: return SWS_CS_ITU709;
    case AVCOL_SPC_BT2020_NCL:
    case AVCOL_SPC_BT2020_CL: return SWS_CS_BT2020;
    case AVCOL_SPC_BT470BG:
    case AVCOL_SPC_SMPTE170M: return SWS_CS_ITU601;
    default: // unlabelled: the usual guess by size
        return frame->height >= 720 ? SWS_CS_ITU709 : SWS_CS_ITU601;
    }
}

int exifOfRotation(int rotation)
{
    return rotation == 90 ? 6 : rotation == 180 ? 3 : rotation == 270 ? 8 : 1;
}

} // namespace

Bitmap FrameConverter::convert(const AVFrame *frame, int width, int height, int rotation)
{
    m_scaler = sws_getCachedContext(m_scaler, frame->width, frame->height, static_cast<AVPixelFormat>(frame->format), width,
                                    height, AV_PIX_FMT_BGRA, SWS_BILINEAR, nullptr, nullptr, nullptr);
    if (m_scaler == nullptr)
        return {};
    const int *matrix = sws_getCoefficients(colorMatrix(frame));
    const bool fullRange = frame->color_range == AVCOL_RANGE_JPEG || frame->format == AV_PIX_FMT_YUVJ420P
        || frame->format == AV_PIX_FMT_YUVJ422P || frame->format == AV_PIX_FMT_YUVJ444P;
    sws_setColorspaceDetails(m_scaler, matrix, fullRange ? 1 : 0, sws_getCoefficients(SWS_CS_DEFAULT), 1, 0, 1 << 16, 1 << 16);
    Bitmap bitmap = Bitmap::make(width, height);
    if (!bitmap.pixels)
        return {};
    const std::array<std::uint8_t *, 4> planes{reinterpret_cast<std::uint8_t *>(bitmap.pixels.get()), nullptr, nullptr, nullptr};
    const std::array<int, 4> strides{width * 4, 0, 0, 0};
    if (sws_scale(m_scaler, frame->data, frame->linesize, 0, frame->height, planes.data(), strides.data()) <= 0)
        return {};
    return upright(std::move(bitmap), exifOfRotation(rotation));
}

} // namespace arb::decode
