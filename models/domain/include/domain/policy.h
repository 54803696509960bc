// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/calendar.h>
#include <domain/casefile.h>
#include <domain/outcomes.h>
#include <domain/penalty.h>
#include <domain/result.h>
#include <domain/ruling.h>

#include <QtCore/QByteArray>
#include <QtCore/QJsonObject>
#include <QtCore/QJsonValue>
#include <QtCore/QMap>
#include <QtCore/QStringList>

#include <memory>
#include <optional>

/// The rule book: versioned data (schema resources/schema/policy-1.json), evaluated by a pure function with a trace.
namespace arb::domain {

struct BookElement
{
    QString code, labelZh, labelEn;
    Party burden = Party::Buyer; ///< who must prove it
};

struct Suggestion
{
    OutcomeCode outcome = OutcomeCode::ReturnAndRefund;
    Blame blame;
    Money refund;
    std::optional<FreightPayer> outboundFreight, returnFreight;
    FundSource fundSource = FundSource::OrderFunds;
    std::optional<NoReturnReason> noReturnReason;
    std::optional<Reason> reasonFound;
    bool countsTowardMetrics = false;
    QList<ConductCode> conduct;
    QString executeBy; ///< clock spec, may be empty
};

/// One condition looked at: which fact, what was wanted, what it is.
struct TraceLine
{
    QString clause;
    QString condition; ///< e.g. "reason in quality_defect,damaged"
    QString fact;      ///< fact name
    QString value;     ///< its value as compact JSON, "unknown" when absent
    bool holds = false;
    bool negated = false; ///< stands under a "not": it speaks for the clause when it does not hold
};

struct BookClause
{
    QString id;
    QString titleZh, titleEn, textZh, textEn;
    QString source, trust; ///< where the rule is from and how far to trust it (O, O2, S, I, EA)
    QStringList elements;  ///< element codes that must be concluded before signing
    bool needsApproval = false;
};

struct RuleBookError
{
    QString pointer; ///< JSON pointer into the book
    QString what;
};

/// A rule book as read; immutable and cheap to copy.
class RuleBook
{
public:
    struct Data;
    RuleBook();
    explicit RuleBook(std::shared_ptr<const Data> data);
    QString id() const;
    QString version() const;
    QString effectiveFrom() const; ///< yyyy-MM-dd
    QString effectiveTo() const;   ///< yyyy-MM-dd, or empty
    bool appliesToUnfinished() const;
    QString platform() const; ///< "*" for all
    const QList<BookElement> &elements() const;
    const QList<BookClause> &clauses() const;
    const BookClause *clause(const QString &id) const;
    const QList<PenaltyRule> &penaltyRules() const;
    const QList<StandingLevel> &ladder() const;
    int pointsFor(ConductCode code) const;
    const Data &data() const { return *m_data; }

private:
    std::shared_ptr<const Data> m_data;
};

/// Parses and checks structure, codes, references and each clause's own examples (one that fires and one that does not).
Result<RuleBook, RuleBookError> parseRuleBook(const QByteArray &json);

/// The closed set of facts a condition may name, as values (string, integer, bool); an absent fact is unknown.
using Facts = QMap<QString, QJsonValue>;

/// What the reviewer has found so far: element → verdict, the reason found, numbers counted on the evidence.
struct ReviewerFindings
{
    QMap<QString, Verdict> elements;
    std::optional<Reason> reasonFound;
    std::optional<int> badSharePercentTimes10; ///< 375 = 37.5 % of the goods are bad
    std::optional<int> merchantSharePercent;
    std::optional<Money> loss; ///< what was lost or damaged is worth
};

/// What the desk knows beside the case file.
struct CaseCircumstances
{
    int round = 1;
    bool appealRound = false;
    bool evidenceTimedOutBuyer = false, evidenceTimedOutMerchant = false;
    bool duplicateRuled = false; ///< the same order and issue has been ruled before
};

/// Facts of a case: pure arithmetic on what was handed in, at platform time @p now.
Facts factsOf(const CaseFile &file, const ReviewerFindings &findings, const CaseCircumstances &circumstances,
              const BusinessCalendar &calendar, UtcMs now);

struct MissingElement
{
    QString element;
    Party burden = Party::Buyer;
    QString clause;
};

struct Assessment
{
    QString clause;       ///< empty: no clause applies
    QStringList applying; ///< all clauses that apply, the weightiest first: `clause` and those behind it
    std::optional<Suggestion> suggestion;
    QList<TraceLine> trace;
    QList<MissingElement> missing; ///< elements of the clause without a finding
    /// Clause ids that would win with one more finding, best first: an element (with the shares of blame where these
    /// are not settled yet), or another reason found, of those that a clause of the book finds.
    QStringList wouldChange;
    QStringList notices; ///< refusal_unfounded, window_rolled, claims_too_much, assumption_window, return_insured
};

/// Looks the case up in @p book. Pure: same facts and book, same answer.
Assessment assess(const CaseFile &file, const Facts &facts, const RuleBook &book);

} // namespace arb::domain
