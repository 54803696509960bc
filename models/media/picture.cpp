// SPDX-License-Identifier: GPL-3.0-or-later
#include <media/picture.h>

#include "helper/answers.h"
#include "helper/newimage.h"
#include "helper/pool.h"

#include <sys/stat.h>

namespace arb::media {

namespace {

constexpr int smallestLevel = 256;

/// Averages 2 x 2 pixels: bilinear shrinking by more than half shimmers exactly where somebody looks for a scratch.
void halve(const QImage &image, QImage &half)
{
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
}

} // namespace

QList<QImage> mipLevels(const QImage &image)
{
    QList<QSize> sizes;
    for (QSize size = image.size(); size.width() > smallestLevel && size.height() > smallestLevel; sizes.append(size))
        size = QSize(size.width() / 2, size.height() / 2);
    QList<QImage> levels{image};
    QList<QImage> halves = newImages(sizes); // none where memory is short: the picture itself is there all the same
    for (QImage &half : halves) {
        halve(levels.constLast(), half);
        levels.append(half);
    }
    return levels;
}

Media<MediaPicture> readPicture(const DecodeService &service, const QString &origin, int fd, QSize target, const Abandoned &abandoned)
{
    HelperPool &helpers = service.helpers();
    const DecodeLimits limits = helpers.limits();
    const FileHandle file = reopened(fd);
    struct stat status = {};
    if (!file.isOpen() || ::fstat(file.fd(), &status) != 0 || !S_ISREG(status.st_mode))
        return domain::Failure{MediaError::Unreadable};
    if (status.st_size > limits.maxBytes)
        return domain::Failure{MediaError::TooManyBytes};
    decode::wire::Request request;
    request.op = decode::wire::Op::Picture;
    request.a = target.isEmpty() ? 0 : target.width();
    request.b = target.isEmpty() ? 0 : target.height();
    request.maxPixels = limits.maxPixels;
    request.maxBytes = limits.maxBytes;
    Media<HelperPicture> decoded = helpers.ask(origin, request, file.fd(), limits.pictureSeconds, abandoned, [&limits](HelperAnswer &&answer) {
        return pictureFrom(std::move(answer), limits.maxPixels);
    });
    if (!decoded)
        return domain::Failure{decoded.error()};
    MediaPicture picture;
    picture.fullSize = decoded->fullSize;
    picture.damaged = decoded->damaged;
    picture.levels = mipLevels(decoded->image);
    return picture;
}

} // namespace arb::media
