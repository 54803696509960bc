// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/casefile.h>
#include <domain/codes.h>
#include <domain/ruling.h>
#include <domain/time.h>

#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <optional>

/// Everything in a case that has a time, on one clock. Draws no conclusion: timelinerules.h compares.
///
/// 1. A time that the platform or the desk wrote is exact. A time that a device wrote is what its clock showed.
/// 2. A device's time without a zone may be any instant at which a clock somewhere on earth shows it: from 14 hours before
///    to 12 hours after the same reading in UTC. It stands at the place where a clock of the platform's zone would put it.
/// 3. A device's time with a zone stands where it says; the zone may have been set wrong, so its outer bounds are those of 2,
///    and a clock nobody sets runs off by minutes (clockSkewMs).
/// 4. A film's stamp may be of its first or of its last moment: it reaches one length of the film to both sides.
/// 5. A message of an exported chat is told by a party, too: without a zone it is as in 2, unless enough of the export's messages
///    agree with the platform's log on how its clock goes, whose time it then has; without seconds it reaches one minute on. One
///    rule alone judges it: no file holds what was written after it was handed in.
namespace arb::domain {

enum class TimelineLane { Order, Parcel, ReturnParcel, Chat, Export, AfterSale, Evidence, Capture, Deadline, Desk };
enum class TimelineWhat {
    Ordered,
    Paid,
    DispatchClaimed,
    Signed,
    Scan,
    ReturnDispatched,
    ReturnSigned,
    Message,
    MessageEdited,
    MessageRecalled,
    ExportMessage,
    ExportRest,
    Applied,
    Answered,
    Escalated,
    Submitted,
    Captured,
    Filmed,
    FileChanged,
    ShipBy,
    AnswerBy,
    EvidenceBy,
    EvidenceUsuallyBy,
    RequestedBy,
    NoteTaken,
    DeskStep,
    Now
};
/// How far a time can be trusted to be an instant (1 to 4 above).
enum class TimeCertainty { Exact, DeviceClock, ZoneUnknown };

inline constexpr qint64 zoneAheadMs = 14 * hourMs;   ///< of UTC, the clock that is furthest ahead (Kiribati)
inline constexpr qint64 zoneBehindMs = 12 * hourMs;  ///< and the one furthest behind
inline constexpr qint64 clockSkewMs = 10 * minuteMs; ///< cameras that nobody sets drift by some seconds a month

struct TimelineEvent
{
    TimelineLane lane = TimelineLane::Order;
    TimelineWhat what = TimelineWhat::Ordered;
    Party party = Party::Platform;         ///< whose doing; the platform's where it is nobody's
    TimeCertainty certainty = TimeCertainty::Exact;
    UtcMs at;                              ///< the likeliest
    UtcMs earliest, latest;                ///< as told: equal to `at` when exact
    UtcMs outerEarliest, outerLatest;      ///< whatever the zone of a device's clock: equal to `at` when exact
    qint64 lengthMs = 0;                   ///< of a film
    QString code;                          ///< scan's event, answer's decision, desk's act: open codes
    QString text;                          ///< as handed in: the message, the scan's place, the caption; plain text of strangers
    QString device;                        ///< that took the picture
    QString element;                       ///< that the exhibit was handed in for
    Citation citation;                     ///< what to cite; names nothing where the case file does not hold it
    QStringList exhibits;                  ///< ids of those it is tied to
    QString message;                       ///< id of the chat message it is about
    QString name;                          ///< of an export's message: who says it, as the export calls them
    QString logged;                        ///< and what the platform's log has in its place
    bool operator==(const TimelineEvent &) const = default;
    bool isCitable() const;
};

/// What the timeline shows of an exported chat, made off the window's thread (chatevents.h), or of a text that was handed in.
struct ExportedChat
{
    QString exhibit;
    QList<TimelineEvent> events; ///< the exhibit and its digest are not in them yet; a text has none
    QString words{};             ///< what it repeats of the platform's log (loggedWords), or what the text says (mostStatementWords)
    bool operator==(const ExportedChat &) const = default;
};

/// What the desk knows beside the case file.
struct TimelineExtra
{
    struct Step
    {
        UtcMs at;
        QString action, who; ///< as the audit has them
        bool operator==(const Step &) const = default;
    };
    struct Term ///< evidence asked of a party by the desk
    {
        Party party = Party::Buyer;
        UtcMs askedAt, dueAt;
        QString element;
        bool operator==(const Term &) const = default;
    };
    struct Words ///< what an exhibit says, where somebody has read it: at most mostStatementWords of it are compared
    {
        QString exhibit, text;
        bool operator==(const Words &) const = default;
    };
    QList<Step> steps;
    QList<Term> terms;
    QList<Words> words;
    QList<ExportedChat> exports; ///< of exhibits that are not in the case file, nothing is shown
    std::optional<UtcMs> now; ///< of the desk; absent: nothing is in the future
    bool reopened = false;    ///< appealed or reversed: evidence may come after the first round's term
};

struct CaseTimeline
{
    QList<TimelineEvent> events; ///< by `at`; those of one moment in the order of the case file
    const TimelineEvent *first(TimelineWhat what) const; ///< or nullptr
    int indexOf(TimelineWhat what) const;                ///< of the first, or -1
};

CaseTimeline timelineOf(const CaseFile &file, const TimelineExtra &extra = {});

/// What a file tells of a time: "2026-10-08T21:04:05", with "+08:00" or "Z" where it says so.
struct ToldTime
{
    UtcMs reading; ///< what the clock showed, as if it were UTC
    bool hasZone = false;
    UtcMs at, earliest, latest, outerEarliest, outerLatest; ///< as in TimelineEvent
    bool operator==(const ToldTime &) const = default;
};
std::optional<ToldTime> toldTime(const QString &text, qint64 lengthMs = 0);

template<> std::span<const CodeRow<TimelineLane>> codeTable<TimelineLane>();
template<> std::span<const CodeRow<TimelineWhat>> codeTable<TimelineWhat>();
template<> std::span<const CodeRow<TimeCertainty>> codeTable<TimeCertainty>();

} // namespace arb::domain
