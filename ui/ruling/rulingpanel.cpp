// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulingpanel.h"

#include <presentation/consequences.h>
#include <presentation/errortext.h>
#include <presentation/formats.h>
#include <presentation/labels.h>
#include <presentation/recordwords.h>

#include <ui/theme.h>

#include <QtCore/QEvent>
#include <QtCore/QSignalBlocker>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QStackedWidget>

#include <algorithm>

namespace arb::ui {

QString citationText(const domain::Citation &citation, const domain::CaseFile &file)
{
    if (!citation.message.isEmpty()) {
        const domain::ChatMessage *message = domain::findMessage(file, citation.message);
        return message ? RulingPanel::tr("Chat %1: %2").arg(citation.message, presentation::visibleText(message->text).left(60))
                       : RulingPanel::tr("Chat %1").arg(citation.message);
    }
    if (citation.logistics)
        return RulingPanel::tr("Scan %1 of the tracking").arg(*citation.logistics + 1);
    if (!citation.fact.isEmpty())
        return presentation::recordText(file, citation.fact);
    const domain::Exhibit *exhibit = domain::findExhibit(file, citation.exhibit);
    QString text = exhibit && !exhibit->caption.isEmpty() ? presentation::visibleText(exhibit->caption) : citation.exhibit;
    if (citation.page)
        text = RulingPanel::tr("%1, page %2").arg(text).arg(*citation.page);
    if (citation.pts)
        text = RulingPanel::tr("%1, at %2 s").arg(text).arg(double(*citation.pts) / 1e6, 0, 'f', 2);
    else if (citation.frame)
        text = RulingPanel::tr("%1, frame %2").arg(text).arg(*citation.frame);
    if (citation.region)
        text = RulingPanel::tr("%1, region %2 × %3 at %4, %5").arg(text).arg(citation.region->width()).arg(citation.region->height()).arg(citation.region->x()).arg(citation.region->y());
    return text;
}

void RulingPanel::connectForm()
{
    connect(m_outcomes, &QButtonGroup::idClicked, this, [this](int id) { m_presenter.setOutcome(static_cast<domain::OutcomeCode>(id)); });
    connect(m_takeSuggestion, &QPushButton::clicked, &m_presenter, &presentation::RulingPresenter::takeSuggestion);
    connect(m_amount, &QLineEdit::editingFinished, this, [this] {
        const auto sum = domain::Money::fromUserText(m_amount->text());
        if (!m_filling && sum)
            m_presenter.edit([&](domain::Ruling &ruling) {
                ruling.refund = *sum;
                if (ruling.funding.size() == 1)
                    ruling.funding[0].sum = *sum;
            });
    });
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
            const auto code = domain::fromCode<domain::ConductCode>(box->objectName().mid(8)).value_or(domain::ConductCode::Liable);
            m_presenter.edit([&](domain::Ruling &ruling) {
                ruling.conduct.removeIf([code](const domain::Conduct &conduct) { return conduct.code == code; });
                if (on)
                    ruling.conduct.append({code, domain::Party::Merchant});
            });
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
    connect(m_findings, &QListWidget::itemActivated, this, [this](const QListWidgetItem *item) {
        const QPoint place = item->data(Qt::UserRole).toPoint();
        const auto &findings = m_presenter.draft().findings;
        if (place.x() < findings.size() && place.y() < findings.at(place.x()).citations.size())
            Q_EMIT citationChosen(findings.at(place.x()).citations.at(place.y()));
    });
    connect(m_removeCitation, &QPushButton::clicked, this, [this] {
        if (const QListWidgetItem *item = m_findings->currentItem()) {
            const QPoint place = item->data(Qt::UserRole).toPoint();
            m_presenter.removeCitation(place.x(), place.y());
        }
    });
    connect(m_cite, &QPushButton::clicked, this, &RulingPanel::citeRequested);
    connect(m_sign, &QPushButton::clicked, this, [this] { sign(true); });
    connect(m_signStay, &QPushButton::clicked, this, [this] { sign(false); });
    connect(m_askEvidence, &QPushButton::clicked, this, &RulingPanel::askEvidenceRequested);
    connect(m_handOver, &QPushButton::clicked, this, &RulingPanel::handOverRequested);
    connect(m_release, &QPushButton::clicked, this, &RulingPanel::releaseRequested);
    connect(m_skip, &QPushButton::clicked, this, &RulingPanel::skipRequested);
}

void RulingPanel::applyBlame()
{
    const QString who = m_blame->currentData().toString();
    m_presenter.edit([&](domain::Ruling &ruling) {
        ruling.blame = {};
        if (who == u"both") {
            ruling.blame.merchant = m_merchantShare->value();
            ruling.blame.buyer = 100 - m_merchantShare->value();
        } else if (who == u"merchant") {
            ruling.blame.merchant = 100;
        } else if (who == u"buyer") {
            ruling.blame.buyer = 100;
        } else if (who == u"platform") {
            ruling.blame.platform = 100;
        } else if (who == u"creator") {
            ruling.blame.creator = 100;
        }
    });
}

void RulingPanel::chooseOutcome(int key)
{
    if (!m_session.holdsOpenCase())
        return;
    for (const domain::RulingOutcome &outcome : domain::rulingOutcomes()) {
        if (outcome.key == key)
            m_presenter.setOutcome(outcome.code);
    }
}

void RulingPanel::sign(bool openNext)
{
    if (m_amount->hasFocus())
        Q_EMIT m_amount->editingFinished();
    if (m_presenter.canSign())
        m_presenter.sign(openNext);
    else
        goToMissing();
}

void RulingPanel::goToMissing()
{
    using enum domain::RulingProblem;
    QWidget *target = nullptr;
    if (!m_session.holdsOpenCase()) {
        target = m_claim;
    } else if (!m_presenter.outcomeChosen()) {
        const auto buttons = m_outcomes->buttons();
        target = buttons.isEmpty() ? nullptr : buttons.constFirst();
    } else if (!m_presenter.faults().isEmpty()) {
        switch (m_presenter.faults().constFirst().problem) {
        case RefundOutOfRange: case RefundMustBePositive: case RefundMustBeZero: case RefundMustBePartial: case RefundMustBeFull:
        case LegsDoNotAddUp: case FundingDoesNotAddUp:
            target = m_amount;
            break;
        case BlameDoesNotAddUp: target = m_blame; break;
        case NoReturnReasonMissing: case NoReturnReasonNotAllowed: target = m_noReturn; break;
        case FindingMissing: case CitationNotOne: case CitationUnknown: case CitationDigestDiffers: target = m_cite; break;
        case ReasonsMissing: target = m_reasons; break;
        case DepartureMissing: target = m_departure; break;
        case ItemUnknown: case ExecuteByInvalid: case ClauseUnknown: case ConductNotAllowed: target = m_clause; break;
        }
    }
    if (target) {
        target->setFocus(Qt::ShortcutFocusReason);
        m_scroll->ensureWidgetVisible(target);
    }
}

void RulingPanel::focusAmount()
{
    m_amount->setFocus(Qt::ShortcutFocusReason);
    m_amount->selectAll();
    m_scroll->ensureWidgetVisible(m_amount);
}

void RulingPanel::focusClause()
{
    m_clause->setFocus(Qt::ShortcutFocusReason);
    m_scroll->ensureWidgetVisible(m_clause);
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

QString RulingPanel::chosenElement() const
{
    return m_element->currentData().toString();
}

void RulingPanel::refresh()
{
    const bool form = m_session.view() && m_session.holdsOpenCase();
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
    if (!m_amount->hasFocus() || domain::Money::fromUserText(m_amount->text()) != ruling.refund)
        m_amount->setText(ruling.refund.toString());
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
    choose(m_return, ruling.returnFreight ? domain::toCode(*ruling.returnFreight) : QString());
    choose(m_funding, domain::toCode(ruling.funding.isEmpty() ? domain::FundSource::OrderFunds : ruling.funding.constFirst().source));
    m_fields->setRowVisible(m_funding, ruling.refund > domain::Money());
    choose(m_clause, ruling.clause ? *ruling.clause : QStringLiteral("-"));
    m_counts->setChecked(ruling.countsTowardMetrics);
    for (QCheckBox *box : std::as_const(m_conduct)) {
        const auto code = domain::fromCode<domain::ConductCode>(box->objectName().mid(8));
        box->setChecked(std::ranges::any_of(ruling.conduct, [&](const domain::Conduct &conduct) { return conduct.code == code; }));
        box->setVisible(ruling.countsTowardMetrics);
    }
}

void RulingPanel::refreshForm()
{
    m_filling = true;
    const usecases::CaseView &view = *m_session.view();
    const domain::Ruling &ruling = m_presenter.draft();
    if (m_clause->count() != view.book.clauses().size() + 2 || m_element->count() != view.book.elements().size() + 1)
        fillCombos();
    m_suggestion->setText(presentation::suggestionLines(view, m_presenter.assessment()).join(QLatin1Char('\n')));
    m_takeSuggestion->setVisible(m_presenter.assessment().suggestion.has_value());
    refreshChoices();
    setTextKeepingCursor(m_reasons, ruling.reasonsZh);
    setTextKeepingCursor(m_reasonsEn, ruling.reasonsEn);
    if (m_departure->text() != ruling.departure)
        m_departure->setText(ruling.departure);
    const auto &suggestion = m_presenter.assessment().suggestion;
    const bool departs = m_presenter.outcomeChosen() && suggestion && (suggestion->outcome != ruling.outcome || suggestion->refund != ruling.refund);
    m_departure->setVisible(departs || !ruling.departure.isEmpty());
    refreshFindings();
    m_consequences->setText(m_presenter.consequenceLines().join(QLatin1Char('\n')));
    // They stand above the button as soon as it can be pressed: nobody signs what they have not been shown.
    const bool showConsequences = !m_presenter.consequenceLines().isEmpty() && m_presenter.canSign();
    m_consequencesTitle->setVisible(showConsequences);
    m_consequences->setVisible(showConsequences);
    const QString blocked = m_presenter.cannotSignText();
    m_blocked->setText(blocked);
    m_blocked->setVisible(!blocked.isEmpty());
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

void RulingPanel::refreshFindings()
{
    const int row = m_findings->currentRow();
    m_findings->clear();
    const auto &findings = m_presenter.draft().findings;
    const domain::CaseFile &file = m_session.view()->record.file;
    for (int n = 0; n < findings.size(); ++n) {
        for (int k = 0; k < findings.at(n).citations.size(); ++k) {
            QString text = citationText(findings.at(n).citations.at(k), file);
            const auto &elements = m_session.view()->book.elements();
            const auto element = std::ranges::find(elements, findings.at(n).element, &domain::BookElement::code);
            if (element != elements.cend())
                text = tr("%1 – %2: %3").arg(presentation::bilingual(element->labelZh, element->labelEn), presentation::label(findings.at(n).verdict), text);
            auto *item = new QListWidgetItem(text, m_findings);
            item->setToolTip(text.toHtmlEscaped());
            item->setData(Qt::UserRole, QPoint(n, k));
        }
    }
    m_findings->setCurrentRow(qMin(row, m_findings->count() - 1));
    m_findings->setVisible(m_findings->count() > 0);
    m_removeCitation->setVisible(m_findings->count() > 0);
}

QString RulingPanel::rulingSummary() const
{
    const usecases::CaseView &view = *m_session.view();
    QStringList lines;
    for (const usecases::RulingRow &row : view.record.rulings) {
        const domain::Ruling &ruling = row.ruling;
        QStringList part;
        part.append(tr("Round %1 · %2 · %3").arg(row.round).arg(row.madeByName, presentation::dateTimeText(row.madeAt)));
        part.append(presentation::outcomeText(ruling.outcome, ruling.refund, domain::disputedSum(view.record.file)));
        part.append(tr("Blame: %1").arg(presentation::blameText(ruling.blame)));
        const domain::BookClause *clause = view.book.clause(row.clause);
        if (clause)
            part.append(tr("Clause: %1 (%2 %3, in force since %4)").arg(presentation::bilingual(clause->titleZh, clause->titleEn), row.bookId, row.bookVersion, row.bookDate));
        if (row.recall)
            part.append(tr("Recalled by %1, %2").arg(row.recall->byName, presentation::dateTimeText(row.recall->at)));
        if (row.approval && row.approval->decision == usecases::ApprovalDecision::Approved)
            part.append(tr("Approved by %1, %2").arg(row.approval->byName, presentation::dateTimeText(row.approval->at)));
        if (row.approval && row.approval->decision == usecases::ApprovalDecision::Returned)
            part.append(tr("Sent back by %1: %2").arg(row.approval->byName, row.approval->reason));
        if (row.needsApproval && !row.approval && !row.recall)
            part.append(tr("Drafted by %1; another person must approve").arg(row.madeByName));
        part.append(presentation::bilingual(ruling.reasonsZh, ruling.reasonsEn));
        lines.append(part.join(QLatin1Char('\n')));
    }
    QStringList tasks;
    for (const usecases::ExecutionTask &task : view.record.tasks) {
        QString text = tr("%1 · %2 · %3").arg(presentation::label(task.spec), presentation::label(task.spec.actor), presentation::label(task.state));
        if (task.spec.sum > domain::Money())
            text = QStringLiteral("%1 · %2").arg(text, presentation::moneyText(task.spec.sum));
        if (task.dueAt && (task.state == usecases::TaskState::Pending || task.state == usecases::TaskState::Sent))
            text = QStringLiteral("%1 · %2").arg(text, presentation::dueText(task.dueAt, {}, view.now));
        tasks.append(text);
    }
    if (!tasks.isEmpty())
        lines.append(QString(tr("To be carried out") + QLatin1Char('\n') + tasks.join(QLatin1Char('\n'))));
    for (const usecases::DeskNote &note : view.record.notes)
        lines.append(tr("Note, %1, %2: %3").arg(note.by, presentation::dateTimeText(note.at), presentation::visibleText(note.text)));
    return lines.join(QStringLiteral("\n\n"));
}

void RulingPanel::refreshRead()
{
    const usecases::CaseView *view = m_session.view();
    for (QPushButton *button : {m_claim, m_approve, m_sendBack, m_recall})
        button->hide();
    m_readCitations->clear();
    if (!view) {
        m_readTitle->setText(tr("No case is open."));
        m_readText->clear();
        m_readBlocked->hide();
        m_readCitations->hide();
        return;
    }
    const usecases::CaseHeader &header = view->record.header;
    m_readTitle->setText(presentation::stateText(header, view->record.requests));
    QString text = rulingSummary();
    if (text.isEmpty())
        text = presentation::suggestionLines(*view, view->assessment).join(QLatin1Char('\n'));
    m_readText->setText(presentation::visibleText(text));
    // A window that is open says when it ends; who holds the case and what it became stand beside its number already.
    const bool waits = header.state == domain::DisputeState::AwaitingEvidence || header.state == domain::DisputeState::Negotiating;
    m_readBlocked->setText(m_presenter.cannotSignText());
    m_readBlocked->setVisible(waits);
    m_claim->setVisible(domain::isWaiting(header.state) && m_session.may(usecases::Permission::Claim));
    const usecases::RulingRow *row = view->record.currentRuling();
    if (row) {
        for (const domain::Finding &finding : row->ruling.findings) {
            for (const domain::Citation &citation : finding.citations) {
                auto *item = new QListWidgetItem(citationText(citation, view->record.file), m_readCitations);
                item->setToolTip(item->text().toHtmlEscaped());
                item->setData(Qt::UserRole, m_readCitations->count() - 1);
            }
        }
        const bool mine = row->madeBy == m_session.actor().person.id;
        const bool waiting = header.state == domain::DisputeState::AwaitingApproval;
        m_approve->setVisible(waiting && m_session.may(usecases::Permission::Approve));
        m_sendBack->setVisible(m_approve->isVisibleTo(this));
        m_approve->setEnabled(!mine);
        m_sendBack->setEnabled(!mine);
        m_recall->setVisible(mine && (waiting || header.state == domain::DisputeState::Ruled));
    }
    m_readCitations->setVisible(m_readCitations->count() > 0);
}

void RulingPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::PaletteChange)
        restyle();
    QWidget::changeEvent(event);
}

} // namespace arb::ui
