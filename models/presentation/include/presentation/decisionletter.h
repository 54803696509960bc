// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <usecases/opencase.h>

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QStringList>

/// The letter that tells one side how its dispute was decided: plain text in the language of the moment, without a format.
namespace arb::presentation {

struct LetterPart
{
    QString heading;   ///< empty for the first
    QStringList lines; ///< a paragraph each, none of them with a line end
    bool operator==(const LetterPart &) const = default;
};

struct DecisionLetter
{
    QString fileName; ///< letterFileName() of its case
    QString title;
    QList<LetterPart> parts;
    QByteArray rulingJson; ///< the decision for programs, as domain::rulingFromJson reads it; goes along as "ruling.json"
    QStringList lines() const; ///< all of it from top to bottom
};

/// Why no letter can be written about the case as it stands, as a sentence; empty when one can.
QString whyNoLetter(const usecases::CaseView &view);

/// The letter about the ruling in force to @p addressee, the buyer or the merchant; only where whyNoLetter() is empty.
/// @p book: the one that the ruling was made under (RulingRow::bookId and bookVersion). Nothing of the other side's name, shop,
/// phone, address or id (of three characters at least) stands in it or in what goes along, and nothing that is the desk's own: who ruled, why it
/// departed from the suggestion, what was looked at, notes for the desk only. The addressee's own data is masked as on screen.
DecisionLetter decisionLetter(const usecases::CaseView &view, const domain::RuleBook &book, domain::Party addressee);

/// "letter-D-1-buyer.pdf"; what cannot stand in a file's name becomes "_".
QString letterFileName(const QString &caseNo, domain::Party addressee);

} // namespace arb::presentation
