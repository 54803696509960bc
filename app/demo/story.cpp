// SPDX-License-Identifier: GPL-3.0-or-later
#include "story.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

#include <algorithm>

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

constexpr qint64 handOver = 5 * domain::minuteMs; ///< between the last piece of evidence and the case's arrival

Told<domain::UtcMs> timeOf(const QJsonObject &object, const QString &key, const QString &where)
{
    const auto time = domain::UtcMs::fromRfc3339(object.value(key).toString());
    if (!time)
        return Failure{QCoreApplication::translate("Demo", "%1: “%2” is no time").arg(where, key)};
    return *time;
}

/// When the newest thing in the case was handed in or said.
domain::UtcMs newestIn(const QJsonObject &caseJson)
{
    domain::UtcMs newest;
    const auto look = [&](const char *list, const char *key) {
        const QJsonArray items = caseJson.value(QLatin1StringView(list)).toArray();
        for (const QJsonValue &item : items)
            newest = std::max(newest, domain::UtcMs::fromRfc3339(item.toObject().value(QLatin1StringView(key)).toString()).value_or(newest));
    };
    look("exhibits", "submittedAt");
    look("chat", "at");
    return newest;
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
                .admitAt = *admitAt, .steps = {}, .bundled = true};
    const QJsonArray steps = seed->value(QStringLiteral("steps")).toArray();
    for (const QJsonValue &value : steps) {
        const QJsonObject step = value.toObject();
        const auto at = timeOf(step, QStringLiteral("at"), seedFile);
        if (!at)
            return Failure{at.error()};
        story.steps.append({*at, step.value(QStringLiteral("as")).toString(QStringLiteral("system")),
                            step.value(QStringLiteral("do")).toString(), step});
    }
    story.admitAt = admissionOf(story);
    return story;
}

} // namespace

domain::UtcMs admissionOf(const Story &story)
{
    const domain::UtcMs whole = std::max(story.admitAt, newestIn(story.caseJson).plusMs(handOver));
    return story.steps.isEmpty() ? whole : std::max(story.admitAt, std::min(whole, story.steps.constFirst().at.plusMs(-handOver)));
}

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
