// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/soughtwords.h>

#include <domain/chatlog.h>

#include <algorithm>

namespace arb::domain {

namespace {

/// Where @p matcher's pattern stands in @p text at or behind @p from; -1: nowhere, or nobody waits any more, which is asked between
/// stretches.
qsizetype firstWordIn(QStringView text, qsizetype from, const QStringMatcher &matcher, const std::function<bool()> &abandoned)
{
    constexpr qsizetype stretch = 1'000'000; // characters; a millisecond or so
    const qsizetype over = matcher.pattern().size() - 1;
    for (qsizetype at = from; at < text.size(); at += stretch) {
        if (at > from && abandoned && abandoned())
            return -1;
        const qsizetype hit = matcher.indexIn(text.first(std::min(text.size(), at + stretch + over)), at);
        if (hit >= 0)
            return hit;
    }
    return -1;
}

QStringList foldedWords(const QString &typed)
{
    return foldedText(typed).simplified().split(u' ', Qt::SkipEmptyParts);
}

} // namespace

SoughtWords::SoughtWords(const QString &typed) : m_words(foldedWords(typed)), m_first(m_words.value(0), Qt::CaseSensitive)
{
}

SoughtWords::Place SoughtWords::next(QStringView folded, qsizetype from, const std::function<bool()> &abandoned) const
{
    if (isEmpty())
        return {};
    for (qsizetype at = firstWordIn(folded, from, m_first, abandoned); at >= 0; at = firstWordIn(folded, at + 1, m_first, abandoned)) {
        if (const qsizetype end = endOf(folded, at); end >= 0)
            return {at, end - at};
    }
    return {};
}

qsizetype SoughtWords::endOf(QStringView folded, qsizetype at) const
{
    qsizetype end = at + m_words.constFirst().size();
    for (qsizetype n = 1; n < m_words.size(); ++n) {
        const qsizetype gap = end;
        while (end < folded.size() && folded.at(end).isSpace())
            ++end;
        if (end == gap || !folded.sliced(end).startsWith(m_words.at(n)))
            return -1;
        end += m_words.at(n).size();
    }
    return end;
}

} // namespace arb::domain
