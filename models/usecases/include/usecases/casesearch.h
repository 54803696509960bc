// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <usecases/opencase.h>

#include <domain/ruling.h>

#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QStringList>

namespace arb::usecases {

/// A text of a case that holds what was searched for.
struct CaseHit
{
    enum class Where { Chat, Answer, Note, Caption, Reading };
    Where where = Where::Chat; ///< Reading: a machine read it in a picture; a place to look at, never evidence
    QString text;              ///< all of it, masked as the case is
    domain::Citation place;    ///< names nothing where the text has no place of its own
    bool operator==(const CaseHit &) const = default;
};

/// Free text within one case, by the rules of searchtext.h: the texts that hold the most of @p words, all of them as a rule; the
/// chat first, machine readings last, each in its own order. Blocks for as long as the chat is long; pure.
QList<CaseHit> searchCase(const CaseView &view, const QStringList &words);

} // namespace arb::usecases
