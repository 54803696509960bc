// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <usecases/opencase.h>

#include <domain/chatlog.h>
#include <domain/ruling.h>

#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <functional>

namespace arb::usecases {

/// A text of a case that holds what was searched for.
struct CaseHit
{
    /// Export: a message of an exported chat; Text: a line of a text; Reading: a machine read it in a picture, a place to look at,
    /// never evidence.
    enum class Where { Chat, Answer, Note, Caption, Export, Text, Reading };
    Where where = Where::Chat;
    QString text;           ///< all of it, masked as the case is; of Export and Text the beginning, of Text with the lines it goes on in
    domain::Citation place; ///< names nothing where the text has no place of its own; of Text the line is named as a message: "L12"
    qsizetype held = 0;     ///< how many of the phrases sought
    bool operator==(const CaseHit &) const = default;
};

/// Free text within one case, by the rules of searchtext.h: the texts that hold the most of @p words, all of them as a rule; the
/// chat first, machine readings last, each in its own order. Blocks for as long as the chat is long; pure. Files are not looked
/// into: searchFile(). @p abandoned as there.
QList<CaseHit> searchCase(const CaseView &view, const QStringList &words, const std::function<bool()> &abandoned = {});

/// Of one file no more hits are kept than this.
inline constexpr qsizetype mostFileHits = 10'000;
/// The same within an exhibit of words, all of which @p log holds (usecases/filewords.h). @p masks: what is
/// hidden before it is searched (CaseView::masks). @p abandoned is asked every 64,000 characters or so, inside a long line as well: nobody waits any more,
/// and what is answered then means nothing.
QList<CaseHit> searchFile(const domain::Exhibit &exhibit, const domain::ChatLog &log, const QStringList &words, const domain::Masks &masks,
                          const std::function<bool()> &abandoned = {});

/// Of hits of the same search those with the most phrases, in the order of searchCase().
QList<CaseHit> bestHits(QList<CaseHit> hits);

/// An exhibit of words that was not looked into: what is sought may stand there all the same.
struct NotSearched
{
    QString exhibit; ///< its id
    VaultError why = VaultError::Missing;
    bool operator==(const NotSearched &) const = default;
};

struct WholeSearch
{
    QList<CaseHit> hits;
    QList<NotSearched> notSearched; ///< in the order of the case
};

/// searchCase() and searchFile() over every exhibit of words, one file in memory after the other. Blocks for as long as reading them
/// takes.
WholeSearch searchWholeCase(const Desk &desk, const CaseView &view, const QStringList &words);

} // namespace arb::usecases
