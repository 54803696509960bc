// SPDX-License-Identifier: GPL-3.0-or-later
#include <output/letter.h>

#include "pdfpages.h"

#include <QtCore/QBuffer>
#include <QtGui/QAbstractTextDocumentLayout>
#include <QtGui/QFontDatabase>
#include <QtGui/QPageSize>
#include <QtGui/QPdfWriter>
#include <QtGui/QTextCursor>
#include <QtGui/QTextDocument>

#include <utility>

namespace arb::output {

namespace {

constexpr qreal letterText = 10, letterHeading = 12, letterTitle = 16; ///< points
constexpr qreal letterGap = 5, letterPartGap = 14;                     ///< dots above a paragraph, above a heading

/// One family alone, with TrueType outlines and without ligatures: of others, characters are read back as lookalikes, and beside
/// a second family fontconfig chooses the Chinese one by itself.
QFont letterFont()
{
    QFont font;
    if (const QString family = QStringLiteral("WenQuanYi Micro Hei"); QFontDatabase::hasFamily(family))
        font = QFont(family);
    font.setPointSizeF(letterText);
    return font;
}

/// A paragraph at the end; weight is told by size alone, since a bold that the font does not have is drawn twice.
void addLetterLine(QTextCursor &cursor, const QString &text, qreal points, qreal above)
{
    QTextBlockFormat block;
    block.setTopMargin(above);
    QTextCharFormat look;
    look.setFontPointSize(points);
    if (cursor.atStart())
        cursor.setBlockFormat(block);
    else
        cursor.insertBlock(block);
    cursor.insertText(text, look);
}

} // namespace

QByteArray letterPdf(const LetterSheet &sheet)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPdfVersion(QPagedPaintDevice::PdfVersion_1_6);
    writer.setResolution(pdfDotsPerInch);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF(20, 20, 20, 16), QPageLayout::Millimeter);
    writer.setTitle(sheet.title);
    if (!sheet.attachedName.isEmpty())
        writer.addFileAttachment(sheet.attachedName, sheet.attached, QStringLiteral("application/json"));

    QTextDocument document;
    document.documentLayout()->setPaintDevice(&writer);
    document.setDefaultFont(letterFont());
    document.setPageSize(pdfBody(writer));
    document.setDocumentMargin(0);
    QTextCursor cursor(&document);
    addLetterLine(cursor, sheet.title, letterTitle, 0);
    for (const LetterSheet::Part &part : sheet.parts) {
        if (!part.heading.isEmpty())
            addLetterLine(cursor, part.heading, letterHeading, letterPartGap);
        bool first = part.heading.isEmpty();
        for (const QString &line : part.lines)
            addLetterLine(cursor, line, letterText, std::exchange(first, false) ? letterPartGap : letterGap);
    }
    paintPages(writer, document);
    return bytes;
}

} // namespace arb::output
