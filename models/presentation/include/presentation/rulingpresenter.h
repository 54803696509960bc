// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <presentation/session.h>

#include <domain/outcomes.h>

#include <QtCore/QTimer>

namespace arb::presentation {

/// The ruling being written for the open case: a domain::Ruling edited field by field, checked and explained at each
/// edit, journaled within a second, signed through the one command. Knows no widget.
class RulingPresenter : public QObject
{
    Q_OBJECT

public:
    explicit RulingPresenter(Session &session, QObject *parent = nullptr);

    const domain::Ruling &draft() const { return m_draft; }
    bool touched() const { return m_touched; } ///< the reviewer has written something
    void setOutcome(domain::OutcomeCode outcome);
    bool outcomeChosen() const { return m_outcomeChosen; }
    void edit(const std::function<void(domain::Ruling &)> &change);
    /// Takes the suggestion's outcome, blame, sum, payers and conduct over; reasons and findings stay.
    void takeSuggestion();
    /// Adds a citation under @p element (empty: the first finding), returns what it is called.
    QString cite(const QString &element, const domain::Citation &citation);
    void removeCitation(int finding, int citation);

    const domain::Assessment &assessment() const { return m_assessment; }
    QList<domain::RulingFault> faults() const { return m_faults; }
    QStringList consequenceLines() const { return m_consequences; }
    /// Why a second person is needed, as sentences; empty when not.
    QStringList approvalReasons() const { return m_approval; }
    bool canSign() const;
    /// What keeps the ruling from being signed, one sentence; empty when nothing does.
    QString cannotSignText() const;

    void sign(bool openNext);
    bool signing() const { return m_signing; }
    bool openNextAfterSigning() const { return m_openNext; }

Q_SIGNALS:
    void changed();
    void draftSaved();

private:
    void load();
    void recompute();
    void save();

    Session &m_session;
    domain::Ruling m_draft;
    usecases::Actor m_author; ///< who writes here
    domain::CaseId m_case;
    int m_round = 1;
    qint64 m_revision = 0;
    bool m_touched = false;
    bool m_outcomeChosen = false;
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
    QStringList m_consequences, m_approval;
    QTimer m_saveTimer;
};

} // namespace arb::presentation
