// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <usecases/ports.h>

#include <QtCore/QByteArray>
#include <QtCore/QCryptographicHash>
#include <QtCore/QList>
#include <QtCore/QMutex>
#include <QtCore/QString>

#include <functional>
#include <memory>
#include <span>

/// The evidence vault: a folder of files named by their SHA-256, local or on a shared mount.
///
/// Invariants:
///  1. ROOT/vault.json names the one database whose rows refer to this vault; another database is refused.
///  2. ROOT/ab/abcd… (64 hex digits) holds exactly the bytes with that digest. Files are never changed, only renamed in.
///  3. Whatever is not yet vouched for by a row is named in a journal, ROOT/incoming/<session>/journal, before it is
///     renamed in. The session's folder is locked (flock) while its process lives.
///  4. Opening a vault undoes dead sessions: their staged files go, and of the digests their journals name those that no
///     row refers to and no living session names.
///  5. Moves into the vault and undoing exclude each other between processes (flock on ROOT/lock).
namespace arb::intake {

class VaultSession;

/// A file being written in the session's folder; gone with this object unless it was published. Bytes are hashed as they
/// come. Not for more than one thread.
class StagedFile
{
public:
    StagedFile(StagedFile &&) noexcept;
    StagedFile &operator=(StagedFile &&) noexcept;
    ~StagedFile();
    domain::Result<void, usecases::VaultError> write(QByteArrayView bytes);
    /// Digest of what was written so far: 64 lower-case hex digits.
    QByteArray sha256() const;
    qint64 size() const { return m_size; }
    /// Open for reading and writing until close(); stays ours. Whoever reads uses pread or seeks itself.
    int fd() const { return m_fd; }
    /// Nothing more will be written: many files can wait to be published without a descriptor each.
    void close();

private:
    friend class Vault;
    StagedFile(int fd, QString path);
    void drop();

    int m_fd = -1;
    QString m_path; ///< empty once published
    qint64 m_size = 0;
    std::unique_ptr<QCryptographicHash> m_sum;
};

/// Keeps evidence bytes. Does not know what they mean, and never deletes what a row refers to. Safe to use from several
/// threads; @p isReferenced is called from open() and withdraw() only, in the caller's thread.
class Vault final : public usecases::EvidenceVault
{
public:
    using IsReferenced = std::function<bool(const QByteArray &sha256)>;

    /// Opens or makes the vault at @p root and undoes what dead sessions left. A vault on a read-only mount opens for reading.
    /// Without @p mayBeNew none is made: Strange, and the folder stays as it is.
    static domain::Result<std::unique_ptr<Vault>, usecases::VaultError> open(const QString &root, qint64 databaseId, IsReferenced isReferenced,
                                                                             bool mayBeNew = true);
    ~Vault() override;

    /// Damaged when the file does not have @p sha256.
    domain::Result<void, usecases::VaultError> putFile(const QString &path, const QByteArray &sha256) override;
    domain::Result<QByteArray, usecases::VaultError> putBytes(const QByteArray &bytes) override;
    /// A descriptor at the start of bytes that were read and compared just now; the caller closes it.
    domain::Result<int, usecases::VaultError> open(const QByteArray &sha256) override;
    /// The verified bytes themselves; for small files.
    domain::Result<QByteArray, usecases::VaultError> read(const QByteArray &sha256);
    bool contains(const QByteArray &sha256) override;
    /// Where the bytes of @p sha256 lie, whether or not they are there.
    QString pathOf(const QByteArray &sha256) const;
    const QString &root() const { return m_root; }

    /// Reads every file; @p visit gets each digest in order and whether the bytes still have it. Stops when it answers false.
    void eachObject(const std::function<bool(const QByteArray &sha256, bool intact)> &visit) const;

    // --- many files at once, for intake ---
    domain::Result<StagedFile, usecases::VaultError> stage();
    /// Journals and renames all of @p files in; durable when it returns (one syncfs however many). Rows come after this,
    /// then settle() for what got its row and withdraw() for what did not.
    domain::Result<void, usecases::VaultError> publish(std::span<StagedFile *const> files);
    void settle(const QList<QByteArray> &digests) override;
    void withdraw(const QList<QByteArray> &digests) override;
    /// Bytes free on the vault's file system.
    qint64 freeBytes() const;

private:
    Vault(QString root, IsReferenced isReferenced);
    domain::Result<VaultSession *, usecases::VaultError> session();
    domain::Result<StagedFile, usecases::VaultError> stageIn(VaultSession &session);

    QString m_root;
    IsReferenced m_isReferenced;
    QMutex m_starting;
    std::unique_ptr<VaultSession> m_session; ///< made at the first write
};

} // namespace arb::intake
