// SPDX-License-Identifier: GPL-3.0-or-later
#include <smalldesk.h>

#include <domain/canonicaljson.h>
#include <domain/plaintext.h>

using namespace arb;
using namespace arb::tests;
using namespace arb::usecases;
using domain::DisputeState;
using domain::Party;

/// Asking the parties: requests, answers, time-outs, negotiation.
class TstEvidence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<SmallDesk>(); }

    void requestGivesEachPartyItsTime();
    void requestIsRefused_data();
    void requestIsRefused();
    void nobodyRulesWhileAWindowIsOpen();
    void lastAnswerBringsTheCaseBack();
    void supplementAnswersWhatItFits_data();
    void supplementAnswersWhatItFits();
    void supplementTakesWhateverIsSent();
    void supplementIsNamedForEverySystem_data();
    void supplementIsNamedForEverySystem();
    void supplementFitsTheFormat();
    void supplementLeavesNothingWhenRefused();
    void textsHaveNoControlCharacters();
    void timeOutIsEachPartysOwnAndOnce();
    void onTheDotIsInTime();
    void lateAnswerIsLateWhetherSweptOrNot();
    void clocksStartWhenTheWindowEndedNotWhenSwept();
    void comesBackForWhoAsked();
    void timedOutBuyerChangesTheSuggestion();
    void negotiationEndsByItself();
    void settlementClosesWithoutARuling();
    void negotiationNeedsAFuture();

private:
    SupplementFile file(Party party, const char *id, const char *element = "")
    {
        return {.id = QString::fromLatin1(id), .party = party, .kind = domain::ExhibitKind::Image, .fileName = QStringLiteral("evidence/x.jpg"),
                .caption = {}, .element = QString::fromLatin1(element), .path = {}, .sha256 = QByteArray(64, 'e'), .size = 9, .facts = {}};
    }
    RequestState requestOf(domain::CaseId id, Party party)
    {
        for (const EvidenceRequest &request : m_desk->record(id).requests) {
            if (request.party == party)
                return request.state;
        }
        qFatal("nothing was asked of this party");
    }
    std::unique_ptr<SmallDesk> m_desk;
};

void TstEvidence::requestGivesEachPartyItsTime()
{
    const domain::CaseId id = m_desk->inState(DisputeState::Claimed, QStringLiteral("D-1"));
    const QList<EvidenceWish> wishes{{{Party::Buyer}, QStringLiteral("waybill_of_return"), QStringLiteral("waybill"), SmallDesk::at("2026-10-12T11:00")},
                                     {{Party::Merchant}, QStringLiteral("parcel_six_sides"), QStringLiteral("six sides"), {}}};
    QVERIFY_DONE(m_desk->commands.requestEvidence(m_desk->as(m_desk->lin), id, wishes));
    const CaseRecord record = m_desk->record(id);
    QCOMPARE(record.header.state, DisputeState::AwaitingEvidence);
    QVERIFY(record.header.holder.isNull());
    QCOMPARE(record.header.reservedFor, m_desk->lin.id);
    QCOMPARE(record.header.dueAt, std::optional(SmallDesk::at("2026-10-12T11:00"))); // the first of the two
    QCOMPARE(int(record.requests.size()), 2);
    QCOMPARE(record.requests.at(0).party, Party::Buyer);
    QCOMPARE(record.requests.at(0).element, QStringLiteral("waybill_of_return"));
    QCOMPARE(record.requests.at(0).askedBy, m_desk->lin.name);
    QCOMPARE(record.requests.at(1).dueAt, SmallDesk::at("2026-10-14T09:00")); // the desk's 48 hours
    QCOMPARE(record.requests.at(1).text, QStringLiteral("six sides"));
}

void TstEvidence::requestIsRefused_data()
{
    QTest::addColumn<QList<Party>>("parties");
    QTest::addColumn<QString>("element");
    QTest::addColumn<qint64>("dueIn");
    QTest::addColumn<CommandFault>("fault");
    QTest::newRow("nobody asked") << QList<Party>{} << QStringLiteral("goods_shown") << domain::hourMs << CommandFault::TextMissing;
    QTest::newRow("nothing asked") << QList<Party>{Party::Buyer} << QStringLiteral(" ") << domain::hourMs << CommandFault::TextMissing;
    QTest::newRow("no creator here") << QList<Party>{Party::Creator} << QStringLiteral("goods_shown") << domain::hourMs << CommandFault::PartyUnknown;
    QTest::newRow("not the platform") << QList<Party>{Party::Buyer, Party::Platform} << QStringLiteral("goods_shown") << domain::hourMs << CommandFault::PartyUnknown;
    QTest::newRow("until now") << QList<Party>{Party::Buyer} << QStringLiteral("goods_shown") << qint64(0) << CommandFault::DeadlinePast;
}

void TstEvidence::requestIsRefused()
{
    QFETCH(QList<Party>, parties);
    QFETCH(QString, element);
    QFETCH(qint64, dueIn);
    QFETCH(CommandFault, fault);
    const domain::CaseId id = m_desk->inState(DisputeState::Claimed, QStringLiteral("D-1"));
    const CaseRecord before = m_desk->record(id);
    QCOMPARE(faultOf(askEvidence(*m_desk, m_desk->as(m_desk->lin), id, parties, m_desk->clock.at.plusMs(dueIn), element)), std::optional(fault));
    QVERIFY(m_desk->record(id) == before);
    QCOMPARE_FAULT(m_desk->commands.requestEvidence(m_desk->as(m_desk->lin), id, {}), TextMissing);
}

void TstEvidence::nobodyRulesWhileAWindowIsOpen()
{
    const domain::CaseId id = m_desk->inState(DisputeState::Claimed, QStringLiteral("D-1"));
    const QList<EvidenceWish> wishes{{{Party::Buyer}, QStringLiteral("waybill_of_return"), {}, SmallDesk::at("2026-10-12T11:00")},
                                     {{Party::Merchant}, QStringLiteral("parcel_six_sides"), {}, SmallDesk::at("2026-10-12T15:00")}};
    QVERIFY_DONE(m_desk->commands.requestEvidence(m_desk->as(m_desk->lin), id, wishes));
    const auto early = m_desk->commands.rule(m_desk->as(m_desk->lin), id, SmallDesk::bandRuling());
    QCOMPARE_FAULT(early, EvidenceWindowOpen);
    QCOMPARE(early.error().text, QStringLiteral("merchant")); // whose window closes last
    QCOMPARE(early.error().until, std::optional(SmallDesk::at("2026-10-12T15:00")));
    QCOMPARE_FAULT(m_desk->commands.claim(m_desk->as(m_desk->lin), id), WrongState);
}

void TstEvidence::lastAnswerBringsTheCaseBack()
{
    const domain::CaseId id = m_desk->inState(DisputeState::AwaitingEvidence, QStringLiteral("D-1"));
    m_desk->advance(domain::hourMs);
    QVERIFY_DONE(m_desk->commands.evidenceDone(m_desk->as(m_desk->chen), id, Party::Buyer));
    QCOMPARE(m_desk->header(id).state, DisputeState::AwaitingEvidence);
    QCOMPARE(requestOf(id, Party::Buyer), RequestState::Answered);
    QCOMPARE(requestOf(id, Party::Merchant), RequestState::Open);
    QCOMPARE_FAULT(m_desk->commands.evidenceDone(m_desk->as(m_desk->chen), id, Party::Buyer), PartyUnknown); // has answered already
    QVERIFY_DONE(m_desk->commands.evidenceDone(m_desk->as(m_desk->chen), id, Party::Merchant));
    const CaseHeader row = m_desk->header(id);
    QCOMPARE(row.state, DisputeState::Queued);
    QCOMPARE(row.deskDueAt, std::optional(SmallDesk::at("2026-10-14T10:00"))); // two working days from now
    QCOMPARE(row.dueAt, row.deskDueAt);
    QCOMPARE(m_desk->record(id).requests.constFirst().closedAt, std::optional(m_desk->clock.at));
}

void TstEvidence::supplementAnswersWhatItFits_data()
{
    QTest::addColumn<Party>("party");
    QTest::addColumn<QByteArray>("element");
    QTest::addColumn<bool>("answers");
    QTest::newRow("of the party, for the element") << Party::Buyer << QByteArray("waybill_of_return") << true;
    QTest::newRow("of the party, for no element") << Party::Buyer << QByteArray() << true;
    QTest::newRow("of the party, for another element") << Party::Buyer << QByteArray("goods_shown") << false;
    QTest::newRow("of the other party") << Party::Merchant << QByteArray("waybill_of_return") << false;
}

void TstEvidence::supplementAnswersWhatItFits()
{
    QFETCH(Party, party);
    QFETCH(QByteArray, element);
    QFETCH(bool, answers);
    const domain::CaseId id = m_desk->inState(DisputeState::Claimed, QStringLiteral("D-1"));
    m_desk->ask(m_desk->lin, id, {Party::Buyer});
    QVERIFY_DONE(m_desk->commands.supplement(m_desk->as(m_desk->chen), id, file(party, "n1", element.constData())));
    QCOMPARE(requestOf(id, Party::Buyer), answers ? RequestState::Answered : RequestState::Open);
    QCOMPARE(m_desk->header(id).state, answers ? DisputeState::Queued : DisputeState::AwaitingEvidence);
    const CaseRecord record = m_desk->record(id);
    const domain::Exhibit *exhibit = domain::findExhibit(record.file, QStringLiteral("n1"));
    QVERIFY(exhibit);
    QCOMPARE(exhibit->party, party);
    QCOMPARE(exhibit->submittedAt, m_desk->clock.at);
    QCOMPARE(exhibit->sha256, QByteArray(64, 'e'));
}

void TstEvidence::supplementTakesWhateverIsSent()
{
    const domain::CaseId id = m_desk->admit(); // also when nobody has asked
    QVERIFY_DONE(m_desk->commands.supplement(m_desk->as(m_desk->chen), id, file(Party::Merchant, "")));
    QVERIFY_DONE(m_desk->commands.supplement(m_desk->as(m_desk->chen), id, file(Party::Merchant, "")));
    QStringList ids;
    for (const domain::Exhibit &exhibit : m_desk->record(id).file.exhibits)
        ids.append(exhibit.id);
    QCOMPARE(ids, (QStringList{QStringLiteral("b1"), QStringLiteral("S2"), QStringLiteral("S3")}));
    QCOMPARE_FAULT(m_desk->commands.supplement(m_desk->as(m_desk->chen), id, file(Party::Merchant, "b1")), BadValue); // citations name ids
    QCOMPARE_FAULT(m_desk->commands.supplement(m_desk->as(m_desk->chen), id, file(Party::Creator, "n1")), PartyUnknown);
}

void TstEvidence::supplementIsNamedForEverySystem_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("held"); ///< by the case already
    QTest::addColumn<QString>("name");
    const QString usual = QStringLiteral("evidence/S2.txt");
    QTest::newRow("plain") << QStringLiteral("s.txt") << QStringLiteral("evidence/x.jpg") << usual;
    QTest::newRow("of the same name") << QStringLiteral("S.TXT") << QStringLiteral("evidence/s.txt") << usual;
    QTest::newRow("impossible elsewhere") << QStringLiteral("what?.txt") << QStringLiteral("evidence/x.jpg") << usual;
    QTest::newRow("a device") << QStringLiteral("nul.txt") << QStringLiteral("evidence/x.jpg") << usual;
    QTest::newRow("blank at the end") << QStringLiteral("s.txt ") << QStringLiteral("evidence/x.jpg") << usual;
    QTest::newRow("tab and bell") << QStringLiteral("a\tb\a.txt") << QStringLiteral("evidence/x.jpg") << usual;
    QTest::newRow("no ending") << QStringLiteral("证据") << QStringLiteral("evidence/x.jpg") << QStringLiteral("evidence/S2");
    QTest::newRow("taken but for case") << QStringLiteral("s.txt") << QStringLiteral("evidence/s2.TXT") << QStringLiteral("evidence-1/S2.txt");
    QTest::newRow("folder of another case") << QStringLiteral("s.txt") << QStringLiteral("Evidence/x.jpg") << QStringLiteral("evidence-1/S2.txt");
    QTest::newRow("folder that is a file") << QStringLiteral("s.txt") << QStringLiteral("evidence") << QStringLiteral("evidence-1/S2.txt");
}

void TstEvidence::supplementIsNamedForEverySystem()
{
    QFETCH(QString, given);
    QFETCH(QString, held);
    QFETCH(QString, name);
    const domain::CaseId id = m_desk->admit(QStringLiteral("D-1"), [&](domain::CaseFile &file) { file.exhibits.first().file = held; });
    SupplementFile late = file(Party::Merchant, "");
    late.fileName = given;
    QVERIFY_DONE(m_desk->commands.supplement(m_desk->as(m_desk->chen), id, late));
    const domain::Exhibit exhibit = m_desk->record(id).file.exhibits.constLast();
    QCOMPARE(exhibit.file, name);
    QVERIFY(!domain::hasControl(exhibit.caption) && !exhibit.caption.isEmpty()); // what its sender called it
    const QByteArray payload = m_desk->record(id).audit.constLast().payload;
    QVERIFY(payload.contains(domain::sha256Hex(domain::canonicalJson(domain::toJson(exhibit))))); // fixed as it is exported
}

void TstEvidence::supplementFitsTheFormat()
{
    const domain::CaseId id = m_desk->admit();
    const auto given = [&](const std::function<void(SupplementFile &)> &change) {
        SupplementFile late = file(Party::Merchant, "");
        change(late);
        return m_desk->commands.supplement(m_desk->as(m_desk->chen), id, late);
    };
    QCOMPARE_FAULT(given([](SupplementFile &late) { late.caption = QStringLiteral("a\u0001"); }), ControlCharacters);
    QCOMPARE_FAULT(given([](SupplementFile &late) { late.caption = QStringLiteral("a\u007f"); }), ControlCharacters);
    QCOMPARE_FAULT(given([](SupplementFile &late) { late.element = QString(100, u'e'); }), BadValue);
    QCOMPARE_FAULT(given([](SupplementFile &late) { late.caption = QString(100'001, u'c'); }), BadValue);
    QCOMPARE(int(m_desk->record(id).file.exhibits.size()), 1);
    const domain::CaseId full = m_desk->admit(QStringLiteral("D-2"), [](domain::CaseFile &file) {
        for (int n = 1; n < 500; ++n) {
            domain::Exhibit more = file.exhibits.constFirst();
            more.id = QStringLiteral("b-%1").arg(n);
            file.exhibits.append(more);
        }
    });
    QCOMPARE_FAULT(m_desk->commands.supplement(m_desk->as(m_desk->chen), full, file(Party::Merchant, "")), TooManyExhibits);
}

void TstEvidence::supplementLeavesNothingWhenRefused()
{
    const domain::CaseId id = m_desk->admit();
    SupplementFile late = file(Party::Buyer, "");
    late.path = QStringLiteral("/somewhere/x.jpg");
    QCOMPARE_FAULT(m_desk->commands.supplement(m_desk->as(m_desk->zheng), id, late), NotAllowed);
    late.party = Party::Creator;
    QCOMPARE_FAULT(m_desk->commands.supplement(m_desk->as(m_desk->chen), id, late), PartyUnknown);
    late.party = Party::Buyer;
    QVERIFY(m_desk->vault.put.isEmpty()); // not even for a moment
    m_desk->store.failNextWrite(StoreError::Busy);
    QCOMPARE_FAULT(m_desk->commands.supplement(m_desk->as(m_desk->chen), id, late), StoreBusy);
    QCOMPARE(m_desk->vault.withdrawn, QList<QByteArray>{late.sha256});
    QVERIFY(m_desk->vault.settled.isEmpty());
    QVERIFY_DONE(m_desk->commands.supplement(m_desk->as(m_desk->chen, QStringLiteral("k-1")), id, late));
    QCOMPARE(m_desk->vault.settled, QList<QByteArray>{late.sha256});
    QVERIFY_DONE(m_desk->commands.supplement(m_desk->as(m_desk->chen, QStringLiteral("k-1")), id, late)); // the same wish again
    QCOMPARE(int(m_desk->vault.put.size()), 2);
    QCOMPARE(int(m_desk->vault.settled.size()), 1);
    QVERIFY_DONE(m_desk->commands.withdraw(m_desk->as(m_desk->xu), id, QStringLiteral("agreed")));
    QCOMPARE_FAULT(m_desk->commands.supplement(m_desk->as(m_desk->chen), id, late), WrongState);
    QCOMPARE(int(m_desk->vault.put.size()), 2);
}

void TstEvidence::textsHaveNoControlCharacters()
{
    const domain::CaseId id = m_desk->inState(DisputeState::Claimed, QStringLiteral("D-1"));
    const QString bad = QStringLiteral("because\u007f");
    CaseCommands &commands = m_desk->commands;
    QCOMPARE_FAULT(commands.takeOver(m_desk->as(m_desk->xu), id, bad), ControlCharacters);
    QCOMPARE_FAULT(commands.note(m_desk->as(m_desk->lin), id, bad), ControlCharacters);
    QCOMPARE_FAULT(commands.tag(m_desk->as(m_desk->lin), id, {bad}, {}), TagUnfit);
    QCOMPARE_FAULT(commands.requestEvidence(m_desk->as(m_desk->lin), id, {{{Party::Buyer}, QStringLiteral("e"), bad, {}}}), ControlCharacters);
    QCOMPARE_FAULT(commands.note(m_desk->as(m_desk->lin, bad), id, QStringLiteral("fine")), BadValue); // the command's id is kept too
    domain::Ruling ruling = SmallDesk::bandRuling();
    ruling.reasonsZh += QChar(0x9b);
    QCOMPARE_FAULT(commands.rule(m_desk->as(m_desk->lin), id, ruling), ControlCharacters);
    QVERIFY_DONE(commands.note(m_desk->as(m_desk->lin), id, QStringLiteral("two\nlines\tand a tab")));
    Person person;
    person.name = QStringLiteral("a\u001bb");
    QCOMPARE_FAULT(DeskCommands(m_desk->desk).addPerson(m_desk->as(m_desk->root), person), ControlCharacters);
}

void TstEvidence::timeOutIsEachPartysOwnAndOnce()
{
    const domain::CaseId id = m_desk->inState(DisputeState::Claimed, QStringLiteral("D-1"));
    const QList<EvidenceWish> wishes{{{Party::Buyer}, QStringLiteral("waybill_of_return"), {}, SmallDesk::at("2026-10-12T11:00")},
                                     {{Party::Merchant}, QStringLiteral("parcel_six_sides"), {}, SmallDesk::at("2026-10-12T15:00")}};
    QVERIFY_DONE(m_desk->commands.requestEvidence(m_desk->as(m_desk->lin), id, wishes));
    m_desk->clock.at = SmallDesk::at("2026-10-12T13:00"); // four hours later the buyer's side has ended
    QVERIFY_DONE(m_desk->commands.carryOutDue(id, DueKind::EvidenceTimeOut));
    QCOMPARE(requestOf(id, Party::Buyer), RequestState::TimedOut);
    QCOMPARE(requestOf(id, Party::Merchant), RequestState::Open);
    QCOMPARE(m_desk->header(id).state, DisputeState::AwaitingEvidence);
    QCOMPARE(m_desk->header(id).dueAt, std::optional(SmallDesk::at("2026-10-12T15:00")));
    const CaseRecord half = m_desk->record(id);
    QVERIFY_DONE(m_desk->commands.carryOutDue(id, DueKind::EvidenceTimeOut));
    QVERIFY(m_desk->record(id) == half);
    m_desk->clock.at = SmallDesk::at("2026-10-12T15:01");
    QCOMPARE(m_desk->sweep().timeOuts, 1);
    const CaseRecord back = m_desk->record(id);
    QCOMPARE(back.header.state, DisputeState::Queued);
    QCOMPARE(back.audit.constLast().action, QStringLiteral("evidence_time_out"));
    QCOMPARE(m_desk->sweep().timeOuts, 0);
    QVERIFY(m_desk->record(id) == back);
}

void TstEvidence::onTheDotIsInTime()
{
    const domain::CaseId id = m_desk->inState(DisputeState::AwaitingEvidence, QStringLiteral("D-1"));
    const CaseRecord before = m_desk->record(id);
    m_desk->clock.at = before.requests.constFirst().dueAt;
    QVERIFY_DONE(m_desk->commands.carryOutDue(id, DueKind::EvidenceTimeOut));
    QVERIFY(m_desk->record(id) == before);
    QVERIFY_DONE(m_desk->commands.supplement(m_desk->as(m_desk->chen), id, file(Party::Buyer, "n1")));
    QCOMPARE(requestOf(id, Party::Buyer), RequestState::Answered);
}

void TstEvidence::lateAnswerIsLateWhetherSweptOrNot()
{
    const domain::CaseId id = m_desk->inState(DisputeState::Claimed, QStringLiteral("D-1"));
    m_desk->ask(m_desk->lin, id, {Party::Buyer}, SmallDesk::at("2026-10-12T11:00"));
    m_desk->clock.at = SmallDesk::at("2026-10-12T11:01");
    QVERIFY_DONE(m_desk->commands.supplement(m_desk->as(m_desk->chen), id, file(Party::Buyer, "n1")));
    QCOMPARE(requestOf(id, Party::Buyer), RequestState::TimedOut);
    QCOMPARE(m_desk->header(id).state, DisputeState::Queued);
    QVERIFY(domain::findExhibit(m_desk->record(id).file, QStringLiteral("n1"))); // it is looked at all the same
}

void TstEvidence::clocksStartWhenTheWindowEndedNotWhenSwept()
{
    const auto deskDue = [&](const char *start) {
        return deadline(m_desk->desk.policy()->deskRulingClock, SmallDesk::at(start), *m_desk->desk.calendar()).at;
    };
    const domain::CaseId asked = m_desk->inState(DisputeState::AwaitingEvidence, QStringLiteral("D-1")); // until Wednesday 09:00
    const domain::CaseId answered = m_desk->inState(DisputeState::AwaitingEvidence, QStringLiteral("D-2"));
    const domain::CaseId talking = m_desk->inState(DisputeState::Negotiating, QStringLiteral("D-3")); // until Tuesday 09:00
    m_desk->clock.at = SmallDesk::at("2026-10-12T10:00");
    QVERIFY_DONE(m_desk->commands.evidenceDone(m_desk->as(m_desk->chen), answered, Party::Merchant));
    m_desk->clock.at = SmallDesk::at("2026-10-16T20:00"); // nobody has swept for days
    QVERIFY_DONE(m_desk->commands.evidenceDone(m_desk->as(m_desk->chen), answered, Party::Buyer)); // too late
    m_desk->sweep();
    QCOMPARE(m_desk->header(asked).state, DisputeState::Queued);
    QCOMPARE(m_desk->header(asked).deskDueAt, deskDue("2026-10-14T09:00"));
    QCOMPARE(m_desk->header(answered).deskDueAt, deskDue("2026-10-14T09:00"));
    QCOMPARE(m_desk->header(talking).deskDueAt, deskDue("2026-10-13T09:00"));
}

void TstEvidence::comesBackForWhoAsked()
{
    const domain::CaseId id = m_desk->inState(DisputeState::Claimed, QStringLiteral("D-1"));
    m_desk->ask(m_desk->lin, id, {Party::Buyer}, SmallDesk::at("2026-10-16T17:00")); // a Friday
    m_desk->clock.at = SmallDesk::at("2026-10-16T18:00");
    m_desk->sweep();
    const CaseHeader row = m_desk->header(id);
    QCOMPARE(row.reservedFor, m_desk->lin.id);
    QCOMPARE(row.reservedUntil, std::optional(SmallDesk::at("2026-10-19T18:00"))); // one working day: over the weekend
    QCOMPARE_FAULT(m_desk->commands.claim(m_desk->as(m_desk->chen), id), ReservedForOther);
    m_desk->clock.at = SmallDesk::at("2026-10-19T18:01");
    QVERIFY_DONE(m_desk->commands.claim(m_desk->as(m_desk->chen), id));
}

void TstEvidence::timedOutBuyerChangesTheSuggestion()
{
    const domain::CaseId id = m_desk->admit(QStringLiteral("D-1"), [](domain::CaseFile &file) { file.category = QStringLiteral("beauty"); });
    m_desk->claim(m_desk->lin, id);
    m_desk->ask(m_desk->lin, id, {Party::Buyer}, SmallDesk::at("2026-10-12T09:40"));
    const auto open = OpenCase(m_desk->desk)(m_desk->actor(m_desk->lin), id);
    QVERIFY_DONE(open);
    QCOMPARE(open->assessment.clause, QStringLiteral("quality_confirmed"));
    m_desk->clock.at = SmallDesk::at("2026-10-12T09:41");
    m_desk->sweep();
    const auto after = OpenCase(m_desk->desk)(m_desk->actor(m_desk->lin), id);
    QVERIFY_DONE(after);
    QCOMPARE(after->assessment.clause, QStringLiteral("allergy_no_record")); // case 13
    QCOMPARE(after->assessment.suggestion->outcome, domain::OutcomeCode::NotEnoughEvidence);
}

void TstEvidence::negotiationEndsByItself()
{
    const domain::CaseId id = m_desk->inState(DisputeState::Negotiating, QStringLiteral("D-1"));
    const CaseRecord before = m_desk->record(id);
    QCOMPARE(before.header.dueAt, std::optional(SmallDesk::at("2026-10-13T09:00"))); // the desk's 24 hours
    const auto early = m_desk->commands.rule(m_desk->as(m_desk->lin), id, SmallDesk::bandRuling());
    QCOMPARE_FAULT(early, WrongState);
    QCOMPARE(early.error().state, std::optional(DisputeState::Negotiating)); // so that the sentence can say why
    m_desk->clock.at = *before.header.dueAt;
    QCOMPARE(m_desk->sweep().timeOuts, 0);
    m_desk->advance(1);
    QCOMPARE(m_desk->sweep().timeOuts, 1);
    const CaseHeader row = m_desk->header(id);
    QCOMPARE(row.state, DisputeState::Queued);
    QCOMPARE(row.reservedFor, m_desk->lin.id);
    QVERIFY(row.reservedUntil.has_value());
    QCOMPARE(m_desk->sweep().timeOuts, 0);
}

void TstEvidence::settlementClosesWithoutARuling()
{
    const domain::CaseId id = m_desk->inState(DisputeState::Negotiating, QStringLiteral("D-1"));
    QVERIFY_DONE(m_desk->commands.settle(m_desk->as(m_desk->chen), id, QStringLiteral("50 yuan")));
    const CaseRecord record = m_desk->record(id);
    QCOMPARE(record.header.state, DisputeState::Closed);
    QVERIFY(record.rulings.isEmpty());
    QVERIFY(record.points.isEmpty());
    QVERIFY(!record.header.dueAt.has_value());
    QVERIFY(record.header.reservedFor.isNull());
    QCOMPARE(record.notes.constLast().text, QStringLiteral("50 yuan"));
    m_desk->advance(3 * domain::dayMs);
    QCOMPARE(m_desk->sweep().timeOuts, 0);
    // Nothing was ruled, so there is nothing to appeal against.
    QCOMPARE_FAULT(m_desk->commands.appeal(m_desk->as(m_desk->chen), id, domain::Party::Merchant, QStringLiteral("no")), WrongState);
    QCOMPARE(m_desk->header(id).round, 1);
}

void TstEvidence::negotiationNeedsAFuture()
{
    const domain::CaseId id = m_desk->inState(DisputeState::Claimed, QStringLiteral("D-1"));
    QCOMPARE_FAULT(m_desk->commands.startNegotiation(m_desk->as(m_desk->lin), id, m_desk->clock.at), DeadlinePast);
    QVERIFY_DONE(m_desk->commands.startNegotiation(m_desk->as(m_desk->lin), id, SmallDesk::at("2026-10-12T14:20")));
    QCOMPARE(m_desk->header(id).dueAt, std::optional(SmallDesk::at("2026-10-12T14:20")));
}

QObject *make_tst_evidence();
QObject *make_tst_evidence()
{
    return new TstEvidence;
}

#include "tst_evidence.moc"
