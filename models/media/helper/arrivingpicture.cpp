// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/arrivingpicture.h"

#include "helper/answers.h"
#include "helper/newimage.h"
#include "helper/pool.h"

#include <utility>

namespace arb::media {

using domain::Failure;

namespace {

constexpr int smallestLevel = 256;

/// Averages 2 x 2 pixels: bilinear shrinking by more than half shimmers exactly where somebody looks for a scratch.
void halveRows(const QImage &image, QImage &half, int first, int last)
{
    for (int y = first; y < last; ++y) {
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

GrowingLevels::GrowingLevels(const QImage &picture) : m_levels{picture}
{
    QList<QSize> sizes;
    for (QSize size = picture.size(); size.width() > smallestLevel && size.height() > smallestLevel; sizes.append(size))
        size = QSize(size.width() / 2, size.height() / 2);
    m_levels += newImages(sizes); // none where memory is short: the picture itself is there all the same
    m_rows.fill(0, m_levels.size());
}

void GrowingLevels::grow(int rows)
{
    m_rows[0] = rows;
    for (qsizetype level = 1; level < m_levels.size(); ++level) {
        const int there = m_rows.at(level - 1) / 2;
        halveRows(m_levels.at(level - 1), m_levels[level], m_rows.at(level), there);
        m_rows[level] = there;
    }
}

QList<QImage> mipLevels(const QImage &image)
{
    GrowingLevels levels(image);
    levels.grow(image.height());
    return levels.take();
}

bool ArrivingPicture::begin(qint64 width, qint64 height)
{
    m_rows = 0;
    m_levels = {};
    const QImage image = sidesFit(width, height, m_maxPixels) ? newImage(QSize(static_cast<int>(width), static_cast<int>(height))) : QImage();
    if (!image.isNull())
        m_levels = GrowingLevels(image);
    return !image.isNull();
}

/// Rows of four-byte pixels have no padding, neither there nor here.
bool ArrivingPicture::copyRows(const HelperAnswer &from, int rows)
{
    QImage &picture = m_levels.picture();
    const auto rowBytes = static_cast<std::size_t>(picture.bytesPerLine()), done = static_cast<std::size_t>(m_rows) * rowBytes;
    if (!readInto(from, picture.bits() + done, static_cast<std::size_t>(rows - m_rows) * rowBytes, done))
        return false;
    m_rows = rows;
    m_levels.grow(rows);
    return true;
}

bool ArrivingPicture::take(HelperAnswer &&part)
{
    const std::int64_t width = part.told.values[0], height = part.told.values[1], rows = part.told.values[2];
    if (part.memory.isOpen()) {
        if (rows != 0 || ++m_begun > 1 + HelperPool::mostRestarts || !begin(width, height) || part.told.bytes != static_cast<std::uint64_t>(width * height) * 4)
            return false;
        m_first = std::move(part);
        return true;
    }
    const bool possible = !m_levels.isNull() && width == m_first.told.values[0] && height == m_first.told.values[1] && rows > m_rows && rows <= height;
    return possible && copyRows(m_first, static_cast<int>(rows));
}

Media<MediaPicture> ArrivingPicture::finish(const HelperAnswer &answer)
{
    const auto &values = answer.told.values;
    const std::int64_t width = values[0], height = values[1];
    // A scaled decode shows less than the file has, never more.
    const bool possible = sidesFit(values[2], values[3], m_maxPixels) && sidesFit(width, height, m_maxPixels) && width <= values[2] && height <= values[3]
        && (values[4] == 0 || values[4] == 1) && answer.told.bytes == static_cast<std::uint64_t>(width * height) * 4;
    if (!possible)
        return Failure{MediaError::HelperDied};
    const bool asTold = !m_levels.isNull() && m_levels.picture().size() == QSize(static_cast<int>(width), static_cast<int>(height));
    if (!asTold && (!m_levels.isNull() || !begin(width, height)))
        return Failure{MediaError::HelperDied};
    if (!copyRows(answer, static_cast<int>(height)))
        return Failure{MediaError::HelperDied};
    MediaPicture picture;
    picture.levels = m_levels.take();
    picture.fullSize = QSize(static_cast<int>(values[2]), static_cast<int>(values[3]));
    picture.damaged = values[4] != 0;
    return picture;
}

} // namespace arb::media
