// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commandstep.h"

#include <domain/outcomes.h>

#include <optional>

namespace arb::usecases {

/// What only the exhibits' files can tell of a place in @p file: opens and reads them as they are asked about, and keeps the
/// chat and the film that were read last. The case and the desk must outlive it. What a file does not tell is not held against a place.
class CitedFiles
{
public:
    CitedFiles(const Desk &desk, const domain::CaseFile &file);
    /// The key of @p citation that names what is not there ("/pts", "/message", "/messageEnd" …); empty: nothing speaks against it.
    QString strangeKey(const domain::Citation &citation);
    /// What the file says against a place, and of a place in a film what it leaves out (usecases/filmplaces.h). CitationUnknown or
    /// NoFrameThen, where: the key; then @p citation is left as it was.
    std::optional<domain::RulingFault> settle(domain::Citation &citation);

private:
    const domain::ChatLog *chatOf(const domain::Exhibit &exhibit);
    /// When each frame begins; empty: nobody can tell.
    const QList<qint64> &timesOf(const domain::Exhibit &exhibit);

    const Desk &m_desk;
    const domain::CaseFile &m_file;
    QByteArray m_read; ///< digest of what m_log was read from; empty: nothing yet
    domain::ChatLog m_log;
    QByteArray m_indexed; ///< digest of what m_times are of; empty: nothing yet
    QList<qint64> m_times;
};

/// What only the files and the marks can tell of a ruling's citations: a frame that is named by number and time is one frame, a
/// message of a chat that was handed in is one of those that its importer finds, a range runs forwards in its order, and a mark
/// is one of the case's that was made on this very place. RulingInvalid with CitationUnknown, NoFrameThen, MarkUnknown or
/// MarkElsewhere. Then @p ruling has of a mark's place and of a film's frames what was left out. Only for signing: what was
/// signed stays, whatever becomes of a mark.
Done<void> settleCitedPlaces(const CommandStep &step, domain::Ruling &ruling);

} // namespace arb::usecases
