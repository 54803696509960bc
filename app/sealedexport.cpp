// SPDX-License-Identifier: GPL-3.0-or-later
#include "sealedexport.h"

#include <intake/bagwriter.h>

#include <presentation/errortext.h>

#include <domain/casejson.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QSet>

namespace arb::app {

using domain::Failure;

namespace {

struct CliWords
{
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

QJsonObject exhibitJson(const domain::Exhibit &exhibit, const QString &file)
{
    QJsonObject object{{QStringLiteral("id"), exhibit.id},
                       {QStringLiteral("party"), domain::toCode(exhibit.party)},
                       {QStringLiteral("kind"), domain::toCode(exhibit.kind)},
                       {QStringLiteral("file"), file},
                       {QStringLiteral("sha256"), QString::fromLatin1(exhibit.sha256)},
                       {QStringLiteral("submittedAt"), exhibit.submittedAt.toRfc3339()}};
    if (!exhibit.caption.isEmpty())
        object.insert(QStringLiteral("caption"), exhibit.caption);
    if (!exhibit.element.isEmpty())
        object.insert(QStringLiteral("element"), exhibit.element);
    return object;
}

/// case.json as handed in, personal data back in, what came later appended; and the files it names.
intake::BagContent contentOf(const usecases::CaseRecord &record, intake::Vault &vault, domain::UtcMs now)
{
    intake::BagContent content;
    content.at = now;
    content.caseJson = domain::withPersonalData(record.file.document, domain::personalData(record.file));
    QJsonArray exhibits = content.caseJson.value(QLatin1String("exhibits")).toArray();
    QSet<QString> ids, files;
    for (const QJsonValue &value : exhibits) {
        ids.insert(value.toObject().value(QLatin1String("id")).toString());
        files.insert(value.toObject().value(QLatin1String("file")).toString());
    }
    QSet<QString> packed;
    for (const domain::Exhibit &exhibit : record.file.exhibits) {
        QString name = exhibit.file;
        // A listing's picture stands in the listing; it became an exhibit when the case came in.
        const bool ofListing = record.file.order.listing.images.contains(name);
        if (!ids.contains(exhibit.id) && !ofListing) {
            if (files.contains(name)) // two parties may call their files alike
                name = QStringLiteral("evidence/%1-%2").arg(exhibit.id, name.section(u'/', -1));
            files.insert(name);
            exhibits.append(exhibitJson(exhibit, name));
        }
        if (!packed.contains(name))
            content.evidence.append({name, {}, vault.pathOf(exhibit.sha256), exhibit.sha256});
        packed.insert(name);
    }
    content.caseJson.insert(QStringLiteral("exhibits"), exhibits);
    if (const usecases::RulingRow *ruling = record.currentRuling())
        content.ruling = domain::toJson(ruling->ruling);
    content.audit = record.audit;
    return content;
}

} // namespace

domain::Result<QByteArray, QString> exportSealed(Workspace &space, const usecases::Command &command, domain::CaseId id, const QString &path)
{
    const usecases::Desk desk = space.desk();
    usecases::CaseCommands commands(desk);
    if (const auto noted = commands.exporting(command, id); !noted)
        return Failure{presentation::errorText(noted.error())};
    const auto record = desk.cases.record(id);
    if (!record)
        return Failure{presentation::errorText(usecases::CommandError(record.error()))};
    const auto vault = space.vault().real();
    if (!vault)
        return Failure{presentation::errorText(vault.error())};
    const auto written = intake::writeBag(path, contentOf(*record, **vault, desk.clock.now()));
    if (!written)
        return Failure{CliWords::tr("%1 was not written: %2").arg(path, intake::describe(written.error()))};
    return *written;
}

} // namespace arb::app
