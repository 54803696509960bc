// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <usecases/desk.h>

namespace arb::usecases {

/// What an input became.
enum class AdmitOutcome { Imported, AlreadyPresent };
struct Admitted
{
    AdmitOutcome outcome = AdmitOutcome::Imported;
    domain::CaseId id;
    QString caseNo;
};
struct AdmitError
{
    /// NumberTaken: same number, other content. NotAllowed: the actor may not import.
    enum class Kind { NumberTaken, NotAllowed, Store } kind = Kind::Store;
    QString caseNo;
    QByteArray ours, theirs; ///< SHA-256 of the canonical case.json, when NumberTaken
    std::optional<StoreError> store;
};

/// A case that is checked and whose bytes are in the vault (or staged beside the rows): ready to become a row.
struct StagedCase
{
    domain::CaseFile file; ///< digests, sizes and media facts filled in
    QByteArray bundleDigest;
    std::optional<EarlierRecord> earlier{};
    domain::Examination examination{}; ///< of a sealed export
    QList<DeskNote> notes{};           ///< of a sealed export; they get ids of this desk
};

/// Admits staged cases always into Queued, whatever their dates: late, early and duplicate applications are flagged,
/// never dropped. Computes deadlines, rank and the admission's audit entry; many cases in one transaction.
class AdmitCases
{
public:
    explicit AdmitCases(const Desk &desk) : m_desk(desk) {}
    /// One answer per staged case, in order. All new ones go in together, or (store error) none of them.
    QList<domain::Result<Admitted, AdmitError>> operator()(const Actor &actor, const QList<StagedCase> &cases) const;

private:
    const Desk &m_desk;
};

} // namespace arb::usecases
