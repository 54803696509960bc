// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/rulingpresenter.h>

#include <presentation/consequences.h>
#include <presentation/errortext.h>
#include <presentation/formats.h>
#include <presentation/labels.h>

#include <domain/casejson.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QSet>
#include <QtCore/QUuid>

#include <algorithm>

namespace arb::presentation {

namespace {

constexpr int saveDelayMs = 400; // well within the second a draft may be behind the keys

struct RulingWords
{
    Q_DECLARE_TR_FUNCTIONS(RulingWords)
};

std::optional<domain::RulingDraft> draftOf(const usecases::Draft &draft)
{
    const auto read = domain::draftFromJson(QJsonDocument::fromJson(draft.json).object());
    return read ? std::optional(*read) : std::nullopt;
}

RulingPlace placeOf(domain::RulingProblem problem)
{
    using enum domain::RulingProblem;
    switch (problem) {
    case RefundOutOfRange: case RefundMustBePositive: case RefundMustBeZero: case RefundMustBePartial: case RefundMustBeFull:
    case LegsDoNotAddUp: case FundingDoesNotAddUp:
        return RulingPlace::Amount;
    case NoReturnReasonMissing: case NoReturnReasonNotAllowed: return RulingPlace::NoReturn;
    case BlameDoesNotAddUp: case PartyNotInCase: return RulingPlace::Blame;
    case ItemUnknown: case ExecuteByInvalid: case ClauseUnknown: return RulingPlace::Clause;
    case ConductNotAllowed: case CountedWithoutBlame: return RulingPlace::Counts;
    case FindingMissing: case CitationNotOne: case CitationUnknown: case CitationDigestDiffers: case RegionWithoutFrame:
    case NoFrameThen: case MarkUnknown: case MarkElsewhere: case ElementOpen:
        return RulingPlace::Findings;
    case ReasonsMissing: return RulingPlace::Reasons;
    case DepartureMissing: return RulingPlace::Departure;
    }
    return RulingPlace::Outcome;
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

/// The same place; the digest of a message, scan or fact comes with signing, so only one of both may have it.
bool isSamePlace(domain::Citation cited, const domain::Citation &other)
{
    if (cited.exhibit.isEmpty() && (cited.sha256.isEmpty() || other.sha256.isEmpty()))
        cited.sha256 = other.sha256;
    return cited == other;
}

/// Why nobody can work on this case now: what it waits for, or who holds it.
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
    connect(&session, &Session::connectionChanged, this, [this] {
        if (!m_session.offline() && m_touched && !m_signing)
            m_saveTimer.start(); // the table has not seen what was written meanwhile
        Q_EMIT changed();
    });
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
    const usecases::CaseView *view = m_session.view();
    const bool sameText = view && view->record.header.id == m_case && view->record.header.round == m_round && m_session.actor().person.id == m_author.person.id;
    if (!sameText)
        m_unreadable.reset(); // while the same case is read again, what is half typed stays
    m_author = m_session.actor();
    m_draft = {};
    m_touched = false;
    m_revision = 0;
    m_case = {};
    if (view) {
        m_case = view->record.header.id;
        m_round = view->record.header.round;
        const auto draft = newestDraft(m_session, view->record);
        if (const auto read = draft ? draftOf(*draft) : std::nullopt) {
            m_draft = *read;
            m_revision = draft->revision;
            m_touched = true;
        }
    }
    m_commandId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    recompute();
}

void RulingPresenter::touch()
{
    m_touched = true;
    if (!m_saveTimer.isActive()) // not begun anew at each key: steady typing is saved as well
        m_saveTimer.start();
    recompute();
}

void RulingPresenter::edit(const std::function<void(domain::Ruling &)> &change)
{
    const domain::Ruling before = m_draft.ruling;
    change(m_draft.ruling);
    if (m_draft.ruling != before)
        touch();
}

void RulingPresenter::setOutcome(domain::OutcomeCode outcome)
{
    const usecases::CaseView *view = m_session.view();
    if (!view)
        return;
    const auto &suggestion = m_assessment.suggestion;
    if (suggestion && suggestion->outcome == outcome) {
        takeSuggestion();
        return;
    }
    using enum domain::OutcomeCode;
    domain::Ruling &ruling = m_draft.ruling;
    const bool refunds = outcome == ReturnAndRefund || outcome == RefundFull || outcome == RefundPartial;
    m_unreadable.reset();
    m_draft.outcomeChosen = true;
    ruling.outcome = outcome;
    ruling.refund = refunds ? domain::disputedSum(view->record.file) : domain::Money();
    if (!domain::outcomeOf(outcome).needsNoReturnReason)
        ruling.noReturnReason.reset();
    // What belonged to the outcome that was chosen before would contradict this one.
    ruling.conduct.clear();
    ruling.funding.clear();
    ruling.legs.clear();
    ruling.executeBy.clear();
    ruling.clause.reset();
    const bool goodsMove = outcome == ReturnAndRefund || outcome == Exchange || outcome == Repair;
    ruling.returnFreight = goodsMove ? std::optional(domain::FreightPayer::Merchant) : std::nullopt;
    ruling.outboundFreight.reset();
    ruling.countsTowardMetrics = false;
    if (outcome == RejectClaim) {
        ruling.blame = {.merchant = 0, .creator = 0, .platform = 0, .buyer = 100};
    } else if (outcome == NotEnoughEvidence || outcome == NotAccepted) {
        ruling.blame = {};
    } else {
        ruling.blame = {.merchant = 100, .creator = 0, .platform = 0, .buyer = 0};
        ruling.countsTowardMetrics = true;
        ruling.outboundFreight = domain::FreightPayer::Merchant;
    }
    touch();
}

void RulingPresenter::takeSuggestion()
{
    const auto suggestion = m_assessment.suggestion;
    if (!suggestion)
        return;
    domain::Ruling &ruling = m_draft.ruling;
    m_unreadable.reset();
    m_draft.outcomeChosen = true;
    ruling.outcome = suggestion->outcome;
    ruling.blame = suggestion->blame;
    ruling.refund = suggestion->refund;
    ruling.outboundFreight = suggestion->outboundFreight;
    ruling.returnFreight = suggestion->returnFreight;
    ruling.noReturnReason = suggestion->noReturnReason;
    if (suggestion->reasonFound)
        ruling.reasonFound = suggestion->reasonFound;
    ruling.countsTowardMetrics = suggestion->countsTowardMetrics;
    ruling.executeBy = suggestion->executeBy;
    ruling.conduct.clear();
    for (const domain::ConductCode code : suggestion->conduct)
        ruling.conduct.append({code, domain::Party::Merchant});
    ruling.legs.clear();
    ruling.funding.clear();
    if (suggestion->fundSource != domain::FundSource::OrderFunds && suggestion->refund > domain::Money())
        ruling.funding.append({suggestion->fundSource, suggestion->refund});
    ruling.clause = m_assessment.clause;
    touch();
}

void RulingPresenter::setRefundText(const QString &text)
{
    const auto sum = domain::Money::fromUserText(text);
    m_unreadable = sum ? std::nullopt : std::optional(text);
    if (sum) {
        m_draft.ruling.refund = *sum;
        if (m_draft.ruling.funding.size() == 1)
            m_draft.ruling.funding[0].sum = *sum;
    }
    touch();
}

void RulingPresenter::setBlame(const domain::Blame &blame)
{
    edit([&](domain::Ruling &ruling) {
        const bool decided = ruling.outcome != domain::OutcomeCode::NotEnoughEvidence && ruling.outcome != domain::OutcomeCode::NotAccepted;
        if (ruling.blame.merchant == 0 && blame.merchant > 0)
            ruling.countsTowardMetrics = decided;
        ruling.blame = blame;
        if (blame.merchant == 0) {
            ruling.countsTowardMetrics = false;
            ruling.conduct.clear();
        }
    });
}

QList<domain::Conduct> RulingPresenter::conduct() const
{
    return usecases::conductOf(m_draft.ruling, m_assessment);
}

void RulingPresenter::setConduct(domain::ConductCode code, bool found)
{
    const QList<domain::Conduct> now = conduct();
    edit([&](domain::Ruling &ruling) {
        ruling.conduct = now;
        ruling.conduct.removeIf([code](const domain::Conduct &conduct) { return conduct.code == code; });
        if (found)
            ruling.conduct.append({code, domain::Party::Merchant});
    });
    Q_EMIT changed(); // the last one that is unticked comes back: a ruling that counts has its conduct
}

QList<FindingChoice> RulingPresenter::findingChoices() const
{
    QList<FindingChoice> choices{{QString(), false}};
    const usecases::CaseView *view = m_session.view();
    if (!view)
        return choices;
    QStringList first;
    for (const QString &id : m_assessment.wouldChange) {
        if (const domain::BookClause *clause = view->book.clause(id))
            first.append(clause->elements);
    }
    first.removeDuplicates();
    for (const QString &element : std::as_const(first))
        choices.append({element, true});
    for (const domain::BookElement &element : view->book.elements()) {
        if (!first.contains(element.code))
            choices.append({element.code, false});
    }
    return choices;
}

void RulingPresenter::editFinding(const FindingRow &row, const std::function<void(domain::Finding &)> &change)
{
    edit([&](domain::Ruling &ruling) {
        qsizetype index = row.finding;
        if (index < 0 || index >= ruling.findings.size()) {
            ruling.findings.append(domain::Finding{.element = row.element, .verdict = {}, .text = {}, .citations = {}});
            index = ruling.findings.size() - 1;
        }
        change(ruling.findings[index]);
        if (ruling.findings.at(index) == domain::Finding{.element = row.element, .verdict = {}, .text = {}, .citations = {}} && row.needed)
            ruling.findings.removeAt(index); // emptied again: the clause's row stays without it
    });
}

void RulingPresenter::addFinding(const QString &element)
{
    edit([&](domain::Ruling &ruling) { ruling.findings.append(domain::Finding{.element = element, .verdict = {}, .text = {}, .citations = {}}); });
}

void RulingPresenter::removeFinding(int finding)
{
    edit([&](domain::Ruling &ruling) {
        if (finding >= 0 && finding < ruling.findings.size())
            ruling.findings.removeAt(finding);
    });
}

QString RulingPresenter::cite(const FindingRow &row, const domain::Citation &citation)
{
    editFinding(row, [&](domain::Finding &finding) {
        const auto before = std::ranges::find_if(finding.citations,
                                                 [&](const domain::Citation &cited) { return isSamePlace(cited, citation); });
        if (before == finding.citations.end())
            finding.citations.append(citation);
        else
            *before = citation; // anew: a text by what it says now
    });
    return row.element;
}

void RulingPresenter::removeCitation(int finding, int citation)
{
    edit([&](domain::Ruling &ruling) {
        if (finding >= 0 && finding < ruling.findings.size() && citation >= 0 && citation < ruling.findings.at(finding).citations.size())
            ruling.findings[finding].citations.removeAt(citation);
    });
}

void RulingPresenter::forgetMark(domain::MarkId mark)
{
    forgetMarks([mark](domain::MarkId cited) { return cited == mark; });
}

void RulingPresenter::forgetMarksBut(const QList<domain::Mark> &there)
{
    forgetMarks([&there](domain::MarkId cited) { return std::ranges::find(there, cited, &domain::Mark::id) == there.end(); });
}

void RulingPresenter::forgetMarks(const std::function<bool(domain::MarkId)> &isGone)
{
    const auto citesIt = [&isGone](const domain::Citation &citation) { return !citation.mark.isNull() && isGone(citation.mark); };
    const auto hasIt = [&citesIt](const domain::Finding &finding) { return std::ranges::any_of(finding.citations, citesIt); };
    if (m_signing || !m_session.holdsOpenCase() || std::ranges::none_of(m_draft.ruling.findings, hasIt))
        return; // what is on its way is judged as it was sent
    edit([&citesIt](domain::Ruling &ruling) {
        for (domain::Finding &finding : ruling.findings) {
            for (domain::Citation &citation : finding.citations) {
                if (citesIt(citation))
                    citation.mark = {};
            }
        }
    });
}

QStringList RulingPresenter::unseenExhibits(const domain::CaseCoverage &coverage) const
{
    const usecases::CaseView *view = m_session.view();
    if (!view)
        return {};
    QSet<QByteArray> handedIn;
    for (const domain::AuditEntry &entry : view->record.audit) {
        if (entry.action == u"supplement")
            handedIn.insert(QJsonDocument::fromJson(entry.payload).object().value(QLatin1String("sha256")).toString().toLatin1());
    }
    QStringList unseen;
    for (const domain::Exhibit &exhibit : view->record.file.exhibits) {
        if (handedIn.contains(exhibit.sha256) && domain::isUnopened(coverage, exhibit.id, exhibit.kind))
            unseen.append(exhibit.id);
    }
    return unseen;
}

void RulingPresenter::recompute()
{
    m_faults.clear();
    m_consequences.clear();
    m_approval.clear();
    m_rows.clear();
    m_assessment = {};
    if (const usecases::CaseView *view = m_session.view()) {
        const domain::Ruling &ruling = m_draft.ruling;
        m_assessment = usecases::OpenCase::reassess(*view, ruling);
        const QString clause = ruling.clause.value_or(m_assessment.clause);
        listRows(clause);
        if (outcomeChosen()) {
            m_faults = usecases::rulingFaults(ruling, view->record.file, view->book, m_assessment);
            if (refundReadable())
                m_consequences = consequences(*view, ruling, m_session.now());
            for (const QString &code : usecases::approvalReasons(ruling, view->book.clause(clause), m_session.actor().person, view->record))
                m_approval.append(approvalReasonLabel(code, m_session.actor().person.approvalLimit));
        }
    }
    Q_EMIT changed();
}

void RulingPresenter::listRows(const QString &clause)
{
    const domain::RuleBook &book = m_session.view()->book;
    const domain::BookClause *needs = book.clause(clause);
    const QStringList elements = needs ? needs->elements : QStringList();
    const QList<domain::Finding> &findings = m_draft.ruling.findings;
    for (const QString &code : elements) {
        const auto element = std::ranges::find(book.elements(), code, &domain::BookElement::code);
        FindingRow row{.element = code, .finding = -1, .needed = true, .burden = element == book.elements().cend() ? domain::Party::Buyer : element->burden};
        for (int n = 0; n < findings.size(); ++n) {
            if (findings.at(n).element != code)
                continue;
            row.finding = n;
            m_rows.append(row);
        }
        if (row.finding < 0)
            m_rows.append(row);
    }
    for (int n = 0; n < findings.size(); ++n) {
        if (!elements.contains(findings.at(n).element))
            m_rows.append({.element = findings.at(n).element, .finding = n});
    }
}

QList<Hindrance> RulingPresenter::hindrances() const
{
    if (const QString why = notHeldText(); !why.isEmpty())
        return {{RulingPlace::Claim, why}};
    if (m_session.offline())
        return {{RulingPlace::Connection, RulingWords::tr("the database connection is lost")}};
    if (m_session.readOnly())
        return {{RulingPlace::Connection, RulingWords::tr("the database can only be read")}};
    if (!outcomeChosen())
        return {{RulingPlace::Outcome, RulingWords::tr("no outcome is chosen")}};
    QList<Hindrance> all;
    if (m_unreadable)
        all.append({RulingPlace::Amount, RulingWords::tr("the amount \"%1\" is no sum of money").arg(*m_unreadable)});
    for (const domain::RulingFault &fault : m_faults) {
        if (!m_unreadable || placeOf(fault.problem) != RulingPlace::Amount)
            all.append({placeOf(fault.problem), errorText(fault, m_session.view()->book), fault.element});
    }
    std::ranges::stable_sort(all, {}, &Hindrance::place);
    return all;
}

QString RulingPresenter::notHeldText() const
{
    const usecases::CaseView *view = m_session.view();
    if (!view)
        return RulingWords::tr("No case is open.");
    if (m_session.holdsOpenCase())
        return {};
    const usecases::CommandError why = whyNotHeld(view->record);
    if (why.fault == usecases::CommandFault::NotHolder && !why.who.isEmpty() && !m_draft.outcomeChosen && m_draft.ruling == domain::Ruling()) // nothing was written
        return RulingWords::tr("%1 holds this case until %2.").arg(why.who, why.until ? shortTimeText(*why.until, m_session.now()) : QString());
    if (why.fault != usecases::CommandFault::WrongState)
        return errorText(why);
    const usecases::CaseHeader &row = view->record.header;
    if (row.state == domain::DisputeState::Negotiating && row.dueAt)
        return RulingWords::tr("The parties have until %1; no ruling before that. If they do not agree, the case then comes back to its reviewer; "
                               "take the next case meanwhile.").arg(shortTimeText(*row.dueAt, m_session.now()));
    return RulingWords::tr("No ruling is written while the case is \"%1\". Take the next case, or choose one from the queue.").arg(label(row.state));
}

QString RulingPresenter::cannotSignText() const
{
    if (m_signing)
        return m_session.inDoubt(QStringLiteral("rule")) ? checkingText() : RulingWords::tr("The ruling is being recorded.");
    const QList<Hindrance> all = hindrances();
    if (all.isEmpty())
        return {};
    if (all.constFirst().place == RulingPlace::Claim)
        return all.constFirst().sentence;
    QStringList sentences;
    for (const Hindrance &hindrance : all)
        sentences.append(hindrance.sentence);
    return RulingWords::tr("Cannot sign yet: %1.").arg(sentences.join(RulingWords::tr("; ")));
}

void RulingPresenter::sign(bool openNext)
{
    if (!canSign())
        return;
    Q_EMIT aboutToSign();
    m_signing = true;
    m_signed = {m_author.person.id, m_round};
    m_openNext = openNext;
    if (m_saveTimer.isActive())
        save();
    Q_EMIT changed();
    const domain::Ruling ruling = m_draft.ruling;
    const domain::CaseId id = m_case;
    // While an act of mine is on its way, the version that it leads to is not known yet.
    const std::optional<qint64> seen = m_session.busy() ? std::nullopt : std::optional(m_session.view()->record.header.version);
    m_session.command(QStringLiteral("rule"), [ruling, id, seen](usecases::CaseCommands &commands, const usecases::Command &command) {
        usecases::Command looked = command;
        looked.seenVersion = seen; // nobody signs over a change that is not on their screen
        return commands.rule(looked, id, ruling);
    }, m_commandId); // made when the form opened: Enter twice is one ruling
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
    if (m_session.offline())
        return;
    m_session.runner().post([actor, draft](const usecases::Desk &desk) {
        // The journal on disk already has it; a table that does not answer now gets the next revision.
        const auto saved = usecases::CaseCommands(desk).saveDraft(actor, draft);
        Q_UNUSED(saved);
    });
}

} // namespace arb::presentation
