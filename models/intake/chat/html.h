// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtCore/QString>

namespace arb::intake {

/// What the class of an element says about the words in it.
enum class HtmlRole {
    None,
    Time,
    Sender,
    Body,
    System ///< said by the program
};

/// Words between two line breaks of a page, blanks as a page shows them.
struct HtmlBlock
{
    quint32 line = 0; ///< of the source, from 1
    HtmlRole role = HtmlRole::None;
    QString text;
    QString attachment; ///< the last part of a picture's or film's address; text is then empty
    quint32 row = 0, cell = 0; ///< of the innermost table around it: rows counted through the page, cells through the row, from 1; 0: in none
};

/// Reduces a page to its words in one pass. Knows tags only as far as it must: where lines break, what is no text (scripts,
/// styles, comments, the head), what a class calls a sender or a time. Unclosed tags and quotes do no harm.
QList<HtmlBlock> blocksOfHtml(QStringView html);

} // namespace arb::intake
