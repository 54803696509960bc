// SPDX-License-Identifier: GPL-3.0-or-later
#include "supplementfile.h"

#include <intake/evidencekind.h>
#include <intake/intakelimits.h>

#include <presentation/formats.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QCryptographicHash>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace arb::app {

using domain::Failure;
using usecases::CommandError;
using usecases::CommandFault;

namespace {

struct CliWords
{
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

/// Opens @p path for reading when it is a plain file; a pipe is not waited for.
std::optional<intake::IntakeError> openPlain(const QString &path, QFile &file)
{
    const int fd = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (fd < 0)
        return intake::IntakeError{errno == ENOENT ? intake::IntakeFault::NotFound : intake::IntakeFault::Unreadable, path,
                                   QString::fromLocal8Bit(std::strerror(errno))};
    struct stat status = {};
    const bool plain = ::fstat(fd, &status) == 0 && S_ISREG(status.st_mode);
    if (!file.open(fd, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle) || !plain)
        return intake::IntakeError{intake::IntakeFault::SpecialFile, path, {}};
    return std::nullopt;
}

Failure<CommandError> refused(const QString &sentence)
{
    return Failure{CommandError(CommandFault::EvidenceRefused, sentence)};
}

} // namespace

usecases::Done<usecases::SupplementFile> supplementFile(Workspace &space, const QString &path, std::optional<domain::ExhibitKind> kind)
{
    QFile file;
    if (const auto fault = openPlain(path, file))
        return refused(intake::describe(*fault));
    const auto policy = space.desk().policy();
    if (!policy)
        return Failure{policy.error()};
    const QString name = QFileInfo(path).fileName();
    if (file.size() == 0)
        return refused(intake::describe(intake::IntakeError{intake::IntakeFault::EvidenceEmpty, name, {}}));
    if (file.size() > policy->maxFileBytes)
        return refused(intake::describe(intake::IntakeError{intake::IntakeFault::FileTooLarge, name, QString::number(policy->maxFileBytes)}));
    const auto seen = kind ? kind : intake::kindByContent(file.peek(intake::evidenceHead));
    if (!seen)
        return refused(CliWords::tr("“%1” is neither a picture, a film or a PDF nor a text.").arg(presentation::visibleText(name)));
    if (const auto fault = intake::checkEvidence(*seen, name, file.handle()))
        return refused(intake::describe(*fault));
    QCryptographicHash sum(QCryptographicHash::Sha256);
    if (!file.seek(0) || !sum.addData(&file))
        return refused(intake::describe(intake::IntakeError{intake::IntakeFault::Unreadable, name, file.errorString()}));
    usecases::SupplementFile supplement;
    supplement.kind = *seen;
    supplement.fileName = name;
    supplement.path = path;
    supplement.sha256 = sum.result().toHex();
    supplement.size = file.size();
    ::lseek(file.handle(), 0, SEEK_SET);
    supplement.facts = space.inspector().inspect(file.handle(), *seen);
    if (const auto say = intake::evidenceKind(*seen).facts; say && file.seek(0)) {
        const QJsonObject said = say(file.readAll());
        for (auto it = said.begin(); it != said.end(); ++it)
            supplement.facts.insert(it.key(), it.value());
    }
    return supplement;
}

} // namespace arb::app
