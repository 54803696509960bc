// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <presentation/session.h>

#include <ui/evidenceports.h>

#include <domain/ruling.h>

#include <QtWidgets/QWidget>

class QGridLayout;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace arb::ui {

class CompareSync;
class ElidedLabel;
class EvidencePane;

/// The open case: who, what, until when, the facts that are always in view, and both sides' evidence side by side.
class CasePanel : public QWidget
{
    Q_OBJECT

public:
    CasePanel(presentation::Session &session, EvidenceLoader &loader, QWidget *parent = nullptr);

    void stepExhibit(int by);
    /// The place on show in the active side: the one that was looked at last.
    std::optional<domain::Citation> currentCitation() const;
    /// False when it is a place in the record that no viewer shows.
    bool goTo(const domain::Citation &citation);
    void showCited(const QList<domain::Citation> &citations);
    void toggleLink();
    void cyclePane();
    void focusEvidence();
    void tick(); ///< the clock moved: what is left changes
    void setPresence(const QString &sentence); ///< who else looks at this case; empty: nobody

Q_SIGNALS:
    void exhibitShown(const QString &exhibitId); ///< an exhibit of the open case has come on show

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void fillHeader();
    void showLease(const usecases::CaseView &view, domain::UtcMs now);
    void showDue(const usecases::CaseHeader &header, domain::UtcMs now);
    void fillFacts();
    void fillPanes();
    void pair();
    void showLinked();
    void activate(EvidencePane *pane);
    EvidencePane *otherPane() const { return m_active == m_buyer ? m_merchant : m_buyer; }
    void retranslate();
    void restyle();

    presentation::Session &m_session;
    QStackedWidget *m_stack;
    QLabel *m_nothing;
    QLabel *m_title, *m_state, *m_dueSign, *m_due, *m_product, *m_notice;
    ElidedLabel *m_listing, *m_lease, *m_presence;
    QWidget *m_factsBox;
    QGridLayout *m_facts;
    QList<QLabel *> m_factLabels;
    QList<ElidedLabel *> m_factValues;
    QPushButton *m_link;
    EvidencePane *m_buyer, *m_merchant;
    EvidencePane *m_active = nullptr; ///< had the focus last, or was stepped through
    CompareSync *m_sync;
    domain::CaseId m_shown;
};

} // namespace arb::ui
