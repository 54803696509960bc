// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <intake/bundlereader.h>
#include <intake/vault.h>

#include <usecases/admitcase.h>

#include <domain/codes.h>

#include <QtCore/QStringList>

#include <atomic>
#include <functional>

namespace arb::intake {

enum class ImportState { Imported, AlreadyPresent, Conflict, Refused };

/// What does not fit together in a case that was taken in all the same: a chat message that names evidence which is not there.
struct ImportNote
{
    QString message, exhibit;
};

/// What became of one input.
struct ImportResult
{
    QString input; ///< the path; of a case list path:line
    ImportState state = ImportState::Refused;
    domain::CaseId id; ///< null unless imported or present
    QString platform, caseNo; ///< empty when it was refused before case.json was read
    std::optional<IntakeError> error; ///< when refused
    QByteArray ours, theirs; ///< when in conflict: SHA-256 of the canonical case.json handed in, and of the one that is stored
    QString other; ///< when in conflict with an input of the same run: that input
    QList<ImportNote> notes; ///< when imported
    QList<EmptyText> emptyTexts; ///< when imported
};
/// One line in the chosen language: what happened, what was kept, what to do.
QString describe(const ImportResult &result);

struct ImportProgress
{
    qint64 inputs = 0, of = 0; ///< done; of those known so far (a list counts as it is read)
    qint64 bytes = 0;          ///< evidence read so far
};

struct ImportOptions
{
    IntakeLimits limits;
    int batchInputs = 64;
    qint64 batchBytes = 256LL * 1024 * 1024; ///< staged at the same time, at most about
    std::function<void(const ImportResult &)> onResult;
    std::function<void(const ImportProgress &)> onProgress;
    const std::atomic_bool *stop = nullptr; ///< true: the input at hand is dropped, what is staged already goes in, the rest is Stopped
};

/// Takes cases in: bundles (zip or folder), folders of bundles, case lists (.jsonl). Each input is all or nothing. Inputs
/// go in by batches: everything checked and staged, then one move into the vault with one sync, then one transaction.
/// A kill at any moment leaves whole cases only; the next opening of the vault takes back bytes without a row.
/// Knows nothing of windows or threads; runs in the caller's.
class ImportRun
{
public:
    /// @p inspector may be null: then exhibits say nothing about themselves.
    ImportRun(const usecases::AdmitCases &admit, Vault &vault, usecases::MediaInspector *inspector, ImportOptions options = {});
    ~ImportRun();
    /// One result per input, in order (results of a batch come when the batch is in).
    QList<ImportResult> operator()(const usecases::Actor &actor, const QStringList &paths);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// One thing to be taken in, or why it is not even looked at.
struct ImportInput
{
    QString path;
    std::optional<IntakeError> refused;
};
/// The bundles (.arbcase, .zip, folders) and lists (.jsonl) that @p path stands for, sorted; the path itself when it is
/// one. Links are not followed but refused, and so are names that are no text.
QList<ImportInput> importInputs(const QString &path);

} // namespace arb::intake

namespace arb::domain {
template<> std::span<const CodeRow<intake::ImportState>> codeTable<intake::ImportState>();
}
