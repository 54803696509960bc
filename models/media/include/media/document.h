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
/// The same of each of its pages, of @p most at most; what is damaged on one page takes no word from another.
QList<QList<MediaWord>> wordsOfPages(const QByteArray &xhtml, int most);

/// PDF through poppler's programs as short-lived children, locked in as helpers are but with the system's fonts to read: the
/// file on their standard input, limits on memory, time and output. The picture they make of a page is a stranger's file still:
/// a helper of @p origin decodes it. @p fd is neither moved nor owned; all calls block and may run on several threads at once.
/// Pages count from 1.
Media<MediaDocument> readDocument(const DecodeService &service, int fd);
Media<MediaPicture> readPage(const DecodeService &service, const QString &origin, int fd, int page, const Abandoned &abandoned = {});
/// Of @p count pages (at least one) from @p first on, in one child: a list for each, fewer where the file ends before. The limits are those of
/// one page for all of them together, and what is too much for these is refused as a whole.
Media<QList<QList<MediaWord>>> readPageWords(const DecodeService &service, int fd, int first, int count);

} // namespace arb::media
