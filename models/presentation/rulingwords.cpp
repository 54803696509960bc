// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/rulingwords.h>

#include <presentation/casehistory.h>
#include <presentation/consequences.h>
#include <presentation/coveragewords.h>
#include <presentation/formats.h>
#include <presentation/labels.h>
#include <presentation/notewords.h>

#include <domain/casejson.h>
#include <domain/masking.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <algorithm>

namespace arb::presentation {

namespace {

struct Consequences
{
    Q_DECLARE_TR_FUNCTIONS(Consequences)
};

struct Summary
{
    Q_DECLARE_TR_FUNCTIONS(Summary)
};

QString bothWaysText(domain::FreightPayer payer)
{
    switch (payer) {
    case domain::FreightPayer::Buyer: return Consequences::tr("the buyer pays freight both ways");
    case domain::FreightPayer::Merchant: return Consequences::tr("the merchant pays freight both ways");
    case domain::FreightPayer::Platform: return Consequences::tr("the platform pays freight both ways");
    }
    return {};
}

QString outboundText(domain::FreightPayer payer)
{
    switch (payer) {
    case domain::FreightPayer::Buyer: return Consequences::tr("the buyer pays the outbound freight");
    case domain::FreightPayer::Merchant: return Consequences::tr("the merchant pays the outbound freight");
    case domain::FreightPayer::Platform: return Consequences::tr("the platform pays the outbound freight");
    }
    return {};
}

QString wayBackText(domain::FreightPayer payer)
{
    switch (payer) {
    case domain::FreightPayer::Buyer: return Consequences::tr("the buyer pays the return freight");
    case domain::FreightPayer::Merchant: return Consequences::tr("the merchant pays the return freight");
    case domain::FreightPayer::Platform: return Consequences::tr("the platform pays the return freight");
    }
    return {};
}

/// Conduct in the few words that a sum of points has room for.
QString conductText(domain::ConductCode code)
{
    using enum domain::ConductCode;
    switch (code) {
    case Liable: return Consequences::tr("goods");
    case UnfoundedRefusal: return Consequences::tr("unfounded refusal");
    case LateShipment: return Consequences::tr("late shipment");
    case NoAnswer: return Consequences::tr("no answer");
    case LateExecution: return Consequences::tr("late execution");
    case FalseEvidence: return Consequences::tr("false evidence");
    case FraudShipment: return Consequences::tr("fraudulent shipment");
    case Counterfeit: return Consequences::tr("counterfeit");
    }
    return {};
}

} // namespace

QString freightText(const domain::Ruling &ruling, const domain::Order &order)
{
    const bool insured = ruling.returnFreight == domain::FreightPayer::Buyer && order.freightInsurance.value_or(false);
    if (ruling.outboundFreight && ruling.outboundFreight == ruling.returnFreight && !insured)
        return bothWaysText(*ruling.outboundFreight);
    QStringList parts;
    if (ruling.outboundFreight)
        parts.append(outboundText(*ruling.outboundFreight));
    if (ruling.returnFreight)
        parts.append(insured ? Consequences::tr("the return freight is covered by return-freight insurance") : wayBackText(*ruling.returnFreight));
    return parts.join(Consequences::tr(", "));
}

Points pointsOf(const domain::Ruling &ruling, const domain::RuleBook &book)
{
    int sum = 0;
    QStringList parts;
    for (const domain::Conduct &conduct : ruling.countsTowardMetrics ? ruling.conduct : QList<domain::Conduct>()) {
        const int each = book.pointsFor(conduct.code);
        if (conduct.party != domain::Party::Merchant || each == 0)
            continue;
        sum += each;
        parts.append(QStringLiteral("%1 %2").arg(conductText(conduct.code)).arg(each));
    }
    return {sum, parts.join(Consequences::tr(", "))};
}

QString findingText(const domain::Finding &finding, const domain::RuleBook &book)
{
    QString text = elementName(finding.element, book);
    if (finding.verdict)
        text = Summary::tr("%1 – %2").arg(text, label(*finding.verdict));
    if (finding.permille)
        text = Summary::tr("%1 (%2)").arg(text, shareText(*finding.permille));
    if (finding.sum)
        text = Summary::tr("%1 (%2)").arg(text, moneyText(*finding.sum));
    return finding.text.isEmpty() ? text : Summary::tr("%1: %2").arg(text, visibleText(finding.text));
}

QString fundingText(const domain::Ruling &ruling)
{
    QStringList parts;
    const QList<domain::Funding> funding = domain::fundingOf(ruling);
    for (const domain::Funding &part : funding)
        parts.append(funding.size() > 1 ? QStringLiteral("%1 %2").arg(label(part.source), moneyText(part.sum)) : label(part.source));
    return parts.join(Summary::tr(", "));
}

namespace {

/// What was decided, one line each.
QStringList decided(const usecases::CaseView &view, const usecases::RulingRow &row)
{
    const domain::Ruling &ruling = row.ruling;
    QStringList lines{outcomeText(ruling.outcome, ruling.refund, domain::disputedSum(view.record.file))};
    if (ruling.noReturnReason)
        lines.append(Summary::tr("Nothing goes back: %1").arg(label(*ruling.noReturnReason)));
    lines.append(Summary::tr("Blame: %1").arg(blameText(ruling.blame)));
    if (ruling.reasonFound && ruling.reasonFound != view.record.file.afterSale.reason)
        lines.append(Summary::tr("Reason found: %1").arg(label(*ruling.reasonFound)));
    if (ruling.refund > domain::Money())
        lines.append(Summary::tr("Refunded to the original payment method, funded by: %1").arg(fundingText(ruling)));
    if (const QString freight = freightText(ruling, view.record.file.order); !freight.isEmpty())
        lines.append(Summary::tr("Freight: %1").arg(freight));
    const Points points = pointsOf(ruling, view.book);
    if (!ruling.countsTowardMetrics)
        lines.append(Summary::tr("Does not count toward the merchant's metrics"));
    else if (points.sum == 0)
        lines.append(Summary::tr("Counts toward the merchant's metrics, no points"));
    else
        lines.append(Summary::tr("Counts toward the merchant's metrics, %n point(s): %1", nullptr, points.sum).arg(points.parts));
    if (const domain::BookClause *clause = view.book.clause(row.clause))
        lines.append(Summary::tr("Clause: %1 (%2 %3, in force since %4)").arg(bilingual(clause->titleZh, clause->titleEn), row.bookId, row.bookVersion, row.bookDate));
    for (const domain::Finding &finding : ruling.findings)
        lines.append(QStringLiteral("· %1").arg(findingText(finding, view.book)));
    lines.append(Summary::tr("Reasons: %1").arg(visibleText(bilingual(ruling.reasonsZh, ruling.reasonsEn))));
    if (!ruling.departure.isEmpty())
        lines.append(Summary::tr("Departs from the suggestion: %1").arg(visibleText(ruling.departure)));
    return lines;
}

/// Who did what with the ruling after it was written.
QStringList afterwards(const usecases::RulingRow &row)
{
    QStringList lines;
    if (row.recall)
        lines.append(Summary::tr("Recalled by %1, %2").arg(row.recall->byName, dateTimeText(row.recall->at)));
    if (row.approval && row.approval->decision == usecases::ApprovalDecision::Approved)
        lines.append(Summary::tr("Approved by %1, %2").arg(row.approval->byName, dateTimeText(row.approval->at)));
    if (row.approval && row.approval->decision == usecases::ApprovalDecision::Returned)
        lines.append(Summary::tr("Sent back by %1: %2").arg(row.approval->byName, visibleText(row.approval->reason)));
    if (row.needsApproval && !row.approval && !row.recall)
        lines.append(Summary::tr("Drafted by %1; another person must approve").arg(row.madeByName));
    return lines;
}

QString tasksText(const usecases::CaseView &view)
{
    QStringList tasks;
    for (const usecases::ExecutionTask &task : view.record.tasks) {
        QString text = Summary::tr("%1 · %2 · %3").arg(label(task.spec), label(task.spec.actor), label(task.state));
        if (task.spec.sum > domain::Money())
            text = QStringLiteral("%1 · %2").arg(text, moneyText(task.spec.sum));
        if (task.dueAt && (task.state == usecases::TaskState::Pending || task.state == usecases::TaskState::Sent))
            text = QStringLiteral("%1 · %2").arg(text, dueText(task.dueAt, {}, view.now));
        tasks.append(text);
    }
    return tasks.join(QLatin1Char('\n'));
}

} // namespace

QString rulingSummary(const usecases::CaseView &view, domain::UtcMs now)
{
    QStringList parts;
    for (const usecases::RulingRow &row : view.record.rulings) {
        const QStringList head{Summary::tr("Round %1 · %2 · %3").arg(row.round).arg(row.madeByName, dateTimeText(row.madeAt))};
        parts.append(QStringList(head + decided(view, row) + afterwards(row)).join(QLatin1Char('\n')));
        if (row.needsApproval && !row.approval && !row.recall)
            parts.append(QString(Summary::tr("What will happen") + QLatin1Char('\n') + consequences(view, row.ruling, now).join(QLatin1Char('\n'))));
    }
    if (const QString tasks = tasksText(view); !tasks.isEmpty())
        parts.append(QString(Summary::tr("To be carried out") + QLatin1Char('\n') + tasks));
    for (const usecases::DeskNote &note : view.record.notes)
        parts.append(noteLine(note, view.record.file));
    return parts.join(QStringLiteral("\n\n"));
}

namespace {

QString becameOf(const usecases::CaseView &view, const usecases::RulingRow &row)
{
    if (row.recall)
        return Summary::tr("recalled");
    if (row.approval && row.approval->decision == usecases::ApprovalDecision::Returned)
        return Summary::tr("sent back");
    if (!row.effectiveAt())
        return Summary::tr("waits for approval");
    return &row == view.record.rulingInForce() ? Summary::tr("in force") : Summary::tr("no longer in force");
}

EarlierRuling readingOfRuling(const usecases::CaseView &view, const usecases::RulingRow &row)
{
    EarlierRuling reading;
    reading.text = QStringList(decided(view, row) + afterwards(row)).join(QLatin1Char('\n'));
    for (const domain::Finding &finding : row.ruling.findings)
        reading.citations += finding.citations;
    if (row.ruling.coverage)
        reading.coverage = coverageLines(*row.ruling.coverage, view.record.file);
    return reading;
}

/// Who ruled when, and what was done with it, by the acts of a record that came in; in the order of its rulings.
struct CameInAct
{
    QString who, when, became;
};
QList<CameInAct> cameInActs(const QByteArray &auditJsonl)
{
    static const QStringList after{QStringLiteral("approve"), QStringLiteral("return"), QStringLiteral("recall"), QStringLiteral("appeal"), QStringLiteral("reverse")};
    QList<CameInAct> acts;
    for (const QByteArray &line : auditJsonl.split('\n')) {
        const QJsonObject entry = QJsonDocument::fromJson(line).object();
        const QString action = entry.value(QLatin1String("action")).toString();
        if (action == u"rule")
            acts.append({actorText(entry.value(QLatin1String("actor")).toString()), dateTimeText(domain::UtcMs(entry.value(QLatin1String("at")).toInteger())), {}});
        else if (!acts.isEmpty() && after.contains(action))
            acts.last().became = actText(action);
    }
    return acts;
}

/// The oldest first.
QList<EarlierRuling> rulingsThatCameIn(const usecases::CaseView &view, const usecases::EarlierRecord &earlier)
{
    QList<EarlierRuling> rulings;
    const QList<CameInAct> acts = cameInActs(earlier.auditJsonl);
    for (const QByteArray &line : earlier.rulingJson.split('\n')) {
        const auto ruling = domain::rulingFromJson(QJsonDocument::fromJson(line).object());
        if (!ruling)
            continue;
        usecases::RulingRow row;
        row.ruling = *ruling;
        EarlierRuling reading = readingOfRuling(view, row);
        reading.cameIn = true;
        reading.text = view.masks.hide(domain::maskInText(reading.text));
        for (domain::Citation &citation : reading.citations)
            citation.mark = {};
        const CameInAct act = acts.value(rulings.size());
        QStringList title{Summary::tr("Came in with the case"), view.masks.hide(visibleText(act.who)), act.when, act.became};
        title.removeAll(QString());
        reading.title = title.join(QStringLiteral(" · "));
        rulings.append(reading);
    }
    return rulings;
}

} // namespace

QList<EarlierRuling> earlierRulings(const usecases::CaseView &view)
{
    QList<EarlierRuling> rulings;
    const usecases::RulingRow *current = view.record.currentRuling();
    for (const usecases::RulingRow &row : view.record.rulings) {
        if (&row == current)
            continue;
        EarlierRuling reading = readingOfRuling(view, row);
        reading.title = QStringLiteral("%1 · %2").arg(Summary::tr("Round %1 · %2 · %3").arg(row.round).arg(row.madeByName, dateTimeText(row.madeAt)), becameOf(view, row));
        rulings.prepend(reading);
    }
    QList<EarlierRuling> cameIn = view.record.earlier ? rulingsThatCameIn(view, *view.record.earlier) : QList<EarlierRuling>();
    std::ranges::reverse(cameIn);
    return rulings + cameIn;
}

} // namespace arb::presentation
