// SPDX-License-Identifier: GPL-3.0-or-later
#include <usecases/casesearch.h>

#include <usecases/filewords.h>
#include <usecases/searchtext.h>

#include <domain/masking.h>

#include <algorithm>
#include <utility>

namespace arb::usecases {

namespace {

constexpr qsizetype mostRunOn = 1'000; ///< characters on either side of a line's end in which a phrase goes over it

/// Keeps the texts with the most of the phrases.
class HitGatherer
{
public:
    HitGatherer(QList<SearchPhrase> phrases, std::function<bool()> abandoned) : m_phrases(std::move(phrases)), m_abandoned(std::move(abandoned))
    {
        for (const SearchPhrase &phrase : std::as_const(m_phrases))
            m_firsts += phrase.tokens.constFirst().at(0);
    }

    void offer(CaseHit::Where where, const QString &text, const domain::Citation &place)
    {
        if (!isAbandoned(text.size()) && mayHold(text))
            keep(where, text, place, count(text));
    }
    void keep(CaseHit::Where where, const QString &text, const domain::Citation &place, qsizetype held)
    {
        if (held == 0 || held < m_most)
            return;
        if (held > m_most)
            m_hits.clear();
        m_most = held;
        m_hits.append({where, text, place, held});
    }
    qsizetype size() const { return m_hits.size(); }
    qsizetype most() const { return m_most; }
    qsizetype count(const QString &text) const
    {
        return phrasesIn(m_phrases, text, m_abandoned);
    }
    /// The same of those that occur in @p line, or begin there and go on in what is @p behind it.
    qsizetype countOver(const QString &line, const QString &behind) const
    {
        QStringList last = searchTokens(line.right(mostRunOn)), first = searchTokens(behind.left(mostRunOn));
        if (line.size() > mostRunOn && !last.isEmpty())
            last.removeFirst(); // perhaps the rest of a longer one
        if (behind.size() > mostRunOn && !first.isEmpty())
            first.removeLast();
        const QStringList both = last + first;
        return std::ranges::count_if(m_phrases, [&](const SearchPhrase &phrase) {
            return phrasesIn({phrase}, line, m_abandoned) > 0 || (occurs(phrase, both) && !occurs(phrase, first));
        });
    }
    /// Asked before another @p characters are looked at, and not for each short text.
    bool isAbandoned(qsizetype characters)
    {
        constexpr qsizetype between = 64'000, eachText = 64;
        m_looked += eachText + characters;
        if (m_looked >= between && m_abandoned) {
            m_looked = 0;
            m_givenUp = m_givenUp || m_abandoned();
        }
        return m_givenUp;
    }
    /// Sure to be false only where no phrase can occur in @p text; a fraction of what count() takes.
    bool mayHold(QStringView text) const
    {
        for (const QChar character : text) {
            const char16_t c = character.unicode();
            const bool wide = c >= 0xff01 && c <= 0xff5e; // full-width forms of ASCII
            const char16_t narrow = wide ? static_cast<char16_t>(c - 0xfee0) : c;
            if (m_firsts.contains(QChar(narrow >= u'A' && narrow <= u'Z' ? static_cast<char16_t>(narrow + 32) : narrow)))
                return true;
            // Whatever else may become another character when it is folded.
            const bool folds = narrow >= 0x80 && !(c >= 0x4e00 && c <= 0x9fff) && !(c >= 0x3000 && c <= 0x3020);
            if (folds)
                return true;
        }
        return false;
    }
    QList<CaseHit> hits() && { return std::move(m_hits); }

private:
    QList<SearchPhrase> m_phrases;
    std::function<bool()> m_abandoned;
    qsizetype m_looked = 0; ///< characters since somebody was asked
    bool m_givenUp = false;
    QString m_firsts; ///< the first character of each phrase, or the first half of it
    QList<CaseHit> m_hits;
    qsizetype m_most = 0;
};

/// The line of @p bubble with the most of what was found in it; words that run over lines: the whole bubble.
QRect placeIn(const domain::ReadBubble &bubble, const HitGatherer &gatherer)
{
    const qsizetype wanted = gatherer.count(bubble.text());
    for (const domain::ReadLine &line : bubble.lines) {
        if (gatherer.count(line.text()) == wanted)
            return line.box();
    }
    return bubble.box();
}

domain::Citation ofExhibit(const QString &id, const QByteArray &sha256)
{
    domain::Citation place;
    place.exhibit = id;
    place.sha256 = sha256;
    return place;
}

void offerReading(const CaseReading &reading, HitGatherer &gatherer)
{
    for (const domain::ReadBubble &bubble : reading.reading.bubbles) {
        domain::Citation place = ofExhibit(reading.exhibit, reading.sha256);
        place.region = placeIn(bubble, gatherer);
        gatherer.offer(CaseHit::Where::Reading, bubble.text(), place);
    }
}

constexpr qsizetype mostHitText = 1'000; ///< characters: a line may be as long as its file

/// What is said in @p message, as it is found: its words and the name of what it brings along.
QString saidIn(const domain::ChatLog &log, const domain::LoggedMessage &message, const domain::Masks &masks)
{
    QString text = log.view(message.text).toString();
    if (!message.attachment.isEmpty()) {
        if (!text.isEmpty())
            text += u'\n';
        text += log.view(message.attachment);
    }
    return masks.hide(text);
}

/// The lines behind the @p index-th of a text, as far as a phrase may go on in them.
QString linesBehind(const domain::ChatLog &log, std::size_t index, const domain::Masks &masks)
{
    QString behind;
    for (std::size_t next = index + 1; next < log.messages.size() && behind.size() < mostRunOn; ++next)
        behind += saidIn(log, log.messages[next], masks) + u'\n';
    return behind;
}

/// Was a phrase of several words typed, which a text may hold over the end of a line?
bool mayRunOn(const QStringList &words)
{
    return std::ranges::any_of(words, [](const QString &word) { return word.simplified().contains(u' '); });
}

} // namespace

QList<CaseHit> searchCase(const CaseView &view, const QStringList &words, const std::function<bool()> &abandoned)
{
    QList<SearchPhrase> phrases = searchPhrases(words);
    if (phrases.isEmpty())
        return {};
    HitGatherer gatherer(std::move(phrases), abandoned);
    const domain::CaseFile &file = view.record.file;
    for (const domain::ChatMessage &message : file.chat) {
        domain::Citation place;
        place.message = message.id;
        gatherer.offer(CaseHit::Where::Chat, message.text, place);
    }
    for (const domain::MerchantAnswer &answer : file.afterSale.answers)
        gatherer.offer(CaseHit::Where::Answer, answer.text, {});
    for (const domain::CaseNote &note : file.notes)
        gatherer.offer(CaseHit::Where::Note, note.text, {});
    for (const domain::DeskNote &note : view.record.notes)
        gatherer.offer(CaseHit::Where::Note, note.text, note.place.value_or(domain::Citation()));
    for (const domain::Exhibit &exhibit : file.exhibits)
        gatherer.offer(CaseHit::Where::Caption, exhibit.caption, ofExhibit(exhibit.id, exhibit.sha256));
    for (const CaseReading &reading : view.readings)
        offerReading(reading, gatherer);
    return std::move(gatherer).hits();
}

QList<CaseHit> searchFile(const domain::Exhibit &exhibit, const domain::ChatLog &log, const QStringList &words, const domain::Masks &masks, const std::function<bool()> &abandoned)
{
    QList<SearchPhrase> phrases = searchPhrases(words);
    if (phrases.isEmpty())
        return {};
    const qsizetype sought = phrases.size();
    const bool isText = exhibit.kind == domain::ExhibitKind::Text;
    const bool byMachine = exhibit.derivedFrom && exhibit.derivedFrom->how == domain::DerivedHow::Ocr; // nobody wrote it
    const auto where = byMachine ? CaseHit::Where::Reading : isText ? CaseHit::Where::Text : CaseHit::Where::Export;
    const bool runsOn = isText && mayRunOn(words);
    HitGatherer gatherer(std::move(phrases), abandoned);
    for (std::size_t n = 0; n < log.messages.size(); ++n) {
        const domain::LoggedMessage &message = log.messages[n];
        if (gatherer.isAbandoned(message.text.size + message.attachment.size))
            return {};
        if (!gatherer.mayHold(log.view(message.text)) && !gatherer.mayHold(log.view(message.attachment)))
            continue;
        QString text = saidIn(log, message, masks);
        qsizetype held = gatherer.count(text);
        if (runsOn && held < sought) {
            const QString behind = linesBehind(log, n, masks);
            const qsizetype over = gatherer.countOver(text, behind);
            if (over > held)
                text += u'\n' + behind;
            held = std::max(held, over);
        }
        if (held == 0 || (held <= gatherer.most() && gatherer.size() >= mostFileHits))
            continue;
        domain::Citation place = ofExhibit(exhibit.id, exhibit.sha256);
        place.message = log.id(message);
        gatherer.keep(where, text.left(mostHitText), place, held);
        if (held == sought && gatherer.size() >= mostFileHits)
            break; // none can hold more
    }
    return std::move(gatherer).hits();
}

QList<CaseHit> bestHits(QList<CaseHit> hits)
{
    if (hits.isEmpty())
        return hits;
    const qsizetype most = std::ranges::max_element(hits, {}, &CaseHit::held)->held;
    hits.removeIf([most](const CaseHit &hit) { return hit.held < most; });
    std::ranges::stable_sort(hits, {}, &CaseHit::where);
    return hits;
}

WholeSearch searchWholeCase(const Desk &desk, const CaseView &view, const QStringList &words)
{
    WholeSearch search{searchCase(view, words), {}};
    for (const domain::Exhibit &exhibit : view.record.file.exhibits) {
        if (!holdsWords(exhibit.kind))
            continue;
        if (const auto log = readWords(desk, exhibit.sha256, exhibit.kind, mostChatBytes))
            search.hits += searchFile(exhibit, *log, words, view.masks);
        else
            search.notSearched.append({exhibit.id, log.error()});
    }
    search.hits = bestHits(std::move(search.hits));
    return search;
}

} // namespace arb::usecases
