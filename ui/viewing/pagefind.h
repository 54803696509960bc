// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/evidenceports.h>

#include <QtCore/QRect>

namespace arb::ui {

/// A place where the words were found on a page; more than one box where it goes over the end of a line.
struct PageHit
{
    QList<QRect> boxes; ///< pixels of the page at 144 dpi; never empty
};

/// Where @p wanted stands among @p words, in reading order, never overlapping. Letter case and blanks do not count: papers
/// set titles with blanks between the characters.
QList<PageHit> findOnPage(const QString &wanted, const QList<PageWord> &words);

} // namespace arb::ui
