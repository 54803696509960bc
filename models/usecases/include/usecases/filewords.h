// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <usecases/desk.h>

#include <domain/casefile.h>
#include <domain/chatlog.h>

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <functional>

/// The words that parties hand in as files: exported chats and texts. In an open case all of them are searched
/// (usecases/casesearch.h); the search across cases knows the beginning of each file.
namespace arb::usecases {

/// Of each file the search across cases knows at most this many characters, out of at most this many bytes: whatever is handed in, the
/// index stays small and is made in little memory.
inline constexpr qsizetype mostIndexedCharacters = 50'000;
inline constexpr qint64 mostIndexedBytes = 4 * 1024 * 1024;

/// No chat is larger (intake::maxChatBytes).
inline constexpr qint64 mostChatBytes = 128LL * 1024 * 1024;

bool holdsWords(domain::ExhibitKind kind);

/// The file read to be searched, of its first @p most bytes: an export as whoever shows it reads it, a text line by line
/// (domain::textLog). The error: its bytes cannot be had.
domain::Result<domain::ChatLog, VaultError> readWords(const Desk &desk, const QByteArray &sha256, domain::ExhibitKind kind, qint64 most);

/// What is said in @p log, a message a line, of at most mostIndexedCharacters. Without names: who spoke is no search word
/// (rule 3 of usecases/searchtext.h).
QString indexedWords(const domain::ChatLog &log);

struct WordsTaken
{
    QByteArray last; ///< the digest to go on after
    bool more = false;
};
/// Takes in the words of a portion of the files after @p after, by digest, that were not read yet; a file whose bytes cannot be had is
/// passed over, and is looked for again when somebody begins anew. indexKeptReadings() then tells the search across cases.
Done<WordsTaken> takeFileWords(const Desk &desk, const QByteArray &after);
/// All of them, and the search across cases with them. @p stop is asked between portions.
Done<void> indexFileWords(const Desk &desk, const std::function<bool()> &stop = {});

} // namespace arb::usecases
