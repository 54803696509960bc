// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures from the file to the screen: through the helper against bare libjpeg-turbo, and what the window does with them.
#include "benchdesk.h"
#include "benchdemo.h"

#include <media/decodeservice.h>
#include <media/picture.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtGui/QImage>

#include <random>

#include <fcntl.h>
#include <unistd.h>

namespace arb::app {

namespace {

constexpr QSize screenful(1440, 1080);
constexpr int rounds = 9;

struct Sample
{
    const char *name;
    QSize size;
    double firstPixelsMs; ///< what the project asks for
};
constexpr Sample samples[] = {{"12 MP", {4000, 3000}, 100}, {"48 MP", {8000, 6000}, 200}, {"100 MP", {11'500, 8690}, 300}};

/// A smooth ground with noise on it compresses about as a photograph does.
bool makePhoto(const QString &path, QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    std::minstd_rand random(1);
    for (int y = 0; y < size.height(); ++y) {
        auto *row = reinterpret_cast<quint32 *>(image.scanLine(y));
        const auto down = static_cast<quint32>(y * 200 / size.height());
        for (int x = 0; x < size.width(); ++x) {
            const auto noise = static_cast<quint32>(random() >> 27);
            const auto across = static_cast<quint32>(x * 200 / size.width());
            row[x] = 0xFF000000U | ((across + noise) << 16) | ((down + noise) << 8) | (((across ^ down) & 0x7FU) + noise);
        }
    }
    return image.save(path, "JPG", 88);
}

/// What arbiter-decode says of itself with --time, one after the other in a process of its own.
QList<double> timesOf(const QString &program, const QString &path, bool bare, QSize target)
{
    QProcess child;
    child.start(program, {QStringLiteral("--time"), bare ? QStringLiteral("bare") : QStringLiteral("own"), QString::number(target.width()),
                          QString::number(target.height()), QString::number(rounds), path});
    child.waitForFinished(120'000);
    QList<double> times;
    for (const QByteArray &line : child.readAllStandardOutput().split('\n')) {
        if (!line.isEmpty())
            times.append(line.toDouble());
    }
    return child.exitStatus() == QProcess::NormalExit && child.exitCode() == 0 ? times : QList<double>();
}

QList<double> timesThroughHelper(const media::DecodeService &service, const QString &path, QSize target, QList<double> *levels)
{
    QList<double> times;
    const int fd = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    for (int round = 0; fd >= 0 && round < rounds + 1; ++round) { // the first starts the helper and does not count
        QElapsedTimer timer;
        timer.start();
        const auto picture = media::readPicture(service, QStringLiteral("bench"), fd, target);
        const double took = static_cast<double>(timer.nsecsElapsed()) / 1e6;
        if (!picture)
            return {};
        if (round == 0)
            continue;
        times.append(took);
        timer.start();
        media::mipLevels(picture->levels.constFirst());
        levels->append(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    ::close(fd);
    return times;
}

bool measure(const Sample &sample, const QString &path, const media::DecodeService &service, const QString &program, QList<BenchLine> *lines)
{
    for (const QSize target : {screenful, QSize(0, 0)}) {
        const bool first = !target.isEmpty();
        const QList<double> bare = timesOf(program, path, true, target), own = timesOf(program, path, false, target);
        QList<double> levels;
        const QList<double> ours = timesThroughHelper(service, path, target, &levels);
        if (bare.isEmpty() || own.isEmpty() || ours.isEmpty())
            return false;
        const QString name = QString::fromLatin1(sample.name);
        const QString what = first ? BenchWords::tr("%1 JPEG, first pixels (%2 × %3)").arg(name).arg(target.width()).arg(target.height())
                                   : BenchWords::tr("%1 JPEG, full resolution").arg(name);
        lines->append({what, median(ours), median(bare), QStringLiteral("ms"), 1.5, true});
        if (first)
            lines->append({BenchWords::tr("%1: the same, until it can be painted").arg(what), median(ours), 0, QStringLiteral("ms"), sample.firstPixelsMs});
        // The mip levels are made outside of the helper either way, so they do not count for either.
        lines->append({BenchWords::tr("%1: through the warm helper, beside the same decoder in one process").arg(what), median(ours) - median(levels), median(own),
                       QStringLiteral("ms"), 1.1, true});
    }
    return true;
}

} // namespace

QList<BenchLine> benchPictures(const BenchContext &context, QString *problem)
{
    const QTemporaryDir place;
    const QString program = media::DecodeService::programNear(QCoreApplication::applicationDirPath());
    media::DecodeService service({program});
    QList<BenchLine> lines;
    for (const Sample &sample : samples) {
        if (!context.progress(QString::fromLatin1(sample.name)))
            return {};
        const QString path = place.filePath(QString::fromLatin1(sample.name).section(u' ', 0, 0) + QStringLiteral(".jpg"));
        if (!makePhoto(path, sample.size) || !measure(sample, path, service, program, &lines)) {
            *problem = BenchWords::tr("the pictures could not be made or decoded");
            return {};
        }
    }
    const ChildRun window = runChild({QStringLiteral("bench"), QStringLiteral("--picture-window"), place.path()});
    const QList<QByteArray> figures = window.out.split('\n');
    if (window.ms < 0 || figures.size() < 3) {
        *problem = BenchWords::tr("the window could not be measured");
        return {};
    }
    lines.append({BenchWords::tr("two 48 MP pictures in step: painting both panes, CPU, 95th percentile"), figures.at(0).toDouble(), 0, QStringLiteral("ms"), 12});
    lines.append({BenchWords::tr("switching to a picture that was decoded ahead, 95th percentile"), figures.at(1).toDouble(), 0, QStringLiteral("ms"), 50});
    lines.append({BenchWords::tr("pictures kept in memory, at most"), figures.at(2).toDouble(), 0, QStringLiteral("MB"), figures.value(3).toDouble()});
    return lines;
}

} // namespace arb::app
