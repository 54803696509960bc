// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "posixfile.h"

#include <QtCore/QHash>
#include <QtCore/QList>
#include <QtCore/QMutex>
#include <QtCore/QSet>

#include <functional>
#include <memory>

namespace arb::intake {

/// Excludes moves into the vault and undoing between processes while it lives (and between threads of one).
class VaultLock
{
public:
    explicit VaultLock(const QString &root);
    bool isHeld() const { return m_held; }

private:
    Fd m_file;
    bool m_held = false;
};

/// One opener's folder under incoming/, its lock and its journal of digests that no row vouches for yet.
class VaultSession
{
public:
    /// A new folder, locked. Takes the vault's lock while it does so.
    static domain::Result<std::unique_ptr<VaultSession>, usecases::VaultError> begin(const QString &root);
    /// Leaves nothing when the journal is empty; otherwise the next opening of the vault looks at it.
    ~VaultSession();

    QString newFile();
    /// Appends @p digests to the journal, durable when it returns. The vault's lock must be held.
    domain::Result<void, usecases::VaultError> note(const QList<QByteArray> &digests);
    /// Counts @p digests off; the journal is emptied when nothing is left.
    void forget(const QList<QByteArray> &digests);
    /// Somebody else in this session waits for a row that names @p sha256: it was noted more than @p often times.
    bool waitsOften(const QByteArray &sha256, qsizetype often);
    const QString &folder() const { return m_folder; }

    /// Digests that living sessions but @p own name; sessions found dead are handed to @p dead (folder, digests).
    static QSet<QByteArray> survey(const QString &root, const QString &own,
                                   const std::function<void(const QString &folder, const QList<QByteArray> &digests)> &dead);

private:
    VaultSession(QString folder, Fd lock, Fd journal);

    QMutex m_mutex;
    QString m_folder;
    Fd m_lock, m_journal;
    QHash<QByteArray, int> m_open;
    int m_counter = 0;
};

} // namespace arb::intake
