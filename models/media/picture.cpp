// SPDX-License-Identifier: GPL-3.0-or-later
#include <media/picture.h>

#include "frombitmap.h"

#include <decode/picture.h>

namespace arb::media {

namespace {

constexpr int smallestLevel = 256;

/// Averages 2 x 2 pixels: bilinear shrinking by more than half shimmers exactly where somebody looks for a scratch.
QImage halved(const QImage &image)
{
    QImage half(image.width() / 2, image.height() / 2, QImage::Format_RGB32);
    for (int y = 0; y < half.height(); ++y) {
        const auto *upper = reinterpret_cast<const quint32 *>(image.constScanLine(2 * y));
        const auto *lower = reinterpret_cast<const quint32 *>(image.constScanLine(2 * y + 1));
        auto *out = reinterpret_cast<quint32 *>(half.scanLine(y));
        for (int x = 0; x < half.width(); ++x) {
            // Two channels at a time: red and blue in one word, green in another, with room for the carry.
            const quint32 a = upper[2 * x], b = upper[2 * x + 1], c = lower[2 * x], d = lower[2 * x + 1];
            constexpr quint32 redBlue = 0x00FF00FFU, green = 0x0000FF00U;
            const quint32 sumRedBlue = (a & redBlue) + (b & redBlue) + (c & redBlue) + (d & redBlue) + 0x00020002U;
            const quint32 sumGreen = (a & green) + (b & green) + (c & green) + (d & green) + 0x00000200U;
            out[x] = 0xFF000000U | ((sumRedBlue >> 2) & redBlue) | ((sumGreen >> 2) & green);
        }
    }
    return half;
}

} // namespace

QList<QImage> mipLevels(const QImage &image)
{
    QList<QImage> levels{image};
    while (levels.last().width() > smallestLevel && levels.last().height() > smallestLevel)
        levels.append(halved(levels.last()));
    return levels;
}

Media<MediaPicture> readPicture(int fd, QSize target)
{
    decode::Outcome<decode::DecodedPicture> decoded =
        decode::decodePicture(fd, target.isEmpty() ? 0 : target.width(), target.isEmpty() ? 0 : target.height());
    if (!decoded)
        return domain::Failure{errorFrom(decoded.error())};
    MediaPicture picture;
    picture.fullSize = QSize(decoded->fullWidth, decoded->fullHeight);
    picture.damaged = decoded->damaged;
    picture.levels = mipLevels(imageFrom(std::move(decoded->bitmap)));
    return picture;
}

} // namespace arb::media
