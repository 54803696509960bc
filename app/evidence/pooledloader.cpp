// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidence/pooledloader.h"

#include "evidence/chatreading.h"
#include "evidence/mediaports.h"

#include <intake/chatlog.h>
#include <media/filmsearch.h>

#include <QtCore/QRunnable>
#include <QtCore/QThread>
#include <QtCore/QTimer>

#include <cerrno>

#include <unistd.h>

namespace arb::app {

namespace {

constexpr int decodeThreads = 2;
constexpr int shownPriority = 1;
constexpr int prefetchPriority = 0;
constexpr int restingMs = 300; ///< whoever turns from exhibit to exhibit has none of them searched

/// Opens the evidence, lets @p read look at the descriptor, closes it.
template<typename T>
ui::Shown<T> withEvidence(usecases::EvidenceVault &vault, const QByteArray &sha256,
                          const std::function<ui::Shown<T>(int fd)> &read)
{
    const domain::Result<int, usecases::VaultError> file = vault.open(sha256);
    if (!file)
        return domain::Failure{showErrorFrom(file.error())};
    ui::Shown<T> result = read(*file);
    ::close(*file);
    return result;
}

ui::Shown<QByteArray> readBytes(int fd, qint64 cap)
{
    QByteArray all;
    QByteArray part(64 * 1024, Qt::Uninitialized);
    for (;;) {
        const ssize_t got = ::pread(fd, part.data(), static_cast<std::size_t>(part.size()), all.size());
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return domain::Failure{ui::ShowError::Unreadable};
        if (got == 0)
            return all;
        all.append(part.constData(), static_cast<qsizetype>(got));
        if (all.size() > cap)
            return domain::Failure{ui::ShowError::TooMuchText};
    }
}

template<typename T>
ui::Shown<T> shownFrom(const media::Media<T> &found)
{
    if (!found)
        return domain::Failure{showErrorFrom(found.error())};
    return *found;
}

bool covers(const ui::Picture &picture, QSize target)
{
    if (picture.isFull())
        return true;
    if (target.isEmpty())
        return false;
    const QSize needed = picture.fullSize.scaled(target, Qt::KeepAspectRatio);
    return picture.levels.first().width() >= needed.width() && picture.levels.first().height() >= needed.height();
}

} // namespace

PooledEvidenceLoader::PooledEvidenceLoader(usecases::EvidenceVault &vault, const media::DecodeService &decoder, const ui::PictureSource &pictures,
                                           const ui::DocumentSource &documents, qint64 budgetBytes, QObject *parent)
    : QObject(parent)
    , m_vault(vault)
    , m_decoder(decoder)
    , m_pictures(pictures)
    , m_documents(documents)
    , m_budget(budgetBytes)
{
    m_pool.setMaxThreadCount(decodeThreads);
    m_searches.setMaxThreadCount(1);
    m_searches.setThreadPriority(QThread::LowestPriority);
}

PooledEvidenceLoader::~PooledEvidenceLoader()
{
    for (const Flight &flight : std::as_const(m_flights))
        *flight.dropped = true;
    for (const Flag &dropped : std::as_const(m_posts))
        *dropped = true;
    m_pool.clear();
    m_searches.clear();
    m_pool.waitForDone();
    m_searches.waitForDone();
}

template<typename T>
PooledEvidenceLoader::Ticket PooledEvidenceLoader::post(std::function<ui::Shown<T>()> work, QObject *context,
                                                        std::function<void(const ui::Shown<T> &)> then)
{
    const Ticket ticket = ++m_lastTicket;
    const Flag dropped = std::make_shared<std::atomic<bool>>(false);
    m_posts.insert(ticket, dropped);
    const QPointer<QObject> listener(context);
    auto answer = [this, ticket, dropped, listener, then](const ui::Shown<T> &result) {
        m_posts.remove(ticket);
        if (!*dropped && listener)
            then(result);
    };
    m_pool.start(QRunnable::create([this, work, dropped, answer] {
                     if (*dropped)
                         return;
                     const ui::Shown<T> result = work();
                     QMetaObject::invokeMethod(this, [answer, result] { answer(result); }, Qt::QueuedConnection);
                 }),
                 shownPriority);
    return ticket;
}

/// What is being decoded already and will do: nobody gets it sooner by asking anew, and its time is counted once.
PooledEvidenceLoader::Flight *PooledEvidenceLoader::underWay(const QString &subject, QSize target)
{
    for (Flight &flight : m_flights) {
        const bool covers = flight.target == target || (!target.isEmpty() && flight.target.expandedTo(target) == flight.target);
        if (flight.subject == subject && covers && flight.begun && *flight.begun && !*flight.dropped)
            return &flight;
    }
    return nullptr;
}

PooledEvidenceLoader::Ticket PooledEvidenceLoader::ask(const QString &key, const QString &subject, QSize target, int priority,
                                                       QObject *context, PictureThen then,
                                                       Decode decode)
{
    const Ticket ticket = ++m_lastTicket;
    if (Flight *found = context ? underWay(subject, target) : nullptr) {
        found->waiters.append({ticket, context, std::move(then)});
        return ticket;
    }
    Flight &flight = m_flights[key];
    if (context && flight.prefetch && flight.begun && !*flight.begun)
        *flight.dropped = true; // what somebody waits for does not stand behind what somebody may want
    const bool known = flight.dropped != nullptr && !*flight.dropped;
    flight.subject = subject;
    flight.target = target;
    if (context)
        flight.waiters.append({ticket, context, std::move(then)});
    flight.prefetch = flight.prefetch || !context;
    if (const ui::Picture *have = cached(subject, target)) {
        // Also from memory the answer comes later: a caller never has to reckon with it inside its own call.
        if (!known)
            flight.dropped = std::make_shared<std::atomic<bool>>(false);
        const ui::Picture picture = *have;
        QMetaObject::invokeMethod(this, [this, key, subject, picture] { land(key, subject, picture); }, Qt::QueuedConnection);
        return ticket;
    }
    if (known)
        return ticket;
    flight.dropped = std::make_shared<std::atomic<bool>>(false);
    flight.begun = std::make_shared<std::atomic<bool>>(false);
    m_pool.start(QRunnable::create([this, key, subject, decode = std::move(decode), dropped = flight.dropped, begun = flight.begun] {
                     if (*dropped)
                         return;
                     *begun = true;
                     const ui::Shown<ui::Picture> result = decode([&dropped] { return dropped->load(); });
                     if (!result && *dropped)
                         return; // given up half-way: whoever asks again has work of their own under way
                     QMetaObject::invokeMethod(this, [this, key, subject, result] { land(key, subject, result); },
                                               Qt::QueuedConnection);
                 }),
                 priority);
    return ticket;
}

void PooledEvidenceLoader::land(const QString &key, const QString &subject, const ui::Shown<ui::Picture> &picture)
{
    if (picture)
        keep(subject, *picture);
    const Flight flight = m_flights.take(key);
    for (const Waiter &waiter : flight.waiters) {
        if (waiter.context)
            waiter.then(picture);
    }
}

const ui::Picture *PooledEvidenceLoader::cached(const QString &subject, QSize target)
{
    const auto found = m_cache.find(subject);
    if (found == m_cache.end() || !covers(found->picture, target))
        return nullptr;
    found->used = ++m_clock;
    return &found->picture;
}

void PooledEvidenceLoader::keep(const QString &subject, const ui::Picture &picture)
{
    Cached &entry = m_cache[subject];
    if (!entry.picture.levels.isEmpty() && entry.picture.levels.first().width() > picture.levels.first().width()) {
        entry.used = ++m_clock;
        return;
    }
    m_cachedBytes += picture.bytes() - entry.picture.bytes();
    entry = {picture, ++m_clock};
    while (m_cachedBytes > m_budget && !m_cache.isEmpty()) {
        auto oldest = m_cache.begin();
        for (auto it = m_cache.begin(); it != m_cache.end(); ++it) {
            if (it->used < oldest->used)
                oldest = it;
        }
        m_cachedBytes -= oldest->picture.bytes();
        m_cache.erase(oldest);
    }
}

PooledEvidenceLoader::Decode PooledEvidenceLoader::decoderFor(const QByteArray &sha256, QSize target) const
{
    return [&vault = m_vault, &pictures = m_pictures, sha256, target, origin = originOf(sha256)](const std::function<bool()> &abandoned) {
        return withEvidence<ui::Picture>(vault, sha256, [&](int fd) { return pictures.picture(fd, target, {origin, abandoned}); });
    };
}

PooledEvidenceLoader::Ticket PooledEvidenceLoader::picture(const QByteArray &sha256, QSize target, QObject *context,
                                                           PictureThen then)
{
    const QString subject = QString::fromLatin1(sha256);
    const QString key = QStringLiteral("%1@%2x%3").arg(subject).arg(target.width()).arg(target.height());
    return ask(key, subject, target, shownPriority, context, std::move(then), decoderFor(sha256, target));
}

PooledEvidenceLoader::Ticket PooledEvidenceLoader::document(const QByteArray &sha256, QObject *context,
                                                            std::function<void(const ui::Shown<ui::DocumentInfo> &)> then)
{
    return post<ui::DocumentInfo>(
        [this, sha256] {
            return withEvidence<ui::DocumentInfo>(m_vault, sha256, [this](int fd) { return m_documents.info(fd); });
        },
        context, std::move(then));
}

PooledEvidenceLoader::Ticket PooledEvidenceLoader::page(const QByteArray &sha256, int page, QObject *context, PictureThen then)
{
    const QString subject = QStringLiteral("%1#%2").arg(QString::fromLatin1(sha256)).arg(page);
    return ask(subject, subject, {}, shownPriority, context, std::move(then), [this, sha256, page, origin = originOf(sha256)](const std::function<bool()> &abandoned) {
        return withEvidence<ui::Picture>(m_vault, sha256, [&](int fd) { return m_documents.page(fd, page, {origin, abandoned}); });
    });
}

PooledEvidenceLoader::Ticket PooledEvidenceLoader::pageWords(const QByteArray &sha256, int first, int count, QObject *context,
                                                            std::function<void(const ui::Shown<QList<QList<ui::PageWord>>> &)> then)
{
    using Pages = QList<QList<ui::PageWord>>;
    return post<Pages>(
        [this, sha256, first, count] {
            return withEvidence<Pages>(m_vault, sha256, [this, first, count](int fd) { return m_documents.pageWords(fd, first, count); });
        },
        context, std::move(then));
}

PooledEvidenceLoader::Ticket PooledEvidenceLoader::bytes(const QByteArray &sha256, qint64 cap, QObject *context,
                                                         std::function<void(const ui::Shown<QByteArray> &)> then)
{
    return post<QByteArray>(
        [this, sha256, cap] {
            return withEvidence<QByteArray>(m_vault, sha256, [cap](int fd) { return readBytes(fd, cap); });
        },
        context, std::move(then));
}

PooledEvidenceLoader::Ticket PooledEvidenceLoader::chatLog(const QByteArray &sha256, const domain::ChatReading &reading, const QList<domain::ChatMessage> &platform, bool masked,
                                                           QObject *context, std::function<void(const ui::Shown<ui::ReadChat> &)> then)
{
    return post<ui::ReadChat>(
        [this, sha256, reading, platform, masks = masked ? masks() : domain::Masks::nothing()] {
            const ui::Shown<QByteArray> bytes = withEvidence<QByteArray>(m_vault, sha256, [](int fd) { return readBytes(fd, intake::maxChatBytes); });
            return bytes ? ui::Shown<ui::ReadChat>(readChatOf(*bytes, reading, platform, masks)) : ui::Shown<ui::ReadChat>(domain::Failure{bytes.error()});
        },
        context, std::move(then));
}

void PooledEvidenceLoader::cancel(Ticket ticket)
{
    if (const Flag dropped = m_posts.take(ticket)) {
        *dropped = true;
        return;
    }
    for (auto flight = m_flights.begin(); flight != m_flights.end(); ++flight) {
        const auto removed = flight->waiters.removeIf([ticket](const Waiter &waiter) { return waiter.ticket == ticket; });
        if (removed == 0)
            continue;
        if (flight->waiters.isEmpty() && !flight->prefetch) {
            *flight->dropped = true;
            m_flights.erase(flight);
        }
        return;
    }
}

std::unique_ptr<ui::FrameSource> PooledEvidenceLoader::film(const QByteArray &sha256)
{
    return std::make_unique<MediaFrameSource>(m_vault, m_decoder, originOf(sha256), sha256);
}

std::unique_ptr<ui::FrameSource> PooledEvidenceLoader::filmBehind(const QByteArray &sha256)
{
    return std::make_unique<MediaFrameSource>(m_vault, m_decoder, originOf(sha256), sha256, media::FilmReader::Effort::Background);
}

void PooledEvidenceLoader::belongTo(const QHash<QByteArray, QString> &origins)
{
    constexpr qsizetype most = 100'000; // a long day's cases; forgotten files are origins of their own
    if (m_origins.size() > most)
        m_origins.clear();
    m_origins.insert(origins);
}

QString PooledEvidenceLoader::originOf(const QByteArray &sha256) const
{
    return m_origins.value(sha256, QString::fromLatin1(sha256));
}

ui::EvidenceLimits PooledEvidenceLoader::limits() const
{
    const media::DecodeLimits limits = m_decoder.limits();
    return {limits.maxPixels, limits.maxBytes, limits.maxFrames, limits.pictureSeconds, limits.filmSeconds};
}

void PooledEvidenceLoader::prefetch(const QList<QByteArray> &digests, QSize target)
{
    for (auto flight = m_flights.begin(); flight != m_flights.end();) {
        if (flight->prefetch && flight->waiters.isEmpty()) {
            *flight->dropped = true;
            flight = m_flights.erase(flight);
        } else {
            ++flight;
        }
    }
    for (const QByteArray &sha256 : digests) {
        const QString subject = QString::fromLatin1(sha256);
        if (cached(subject, target))
            continue;
        const QString key = QStringLiteral("%1@%2x%3").arg(subject).arg(target.width()).arg(target.height());
        ask(key, subject, target, prefetchPriority, nullptr, {}, decoderFor(sha256, target));
    }
}

/// Answers from what is known, or has @p search look in its turn.
template<typename T>
PooledEvidenceLoader::Ticket PooledEvidenceLoader::searchFor(const QByteArray &sha256, Found<T> &known, QObject *context, const std::function<void(int)> &progress,
                                                             const std::function<void(const ui::Shown<QList<T>> &)> &then, Search<T> search)
{
    const Ticket ticket = ++m_lastTicket;
    const Flag dropped = std::make_shared<std::atomic<bool>>(false);
    m_posts.insert(ticket, dropped);
    const QPointer<QObject> listener(context);
    auto answer = [this, ticket, dropped, listener, sha256, then, &known](const ui::Shown<QList<T>> &result) {
        m_posts.remove(ticket);
        if (result)
            known.insert(sha256, *result);
        if (!*dropped && listener)
            then(result);
    };
    if (const auto have = known.constFind(sha256); have != known.cend()) {
        QMetaObject::invokeMethod(this, [answer, found = *have] { answer(found); }, Qt::QueuedConnection);
        return ticket;
    }
    auto told = [this, dropped, listener, progress](int permille) {
        QMetaObject::invokeMethod(
            this,
            [dropped, listener, progress, permille] {
                if (!*dropped && listener && progress)
                    progress(permille);
            },
            Qt::QueuedConnection);
    };
    const auto look = [this, search = std::move(search), dropped, answer, told] {
        if (*dropped)
            return;
        const ui::Shown<QList<T>> result = search([&dropped] { return dropped->load(); }, told);
        QMetaObject::invokeMethod(this, [answer, result] { answer(result); }, Qt::QueuedConnection);
    };
    QTimer::singleShot(restingMs, this, [this, dropped, look] {
        if (!*dropped)
            m_searches.start(QRunnable::create(look));
    });
    return ticket;
}

PooledEvidenceLoader::Ticket PooledEvidenceLoader::filmHints(const QByteArray &sha256, QObject *context, std::function<void(int)> progress,
                                                             std::function<void(const ui::Shown<QList<domain::FilmHint>> &)> then)
{
    return searchFor<domain::FilmHint>(sha256, m_hints, context, progress, then,
                                       [this, sha256, origin = originOf(sha256)](const std::function<bool()> &abandoned, const std::function<void(int)> &told) {
                                           return withEvidence<QList<domain::FilmHint>>(m_vault, sha256, [&](int fd) {
                                               return shownFrom(media::findInterruptions(m_decoder, origin, fd, abandoned, told));
                                           });
                                       });
}

PooledEvidenceLoader::Ticket PooledEvidenceLoader::codes(const QByteArray &sha256, QObject *context,
                                                         std::function<void(const ui::Shown<QList<domain::FoundCode>> &)> then)
{
    return searchFor<domain::FoundCode>(sha256, m_codes, context, {}, then,
                                        [this, sha256, origin = originOf(sha256)](const std::function<bool()> &abandoned, const std::function<void(int)> &told) {
                                            return withEvidence<QList<domain::FoundCode>>(m_vault, sha256, [&](int fd) {
                                                return shownFrom(media::findCodes(m_decoder, origin, fd, abandoned, told));
                                            });
                                        });
}

PooledEvidenceLoader::Ticket PooledEvidenceLoader::machineReading(const QByteArray &sha256, QObject *context,
                                                                  std::function<void(const ui::Shown<domain::MachineReading> &)> then)
{
    using Readings = QList<domain::MachineReading>;
    const auto first = [then = std::move(then)](const ui::Shown<Readings> &found) {
        if (found && !found->isEmpty())
            then(found->first());
        else
            then(domain::Failure{found ? ui::ShowError::Damaged : found.error()});
    };
    return searchFor<domain::MachineReading>(sha256, m_readings, context, {}, first,
                                             [this, sha256, origin = originOf(sha256)](const std::function<bool()> &abandoned, const std::function<void(int)> &) {
                                                 const ui::Shown<domain::MachineReading> reading = readPicture(sha256, origin, abandoned);
                                                 return reading ? ui::Shown<Readings>(Readings{*reading}) : ui::Shown<Readings>(domain::Failure{reading.error()});
                                             });
}

/// On the searches' thread.
ui::Shown<domain::MachineReading> PooledEvidenceLoader::readPicture(const QByteArray &sha256, const QString &origin, const std::function<bool()> &abandoned)
{
    if (const auto here = m_readHere.constFind(sha256); here != m_readHere.cend())
        return *here;
    if (auto kept = m_memory.recall ? m_memory.recall(sha256) : std::nullopt)
        return *m_readHere.insert(sha256, *std::move(kept));
    if (!m_reader)
        return domain::Failure{ui::ShowError::NoTool};
    return withEvidence<domain::MachineReading>(m_vault, sha256, [&](int fd) -> ui::Shown<domain::MachineReading> {
        const media::Media<domain::MachineReading> reading = m_reader->read(origin, fd, abandoned);
        if (!reading)
            return domain::Failure{showErrorFrom(reading.error())};
        m_readHere.insert(sha256, *reading);
        if (m_memory.keep)
            m_memory.keep(sha256, *reading);
        return *reading;
    });
}

} // namespace arb::app
