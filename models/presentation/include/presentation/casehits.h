// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <usecases/casesearch.h>

#include <QtCore/QString>
#include <QtCore/QStringList>

namespace arb::presentation {

/// "Chat", "Machine reading, no evidence by itself", …
QString sourceText(usecases::CaseHit::Where where);
/// A hit in one line: where it stands, and the text around the words. A number that a machine read is not repeated: it is read
/// in the picture.
QString hitLine(const usecases::CaseHit &hit, const domain::CaseFile &file);

/// What a person types to search for: words and "quoted phrases" as the queue's filter reads them; what that cannot read is one
/// phrase.
QStringList soughtWords(const QString &typed);

} // namespace arb::presentation
