// SPDX-License-Identifier: GPL-3.0-or-later
#include "timelinequotes.h"

#include <QtCore/QHash>

#include <algorithm>

namespace arb::domain {

namespace {

constexpr qsizetype fewestRepeated = 4; ///< different characters in a quote: laughter is none

/// Letters and digits only, in one width and case: what a quote keeps when it is typed again.
QString bareWords(const QString &text)
{
    const QString folded = text.left(mostStatementWords).normalized(QString::NormalizationForm_KC).toCaseFolded();
    QString bare;
    bare.reserve(folded.size());
    for (const QChar c : folded) {
        if (c.isLetterOrNumber() || c.isSurrogate())
            bare.append(c);
    }
    return bare;
}

bool isLongEnough(const QString &bare)
{
    int weight = 0;
    QString seen;
    for (const QChar c : bare) {
        weight += c.unicode() >= 0x2e80 ? 2 : 1;
        if (!seen.contains(c))
            seen.append(c);
        if (weight >= leastQuoteWeight && seen.size() >= fewestRepeated)
            return true;
    }
    return false;
}

struct Statement
{
    int event = -1;
    QString bare;
    /// An export of the chat, or a picture of it, holds everybody's words; whoever answers or writes a statement may repeat
    /// himself later.
    bool ownWordsCount = false;
};

QList<Statement> statementsIn(const CaseTimeline &timeline, const CaseFile &file, const TimelineExtra &extra)
{
    QHash<QString, QString> wordsOf;
    for (const TimelineExtra::Words &words : extra.words)
        wordsOf.insert(words.exhibit, words.text);
    QList<Statement> statements;
    for (int i = 0; i < timeline.events.size(); ++i) {
        const TimelineEvent &event = timeline.events.at(i);
        if (event.what == TimelineWhat::Answered && !event.text.isEmpty())
            statements.append({i, bareWords(event.text), false});
        if (event.what == TimelineWhat::Submitted && wordsOf.contains(event.citation.exhibit)) {
            const Exhibit *exhibit = findExhibit(file, event.citation.exhibit);
            const bool isText = exhibit && exhibit->kind == ExhibitKind::Text;
            statements.append({i, bareWords(wordsOf.value(event.citation.exhibit)), !isText});
        }
    }
    return statements;
}

struct Said
{
    int event = -1;
    QString bare;
};

bool wasSaidBefore(const QList<Said> &chat, const CaseTimeline &timeline, const QString &bare, UtcMs at)
{
    return std::ranges::any_of(chat, [&](const Said &said) { return timeline.events.at(said.event).at <= at && said.bare.contains(bare); });
}

/// The message @p statement repeats that came latest after it, or nothing.
const Said *laterQuote(const Statement &statement, const QList<Said> &chat, const CaseTimeline &timeline)
{
    const TimelineEvent &stated = timeline.events.at(statement.event);
    for (auto said = chat.crbegin(); said != chat.crend(); ++said) {
        const TimelineEvent &message = timeline.events.at(said->event);
        if (message.at - stated.at <= recordToleranceMs)
            return nullptr; // by time: what follows is earlier
        if (message.party == stated.party && !statement.ownWordsCount)
            continue;
        if (said->bare.size() <= statement.bare.size() && isLongEnough(said->bare) && statement.bare.contains(said->bare)
            && !wasSaidBefore(chat, timeline, said->bare, stated.at))
            return &*said;
    }
    return nullptr;
}

} // namespace

QList<TimelineClash> quoteClashes(const CaseTimeline &timeline, const CaseFile &file, const TimelineExtra &extra)
{
    QList<TimelineClash> clashes;
    QList<Said> chat;
    QHash<QString, int> eventOf;
    for (int i = 0; i < timeline.events.size(); ++i) {
        if (timeline.events.at(i).what != TimelineWhat::Message)
            continue;
        chat.append({i, bareWords(timeline.events.at(i).text)});
        eventOf.insert(timeline.events.at(i).message, i);
    }
    const auto add = [&](int stated, int said, bool certain) {
        clashes.append({.rule = TimelineRule::QuotedBeforeSaid, .first = stated, .second = said,
                        .apartMs = timeline.events.at(said).at - timeline.events.at(stated).at, .certain = certain, .offsetMs = 0, .others = {}});
    };
    for (const Statement &statement : statementsIn(timeline, file, extra)) {
        // Equal words alone are no proof of a quote, so this is never certain.
        if (const Said *said = laterQuote(statement, chat, timeline))
            add(statement.event, said->event, false);
    }
    for (const ChatMessage &message : file.chat) {
        const int reply = eventOf.value(message.id, -1), origin = eventOf.value(message.replyTo, -1);
        if (reply >= 0 && origin >= 0 && timeline.events.at(origin).at - timeline.events.at(reply).at > recordToleranceMs)
            add(reply, origin, true); // the platform itself joined the two
    }
    return clashes;
}

} // namespace arb::domain
