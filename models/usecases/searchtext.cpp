// SPDX-License-Identifier: GPL-3.0-or-later
#include <usecases/searchtext.h>

#include <usecases/reasonwords.h>

#include <algorithm>

namespace arb::usecases {

namespace {

constexpr qsizetype longestToken = 64;
constexpr qsizetype longestText = 100'000;
constexpr qsizetype longestColumn = 900'000; ///< bytes; a tsvector holds 1 MB

/// Walks the characters of UTF-16 text; a lone surrogate reads as itself and separates.
struct Characters
{
    QStringView text;
    qsizetype from = 0, to = 0;
    char32_t character = 0;

    bool next()
    {
        if (to >= text.size())
            return false;
        from = to;
        const QChar first = text.at(to++);
        character = first.unicode();
        if (first.isHighSurrogate() && to < text.size() && text.at(to).isLowSurrogate())
            character = QChar::surrogateToUcs4(first, text.at(to++));
        return true;
    }
};

/// Characters of scripts that write without spaces between words, letters of them only.
bool isCjk(char32_t c)
{
    struct Range
    {
        char32_t first, last;
    };
    static constexpr Range ranges[] = {
        {0x2e80, 0x2fdf}, {0x3005, 0x3007}, {0x3021, 0x3029}, {0x3031, 0x3035}, {0x3038, 0x303c}, {0x3041, 0x3096}, {0x309d, 0x309f},
        {0x30a1, 0x30fa}, {0x30fc, 0x318e}, {0x31a0, 0x31bf}, {0x31f0, 0x31ff}, {0x3400, 0x4dbf}, {0x4e00, 0x9fff}, {0xac00, 0xd7a3},
        {0xf900, 0xfaff}, {0x20000, 0x3ffff},
    };
    return c >= 0x2e80 && std::ranges::any_of(ranges, [c](const Range &range) { return c >= range.first && c <= range.last; });
}

enum class CharacterKind { Separator, Word, Cjk, Mark, Ignored };

CharacterKind kindOf(char32_t c)
{
    if (c < 0x80) {
        const bool word = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        return word ? CharacterKind::Word : CharacterKind::Separator;
    }
    if (isCjk(c))
        return CharacterKind::Cjk;
    if ((c >= 0xfe00 && c <= 0xfe0f) || (c >= 0xe0100 && c <= 0xe01ef) || QChar::category(c) == QChar::Other_Format)
        return CharacterKind::Ignored;
    if (QChar::isMark(c))
        return CharacterKind::Mark;
    return QChar::isLetterOrNumber(c) ? CharacterKind::Word : CharacterKind::Separator;
}

/// Folded, and without the characters that no rule looks at.
QString folded(const QString &text)
{
    const QString whole = text.normalized(QString::NormalizationForm_KC).toCaseFolded();
    QString kept;
    kept.reserve(whole.size());
    CharacterKind last = CharacterKind::Separator;
    for (Characters at{whole}; at.next();) {
        const CharacterKind kind = kindOf(at.character);
        if (kind == CharacterKind::Ignored || (kind == CharacterKind::Mark && last != CharacterKind::Word))
            continue; // a mark belongs to the word it stands in
        kept += at.text.mid(at.from, at.to - at.from);
        last = kind == CharacterKind::Mark ? CharacterKind::Word : kind;
    }
    return kept.normalized(QString::NormalizationForm_KC); // folding undoes compositions, and what was ignored stood between some
}

struct Run
{
    bool cjk = false;
    qsizetype from = 0, to = 0;
};

/// Feeds the runs of @p text (folded) in order.
template<typename Use>
void eachRun(QStringView text, Use use)
{
    Run run;
    for (Characters at{text}; at.next();) {
        const CharacterKind kind = kindOf(at.character);
        const bool separates = kind == CharacterKind::Separator;
        const bool cjk = kind == CharacterKind::Cjk;
        if (run.to > run.from && (separates || cjk != run.cjk)) {
            use(run);
            run = {};
        }
        if (separates)
            continue;
        if (run.to == run.from)
            run = {cjk, at.from, at.from};
        run.to = at.to;
    }
    if (run.to > run.from)
        use(run);
}

template<typename Use>
void eachTokenOf(QStringView text, const Run &run, Use use)
{
    Characters at{text.left(run.to), run.from, run.from};
    if (run.cjk) {
        qsizetype before = -1;
        while (at.next()) {
            if (before >= 0)
                use(text.mid(before, at.to - before));
            before = at.from;
        }
        use(text.mid(before, run.to - before));
        return;
    }
    qsizetype first = run.from, length = 0;
    while (at.next()) {
        if (++length > longestToken) {
            use(text.mid(first, at.from - first));
            first = at.from;
            length = 1;
        }
    }
    use(text.mid(first, run.to - first));
}

constexpr qsizetype pieceSize = 64 * 1024; ///< characters; a multiple of longestToken

/// A part of a text whose tokens are known without the rest of it.
struct TextPiece
{
    qsizetype to = 0, next = 0;  ///< where it ends, and where the next one begins
    bool endsInsideRun = false; ///< its last token, a character alone, is none of the whole text
};

/// The piece of @p text from @p from on, which is 0 or the next of another. It is cut behind a separator that no rule composes with
/// what follows, before a character of a CJK run, which both pieces then hold, or between two tokens of a long word.
TextPiece pieceFrom(QStringView text, qsizetype from)
{
    const auto isAscii = [text](qsizetype at, CharacterKind kind) { return text.at(at).unicode() < 0x80 && kindOf(text.at(at).unicode()) == kind; };
    const auto isIdeograph = [text](qsizetype at) { return text.at(at).unicode() >= 0x4e00 && text.at(at).unicode() <= 0x9fff; };
    const auto canCut = [&](qsizetype at) { return isAscii(at - 1, CharacterKind::Separator) || isIdeograph(at); };
    const auto cutAt = [&](qsizetype at) { return isIdeograph(at) ? TextPiece{at + 1, at, true} : TextPiece{at, at, false}; };
    const qsizetype most = from + pieceSize;
    if (most >= text.size())
        return {text.size(), text.size(), false};
    qsizetype at = most;
    for (; at > from; --at) {
        if (canCut(at))
            return cutAt(at);
        if (!isAscii(at, CharacterKind::Word))
            break;
    }
    if (at == from && isAscii(from, CharacterKind::Word)) // one word, which began here or a whole number of tokens before
        return {most, most, false};
    for (; at > from; --at) {
        if (canCut(at))
            return cutAt(at);
    }
    for (at = most + 1; at < text.size(); ++at) {
        if (canCut(at))
            return cutAt(at);
    }
    return {text.size(), text.size(), false};
}

qsizetype utf8Length(QStringView text)
{
    qsizetype bytes = 0;
    for (Characters at{text}; at.next();)
        bytes += at.character < 0x80 ? 1 : at.character < 0x800 ? 2 : at.character < 0x10000 ? 3 : 4;
    return bytes;
}

} // namespace

QStringList searchTokens(const QString &text)
{
    QStringList tokens;
    const QString plain = folded(text);
    eachRun(plain, [&](const Run &run) { eachTokenOf(plain, run, [&](QStringView token) { tokens.append(token.toString()); }); });
    return tokens;
}

std::optional<SearchPhrase> searchPhrase(const QString &word)
{
    SearchPhrase phrase;
    const QString plain = folded(word);
    bool endsInBigram = false;
    eachRun(plain, [&](const Run &run) {
        qsizetype count = 0;
        eachTokenOf(plain, run, [&](QStringView token) {
            phrase.tokens.append(token.toString());
            ++count;
        });
        endsInBigram = run.cjk && count > 1;
    });
    if (phrase.tokens.isEmpty())
        return std::nullopt;
    if (endsInBigram)
        phrase.tokens.removeLast();
    phrase.lastIsPrefix = !endsInBigram;
    return phrase;
}

QList<SearchPhrase> searchPhrases(const QStringList &words)
{
    QList<SearchPhrase> phrases;
    for (const QString &word : words) {
        if (const auto phrase = searchPhrase(word))
            phrases.append(*phrase);
    }
    return phrases;
}

bool occurs(const SearchPhrase &phrase, const QStringList &tokens)
{
    const auto same = [&](const QString &token, const QString &wanted) {
        return token == wanted || (phrase.lastIsPrefix && &wanted == &phrase.tokens.constLast() && token.startsWith(wanted));
    };
    return phrase.tokens.isEmpty()
        || std::search(tokens.cbegin(), tokens.cend(), phrase.tokens.cbegin(), phrase.tokens.cend(), same) != tokens.cend();
}

bool onlyInReadings(const QList<SearchPhrase> &phrases, const QStringList &tokens, const QStringList &readings)
{
    QStringList rest = tokens;
    for (const QString &reading : readings) {
        const QStringList read = searchTokens(reading);
        if (read.isEmpty())
            continue;
        const auto at = std::find_end(rest.cbegin(), rest.cend(), read.cbegin(), read.cend()); // they stand at the end
        if (at == rest.cend())
            return false;
        const qsizetype from = at - rest.cbegin();
        rest.remove(from, read.size());
        rest.insert(from, QString(u' ')); // no token: no phrase goes over it
    }
    return std::ranges::any_of(phrases, [&](const SearchPhrase &phrase) { return occurs(phrase, tokens) && !occurs(phrase, rest); });
}

qsizetype phrasesIn(const QList<SearchPhrase> &phrases, const QString &text, const std::function<bool()> &abandoned)
{
    if (phrases.isEmpty())
        return 0;
    const qsizetype longest = std::ranges::max(phrases, {}, [](const SearchPhrase &phrase) { return phrase.tokens.size(); }).tokens.size();
    QList<SearchPhrase> missing = phrases;
    QStringList tokens; // of a piece, and behind those of the pieces before it with which a phrase may begin
    for (qsizetype from = 0; from < text.size() && !missing.isEmpty();) {
        if (from > 0 && abandoned && abandoned())
            break;
        const TextPiece piece = pieceFrom(text, from);
        tokens += searchTokens(text.sliced(from, piece.to - from));
        if (piece.endsInsideRun)
            tokens.removeLast();
        missing.removeIf([&tokens](const SearchPhrase &phrase) { return occurs(phrase, tokens); });
        tokens = tokens.last(std::min(tokens.size(), longest - 1));
        from = piece.next;
    }
    return phrases.size() - missing.size();
}

QStringList searchableTexts(const domain::Ruling &ruling)
{
    QStringList texts{ruling.reasonsZh, ruling.reasonsEn};
    for (const domain::Finding &finding : ruling.findings)
        texts.append(finding.text);
    return texts;
}

QStringList searchableTexts(const QList<RulingRow> &rulings)
{
    QStringList texts;
    for (const RulingRow &row : rulings) {
        const bool sentBack = row.approval && row.approval->decision == ApprovalDecision::Returned;
        if (!row.recall && !sentBack)
            texts += searchableTexts(row.ruling);
    }
    return texts;
}

QString searchableText(const domain::CaseFile &file, const QStringList &rulings, const QStringList &readings)
{
    QString text;
    const auto add = [&text](const QString &part) {
        if (!part.isEmpty() && text.size() < longestText)
            text += part + u'\n';
    };
    for (const QString &part : {file.caseNo, file.order.orderNo, file.afterSale.no, file.order.waybillNo, file.order.product, file.order.sku,
                                file.order.listing.title, file.category, file.merchant.name, file.merchant.id, file.buyer.id})
        add(part);
    const auto addWords = [&add](const ReasonWords &words) {
        add(QString::fromUtf8(words.zh));
        add(QString::fromUtf8(words.en));
    };
    addWords(wordsOf(file.afterSale.reason));
    if (file.creator)
        add(file.creator->id);
    if (file.returnLeg)
        add(file.returnLeg->waybillNo);
    for (const domain::OrderItem &item : file.order.items) {
        add(item.sku);
        add(item.title);
    }
    for (const domain::Gift &gift : file.order.gifts)
        add(gift.title);
    for (const domain::MerchantAnswer &answer : file.afterSale.answers) {
        add(answer.reason);
        if (const ReasonWords *words = wordsOfAnswerReason(answer.reason))
            addWords(*words);
        add(answer.text);
    }
    for (const QString &said : rulings) // before the chat: a long one must not crowd them out
        add(said);
    for (const domain::ChatMessage &message : file.chat)
        add(message.text);
    for (const domain::CaseNote &note : file.notes)
        add(note.text);
    for (const domain::Exhibit &exhibit : file.exhibits)
        add(exhibit.caption);
    for (const QString &read : readings) // last: an aid must not crowd out what the parties said, nor an export the rest
        add(read);
    text.truncate(longestText);
    return text;
}

QString searchColumn(const domain::CaseFile &file, const QStringList &rulings, const QStringList &readings)
{
    const QString plain = folded(searchableText(file, rulings, readings));
    QString column(u' ');
    qsizetype bytes = 0;
    eachRun(plain, [&](const Run &run) {
        eachTokenOf(plain, run, [&](QStringView token) {
            bytes += utf8Length(token) + 1;
            if (bytes < longestColumn)
                column += token + QChar(u' ');
        });
    });
    return column;
}

} // namespace arb::usecases
