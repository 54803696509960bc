// SPDX-License-Identifier: GPL-3.0-or-later
// What stands above the evidence: whose the case is, until when, and the facts that are always in view.
#include "casepanel.h"

#include "factciting.h"

#include "../queue/urgencylook.h"
#include "../shell/elidedlabel.h"
#include "../shell/wrappedlabel.h"

#include <presentation/consequences.h>
#include <presentation/deadlinewords.h>
#include <presentation/formats.h>
#include <presentation/labels.h>
#include <presentation/leasewords.h>
#include <presentation/queuewords.h>
#include <presentation/recordwords.h>

#include <ui/theme.h>

#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>

namespace arb::ui {

namespace {

constexpr int factColumns = 2;

} // namespace

void CasePanel::fillHeader()
{
    const usecases::CaseView &view = *m_session.view();
    const usecases::CaseHeader &header = view.record.header;
    const domain::CaseFile &file = view.record.file;
    m_title->setText(header.caseNo);
    QString state = presentation::stateText(header);
    if (header.round > 1)
        state = tr("%1 · round %2").arg(state).arg(header.round);
    m_state->setText(state);
    m_state->setToolTip(presentation::stateTip(view.record, view.now).toHtmlEscaped());
    tick();
    m_product->setFullText(QStringLiteral("%1 · %2 · %3 · %4")
                           .arg(presentation::visibleText(file.order.product), presentation::moneyText(file.order.paid),
                                presentation::platformLabel(header.platform), presentation::label(header.tradeKind)));
    QStringList listing;
    if (!file.order.listing.title.isEmpty())
        listing.append(presentation::visibleText(file.order.listing.title));
    for (const QString &claim : file.order.listing.claims)
        listing.append(presentation::visibleText(claim));
    m_listing->setFullText(listing.isEmpty() ? QString() : tr("Listing: %1").arg(listing.join(QStringLiteral(" · "))));
    m_listing->setVisible(!listing.isEmpty());

    QStringList notices = presentation::asideSentences(header, view.now);
    if (header.state == domain::DisputeState::Claimed && !m_session.holdsOpenCase())
        notices.append(tr("%1 is reviewing; held until %2").arg(header.holderName, header.leaseUntil ? presentation::shortTimeText(*header.leaseUntil, view.now) : QString()));
    if (header.state == domain::DisputeState::Negotiating && header.dueAt)
        notices.append(tr("The parties have until %1; no ruling before that").arg(presentation::shortTimeText(*header.dueAt, view.now)));
    for (const usecases::EvidenceRequest &request : view.record.requests) {
        if (request.state == usecases::RequestState::Open)
            notices.append(tr("Evidence asked of the %1 until %2: %3").arg(presentation::label(request.party).toLower(), presentation::shortTimeText(request.dueAt, view.now), presentation::visibleText(request.text.isEmpty() ? request.element : request.text)));
    }
    notices.append(presentation::lateSentences(view, view.now));
    notices.append(presentation::mismatchSentences(file));
    if (view.record.earlier)
        notices.append(tr("This case came with the record of an earlier proceeding: see the history (H)."));
    if (!header.dueUnknown.isEmpty())
        notices.append(tr("The deadline is unknown: %1. Add the calendar year, then it is computed.").arg(header.dueUnknown));
    for (const QString &tag : presentation::tagsToTell(view))
        notices.append(presentation::tagLabel(tag));
    m_notice->setFullText(notices.join(QLatin1Char('\n')));
    m_notice->setVisible(!notices.isEmpty());
}

void CasePanel::setPresence(const QString &sentence)
{
    m_presence->setFullText(sentence);
    m_presence->setVisible(!sentence.isEmpty());
}

/// Whose the case is and for how long; in the last minutes it asks for a sign of life.
void CasePanel::showLease(const usecases::CaseView &view, domain::UtcMs now)
{
    const Tokens &t = tokensFor(palette());
    const usecases::Lease lease = usecases::leaseOf(view.record.header, view.policy, now);
    const bool mine = m_session.holdsOpenCase();
    QColor color = t.muted;
    switch (lease.phase) {
    case usecases::LeasePhase::None:
    case usecases::LeasePhase::Running: break;
    case usecases::LeasePhase::Grace: color = mine ? t.warning : t.muted; break;
    case usecases::LeasePhase::Over: color = mine ? t.danger : t.muted; break;
    }
    const QString text = presentation::leaseText(view.record.header, lease, m_session.actor().person.id, now);
    if (m_lease->fullText() != text)
        m_lease->setFullText(text);
    QPalette colors = m_lease->palette();
    colors.setColor(QPalette::WindowText, color);
    m_lease->setPalette(colors);
}

void CasePanel::tick()
{
    const usecases::CaseView *view = m_session.view();
    if (!view)
        return;
    const domain::UtcMs now = m_session.now();
    showLease(*view, now);
    showDue(view->record.header, now);
}

/// As in the case's row: by sign, word and colour.
void CasePanel::showDue(const usecases::CaseHeader &header, domain::UtcMs now)
{
    const bool paused = header.state == domain::DisputeState::Suspended;
    const presentation::Urgency urgency = paused ? presentation::Urgency::None : presentation::urgency(header.dueAt, now);
    QString text = paused ? tr("the clock is paused") : presentation::dueText(header.dueAt, header.dueUnknown, now);
    if (urgency == presentation::Urgency::Soon)
        text = tr("due soon · %1").arg(text);
    const UrgencyLook look = urgencyLook(urgency, tokensFor(palette()));
    const QString sign = look.icon + look.color.name();
    if (m_dueSign->property("sign").toString() != sign) { // drawn once, not every second
        m_dueSign->setProperty("sign", sign);
        m_dueSign->setPixmap(themedIcon(look.icon, look.color, 14).pixmap(14, 14));
    }
    m_dueSign->setVisible(!text.isEmpty()); // a sign never stands without its word
    QPalette colors = m_due->palette();
    colors.setColor(QPalette::WindowText, look.color);
    m_due->setPalette(colors);
    if (m_due->text() != text) {
        m_due->setText(text);
        m_due->setToolTip(presentation::dueSentence(*m_session.view(), now));
    }
}

void CasePanel::fillFacts()
{
    const usecases::CaseView &view = *m_session.view();
    const QList<presentation::FactLine> facts = presentation::alwaysInView(view, view.now);
    const Tokens &t = tokensFor(palette());
    while (m_factLabels.size() < facts.size()) {
        const int index = static_cast<int>(m_factLabels.size());
        auto *name = new QLabel(m_factsBox);
        name->setTextFormat(Qt::PlainText);
        auto *value = new ElidedLabel(m_factsBox);
        name->setBuddy(value);
        m_factCiting->watch(name);
        m_factCiting->watch(value);
        m_facts->addWidget(name, index / factColumns, index % factColumns * 2);
        m_facts->addWidget(value, index / factColumns, index % factColumns * 2 + 1);
        m_factLabels.append(name);
        m_factValues.append(value);
    }
    for (int n = 0; n < m_factLabels.size(); ++n) {
        const bool used = n < facts.size();
        m_factLabels.at(n)->setVisible(used);
        m_factValues.at(n)->setVisible(used);
        if (!used)
            continue;
        m_factLabels.at(n)->setText(facts.at(n).label);
        for (QLabel *label : std::initializer_list<QLabel *>{m_factLabels.at(n), m_factValues.at(n)})
            label->setProperty("fact", facts.at(n).pointer);
        const QString value = presentation::visibleText(facts.at(n).value);
        m_factValues.at(n)->setFullText(value);
        m_factValues.at(n)->setAccessibleName(QStringLiteral("%1: %2").arg(facts.at(n).label, value));
        QPalette muted = m_factLabels.at(n)->palette();
        muted.setColor(QPalette::WindowText, t.muted);
        m_factLabels.at(n)->setPalette(muted);
        QPalette colors = m_factValues.at(n)->palette();
        colors.setColor(QPalette::WindowText, facts.at(n).alert ? t.danger : t.text);
        colors.setColor(QPalette::Window, t.selection);
        const bool cited = !m_citedFact.isEmpty() && facts.at(n).pointer == m_citedFact;
        m_factValues.at(n)->setAutoFillBackground(cited);
        m_factValues.at(n)->setAccessibleDescription(cited ? tr("cited") : QString());
        m_factValues.at(n)->setPalette(colors);
    }
}

} // namespace arb::ui
