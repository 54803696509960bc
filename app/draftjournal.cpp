// SPDX-License-Identifier: GPL-3.0-or-later
#include "draftjournal.h"

#include <QtCore/QDir>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QSaveFile>
#include <QtCore/QStandardPaths>

namespace arb::app {

FileDraftJournal::FileDraftJournal(QString folder, qint64 databaseId) : m_folder(std::move(folder)), m_databaseId(databaseId)
{
    m_writer.setMaxThreadCount(1); // one after the other: a newer text is never overtaken by an older one
    QDir().mkpath(m_folder);
    QFile::setPermissions(m_folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

FileDraftJournal::~FileDraftJournal()
{
    m_writer.waitForDone();
}

QString FileDraftJournal::defaultFolder()
{
    const QString state = qEnvironmentVariable("XDG_STATE_HOME");
    return (state.isEmpty() ? QString(QDir::homePath() + QStringLiteral("/.local/state")) : state) + QStringLiteral("/arbiter/drafts");
}

QString FileDraftJournal::pathOf(domain::CaseId id, domain::PersonId author, int round) const
{
    return QStringLiteral("%1/%2-%3-%4-%5.json").arg(m_folder).arg(m_databaseId).arg(id.value()).arg(author.value()).arg(round);
}

void FileDraftJournal::write(const usecases::Draft &draft)
{
    const QString path = pathOf(draft.caseId, draft.author, draft.round);
    {
        const QMutexLocker lock(&m_mutex);
        m_recent.insert(path, draft);
    }
    m_writer.start([path, draft] {
        const QJsonObject object{{QStringLiteral("revision"), draft.revision},
                                 {QStringLiteral("savedAt"), draft.savedAt.ms()},
                                 {QStringLiteral("json"), QString::fromUtf8(draft.json)}};
        QSaveFile file(path);
        if (file.open(QIODevice::WriteOnly)) {
            file.write(QJsonDocument(object).toJson(QJsonDocument::Compact));
            file.commit();
        }
    });
}

std::optional<usecases::Draft> FileDraftJournal::read(domain::CaseId id, domain::PersonId author, int round)
{
    const QString path = pathOf(id, author, round);
    {
        const QMutexLocker lock(&m_mutex);
        if (const auto found = m_recent.constFind(path); found != m_recent.cend())
            return *found;
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    if (object.isEmpty())
        return std::nullopt;
    usecases::Draft draft;
    draft.caseId = id;
    draft.author = author;
    draft.round = round;
    draft.revision = object.value(QLatin1String("revision")).toInteger();
    draft.savedAt = domain::UtcMs(object.value(QLatin1String("savedAt")).toInteger());
    draft.json = object.value(QLatin1String("json")).toString().toUtf8();
    return draft;
}

void FileDraftJournal::remove(domain::CaseId id, domain::PersonId author, int round)
{
    const QString path = pathOf(id, author, round);
    {
        const QMutexLocker lock(&m_mutex);
        m_recent.remove(path);
    }
    m_writer.start([path] { QFile::remove(path); });
}

} // namespace arb::app
