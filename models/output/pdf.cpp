// SPDX-License-Identifier: GPL-3.0-or-later
#include <output/tables.h>

#include "pdfpages.h"

#include <QtCore/QBuffer>
#include <QtGui/QAbstractTextDocumentLayout>
#include <QtGui/QPageSize>
#include <QtGui/QPdfWriter>
#include <QtGui/QTextCursor>
#include <QtGui/QTextDocument>
#include <QtGui/QTextTable>

namespace arb::output {

namespace {

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
    writer.setResolution(pdfDotsPerInch);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageOrientation(QPageLayout::Landscape);
    writer.setPageMargins(QMarginsF(12, 12, 12, 12), QPageLayout::Millimeter);
    writer.setTitle(table.title);

    QTextDocument document;
    document.documentLayout()->setPaintDevice(&writer);
    document.setPageSize(pdfBody(writer));
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

    paintPages(writer, document);
    return bytes;
}

} // namespace arb::output
