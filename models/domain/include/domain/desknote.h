// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/casejson.h>
#include <domain/ids.h>

#include <QtCore/QStringList>

#include <optional>

/// What people at the desk write down about a case beside its ruling.
namespace arb::domain {

/// DeskOnly: never in anything that a party reads. MayBeQuoted: its writer lets it stand in reasons and letters.
enum class NoteVisibility { DeskOnly, MayBeQuoted };

/// A note of the desk, pinned to a place of the evidence or to none. Never changed; removing it is on record.
struct DeskNote
{
    NoteId id;
    UtcMs at;
    QString by, text;                ///< who, by name as it was then; at most longestNote characters
    std::optional<Citation> place{}; ///< absent: about the case
    NoteVisibility visibility = NoteVisibility::DeskOnly;
    QStringList mentions{};          ///< names of those who were told
    PersonId author{};               ///< none: it came with an import, or stands beside an act or a party's words
    bool operator==(const DeskNote &) const = default;
};

inline constexpr qsizetype longestNote = 100'000;
inline constexpr qsizetype mostNotes = 5'000; ///< of a sealed file

/// Which of @p names @p text mentions as "@name", each once, in the order of the text; of names that begin alike the longest.
QStringList mentionsIn(const QString &text, const QStringList &names);
/// What stands behind an "@" of @p text that is none of @p names: its letters and digits, at most 24; each once, in order.
QStringList strayMentionsIn(const QString &text, const QStringList &names);

/// What of @p note may stand in a text that parties read: nothing of a note for the desk only. The one way from notes there.
QString quotableText(const DeskNote &note);

/// Without DeskNote::author, which means something in one database only. Unknown keys are refused.
QJsonObject toJson(const DeskNote &note);
Result<DeskNote, JsonShapeError> noteFromJson(const QJsonObject &object);
/// notes.json of a sealed file.
struct NotesFile
{
    QList<DeskNote> notes;
    QList<NoteId> withheld{}; ///< stayed in the house: the record names them, the file tells nothing of what they say
    bool operator==(const NotesFile &) const = default;
};
/// {"format": 1, "notes": [...], "withheld": ["id", ...]}, both by id; without `withheld` where nothing was.
QJsonObject notesToJson(const QList<DeskNote> &notes, QList<NoteId> withheld = {});
Result<NotesFile, JsonShapeError> notesFromJson(const QJsonObject &object);
/// SHA-256 of what it says and where: its canonical form without id, author and time. What its audit entry fixes.
QByteArray noteDigest(const DeskNote &note);

template<> std::span<const CodeRow<NoteVisibility>> codeTable<NoteVisibility>();

} // namespace arb::domain
