// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/codes.h>
#include <domain/money.h>
#include <domain/time.h>

#include <QtCore/QHash>
#include <QtCore/QJsonObject>
#include <QtCore/QList>
#include <QtCore/QRect>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <optional>

/// The case as it was handed in: plain values, made from case.json (domain/casejson.h) and never changed afterwards,
/// but for exhibits that parties supplement. What the desk makes of it lives in caserecord.h.
namespace arb::domain {

enum class Party { Buyer, Merchant, Creator, Platform };
enum class TradeKind { Normal, Live, Presale, Custom, CrossBorder, SecondHand, Service, Virtual };
enum class AfterSaleType { ReturnRefund, RefundShipped, RefundUnshipped, Exchange, Resend, Repair, PriceProtection };
enum class Reason {
    QualityDefect, NotAsDescribed, WrongItem, MissingItem, Damaged, NotReceived, LateShipment, SevenDayNoReason,
    Counterfeit, FreshFood, GiftMissing, TrackAbnormal, RefusedAtDoor, NoLongerWanted, Other
};
enum class AnswerDecision { Agreed, Refused, Partial, Silent };
enum class SevenDayReturn { Yes, No, ExcludedUnconfirmed };
enum class ExhibitKind { Image, Video, Chat, Document, Logistics, Text };
enum class CaseFlag { Regulator, Media, Injury, FoodSafety, Minor, HighValue };
enum class LinkKind { Duplicate, SameSku, SameBuyer, Earlier };

/// Counts of a party's past, as the platform handed them in; absent counts are not zero but unknown.
struct PartyHistory
{
    std::optional<int> orders, afterSales, interventions, upheld, windowDays;
    bool operator==(const PartyHistory &) const = default;
};

/// One side of the dispute. name, phone and address are personal data: kept in their own table, masked wherever shown.
struct PartyInfo
{
    QString id; ///< the platform's id; with the platform it is the natural key
    QString name, phone, address;
    PartyHistory history;
    bool operator==(const PartyInfo &) const = default;
};

struct Listing
{
    QString title;
    QStringList claims;
    QStringList images; ///< paths under data/
    bool operator==(const Listing &) const = default;
};

struct OrderItem
{
    QString sku, title;
    int quantity = 1;
    Money paid;
    bool operator==(const OrderItem &) const = default;
};

struct Gift
{
    QString title;
    Money value;
    bool operator==(const Gift &) const = default;
};

struct Order
{
    QString orderNo, product, sku;
    int quantity = 1;
    Money price, paid, freight, alreadyRefunded;
    std::optional<bool> freightInsurance;
    std::optional<SevenDayReturn> sevenDayReturn;
    std::optional<UtcMs> orderedAt, promisedShipBy, shippedAt, signedAt;
    std::optional<UtcMs> paidAt; ///< when the buyer paid, where the platform hands it over
    QString signedBy, carrier, waybillNo;
    Listing listing;
    QList<OrderItem> items;
    QList<Gift> gifts;
    bool operator==(const Order &) const = default;
};

struct MerchantAnswer
{
    int round = 1; ///< 1 the first answer (afterSale.merchantAnswer), 2 the one after the goods came back …
    std::optional<UtcMs> at;
    AnswerDecision decision = AnswerDecision::Silent;
    QString reason; ///< open code list (signed_means_accepted, returned_damaged …)
    QString text;
    bool operator==(const MerchantAnswer &) const = default;
};

struct AfterSale
{
    QString no;
    AfterSaleType type = AfterSaleType::ReturnRefund;
    Reason reason = Reason::Other; ///< the reason filed; the reason found belongs to the ruling
    int quantity = 1;
    Money claimed;
    UtcMs appliedAt;
    std::optional<UtcMs> merchantDueAt;
    QList<MerchantAnswer> answers; ///< by round; empty when the merchant never answered
    std::optional<bool> buyerHasGoods;
    bool operator==(const AfterSale &) const = default;
};

struct LogisticsScan
{
    UtcMs at;
    QString place, event, text; ///< event is an open code list (created, picked_up, signed …)
    bool operator==(const LogisticsScan &) const = default;
};

/// The goods' way back to the merchant.
struct ReturnLeg
{
    QString waybillNo, carrier, signedBy;
    std::optional<UtcMs> shippedAt, signedAt;
    QList<LogisticsScan> logistics;
    bool operator==(const ReturnLeg &) const = default;
};

struct ChatMessage
{
    QString id;
    UtcMs at;
    Party from = Party::Buyer;
    QString text;
    QString exhibit; ///< id of an exhibit shown with the message, or empty
    std::optional<UtcMs> recalledAt, editedAt;
    QString replyTo; ///< id of an earlier message, or empty
    bool operator==(const ChatMessage &) const = default;
};

/// How an exhibit was made of another one at the desk.
enum class DerivedHow { Frame, Crop, Ocr };

/// Where an exhibit comes from that the desk made of another: whoever looks at it can go to the place in its source.
struct Derivation
{
    QString exhibit;             ///< the source's id
    QByteArray sha256;           ///< of the source's bytes then
    DerivedHow how = DerivedHow::Frame;
    std::optional<qint64> frame; ///< of a film, from 0 in presentation order, with pts (microseconds of the container)
    std::optional<qint64> pts;
    std::optional<int> page;     ///< of a document, from 1
    std::optional<QRect> region; ///< of a crop: pixels of the upright full-size picture, of a page at 144 dpi
    QString tool;                ///< what made it, with its version
    bool operator==(const Derivation &) const = default;
};

struct Exhibit
{
    QString id; ///< unique in its case
    Party party = Party::Buyer;
    ExhibitKind kind = ExhibitKind::Image;
    QString file;      ///< relative to data/, as handed in
    QByteArray sha256; ///< 64 lower-case hex digits: the name of the bytes in the vault
    QString caption, element;
    UtcMs submittedAt;
    qint64 size = 0; ///< bytes; 0 until the bytes were staged
    QJsonObject facts; ///< what the file itself says (capturedAt, device, width, height, durationUs …); hints, never verdicts
    std::optional<Derivation> derivedFrom{}; ///< made at the desk of this exhibit of the same party; absent: handed in
    bool operator==(const Exhibit &) const = default;
};

struct CaseNote
{
    UtcMs at;
    QString from, text;
    bool operator==(const CaseNote &) const = default;
};

struct CaseLink
{
    QString caseNo;
    LinkKind kind = LinkKind::Earlier;
    bool operator==(const CaseLink &) const = default;
};

/// A key of case.json that the program does not know: kept and shown as "other facts".
struct OtherFact
{
    QString pointer; ///< JSON pointer into case.json
    QString value;   ///< compact JSON
    bool operator==(const OtherFact &) const = default;
};

struct CaseFile
{
    QString caseNo, platform;
    UtcMs escalatedAt;
    std::optional<UtcMs> evidenceClosedAt; ///< when the evidence windows closed; absent: 48 h after escalation
    TradeKind tradeKind = TradeKind::Normal;
    QString category; ///< open code list
    Order order;
    PartyInfo buyer, merchant;
    std::optional<PartyInfo> creator;
    AfterSale afterSale;
    std::optional<ReturnLeg> returnLeg;
    QList<LogisticsScan> logistics;
    QList<ChatMessage> chat;
    QList<Exhibit> exhibits;
    QList<CaseNote> notes;
    QList<CaseFlag> flags;
    QList<CaseLink> links;
    QList<OtherFact> otherFacts;
    QJsonObject document; ///< case.json as handed in with the digests filled in; personal data removed once stored
    /// Of a masked file, and of no other: digests of cited messages, scans and facts as they were before (domain/ruling.h,
    /// placeDigest), by placeKey. What is missing here cannot be told through the masks.
    std::optional<QHash<QString, QByteArray>> placesBeforeMasking{};
    bool operator==(const CaseFile &) const = default;
};

/// min(claimed, paid + freight - already refunded), never below zero: the most a ruling can give back.
Money disputedSum(const CaseFile &file);
/// paid + freight - already refunded.
Money refundableBalance(const CaseFile &file);
/// The buyer asks for more than the refundable balance.
bool claimsTooMuch(const CaseFile &file);
/// The merchant's newest answer, or nullptr.
const MerchantAnswer *latestAnswer(const CaseFile &file);
/// A picture of the listing that case.json does not name as an exhibit: it became one when the case came in, "listing-N"
/// of the platform, so that it is kept and can be cited.
bool isListingPicture(const CaseFile &file, const Exhibit &exhibit);
const Exhibit *findExhibit(const CaseFile &file, const QString &id);
const ChatMessage *findMessage(const CaseFile &file, const QString &id);

template<> std::span<const CodeRow<Party>> codeTable<Party>();
template<> std::span<const CodeRow<TradeKind>> codeTable<TradeKind>();
template<> std::span<const CodeRow<AfterSaleType>> codeTable<AfterSaleType>();
template<> std::span<const CodeRow<Reason>> codeTable<Reason>();
template<> std::span<const CodeRow<AnswerDecision>> codeTable<AnswerDecision>();
template<> std::span<const CodeRow<SevenDayReturn>> codeTable<SevenDayReturn>();
template<> std::span<const CodeRow<ExhibitKind>> codeTable<ExhibitKind>();
template<> std::span<const CodeRow<DerivedHow>> codeTable<DerivedHow>();
template<> std::span<const CodeRow<CaseFlag>> codeTable<CaseFlag>();
template<> std::span<const CodeRow<LinkKind>> codeTable<LinkKind>();

} // namespace arb::domain
