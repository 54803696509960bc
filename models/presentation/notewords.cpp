// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/notewords.h>

#include <presentation/casehistory.h>
#include <presentation/formats.h>
#include <presentation/recordwords.h>

#include <QtCore/QCoreApplication>

namespace arb::presentation {

namespace {

struct NoteWords
{
    Q_DECLARE_TR_FUNCTIONS(NoteWords)
};

} // namespace

QString derivedText(const domain::Exhibit &exhibit, const domain::CaseFile &file)
{
    if (!exhibit.derivedFrom)
        return {};
    const QString place = citationReference(domain::sourceOf(*exhibit.derivedFrom), file);
    switch (exhibit.derivedFrom->how) {
    case domain::DerivedHow::Frame: return NoteWords::tr("frame of %1").arg(place);
    case domain::DerivedHow::Crop: return NoteWords::tr("cut out of %1").arg(place);
    case domain::DerivedHow::Ocr: return NoteWords::tr("machine reading of %1").arg(place);
    }
    return {};
}

QString visibilityText(domain::NoteVisibility visibility)
{
    switch (visibility) {
    case domain::NoteVisibility::DeskOnly: return NoteWords::tr("for the desk only");
    case domain::NoteVisibility::MayBeQuoted: return NoteWords::tr("may be quoted");
    }
    return {};
}

QString strayNamesText(const QStringList &names)
{
    if (names.isEmpty())
        return {};
    QStringList shown;
    for (const QString &name : names)
        shown.append(QString(u'@' + visibleText(name)));
    return NoteWords::tr("Nobody who reads cases here is called %1, so nobody was told by that. The note is kept.").arg(shown.join(QStringLiteral(", ")));
}

QString noteLine(const domain::DeskNote &note, const domain::CaseFile &file)
{
    const QString place = note.place ? QString(QLatin1Char(' ') + checkedReference(*note.place, file)) : QString();
    if (domain::fromCode<domain::Party>(note.by)) // a party's own words; it has them already
        return NoteWords::tr("Note, %1, %2: %3").arg(actorText(note.by), dateTimeText(note.at), QString(visibleText(note.text) + place));
    return NoteWords::tr("Note, %1, %2, %3: %4").arg(actorText(note.by), dateTimeText(note.at), visibilityText(note.visibility), QString(visibleText(note.text) + place));
}

QString quoteOf(const domain::DeskNote &note, const domain::CaseFile &file)
{
    const QString text = domain::quotableText(note);
    if (text.isEmpty() || !note.place)
        return text;
    return QStringLiteral("%1 %2").arg(text, citationReference(*note.place, file));
}

} // namespace arb::presentation
