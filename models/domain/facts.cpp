// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/policy.h>

#include "rulebookdata.h"

#include <QtCore/QSet>

#include <algorithm>

namespace arb::domain {

namespace {

constexpr qint64 usualAnswerMs = 48 * hourMs; ///< what a merchant has to answer when the case names no deadline

std::optional<UtcMs> firstEvent(const QList<LogisticsScan> &scans, const QString &event)
{
    const auto found = std::ranges::find(scans, event, &LogisticsScan::event);
    return found == scans.cend() ? std::nullopt : std::optional(found->at);
}

/// No valid ground, whatever the case; a shop's notice "no unboxing video, no service" binds nobody.
constexpr const char *neverGrounds[] = {"signed_means_accepted", "no_unboxing_video", "change_reason", "warehouse_moving",
                                        "on_holiday", "nothing_offered"};
/// Without any chat on record these are claims, not grounds.
constexpr const char *groundsOfChat[] = {"agreed_in_chat", "already_signed", "operator_error", "goods_not_received",
                                         "waybill_wrong", "amount_changed", "address_mismatch"};

bool aboutQuality(Reason reason)
{
    switch (reason) {
    case Reason::QualityDefect: case Reason::NotAsDescribed: case Reason::WrongItem: case Reason::MissingItem: case Reason::Damaged:
    case Reason::Counterfeit: case Reason::FreshFood: case Reason::GiftMissing:
        return true;
    case Reason::NotReceived: case Reason::LateShipment: case Reason::SevenDayNoReason: case Reason::TrackAbnormal:
    case Reason::RefusedAtDoor: case Reason::NoLongerWanted: case Reason::Other:
        return false;
    }
    return false;
}

/// Refusals without cause, as Douyin lists them (DY-113278).
bool unfounded(const CaseFile &file, const MerchantAnswer &answer)
{
    if (answer.decision != AnswerDecision::Refused && answer.decision != AnswerDecision::Partial)
        return false;
    const auto isOneOf = [&](const auto &codes) {
        return std::ranges::any_of(codes, [&](const char *code) { return answer.reason == QLatin1StringView(code); });
    };
    if (isOneOf(neverGrounds))
        return true;
    if (isOneOf(groundsOfChat))
        return file.chat.isEmpty();
    if (answer.reason == u"no_seven_day")
        return aboutQuality(file.afterSale.reason); // the seven-day service has nothing to do with quality
    if (answer.reason == u"already_shipped") {
        const auto pickedUp = firstEvent(file.logistics, QStringLiteral("picked_up"));
        return !pickedUp || *pickedUp > file.afterSale.appliedAt;
    }
    return false;
}

/// 本人 and the like, or the buyer by name; a pick-up point, a locker or a neighbour is not the receiver (docs/bundle.md).
bool receiverSigned(const CaseFile &file)
{
    const QString by = file.order.signedBy.trimmed();
    const bool named = !file.buyer.name.isEmpty() && by == file.buyer.name;
    const bool self = by.contains(QStringLiteral("本人")) && !by.contains(QStringLiteral("非本人"));
    return by.isEmpty() || named || self || by == u"buyer" || by == u"self";
}

/// Hours begun: exactly 48 hours are 48, a moment more is 49, so that "within 48 hours" holds to the millisecond.
qint64 hoursBegun(qint64 ms)
{
    return ms <= 0 ? ms / hourMs : (ms + hourMs - 1) / hourMs;
}

void addTimes(Facts &facts, const CaseFile &file, const BusinessCalendar &calendar)
{
    const Order &order = file.order;
    facts.insert(QStringLiteral("signed"), order.signedAt.has_value());
    facts.insert(QStringLiteral("hasPickupScan"), firstEvent(file.logistics, QStringLiteral("picked_up")).has_value());
    if (order.shippedAt) {
        // Full hours: the rule begins with the 48th that is over. The record ends with the escalation.
        const UtcMs pickedUp = firstEvent(file.logistics, QStringLiteral("picked_up")).value_or(file.escalatedAt);
        facts.insert(QStringLiteral("hoursWithoutPickup"), std::max<qint64>(0, (pickedUp - *order.shippedAt) / hourMs));
    }
    if (order.promisedShipBy) {
        const UtcMs shipped = firstEvent(file.logistics, QStringLiteral("picked_up")).value_or(order.shippedAt.value_or(file.escalatedAt));
        facts.insert(QStringLiteral("shippedLate"), shipped > *order.promisedShipBy);
    }
    // The live-goods clock runs from the pick-up notice, which comes before the signature.
    std::optional<UtcMs> notice = firstEvent(file.logistics, QStringLiteral("out_for_delivery"));
    if (!notice)
        notice = order.signedAt;
    if (notice)
        facts.insert(QStringLiteral("hoursNoticeToApplied"), hoursBegun(file.afterSale.appliedAt - *notice));
    if (!order.signedAt)
        return;
    facts.insert(QStringLiteral("signedByReceiver"), receiverSigned(file));
    facts.insert(QStringLiteral("hoursSignedToApplied"), hoursBegun(file.afterSale.appliedAt - *order.signedAt));
    facts.insert(QStringLiteral("daysSinceSigned"),
                 order.signedAt->toPlatform().date().daysTo(file.afterSale.appliedAt.toPlatform().date()));
    const ClockSpec rolled{.kind = ClockSpec::Kind::FullDays, .count = 7, .roll = true, .opens = {}, .closes = {}};
    const ClockSpec law{.kind = ClockSpec::Kind::FullDays, .count = 7, .roll = false, .opens = {}, .closes = {}};
    auto due = calendar.due(*order.signedAt, rolled);
    const bool known = due.ok();
    if (!known)
        due = calendar.due(*order.signedAt, law); // a year without data must not turn a buyer away
    facts.insert(QStringLiteral("withinSevenDays"), inTime(file.afterSale.appliedAt, due->at));
    facts.insert(QStringLiteral("windowRolled"), due->beforeRoll.has_value() && file.afterSale.appliedAt > *due->beforeRoll);
}

void addAnswer(Facts &facts, const CaseFile &file, UtcMs now)
{
    const MerchantAnswer *answer = latestAnswer(file);
    const bool overdue = file.afterSale.merchantDueAt.value_or(file.afterSale.appliedAt.plusMs(usualAnswerMs)) < now;
    facts.insert(QStringLiteral("merchantSilent"), (!answer && overdue) || (answer && answer->decision == AnswerDecision::Silent));
    if (!answer)
        return;
    facts.insert(QStringLiteral("answerDecision"), toCode(answer->decision));
    facts.insert(QStringLiteral("answerReason"), answer->reason);
    facts.insert(QStringLiteral("answerRound"), answer->round);
    facts.insert(QStringLiteral("refusalUnfounded"), unfounded(file, *answer));
}

} // namespace

bool isFactName(const QString &name)
{
    static const QSet<QString> names{
        QStringLiteral("reason"), QStringLiteral("reasonFound"), QStringLiteral("type"), QStringLiteral("tradeKind"),
        QStringLiteral("category"), QStringLiteral("platform"), QStringLiteral("claimedFen"), QStringLiteral("paidFen"),
        QStringLiteral("disputedFen"), QStringLiteral("daysSinceSigned"), QStringLiteral("signed"), QStringLiteral("sevenDayReturn"),
        QStringLiteral("withinSevenDays"), QStringLiteral("windowRolled"), QStringLiteral("answerDecision"),
        QStringLiteral("answerReason"), QStringLiteral("answerRound"), QStringLiteral("merchantSilent"),
        QStringLiteral("refusalUnfounded"), QStringLiteral("hasPickupScan"), QStringLiteral("hasReturnLeg"),
        QStringLiteral("hoursSignedToApplied"), QStringLiteral("hoursNoticeToApplied"), QStringLiteral("signedByReceiver"),
        QStringLiteral("shippedLate"), QStringLiteral("giftValueFen"), QStringLiteral("freightInsurance"),
        QStringLiteral("appealRound"), QStringLiteral("duplicate"), QStringLiteral("evidenceTimedOutBuyer"),
        QStringLiteral("evidenceTimedOutMerchant"), QStringLiteral("badShare"), QStringLiteral("merchantShare"),
        QStringLiteral("lossFen"), QStringLiteral("freightFen"), QStringLiteral("partialClaim"), QStringLiteral("hoursWithoutPickup")};
    return names.contains(name) || (name.startsWith(u"finding:") && name.size() > 8);
}

Money giftValue(const Order &order)
{
    Money sum;
    for (const Gift &gift : order.gifts)
        sum += gift.value;
    return sum;
}

Facts factsOf(const CaseFile &file, const ReviewerFindings &findings, const CaseCircumstances &circumstances,
              const BusinessCalendar &calendar, UtcMs now)
{
    Facts facts;
    const auto put = [&](const char *name, const QJsonValue &value) { facts.insert(QString::fromLatin1(name), value); };
    put("reason", toCode(file.afterSale.reason));
    put("reasonFound", toCode(findings.reasonFound.value_or(file.afterSale.reason)));
    put("type", toCode(file.afterSale.type));
    put("tradeKind", toCode(file.tradeKind));
    put("category", file.category);
    put("platform", file.platform);
    put("claimedFen", file.afterSale.claimed.fen());
    put("paidFen", file.order.paid.fen());
    put("disputedFen", disputedSum(file).fen());
    if (file.order.sevenDayReturn)
        put("sevenDayReturn", toCode(*file.order.sevenDayReturn));
    if (file.order.freightInsurance)
        put("freightInsurance", *file.order.freightInsurance);
    put("hasReturnLeg", file.returnLeg.has_value());
    put("freightFen", file.order.freight.fen());
    put("partialClaim", file.afterSale.claimed < refundableBalance(file));
    put("giftValueFen", giftValue(file.order).fen());
    put("appealRound", circumstances.appealRound);
    put("duplicate", circumstances.duplicateRuled);
    put("evidenceTimedOutBuyer", circumstances.evidenceTimedOutBuyer);
    put("evidenceTimedOutMerchant", circumstances.evidenceTimedOutMerchant);
    addTimes(facts, file, calendar);
    addAnswer(facts, file, now);
    if (findings.badSharePercentTimes10)
        put("badShare", *findings.badSharePercentTimes10);
    if (findings.merchantSharePercent)
        put("merchantShare", *findings.merchantSharePercent);
    if (findings.loss)
        put("lossFen", findings.loss->fen());
    for (auto it = findings.elements.cbegin(); it != findings.elements.cend(); ++it)
        facts.insert(QString(QStringLiteral("finding:") + it.key()), toCode(it.value()));
    return facts;
}

} // namespace arb::domain
