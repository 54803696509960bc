// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaultsession.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QMutexLocker>
#include <QtCore/QUuid>

#include <cerrno>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace arb::intake {

using domain::Failure;
using usecases::VaultError;

namespace {

QString incomingFolder(const QString &root)
{
    return root + QStringLiteral("/incoming");
}

bool lockFile(int fd, int how)
{
    for (;;) {
        if (::flock(fd, how) == 0)
            return true;
        if (errno != EINTR)
            return false;
    }
}

/// Whole lines only: a line that a crash cut short names nothing, and then nothing was renamed in under it either.
QList<QByteArray> journaled(const QString &folder)
{
    QList<QByteArray> digests;
    QFile file(folder + QStringLiteral("/journal"));
    if (!file.open(QIODevice::ReadOnly))
        return digests;
    while (!file.atEnd()) {
        const QByteArray line = file.readLine(256);
        if (line.size() == 65 && line.endsWith('\n') && isDigest(line.first(64)))
            digests.append(line.first(64));
    }
    return digests;
}

} // namespace

VaultLock::VaultLock(const QString &root) : m_file(openFile(root + QStringLiteral("/lock"), O_RDWR | O_CREAT | O_NOFOLLOW))
{
    m_held = m_file.isOpen() && lockFile(m_file.get(), LOCK_EX);
}

VaultSession::VaultSession(QString folder, Fd lock, Fd journal)
    : m_folder(std::move(folder)), m_lock(std::move(lock)), m_journal(std::move(journal))
{
}

domain::Result<std::unique_ptr<VaultSession>, VaultError> VaultSession::begin(const QString &root)
{
    const VaultLock lock(root);
    if (!lock.isHeld())
        return Failure{writeErrorOf(errno)};
    const QString folder = incomingFolder(root) + u'/' + QUuid::createUuid().toString(QUuid::Id128);
    if (!QDir().mkpath(folder))
        return Failure{writeErrorOf(errno)};
    Fd own = openFile(folder + QStringLiteral("/lock"), O_RDWR | O_CREAT | O_EXCL);
    Fd journal = openFile(folder + QStringLiteral("/journal"), O_WRONLY | O_CREAT | O_EXCL | O_APPEND);
    const bool ready = own.isOpen() && journal.isOpen() && lockFile(own.get(), LOCK_EX | LOCK_NB) && syncFolder(folder)
        && syncFolder(incomingFolder(root)) && syncFolder(root);
    if (!ready)
        return Failure{writeErrorOf(errno)};
    return std::unique_ptr<VaultSession>(new VaultSession(folder, std::move(own), std::move(journal)));
}

VaultSession::~VaultSession()
{
    if (m_open.isEmpty())
        QDir(m_folder).removeRecursively();
}

QString VaultSession::newFile()
{
    const QMutexLocker guard(&m_mutex);
    return m_folder + u'/' + QString::number(++m_counter);
}

domain::Result<void, VaultError> VaultSession::note(const QList<QByteArray> &digests)
{
    const QMutexLocker guard(&m_mutex);
    QByteArray lines;
    for (const QByteArray &digest : digests) {
        lines += digest + '\n';
        ++m_open[digest];
    }
    if (!writeAll(m_journal.get(), lines) || ::fsync(m_journal.get()) != 0)
        return Failure{writeErrorOf(errno)};
    return {};
}

void VaultSession::forget(const QList<QByteArray> &digests)
{
    const QMutexLocker guard(&m_mutex);
    for (const QByteArray &digest : digests) {
        const auto found = m_open.find(digest);
        if (found != m_open.end() && --found.value() <= 0)
            m_open.erase(found);
    }
    // A journal that says too much does no harm (rows refer to what it names), so this needs no fsync and may fail.
    if (m_open.isEmpty() && ::ftruncate(m_journal.get(), 0) != 0)
        errno = 0;
}

bool VaultSession::waitsOften(const QByteArray &sha256, qsizetype often)
{
    const QMutexLocker guard(&m_mutex);
    return m_open.value(sha256) > often;
}

QSet<QByteArray> VaultSession::survey(const QString &root, const QString &own,
                                      const std::function<void(const QString &, const QList<QByteArray> &)> &dead)
{
    QSet<QByteArray> living;
    struct Dead { QString folder; QList<QByteArray> digests; };
    QList<Dead> found;
    const QDir incoming(incomingFolder(root));
    for (const QString &name : incoming.entryList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::Hidden, QDir::Name)) {
        const QString folder = incoming.filePath(name);
        if (folder == own)
            continue;
        const QList<QByteArray> digests = journaled(folder);
        const Fd lock = openFile(folder + QStringLiteral("/lock"), O_RDWR | O_NOFOLLOW);
        if (lock.isOpen() && !lockFile(lock.get(), LOCK_EX | LOCK_NB))
            living.unite(QSet<QByteArray>(digests.begin(), digests.end()));
        else
            found.append({folder, digests});
    }
    if (dead) {
        for (const Dead &session : found) {
            QList<QByteArray> digests = session.digests;
            digests.removeIf([&living](const QByteArray &digest) { return living.contains(digest); });
            dead(session.folder, digests);
        }
    }
    return living;
}

} // namespace arb::intake
