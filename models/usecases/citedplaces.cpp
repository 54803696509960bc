// SPDX-License-Identifier: GPL-3.0-or-later
#include "citedplaces.h"

#include <usecases/filewords.h>
#include <usecases/filmplaces.h>

#include <algorithm>
#include <optional>
#include <utility>

#include <unistd.h>

namespace arb::usecases {

using domain::Failure;

namespace {

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
    domain::Citation asked = citation;
    const auto fault = settleFilmPlace(asked, timesOf(*exhibit));
    return fault ? fault->where : QString();
}

std::optional<domain::RulingFault> CitedFiles::settle(domain::Citation &citation)
{
    if (const QString key = strangeKey(citation); !key.isEmpty())
        return domain::RulingFault{domain::RulingProblem::CitationUnknown, key};
    const domain::Exhibit *exhibit = isHalfFilmPlace(citation) ? domain::findExhibit(m_file, citation.exhibit) : nullptr;
    if (!exhibit || exhibit->kind != domain::ExhibitKind::Video)
        return std::nullopt;
    return settleFilmPlace(citation, timesOf(*exhibit));
}

const QList<qint64> &CitedFiles::timesOf(const domain::Exhibit &exhibit)
{
    if (m_indexed == exhibit.sha256 && !m_indexed.isEmpty())
        return m_times;
    m_indexed = exhibit.sha256;
    m_times.clear();
    if (const auto opened = m_desk.vault.open(exhibit.sha256)) {
        m_times = m_desk.inspector.frameTimes(*opened);
        ::close(*opened);
    }
    return m_times;
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

namespace {

/// What is wrong with a place by its mark, which then tells what the place leaves out. Whoever names no exhibit of the case is told
/// so by the case itself.
std::optional<domain::RulingFault> faultByMark(domain::Citation &citation, const QList<domain::Mark> &marks, const domain::CaseFile &file)
{
    const domain::Exhibit *exhibit = citation.mark.isNull() ? nullptr : domain::findExhibit(file, citation.exhibit);
    if (!exhibit)
        return std::nullopt;
    const auto mark = std::ranges::find(marks, citation.mark, &domain::Mark::id);
    if (mark == marks.cend())
        return domain::RulingFault{domain::RulingProblem::MarkUnknown, QStringLiteral("/mark")};
    const QString key = mark->sha256 == exhibit->sha256 ? domain::keyOffMark(citation, *mark) : QStringLiteral("/mark");
    if (!key.isEmpty())
        return domain::RulingFault{domain::RulingProblem::MarkElsewhere, key};
    domain::completeFromMark(citation, *mark);
    return std::nullopt;
}

bool namesMark(const domain::Citation &citation)
{
    return !citation.exhibit.isEmpty() && !citation.mark.isNull();
}

template<typename Which> bool citesAny(const domain::Ruling &ruling, Which which)
{
    return std::ranges::any_of(ruling.findings, [&](const domain::Finding &finding) { return std::ranges::any_of(finding.citations, which); });
}

} // namespace

Done<void> settleCitedPlaces(const CommandStep &step, domain::Ruling &ruling)
{
    const bool isMarked = citesAny(ruling, namesMark);
    if (!isMarked && !citesAny(ruling, asksTheFile) && !citesAny(ruling, isHalfFilmPlace))
        return {};
    const auto record = step.record();
    if (!record)
        return Failure{record.error()};
    const Stored<domain::Examination> seen = isMarked ? step.desk.examination.examination(step.header.id, step.me()) : domain::Examination();
    if (!seen)
        return Failure{CommandError(seen.error())};
    CitedFiles files(step.desk, record->file);
    CommandError error(CommandFault::RulingInvalid);
    for (qsizetype i = 0; i < ruling.findings.size(); ++i) {
        QList<domain::Citation> &citations = ruling.findings[i].citations;
        for (qsizetype j = 0; j < citations.size(); ++j) {
            domain::Citation &citation = citations[j];
            auto fault = faultByMark(citation, seen->marks, record->file);
            if (!fault)
                fault = files.settle(citation);
            if (!fault)
                continue;
            fault->where.prepend(QStringLiteral("/findings/%1/citations/%2").arg(i).arg(j));
            error.faults.append(*fault);
        }
    }
    return error.faults.isEmpty() ? Done<void>() : Failure{error};
}

} // namespace arb::usecases
