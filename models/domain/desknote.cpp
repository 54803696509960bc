// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/desknote.h>

#include "jsonreader.h"

#include <domain/canonicaljson.h>
#include <domain/plaintext.h>

#include <QtCore/QSet>

#include <algorithm>
#include <functional>
#include <utility>

namespace arb::domain {

namespace {

DeskNote readNote(JsonReader &json)
{
    DeskNote note;
    bool whole = false;
    note.id = NoteId(json.text("id", Need::Required).toLongLong(&whole));
    if (!whole || note.id.value() < 1)
        json.fail("id", "integer");
    note.at = UtcMs(json.integer("at", 0, 253'402'300'799'999, Need::Required).value_or(0));
    note.by = json.text("by", Need::Required);
    note.text = json.text("text", Need::Required);
    if (note.text.trimmed().isEmpty() || note.text.size() > longestNote)
        json.fail("text", "length");
    if (hasControl(note.text))
        json.fail("text", "string");
    note.visibility = json.code<NoteVisibility>("visibility", Need::Required).value_or(NoteVisibility::DeskOnly);
    note.mentions = json.texts("mentions");
    const QJsonValue place = json.take("place");
    if (!place.isUndefined()) {
        const auto read = citationFromJson(place.toObject());
        if (!place.isObject() || !read)
            json.fail("place", "object");
        else
            note.place = *read;
    }
    json.refuseUnread();
    return note;
}

bool endsName(const QString &text, qsizetype at)
{
    return at >= text.size() || !text.at(at).isLetterOrNumber();
}

/// Which of @p byLength, the longest first, stands at @p at; empty: none.
QString nameAt(const QString &text, qsizetype at, const QStringList &byLength)
{
    for (const QString &name : byLength) {
        if (name.isEmpty() || QStringView(text).mid(at, name.size()) != name)
            continue;
        // Chinese goes on without a blank behind a name, so only Latin words need their end.
        const bool latin = name.at(name.size() - 1).unicode() < 0x80;
        if (!latin || endsName(text, at + name.size()))
            return name;
    }
    return {};
}

struct Mentions
{
    QStringList known, stray;
};

Mentions splitMentions(const QString &text, const QStringList &names)
{
    constexpr qsizetype longestShown = 24;
    QStringList byLength = names;
    std::ranges::stable_sort(byLength, std::ranges::greater(), &QString::size);
    Mentions found;
    for (qsizetype at = text.indexOf(u'@'); at >= 0; at = text.indexOf(u'@', at + 1)) {
        const bool insideAWord = at > 0 && text.at(at - 1).unicode() < 0x80 && text.at(at - 1).isLetterOrNumber(); // an e-mail address
        if (insideAWord)
            continue;
        const QString name = nameAt(text, at + 1, byLength);
        qsizetype end = at + 1;
        while (name.isEmpty() && end - at <= longestShown && !endsName(text, end))
            ++end;
        const QString word = name.isEmpty() ? text.mid(at + 1, end - at - 1) : name;
        QStringList &list = name.isEmpty() ? found.stray : found.known;
        if (!word.isEmpty() && !list.contains(word))
            list.append(word);
    }
    return found;
}

} // namespace

QStringList mentionsIn(const QString &text, const QStringList &names)
{
    return splitMentions(text, names).known;
}

QStringList strayMentionsIn(const QString &text, const QStringList &names)
{
    return splitMentions(text, names).stray;
}

QString quotableText(const DeskNote &note)
{
    switch (note.visibility) {
    case NoteVisibility::DeskOnly: return {};
    case NoteVisibility::MayBeQuoted: return note.text;
    }
    return {};
}

QJsonObject toJson(const DeskNote &note)
{
    QJsonObject object{{QStringLiteral("id"), note.id.toString()},
                       {QStringLiteral("at"), note.at.ms()},
                       {QStringLiteral("by"), note.by},
                       {QStringLiteral("text"), note.text},
                       {QStringLiteral("visibility"), toCode(note.visibility)}};
    if (note.place)
        object.insert(QStringLiteral("place"), toJson(*note.place));
    if (!note.mentions.isEmpty())
        object.insert(QStringLiteral("mentions"), QJsonArray::fromStringList(note.mentions));
    return object;
}

Result<DeskNote, JsonShapeError> noteFromJson(const QJsonObject &object)
{
    JsonErrors errors;
    JsonReader json(object, QString(), errors);
    DeskNote note = readNote(json);
    if (errors.first())
        return Failure{*errors.first()};
    return note;
}

QJsonObject notesToJson(const QList<DeskNote> &notes, QList<NoteId> withheld)
{
    QList<DeskNote> ordered = notes;
    std::ranges::sort(ordered, {}, &DeskNote::id);
    QJsonArray all;
    for (const DeskNote &note : std::as_const(ordered))
        all.append(toJson(note));
    QJsonObject object{{QStringLiteral("format"), 1}, {QStringLiteral("notes"), all}};
    std::ranges::sort(withheld);
    QJsonArray ids;
    for (const NoteId id : std::as_const(withheld))
        ids.append(id.toString());
    if (!ids.isEmpty())
        object.insert(QStringLiteral("withheld"), ids);
    return object;
}

Result<NotesFile, JsonShapeError> notesFromJson(const QJsonObject &object)
{
    JsonErrors errors;
    JsonReader json(object, QString(), errors);
    json.integer("format", 1, 1, Need::Required);
    NotesFile file;
    QSet<NoteId> ids;
    const auto read = [&](JsonReader &item) {
        file.notes.append(readNote(item));
        if (ids.contains(file.notes.constLast().id))
            item.fail("id", "unique");
        ids.insert(file.notes.constLast().id);
    };
    json.each("notes", read, Need::Required);
    for (const QString &text : json.texts("withheld")) {
        bool whole = false;
        const NoteId id(text.toLongLong(&whole));
        if (!whole || id.value() < 1)
            json.fail("withheld", "integer");
        if (ids.contains(id)) // twice, or told all the same
            json.fail("withheld", "unique");
        ids.insert(id);
        file.withheld.append(id);
    }
    if (ids.size() > mostNotes)
        json.fail("notes", "count");
    json.refuseUnread();
    if (errors.first())
        return Failure{*errors.first()};
    std::ranges::sort(file.notes, {}, &DeskNote::id);
    return file;
}

QByteArray noteDigest(const DeskNote &note)
{
    QJsonObject content = toJson(note);
    for (const char *key : {"id", "by", "at"})
        content.remove(QLatin1StringView(key));
    return sha256Hex(canonicalJson(content));
}

template<>
std::span<const CodeRow<NoteVisibility>> codeTable<NoteVisibility>()
{
    using enum NoteVisibility;
    static constexpr CodeRow<NoteVisibility> rows[] = {{DeskOnly, "desk_only"}, {MayBeQuoted, "may_be_quoted"}};
    return rows;
}

} // namespace arb::domain
