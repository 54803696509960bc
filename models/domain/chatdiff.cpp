// SPDX-License-Identifier: GPL-3.0-or-later
// Invariants of the comparison:
//  1. Matches ascend on both sides; only Moved rows cross.
//  2. Every message of either side is in exactly one row.
//  3. Words that occur once on each side (anchors) decide where the two logs belong together; what lies between two
//     anchors is compared by itself, so that no step looks at all messages for each message.
#include <domain/chatdiff.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <iterator>
#include <numeric>
#include <utility>

namespace arb::domain {

namespace {

constexpr qsizetype unmatched = -1;

/// One message as the comparison sees it.
struct ComparedMessage
{
    size_t key = 0; ///< of the words, blanks and direction marks aside
    std::optional<UtcMs> at;
};

bool isIgnored(QChar c)
{
    const char16_t unit = c.unicode();
    return c.isSpace() || (unit >= 0x200B && unit <= 0x200F) || (unit >= 0x202A && unit <= 0x202E) || (unit >= 0x2060 && unit <= 0x2069) || unit == 0xFEFF;
}

/// Words without what copying and exporting change.
QString comparedText(QStringView text)
{
    QString folded;
    folded.reserve(text.size());
    bool blank = false;
    for (const QChar c : text) {
        if (isIgnored(c)) {
            blank = blank || c.isSpace();
            continue;
        }
        if (blank && !folded.isEmpty())
            folded += u' ';
        blank = false;
        folded += c;
    }
    return folded;
}

const size_t pictureKey = qHash(QStringLiteral("a picture or film"), size_t(1));

size_t wordsKey(QStringView text, bool isMedia)
{
    return isMedia ? pictureKey : qHash(comparedText(text), size_t(0));
}

std::vector<ComparedMessage> comparedExport(const ChatLog &log)
{
    std::vector<ComparedMessage> compared;
    compared.reserve(log.messages.size());
    for (const LoggedMessage &message : log.messages)
        compared.push_back({wordsKey(log.text(message), message.kind == LoggedKind::MediaOmitted), message.at});
    return compared;
}

std::vector<ComparedMessage> comparedLog(const QList<ChatMessage> &chat)
{
    std::vector<ComparedMessage> compared;
    compared.reserve(static_cast<std::size_t>(chat.size()));
    for (const ChatMessage &message : chat) {
        const bool named = message.text.startsWith(u'[') && message.text.endsWith(u']');
        compared.push_back({wordsKey(message.text, !message.exhibit.isEmpty() && (message.text.isEmpty() || named)), message.at});
    }
    return compared;
}

struct Pair
{
    qsizetype exported = 0, logged = 0;
};

class ChatComparison
{
public:
    ChatComparison(const ChatLog &exported, const QList<ChatMessage> &logged, const ChatDiffOptions &options)
        : m_exported(exported), m_logged(logged), m_options(options), m_left(comparedExport(exported)), m_right(comparedLog(logged)),
          m_match(m_left.size(), unmatched), m_taken(m_right.size(), false), m_agreement(m_left.size(), ChatAgreement::OnlyExport),
          m_tells(m_left.size(), false)
    {
    }

    ChatDifferences compare()
    {
        const std::vector<Pair> once = pairsThatOccurOnce();
        estimateOffset(once);
        qsizetype left = 0, right = 0;
        for (const Pair &anchor : ascending(once)) {
            compareGap(left, anchor.exported, right, anchor.logged);
            take(anchor.exported, anchor.logged, ChatAgreement::Same);
            m_tells[static_cast<std::size_t>(anchor.exported)] = true;
            left = anchor.exported + 1;
            right = anchor.logged + 1;
        }
        compareGap(left, size(m_left), right, size(m_right));
        findMoved();
        settleParties();
        writeRows();
        m_result.outsideDays = m_result.shareNothing() && isOutsideDays();
        return std::move(m_result);
    }

private:
    static qsizetype size(const std::vector<ComparedMessage> &side) { return static_cast<qsizetype>(side.size()); }
    const ComparedMessage &left(qsizetype n) const { return m_left[static_cast<std::size_t>(n)]; }
    const ComparedMessage &right(qsizetype n) const { return m_right[static_cast<std::size_t>(n)]; }
    qsizetype &match(qsizetype n) { return m_match[static_cast<std::size_t>(n)]; }
    bool isTaken(qsizetype n) const { return m_taken[static_cast<std::size_t>(n)]; }

    void take(qsizetype exported, qsizetype logged, ChatAgreement agreement)
    {
        match(exported) = logged;
        m_taken[static_cast<std::size_t>(logged)] = true;
        m_agreement[static_cast<std::size_t>(exported)] = agreement;
    }

    std::vector<Pair> pairsThatOccurOnce() const
    {
        struct Places
        {
            qsizetype lefts = 0, rights = 0, left = 0, right = 0;
        };
        QHash<size_t, Places> places;
        places.reserve(size(m_left) + size(m_right));
        for (qsizetype n = 0; n < size(m_left); ++n) {
            Places &of = places[left(n).key];
            ++of.lefts;
            of.left = n;
        }
        for (qsizetype n = 0; n < size(m_right); ++n) {
            Places &of = places[right(n).key];
            ++of.rights;
            of.right = n;
        }
        std::vector<Pair> once;
        for (const Places &of : std::as_const(places)) {
            if (of.lefts == 1 && of.rights == 1)
                once.push_back({of.left, of.right});
        }
        std::sort(once.begin(), once.end(), [](const Pair &a, const Pair &b) { return a.exported < b.exported; });
        return once;
    }

    /// The two minutes that hold most of the differences; their middle one is the offset.
    void estimateOffset(const std::vector<Pair> &pairs)
    {
        std::vector<qint64> apart;
        for (const Pair &pair : pairs) {
            if (left(pair.exported).at && right(pair.logged).at)
                apart.push_back(*left(pair.exported).at - *right(pair.logged).at);
        }
        std::sort(apart.begin(), apart.end());
        std::size_t best = 0, from = 0, bestFrom = 0;
        for (std::size_t to = 0; to < apart.size(); ++to) {
            while (apart[to] - apart[from] > 2 * minuteMs)
                ++from;
            if (to - from + 1 > best) {
                best = to - from + 1;
                bestFrom = from;
            }
        }
        constexpr std::size_t fewest = 3;
        if (best < fewest || best * 2 < apart.size())
            return;
        m_offset = apart[bestFrom + best / 2];
        if (mostlyNoSeconds()) { // 12:03 is anything until 12:04: what was cut lies up to a minute below the clocks' difference
            const qint64 below = m_offset / minuteMs * minuteMs;
            m_offset = below + (m_offset > below ? minuteMs : 0);
            m_result.offsetToTheMinute = true;
        }
        m_result.offsetMs = m_offset;
        m_result.offsetSupport = static_cast<qsizetype>(best);
    }

    bool mostlyNoSeconds() const
    {
        const auto without = std::count_if(m_exported.messages.begin(), m_exported.messages.end(),
                                           [](const LoggedMessage &message) { return message.doubts.testFlag(ChatDoubt::NoSeconds); });
        return static_cast<std::size_t>(without) * 2 > m_exported.messages.size();
    }

    qint64 apart(qsizetype exported, qsizetype logged) const
    {
        const auto &a = left(exported).at, &b = right(logged).at;
        return a && b ? *a - *b - m_offset : 0;
    }
    bool isNear(qsizetype exported, qsizetype logged) const { return std::llabs(apart(exported, logged)) <= m_options.windowMs; }

    /// Of pairs that are near in time the longest chain that ascends on both sides.
    std::vector<Pair> ascending(const std::vector<Pair> &pairs) const
    {
        std::vector<Pair> near;
        std::copy_if(pairs.begin(), pairs.end(), std::back_inserter(near), [this](const Pair &pair) { return isNear(pair.exported, pair.logged); });
        std::vector<std::size_t> tails; // of chains by length: the one that ends earliest
        std::vector<std::size_t> before(near.size(), near.size());
        for (std::size_t n = 0; n < near.size(); ++n) {
            const auto place = std::lower_bound(tails.begin(), tails.end(), near[n].logged, [&near](std::size_t tail, qsizetype logged) { return near[tail].logged < logged; });
            if (place != tails.begin())
                before[n] = *std::prev(place);
            if (place == tails.end())
                tails.push_back(n);
            else
                *place = n;
        }
        std::vector<Pair> chain;
        for (std::size_t n = tails.empty() ? near.size() : tails.back(); n < near.size(); n = before[n])
            chain.push_back(near[n]);
        std::reverse(chain.begin(), chain.end());
        return chain;
    }

    bool isSame(qsizetype exported, qsizetype logged) const { return left(exported).key == right(logged).key && isNear(exported, logged); }

    void compareGap(qsizetype leftFrom, qsizetype leftTo, qsizetype rightFrom, qsizetype rightTo)
    {
        while (leftFrom < leftTo && rightFrom < rightTo && isSame(leftFrom, rightFrom))
            take(leftFrom++, rightFrom++, ChatAgreement::Same);
        while (leftFrom < leftTo && rightFrom < rightTo && isSame(leftTo - 1, rightTo - 1))
            take(--leftTo, --rightTo, ChatAgreement::Same);
        if (leftFrom == leftTo || rightFrom == rightTo)
            return;
        constexpr qsizetype mostCells = 250'000;
        if ((leftTo - leftFrom) <= mostCells / (rightTo - rightFrom))
            compareByTable(leftFrom, leftTo, rightFrom, rightTo);
        else
            compareByNextPlace(leftFrom, leftTo, rightFrom, rightTo);
        pairAltered(leftFrom, leftTo, rightFrom, rightTo);
    }

    void compareByTable(qsizetype leftFrom, qsizetype leftTo, qsizetype rightFrom, qsizetype rightTo)
    {
        const auto width = static_cast<std::size_t>(rightTo - rightFrom + 1);
        std::vector<quint32> longest(static_cast<std::size_t>(leftTo - leftFrom + 1) * width, 0);
        const auto cell = [&](qsizetype l, qsizetype r) -> quint32 & { return longest[static_cast<std::size_t>(l - leftFrom) * width + static_cast<std::size_t>(r - rightFrom)]; };
        for (qsizetype l = leftTo - 1; l >= leftFrom; --l) {
            for (qsizetype r = rightTo - 1; r >= rightFrom; --r)
                cell(l, r) = isSame(l, r) ? cell(l + 1, r + 1) + 1 : std::max(cell(l + 1, r), cell(l, r + 1));
        }
        for (qsizetype l = leftFrom, r = rightFrom; l < leftTo && r < rightTo;) {
            if (isSame(l, r))
                take(l++, r++, ChatAgreement::Same);
            else if (cell(l + 1, r) >= cell(l, r + 1))
                ++l;
            else
                ++r;
        }
    }

    /// For gaps too large for a table (a chat of nothing but "ok"): each message takes the next place that has its words.
    void compareByNextPlace(qsizetype leftFrom, qsizetype leftTo, qsizetype rightFrom, qsizetype rightTo)
    {
        QHash<size_t, std::vector<qsizetype>> places;
        for (qsizetype r = rightTo - 1; r >= rightFrom; --r)
            places[right(r).key].push_back(r); // nearest last
        qsizetype behind = rightFrom;
        constexpr qsizetype farthest = 64; // a jump further ahead would cost more than it brings
        for (qsizetype l = leftFrom; l < leftTo; ++l) {
            const auto found = places.find(left(l).key);
            if (found == places.end())
                continue;
            std::vector<qsizetype> &next = *found;
            const auto isTooEarly = [&](qsizetype r) { return r < behind || (!isNear(l, r) && apart(l, r) > 0); };
            while (!next.empty() && isTooEarly(next.back()))
                next.pop_back();
            if (next.empty() || !isNear(l, next.back()) || next.back() - behind > farthest)
                continue;
            behind = next.back() + 1;
            take(l, next.back(), ChatAgreement::Same);
        }
    }

    /// What is left between two matches, on both sides: the same message with other words, where place and time say so.
    void pairAltered(qsizetype leftFrom, qsizetype leftTo, qsizetype rightFrom, qsizetype rightTo)
    {
        qsizetype l = leftFrom, r = rightFrom;
        while (l < leftTo && r < rightTo) {
            qsizetype leftEnd = l, rightEnd = r;
            while (leftEnd < leftTo && match(leftEnd) == unmatched)
                ++leftEnd;
            rightEnd = leftEnd < leftTo ? match(leftEnd) : rightTo;
            pairRun(l, leftEnd, r, rightEnd);
            l = leftEnd + 1;
            r = rightEnd + 1;
        }
    }

    void pairRun(qsizetype leftFrom, qsizetype leftTo, qsizetype rightFrom, qsizetype rightTo)
    {
        constexpr qsizetype reach = 8;
        const bool onlyOnes = leftTo - leftFrom == 1 && rightTo - rightFrom == 1;
        qsizetype r = rightFrom;
        for (qsizetype l = leftFrom; l < leftTo && r < rightTo; ++l) {
            for (qsizetype candidate = r; candidate < std::min(rightTo, r + reach); ++candidate) {
                if (!isNear(l, candidate) || !isNearInPlace(l - leftFrom, candidate - rightFrom, l) || !(isAlike(l, candidate) || (onlyOnes && isAtOneTime(l, candidate))))
                    continue;
                take(l, candidate, ChatAgreement::Altered);
                r = candidate + 1;
                break;
            }
        }
    }

    /// Of a message without a time its place has to tell; and a long file of another chat is not laid beside the log line by line.
    bool isNearInPlace(qsizetype leftPlace, qsizetype rightPlace, qsizetype exported) const
    {
        constexpr qsizetype farthest = 200;
        return left(exported).at || std::abs(leftPlace - rightPlace) <= farthest;
    }

    bool isAtOneTime(qsizetype exported, qsizetype logged) const
    {
        constexpr qint64 oneTime = 90 * secondMs;
        return left(exported).at && right(logged).at && std::llabs(apart(exported, logged)) <= oneTime;
    }

    /// At least half of the characters stand in both texts in the same order.
    bool isAlike(qsizetype exported, qsizetype logged) const
    {
        constexpr qsizetype looked = 256; // the beginning of long texts tells
        const QString a = comparedText(textOf(exported).first(std::min(textOf(exported).size(), looked)));
        const QString b = comparedText(QStringView(m_logged.at(logged).text).first(std::min(m_logged.at(logged).text.size(), looked)));
        if (a.isEmpty() || b.isEmpty() || std::min(a.size(), b.size()) * 2 < std::max(a.size(), b.size()))
            return false;
        qsizetype only = 0;
        for (const CharSpan &span : differenceOf(a, b).left)
            only += span.size;
        return (a.size() - only) * 2 >= std::max(a.size(), b.size());
    }

    QStringView textOf(qsizetype exported) const { return m_exported.text(m_exported.messages[static_cast<std::size_t>(exported)]); }

    void findMoved()
    {
        QHash<size_t, std::vector<qsizetype>> places;
        for (qsizetype r = size(m_right) - 1; r >= 0; --r) {
            if (!isTaken(r) && right(r).key != pictureKey)
                places[right(r).key].push_back(r);
        }
        for (qsizetype l = 0; l < size(m_left); ++l) {
            const auto found = match(l) == unmatched ? places.find(left(l).key) : places.end();
            if (found == places.end() || found->empty())
                continue;
            take(l, found->back(), ChatAgreement::Moved);
            found->pop_back();
        }
    }

    void settleParties()
    {
        constexpr std::size_t partyCount = 4;
        std::vector<std::array<qsizetype, partyCount>> votes(static_cast<std::size_t>(m_exported.senders.size()), {0, 0, 0, 0});
        for (qsizetype l = 0; l < size(m_left); ++l) {
            const qint32 sender = m_exported.messages[static_cast<std::size_t>(l)].sender;
            if (sender >= 0 && m_tells[static_cast<std::size_t>(l)] && left(l).key != pictureKey)
                ++votes[static_cast<std::size_t>(sender)][static_cast<std::size_t>(m_logged.at(match(l)).from)];
        }
        for (qsizetype n = 0; n < m_exported.senders.size(); ++n) {
            const ChatSender &sender = m_exported.senders.at(n);
            const auto &of = votes[static_cast<std::size_t>(n)];
            const auto most = std::max_element(of.begin(), of.end());
            std::optional<Party> party = sender.party;
            if (*most > 0 && *most * 2 > std::accumulate(of.begin(), of.end(), qsizetype(0)) && !party)
                party = static_cast<Party>(most - of.begin());
            if (const auto given = m_options.parties.constFind(sender.name); given != m_options.parties.constEnd())
                party = *given;
            m_result.parties.append(party);
        }
    }

    /// No log of what two sides said to each other has these: that one does not is no difference.
    bool isAside(qsizetype exported) const
    {
        const LoggedKind kind = m_exported.messages[static_cast<std::size_t>(exported)].kind;
        return kind == LoggedKind::Heading || kind == LoggedKind::Note;
    }

    ChatDifferenceRow rowOf(qsizetype exported) const
    {
        ChatDifferenceRow row;
        row.agreement = m_agreement[static_cast<std::size_t>(exported)];
        row.exported = exported;
        row.logged = m_match[static_cast<std::size_t>(exported)];
        if (row.logged == unmatched) {
            if (isAside(exported))
                row.agreement = ChatAgreement::Same;
            return row;
        }
        const LoggedMessage &message = m_exported.messages[static_cast<std::size_t>(exported)];
        const qint64 off = apart(exported, row.logged);
        const qint64 exact = 5 * secondMs, toTheMinute = 65 * secondMs;
        row.timeDiffersMs = std::llabs(off) > (message.doubts.testFlag(ChatDoubt::NoSeconds) ? toTheMinute : exact) ? off : 0;
        const auto party = message.sender >= 0 ? m_result.parties.at(message.sender) : std::nullopt;
        row.senderDiffers = party && *party != m_logged.at(row.logged).from;
        if (row.agreement == ChatAgreement::Altered) {
            const TextDifference difference = differenceOf(textOf(exported), m_logged.at(row.logged).text);
            row.exportSpans = difference.left;
            row.logSpans = difference.right;
        }
        return row;
    }

    void addRow(const ChatDifferenceRow &row)
    {
        switch (row.agreement) {
        case ChatAgreement::Same: m_result.same += row.logged == unmatched ? 0 : 1; break;
        case ChatAgreement::Altered: ++m_result.altered; break;
        case ChatAgreement::OnlyExport: ++m_result.onlyExport; break;
        case ChatAgreement::OnlyLog: ++m_result.onlyLog; break;
        case ChatAgreement::Moved: ++m_result.moved; break;
        }
        m_result.rows.push_back(row);
    }

    /// What only the log has stands before the message of the export that is later than it or matched behind it.
    void writeRows()
    {
        m_result.rows.reserve(m_left.size() + m_right.size() / 8);
        qsizetype r = 0;
        const auto addLogged = [&](qsizetype to, std::optional<UtcMs> before) {
            for (; r < to; ++r) {
                if (isTaken(r))
                    continue;
                if (before && right(r).at && right(r).at->plusMs(m_offset) > *before)
                    return;
                ChatDifferenceRow row;
                row.agreement = ChatAgreement::OnlyLog;
                row.logged = r;
                addRow(row);
            }
        };
        std::vector<qsizetype> nextMatch(m_left.size() + 1, size(m_right)); // where the next match that ascends begins
        for (qsizetype l = size(m_left) - 1; l >= 0; --l) {
            const bool ascends = match(l) != unmatched && m_agreement[static_cast<std::size_t>(l)] != ChatAgreement::Moved;
            nextMatch[static_cast<std::size_t>(l)] = ascends ? match(l) : nextMatch[static_cast<std::size_t>(l) + 1];
        }
        for (qsizetype l = 0; l < size(m_left); ++l) {
            const bool ascends = match(l) != unmatched && m_agreement[static_cast<std::size_t>(l)] != ChatAgreement::Moved;
            if (ascends)
                addLogged(match(l), {});
            else if (left(l).at)
                addLogged(nextMatch[static_cast<std::size_t>(l)], left(l).at);
            addRow(rowOf(l));
        }
        addLogged(size(m_right), {});
    }

    /// See ChatDifferences::outsideDays.
    bool isOutsideDays() const
    {
        const auto [first, last] = std::minmax_element(m_logged.begin(), m_logged.end(), [](const ChatMessage &a, const ChatMessage &b) { return a.at < b.at; });
        if (first == m_logged.end())
            return false;
        const UtcMs from = UtcMs::fromPlatform(first->at.toPlatform().date(), QTime(0, 0));
        const UtcMs to = UtcMs::fromPlatform(last->at.toPlatform().date().addDays(1), QTime(0, 0));
        bool isDated = false;
        for (const LoggedMessage &message : m_exported.messages) {
            if (!message.at)
                continue;
            isDated = true;
            const qint64 slack = message.doubts.testFlag(ChatDoubt::ZoneUnknown) ? dayMs : 0;
            const bool isBetween = message.at->plusMs(slack) >= from && message.at->plusMs(-slack) < to;
            if (isBetween || message.doubts.testFlag(ChatDoubt::DayOrderAssumed))
                return false;
        }
        return isDated;
    }

    const ChatLog &m_exported;
    const QList<ChatMessage> &m_logged;
    const ChatDiffOptions &m_options;
    std::vector<ComparedMessage> m_left, m_right;
    std::vector<qsizetype> m_match; ///< of the export's messages: the log's, or unmatched
    std::vector<bool> m_taken;      ///< of the log's messages
    std::vector<ChatAgreement> m_agreement;
    std::vector<bool> m_tells; ///< of the export's messages: their words occur once on each side, so they say who is who
    ChatDifferences m_result;
    qint64 m_offset = 0;
};

} // namespace

ChatDifferences compareChats(const ChatLog &exported, const QList<ChatMessage> &logged, const ChatDiffOptions &options)
{
    return ChatComparison(exported, logged, options).compare();
}

QString chatCode(ChatAgreement agreement)
{
    switch (agreement) {
    case ChatAgreement::Same: return QStringLiteral("same");
    case ChatAgreement::Altered: return QStringLiteral("altered");
    case ChatAgreement::OnlyExport: return QStringLiteral("only_in_export");
    case ChatAgreement::OnlyLog: return QStringLiteral("only_in_log");
    case ChatAgreement::Moved: return QStringLiteral("moved");
    }
    return {};
}

} // namespace arb::domain
