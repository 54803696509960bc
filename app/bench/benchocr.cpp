// SPDX-License-Identifier: GPL-3.0-or-later
// Words in made-up screenshots of chats, through the locked-in helper: how many characters are right, and what a shot costs.
#include "bench.h"
#include "benchdesk.h"
#include "chatshots.h"

#include <domain/transcriptmatch.h>
#include <media/textreading.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>

#include <algorithm>
#include <array>

namespace arb::app {

namespace {

struct ShotKind
{
    const char *name;
    ShotStyle style;
    double least; ///< percent of characters
};

constexpr int firstShot = 100; ///< others than those that are shipped

struct ShotTally
{
    qsizetype characters = 0, wrong = 0;
    double wallMs = 0;
    int shots = 0;
};

bool readShot(const media::TextReading &reader, const QString &path, const ChatShot &shot, ShotTally &tally)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    QElapsedTimer timer;
    timer.start();
    const auto reading = reader.read(QStringLiteral("bench"), file.handle());
    tally.wallMs += static_cast<double>(timer.nsecsElapsed()) / 1e6;
    if (!reading)
        return false;
    QString read;
    for (const domain::ReadBubble &bubble : reading->bubbles)
        read += bubble.text();
    const QString wanted = domain::comparableText(shot.texts.join(QString()));
    tally.characters += wanted.size();
    tally.wrong += std::min(wanted.size(), domain::editDistance(wanted, domain::comparableText(read)));
    ++tally.shots;
    return true;
}

} // namespace

QList<BenchLine> benchOcr(const BenchContext &context, QString *problem)
{
    const media::TextReading reader(media::TextReading::optionsNear(QCoreApplication::applicationDirPath()));
    const QTemporaryDir place;
    if (!reader.isThere() || !mayPaintChatShots() || !place.isValid()) {
        *problem = QStringLiteral("arbiter-read, tesseract-ocr-chi-sim or fonts-noto-cjk is missing");
        return {};
    }
    constexpr QSize half(540, 1170);
    const std::array kinds{ShotKind{"light, 42 px", {false, 42}, 98}, ShotKind{"light, 30 px", {false, 30}, 98}, ShotKind{"dark, 42 px", {true, 42}, 97},
                           ShotKind{"dark, 30 px", {true, 30}, 97}, ShotKind{"540 px wide, JPEG q50", {false, 42, half}, 0}};
    QList<BenchLine> lines;
    const int each = std::max(1, context.scale / static_cast<int>(kinds.size()));
    for (const ShotKind &kind : kinds) {
        ShotTally tally;
        const QString name = QString::fromLatin1(kind.name);
        const bool small = kind.style.size == half;
        for (int n = 0; n < each; ++n) {
            if (context.progress && !context.progress(QStringLiteral("%1: %2/%3").arg(name).arg(n + 1).arg(each)))
                return {};
            const ChatShot shot = paintChatShot(kind.style, firstShot + n);
            const QString path = place.filePath(small ? QStringLiteral("shot.jpg") : QStringLiteral("shot.png"));
            constexpr int poor = 50;
            if (!shot.image.save(path, small ? "JPEG" : "PNG", small ? poor : -1) || !readShot(reader, path, shot, tally)) {
                *problem = QStringLiteral("a screenshot could not be read");
                return {};
            }
        }
        const double share = 100.0 * static_cast<double>(tally.characters - tally.wrong) / static_cast<double>(std::max<qsizetype>(1, tally.characters));
        lines.append({QStringLiteral("%1: characters read right").arg(name), share, 0, QStringLiteral("%"), kind.least, false, true});
        lines.append({QStringLiteral("%1: a shot").arg(name), tally.wallMs / std::max(1, tally.shots), 0, QStringLiteral("ms"), 0, false, false});
    }
    return lines;
}

} // namespace arb::app
