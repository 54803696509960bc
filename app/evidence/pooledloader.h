// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <media/decodeservice.h>
#include <media/textreading.h>
#include <ui/evidenceports.h>
#include <usecases/ports.h>

#include <QtCore/QHash>
#include <QtCore/QObject>
#include <QtCore/QPointer>
#include <QtCore/QThreadPool>

#include <atomic>
#include <memory>
#include <optional>

namespace arb::app {

/// The evidence loader of the window: decodes on a small pool of its own, answers on the window's thread.
/// 1. Work that nobody waits for any more is not begun; what is running ends unheard.
/// 2. The same picture at the same size is decoded once, however many ask.
/// 3. Searches through films have a thread of their own, one at a time, below everything that is looked at,
///    and begin when a file has been looked at for a moment.
/// 4. Pictures and pages are kept up to a budget of bytes, least recently used first out; what is on show may exceed it.
/// Does not know who looks at what. The vault must bear being read by several threads.
class PooledEvidenceLoader final : public QObject, public ui::EvidenceLoader
{
    Q_OBJECT

public:
    static constexpr qint64 defaultBudget = qint64{192} << 20;

    /// Vault, decoder and sources must outlive the loader.
    PooledEvidenceLoader(usecases::EvidenceVault &vault, const media::DecodeService &decoder, const ui::PictureSource &pictures,
                         const ui::DocumentSource &documents, qint64 budgetBytes = defaultBudget, QObject *parent = nullptr);
    ~PooledEvidenceLoader() override;

    Ticket picture(const QByteArray &sha256, QSize target, QObject *context,
                   std::function<void(const ui::Shown<ui::Picture> &)> then) override;
    Ticket document(const QByteArray &sha256, QObject *context,
                    std::function<void(const ui::Shown<ui::DocumentInfo> &)> then) override;
    Ticket page(const QByteArray &sha256, int page, QObject *context,
                std::function<void(const ui::Shown<ui::Picture> &)> then) override;
    Ticket pageWords(const QByteArray &sha256, int first, int count, QObject *context,
                    std::function<void(const ui::Shown<QList<QList<ui::PageWord>>> &)> then) override;
    Ticket bytes(const QByteArray &sha256, qint64 cap, QObject *context,
                 std::function<void(const ui::Shown<QByteArray> &)> then) override;
    Ticket chatLog(const QByteArray &sha256, const domain::ChatReading &reading, const QList<domain::ChatMessage> &platform, bool masked, QObject *context,
                   std::function<void(const ui::Shown<ui::ReadChat> &)> then) override;
    void cancel(Ticket ticket) override;
    std::unique_ptr<ui::FrameSource> film(const QByteArray &sha256) override;
    std::unique_ptr<ui::FrameSource> filmBehind(const QByteArray &sha256) override;
    void prefetch(const QList<QByteArray> &digests, QSize target) override;
    void belongTo(const QHash<QByteArray, QString> &origins) override;
    void tryAgain() override { m_decoder.tryAgain(); }
    ui::EvidenceLimits limits() const override;
    Ticket filmHints(const QByteArray &sha256, QObject *context, std::function<void(int)> progress,
                     std::function<void(const ui::Shown<QList<domain::FilmHint>> &)> then) override;
    Ticket codes(const QByteArray &sha256, QObject *context, std::function<void(const ui::Shown<QList<domain::FoundCode>> &)> then) override;

    Ticket machineReading(const QByteArray &sha256, QObject *context, std::function<void(const ui::Shown<domain::MachineReading> &)> then) override;
    /// What was read before, by whichever window: called on the searches' thread, may block.
    struct ReadingMemory
    {
        std::function<std::optional<domain::MachineReading>(const QByteArray &sha256)> recall;
        std::function<void(const QByteArray &sha256, const domain::MachineReading &reading)> keep;
    };
    /// Without a reader nothing is read in pictures but what is remembered. Before the first question.
    void readWith(std::unique_ptr<media::TextReading> reader, ReadingMemory memory = {})
    {
        m_reader = std::move(reader);
        m_memory = std::move(memory);
    }

    qint64 cachedBytes() const { return m_cachedBytes; }
    qint64 budgetBytes() const { return m_budget; }

private:
    using Flag = std::shared_ptr<std::atomic<bool>>;
    using PictureThen = std::function<void(const ui::Shown<ui::Picture> &)>;
    using Decode = std::function<ui::Shown<ui::Picture>(const std::function<bool()> &abandoned)>;
    struct Waiter
    {
        Ticket ticket = 0;
        QPointer<QObject> context;
        PictureThen then;
    };
    struct Flight
    {
        QList<Waiter> waiters;
        QString subject;
        QSize target;
        bool prefetch = false;
        Flag dropped, begun;
    };
    struct Cached
    {
        ui::Picture picture;
        quint64 used = 0;
    };

    Ticket ask(const QString &key, const QString &subject, QSize target, int priority, QObject *context, PictureThen then,
               Decode decode);
    Flight *underWay(const QString &subject, QSize target);
    QString originOf(const QByteArray &sha256) const;
    Decode decoderFor(const QByteArray &sha256, QSize target) const;
    void land(const QString &key, const QString &subject, const ui::Shown<ui::Picture> &picture);
    const ui::Picture *cached(const QString &subject, QSize target);
    void keep(const QString &subject, const ui::Picture &picture);
    template<typename T>
    Ticket post(std::function<ui::Shown<T>()> work, QObject *context, std::function<void(const ui::Shown<T> &)> then);

    ui::Shown<domain::MachineReading> readPicture(const QByteArray &sha256, const QString &origin, const std::function<bool()> &abandoned);

    template<typename T>
    using Search = std::function<ui::Shown<QList<T>>(const std::function<bool()> &abandoned, const std::function<void(int)> &progress)>;
    /// What searches found, by digest; files never change.
    template<typename T>
    using Found = QHash<QByteArray, QList<T>>;
    template<typename T>
    Ticket searchFor(const QByteArray &sha256, Found<T> &known, QObject *context, const std::function<void(int)> &progress,
                     const std::function<void(const ui::Shown<QList<T>> &)> &then, Search<T> search);

    usecases::EvidenceVault &m_vault;
    const media::DecodeService &m_decoder;
    const ui::PictureSource &m_pictures;
    const ui::DocumentSource &m_documents;
    qint64 m_budget;
    QThreadPool m_pool;
    QThreadPool m_searches;
    Found<domain::FilmHint> m_hints;
    Found<domain::FoundCode> m_codes;
    Found<domain::MachineReading> m_readings; ///< one each
    std::unique_ptr<media::TextReading> m_reader;
    ReadingMemory m_memory;
    QHash<QByteArray, domain::MachineReading> m_readHere; ///< the searches' thread's own: several may have asked before the first answer
    Ticket m_lastTicket = 0;
    quint64 m_clock = 0;
    QHash<QString, Flight> m_flights;
    QHash<Ticket, Flag> m_posts;
    QHash<QByteArray, QString> m_origins;
    QHash<QString, Cached> m_cache;
    qint64 m_cachedBytes = 0;
};

} // namespace arb::app
