// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <usecases/desk.h>

#include <domain/casefile.h>
#include <domain/machinereading.h>
#include <domain/transcriptmatch.h>

#include <QtCore/QList>
#include <QtCore/QString>

#include <functional>
#include <optional>

/// What a machine reads in pictures, kept so that no picture is read twice and its words are found. A search aid: nothing that
/// decides looks at it, and coverage does not count it.
namespace arb::usecases {

/// Of one exhibit of a case, for whoever sees the case.
struct CaseReading
{
    QString exhibit;
    QByteArray sha256;
    domain::MachineReading reading; ///< masked as the case is
    std::optional<QList<domain::TranscriptMatch>> matches = {}; ///< its bubbles in the platform's log; absent: not looked for yet
    bool operator==(const CaseReading &) const = default;
};

/// @p stored by the exhibits of @p file that hold what was read, in their order.
QList<CaseReading> readingsOf(const domain::CaseFile &file, const QList<StoredReading> &stored, const domain::Masks &masks);

/// With the matches of its bubbles in @p log. Takes long where both are long.
CaseReading matched(CaseReading reading, const QList<domain::ChatMessage> &log);

/// For the program that would otherwise read the file itself: what @p reader read there. Nothing when it did not, or when the
/// database does not answer: then it is read anew.
std::optional<domain::MachineReading> keptReading(const Desk &desk, const QByteArray &sha256, const QString &reader);
/// What @p reader has just read. A file that no case holds any more is not kept, and that is no error.
Done<void> keepReading(const Desk &desk, const QByteArray &sha256, const QString &reader, const domain::MachineReading &reading);
/// Lets the search across cases know what was read, a portion of cases at a time; true: there may be more to do.
Done<bool> indexKeptReadings(const Desk &desk);

/// Of @p ids, cases found by @p words (searchtext.h), those in which one of the words stands only in what a machine read, so that a look
/// at the picture has to say whether it stands there at all. Of the first 100 in whose files anything was read. @p abandoned is asked before each case: then the answer means nothing.
Stored<QList<domain::CaseId>> foundByMachine(const Desk &desk, const QList<domain::CaseId> &ids, const QStringList &words,
                                             const std::function<bool()> &abandoned = {});

} // namespace arb::usecases
