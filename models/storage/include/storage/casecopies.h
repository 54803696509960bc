// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <storage/database.h>

#include <domain/casefile.h>
#include <domain/dispute.h>
#include <domain/ids.h>
#include <domain/rank.h>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

/// Very many cases out of few, for a demo: each is a copy of a case that came about through the use cases, under another
/// number, with other people, moved in time. All its rows come along, so that whatever holds for the model holds for the
/// copy: states, clocks, rulings, tasks, points, search tokens, and an audit chain of its own that verifies. Exhibits
/// point at the model's bytes.
namespace arb::storage {

class CaseStencil;

/// What may be made of a case that is copied.
struct CopyModel
{
    domain::CaseId id;
    domain::DisputeState state = domain::DisputeState::Queued;
    QString platform, category, waybill; ///< waybill empty: no parcel
    domain::UtcMs orderedAt, admittedAt, lastAt; ///< lastAt: the newest entry of its audit trail
    std::optional<domain::UtcMs> nextDue; ///< when time moves the case by itself (lease, evidence, task …)
    domain::Money paid;
    bool priceFixed = false; ///< a ruling, or some text, names the sums
};

/// One copy. Texts need no escaping in JSON: no quotes, backslashes or control characters.
struct CaseCopy
{
    qsizetype model = 0;  ///< place in CaseCopies::models()
    qint64 movedMs = 0;   ///< whole seconds
    QString caseNo, orderNo, afterSaleNo, waybill;
    QString buyerId, buyerName, buyerPhone, buyerAddress;
    QString shopId, shopName, shopPhone, shopAddress;
    std::optional<domain::Money> paid; ///< instead of the model's; the claim follows in proportion. Not where priceFixed
};

/// Knows the models and writes the copies. For a database that nobody else uses yet and that is nearly empty: indices
/// are made again after the load.
class CaseCopies
{
public:
    /// Cases that cannot be copied faithfully (links, sums or texts that do not fit) are left out of models().
    static usecases::Stored<std::unique_ptr<CaseCopies>> of(Database &database, const QList<domain::CaseId> &cases,
                                                            const domain::RankWeights &weights);
    ~CaseCopies();
    CaseCopies(const CaseCopies &) = delete;
    CaseCopies &operator=(const CaseCopies &) = delete;

    const std::vector<CopyModel> &models() const { return m_models; }

    /// Called on a thread of its own, so that making and writing copies go on side by side; nothing ends it. Best in the
    /// order of admission, since that is the order of ids.
    using Next = std::function<std::optional<CaseCopy>()>;
    /// Is told how many are written; false stops, and then nothing was written.
    using Progress = std::function<bool(qint64 written)>;
    /// All copies in one transaction. False: stopped.
    usecases::Stored<bool> write(const Next &next, const Progress &progress);

private:
    explicit CaseCopies(Session &session);

    Session &m_session;
    std::vector<CopyModel> m_models;
    std::vector<std::unique_ptr<CaseStencil>> m_stencils; ///< of m_models
};

} // namespace arb::storage
