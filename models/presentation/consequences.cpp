// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/consequences.h>

#include <presentation/factwords.h>
#include <presentation/formats.h>
#include <presentation/labels.h>
#include <presentation/recordwords.h>
#include <presentation/rulingwords.h>

#include <usecases/casecommands.h>

#include <QtCore/QCoreApplication>

#include <algorithm>

namespace arb::presentation {

namespace {

struct Consequences
{
    Q_DECLARE_TR_FUNCTIONS(Consequences)
};

std::optional<domain::UtcMs> dueOf(const usecases::CaseView &view, const QString &spec, domain::UtcMs start)
{
    const auto clock = domain::ClockSpec::parse(spec);
    if (!clock)
        return std::nullopt;
    const auto due = view.calendar.due(start, *clock);
    return due ? std::optional(due->at) : std::nullopt;
}

const domain::ExecutionTaskSpec *taskOf(const QList<domain::ExecutionTaskSpec> &plan, domain::TaskKind kind)
{
    const auto found = std::ranges::find(plan, kind, &domain::ExecutionTaskSpec::kind);
    return found == plan.cend() ? nullptr : &*found;
}

} // namespace

QString clockText(const QString &spec)
{
    const auto clock = domain::ClockSpec::parse(spec);
    if (!clock)
        return spec;
    const int count = static_cast<int>(clock->count);
    switch (clock->kind) {
    case domain::ClockSpec::Kind::Hours: return Consequences::tr("%n hour(s)", nullptr, count);
    case domain::ClockSpec::Kind::Days: return Consequences::tr("%n day(s)", nullptr, count);
    case domain::ClockSpec::Kind::FullDays: return Consequences::tr("%n full day(s)", nullptr, count);
    case domain::ClockSpec::Kind::WorkDays: return Consequences::tr("%n working day(s)", nullptr, count);
    case domain::ClockSpec::Kind::Daily: break;
    }
    return spec;
}

namespace {

QString buyerReturnLine(const usecases::CaseView &view, const domain::Ruling &ruling, const domain::ExecutionTaskSpec &back, domain::UtcMs now)
{
    const auto due = dueOf(view, back.due, now);
    const QString until = due ? shortTimeText(*due, now) : back.due;
    const bool freePickUp = ruling.returnFreight && *ruling.returnFreight != domain::FreightPayer::Buyer;
    if (!freePickUp && view.record.file.order.freightInsurance.value_or(false)) {
        return ruling.refund == domain::Money()
            ? Consequences::tr("Buyer: sends back the goods and all parts by %1 (return freight covered by return-freight insurance); no refund.").arg(until)
            : Consequences::tr("Buyer: sends back the goods and all parts by %1 (return freight covered by return-freight insurance) and gets %2 back by "
                               "the original payment method.").arg(until, moneyText(ruling.refund));
    }
    if (ruling.refund == domain::Money()) {
        return freePickUp ? Consequences::tr("Buyer: sends back the goods and all parts by %1 (free pick-up); no refund.").arg(until)
                          : Consequences::tr("Buyer: sends back the goods and all parts by %1 at their own cost; no refund.").arg(until);
    }
    const QString text = freePickUp
        ? Consequences::tr("Buyer: sends back the goods and all parts by %1 (free pick-up) and gets %2 back by the original payment method.")
        : Consequences::tr("Buyer: sends back the goods and all parts by %1 at their own cost and gets %2 back by the original payment method.");
    return text.arg(until, moneyText(ruling.refund));
}

/// What becomes of goods that do not go back; %1 the sum.
QString keptGoodsText(const domain::Ruling &ruling)
{
    if (!ruling.noReturnReason && ruling.outcome == domain::OutcomeCode::ReturnAndRefund)
        return Consequences::tr("Buyer: has sent the goods back and gets %1 back by the original payment method.");
    switch (ruling.noReturnReason.value_or(domain::NoReturnReason::CannotBeReturned)) {
    case domain::NoReturnReason::NotReceived:
        return Consequences::tr("Buyer: has nothing to send back and gets %1 back by the original payment method.");
    case domain::NoReturnReason::CannotBeReturned: break;
    case domain::NoReturnReason::MustNotCirculate:
        return Consequences::tr("Buyer: keeps the goods sealed for inspection, passes them on to nobody, and gets %1 back by the original payment method.");
    case domain::NoReturnReason::Agreed:
    case domain::NoReturnReason::MerchantWillNotHelp:
        return Consequences::tr("Buyer: keeps the goods and gets %1 back by the original payment method.");
    case domain::NoReturnReason::DifferenceOnly:
        return Consequences::tr("Buyer: keeps the goods and gets the difference of %1 back by the original payment method.");
    }
    return Consequences::tr("Buyer: keeps or disposes of the goods and gets %1 back by the original payment method.");
}

QString buyerLine(const usecases::CaseView &view, const domain::Ruling &ruling, const QList<domain::ExecutionTaskSpec> &plan,
                  domain::UtcMs now)
{
    if (const auto *back = taskOf(plan, domain::TaskKind::BuyerReturn))
        return buyerReturnLine(view, ruling, *back, now);
    if (ruling.refund > domain::Money())
        return keptGoodsText(ruling).arg(moneyText(ruling.refund));
    if (taskOf(plan, domain::TaskKind::MerchantResend))
        return Consequences::tr("Buyer: gets the missing goods sent; no refund.");
    if (taskOf(plan, domain::TaskKind::MerchantExchange))
        return Consequences::tr("Buyer: gets the goods exchanged; no refund.");
    if (taskOf(plan, domain::TaskKind::MerchantRepair))
        return Consequences::tr("Buyer: gets the goods repaired free of charge; no refund.");
    return Consequences::tr("Buyer: no refund; keeps the goods.");
}

/// What the merchant does itself; %1 until when, %2 who pays freight.
QString merchantAct(domain::TaskKind kind)
{
    if (kind == domain::TaskKind::MerchantResend)
        return Consequences::tr("Merchant: sends the missing goods by %1%2.");
    if (kind == domain::TaskKind::MerchantExchange)
        return Consequences::tr("Merchant: exchanges the goods by %1%2.");
    return Consequences::tr("Merchant: repairs the goods free of charge by %1%2.");
}

/// Where the refund's money comes from when it is not the order's; %1 until when.
QString otherFundsText(const domain::Ruling &ruling, const QList<domain::Funding> &funding)
{
    if (funding.size() > 1) {
        QStringList parts;
        for (const domain::Funding &part : funding)
            parts.append(QStringLiteral("%1 %2").arg(label(part.source), moneyText(part.sum)));
        return Consequences::tr("the refund is paid %1 from several sources (%2)").arg(QStringLiteral("%1"), parts.join(Consequences::tr(", ")));
    }
    switch (funding.constFirst().source) {
    case domain::FundSource::OrderFunds: break; // the platform's, by the legs
    case domain::FundSource::Reserve: return Consequences::tr("the refund is paid %1 from the reserve");
    case domain::FundSource::Deposit: return Consequences::tr("the refund is paid %1 from the deposit");
    case domain::FundSource::PlatformAdvance:
        if (ruling.blame.merchant > 0)
            return Consequences::tr("the platform advances the refund %1 and recovers it from the merchant");
        break;
    }
    return Consequences::tr("the platform refunds %1");
}

QString refundLine(const domain::Ruling &ruling, const domain::ExecutionTaskSpec &refund, const QString &freight)
{
    const bool onPickUp = refund.startsAt == domain::ClockStart::ReturnPickUp;
    if (refund.actor == domain::Party::Merchant) {
        const QString text = onPickUp
            ? Consequences::tr("Merchant: refunds within %1 of the return's pick-up, otherwise the platform refunds from the order's funds%2.")
            : Consequences::tr("Merchant: refunds within %1 of signing, otherwise the platform refunds from the order's funds%2.");
        return text.arg(clockText(refund.due), freight);
    }
    const QString within = (onPickUp ? Consequences::tr("within %1 of the return's pick-up") : Consequences::tr("within %1 of signing")).arg(clockText(refund.due));
    const QString what = otherFundsText(ruling, domain::fundingOf(ruling)).arg(within);
    return ruling.blame.merchant > 0 ? Consequences::tr("Merchant: %1%2.").arg(what, freight)
                                     : Consequences::tr("Merchant: pays nothing for this; %1%2.").arg(what, freight);
}

QString merchantLine(const usecases::CaseView &view, const domain::Ruling &ruling, const QList<domain::ExecutionTaskSpec> &plan,
                     domain::UtcMs now)
{
    const QString freight = freightText(ruling, view.record.file.order);
    const QString tail = freight.isEmpty() ? QString() : QString(Consequences::tr("; ") + freight);
    if (const auto *refund = taskOf(plan, domain::TaskKind::Refund))
        return refundLine(ruling, *refund, tail);
    for (const domain::TaskKind kind : {domain::TaskKind::MerchantResend, domain::TaskKind::MerchantExchange, domain::TaskKind::MerchantRepair}) {
        if (const auto *task = taskOf(plan, kind)) {
            const auto due = dueOf(view, task->due, now);
            return merchantAct(kind).arg(due ? shortTimeText(*due, now) : task->due, tail);
        }
    }
    if (ruling.blame.merchant == 0)
        return Consequences::tr("Merchant: not liable, not counted, no points%1.").arg(tail);
    return Consequences::tr("Merchant: nothing to carry out%1.").arg(tail);
}

int sumOf(const QList<usecases::PenaltyPoint> &rows)
{
    int points = 0;
    for (const usecases::PenaltyPoint &row : rows)
        points += row.points;
    return points;
}

QString reachedText(const usecases::CaseView &view, const QString &text, int after)
{
    const auto &ladder = view.book.ladder();
    const int level = domain::levelAt(ladder, after);
    const auto row = std::ranges::find(ladder, level, &domain::StandingLevel::level);
    if (level == view.merchantLevel || row == ladder.cend())
        return text;
    return Consequences::tr("%1, reaching \"%2\"").arg(text, bilingual(row->nameZh, row->nameEn));
}

QString pointsText(const usecases::CaseView &view, const domain::Ruling &ruling)
{
    const usecases::EarlierPoints earlier = usecases::earlierPoints(view.record, ruling);
    if (earlier.stand)
        return Consequences::tr("The first ruling's points stand");
    const int reversed = sumOf(earlier.reversed);
    const auto [points, parts] = pointsOf(ruling, view.book);
    const int after = std::max(0, view.merchantPoints - reversed + points);
    if (points == 0 && reversed > 0) {
        return reachedText(view, Consequences::tr("The first ruling's %n point(s) are reversed; valid points over 90 days fall from %1 to %2",
                                                  nullptr, reversed).arg(view.merchantPoints).arg(after), after);
    }
    if (points == 0)
        return Consequences::tr("No points");
    const QString text = Consequences::tr("%n point(s) (%1); valid points over 90 days rise from %2 to %3", nullptr, points)
                             .arg(parts)
                             .arg(view.merchantPoints - reversed)
                             .arg(after);
    return reachedText(view, text, after);
}

/// Every party with its share, in the order in which blame is named: merchant 60 %, buyer 40 %.
QString sharesText(const domain::Blame &blame)
{
    QStringList parts;
    if (blame.merchant > 0)
        parts.append(Consequences::tr("merchant %1 %").arg(blame.merchant));
    if (blame.buyer > 0)
        parts.append(Consequences::tr("buyer %1 %").arg(blame.buyer));
    if (blame.platform > 0)
        parts.append(Consequences::tr("platform %1 %").arg(blame.platform));
    if (blame.creator > 0)
        parts.append(Consequences::tr("creator %1 %").arg(blame.creator));
    return parts.isEmpty() ? Consequences::tr("nobody") : parts.join(Consequences::tr(", "));
}

QString liabilityLine(const usecases::CaseView &view, const domain::Ruling &ruling)
{
    const QString counted = ruling.countsTowardMetrics ? Consequences::tr("counted in dispute metrics")
                                                       : Consequences::tr("not counted in dispute metrics");
    return Consequences::tr("Liability: %1, %2. %3.").arg(sharesText(ruling.blame), counted, pointsText(view, ruling));
}

QString undoLine(const usecases::CaseView &view, domain::UtcMs now)
{
    const auto appeal = dueOf(view, view.policy.appealWindowClock, now);
    if (!appeal)
        return Consequences::tr("You can undo for 10 seconds and recall until execution starts.");
    return Consequences::tr("You can undo for 10 seconds and recall until execution starts; each side may appeal once by %1.")
        .arg(shortTimeText(*appeal, now));
}

} // namespace

QStringList consequences(const usecases::CaseView &view, const domain::Ruling &wish, domain::UtcMs now)
{
    domain::Ruling ruling = wish;
    ruling.conduct = usecases::conductOf(wish, usecases::OpenCase::reassess(view, wish)); // what signing writes, not only what is ticked
    const QList<domain::ExecutionTaskSpec> plan = domain::planRuling(ruling, view.record.file);
    return {buyerLine(view, ruling, plan, now), merchantLine(view, ruling, plan, now), liabilityLine(view, ruling), undoLine(view, now)};
}

namespace {

QString lastScan(const QList<domain::LogisticsScan> &scans, domain::UtcMs now)
{
    if (scans.isEmpty())
        return Consequences::tr("no scan");
    const domain::LogisticsScan &scan = scans.constLast();
    return Consequences::tr("%1, %2").arg(scanLabel(scan.event), shortTimeText(scan.at, now));
}

QString waybillText(const QString &number, const QString &carrier, const QList<domain::LogisticsScan> &scans, domain::UtcMs now)
{
    if (number.isEmpty() && scans.isEmpty())
        return Consequences::tr("none");
    // The last scan is what is looked for; the carrier's name stands in the tracking.
    const QString name = number.isEmpty() ? carrier : number;
    return name.isEmpty() ? lastScan(scans, now) : QStringLiteral("%1 · %2").arg(name, lastScan(scans, now));
}

/// What tells most comes first: the line is cut at the end where there is no room.
/// @p withOrders: how much the person bought says how often they complain; a shop's thousands say nothing here.
QStringList historyParts(const domain::PartyHistory &history, bool withOrders)
{
    QStringList parts;
    if (history.interventions && history.upheld)
        parts.append(Consequences::tr("%n case(s), %1 upheld", nullptr, *history.interventions).arg(*history.upheld));
    else if (history.interventions)
        parts.append(Consequences::tr("%n case(s)", nullptr, *history.interventions));
    if (withOrders && history.orders)
        parts.append(Consequences::tr("%n order(s)", nullptr, *history.orders));
    return parts;
}

FactLine signedLine(const usecases::CaseView &view)
{
    const domain::CaseFile &file = view.record.file;
    const domain::Order &order = file.order;
    if (!order.signedAt)
        return {Consequences::tr("Signed"), Consequences::tr("not signed for"), false};
    const QString at = dateTimeText(*order.signedAt);
    const QDate applied = file.afterSale.appliedAt.toPlatform().date();
    const qint64 day = order.signedAt->toPlatform().date().daysTo(applied);
    if (file.category == u"fresh") // counted in hours, see the clause
        return {Consequences::tr("Signed"), Consequences::tr("%1 · applied %2 later").arg(at, durationText(file.afterSale.appliedAt - *order.signedAt)), false};
    if (day == 0)
        return {Consequences::tr("Signed"), Consequences::tr("%1 · applied the same day").arg(at), false};
    if (order.sevenDayReturn == domain::SevenDayReturn::No)
        return {Consequences::tr("Signed"), Consequences::tr("%1 · applied on day %2").arg(at).arg(day), day > 7};
    const domain::ClockSpec sevenDays{.kind = domain::ClockSpec::Kind::FullDays, .count = 7, .roll = true, .opens = {}, .closes = {}};
    const auto due = view.calendar.due(*order.signedAt, sevenDays);
    if (day > 7 && due && due->beforeRoll) { // the seventh day is a holiday: both dates matter
        const auto lastDay = [](domain::UtcMs end) { return end.plusMs(-1).toPlatform().date().toString(Qt::ISODate); };
        const QString text = Consequences::tr("%1 · day 7 is %2, moved by holidays to %3; applied %4")
                                 .arg(at, lastDay(*due->beforeRoll), lastDay(due->at), applied.toString(Qt::ISODate));
        return {Consequences::tr("Signed"), text, file.afterSale.appliedAt >= due->at};
    }
    const QString text = day > 7 ? Consequences::tr("%1 · applied on day %2, after the seven days") : Consequences::tr("%1 · applied on day %2 of 7");
    return {Consequences::tr("Signed"), text.arg(at).arg(day), day > 7};
}

FactLine answerLine(const usecases::CaseView &view)
{
    const domain::MerchantAnswer *answer = domain::latestAnswer(view.record.file);
    if (!answer)
        return {Consequences::tr("Merchant's answer"), label(domain::AnswerDecision::Silent), true};
    QString text = label(answer->decision);
    if (!answer->reason.isEmpty())
        text = QStringLiteral("%1 · %2").arg(text, merchantReasonLabel(answer->reason));
    if (answer->round > 1)
        text = Consequences::tr("%1 (answer %2)").arg(text).arg(answer->round);
    return {Consequences::tr("Merchant's answer"), text, view.assessment.notices.contains(QStringLiteral("refusal_unfounded"))};
}

} // namespace

QList<FactLine> alwaysInView(const usecases::CaseView &view, domain::UtcMs now)
{
    const domain::CaseFile &file = view.record.file;
    const domain::Order &order = file.order;
    QList<FactLine> lines;
    lines.append({Consequences::tr("Reason filed"), QStringLiteral("%1 · %2").arg(label(file.afterSale.type), label(file.afterSale.reason)), false});
    lines.append({Consequences::tr("Claimed / refundable"),
                  QStringLiteral("%1 / %2").arg(moneyText(file.afterSale.claimed), moneyText(domain::disputedSum(file))),
                  domain::claimsTooMuch(file)});
    lines.append(signedLine(view));
    lines.append(answerLine(view));
    lines.append({Consequences::tr("Waybill"), waybillText(order.waybillNo, order.carrier, file.logistics, now), false});
    if (file.returnLeg)
        lines.append({Consequences::tr("Return waybill"),
                      waybillText(file.returnLeg->waybillNo, file.returnLeg->carrier, file.returnLeg->logistics, now), false});
    else
        lines.append({Consequences::tr("Return waybill"), Consequences::tr("nothing sent back"), false});
    lines.append({Consequences::tr("Seven-day label"), order.sevenDayReturn ? label(*order.sevenDayReturn) : Consequences::tr("unknown"), false});
    lines.append({Consequences::tr("Freight insurance"),
                  order.freightInsurance ? (*order.freightInsurance ? Consequences::tr("yes") : Consequences::tr("no")) : Consequences::tr("unknown"), false});
    const QStringList buyer = historyParts(file.buyer.history, true);
    const QStringList merchant = QStringList{Consequences::tr("%n valid point(s)", nullptr, view.merchantPoints)} + historyParts(file.merchant.history, false);
    lines.append({Consequences::tr("Buyer's past"), buyer.isEmpty() ? Consequences::tr("unknown") : buyer.join(QStringLiteral(" · ")), false});
    lines.append({Consequences::tr("Merchant's past"), merchant.join(QStringLiteral(" · ")), view.merchantLevel > 0});
    // In the order of the lines; what people did before is not in this case's record.
    constexpr const char *places[] = {"/afterSale/reason", "/afterSale/claimedFen", "/order/signedAt", "/afterSale/merchantAnswer/decision",
                                      "/order/waybillNo", "/return/waybillNo", "/order/sevenDayReturn", "/order/freightInsurance"};
    qsizetype at = 0;
    for (const char *place : places) {
        const QString pointer = QString::fromLatin1(place);
        if (isInRecord(file, pointer))
            lines[at].pointer = pointer;
        ++at;
    }
    return lines;
}

QStringList suggestionGrounds(const usecases::CaseView &view, const domain::Assessment &assessment)
{
    QStringList lines;
    if (const domain::BookClause *clause = view.book.clause(assessment.clause)) {
        lines.append(bilingual(clause->textZh, clause->textEn));
        QStringList facts;
        for (const domain::TraceLine &line : assessment.trace) {
            if (line.clause == assessment.clause && line.holds)
                facts.append(factText(line, view.book, view.record.file));
        }
        facts.removeDuplicates();
        if (!facts.isEmpty())
            lines.append(Consequences::tr("Because: %1").arg(facts.join(QStringLiteral(" · "))));
    }
    QStringList others;
    for (const QString &id : assessment.wouldChange) {
        if (const domain::BookClause *other = view.book.clause(id))
            others.append(bilingual(other->titleZh, other->titleEn));
    }
    if (!others.isEmpty())
        lines.append(Consequences::tr("A finding could change it to: %1").arg(others.join(QStringLiteral(" · "))));
    return lines;
}

QStringList suggestionBrief(const usecases::CaseView &view, const domain::Assessment &assessment)
{
    QStringList lines;
    if (const domain::BookClause *clause = view.book.clause(assessment.clause)) {
        lines.append(Consequences::tr("%1: %2").arg(bilingual(clause->titleZh, clause->titleEn), assessment.suggestion
            ? outcomeText(assessment.suggestion->outcome, assessment.suggestion->refund, domain::disputedSum(view.record.file))
            : Consequences::tr("a finding is needed first")));
    } else {
        lines.append(Consequences::tr("The rule book has no suggestion for these facts."));
    }
    for (const domain::MissingElement &missing : assessment.missing)
        lines.append(Consequences::tr("Open: \"%1\" (to be proved by the %2)").arg(elementName(missing.element, view.book), label(missing.burden).toLower()));
    for (const QString &notice : assessment.notices)
        lines.append(noticeLabel(notice));
    return lines;
}

QStringList suggestionLines(const usecases::CaseView &view, const domain::Assessment &assessment)
{
    return suggestionBrief(view, assessment) + suggestionGrounds(view, assessment);
}

} // namespace arb::presentation
