// SPDX-License-Identifier: GPL-3.0-or-later
#include "smalldesk.h"

#include <QtCore/QFile>
#include <QtCore/QJsonDocument>

#include <algorithm>

namespace arb::tests {

using namespace usecases;
using domain::DisputeState;
using domain::Party;

namespace {

QByteArray shipped(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s is not shipped", qPrintable(path));
    return file.readAll();
}

} // namespace

domain::UtcMs SmallDesk::at(const char *text)
{
    const auto time = domain::UtcMs::fromRfc3339(QString::fromLatin1(text) + QStringLiteral(":00+08:00"));
    if (!time)
        qFatal("no time: %s", text);
    return *time;
}

SmallDesk::SmallDesk()
    : desk{store, store, store, store, store, store, store, store, vault, inspector, chats, clock, ids}, commands(desk)
{
    clock.at = at("2026-10-12T09:00");
    DeskChange choosing; // most tests take the case they mean; serving in order has its own (tst_manycases)
    choosing.setting = qMakePair(QStringLiteral("serve_next"), QByteArray("false"));
    if (!store.apply(choosing))
        qFatal("the desk takes no settings");
    must(DeskCommands(desk).seed(ownerActor(), {shipped(QStringLiteral(":/policy/desk-demo-1.json"))},
                                 {shipped(QStringLiteral(":/calendar/cn-2024.json")), shipped(QStringLiteral(":/calendar/cn-2025.json")),
                                  shipped(QStringLiteral(":/calendar/cn-2026.json"))}),
         "seed");
    lin = person("林晓", Role::Reviewer, false);
    chen = person("陈默", Role::Reviewer, false);
    zhou = person("周岚", Role::Reviewer, true);
    xu = person("许文", Role::Supervisor, true);
    tang = person("唐青", Role::Supervisor, true);
    zheng = person("郑一", Role::Auditor, false);
    root = person("root", Role::Admin, false);
}

Person SmallDesk::person(const char *name, Role role, bool hearsAppeals)
{
    Person wish;
    wish.name = QString::fromUtf8(name);
    wish.role = role;
    wish.hearsAppeals = hearsAppeals;
    return must(DeskCommands(desk).addPerson({ownerActor(), {}, {}, {}}, wish), name);
}

QJsonObject SmallDesk::bandJson(const QString &caseNo)
{
    QJsonObject object = QJsonDocument::fromJson(R"json({
      "format": 1, "platform": "douyin", "escalatedAt": "2026-10-07T12:30:00+08:00", "evidenceClosedAt": "2026-10-09T12:30:00+08:00",
      "tradeKind": "live", "category": "3c",
      "order": {"orderNo": "6926092920141001", "product": "智能手环", "sku": "BAND", "quantity": 1, "priceFen": 29900, "paidFen": 26900, "freightFen": 0,
                "sevenDayReturn": "no", "signedAt": "2026-10-04T11:26:00+08:00", "signedBy": "本人", "carrier": "疾风速运", "waybillNo": "JF260930771043",
                "items": [{"sku": "BAND", "title": "智能手环", "quantity": 1, "paidFen": 26900}]},
      "buyer": {"id": "b-1", "name": "李晓雯", "phone": "13900010011", "address": "江州市临江区桐花路18号3栋502室"},
      "merchant": {"id": "m-1", "name": "沃律数码专营店", "phone": "13900020001"},
      "afterSale": {"no": "AS-1", "type": "return_refund", "reason": "quality_defect", "claimedFen": 26900, "appliedAt": "2026-10-06T19:52:00+08:00",
                    "merchantDueAt": "2026-10-08T19:52:00+08:00",
                    "merchantAnswer": {"at": "2026-10-07T10:05:00+08:00", "decision": "refused", "reason": "signed_means_accepted", "text": "打13900020001"}},
      "logistics": [{"at": "2026-09-30T16:40:00+08:00", "event": "picked_up", "text": "揽收"}, {"at": "2026-10-04T11:26:00+08:00", "event": "signed", "text": "签收"}],
      "chat": [{"id": "c1", "at": "2026-10-05T09:00:00+08:00", "from": "buyer", "text": "黑屏，电话13900010011"}],
      "exhibits": [{"id": "b1", "party": "buyer", "kind": "video", "file": "evidence/b1.mp4", "element": "defect_shown",
                    "sha256": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "submittedAt": "2026-10-07T12:31:00+08:00"}]
    })json").object();
    object.insert(QStringLiteral("caseNo"), caseNo);
    return object;
}

domain::CaseId SmallDesk::admit(const QString &caseNo, const std::function<void(domain::CaseFile &)> &change)
{
    auto file = domain::caseFileFromJson(bandJson(caseNo));
    if (!file)
        qFatal("the band's case is wrong at %s", qPrintable(file.error().pointer));
    if (change)
        change(*file);
    const QByteArray digest = QByteArray("d" + caseNo.toUtf8().toHex()).leftJustified(64, '0', true);
    const auto answers = AdmitCases(desk)(ownerActor(), {StagedCase{*file, digest, {}}});
    if (!answers.constFirst())
        qFatal("%s was not admitted", qPrintable(caseNo));
    return answers.constFirst()->id;
}

CaseRecord SmallDesk::record(domain::CaseId id)
{
    const auto found = store.record(id);
    if (!found)
        qFatal("no such case");
    return *found;
}

int SmallDesk::points(domain::CaseId id)
{
    int sum = 0;
    for (const PenaltyPoint &point : record(id).points)
        sum += point.points;
    return sum;
}

ExecutionTask SmallDesk::task(domain::CaseId id, domain::TaskKind kind)
{
    const QList<ExecutionTask> tasks = record(id).tasks;
    for (qsizetype n = tasks.size() - 1; n >= 0; --n) {
        if (tasks.at(n).spec.kind == kind)
            return tasks.at(n);
    }
    qFatal("no task of kind %s", qPrintable(domain::toCode(kind)));
}

domain::Ruling SmallDesk::bandRuling()
{
    domain::Ruling ruling;
    ruling.outcome = domain::OutcomeCode::ReturnAndRefund;
    ruling.blame.merchant = 100;
    ruling.refund = domain::Money(26'900);
    ruling.outboundFreight = domain::FreightPayer::Merchant;
    ruling.returnFreight = domain::FreightPayer::Merchant;
    ruling.countsTowardMetrics = true;
    domain::Citation place;
    place.exhibit = QStringLiteral("b1");
    place.pts = 55'000'000;
    ruling.findings = {{QStringLiteral("defect_shown"), domain::Verdict::Proved, QStringLiteral("dark"), {place}}};
    ruling.reasonsZh = QStringLiteral("开箱视频连续，屏幕不亮。");
    return ruling;
}

domain::Ruling SmallDesk::rejection()
{
    domain::Ruling ruling = bandRuling();
    ruling.outcome = domain::OutcomeCode::RejectClaim;
    ruling.blame = {};
    ruling.blame.buyer = 100;
    ruling.refund = {};
    ruling.outboundFreight.reset();
    ruling.returnFreight.reset();
    ruling.countsTowardMetrics = false;
    ruling.departure = QStringLiteral("视频不是本单商品");
    return ruling;
}

void SmallDesk::claim(const Person &who, domain::CaseId id)
{
    must(commands.claim(as(who), id), "claim");
}

Receipt SmallDesk::rule(const Person &who, domain::CaseId id, const domain::Ruling &ruling)
{
    return must(commands.rule(as(who), id, ruling), "rule");
}

Done<Receipt> askEvidence(SmallDesk &desk, const Command &command, domain::CaseId id, const QList<Party> &parties,
                          std::optional<domain::UtcMs> due, const QString &element)
{
    return desk.commands.requestEvidence(command, id, {EvidenceWish{parties, element, QStringLiteral("please"), due}});
}

void SmallDesk::ask(const Person &who, domain::CaseId id, const QList<Party> &parties, std::optional<domain::UtcMs> due)
{
    must(askEvidence(*this, as(who), id, parties, due), "request evidence");
}

TaskRun SmallDesk::sweep()
{
    ScriptedGateway gateway;
    return must(runTasks(desk, systemActor(), gateway), "run tasks");
}

void SmallDesk::confirm(domain::CaseId id, domain::TaskKind kind)
{
    must(commands.taskDone(as(xu), task(id, kind).id, QStringLiteral("receipt")), "task done");
}

void SmallDesk::confirmAll(domain::CaseId id)
{
    for (const ExecutionTask &open : record(id).tasks) {
        if (open.state != TaskState::Done && open.state != TaskState::Cancelled)
            must(commands.taskDone(as(xu), open.id, QStringLiteral("receipt")), "task done");
    }
}

domain::CaseId SmallDesk::inState(DisputeState state, const QString &caseNo)
{
    const domain::CaseId id = admit(caseNo);
    switch (state) {
    case DisputeState::Queued:
        return id;
    case DisputeState::Withdrawn:
        must(commands.withdraw(as(lin), id, QStringLiteral("settled")), "withdraw");
        return id;
    case DisputeState::Suspended:
        must(commands.suspend(as(lin), id, QStringLiteral("police")), "suspend");
        return id;
    case DisputeState::Claimed: case DisputeState::AwaitingEvidence: case DisputeState::Negotiating:
    case DisputeState::AwaitingApproval: case DisputeState::Ruled: case DisputeState::Executing:
    case DisputeState::Closed: case DisputeState::Appealed:
        break;
    }
    claim(lin, id);
    if (state == DisputeState::Claimed)
        return id;
    if (state == DisputeState::AwaitingEvidence) {
        ask(lin, id, {Party::Buyer, Party::Merchant});
        return id;
    }
    if (state == DisputeState::Negotiating) {
        must(commands.startNegotiation(as(lin), id, {}), "negotiate");
        return id;
    }
    domain::Ruling ruling = bandRuling();
    if (state == DisputeState::AwaitingApproval)
        ruling.funding = {{domain::FundSource::Deposit, ruling.refund}};
    rule(lin, id, ruling);
    if (state == DisputeState::AwaitingApproval || state == DisputeState::Ruled)
        return id;
    advance(11 * domain::minuteMs);
    must(commands.carryOutDue(id, DueKind::RecallWindowOver), "execute");
    if (state == DisputeState::Closed)
        confirmAll(id);
    if (state == DisputeState::Appealed)
        must(commands.appeal(as(lin), id, Party::Buyer, QStringLiteral("new evidence")), "appeal");
    return id;
}

} // namespace arb::tests
