// SPDX-License-Identifier: GPL-3.0-or-later
#include "exhibitsearch.h"

#include "viewing/exhibittext.h"

#include <usecases/filewords.h>

#include <domain/textlines.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QPointer>
#include <QtCore/QRunnable>
#include <QtCore/QThread>

#include <algorithm>
#include <utility>

namespace arb::ui {

ExhibitSearch::ExhibitSearch(EvidenceLoader &loader, QObject *parent)
    : QObject(parent), m_loader(loader)
{
    m_thread.setMaxThreadCount(1);
    m_thread.setThreadPriority(QThread::LowPriority);
}

ExhibitSearch::~ExhibitSearch()
{
    stop();
}

void ExhibitSearch::begin(const usecases::CaseView &view, const QStringList &words, const Readings &readings)
{
    if (m_case != view.record.header.id || m_masks != view.masks)
        stop(); // nothing that was read unmasked stays when masks come back
    abandon();
    m_case = view.record.header.id;
    m_masks = view.masks;
    m_words = words;
    m_wishes.clear();
    m_unsearched.clear();
    m_done = false;
    for (const domain::Exhibit &exhibit : view.record.file.exhibits) {
        if (!usecases::holdsWords(exhibit.kind))
            continue;
        if (exhibit.sha256.isEmpty())
            m_unsearched.append({exhibit.id, ShowError::Missing});
        else
            m_wishes.append({exhibit, readings ? readings(exhibit) : domain::ChatReading()});
    }
    // What is being read is not read twice over: it is searched for the new words once it is there.
    if (m_ticket != 0 && m_wishes.removeOne(m_loading))
        return;
    if (m_ticket != 0)
        m_loader.cancel(std::exchange(m_ticket, 0));
    next();
}

void ExhibitSearch::stop()
{
    abandon();
    if (m_ticket != 0)
        m_loader.cancel(std::exchange(m_ticket, 0));
    m_case = {};
    m_wishes.clear();
    m_unsearched.clear();
    m_kept.clear();
    m_keptCharacters = 0;
    m_done = true;
}

void ExhibitSearch::abandon()
{
    if (m_abandoned)
        *m_abandoned = true;
    m_abandoned.reset();
    m_thread.clear();
}

void ExhibitSearch::next()
{
    while (!m_wishes.isEmpty()) {
        const Wish wish = m_wishes.takeFirst();
        const auto kept = std::ranges::find(m_kept, wish, &Kept::wish);
        if (kept != m_kept.end()) {
            look(wish, kept->log, {});
            return;
        }
        if (load(wish))
            return;
        m_unsearched.append({wish.exhibit.id, ShowError::UnknownFormat});
    }
    m_done = true;
    Q_EMIT finished();
}

void ExhibitSearch::passOver(const Wish &wish, ShowError why)
{
    m_unsearched.append({wish.exhibit.id, why});
    Q_EMIT passedOver();
    next();
}

/// False: the loader has no way to read it.
bool ExhibitSearch::load(const Wish &wish)
{
    if (wish.exhibit.kind == domain::ExhibitKind::Chat) {
        m_ticket = m_loader.chatLog(wish.exhibit.sha256, wish.reading, {}, !m_masks.hidesNothing(), this, [this, wish](const Shown<ReadChat> &read) {
            m_ticket = 0;
            if (!read) {
                passOver(wish, read.error());
                return;
            }
            keep(wish, read->log);
            look(wish, read->log, {});
        });
    } else {
        m_ticket = m_loader.bytes(wish.exhibit.sha256, wordsCap, this, [this, wish](const Shown<QByteArray> &bytes) {
            m_ticket = 0;
            bytes ? look(wish, nullptr, *bytes) : passOver(wish, bytes.error());
        });
    }
    m_loading = wish;
    return m_ticket != 0;
}

/// In @p log, or in that of @p text, which is made on the way.
void ExhibitSearch::look(const Wish &wish, const Log &log, const QByteArray &text)
{
    m_abandoned = std::make_shared<std::atomic<bool>>(false);
    m_thread.start(
        QRunnable::create([wish, log, text, words = m_words, masks = m_masks, abandoned = m_abandoned, search = QPointer<ExhibitSearch>(this)] {
            const Log read = log ? log : std::make_shared<const domain::ChatLog>(domain::textLog(text));
            const QList<usecases::CaseHit> hits = usecases::searchFile(wish.exhibit, *read, words, masks, [abandoned] { return abandoned->load(); });
            QMetaObject::invokeMethod(
                QCoreApplication::instance(),
                [search, abandoned, wish, read, hits] {
                    if (search && !*abandoned)
                        search->take(wish, read, hits);
                },
                Qt::QueuedConnection);
        }));
}

void ExhibitSearch::take(const Wish &wish, const Log &log, const QList<usecases::CaseHit> &hits)
{
    m_abandoned.reset();
    keep(wish, log);
    if (!hits.isEmpty())
        Q_EMIT found(hits);
    next();
}

void ExhibitSearch::keep(const Wish &wish, const Log &log)
{
    const bool known = std::ranges::find(m_kept, wish, &Kept::wish) != m_kept.end();
    if (known || m_keptCharacters + log->words.size() > mostKept)
        return;
    m_kept.append({wish, log});
    m_keptCharacters += log->words.size();
}

} // namespace arb::ui
