// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdfpages.h"

#include <QtGui/QPainter>
#include <QtGui/QPdfWriter>
#include <QtGui/QTextDocument>

namespace arb::output {

namespace {

constexpr qreal pageFootHeight = 24; ///< room for the page number, in dots

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
        document.drawContents(&painter, QRectF(0, n * body.height(), body.width(), body.height()));
        painter.restore();
        painter.drawText(QRectF(0, body.height(), body.width(), pageFootHeight), Qt::AlignRight | Qt::AlignBottom,
                         QStringLiteral("%1 / %2").arg(n + 1).arg(pages));
    }
    painter.end();
}

} // namespace arb::output
