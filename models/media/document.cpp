// SPDX-License-Identifier: GPL-3.0-or-later
#include <media/document.h>

#include "frombitmap.h"

#include <decode/format.h>
#include <decode/limits.h>
#include <decode/picture.h>

#include <QtCore/QElapsedTimer>
#include <QtCore/QProcess>
#include <QtCore/QRegularExpression>
#include <QtCore/QStandardPaths>
#include <QtCore/QStringList>

#include <cmath>
#include <csignal>
#include <cstdio>

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace arb::media {

namespace {

constexpr int toolDeadlineMs = 15'000;
constexpr qint64 outputCap = qint64{96} << 20;
constexpr rlim_t toolMemory = rlim_t{1} << 30;
constexpr int mostPageSizes = 200;

/// Runs in the child between fork and exec: system calls only.
void confineTool(int input)
{
    const auto limit = [](__rlimit_resource resource, rlim_t value) {
        const rlimit both{value, value};
        ::setrlimit(resource, &both);
    };
    ::dup2(input, STDIN_FILENO);
    limit(RLIMIT_AS, toolMemory);
    limit(RLIMIT_CPU, toolDeadlineMs / 1000);
    limit(RLIMIT_FSIZE, 0);
    limit(RLIMIT_NOFILE, 64);
    limit(RLIMIT_CORE, 0);
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    ::prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
}

/// A second, independent opening of the same file: children must not share a read position.
int reopened(int fd)
{
    char path[40];
    std::snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
    return ::open(path, O_RDONLY | O_CLOEXEC);
}

Media<QByteArray> runTool(int fd, const QString &program, const QStringList &arguments)
{
    if (decode::sniff(fd) != decode::FileFormat::Pdf)
        return domain::Failure{MediaError::UnknownFormat};
    const QString executable = QStandardPaths::findExecutable(program, {QStringLiteral("/usr/bin")});
    if (executable.isEmpty())
        return domain::Failure{MediaError::NoTool};
    const int input = reopened(fd);
    if (input < 0)
        return domain::Failure{MediaError::Unreadable};
    QProcess tool;
    tool.setProcessEnvironment([] {
        QProcessEnvironment bare;
        bare.insert(QStringLiteral("PATH"), QStringLiteral("/usr/bin"));
        bare.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
        return bare;
    }());
    tool.setWorkingDirectory(QStringLiteral("/"));
    tool.setStandardErrorFile(QProcess::nullDevice());
    tool.setChildProcessModifier([input] { confineTool(input); });
    tool.start(executable, arguments, QIODevice::ReadOnly);
    QByteArray output;
    QElapsedTimer time;
    time.start();
    while (tool.state() != QProcess::NotRunning && time.elapsed() < toolDeadlineMs && output.size() <= outputCap) {
        tool.waitForReadyRead(200);
        output += tool.readAllStandardOutput();
    }
    output += tool.readAllStandardOutput();
    ::close(input);
    if (tool.state() != QProcess::NotRunning) {
        tool.kill();
        tool.waitForFinished(1000);
        return domain::Failure{output.size() > outputCap ? MediaError::TooLarge : MediaError::TimedOut};
    }
    if (tool.exitStatus() != QProcess::NormalExit || tool.exitCode() != 0)
        return domain::Failure{MediaError::Damaged};
    return output;
}

/// Width and height in points of the page that pdfinfo was asked for.
bool pageFits(const QByteArray &info)
{
    static const QRegularExpression size(QStringLiteral("size:\\s+([0-9.]+) x ([0-9.]+) pts"));
    const QRegularExpressionMatch match = size.match(QString::fromLatin1(info));
    if (!match.hasMatch())
        return false;
    const double scale = documentDpi / 72.0;
    return decode::limits::fits(static_cast<qint64>(match.captured(1).toDouble() * scale),
                                static_cast<qint64>(match.captured(2).toDouble() * scale));
}

/// Of every page that pdfinfo told, as it is painted: upright, in pixels at documentDpi.
QList<QSize> pageSizes(const QString &info)
{
    static const QRegularExpression line(QStringLiteral("^Page +([0-9]+) (?:size: +([0-9.]+) x ([0-9.]+) pts|rot: +([0-9]+))"),
                                         QRegularExpression::MultilineOption);
    QList<QSize> sizes;
    for (auto found = line.globalMatch(info); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        if (!match.captured(4).isEmpty()) {
            if (!sizes.isEmpty() && match.captured(4).toInt() % 180 != 0)
                sizes.last().transpose();
            continue;
        }
        if (match.captured(1).toInt() != sizes.size() + 1)
            break;
        const double scale = documentDpi / 72.0;
        sizes.append(QSize(static_cast<int>(std::ceil(match.captured(2).toDouble() * scale)), static_cast<int>(std::ceil(match.captured(3).toDouble() * scale))));
    }
    return sizes;
}

QStringList onePage(int page)
{
    return {QStringLiteral("-f"), QString::number(page), QStringLiteral("-l"), QString::number(page)};
}

} // namespace

Media<MediaDocument> readDocument(int fd)
{
    // Asked for a range, pdfinfo tells each page's size; a document of thousands of pages is told in part.
    const Media<QByteArray> info = runTool(fd, QStringLiteral("pdfinfo"), {QStringLiteral("-f"), QStringLiteral("1"), QStringLiteral("-l"),
                                                                         QString::number(mostPageSizes), QStringLiteral("-")});
    if (!info)
        return domain::Failure{info.error()};
    static const QRegularExpression pages(QStringLiteral("^Pages:\\s+([0-9]+)$"), QRegularExpression::MultilineOption);
    const QRegularExpressionMatch match = pages.match(QString::fromUtf8(*info));
    const int count = match.captured(1).toInt();
    if (count < 1)
        return domain::Failure{MediaError::Damaged};
    return MediaDocument{count, pageSizes(QString::fromUtf8(*info))};
}

Media<MediaPicture> readPage(int fd, int page)
{
    const Media<QByteArray> info = runTool(fd, QStringLiteral("pdfinfo"), onePage(page) + QStringList{QStringLiteral("-")});
    if (!info)
        return domain::Failure{info.error()};
    if (!pageFits(*info))
        return domain::Failure{MediaError::TooLarge};
    const QStringList arguments = QStringList{QStringLiteral("-png"), QStringLiteral("-singlefile"), QStringLiteral("-r"),
                                              QString::number(documentDpi)}
        + onePage(page) + QStringList{QStringLiteral("-"), QStringLiteral("-")};
    const Media<QByteArray> png = runTool(fd, QStringLiteral("pdftocairo"), arguments);
    if (!png)
        return domain::Failure{png.error()};
    decode::Outcome<decode::DecodedPicture> decoded = decode::decodePicture(std::as_bytes(std::span(*png)), 0, 0);
    if (!decoded)
        return domain::Failure{errorFrom(decoded.error())};
    MediaPicture picture;
    picture.fullSize = QSize(decoded->fullWidth, decoded->fullHeight);
    picture.levels = mipLevels(imageFrom(std::move(decoded->bitmap)));
    return picture;
}

Media<QList<MediaWord>> readPageWords(int fd, int page)
{
    const Media<QByteArray> boxes = runTool(fd, QStringLiteral("pdftotext"),
                                            onePage(page) + QStringList{QStringLiteral("-bbox"), QStringLiteral("-enc"), QStringLiteral("UTF-8"), QStringLiteral("-"), QStringLiteral("-")});
    if (!boxes)
        return domain::Failure{boxes.error()};
    return wordsOfBoxes(*boxes);
}

} // namespace arb::media
