// SPDX-License-Identifier: GPL-3.0-or-later
#include "letterfile.h"

#include <output/letter.h>

#include <presentation/errortext.h>

namespace arb::app {

domain::Result<presentation::DecisionLetter, QString> letterAbout(const usecases::Desk &desk, const usecases::Actor &actor, domain::CaseId id,
                                                                  domain::Party addressee)
{
    const auto view = usecases::OpenCase(desk)(actor, id);
    if (!view)
        return domain::Failure{presentation::errorText(view.error())};
    if (const QString why = presentation::whyNoLetter(*view); !why.isEmpty())
        return domain::Failure{why};
    const usecases::RulingRow &row = *view->record.rulingInForce(); // there is one, or there would be no letter
    const auto book = desk.bookByVersion(row.bookId, row.bookVersion);
    return presentation::decisionLetter(*view, book ? *book : view->book, addressee);
}

QByteArray letterBytes(const presentation::DecisionLetter &letter)
{
    output::LetterSheet sheet{letter.title, {}, QStringLiteral("ruling.json"), letter.rulingJson};
    for (const presentation::LetterPart &part : letter.parts)
        sheet.parts.append({part.heading, part.lines});
    return output::letterPdf(sheet);
}

} // namespace arb::app
