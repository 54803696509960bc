// SPDX-License-Identifier: GPL-3.0-or-later
#include "citedplaces.h"

#include <usecases/filewords.h>

#include <algorithm>
#include <optional>
#include <utility>

#include <unistd.h>

namespace arb::usecases {

using domain::Failure;

namespace {

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

/// Which message of @p log has the id @p id; -1: none.
qsizetype placeIn(const domain::ChatLog &log, const QString &id)
{
    const auto found = std::ranges::find_if(log.messages, [&](const domain::LoggedMessage &message) { return log.id(message) == id; });
    return found == log.messages.end() ? -1 : found - log.messages.begin();
}

QString strangeMessage(const domain::Citation &citation, const domain::ChatLog &log)
{
    const qsizetype first = placeIn(log, citation.message);
    if (first < 0)
        return QStringLiteral("/message");
    return citation.messageEnd.isEmpty() || placeIn(log, citation.messageEnd) > first ? QString() : QStringLiteral("/messageEnd");
}

/// Only the file can tell whether the place is there.
bool asksTheFile(const domain::Citation &citation)
{
    return !citation.exhibit.isEmpty() && ((citation.frame && citation.pts) || !citation.message.isEmpty());
}

} // namespace

CitedFiles::CitedFiles(const Desk &desk, const domain::CaseFile &file) : m_desk(desk), m_file(file) {}

QString CitedFiles::strangeKey(const domain::Citation &citation)
{
    const domain::Exhibit *exhibit = asksTheFile(citation) ? domain::findExhibit(m_file, citation.exhibit) : nullptr;
    if (!exhibit)
        return {};
    if (!citation.message.isEmpty()) {
        const domain::ChatLog *log = chatOf(*exhibit);
        return log ? strangeMessage(citation, *log) : QString();
    }
    const auto opened = m_desk.vault.open(exhibit->sha256);
    if (!opened)
        return {};
    const QString key = strangeFrame(citation, m_desk.inspector.frameTimes(*opened));
    ::close(*opened);
    return key;
}

const domain::ChatLog *CitedFiles::chatOf(const domain::Exhibit &exhibit)
{
    if (m_read == exhibit.sha256)
        return &m_log;
    auto log = readWords(m_desk, exhibit.sha256, domain::ExhibitKind::Chat, mostChatBytes);
    if (!log)
        return nullptr;
    m_log = *std::move(log);
    m_read = exhibit.sha256;
    return &m_log;
}

Done<void> citedPlacesAgree(const CommandStep &step, const domain::Ruling &ruling)
{
    std::optional<CaseRecord> record;
    std::optional<CitedFiles> files;
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
                files.emplace(step.desk, record->file);
            }
            if (const QString key = files->strangeKey(citation); !key.isEmpty())
                error.faults.append({domain::RulingProblem::CitationUnknown, QStringLiteral("/findings/%1/citations/%2%3").arg(i).arg(j).arg(key)});
        }
    }
    return error.faults.isEmpty() ? Done<void>() : Failure{error};
}

} // namespace arb::usecases
