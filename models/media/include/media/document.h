// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <media/picture.h>

#include <QtCore/QRectF>
#include <QtCore/QString>

namespace arb::media {

inline constexpr int documentDpi = 144; ///< regions of citations are pixels at this resolution

struct MediaDocument
{
    int pages = 0;
    QList<QSize> sizes; ///< of the first pages, as readPage paints them
};

/// A word of a page's text layer and where it stands, in pixels at documentDpi.
struct MediaWord
{
    QString text;
    QRectF box;
};
/// The words in what `pdftotext -bbox` prints, in reading order; what is damaged or off the page is left out.
QList<MediaWord> wordsOfBoxes(const QByteArray &xhtml);

/// PDF through poppler's programs as short-lived children, locked in as helpers are but with the system's fonts to read: the
/// file on their standard input, limits on memory, time and output. The picture they make of a page is a stranger's file still:
/// a helper of @p origin decodes it. @p fd is neither moved nor owned; all calls block and may run on several threads at once.
/// Pages count from 1.
Media<MediaDocument> readDocument(const DecodeService &service, int fd);
Media<MediaPicture> readPage(const DecodeService &service, const QString &origin, int fd, int page, const Abandoned &abandoned = {});
Media<QList<MediaWord>> readPageWords(const DecodeService &service, int fd, int page);

} // namespace arb::media
