// SPDX-License-Identifier: GPL-3.0-or-later
#include "frombitmap.h"

namespace arb::media {

QImage imageFrom(decode::Bitmap bitmap)
{
    std::uint32_t *pixels = bitmap.pixels.release();
    return QImage(reinterpret_cast<uchar *>(pixels), bitmap.width, bitmap.height, qsizetype{bitmap.width} * 4,
                  QImage::Format_RGB32, [](void *memory) { delete[] static_cast<std::uint32_t *>(memory); }, pixels);
}

MediaError errorFrom(decode::DecodeError error)
{
    using D = decode::DecodeError;
    switch (error) {
    case D::Empty: return MediaError::Empty;
    case D::Unreadable: return MediaError::Unreadable;
    case D::UnknownFormat: return MediaError::UnknownFormat;
    case D::Refused: return MediaError::Refused;
    case D::TooLarge: return MediaError::TooLarge;
    case D::Damaged: return MediaError::Damaged;
    case D::Abandoned: return MediaError::Abandoned;
    case D::TimedOut: return MediaError::TimedOut;
    }
    return MediaError::Damaged;
}

} // namespace arb::media
