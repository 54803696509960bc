// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QSizeF>

class QPdfWriter;
class QTextDocument;

namespace arb::output {

inline constexpr int pdfDotsPerInch = 96; ///< of the layout; the file itself is made of outlines and text

/// What of @p writer's page a document may fill, in dots; below it is room for the page number.
QSizeF pdfBody(const QPdfWriter &writer);
/// Paints @p document, whose page size is pdfBody(), and numbers its pages.
void paintPages(QPdfWriter &writer, QTextDocument &document);

} // namespace arb::output
