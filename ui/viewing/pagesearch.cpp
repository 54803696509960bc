// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewing/pagesearch.h"

#include "viewing/pagefind.h"

#include <algorithm>

namespace arb::ui {

namespace {

/// Some page is at fault, and others may be read all the same. Everything else is of the file or of the machine.
bool isOfAPage(ShowError error)
{
    return error == ShowError::Damaged || error == ShowError::TimedOut || error == ShowError::NoMemory || error == ShowError::HelperDied;
}

} // namespace

PageSearch::PageSearch(EvidenceLoader &loader, QObject *parent)
    : QObject(parent), m_loader(loader)
{
}

void PageSearch::setDocument(const QByteArray &sha256, int pages)
{
    m_loader.cancel(m_ticket);
    m_ticket = 0;
    m_sha256 = sha256;
    m_pages = pages;
    m_words.clear();
    m_faulty.clear();
    m_textless = 0;
    m_stretch = mostPages;
    begin({}, 1);
}

int PageSearch::unread() const
{
    return m_pages - static_cast<int>(m_words.size());
}

void PageSearch::begin(const QString &words, int page)
{
    m_wanted = words;
    m_from = std::clamp(page, 1, std::max(1, m_pages));
    m_searched = 0;
    m_hits.clear();
    m_current = -1;
    m_isReading = !words.isEmpty() && m_pages > 0;
    if (m_isReading)
        searchOn();
}

bool PageSearch::step(int by)
{
    if (m_hits.isEmpty())
        return false;
    const auto count = static_cast<int>(m_hits.size());
    m_current = m_current < 0 ? (by > 0 ? 0 : count - 1) : (m_current + by + count) % count;
    return true;
}

/// As far as the words are known; then on when those of further pages have come.
void PageSearch::searchOn()
{
    for (; m_searched < m_pages; ++m_searched) {
        const auto page = static_cast<int>((qint64{m_from} - 1 + m_searched) % m_pages) + 1;
        if (!isSettled(page)) {
            if (m_ticket == 0)
                readFrom(page);
            Q_EMIT progressed();
            return;
        }
        const QList<PageHit> hits = findOnPage(m_wanted, m_words.value(page));
        for (const PageHit &hit : hits)
            m_hits.append({page, hit.boxes});
        if (!hits.isEmpty())
            Q_EMIT found(page);
    }
    end();
}

/// The pages before the one where it began were searched last.
void PageSearch::end()
{
    m_isReading = false;
    const auto before = static_cast<int>(std::ranges::count_if(m_hits, [this](const Hit &hit) { return hit.page < m_from; }));
    if (before > 0 && before < m_hits.size()) {
        std::ranges::rotate(m_hits, m_hits.end() - before);
        if (m_current >= 0)
            m_current = (m_current + before) % static_cast<int>(m_hits.size());
    }
    Q_EMIT progressed();
}

void PageSearch::readFrom(int page)
{
    int count = 1;
    while (count < m_stretch && page <= m_pages - count && !isSettled(page + count))
        ++count;
    m_ticket = m_loader.pageWords(m_sha256, page, count, this, [this, page, count](const Shown<QList<QList<PageWord>>> &words) {
        m_ticket = 0;
        take(page, count, words);
    });
}

void PageSearch::take(int page, int count, const Shown<QList<QList<PageWord>>> &words)
{
    if (words) {
        for (int n = 0; n < count; ++n) {
            if (n >= words->size()) { // the file has fewer than it says
                m_faulty.insert(page + n);
                continue;
            }
            m_words.insert(page + n, words->at(n));
            m_textless += words->at(n).isEmpty() ? 1 : 0;
        }
        m_stretch = std::min(mostPages, 2 * m_stretch);
    } else if (!isOfAPage(words.error())) {
        if (m_isReading)
            end(); // no other page would be read either; whoever searches again tries again
        return;
    } else if (count > 1) {
        m_stretch = count / 2;
    } else {
        m_faulty.insert(page);
    }
    if (m_isReading)
        searchOn();
}

} // namespace arb::ui
