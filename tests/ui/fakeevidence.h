// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/evidenceports.h>

#include <QtCore/QHash>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QPointer>
#include <QtCore/QSet>
#include <QtGui/QPainter>

#include <atomic>
#include <functional>
#include <utility>

/// Evidence without files: pictures, pages, texts and films that tests make up, answered later as the real loader does.
namespace arb::tests {

inline constexpr int boxSide = 20;

/// Frame numbers drawn as 16 boxes, as in the films of tests/decode.
inline QImage numberedFrame(int number)
{
    QImage image(320, 180, QImage::Format_RGB32);
    image.fill(QColor(90, 110, 130));
    QPainter painter(&image);
    painter.fillRect(0, 0, 320, boxSide, Qt::black);
    for (int bit = 0; bit < 16; ++bit) {
        if ((number >> bit) & 1)
            painter.fillRect(bit * boxSide, 0, boxSide, boxSide, Qt::white);
    }
    painter.setPen(Qt::white);
    painter.drawText(image.rect(), Qt::AlignCenter, QString::number(number));
    return image;
}

/// A film of @p frames at 25 frames a second whose time stamps begin at 80 ms, or one of any time stamps; its last frame is
/// as long as the one before.
class FakeFilm : public ui::FrameSource
{
public:
    explicit FakeFilm(int frames)
    {
        for (int i = 0; i < frames; ++i)
            m_ptsUs.append(80'000 + i * 40'000);
    }
    explicit FakeFilm(const QList<qint64> &ptsUs) : m_ptsUs(ptsUs) {}

    static ui::FilmInfo infoOf(const QList<qint64> &ptsUs)
    {
        ui::FilmInfo info;
        info.ptsUs = ptsUs;
        const qint64 lastFrame = ptsUs.size() > 1 ? ptsUs.last() - ptsUs[ptsUs.size() - 2] : 40'000;
        info.durationUs = ptsUs.last() - ptsUs.first() + lastFrame;
        info.size = QSize(320, 180);
        info.framesPerSecond = 1e6 * static_cast<double>(ptsUs.size()) / static_cast<double>(info.durationUs);
        return info;
    }

    ui::Shown<ui::FilmInfo> open(const Abandoned &) override
    {
        if (m_ptsUs.isEmpty())
            return domain::Failure{ui::ShowError::Damaged};
        return infoOf(m_ptsUs);
    }
    ui::Shown<ui::FilmFrame> frameAt(qint64 index, const Abandoned &abandoned) override
    {
        if (abandoned())
            return domain::Failure{ui::ShowError::Abandoned};
        return ui::FilmFrame{numberedFrame(static_cast<int>(index)), index, m_ptsUs.value(static_cast<qsizetype>(index))};
    }
    void seekSound(qint64) override {}
    ui::SoundChunk nextSound() override { return {}; }

private:
    QList<qint64> m_ptsUs;
};

class FakeLoader final : public QObject, public ui::EvidenceLoader
{
public:
    QHash<QByteArray, ui::Picture> pictures;
    QHash<QByteArray, QList<ui::Picture>> documents;
    QHash<QByteArray, QList<QList<ui::PageWord>>> pageWordLists; ///< by document, of each page
    QHash<QByteArray, QByteArray> texts;
    QHash<QByteArray, int> films; ///< frames
    QHash<QByteArray, QList<qint64>> filmTimes; ///< films by the time stamps of their frames
    std::function<std::unique_ptr<ui::FrameSource>()> madeFilm; ///< when set, every film
    QHash<QByteArray, std::function<std::unique_ptr<ui::FrameSource>()>> filmMakers; ///< films of a kind of their own
    QList<QSize> askedTargets;
    QHash<QByteArray, ui::ShowError> fullErrors; ///< of pictures whose full resolution cannot be had
    QHash<QByteArray, ui::ShowError> errors; ///< of pictures that cannot be had at all
    int triesAgain = 0;
    void tryAgain() override { ++triesAgain; }
    ui::EvidenceLimits given;
    ui::EvidenceLimits limits() const override { return given; }
    int cancelled = 0;

    static ui::Picture fullPicture(const QImage &image)
    {
        ui::Picture picture{{image.convertToFormat(QImage::Format_RGB32)}, image.size(), false};
        while (picture.levels.last().width() > 256)
            picture.levels.append(picture.levels.last().scaled(picture.levels.last().size() / 2, Qt::IgnoreAspectRatio,
                                                               Qt::SmoothTransformation));
        return picture;
    }

    Ticket picture(const QByteArray &sha256, QSize target, QObject *context,
                   std::function<void(const ui::Shown<ui::Picture> &)> then) override
    {
        askedTargets.append(target);
        if (!pictures.contains(sha256))
            return answer<ui::Picture>(domain::Failure{ui::ShowError::Damaged}, context, then);
        if (errors.contains(sha256))
            return answer<ui::Picture>(domain::Failure{errors.value(sha256)}, context, then);
        if (target.isEmpty() && fullErrors.contains(sha256))
            return answer<ui::Picture>(domain::Failure{fullErrors.value(sha256)}, context, then);
        ui::Picture found = pictures.value(sha256);
        // As a scaled decode would: without the largest level unless it is asked for.
        if (!target.isEmpty() && found.levels.size() > 1 && found.levels[1].width() >= target.width())
            found.levels.removeFirst();
        return answer<ui::Picture>(found, context, then);
    }
    Ticket document(const QByteArray &sha256, QObject *context,
                    std::function<void(const ui::Shown<ui::DocumentInfo> &)> then) override
    {
        if (!documents.contains(sha256))
            return answer<ui::DocumentInfo>(domain::Failure{ui::ShowError::Refused}, context, then);
        return answer<ui::DocumentInfo>(ui::DocumentInfo{static_cast<int>(documents.value(sha256).size())}, context, then);
    }
    Ticket page(const QByteArray &sha256, int page, QObject *context,
                std::function<void(const ui::Shown<ui::Picture> &)> then) override
    {
        if (pageErrors.contains(page))
            return answer<ui::Picture>(domain::Failure{pageErrors.value(page)}, context, then);
        return answer<ui::Picture>(documents.value(sha256)[page - 1], context, then);
    }
    Ticket pageWords(const QByteArray &sha256, int first, int count, QObject *context,
                     std::function<void(const ui::Shown<QList<QList<ui::PageWord>>> &)> then) override
    {
        using Pages = QList<QList<ui::PageWord>>;
        wordsAsked.append({first, count});
        const Pages known = pageWordLists.value(sha256);
        Pages pages;
        for (int page = first; page < first + count; ++page) {
            if (const auto error = wordErrors.constFind(page); error != wordErrors.cend())
                return answer<Pages>(domain::Failure{*error}, context, then);
            pages.append(known.value(page - 1));
        }
        return answer<Pages>(pages, context, then);
    }
    QList<std::pair<int, int>> wordsAsked;     ///< first page and how many
    QHash<int, ui::ShowError> wordErrors;      ///< of pages whose words cannot be had, nor those of what is asked for with them
    QHash<int, ui::ShowError> pageErrors;      ///< of pages whose picture cannot be had
    Ticket bytes(const QByteArray &sha256, qint64, QObject *context,
                 std::function<void(const ui::Shown<QByteArray> &)> then) override
    {
        if (!texts.contains(sha256))
            return answer<QByteArray>(domain::Failure{ui::ShowError::Missing}, context, then);
        return answer<QByteArray>(texts.value(sha256), context, then);
    }
    /// The logs of @p chats, else what texts hold: a list of messages, or lines that nobody understands.
    Ticket chatLog(const QByteArray &sha256, const domain::ChatReading &reading, const QList<domain::ChatMessage> &platform, bool masked, QObject *context,
                   std::function<void(const ui::Shown<ui::ReadChat> &)> then) override
    {
        maskedAsked = masked;
        readingAsked = reading;
        if (!chats.contains(sha256) && !texts.contains(sha256))
            return answer<ui::ReadChat>(domain::Failure{ui::ShowError::Missing}, context, then);
        ui::ReadChat read;
        const bool isMapped = !reading.isEmpty() && mapped.contains(sha256);
        read.log = std::make_shared<const domain::ChatLog>(isMapped ? mapped.value(sha256) : chats.contains(sha256) ? chats.value(sha256) : logOf(texts.value(sha256)));
        read.search = std::make_shared<const domain::ChatSearch>(read.log);
        if (!platform.isEmpty())
            read.differences = std::make_shared<const domain::ChatDifferences>(domain::compareChats(*read.log, platform));
        read.dated = domain::datedMessages(*read.log, read.differences.get(), platform);
        if (read.differences)
            read.words = domain::loggedWords(*read.differences, platform);
        ++chatsRead;
        return answer<ui::ReadChat>(read, context, then);
    }
    int chatsRead = 0;
    QHash<QByteArray, domain::ChatLog> chats;
    QHash<QByteArray, domain::ChatLog> mapped; ///< what is answered instead when the columns are said
    domain::ChatReading readingAsked;
    bool maskedAsked = false;
    static domain::ChatLog logOf(const QByteArray &text)
    {
        if (const QJsonDocument document = QJsonDocument::fromJson(text); document.isArray()) {
            QList<domain::ChatMessage> messages;
            const QJsonArray list = document.array();
            for (const QJsonValue &value : list) {
                domain::ChatMessage message;
                message.id = value[QStringLiteral("id")].toString();
                message.at = domain::UtcMs::fromRfc3339(value[QStringLiteral("at")].toString()).value_or(domain::UtcMs());
                message.from = domain::fromCode<domain::Party>(value[QStringLiteral("from")].toString()).value_or(domain::Party::Platform);
                message.text = value[QStringLiteral("text")].toString();
                messages.append(message);
            }
            domain::ChatLog log = domain::chatLogOf(messages);
            log.format = QStringLiteral("own");
            return log;
        }
        domain::ChatLog log;
        log.format = QStringLiteral("text");
        log.words = QString::fromUtf8(text);
        quint32 line = 0, from = 0;
        for (const QString &one : log.words.split(u'\n')) {
            domain::LoggedMessage message;
            message.line = ++line;
            message.kind = domain::LoggedKind::Unknown;
            message.text = {from, static_cast<quint32>(one.size())};
            from += static_cast<quint32>(one.size()) + 1;
            if (!one.isEmpty())
                log.messages.push_back(message);
        }
        return log;
    }
    void cancel(Ticket ticket) override
    {
        cancelledTickets.append(ticket);
        if (m_open.remove(ticket))
            ++cancelled;
    }
    QList<Ticket> cancelledTickets;
    std::unique_ptr<ui::FrameSource> film(const QByteArray &sha256) override
    {
        if (madeFilm)
            return madeFilm();
        if (const auto maker = filmMakers.value(sha256))
            return maker();
        const auto timed = filmTimes.constFind(sha256);
        return timed != filmTimes.cend() ? std::make_unique<FakeFilm>(*timed) : std::make_unique<FakeFilm>(films.value(sha256));
    }
    Ticket filmHints(const QByteArray &sha256, QObject *context, std::function<void(int)> progress,
                     std::function<void(const ui::Shown<QList<domain::FilmHint>> &)> then) override
    {
        if (!hints.contains(sha256))
            return 0;
        searched.append(sha256);
        QMetaObject::invokeMethod(context, [progress] { progress(420); }, Qt::QueuedConnection);
        return heldBack ? ++m_last : answer<QList<domain::FilmHint>>(hints.value(sha256), context, then);
    }
    Ticket codes(const QByteArray &sha256, QObject *context, std::function<void(const ui::Shown<QList<domain::FoundCode>> &)> then) override
    {
        return foundCodes.contains(sha256) ? answer<QList<domain::FoundCode>>(foundCodes.value(sha256), context, then) : 0;
    }
    Ticket machineReading(const QByteArray &sha256, QObject *context, std::function<void(const ui::Shown<domain::MachineReading> &)> then) override
    {
        if (readerMissing)
            return answer<domain::MachineReading>(domain::Failure{ui::ShowError::NoTool}, context, then);
        return readings.contains(sha256) ? answer<domain::MachineReading>(readings.value(sha256), context, then) : 0;
    }
    QHash<QByteArray, domain::MachineReading> readings; ///< pictures without are not read
    bool readerMissing = false;
    QHash<QByteArray, QList<domain::FilmHint>> hints;      ///< films without are not searched
    QHash<QByteArray, QList<domain::FoundCode>> foundCodes;
    QList<QByteArray> searched; ///< films whose search was begun, as often as it was
    bool heldBack = false; ///< searches for hints go on for ever
    void prefetch(const QList<QByteArray> &digests, QSize target) override
    {
        prefetched = digests;
        prefetchTarget = target;
    }
    QSize prefetchTarget; ///< of the last wish
    QList<QByteArray> prefetched; ///< the last wish
    bool stalls = false; ///< what is asked for from now on is answered by goOn(), in its order
    /// What was asked for until now, and no further.
    void goOneFurther()
    {
        for (const std::function<void()> &late : std::exchange(m_late, {}))
            late();
    }
    void goOn()
    {
        stalls = false;
        for (const std::function<void()> &late : std::exchange(m_late, {}))
            late();
    }

private:
    template<typename T>
    Ticket answer(const ui::Shown<T> &result, QObject *context, const std::function<void(const ui::Shown<T> &)> &then)
    {
        const Ticket ticket = ++m_last;
        m_open.insert(ticket);
        const QPointer<QObject> listener(context);
        const auto give = [this, ticket, listener, result, then] {
            if (m_open.remove(ticket) && listener)
                then(result);
        };
        if (stalls)
            m_late.append(give);
        else
            QMetaObject::invokeMethod(this, give, Qt::QueuedConnection);
        return ticket;
    }

    Ticket m_last = 0;
    QSet<Ticket> m_open;
    QList<std::function<void()>> m_late;
};

} // namespace arb::tests
