// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <usecases/caserecord.h>
#include <usecases/people.h>
#include <usecases/ports.h>

#include <domain/outcomes.h>
#include <domain/policy.h>
#include <domain/ruling.h>

#include <QtCore/QString>

/// Codes as words in the language of the moment. Nothing here is stored; ask again after a language change.
namespace arb::presentation {

QString label(domain::DisputeState state);
QString label(domain::OutcomeCode outcome);
QString label(domain::Party party);
QString label(domain::Reason reason);
QString label(domain::AfterSaleType type);
QString label(domain::TradeKind kind);
QString label(domain::AnswerDecision decision);
QString label(domain::SevenDayReturn value);
QString label(domain::ExhibitKind kind);
QString label(domain::FundSource source);
QString label(domain::FreightPayer payer);
/// Who pays the way back; what the buyer would pay is covered where @p order has return-freight insurance.
QString returnFreightLabel(domain::FreightPayer payer, const domain::Order &order);
QString label(domain::NoReturnReason reason);
QString label(domain::Verdict verdict);
QString label(domain::MarkShape shape);
QString label(domain::ConductCode code);
QString label(domain::TaskKind kind);
QString label(const domain::ExecutionTaskSpec &spec); ///< its kind, a notice with whom it goes to
QString label(domain::CaseFlag flag);
QString label(usecases::Role role);
QString label(usecases::QueueView view);
QString label(usecases::TaskState state);
QString label(usecases::RequestState state);

/// Open codes: known ones as words, unknown ones as given.
QString categoryLabel(const QString &code);
QString platformLabel(const QString &code);
QString merchantReasonLabel(const QString &code);
QString scanLabel(const QString &code);
QString tagLabel(const QString &code);
QString skipReasonLabel(const QString &code);
/// "amount", "clause", "platform", "both", "deposit", "reversal" as the reason why a second person is needed.
QString approvalReasonLabel(const QString &code, domain::Money limit);
QString noticeLabel(const QString &code);

/// An element by its name in @p book, an unknown one as given; "in general" for a finding that belongs to none.
QString elementName(const QString &code, const domain::RuleBook &book);

/// A text that the data carries in both languages, in the language of the moment.
QString bilingual(const QString &zh, const QString &en);
bool languageIsChinese();
void setLanguageIsChinese(bool chinese);

/// "Merchant", "Both (merchant 60 %, buyer 40 %)", "Nobody" …
QString blameText(const domain::Blame &blame);
/// Outcome with its sum: "Return and full refund, ¥269.00".
QString outcomeText(domain::OutcomeCode outcome, domain::Money refund, domain::Money full);
/// "Waiting for evidence (buyer)" and the like: the state with who is waited for.
QString stateText(const usecases::CaseHeader &header);

} // namespace arb::presentation
