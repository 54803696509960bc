// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <presentation/session.h>

#include <domain/coverage.h>
#include <domain/outcomes.h>

#include <QtCore/QTimer>

namespace arb::presentation {

/// The parts of the form, from top to bottom.
enum class RulingPlace { Claim, Connection, Outcome, NoReturn, Amount, Blame, Clause, Counts, Findings, Reasons, Departure };

/// One thing that keeps the ruling from being signed: a part of a sentence, and where to mend it.
struct Hindrance
{
    RulingPlace place = RulingPlace::Claim;
    QString sentence;
    QString element{}; ///< Findings: which element is open
};

/// One row of the findings sheet: an element that the clause needs, or a finding that has been written.
struct FindingRow
{
    QString element;  ///< empty: in general
    int finding = -1; ///< index into the draft's findings; -1: nothing written yet
    bool needed = false;
    domain::Party burden = domain::Party::Buyer; ///< of what is needed: who must prove it
};

/// What a finding can be written about; @p changes: it could lead to another suggestion.
struct FindingChoice
{
    QString element;
    bool changes = false;
};

/// The ruling being written for the open case: a domain::RulingDraft edited field by field, checked and explained at each
/// edit, journaled within a second, signed through the one command. Knows no widget.
class RulingPresenter : public QObject
{
    Q_OBJECT

public:
    explicit RulingPresenter(Session &session, QObject *parent = nullptr);

    const domain::Ruling &draft() const { return m_draft.ruling; }
    bool touched() const { return m_touched; } ///< the reviewer has written something
    void setOutcome(domain::OutcomeCode outcome);
    bool outcomeChosen() const { return m_draft.outcomeChosen; }
    void edit(const std::function<void(domain::Ruling &)> &change);
    /// Takes the suggestion's outcome, blame, sum, payers and conduct over; reasons and findings stay.
    void takeSuggestion();

    /// The refund as it is being typed. A text that is no sum is kept, refuses signing, and changes nothing else.
    void setRefundText(const QString &text);
    QString refundText() const { return m_unreadable.value_or(m_draft.ruling.refund.toString()); }
    bool refundReadable() const { return !m_unreadable; }
    /// Who bears no share is neither counted nor given points: that follows the blame.
    void setBlame(const domain::Blame &blame);
    /// The conduct that signing would write.
    QList<domain::Conduct> conduct() const;
    void setConduct(domain::ConductCode code, bool found);

    /// What the clause needs, in its order, then everything else that was found.
    const QList<FindingRow> &findingRows() const { return m_rows; }
    QList<FindingChoice> findingChoices() const;
    void editFinding(const FindingRow &row, const std::function<void(domain::Finding &)> &change);
    void addFinding(const QString &element);
    void removeFinding(int finding);
    /// Adds a citation to @p row, returns the row's element.
    QString cite(const FindingRow &row, const domain::Citation &citation);
    void removeCitation(int finding, int citation);
    /// The mark is gone, or is another one by now: what was cited by it keeps its place without the mark, which signing would refuse.
    void forgetMark(domain::MarkId mark);
    /// The same of every mark that is not among those of the case, as others may have removed some before this draft was opened again.
    void forgetMarksBut(const QList<domain::Mark> &there);

    /// What was handed in after the case came in and by @p coverage, the author's of this case, was never opened: told before
    /// signing, never in its way.
    QStringList unseenExhibits(const domain::CaseCoverage &coverage) const;

    const domain::Assessment &assessment() const { return m_assessment; }
    QStringList consequenceLines() const { return m_consequences; }
    /// Why a second person is needed, as sentences; empty when not.
    QStringList approvalReasons() const { return m_approval; }
    bool canSign() const { return !m_signing && hindrances().isEmpty(); }
    /// Everything that keeps the ruling from being signed, in the order of the form.
    QList<Hindrance> hindrances() const;
    /// The same as one sentence; empty when nothing does.
    QString cannotSignText() const;
    /// Why nobody works on this case here and now, as a sentence; empty when I hold it.
    QString notHeldText() const;

    void sign(bool openNext);
    void retranslate() { recompute(); } ///< the sentences kept here, in the language of now
    bool signing() const { return m_signing; }
    bool openNextAfterSigning() const { return m_openNext; }

Q_SIGNALS:
    void changed();
    void draftSaved();
    void aboutToSign(); ///< before the command is given: what belongs to the signing is to be on its way first

private:
    void load();
    void forgetMarks(const std::function<bool(domain::MarkId)> &isGone);
    void touch(); ///< something was written: save it soon, look at it anew
    void recompute();
    void listRows(const QString &clause);
    void save();

    Session &m_session;
    domain::RulingDraft m_draft;
    std::optional<QString> m_unreadable; ///< what stands in the amount's field when it is no sum
    usecases::Actor m_author;            ///< who writes here
    domain::CaseId m_case;
    int m_round = 1;
    qint64 m_revision = 0;
    bool m_touched = false;
    bool m_signing = false;
    bool m_openNext = false;
    struct
    {
        domain::PersonId author;
        int round = 1;
    } m_signed; ///< whose text is on its way to be recorded
    QString m_commandId;
    domain::Assessment m_assessment;
    QList<domain::RulingFault> m_faults;
    QList<FindingRow> m_rows;
    QStringList m_consequences, m_approval;
    QTimer m_saveTimer;
};

} // namespace arb::presentation
