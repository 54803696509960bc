// SPDX-License-Identifier: GPL-3.0-or-later
#include <usecases/examination.h>

#include "citedplaces.h"
#include "commandstep.h"

#include <usecases/opencase.h>

#include <domain/canonicaljson.h>
#include <domain/masking.h>

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

#include <algorithm>

namespace arb::usecases {

using domain::Failure;

namespace {

CommandError unfit(domain::MarkFault fault)
{
    CommandError error(CommandFault::MarkUnfit);
    error.mark = fault;
    return error;
}

/// Pages are of documents, and a document is marked on a page; frames are of films, and a film is marked on its frames.
std::optional<domain::MarkFault> misplaced(const domain::Mark &mark, const domain::Exhibit &exhibit)
{
    using domain::ExhibitKind;
    using domain::MarkFault;
    const bool isDocument = exhibit.kind == ExhibitKind::Document, isFilm = exhibit.kind == ExhibitKind::Video;
    if (!isDocument && !isFilm && exhibit.kind != ExhibitKind::Image)
        return MarkFault::NoExhibit;
    const QJsonValue pages = exhibit.facts.value(QLatin1StringView("pages"));
    const bool onPage = mark.page >= 1 && (!pages.isDouble() || mark.page <= pages.toInteger());
    if (isDocument ? !onPage : mark.page != 0)
        return MarkFault::NoExhibit;
    if (isFilm != mark.film.has_value() || (isFilm && !domain::liesInFilm(*mark.film, exhibit.facts)))
        return MarkFault::OutsideFilm;
    return std::nullopt;
}

/// The frames of a mark as a place that a film can be asked about.
domain::Citation framesOf(const domain::Mark &mark)
{
    domain::Citation place;
    place.exhibit = mark.exhibit;
    place.frame = mark.film->frame;
    place.pts = mark.film->pts;
    place.frameEnd = mark.film->frameEnd;
    place.ptsEnd = mark.film->ptsEnd;
    return place;
}

QByteArray wishDigest(const Command &command, domain::CaseId id, const char *action, const QJsonObject &wish)
{
    return domain::sha256Hex(domain::canonicalJson(QJsonObject{{QStringLiteral("actor"), command.actor.name()},
                                                               {QStringLiteral("action"), QString::fromLatin1(action)},
                                                               {QStringLiteral("case"), id.toString()},
                                                               {QStringLiteral("arguments"), wish}}));
}

std::optional<CommandRecord> recordOf(const Command &command, const QByteArray &digest, domain::MarkId mark, domain::UtcMs now)
{
    if (command.id.isEmpty())
        return std::nullopt;
    const QJsonObject result{{QStringLiteral("mark"), mark.toString()}};
    return CommandRecord{command.id, command.actor.name(), digest, QJsonDocument(result).toJson(QJsonDocument::Compact), now};
}

AuditDraft auditOfMark(const Command &command, const char *action, const domain::Mark &mark, domain::UtcMs now)
{
    QJsonObject payload{{QStringLiteral("mark"), mark.id.toString()},
                        {QStringLiteral("exhibit"), mark.exhibit},
                        {QStringLiteral("sha256"), QString::fromLatin1(mark.sha256)},
                        {QStringLiteral("page"), mark.page},
                        {QStringLiteral("shape"), domain::toCode(mark.shape)},
                        {QStringLiteral("noteSha256"), QString::fromLatin1(domain::sha256Hex(mark.note.toUtf8()))},
                        {QStringLiteral("markSha256"), QString::fromLatin1(domain::markDigest(mark))}};
    if (mark.film) {
        payload.insert(QStringLiteral("frame"), mark.film->frame);
        payload.insert(QStringLiteral("frameEnd"), mark.film->frameEnd);
    }
    if (!command.id.isEmpty())
        payload.insert(QStringLiteral("command"), command.id);
    return {now, command.actor.name(), QString::fromLatin1(action), payload};
}

bool isRoomFor(const domain::Mark &mark, const QList<domain::Mark> &marks)
{
    qsizetype points = mark.points.size();
    for (const domain::Mark &other : marks)
        points += other.points.size();
    return marks.size() < domain::mostMarks && points <= domain::mostPointsOfCase;
}

bool cites(const domain::Ruling &ruling, domain::MarkId mark)
{
    return std::ranges::any_of(ruling.findings, [mark](const domain::Finding &finding) {
        return std::ranges::any_of(finding.citations, [mark](const domain::Citation &citation) { return citation.mark == mark; });
    });
}

/// Drafts are read as they lie there, whole or not.
bool isCited(const CaseRecord &record, domain::MarkId mark)
{
    if (std::ranges::any_of(record.rulings, [mark](const RulingRow &row) { return cites(row.ruling, mark); }))
        return true;
    for (const Draft &draft : record.drafts) {
        const QJsonObject ruling = QJsonDocument::fromJson(draft.json).object();
        for (const QJsonValue &finding : ruling.value(QLatin1StringView("findings")).toArray()) {
            for (const QJsonValue &citation : finding.toObject().value(QLatin1StringView("citations")).toArray()) {
                if (citation.toObject().value(QLatin1StringView("mark")).toString() == mark.toString())
                    return true;
            }
        }
    }
    return false;
}

/// Is the exhibit there, with these bytes?
Done<void> checkLeft(const domain::CaseFile &file, const QString &exhibit, const QByteArray &sha256, int page)
{
    const domain::Exhibit *found = domain::findExhibit(file, exhibit);
    if (!found || page < 0)
        return Failure{unfit(domain::MarkFault::NoExhibit)};
    if (found->sha256 != sha256)
        return Failure{CommandError(CommandFault::MarkOnOtherBytes)};
    return {};
}

} // namespace

QSize markedSize(const domain::Exhibit &exhibit, int page)
{
    if (exhibit.kind == domain::ExhibitKind::Document) {
        const QJsonArray size = exhibit.facts.value(QLatin1StringView("pageSizes")).toArray().at(page - 1).toArray();
        return size.size() == 2 ? QSize(size.at(0).toInt(), size.at(1).toInt()) : QSize();
    }
    return {exhibit.facts.value(QLatin1StringView("width")).toInt(), exhibit.facts.value(QLatin1StringView("height")).toInt()};
}

bool ExaminationCommands::mayMark(const Actor &actor)
{
    return permitted(actor, Permission::ReadCases) && permitted(actor, Permission::Claim);
}

Done<domain::Examination> ExaminationCommands::examination(const Actor &actor, domain::CaseId id) const
{
    if (!permitted(actor, Permission::ReadCases))
        return Failure{CommandError(CommandFault::NotAllowed)};
    auto found = m_desk.examination.examination(id, actor.person.id);
    if (!found)
        return Failure{CommandError(found.error())};
    const auto isOthers = [&actor](const domain::Mark &mark) { return !mark.note.isEmpty() && (mark.by.isNull() || mark.by != actor.person.id); };
    if (std::ranges::none_of(found->marks, isOthers))
        return std::move(found).value();
    const auto record = m_desk.cases.record(id);
    if (!record)
        return Failure{CommandError(record.error())};
    const domain::Masks masks = masksOf(record->file);
    for (domain::Mark &mark : found->marks) {
        if (isOthers(mark))
            mark.note = masks.hide(mark.note);
    }
    return std::move(found).value();
}

Done<std::optional<domain::MarkId>> ExaminationCommands::earlier(const Command &command, const QByteArray &digest) const
{
    using Earlier = std::optional<domain::MarkId>;
    if (command.id.isEmpty())
        return Earlier();
    if (!isCommandId(command.id))
        return Failure{CommandError(CommandFault::BadValue, QStringLiteral("command id"))};
    const auto known = m_desk.cases.command(command.id);
    if (!known)
        return Failure{CommandError(known.error())};
    if (!known->has_value())
        return Earlier();
    if ((*known)->digest != digest)
        return Failure{CommandError(CommandFault::OtherContent, command.id)};
    const QString mark = QJsonDocument::fromJson((*known)->result).object().value(QLatin1StringView("mark")).toString();
    return Earlier(domain::MarkId(mark.toLongLong()));
}

Done<domain::MarkId> ExaminationCommands::addMark(const Command &command, domain::CaseId id, domain::Mark draft)
{
    if (command.actor.person.id.isNull())
        return Failure{CommandError(CommandFault::PersonNeeded)};
    if (!mayMark(command.actor))
        return Failure{CommandError(CommandFault::NotAllowed)};
    draft.id = {};
    draft.by = command.actor.person.id;
    draft.byName = command.actor.name();
    draft.at = {};
    const QByteArray digest = wishDigest(command, id, "mark.add", domain::toJson(draft));
    const auto before = earlier(command, digest);
    if (!before)
        return Failure{before.error()};
    if (before->has_value())
        return **before;

    const auto record = m_desk.cases.record(id);
    if (!record)
        return Failure{CommandError(record.error())};
    const domain::Exhibit *exhibit = domain::findExhibit(record->file, draft.exhibit);
    if (!exhibit)
        return Failure{unfit(domain::MarkFault::NoExhibit)};
    if (const auto fault = misplaced(draft, *exhibit))
        return Failure{unfit(*fault)};
    if (exhibit->sha256 != draft.sha256)
        return Failure{CommandError(CommandFault::MarkOnOtherBytes)};
    if (const auto fault = domain::checkMark(draft, markedSize(*exhibit, draft.page)))
        return Failure{unfit(*fault)};
    const auto known = m_desk.examination.examination(id, draft.by);
    if (!known)
        return Failure{CommandError(known.error())};
    if (!isRoomFor(draft, known->marks))
        return Failure{CommandError(CommandFault::TooManyMarks, QString::number(domain::mostMarks))};
    if (draft.film) { // last, for it reads the film
        if (const QString key = CitedFiles(m_desk, record->file).strangeKey(framesOf(draft)); !key.isEmpty())
            return Failure{CommandError(CommandFault::BadValue, draft.exhibit + key)};
    }

    draft.at = m_desk.clock.now();
    draft.id = domain::MarkId(m_desk.ids.next(draft.at));
    const auto added = m_desk.examination.addMark(id, draft, auditOfMark(command, "mark.add", draft, draft.at),
                                                  recordOf(command, digest, draft.id, draft.at));
    if (added)
        return draft.id;
    if (added.error() == StoreError::Conflict) { // the same command may have won the race through another connection
        if (const auto won = earlier(command, digest); won && won->has_value())
            return **won;
    }
    return Failure{CommandError(added.error())};
}

Done<domain::MarkId> ExaminationCommands::correctMark(const Command &command, domain::CaseId id, domain::MarkId mark, const QList<QPoint> &points, const QString &note)
{
    if (command.actor.person.id.isNull())
        return Failure{CommandError(CommandFault::PersonNeeded)};
    if (!mayMark(command.actor))
        return Failure{CommandError(CommandFault::NotAllowed)};
    domain::Mark wish;
    wish.id = mark;
    wish.points = points;
    wish.note = note;
    const QByteArray digest = wishDigest(command, id, "mark.correct", domain::toJson(wish));
    const auto before = earlier(command, digest);
    if (!before)
        return Failure{before.error()};
    if (before->has_value())
        return **before;

    const auto record = m_desk.cases.record(id);
    if (!record)
        return Failure{CommandError(record.error())};
    const auto known = m_desk.examination.examination(id, command.actor.person.id);
    if (!known)
        return Failure{CommandError(known.error())};
    const auto found = std::ranges::find(known->marks, mark, &domain::Mark::id);
    if (found == known->marks.cend())
        return Failure{CommandError(CommandFault::NoSuchMark, mark.toString())};
    if (found->by != command.actor.person.id) {
        CommandError error(CommandFault::NotYourMark);
        error.who = found->byName;
        return Failure{error};
    }
    if (found->points == points && found->note == note)
        return mark;
    if (isCited(*record, mark))
        return Failure{CommandError(CommandFault::MarkCited, mark.toString())};
    domain::Mark corrected = *found;
    corrected.points = points;
    corrected.note = note;
    const domain::Exhibit *exhibit = domain::findExhibit(record->file, corrected.exhibit);
    if (!exhibit)
        return Failure{unfit(domain::MarkFault::NoExhibit)};
    if (const auto fault = domain::checkMark(corrected, markedSize(*exhibit, corrected.page)))
        return Failure{unfit(*fault)};
    QList<domain::Mark> others = known->marks;
    others.removeIf([mark](const domain::Mark &other) { return other.id == mark; });
    if (!isRoomFor(corrected, others))
        return Failure{CommandError(CommandFault::TooManyMarks, QString::number(domain::mostMarks))};

    corrected.byName = command.actor.name();
    corrected.at = m_desk.clock.now();
    corrected.id = domain::MarkId(m_desk.ids.next(corrected.at));
    AuditDraft audit = auditOfMark(command, "mark.correct", corrected, corrected.at);
    audit.payload.insert(QStringLiteral("corrects"), mark.toString());
    const auto stored = m_desk.examination.correctMark(id, mark, corrected, audit, recordOf(command, digest, corrected.id, corrected.at));
    if (stored)
        return corrected.id;
    if (stored.error() == StoreError::Conflict) {
        if (const auto won = earlier(command, digest); won && won->has_value())
            return **won;
    }
    if (stored.error() == StoreError::NotFound) // somebody else was quicker
        return Failure{CommandError(CommandFault::NoSuchMark, mark.toString())};
    return Failure{CommandError(stored.error())};
}

Done<void> ExaminationCommands::removeMark(const Command &command, domain::CaseId id, domain::MarkId mark)
{
    if (command.actor.person.id.isNull())
        return Failure{CommandError(CommandFault::PersonNeeded)};
    if (!mayMark(command.actor))
        return Failure{CommandError(CommandFault::NotAllowed)};
    const QByteArray digest = wishDigest(command, id, "mark.remove", {{QStringLiteral("mark"), mark.toString()}});
    const auto before = earlier(command, digest);
    if (!before)
        return Failure{before.error()};
    if (before->has_value())
        return {};
    const auto known = m_desk.examination.examination(id, command.actor.person.id);
    if (!known)
        return Failure{CommandError(known.error())};
    const auto found = std::ranges::find(known->marks, mark, &domain::Mark::id);
    if (found == known->marks.cend())
        return Failure{CommandError(CommandFault::NoSuchMark, mark.toString())};
    if (found->by != command.actor.person.id && command.actor.person.role != Role::Supervisor) {
        CommandError error(CommandFault::NotYourMark);
        error.who = found->byName;
        return Failure{error};
    }
    const domain::UtcMs now = m_desk.clock.now();
    const auto removed = m_desk.examination.removeMark(id, mark, command.actor.person.id, now, auditOfMark(command, "mark.remove", *found, now),
                                                       recordOf(command, digest, mark, now));
    if (removed)
        return {};
    if (removed.error() == StoreError::Conflict) {
        if (const auto won = earlier(command, digest); won && won->has_value())
            return {};
    }
    if (removed.error() == StoreError::NotFound) // somebody else was quicker
        return Failure{CommandError(CommandFault::NoSuchMark, mark.toString())};
    return Failure{CommandError(removed.error())};
}

Done<void> ExaminationCommands::needReader(const Actor &actor) const
{
    if (actor.person.id.isNull())
        return Failure{CommandError(CommandFault::PersonNeeded)};
    if (!permitted(actor, Permission::ReadCases))
        return Failure{CommandError(CommandFault::NotAllowed)};
    return {};
}

Done<void> ExaminationCommands::saveView(const Actor &actor, domain::CaseId id, const domain::ExhibitView &view)
{
    if (const auto reader = needReader(actor); !reader)
        return reader;
    const auto record = m_desk.cases.record(id);
    if (!record)
        return Failure{CommandError(record.error())};
    if (const auto fits = checkLeft(record->file, view.exhibit, view.sha256, view.page); !fits)
        return fits;
    const auto saved = m_desk.examination.saveView(id, actor.person.id, view, m_desk.clock.now());
    return saved ? Done<void>() : Failure{CommandError(saved.error())};
}

Done<void> ExaminationCommands::savePair(const Actor &actor, domain::CaseId id, const domain::PairView &pair)
{
    if (const auto reader = needReader(actor); !reader)
        return reader;
    const auto record = m_desk.cases.record(id);
    if (!record)
        return Failure{CommandError(record.error())};
    if (const auto fits = checkLeft(record->file, pair.left, pair.leftSha256, pair.leftPage); !fits)
        return fits;
    if (const auto fits = checkLeft(record->file, pair.right, pair.rightSha256, pair.rightPage); !fits)
        return fits;
    domain::Examination one;
    one.pairs = {pair};
    if (const auto readable = domain::examinationFromJson(domain::toJson(one)); !readable)
        return Failure{CommandError(CommandFault::BadValue, readable.error())};
    const auto saved = m_desk.examination.savePair(id, actor.person.id, pair, m_desk.clock.now());
    return saved ? Done<void>() : Failure{CommandError(saved.error())};
}

} // namespace arb::usecases
