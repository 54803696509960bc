// SPDX-License-Identifier: GPL-3.0-or-later
#include <smalldesk.h>

#include <usecases/queuecommands.h>

#include <domain/casejson.h>

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

using namespace arb;
using namespace arb::tests;
using namespace arb::usecases;
using domain::DisputeState;

/// Who holds a case: claims and leases, take-next, what is reserved, parked or skipped, and drafts that go along.
class TstClaims : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<SmallDesk>(); }

    void claimHoldsForTheLease();
    void secondClaimantLearnsWhoAndUntilWhen();
    void claimingOnesOwnCaseOnlyRenewsTheLease();
    void releasingAnothersCaseIsRefused();
    void whoKnowsAPartyIsNeverGivenTheCase();
    void leaseExpiresOnceAndNotBeforeItsEnd();
    void expiredLeaseIsFreeAtOnce();
    void whoSleptCannotRule();
    void endedHoldIsNotRenewedByANote();
    void whoseHoldEndedMayTakeItAgain();
    void takeNextOffersWhatRanOut();
    void everyCommandOfTheHolderRenewsTheLease();
    void onlyOneOfTwoGetsTheCase();
    void conflictOfInterestIsRefused();
    void interestDeclaredMeanwhileStopsTheRuling();
    void reservedIsForItsPersonUntilItEnds();
    void assignedToWhoCannotClaimIsRefused();
    void takesByRankAndPassesOver();
    void takeNextAnswersTheSameTwice();
    void takeNextOnAnEmptyQueue();
    void appealsAreOfferedOnlyToWhoHearsThem();
    void parkedWaitsUntilItsTime();
    void claimOfAParkedCaseIsTold();
    void skipNeedsAKnownReason();
    void skippedTwiceCountsOnce();
    void takeOverCopiesTheDraft();
    void handingToSupervisorTakesDraftAndNoteAlong();
    void tagsAreAddedAndRemovedOnce();
    void draftsAreTheirAuthors();
    void higherRevisionOfADraftWins();

private:
    Draft draft(domain::CaseId id, const Person &author, qint64 revision, const char *json = "{\"outcome\":\"repair\"}")
    {
        return Draft{.caseId = id, .author = author.id, .round = 1, .revision = revision, .savedAt = m_desk->clock.at, .json = json};
    }
    QByteArray draftOf(domain::CaseId id, const Person &author)
    {
        for (const Draft &row : m_desk->record(id).drafts) {
            if (row.author == author.id)
                return row.json;
        }
        return {};
    }
    std::unique_ptr<SmallDesk> m_desk;
};

void TstClaims::claimHoldsForTheLease()
{
    const domain::CaseId id = m_desk->admit();
    QVERIFY_DONE(m_desk->commands.claim(m_desk->as(m_desk->lin), id));
    const CaseHeader row = m_desk->header(id);
    QCOMPARE(row.holder, m_desk->lin.id);
    QCOMPARE(row.holderName, m_desk->lin.name);
    QCOMPARE(row.claimedAt, std::optional(m_desk->clock.at));
    QCOMPARE(row.leaseUntil, std::optional(m_desk->clock.at.plusMs(15 * domain::minuteMs)));
    QCOMPARE(row.claimNo, qint64(1));
    QVERIFY_DONE(m_desk->commands.release(m_desk->as(m_desk->lin), id));
    const CaseHeader free = m_desk->header(id);
    QVERIFY(free.holder.isNull());
    QVERIFY(!free.leaseUntil && !free.claimedAt);
    m_desk->claim(m_desk->chen, id);
    QCOMPARE(m_desk->header(id).claimNo, qint64(2)); // every claim has a number of its own
}

void TstClaims::secondClaimantLearnsWhoAndUntilWhen()
{
    const domain::CaseId id = m_desk->admit();
    m_desk->claim(m_desk->lin, id);
    const domain::UtcMs since = m_desk->clock.at;
    m_desk->advance(domain::minuteMs);
    const auto late = m_desk->commands.claim(m_desk->as(m_desk->chen), id);
    QCOMPARE_FAULT(late, TakenByOther);
    QCOMPARE(late.error().who, m_desk->lin.name);
    QCOMPARE(late.error().since, std::optional(since));
    QCOMPARE(late.error().until, std::optional(since.plusMs(15 * domain::minuteMs)));
    const auto rule = m_desk->commands.rule(m_desk->as(m_desk->chen), id, SmallDesk::bandRuling());
    QCOMPARE_FAULT(rule, NotHolder);
    QCOMPARE(rule.error().who, m_desk->lin.name);
}

void TstClaims::releasingAnothersCaseIsRefused()
{
    const domain::CaseId id = m_desk->admit();
    const auto idle = m_desk->commands.release(m_desk->as(m_desk->chen), id);
    QVERIFY_DONE(idle);
    QVERIFY(idle->unchanged); // nobody holds it
    m_desk->claim(m_desk->lin, id);
    const CaseRecord held = m_desk->record(id);
    for (const Person &person : {m_desk->chen, m_desk->xu}) { // a supervisor takes it over, or frees it
        const auto refused = m_desk->commands.release(m_desk->as(person), id);
        QCOMPARE_FAULT(refused, NotHolder);
        QCOMPARE(refused.error().who, m_desk->lin.name);
        QCOMPARE(refused.error().until, held.header.leaseUntil);
    }
    QVERIFY(m_desk->record(id) == held);
}

void TstClaims::whoKnowsAPartyIsNeverGivenTheCase()
{
    const domain::CaseId id = m_desk->admit();
    m_desk->claim(m_desk->lin, id);
    must(m_desk->commands.skip(m_desk->as(m_desk->lin), id, QStringLiteral("know_party")), "skip");
    m_desk->advance(30 * domain::dayMs); // longer than any other skip counts
    const CaseRecord before = m_desk->record(id);
    const auto claimed = m_desk->commands.claim(m_desk->as(m_desk->lin), id);
    QCOMPARE_FAULT(claimed, ConflictOfInterest);
    QVERIFY(claimed.error().who.isEmpty() && claimed.error().text.isEmpty());
    QCOMPARE_FAULT(m_desk->commands.claimNext(m_desk->as(m_desk->lin)), QueueEmpty);
    const auto assigned = m_desk->commands.assign(m_desk->as(m_desk->xu), id, m_desk->lin.name);
    QCOMPARE_FAULT(assigned, ConflictOfInterest);
    QCOMPARE(assigned.error().who, m_desk->lin.name);
    QVERIFY(m_desk->record(id) == before);

    m_desk->claim(m_desk->chen, id); // everybody else may
    domain::Ruling ruling = SmallDesk::bandRuling();
    ruling.funding = {{domain::FundSource::Deposit, ruling.refund}};
    const domain::CaseId known = m_desk->admit(QStringLiteral("D-2"));
    must(m_desk->commands.skip(m_desk->as(m_desk->xu), known, QStringLiteral("know_party")), "skip");
    m_desk->claim(m_desk->chen, known);
    QCOMPARE_FAULT(m_desk->commands.takeOver(m_desk->as(m_desk->xu), known, QStringLiteral("shift")), ConflictOfInterest);
    QVERIFY(m_desk->rule(m_desk->chen, known, ruling).needsApproval);
    QCOMPARE_FAULT(m_desk->commands.approve(m_desk->as(m_desk->xu), known), ConflictOfInterest);
}

void TstClaims::claimingOnesOwnCaseOnlyRenewsTheLease()
{
    const domain::CaseId id = m_desk->admit();
    m_desk->claim(m_desk->lin, id);
    CaseRecord expected = m_desk->record(id);
    m_desk->advance(domain::minuteMs);
    QVERIFY_DONE(m_desk->commands.claim(m_desk->as(m_desk->lin), id));
    expected.header.leaseUntil = m_desk->clock.at.plusMs(15 * domain::minuteMs);
    ++expected.header.version;
    QVERIFY(m_desk->record(id) == expected); // no act, no entry, the same claim
}

void TstClaims::leaseExpiresOnceAndNotBeforeItsEnd()
{
    const domain::CaseId id = m_desk->admit();
    m_desk->claim(m_desk->lin, id);
    const CaseRecord held = m_desk->record(id);
    m_desk->clock.at = *held.header.leaseUntil;
    QVERIFY_DONE(m_desk->commands.carryOutDue(id, DueKind::LeaseExpired));
    QVERIFY(m_desk->record(id) == held); // in the last moment it still holds
    m_desk->advance(1);
    QVERIFY_DONE(m_desk->commands.carryOutDue(id, DueKind::LeaseExpired));
    const CaseRecord freed = m_desk->record(id);
    QCOMPARE(freed.header.state, DisputeState::Queued);
    QVERIFY(freed.header.holder.isNull());
    QCOMPARE(freed.audit.constLast().action, QStringLiteral("lease_expire"));
    QCOMPARE(freed.audit.constLast().actor, QStringLiteral("system"));
    QVERIFY_DONE(m_desk->commands.carryOutDue(id, DueKind::LeaseExpired));
    QVERIFY(m_desk->record(id) == freed);
}

void TstClaims::expiredLeaseIsFreeAtOnce()
{
    const domain::CaseId id = m_desk->admit();
    m_desk->claim(m_desk->lin, id);
    m_desk->advance(16 * domain::minuteMs); // nobody has swept yet
    QVERIFY_DONE(m_desk->commands.claim(m_desk->as(m_desk->chen), id));
    QCOMPARE(m_desk->header(id).holder, m_desk->chen.id);
    QStringList actions;
    for (const domain::AuditEntry &entry : m_desk->record(id).audit)
        actions.append(entry.action);
    QCOMPARE(actions, (QStringList{QStringLiteral("admit"), QStringLiteral("claim"), QStringLiteral("lease_expire"), QStringLiteral("claim")}));
}

void TstClaims::whoSleptCannotRule()
{
    const domain::CaseId id = m_desk->admit();
    m_desk->claim(m_desk->lin, id);
    QVERIFY_DONE(m_desk->commands.saveDraft(m_desk->actor(m_desk->lin), draft(id, m_desk->lin, 3)));
    Command mine = m_desk->as(m_desk->lin);
    mine.claimNo = 1;
    const domain::UtcMs end = *m_desk->header(id).leaseUntil;
    m_desk->clock.at = end.plusMs(1); // nobody has swept, nobody else has claimed
    CommandTrace trace;
    trace.rehearse = true;
    QCOMPARE_FAULT(CaseCommands(m_desk->desk, trace).rule(mine, id, SmallDesk::bandRuling()), LeaseLost);
    QCOMPARE(m_desk->header(id).holder, m_desk->lin.id); // trying out writes nothing
    const auto late = m_desk->commands.rule(mine, id, SmallDesk::bandRuling());
    QCOMPARE_FAULT(late, LeaseLost);
    QVERIFY(late.error().who.isEmpty());
    QCOMPARE(late.error().until, std::optional(end));
    const CaseRecord freed = m_desk->record(id);
    QVERIFY(freed.rulings.isEmpty());
    QCOMPARE(freed.header.state, DisputeState::Queued);
    QVERIFY(freed.header.holder.isNull());
    QCOMPARE(freed.audit.constLast().action, QStringLiteral("lease_expire"));
    QCOMPARE(draftOf(id, m_desk->lin), QByteArray("{\"outcome\":\"repair\"}"));

    m_desk->claim(m_desk->lin, id);
    QCOMPARE(m_desk->header(id).claimNo, qint64(2));
    QCOMPARE_FAULT(m_desk->commands.rule(mine, id, SmallDesk::bandRuling()), LeaseLost); // with the number of the claim that ended
    mine.claimNo = 2;
    m_desk->clock.at = *m_desk->header(id).leaseUntil; // in the last moment it still holds
    QVERIFY_DONE(m_desk->commands.rule(mine, id, SmallDesk::bandRuling()));
}

void TstClaims::endedHoldIsNotRenewedByANote()
{
    const domain::CaseId id = m_desk->admit();
    m_desk->claim(m_desk->lin, id);
    const auto end = m_desk->header(id).leaseUntil;
    m_desk->clock.at = end->plusMs(1);
    QVERIFY_DONE(m_desk->commands.note(m_desk->as(m_desk->lin), id, QStringLiteral("asked the courier")));
    QCOMPARE(m_desk->header(id).leaseUntil, end);
    QCOMPARE_FAULT(m_desk->commands.renewLease(m_desk->as(m_desk->lin), id), LeaseLost);
}

void TstClaims::whoseHoldEndedMayTakeItAgain()
{
    m_desk->admit(QStringLiteral("D-1"));
    const domain::CaseId id = m_desk->admit(QStringLiteral("D-2"), [](domain::CaseFile &file) { file.evidenceClosedAt = file.evidenceClosedAt->plusMs(domain::hourMs); });
    m_desk->claim(m_desk->lin, id);
    must(DeskCommands(m_desk->desk).setSetting({ownerActor(), {}, {}, {}}, QStringLiteral("serve_next"), "true"), "setting");
    m_desk->advance(16 * domain::minuteMs);
    QVERIFY_DONE(m_desk->commands.carryOutDue(id, DueKind::LeaseExpired));
    QCOMPARE_FAULT(m_desk->commands.claim(m_desk->as(m_desk->chen), id), ServedInOrder);
    QVERIFY_DONE(m_desk->commands.claim(m_desk->as(m_desk->lin), id)); // not the next one, but their draft waits there
    m_desk->advance(16 * domain::minuteMs);
    QVERIFY_DONE(m_desk->commands.claim(m_desk->as(m_desk->xu), id));
    QVERIFY_DONE(m_desk->commands.release(m_desk->as(m_desk->xu), id));
    QCOMPARE_FAULT(m_desk->commands.claim(m_desk->as(m_desk->lin), id), ServedInOrder); // somebody else was at it since
}

void TstClaims::everyCommandOfTheHolderRenewsTheLease()
{
    const domain::CaseId id = m_desk->inState(DisputeState::Claimed, QStringLiteral("D-1"));
    const Command lin = m_desk->as(m_desk->lin);
    const SupplementFile file{.id = QStringLiteral("n1"), .party = domain::Party::Buyer, .kind = domain::ExhibitKind::Image, .fileName = QStringLiteral("evidence/x.jpg"),
                              .caption = {}, .element = {}, .path = {}, .sha256 = QByteArray(64, 'e'), .size = 9, .facts = {}};
    const std::function<Done<Receipt>()> commands[] = {
        [&] { return m_desk->commands.renewLease(lin, id); },
        [&] { return m_desk->commands.note(lin, id, QStringLiteral("looked at the film")); },
        [&] { return m_desk->commands.tag(lin, id, {QStringLiteral("carrier_cause")}, {}); },
        [&] { return m_desk->commands.supplement(lin, id, file); },
        [&] { return m_desk->commands.claim(lin, id); },
    };
    for (const auto &command : commands) {
        m_desk->advance(14 * domain::minuteMs);
        QVERIFY_DONE(command());
        QCOMPARE(m_desk->header(id).leaseUntil, std::optional(m_desk->clock.at.plusMs(15 * domain::minuteMs)));
    }
    const auto lease = m_desk->header(id).leaseUntil;
    m_desk->advance(domain::minuteMs);
    QVERIFY_DONE(m_desk->commands.note(m_desk->as(m_desk->chen), id, QStringLiteral("the merchant rang")));
    QCOMPARE(m_desk->header(id).leaseUntil, lease); // another's word renews nothing
}

void TstClaims::takeNextOffersWhatRanOut()
{
    const domain::CaseId id = m_desk->inState(DisputeState::Claimed, QStringLiteral("D-1"));
    QCOMPARE_FAULT(m_desk->commands.claimNext(m_desk->as(m_desk->chen)), QueueEmpty);
    m_desk->advance(16 * domain::minuteMs); // nobody has swept yet
    const auto next = m_desk->commands.claimNext(m_desk->as(m_desk->chen));
    QVERIFY_DONE(next);
    QCOMPARE(next->caseId, id);
    QCOMPARE(m_desk->header(id).holder, m_desk->chen.id);
    QCOMPARE(m_desk->header(id).claimNo, qint64(2));
}

void TstClaims::interestDeclaredMeanwhileStopsTheRuling()
{
    const domain::CaseId id = m_desk->inState(DisputeState::Claimed, QStringLiteral("D-1"));
    QVERIFY_DONE(DeskCommands(m_desk->desk).addConflict(m_desk->as(m_desk->lin), m_desk->lin.name, QStringLiteral("douyin"), QStringLiteral("m-1")));
    QCOMPARE_FAULT(m_desk->commands.rule(m_desk->as(m_desk->lin), id, SmallDesk::bandRuling()), ConflictOfInterest);
    QCOMPARE(m_desk->header(id).state, DisputeState::Claimed);
}

void TstClaims::onlyOneOfTwoGetsTheCase()
{
    const domain::CaseId id = m_desk->admit();
    m_desk->store.beforeNextWrite([&] { m_desk->claim(m_desk->chen, id); }); // between reading and writing
    const auto second = m_desk->commands.claim(m_desk->as(m_desk->lin), id);
    QCOMPARE_FAULT(second, TakenByOther);
    QCOMPARE(second.error().who, m_desk->chen.name);
    QCOMPARE(m_desk->header(id).claimNo, qint64(1));
}

void TstClaims::conflictOfInterestIsRefused()
{
    const domain::CaseId id = m_desk->admit();
    const auto declared = DeskCommands(m_desk->desk).addConflict(m_desk->as(m_desk->lin), m_desk->lin.name, QStringLiteral("douyin"), QStringLiteral("m-1"));
    QVERIFY(declared && *declared);
    const auto again = DeskCommands(m_desk->desk).addConflict(m_desk->as(m_desk->lin), m_desk->lin.name, QStringLiteral("douyin"), QStringLiteral("m-1"));
    QVERIFY(again && !*again); // known already
    const auto claimed = m_desk->commands.claim(m_desk->as(m_desk->lin), id);
    QCOMPARE_FAULT(claimed, ConflictOfInterest);
    QCOMPARE(claimed.error().text, QStringLiteral("沃律数码专营店"));
    QCOMPARE_FAULT(m_desk->commands.claimNext(m_desk->as(m_desk->lin)), QueueEmpty);
    QVERIFY_DONE(DeskCommands(m_desk->desk).addConflict(m_desk->as(m_desk->xu), m_desk->xu.name, QStringLiteral("douyin"), QStringLiteral("m-1")));
    for (const Person &person : {m_desk->lin, m_desk->xu}) { // nor is it put aside or marked by whoever has an interest
        const CaseRecord before = m_desk->record(id);
        QCOMPARE_FAULT(m_desk->commands.tag(m_desk->as(person), id, {QStringLiteral("supervisor")}, {}), ConflictOfInterest);
        QCOMPARE_FAULT(m_desk->commands.park(m_desk->as(person), id, m_desk->clock.at.plusMs(domain::dayMs)), ConflictOfInterest);
        QVERIFY(m_desk->record(id) == before);
    }
    const CaseRecord waiting = m_desk->record(id); // nor stopped or ended
    QCOMPARE_FAULT(m_desk->commands.suspend(m_desk->as(m_desk->xu), id, QStringLiteral("why")), ConflictOfInterest);
    QCOMPARE_FAULT(m_desk->commands.withdraw(m_desk->as(m_desk->xu), id, QStringLiteral("why")), ConflictOfInterest);
    QVERIFY(m_desk->record(id) == waiting);
    QVERIFY_DONE(m_desk->commands.suspend(m_desk->as(m_desk->tang), id, QStringLiteral("why")));
    QCOMPARE_FAULT(m_desk->commands.resume(m_desk->as(m_desk->xu), id, QStringLiteral("why")), ConflictOfInterest);
    QVERIFY_DONE(m_desk->commands.resume(m_desk->as(m_desk->tang), id, QStringLiteral("why")));
    m_desk->claim(m_desk->chen, id);
    QCOMPARE_FAULT(m_desk->commands.takeOver(m_desk->as(m_desk->xu), id, QStringLiteral("why")), ConflictOfInterest);
    domain::Ruling ruling = SmallDesk::bandRuling();
    ruling.funding = {{domain::FundSource::Deposit, ruling.refund}};
    m_desk->rule(m_desk->chen, id, ruling);
    QCOMPARE_FAULT(m_desk->commands.approve(m_desk->as(m_desk->xu), id), ConflictOfInterest);
    QCOMPARE_FAULT(m_desk->commands.sendBack(m_desk->as(m_desk->xu), id, QStringLiteral("why")), ConflictOfInterest);
    QVERIFY_DONE(m_desk->commands.approve(m_desk->as(m_desk->tang), id));
}

void TstClaims::reservedIsForItsPersonUntilItEnds()
{
    const domain::CaseId id = m_desk->admit();
    QVERIFY_DONE(m_desk->commands.assign(m_desk->as(m_desk->xu), id, m_desk->chen.name));
    const CaseHeader row = m_desk->header(id);
    QCOMPARE(row.reservedFor, m_desk->chen.id);
    QCOMPARE(row.reservedUntil, std::optional(SmallDesk::at("2026-10-13T09:00"))); // one working day
    const auto other = m_desk->commands.claim(m_desk->as(m_desk->lin), id);
    QCOMPARE_FAULT(other, ReservedForOther);
    QCOMPARE(other.error().until, row.reservedUntil);
    QCOMPARE(other.error().who, m_desk->chen.name);
    QCOMPARE_FAULT(m_desk->commands.claimNext(m_desk->as(m_desk->lin)), QueueEmpty);
    m_desk->clock.at = *row.reservedUntil;
    QCOMPARE_FAULT(m_desk->commands.claim(m_desk->as(m_desk->lin), id), ReservedForOther);
    m_desk->advance(1);
    QVERIFY_DONE(m_desk->commands.claim(m_desk->as(m_desk->lin), id));
    QVERIFY(m_desk->header(id).reservedFor.isNull());
}

void TstClaims::assignedToWhoCannotClaimIsRefused()
{
    const domain::CaseId id = m_desk->admit();
    for (const Person &person : {m_desk->zheng, m_desk->root})
        QCOMPARE_FAULT(m_desk->commands.assign(m_desk->as(m_desk->xu), id, person.name), TakesNoCases);
    QCOMPARE_FAULT(m_desk->commands.assign(m_desk->as(m_desk->xu), id, QStringLiteral("nobody")), UnknownPerson);
    QVERIFY(m_desk->header(id).reservedFor.isNull());
}

void TstClaims::takesByRankAndPassesOver()
{
    const auto dueLater = [](qint64 ms) {
        return [ms](domain::CaseFile &file) { file.evidenceClosedAt = file.evidenceClosedAt->plusMs(ms); };
    };
    const domain::CaseId skipped = m_desk->admit(QStringLiteral("D-skipped"));
    const domain::CaseId parked = m_desk->admit(QStringLiteral("D-parked"));
    const domain::CaseId reserved = m_desk->admit(QStringLiteral("D-reserved"));
    const domain::CaseId known = m_desk->admit(QStringLiteral("D-known"), [](domain::CaseFile &file) { file.merchant.id = QStringLiteral("m-9"); });
    const domain::CaseId second = m_desk->admit(QStringLiteral("D-second"), dueLater(2 * domain::hourMs));
    const domain::CaseId first = m_desk->admit(QStringLiteral("D-first"), dueLater(domain::hourMs));
    const Command lin = m_desk->as(m_desk->lin);
    QVERIFY_DONE(m_desk->commands.skip(lin, skipped, QStringLiteral("specialist")));
    QVERIFY_DONE(m_desk->commands.park(lin, parked, m_desk->clock.at.plusMs(domain::hourMs)));
    QVERIFY_DONE(m_desk->commands.assign(m_desk->as(m_desk->xu), reserved, m_desk->chen.name));
    QVERIFY_DONE(DeskCommands(m_desk->desk).addConflict(lin, m_desk->lin.name, QStringLiteral("douyin"), QStringLiteral("m-9")));
    Q_UNUSED(known);
    QCOMPARE(must(m_desk->commands.claimNext(lin), "next").caseId, first);
    QCOMPARE(must(m_desk->commands.claimNext(lin), "next").caseId, second);
    QCOMPARE_FAULT(m_desk->commands.claimNext(lin), QueueEmpty);
    m_desk->advance(domain::hourMs + 1); // the parking is over
    QCOMPARE(must(m_desk->commands.claimNext(lin), "next").caseId, parked);
    for (const domain::CaseId id : {first, second, parked}) // done with: their leases would run out
        QVERIFY_DONE(m_desk->commands.withdraw(lin, id, QStringLiteral("agreed")));
    m_desk->advance(domain::dayMs); // so are the skip and the reservation
    QCOMPARE(must(m_desk->commands.claimNext(lin), "next").caseId, skipped);
    QCOMPARE(must(m_desk->commands.claimNext(lin), "next").caseId, reserved);
    QCOMPARE_FAULT(m_desk->commands.claimNext(lin), QueueEmpty); // a conflict of interest never ends by itself
    QCOMPARE(must(m_desk->commands.claimNext(m_desk->as(m_desk->chen)), "next").caseId, known);
}

void TstClaims::takeNextAnswersTheSameTwice()
{
    m_desk->admit(QStringLiteral("D-1"));
    m_desk->admit(QStringLiteral("D-2"));
    const auto first = m_desk->commands.claimNext(m_desk->as(m_desk->lin, QStringLiteral("n-1")));
    QVERIFY_DONE(first);
    const auto again = m_desk->commands.claimNext(m_desk->as(m_desk->lin, QStringLiteral("n-1")));
    QVERIFY_DONE(again);
    QVERIFY(again->repeated);
    QCOMPARE(again->caseId, first->caseId);
    QCOMPARE_FAULT(m_desk->commands.claimNext(m_desk->as(m_desk->chen, QStringLiteral("n-1"))), OtherContent);
    QCOMPARE_FAULT(m_desk->commands.note(m_desk->as(m_desk->lin, QStringLiteral("n-1")), first->caseId, QStringLiteral("x")), OtherContent);
    const CaseRecord record = m_desk->record(first->caseId);
    QCOMPARE(record.audit.constLast().action, QStringLiteral("claim"));
    QCOMPARE(record.header.state, DisputeState::Claimed);
    QCOMPARE(record.header.leaseUntil, std::optional(m_desk->clock.at.plusMs(15 * domain::minuteMs)));
}

void TstClaims::takeNextOnAnEmptyQueue()
{
    QCOMPARE_FAULT(m_desk->commands.claimNext(m_desk->as(m_desk->lin)), QueueEmpty);
    QCOMPARE_FAULT(m_desk->commands.claimNext(m_desk->as(m_desk->zheng)), NotAllowed);
    QCOMPARE_FAULT(m_desk->commands.claimNext({ownerActor(), {}, {}, {}}), NotAllowed);
}

void TstClaims::appealsAreOfferedOnlyToWhoHearsThem()
{
    const domain::CaseId id = m_desk->inState(DisputeState::Appealed, QStringLiteral("D-1"));
    QCOMPARE_FAULT(m_desk->commands.claimNext(m_desk->as(m_desk->chen)), QueueEmpty);
    const auto direct = m_desk->commands.claim(m_desk->as(m_desk->chen), id);
    QCOMPARE_FAULT(direct, HearsNoAppeals);
    QCOMPARE_FAULT(m_desk->commands.claim(m_desk->as(m_desk->lin), id), OwnRulingHeardAgain); // who hears none, but made it: that comes first
    QCOMPARE(must(m_desk->commands.claimNext(m_desk->as(m_desk->zhou)), "next").caseId, id);
}

void TstClaims::parkedWaitsUntilItsTime()
{
    const domain::CaseId id = m_desk->inState(DisputeState::Claimed, QStringLiteral("D-1"));
    const Command lin = m_desk->as(m_desk->lin);
    QCOMPARE_FAULT(m_desk->commands.park(lin, id, m_desk->clock.at), DeadlinePast);
    QVERIFY_DONE(m_desk->commands.park(lin, id, m_desk->clock.at.plusMs(domain::hourMs)));
    QVERIFY(m_desk->header(id).holder.isNull());
    QCOMPARE_FAULT(m_desk->commands.claimNext(lin), QueueEmpty);
    QVERIFY_DONE(m_desk->commands.claim(lin, id)); // but who wants this very case may have it
    QVERIFY(!m_desk->header(id).parkedUntil.has_value());
    QCOMPARE_FAULT(m_desk->commands.park(m_desk->as(m_desk->chen), id, m_desk->clock.at.plusMs(1)), NotHolder);
}

/// Parked from the queue, a case is kept for nobody: whoever wants this very one has it, and who parked it hears of that.
void TstClaims::claimOfAParkedCaseIsTold()
{
    const domain::CaseId id = m_desk->admit(QStringLiteral("D-1")), own = m_desk->admit(QStringLiteral("D-2")), over = m_desk->admit(QStringLiteral("D-3"));
    const domain::UtcMs until = m_desk->clock.at.plusMs(domain::hourMs);
    for (const domain::CaseId parked : {id, own, over})
        QVERIFY_DONE(m_desk->commands.park(m_desk->as(m_desk->xu), parked, until));
    m_desk->advance(domain::minuteMs);
    QVERIFY_DONE(m_desk->commands.claim(m_desk->as(m_desk->lin), id));
    QVERIFY_DONE(m_desk->commands.claim(m_desk->as(m_desk->xu), own)); // nobody is told what they do themselves
    m_desk->advance(2 * domain::hourMs);
    QVERIFY_DONE(m_desk->commands.claim(m_desk->as(m_desk->lin), over)); // it was back in the queue
    const QList<Notice> told = must(QueueCommands(m_desk->desk).notices(m_desk->actor(m_desk->xu)), "notices");
    QCOMPARE(told.size(), 1);
    QCOMPARE(told.constFirst().caseId, id);
    QCOMPARE(told.constFirst().kind, NoticeKind::TakenOver);
    QCOMPARE(told.constFirst().by, m_desk->lin.name);
    QVERIFY(told.constFirst().text.isEmpty());
    const auto parkedUntil = [this](domain::CaseId of) {
        return QJsonDocument::fromJson(m_desk->record(of).audit.constLast().payload).object().value(QLatin1StringView("parkedUntil")).toInteger();
    };
    QCOMPARE(parkedUntil(id), until.ms());
    QCOMPARE(parkedUntil(over), qint64(0));
}

void TstClaims::skipNeedsAKnownReason()
{
    const domain::CaseId id = m_desk->inState(DisputeState::Claimed, QStringLiteral("D-1"));
    QCOMPARE_FAULT(m_desk->commands.skip(m_desk->as(m_desk->lin), id, QStringLiteral("bored")), BadValue);
    QCOMPARE(m_desk->header(id).state, DisputeState::Claimed);
    QVERIFY_DONE(m_desk->commands.skip(m_desk->as(m_desk->lin), id, QStringLiteral("specialist")));
    for (const char *reason : {"specialist", "know_party", "cannot_open", "other"}) {
        const domain::CaseId another = m_desk->inState(DisputeState::Claimed, QStringLiteral("D-%1").arg(QLatin1StringView(reason)));
        QVERIFY_DONE(m_desk->commands.skip(m_desk->as(m_desk->lin), another, QString::fromLatin1(reason)));
        QVERIFY(m_desk->record(another).audit.constLast().payload.contains(reason));
    }
    QCOMPARE(must(m_desk->commands.claimNext(m_desk->as(m_desk->chen)), "next").caseId, id); // another sees it at once
}

void TstClaims::skippedTwiceCountsOnce()
{
    const domain::CaseId id = m_desk->inState(DisputeState::Claimed, QStringLiteral("D-1"));
    const auto skip = [&](const Person &who, const char *reason) { return must(m_desk->commands.skip(m_desk->as(who), id, QString::fromLatin1(reason)), "skip").unchanged; };
    QVERIFY(!skip(m_desk->lin, "specialist"));
    const CaseRecord before = m_desk->record(id);
    QVERIFY(skip(m_desk->lin, "specialist"));
    QVERIFY(skip(m_desk->lin, "other")); // it is passed over already, whyever
    QVERIFY(m_desk->record(id) == before);
    QVERIFY(!skip(m_desk->chen, "specialist")); // each for themselves
    m_desk->advance(domain::dayMs);
    QVERIFY(skip(m_desk->lin, "other")); // the last moment of the day
    m_desk->advance(1);
    QVERIFY(!skip(m_desk->lin, "other")); // it would be given out again
    QVERIFY(!skip(m_desk->lin, "know_party")); // says more than a day's
    QVERIFY(skip(m_desk->lin, "know_party"));
    m_desk->advance(2 * domain::dayMs);
    QVERIFY(skip(m_desk->lin, "other")); // and lasts
    m_desk->claim(m_desk->chen, id);
    QVERIFY(!skip(m_desk->chen, "other")); // who holds it lets it go each time
}

void TstClaims::takeOverCopiesTheDraft()
{
    const domain::CaseId id = m_desk->inState(DisputeState::Claimed, QStringLiteral("D-1"));
    QVERIFY_DONE(m_desk->commands.saveDraft(m_desk->actor(m_desk->lin), draft(id, m_desk->lin, 3)));
    QVERIFY_DONE(m_desk->commands.saveDraft(m_desk->actor(m_desk->xu), draft(id, m_desk->xu, 7, "{\"outcome\":\"exchange\"}")));
    QVERIFY_DONE(m_desk->commands.takeOver(m_desk->as(m_desk->xu), id, QStringLiteral("ill")));
    const CaseHeader row = m_desk->header(id);
    QCOMPARE(row.holder, m_desk->xu.id);
    QCOMPARE(row.claimNo, qint64(2));
    QCOMPARE(draftOf(id, m_desk->xu), QByteArray("{\"outcome\":\"repair\"}")); // also over an older text of their own
    QCOMPARE(draftOf(id, m_desk->lin), QByteArray("{\"outcome\":\"repair\"}")); // the former holder keeps theirs
    Command old = m_desk->as(m_desk->lin);
    old.claimNo = 1;
    QCOMPARE_FAULT(m_desk->commands.rule(old, id, SmallDesk::bandRuling()), LeaseLost);
}

void TstClaims::handingToSupervisorTakesDraftAndNoteAlong()
{
    const domain::CaseId id = m_desk->inState(DisputeState::Claimed, QStringLiteral("D-1"));
    QVERIFY_DONE(m_desk->commands.saveDraft(m_desk->actor(m_desk->lin), draft(id, m_desk->lin, 3)));
    QVERIFY_DONE(m_desk->commands.handToSupervisor(m_desk->as(m_desk->lin), id, QStringLiteral("please look")));
    const CaseRecord record = m_desk->record(id);
    QCOMPARE(record.header.state, DisputeState::Queued);
    QVERIFY(record.header.tags.contains(QStringLiteral("supervisor")));
    QCOMPARE(record.notes.constLast().text, QStringLiteral("please look"));
    QCOMPARE(record.header.reservedFor, m_desk->xu.id);
    QCOMPARE_FAULT(m_desk->commands.claimNext(m_desk->as(m_desk->lin)), QueueEmpty);
    QCOMPARE(draftOf(id, m_desk->xu), QByteArray("{\"outcome\":\"repair\"}"));
    QCOMPARE(must(m_desk->commands.claimNext(m_desk->as(m_desk->xu)), "next").caseId, id);
}

void TstClaims::tagsAreAddedAndRemovedOnce()
{
    const domain::CaseId id = m_desk->admit();
    const QString tag = QStringLiteral("carrier_cause");
    QVERIFY_DONE(m_desk->commands.tag(m_desk->as(m_desk->lin), id, {tag, tag}, {}));
    QVERIFY_DONE(m_desk->commands.tag(m_desk->as(m_desk->lin), id, {tag}, {}));
    QCOMPARE(m_desk->header(id).tags, QStringList{tag});
    QVERIFY_DONE(m_desk->commands.tag(m_desk->as(m_desk->lin), id, {}, {tag, QStringLiteral("absent")}));
    QVERIFY(m_desk->header(id).tags.isEmpty());
}

void TstClaims::draftsAreTheirAuthors()
{
    const domain::CaseId id = m_desk->admit();
    QCOMPARE_FAULT(m_desk->commands.saveDraft(m_desk->actor(m_desk->lin), draft(id, m_desk->chen, 1)), NotAllowed);
    QCOMPARE_FAULT(m_desk->commands.saveDraft(m_desk->actor(m_desk->zheng), draft(id, m_desk->zheng, 1)), NotAllowed);
    const CaseRecord before = m_desk->record(id);
    QVERIFY(before.drafts.isEmpty());
    QVERIFY_DONE(m_desk->commands.saveDraft(m_desk->actor(m_desk->lin), draft(id, m_desk->lin, 1)));
    const CaseRecord after = m_desk->record(id);
    QCOMPARE(after.header.version, before.header.version); // writing is no act and takes nobody's version away
    QCOMPARE(after.audit.size(), before.audit.size());
    for (const char *step : {"claim", "release"}) {
        const auto done = step[0] == 'c' ? m_desk->commands.claim(m_desk->as(m_desk->lin), id) : m_desk->commands.release(m_desk->as(m_desk->lin), id);
        QVERIFY_DONE(done);
        QCOMPARE(int(m_desk->record(id).drafts.size()), 1); // kept through release, skip, expiry and take-over
    }
}

void TstClaims::higherRevisionOfADraftWins()
{
    const domain::CaseId id = m_desk->admit();
    const Actor lin = m_desk->actor(m_desk->lin);
    QVERIFY_DONE(m_desk->commands.saveDraft(lin, draft(id, m_desk->lin, 5, "{\"n\":5}")));
    QVERIFY(!m_desk->commands.saveDraft(lin, draft(id, m_desk->lin, 4, "{\"n\":4}")).ok());
    QCOMPARE(draftOf(id, m_desk->lin), QByteArray("{\"n\":5}"));
    QVERIFY_DONE(m_desk->commands.saveDraft(lin, draft(id, m_desk->lin, 6, "{\"n\":6}")));
    QCOMPARE(draftOf(id, m_desk->lin), QByteArray("{\"n\":6}"));
}

QObject *make_tst_claims();
QObject *make_tst_claims()
{
    return new TstClaims;
}

#include "tst_claims.moc"
