// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <usecases/desk.h>
#include <usecases/readings.h>

#include <domain/masking.h>
#include <domain/policy.h>

#include <optional>

namespace arb::usecases {

/// A case as a person may see it now: the record, the rule book's view of it, and what may be done.
struct CaseView
{
    CaseRecord record; ///< personal data masked unless `unmasked`
    bool unmasked = false;
    domain::Masks masks; ///< what is hidden of it, for words that come from elsewhere (files, readings, history); nothing() if `unmasked`
    domain::RuleBook book; ///< in force for this case
    domain::Assessment assessment;
    QList<CaseHeader> earlier; ///< other cases of the same buyer or merchant, newest first, at most 20
    int merchantPoints = 0;    ///< valid now
    int merchantLevel = 0;     ///< standing level now
    DeskPolicy policy;
    domain::BusinessCalendar calendar;
    domain::UtcMs now;
    QList<CaseReading> readings; ///< what a machine read in its pictures so far; masked unless `unmasked`
    std::optional<CommandError> claimRefusal; ///< of a case that waits: why whoever looks cannot claim it; nothing when they can
};

/// Loads a case, masks it, assesses it. Reads only; a role without ReadCases is NotAllowed.
/// @p findings and @p reasonFound are what the reviewer has marked so far (they change the suggestion).
class OpenCase
{
public:
    explicit OpenCase(const Desk &desk) : m_desk(desk) {}
    Done<CaseView> operator()(const Actor &actor, domain::CaseId id) const;
    /// The suggestion again, with what the reviewer found meanwhile; pure but for reading nothing.
    static domain::Assessment reassess(const CaseView &view, const domain::Ruling &draft);

private:
    const Desk &m_desk;
};

/// The book that governs the case: of an appeal the first ruling's version, else the one in force at escalation (or the
/// newest, where that book says it applies to unfinished cases).
Done<domain::RuleBook> bookOfCase(const Desk &desk, const CaseRecord &record);
/// The assessment of a record with what @p draft holds of findings and reason found.
domain::Assessment assessRecord(const CaseRecord &record, const domain::RuleBook &book, const domain::BusinessCalendar &calendar,
                                domain::UtcMs now, const domain::Ruling &draft);

/// Whose names, phones and addresses @p file tells; a shop's name is public.
domain::Masks masksOf(const domain::CaseFile &file);
/// All that @p record cites: in rulings, those that came in with the case too, in drafts and notes. Texts that are no whole ruling
/// cite nothing.
QList<domain::Citation> citedIn(const CaseRecord &record);
/// Digests of what @p citations name outside of exhibits in @p file, which is not masked: for
/// CaseFile::placesBeforeMasking. Those that were stored without a digest have nothing to be compared with and are left out.
QHash<QString, QByteArray> digestsOfPlaces(const QList<domain::Citation> &citations, const domain::CaseFile &file);
/// Masks names, phones, addresses of @p file, by themselves and inside chat, notes and texts, and other personal data there.
domain::CaseFile masked(domain::CaseFile file);

} // namespace arb::usecases
