// SPDX-License-Identifier: GPL-3.0-or-later
#include "findskeeper.h"

#include <utility>

namespace arb::ui {

FindsKeeper::FindsKeeper(EvidenceLoader &loader, QObject *parent)
    : QObject(parent), m_loader(loader)
{
}

FindsKeeper::~FindsKeeper() = default; // answers hang on this object: none comes any more

void FindsKeeper::look(const EvidenceRef *ref)
{
    const bool film = ref && ref->kind == domain::ExhibitKind::Video, picture = ref && ref->kind == domain::ExhibitKind::Image;
    const QByteArray sha256 = film || picture ? ref->sha256 : QByteArray();
    const bool masked = ref && ref->masked;
    if (sha256 == m_sha256 && masked == m_masked)
        return;
    leave();
    m_sha256 = sha256;
    m_masked = masked;
    if (sha256.isEmpty())
        return;
    lookForCodes(); // first in the queue: they are found faster
    if (film)
        lookForHints();
    else
        lookForWords();
}

void FindsKeeper::leave()
{
    for (const EvidenceLoader::Ticket ticket : {std::exchange(m_hints, 0), std::exchange(m_codes, 0), std::exchange(m_words, 0)}) {
        if (ticket != 0)
            m_loader.cancel(ticket);
    }
    m_finds = {};
}

void FindsKeeper::lookForHints()
{
    const auto progress = [this](int permille) {
        m_finds.permille = permille;
        Q_EMIT changed();
    };
    m_hints = m_loader.filmHints(m_sha256, this, progress, [this](const Shown<QList<domain::FilmHint>> &found) {
        m_hints = 0;
        m_finds.hintState = found ? State::Done : State::Failed;
        m_finds.hints = found ? *found : QList<domain::FilmHint>();
        Q_EMIT changed();
    });
    m_finds.hintState = m_hints != 0 ? State::Looking : State::None;
}

void FindsKeeper::lookForCodes()
{
    m_codes = m_loader.codes(m_sha256, this, [this](const Shown<QList<domain::FoundCode>> &found) {
        m_codes = 0;
        m_finds.codeState = found ? State::Done : State::Failed;
        m_finds.codes = found ? *found : QList<domain::FoundCode>();
        Q_EMIT changed();
    });
    m_finds.codeState = m_codes != 0 ? State::Looking : State::None;
}

void FindsKeeper::lookForWords()
{
    m_words = m_loader.machineReading(m_sha256, this, [this](const Shown<domain::MachineReading> &reading) {
        m_words = 0;
        m_finds.readState = reading ? State::Done : State::Failed;
        m_finds.readerMissing = !reading && reading.error() == ShowError::NoTool;
        m_finds.reading = !reading ? domain::MachineReading() : m_masked ? domain::maskedReading(*reading) : *reading;
        Q_EMIT changed();
    });
    m_finds.readState = m_words != 0 ? State::Looking : State::None;
}

QList<TimelineTick> FindsKeeper::ticks(TimelineTick::Kind kind, const domain::CaseFile &file, const domain::Exhibit &exhibit) const
{
    const qint64 firstUs = exhibit.facts.value(QLatin1String("firstPtsUs")).toInteger();
    QList<TimelineTick> ticks;
    if (kind == TimelineTick::Kind::Interruption) {
        for (const domain::FilmHint &hint : m_finds.hints)
            ticks.append({kind, hint.toUs, presentation::hintSentence(hint, firstUs), QStringLiteral("hint %1").arg(ticks.size())});
    }
    if (kind == TimelineTick::Kind::Code) {
        for (const domain::FoundCode &code : m_finds.codes)
            ticks.append({kind, code.ptsUs, presentation::codeSentence(code, file, exhibit.kind, firstUs), QStringLiteral("code %1").arg(ticks.size())});
    }
    return ticks;
}

} // namespace arb::ui
