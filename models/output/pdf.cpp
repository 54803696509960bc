// SPDX-License-Identifier: GPL-3.0-or-later
#include <output/tables.h>

#include <QtCore/QBuffer>
#include <QtGui/QAbstractTextDocumentLayout>
#include <QtGui/QPageSize>
#include <QtGui/QPainter>
#include <QtGui/QPdfWriter>
#include <QtGui/QTextCursor>
#include <QtGui/QTextDocument>
#include <QtGui/QTextTable>

namespace arb::output {

namespace {

constexpr int dotsPerInch = 96;  ///< of the layout; the file itself is made of outlines and text
constexpr qreal footHeight = 24; ///< room for the page number, in dots
constexpr qreal smallText = 7, titleText = 12; ///< points

void fillTable(QTextCursor &cursor, const SheetTable &table)
{
    QTextTableFormat format;
    format.setHeaderRowCount(1); // repeated on every page
    format.setCellPadding(3);
    format.setCellSpacing(0);
    format.setBorder(0.5);
    format.setBorderCollapse(true);
    format.setBorderBrush(QColor(0xD8, 0xDE, 0xE4));
    format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
    QTextTable *made = cursor.insertTable(static_cast<int>(table.rows.size()) + 1, static_cast<int>(qMax<qsizetype>(1, table.headings.size())), format);
    QTextCharFormat plain, bold;
    plain.setFontPointSize(smallText);
    bold.setFontPointSize(smallText);
    bold.setFontWeight(QFont::DemiBold);
    const auto put = [&](qsizetype row, qsizetype column, const QString &text, const QTextCharFormat &look) {
        QTextCursor cell = made->cellAt(static_cast<int>(row), static_cast<int>(column)).firstCursorPosition();
        QTextBlockFormat block;
        block.setAlignment(table.numeric.value(column, false) ? Qt::AlignRight : Qt::AlignLeft);
        cell.setBlockFormat(block);
        cell.insertText(text, look);
    };
    for (qsizetype column = 0; column < table.headings.size(); ++column)
        put(0, column, table.headings.at(column), bold);
    for (qsizetype row = 0; row < table.rows.size(); ++row) {
        for (qsizetype column = 0; column < table.rows.at(row).size(); ++column)
            put(row + 1, column, table.rows.at(row).at(column), plain);
    }
}

} // namespace

QByteArray pdf(const SheetTable &table, const QStringList &notes)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(dotsPerInch);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageOrientation(QPageLayout::Landscape);
    writer.setPageMargins(QMarginsF(12, 12, 12, 12), QPageLayout::Millimeter);
    writer.setTitle(table.title);
    const QSizeF page = writer.pageLayout().paintRectPixels(dotsPerInch).size();
    const QSizeF body(page.width(), page.height() - footHeight);

    QTextDocument document;
    document.documentLayout()->setPaintDevice(&writer);
    document.setPageSize(body);
    document.setDocumentMargin(0);
    QTextCursor cursor(&document);
    QTextCharFormat title, small;
    title.setFontPointSize(titleText);
    title.setFontWeight(QFont::DemiBold);
    small.setFontPointSize(smallText);
    cursor.insertText(table.title, title);
    cursor.insertBlock();
    fillTable(cursor, table);
    cursor.movePosition(QTextCursor::End);
    for (const QString &note : notes) {
        cursor.insertBlock();
        cursor.insertText(note, small);
    }

    QPainter painter(&writer);
    const int pages = document.pageCount();
    for (int n = 0; n < pages; ++n) {
        if (n > 0)
            writer.newPage();
        painter.save();
        painter.translate(0, -n * body.height());
        document.drawContents(&painter, QRectF(0, n * body.height(), body.width(), body.height()));
        painter.restore();
        painter.drawText(QRectF(0, body.height(), body.width(), footHeight), Qt::AlignRight | Qt::AlignBottom,
                         QStringLiteral("%1 / %2").arg(n + 1).arg(pages));
    }
    painter.end();
    return bytes;
}

} // namespace arb::output
