// SPDX-License-Identifier: GPL-3.0-or-later
#include "supplementfile.h"

#include <intake/evidencekind.h>
#include <intake/intakelimits.h>

#include <domain/canonicaljson.h>

#include <QtCore/QFile>
#include <QtCore/QFileInfo>

#include <unistd.h>

namespace arb::app {

using domain::Failure;
using usecases::CommandError;
using usecases::CommandFault;

usecases::Done<usecases::SupplementFile> supplementFile(Workspace &space, const QString &path, std::optional<domain::ExhibitKind> kind)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Failure{CommandError(CommandFault::EvidenceRefused, QString(path + QStringLiteral(": ") + file.errorString()))};
    const auto policy = space.desk().policy();
    if (!policy)
        return Failure{policy.error()};
    const QByteArray head = file.peek(intake::evidenceHead);
    const auto seen = kind ? kind : intake::kindByContent(head);
    if (!seen || file.size() > policy->maxFileBytes)
        return Failure{CommandError(CommandFault::EvidenceRefused, path)};
    if (const auto refused = intake::checkEvidence(*seen, QFileInfo(path).fileName(), file.handle()))
        return Failure{CommandError(CommandFault::EvidenceRefused, intake::describe(*refused))};
    QCryptographicHash sum(QCryptographicHash::Sha256);
    if (!file.seek(0) || !sum.addData(&file))
        return Failure{CommandError(CommandFault::EvidenceRefused, path)};
    usecases::SupplementFile supplement;
    supplement.kind = *seen;
    supplement.fileName = QStringLiteral("evidence/") + QFileInfo(path).fileName();
    supplement.sha256 = sum.result().toHex();
    supplement.size = file.size();
    if (const auto kept = space.desk().vault.putFile(path, supplement.sha256); !kept)
        return Failure{CommandError(CommandFault::VaultBroken)};
    const auto fd = space.desk().vault.open(supplement.sha256);
    if (!fd)
        return Failure{CommandError(CommandFault::VaultBroken)};
    supplement.facts = space.inspector().inspect(*fd, *seen);
    ::close(*fd);
    return supplement;
}

} // namespace arb::app
