// SPDX-License-Identifier: GPL-3.0-or-later
#include "player.h"

#include <domain/casejson.h>

#include <presentation/errortext.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

#include <algorithm>

/// What a step of a story can say, one function a word; each is one command of the use cases.
namespace arb::app::demo {

using domain::Failure;
using namespace usecases;

namespace {

using Played = Told<void>;

template<typename T>
Played told(const Done<T> &done, const Scene &scene)
{
    if (done)
        return {};
    return Failure{presentation::errorText(done.error(), scene.step.at)};
}

Played wrong(const QString &key)
{
    return Failure{QCoreApplication::translate("Demo", "“%1” is not understood").arg(key)};
}

QString word(const Scene &scene, const char *key)
{
    return scene.step.what.value(QString::fromLatin1(key)).toString();
}

std::optional<domain::UtcMs> time(const Scene &scene, const char *key)
{
    return domain::UtcMs::fromRfc3339(word(scene, key));
}

QStringList words(const QJsonValue &value)
{
    QStringList all;
    if (value.isString())
        all.append(value.toString());
    for (const QJsonValue &one : value.toArray())
        all.append(one.toString());
    return all;
}

QList<domain::Party> parties(const QString &code)
{
    if (code == u"both")
        return {domain::Party::Buyer, domain::Party::Merchant};
    const auto party = domain::fromCode<domain::Party>(code);
    return party ? QList<domain::Party>{*party} : QList<domain::Party>{};
}

/// The first task of the ruling in effect that is of this kind and not finished; @p actor narrows it.
std::optional<domain::TaskId> openTask(const Scene &scene, std::optional<domain::Party> actor = {})
{
    const auto kind = domain::fromCode<domain::TaskKind>(word(scene, "kind"));
    const auto header = scene.desk.cases.header(scene.id);
    const auto tasks = scene.desk.tasks.list({.state = {}, .caseId = scene.id, .notBeforeUntil = {}, .limit = 0});
    if (!kind || !header || !tasks)
        return std::nullopt;
    for (const ExecutionTask &task : *tasks) {
        const bool running = task.state == TaskState::Pending || task.state == TaskState::Sent || task.state == TaskState::Failed;
        if (task.ruling == header->ruling && task.spec.kind == *kind && running && (!actor || task.spec.actor == *actor))
            return task.id;
    }
    return std::nullopt;
}

// --- claims and attributes -----------------------------------------------------------------------------------------

Played playClaim(const Scene &s)
{
    return told(s.commands.claim(s.command, s.id), s);
}

Played playRelease(const Scene &s)
{
    return told(s.commands.release(s.command, s.id), s);
}

Played playSkip(const Scene &s)
{
    return told(s.commands.skip(s.command, s.id, word(s, "reason")), s);
}

Played playPark(const Scene &s)
{
    const auto until = time(s, "until");
    return until ? told(s.commands.park(s.command, s.id, *until), s) : wrong(QStringLiteral("until"));
}

Played playTag(const Scene &s)
{
    return told(s.commands.tag(s.command, s.id, words(s.step.what.value(QStringLiteral("add"))),
                               words(s.step.what.value(QStringLiteral("remove")))), s);
}

Played playNote(const Scene &s)
{
    return told(s.commands.note(s.command, s.id, word(s, "text")), s);
}

Played playHandToSupervisor(const Scene &s)
{
    return told(s.commands.handToSupervisor(s.command, s.id, word(s, "reason")), s);
}

Played playAssign(const Scene &s)
{
    return told(s.commands.assign(s.command, s.id, word(s, "person")), s);
}

Played playDraft(const Scene &s)
{
    const auto header = s.desk.cases.header(s.id);
    if (!header)
        return Failure{presentation::errorText(CommandError(header.error()))};
    const QByteArray json = QJsonDocument(s.step.what.value(QStringLiteral("ruling")).toObject()).toJson(QJsonDocument::Compact);
    return told(s.commands.saveDraft(s.command.actor, Draft{.caseId = s.id, .author = s.command.actor.person.id,
                                                            .round = header->round, .revision = 1, .savedAt = s.step.at, .json = json}), s);
}

// --- the parties ---------------------------------------------------------------------------------------------------

Played playRequest(const Scene &s)
{
    QList<EvidenceWish> wishes;
    const QJsonArray rows = s.step.what.value(QStringLiteral("wishes")).toArray();
    for (const QJsonValue &row : rows) {
        const QJsonObject wish = row.toObject();
        wishes.append({.parties = parties(wish.value(QStringLiteral("party")).toString()),
                       .element = wish.value(QStringLiteral("element")).toString(),
                       .text = wish.value(QStringLiteral("text")).toString(),
                       .dueAt = domain::UtcMs::fromRfc3339(wish.value(QStringLiteral("dueAt")).toString())});
    }
    return told(s.commands.requestEvidence(s.command, s.id, wishes), s);
}

Played playSupplement(const Scene &s)
{
    const auto kind = domain::fromCode<domain::ExhibitKind>(word(s, "kind"));
    const QList<domain::Party> party = parties(word(s, "party"));
    if (!kind || party.size() != 1)
        return wrong(kind ? QStringLiteral("party") : QStringLiteral("kind"));
    const QString name = word(s, "file");
    const QString path = sourceOf(s.story.folder, name);
    if (path.isEmpty()) {
        qWarning("demo: %s has no %s; it is not handed in", qPrintable(s.story.caseNo), qPrintable(name));
        return {};
    }
    const auto staged = s.stage.put(path, *kind);
    if (!staged)
        return Failure{staged.error()};
    const SupplementFile file{.id = word(s, "id"), .party = party.constFirst(), .kind = *kind, .fileName = name,
                              .caption = word(s, "caption"), .element = word(s, "element"), .path = {}, .sha256 = staged->sha256,
                              .size = staged->size, .facts = staged->facts};
    return told(s.commands.supplement(s.command, s.id, file), s);
}

Played playEvidenceDone(const Scene &s)
{
    const QList<domain::Party> party = parties(word(s, "party"));
    return party.size() == 1 ? told(s.commands.evidenceDone(s.command, s.id, party.constFirst()), s) : wrong(QStringLiteral("party"));
}

Played playNegotiate(const Scene &s)
{
    return told(s.commands.startNegotiation(s.command, s.id, time(s, "until")), s);
}

Played playSettle(const Scene &s)
{
    return told(s.commands.settle(s.command, s.id, word(s, "terms")), s);
}

Played playWithdraw(const Scene &s)
{
    return told(s.commands.withdraw(s.command, s.id, word(s, "reason")), s);
}

Played playSuspend(const Scene &s)
{
    return told(s.commands.suspend(s.command, s.id, word(s, "reason")), s);
}

Played playResume(const Scene &s)
{
    return told(s.commands.resume(s.command, s.id, word(s, "reason")), s);
}

// --- rulings -------------------------------------------------------------------------------------------------------

Played playRule(const Scene &s)
{
    QJsonObject json = s.step.what.value(QStringLiteral("ruling")).toObject();
    if (json.isEmpty()) {
        const auto read = readObject(s.story.folder + u'/' + word(s, "file"));
        if (!read)
            return Failure{read.error()};
        json = *read;
    }
    const auto ruling = domain::rulingFromJson(json);
    if (!ruling)
        return wrong(ruling.error().pointer);
    Command command = s.command;
    if (!ruling->commandId.isEmpty())
        command.id = ruling->commandId;
    return told(s.commands.rule(command, s.id, *ruling), s);
}

Played playApprove(const Scene &s)
{
    return told(s.commands.approve(s.command, s.id), s);
}

Played playSendBack(const Scene &s)
{
    return told(s.commands.sendBack(s.command, s.id, word(s, "reason")), s);
}

Played playRecall(const Scene &s)
{
    return told(s.commands.recall(s.command, s.id, word(s, "reason")), s);
}

Played playAppeal(const Scene &s)
{
    const QList<domain::Party> by = parties(word(s, "by"));
    return by.size() == 1 ? told(s.commands.appeal(s.command, s.id, by.constFirst(), word(s, "text")), s) : wrong(QStringLiteral("by"));
}

Played playTaskDone(const Scene &s)
{
    const auto task = openTask(s);
    // What came of a task is reported by its system, whoever's name the story gives.
    const Command command{systemActor(), s.command.id, {}, {}};
    return task ? told(s.commands.taskDone(command, *task, word(s, "detail")), s) : wrong(QStringLiteral("kind"));
}

/// Everything that is still to be done has been done: what banks, carriers and notices report without a person.
Played playFinish(const Scene &s)
{
    const auto header = s.desk.cases.header(s.id);
    const auto tasks = s.desk.tasks.list({.state = {}, .caseId = s.id, .notBeforeUntil = {}, .limit = 0});
    if (!header || !tasks)
        return Failure{presentation::errorText(CommandError(header ? tasks.error() : header.error()))};
    for (const ExecutionTask &task : *tasks) {
        if (task.ruling != header->ruling || (task.state != TaskState::Pending && task.state != TaskState::Sent))
            continue;
        const Command command{systemActor(), QStringLiteral("%1-%2").arg(s.command.id).arg(task.index), {}, {}};
        if (const auto done = s.commands.taskDone(command, task.id, {}); !done)
            return told(done, s);
    }
    return {};
}

Played playTaskFailed(const Scene &s)
{
    const auto task = openTask(s);
    const Command command{systemActor(), s.command.id, {}, {}};
    return task ? told(s.commands.taskFailed(command, *task, word(s, "reason")), s) : wrong(QStringLiteral("kind"));
}

Played playExecuteForMerchant(const Scene &s)
{
    const auto task = openTask(s, domain::Party::Merchant);
    if (!task)
        return wrong(QStringLiteral("kind"));
    QList<domain::Funding> funding;
    const QJsonArray parts = s.step.what.value(QStringLiteral("funding")).toArray();
    for (const QJsonValue &value : parts) {
        const QJsonObject part = value.toObject();
        const auto source = domain::fromCode<domain::FundSource>(part.value(QStringLiteral("source")).toString());
        if (!source)
            return wrong(QStringLiteral("funding"));
        funding.append({*source, domain::Money(part.value(QStringLiteral("fen")).toInteger())});
    }
    return told(s.commands.executeForMerchant(s.command, *task, funding), s);
}

struct StepVerb
{
    const char *word;
    Played (*play)(const Scene &);
};
constexpr StepVerb stepVerbs[] = {
    {"claim", playClaim}, {"release", playRelease}, {"skip", playSkip}, {"park", playPark}, {"tag", playTag}, {"note", playNote},
    {"handToSupervisor", playHandToSupervisor}, {"assign", playAssign}, {"draft", playDraft}, {"request", playRequest},
    {"supplement", playSupplement}, {"evidenceDone", playEvidenceDone}, {"negotiate", playNegotiate}, {"settle", playSettle},
    {"withdraw", playWithdraw}, {"suspend", playSuspend}, {"resume", playResume}, {"rule", playRule}, {"approve", playApprove},
    {"sendBack", playSendBack}, {"recall", playRecall}, {"appeal", playAppeal}, {"taskDone", playTaskDone},
    {"taskFailed", playTaskFailed}, {"finish", playFinish}, {"executeForMerchant", playExecuteForMerchant},
};

} // namespace

Told<void> act(const Scene &scene)
{
    const auto found = std::ranges::find_if(stepVerbs, [&](const StepVerb &verb) { return scene.step.verb == QLatin1StringView(verb.word); });
    return found == std::end(stepVerbs) ? wrong(scene.step.verb) : found->play(scene);
}

} // namespace arb::app::demo
