// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <media/decodeservice.h>
#include <media/mediaerror.h>

#include <QtCore/QList>
#include <QtCore/QSize>
#include <QtGui/QImage>

namespace arb::media {

/// An upright picture with its mip levels.
struct MediaPicture
{
    QList<QImage> levels; ///< the first is the largest; each further one is half the one before, down to about 256 pixels
    QSize fullSize;       ///< upright pixels of the file; the first level is smaller after a scaled decode
    bool damaged = false; ///< breaks off or has errors; what could be read is shown
};

/// Has the picture in @p fd (not moved, not owned), which is a file of @p origin, decoded so that it covers @p target; an empty
/// target is full size. Blocks, at most DecodeLimits::pictureSeconds; may be called from several threads at once.
Media<MediaPicture> readPicture(const DecodeService &service, const QString &origin, int fd, QSize target, const Abandoned &abandoned = {});

/// @p image and its halves.
QList<QImage> mipLevels(const QImage &image);

} // namespace arb::media
