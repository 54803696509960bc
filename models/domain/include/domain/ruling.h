// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/casefile.h>
#include <domain/codes.h>
#include <domain/coverage.h>
#include <domain/money.h>
#include <domain/time.h>
#include <domain/viewing.h>

#include <QtCore/QList>
#include <QtCore/QRect>
#include <QtCore/QString>

#include <array>
#include <optional>

/// What a reviewer decides. Blame, outcome and payers are three separate things.
namespace arb::domain {

enum class OutcomeCode {
    ReturnAndRefund, RefundFull, RefundPartial, RejectClaim, Resend, Exchange, Repair, NotEnoughEvidence, NotAccepted
};
enum class FundSource { OrderFunds, Reserve, Deposit, PlatformAdvance }; ///< original_route in files is OrderFunds
enum class FreightPayer { Buyer, Merchant, Platform };
enum class NoReturnReason { NotReceived, CannotBeReturned, MustNotCirculate, Agreed, MerchantWillNotHelp, DifferenceOnly };
enum class Verdict { Proved, NotProved, NotEnough };
enum class LegKind { Refund, Compensation, FreightRefund, Coupon };
enum class ConductCode { Liable, UnfoundedRefusal, LateShipment, NoAnswer, LateExecution, FalseEvidence, FraudShipment, Counterfeit };

/// Percent by party; all zero means nobody is to blame, otherwise the shares add up to 100.
struct Blame
{
    int merchant = 0, creator = 0, platform = 0, buyer = 0;
    bool nobody() const { return merchant == 0 && creator == 0 && platform == 0 && buyer == 0; }
    int sum() const { return merchant + creator + platform + buyer; }
    /// In the order of splitByPercent: merchant, creator, platform, buyer.
    std::array<int, 4> percents() const { return {merchant, creator, platform, buyer}; }
    bool operator==(const Blame &) const = default;
};

/// Points at exactly one of exhibit, message, logistics scan or fact, and inside an exhibit at one place (a message is such
/// a place of a chat that was handed in).
struct Citation
{
    QString exhibit;                ///< exhibit id
    QByteArray sha256;              ///< placeDigest when cited; filled in at signing when absent
    std::optional<QRect> region;    ///< pixels of the upright full-size picture; for PDF, of the page at 144 dpi
    std::optional<int> page;        ///< from 1
    std::optional<qint64> frame;    ///< from 0 in presentation order
    std::optional<qint64> pts;      ///< microseconds of the container timestamp
    std::optional<qint64> frameEnd; ///< last frame of a span, with ptsEnd; absent: one frame
    std::optional<qint64> ptsEnd;
    QString message;                ///< chat message id, of the case's chat or, beside `exhibit`, of the log in that exhibit
    QString messageEnd;             ///< last message of a range in the order of the log; empty: one message
    std::optional<int> logistics;   ///< index from 0 into logistics[]
    QString fact;                   ///< JSON pointer into case.json
    MarkId mark;                    ///< the mark it was made from; region and page are then the mark's
    std::optional<ViewState> view;  ///< how the picture was looked at
    bool operator==(const Citation &) const = default;
};

/// What @p citation points at outside of exhibits, in its RFC 8785 form: the message (of a range: the array of its messages)
/// or the scan as case.json has it, or the value of the fact. Empty for places in exhibits, for what is not there, and for
/// the list of exhibits, which grows. @p file is as handed in: nothing of it is masked.
QByteArray citedText(const Citation &citation, const CaseFile &file);
/// SHA-256 of what is cited: of the exhibit's bytes, or of citedText. Of a masked file it is what was noted before the masks
/// came (CaseFile::placesBeforeMasking), never a digest of stars. Empty: not known, or not there.
QByteArray placeDigest(const Citation &citation, const CaseFile &file);
/// By which name CaseFile::placesBeforeMasking has a place outside of exhibits.
QString placeKey(const Citation &citation);

/// Was it made on other bytes than stand there in @p file? Then nobody knows what it would show there. What was stored
/// without a digest, is not there at all, or cannot be compared through masks is not held against it.
bool meansOtherBytes(const Citation &citation, const CaseFile &file);

/// Without the digest of a message, scan or fact: from it the few digits that a mask hides could be guessed, so it goes to
/// nobody who does not see the text itself. Digests of files stay.
Citation withoutTextDigest(Citation citation);

/// The place that a derived exhibit was made of.
Citation sourceOf(const Derivation &derivation);

struct Finding
{
    QString element;                ///< element code of the rule book, or empty
    std::optional<Verdict> verdict; ///< absent while a draft has not concluded it; a ruling always has one
    QString text;
    QList<Citation> citations;
    std::optional<int> permille{};  ///< the share counted on the evidence: 375 of 1,000 are bad
    std::optional<Money> sum{}; ///< what was found in money (element loss)
    bool operator==(const Finding &) const = default;
};

struct RulingItem
{
    QString sku;
    int quantity = 1;
    bool operator==(const RulingItem &) const = default;
};

struct MoneyLeg
{
    LegKind kind = LegKind::Refund;
    Money sum;
    Party to = Party::Buyer;
    std::optional<Party> from; ///< who pays when it does not follow from blame
    bool operator==(const MoneyLeg &) const = default;
};

struct Funding
{
    FundSource source = FundSource::OrderFunds;
    Money sum;
    bool operator==(const Funding &) const = default;
};

/// Conduct found, which carries penalty points by the rule book's table when the ruling counts toward metrics.
struct Conduct
{
    ConductCode code = ConductCode::Liable;
    Party party = Party::Merchant;
    bool operator==(const Conduct &) const = default;
};

/// Elements that are concluded by a number beside the verdict (Finding::permille).
inline bool isCountedElement(const QString &element)
{
    return element == u"bad_share";
}
/// Elements that are concluded by a sum beside the verdict (Finding::sum).
inline bool isPricedElement(const QString &element)
{
    return element == u"loss";
}

struct Ruling
{
    QString commandId; ///< made by the caller; the same id again returns the same ruling
    OutcomeCode outcome = OutcomeCode::ReturnAndRefund;
    Blame blame;
    Money refund;
    QList<Funding> funding;                ///< empty: all from order funds
    std::optional<FreightPayer> outboundFreight, returnFreight;
    std::optional<Reason> reasonFound;     ///< absent: as filed
    std::optional<NoReturnReason> noReturnReason;
    std::optional<QString> clause;         ///< rule-book clause id; absent: the suggestion's; empty: none applies
    bool countsTowardMetrics = false;
    QList<RulingItem> items;
    QList<MoneyLeg> legs;                  ///< empty: one refund leg of the whole refund
    QString executeBy;                     ///< clock spec; empty: the outcome's default
    QList<Conduct> conduct;
    QList<Finding> findings;
    QString reasonsZh, reasonsEn;
    QString departure;                     ///< why it departs from the suggestion
    std::optional<CaseCoverage> coverage;  ///< what its signer had on show: the desk's to write, at signing, whatever stood here
    bool operator==(const Ruling &) const = default;
};

/// The same for all that it cites.
Ruling withoutTextDigests(Ruling ruling);

/// A ruling being written: the outcome, too, may not be chosen yet.
struct RulingDraft
{
    Ruling ruling;
    bool outcomeChosen = false; ///< otherwise ruling.outcome means nothing
    bool operator==(const RulingDraft &) const = default;
};

template<> std::span<const CodeRow<OutcomeCode>> codeTable<OutcomeCode>();
template<> std::span<const CodeRow<FundSource>> codeTable<FundSource>();
template<> std::span<const CodeRow<FreightPayer>> codeTable<FreightPayer>();
template<> std::span<const CodeRow<NoReturnReason>> codeTable<NoReturnReason>();
template<> std::span<const CodeRow<Verdict>> codeTable<Verdict>();
template<> std::span<const CodeRow<LegKind>> codeTable<LegKind>();
template<> std::span<const CodeRow<ConductCode>> codeTable<ConductCode>();

} // namespace arb::domain
