// SPDX-License-Identifier: GPL-3.0-or-later
#include "importing.h"

#include <presentation/errortext.h>
#include <presentation/formats.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QFileInfo>

namespace arb::app {

namespace {

struct ImportWords
{
    Q_DECLARE_TR_FUNCTIONS(Import)
};

} // namespace

usecases::Done<QList<intake::ImportResult>> importInto(const usecases::Desk &desk, intake::Vault &vault, const usecases::Actor &actor,
                                                       const QStringList &paths, intake::ImportOptions options)
{
    if (!usecases::permitted(actor, usecases::Permission::Import))
        return domain::Failure{usecases::CommandError(usecases::CommandFault::NotAllowed)};
    const auto policy = desk.policy();
    if (!policy)
        return domain::Failure{policy.error()};
    options.limits = intake::IntakeLimits::of(*policy);
    const usecases::AdmitCases admit(desk);
    intake::ImportRun run(admit, vault, &desk.inspector, std::move(options));
    return run(actor, paths);
}

QString importSummary(const usecases::Desk &desk, intake::Vault &vault, const usecases::Actor &actor, const QStringList &paths)
{
    const auto results = importInto(desk, vault, actor, paths, {});
    if (!results)
        return presentation::errorText(results.error());
    int imported = 0;
    int present = 0;
    QString firstProblem, firstRemark;
    for (const intake::ImportResult &result : *results) {
        imported += result.state == intake::ImportState::Imported ? 1 : 0;
        present += result.state == intake::ImportState::AlreadyPresent ? 1 : 0;
        const bool problem = result.state == intake::ImportState::Refused || result.state == intake::ImportState::Conflict;
        if (problem && firstProblem.isEmpty())
            firstProblem = intake::describe(result);
        if (firstRemark.isEmpty() && (!result.notes.isEmpty() || !result.emptyTexts.isEmpty()))
            firstRemark = intake::describe(result);
    }
    const QString text = ImportWords::tr("Imported: %1. Already present: %2. Not imported: %3.")
                       .arg(imported).arg(present).arg(results->size() - imported - present);
    return presentation::joined(text, firstProblem.isEmpty() ? firstRemark : firstProblem);
}

domain::Result<domain::CaseId, QString> caseOrBundle(Workspace &space, const usecases::Actor &actor, const QString &word)
{
    const usecases::Desk desk = space.desk();
    const auto id = desk.caseByRef(word);
    if (id)
        return *id;
    const bool unknown = id.error().fault == usecases::CommandFault::NotFound;
    // Whoever writes a slash or this ending means a file.
    if (unknown && !QFileInfo::exists(word) && (word.contains(u'/') || word.endsWith(u".arbcase")))
        return domain::Failure{ImportWords::tr("There is no file %1. Nothing was opened; check the path.").arg(word)};
    if (!unknown || !QFileInfo::exists(word))
        return domain::Failure{presentation::errorText(id.error())};
    const auto vault = space.vault().real();
    if (!vault)
        return domain::Failure{presentation::vaultText(vault.error())};
    const auto results = importInto(desk, **vault, actor, {word}, {});
    if (!results)
        return domain::Failure{presentation::errorText(results.error())};
    for (const intake::ImportResult &result : *results) {
        if (!result.id.isNull())
            return result.id;
    }
    return domain::Failure{intake::describe(results->constFirst())}; // every path has a result
}

} // namespace arb::app
