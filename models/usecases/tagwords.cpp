// SPDX-License-Identifier: GPL-3.0-or-later
#include <usecases/tagwords.h>

#include "filternames.h"

#include <algorithm>

namespace arb::usecases {

using domain::Failure;

namespace {

constexpr qsizetype longestTag = 40; ///< characters, however many code units each is

/// The others that have a name are set by hand: they say what somebody found.
bool isOfDeskAlone(const QString &code)
{
    static const QStringList codes{QStringLiteral("supervisor"), QStringLiteral("claims_too_much"), QStringLiteral("execution_overdue"),
                                   QStringLiteral("execution_failed"), QStringLiteral("buyer_did_not_return")};
    return codes.contains(code);
}

/// As it is kept: under its code where it has a name.
QString keptTag(const QString &word)
{
    const QString trimmed = word.trimmed();
    return codeCalled(deskTagNames(), trimmed).value_or(trimmed);
}

/// A quote cannot be asked for in a filter; what is invisible or ends a line makes two tags look like one, or one like two.
bool isUnfit(QChar c)
{
    constexpr char16_t joiner = 0x200d; // within one emoji
    switch (c.category()) {
    case QChar::Other_Control:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph: return true;
    case QChar::Other_Format: return c != joiner;
    default: return c == u'"';
    }
}

} // namespace

Done<QStringList> tagsToAdd(const QStringList &words)
{
    QStringList tags;
    for (const QString &word : words) {
        const QString tag = keptTag(word);
        if (tag.isEmpty() || tag.toUcs4().size() > longestTag || std::ranges::any_of(tag, isUnfit))
            return Failure{CommandError(CommandFault::TagUnfit, tag)};
        if (isOfDeskAlone(tag))
            return Failure{CommandError(CommandFault::TagOfDesk, tag)};
        tags.append(tag);
    }
    return tags;
}

Done<QStringList> tagsToRemove(const QStringList &words)
{
    QStringList tags;
    for (const QString &word : words) {
        const QString tag = keptTag(word);
        if (isOfDeskAlone(tag))
            return Failure{CommandError(CommandFault::TagOfDesk, tag)};
        tags.append(word);
        if (tag != word)
            tags.append(tag);
    }
    return tags;
}

} // namespace arb::usecases
