// SPDX-License-Identifier: GPL-3.0-or-later
#include <usecases/queuereader.h>

#include <usecases/largepages.h>

#include <limits>

namespace arb::usecases {

using domain::Failure;

namespace {

constexpr qsizetype touchedNamed = 1000;
constexpr int rowsAtOnce = 1000;

QList<domain::CaseId> idsIn(const QueueOrder &order, const QList<RowRange> &ranges)
{
    QList<domain::CaseId> ids;
    for (const RowRange &range : ranges) {
        for (qsizetype row = range.first; row <= range.last && row < order.size() && ids.size() < rowsAtOnce; ++row)
            ids.append(order.id(row));
    }
    return ids;
}

} // namespace

Stored<void> QueueReader::catchUp(const Desk &desk, const std::function<bool()> &stop)
{
    const auto mark = desk.cases.changeMark(); // before reading: what is written meanwhile shows at the next look
    if (!mark)
        return Failure{mark.error()};
    if (!m_filled)
        clear(desk);
    if (m_mark != *mark) {
        const auto people = desk.store.people();
        if (!people)
            return Failure{people.error()};
        const auto settings = desk.store.settings();
        if (!settings)
            return Failure{settings.error()};
        m_people = *people;
        m_index.setPeople(m_people);
        m_policy = DeskPolicy::fromSettings(*settings);
    }
    // Asked for even under the same mark: on SQLite it tells of other connections only, and this may be the writer's.
    qint64 fed = 0;
    bool stopped = false;
    const auto cursor = desk.queue.entries(m_cursor, [&](const QueueEntry &entry) {
        m_index.put(entry);
        if (m_filled && m_touched.size() < touchedNamed)
            m_touched.append(entry.id);
        else if (m_filled)
            m_muchTouched = true;
        stopped = (++fed & 0xfff) == 0 && stop && stop();
        return !stopped;
    });
    if (!cursor || stopped) {
        if (m_filled) // what was put stays true; the rest comes with the next reading
            m_index.settle();
        return cursor ? Stored<void>() : Stored<void>(Failure{cursor.error()});
    }
    if (*cursor < m_cursor) { // a backup was put back: cases may be gone, too
        m_filled = false;
        m_muchTouched = true;
        return catchUp(desk, stop);
    }
    m_index.settle();
    if (!m_filled || m_mark != *mark || fed > 0)
        ++m_reading;
    m_cursor = *cursor;
    m_mark = *mark;
    m_filled = true;
    return {};
}

/// Before a filling: whatever was known belongs to other slots.
void QueueReader::clear(const Desk &desk)
{
    m_index = QueueIndex();
    m_found = {};
    m_caseNos = m_products = {};
    m_cursor = 0;
    m_mark.reset();
    if (const auto cases = desk.queue.caseCount())
        m_index.reserve(*cases);
}

Stored<bool> QueueReader::isBehind(const Desk &desk)
{
    const auto mark = desk.cases.changeMark();
    if (!mark)
        return Failure{mark.error()};
    return !m_filled || m_mark != *mark;
}

Stored<void> QueueReader::place(const Desk &desk, QueueSort text, Places &places)
{
    if (places.shape == m_index.shape())
        return {};
    places.places.assign(static_cast<size_t>(m_index.size()), std::numeric_limits<quint32>::max());
    quint32 place = 0;
    const auto read = desk.queue.byText(text, [&](domain::CaseId id, bool tie) {
        place += tie ? 0u : 1u;
        if (const auto slot = m_index.ids().find(id)) // a case that came this moment is not in the index yet
            places.places[*slot] = place;
        return true;
    });
    if (!read)
        return read;
    places.shape = m_index.shape();
    return {};
}

Stored<void> QueueReader::prepare(const Desk &desk)
{
    const bool rests = m_index.rest();
    const Stored<void> placed = m_filled ? place(desk, QueueSort::CaseNo, m_caseNos) : Stored<void>();
    if (rests)
        giveBackFreeMemory();
    return placed;
}

Stored<void> QueueReader::findTexts(const Desk &desk, const QueueFilter &filter, Found &found)
{
    if (found.words == filter.words && found.buyers == filter.buyers && found.shape == m_index.shape() && found.reading == m_reading)
        return {};
    std::optional<CaseSet> cases;
    if (const QList<SearchPhrase> phrases = searchPhrases(filter.words); !phrases.isEmpty()) {
        const auto ids = desk.queue.search(phrases, 0);
        if (!ids)
            return Failure{ids.error()};
        cases = m_index.setOf(*ids);
    }
    if (!filter.buyers.isEmpty()) {
        const auto ids = desk.queue.ofBuyers(filter.buyers);
        if (!ids)
            return Failure{ids.error()};
        CaseSet theirs = m_index.setOf(*ids);
        for (size_t slot = 0; cases && slot < theirs.size(); ++slot)
            theirs[slot] = theirs[slot] && (*cases)[slot];
        cases = std::move(theirs);
    }
    found = {filter.words, filter.buyers, m_index.shape(), m_reading, std::move(cases)};
    return {};
}

Stored<QueueAids> QueueReader::aidsFor(const Desk &desk, const QueueQuery &query, Found &found)
{
    QueueAids aids;
    if (const auto done = findTexts(desk, query.filter, found); !done)
        return Failure{done.error()};
    aids.within = found.cases ? &*found.cases : nullptr;
    if (query.sort == QueueSort::CaseNo || query.sort == QueueSort::Product) {
        Places &places = query.sort == QueueSort::CaseNo ? m_caseNos : m_products;
        if (const auto done = place(desk, query.sort, places); !done)
            return Failure{done.error()};
        aids.places = &places.places;
    }
    if (query.sort != QueueSort::Product)
        m_products = {}; // rarely asked for: it is not kept
    return aids;
}

void QueueReader::count(const QueueQuery &query)
{
    if (m_countedReading == m_reading && m_countedFor == query.me && m_countedAt <= query.now && query.now < m_countsEnd)
        return;
    QueueQuery bare;
    bare.me = query.me;
    bare.now = query.now;
    bare.highValueFrom = query.highValueFrom;
    for (const auto &row : domain::codeTable<QueueView>()) {
        bare.view = row.value;
        m_counts.insert(row.value, m_index.count(bare));
    }
    m_countedReading = m_reading;
    m_countedFor = query.me;
    m_countedAt = query.now;
    m_countsEnd = m_index.changesAt(bare);
}

Stored<QueueReader::Answer> QueueReader::ask(const Desk &desk, const Question &question)
{
    if (const auto done = catchUp(desk); !done)
        return Failure{done.error()};
    const auto aids = aidsFor(desk, question.query, m_found);
    if (!aids)
        return Failure{aids.error()};
    Answer answer;
    answer.order = m_index.order(question.query, *aids);
    if (question.shown)
        answer.change = changeBetween(question.shown, answer.order);
    const QList<domain::CaseId> visible = idsIn(*answer.order, question.visible);
    if (!visible.isEmpty()) {
        auto rows = desk.queue.rows(visible);
        if (!rows)
            return Failure{rows.error()};
        answer.rows = std::move(rows).value();
    }
    if (question.counts) {
        count(question.query);
        answer.counts = m_counts;
    }
    answer.facets = m_index.facets();
    answer.policy = m_policy;
    answer.stranger = strangerIn(question.query.filter, m_people);
    answer.touched = std::exchange(m_touched, {});
    answer.muchTouched = std::exchange(m_muchTouched, false);
    answer.changesAt = m_index.changesAt(question.query);
    answer.reading = m_reading;
    return answer;
}

Stored<qint64> QueueReader::count(const Desk &desk, const QueueQuery &query)
{
    Found found; // not the one of the question on the screen
    if (const auto done = findTexts(desk, query.filter, found); !done)
        return Failure{done.error()};
    QueueAids aids;
    aids.within = found.cases ? &*found.cases : nullptr;
    return m_index.count(query, aids);
}

} // namespace arb::usecases
