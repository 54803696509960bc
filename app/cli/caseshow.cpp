// SPDX-License-Identifier: GPL-3.0-or-later
#include "caseshow.h"

#include "citedbytes.h"

#include <presentation/casehistory.h>
#include <presentation/consequences.h>
#include <presentation/coveragewords.h>
#include <presentation/deadlinewords.h>
#include <presentation/factscard.h>
#include <presentation/formats.h>
#include <presentation/labels.h>
#include <presentation/notewords.h>
#include <presentation/recordwords.h>
#include <presentation/rulingwords.h>

#include <domain/casejson.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

namespace arb::app {

namespace {

struct CliWords
{
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

QJsonValue timeJson(const std::optional<domain::UtcMs> &at)
{
    return at ? QJsonValue(at->toRfc3339()) : QJsonValue();
}

/// Exhibits as case.json names them, with what came later and the listing's pictures; "facts": what each file says itself.
QJsonArray exhibitsJson(const domain::CaseFile &file)
{
    QHash<QString, QJsonObject> handedIn;
    for (const QJsonValue &value : file.document.value(QLatin1String("exhibits")).toArray())
        handedIn.insert(value.toObject().value(QLatin1String("id")).toString(), value.toObject());
    QJsonArray exhibits;
    for (const domain::Exhibit &exhibit : file.exhibits) {
        QJsonObject shown = handedIn.value(exhibit.id, domain::toJson(exhibit));
        if (!exhibit.facts.isEmpty())
            shown.insert(QStringLiteral("facts"), exhibit.facts);
        exhibits.append(shown);
    }
    return exhibits;
}

/// The record that citations are compared with, and the files.
struct CitedRecord
{
    const domain::CaseFile &file;
    CitedBytes &bytes;
};

/// A citation of the record itself comes without its digest, from which the few digits behind a mask could be guessed, and
/// tells what comparing it gave: "asCited", null where nothing stands there any more. Made without a digest it tells nothing.
/// One of a file says with "bytes" when the file is not what it was.
QJsonObject shownCitation(QJsonObject json, const CitedRecord &record)
{
    const auto citation = domain::citationFromJson(json);
    if (!citation)
        return json;
    if (const QString fault = record.bytes.faultCode(*citation); !fault.isEmpty())
        json.insert(QStringLiteral("bytes"), fault);
    if (!citation->exhibit.isEmpty() || citation->sha256.isEmpty())
        return json;
    const QByteArray digest = domain::placeDigest(*citation, record.file);
    json.remove(QStringLiteral("sha256"));
    json.insert(QStringLiteral("asCited"), digest.isEmpty() ? QJsonValue() : QJsonValue(digest == citation->sha256));
    return json;
}

/// The findings of a ruling as they are shown.
QJsonArray shownFindings(const QJsonArray &written, const CitedRecord &record)
{
    QJsonArray findings;
    for (const QJsonValue &value : written) {
        QJsonObject finding = value.toObject();
        if (finding.contains(QLatin1StringView("citations"))) {
            QJsonArray citations;
            for (const QJsonValue &citation : finding.value(QLatin1StringView("citations")).toArray())
                citations.append(shownCitation(citation.toObject(), record));
            finding.insert(QStringLiteral("citations"), citations);
        }
        findings.append(finding);
    }
    return findings;
}

QJsonObject shownRuling(QJsonObject ruling, const CitedRecord &record)
{
    if (ruling.contains(QLatin1StringView("findings")))
        ruling.insert(QStringLiteral("findings"), shownFindings(ruling.value(QLatin1StringView("findings")).toArray(), record));
    return ruling;
}

/// Lines of JSON, as an earlier record keeps them.
QJsonArray linesJson(const QByteArray &lines)
{
    QJsonArray objects;
    for (const QByteArray &line : lines.split('\n')) {
        if (!line.isEmpty())
            objects.append(QJsonDocument::fromJson(line).object());
    }
    return objects;
}

QJsonObject earlierJson(const usecases::EarlierRecord &earlier, const CitedRecord &record)
{
    QJsonArray rulings;
    for (const QJsonValue &ruling : linesJson(earlier.rulingJson))
        rulings.append(shownRuling(ruling.toObject(), record));
    QJsonArray audit;
    for (const QJsonValue &value : linesJson(earlier.auditJsonl)) {
        QJsonObject entry;
        for (const char *key : {"seq", "at", "actor", "action", "hash"})
            entry.insert(QLatin1String(key), value.toObject().value(QLatin1String(key)));
        entry.insert(QStringLiteral("at"), domain::UtcMs(entry.value(QLatin1String("at")).toInteger()).toRfc3339());
        audit.append(entry);
    }
    return {{QStringLiteral("rulings"), rulings}, {QStringLiteral("audit"), audit}};
}

/// The history's lines of this desk, or those that came in with the case.
QStringList historyLines(const QList<presentation::HistoryRow> &rows, bool earlier)
{
    QStringList lines;
    for (const presentation::HistoryRow &row : rows) {
        if (row.earlier == earlier)
            lines.append(QStringLiteral("%1  %2  %3  %4").arg(row.seq).arg(presentation::dateTimeText(row.at), row.who, row.what)
                         + (row.detail.isEmpty() ? QString() : QStringLiteral("  %1").arg(row.detail)));
    }
    return lines;
}

QJsonObject rulingJson(const usecases::RulingRow &row, const CitedRecord &record)
{
    QJsonObject object = shownRuling(domain::toJson(row.ruling), record);
    object.insert(QStringLiteral("id"), row.id.toString());
    object.insert(QStringLiteral("round"), row.round);
    object.insert(QStringLiteral("madeBy"), row.madeByName);
    object.insert(QStringLiteral("madeAt"), row.madeAt.toRfc3339());
    object.insert(QStringLiteral("needsApproval"), row.needsApproval);
    object.insert(QStringLiteral("book"), QJsonObject{{QStringLiteral("id"), row.bookId},
                                                      {QStringLiteral("version"), row.bookVersion},
                                                      {QStringLiteral("date"), row.bookDate}});
    object.insert(QStringLiteral("clause"), row.clause);
    object.insert(QStringLiteral("effectiveAt"), timeJson(row.effectiveAt()));
    if (row.approval) {
        object.insert(QStringLiteral("approval"), QJsonObject{{QStringLiteral("by"), row.approval->byName},
                                                              {QStringLiteral("at"), row.approval->at.toRfc3339()},
                                                              {QStringLiteral("decision"), domain::toCode(row.approval->decision)},
                                                              {QStringLiteral("reason"), row.approval->reason}});
    }
    if (row.recall)
        object.insert(QStringLiteral("recall"), QJsonObject{{QStringLiteral("by"), row.recall->byName}, {QStringLiteral("at"), row.recall->at.toRfc3339()}});
    return object;
}

QJsonArray requestsJson(const QList<usecases::EvidenceRequest> &requests)
{
    QJsonArray array;
    for (const usecases::EvidenceRequest &request : requests) {
        array.append(QJsonObject{{QStringLiteral("party"), domain::toCode(request.party)},
                                 {QStringLiteral("element"), request.element},
                                 {QStringLiteral("text"), request.text},
                                 {QStringLiteral("askedAt"), request.askedAt.toRfc3339()},
                                 {QStringLiteral("dueAt"), request.dueAt.toRfc3339()},
                                 {QStringLiteral("state"), domain::toCode(request.state)}});
    }
    return array;
}

QJsonArray pointsJson(const QList<usecases::PenaltyPoint> &points)
{
    QJsonArray array;
    for (const usecases::PenaltyPoint &point : points) {
        array.append(QJsonObject{{QStringLiteral("code"), domain::toCode(point.code)},
                                 {QStringLiteral("points"), point.points},
                                 {QStringLiteral("at"), point.at.toRfc3339()},
                                 {QStringLiteral("expiresAt"), point.expiresAt.toRfc3339()},
                                 {QStringLiteral("merchant"), point.merchantId},
                                 {QStringLiteral("reversal"), !point.reverses.isNull()}});
    }
    return array;
}

QJsonArray marksJson(const QList<domain::Mark> &marks)
{
    QJsonArray array;
    for (const domain::Mark &mark : marks) {
        QJsonArray points;
        for (const QPoint &point : mark.points)
            points.append(QJsonArray{point.x(), point.y()});
        const auto ofFilm = [&mark](qint64 domain::FilmPlace::*number) { return mark.film ? QJsonValue(*mark.film.*number) : QJsonValue(); };
        array.append(QJsonObject{{QStringLiteral("id"), mark.id.toString()},
                                 {QStringLiteral("exhibit"), mark.exhibit},
                                 {QStringLiteral("frame"), ofFilm(&domain::FilmPlace::frame)},
                                 {QStringLiteral("pts"), ofFilm(&domain::FilmPlace::pts)},
                                 {QStringLiteral("frameEnd"), ofFilm(&domain::FilmPlace::frameEnd)},
                                 {QStringLiteral("ptsEnd"), ofFilm(&domain::FilmPlace::ptsEnd)},
                                 {QStringLiteral("page"), mark.page > 0 ? QJsonValue(mark.page) : QJsonValue()},
                                 {QStringLiteral("shape"), domain::toCode(mark.shape)},
                                 {QStringLiteral("points"), points},
                                 {QStringLiteral("note"), mark.note},
                                 {QStringLiteral("by"), mark.byName},
                                 {QStringLiteral("at"), mark.at.toRfc3339()}});
    }
    return array;
}

/// The page or the frames of a mark: these by their numbers and by the film's own clock, as citations tell it.
QString markPlaceText(const domain::Mark &mark, const domain::CaseFile &file)
{
    QString place = mark.page > 0 ? CliWords::tr("%1, page %2").arg(mark.exhibit).arg(mark.page) : mark.exhibit;
    if (!mark.film)
        return place;
    if (mark.film->isSpan())
        place = CliWords::tr("%1, frames %2 to %3").arg(place).arg(mark.film->frame).arg(mark.film->frameEnd);
    else
        place = CliWords::tr("%1, frame %2").arg(place).arg(mark.film->frame);
    const domain::Exhibit *exhibit = domain::findExhibit(file, mark.exhibit);
    const qint64 first = exhibit ? exhibit->facts.value(QLatin1StringView("firstPtsUs")).toInteger() : 0;
    return QStringLiteral("%1  %2").arg(place, presentation::filmPlaceText(*mark.film, first));
}

QStringList markLines(const QList<domain::Mark> &marks, const domain::CaseFile &file)
{
    QStringList lines;
    for (const domain::Mark &mark : marks) {
        QStringList parts{mark.id.toString(), markPlaceText(mark, file), presentation::label(mark.shape)};
        if (const QRect box = mark.bounds(); !mark.points.isEmpty()) // a moment is all of its frames
            parts.append(QStringLiteral("%1 × %2 (%3, %4)").arg(box.width()).arg(box.height()).arg(box.x()).arg(box.y()));
        parts += {presentation::dateTimeText(mark.at), mark.byName};
        if (!mark.note.isEmpty())
            parts.append(mark.note);
        lines.append(parts.join(QStringLiteral("  ")));
    }
    return lines;
}

void section(QString &text, const QString &title, const QStringList &lines)
{
    if (lines.isEmpty())
        return;
    text += QLatin1Char('\n') + title + QLatin1Char('\n');
    for (const QString &line : lines) { // a line end inside a value must not look like the next line
        QString shown = presentation::visibleText(line);
        shown.replace(QLatin1String("\n"), QLatin1String("\n      "));
        text += QStringLiteral("  ") + shown + QLatin1Char('\n');
    }
}

/// Signed: earlier versions kept no digests of messages, scans and facts, and what has none cannot tell whether it changed.
QStringList citedLines(const QList<domain::Citation> &citations, const CitedRecord &record)
{
    QStringList lines;
    for (const domain::Citation &citation : citations) {
        const QString text = record.bytes.marked(presentation::citationText(citation, record.file), citation);
        lines.append(citation.sha256.isEmpty() ? CliWords::tr("cites %1 (stored without a digest)").arg(text)
                                               : CliWords::tr("cites %1").arg(text));
    }
    return lines;
}

/// Rulings of an earlier proceeding in full: this desk's own tell the most of it in the history.
QStringList cameInLines(const usecases::CaseView &view, CitedBytes &bytes)
{
    QStringList lines;
    for (const presentation::EarlierRuling &ruling : presentation::earlierRulings(view)) {
        if (ruling.cameIn)
            lines += QStringList{ruling.title, ruling.text} + citedLines(ruling.citations, {view.record.file, bytes});
    }
    return lines;
}

QStringList rulingLines(const usecases::CaseView &view, CitedBytes &bytes)
{
    QStringList lines;
    for (const usecases::RulingRow &row : view.record.rulings) {
        lines.append(QStringLiteral("%1  %2  %3  %4  %5@%6 %7")
                         .arg(presentation::dateTimeText(row.madeAt), row.madeByName,
                              presentation::outcomeText(row.ruling.outcome, row.ruling.refund, domain::disputedSum(view.record.file)),
                              presentation::blameText(row.ruling.blame), row.bookId, row.bookVersion, row.clause));
        lines.append(presentation::bilingual(row.ruling.reasonsZh, row.ruling.reasonsEn));
        for (const domain::Finding &finding : row.ruling.findings)
            lines += citedLines(finding.citations, {view.record.file, bytes});
        if (const QString coverage = presentation::coverageBrief(row.ruling, view.record.file); !coverage.isEmpty())
            lines.append(coverage);
        if (row.recall)
            lines.append(CliWords::tr("recalled by %1").arg(row.recall->byName));
        else if (row.approval && row.approval->decision == usecases::ApprovalDecision::Returned)
            lines.append(CliWords::tr("sent back by %1").arg(row.approval->byName));
        else if (row.needsApproval && !row.approval)
            lines.append(CliWords::tr("waits for approval"));
        else if (&row == view.record.rulingInForce())
            lines.append(CliWords::tr("in force"));
    }
    return lines;
}

} // namespace

QJsonObject notesJson(const usecases::CaseRecord &record, CitedBytes &bytes)
{
    QJsonArray notes;
    for (const QJsonValue &value : domain::notesToJson(record.notes).value(QLatin1StringView("notes")).toArray()) {
        QJsonObject note = value.toObject();
        if (note.contains(QLatin1StringView("place")))
            note.insert(QStringLiteral("place"), shownCitation(note.value(QLatin1StringView("place")).toObject(), {record.file, bytes}));
        notes.append(note);
    }
    QJsonObject object = domain::notesToJson({});
    object.insert(QStringLiteral("notes"), notes);
    return object;
}

QJsonObject taskJson(const usecases::ExecutionTask &task)
{
    QJsonArray funding;
    for (const domain::Funding &part : task.funding)
        funding.append(QJsonObject{{QStringLiteral("source"), domain::toCode(part.source)}, {QStringLiteral("fen"), part.sum.fen()}});
    return {{QStringLiteral("id"), task.id.toString()},
            {QStringLiteral("caseNo"), task.caseNo},
            {QStringLiteral("kind"), domain::toCode(task.spec.kind)},
            {QStringLiteral("actor"), domain::toCode(task.spec.actor)},
            {QStringLiteral("sumFen"), task.spec.sum.fen()},
            {QStringLiteral("funding"), funding},
            {QStringLiteral("detail"), task.spec.detail},
            {QStringLiteral("state"), domain::toCode(task.state)},
            {QStringLiteral("idempotencyKey"), task.idempotencyKey},
            {QStringLiteral("notBefore"), task.notBefore.toRfc3339()},
            {QStringLiteral("dueAt"), timeJson(task.dueAt)},
            {QStringLiteral("attempts"), task.attempts},
            {QStringLiteral("lastError"), task.lastError}};
}

int suggestedPoints(const domain::Suggestion &suggestion, const domain::RuleBook &book)
{
    int points = 0;
    for (const domain::ConductCode code : suggestion.conduct)
        points += suggestion.countsTowardMetrics ? book.pointsFor(code) : 0;
    return points;
}

QJsonObject suggestionJson(const domain::Assessment &assessment, const domain::RuleBook &book)
{
    QJsonObject object{{QStringLiteral("clause"), assessment.clause},
                       {QStringLiteral("notices"), QJsonArray::fromStringList(assessment.notices)},
                       {QStringLiteral("wouldChange"), QJsonArray::fromStringList(assessment.wouldChange)}};
    QJsonArray missing;
    for (const domain::MissingElement &element : assessment.missing)
        missing.append(element.element);
    object.insert(QStringLiteral("missing"), missing);
    if (assessment.suggestion) {
        const domain::Suggestion &suggestion = *assessment.suggestion;
        object.insert(QStringLiteral("outcome"), domain::toCode(suggestion.outcome));
        object.insert(QStringLiteral("refundFen"), suggestion.refund.fen());
        object.insert(QStringLiteral("countsTowardMetrics"), suggestion.countsTowardMetrics);
        QJsonObject blame;
        if (!suggestion.blame.nobody()) {
            blame = {{QStringLiteral("merchant"), suggestion.blame.merchant}, {QStringLiteral("buyer"), suggestion.blame.buyer},
                     {QStringLiteral("platform"), suggestion.blame.platform}, {QStringLiteral("creator"), suggestion.blame.creator}};
        }
        object.insert(QStringLiteral("blame"), blame);
        QJsonArray conduct;
        for (const domain::ConductCode code : suggestion.conduct)
            conduct.append(domain::toCode(code));
        object.insert(QStringLiteral("conduct"), conduct);
        object.insert(QStringLiteral("points"), suggestedPoints(suggestion, book));
        QJsonObject freight;
        if (suggestion.outboundFreight)
            freight.insert(QStringLiteral("outbound"), domain::toCode(*suggestion.outboundFreight));
        if (suggestion.returnFreight)
            freight.insert(QStringLiteral("return"), domain::toCode(*suggestion.returnFreight));
        object.insert(QStringLiteral("freight"), freight);
        object.insert(QStringLiteral("fundSource"), domain::toCode(suggestion.fundSource));
        const auto codeOrNull = [](const auto &value) { return value ? QJsonValue(domain::toCode(*value)) : QJsonValue(); };
        object.insert(QStringLiteral("noReturnReason"), codeOrNull(suggestion.noReturnReason));
        object.insert(QStringLiteral("reasonFound"), codeOrNull(suggestion.reasonFound));
        object.insert(QStringLiteral("executeBy"), suggestion.executeBy.isEmpty() ? QJsonValue() : QJsonValue(suggestion.executeBy));
    }
    return object;
}

QStringList noteLines(const usecases::CaseRecord &record, CitedBytes &bytes)
{
    QStringList lines;
    for (const usecases::DeskNote &note : record.notes) {
        const QString line = presentation::noteLine(note, record.file);
        lines.append(QStringLiteral("%1  %2").arg(note.id.toString(), note.place ? bytes.marked(line, *note.place) : line)); // the place ends the line
    }
    return lines;
}

QJsonObject caseJson(const usecases::CaseView &view, CitedBytes &bytes, const QList<domain::Mark> &marks)
{
    const CitedRecord cited{view.record.file, bytes};
    const usecases::CaseHeader &header = view.record.header;
    QJsonObject object = domain::withPersonalData(view.record.file.document, domain::personalData(view.record.file)); // masked both
    object.insert(QStringLiteral("exhibits"), exhibitsJson(view.record.file));
    object.insert(QStringLiteral("marks"), marksJson(marks));
    object.insert(QStringLiteral("deskNotes"), notesJson(view.record, bytes).value(QLatin1String("notes")));
    object.insert(QStringLiteral("state"), domain::toCode(header.state));
    object.insert(QStringLiteral("round"), header.round);
    object.insert(QStringLiteral("version"), header.version);
    object.insert(QStringLiteral("holder"), header.holderName.isEmpty() ? QJsonValue() : QJsonValue(header.holderName));
    object.insert(QStringLiteral("tags"), QJsonArray::fromStringList(header.tags));
    object.insert(QStringLiteral("clocks"), QJsonObject{{QStringLiteral("now"), view.now.toRfc3339()},
                                                        {QStringLiteral("dueAt"), timeJson(header.dueAt)},
                                                        {QStringLiteral("dueUnknown"), header.dueUnknown},
                                                        {QStringLiteral("deskDueAt"), timeJson(header.deskDueAt)},
                                                        {QStringLiteral("leaseUntil"), timeJson(header.leaseUntil)},
                                                        {QStringLiteral("parkedUntil"), timeJson(header.parkedUntil)},
                                                        {QStringLiteral("suspendedAt"), timeJson(header.suspendedAt)}});
    object.insert(QStringLiteral("suggestion"), suggestionJson(view.assessment, view.book));
    object.insert(QStringLiteral("requests"), requestsJson(view.record.requests));
    QJsonArray rulings;
    for (const usecases::RulingRow &row : view.record.rulings)
        rulings.append(rulingJson(row, cited));
    object.insert(QStringLiteral("rulings"), rulings);
    const usecases::RulingRow *inForce = view.record.rulingInForce();
    object.insert(QStringLiteral("ruling"), inForce ? QJsonValue(rulingJson(*inForce, cited)) : QJsonValue());
    object.insert(QStringLiteral("findings"),
                  inForce ? shownRuling(domain::toJson(inForce->ruling), cited).value(QLatin1String("findings"))
                          : QJsonValue(QJsonArray()));
    QJsonArray tasks;
    for (const usecases::ExecutionTask &task : view.record.tasks)
        tasks.append(taskJson(task));
    object.insert(QStringLiteral("tasks"), tasks);
    object.insert(QStringLiteral("points"), pointsJson(view.record.points));
    object.insert(QStringLiteral("merchantPoints"), view.merchantPoints);
    object.insert(QStringLiteral("merchantLevel"), view.merchantLevel);
    QJsonArray audit;
    for (const domain::AuditEntry &entry : view.record.audit) {
        audit.append(QJsonObject{{QStringLiteral("seq"), entry.seq}, {QStringLiteral("at"), entry.at.toRfc3339()},
                                 {QStringLiteral("actor"), entry.actor}, {QStringLiteral("action"), entry.action},
                                 {QStringLiteral("hash"), QString::fromLatin1(entry.hash)}});
    }
    object.insert(QStringLiteral("audit"), audit);
    object.insert(QStringLiteral("earlier"),
                  view.record.earlier ? QJsonValue(earlierJson(*view.record.earlier, cited)) : QJsonValue());
    return object;
}

QString caseText(const usecases::CaseView &view, CitedBytes &bytes, const QList<domain::Mark> &marks)
{
    const usecases::CaseRecord &record = view.record;
    QString text = QStringLiteral("%1:%2  %3  %4\n%5\n")
                       .arg(record.header.platform, record.header.caseNo, presentation::stateText(record.header),
                            presentation::dueText(record.header.dueAt, record.header.dueUnknown, view.now),
                            presentation::visibleText(record.file.order.product.simplified()));
    QStringList lines;
    for (const presentation::FactLine &fact : presentation::alwaysInView(view, view.now))
        lines.append(QStringLiteral("%1: %2").arg(fact.label, fact.value));
    section(text, CliWords::tr("Facts"), lines);
    const domain::CaseFile &file = record.file;
    const auto party = [](const domain::PartyInfo &info) {
        QStringList parts{info.id, info.name, info.phone, info.address};
        parts.removeAll(QString());
        return parts.join(QStringLiteral("  "));
    };
    lines = {QStringLiteral("%1: %2").arg(presentation::label(domain::Party::Buyer), party(file.buyer)),
             QStringLiteral("%1: %2").arg(presentation::label(domain::Party::Merchant), party(file.merchant))};
    if (file.creator)
        lines.append(QStringLiteral("%1: %2").arg(presentation::label(domain::Party::Creator), party(*file.creator)));
    const QString paid = presentation::moneyText(file.order.paid);
    lines.append(file.order.paidAt
                     ? CliWords::tr("order %1, paid %2 on %3").arg(file.order.orderNo, paid, presentation::dateTimeText(*file.order.paidAt))
                     : CliWords::tr("order %1, paid %2").arg(file.order.orderNo, paid));
    section(text, CliWords::tr("Parties and order"), lines);
    lines.clear();
    for (const domain::OtherFact &fact : file.otherFacts)
        lines.append(QStringLiteral("%1: %2").arg(fact.pointer, fact.value));
    section(text, CliWords::tr("Other facts"), lines);
    lines.clear();
    for (const domain::Exhibit &exhibit : record.file.exhibits) {
        lines.append(QStringLiteral("%1  %2  %3  %4  %5").arg(exhibit.id, presentation::label(exhibit.party), presentation::label(exhibit.kind),
                                                                exhibit.file, exhibit.caption));
        for (const QString &hint : presentation::factHints(file, exhibit)) // of one made at the desk: where it comes from
            lines.append(QStringLiteral("    ") + hint);
    }
    section(text, CliWords::tr("Exhibits"), lines);
    section(text, CliWords::tr("Marks"), markLines(marks, record.file));
    section(text, CliWords::tr("Notes"), noteLines(view.record, bytes));
    section(text, CliWords::tr("Suggestion"), presentation::suggestionLines(view, view.assessment));
    lines.clear();
    for (const usecases::EvidenceRequest &request : record.requests) {
        lines.append(QStringLiteral("%1  %2  %3  %4").arg(presentation::label(request.party), request.element,
                                                          presentation::dateTimeText(request.dueAt), presentation::label(request.state)));
    }
    section(text, CliWords::tr("Evidence requests"), lines);
    section(text, CliWords::tr("Rulings"), rulingLines(view, bytes));
    section(text, CliWords::tr("Rulings that came in with the case"), cameInLines(view, bytes));
    lines.clear();
    for (const usecases::ExecutionTask &task : record.tasks) {
        lines.append(QStringLiteral("%1  %2  %3  %4  %5").arg(task.id.toString(), presentation::label(task.spec), presentation::label(task.spec.actor),
                                                              presentation::moneyText(task.spec.sum), presentation::label(task.state)));
    }
    section(text, CliWords::tr("Execution"), lines + presentation::takenOverSentences(view));
    const QList<presentation::HistoryRow> history = presentation::historyOf(view);
    section(text, CliWords::tr("Audit"), historyLines(history, false));
    section(text, CliWords::tr("Earlier record, as it came in"), historyLines(history, true));
    return text;
}

} // namespace arb::app
