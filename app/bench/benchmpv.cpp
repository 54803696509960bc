// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmpv.h"

#include <QtCore/QDeadlineTimer>
#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QProcess>
#include <QtCore/QStandardPaths>
#include <QtCore/QTemporaryDir>
#include <QtNetwork/QLocalSocket>

#include <optional>

namespace arb::app {

namespace {

constexpr int mpvPatienceMs = 20'000;

/// mpv with one film, paused, and the line to it. Ends with this object.
class MpvRemote
{
public:
    explicit MpvRemote(const QString &film)
    {
        const QString place = m_folder.filePath(QStringLiteral("mpv"));
        m_player.setStandardInputFile(QProcess::nullDevice());
        m_player.setStandardOutputFile(QProcess::nullDevice());
        m_player.setStandardErrorFile(QProcess::nullDevice());
        m_player.start(QStringLiteral("mpv"), {QStringLiteral("--no-config"), QStringLiteral("--vo=null"), QStringLiteral("--ao=null"), QStringLiteral("--no-terminal"),
                                               QStringLiteral("--load-scripts=no"), QStringLiteral("--ytdl=no"), QStringLiteral("--keep-open=yes"), QStringLiteral("--pause"),
                                               QStringLiteral("--input-ipc-server=%1").arg(place), film});
        // The socket comes a moment after the program; waiting for the program's end is waiting all the same.
        for (const QDeadlineTimer deadline(mpvPatienceMs); !deadline.hasExpired() && m_line.state() != QLocalSocket::ConnectedState;) {
            if (QFile::exists(place)) {
                m_line.connectToServer(place);
                m_line.waitForConnected(100);
            }
            if (m_line.state() != QLocalSocket::ConnectedState && m_player.waitForFinished(20))
                return;
        }
    }
    ~MpvRemote()
    {
        m_line.abort();
        m_player.kill();
        m_player.waitForFinished(mpvPatienceMs);
    }
    MpvRemote(const MpvRemote &) = delete;
    MpvRemote &operator=(const MpvRemote &) = delete;

    /// How long until the picture stands again; nothing when it does not.
    std::optional<double> time(const QJsonArray &command)
    {
        if (m_line.state() != QLocalSocket::ConnectedState)
            return std::nullopt;
        while (m_line.canReadLine() || m_line.waitForReadyRead(20)) // what it had to say before
            m_line.readLine();
        QElapsedTimer timer;
        timer.start();
        m_line.write(QJsonDocument(QJsonObject{{QStringLiteral("command"), command}}).toJson(QJsonDocument::Compact) + '\n');
        for (const QDeadlineTimer deadline(mpvPatienceMs); !deadline.hasExpired();) {
            if (!m_line.canReadLine() && !m_line.waitForReadyRead(static_cast<int>(deadline.remainingTime())))
                return std::nullopt;
            while (m_line.canReadLine()) {
                if (QJsonDocument::fromJson(m_line.readLine()).object().value(QLatin1StringView("event")) == QStringLiteral("playback-restart"))
                    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
            }
        }
        return std::nullopt;
    }

private:
    QTemporaryDir m_folder;
    QProcess m_player;
    QLocalSocket m_line;
};

} // namespace

MpvTimes timeMpv(const QString &film, const QList<double> &seconds, double backFrom, int framesBack)
{
    MpvTimes times;
    if (QStandardPaths::findExecutable(QStringLiteral("mpv")).isEmpty())
        return times;
    MpvRemote player(film);
    const auto seek = [&player](double second) { return player.time({QStringLiteral("seek"), second, QStringLiteral("absolute+exact")}); };
    if (!seek(0)) // it is open
        return times;
    for (const double second : seconds) {
        const std::optional<double> ms = seek(second);
        if (!ms)
            return times;
        times.seeks.append(*ms);
    }
    if (!seek(backFrom))
        return times;
    for (int step = 0; step < framesBack; ++step) {
        const std::optional<double> ms = player.time({QStringLiteral("frame-back-step")});
        if (!ms)
            return times;
        times.stepsBack.append(*ms);
    }
    return times;
}

} // namespace arb::app
