// SPDX-License-Identifier: GPL-3.0-or-later
#include "letterhiding.h"

#include <presentation/formats.h>

#include <domain/codes.h>
#include <domain/masking.h>

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>

#include <algorithm>
#include <utility>

namespace arb::presentation {

namespace {

constexpr char16_t firstClose = 0x2e80; ///< scripts without blanks between words begin here
constexpr qsizetype shortestIdentity = 3, shortestClose = 2; ///< what is shorter stands in too many words

/// A letter or digit with which a Latin word goes on; scripts without blanks have no ends of words.
bool goesOnLatin(QChar c)
{
    return c.unicode() < firstClose && !c.isSurrogate() && c.isLetterOrNumber();
}

QString blotted(const QString &text, const QString &words, const QString &shown)
{
    QString out;
    qsizetype done = 0;
    for (qsizetype at = text.indexOf(words, 0, Qt::CaseInsensitive); at >= 0; at = text.indexOf(words, at, Qt::CaseInsensitive)) {
        const qsizetype end = at + words.size();
        const bool insideAWord = (at > 0 && goesOnLatin(words.front()) && goesOnLatin(text.at(at - 1)))
            || (end < text.size() && goesOnLatin(words.back()) && goesOnLatin(text.at(end)));
        if (insideAWord) {
            ++at;
            continue;
        }
        out += QStringView(text).sliced(done, at - done);
        out += shown;
        done = at = end;
    }
    return out += QStringView(text).sliced(done);
}

/// What is taken out of it afterwards must not look as if it had gone since it was cited.
domain::CaseFile maskedFile(const usecases::CaseView &view)
{
    domain::CaseFile file = view.record.file;
    if (!view.unmasked)
        return file;
    file.placesBeforeMasking = usecases::digestsOfPlaces(usecases::citedIn(view.record), file);
    return usecases::masked(std::move(file));
}

bool isOfParty(const QString &from)
{
    const auto party = domain::fromCode<domain::Party>(from);
    return party && *party != domain::Party::Platform;
}

/// Notes of the record are the parties' or the platform's and the desk's own. Of the latter a letter tells when they were
/// written and no more: nobody has said that they may be quoted.
void hideDeskNotes(domain::CaseFile &file)
{
    for (domain::CaseNote &note : file.notes) {
        if (!isOfParty(note.from))
            note.from = note.text = QString();
    }
    QJsonArray notes;
    for (const QJsonValue &value : file.document.value(QLatin1StringView("notes")).toArray()) {
        const QJsonObject note = value.toObject();
        if (isOfParty(note.value(QLatin1StringView("from")).toString()))
            notes.append(note);
        else
            notes.append(QJsonObject{{QStringLiteral("at"), note.value(QLatin1StringView("at"))}});
    }
    if (!notes.isEmpty())
        file.document.insert(QStringLiteral("notes"), notes);
}

const domain::PartyInfo *infoOf(const domain::CaseFile &file, domain::Party party)
{
    switch (party) {
    case domain::Party::Buyer: return &file.buyer;
    case domain::Party::Merchant: return &file.merchant;
    case domain::Party::Creator: return file.creator ? &*file.creator : nullptr;
    case domain::Party::Platform: break;
    }
    return nullptr;
}

} // namespace

LetterHiding::LetterHiding(const usecases::CaseView &view, domain::Party addressee)
    : m_masks(view.unmasked ? usecases::masksOf(view.record.file) : view.masks),
      m_file(maskedFile(view)), m_addressee(addressee)
{
    const auto others = {domain::Party::Buyer, domain::Party::Merchant, domain::Party::Creator};
    for (const domain::Party party : others) {
        const domain::PartyInfo *info = party == addressee ? nullptr : infoOf(m_file, party);
        if (!info)
            continue;
        hide(info->id, domain::maskPhone(info->id));
        if (party == domain::Party::Merchant) // public, but a letter names nobody but its reader
            hide(info->name, domain::maskName(info->name));
    }
    std::ranges::stable_sort(m_identities, [](const Identity &one, const Identity &other) { return one.words.size() > other.words.size(); });
    for (domain::ChatMessage &message : m_file.chat)
        message.text = identities(message.text);
    for (domain::Exhibit &exhibit : m_file.exhibits)
        exhibit.caption = identities(exhibit.caption);
    for (const domain::Party party : others) {
        if (party != addressee)
            m_file.document.remove(domain::toCode(party));
    }
    hideDeskNotes(m_file);
    m_file.document = quotable(m_file.document).toObject();
}

void LetterHiding::hide(const QString &words, const QString &shown)
{
    const QString trimmed = words.trimmed();
    const bool close = !trimmed.isEmpty() && trimmed.front().unicode() >= firstClose;
    if (trimmed.size() >= (close ? shortestClose : shortestIdentity))
        m_identities.append({trimmed, shown});
}

QString LetterHiding::identities(const QString &line) const
{
    QString hidden = line;
    for (const Identity &identity : m_identities)
        hidden = blotted(hidden, identity.words, identity.shown);
    return hidden;
}

QString LetterHiding::written(const QString &text) const
{
    // Identities first: a shop may be called after a person, and half of its name would stay.
    return visibleText(m_masks.hide(identities(text)));
}

QString LetterHiding::nameOf(domain::Party party) const
{
    const domain::PartyInfo *info = infoOf(m_file, party);
    if (!info)
        return {};
    return visibleText(party == m_addressee ? identities(info->name) : domain::maskName(info->name)); // what is masked stays as it is
}

QJsonValue LetterHiding::quotable(const QJsonValue &value) const // NOLINT(misc-no-recursion): no deeper than intake lets in
{
    if (value.isString())
        return identities(value.toString());
    if (value.isArray()) {
        QJsonArray items;
        for (const QJsonValue &item : value.toArray())
            items.append(quotable(item));
        return items;
    }
    if (!value.isObject())
        return value;
    QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        it.value() = quotable(it.value());
    return object;
}

} // namespace arb::presentation
