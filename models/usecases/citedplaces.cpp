// SPDX-License-Identifier: GPL-3.0-or-later
#include "citedplaces.h"

#include <QtCore/QFile>
#include <QtCore/QHash>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <algorithm>

#include <unistd.h>

namespace arb::usecases {

using domain::Failure;

namespace {

constexpr qint64 mostLogBytes = qint64(64) << 20; // a longer log is not read for this

/// The messages of a chat that was handed in: those of a JSON array by the ids in it, others by "L" and the number of their
/// first line. Which lines begin a message is the importers' knowledge; here they only have to be there.
class HandedInLog
{
public:
    explicit HandedInLog(const QByteArray &bytes)
    {
        m_lines = 1 + std::ranges::count_if(bytes, [](char c) { return c == '\n' || c == '\r' || c == '\f'; });
        const QJsonArray messages = QJsonDocument::fromJson(bytes).array();
        for (qsizetype n = 0; n < messages.size(); ++n) {
            const QString id = messages.at(n).toObject().value(QLatin1StringView("id")).toString();
            if (!id.isEmpty() && !m_places.contains(id))
                m_places.insert(id, n);
        }
    }

    bool has(const QString &id) const { return m_places.contains(id) || lineOf(id) > 0; }
    bool isInOrder(const QString &first, const QString &last) const
    {
        if (m_places.contains(first) && m_places.contains(last))
            return m_places.value(first) < m_places.value(last);
        return lineOf(first) > 0 && lineOf(first) < lineOf(last);
    }

private:
    /// 0: it names no line that is there.
    qint64 lineOf(const QString &id) const
    {
        bool whole = false;
        const qint64 line = id.startsWith(u'L') ? id.mid(1).toLongLong(&whole) : 0;
        return whole && line >= 1 && line <= m_lines && id == QStringLiteral("L%1").arg(line) ? line : 0;
    }

    QHash<QString, qsizetype> m_places;
    qint64 m_lines = 0;
};

/// The first key that the film's own frame times speak against; empty when none does.
QString strangeFrame(const domain::Citation &citation, const QList<qint64> &times)
{
    const auto isOther = [&times](const std::optional<qint64> &frame, const std::optional<qint64> &pts) {
        return frame && pts && *frame >= 0 && *frame < times.size() && times.at(*frame) != *pts;
    };
    if (isOther(citation.frame, citation.pts))
        return QStringLiteral("/pts");
    return isOther(citation.frameEnd, citation.ptsEnd) ? QStringLiteral("/ptsEnd") : QString();
}

QString strangeMessage(const domain::Citation &citation, int fd)
{
    QFile file;
    if (!file.open(fd, QIODevice::ReadOnly) || file.size() > mostLogBytes)
        return {};
    const HandedInLog log(file.readAll());
    if (!log.has(citation.message))
        return QStringLiteral("/message");
    const bool fits = citation.messageEnd.isEmpty() || log.isInOrder(citation.message, citation.messageEnd);
    return fits ? QString() : QStringLiteral("/messageEnd");
}

/// Only the file can tell whether the place is there.
bool asksTheFile(const domain::Citation &citation)
{
    return !citation.exhibit.isEmpty() && ((citation.frame && citation.pts) || !citation.message.isEmpty());
}

QString strangeKey(const CommandStep &step, const domain::Citation &citation, const domain::CaseFile &file)
{
    const domain::Exhibit *exhibit = domain::findExhibit(file, citation.exhibit);
    const auto opened = exhibit ? step.desk.vault.open(exhibit->sha256) : domain::Result<int, VaultError>(Failure{VaultError::Missing});
    if (!opened)
        return {};
    const QString key = citation.message.isEmpty() ? strangeFrame(citation, step.desk.inspector.frameTimes(*opened)) : strangeMessage(citation, *opened);
    ::close(*opened);
    return key;
}

} // namespace

Done<void> citedPlacesAgree(const CommandStep &step, const domain::Ruling &ruling)
{
    std::optional<CaseRecord> record;
    CommandError error(CommandFault::RulingInvalid);
    for (qsizetype i = 0; i < ruling.findings.size(); ++i) {
        for (qsizetype j = 0; j < ruling.findings.at(i).citations.size(); ++j) {
            const domain::Citation &citation = ruling.findings.at(i).citations.at(j);
            if (!asksTheFile(citation))
                continue;
            if (!record) {
                auto read = step.record();
                if (!read)
                    return Failure{read.error()};
                record = std::move(read).value();
            }
            if (const QString key = strangeKey(step, citation, record->file); !key.isEmpty())
                error.faults.append({domain::RulingProblem::CitationUnknown, QStringLiteral("/findings/%1/citations/%2%3").arg(i).arg(j).arg(key)});
        }
    }
    return error.faults.isEmpty() ? Done<void>() : Failure{error};
}

} // namespace arb::usecases
