// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulingpanel.h"

#include "coveragelist.h"
#include "findingssheet.h"

#include <presentation/consequences.h>
#include <presentation/coveragewords.h>
#include <presentation/errortext.h>
#include <presentation/formats.h>
#include <presentation/labels.h>

#include <ui/theme.h>

#include <QtCore/QEvent>
#include <QtCore/QTimer>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QApplication>
#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QToolButton>

#include <algorithm>

namespace arb::ui {

namespace {

constexpr int mostConsequences = 124; // pixels; what is longer scrolls

}

void RulingPanel::connectForm()
{
    connect(m_outcomes, &QButtonGroup::idClicked, this, [this](int id) {
        m_presenter.setOutcome(static_cast<domain::OutcomeCode>(id));
        chooseNoReturnReason();
    });
    connect(m_takeSuggestion, &QPushButton::clicked, &m_presenter, &presentation::RulingPresenter::takeSuggestion);
    connect(m_why, &QToolButton::toggled, m_grounds, &QLabel::setVisible);
    connect(m_amount, &QLineEdit::textEdited, &m_presenter, &presentation::RulingPresenter::setRefundText);
    connect(m_amount, &QLineEdit::editingFinished, this, [this] { m_amount->setText(m_presenter.refundText()); });
    connect(m_blame, &QComboBox::activated, this, &RulingPanel::applyBlame);
    connect(m_merchantShare, &QSpinBox::valueChanged, this, [this] {
        if (!m_filling)
            applyBlame();
    });
    connect(m_noReturn, &QComboBox::activated, this, [this] {
        m_presenter.edit([this](domain::Ruling &ruling) {
            ruling.noReturnReason = domain::fromCode<domain::NoReturnReason>(m_noReturn->currentData().toString());
        });
    });
    connect(m_reasonFound, &QComboBox::activated, this, [this] {
        m_presenter.edit([this](domain::Ruling &ruling) { ruling.reasonFound = domain::fromCode<domain::Reason>(m_reasonFound->currentData().toString()); });
    });
    connect(m_outbound, &QComboBox::activated, this, [this] {
        m_presenter.edit([this](domain::Ruling &ruling) { ruling.outboundFreight = domain::fromCode<domain::FreightPayer>(m_outbound->currentData().toString()); });
    });
    connect(m_return, &QComboBox::activated, this, [this] {
        m_presenter.edit([this](domain::Ruling &ruling) { ruling.returnFreight = domain::fromCode<domain::FreightPayer>(m_return->currentData().toString()); });
    });
    connect(m_funding, &QComboBox::activated, this, [this] {
        const auto source = domain::fromCode<domain::FundSource>(m_funding->currentData().toString()).value_or(domain::FundSource::OrderFunds);
        m_presenter.edit([&](domain::Ruling &ruling) {
            ruling.funding.clear();
            if (source != domain::FundSource::OrderFunds)
                ruling.funding.append({source, ruling.refund});
        });
    });
    connect(m_clause, &QComboBox::activated, this, [this] {
        const QString id = m_clause->currentData().toString();
        m_presenter.edit([&](domain::Ruling &ruling) { ruling.clause = id == u"-" ? std::optional<QString>() : std::optional(id); });
    });
    connect(m_counts, &QCheckBox::clicked, this, [this](bool on) { m_presenter.edit([on](domain::Ruling &ruling) { ruling.countsTowardMetrics = on; }); });
    for (QCheckBox *box : std::as_const(m_conduct)) {
        connect(box, &QCheckBox::clicked, this, [this, box](bool on) {
            m_presenter.setConduct(domain::fromCode<domain::ConductCode>(box->objectName().mid(8)).value_or(domain::ConductCode::Liable), on);
        });
    }
    connect(m_reasons, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_filling)
            m_presenter.edit([this](domain::Ruling &ruling) { ruling.reasonsZh = m_reasons->toPlainText(); });
    });
    connect(m_reasonsEn, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_filling)
            m_presenter.edit([this](domain::Ruling &ruling) { ruling.reasonsEn = m_reasonsEn->toPlainText(); });
    });
    connect(m_departure, &QLineEdit::textEdited, this, [this](const QString &text) { m_presenter.edit([&](domain::Ruling &ruling) { ruling.departure = text; }); });
    connect(m_findings, &FindingsSheet::citationChosen, this, &RulingPanel::citationChosen);
    connect(m_findings, &FindingsSheet::citeRequested, this, &RulingPanel::citeRequested);
    connect(m_blocked, &QLabel::linkActivated, this, [this](const QString &number) {
        const auto all = m_presenter.hindrances();
        if (const int n = number.toInt(); n < all.size())
            goTo(all.at(n));
    });
    connect(m_unseen, &QLabel::linkActivated, this, [this] {
        domain::Citation place;
        place.exhibit = m_presenter.unseenExhibits(m_coverage).value(0);
        Q_EMIT citationChosen(place);
    });
    connect(m_sign, &QPushButton::clicked, this, [this] { sign(true); });
    connect(m_signStay, &QPushButton::clicked, this, [this] { sign(false); });
    connect(m_askEvidence, &QPushButton::clicked, this, &RulingPanel::askEvidenceRequested);
    connect(m_handOver, &QPushButton::clicked, this, &RulingPanel::handOverRequested);
    connect(m_release, &QPushButton::clicked, this, &RulingPanel::releaseRequested);
    connect(m_skip, &QPushButton::clicked, this, &RulingPanel::skipRequested);
    connect(m_park, &QPushButton::clicked, this, &RulingPanel::parkRequested);
}

void RulingPanel::applyBlame()
{
    const QString who = m_blame->currentData().toString();
    domain::Blame blame;
    if (who == u"both") {
        blame.merchant = m_merchantShare->value();
        blame.buyer = 100 - m_merchantShare->value();
    } else if (who == u"merchant") {
        blame.merchant = 100;
    } else if (who == u"buyer") {
        blame.buyer = 100;
    } else if (who == u"platform") {
        blame.platform = 100;
    } else if (who == u"creator") {
        blame.creator = 100;
    }
    m_presenter.setBlame(blame);
}

bool RulingPanel::formIsThere()
{
    const QString why = m_presenter.notHeldText();
    if (!why.isEmpty())
        Q_EMIT said(why);
    else
        leaveEarlier();
    return why.isEmpty() && isVisible();
}

void RulingPanel::chooseOutcome(int key)
{
    if (!formIsThere())
        return;
    for (const domain::RulingOutcome &outcome : domain::rulingOutcomes()) {
        if (outcome.key == key)
            m_presenter.setOutcome(outcome.code);
    }
    chooseNoReturnReason();
}

void RulingPanel::chooseNoReturnReason()
{
    const domain::Ruling &ruling = m_presenter.draft();
    if (!m_presenter.outcomeChosen() || !domain::outcomeOf(ruling.outcome).needsNoReturnReason || ruling.noReturnReason)
        return;
    QWidget *at = m_outcomes->checkedButton() ? static_cast<QWidget *>(m_outcomes->checkedButton()) : m_noReturn;
    showWhole(at);
    m_noReturnKeys->popup(at->mapToGlobal(QPoint(0, at->height())));
}

bool RulingPanel::approveByKey()
{
    if (leaveEarlierToSign())
        return true;
    if (m_stack->currentIndex() == 0 || !m_approve->isVisibleTo(this))
        return false;
    if (m_approve->isEnabled())
        m_approve->click();
    else if (m_mine)
        Q_EMIT said(tr("Who drafted a ruling does not approve it."));
    else if (m_session.readOnly())
        Q_EMIT said(presentation::readOnlyText());
    return true; // else it is on its way already
}

void RulingPanel::sign(bool openNext)
{
    if (leaveEarlierToSign())
        return;
    if (!m_session.holdsOpenCase())
        Q_EMIT said(m_presenter.cannotSignText());
    if (m_presenter.canSign())
        m_presenter.sign(openNext);
    else if (!m_presenter.signing())
        goTo(m_presenter.hindrances().constFirst());
}

void RulingPanel::goTo(const presentation::Hindrance &hindrance)
{
    using enum presentation::RulingPlace;
    QWidget *target = nullptr;
    switch (hindrance.place) {
    case Claim: target = m_claim; break;
    case Connection: return; // nobody here can mend it
    case Outcome: target = m_outcomes->buttons().isEmpty() ? nullptr : m_outcomes->buttons().constFirst(); break;
    case NoReturn:
        if (!m_presenter.draft().noReturnReason) {
            chooseNoReturnReason();
            return;
        }
        target = m_noReturn;
        break;
    case Amount: focusAmount(); return;
    case Blame: target = m_blame; break;
    case Clause: target = m_clause; break;
    case Counts: target = m_counts; break;
    case Findings:
        if (hindrance.element.isEmpty())
            m_findings->focusOpen();
        else
            m_findings->focusElement(hindrance.element);
        showWhole(m_findings);
        return;
    case Reasons: target = m_reasons; break;
    case Departure: target = m_departure; break;
    }
    if (target && target->isVisible()) {
        target->setFocus(Qt::ShortcutFocusReason);
        showWhole(target);
    }
}

void RulingPanel::focusAmount()
{
    if (!formIsThere())
        return;
    m_amount->setFocus(Qt::ShortcutFocusReason);
    m_amount->selectAll();
    showWhole(m_amount);
}

void RulingPanel::focusClause()
{
    if (!formIsThere())
        return;
    m_clause->setFocus(Qt::ShortcutFocusReason);
    showWhole(m_clause);
}

void RulingPanel::focusFindings()
{
    if (!formIsThere())
        return;
    m_findings->focusOpen();
    showWhole(m_findings);
}

QStringList RulingPanel::blameChoices() const
{
    QStringList choices;
    for (int n = 0; n < m_blame->count(); ++n)
        choices.append(m_blame->itemText(n));
    return choices;
}

void RulingPanel::chooseBlame(int index)
{
    m_blame->setCurrentIndex(index);
    applyBlame();
    if (m_merchantShare->isVisible()) {
        m_merchantShare->setFocus(Qt::ShortcutFocusReason);
        m_scroll->ensureWidgetVisible(m_merchantShare);
    }
}

void RulingPanel::showTop()
{
    m_scroll->verticalScrollBar()->setValue(0);
}

void RulingPanel::focusForm()
{
    if (m_stack->currentIndex() == 0 && m_outcomes->checkedButton())
        m_outcomes->checkedButton()->setFocus(Qt::ShortcutFocusReason);
    else if (m_stack->currentIndex() == 0)
        m_takeSuggestion->setFocus(Qt::ShortcutFocusReason);
    else
        (m_claim->isVisible() ? static_cast<QWidget *>(m_claim) : m_readText)->setFocus(Qt::ShortcutFocusReason);
}

QString RulingPanel::cite(const domain::Citation &citation)
{
    return m_findings->cite(citation);
}

void RulingPanel::quote(const QString &text)
{
    if (!formIsThere())
        return;
    QTextCursor cursor(m_reasons->document());
    cursor.movePosition(QTextCursor::End);
    cursor.insertText(m_reasons->toPlainText().isEmpty() ? text : QString(QLatin1Char('\n') + text));
    m_reasons->setTextCursor(cursor);
    showWhole(m_reasons);
}

void RulingPanel::citeRecord()
{
    if (!formIsThere())
        return;
    showWhole(m_findings);
    m_findings->citeRecord();
}

void RulingPanel::refresh()
{
    const bool form = m_session.view() && m_session.holdsOpenCase() && !readsEarlier();
    m_stack->setCurrentIndex(form ? 0 : 1);
    if (form)
        refreshForm();
    else
        refreshRead();
}

namespace {

void choose(QComboBox *box, const QString &data)
{
    const int index = box->findData(data);
    box->setCurrentIndex(index < 0 ? 0 : index);
}

QString blameKey(const domain::Blame &blame)
{
    if (blame.nobody())
        return QStringLiteral("nobody");
    if (blame.merchant > 0 && blame.buyer > 0)
        return QStringLiteral("both");
    if (blame.merchant > 0)
        return QStringLiteral("merchant");
    if (blame.buyer > 0)
        return QStringLiteral("buyer");
    return blame.platform > 0 ? QStringLiteral("platform") : QStringLiteral("creator");
}

void setTextKeepingCursor(QPlainTextEdit *edit, const QString &text)
{
    if (edit->toPlainText() != text)
        edit->setPlainText(text);
}

} // namespace

void RulingPanel::refreshChoices()
{
    const domain::Ruling &ruling = m_presenter.draft();
    const bool chosen = m_presenter.outcomeChosen();
    m_outcomes->setExclusive(false);
    for (QAbstractButton *button : m_outcomes->buttons())
        button->setChecked(chosen && m_outcomes->id(button) == static_cast<int>(ruling.outcome));
    m_outcomes->setExclusive(true);
    // What is being typed stays as it is typed, as long as it means what the ruling says.
    if (m_presenter.refundReadable() ? !m_amount->hasFocus() || domain::Money::fromUserText(m_amount->text()) != ruling.refund
                                     : m_amount->text() != m_presenter.refundText())
        m_amount->setText(m_presenter.refundText());
    QPalette colors = palette();
    if (!m_presenter.refundReadable())
        colors.setColor(QPalette::Text, tokensFor(palette()).danger);
    m_amount->setPalette(colors);
    choose(m_blame, blameKey(ruling.blame));
    const bool both = ruling.blame.merchant > 0 && ruling.blame.buyer > 0;
    if (both)
        m_merchantShare->setValue(ruling.blame.merchant);
    m_fields->setRowVisible(m_merchantShare, both);
    m_fields->setRowVisible(m_shares, both);
    const auto shares = domain::costShares(ruling);
    m_shares->setText(tr("%1 merchant · %2 buyer").arg(presentation::moneyText(shares[0]), presentation::moneyText(shares[3])));
    choose(m_noReturn, ruling.noReturnReason ? domain::toCode(*ruling.noReturnReason) : QString());
    m_fields->setRowVisible(m_noReturn, chosen && domain::outcomeOf(ruling.outcome).needsNoReturnReason);
    choose(m_reasonFound, ruling.reasonFound ? domain::toCode(*ruling.reasonFound) : QString());
    choose(m_outbound, ruling.outboundFreight ? domain::toCode(*ruling.outboundFreight) : QString());
    m_return->setItemText(m_return->findData(domain::toCode(domain::FreightPayer::Buyer)),
                          presentation::returnFreightLabel(domain::FreightPayer::Buyer, m_session.view()->record.file.order));
    choose(m_return, ruling.returnFreight ? domain::toCode(*ruling.returnFreight) : QString());
    choose(m_funding, domain::toCode(ruling.funding.isEmpty() ? domain::FundSource::OrderFunds : ruling.funding.constFirst().source));
    m_fields->setRowVisible(m_funding, ruling.refund > domain::Money());
    choose(m_clause, ruling.clause ? *ruling.clause : QStringLiteral("-"));
    m_counts->setChecked(ruling.countsTowardMetrics);
    m_counts->setEnabled(ruling.blame.merchant > 0 || ruling.countsTowardMetrics);
    const QList<domain::Conduct> conduct = m_presenter.conduct(); // as signing would write it
    for (QCheckBox *box : std::as_const(m_conduct)) {
        const auto code = domain::fromCode<domain::ConductCode>(box->objectName().mid(8));
        box->setChecked(std::ranges::any_of(conduct, [&](const domain::Conduct &found) { return found.code == code; }));
        box->setVisible(ruling.countsTowardMetrics);
    }
}

void RulingPanel::refreshForm()
{
    m_filling = true;
    const usecases::CaseView &view = *m_session.view();
    const domain::Ruling &ruling = m_presenter.draft();
    if (m_clause->count() != view.book.clauses().size() + 2)
        fillCombos();
    m_suggestion->setText(presentation::suggestionBrief(view, m_presenter.assessment()).join(QLatin1Char('\n')));
    m_grounds->setText(presentation::suggestionGrounds(view, m_presenter.assessment()).join(QLatin1Char('\n')));
    m_takeSuggestion->setVisible(m_presenter.assessment().suggestion.has_value());
    refreshChoices();
    setTextKeepingCursor(m_reasons, ruling.reasonsZh);
    setTextKeepingCursor(m_reasonsEn, ruling.reasonsEn);
    if (m_departure->text() != ruling.departure)
        m_departure->setText(ruling.departure);
    const auto &suggestion = m_presenter.assessment().suggestion;
    const bool departs = m_presenter.outcomeChosen() && suggestion && (suggestion->outcome != ruling.outcome || suggestion->refund != ruling.refund);
    m_departure->setVisible(departs || !ruling.departure.isEmpty());
    m_findings->refresh();
    m_consequences->setText(m_presenter.consequenceLines().join(QLatin1Char('\n')));
    // They stand above the button as soon as it can be pressed: nobody signs what they have not been shown.
    const bool showConsequences = !m_presenter.consequenceLines().isEmpty() && m_presenter.canSign();
    m_consequencesTitle->setVisible(showConsequences);
    m_consequencesBox->setVisible(showConsequences);
    fitConsequences();
    refreshCoverage();
    refreshUnseen();
    refreshBlocked();
    const QStringList approval = m_presenter.approvalReasons();
    m_approval->setText(approval.isEmpty() ? QString() : tr("A second person is needed: %1").arg(approval.join(tr("; "))));
    m_approval->setVisible(!approval.isEmpty() && m_presenter.outcomeChosen());
    const QString outcome = m_presenter.outcomeChosen()
        ? presentation::outcomeText(ruling.outcome, ruling.refund, domain::disputedSum(view.record.file))
        : tr("no outcome chosen");
    m_sign->setText(QStringLiteral("%1\n%2").arg(approval.isEmpty() ? tr("Sign and open next") : tr("Submit for approval"), outcome));
    m_sign->setEnabled(!m_presenter.signing());
    m_signStay->setEnabled(m_presenter.canSign());
    m_filling = false;
}

void RulingPanel::setCoverage(const domain::CaseCoverage &coverage)
{
    m_coverage = coverage;
    if (!m_session.view() || m_stack->currentIndex() != 0)
        return;
    refreshCoverage();
    refreshUnseen();
}

/// In full as soon as the button can be pressed, like the consequences.
void RulingPanel::refreshCoverage()
{
    const QStringList lines = presentation::coverageLines(m_coverage, m_session.view()->record.file);
    m_coverageList->setLines(lines);
    m_coverageList->setVisible(!lines.isEmpty() && m_presenter.canSign());
}

/// Told beside the button; it stands in nobody's way. By what the meters count, which outlives the window.
void RulingPanel::refreshUnseen()
{
    const QStringList unseen = m_presenter.unseenExhibits(m_coverage);
    const QString text = unseen.isEmpty() ? QString() : tr("%n new exhibit(s) not yet seen", nullptr, static_cast<int>(unseen.size()));
    m_unseen->setText(QStringLiteral("<a href=\"0\" style=\"color:%1\">%2</a>").arg(tokensFor(palette()).info.name(), text.toHtmlEscaped()));
    m_unseen->setAccessibleName(text);
    m_unseen->setVisible(!unseen.isEmpty());
}

void RulingPanel::refreshBlocked()
{
    QStringList links;
    const QList<presentation::Hindrance> all = m_presenter.hindrances();
    for (int n = 0; n < all.size(); ++n)
        links.append(QStringLiteral("<a href=\"%1\" style=\"color:%2\">%3</a>").arg(QString::number(n), tokensFor(palette()).warning.name(), all.at(n).sentence.toHtmlEscaped()));
    m_blocked->setText(m_presenter.signing() ? m_presenter.cannotSignText().toHtmlEscaped() : tr("Cannot sign yet: %1.").arg(links.join(tr("; "))));
    m_blocked->setVisible(m_presenter.signing() || !all.isEmpty());
    m_blocked->setAccessibleName(m_presenter.cannotSignText());
}

void RulingPanel::fitConsequences()
{
    if (!m_consequences->text().isEmpty())
        m_consequencesBox->setFixedHeight(qMin(m_consequences->heightForWidth(m_scroll->width()), mostConsequences));
}

void RulingPanel::showWhole(const QWidget *part)
{
    if (!m_scroll->widget()->isAncestorOf(part))
        return;
    // QScrollArea's own way is content with the line of the cursor.
    const QPoint middle = part->mapTo(m_scroll->widget(), part->rect().center());
    m_scroll->ensureVisible(middle.x(), middle.y(), 0, part->height() / 2 + 4);
}

bool RulingPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_scroll->viewport() && event->type() == QEvent::Resize) {
        // What grows below the form must not push the field out of sight that is being written in.
        QTimer::singleShot(0, this, [this] {
            QWidget *focus = QApplication::focusWidget();
            if (focus)
                showWhole(focus);
        });
    }
    return QWidget::eventFilter(watched, event);
}

void RulingPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::PaletteChange) {
        restyle();
        refreshUnseen(); // their links carry a colour
        refreshBlocked();
        for (int row = 0; row < m_readCitations->count(); ++row) {
            if (QListWidgetItem *item = m_readCitations->item(row); !item->icon().isNull())
                item->setIcon(themedIcon(QStringLiteral("triangle-alert"), tokensFor(palette()).warning, 14));
        }
    }
    QWidget::changeEvent(event);
}

} // namespace arb::ui
