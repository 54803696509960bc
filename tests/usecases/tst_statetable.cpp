// SPDX-License-Identifier: GPL-3.0-or-later
#include "verbs.h"

#include <QtCore/QJsonDocument>

using namespace arb;
using namespace arb::tests;
using namespace arb::usecases;
using domain::DisputeState;

/// What every event has in common, event by event and state by state: permission, source states, version, fence, audit
/// entry, command id.
class TstStateTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void movesOnlyWhereTheTableAllows_data();
    void movesOnlyWhereTheTableAllows();
    void asksPermissionFirst_data() { addVerbs(); }
    void asksPermissionFirst();
    void refusesAnOlderVersion_data() { addVerbs(); }
    void refusesAnOlderVersion();
    void fencesAnOlderClaim_data();
    void fencesAnOlderClaim();
    void writesOneAuditEntry_data() { addVerbs(); }
    void writesOneAuditEntry();
    void sameIdSameReceipt_data() { addVerbs(); }
    void sameIdSameReceipt();
    void sameIdOtherWishIsRefused_data() { addVerbs(); }
    void sameIdOtherWishIsRefused();
    void writesNothingWhenTheStoreRefuses_data() { addVerbs(); }
    void writesNothingWhenTheStoreRefuses();
    void triesAgainOnTheNewerRow_data() { addVerbs(); }
    void triesAgainOnTheNewerRow();
    void sameIdOtherContentIsRefused();
    void sameIdByAnotherPersonIsRefused();
    void unknownCaseIsNotFound_data() { addVerbs(); }
    void unknownCaseIsNotFound();
    void reasonsAreAskedFor();
    void leaseRenewalIsNoAct();

private:
    static void addVerbs();
    /// A fresh desk with a case in the first state where the verb is allowed.
    struct Scene
    {
        explicit Scene(const Verb &of) : verb(of), id(desk.inState(of.moves.firstKey(), QStringLiteral("D-1"))), who(desk.*of.who) {}
        Done<Receipt> give(const Command &command) { return verb.give(desk, command, id); }
        SmallDesk desk;
        const Verb &verb;
        domain::CaseId id;
        Person who;
    };
};

void TstStateTable::addVerbs()
{
    QTest::addColumn<QString>("name");
    for (const Verb &row : verbs())
        QTest::newRow(row.name) << QString::fromLatin1(row.name);
}

void TstStateTable::movesOnlyWhereTheTableAllows_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<DisputeState>("state");
    for (const Verb &row : verbs()) {
        for (const DisputeState state : allStates())
            QTest::addRow("%s in %s", row.name, qPrintable(domain::toCode(state))) << QString::fromLatin1(row.name) << state;
    }
}

void TstStateTable::movesOnlyWhereTheTableAllows()
{
    QFETCH(QString, name);
    QFETCH(DisputeState, state);
    const Verb &what = verb(name);
    SmallDesk desk;
    const domain::CaseId id = desk.inState(state, QStringLiteral("D-1"));
    const CaseRecord before = desk.record(id);
    QCOMPARE(before.header.state, state);
    const auto done = what.give(desk, desk.as(desk.*what.who), id);
    const CaseRecord after = desk.record(id);
    if (what.moves.contains(state)) {
        QVERIFY_DONE(done);
        QCOMPARE(after.header.state, what.moves.value(state));
        QCOMPARE(done->state, after.header.state);
        QCOMPARE(done->version, after.header.version);
        QCOMPARE(after.header.version, before.header.version + 1);
        QCOMPARE(done->caseNo, QStringLiteral("D-1"));
        QVERIFY(!done->repeated);
        return;
    }
    QVERIFY(after == before);
    if (name == u"release") { // of a case that nobody holds: done, nothing changes
        QVERIFY_DONE(done);
        QCOMPARE(done->version, before.header.version);
        return;
    }
    QCOMPARE(faultOf(done), std::optional(what.otherFault.value(state, CommandFault::WrongState)));
    if (done.error().fault == CommandFault::WrongState)
        QCOMPARE(done.error().state, std::optional(state));
}

void TstStateTable::asksPermissionFirst()
{
    QFETCH(QString, name);
    Scene scene(verb(name));
    const CaseRecord before = scene.desk.record(scene.id);
    QList<Actor> actors{ownerActor(), systemActor()};
    for (const Person &person : {scene.desk.chen, scene.desk.xu, scene.desk.zheng, scene.desk.root})
        actors.append(scene.desk.actor(person));
    Actor gone = scene.desk.actor(scene.who);
    gone.person.enabled = false;
    actors.append(gone);
    int refused = 0;
    for (const Actor &actor : actors) {
        if (permitted(actor, scene.verb.permission))
            continue;
        const auto done = scene.give({actor, {}, {}, {}});
        QVERIFY2(!done.ok(), qPrintable(actor.name()));
        QCOMPARE_FAULT(done, NotAllowed);
        ++refused;
    }
    QVERIFY(refused >= 4); // owner, system, auditor, admin and the one who left never act on a case
    QVERIFY(scene.desk.record(scene.id) == before);
    QVERIFY_DONE(scene.give(scene.desk.as(scene.who)));
}

void TstStateTable::refusesAnOlderVersion()
{
    QFETCH(QString, name);
    Scene scene(verb(name));
    const CaseRecord before = scene.desk.record(scene.id);
    Command command = scene.desk.as(scene.who);
    command.seenVersion = before.header.version - 1;
    QCOMPARE_FAULT(scene.give(command), Changed);
    QVERIFY(scene.desk.record(scene.id) == before);
    command.seenVersion = before.header.version;
    QVERIFY_DONE(scene.give(command));
}

void TstStateTable::fencesAnOlderClaim_data()
{
    QTest::addColumn<QString>("name");
    for (const Verb &row : verbs()) {
        if (row.holderOnly)
            QTest::newRow(row.name) << QString::fromLatin1(row.name);
    }
}

void TstStateTable::fencesAnOlderClaim()
{
    QFETCH(QString, name);
    SmallDesk desk;
    const Verb &what = verb(name);
    const domain::CaseId id = desk.inState(DisputeState::Claimed, QStringLiteral("D-1"));
    Command command = desk.as(desk.lin);
    command.claimNo = desk.header(id).claimNo;
    desk.advance(20 * domain::minuteMs); // the lease runs out, and the same person claims again in another window
    must(desk.commands.carryOutDue(id, DueKind::LeaseExpired), "expire");
    desk.claim(desk.lin, id);
    const CaseRecord before = desk.record(id);
    const auto done = what.give(desk, command, id);
    if (name == u"release")
        QVERIFY_DONE(done); // what one does not hold any more is let go of already
    else
        QCOMPARE_FAULT(done, LeaseLost);
    QVERIFY(desk.record(id) == before);
    command.claimNo = before.header.claimNo;
    QVERIFY_DONE(what.give(desk, command, id));
    QCOMPARE(desk.header(id).state, what.moves.value(DisputeState::Claimed));
}

void TstStateTable::writesOneAuditEntry()
{
    QFETCH(QString, name);
    Scene scene(verb(name));
    const CaseRecord before = scene.desk.record(scene.id);
    QVERIFY_DONE(scene.give(scene.desk.as(scene.who, QStringLiteral("k-1"))));
    const CaseRecord after = scene.desk.record(scene.id);
    QCOMPARE(after.audit.size(), before.audit.size() + 1);
    const domain::AuditEntry &entry = after.audit.constLast();
    QCOMPARE(entry.action, QString::fromLatin1(scene.verb.action));
    QCOMPARE(entry.actor, scene.who.name);
    QCOMPARE(entry.at, scene.desk.clock.at);
    const QJsonObject payload = QJsonDocument::fromJson(entry.payload).object();
    QCOMPARE(payload.value(QStringLiteral("from")).toString(), domain::toCode(before.header.state));
    QCOMPARE(payload.value(QStringLiteral("to")).toString(), domain::toCode(after.header.state));
    QCOMPARE(payload.value(QStringLiteral("command")).toString(), QStringLiteral("k-1"));
    for (const char *personal : {"李晓雯", "13900010011", "桐花路"})
        QVERIFY(!entry.payload.contains(personal));
    const auto report = verifyAudit(scene.desk.desk, scene.desk.actor(scene.desk.zheng));
    QVERIFY_DONE(report);
    QVERIFY(!report->firstFault.has_value());
}

void TstStateTable::sameIdSameReceipt()
{
    QFETCH(QString, name);
    Scene scene(verb(name));
    const Command command = scene.desk.as(scene.who, QStringLiteral("k-1"));
    const auto first = scene.give(command);
    QVERIFY_DONE(first);
    QVERIFY(!first->repeated);
    const CaseRecord after = scene.desk.record(scene.id);
    scene.desk.advance(domain::hourMs); // a reply that was lost for an hour
    const auto second = scene.give(command);
    QVERIFY_DONE(second);
    QVERIFY(second->repeated);
    QCOMPARE(second->caseId, first->caseId);
    QCOMPARE(second->caseNo, first->caseNo);
    QCOMPARE(second->state, first->state);
    QCOMPARE(second->version, first->version);
    QCOMPARE(second->ruling, first->ruling);
    QCOMPARE(second->needsApproval, first->needsApproval);
    QCOMPARE(second->approvalWhy, first->approvalWhy);
    QVERIFY(scene.desk.record(scene.id) == after);
}

void TstStateTable::sameIdOtherWishIsRefused()
{
    QFETCH(QString, name);
    Scene scene(verb(name));
    const Command command = scene.desk.as(scene.who, QStringLiteral("k-1"));
    QVERIFY_DONE(scene.give(command));
    const CaseRecord after = scene.desk.record(scene.id);
    const auto other = scene.desk.commands.note(command, scene.id, QStringLiteral("something else"));
    QCOMPARE_FAULT(other, OtherContent);
    QCOMPARE(other.error().text, QStringLiteral("k-1"));
    QVERIFY(scene.desk.record(scene.id) == after);
}

void TstStateTable::writesNothingWhenTheStoreRefuses()
{
    QFETCH(QString, name);
    Scene scene(verb(name));
    const CaseRecord before = scene.desk.record(scene.id);
    const Command command = scene.desk.as(scene.who, QStringLiteral("k-1"));
    scene.desk.store.failNextWrite(StoreError::Busy);
    QCOMPARE_FAULT(scene.give(command), StoreBusy);
    QVERIFY(scene.desk.record(scene.id) == before);
    const auto again = scene.give(command); // the same id may be used again: nothing was recorded under it
    QVERIFY_DONE(again);
    QVERIFY(!again->repeated);
}

void TstStateTable::triesAgainOnTheNewerRow()
{
    QFETCH(QString, name);
    Scene scene(verb(name));
    const auto noteFromElsewhere = [&scene] {
        must(scene.desk.commands.note(scene.desk.as(scene.desk.tang), scene.id, QStringLiteral("meanwhile")), "note");
    };
    Command command = scene.desk.as(scene.who);
    command.seenVersion = scene.desk.header(scene.id).version;
    scene.desk.store.beforeNextWrite(noteFromElsewhere);
    QCOMPARE_FAULT(scene.give(command), Changed); // who named a version is told
    command.seenVersion.reset();
    scene.desk.store.beforeNextWrite(noteFromElsewhere);
    QVERIFY_DONE(scene.give(command)); // everybody else gets another try
    QCOMPARE(scene.desk.header(scene.id).state, scene.verb.moves.first());
    QVERIFY(scene.desk.record(scene.id).notes.size() >= 2);
}

void TstStateTable::sameIdOtherContentIsRefused()
{
    SmallDesk desk;
    const domain::CaseId id = desk.admit();
    const domain::CaseId other = desk.admit(QStringLiteral("D-2"));
    const Command command = desk.as(desk.lin, QStringLiteral("k-1"));
    QVERIFY_DONE(desk.commands.note(command, id, QStringLiteral("one")));
    QCOMPARE_FAULT(desk.commands.note(command, id, QStringLiteral("two")), OtherContent);
    QCOMPARE_FAULT(desk.commands.note(command, other, QStringLiteral("one")), OtherContent); // another case is another wish
    QCOMPARE(int(desk.record(id).notes.size()), 1);
    desk.claim(desk.lin, id);
    const Command rule = desk.as(desk.lin, QStringLiteral("k-2"));
    QVERIFY_DONE(desk.commands.rule(rule, id, SmallDesk::bandRuling()));
    domain::Ruling changed = SmallDesk::bandRuling();
    changed.reasonsZh += QStringLiteral("。");
    QCOMPARE_FAULT(desk.commands.rule(rule, id, changed), OtherContent);
    QCOMPARE(int(desk.record(id).rulings.size()), 1);
}

void TstStateTable::sameIdByAnotherPersonIsRefused()
{
    SmallDesk desk;
    const domain::CaseId id = desk.admit();
    QVERIFY_DONE(desk.commands.claim(desk.as(desk.lin, QStringLiteral("k-1")), id));
    QCOMPARE_FAULT(desk.commands.claim(desk.as(desk.chen, QStringLiteral("k-1")), id), OtherContent);
}

void TstStateTable::unknownCaseIsNotFound()
{
    QFETCH(QString, name);
    SmallDesk desk;
    const Verb &what = verb(name);
    QCOMPARE_FAULT(what.give(desk, desk.as(desk.*what.who), domain::CaseId(4)), NotFound);
}

void TstStateTable::reasonsAreAskedFor()
{
    SmallDesk desk;
    const domain::CaseId id = desk.inState(DisputeState::Executing, QStringLiteral("D-1"));
    const QString blank = QStringLiteral("  ");
    const CaseRecord before = desk.record(id);
    const Command xu = desk.as(desk.xu);
    QCOMPARE_FAULT(desk.commands.takeOver(xu, id, blank), TextMissing);
    QCOMPARE_FAULT(desk.commands.sendBack(xu, id, blank), TextMissing);
    QCOMPARE_FAULT(desk.commands.reverse(xu, id, blank), TextMissing);
    QCOMPARE_FAULT(desk.commands.withdraw(xu, id, blank), TextMissing);
    QCOMPARE_FAULT(desk.commands.suspend(xu, id, blank), TextMissing);
    QCOMPARE_FAULT(desk.commands.settle(xu, id, blank), TextMissing);
    QCOMPARE_FAULT(desk.commands.note(xu, id, blank), TextMissing);
    QVERIFY(desk.record(id) == before);
}

void TstStateTable::leaseRenewalIsNoAct()
{
    SmallDesk desk;
    const domain::CaseId id = desk.inState(DisputeState::Claimed, QStringLiteral("D-1"));
    const CaseRecord before = desk.record(id);
    desk.advance(10 * domain::minuteMs);
    QVERIFY_DONE(desk.commands.renewLease(desk.as(desk.lin), id));
    const CaseRecord after = desk.record(id);
    QCOMPARE(after.audit.size(), before.audit.size());
    QCOMPARE(after.header.leaseUntil, std::optional(desk.clock.at.plusMs(15 * domain::minuteMs)));
    QCOMPARE(after.header.claimNo, before.header.claimNo);
    QCOMPARE_FAULT(desk.commands.renewLease(desk.as(desk.chen), id), NotHolder);
}

QObject *make_tst_statetable();
QObject *make_tst_statetable()
{
    return new TstStateTable;
}

#include "tst_statetable.moc"
