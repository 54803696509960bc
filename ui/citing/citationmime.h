// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/casefile.h>
#include <domain/ruling.h>

#include <QtCore/QList>
#include <QtCore/QMimeData>

#include <functional>
#include <memory>

class QPlainTextEdit;
class QWidget;

/// Citations on their way by drag and drop: our own type for who understands it, the short reference as plain text for
/// everybody else.
namespace arb::ui {

inline constexpr char citationMimeType[] = "application/x-arbiter-citation";

inline constexpr qsizetype mostCitations = 16; ///< that travel together

/// As they travel, with the case that they are of: one, or those that belong together (both facts of a clash).
std::unique_ptr<QMimeData> citationMime(const QList<domain::Citation> &citations, const domain::CaseFile &file);
/// The citations that @p data brings; none when one of them is not understood, or they are of another case than @p caseNo.
QList<domain::Citation> citationsIn(const QMimeData *data, const QString &caseNo);
/// Drags them away from @p source; comes back when they were dropped. None: nothing happens.
void dragCitations(QWidget *source, const QList<domain::Citation> &citations, const domain::CaseFile &file);

/// Lets @p field take citations: what is dropped is given to @p take, whose answer (the reference; empty: refused) is
/// written where it fell. Ctrl+Shift+C asks @p cite for the place on show and writes the reference at the cursor.
void takeCitations(QPlainTextEdit *field, std::function<QString(const QMimeData *)> take, std::function<QString()> cite);

} // namespace arb::ui
