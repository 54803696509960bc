// SPDX-License-Identifier: GPL-3.0-or-later
#include "bundlesource.h"
#include "pathrules.h"
#include "posixfile.h"

#include <QtCore/QFile>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace arb::intake {

using domain::Failure;

namespace {

constexpr int maxFolderDepth = 32;
constexpr qsizetype folderChunk = 256 * 1024;

QString errorWords()
{
    return QString::fromLocal8Bit(std::strerror(errno));
}

/// Opens @p name below @p root without following a link anywhere on the way.
Fd openBelow(int root, const QString &name)
{
    const QStringList parts = name.split(u'/');
    Fd folder;
    for (qsizetype n = 0; n + 1 < parts.size(); ++n)
        folder = Fd(::openat(n == 0 ? root : folder.get(), parts.at(n).toUtf8().constData(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    if (parts.size() > 1 && !folder.isOpen())
        return Fd();
    return Fd(::openat(parts.size() > 1 ? folder.get() : root, parts.constLast().toUtf8().constData(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
}

Taken feed(int fd, const QString &name, qint64 size, StopFlag stop, const Take &take)
{
    QByteArray chunk(folderChunk, Qt::Uninitialized);
    for (qint64 total = 0;;) {
        if (stop && *stop)
            return Failure{IntakeError{IntakeFault::Stopped, {}, {}}};
        const qint64 got = readSome(fd, chunk.data(), chunk.size());
        if (got < 0)
            return Failure{IntakeError{IntakeFault::Unreadable, name, errorWords()}};
        total += got;
        if (total > size || (got == 0 && total < size)) // it changes while we read
            return Failure{IntakeError{IntakeFault::SizeMismatch, name, QString::number(size)}};
        if (got == 0)
            return {};
        if (const Taken taken = take(QByteArrayView(chunk.constData(), got)); !taken)
            return taken;
    }
}

class FolderSource final : public BundleSource
{
public:
    FolderSource(const IntakeLimits &limits, StopFlag stop) : m_limits(limits), m_stop(stop) {}
    std::optional<IntakeError> open(const QString &path);
    Taken read(const QString &name, const Take &take) override;

private:
    std::optional<IntakeError> walk(int folder, const QByteArray &prefix, int depth);
    std::optional<IntakeError> look(int folder, const QByteArray &leaf, const QByteArray &name, int depth);

    IntakeLimits m_limits;
    StopFlag m_stop;
    Fd m_root;
    NameBook m_names;
    qint64 m_seen = 0;
};

std::optional<IntakeError> FolderSource::open(const QString &path)
{
    m_root = openFile(path, O_RDONLY | O_DIRECTORY);
    if (!m_root.isOpen())
        return IntakeError{IntakeFault::Unreadable, path, errorWords()};
    return walk(m_root.get(), {}, 0);
}

std::optional<IntakeError> FolderSource::walk(int folder, const QByteArray &prefix, int depth) // NOLINT(misc-no-recursion): bounded
{
    if (depth > maxFolderDepth)
        return IntakeError{IntakeFault::PathTooLong, shownName(prefix), QString::number(maxFolderDepth)};
    Fd own(::openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    DIR *stream = own.isOpen() ? ::fdopendir(own.get()) : nullptr;
    if (!stream)
        return IntakeError{IntakeFault::Unreadable, shownName(prefix), errorWords()};
    own.release();
    const std::unique_ptr<DIR, int (*)(DIR *)> closer(stream, ::closedir);
    QList<QByteArray> leaves;
    while (const dirent *entry = ::readdir(stream)) {
        const QByteArray leaf(entry->d_name);
        if (leaf == "." || leaf == "..")
            continue;
        if (++m_seen > m_limits.maxFiles * 4 + 64)
            return IntakeError{IntakeFault::TooManyFiles, {}, QString::number(m_limits.maxFiles)};
        leaves.append(leaf);
    }
    std::sort(leaves.begin(), leaves.end());
    for (const QByteArray &leaf : leaves) {
        if (auto fault = look(folder, leaf, prefix.isEmpty() ? leaf : QByteArray(prefix + '/' + leaf), depth))
            return fault;
    }
    return std::nullopt;
}

std::optional<IntakeError> FolderSource::look(int folder, const QByteArray &leaf, const QByteArray &name, int depth) // NOLINT(misc-no-recursion)
{
    if (auto fault = nameFault(QByteArrayView(name)))
        return fault;
    const QString shown = QString::fromUtf8(name);
    struct stat status = {};
    if (::fstatat(folder, leaf.constData(), &status, AT_SYMLINK_NOFOLLOW) != 0)
        return IntakeError{IntakeFault::Unreadable, shown, errorWords()};
    if (S_ISLNK(status.st_mode))
        return IntakeError{IntakeFault::Link, shown, {}};
    if (!S_ISDIR(status.st_mode) && !S_ISREG(status.st_mode))
        return IntakeError{IntakeFault::SpecialFile, shown, {}};
    if (auto fault = m_names.add(shown, S_ISDIR(status.st_mode)))
        return fault;
    if (S_ISREG(status.st_mode))
        return admit({shown, status.st_size}, m_limits);
    const Fd below(::openat(folder, leaf.constData(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    if (!below.isOpen())
        return IntakeError{IntakeFault::Unreadable, shown, errorWords()};
    return walk(below.get(), name, depth + 1);
}

Taken FolderSource::read(const QString &name, const Take &take)
{
    const Fd file = openBelow(m_root.get(), name);
    struct stat status = {};
    if (!file.isOpen() || ::fstat(file.get(), &status) != 0)
        return Failure{IntakeError{IntakeFault::Unreadable, name, errorWords()}};
    if (!S_ISREG(status.st_mode))
        return Failure{IntakeError{IntakeFault::SpecialFile, name, {}}};
    return feed(file.get(), name, sizeOf(name), m_stop, take);
}

} // namespace

OpenedSource openFolderSource(const QString &path, const IntakeLimits &limits, StopFlag stop)
{
    auto source = std::make_unique<FolderSource>(limits, stop);
    if (const auto fault = source->open(path))
        return Failure{*fault};
    return std::unique_ptr<BundleSource>(std::move(source));
}

struct LooseFolder::Folder
{
    Fd root;
};

LooseFolder::LooseFolder(const QString &path, const IntakeLimits &limits, StopFlag stop)
    : m_folder(std::make_unique<Folder>()), m_limits(limits), m_stop(stop)
{
    m_folder->root = openFile(path, O_RDONLY | O_DIRECTORY);
}

LooseFolder::~LooseFolder() = default;

Taken LooseFolder::read(const QString &name, const QString &namedBy, const Take &take) const
{
    const Fd file = openBelow(m_folder->root.get(), name);
    if (!file.isOpen()) {
        const bool link = errno == ELOOP || errno == ENOTDIR;
        const bool missing = errno == ENOENT;
        return Failure{IntakeError{link ? IntakeFault::Link : missing ? IntakeFault::FileMissing : IntakeFault::Unreadable, name,
                                   missing ? namedBy : QString()}};
    }
    struct stat status = {};
    if (::fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode))
        return Failure{IntakeError{IntakeFault::SpecialFile, name, {}}};
    if (status.st_size > m_limits.maxFileBytes)
        return Failure{IntakeError{IntakeFault::FileTooLarge, name, QString::number(m_limits.maxFileBytes)}};
    return feed(file.get(), name, status.st_size, m_stop, take);
}

} // namespace arb::intake
