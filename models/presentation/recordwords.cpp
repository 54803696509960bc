// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/recordwords.h>

#include "recordplaces.h"

#include <presentation/formats.h>
#include <presentation/labels.h>

#include <domain/phonetail.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <algorithm>

namespace arb::presentation {

namespace {

struct Record
{
    Q_DECLARE_TR_FUNCTIONS(Record)
};

} // namespace

QString recordText(const domain::CaseFile &file, const QString &pointer)
{
    const QString name = recordPlaceName(pointer);
    const QString value = recordPlaceValue(file.document, pointer);
    return value.isEmpty() ? name : Record::tr("%1: %2").arg(name, value);
}

bool isInRecord(const domain::CaseFile &file, const QString &pointer)
{
    return !recordPlaceValue(file.document, pointer).isEmpty();
}

QStringList recordPlaces(const domain::CaseFile &file)
{
    QStringList filled;
    for (const QString &pointer : offeredRecordPlaces()) {
        if (isInRecord(file, pointer))
            filled.append(pointer);
    }
    return filled;
}

namespace {

/// "m4", "m4–m9"
QString messageRange(const domain::Citation &citation)
{
    return citation.messageEnd.isEmpty() ? citation.message : QStringLiteral("%1–%2").arg(citation.message, citation.messageEnd);
}

/// Of a film by its times, from its first frame; by frame numbers where no time is cited. Empty: the exhibit as a whole.
QString momentText(const domain::Citation &citation, const domain::Exhibit *exhibit)
{
    if (citation.pts) {
        const qint64 frame = citation.frame.value_or(0), pts = *citation.pts;
        // Only whether both ends are one counts for the words.
        const domain::FilmPlace place{frame, pts, citation.ptsEnd ? citation.frameEnd.value_or(frame + 1) : frame, citation.ptsEnd.value_or(pts)};
        const qint64 first = exhibit ? exhibit->facts.value(QLatin1StringView("firstPtsUs")).toInteger() : 0;
        return filmPlaceText(place, first);
    }
    if (citation.frame && citation.frameEnd)
        return Record::tr("frames %1 to %2").arg(*citation.frame).arg(*citation.frameEnd);
    return citation.frame ? Record::tr("frame %1").arg(*citation.frame) : QString();
}

constexpr QChar citedNameMark(0xfffc); ///< stands where the name of a cited exhibit goes: the words of a place are put around it

/// What is said of the place in an exhibit around its name. @p exhibit may be null.
QString placeAroundName(const domain::Citation &citation, const domain::Exhibit *exhibit)
{
    QString text = citedNameMark;
    if (citation.page)
        text = Record::tr("%1, page %2").arg(text).arg(*citation.page);
    if (const QString moment = momentText(citation, exhibit); !moment.isEmpty())
        text = Record::tr("%1, at %2").arg(text, moment);
    if (!citation.message.isEmpty())
        text = Record::tr("%1, message %2").arg(text, messageRange(citation));
    if (citation.region)
        text = Record::tr("%1, region %2 × %3 at %4, %5").arg(text).arg(citation.region->width()).arg(citation.region->height()).arg(citation.region->x()).arg(citation.region->y());
    return text;
}

/// A place in an exhibit in the few letters that a narrow row has room for: "0:12.480 120×40+300+200".
QString briefPlace(const domain::Citation &citation, const domain::Exhibit *exhibit)
{
    QStringList parts;
    if (citation.page)
        parts.append(Record::tr("page %1").arg(*citation.page));
    parts += {momentText(citation, exhibit), citation.message.isEmpty() ? QString() : messageRange(citation)};
    if (const auto &box = citation.region)
        parts.append(QStringLiteral("%1×%2+%3+%4").arg(box->width()).arg(box->height()).arg(box->x()).arg(box->y()));
    parts.removeAll(QString());
    return parts.join(QLatin1Char(' '));
}

QString placeInExhibit(const domain::Citation &citation, const domain::CaseFile &file)
{
    const CitedParts parts = citedParts(citation, file);
    return parts.before + parts.name + parts.after;
}

/// A message, scan or fact that stood there when it was cited: what was taken away is not said to have been tampered with.
bool isGone(const domain::Citation &citation, const domain::CaseFile &file)
{
    return citation.exhibit.isEmpty() && !citation.sha256.isEmpty() && domain::placeDigest(citation, file).isEmpty()
        && domain::citedText(citation, file).isEmpty();
}

QString placeOutsideExhibits(const domain::Citation &citation, const domain::CaseFile &file)
{
    if (!citation.message.isEmpty()) {
        const domain::ChatMessage *message = domain::findMessage(file, citation.message);
        const QString range = messageRange(citation);
        return message ? Record::tr("Chat %1: %2").arg(range, visibleText(message->text).left(60)) : Record::tr("Chat %1").arg(range);
    }
    if (citation.logistics)
        return Record::tr("Scan %1 of the tracking").arg(*citation.logistics + 1);
    return recordText(file, citation.fact);
}

/// @p text of a place with what has become of it since it was cited.
QString withChange(const QString &text, const domain::Citation &citation, const domain::CaseFile &file)
{
    if (isGone(citation, file))
        return Record::tr("%1 (no longer in the record)").arg(text);
    if (!domain::meansOtherBytes(citation, file))
        return text;
    return citation.exhibit.isEmpty() ? Record::tr("%1 (changed since it was cited)").arg(text)
                                      : Record::tr("%1 (cited on another file than the exhibit has now)").arg(text);
}

} // namespace

QString citationText(const domain::Citation &citation, const domain::CaseFile &file)
{
    return withChange(citation.exhibit.isEmpty() ? placeOutsideExhibits(citation, file) : placeInExhibit(citation, file), citation, file);
}

CitedParts citedParts(const domain::Citation &citation, const domain::CaseFile &file)
{
    if (citation.exhibit.isEmpty())
        return {};
    const domain::Exhibit *exhibit = domain::findExhibit(file, citation.exhibit);
    const QString name = exhibit && !exhibit->caption.isEmpty() ? visibleText(exhibit->caption) : citation.exhibit;
    const QString around = placeAroundName(citation, exhibit);
    const qsizetype at = around.indexOf(citedNameMark);
    return {around.left(at), name, around.mid(at + 1), briefPlace(citation, exhibit)};
}

QString citationReference(const domain::Citation &citation, const domain::CaseFile &file)
{
    QStringList parts;
    if (!citation.exhibit.isEmpty()) {
        parts.append(citation.exhibit);
        if (citation.page)
            parts.append(Record::tr("page %1").arg(*citation.page));
        if (const QString moment = momentText(citation, domain::findExhibit(file, citation.exhibit)); !moment.isEmpty())
            parts.append(moment);
        if (!citation.message.isEmpty())
            parts.append(messageRange(citation));
        if (citation.region)
            parts.append(Record::tr("region %1, %2").arg(citation.region->x()).arg(citation.region->y()));
    } else if (!citation.message.isEmpty()) {
        parts.append(Record::tr("chat %1").arg(messageRange(citation)));
    } else if (citation.logistics) {
        parts.append(Record::tr("scan %1").arg(*citation.logistics + 1));
    } else {
        parts.append(recordPlaceName(citation.fact));
    }
    return QStringLiteral("[%1]").arg(visibleText(parts.join(QLatin1Char(' '))));
}

QString checkedReference(const domain::Citation &citation, const domain::CaseFile &file)
{
    return withChange(citationReference(citation, file), citation, file);
}

QString whyNotThere(const domain::Citation &citation, const domain::CaseFile &file)
{
    if (isGone(citation, file))
        return Record::tr("%1 is no longer in the record.").arg(citationReference(citation, file));
    if (!domain::meansOtherBytes(citation, file))
        return {};
    if (citation.exhibit.isEmpty()) {
        return Record::tr("%1 has changed since it was cited, so the place is not shown: it is not what was judged. "
                          "The citation keeps the digest of what it was.")
            .arg(citationReference(citation, file));
    }
    return Record::tr("%1 was cited on another file than the exhibit has now, so the place is not shown: it might be something else. "
                      "The ruling keeps the digest of the file that was cited.")
        .arg(citation.exhibit);
}

QStringList mismatchSentences(const domain::CaseFile &file)
{
    QStringList sentences;
    for (const domain::PhoneTail &tail : domain::otherPhoneTails(file)) {
        domain::Citation place;
        place.message = tail.message;
        place.exhibit = tail.exhibit;
        sentences.append(Record::tr("Phone endings differ: %1 is named (%2), the order's phone ends in %3.")
                             .arg(tail.digits, citationText(place, file), file.buyer.phone.trimmed().right(2)));
    }
    return sentences;
}

namespace {

/// Whoever suspends says why, in a note of that moment.
QString reasonOfSuspension(const usecases::CaseRecord &record)
{
    const auto note = std::ranges::find_if(record.notes, [&](const usecases::DeskNote &row) { return row.at == record.header.suspendedAt; });
    return note == record.notes.cend() ? QString() : visibleText(note->text);
}

/// When the act was done that led to this end; a note may have followed.
std::optional<domain::UtcMs> closedAt(const usecases::CaseRecord &record)
{
    const QString closed = domain::toCode(domain::DisputeState::Closed);
    for (qsizetype n = record.audit.size() - 1; n >= 0; --n) {
        const QJsonObject payload = QJsonDocument::fromJson(record.audit.at(n).payload).object();
        if (payload.value(QLatin1String("to")).toString() == closed && payload.value(QLatin1String("from")).toString() != closed)
            return record.audit.at(n).at;
    }
    return std::nullopt;
}

} // namespace

QString stateTip(const usecases::CaseRecord &record, domain::UtcMs now)
{
    const usecases::CaseHeader &header = record.header;
    const QString due = header.dueAt ? shortTimeText(*header.dueAt, now) : QString();
    using enum domain::DisputeState;
    switch (header.state) {
    case Queued: return Record::tr("Nobody has taken it yet");
    case Claimed: return Record::tr("%1 is reviewing; held until %2").arg(header.holderName, header.leaseUntil ? shortTimeText(*header.leaseUntil, now) : QString());
    case AwaitingEvidence: {
        QStringList lines;
        for (const usecases::EvidenceRequest &request : record.requests) {
            if (request.state == usecases::RequestState::Open)
                lines.append(Record::tr("%1 has until %2").arg(label(request.party), shortTimeText(request.dueAt, now)));
        }
        return lines.join(QLatin1Char('\n'));
    }
    case Negotiating: return Record::tr("The parties have until %1; no ruling before that").arg(due);
    case AwaitingApproval:
        return record.currentRuling() ? Record::tr("Drafted by %1; another person must approve").arg(record.currentRuling()->madeByName) : QString();
    case Ruled: return Record::tr("Can be recalled until %1").arg(due);
    case Executing: {
        const auto done = std::ranges::count_if(record.tasks, [](const usecases::ExecutionTask &task) { return task.state == usecases::TaskState::Done; });
        const auto all = std::ranges::count_if(record.tasks, [](const usecases::ExecutionTask &task) { return task.state != usecases::TaskState::Cancelled; });
        return Record::tr("%1 of %n step(s) done", nullptr, static_cast<int>(all)).arg(done);
    }
    case Closed: {
        const auto at = closedAt(record);
        return at ? Record::tr("Closed on %1").arg(shortTimeText(*at, now)) : QString();
    }
    case Appealed: return Record::tr("Heard by someone who took no part in the first ruling");
    case Withdrawn: return Record::tr("The buyer withdrew the application");
    case Suspended: {
        const QString why = reasonOfSuspension(record);
        return why.isEmpty() ? Record::tr("The clock is paused") : Record::tr("%1; the clock is paused").arg(why);
    }
    }
    return {};
}

} // namespace arb::presentation
