// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <usecases/opencase.h>

#include <QtCore/QJsonValue>

namespace arb::presentation {

/// What a letter to one side must not tell of the others. A case's masks hide names, phones and addresses; shops' names and
/// ids, which the desk works by, are hidden here on top of it.
class LetterHiding
{
public:
    LetterHiding(const usecases::CaseView &view, domain::Party addressee);

    /// The case as the letter may quote it: what the others handed over about themselves is gone from the document, and so are
    /// the words of notes that no party wrote.
    const domain::CaseFile &file() const { return m_file; }
    /// A text that somebody wrote, fit to be shown.
    QString written(const QString &text) const;
    /// @p line without the others' ids and shop; numbers of orders and cases stay.
    QString identities(const QString &line) const;
    QString nameOf(domain::Party party) const; ///< as the addressee may see it; may be empty

private:
    struct Identity
    {
        QString words, shown;
    };
    void hide(const QString &words, const QString &shown);
    QJsonValue quotable(const QJsonValue &value) const;

    domain::Masks m_masks;
    QList<Identity> m_identities; ///< the longest first, so that none is left in pieces
    domain::CaseFile m_file;
    domain::Party m_addressee;
};

} // namespace arb::presentation
