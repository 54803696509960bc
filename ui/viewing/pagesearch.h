// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/evidenceports.h>

#include <QtCore/QObject>
#include <QtCore/QRect>
#include <QtCore/QSet>

namespace arb::ui {

/// Searches the text layer of a document. The text is read as far as it is needed, in stretches of pages, and kept until another document
/// comes; a stretch that cannot be read is read in smaller ones, down to the page that is at fault. Pages count from 1.
class PageSearch : public QObject
{
    Q_OBJECT

public:
    static constexpr int mostPages = 32; ///< read at a time

    struct Hit
    {
        int page = 0;
        QList<QRect> boxes; ///< as in PageHit
    };

    /// @p loader must outlive it.
    explicit PageSearch(EvidenceLoader &loader, QObject *parent = nullptr);

    /// Nothing is searched for any more; no pages: no document.
    void setDocument(const QByteArray &sha256, int pages);
    /// Looks for @p words from @p page on and round to it. Without words nothing is searched for; what is being read is kept all the same.
    void begin(const QString &words, int page);

    /// Not through all pages yet.
    bool isReading() const { return m_isReading; }
    int searched() const { return m_searched; } ///< pages, for the words of now
    int textless() const { return m_textless; } ///< pages that were read and have no word
    int unread() const;                         ///< pages that are not read, or cannot be
    /// As they were found; once through, in the order of the pages.
    const QList<Hit> &hits() const { return m_hits; }
    int current() const { return m_current; } ///< the hit that was stepped to; -1 none
    const Hit *currentHit() const { return m_current < 0 ? nullptr : &m_hits.at(m_current); }
    /// On by one hit, or back by one, round the ends; false without hits.
    bool step(int by);

Q_SIGNALS:
    /// There are further hits, all of this page.
    void found(int page);
    /// Further pages were searched, or all.
    void progressed();

private:
    void searchOn();
    void end();
    void readFrom(int page);
    void take(int page, int count, const Shown<QList<QList<PageWord>>> &words);
    bool isSettled(int page) const { return m_words.contains(page) || m_faulty.contains(page); }

    EvidenceLoader &m_loader;
    QByteArray m_sha256;
    int m_pages = 0;
    QHash<int, QList<PageWord>> m_words; ///< by page, as far as they were read
    QSet<int> m_faulty;                  ///< pages that cannot be read
    int m_textless = 0;
    int m_stretch = mostPages;
    EvidenceLoader::Ticket m_ticket = 0;

    QString m_wanted;
    int m_from = 1; ///< where the search began
    int m_searched = 0;
    bool m_isReading = false;
    QList<Hit> m_hits;
    int m_current = -1;
};

} // namespace arb::ui
