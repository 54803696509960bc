// SPDX-License-Identifier: GPL-3.0-or-later
// The widgets of the ruling form: how they are made, named and coloured.
#include "rulingpanel.h"

#include "coveragelist.h"
#include "findingssheet.h"

#include "../citing/citationmime.h"

#include <presentation/labels.h>

#include <ui/theme.h>

#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace arb::ui {

namespace {

QComboBox *narrowCombo(QWidget *parent, const char *name)
{
    auto *box = new QComboBox(parent);
    box->setObjectName(QLatin1StringView(name));
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(6);
    box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    return box;
}

std::vector<domain::RulingOutcome> byKey()
{
    std::vector<domain::RulingOutcome> outcomes = domain::rulingOutcomes();
    std::ranges::sort(outcomes, {}, &domain::RulingOutcome::key);
    return outcomes;
}

constexpr domain::ConductCode ruledConduct[] = {domain::ConductCode::Liable,        domain::ConductCode::UnfoundedRefusal,
                                                domain::ConductCode::LateShipment,  domain::ConductCode::NoAnswer,
                                                domain::ConductCode::FalseEvidence, domain::ConductCode::FraudShipment,
                                                domain::ConductCode::Counterfeit};

} // namespace

QLabel *RulingPanel::wrapped(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

RulingPanel::RulingPanel(presentation::Session &session, presentation::RulingPresenter &presenter, QWidget *parent)
    : QWidget(parent), m_session(session), m_presenter(presenter), m_stack(new QStackedWidget(this))
{
    setObjectName(QStringLiteral("rulingPanel"));
    makeEarlier(); // before the pages: it stands above them, for Tab as well
    m_stack->addWidget(makeForm());
    m_stack->addWidget(makeReadPage());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 8, 8);
    layout->addWidget(m_earlier);
    layout->addWidget(m_stack, 1);
    connectForm();
    connect(&presenter, &presentation::RulingPresenter::changed, this, &RulingPanel::refresh);
    connect(&session, &presentation::Session::actorChanged, this, &RulingPanel::refresh);
    connect(&session, &presentation::Session::readOnlyChanged, this, &RulingPanel::refresh);
    connect(&session, &presentation::Session::runningChanged, this, &RulingPanel::refreshActs);
    retranslate();
    restyle();
}

QWidget *RulingPanel::makeMoneyPart()
{
    auto *box = new QWidget(this);
    m_fields = new QFormLayout(box);
    m_fields->setContentsMargins(0, 0, 0, 0);
    m_fields->setVerticalSpacing(4);
    m_fields->setRowWrapPolicy(QFormLayout::DontWrapRows);
    m_fields->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_amount = new QLineEdit(box);
    m_amount->setObjectName(QStringLiteral("amount"));
    m_amount->setAlignment(Qt::AlignRight);
    m_noReturn = narrowCombo(box, "noReturnReason");
    m_blame = narrowCombo(box, "blame");
    m_merchantShare = new QSpinBox(box);
    m_merchantShare->setRange(1, 99);
    m_merchantShare->setValue(50);
    m_merchantShare->setSuffix(QStringLiteral(" %"));
    m_shares = wrapped(box);
    m_reasonFound = narrowCombo(box, "reasonFound");
    m_outbound = narrowCombo(box, "outboundFreight");
    m_return = narrowCombo(box, "returnFreight");
    m_funding = narrowCombo(box, "funding");
    m_clause = narrowCombo(box, "clause");
    for (QWidget *field : std::initializer_list<QWidget *>{m_amount, m_noReturn, m_blame, m_merchantShare, m_shares, m_reasonFound,
                                                           m_outbound, m_return, m_funding, m_clause})
        m_fields->addRow(QStringLiteral("-"), field);
    return box;
}

QWidget *RulingPanel::makeForm()
{
    auto *page = new QWidget(this);
    auto *inner = new QWidget(page);
    auto *form = new QVBoxLayout(inner);
    form->setContentsMargins(4, 0, 8, 0);
    form->setSpacing(6);
    // The keyboard walks in the order in which the parts are made.
    addSuggestion(form);
    addDecision(form);
    m_findings = new FindingsSheet(m_session, m_presenter, inner);
    form->addWidget(m_findings);
    addReasons(form);
    form->addStretch(1);
    m_scroll = new QScrollArea(page);
    m_scroll->setWidget(inner);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->installEventFilter(this);
    m_noReturnKeys = new QMenu(this);
    m_noReturnKeys->setObjectName(QStringLiteral("noReturnKeys"));
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_scroll, 1);
    addConsequences(layout);
    addHindrances(layout);
    addActs(layout);
    return page;
}

/// What the rules suggest, and why.
void RulingPanel::addSuggestion(QVBoxLayout *form)
{
    QWidget *inner = form->parentWidget();
    m_suggestion = wrapped(inner);
    m_suggestion->setObjectName(QStringLiteral("suggestion"));
    m_takeSuggestion = new QPushButton(inner);
    m_takeSuggestion->setObjectName(QStringLiteral("takeSuggestion"));
    m_why = new QToolButton(inner);
    m_why->setObjectName(QStringLiteral("whySuggestion"));
    m_why->setCheckable(true);
    m_why->setAutoRaise(true);
    m_why->setFocusPolicy(Qt::TabFocus);
    m_grounds = wrapped(inner);
    m_grounds->setObjectName(QStringLiteral("suggestionGrounds"));
    m_grounds->hide();
    auto *row = new QHBoxLayout;
    row->addWidget(m_takeSuggestion, 1);
    row->addWidget(m_why);
    form->addWidget(m_suggestion);
    form->addLayout(row);
    form->addWidget(m_grounds);
}

/// Outcome, money, blame, and what they say about the merchant.
void RulingPanel::addDecision(QVBoxLayout *form)
{
    QWidget *inner = form->parentWidget();
    m_outcomeTitle = wrapped(inner);
    form->addWidget(m_outcomeTitle);
    m_outcomes = new QButtonGroup(this);
    auto *outcomes = new QVBoxLayout;
    outcomes->setSpacing(0);
    for (const domain::RulingOutcome &outcome : byKey()) {
        auto *button = new QRadioButton(inner);
        button->setObjectName(QString(QStringLiteral("outcome_") + domain::toCode(outcome.code)));
        m_outcomes->addButton(button, static_cast<int>(outcome.code));
        outcomes->addWidget(button);
    }
    form->addLayout(outcomes);
    form->addWidget(makeMoneyPart());
    m_counts = new QCheckBox(inner);
    m_counts->setObjectName(QStringLiteral("countsTowardMetrics"));
    form->addWidget(m_counts);
    for (const domain::ConductCode code : ruledConduct) {
        auto *box = new QCheckBox(inner);
        box->setObjectName(QString(QStringLiteral("conduct_") + domain::toCode(code)));
        m_conduct.append(box);
        form->addWidget(box);
    }
}

/// What the parties will read.
void RulingPanel::addReasons(QVBoxLayout *form)
{
    QWidget *inner = form->parentWidget();
    m_reasonsTitle = wrapped(inner);
    m_reasons = new QPlainTextEdit(inner);
    m_reasons->setObjectName(QStringLiteral("reasonsZh"));
    m_reasonsEn = new QPlainTextEdit(inner);
    m_reasonsEn->setObjectName(QStringLiteral("reasonsEn"));
    for (QPlainTextEdit *edit : {m_reasons, m_reasonsEn}) {
        edit->setTabChangesFocus(true);
        edit->setFixedHeight(edit == m_reasons ? 84 : 56);
        takeCitations(edit, [this](const QMimeData *brought) { return m_findings->citeDropped(brought); }, [this] { return m_findings->citeOnShow(); });
    }
    m_departure = new QLineEdit(inner);
    m_departure->setObjectName(QStringLiteral("departure"));
    form->addWidget(m_reasonsTitle);
    form->addWidget(m_reasons);
    form->addWidget(m_reasonsEn);
    form->addWidget(m_departure);
}

/// What signing would do, and what of the evidence was seen so far.
void RulingPanel::addConsequences(QVBoxLayout *column)
{
    QWidget *page = column->parentWidget();
    m_consequencesTitle = wrapped(page);
    m_consequencesBox = new QScrollArea(page);
    m_consequences = wrapped(m_consequencesBox);
    m_consequences->setObjectName(QStringLiteral("consequences"));
    m_consequences->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_consequencesBox->setWidget(m_consequences);
    m_consequencesBox->setWidgetResizable(true);
    m_consequencesBox->setFrameShape(QFrame::NoFrame);
    m_consequencesBox->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_consequencesBox->setFocusPolicy(Qt::TabFocus); // it may scroll
    m_coverageList = new CoverageList(CoverageList::When::SoFar, page);
    m_coverageList->hide();
    column->addWidget(m_consequencesTitle);
    column->addWidget(m_consequencesBox);
    column->addWidget(m_coverageList);
}

/// Why it cannot be signed yet, or must be approved.
void RulingPanel::addHindrances(QVBoxLayout *column)
{
    QWidget *page = column->parentWidget();
    m_blocked = wrapped(page);
    m_blocked->setObjectName(QStringLiteral("cannotSign"));
    m_unseen = wrapped(page);
    m_unseen->setObjectName(QStringLiteral("unseenExhibits"));
    for (QLabel *label : {m_blocked, m_unseen}) {
        label->setTextFormat(Qt::RichText); // each part leads to its place; what the data says is escaped
        label->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    }
    m_approval = wrapped(page);
    column->addWidget(m_approval);
    column->addWidget(m_unseen);
    column->addWidget(m_blocked);
}

void RulingPanel::addActs(QVBoxLayout *column)
{
    QWidget *page = column->parentWidget();
    m_sign = new QPushButton(page);
    m_sign->setObjectName(QStringLiteral("sign"));
    m_sign->setMinimumHeight(46);
    m_signStay = new QPushButton(page);
    m_askEvidence = new QPushButton(page);
    m_handOver = new QPushButton(page);
    m_skip = new QPushButton(page);
    m_release = new QPushButton(page);
    m_release->setObjectName(QStringLiteral("release"));
    m_park = new QPushButton(page);
    m_park->setObjectName(QStringLiteral("parkHeld"));
    auto *others = new QGridLayout;
    others->setSpacing(4);
    others->addWidget(m_askEvidence, 0, 0, 1, 3);
    others->addWidget(m_handOver, 0, 3, 1, 3);
    others->addWidget(m_skip, 1, 0, 1, 2);
    others->addWidget(m_park, 1, 2, 1, 2);
    others->addWidget(m_release, 1, 4, 1, 2);
    column->addWidget(m_sign);
    column->addWidget(m_signStay);
    column->addLayout(others);
}

void RulingPanel::fillCombos()
{
    const auto refill = [](QComboBox *box, const QList<std::pair<QString, QString>> &rows) {
        const QString current = box->currentData().toString();
        box->clear();
        for (const auto &[text, code] : rows)
            box->addItem(text, code);
        box->setCurrentIndex(qMax(0, box->findData(current)));
    };
    QList<std::pair<QString, QString>> rows{{tr("choose …"), QString()}};
    for (const auto &row : domain::codeTable<domain::NoReturnReason>())
        rows.append({presentation::label(row.value), QString::fromLatin1(row.code)});
    refill(m_noReturn, rows);
    refill(m_blame, {{presentation::label(domain::Party::Merchant), QStringLiteral("merchant")},
                     {presentation::label(domain::Party::Buyer), QStringLiteral("buyer")},
                     {tr("Both"), QStringLiteral("both")},
                     {presentation::label(domain::Party::Platform), QStringLiteral("platform")},
                     {presentation::label(domain::Party::Creator), QStringLiteral("creator")},
                     {tr("Nobody"), QStringLiteral("nobody")}});
    rows = {{tr("as filed"), QString()}};
    for (const auto &row : domain::codeTable<domain::Reason>())
        rows.append({presentation::label(row.value), QString::fromLatin1(row.code)});
    refill(m_reasonFound, rows);
    rows = {{tr("none"), QString()}};
    for (const auto &row : domain::codeTable<domain::FreightPayer>())
        rows.append({presentation::label(row.value), QString::fromLatin1(row.code)});
    refill(m_outbound, rows);
    refill(m_return, rows);
    rows.clear();
    for (const auto &row : domain::codeTable<domain::FundSource>())
        rows.append({presentation::label(row.value), QString::fromLatin1(row.code)});
    refill(m_funding, rows);
    rows = {{tr("the suggestion's"), QStringLiteral("-")}, {tr("none applies"), QString()}};
    if (const usecases::CaseView *view = m_session.view()) {
        for (const domain::BookClause &clause : view->book.clauses())
            rows.append({presentation::bilingual(clause.titleZh, clause.titleEn), clause.id});
    }
    refill(m_clause, rows);
    m_noReturnKeys->clear();
    m_noReturnKeys->addSection(tr("Why does nothing go back?"));
    int key = 0;
    for (const auto &row : domain::codeTable<domain::NoReturnReason>()) {
        m_noReturnKeys->addAction(QStringLiteral("&%1  %2").arg(++key).arg(presentation::label(row.value)), this, [this, reason = row.value] {
            m_presenter.edit([reason](domain::Ruling &ruling) { ruling.noReturnReason = reason; });
        });
    }
}

void RulingPanel::retranslate()
{
    m_outcomeTitle->setText(tr("Outcome"));
    for (const domain::RulingOutcome &outcome : byKey()) {
        auto *button = m_outcomes->button(static_cast<int>(outcome.code));
        button->setText(QStringLiteral("%1  %2").arg(outcome.key).arg(presentation::label(outcome.code)));
        button->setAccessibleName(tr("Outcome %1: %2").arg(outcome.key).arg(presentation::label(outcome.code)));
    }
    const auto name = [this](QWidget *field, const QString &text) {
        if (auto *label = qobject_cast<QLabel *>(m_fields->labelForField(field)))
            label->setText(text);
        field->setAccessibleName(text);
    };
    name(m_amount, tr("Refund, ¥"));
    name(m_noReturn, tr("Why no return"));
    name(m_blame, tr("Blame"));
    name(m_merchantShare, tr("Merchant's share"));
    name(m_shares, tr("Cost"));
    name(m_reasonFound, tr("Reason found"));
    name(m_outbound, tr("Outbound freight"));
    name(m_return, tr("Return freight"));
    name(m_funding, tr("Funded by"));
    name(m_clause, tr("Clause"));
    m_counts->setText(tr("Counts toward the merchant's metrics"));
    for (QCheckBox *box : std::as_const(m_conduct)) {
        const auto code = domain::fromCode<domain::ConductCode>(box->objectName().mid(8)).value_or(domain::ConductCode::Liable);
        box->setText(tr("Conduct: %1").arg(presentation::label(code)));
    }
    m_reasonsTitle->setText(tr("Reasons"));
    m_reasons->setPlaceholderText(tr("Reasons in Chinese"));
    m_reasons->setAccessibleName(tr("Reasons in Chinese"));
    m_reasonsEn->setPlaceholderText(tr("Reasons in English (optional)"));
    m_reasonsEn->setAccessibleName(tr("Reasons in English"));
    for (QPlainTextEdit *edit : {m_reasons, m_reasonsEn})
        edit->setToolTip(tr("Ctrl+Shift+C cites the place on show and writes it here"));
    m_departure->setPlaceholderText(tr("Why you depart from the suggestion"));
    m_departure->setAccessibleName(tr("Why you depart from the suggestion"));
    m_consequencesTitle->setText(tr("What will happen"));
    m_takeSuggestion->setText(tr("Use the suggestion (U)"));
    m_why->setText(tr("Why"));
    m_why->setToolTip(tr("The clause's text and the facts that the suggestion rests on"));
    m_why->setAccessibleName(tr("Why this is suggested"));
    m_consequencesBox->setAccessibleName(tr("What will happen"));
    m_signStay->setText(tr("Sign and stay"));
    m_askEvidence->setText(tr("Ask for evidence (R)"));
    m_handOver->setText(tr("Hand to supervisor (E)"));
    m_skip->setText(tr("Skip (S)"));
    m_release->setText(tr("Release"));
    m_park->setText(tr("Park (Shift+S)"));
    m_parkWaiting->setText(m_park->text());
    m_sign->setToolTip(QStringLiteral("Ctrl+Enter"));
    m_signStay->setToolTip(QStringLiteral("Ctrl+Shift+Enter"));
    m_claim->setText(tr("Claim this case (L)"));
    m_takeOver->setText(tr("Take over … (Shift+L)"));
    m_takeOver->setToolTip(tr("The case and what was written come to you; its holder is told why"));
    m_approve->setText(tr("Approve"));
    m_approve->setToolTip(tr("Approve the ruling (Ctrl+Enter)"));
    m_sendBack->setText(tr("Send back"));
    m_recall->setText(tr("Recall ruling"));
    m_recall->setToolTip(tr("Possible until execution starts; both parties are told"));
    m_letters->setText(tr("Letter to a side"));
    m_letters->setToolTip(tr("A PDF that tells one side how the case was decided, with nothing of the other side's data"));
    m_letterBuyer->setText(tr("Letter to the buyer … (G B)"));
    m_letterMerchant->setText(tr("Letter to the merchant … (G M)"));
    m_readCitations->setAccessibleName(tr("Citations of the ruling"));
    m_earlier->setAccessibleName(tr("Which ruling to read"));
    m_earlier->setToolTip(tr("Earlier rulings of this case, with what they cite"));
    m_filling = true;
    fillCombos();
    m_filling = false;
    fillEarlier();
    m_presenter.retranslate(); // and with it this panel
}

void RulingPanel::restyle()
{
    const Tokens &t = tokensFor(palette());
    QFont title = font();
    title.setPixelSize(14);
    title.setWeight(QFont::DemiBold);
    for (QLabel *label : {m_outcomeTitle, m_reasonsTitle, m_consequencesTitle, m_readTitle})
        label->setFont(title);
    applySheet(m_suggestion, QStringLiteral("QLabel { background: %1; border: 1px solid %2; border-radius: 4px; padding: 6px; }").arg(t.surface.name(), t.divider.name()));
    applySheet(m_grounds, QStringLiteral("QLabel { color: %1; padding: 2px 6px; }").arg(t.muted.name()));
    applySheet(m_consequences, QStringLiteral("QLabel { background: %1; border-left: 3px solid %2; padding: 6px; }").arg(t.surface.name(), t.accent.name()));
    applySheet(m_blocked, QStringLiteral("QLabel { color: %1; }").arg(t.warning.name()));
    applySheet(m_readBlocked, QStringLiteral("QLabel { color: %1; }").arg(t.warning.name()));
    applySheet(m_approval, QStringLiteral("QLabel { color: %1; }").arg(t.info.name()));
    const QString primary = QStringLiteral("QPushButton { background: %1; color: %2; border: 1px solid %1; border-radius: 4px; font-weight: 600; padding: 4px; }"
                                           "QPushButton:disabled { background: %3; color: %4; border-color: %3; }"
                                           "QPushButton:focus { border: 2px solid %5; }")
                                .arg(t.accent.name(), t.onAccent.name(), t.divider.name(), t.muted.name(), t.text.name());
    for (QPushButton *button : {m_sign, m_claim, m_approve})
        applySheet(button, primary);
}

} // namespace arb::ui
