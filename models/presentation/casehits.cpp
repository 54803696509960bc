// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/casehits.h>

#include <presentation/formats.h>
#include <presentation/recordwords.h>

#include <usecases/queuefilter.h>

#include <QtCore/QCoreApplication>

namespace arb::presentation {

namespace {

struct HitWords
{
    Q_DECLARE_TR_FUNCTIONS(CaseHits)
};

constexpr qsizetype longestShown = 160; ///< of a hit's text; all of it is where the hit leads

} // namespace

QString sourceText(usecases::CaseHit::Where where)
{
    using W = usecases::CaseHit::Where;
    switch (where) {
    case W::Chat: return HitWords::tr("Chat");
    case W::Answer: return HitWords::tr("Merchant's answer");
    case W::Note: return HitWords::tr("Note");
    case W::Caption: return HitWords::tr("Caption");
    case W::Export: return HitWords::tr("Exported chat");
    case W::Text: return HitWords::tr("Text");
    case W::Reading: return HitWords::tr("Machine reading, no evidence by itself");
    }
    return {};
}

QString hitLine(const usecases::CaseHit &hit, const domain::CaseFile &file)
{
    using W = usecases::CaseHit::Where;
    const bool read = hit.where == W::Reading;
    QString text = read && domain::holdsNumber(hit.text) ? HitWords::tr("words with a number (see the picture)") : visibleText(hit.text.simplified());
    if (text.size() > longestShown)
        text = text.left(longestShown) + QStringLiteral(" …");
    QStringList parts{sourceText(hit.where)};
    if (const domain::ChatMessage *message = hit.where == W::Chat ? domain::findMessage(file, hit.place.message) : nullptr)
        parts.append(dateTimeText(message->at));
    else if (!hit.place.exhibit.isEmpty())
        parts.append(visibleText(hit.place.exhibit));
    if (hit.where == W::Export)
        parts.append(visibleText(hit.place.message));
    else if (hit.where == W::Text)
        parts.append(HitWords::tr("line %1").arg(hit.place.message.mid(1)));
    parts.append(text);
    return parts.join(QStringLiteral(" · "));
}

QStringList soughtWords(const QString &typed)
{
    const QString text = typed.trimmed();
    if (text.isEmpty())
        return {};
    if (const auto filter = usecases::parseQueueFilter(text)) {
        usecases::QueueFilter words;
        words.words = filter->words;
        if (usecases::queueFilterText(*filter) == usecases::queueFilterText(words))
            return words.words;
    }
    return {text};
}

} // namespace arb::presentation
