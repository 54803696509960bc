// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/outcomes.h>

#include "filmfacts.h"
#include "jsonreader.h"

#include <domain/calendar.h>

#include <QtCore/QHash>
#include <QtCore/QJsonArray>

#include <algorithm>
#include <initializer_list>

namespace arb::domain {

namespace {

using RulingFaults = QList<RulingFault>;

void checkSum(RulingFaults &faults, const Ruling &ruling, const CaseFile &file)
{
    if (ruling.refund < Money(0) || ruling.refund > disputedSum(file))
        faults.append({RulingProblem::RefundOutOfRange, QStringLiteral("/refundFen"), {}, {}, disputedSum(file)});
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
        const bool refundElsewhere = leg.kind == LegKind::Refund && leg.to != Party::Buyer; // only the buyer has paid
        if (leg.sum <= Money(0) || leg.from == leg.to || refundElsewhere)
            faults.append({RulingProblem::LegsDoNotAddUp, QStringLiteral("/legs/%1").arg(i)});
        if (leg.kind == LegKind::Refund)
            refunded += leg.sum;
    }
    if (!ruling.legs.isEmpty() && refunded != ruling.refund)
        faults.append({RulingProblem::LegsDoNotAddUp, QStringLiteral("/legs"), {}, refunded, ruling.refund});
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
        faults.append({RulingProblem::FundingDoesNotAddUp, QStringLiteral("/funding"), {}, funded, ruling.refund});
}

/// How many of the four kinds of place a citation names. A message beside an exhibit is a place inside it.
int citedPlaces(const Citation &citation)
{
    const bool inLog = citation.exhibit.isEmpty() && !citation.message.isEmpty();
    return int(!citation.exhibit.isEmpty()) + int(inLog) + int(citation.logistics.has_value()) + int(!citation.fact.isEmpty());
}

bool isWithin(const QRect &region, std::optional<qint64> width, std::optional<qint64> height)
{
    return region.x() >= 0 && region.y() >= 0 && region.width() > 0 && region.height() > 0
        && (!width || qint64(region.x()) + region.width() <= *width) && (!height || qint64(region.y()) + region.height() <= *height);
}

bool regionFits(const Citation &citation, const Exhibit &exhibit)
{
    if (exhibit.kind != ExhibitKind::Document)
        return isWithin(*citation.region, factNumber(exhibit.facts, "width"), factNumber(exhibit.facts, "height"));
    if (!citation.page) // of which page?
        return false;
    const QJsonArray size = exhibit.facts.value(QStringLiteral("pageSizes")).toArray().at(*citation.page - 1).toArray();
    if (size.size() != 2)
        return isWithin(*citation.region, std::nullopt, std::nullopt);
    return isWithin(*citation.region, size.at(0).toInteger(), size.at(1).toInteger());
}

/// The first key of a moment or span that does not fit the film: in order, inside of it, and of what is named by number and
/// by time both ends are.
QString misplacedFilmKey(const Citation &citation, bool isFilm, const QJsonObject &facts)
{
    if (citation.frame && (!isFilm || !isFrameOfFilm(*citation.frame, facts)))
        return QStringLiteral("/frame");
    if (citation.pts && (!isFilm || !isTimeOfFilm(*citation.pts, facts)))
        return QStringLiteral("/pts");
    const bool bothNamed = citation.frame && citation.pts;
    if (bothNamed && citation.frameEnd.has_value() != citation.ptsEnd.has_value())
        return citation.frameEnd ? QStringLiteral("/ptsEnd") : QStringLiteral("/frameEnd");
    if (citation.frameEnd && (!citation.frame || *citation.frameEnd <= *citation.frame || !isFrameOfFilm(*citation.frameEnd, facts)))
        return QStringLiteral("/frameEnd");
    if (citation.ptsEnd && (!citation.pts || *citation.ptsEnd < *citation.pts || !isTimeOfFilm(*citation.ptsEnd, facts)))
        return QStringLiteral("/ptsEnd");
    return {};
}

/// A range runs forwards in one log. What a log that was handed in holds, only its file can tell (usecases).
QString misplacedMessageKey(const Citation &citation, const Exhibit *exhibit, const CaseFile &file)
{
    if (!citation.message.isEmpty() && exhibit && exhibit->kind != ExhibitKind::Chat)
        return QStringLiteral("/message");
    if (citation.messageEnd.isEmpty())
        return {};
    if (citation.message.isEmpty() || citation.messageEnd == citation.message)
        return QStringLiteral("/messageEnd");
    const ChatMessage *first = findMessage(file, citation.message), *last = findMessage(file, citation.messageEnd);
    const bool fits = exhibit || (first && last && last > first); // both stand in the one list
    return fits ? QString() : QStringLiteral("/messageEnd");
}

/// The first key that asks for a place which this very thing does not have; empty when all fit. @p exhibit is null for
/// messages, scans and facts, which have no places inside.
QString misplacedKey(const Citation &citation, const Exhibit *exhibit, const CaseFile &file)
{
    const auto is = [exhibit](std::initializer_list<ExhibitKind> kinds) {
        return exhibit && std::find(kinds.begin(), kinds.end(), exhibit->kind) != kinds.end();
    };
    const QJsonObject facts = exhibit ? exhibit->facts : QJsonObject();
    const auto pages = factNumber(facts, "pages");
    if (citation.page && (!is({ExhibitKind::Document}) || *citation.page < 1 || (pages && *citation.page > *pages)))
        return QStringLiteral("/page");
    if (citation.region && (!is({ExhibitKind::Image, ExhibitKind::Video, ExhibitKind::Document}) || !regionFits(citation, *exhibit)))
        return QStringLiteral("/region");
    if (const QString key = misplacedFilmKey(citation, is({ExhibitKind::Video}), facts); !key.isEmpty())
        return key;
    if (const QString key = misplacedMessageKey(citation, exhibit, file); !key.isEmpty())
        return key;
    if (!citation.mark.isNull() && !exhibit)
        return QStringLiteral("/mark");
    if (citation.view && !exhibit)
        return QStringLiteral("/view");
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
    const bool isOnFilm = exhibit && exhibit->kind == ExhibitKind::Video;
    if (isOnFilm && citation.region && !citation.frame && !citation.pts)
        faults.append({RulingProblem::RegionWithoutFrame, where + QStringLiteral("/region")});
    else if (const QString misplaced = misplacedKey(citation, exhibit, file); !misplaced.isEmpty())
        faults.append({RulingProblem::CitationUnknown, where + misplaced});
    const QByteArray digest = citation.sha256.isEmpty() ? QByteArray() : placeDigest(citation, file);
    const bool isHidden = digest.isEmpty() && file.placesBeforeMasking; // whoever signs is told by the file without masks
    if (citation.sha256 != digest && !isHidden)
        faults.append({RulingProblem::CitationDigestDiffers, where});
}

} // namespace

QList<RulingFault> checkCitation(const Citation &citation, const CaseFile &file)
{
    RulingFaults faults;
    checkCitation(faults, citation, file, QString());
    return faults;
}

QString keyOffMark(const Citation &citation, const Mark &mark)
{
    if (citation.exhibit != mark.exhibit)
        return QStringLiteral("/mark");
    const auto isOther = [](const std::optional<qint64> &said, qint64 marked) { return said && *said != marked; };
    if (isOther(citation.page, mark.page))
        return QStringLiteral("/page");
    if (citation.region && (mark.points.isEmpty() || *citation.region != mark.bounds()))
        return QStringLiteral("/region");
    if (!mark.film)
        return {};
    const FilmPlace &film = *mark.film;
    if (isOther(citation.frame, film.frame))
        return QStringLiteral("/frame");
    if (isOther(citation.pts, film.pts))
        return QStringLiteral("/pts");
    // Who names a beginning without an end means that one frame.
    if (isOther(citation.frameEnd ? citation.frameEnd : citation.frame, film.frameEnd))
        return QStringLiteral("/frameEnd");
    return isOther(citation.ptsEnd ? citation.ptsEnd : citation.pts, film.ptsEnd) ? QStringLiteral("/ptsEnd") : QString();
}

void completeFromMark(Citation &citation, const Mark &mark)
{
    if (!citation.page && mark.page > 0)
        citation.page = mark.page;
    if (!citation.region && !mark.points.isEmpty())
        citation.region = mark.bounds();
    if (!mark.film)
        return;
    citation.frame = mark.film->frame;
    citation.pts = mark.film->pts;
    if (mark.film->isSpan()) {
        citation.frameEnd = mark.film->frameEnd;
        citation.ptsEnd = mark.film->ptsEnd;
    }
}

namespace {

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
    QHash<QString, qint64> taken; // one article may be named in several lines
    for (qsizetype i = 0; i < ruling.items.size(); ++i) {
        const RulingItem &item = ruling.items.at(i);
        taken[item.sku] += std::max(item.quantity, 0);
        if (item.quantity < 1 || taken.value(item.sku) > orderedQuantity(item.sku, file))
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

/// A share, or money, of a party that this case does not have.
void checkParties(RulingFaults &faults, const Ruling &ruling, const CaseFile &file)
{
    if (file.creator)
        return;
    if (ruling.blame.creator > 0)
        faults.append({RulingProblem::PartyNotInCase, QStringLiteral("/blame/creator")});
    for (qsizetype i = 0; i < ruling.legs.size(); ++i) {
        const MoneyLeg &leg = ruling.legs.at(i);
        if (leg.to == Party::Creator || leg.from == Party::Creator)
            faults.append({RulingProblem::PartyNotInCase, QStringLiteral("/legs/%1").arg(i)});
    }
}

void checkExecuteBy(RulingFaults &faults, const QString &spec)
{
    if (!spec.isEmpty() && !ClockSpec::parse(spec))
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
    checkParties(faults, ruling, file);
    checkItems(faults, ruling, file);
    checkExecuteBy(faults, ruling.executeBy);
    checkConduct(faults, ruling);
    checkFindings(faults, ruling, file);
    if (ruling.reasonsZh.trimmed().isEmpty())
        faults.append({RulingProblem::ReasonsMissing, QStringLiteral("/reasons/zh")});
    return faults;
}

} // namespace arb::domain
