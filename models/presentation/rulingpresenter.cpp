// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/rulingpresenter.h>

#include <presentation/consequences.h>
#include <presentation/errortext.h>
#include <presentation/formats.h>
#include <presentation/labels.h>

#include <domain/casejson.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QJsonDocument>
#include <QtCore/QUuid>

namespace arb::presentation {

namespace {

constexpr int saveDelayMs = 400; // well within the second a draft may be behind the keys

struct RulingWords
{
    Q_DECLARE_TR_FUNCTIONS(RulingWords)
};

std::optional<domain::Ruling> rulingOf(const QByteArray &json)
{
    const auto ruling = domain::rulingFromJson(QJsonDocument::fromJson(json).object());
    return ruling ? std::optional(*ruling) : std::nullopt;
}

/// The author's newest draft of this round: journal and table, the higher revision wins.
std::optional<usecases::Draft> newestDraft(Session &session, const usecases::CaseRecord &record)
{
    const domain::PersonId me = session.actor().person.id;
    std::optional<usecases::Draft> best = session.journal().read(record.header.id, me, record.header.round);
    for (const usecases::Draft &draft : record.drafts) {
        if (draft.author == me && draft.round == record.header.round && (!best || draft.revision > best->revision))
            best = draft;
    }
    return best;
}

/// Why nobody can sign this case now: what it waits for, or who holds it.
usecases::CommandError whyNotHeld(const usecases::CaseRecord &record)
{
    const usecases::CaseHeader &row = record.header;
    if (row.state == domain::DisputeState::AwaitingEvidence) {
        usecases::CommandError error(usecases::CommandFault::EvidenceWindowOpen);
        for (const usecases::EvidenceRequest &request : record.requests) {
            if (request.state == usecases::RequestState::Open && (!error.until || *error.until < request.dueAt)) {
                error.text = domain::toCode(request.party);
                error.until = request.dueAt;
            }
        }
        return error;
    }
    const bool claimable = row.state == domain::DisputeState::Claimed || domain::isWaiting(row.state);
    usecases::CommandError error(claimable ? usecases::CommandFault::NotHolder : usecases::CommandFault::WrongState);
    error.who = row.holderName;
    error.until = row.leaseUntil;
    error.state = row.state;
    return error;
}

} // namespace

RulingPresenter::RulingPresenter(Session &session, QObject *parent) : QObject(parent), m_session(session)
{
    m_saveTimer.setSingleShot(true);
    m_saveTimer.setInterval(saveDelayMs);
    connect(&m_saveTimer, &QTimer::timeout, this, &RulingPresenter::save);
    connect(&session, &Session::caseOpened, this, &RulingPresenter::load);
    connect(&session, &Session::caseClosed, this, &RulingPresenter::load);
    connect(&session, &Session::actorChanged, this, &RulingPresenter::load); // another hand, another draft
    connect(&session, &Session::done, this, [this](const QString &what, const usecases::Receipt &receipt) {
        if (what != u"rule")
            return;
        m_signing = false;
        if (receipt.caseId == m_case)
            m_saveTimer.stop();
        m_session.journal().remove(receipt.caseId, m_signed.author, m_signed.round); // the next case may be open by now
    });
    connect(&session, &Session::refused, this, [this](const QString &what) {
        if (what == u"rule") {
            m_signing = false;
            Q_EMIT changed();
        }
    });
}

void RulingPresenter::load()
{
    if (m_saveTimer.isActive())
        save(); // what was typed a moment ago belongs to the case that is being left
    m_author = m_session.actor();
    m_draft = {};
    m_touched = false;
    m_outcomeChosen = false;
    m_revision = 0;
    m_case = {};
    const usecases::CaseView *view = m_session.view();
    if (view) {
        m_case = view->record.header.id;
        m_round = view->record.header.round;
        const auto draft = newestDraft(m_session, view->record);
        const auto ruling = draft ? rulingOf(draft->json) : std::nullopt;
        if (ruling) {
            m_draft = *ruling;
            m_revision = draft->revision;
            m_touched = true;
            m_outcomeChosen = true;
        }
    }
    m_commandId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    recompute();
}

void RulingPresenter::edit(const std::function<void(domain::Ruling &)> &change)
{
    const domain::Ruling before = m_draft;
    change(m_draft);
    if (m_draft == before)
        return;
    m_touched = true;
    m_saveTimer.start();
    recompute();
}

void RulingPresenter::setOutcome(domain::OutcomeCode outcome)
{
    const usecases::CaseView *view = m_session.view();
    if (!view)
        return;
    using enum domain::OutcomeCode;
    const domain::Money full = domain::disputedSum(view->record.file);
    m_outcomeChosen = true;
    const auto &suggestion = m_assessment.suggestion;
    const bool suggested = suggestion && suggestion->outcome == outcome;
    m_touched = true;
    m_draft.outcome = outcome;
    const bool refunds = outcome == ReturnAndRefund || outcome == RefundFull || outcome == RefundPartial;
    if (suggested)
        m_draft.refund = suggestion->refund;
    else
        m_draft.refund = refunds ? full : domain::Money();
    if (!domain::outcomeOf(outcome).needsNoReturnReason)
        m_draft.noReturnReason.reset();
    else if (suggested)
        m_draft.noReturnReason = suggestion->noReturnReason;
    if (suggested) {
        takeSuggestion();
        return;
    }
    if (outcome == RejectClaim) {
        m_draft.blame = {.merchant = 0, .creator = 0, .platform = 0, .buyer = 100};
        m_draft.countsTowardMetrics = false;
    } else if (outcome == NotEnoughEvidence || outcome == NotAccepted) {
        m_draft.blame = {};
        m_draft.countsTowardMetrics = false;
    } else {
        m_draft.blame = {.merchant = 100, .creator = 0, .platform = 0, .buyer = 0};
        m_draft.countsTowardMetrics = true;
        m_draft.outboundFreight = domain::FreightPayer::Merchant;
    }
    // What belonged to the outcome that was chosen before would contradict this one.
    m_draft.conduct.clear();
    m_draft.funding.clear();
    m_draft.legs.clear();
    m_draft.executeBy.clear();
    m_draft.clause.reset();
    const bool goodsMove = outcome == ReturnAndRefund || outcome == Exchange || outcome == Repair;
    m_draft.returnFreight = goodsMove ? std::optional(domain::FreightPayer::Merchant) : std::nullopt;
    if (!refunds && outcome != Exchange && outcome != Repair && outcome != Resend)
        m_draft.outboundFreight.reset();
    m_saveTimer.start();
    recompute();
}

void RulingPresenter::takeSuggestion()
{
    const auto &suggestion = m_assessment.suggestion;
    if (!suggestion)
        return;
    m_outcomeChosen = true;
    m_touched = true;
    m_draft.outcome = suggestion->outcome;
    m_draft.blame = suggestion->blame;
    m_draft.refund = suggestion->refund;
    m_draft.outboundFreight = suggestion->outboundFreight;
    m_draft.returnFreight = suggestion->returnFreight;
    m_draft.noReturnReason = suggestion->noReturnReason;
    if (suggestion->reasonFound)
        m_draft.reasonFound = suggestion->reasonFound;
    m_draft.countsTowardMetrics = suggestion->countsTowardMetrics;
    m_draft.executeBy = suggestion->executeBy;
    m_draft.conduct.clear();
    for (const domain::ConductCode code : suggestion->conduct)
        m_draft.conduct.append({code, domain::Party::Merchant});
    m_draft.funding.clear();
    if (suggestion->fundSource != domain::FundSource::OrderFunds && suggestion->refund > domain::Money())
        m_draft.funding.append({suggestion->fundSource, suggestion->refund});
    m_draft.clause = m_assessment.clause;
    m_saveTimer.start();
    recompute();
}

QString RulingPresenter::cite(const QString &element, const domain::Citation &citation)
{
    QString under = element;
    edit([&](domain::Ruling &ruling) {
        qsizetype index = -1;
        for (qsizetype n = 0; n < ruling.findings.size(); ++n) {
            if (ruling.findings.at(n).element == element)
                index = n;
        }
        if (index < 0) {
            ruling.findings.append(domain::Finding{.element = element, .verdict = domain::Verdict::Proved, .text = {}, .citations = {}});
            index = ruling.findings.size() - 1;
        }
        if (!ruling.findings.at(index).citations.contains(citation))
            ruling.findings[index].citations.append(citation);
    });
    const usecases::CaseView *view = m_session.view();
    if (view) {
        for (const domain::BookElement &row : view->book.elements()) {
            if (row.code == element)
                under = bilingual(row.labelZh, row.labelEn);
        }
    }
    return under.isEmpty() ? RulingWords::tr("Findings") : under;
}

void RulingPresenter::removeCitation(int finding, int citation)
{
    edit([&](domain::Ruling &ruling) {
        if (finding < 0 || finding >= ruling.findings.size() || citation < 0 || citation >= ruling.findings.at(finding).citations.size())
            return;
        ruling.findings[finding].citations.removeAt(citation);
        if (ruling.findings.at(finding).citations.isEmpty())
            ruling.findings.removeAt(finding);
    });
}

void RulingPresenter::recompute()
{
    m_faults.clear();
    m_consequences.clear();
    m_approval.clear();
    m_assessment = {};
    if (const usecases::CaseView *view = m_session.view()) {
        m_assessment = usecases::OpenCase::reassess(*view, m_draft);
        if (m_outcomeChosen) {
            m_faults = domain::checkRuling(m_draft, view->record.file);
            if (usecases::departs(m_draft, m_assessment) && m_draft.departure.trimmed().isEmpty())
                m_faults.append({domain::RulingProblem::DepartureMissing, QStringLiteral("/departure")});
            m_consequences = consequences(*view, m_draft, m_session.now());
        }
        const QString clause = m_draft.clause.value_or(m_assessment.clause);
        const auto reasons = usecases::approvalReasons(m_draft, view->book.clause(clause), m_session.actor().person, view->record);
        for (const QString &code : reasons)
            m_approval.append(approvalReasonLabel(code, m_session.actor().person.approvalLimit));
    }
    Q_EMIT changed();
}

bool RulingPresenter::canSign() const
{
    return cannotSignText().isEmpty();
}

QString RulingPresenter::cannotSignText() const
{
    const usecases::CaseView *view = m_session.view();
    if (!view)
        return RulingWords::tr("No case is open.");
    if (!m_session.holdsOpenCase())
        return errorText(whyNotHeld(view->record));
    if (m_signing)
        return RulingWords::tr("The ruling is being recorded.");
    if (!m_outcomeChosen)
        return RulingWords::tr("Cannot sign yet: %1.").arg(RulingWords::tr("no outcome is chosen"));
    if (!m_faults.isEmpty())
        return RulingWords::tr("Cannot sign yet: %1.").arg(errorText(m_faults.constFirst().problem));
    return {};
}

void RulingPresenter::sign(bool openNext)
{
    if (!canSign())
        return;
    m_signing = true;
    m_signed = {m_author.person.id, m_round};
    m_openNext = openNext;
    if (m_saveTimer.isActive())
        save();
    Q_EMIT changed();
    const domain::Ruling ruling = m_draft;
    const domain::CaseId id = m_case;
    const QString commandId = m_commandId;
    m_session.command(QStringLiteral("rule"), [ruling, id, commandId](usecases::CaseCommands &commands, const usecases::Command &command) {
        usecases::Command once = command;
        once.id = commandId; // made when the form opened: Enter twice is one ruling
        return commands.rule(once, id, ruling);
    });
}

void RulingPresenter::save()
{
    m_saveTimer.stop();
    const usecases::Actor actor = m_author; // whoever wrote it, also when somebody else sits down now
    if (m_case.isNull() || actor.person.id.isNull() || !m_touched)
        return;
    usecases::Draft draft{.caseId = m_case, .author = actor.person.id, .round = m_round, .revision = ++m_revision,
                          .savedAt = m_session.now(), .json = QJsonDocument(domain::toJson(m_draft)).toJson(QJsonDocument::Compact)};
    m_session.journal().write(draft);
    Q_EMIT draftSaved();
    m_session.runner().post([actor, draft](const usecases::Desk &desk) {
        // The journal on disk already has it; a table that does not answer now gets the next revision.
        const auto saved = usecases::CaseCommands(desk).saveDraft(actor, draft);
        Q_UNUSED(saved);
    });
}

} // namespace arb::presentation
