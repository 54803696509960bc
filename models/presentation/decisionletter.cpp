// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/decisionletter.h>

#include "letterhiding.h"
#include "letterparts.h"

#include <presentation/formats.h>
#include <presentation/labels.h>
#include <presentation/rulingwords.h>

#include <domain/casejson.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

namespace arb::presentation {

namespace {

struct LetterWords
{
    Q_DECLARE_TR_FUNCTIONS(Letter)
};

/// What binds the parties now; never one that waits for a second person.
const usecases::RulingRow *ruledInEffect(const usecases::CaseRecord &record)
{
    const usecases::RulingRow *row = record.rulingInForce();
    return row && row->effectiveAt() ? row : nullptr;
}

LetterPart headOf(const LetterSource &source)
{
    const domain::CaseFile &file = source.hiding.file();
    LetterPart part{{}, {source.addressee == domain::Party::Buyer ? LetterWords::tr("To the buyer") : LetterWords::tr("To the merchant"),
                         LetterWords::tr("Platform: %1").arg(platformLabel(source.view.record.header.platform)),
                         LetterWords::tr("Case number: %1").arg(source.view.record.header.caseNo),
                         LetterWords::tr("Order: %1").arg(file.order.orderNo),
                         LetterWords::tr("Goods: %1").arg(visibleText(file.order.product.simplified())),
                         LetterWords::tr("Date of the ruling: %1").arg(dateTimeText(source.effectiveAt))}};
    if (source.row.round > 1)
        part.lines.append(LetterWords::tr("Hearing: %1").arg(source.row.round));
    return part;
}

LetterPart partiesOf(const LetterSource &source)
{
    LetterPart part{LetterWords::tr("The parties"), {}};
    const domain::CaseFile &file = source.hiding.file();
    for (const domain::Party party : {domain::Party::Buyer, domain::Party::Merchant}) {
        const QString &id = party == domain::Party::Buyer ? file.buyer.id : file.merchant.id;
        QString name = source.hiding.nameOf(party);
        if (name.isEmpty())
            name = LetterWords::tr("name not given");
        if (party == source.addressee)
            name = LetterWords::tr("%1, platform id %2").arg(name, visibleText(id));
        part.lines.append(LetterWords::tr("%1: %2").arg(label(party), name));
    }
    return part;
}

LetterPart claimOf(const LetterSource &source)
{
    const domain::CaseFile &file = source.hiding.file();
    LetterPart part{LetterWords::tr("What was claimed"),
                    {QStringLiteral("%1 · %2").arg(label(file.afterSale.type), label(file.afterSale.reason)),
                     LetterWords::tr("Claimed: %1, of which could be refunded: %2").arg(moneyText(file.afterSale.claimed), moneyText(domain::disputedSum(file))),
                     LetterWords::tr("Applied at: %1").arg(dateTimeText(file.afterSale.appliedAt))}};
    const domain::MerchantAnswer *answer = domain::latestAnswer(file);
    QString said = label(answer ? answer->decision : domain::AnswerDecision::Silent);
    if (answer && !answer->reason.isEmpty())
        said = QStringLiteral("%1 · %2").arg(said, source.hiding.written(merchantReasonLabel(answer->reason))); // an open list: its words are the merchant's
    part.lines.append(LetterWords::tr("The merchant's answer: %1").arg(said));
    return part;
}

LetterPart clauseOf(const LetterSource &source)
{
    LetterPart part{LetterWords::tr("The rule that was applied"), {}};
    const usecases::RulingRow &row = source.row;
    const domain::BookClause *clause = source.book.clause(row.clause);
    if (row.clause.isEmpty()) {
        part.lines.append(LetterWords::tr("No clause of the rule book applies to this case."));
    } else {
        part.lines.append(LetterWords::tr("%1 (rule book %2, version %3, in force since %4)")
                              .arg(clause ? bilingual(clause->titleZh, clause->titleEn) : row.clause, row.bookId, row.bookVersion, row.bookDate));
        if (clause)
            part.lines.append(bilingual(clause->textZh, clause->textEn));
    }
    return part;
}

/// The decision as programs read it, fit for the addressee.
QByteArray attachmentOf(const LetterSource &source)
{
    domain::Ruling told = domain::withoutTextDigests(source.row.ruling); // the reader sees these texts masked
    told.clause = source.row.clause;
    told.departure.clear();
    told.coverage.reset();
    told.conduct.removeIf([&source](const domain::Conduct &conduct) { return conduct.party != source.addressee; });
    told.reasonsZh = source.hiding.written(told.reasonsZh);
    told.reasonsEn = source.hiding.written(told.reasonsEn);
    for (domain::Finding &finding : told.findings)
        finding.text = source.hiding.written(finding.text);
    QJsonObject object = domain::toJson(told);
    object.remove(QStringLiteral("commandId")); // of the command that signed it; a party gives none
    return QJsonDocument(object).toJson(QJsonDocument::Indented);
}

/// One paragraph a line, and nothing of the others in any of them, wherever it came from.
void tidy(LetterPart &part, const LetterHiding &hiding)
{
    QStringList lines;
    for (const QString &text : std::as_const(part.lines)) {
        for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts)) {
            if (const QString shown = hiding.identities(line.simplified()); !shown.isEmpty())
                lines.append(shown);
        }
    }
    part.lines = lines;
}

} // namespace

QStringList DecisionLetter::lines() const
{
    QStringList all{title};
    for (const LetterPart &part : parts) {
        if (!part.heading.isEmpty())
            all.append(part.heading);
        all += part.lines;
    }
    return all;
}

QString whyNoLetter(const usecases::CaseView &view)
{
    if (view.record.header.state == domain::DisputeState::AwaitingApproval)
        return LetterWords::tr("The ruling waits for approval: there is no letter before a second person has approved it.");
    return ruledInEffect(view.record) ? QString() : LetterWords::tr("No ruling is in effect in this case, so there is no letter about it.");
}

DecisionLetter decisionLetter(const usecases::CaseView &view, const domain::RuleBook &book, domain::Party addressee)
{
    const usecases::RulingRow *row = ruledInEffect(view.record);
    if (!row)
        return {};
    const LetterHiding hiding(view, addressee);
    const LetterSource source{view, *row, book, hiding, addressee, *row->effectiveAt()};
    DecisionLetter letter{letterFileName(view.record.header.caseNo, addressee), LetterWords::tr("Decision in a dispute about an order"), {}, attachmentOf(source)};
    letter.parts = {headOf(source), partiesOf(source), claimOf(source), letterOutcome(source), letterSteps(source), clauseOf(source), letterFindings(source),
                    letterNotes(source), {LetterWords::tr("Reasons"), {hiding.written(bilingual(row->ruling.reasonsZh, row->ruling.reasonsEn))}},
                    letterAppeal(source), {{}, {LetterWords::tr("The same decision for programs goes along with this letter as ruling.json.")}}};
    for (LetterPart &part : letter.parts)
        tidy(part, hiding);
    letter.parts.removeIf([](const LetterPart &part) { return part.lines.isEmpty(); });
    return letter;
}

QString letterFileName(const QString &caseNo, domain::Party addressee)
{
    QString name = caseNo;
    for (QChar &c : name) {
        if (!c.isLetterOrNumber() && c != u'-' && c != u'_' && c != u'.' && !c.isSurrogate())
            c = u'_';
    }
    return QStringLiteral("letter-%1-%2.pdf").arg(name, domain::toCode(addressee));
}

} // namespace arb::presentation
