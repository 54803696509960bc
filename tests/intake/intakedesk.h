// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memorystore.h>

#include <intake/chatfiles.h>
#include <intake/importrun.h>
#include <intake/vault.h>

#include <usecases/desk.h>

#include <QtCore/QTemporaryDir>

#include <memory>

namespace arb::tests {

struct FixedClock final : usecases::Clock
{
    domain::UtcMs now() override { return domain::UtcMs(1'791'766'800'000); } // 2026-10-12 09:00 platform time
};
struct CountingIds final : usecases::IdSource
{
    explicit CountingIds(qint64 first = 1) : last(first - 1) {}
    qint64 next(domain::UtcMs) override { return ++last; }
    qint64 last;
};
/// Says how long the file is: proof that intake asked.
struct LengthInspector final : usecases::MediaInspector
{
    QJsonObject inspect(int fd, domain::ExhibitKind kind) override;
};

/// A desk in memory with a vault on disk.
class IntakeDesk
{
public:
    IntakeDesk();
    ~IntakeDesk();
    QList<intake::ImportResult> import(const QStringList &paths, intake::ImportOptions options = {});
    QList<intake::ImportResult> import(const QString &path, intake::ImportOptions options = {}) { return import(QStringList{path}, std::move(options)); }
    intake::ImportResult importZip(const QByteArray &zip, intake::ImportOptions options = {});
    /// Cases in the store.
    qint64 cases();
    /// Digests in the vault, and files of any sort below incoming/ once the vault is closed.
    QStringList objects() const;
    QStringList leftovers();
    usecases::CaseRecord record(const QString &caseNo);
    QString path(const QString &name) const { return folder.filePath(name); }
    usecases::Desk desk() { return {store, store, store, store, store, store, store, store, *vault, inspector, chats, clock, ids}; }
    void openVault();

    QTemporaryDir folder;
    MemoryStore store;
    FixedClock clock;
    CountingIds ids;
    LengthInspector inspector;
    intake::ChatFiles chats;
    std::unique_ptr<intake::Vault> vault;
    usecases::Actor actor = usecases::ownerActor();

private:
    int m_counter = 0;
};

/// @p result is a refusal with @p code at @p entry (empty: wherever), said in words, and nothing of it remains.
void checkRefused(IntakeDesk &desk, const intake::ImportResult &result, intake::IntakeFault code, const QString &entry);

QStringList vaultObjects(const QString &root);
QStringList vaultLeftovers(const QString &root);

} // namespace arb::tests
