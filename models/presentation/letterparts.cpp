// SPDX-License-Identifier: GPL-3.0-or-later
#include "letterparts.h"

#include <presentation/consequences.h>
#include <presentation/formats.h>
#include <presentation/labels.h>
#include <presentation/notewords.h>
#include <presentation/recordwords.h>
#include <presentation/rulingwords.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <algorithm>
#include <utility>

namespace arb::presentation {

namespace {

struct LetterPartWords
{
    Q_DECLARE_TR_FUNCTIONS(Letter)
};

QString legWords(const domain::MoneyLeg &leg)
{
    const QString sum = moneyText(leg.sum), to = label(leg.to);
    QString text;
    switch (leg.kind) {
    case domain::LegKind::Refund: text = LetterPartWords::tr("Refund: %1, paid to: %2").arg(sum, to); break;
    case domain::LegKind::Compensation: text = LetterPartWords::tr("Compensation: %1, paid to: %2").arg(sum, to); break;
    case domain::LegKind::FreightRefund: text = LetterPartWords::tr("Freight paid back: %1, paid to: %2").arg(sum, to); break;
    case domain::LegKind::Coupon: text = LetterPartWords::tr("Coupon: %1, given to: %2").arg(sum, to); break;
    }
    return leg.from ? LetterPartWords::tr("%1, from: %2").arg(text, label(*leg.from)) : text;
}

/// What the ruling means for the merchant's standing: the merchant's own affair.
QString standingWords(const LetterSource &source)
{
    if (!source.row.ruling.countsTowardMetrics)
        return LetterPartWords::tr("This decision does not count toward your metrics.");
    const Points points = pointsOf(source.row.ruling, source.book);
    return points.sum == 0 ? LetterPartWords::tr("This decision counts toward your metrics; it brings no penalty points.")
                           : LetterPartWords::tr("This decision counts toward your metrics. Penalty points: %1 (%2)").arg(QString::number(points.sum), points.parts);
}

QString dueWords(const domain::ExecutionTaskSpec &spec, const std::optional<domain::UtcMs> &dueAt, const std::optional<domain::UtcMs> &doneAt)
{
    if (doneAt)
        return LetterPartWords::tr("done on %1").arg(dateTimeText(*doneAt));
    if (dueAt)
        return LetterPartWords::tr("until %1").arg(dateTimeText(*dueAt));
    if (spec.due.isEmpty())
        return {};
    return spec.startsAt == domain::ClockStart::ReturnPickUp ? LetterPartWords::tr("within %1 of the goods being picked up").arg(clockText(spec.due))
                                                             : LetterPartWords::tr("within %1 of the ruling").arg(clockText(spec.due));
}

QString stepWords(const domain::ExecutionTaskSpec &spec, const QString &due)
{
    QStringList words{spec.kind == domain::TaskKind::BuyerReturn ? LetterPartWords::tr("Buyer sends the goods back, with all parts") : label(spec),
                      LetterPartWords::tr("to be done by: %1").arg(label(spec.actor))};
    if (spec.sum > domain::Money())
        words.append(moneyText(spec.sum));
    if (spec.kind == domain::TaskKind::BuyerReturn && spec.detail.contains(u"freight=") && !spec.detail.contains(u"freight=buyer"))
        words.append(LetterPartWords::tr("picked up free of charge"));
    words.append(due);
    words.removeAll(QString());
    return words.join(QStringLiteral(" · "));
}

/// Who, what and when of a place beside its words, where these do not tell it.
QString citedPlace(const domain::Citation &citation, const domain::CaseFile &file)
{
    const QString text = citationText(citation, file);
    if (!citation.exhibit.isEmpty()) {
        const domain::Exhibit *exhibit = domain::findExhibit(file, citation.exhibit);
        if (!exhibit)
            return text;
        QStringList parts{label(exhibit->party), label(exhibit->kind)};
        if (!exhibit->caption.isEmpty()) // which then stands in the words for the exhibit, instead of its number
            parts.append(exhibit->id);
        QString place = LetterPartWords::tr("%1: %2").arg(parts.join(QStringLiteral(" · ")), text);
        if (citation.pts && citation.frame) {
            place = citation.frameEnd ? LetterPartWords::tr("%1, frames %2 to %3").arg(place, QString::number(*citation.frame), QString::number(*citation.frameEnd))
                                      : LetterPartWords::tr("%1, frame %2").arg(place, QString::number(*citation.frame));
        }
        const QString made = derivedText(*exhibit, file);
        return made.isEmpty() ? place : LetterPartWords::tr("%1 (%2)").arg(place, made);
    }
    if (const domain::ChatMessage *message = domain::findMessage(file, citation.message); message && !citation.message.isEmpty())
        return LetterPartWords::tr("%1 (%2, %3)").arg(text, label(message->from), dateTimeText(message->at));
    if (citation.logistics && *citation.logistics >= 0 && *citation.logistics < file.logistics.size()) {
        const domain::LogisticsScan &scan = file.logistics.at(*citation.logistics);
        return LetterPartWords::tr("%1 (%2, %3)").arg(text, scanLabel(scan.event), dateTimeText(scan.at));
    }
    return text;
}

/// Twelve digits tell files of a case apart, and can be read out. Of texts there are none: the reader sees them masked, and
/// what is hidden could be guessed from a digest.
QString restsOn(const domain::Citation &citation, const domain::CaseFile &file)
{
    constexpr qsizetype shortHash = 12;
    const QString place = citedPlace(citation, file);
    const domain::Exhibit *exhibit = domain::findExhibit(file, citation.exhibit);
    const QByteArray cited = domain::withoutTextDigest(citation).sha256;
    const QByteArray digest = cited.isEmpty() && exhibit ? exhibit->sha256 : cited;
    return digest.isEmpty() ? LetterPartWords::tr("Rests on: %1").arg(place)
                            : LetterPartWords::tr("Rests on: %1 [SHA-256 %2]").arg(place, QString::fromLatin1(digest.left(shortHash)));
}

/// The place alone: how it was looked at and which mark it was made from is no matter.
domain::Citation barePlace(domain::Citation citation)
{
    citation.sha256.clear();
    citation.mark = {};
    citation.view.reset();
    return citation;
}

bool cites(const domain::Ruling &ruling, const domain::Citation &place)
{
    const domain::Citation wanted = barePlace(place);
    return std::ranges::any_of(ruling.findings, [&wanted](const domain::Finding &finding) {
        return std::ranges::any_of(finding.citations, [&wanted](const domain::Citation &citation) { return barePlace(citation) == wanted; });
    });
}

bool hasAppealed(const usecases::CaseRecord &record, domain::Party party)
{
    return std::ranges::any_of(record.audit, [party](const domain::AuditEntry &entry) {
        return entry.action == u"appeal"
            && QJsonDocument::fromJson(entry.payload).object().value(QLatin1String("by")).toString() == domain::toCode(party);
    });
}

} // namespace

LetterPart letterOutcome(const LetterSource &source)
{
    const domain::Ruling &ruling = source.row.ruling;
    const domain::CaseFile &file = source.hiding.file();
    LetterPart part{LetterPartWords::tr("The decision"), {outcomeText(ruling.outcome, ruling.refund, domain::disputedSum(file))}};
    if (ruling.noReturnReason)
        part.lines.append(LetterPartWords::tr("Nothing goes back: %1").arg(label(*ruling.noReturnReason)));
    part.lines.append(LetterPartWords::tr("Responsible: %1").arg(blameText(ruling.blame)));
    if (ruling.reasonFound && ruling.reasonFound != file.afterSale.reason)
        part.lines.append(LetterPartWords::tr("Reason found: %1").arg(label(*ruling.reasonFound)));
    if (ruling.refund > domain::Money())
        part.lines.append(LetterPartWords::tr("Refund to the original payment method: %1, funded by: %2").arg(moneyText(ruling.refund), fundingText(ruling)));
    for (const domain::MoneyLeg &leg : ruling.legs)
        part.lines.append(legWords(leg));
    if (const QString freight = freightText(ruling, file.order); !freight.isEmpty())
        part.lines.append(LetterPartWords::tr("Freight: %1").arg(freight));
    if (source.addressee == domain::Party::Merchant)
        part.lines.append(standingWords(source));
    return part;
}

LetterPart letterSteps(const LetterSource &source)
{
    LetterPart part{LetterPartWords::tr("What is to be done"), {}};
    bool planned = false;
    for (const usecases::ExecutionTask &task : source.view.record.tasks) {
        if (task.ruling != source.row.id)
            continue;
        planned = true;
        if (task.spec.kind != domain::TaskKind::Notice && task.state != usecases::TaskState::Cancelled)
            part.lines.append(stepWords(task.spec, dueWords(task.spec, task.dueAt, task.state == usecases::TaskState::Done ? task.doneAt : std::nullopt)));
    }
    if (planned)
        return part;
    const QList<domain::ExecutionTaskSpec> plan = domain::planRuling(source.row.ruling, source.view.record.file);
    for (const domain::ExecutionTaskSpec &spec : plan) {
        if (spec.kind != domain::TaskKind::Notice)
            part.lines.append(stepWords(spec, dueWords(spec, std::nullopt, std::nullopt)));
    }
    return part;
}

LetterPart letterFindings(const LetterSource &source)
{
    LetterPart part{LetterPartWords::tr("What was found"), {}};
    for (domain::Finding finding : source.row.ruling.findings) {
        finding.text = source.hiding.written(finding.text).simplified();
        part.lines.append(findingText(finding, source.book));
        for (const domain::Citation &citation : std::as_const(finding.citations))
            part.lines.append(restsOn(citation, source.hiding.file()));
    }
    return part;
}

LetterPart letterNotes(const LetterSource &source)
{
    LetterPart part{LetterPartWords::tr("Noted at the places cited"), {}};
    for (const usecases::DeskNote &note : source.view.record.notes) {
        if (!note.place || !cites(source.row.ruling, *note.place))
            continue;
        if (const QString quote = quoteOf(note, source.hiding.file()); !quote.isEmpty())
            part.lines.append(source.hiding.written(quote));
    }
    return part;
}

LetterPart letterAppeal(const LetterSource &source)
{
    LetterPart part{LetterPartWords::tr("Appeal"), {}};
    if (hasAppealed(source.view.record, source.addressee)) {
        part.lines.append(LetterPartWords::tr("You have appealed in this case; each side can appeal once."));
    } else {
        const QString &clock = source.view.policy.appealWindowClock;
        const usecases::Deadline window = usecases::deadline(clock, source.effectiveAt, source.view.calendar);
        part.lines.append(window.at
            ? LetterPartWords::tr("You can appeal against this decision with the platform until %1. Each side can appeal once.").arg(dateTimeText(*window.at))
            : LetterPartWords::tr("You can appeal against this decision with the platform within %1 of the ruling. Each side can appeal once.").arg(clockText(clock)));
    }
    const usecases::RulingRow *current = source.view.record.currentRuling();
    if (!current || current->id != source.row.id)
        part.lines.append(LetterPartWords::tr("The case is being heard again. This decision stands until another one takes effect."));
    return part;
}

} // namespace arb::presentation
