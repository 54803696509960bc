// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <presentation/rulingpresenter.h>
#include <presentation/rulingwords.h>

#include <QtWidgets/QWidget>

class QAction;
class QButtonGroup;
class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QListWidget;
class QMenu;
class QPlainTextEdit;
class QPushButton;
class QScrollArea;
class QSpinBox;
class QStackedWidget;
class QToolButton;
class QVBoxLayout;

namespace arb::ui {

class CoverageList;
class FindingsSheet;

/// The ruling of the open case: a form while I hold it, the ruling as it stands otherwise, with what I may do about it.
class RulingPanel : public QWidget
{
    Q_OBJECT

public:
    RulingPanel(presentation::Session &session, presentation::RulingPresenter &presenter, QWidget *parent = nullptr);

    void chooseOutcome(int key); ///< 1 to 9; what needs a reason for keeping the goods asks for it
    /// Gives the second signature where this page asks for one; false when it does not.
    bool approveByKey();
    void sign(bool openNext);    ///< signs, or goes to what is missing
    void focusAmount();
    void focusClause();
    void focusFindings();
    void focusForm();
    QStringList blameChoices() const;
    void chooseBlame(int index);
    void showTop(); ///< the form from its beginning, as for a new case
    /// Cites under the chosen finding; returns its element.
    QString cite(const domain::Citation &citation);
    /// Adds @p text to the end of the reasons, on a line of its own.
    void quote(const QString &text);
    void citeRecord();
    void setCoverage(const domain::CaseCoverage &coverage); ///< of the open case, for whoever is about to sign

Q_SIGNALS:
    void citationChosen(const arb::domain::Citation &citation);
    void claimRequested();
    void takeOverRequested();
    void approveRequested();
    void sendBackRequested();
    void recallRequested();
    void letterRequested(arb::domain::Party addressee); ///< about the ruling in effect
    void askEvidenceRequested();
    void handOverRequested();
    void releaseRequested();
    void skipRequested();
    void parkRequested();
    void citeRequested();
    void said(const QString &sentence); ///< why a key does nothing here

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeForm();
    void addSuggestion(QVBoxLayout *form);
    void addDecision(QVBoxLayout *form);
    QWidget *makeMoneyPart();
    void addReasons(QVBoxLayout *form);
    void addConsequences(QVBoxLayout *column);
    void addHindrances(QVBoxLayout *column);
    void addActs(QVBoxLayout *column);
    QWidget *makeReadPage();
    void addLetters(QVBoxLayout *page);
    void followCitation(int index);
    void makeEarlier();
    void fillEarlier(); ///< the choice of rulings, as the open case has them now
    void readEarlier(const presentation::EarlierRuling &ruling);
    void showCitations(const QList<domain::Citation> &citations, const domain::CaseFile &file);
    void showCoverageOf(const QStringList &lines);
    bool readsEarlier() const;
    bool leaveEarlier(); ///< to the case as it stands; false when that is on show
    bool leaveEarlierToSign(); ///< the same, and says so
    static QLabel *wrapped(QWidget *parent); ///< plain text in as many lines as it needs
    void connectForm();
    void refresh();
    void refreshForm();
    void refreshChoices();
    void refreshRead();
    static QString refusalText(const usecases::CommandError &error); ///< why the open case cannot be claimed
    void refreshActs(); ///< which of the read page's buttons can be pressed
    void retranslate();
    void restyle();
    void fillCombos();
    void applyBlame();
    void chooseNoReturnReason();
    bool formIsThere(); ///< says why when it is not
    void goTo(const presentation::Hindrance &hindrance);
    void refreshBlocked();
    void refreshUnseen();
    void refreshCoverage();
    void fitConsequences();
    void showWhole(const QWidget *part); ///< scrolls the form until all of it is seen

    presentation::Session &m_session;
    presentation::RulingPresenter &m_presenter;
    bool m_refused = false, m_mine = false; ///< the open case cannot be claimed by me; I drafted its ruling
    bool m_filling = false; ///< the presenter's values are being written into the widgets
    QStackedWidget *m_stack;
    QComboBox *m_earlier = nullptr; ///< the case as it stands, then m_earlierRulings; hidden while there are none
    QList<presentation::EarlierRuling> m_earlierRulings;
    domain::CaseId m_earlierOf;
    QList<domain::Citation> m_readPlaces; ///< what m_readCitations lists
    // form
    QScrollArea *m_scroll = nullptr;
    QLabel *m_suggestion = nullptr, *m_grounds = nullptr;
    QToolButton *m_why = nullptr;
    QPushButton *m_takeSuggestion = nullptr;
    QLabel *m_outcomeTitle = nullptr;
    QButtonGroup *m_outcomes = nullptr;
    QFormLayout *m_fields = nullptr;
    QComboBox *m_noReturn = nullptr, *m_blame = nullptr, *m_reasonFound = nullptr, *m_outbound = nullptr, *m_return = nullptr,
              *m_funding = nullptr, *m_clause = nullptr;
    QSpinBox *m_merchantShare = nullptr;
    QLabel *m_shares = nullptr;
    QLineEdit *m_amount = nullptr;
    QCheckBox *m_counts = nullptr;
    QList<QCheckBox *> m_conduct;
    QMenu *m_noReturnKeys = nullptr;
    FindingsSheet *m_findings = nullptr;
    QLabel *m_reasonsTitle = nullptr, *m_consequences = nullptr, *m_consequencesTitle = nullptr, *m_blocked = nullptr, *m_approval = nullptr, *m_unseen = nullptr;
    QScrollArea *m_consequencesBox = nullptr;
    CoverageList *m_coverageList = nullptr, *m_signedCoverage = nullptr;
    domain::CaseCoverage m_coverage;
    QPlainTextEdit *m_reasons = nullptr, *m_reasonsEn = nullptr;
    QLineEdit *m_departure = nullptr;
    QPushButton *m_sign = nullptr, *m_signStay = nullptr, *m_askEvidence = nullptr, *m_handOver = nullptr, *m_release = nullptr, *m_skip = nullptr, *m_park = nullptr;
    // read page
    QLabel *m_readTitle = nullptr, *m_readText = nullptr, *m_readBlocked = nullptr;
    QListWidget *m_readCitations = nullptr;
    QPushButton *m_claim = nullptr, *m_takeOver = nullptr, *m_approve = nullptr, *m_sendBack = nullptr, *m_recall = nullptr;
    QPushButton *m_parkWaiting = nullptr, *m_letters = nullptr;
    QAction *m_letterBuyer = nullptr, *m_letterMerchant = nullptr;
};

} // namespace arb::ui
