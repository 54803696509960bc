// SPDX-License-Identifier: GPL-3.0-or-later
#include <media/document.h>

#include "helper/pool.h"

#include <decode/format.h>
#include <decode/limits.h>

#include <QtCore/QFileInfo>
#include <QtCore/QRegularExpression>
#include <QtCore/QStringList>

#include <cerrno>
#include <cmath>

#include <poll.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace arb::media {

namespace {

constexpr int toolDeadlineMs = 15'000;
constexpr qint64 outputCap = qint64{96} << 20; ///< the tool cannot write more: its limit on files
constexpr int cannotStart = 126;
constexpr int mostPageSizes = 200;
constexpr int askAfterMs = 50;

/// Waits for @p process and answers how it ended; ends it when nobody waits any more or its time is up.
Media<int> endOf(pid_t process, const Abandoned &abandoned)
{
    const FileHandle handle(static_cast<int>(::syscall(SYS_pidfd_open, process, 0)));
    const QDeadlineTimer deadline(toolDeadlineMs);
    for (;;) {
        int status = 0;
        const pid_t ended = ::waitpid(process, &status, WNOHANG);
        if (ended == process)
            return status;
        if (ended < 0 && errno != EINTR)
            return domain::Failure{MediaError::Damaged};
        const bool left = abandoned && abandoned();
        if (left || deadline.hasExpired()) {
            endProcess(process);
            return domain::Failure{left ? MediaError::Abandoned : MediaError::TimedOut};
        }
        pollfd look{handle.fd(), POLLIN, 0};
        ::poll(&look, 1, askAfterMs);
    }
}

QByteArray textOf(const FileHandle &output)
{
    struct stat status = {};
    if (::fstat(output.fd(), &status) != 0 || status.st_size <= 0 || status.st_size >= outputCap)
        return {};
    QByteArray text(static_cast<qsizetype>(status.st_size), Qt::Uninitialized);
    qsizetype done = 0;
    while (done < text.size()) {
        const ssize_t got = ::pread(output.fd(), text.data() + done, static_cast<std::size_t>(text.size() - done), done);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            break;
        done += got;
    }
    text.truncate(done);
    return text;
}

/// Poppler's own words for a document that opens with a password only.
bool isLocked(const FileHandle &complaints)
{
    return textOf(complaints).contains("Incorrect password");
}

/// What the tool wrote, in memory that nobody writes to any more.
Media<FileHandle> runTool(const DecodeService &service, int fd, const QString &program, const QStringList &arguments, const Abandoned &abandoned = {})
{
    if (decode::sniff(fd) != decode::FileFormat::Pdf)
        return domain::Failure{MediaError::UnknownFormat};
    if (!QFileInfo(QStringLiteral("/usr/bin/") + program).isExecutable())
        return domain::Failure{MediaError::NoTool};
    HelperPool &helpers = service.helpers();
    const Protection rung = helpers.protection();
    if (rung == Protection::Nothing)
        return domain::Failure{helpers.isClosed() ? MediaError::Abandoned : MediaError::NoHelper};
    const FileHandle input = reopened(fd); // a child must not share a read position
    const FileHandle output(::memfd_create("page", MFD_CLOEXEC));
    const FileHandle complaints(::memfd_create("complaints", MFD_CLOEXEC));
    if (!input.isOpen() || !output.isOpen() || !complaints.isOpen())
        return domain::Failure{MediaError::Unreadable};
    const QStringList command = helperCommand(helpers.options().program, QStringLiteral("--tool"), QStringList{program} + arguments, rung, true);
    const pid_t process = startProcess(command, {input.fd(), output.fd(), complaints.fd()});
    if (process < 0)
        return domain::Failure{MediaError::NoHelper};
    const Media<int> status = endOf(process, helpers.orClosed(abandoned));
    if (!status)
        return domain::Failure{status.error()};
    struct stat written = {};
    if (::fstat(output.fd(), &written) != 0 || written.st_size >= outputCap)
        return domain::Failure{MediaError::NoMemory};
    if (WIFEXITED(*status) && WEXITSTATUS(*status) == cannotStart)
        return domain::Failure{MediaError::NoTool};
    if (!WIFEXITED(*status) || WEXITSTATUS(*status) != 0)
        return domain::Failure{isLocked(complaints) ? MediaError::Refused : MediaError::Damaged};
    return reopened(output.fd());
}

/// Width and height in points of the page that pdfinfo was asked for.
bool pageFits(const QByteArray &info, qint64 maxPixels)
{
    static const QRegularExpression size(QStringLiteral("size:\\s+([0-9.]+) x ([0-9.]+) pts"));
    const QRegularExpressionMatch match = size.match(QString::fromLatin1(info));
    if (!match.hasMatch())
        return false;
    const double scale = documentDpi / 72.0;
    const auto width = static_cast<qint64>(match.captured(1).toDouble() * scale), height = static_cast<qint64>(match.captured(2).toDouble() * scale);
    return decode::limits::fits(width, height) && width * height <= maxPixels;
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

QStringList pagesFrom(int first, int count)
{
    return {QStringLiteral("-f"), QString::number(first), QStringLiteral("-l"), QString::number(qint64{first} + count - 1)};
}

QStringList onePage(int page)
{
    return pagesFrom(page, 1);
}

} // namespace

Media<MediaDocument> readDocument(const DecodeService &service, int fd)
{
    // Asked for a range, pdfinfo tells each page's size; a document of thousands of pages is told in part.
    const Media<FileHandle> told = runTool(service, fd, QStringLiteral("pdfinfo"), {QStringLiteral("-f"), QStringLiteral("1"), QStringLiteral("-l"),
                                                                                  QString::number(mostPageSizes), QStringLiteral("-")});
    if (!told)
        return domain::Failure{told.error()};
    const QString info = QString::fromUtf8(textOf(*told));
    static const QRegularExpression pages(QStringLiteral("^Pages:\\s+([0-9]+)$"), QRegularExpression::MultilineOption);
    const int count = pages.match(info).captured(1).toInt();
    if (count < 1)
        return domain::Failure{MediaError::Damaged};
    return MediaDocument{count, pageSizes(info)};
}

Media<MediaPicture> readPage(const DecodeService &service, const QString &origin, int fd, int page, const Abandoned &abandoned)
{
    const Media<FileHandle> info = runTool(service, fd, QStringLiteral("pdfinfo"), onePage(page) + QStringList{QStringLiteral("-")}, abandoned);
    if (!info)
        return domain::Failure{info.error()};
    if (!pageFits(textOf(*info), service.limits().maxPixels))
        return domain::Failure{MediaError::TooLarge};
    const QStringList arguments = QStringList{QStringLiteral("-png"), QStringLiteral("-singlefile"), QStringLiteral("-r"),
                                              QString::number(documentDpi)}
        + onePage(page) + QStringList{QStringLiteral("-"), QStringLiteral("-")};
    const Media<FileHandle> png = runTool(service, fd, QStringLiteral("pdftocairo"), arguments, abandoned);
    if (!png)
        return domain::Failure{png.error()};
    return readPicture(service, origin, png->fd(), {}, abandoned);
}

Media<QList<QList<MediaWord>>> readPageWords(const DecodeService &service, int fd, int first, int count)
{
    const Media<FileHandle> boxes = runTool(service, fd, QStringLiteral("pdftotext"),
                                            pagesFrom(first, count)
                                                + QStringList{QStringLiteral("-bbox"), QStringLiteral("-enc"), QStringLiteral("UTF-8"), QStringLiteral("-"), QStringLiteral("-")});
    if (!boxes)
        return domain::Failure{boxes.error()};
    return wordsOfPages(textOf(*boxes), count);
}

} // namespace arb::media
