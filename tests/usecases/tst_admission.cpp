// SPDX-License-Identifier: GPL-3.0-or-later
#include <smalldesk.h>

using namespace arb;
using namespace arb::tests;
using namespace arb::usecases;
using domain::DisputeState;
using domain::Money;

/// How a case comes in: always into the queue, with its deadlines and rank, once.
class TstAdmission : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<SmallDesk>(); }

    void fillsTheRow();
    void deadlineRunsFromTheCloseOfTheWindows_data();
    void deadlineRunsFromTheCloseOfTheWindows();
    void deadlineWithoutCalendarIsKnownToBeUnknown();
    void flagsAndSumsMakeTheRank();
    void sameCaseIsPresent();
    void sameNumberOtherContentIsTaken();
    void sameNumberOnAnotherPlatformIsAnotherCase();
    void duplicatesInsideABatch();
    void allOrNothingWhenTheStoreFails();
    void onlyWhoMayImport();
    void personalDataIsNotInTheDocument();

private:
    StagedCase staged(const char *caseNo, char digest, const std::function<void(domain::CaseFile &)> &change = {})
    {
        auto file = domain::caseFileFromJson(SmallDesk::bandJson(QString::fromLatin1(caseNo)));
        if (change)
            change(*file);
        return {*file, QByteArray(64, digest), {}};
    }
    QList<domain::Result<Admitted, AdmitError>> admit(const QList<StagedCase> &cases, std::optional<Actor> actor = {})
    {
        return AdmitCases(m_desk->desk)(actor.value_or(ownerActor()), cases);
    }
    qint64 cases()
    {
        QueueQuery query;
        query.view = QueueView::All;
        query.now = m_desk->clock.at;
        return *m_desk->store.queueCount(query);
    }
    std::unique_ptr<SmallDesk> m_desk;
};

void TstAdmission::fillsTheRow()
{
    const auto answers = admit({staged("D-1", 'a')});
    QCOMPARE(int(answers.size()), 1);
    QVERIFY(answers.constFirst().ok());
    QCOMPARE(answers.constFirst()->outcome, AdmitOutcome::Imported);
    const CaseRecord record = m_desk->record(answers.constFirst()->id);
    const CaseHeader &row = record.header;
    QCOMPARE(row.state, DisputeState::Queued);
    QCOMPARE(row.round, 1);
    QCOMPARE(row.version, qint64(1));
    QCOMPARE(row.platform, QStringLiteral("douyin"));
    QCOMPARE(row.claimed, Money(26'900));
    QCOMPARE(row.disputed, Money(26'900));
    QCOMPARE(row.merchantName, QStringLiteral("沃律数码专营店"));
    QCOMPARE(row.orderNo, QStringLiteral("6926092920141001"));
    QCOMPARE(row.bundleDigest, QByteArray(64, 'a'));
    QVERIFY(row.tags.isEmpty());
    QCOMPARE(int(record.audit.size()), 1);
    QCOMPARE(record.audit.constFirst().action, QStringLiteral("admit"));
    QCOMPARE(record.audit.constFirst().actor, QStringLiteral("owner"));
    QCOMPARE(row.audit, domain::headOf(record.audit.constFirst()));
}

void TstAdmission::deadlineRunsFromTheCloseOfTheWindows_data()
{
    QTest::addColumn<QByteArray>("escalated");
    QTest::addColumn<QByteArray>("closed");
    QTest::addColumn<QByteArray>("due");
    QTest::newRow("case 1: over the make-up Saturday") << QByteArray("2026-10-07T12:30") << QByteArray("2026-10-09T12:30") << QByteArray("2026-10-12T12:30");
    QTest::newRow("case 3: closed on the make-up Saturday") << QByteArray("2026-10-09T18:02") << QByteArray("2026-10-10T09:30") << QByteArray("2026-10-13T09:30");
    QTest::newRow("no close handed in: 48 hours after escalation") << QByteArray("2026-10-07T12:30") << QByteArray() << QByteArray("2026-10-12T12:30");
    QTest::newRow("over the holiday") << QByteArray("2026-09-28T10:00") << QByteArray("2026-09-30T10:00") << QByteArray("2026-10-09T10:00");
    QTest::newRow("long past: admitted all the same") << QByteArray("2024-01-05T10:00") << QByteArray("2024-01-08T10:00") << QByteArray("2024-01-10T10:00");
}

void TstAdmission::deadlineRunsFromTheCloseOfTheWindows()
{
    QFETCH(QByteArray, escalated);
    QFETCH(QByteArray, closed);
    QFETCH(QByteArray, due);
    const domain::CaseId id = m_desk->admit(QStringLiteral("D-1"), [&](domain::CaseFile &file) {
        file.escalatedAt = SmallDesk::at(escalated.constData());
        file.evidenceClosedAt.reset();
        if (!closed.isEmpty())
            file.evidenceClosedAt = SmallDesk::at(closed.constData());
    });
    const CaseHeader row = m_desk->header(id);
    QCOMPARE(row.state, DisputeState::Queued);
    QCOMPARE(row.dueAt, std::optional(SmallDesk::at(due.constData())));
    QCOMPARE(row.deskDueAt, row.dueAt);
}

void TstAdmission::deadlineWithoutCalendarIsKnownToBeUnknown()
{
    const domain::CaseId id = m_desk->admit(QStringLiteral("D-1"), [](domain::CaseFile &file) {
        file.escalatedAt = SmallDesk::at("2026-12-29T10:00");
        file.evidenceClosedAt = SmallDesk::at("2026-12-31T10:00");
    });
    const CaseHeader row = m_desk->header(id);
    QVERIFY(!row.dueAt.has_value());
    QCOMPARE(row.dueUnknown, QStringLiteral("calendar 2027 missing"));
    QCOMPARE(row.rank, row.escalatedAt.plusMs(10 * domain::dayMs).ms() - 20 * domain::minuteMs); // 269 yuan: two whole hundreds
    m_desk->claim(m_desk->lin, id); // and it can be worked on
    m_desk->rule(m_desk->lin, id);
}

void TstAdmission::flagsAndSumsMakeTheRank()
{
    const domain::CaseId plain = m_desk->admit(QStringLiteral("D-1"));
    const domain::CaseId flagged = m_desk->admit(QStringLiteral("D-2"), [](domain::CaseFile &file) {
        file.flags = {domain::CaseFlag::Injury, domain::CaseFlag::Media};
        file.afterSale.claimed = Money(27'000); // more than was paid
    });
    const CaseHeader row = m_desk->header(flagged);
    QCOMPARE(m_desk->header(plain).rank - row.rank, 12 * domain::hourMs);
    QCOMPARE(row.flags, (QStringList{QStringLiteral("injury"), QStringLiteral("media")}));
    QCOMPARE(row.tags, QStringList{QStringLiteral("claims_too_much")});
    QCOMPARE(row.disputed, Money(26'900));
}

void TstAdmission::sameCaseIsPresent()
{
    const auto first = admit({staged("D-1", 'a')});
    const CaseRecord before = m_desk->record(first.constFirst()->id);
    const auto again = admit({staged("D-1", 'a')});
    QVERIFY(again.constFirst().ok());
    QCOMPARE(again.constFirst()->outcome, AdmitOutcome::AlreadyPresent);
    QCOMPARE(again.constFirst()->id, first.constFirst()->id);
    QVERIFY(m_desk->record(first.constFirst()->id) == before);
    QCOMPARE(cases(), qint64(1));
}

void TstAdmission::sameNumberOtherContentIsTaken()
{
    const auto first = admit({staged("D-1", 'a')});
    const auto other = admit({staged("D-1", 'b'), staged("D-2", 'c')});
    QVERIFY(!other.at(0).ok());
    QCOMPARE(other.at(0).error().kind, AdmitError::Kind::NumberTaken);
    QCOMPARE(other.at(0).error().caseNo, QStringLiteral("D-1"));
    QCOMPARE(other.at(0).error().ours, QByteArray(64, 'b'));
    QCOMPARE(other.at(0).error().theirs, QByteArray(64, 'a'));
    QVERIFY(other.at(1).ok()); // each answers for itself
    QCOMPARE(m_desk->header(first.constFirst()->id).bundleDigest, QByteArray(64, 'a'));
    QCOMPARE(cases(), qint64(2));
}

void TstAdmission::sameNumberOnAnotherPlatformIsAnotherCase()
{
    const auto answers = admit({staged("D-1", 'a'), staged("D-1", 'b', [](domain::CaseFile &file) { file.platform = QStringLiteral("taobao"); })});
    QVERIFY(answers.at(0).ok() && answers.at(1).ok());
    QCOMPARE(cases(), qint64(2));
    QCOMPARE_FAULT(m_desk->desk.caseByRef(QStringLiteral("D-1")), Ambiguous);
    const auto found = m_desk->desk.caseByRef(QStringLiteral("taobao:D-1"));
    QVERIFY_DONE(found);
    QCOMPARE(*found, answers.at(1)->id);
    QCOMPARE_FAULT(m_desk->desk.caseByRef(QStringLiteral("D-9")), NotFound);
}

void TstAdmission::duplicatesInsideABatch()
{
    const auto answers = admit({staged("D-1", 'a'), staged("D-1", 'a'), staged("D-1", 'b'), staged("D-2", 'c')});
    QCOMPARE(int(answers.size()), 4);
    QCOMPARE(answers.at(0)->outcome, AdmitOutcome::Imported);
    QCOMPARE(answers.at(1)->outcome, AdmitOutcome::AlreadyPresent);
    QCOMPARE(answers.at(2).error().kind, AdmitError::Kind::NumberTaken);
    QCOMPARE(answers.at(3)->outcome, AdmitOutcome::Imported);
    QCOMPARE(cases(), qint64(2));
}

void TstAdmission::allOrNothingWhenTheStoreFails()
{
    m_desk->store.failNextWrite(StoreError::Busy);
    const auto answers = admit({staged("D-1", 'a'), staged("D-2", 'b')});
    for (const auto &answer : answers) {
        QVERIFY(!answer.ok());
        QCOMPARE(answer.error().kind, AdmitError::Kind::Store);
        QCOMPARE(answer.error().store, std::optional(StoreError::Busy));
    }
    QCOMPARE(cases(), qint64(0));
    QVERIFY(admit({staged("D-1", 'a'), staged("D-2", 'b')}).constLast().ok());
}

void TstAdmission::onlyWhoMayImport()
{
    const auto refused = admit({staged("D-1", 'a')}, m_desk->actor(m_desk->zheng));
    QVERIFY(!refused.constFirst().ok());
    QCOMPARE(refused.constFirst().error().kind, AdmitError::Kind::NotAllowed);
    QCOMPARE(cases(), qint64(0));
    for (const Person &person : {m_desk->lin, m_desk->xu, m_desk->root})
        QVERIFY(admit({staged("D-1", 'a')}, m_desk->actor(person)).constFirst().ok());
    QVERIFY(admit({staged("D-1", 'a')}, ownerActor()).constFirst().ok());
}

void TstAdmission::personalDataIsNotInTheDocument()
{
    const domain::CaseId id = m_desk->admit();
    const CaseRecord record = m_desk->record(id);
    QVERIFY(!record.file.document.value(QStringLiteral("buyer")).toObject().contains(QStringLiteral("phone")));
    QVERIFY(!record.audit.constFirst().payload.contains("13900010011"));
}

QObject *make_tst_admission();
QObject *make_tst_admission()
{
    return new TstAdmission;
}

#include "tst_admission.moc"
