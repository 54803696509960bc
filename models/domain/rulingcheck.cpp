// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/outcomes.h>

#include "jsonreader.h"

#include <QtCore/QRegularExpression>

#include <algorithm>
#include <initializer_list>

namespace arb::domain {

namespace {

using RulingFaults = QList<RulingFault>;

void checkSum(RulingFaults &faults, const Ruling &ruling, const CaseFile &file)
{
    if (ruling.refund < Money(0) || ruling.refund > disputedSum(file))
        faults.append({RulingProblem::RefundOutOfRange, QStringLiteral("/refundFen")});
}

void checkBlame(RulingFaults &faults, const Blame &blame)
{
    const std::array<int, 4> percents = blame.percents();
    const bool inRange = std::all_of(percents.begin(), percents.end(), [](int share) { return share >= 0 && share <= 100; });
    if (!inRange || (!blame.nobody() && blame.sum() != 100))
        faults.append({RulingProblem::BlameDoesNotAddUp, QStringLiteral("/blame")});
}

void checkNoReturnReason(RulingFaults &faults, const Ruling &ruling)
{
    const bool needed = outcomeOf(ruling.outcome).needsNoReturnReason;
    if (needed && !ruling.noReturnReason)
        faults.append({RulingProblem::NoReturnReasonMissing, QStringLiteral("/noReturnReason")});
    if (!needed && ruling.noReturnReason)
        faults.append({RulingProblem::NoReturnReasonNotAllowed, QStringLiteral("/noReturnReason")});
}

void checkLegs(RulingFaults &faults, const Ruling &ruling)
{
    Money refunded;
    for (qsizetype i = 0; i < ruling.legs.size(); ++i) {
        const MoneyLeg &leg = ruling.legs.at(i);
        if (leg.sum <= Money(0) || leg.from == leg.to)
            faults.append({RulingProblem::LegsDoNotAddUp, QStringLiteral("/legs/%1").arg(i)});
        if (leg.kind == LegKind::Refund)
            refunded += leg.sum;
    }
    if (!ruling.legs.isEmpty() && refunded != ruling.refund)
        faults.append({RulingProblem::LegsDoNotAddUp, QStringLiteral("/legs")});
}

void checkFunding(RulingFaults &faults, const Ruling &ruling)
{
    if (ruling.funding.isEmpty())
        return;
    Money funded;
    for (qsizetype i = 0; i < ruling.funding.size(); ++i) {
        if (ruling.funding.at(i).sum <= Money(0))
            faults.append({RulingProblem::FundingDoesNotAddUp, QStringLiteral("/funding/%1").arg(i)});
        funded += ruling.funding.at(i).sum;
    }
    Money withCompensation = ruling.refund;
    for (const MoneyLeg &leg : ruling.legs) {
        if (leg.kind == LegKind::Compensation)
            withCompensation += leg.sum;
    }
    if (funded != ruling.refund && funded != withCompensation)
        faults.append({RulingProblem::FundingDoesNotAddUp, QStringLiteral("/funding")});
}

/// How many of the four kinds of place a citation names.
int citedPlaces(const Citation &citation)
{
    return int(!citation.exhibit.isEmpty()) + int(!citation.message.isEmpty()) + int(citation.logistics.has_value())
        + int(!citation.fact.isEmpty());
}

/// The first key that asks for a place which this kind of thing does not have; empty when all fit. @p exhibit is null for
/// messages, scans and facts, which have no places inside.
QString misplacedKey(const Citation &citation, const Exhibit *exhibit)
{
    const auto is = [exhibit](std::initializer_list<ExhibitKind> kinds) {
        return exhibit && std::find(kinds.begin(), kinds.end(), exhibit->kind) != kinds.end();
    };
    if (citation.region) {
        const QRect &r = *citation.region;
        if (!is({ExhibitKind::Image, ExhibitKind::Video, ExhibitKind::Document}) || r.x() < 0 || r.y() < 0 || r.width() <= 0 || r.height() <= 0)
            return QStringLiteral("/region");
    }
    if (citation.page && (!is({ExhibitKind::Document}) || *citation.page < 1))
        return QStringLiteral("/page");
    if (citation.frame && (!is({ExhibitKind::Video}) || *citation.frame < 0))
        return QStringLiteral("/frame");
    if (citation.pts && !is({ExhibitKind::Video}))
        return QStringLiteral("/pts");
    return {};
}

bool citedExists(const Citation &citation, const CaseFile &file)
{
    if (!citation.exhibit.isEmpty())
        return findExhibit(file, citation.exhibit);
    if (!citation.message.isEmpty())
        return findMessage(file, citation.message);
    if (citation.logistics)
        return *citation.logistics >= 0 && *citation.logistics < file.logistics.size();
    return !jsonPointerValue(file.document, citation.fact).isUndefined();
}

void checkCitation(RulingFaults &faults, const Citation &citation, const CaseFile &file, const QString &where)
{
    if (citedPlaces(citation) != 1) {
        faults.append({RulingProblem::CitationNotOne, where});
        return;
    }
    if (!citedExists(citation, file)) {
        faults.append({RulingProblem::CitationUnknown, where});
        return;
    }
    const Exhibit *exhibit = citation.exhibit.isEmpty() ? nullptr : findExhibit(file, citation.exhibit);
    const QString misplaced = misplacedKey(citation, exhibit);
    if (!misplaced.isEmpty())
        faults.append({RulingProblem::CitationUnknown, where + misplaced});
    if (!citation.sha256.isEmpty() && (!exhibit || citation.sha256 != exhibit->sha256))
        faults.append({RulingProblem::CitationDigestDiffers, where});
}

void checkFindings(RulingFaults &faults, const Ruling &ruling, const CaseFile &file)
{
    qsizetype cited = 0;
    for (qsizetype i = 0; i < ruling.findings.size(); ++i) {
        const Finding &finding = ruling.findings.at(i);
        const QList<Citation> &citations = finding.citations;
        if (!finding.verdict)
            faults.append({RulingProblem::ElementOpen, QStringLiteral("/findings/%1/verdict").arg(i), finding.element});
        else if (isCountedElement(finding.element) && finding.verdict == Verdict::Proved && !finding.permille)
            faults.append({RulingProblem::ElementOpen, QStringLiteral("/findings/%1/permille").arg(i), finding.element});
        else if (isPricedElement(finding.element) && finding.verdict == Verdict::Proved && !finding.sum)
            faults.append({RulingProblem::ElementOpen, QStringLiteral("/findings/%1/fen").arg(i), finding.element});
        cited += citations.size();
        for (qsizetype j = 0; j < citations.size(); ++j)
            checkCitation(faults, citations.at(j), file, QStringLiteral("/findings/%1/citations/%2").arg(i).arg(j));
    }
    if (cited == 0)
        faults.append({RulingProblem::FindingMissing, QStringLiteral("/findings")});
}

/// How many of an item the order had; a gift is named by its title, since gifts have no sku.
int orderedQuantity(const QString &sku, const CaseFile &file)
{
    if (sku.isEmpty())
        return 0;
    int quantity = 0;
    for (const OrderItem &item : file.order.items)
        quantity += item.sku == sku ? item.quantity : 0;
    for (const Gift &gift : file.order.gifts)
        quantity += gift.title == sku ? 1 : 0;
    if (quantity == 0 && file.order.sku == sku)
        quantity = file.order.quantity;
    return quantity;
}

void checkItems(RulingFaults &faults, const Ruling &ruling, const CaseFile &file)
{
    for (qsizetype i = 0; i < ruling.items.size(); ++i) {
        const RulingItem &item = ruling.items.at(i);
        if (item.quantity < 1 || item.quantity > orderedQuantity(item.sku, file))
            faults.append({RulingProblem::ItemUnknown, QStringLiteral("/items/%1").arg(i)});
    }
}

void checkConduct(RulingFaults &faults, const Ruling &ruling)
{
    // Metrics and points are the merchant's: who bears no share is neither counted nor given points.
    if (ruling.countsTowardMetrics && ruling.blame.merchant == 0)
        faults.append({RulingProblem::CountedWithoutBlame, QStringLiteral("/countsTowardMetrics")});
    for (qsizetype i = 0; i < ruling.conduct.size(); ++i) {
        if (ruling.conduct.at(i).code == ConductCode::LateExecution)
            faults.append({RulingProblem::ConductNotAllowed, QStringLiteral("/conduct/%1").arg(i)});
    }
}

void checkExecuteBy(RulingFaults &faults, const QString &spec)
{
    static const QRegularExpression pattern(QStringLiteral("\\A(?:hours|days|workdays|fulldays):[1-9][0-9]{0,3}\\z|\\Afulldays:[1-9][0-9]{0,3}:roll\\z"));
    if (!spec.isEmpty() && !pattern.match(spec).hasMatch())
        faults.append({RulingProblem::ExecuteByInvalid, QStringLiteral("/executeBy")});
}

} // namespace

QList<RulingFault> checkRuling(const Ruling &ruling, const CaseFile &file)
{
    RulingFaults faults;
    checkSum(faults, ruling, file);
    faults.append(outcomeOf(ruling.outcome).check(ruling, file));
    checkBlame(faults, ruling.blame);
    checkNoReturnReason(faults, ruling);
    checkLegs(faults, ruling);
    checkFunding(faults, ruling);
    checkItems(faults, ruling, file);
    checkExecuteBy(faults, ruling.executeBy);
    checkConduct(faults, ruling);
    checkFindings(faults, ruling, file);
    if (ruling.reasonsZh.trimmed().isEmpty())
        faults.append({RulingProblem::ReasonsMissing, QStringLiteral("/reasons/zh")});
    return faults;
}

} // namespace arb::domain
