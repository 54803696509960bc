// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/casefile.h>
#include <domain/ruling.h>

#include <QtCore/QMimeData>

#include <functional>
#include <memory>
#include <optional>

class QPlainTextEdit;
class QWidget;

/// Citations on their way by drag and drop: our own type for who understands it, the short reference as plain text for
/// everybody else.
namespace arb::ui {

inline constexpr char citationMimeType[] = "application/x-arbiter-citation";

/// As it travels, with the case that it is of.
std::unique_ptr<QMimeData> citationMime(const domain::Citation &citation, const domain::CaseFile &file);
/// The citation that @p data brings; nothing when there is none, or it is of another case than @p caseNo.
std::optional<domain::Citation> citationIn(const QMimeData *data, const QString &caseNo);
/// Drags it away from @p source; comes back when it was dropped.
void dragCitation(QWidget *source, const domain::Citation &citation, const domain::CaseFile &file);

/// Lets @p field take citations: one that is dropped is given to @p take, whose answer (the reference; empty: refused) is
/// written where it fell. Ctrl+Shift+C asks @p cite for the place on show and writes the reference at the cursor.
void takeCitations(QPlainTextEdit *field, std::function<QString(const QMimeData *)> take, std::function<QString()> cite);

} // namespace arb::ui
