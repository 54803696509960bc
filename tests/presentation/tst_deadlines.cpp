// SPDX-License-Identifier: GPL-3.0-or-later
#include "words.h"

#include <presentation/deadlinewords.h>
#include <presentation/recordwords.h>

#include <smalldesk.h>

using namespace arb;
using namespace arb::presentation;
using namespace arb::tests;

/// What has run out, in whole sentences and both languages.
class TstDeadlines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<SmallDesk>(); }

    void desksOwnDeadline();
    void evidenceThatDidNotCome();
    void stepsAreCounted();
    void platformPaidInTheMerchantsPlace();

private:
    usecases::CaseView view()
    {
        const auto opened = usecases::OpenCase(m_desk->desk)(m_desk->actor(m_desk->lin), m_desk->admit());
        return *opened;
    }
    std::unique_ptr<SmallDesk> m_desk;
};

void TstDeadlines::desksOwnDeadline()
{
    usecases::CaseView open = view();
    const domain::UtcMs now = SmallDesk::at("2026-10-12T09:00");
    open.record.header.dueAt = SmallDesk::at("2026-10-12T12:30");
    const Speaking english(false);
    QCOMPARE(dueSentence(open, now), QStringLiteral("3 h 30 min left (due today 12:30)"));
    QCOMPARE(lateSentences(open, now), QStringList());
    open.record.header.dueAt = SmallDesk::at("2026-10-12T07:00");
    QCOMPARE(lateSentences(open, now), QStringList{QStringLiteral("Overdue by 2 h (was due today 07:00). You can still rule; it counts in the on-time rate.")});
    {
        const Speaking chinese(true);
        QCOMPARE(lateSentences(open, now).first().remove(u' '), QStringLiteral("已超时2小时（应在今天07:00前裁决）。现在仍可裁决，超时会计入及时率。"));
    }
    open.record.header.state = domain::DisputeState::AwaitingApproval; // ruled in time: it is the second person who is late
    QCOMPARE(lateSentences(open, now), QStringList{QStringLiteral("The approval is overdue by 2 h (was due today 07:00).")});
    open.record.header.state = domain::DisputeState::Executing; // not the desk's turn
    QCOMPARE(lateSentences(open, now), QStringList());
}

void TstDeadlines::stepsAreCounted()
{
    const Speaking english(false);
    usecases::CaseRecord record = view().record;
    record.header.state = domain::DisputeState::Executing;
    usecases::ExecutionTask open, done;
    open.state = usecases::TaskState::Pending;
    done.state = usecases::TaskState::Done;
    const auto tip = [&](const QList<usecases::ExecutionTask> &tasks) {
        record.tasks = tasks;
        return stateTip(record, m_desk->clock.at);
    };
    QCOMPARE(tip({done}), QStringLiteral("1 of 1 step done"));
    QCOMPARE(tip({done, open}), QStringLiteral("1 of 2 steps done"));
}

void TstDeadlines::evidenceThatDidNotCome()
{
    usecases::CaseView open = view();
    open.record.header.dueAt.reset();
    usecases::EvidenceRequest request;
    request.party = domain::Party::Buyer;
    request.dueAt = SmallDesk::at("2026-10-12T09:40");
    request.state = usecases::RequestState::TimedOut;
    usecases::EvidenceRequest answered = request;
    answered.state = usecases::RequestState::Answered;
    open.record.requests = {answered, request};
    const Speaking english(false);
    QCOMPARE(lateSentences(open, SmallDesk::at("2026-10-12T13:00")),
             QStringList{QStringLiteral("Evidence from the buyer is 3 h 20 min late. The case goes on with what is there; effect: the buyer bears the burden of proof.")});
}

void TstDeadlines::platformPaidInTheMerchantsPlace()
{
    usecases::CaseView open = view();
    open.record.header.state = domain::DisputeState::Executing;
    usecases::ExecutionTask task;
    task.spec.kind = domain::TaskKind::Refund;
    task.spec.actor = domain::Party::Platform;
    task.spec.due = QStringLiteral("hours:48"); // as the merchant had it
    task.funding = {{domain::FundSource::Deposit, domain::Money(30'000)}, {domain::FundSource::PlatformAdvance, domain::Money(15'900)}};
    open.record.tasks = {task};
    QCOMPARE(lateSentences(open, m_desk->clock.at), QStringList()); // the platform pays for itself: nobody was late
    open.record.header.tags = {QStringLiteral("execution_overdue"), QStringLiteral("carrier_cause")};
    QCOMPARE(tagsToTell(open), QStringList{QStringLiteral("carrier_cause")}); // the sentence tells the other
    {
        const Speaking chinese(true);
        QCOMPARE(lateSentences(open, m_desk->clock.at),
                 QStringList{QStringLiteral("商家未在 48 小时内执行，已从保证金扣除 300.00 元；尚差 159.00 元由平台垫付并追偿。")});
    }
    const Speaking english(false);
    QCOMPARE(lateSentences(open, m_desk->clock.at),
             QStringList{QStringLiteral("The merchant did not act within 48 hours; ¥300.00 was taken from the deposit. The platform advanced the remaining ¥159.00 and will recover it.")});
    open.record.tasks[0].funding = {{domain::FundSource::OrderFunds, domain::Money(45'900)}};
    QCOMPARE(lateSentences(open, m_desk->clock.at), QStringList{QStringLiteral("The merchant did not act within 48 hours; ¥459.00 was taken from the order funds.")});
    open.record.tasks[0].funding = {{domain::FundSource::PlatformAdvance, domain::Money(45'900)}};
    QCOMPARE(lateSentences(open, m_desk->clock.at), QStringList{QStringLiteral("The merchant did not act within 48 hours; the platform advanced ¥459.00 and will recover it.")});
    open.record.tasks.clear();
    QCOMPARE(tagsToTell(open), open.record.header.tags); // nothing else tells it
}

QObject *make_tst_deadlines();
QObject *make_tst_deadlines()
{
    return new TstDeadlines;
}

#include "tst_deadlines.moc"
