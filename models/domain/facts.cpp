// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/policy.h>

#include "rulebookdata.h"

#include <QtCore/QSet>

#include <algorithm>

namespace arb::domain {

namespace {

/// Grounds for a refusal that are no valid ground (rules of Douyin against refusing after-sale without cause; a shop's
/// notice "no unboxing video, no service" binds nobody).
bool unfounded(const CaseFile &file, const MerchantAnswer &answer)
{
    if (answer.decision != AnswerDecision::Refused && answer.decision != AnswerDecision::Partial)
        return false;
    if (answer.reason == u"signed_means_accepted" || answer.reason == u"no_unboxing_video")
        return true;
    // "Agreed in chat" without any chat on record is a claim, not a ground.
    return answer.reason == u"agreed_in_chat" && file.chat.isEmpty();
}

std::optional<UtcMs> firstEvent(const QList<LogisticsScan> &scans, const QString &event)
{
    const auto found = std::ranges::find(scans, event, &LogisticsScan::event);
    return found == scans.cend() ? std::nullopt : std::optional(found->at);
}

bool receiverSigned(const Order &order)
{
    // 本人 and the like; a pick-up point, a locker or a neighbour is not the receiver.
    return order.signedBy.isEmpty() || order.signedBy.contains(QStringLiteral("本人")) || order.signedBy == u"buyer" || order.signedBy == u"self";
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
    facts.insert(QStringLiteral("signedByReceiver"), receiverSigned(order));
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
    const bool overdue = !file.afterSale.merchantDueAt || *file.afterSale.merchantDueAt < now;
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
        QStringLiteral("evidenceTimedOutMerchant"), QStringLiteral("badShare"), QStringLiteral("merchantShare")};
    return names.contains(name) || (name.startsWith(u"finding:") && name.size() > 8);
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
    Money gifts;
    for (const Gift &gift : file.order.gifts)
        gifts += gift.value;
    put("giftValueFen", gifts.fen());
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
    for (auto it = findings.elements.cbegin(); it != findings.elements.cend(); ++it)
        facts.insert(QString(QStringLiteral("finding:") + it.key()), toCode(it.value()));
    return facts;
}

} // namespace arb::domain
