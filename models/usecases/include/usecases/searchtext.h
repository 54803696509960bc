// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <usecases/caserecord.h>

#include <domain/casefile.h>

#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <functional>
#include <optional>

/// Free text over cases, the same answer on both databases and in memory. Rules:
///  1. Text is case-folded and width-folded (NFKC); format characters and variation selectors are ignored. A run of CJK
///     characters gives its bigrams and its last character alone; a run of other letters and digits is one token (of at
///     most 64 characters, then the next begins); everything else separates.
///  2. A phrase is found where its tokens stand one after the other. A CJK phrase of one character is found as the first
///     character of any token. The last Latin token of a phrase is a prefix ("100" finds "1001"): people see hits while
///     they type.
///  3. Searched are: case number, order number, after-sale number, waybill numbers, product, sku and titles, category,
///     the shop's name and id, the creator's and the buyer's ids, what the reason filed is called in both languages
///     (usecases/reasonwords.h), chat texts (recalled ones too), answers with their reasons' words, notes, captions of
///     exhibits; of rulings that were neither recalled nor sent back, those that wait for approval too: reasons and
///     texts of findings; and last, what a machine read in the exhibits, and of exported chats and texts among them the
///     beginning (usecases/filewords.h). Never names, phones or addresses of persons (a creator is one): personal data stays in its own
///     table.
namespace arb::usecases {

/// Which form of the rules stored search texts follow. To be raised with every change of what searchColumn() makes of a
/// case: databases of an older form are then indexed anew (storage::Database::renewSearch).
inline constexpr int searchTextForm = 2;

/// The tokens of @p text in order (rule 1).
QStringList searchTokens(const QString &text);

/// One word or quoted phrase of a filter line.
struct SearchPhrase
{
    QStringList tokens; ///< without the trailing single character of a CJK run (rule 2)
    bool lastIsPrefix = false;
    bool operator==(const SearchPhrase &) const = default;
};
/// Nothing when @p word holds nothing that could be searched for (punctuation only): such a word does not filter.
std::optional<SearchPhrase> searchPhrase(const QString &word);
/// The phrases of @p words; those that do not filter are left out.
QList<SearchPhrase> searchPhrases(const QStringList &words);

/// Does @p phrase occur in tokens made by searchTokens()?
bool occurs(const SearchPhrase &phrase, const QStringList &tokens);

/// Does one of @p phrases occur in @p tokens, a case's, only where one of @p readings stands, texts that a machine read? No where a
/// reading is not, or not all of it, among the tokens: then nobody knows.
bool onlyInReadings(const QList<SearchPhrase> &phrases, const QStringList &tokens, const QStringList &readings);

/// How many of @p phrases occur in @p text, as occurs() says of all its tokens: a text as long as its file is looked through
/// piece by piece, in little memory. @p abandoned is asked between the pieces; once it says so the answer means nothing.
qsizetype phrasesIn(const QList<SearchPhrase> &phrases, const QString &text, const std::function<bool()> &abandoned = {});

/// What rule 3 says of a ruling; and of those of @p rulings that count, in their order.
QStringList searchableTexts(const domain::Ruling &ruling);
QStringList searchableTexts(const QList<RulingRow> &rulings);

/// What rule 3 says of a case, one part a line; at most 100,000 characters. @p rulings are its rulings' texts, @p readings
/// what was read in its exhibits: by a machine (domain::readingText), then in
/// files of words (indexedWords()).
QString searchableText(const domain::CaseFile &file, const QStringList &rulings = {}, const QStringList &readings = {});

/// The tokens of searchableText() as stores keep them: each with a space before and after it, " a b c ", and no more of
/// them than PostgreSQL takes into one row (900,000 bytes of UTF-8).
QString searchColumn(const domain::CaseFile &file, const QStringList &rulings = {}, const QStringList &readings = {});

} // namespace arb::usecases
