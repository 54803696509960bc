// SPDX-License-Identifier: GPL-3.0-or-later
#include "story.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

namespace arb::app::demo {

using domain::Failure;

QString sourceFolder()
{
    const QString installed = QCoreApplication::applicationDirPath() + QStringLiteral("/../share/arbiter/demo");
    return QDir(installed).exists() ? QDir::cleanPath(installed) : QString::fromUtf8(ARB_DEMO_DIR);
}

Told<QJsonObject> readObject(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Failure{QCoreApplication::translate("Demo", "%1 cannot be read: %2").arg(path, file.errorString())};
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &fault);
    if (!document.isObject())
        return Failure{QCoreApplication::translate("Demo", "%1 is not the JSON it should be: %2").arg(path, fault.errorString())};
    return document.object();
}

QString sourceOf(const QString &folder, const QString &file)
{
    const QDir dir(folder);
    if (QFile::exists(dir.filePath(file)))
        return dir.filePath(file);
    // The files that background cases share lie beside each other, without the bundle's folder.
    const QString name = file.section(u'/', -1);
    return QFile::exists(dir.filePath(name)) ? dir.filePath(name) : QString();
}

namespace {

Told<domain::UtcMs> timeOf(const QJsonObject &object, const QString &key, const QString &where)
{
    const auto time = domain::UtcMs::fromRfc3339(object.value(key).toString());
    if (!time)
        return Failure{QCoreApplication::translate("Demo", "%1: “%2” is no time").arg(where, key)};
    return *time;
}

Told<Story> storyIn(const QString &folder)
{
    auto caseJson = readObject(folder + QStringLiteral("/case.json"));
    if (!caseJson)
        return Failure{caseJson.error()};
    const QString seedFile = folder + QStringLiteral("/seed.json");
    const auto seed = readObject(seedFile);
    if (!seed)
        return Failure{seed.error()};
    const auto admitAt = timeOf(*seed, QStringLiteral("admitAt"), seedFile);
    if (!admitAt)
        return Failure{admitAt.error()};
    Story story{.caseNo = caseJson->value(QStringLiteral("caseNo")).toString(), .caseJson = *caseJson, .folder = folder,
                .admitAt = *admitAt, .steps = {}};
    const QJsonArray steps = seed->value(QStringLiteral("steps")).toArray();
    for (const QJsonValue &value : steps) {
        const QJsonObject step = value.toObject();
        const auto at = timeOf(step, QStringLiteral("at"), seedFile);
        if (!at)
            return Failure{at.error()};
        story.steps.append({*at, step.value(QStringLiteral("as")).toString(QStringLiteral("system")),
                            step.value(QStringLiteral("do")).toString(), step});
    }
    return story;
}

} // namespace

Told<QList<Story>> storiesIn(const QString &source)
{
    const QDir cases(source + QStringLiteral("/cases"));
    QList<Story> stories;
    for (const QString &name : cases.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        auto story = storyIn(cases.filePath(name));
        if (!story)
            return Failure{story.error()};
        stories.append(*story);
    }
    if (stories.isEmpty())
        return Failure{QCoreApplication::translate("Demo", "The demo's cases are not installed (looked in %1).").arg(cases.path())};
    return stories;
}

} // namespace arb::app::demo
