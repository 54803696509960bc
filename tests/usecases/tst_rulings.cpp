// SPDX-License-Identifier: GPL-3.0-or-later
#include <smalldesk.h>

#include <domain/casejson.h>

#include <QtCore/QCryptographicHash>
#include <QtCore/QJsonDocument>
#include <QtCore/QTemporaryFile>

#include <algorithm>

using namespace arb;
using namespace arb::tests;
using namespace arb::usecases;
using domain::DisputeState;
using domain::Money;
using domain::RulingProblem;

/// Signing, the second person, and taking back.
class TstRulings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<SmallDesk>(); }

    void signingWritesEverythingAtOnce();
    void signingFixesWhatTextsSay();
    void textsThatChangedAreRefused();
    void conductComesFromTheSuggestion();
    void noPointsWhenNotCounted();
    void invalidRulingsAreRefused_data();
    void invalidRulingsAreRefused();
    void whatTheClauseNeedsMustBeConcluded();
    void frameAndTimeMeanOnePlace();
    void spanEndsMeanOnePlace();
    void messagesOfAFileAreItsOwn_data();
    void messagesOfAFileAreItsOwn();
    void commandIdsAreShortLines();
    void bookOfTheCaseIsTheOneInForceAtEscalation();
    void saysWhyASecondPersonIsNeeded_data();
    void saysWhyASecondPersonIsNeeded();
    void approvalPutsIntoEffect();
    void makerIsNeverChecker();
    void sendingBackGivesTheTextToTheDrafter();
    void recallReversesExactly();
    void recallIsTheDraftersWithinTheWindow();
    void recallOfAnUnapprovedRuling();
    void recalledAndSignedAgainWithinARound();

private:
    domain::CaseId claimed(const std::function<void(domain::CaseFile &)> &change = {})
    {
        const domain::CaseId id = m_desk->admit(QStringLiteral("D-1"), change);
        m_desk->claim(m_desk->lin, id);
        return id;
    }
    std::unique_ptr<SmallDesk> m_desk;
};

void TstRulings::signingWritesEverythingAtOnce()
{
    const domain::CaseId id = claimed();
    const Receipt receipt = m_desk->rule(m_desk->lin, id);
    QCOMPARE(receipt.state, DisputeState::Ruled);
    QVERIFY(!receipt.needsApproval);
    const CaseRecord record = m_desk->record(id);
    QCOMPARE(record.header.ruling, receipt.ruling);
    QCOMPARE(record.header.firstReviewer, m_desk->lin.id);
    QVERIFY(record.header.holder.isNull());
    const domain::UtcMs recallUntil = m_desk->clock.at.plusMs(10 * domain::minuteMs);
    QCOMPARE(record.header.dueAt, std::optional(recallUntil));
    QCOMPARE(int(record.rulings.size()), 1);
    const RulingRow &row = record.rulings.constFirst();
    QCOMPARE(row.madeBy, m_desk->lin.id);
    QCOMPARE(row.madeAt, m_desk->clock.at);
    QCOMPARE(row.effectiveAt(), std::optional(m_desk->clock.at));
    QCOMPARE(row.clause, QStringLiteral("quality_confirmed"));
    QCOMPARE(row.bookId, QStringLiteral("desk-demo"));
    QVERIFY(row.suggestionJson.contains(QStringLiteral("return_and_refund")));
    QCOMPARE(row.ruling.findings.constFirst().citations.constFirst().sha256, QByteArray(64, 'a')); // fixed at signing
    // Tasks: the buyer's return, the merchant's refund that waits for it, a notice to each side; none before the window is over.
    QCOMPARE(int(record.tasks.size()), 4);
    for (int n = 0; n < record.tasks.size(); ++n) {
        const ExecutionTask &task = record.tasks.at(n);
        QCOMPARE(task.notBefore, recallUntil);
        QCOMPARE(task.idempotencyKey, QStringLiteral("%1/%2").arg(receipt.ruling.value()).arg(n));
        QCOMPARE(task.state, TaskState::Pending);
    }
    QCOMPARE(m_desk->task(id, domain::TaskKind::BuyerReturn).dueAt, std::optional(m_desk->clock.at.plusMs(7 * domain::dayMs)));
    const ExecutionTask refund = m_desk->task(id, domain::TaskKind::Refund);
    QCOMPARE(refund.spec.sum, Money(26'900));
    QCOMPARE(refund.spec.actor, domain::Party::Merchant);
    QVERIFY(!refund.dueAt.has_value());
    QCOMPARE(refund.funding, (QList<domain::Funding>{{domain::FundSource::OrderFunds, Money(26'900)}}));
    QCOMPARE(record.audit.constLast().action, QStringLiteral("rule"));
    QVERIFY(record.audit.constLast().payload.contains("\"refundFen\":26900"));
}

/// A message, a scan and a fact of the band.
static QList<domain::Citation> citedTexts()
{
    domain::Citation message, scan, fact;
    message.message = QStringLiteral("c1");
    scan.logistics = 1;
    fact.fact = QStringLiteral("/order/signedAt");
    return {message, scan, fact};
}

void TstRulings::signingFixesWhatTextsSay()
{
    const domain::CaseId id = claimed();
    domain::Ruling ruling = SmallDesk::bandRuling();
    ruling.findings[0].citations = citedTexts();
    QVERIFY_DONE(m_desk->commands.rule(m_desk->as(m_desk->lin), id, ruling));
    const QList<domain::Citation> cited = m_desk->record(id).rulings.constFirst().ruling.findings.constFirst().citations;
    // Unmasked, as case.json has them, in their RFC 8785 form.
    const QByteArrayList texts{R"({"at":"2026-10-05T09:00:00+08:00","from":"buyer","id":"c1","text":"黑屏，电话13900010011"})",
                               R"({"at":"2026-10-04T11:26:00+08:00","event":"signed","text":"签收"})", R"("2026-10-04T11:26:00+08:00")"};
    for (int n = 0; n < 3; ++n)
        QCOMPARE(cited.at(n).sha256, QCryptographicHash::hash(texts.at(n), QCryptographicHash::Sha256).toHex());
    // Whoever sees the stars is told that all of it is as it was.
    const CaseView view = must(OpenCase(m_desk->desk)(m_desk->actor(m_desk->lin), id), "open");
    QVERIFY(!view.record.file.chat.constFirst().text.contains(QStringLiteral("13900010011")));
    for (const domain::Citation &citation : cited) {
        QCOMPARE(domain::placeDigest(citation, view.record.file), citation.sha256);
        QVERIFY(!domain::meansOtherBytes(citation, view.record.file));
    }
}

void TstRulings::textsThatChangedAreRefused()
{
    const domain::CaseId id = claimed();
    for (const domain::Citation &place : citedTexts()) {
        domain::Ruling ruling = SmallDesk::bandRuling();
        ruling.findings[0].citations = {place};
        ruling.findings[0].citations[0].sha256 = QByteArray(64, 'e');
        const auto ruled = m_desk->commands.rule(m_desk->as(m_desk->lin), id, ruling);
        QCOMPARE_FAULT(ruled, RulingInvalid);
        QCOMPARE(ruled.error().faults,
                 (QList<domain::RulingFault>{{RulingProblem::CitationDigestDiffers, QStringLiteral("/findings/0/citations/0")}}));
    }
}

void TstRulings::conductComesFromTheSuggestion()
{
    const domain::CaseId id = claimed();
    m_desk->rule(m_desk->lin, id);
    const QList<PenaltyPoint> points = m_desk->record(id).points;
    QCOMPARE(int(points.size()), 2); // case 1: goods 1, unfounded refusal 2
    QCOMPARE(points.at(0).code, domain::ConductCode::Liable);
    QCOMPARE(points.at(0).points, 1);
    QCOMPARE(points.at(1).code, domain::ConductCode::UnfoundedRefusal);
    QCOMPARE(points.at(1).points, 2);
    for (const PenaltyPoint &point : points) {
        QCOMPARE(point.platform, QStringLiteral("douyin"));
        QCOMPARE(point.merchantId, QStringLiteral("m-1"));
        QCOMPARE(point.at, m_desk->clock.at);
        QCOMPARE(point.expiresAt, m_desk->clock.at.plusMs(90 * domain::dayMs));
        QVERIFY(point.reverses.isNull());
    }
}

void TstRulings::noPointsWhenNotCounted()
{
    domain::Ruling ruling = SmallDesk::bandRuling();
    ruling.countsTowardMetrics = false;
    ruling.conduct = {{domain::ConductCode::Liable, domain::Party::Merchant}};
    const domain::CaseId id = claimed();
    m_desk->rule(m_desk->lin, id, ruling);
    QVERIFY(m_desk->record(id).points.isEmpty());
}

void TstRulings::invalidRulingsAreRefused_data()
{
    QTest::addColumn<std::function<void(domain::Ruling &)>>("change");
    QTest::addColumn<int>("problem");
    QTest::addColumn<QString>("where");
    using Change = std::function<void(domain::Ruling &)>;
    const auto row = [](const char *name, Change change, RulingProblem problem, const char *where) {
        QTest::newRow(name) << change << int(problem) << QString::fromLatin1(where);
    };
    row("nothing cited", [](domain::Ruling &r) { r.findings.clear(); }, RulingProblem::FindingMissing, "/findings");
    row("no reasons", [](domain::Ruling &r) { r.reasonsZh.clear(); }, RulingProblem::ReasonsMissing, "/reasons/zh");
    row("too much", [](domain::Ruling &r) { r.refund = Money(26'901); }, RulingProblem::RefundOutOfRange, "/refundFen");
    row("clause not in the book", [](domain::Ruling &r) { r.clause = QStringLiteral("made_up"); }, RulingProblem::ClauseUnknown, "/clause");
    row("departs without saying why", [](domain::Ruling &r) { r.refund = Money(20'000); }, RulingProblem::DepartureMissing, "/departure");
    row("departs with a blank", [](domain::Ruling &r) { r.refund = Money(20'000); r.departure = QStringLiteral(" "); },
        RulingProblem::DepartureMissing, "/departure");
    row("conduct of execution", [](domain::Ruling &r) { r.conduct = {{domain::ConductCode::LateExecution, domain::Party::Merchant}}; },
        RulingProblem::ConductNotAllowed, "/conduct/0");
    row("counted against nobody", [](domain::Ruling &r) { r.blame = {.merchant = 0, .creator = 0, .platform = 0, .buyer = 100}; },
        RulingProblem::CountedWithoutBlame, "/countsTowardMetrics");
}

void TstRulings::invalidRulingsAreRefused()
{
    QFETCH(std::function<void(domain::Ruling &)>, change);
    QFETCH(int, problem);
    QFETCH(QString, where);
    const domain::CaseId id = claimed();
    const CaseRecord before = m_desk->record(id);
    domain::Ruling ruling = SmallDesk::bandRuling();
    change(ruling);
    const auto done = m_desk->commands.rule(m_desk->as(m_desk->lin, QStringLiteral("k")), id, ruling);
    QCOMPARE_FAULT(done, RulingInvalid);
    QVERIFY(std::ranges::any_of(done.error().faults, [&](const domain::RulingFault &fault) { return fault.problem == RulingProblem(problem) && fault.where == where; }));
    QVERIFY(m_desk->record(id) == before);
    QVERIFY_DONE(m_desk->commands.rule(m_desk->as(m_desk->lin, QStringLiteral("k")), id, SmallDesk::bandRuling())); // the id is still free
}

void TstRulings::whatTheClauseNeedsMustBeConcluded()
{
    const domain::CaseId id = claimed();
    domain::Ruling ruling = SmallDesk::bandRuling();
    ruling.findings[0].element = QStringLiteral("goods_shown"); // cited, but the clause asks for the defect
    const auto open = m_desk->commands.rule(m_desk->as(m_desk->lin), id, ruling);
    QCOMPARE_FAULT(open, RulingInvalid);
    QCOMPARE(open.error().faults, (QList<domain::RulingFault>{{RulingProblem::ElementOpen, QStringLiteral("/findings"), QStringLiteral("defect_shown")}}));
    ruling.clause = QString(); // no clause applies: nothing is needed by one
    QVERIFY_DONE(m_desk->commands.rule(m_desk->as(m_desk->lin), id, ruling));
}

void TstRulings::commandIdsAreShortLines()
{
    const domain::CaseId id = claimed();
    for (const QString &bad : {QString(201, u'x'), QStringLiteral("two\nlines")})
        QCOMPARE_FAULT(m_desk->commands.rule(m_desk->as(m_desk->lin, bad), id, SmallDesk::bandRuling()), BadValue);
    QCOMPARE_FAULT(DeskCommands(m_desk->desk).disablePerson(m_desk->as(m_desk->root, QStringLiteral("a\tb")), m_desk->chen.name), BadValue);
    QVERIFY_DONE(m_desk->commands.rule(m_desk->as(m_desk->lin, QString(200, u'x')), id, SmallDesk::bandRuling()));
}

void TstRulings::frameAndTimeMeanOnePlace()
{
    const domain::CaseId id = claimed();
    m_desk->vault.bytes = "/dev/null";
    m_desk->inspector.times = {0, 40'000, 90'000, 120'000}; // of uneven steps: no rate tells them
    domain::Ruling ruling = SmallDesk::bandRuling();
    ruling.findings[0].citations[0].frame = 2;
    ruling.findings[0].citations[0].pts = 80'000;
    const auto differs = m_desk->commands.rule(m_desk->as(m_desk->lin), id, ruling);
    QCOMPARE_FAULT(differs, RulingInvalid);
    QCOMPARE(differs.error().faults, (QList<domain::RulingFault>{{RulingProblem::CitationUnknown, QStringLiteral("/findings/0/citations/0/pts")}}));
    ruling.findings[0].citations[0].pts = 90'000;
    QVERIFY_DONE(m_desk->commands.rule(m_desk->as(m_desk->lin), id, ruling));
}

void TstRulings::spanEndsMeanOnePlace()
{
    const domain::CaseId id = claimed();
    m_desk->vault.bytes = "/dev/null";
    m_desk->inspector.times = {0, 40'000, 90'000, 120'000};
    domain::Ruling ruling = SmallDesk::bandRuling();
    domain::Citation &cited = ruling.findings[0].citations[0];
    cited.frame = 1;
    cited.pts = 40'000;
    cited.frameEnd = 3;
    cited.ptsEnd = 110'000;
    const auto differs = m_desk->commands.rule(m_desk->as(m_desk->lin), id, ruling);
    QCOMPARE_FAULT(differs, RulingInvalid);
    QCOMPARE(differs.error().faults, (QList<domain::RulingFault>{{RulingProblem::CitationUnknown, QStringLiteral("/findings/0/citations/0/ptsEnd")}}));
    cited.ptsEnd = 120'000;
    QVERIFY_DONE(m_desk->commands.rule(m_desk->as(m_desk->lin), id, ruling));
}

void TstRulings::messagesOfAFileAreItsOwn_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("last");
    QTest::addColumn<QString>("wrong"); ///< empty: both are there, in order
    const auto row = [](const char *name, const char *first, const char *last, const char *wrong) {
        QTest::newRow(name) << QString::fromLatin1(first) << QString::fromLatin1(last) << QString::fromLatin1(wrong);
    };
    // The log has T7 in line 1, a message without an id in line 2, T2 in line 5.
    row("given id", "T7", "", "");
    row("line of a message without one", "L2", "", "");
    row("range in the log's order", "T7", "T2", "");
    row("range that ends at a line", "T7", "L2", "");
    row("line of a message with an id", "L1", "", "/message");
    row("line that begins none", "L3", "", "/message");
    row("number written otherwise", "L02", "", "/message");
    row("id of another log", "T9", "", "/message");
    row("range backwards", "T2", "T7", "/messageEnd");
    row("range out of it", "T7", "L9", "/messageEnd");
}

void TstRulings::messagesOfAFileAreItsOwn()
{
    QFETCH(QString, first);
    QFETCH(QString, last);
    QFETCH(QString, wrong);
    domain::ChatLog &log = m_desk->chats.log;
    log = {};
    log.words = QStringLiteral("T7T2");
    log.messages.resize(3);
    log.messages[0].line = 1;
    log.messages[0].givenId = {0, 2};
    log.messages[1].line = 2;
    log.messages[2].line = 5;
    log.messages[2].givenId = {2, 2};
    const domain::CaseId id = m_desk->admit(QStringLiteral("D-7"), [](domain::CaseFile &content) {
        domain::Exhibit exhibit;
        exhibit.id = QStringLiteral("log");
        exhibit.kind = domain::ExhibitKind::Chat;
        exhibit.file = QStringLiteral("evidence/log.txt");
        exhibit.sha256 = QByteArray(64, 'e');
        content.exhibits.append(exhibit);
    });
    m_desk->claim(m_desk->lin, id);
    QTemporaryFile file;
    QVERIFY(file.open() && file.write("as the reader says") > 0 && file.flush());
    m_desk->vault.bytes = file.fileName().toLocal8Bit();
    domain::Ruling ruling = SmallDesk::bandRuling();
    domain::Citation cited;
    cited.exhibit = QStringLiteral("log");
    cited.message = first;
    cited.messageEnd = last;
    ruling.findings[0].citations = {cited};
    const auto ruled = m_desk->commands.rule(m_desk->as(m_desk->lin), id, ruling);
    if (wrong.isEmpty()) {
        QVERIFY_DONE(ruled);
        QCOMPARE(m_desk->record(id).rulings.constLast().ruling.findings[0].citations[0].sha256, QByteArray(64, 'e'));
        return;
    }
    QCOMPARE_FAULT(ruled, RulingInvalid);
    QCOMPARE(ruled.error().faults, (QList<domain::RulingFault>{{RulingProblem::CitationUnknown, QString(QStringLiteral("/findings/0/citations/0") + wrong)}}));
}

void TstRulings::bookOfTheCaseIsTheOneInForceAtEscalation()
{
    QJsonObject book = QJsonDocument::fromJson(m_desk->store.books()->constFirst().json).object();
    book.insert(QStringLiteral("version"), QStringLiteral("2"));
    book.insert(QStringLiteral("effectiveFrom"), QStringLiteral("2026-10-10")); // after the case, before the ruling
    const QByteArray json = QJsonDocument(book).toJson();
    QVERIFY_DONE(DeskCommands(m_desk->desk).seed(ownerActor(), {json}, {}));
    const domain::CaseId id = claimed();
    m_desk->rule(m_desk->lin, id);
    QCOMPARE(m_desk->record(id).rulings.constFirst().bookVersion, QStringLiteral("1"));
    book.insert(QStringLiteral("version"), QStringLiteral("3"));
    book.insert(QStringLiteral("effectiveFrom"), QStringLiteral("2026-10-11"));
    book.insert(QStringLiteral("appliesTo"), QStringLiteral("unfinished"));
    QVERIFY_DONE(DeskCommands(m_desk->desk).seed(ownerActor(), {QJsonDocument(book).toJson()}, {}));
    const domain::CaseId later = m_desk->admit(QStringLiteral("D-2"));
    m_desk->claim(m_desk->lin, later);
    m_desk->rule(m_desk->lin, later);
    QCOMPARE(m_desk->record(later).rulings.constFirst().bookVersion, QStringLiteral("3"));
}

void TstRulings::saysWhyASecondPersonIsNeeded_data()
{
    QTest::addColumn<std::function<void(domain::Ruling &)>>("change");
    QTest::addColumn<qint64>("paidFen");
    QTest::addColumn<QString>("why");
    using Change = std::function<void(domain::Ruling &)>;
    const auto row = [](const char *name, Change change, qint64 paidFen, const char *why) {
        QTest::newRow(name) << change << paidFen << QString::fromLatin1(why);
    };
    row("nothing", [](domain::Ruling &) {}, 26'900, "");
    row("amount at the limit", [](domain::Ruling &r) { r.refund = Money(100'000); }, 100'000, "");
    row("amount above the limit", [](domain::Ruling &r) { r.refund = Money(100'001); }, 100'001, "amount");
    row("compensation counts", [](domain::Ruling &r) {
        r.refund = Money(90'000);
        r.legs = {{domain::LegKind::Refund, Money(90'000), domain::Party::Buyer, {}}, {domain::LegKind::Compensation, Money(10'001), domain::Party::Buyer, {}}};
    }, 90'000, "amount");
    const auto ofCounterfeit = [](domain::Ruling &r) { // a clause with the element that it needs
        r.clause = QStringLiteral("counterfeit_unproven_source");
        r.findings.append({QStringLiteral("source_chain"), domain::Verdict::NotProved, QStringLiteral("expired"), {}});
    };
    row("the clause asks for it", ofCounterfeit, 26'900, "clause");
    row("platform to blame", [](domain::Ruling &r) {
        r.blame = {.merchant = 0, .creator = 0, .platform = 100, .buyer = 0};
        r.countsTowardMetrics = false;
    }, 26'900, "platform");
    row("both to blame", [](domain::Ruling &r) { r.blame = {.merchant = 60, .creator = 0, .platform = 0, .buyer = 40}; }, 26'900, "both");
    row("from the deposit", [](domain::Ruling &r) { r.funding = {{domain::FundSource::Deposit, r.refund}}; }, 26'900, "deposit");
    row("all of it", [ofCounterfeit](domain::Ruling &r) {
        ofCounterfeit(r);
        r.refund = Money(200'000);
        r.blame = {.merchant = 40, .creator = 0, .platform = 20, .buyer = 40};
        r.funding = {{domain::FundSource::Deposit, r.refund}};
    }, 200'000, "amount,clause,platform,both,deposit");
}

void TstRulings::saysWhyASecondPersonIsNeeded()
{
    QFETCH(std::function<void(domain::Ruling &)>, change);
    QFETCH(qint64, paidFen);
    QFETCH(QString, why);
    const domain::CaseId id = claimed([paidFen](domain::CaseFile &file) {
        file.order.paid = Money(paidFen);
        file.afterSale.claimed = Money(paidFen);
    });
    domain::Ruling ruling = SmallDesk::bandRuling();
    change(ruling);
    const Receipt receipt = m_desk->rule(m_desk->lin, id, ruling);
    QCOMPARE(receipt.approvalWhy, why);
    QCOMPARE(receipt.needsApproval, !why.isEmpty());
    QCOMPARE(receipt.state, why.isEmpty() ? DisputeState::Ruled : DisputeState::AwaitingApproval);
}

void TstRulings::approvalPutsIntoEffect()
{
    const domain::CaseId id = m_desk->inState(DisputeState::AwaitingApproval, QStringLiteral("D-1"));
    const CaseRecord waiting = m_desk->record(id);
    QVERIFY(waiting.tasks.isEmpty());
    QVERIFY(waiting.points.isEmpty());
    QVERIFY(!waiting.rulings.constFirst().effectiveAt().has_value());
    QCOMPARE(waiting.header.dueAt, std::optional(SmallDesk::at("2026-10-13T09:00"))); // one working day
    m_desk->advance(2 * domain::hourMs);
    QCOMPARE_FAULT(m_desk->commands.approve(m_desk->as(m_desk->chen), id), NotAllowed);
    const auto done = m_desk->commands.approve(m_desk->as(m_desk->xu), id);
    QVERIFY_DONE(done);
    const CaseRecord record = m_desk->record(id);
    QCOMPARE(done->ruling, record.header.ruling);
    QCOMPARE(record.rulings.constFirst().effectiveAt(), std::optional(m_desk->clock.at));
    QCOMPARE(record.rulings.constFirst().approval->byName, m_desk->xu.name);
    QCOMPARE(m_desk->points(id), 3);
    QCOMPARE(record.points.constFirst().at, m_desk->clock.at); // dated by effect, not by drafting
    QVERIFY(!record.tasks.isEmpty());
    QCOMPARE(record.header.dueAt, std::optional(m_desk->clock.at.plusMs(10 * domain::minuteMs)));
    QCOMPARE_FAULT(m_desk->commands.approve(m_desk->as(m_desk->tang), id), WrongState);
}

void TstRulings::makerIsNeverChecker()
{
    const domain::CaseId id = m_desk->admit();
    m_desk->claim(m_desk->xu, id);
    domain::Ruling ruling = SmallDesk::bandRuling();
    ruling.funding = {{domain::FundSource::Deposit, ruling.refund}};
    m_desk->rule(m_desk->xu, id, ruling);
    const CaseRecord before = m_desk->record(id);
    QCOMPARE_FAULT(m_desk->commands.approve(m_desk->as(m_desk->xu), id), OwnRuling);
    QCOMPARE_FAULT(m_desk->commands.sendBack(m_desk->as(m_desk->xu), id, QStringLiteral("why")), OwnRuling);
    QVERIFY(m_desk->record(id) == before);
    QVERIFY_DONE(m_desk->commands.approve(m_desk->as(m_desk->tang), id));
}

void TstRulings::sendingBackGivesTheTextToTheDrafter()
{
    const domain::CaseId id = m_desk->inState(DisputeState::AwaitingApproval, QStringLiteral("D-1"));
    QVERIFY_DONE(m_desk->commands.sendBack(m_desk->as(m_desk->xu), id, QStringLiteral("which source?")));
    const CaseRecord record = m_desk->record(id);
    QVERIFY(record.header.ruling.isNull());
    QCOMPARE(record.header.reservedFor, m_desk->lin.id);
    QCOMPARE(record.header.reservedUntil, std::optional(SmallDesk::at("2026-10-13T09:00")));
    QCOMPARE(record.header.deskDueAt, std::optional(SmallDesk::at("2026-10-13T09:00"))); // the second look's clock
    QCOMPARE(record.rulings.constFirst().approval->decision, ApprovalDecision::Returned);
    QCOMPARE(record.rulings.constFirst().approval->reason, QStringLiteral("which source?"));
    QVERIFY(!record.rulings.constFirst().effectiveAt().has_value());
    QCOMPARE(int(record.drafts.size()), 1);
    QCOMPARE(record.drafts.constFirst().author, m_desk->lin.id);
    const auto text = domain::rulingFromJson(QJsonDocument::fromJson(record.drafts.constFirst().json).object());
    QVERIFY(text.ok());
    QCOMPARE(text->reasonsZh, SmallDesk::bandRuling().reasonsZh);
    QCOMPARE_FAULT(m_desk->commands.claim(m_desk->as(m_desk->chen), id), ReservedForOther);
    m_desk->claim(m_desk->lin, id);
    m_desk->rule(m_desk->lin, id); // this time without the deposit
    QCOMPARE(m_desk->header(id).state, DisputeState::Ruled);
}

void TstRulings::recallReversesExactly()
{
    const domain::CaseId id = m_desk->inState(DisputeState::Ruled, QStringLiteral("D-1"));
    const CaseRecord ruled = m_desk->record(id);
    m_desk->advance(5 * domain::minuteMs);
    QVERIFY_DONE(m_desk->commands.recall(m_desk->as(m_desk->lin), id, QStringLiteral("slip")));
    const CaseRecord record = m_desk->record(id);
    QCOMPARE(record.header.state, DisputeState::Claimed);
    QCOMPARE(record.header.holder, m_desk->lin.id);
    QVERIFY(record.header.ruling.isNull());
    QCOMPARE(record.header.dueAt, record.header.deskDueAt); // the desk's own deadline counts again
    QVERIFY(record.rulings.constFirst().recall.has_value());
    QCOMPARE(record.rulings.constFirst().ruling, ruled.rulings.constFirst().ruling); // the row itself never changes
    for (const ExecutionTask &task : record.tasks)
        QCOMPARE(task.state, TaskState::Cancelled);
    QCOMPARE(m_desk->points(id), 0);
    QCOMPARE(int(record.points.size()), 4);
    for (int n = 0; n < 2; ++n) {
        const PenaltyPoint &original = record.points.at(n);
        const PenaltyPoint &reversal = record.points.at(n + 2);
        QCOMPARE(reversal.points, -original.points);
        QCOMPARE(reversal.reverses, original.id);
        QCOMPARE(reversal.code, original.code);
        QCOMPARE(reversal.at, m_desk->clock.at); // dated when it happens
        QCOMPARE(reversal.expiresAt, original.expiresAt);
    }
    QCOMPARE(int(record.drafts.size()), 1); // the text comes back as a draft
}

void TstRulings::recallIsTheDraftersWithinTheWindow()
{
    const domain::CaseId id = m_desk->inState(DisputeState::Ruled, QStringLiteral("D-1"));
    const CaseRecord before = m_desk->record(id);
    const auto other = m_desk->commands.recall(m_desk->as(m_desk->chen), id, QStringLiteral("why"));
    QCOMPARE_FAULT(other, NotDrafter);
    QCOMPARE(other.error().who, m_desk->lin.name);
    m_desk->clock.at = before.header.dueAt->plusMs(1);
    const auto late = m_desk->commands.recall(m_desk->as(m_desk->lin), id, QStringLiteral("why"));
    QCOMPARE_FAULT(late, RecallWindowOver);
    QCOMPARE(late.error().until, before.header.dueAt);
    QVERIFY(m_desk->record(id) == before);
    m_desk->clock.at = *before.header.dueAt; // in time means t <= due
    QVERIFY_DONE(m_desk->commands.carryOutDue(id, DueKind::RecallWindowOver));
    QCOMPARE(m_desk->header(id).state, DisputeState::Ruled);
    QVERIFY_DONE(m_desk->commands.recall(m_desk->as(m_desk->lin), id, QStringLiteral("why")));
}

void TstRulings::recallOfAnUnapprovedRuling()
{
    const domain::CaseId id = m_desk->inState(DisputeState::AwaitingApproval, QStringLiteral("D-1"));
    m_desk->advance(20 * domain::hourMs); // no window: nothing is in effect
    QVERIFY_DONE(m_desk->commands.recall(m_desk->as(m_desk->lin), id, QStringLiteral("why")));
    QCOMPARE(m_desk->header(id).state, DisputeState::Claimed);
    QVERIFY(m_desk->record(id).points.isEmpty());
    QCOMPARE_FAULT(m_desk->commands.approve(m_desk->as(m_desk->xu), id), WrongState);
}

void TstRulings::recalledAndSignedAgainWithinARound()
{
    const domain::CaseId id = m_desk->inState(DisputeState::Ruled, QStringLiteral("D-1"));
    QVERIFY_DONE(m_desk->commands.recall(m_desk->as(m_desk->lin), id, QStringLiteral("slip")));
    m_desk->rule(m_desk->lin, id, SmallDesk::rejection());
    QCOMPARE(m_desk->points(id), 0);
    QVERIFY_DONE(m_desk->commands.recall(m_desk->as(m_desk->lin), id, QStringLiteral("slip")));
    const Receipt again = m_desk->rule(m_desk->lin, id);
    QVERIFY(!again.needsApproval); // a recalled ruling is no earlier ruling
    QCOMPARE(m_desk->points(id), 3);
    int open = 0;
    for (const ExecutionTask &task : m_desk->record(id).tasks)
        open += task.state == TaskState::Pending ? 1 : 0;
    QCOMPARE(open, 4);
    const CaseRecord record = m_desk->record(id);
    QCOMPARE(int(record.rulings.size()), 3);
    QCOMPARE(record.header.ruling, again.ruling);
}

QObject *make_tst_rulings();
QObject *make_tst_rulings()
{
    return new TstRulings;
}

#include "tst_rulings.moc"
