// SPDX-License-Identifier: GPL-3.0-or-later
// Importing an exported chat against reading and decoding the same file.
#include "benchdesk.h"
#include "benchdemo.h"

#include <intake/chatlog.h>

#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>
#include <QtCore/QStringDecoder>
#include <QtCore/QTemporaryDir>

#include <array>
#include <functional>
#include <memory>
#include <random>
#include <utility>

namespace arb::app {

namespace {

/// About @p size bytes of a WhatsApp export in two languages, some messages of several lines.
bool writeExport(const QString &path, qint64 size)
{
    static constexpr std::array<const char *, 7> phrases{"包裹已经签收了", "杯子碎了", "please send a picture", "退款什么时候到", "ok",
                                                         "We are sorry to hear that and will look into it", "第二行\n物流单号 SF1234567890"};
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    std::mt19937_64 random(1);
    QByteArray lines;
    qint64 written = 0, second = 0;
    while (written < size) {
        second += 1 + static_cast<qint64>(random() % 90);
        const qint64 day = second / 86'400;
        lines = QByteArray::number(day % 28 + 1) + '/' + QByteArray::number(day / 28 % 12 + 1) + "/26, " + QByteArray::number(second / 3600 % 24).rightJustified(2, '0') + ':'
            + QByteArray::number(second / 60 % 60).rightJustified(2, '0') + (random() % 2 == 0 ? " - 小雨: " : " - Glass Shop: ");
        for (std::size_t n = 1 + random() % 5; n > 0; --n)
            lines += QByteArray(phrases[random() % phrases.size()]) + ' ';
        lines += '\n';
        if (file.write(lines) != lines.size())
            return false;
        written += lines.size();
    }
    return file.flush();
}

double timed(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

QList<BenchLine> benchChatImport(const BenchContext &context, QString *problem)
{
    const QTemporaryDir place;
    const QString path = place.filePath(QStringLiteral("chat.txt"));
    if (!writeExport(path, qint64(context.scale) * 1'000'000)) {
        *problem = BenchWords::tr("the chat could not be written");
        return {};
    }
    QList<double> ours, bare, search;
    constexpr int rounds = 5; // the first warms the caches and does not count; then each goes first in turn
    for (int round = 0; round < rounds; ++round) {
        if (!context.progress(BenchWords::tr("chat %1/%2").arg(round + 1).arg(rounds)))
            return {};
        double decoding = 0, reading = 0, searching = 0;
        for (int turn = 0; turn < 2; ++turn) {
            if ((round + turn) % 2 == 0) {
                decoding = timed([&path] {
                    QStringDecoder utf8(QStringDecoder::Utf8);
                    const QString text = utf8(bytesOf(path));
                });
                continue;
            }
            domain::ChatLog log;
            reading = timed([&path, &log] { log = intake::readChat(bytesOf(path)); });
            if (log.messages.empty() || !log.notUnderstood.isEmpty())
                *problem = BenchWords::tr("the chat was not understood");
            const domain::ChatSearch folded(std::make_shared<const domain::ChatLog>(std::move(log)));
            searching = timed([&folded] { (void)folded.containing(QStringLiteral("no message has this")); });
        }
        if (!problem->isEmpty())
            return {};
        if (round > 0) {
            bare.append(decoding);
            ours.append(reading);
            search.append(searching);
        }
    }
    return {{QStringLiteral("importing %1 MB of chat").arg(context.scale), median(ours), median(bare), QStringLiteral("ms"), 2, true},
            {QStringLiteral("searching it"), median(search), 0, QStringLiteral("ms")}};
}

} // namespace arb::app
