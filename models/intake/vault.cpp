// SPDX-License-Identifier: GPL-3.0-or-later
#include <intake/vault.h>

#include "vaultsession.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QMutexLocker>

#include <array>
#include <cerrno>
#include <cstdio>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

namespace arb::intake {

using domain::Failure;
using domain::Result;
using usecases::VaultError;

namespace {

constexpr qsizetype vaultChunk = 256 * 1024;
constexpr size_t fewFiles = 4; ///< up to here an fsync each is cheaper than one of the whole file system

QString markerFile(const QString &root)
{
    return root + QStringLiteral("/vault.json");
}

/// Digest of all bytes of @p fd from its start; nothing on a read error.
std::optional<QByteArray> digestOf(int fd)
{
    QCryptographicHash sum(QCryptographicHash::Sha256);
    QByteArray chunk(vaultChunk, Qt::Uninitialized);
    for (qint64 offset = 0;;) {
        const qint64 got = readSomeAt(fd, chunk.data(), chunk.size(), offset);
        if (got < 0)
            return std::nullopt;
        if (got == 0)
            return sum.result().toHex();
        sum.addData(QByteArrayView(chunk.constData(), got));
        offset += got;
    }
}

/// The marker says whose vault this is; a new, empty folder gets one.
Result<void, VaultError> checkMarker(const QString &root, qint64 databaseId)
{
    const QString id = QString::number(databaseId);
    QFile file(markerFile(root));
    if (file.exists()) {
        if (!file.open(QIODevice::ReadOnly))
            return Failure{VaultError::Broken};
        const QJsonObject marker = QJsonDocument::fromJson(file.read(4096)).object();
        if (marker.value(QStringLiteral("databaseId")).toString() != id || marker.value(QStringLiteral("format")).toInt() != 1)
            return Failure{VaultError::WrongDatabase};
        return {};
    }
    // A folder with other things in it is not ours to fill; a lock or a half-written marker is a start cut short.
    const QStringList ours{QStringLiteral("lock"), QStringLiteral("incoming"), QStringLiteral("vault.json.new")};
    for (const QString &name : QDir(root).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot)) {
        if (!ours.contains(name))
            return Failure{VaultError::WrongDatabase};
    }
    const QJsonObject marker{{QStringLiteral("format"), 1}, {QStringLiteral("databaseId"), id}};
    return writeWhole(markerFile(root), QJsonDocument(marker).toJson(QJsonDocument::Compact) + '\n');
}

} // namespace

// --- StagedFile ----------------------------------------------------------------------------------------------------

StagedFile::StagedFile(int fd, QString path)
    : m_fd(fd), m_path(std::move(path)), m_sum(std::make_unique<QCryptographicHash>(QCryptographicHash::Sha256))
{
}

StagedFile::StagedFile(StagedFile &&other) noexcept
    : m_fd(std::exchange(other.m_fd, -1)), m_path(std::exchange(other.m_path, {})), m_size(other.m_size), m_sum(std::move(other.m_sum))
{
}

StagedFile &StagedFile::operator=(StagedFile &&other) noexcept
{
    if (this != &other) {
        drop();
        m_fd = std::exchange(other.m_fd, -1);
        m_path = std::exchange(other.m_path, {});
        m_size = other.m_size;
        m_sum = std::move(other.m_sum);
    }
    return *this;
}

StagedFile::~StagedFile()
{
    drop();
}

void StagedFile::close()
{
    if (m_fd >= 0)
        ::close(std::exchange(m_fd, -1));
}

void StagedFile::drop()
{
    close();
    if (!m_path.isEmpty())
        QFile::remove(m_path);
    m_path.clear();
}

Result<void, VaultError> StagedFile::write(QByteArrayView bytes)
{
    if (!writeAll(m_fd, bytes))
        return Failure{writeErrorOf(errno)};
    m_sum->addData(bytes);
    m_size += bytes.size();
    return {};
}

QByteArray StagedFile::sha256() const
{
    return m_sum->result().toHex();
}

// --- Vault ---------------------------------------------------------------------------------------------------------

Vault::Vault(QString root, IsReferenced isReferenced) : m_root(std::move(root)), m_isReferenced(std::move(isReferenced)) {}

Vault::~Vault() = default;

Result<std::unique_ptr<Vault>, VaultError> Vault::open(const QString &root, qint64 databaseId, IsReferenced isReferenced,
                                                       bool mayBeNew)
{
    const QString absolute = QDir::cleanPath(QDir(root).absolutePath());
    if (!mayBeNew && !QFileInfo::exists(markerFile(absolute)))
        return Failure{VaultError::Strange};
    if (!QFileInfo::exists(absolute)) {
        if (!QDir().mkpath(absolute))
            return Failure{writeErrorOf(errno)};
        QFile::setPermissions(absolute, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    if (!QFileInfo(absolute).isDir())
        return Failure{VaultError::Broken};
    std::unique_ptr<Vault> vault(new Vault(absolute, std::move(isReferenced)));
    const VaultLock lock(absolute);
    if (const auto marked = checkMarker(absolute, databaseId); !marked)
        return Failure{marked.error()};
    if (!lock.isHeld())
        return vault; // to be read only
    VaultSession::survey(absolute, {}, [&](const QString &folder, const QList<QByteArray> &digests) {
        for (const QByteArray &digest : digests) {
            if (!vault->m_isReferenced(digest))
                QFile::remove(vault->pathOf(digest));
        }
        // The journal goes last: a crash in between leaves work that can be done again.
        QDir dead(folder);
        for (const QString &name : dead.entryList(QDir::Files | QDir::Hidden | QDir::System)) {
            if (name != u"journal" && name != u"lock")
                dead.remove(name);
        }
        dead.removeRecursively();
    });
    return vault;
}

QString Vault::pathOf(const QByteArray &sha256) const
{
    return m_root + u'/' + QString::fromLatin1(sha256.first(2)) + u'/' + QString::fromLatin1(sha256);
}

bool Vault::contains(const QByteArray &sha256)
{
    return isDigest(sha256) && QFileInfo(pathOf(sha256)).isFile();
}

Result<int, VaultError> Vault::open(const QByteArray &sha256)
{
    if (!isDigest(sha256))
        return Failure{VaultError::Missing};
    Fd file = openFile(pathOf(sha256), O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    if (!file.isOpen())
        return Failure{errno == ENOENT ? VaultError::Missing : VaultError::Broken};
    struct stat status = {};
    if (::fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode))
        return Failure{VaultError::Damaged};
    const auto digest = digestOf(file.get());
    if (!digest)
        return Failure{VaultError::Broken};
    if (*digest != sha256)
        return Failure{VaultError::Damaged};
    return file.release();
}

Result<QByteArray, VaultError> Vault::read(const QByteArray &sha256)
{
    const auto opened = open(sha256);
    if (!opened)
        return Failure{opened.error()};
    const Fd file(*opened);
    QByteArray bytes;
    QByteArray chunk(vaultChunk, Qt::Uninitialized);
    qint64 got = 0;
    while ((got = readSome(file.get(), chunk.data(), chunk.size())) > 0)
        bytes.append(chunk.constData(), got);
    if (got < 0)
        return Failure{VaultError::Broken};
    return bytes;
}

void Vault::eachObject(const std::function<bool(const QByteArray &, bool)> &visit) const
{
    const QDir root(m_root);
    for (const QString &prefix : root.entryList({QStringLiteral("??")}, QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        const QDir folder(root.filePath(prefix));
        for (const QString &name : folder.entryList(QDir::Files | QDir::Hidden | QDir::System, QDir::Name)) {
            const QByteArray digest = name.toLatin1();
            const Fd file = openFile(folder.filePath(name), O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
            if (!visit(digest, file.isOpen() && digestOf(file.get()) == digest))
                return;
        }
    }
}

Result<VaultSession *, VaultError> Vault::session()
{
    const QMutexLocker guard(&m_starting);
    if (!m_session) {
        auto begun = VaultSession::begin(m_root);
        if (!begun)
            return Failure{begun.error()};
        m_session = std::move(begun).value();
    }
    return m_session.get();
}

Result<StagedFile, VaultError> Vault::stage()
{
    const auto own = session();
    if (!own)
        return Failure{own.error()};
    return stageIn(**own);
}

Result<StagedFile, VaultError> Vault::stageIn(VaultSession &session)
{
    const QString path = session.newFile();
    Fd file = openFile(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW, 0400);
    if (!file.isOpen())
        return Failure{writeErrorOf(errno)};
    return StagedFile(file.release(), path);
}

Result<void, VaultError> Vault::publish(std::span<StagedFile *const> files)
{
    const auto own = session();
    if (!own)
        return Failure{own.error()};
    QList<QByteArray> digests;
    for (const StagedFile *file : files)
        digests.append(file->sha256());
    QSet<QString> folders;
    {
        const VaultLock lock(m_root);
        if (!lock.isHeld())
            return Failure{writeErrorOf(errno)};
        if (const auto noted = (*own)->note(digests); !noted)
            return Failure{noted.error()};
        for (qsizetype n = 0; n < digests.size(); ++n) {
            StagedFile &file = *files[static_cast<size_t>(n)];
            const QString target = pathOf(digests.at(n));
            const QString folder = QFileInfo(target).path();
            if (!QFileInfo::exists(folder) && !QDir().mkpath(folder))
                return Failure{writeErrorOf(errno)};
            if (files.size() <= fewFiles) {
                const Fd bytes = openFile(file.m_path, O_RDONLY);
                if (!bytes.isOpen() || ::fsync(bytes.get()) != 0)
                    return Failure{writeErrorOf(errno)};
            }
            // Renames over a file that is there already: the same bytes, or the mending of damaged ones.
            if (std::rename(QFile::encodeName(file.m_path).constData(), QFile::encodeName(target).constData()) != 0)
                return Failure{writeErrorOf(errno)};
            file.m_path.clear();
            folders.insert(folder);
        }
    }
    if (files.size() > fewFiles) {
        const Fd root = openFile(m_root, O_RDONLY | O_DIRECTORY);
        if (!root.isOpen() || ::syncfs(root.get()) != 0)
            return Failure{VaultError::Broken};
        return {};
    }
    folders.insert(m_root);
    for (const QString &folder : folders) {
        if (!syncFolder(folder))
            return Failure{VaultError::Broken};
    }
    return {};
}

void Vault::settle(const QList<QByteArray> &digests)
{
    if (m_session)
        m_session->forget(digests);
}

void Vault::withdraw(const QList<QByteArray> &digests)
{
    if (!m_session || digests.isEmpty())
        return;
    const VaultLock lock(m_root);
    if (!lock.isHeld())
        return; // the journal still names them, so the next opening looks again
    const QSet<QByteArray> living = VaultSession::survey(m_root, m_session->folder(), {});
    QList<QByteArray> done;
    for (const QByteArray &digest : digests) {
        const bool waited = m_session->waitsOften(digest, digests.count(digest));
        if (!waited && !living.contains(digest) && !m_isReferenced(digest))
            QFile::remove(pathOf(digest));
        done.append(digest);
    }
    m_session->forget(done);
}

Result<void, VaultError> Vault::putFile(const QString &path, const QByteArray &sha256)
{
    const Fd source = openFile(path, O_RDONLY);
    if (!source.isOpen())
        return Failure{errno == ENOENT ? VaultError::Missing : VaultError::Broken};
    auto staged = stage();
    if (!staged)
        return Failure{staged.error()};
    QByteArray chunk(vaultChunk, Qt::Uninitialized);
    qint64 got = 0;
    while ((got = readSome(source.get(), chunk.data(), chunk.size())) > 0) {
        if (const auto written = staged->write(QByteArrayView(chunk.constData(), got)); !written)
            return Failure{written.error()};
    }
    if (got < 0)
        return Failure{VaultError::Broken};
    if (staged->sha256() != sha256)
        return Failure{VaultError::Damaged};
    const std::array<StagedFile *, 1> files{&*staged};
    return publish(files);
}

Result<QByteArray, VaultError> Vault::putBytes(const QByteArray &bytes)
{
    auto staged = stage();
    if (!staged)
        return Failure{staged.error()};
    if (const auto written = staged->write(bytes); !written)
        return Failure{written.error()};
    const QByteArray digest = staged->sha256();
    const std::array<StagedFile *, 1> files{&*staged};
    if (const auto published = publish(files); !published)
        return Failure{published.error()};
    return digest;
}

qint64 Vault::freeBytes() const
{
    struct statvfs status = {};
    if (::statvfs(QFile::encodeName(m_root).constData(), &status) != 0)
        return 0;
    return static_cast<qint64>(status.f_bavail) * static_cast<qint64>(status.f_frsize);
}

} // namespace arb::intake
