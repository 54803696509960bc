// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <usecases/ports.h>

#include <domain/outcomes.h>
#include <domain/policy.h>
#include <domain/viewing.h>

#include <optional>

namespace arb::usecases {

/// Why a command was not carried out. Sentences are made from it in presentation/errortext only; the extra fields say
/// what the sentence needs (who, since when, until when, what changed).
enum class CommandFault {
    NotFound,             ///< no such case
    Ambiguous,            ///< several platforms have this case number: name it platform:caseNo
    NotAllowed,           ///< the role may not do this
    UnknownPerson,        ///< --as names nobody, or a disabled person
    PersonNeeded,         ///< the verb needs --as
    WrongState,           ///< the state does not allow it (state)
    NotHolder,            ///< somebody else, or nobody, holds the case (who, since, until)
    TakenByOther,         ///< claim lost (who, since, until)
    LeaseLost,            ///< the caller held the case, the claim number has moved on (who, since, until)
    Changed,              ///< version moved while writing (who, since, text: the audit action that came last)
    ConflictOfInterest,   ///< (text: the merchant, empty when the case was skipped because of a party; who: of somebody else's interest)
    ServedInOrder,        ///< the desk serves the next case, and this is another (text: the next one's number, if any)
    OnlyHolderPasses,     ///< the desk serves in order: who does not hold a case neither parks nor skips it
    OwnRuling,            ///< maker is never checker (who: somebody else's)
    OwnRulingHeardAgain,  ///< nobody hears the appeal against their own ruling (who: somebody else's)
    HearsNoAppeals,       ///< appeals are for whom the desk has named for them (who: of somebody else)
    NotDrafter,           ///< whose ruling it is takes it back (who)
    ReservedForOther,     ///< (who, until)
    Parked,               ///< (until)
    QueueEmpty,
    RulingInvalid,        ///< faults
    EvidenceWindowOpen,   ///< an open evidence request (text: party code, until)
    RecallWindowOver,     ///< (until)
    OtherContent,         ///< the command id was used before for something else
    AlreadyAppealed,      ///< once per party
    AppealWindowOver,     ///< (until)
    PartyUnknown,         ///< the case has no such party
    DeadlinePast,         ///< a deadline that is not in the future
    ParkTooLong,          ///< a case is put aside for a year at most
    TextMissing,          ///< a reason is needed
    BadValue,             ///< (text: what)
    TakesNoCases,         ///< the person's role does not claim cases (text: the name)
    PersonExists,         ///< who works here already is not added (who)
    NoSuchSetting,        ///< (text: the key that was given, closest: the one most like it)
    SettingTooLarge,      ///< beyond what is ever in force (text: the key, closest: the most it may be)
    NoSuchView,           ///< (text: the name that was given)
    ViewNameUnfit,        ///< empty, or too long
    ControlCharacters,    ///< a text or name has some; a case file with them is refused everywhere
    TagUnfit,             ///< empty, too long, of several lines, or with quotes (text: the tag)
    TagOfDesk,            ///< the desk sets and takes it off by itself (text: the tag)
    TooManyExhibits,      ///< (text: how many a case may have)
    MarkUnfit,            ///< (mark: what is wrong with it)
    MarkOnOtherBytes,     ///< made on other bytes than the exhibit has
    TooManyMarks,         ///< (text: how many a case may have)
    NoSuchMark,           ///< (text: the id); also one that was removed
    NoSuchNote,           ///< (text: the id); also one that was removed
    NotYourNote,          ///< one's own notes, and for supervisors everybody's (who: its author)
    NotYourMark,          ///< one's own marks, and for supervisors everybody's (who: its author)
    MarkCited,            ///< a ruling or a draft points at it: it stays as it is (text: the id)
    CalendarMissing,      ///< (text: year)
    NoRuleBook,
    NoFrameThen,          ///< a time of a film at which no frame begins (text: the exhibit with the key, "v1/pts"; faults: one, with the next frames)
    RegionOutside,        ///< a region that does not lie in its picture, page or frame (text: the exhibit, closest: its size, "640 × 480")
    EvidenceRefused,      ///< the file is no acceptable exhibit (text)
    VaultBroken,
    FileLost,             ///< of an exhibit: the evidence vault does not have it any more (text: the exhibit)
    FileAltered,          ///< of an exhibit: its bytes in the evidence vault are not those that were handed in (text: the exhibit)
    NotRecorded,          ///< the connection broke first, as the database says now (text: "ruling" when it was one)
    StoreBusy, StoreReadOnly, StoreOffline, StoreBroken
};

struct CommandError
{
    CommandFault fault = CommandFault::StoreBroken;
    QString who, text, closest;
    std::optional<domain::UtcMs> since, until;
    std::optional<domain::DisputeState> state;
    QList<domain::RulingFault> faults;
    std::optional<domain::MarkFault> mark;
    domain::RuleBook book; ///< RulingInvalid: where the elements of the faults have their names

    CommandError(CommandFault f) : fault(f) {}
    CommandError(CommandFault f, QString t) : fault(f), text(std::move(t)) {}
    CommandError(StoreError error);
};

template<typename T>
using Done = domain::Result<T, CommandError>;

} // namespace arb::usecases
