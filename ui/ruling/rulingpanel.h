// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <presentation/rulingpresenter.h>

#include <QtWidgets/QWidget>

class QButtonGroup;
class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;
class QScrollArea;
class QSpinBox;
class QStackedWidget;

namespace arb::ui {

/// The ruling of the open case: a form while I hold it, the ruling as it stands otherwise, with what I may do about it.
class RulingPanel : public QWidget
{
    Q_OBJECT

public:
    RulingPanel(presentation::Session &session, presentation::RulingPresenter &presenter, QWidget *parent = nullptr);

    void chooseOutcome(int key); ///< 1 to 9
    void sign(bool openNext);    ///< signs, or goes to what is missing
    void focusAmount();
    void focusClause();
    void focusForm();
    QStringList blameChoices() const;
    void chooseBlame(int index);
    void showTop(); ///< the form from its beginning, as for a new case
    QString chosenElement() const;

Q_SIGNALS:
    void citationChosen(const arb::domain::Citation &citation);
    void claimRequested();
    void approveRequested();
    void sendBackRequested();
    void recallRequested();
    void askEvidenceRequested();
    void handOverRequested();
    void releaseRequested();
    void skipRequested();
    void citeRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeForm();
    QWidget *makeMoneyPart();
    QWidget *makeReadPage();
    void connectForm();
    void refresh();
    void refreshForm();
    void refreshChoices();
    void refreshFindings();
    void refreshRead();
    QString rulingSummary() const;
    void retranslate();
    void restyle();
    void fillCombos();
    void applyBlame();
    void goToMissing();

    presentation::Session &m_session;
    presentation::RulingPresenter &m_presenter;
    bool m_filling = false; ///< the presenter's values are being written into the widgets
    QStackedWidget *m_stack;
    // form
    QScrollArea *m_scroll = nullptr;
    QLabel *m_suggestion = nullptr;
    QPushButton *m_takeSuggestion = nullptr;
    QLabel *m_outcomeTitle = nullptr;
    QButtonGroup *m_outcomes = nullptr;
    QFormLayout *m_fields = nullptr;
    QComboBox *m_noReturn = nullptr, *m_blame = nullptr, *m_reasonFound = nullptr, *m_outbound = nullptr, *m_return = nullptr,
              *m_funding = nullptr, *m_clause = nullptr, *m_element = nullptr;
    QSpinBox *m_merchantShare = nullptr;
    QLabel *m_shares = nullptr;
    QLineEdit *m_amount = nullptr;
    QCheckBox *m_counts = nullptr;
    QList<QCheckBox *> m_conduct;
    QLabel *m_findingsTitle = nullptr, *m_reasonsTitle = nullptr, *m_consequences = nullptr, *m_consequencesTitle = nullptr,
           *m_blocked = nullptr, *m_approval = nullptr;
    QListWidget *m_findings = nullptr;
    QPushButton *m_cite = nullptr, *m_removeCitation = nullptr;
    QPlainTextEdit *m_reasons = nullptr, *m_reasonsEn = nullptr;
    QLineEdit *m_departure = nullptr;
    QPushButton *m_sign = nullptr, *m_signStay = nullptr, *m_askEvidence = nullptr, *m_handOver = nullptr, *m_release = nullptr, *m_skip = nullptr;
    // read page
    QLabel *m_readTitle = nullptr, *m_readText = nullptr, *m_readBlocked = nullptr;
    QListWidget *m_readCitations = nullptr;
    QPushButton *m_claim = nullptr, *m_approve = nullptr, *m_sendBack = nullptr, *m_recall = nullptr;
};

/// What a citation points at, in words: "Exhibit b1, region 120,40", "Chat message 38".
QString citationText(const domain::Citation &citation, const domain::CaseFile &file);

} // namespace arb::ui
