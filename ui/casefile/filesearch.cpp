// SPDX-License-Identifier: GPL-3.0-or-later
#include "filesearch.h"

#include <domain/machinereading.h>

namespace arb::ui {

FileSearch::FileSearch(EvidenceLoader &loader, const QByteArray &sha256, Kind kind, const domain::Masks &masks)
    : m_loader(loader), m_sha256(sha256), m_masks(masks)
{
    lookForCodes(); // first in the queue: they are found faster
    switch (kind) {
    case Kind::Film: lookForHints(); break;
    case Kind::Picture: lookForWords(); break;
    }
}

FileSearch::~FileSearch()
{
    for (const EvidenceLoader::Ticket ticket : {m_hints, m_codes, m_words}) {
        if (ticket != 0)
            m_loader.cancel(ticket);
    }
}

void FileSearch::lookForHints()
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

void FileSearch::lookForCodes()
{
    m_codes = m_loader.codes(m_sha256, this, [this](const Shown<QList<domain::FoundCode>> &found) {
        m_codes = 0;
        m_finds.codeState = found ? State::Done : State::Failed;
        m_finds.codes = found ? *found : QList<domain::FoundCode>();
        Q_EMIT changed();
    });
    m_finds.codeState = m_codes != 0 ? State::Looking : State::None;
}

void FileSearch::lookForWords()
{
    m_words = m_loader.machineReading(m_sha256, this, [this](const Shown<domain::MachineReading> &reading) {
        m_words = 0;
        m_finds.readState = reading ? State::Done : State::Failed;
        m_finds.readerMissing = !reading && reading.error() == ShowError::NoTool;
        m_finds.reading = !reading ? domain::MachineReading() : domain::maskedReading(*reading, m_masks);
        Q_EMIT changed();
    });
    m_finds.readState = m_words != 0 ? State::Looking : State::None;
}

std::shared_ptr<FileSearch> FileSearches::of(const EvidenceRef &ref)
{
    const bool film = ref.kind == domain::ExhibitKind::Video, picture = ref.kind == domain::ExhibitKind::Image;
    if (ref.sha256.isEmpty() || (!film && !picture))
        return nullptr;
    auto &known = film ? m_films : m_pictures;
    const domain::Masks masks = ref.masked ? m_loader.masks() : domain::Masks::nothing();
    const std::pair key(ref.sha256, ref.masked);
    const std::shared_ptr<FileSearch> going = known.value(key).lock();
    if (going && going->masks() == masks) // of another case the same file hides other names
        return going;
    known.removeIf([](auto entry) { return entry.value().expired(); });
    const auto begun = std::make_shared<FileSearch>(m_loader, ref.sha256, film ? FileSearch::Kind::Film : FileSearch::Kind::Picture, masks);
    known.insert(key, begun);
    return begun;
}

} // namespace arb::ui
