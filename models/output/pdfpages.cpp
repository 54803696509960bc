// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdfpages.h"

#include <QtGui/QPainter>
#include <QtGui/QPdfWriter>
#include <QtGui/QTextDocument>

namespace arb::output {

namespace {

constexpr qreal pageFootHeight = 24; ///< room for the page number, in dots
constexpr qreal hair = 0.25;         ///< dots

} // namespace

QSizeF pdfBody(const QPdfWriter &writer)
{
    const QSizeF page = writer.pageLayout().paintRectPixels(pdfDotsPerInch).size();
    return {page.width(), page.height() - pageFootHeight};
}

void paintPages(QPdfWriter &writer, QTextDocument &document)
{
    const QSizeF body = document.pageSize();
    QPainter painter(&writer);
    painter.setFont(document.defaultFont());
    const int pages = document.pageCount();
    for (int n = 0; n < pages; ++n) {
        if (n > 0)
            writer.newPage();
        painter.save();
        painter.translate(0, -n * body.height());
        // Less a hair: what ends where the page does would be drawn, and read back, on the next one as well.
        document.drawContents(&painter, QRectF(0, n * body.height(), body.width(), body.height()).adjusted(0, hair, 0, -hair));
        painter.restore();
        painter.drawText(QRectF(0, body.height(), body.width(), pageFootHeight), Qt::AlignRight | Qt::AlignBottom,
                         QStringLiteral("%1 / %2").arg(n + 1).arg(pages));
    }
    painter.end();
}

} // namespace arb::output
