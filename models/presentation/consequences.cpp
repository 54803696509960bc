// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/consequences.h>

#include <presentation/factwords.h>
#include <presentation/formats.h>
#include <presentation/labels.h>

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

QString buyerLine(const usecases::CaseView &view, const domain::Ruling &ruling, const QList<domain::ExecutionTaskSpec> &plan,
                  domain::UtcMs now)
{
    if (const auto *back = taskOf(plan, domain::TaskKind::BuyerReturn)) {
        const auto due = dueOf(view, back->due, now);
        return Consequences::tr("Buyer: sends the goods and all parts back by %1 and gets %2 back by the original payment method.")
            .arg(due ? shortTimeText(*due, now) : back->due, moneyText(ruling.refund));
    }
    if (ruling.refund > domain::Money())
        return Consequences::tr("Buyer: keeps or disposes of the goods and gets %1 back by the original payment method.").arg(moneyText(ruling.refund));
    if (taskOf(plan, domain::TaskKind::MerchantResend))
        return Consequences::tr("Buyer: gets the missing goods sent; no refund.");
    if (taskOf(plan, domain::TaskKind::MerchantExchange))
        return Consequences::tr("Buyer: gets the goods exchanged; no refund.");
    if (taskOf(plan, domain::TaskKind::MerchantRepair))
        return Consequences::tr("Buyer: gets the goods repaired free of charge; no refund.");
    return Consequences::tr("Buyer: no refund; keeps the goods.");
}

QString freightText(const domain::Ruling &ruling)
{
    if (ruling.outboundFreight && ruling.outboundFreight == ruling.returnFreight)
        return Consequences::tr("freight both ways: %1").arg(label(*ruling.outboundFreight));
    QStringList parts;
    if (ruling.outboundFreight)
        parts.append(Consequences::tr("outbound freight: %1").arg(label(*ruling.outboundFreight)));
    if (ruling.returnFreight)
        parts.append(Consequences::tr("return freight: %1").arg(label(*ruling.returnFreight)));
    return parts.join(QStringLiteral(" · "));
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

QString merchantLine(const usecases::CaseView &view, const domain::Ruling &ruling, const QList<domain::ExecutionTaskSpec> &plan,
                     domain::UtcMs now)
{
    const QString freight = freightText(ruling);
    const QString tail = freight.isEmpty() ? QString() : QString(Consequences::tr("; ") + freight);
    if (const auto *refund = taskOf(plan, domain::TaskKind::Refund)) {
        if (refund->actor == domain::Party::Platform)
            return Consequences::tr("Merchant: pays nothing for this; the platform refunds%1.").arg(tail);
        if (refund->actor == domain::Party::Creator)
            return Consequences::tr("Merchant: pays nothing for this; the creator's funds refund%1.").arg(tail);
        if (refund->startsAt == domain::ClockStart::ReturnPickUp)
            return Consequences::tr("Merchant: refunds within 48 hours of the return's pick-up, otherwise the platform refunds from the order's funds%1.").arg(tail);
        return Consequences::tr("Merchant: refunds within 48 hours of signing, otherwise the platform refunds from the order's funds%1.").arg(tail);
    }
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

QString pointsText(const usecases::CaseView &view, const domain::Ruling &ruling)
{
    int points = 0;
    QStringList parts;
    if (ruling.countsTowardMetrics) {
        for (const domain::Conduct &conduct : ruling.conduct) {
            const int each = view.book.pointsFor(conduct.code);
            if (conduct.party != domain::Party::Merchant || each == 0)
                continue;
            points += each;
            parts.append(QStringLiteral("%1 %2").arg(label(conduct.code)).arg(each));
        }
    }
    if (points == 0)
        return Consequences::tr("No points");
    const int after = view.merchantPoints + points;
    const int level = domain::levelAt(view.book.ladder(), after);
    QString text = Consequences::tr("%n point(s) (%1); valid points over 90 days rise from %2 to %3", nullptr, points)
                       .arg(parts.join(Consequences::tr(", ")))
                       .arg(view.merchantPoints)
                       .arg(after);
    const auto &ladder = view.book.ladder();
    const auto row = std::ranges::find(ladder, level, &domain::StandingLevel::level);
    if (level > view.merchantLevel && row != ladder.cend())
        text = Consequences::tr("%1, reaching \"%2\"").arg(text, bilingual(row->nameZh, row->nameEn));
    return text;
}

QString liabilityLine(const usecases::CaseView &view, const domain::Ruling &ruling)
{
    const QString counted = ruling.countsTowardMetrics ? Consequences::tr("counted in dispute metrics")
                                                       : Consequences::tr("not counted in dispute metrics");
    return Consequences::tr("Liability: %1, %2. %3.").arg(blameText(ruling.blame), counted, pointsText(view, ruling));
}

QString undoLine(const usecases::CaseView &view, domain::UtcMs now)
{
    const auto appeal = dueOf(view, view.policy.appealWindowClock, now);
    const QString recall = durationText(view.policy.recallWindowMs);
    if (!appeal)
        return Consequences::tr("You can undo for 10 seconds and recall for %1.").arg(recall);
    return Consequences::tr("You can undo for 10 seconds and recall for %1, until execution starts; each side may appeal once by %2.")
        .arg(recall, shortTimeText(*appeal, now));
}

} // namespace

QStringList consequences(const usecases::CaseView &view, const domain::Ruling &ruling, domain::UtcMs now)
{
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
    return QStringLiteral("%1 · %2").arg(number.isEmpty() ? carrier : number, lastScan(scans, now));
}

QString historyText(const domain::PartyHistory &history)
{
    if (!history.interventions && !history.orders)
        return Consequences::tr("unknown");
    QStringList parts;
    if (history.orders)
        parts.append(Consequences::tr("%n order(s)", nullptr, *history.orders));
    if (history.interventions)
        parts.append(Consequences::tr("%n intervention(s)", nullptr, *history.interventions));
    if (history.upheld)
        parts.append(Consequences::tr("%n upheld", nullptr, *history.upheld));
    return parts.join(QStringLiteral(" · "));
}

FactLine signedLine(const usecases::CaseView &view)
{
    const domain::Order &order = view.record.file.order;
    if (!order.signedAt)
        return {Consequences::tr("Signed"), Consequences::tr("not signed for"), false};
    const qint64 day = order.signedAt->toPlatform().date().daysTo(view.record.file.afterSale.appliedAt.toPlatform().date());
    const QString text = Consequences::tr("%1 · applied on day %2 of 7").arg(dateTimeText(*order.signedAt)).arg(day);
    return {Consequences::tr("Signed"), text, day > 7};
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
    lines.append({Consequences::tr("Buyer's past"), historyText(file.buyer.history), false});
    lines.append({Consequences::tr("Merchant's past"),
                  QString(Consequences::tr("%n valid point(s)", nullptr, view.merchantPoints) + QStringLiteral(" · ") + historyText(file.merchant.history)),
                  view.merchantLevel > 0});
    return lines;
}

QStringList suggestionLines(const usecases::CaseView &view, const domain::Assessment &assessment)
{
    QStringList lines;
    const domain::BookClause *clause = view.book.clause(assessment.clause);
    if (!clause || !assessment.suggestion) {
        lines.append(Consequences::tr("The rule book has no suggestion for these facts."));
    } else {
        lines.append(Consequences::tr("%1: %2").arg(bilingual(clause->titleZh, clause->titleEn),
            outcomeText(assessment.suggestion->outcome, assessment.suggestion->refund, domain::disputedSum(view.record.file))));
        lines.append(bilingual(clause->textZh, clause->textEn));
        QStringList facts;
        for (const domain::TraceLine &line : assessment.trace) {
            if (line.clause == assessment.clause && line.holds)
                facts.append(factText(line, view.book));
        }
        facts.removeDuplicates();
        if (!facts.isEmpty())
            lines.append(Consequences::tr("Because: %1").arg(facts.join(QStringLiteral(" · "))));
    }
    for (const domain::MissingElement &missing : assessment.missing) {
        const auto &elements = view.book.elements();
        const auto found = std::ranges::find(elements, missing.element, &domain::BookElement::code);
        const QString name = found == elements.cend() ? missing.element : bilingual(found->labelZh, found->labelEn);
        lines.append(Consequences::tr("Open: \"%1\" (to be proved by the %2)").arg(name, label(missing.burden).toLower()));
    }
    QStringList others;
    for (const QString &id : assessment.wouldChange) {
        if (const domain::BookClause *other = view.book.clause(id))
            others.append(bilingual(other->titleZh, other->titleEn));
    }
    if (!others.isEmpty())
        lines.append(Consequences::tr("A finding could change it to: %1").arg(others.join(QStringLiteral(" · "))));
    for (const QString &notice : assessment.notices)
        lines.append(noticeLabel(notice));
    return lines;
}

} // namespace arb::presentation
