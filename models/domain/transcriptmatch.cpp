// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/transcriptmatch.h>

#include <QtCore/QHash>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace arb::domain {

namespace {

constexpr qsizetype longestText = 1000;   ///< characters of either that are compared
constexpr qsizetype mostCandidates = 16;  ///< messages that are compared in full
constexpr int doubtful = 60;              ///< confidence below which a character may have been another one
constexpr int fullCost = 10, doubtfulCost = 4, lookalikeCost = 4, markCost = 2;
constexpr int likeEnough = 45;            ///< percent of the dearest that a similar text may differ by
constexpr int sameEnough = 20;            ///< and one that is found: a text read badly all over is nowhere found
constexpr qsizetype leastPart = 4;        ///< characters of a bubble that may be a part of a message

/// A text made comparable, and where each of its characters comes from.
struct Prepared
{
    QString text;
    std::vector<qsizetype> origin;
    std::vector<char> isDoubtful; ///< of a reading; empty: none is
};

Prepared prepared(QStringView text)
{
    Prepared made;
    for (qsizetype at = 0; at < text.size() && made.text.size() < longestText; ++at) {
        const QString one = comparableText(text.mid(at, 1));
        for (const QChar c : one) {
            made.text.append(c);
            made.origin.push_back(at);
        }
    }
    return made;
}

Prepared prepared(const ReadBubble &bubble)
{
    const QString text = bubble.text();
    Prepared made = prepared(text);
    std::vector<char> doubt(static_cast<std::size_t>(text.size()), 0);
    qsizetype at = 0;
    for (const ReadLine &line : bubble.lines) {
        for (const ReadWord &word : line.words) {
            const qsizetype found = text.indexOf(word.text, at); // over the blanks between words
            if (found < 0)
                continue;
            at = found + word.text.size();
            for (qsizetype n = found; word.confidence < doubtful && n < at; ++n)
                doubt[static_cast<std::size_t>(n)] = 1;
        }
    }
    for (const qsizetype from : made.origin)
        made.isDoubtful.push_back(doubt[static_cast<std::size_t>(from)]);
    return made;
}

/// Characters that readers take for each other; digits are in it only against letters.
bool lookAlike(QChar a, QChar b)
{
    static constexpr std::array<std::u16string_view, 14> groups{u"0o〇", u"1li|!丨", u"5s", u"8b", u"2z", u"已己巳", u"入人八", u"日曰目", u"未末", u"土士", u"千干于", u"白自", u"口囗", u"一-—"};
    if (a.isDigit() && b.isDigit())
        return false;
    return std::ranges::any_of(groups, [&](std::u16string_view group) {
        return group.find(a.unicode()) != std::u16string_view::npos && group.find(b.unicode()) != std::u16string_view::npos;
    });
}

int costOf(QChar c)
{
    return c.isPunct() || c.isSymbol() ? markCost : fullCost;
}

int replaceCost(const Prepared &read, qsizetype at, QChar wanted)
{
    const QChar got = read.text.at(at);
    if (got == wanted)
        return 0;
    if (got.isDigit() || wanted.isDigit())
        return lookAlike(got, wanted) ? lookalikeCost : fullCost;
    if (lookAlike(got, wanted))
        return lookalikeCost;
    if (costOf(got) == markCost && costOf(wanted) == markCost)
        return markCost;
    return !read.isDoubtful.empty() && read.isDoubtful[static_cast<std::size_t>(at)] != 0 ? doubtfulCost : fullCost;
}

enum class Step : char { Both, OnlyRead, OnlyWanted };

struct Alignment
{
    int cost = 0;
    bool forgivable = true;       ///< every difference is one that readers make
    std::vector<std::pair<qsizetype, qsizetype>> differing; ///< places in read and wanted
    std::vector<Step> steps;      ///< of each difference
};

/// The cheapest way from @p read to @p wanted; as a part of it when @p part: what is before and after costs nothing.
Alignment align(const Prepared &read, const Prepared &wanted, bool part)
{
    const qsizetype rows = read.text.size(), columns = wanted.text.size();
    std::vector<Step> steps(static_cast<std::size_t>((rows + 1) * (columns + 1)), Step::Both);
    const auto place = [columns](qsizetype row, qsizetype column) { return static_cast<std::size_t>(row * (columns + 1) + column); };
    std::vector<int> before(static_cast<std::size_t>(columns + 1)), now(before.size());
    for (qsizetype column = 1; column <= columns; ++column) {
        before[static_cast<std::size_t>(column)] = part ? 0 : before[static_cast<std::size_t>(column - 1)] + costOf(wanted.text.at(column - 1));
        steps[place(0, column)] = Step::OnlyWanted;
    }
    for (qsizetype row = 1; row <= rows; ++row) {
        now[0] = before[0] + costOf(read.text.at(row - 1));
        steps[place(row, 0)] = Step::OnlyRead;
        for (qsizetype column = 1; column <= columns; ++column) {
            const auto at = static_cast<std::size_t>(column);
            const int both = before[at - 1] + replaceCost(read, row - 1, wanted.text.at(column - 1));
            const int onlyRead = before[at] + costOf(read.text.at(row - 1)), onlyWanted = now[at - 1] + costOf(wanted.text.at(column - 1));
            now[at] = std::min({both, onlyRead, onlyWanted});
            steps[place(row, column)] = now[at] == both ? Step::Both : now[at] == onlyRead ? Step::OnlyRead : Step::OnlyWanted;
        }
        std::swap(before, now);
    }
    qsizetype column = columns;
    if (part)
        column = std::distance(before.begin(), std::ranges::min_element(before));
    Alignment made;
    made.cost = before[static_cast<std::size_t>(column)];
    for (qsizetype row = rows; row > 0 || (column > 0 && !part);) {
        const Step step = steps[place(row, column)];
        const bool takesRead = step != Step::OnlyWanted, takesWanted = step != Step::OnlyRead;
        row -= takesRead ? 1 : 0;
        column -= takesWanted ? 1 : 0;
        const int cost = step == Step::Both ? replaceCost(read, row, wanted.text.at(column)) : step == Step::OnlyRead ? costOf(read.text.at(row)) : costOf(wanted.text.at(column));
        if (cost == 0)
            continue;
        made.forgivable = made.forgivable && cost < fullCost;
        made.differing.emplace_back(row, column);
        made.steps.push_back(step);
    }
    std::ranges::reverse(made.differing);
    std::ranges::reverse(made.steps);
    return made;
}

/// Into characters of the original texts, neighbours joined.
void tellDifferences(TranscriptMatch &match, const Alignment &found, const Prepared &read, const Prepared &wanted)
{
    const auto originOf = [](const Prepared &text, qsizetype at) {
        if (text.origin.empty())
            return qsizetype{0};
        return at < text.text.size() ? text.origin[static_cast<std::size_t>(at)] : text.origin.back() + 1;
    };
    for (std::size_t n = 0; n < found.differing.size(); ++n) {
        const auto [row, column] = found.differing[n];
        const TextSpan inReading{originOf(read, row), found.steps[n] == Step::OnlyWanted ? 0 : 1};
        const TextSpan inMessage{originOf(wanted, column), found.steps[n] == Step::OnlyRead ? 0 : 1};
        const auto touches = [](const TextSpan &a, const TextSpan &b) { return b.from >= a.from && b.from <= a.from + a.length; };
        if (!match.inReading.isEmpty() && touches(match.inReading.last(), inReading) && touches(match.inMessage.last(), inMessage)) {
            match.inReading.last().length = std::max(match.inReading.last().length, inReading.from + inReading.length - match.inReading.last().from);
            match.inMessage.last().length = std::max(match.inMessage.last().length, inMessage.from + inMessage.length - match.inMessage.last().from);
            continue;
        }
        match.inReading.append(inReading);
        match.inMessage.append(inMessage);
    }
}

/// Which messages hold which pairs of neighbouring characters; single characters for texts that have no more.
class PairIndex
{
public:
    explicit PairIndex(const QList<ChatMessage> &log)
    {
        for (const ChatMessage &message : log) {
            m_texts.push_back(prepared(message.text));
            const auto number = static_cast<int>(m_texts.size() - 1);
            for (const quint32 pair : pairsOf(m_texts.back().text)) {
                std::vector<int> &holders = m_holders[pair];
                if (holders.empty() || holders.back() != number)
                    holders.push_back(number);
            }
        }
    }

    const Prepared &text(int number) const { return m_texts[static_cast<std::size_t>(number)]; }

    /// Those that share most, the most likely first; among equals the next after @p last.
    std::vector<int> candidates(const QString &text, int last) const
    {
        QHash<int, int> shared;
        for (const quint32 pair : pairsOf(text)) {
            const auto holders = m_holders.constFind(pair);
            if (holders == m_holders.cend())
                continue;
            for (const int number : *holders)
                ++shared[number];
        }
        struct Rank
        {
            double share;
            bool after;
            int number;
        };
        std::vector<Rank> ranks;
        for (auto one = shared.cbegin(); one != shared.cend(); ++one) {
            const auto longer = static_cast<double>(std::max(text.size(), this->text(one.key()).text.size()));
            ranks.push_back({one.value() / std::max(1.0, std::min(longer, 3.0 * static_cast<double>(text.size()))), one.key() > last, one.key()});
        }
        const auto before = [](const Rank &a, const Rank &b) {
            if (a.share != b.share)
                return a.share > b.share;
            return a.after != b.after ? a.after : a.number < b.number;
        };
        const auto count = static_cast<std::ptrdiff_t>(std::min<qsizetype>(mostCandidates, static_cast<qsizetype>(ranks.size())));
        std::partial_sort(ranks.begin(), ranks.begin() + count, ranks.end(), before);
        std::vector<int> numbers;
        for (std::ptrdiff_t n = 0; n < count; ++n)
            numbers.push_back(ranks[static_cast<std::size_t>(n)].number);
        return numbers;
    }

private:
    static std::vector<quint32> pairsOf(const QString &text)
    {
        std::vector<quint32> pairs;
        if (text.size() == 1)
            pairs.push_back(text.front().unicode());
        for (qsizetype n = 0; n + 1 < text.size(); ++n)
            pairs.push_back((quint32{text.at(n).unicode()} << 16) | text.at(n + 1).unicode());
        return pairs;
    }

    std::vector<Prepared> m_texts;
    QHash<quint32, std::vector<int>> m_holders;
};

/// A clock time or a day, as chats put them between messages: "14:03", "昨天 14:03", "10月3日", "2026-10-03". No amount and no number of
/// a parcel is one.
bool isClock(const QString &text)
{
    static constexpr std::u16string_view words = u":-/,年月日号时点分昨今前天星期周一二三四五六上下中午晚凌晨apm";
    constexpr int longestRun = 4; ///< digits: a year
    int run = 0;
    for (const QChar c : text) {
        run = c.isDigit() ? run + 1 : 0;
        if (run > longestRun || (run == 0 && words.find(c.unicode()) == std::u16string_view::npos))
            return false;
    }
    const bool isDay = text.contains(u'月') || text.count(u'-') == 2 || text.count(u'/') == 2;
    return (isDay || text.contains(u':')) && std::ranges::any_of(text, [](QChar c) { return c.isDigit(); });
}

struct Best
{
    int number = -1;
    int percent = 0; ///< of the dearest
    Alignment found;
    bool isFound() const { return found.forgivable && percent <= sameEnough; }
};

std::optional<Best> bestOf(const PairIndex &index, const Prepared &read, bool mayBePart, int last)
{
    std::optional<Best> best;
    for (const int number : index.candidates(read.text, last)) {
        const Prepared &wanted = index.text(number);
        const bool part = mayBePart && read.text.size() >= leastPart && read.text.size() < wanted.text.size();
        Alignment found = align(read, wanted, part);
        const auto dearest = static_cast<int>(std::max(read.text.size(), part ? read.text.size() : wanted.text.size())) * fullCost;
        const int percent = found.cost * 100 / std::max(1, dearest);
        if (percent <= likeEnough && (!best || found.cost < best->found.cost))
            best = Best{number, percent, std::move(found)};
    }
    return best;
}

} // namespace

QString comparableText(QStringView text)
{
    QString plain;
    for (const QChar c : text.toString().normalized(QString::NormalizationForm_KC)) {
        if (!c.isSpace())
            plain.append(c.toCaseFolded());
    }
    return plain;
}

qsizetype editDistance(QStringView a, QStringView b)
{
    std::vector<qsizetype> before(static_cast<std::size_t>(b.size()) + 1), now(before.size());
    for (std::size_t n = 0; n < before.size(); ++n)
        before[n] = static_cast<qsizetype>(n);
    for (qsizetype row = 1; row <= a.size(); ++row) {
        now[0] = row;
        for (std::size_t column = 1; column < before.size(); ++column) {
            const qsizetype both = before[column - 1] + (a.at(row - 1) == b.at(static_cast<qsizetype>(column) - 1) ? 0 : 1);
            now[column] = std::min({both, before[column] + 1, now[column - 1] + 1});
        }
        std::swap(before, now);
    }
    return before.back();
}

QList<TranscriptMatch> matchTranscript(const MachineReading &reading, const QList<ChatMessage> &log)
{
    using Kind = TranscriptMatch::Kind;
    const PairIndex index(log);
    QList<TranscriptMatch> matches;
    int last = -1;
    for (qsizetype n = 0; n < reading.bubbles.size(); ++n) {
        const ReadBubble &bubble = reading.bubbles.at(n);
        TranscriptMatch match;
        const Prepared read = prepared(bubble);
        // What stands on no side may be a title, or a message whose bubble was not told from the page: neither is passed over.
        match.sideUnknown = reading.inBubbles && bubble.side == ReadBubble::Side::Middle;
        if (read.text.isEmpty() || (match.sideUnknown && isClock(read.text))) {
            matches.append(match);
            continue;
        }
        // Pages, and what stands in no bubble, are read line by line; a screenshot may cut its first and last bubble.
        const bool mayBePart = !reading.inBubbles || match.sideUnknown || n == 0 || n == reading.bubbles.size() - 1;
        const std::optional<Best> best = bestOf(index, read, mayBePart, last);
        match.kind = !best ? Kind::NotInLog : best->isFound() ? Kind::Found : Kind::Similar;
        if (best) {
            match.message = log.at(best->number).id;
            if (!match.sideUnknown || match.kind == Kind::Found) // a title that is like a message is no place in the log
                last = best->number;
        }
        if (match.kind == Kind::Similar)
            tellDifferences(match, best->found, read, index.text(best->number));
        matches.append(match);
    }
    return matches;
}

} // namespace arb::domain
