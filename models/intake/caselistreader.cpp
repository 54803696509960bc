// SPDX-License-Identifier: GPL-3.0-or-later
#include <intake/bundlereader.h>

#include "casetext.h"
#include "evidencetaking.h"

#include <domain/casejson.h>

#include <QtCore/QFile>
#include <QtCore/QFileInfo>

namespace arb::intake {

using domain::Failure;
using domain::Result;

struct CaseListReader::State
{
    State(const QString &path, const ReadingRules &reading)
        : file(path), folder(QFileInfo(path).absolutePath(), reading.limits, reading.stop), rules(&reading)
    {
    }
    /// The rest of a line that is too long is skipped, so that the next one is read for itself.
    void skipLine();
    Result<ReadCase, IntakeError> readLine(const QByteArray &text, EvidenceSink &sink);

    QFile file;
    LooseFolder folder;
    const ReadingRules *rules;
    int line = 0;
};

void CaseListReader::State::skipLine()
{
    while (!file.atEnd()) {
        const QByteArray more = file.readLine(64 * 1024);
        if (more.isEmpty() || more.endsWith('\n'))
            return;
    }
}

Result<ReadCase, IntakeError> CaseListReader::State::readLine(const QByteArray &text, EvidenceSink &sink)
{
    const QString entry = QStringLiteral("%1:%2").arg(QFileInfo(file.fileName()).fileName()).arg(line);
    auto read = readCaseText(text, entry, rules->caseSchema, rules->limits.json);
    if (!read)
        return Failure{read.error()};
    ReadCase result;
    result.file = std::move(read).value();
    addListingPictures(result.file);
    const FeedFile feed = [&](const QString &name, const Take &take) { return folder.read(name, entry, take); };
    if (const Taken evidence = takeEvidence(result.file, {}, {}, rules->limits, feed, sink); !evidence)
        return Failure{evidence.error()};
    result.digest = domain::caseDigest(result.file);
    return result;
}

CaseListReader::CaseListReader(std::unique_ptr<State> state) : m_state(std::move(state)) {}
CaseListReader::CaseListReader(CaseListReader &&) noexcept = default;
CaseListReader::~CaseListReader() = default;

Result<CaseListReader, IntakeError> CaseListReader::open(const QString &path, const ReadingRules &rules)
{
    if (!QFileInfo::exists(path))
        return Failure{IntakeError{IntakeFault::NotFound, {}, {}}};
    auto state = std::make_unique<State>(path, rules);
    if (!QFileInfo(path).isFile() || !state->file.open(QIODevice::ReadOnly))
        return Failure{IntakeError{IntakeFault::Unreadable, path, state->file.errorString()}};
    return CaseListReader(std::move(state));
}

int CaseListReader::line() const
{
    return m_state->line;
}

std::optional<Result<ReadCase, IntakeError>> CaseListReader::next(EvidenceSink &sink)
{
    State &state = *m_state;
    const qint64 most = state.rules->limits.json.maxBytes;
    while (!state.file.atEnd()) {
        ++state.line;
        const QByteArray text = state.file.readLine(most + 2);
        if (text.isEmpty())
            break; // a read error; what was read before stands
        if (text.size() > most && !text.endsWith('\n')) {
            state.skipLine();
            return Failure{IntakeError{IntakeFault::JsonTooLarge, QStringLiteral("%1:%2").arg(QFileInfo(state.file.fileName()).fileName()).arg(state.line),
                                       QString::number(most)}};
        }
        if (!text.trimmed().isEmpty())
            return state.readLine(text, sink);
    }
    return std::nullopt;
}

} // namespace arb::intake
