// SPDX-License-Identifier: GPL-3.0-or-later
#include <usecases/casesearch.h>

#include <usecases/searchtext.h>

#include <algorithm>
#include <utility>

namespace arb::usecases {

namespace {

/// Keeps the texts with the most of the phrases.
class HitGatherer
{
public:
    explicit HitGatherer(QList<SearchPhrase> phrases) : m_phrases(std::move(phrases)) {}

    void offer(CaseHit::Where where, const QString &text, const domain::Citation &place)
    {
        const qsizetype held = count(text);
        if (held == 0 || held < m_most)
            return;
        if (held > m_most)
            m_hits.clear();
        m_most = held;
        m_hits.append({where, text, place});
    }
    qsizetype count(const QString &text) const
    {
        const QStringList tokens = searchTokens(text);
        return std::ranges::count_if(m_phrases, [&tokens](const SearchPhrase &phrase) { return occurs(phrase, tokens); });
    }
    QList<CaseHit> hits() && { return std::move(m_hits); }

private:
    QList<SearchPhrase> m_phrases;
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

} // namespace

QList<CaseHit> searchCase(const CaseView &view, const QStringList &words)
{
    QList<SearchPhrase> phrases = searchPhrases(words);
    if (phrases.isEmpty())
        return {};
    HitGatherer gatherer(std::move(phrases));
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

} // namespace arb::usecases
