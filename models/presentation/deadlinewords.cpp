// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/deadlinewords.h>

#include <presentation/consequences.h>
#include <presentation/formats.h>
#include <presentation/labels.h>

#include <QtCore/QCoreApplication>

namespace arb::presentation {

namespace {

struct Deadlines
{
    Q_DECLARE_TR_FUNCTIONS(Deadlines)
};

/// Is it the desk's turn, so that its own deadline runs?
bool isDesksTurn(domain::DisputeState state)
{
    using enum domain::DisputeState;
    return state == Queued || state == Claimed || state == Appealed || state == AwaitingApproval;
}

domain::Money sumOf(const QList<domain::Funding> &funding, domain::FundSource source)
{
    domain::Money sum;
    for (const domain::Funding &part : funding) {
        if (part.source == source)
            sum += part.sum;
    }
    return sum;
}

/// The platform's refund in the merchant's place: what was taken, what was advanced. It keeps the term that the merchant had.
QString takenOver(const usecases::ExecutionTask &task)
{
    const QString term = clockText(task.spec.due);
    const domain::Money advance = sumOf(task.funding, domain::FundSource::PlatformAdvance);
    for (const domain::FundSource source : {domain::FundSource::Deposit, domain::FundSource::Reserve, domain::FundSource::OrderFunds}) {
        const domain::Money taken = sumOf(task.funding, source);
        if (taken == domain::Money())
            continue;
        const QString from = label(source).toLower();
        if (advance == domain::Money())
            return Deadlines::tr("The merchant did not act within %1; %3 was taken from the %2.").arg(term, from, moneyText(taken));
        return Deadlines::tr("The merchant did not act within %1; %3 was taken from the %2. The platform advanced the remaining %4 and will recover it.")
            .arg(term, from, moneyText(taken), moneyText(advance));
    }
    return advance == domain::Money() ? QString()
                                      : Deadlines::tr("The merchant did not act within %1; the platform advanced %2 and will recover it.").arg(term, moneyText(advance));
}

} // namespace

QString dueSentence(const usecases::CaseView &view, domain::UtcMs now)
{
    const auto due = view.record.header.dueAt;
    if (!due)
        return {};
    return *due < now ? Deadlines::tr("Overdue by %1 (was due %2)").arg(durationText(now - *due), shortTimeText(*due, now))
                      : Deadlines::tr("%1 left (due %2)").arg(durationText(*due - now), shortTimeText(*due, now));
}

QStringList lateSentences(const usecases::CaseView &view, domain::UtcMs now)
{
    const usecases::CaseHeader &header = view.record.header;
    QStringList sentences;
    if (header.state == domain::DisputeState::AwaitingApproval && header.dueAt && *header.dueAt < now)
        sentences.append(Deadlines::tr("The approval is overdue by %1 (was due %2).").arg(durationText(now - *header.dueAt), shortTimeText(*header.dueAt, now)));
    else if (isDesksTurn(header.state) && header.dueAt && *header.dueAt < now)
        sentences.append(Deadlines::tr("%1. You can still rule; it counts in the on-time rate.").arg(dueSentence(view, now)));
    if (isDesksTurn(header.state)) {
        for (const usecases::EvidenceRequest &request : view.record.requests) {
            if (request.state != usecases::RequestState::TimedOut)
                continue;
            const QString party = label(request.party).toLower();
            sentences.append(Deadlines::tr("Evidence from the %1 is %2 late. The case goes on with what is there; effect: the %1 bears the burden of proof.")
                                 .arg(party, durationText(now - request.dueAt)));
        }
    }
    return sentences + takenOverSentences(view);
}

QStringList tagsToTell(const usecases::CaseView &view)
{
    QStringList tags = view.record.header.tags;
    if (!takenOverSentences(view).isEmpty())
        tags.removeAll(QStringLiteral("execution_overdue"));
    return tags;
}

QStringList takenOverSentences(const usecases::CaseView &view)
{
    QStringList sentences;
    for (const usecases::ExecutionTask &task : view.record.tasks) {
        const bool inItsPlace = task.spec.kind == domain::TaskKind::Refund && task.spec.actor == domain::Party::Platform
            && view.record.header.tags.contains(QStringLiteral("execution_overdue"));
        if (const QString text = inItsPlace ? takenOver(task) : QString(); !text.isEmpty())
            sentences.append(text);
    }
    return sentences;
}

} // namespace arb::presentation
