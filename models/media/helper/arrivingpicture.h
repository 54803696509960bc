// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helper/worker.h"

#include <media/picture.h>

namespace arb::media {

/// A picture and its halves that are made row by row.
class GrowingLevels
{
public:
    GrowingLevels() = default;
    explicit GrowingLevels(const QImage &picture); ///< its rows may be there already, or come
    QImage &picture() { return m_levels[0]; }
    bool isNull() const { return m_levels.isEmpty(); }
    /// The first @p rows of the picture are there; never fewer than the last time.
    void grow(int rows);
    QList<QImage> take() { return std::move(m_levels); }

private:
    QList<QImage> m_levels;
    QList<int> m_rows; ///< that each level has
};

/// What a helper says of one picture, checked number by number: rows are copied, and their halves made, while it decodes those below.
class ArrivingPicture
{
public:
    explicit ArrivingPicture(qint64 maxPixels) : m_maxPixels(maxPixels) {}
    bool take(HelperAnswer &&part); ///< as Underway; another helper may begin from the first row again
    Media<MediaPicture> finish(const HelperAnswer &answer); ///< HelperDied where it cannot be true

private:
    bool begin(qint64 width, qint64 height);
    bool copyRows(const HelperAnswer &from, int rows);

    qint64 m_maxPixels;
    HelperAnswer m_first; ///< with the memory, and the size that was told
    GrowingLevels m_levels;
    int m_rows = 0; ///< copied
    int m_begun = 0; ///< how many helpers began
};

} // namespace arb::media
