// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidencestage.h"

#include <intake/bagwriter.h>

#include <domain/canonicaljson.h>
#include <domain/casejson.h>

#include <presentation/errortext.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QCryptographicHash>
#include <QtCore/QFile>
#include <QtCore/QJsonArray>

#include <unistd.h>

namespace arb::app::demo {

using domain::Failure;

Told<StagedFile> EvidenceStage::put(const QString &path, domain::ExhibitKind kind)
{
    if (const auto known = m_known.constFind(path); known != m_known.cend())
        return *known;
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
        return Failure{QCoreApplication::translate("Demo", "%1 cannot be read: %2").arg(path, file.errorString())};
    StagedFile staged{.sha256 = hash.result().toHex(), .size = file.size(), .facts = {}};
    if (const auto stored = m_desk.vault.putFile(path, staged.sha256); !stored)
        return Failure{presentation::errorText(stored.error())};
    const auto fd = m_desk.vault.open(staged.sha256);
    if (!fd)
        return Failure{presentation::errorText(fd.error())};
    staged.facts = m_desk.inspector.inspect(*fd, kind);
    ::close(*fd);
    m_known.insert(path, staged);
    return staged;
}

void EvidenceStage::settle()
{
    QList<QByteArray> digests;
    for (const StagedFile &file : std::as_const(m_known))
        digests.append(file.sha256);
    m_desk.vault.settle(digests);
}

Told<usecases::StagedCase> EvidenceStage::stage(const Story &story)
{
    QJsonObject document = story.caseJson;
    QJsonArray exhibits;
    QHash<QString, StagedFile> files;
    const QJsonArray named = document.value(QStringLiteral("exhibits")).toArray();
    for (const QJsonValue &value : named) {
        QJsonObject exhibit = value.toObject();
        const QString name = exhibit.value(QStringLiteral("file")).toString();
        const QString path = sourceOf(story.folder, name);
        if (path.isEmpty()) {
            qWarning("demo: %s has no %s; the case goes without it", qPrintable(story.caseNo), qPrintable(name));
            continue;
        }
        const auto kind = domain::fromCode<domain::ExhibitKind>(exhibit.value(QStringLiteral("kind")).toString());
        const auto staged = put(path, kind.value_or(domain::ExhibitKind::Image));
        if (!staged)
            return Failure{staged.error()};
        exhibit.insert(QStringLiteral("sha256"), QString::fromLatin1(staged->sha256));
        exhibits.append(exhibit);
        files.insert(exhibit.value(QStringLiteral("id")).toString(), *staged);
    }
    document.insert(QStringLiteral("exhibits"), exhibits);
    auto file = domain::caseFileFromJson(document);
    if (!file)
        return Failure{QCoreApplication::translate("Demo", "The case %1 is not as it should be at %2 (%3).")
                           .arg(story.caseNo, file.error().pointer, file.error().expected)};
    for (domain::Exhibit &exhibit : file->exhibits) {
        const StagedFile &staged = files[exhibit.id];
        exhibit.size = staged.size;
        exhibit.facts = staged.facts;
    }
    return usecases::StagedCase{.file = *file, .bundleDigest = domain::sha256Hex(domain::canonicalJson(document)), .earlier = {}};
}

Told<void> EvidenceStage::writeBundle(const Story &story, const QString &path) const
{
    intake::BagContent content{.caseJson = story.caseJson, .evidence = {}, .ruling = {}, .audit = {}, .earlier = {}, .examination = {}, .letters = {}, .at = story.admitAt};
    QStringList names;
    QJsonArray exhibits;
    const QJsonArray named = content.caseJson.value(QStringLiteral("exhibits")).toArray();
    for (const QJsonValue &value : named) {
        QJsonObject exhibit = value.toObject();
        names.append(exhibit.value(QStringLiteral("file")).toString());
        QFile file(sourceOf(story.folder, names.constLast()));
        QCryptographicHash hash(QCryptographicHash::Sha256);
        if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
            return Failure{QCoreApplication::translate("Demo", "%1 has no %2.").arg(story.caseNo, names.constLast())};
        exhibit.insert(QStringLiteral("sha256"), QString::fromLatin1(hash.result().toHex()));
        exhibits.append(exhibit);
    }
    content.caseJson.insert(QStringLiteral("exhibits"), exhibits);
    for (const QJsonValue &image : content.caseJson.value(QStringLiteral("order")).toObject().value(QStringLiteral("listing")).toObject()
                                       .value(QStringLiteral("images")).toArray())
        names.append(image.toString());
    names.removeDuplicates();
    for (const QString &name : std::as_const(names))
        content.evidence.append({.name = name, .bytes = {}, .path = sourceOf(story.folder, name), .sha256 = {}});
    if (const auto written = intake::writeBag(path, content); !written)
        return Failure{intake::describe(written.error())};
    return {};
}

} // namespace arb::app::demo
