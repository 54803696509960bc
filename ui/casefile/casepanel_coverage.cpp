// SPDX-License-Identifier: GPL-3.0-or-later
// What of the open case's evidence is on show: from the panes to the presenter that counts it, and back as meters.
#include "casepanel.h"

#include "comparedesk.h"
#include "evidencepane.h"

#include <presentation/coveragewords.h>

#include <QtGui/QHideEvent>
#include <QtGui/QShowEvent>

namespace arb::ui {

namespace {

domain::CoverageItem coverageNameOf(const EvidenceRef &ref)
{
    domain::CoverageItem name;
    name.exhibit = ref.exhibitId;
    name.kind = ref.kind;
    name.sha256 = ref.sha256;
    return name;
}

} // namespace

void CasePanel::watchCoverage(presentation::CoveragePresenter &coverage)
{
    m_coverage = &coverage;
    const QList<EvidencePane *> panes{m_buyer, m_merchant, m_compare->third()};
    for (int number = 0; number < panes.size(); ++number) {
        EvidencePane *pane = panes.at(number);
        connect(pane, &EvidencePane::evidenceTurned, this, [this, pane, number] {
            if (!m_coverage)
                return;
            const EvidenceRef *ref = pane->current();
            const usecases::CaseView *view = m_session.view(); // of a case that opens it is the new one already
            m_coverage->turn(number, view ? view->record.header.id : domain::CaseId(), ref && view ? std::optional(coverageNameOf(*ref)) : std::nullopt);
        });
        // Only now does the new film stand there, or the same one once more: what was watched of it before belongs to its timeline.
        connect(pane, &EvidencePane::viewerChanged, this, &CasePanel::showCoverage);
        const auto tell = [this, pane, number] {
            if (m_coverage)
                m_coverage->setOnShow(number, pane->isSeen() && m_compare->isInView(pane));
        };
        connect(pane, &EvidencePane::seenChanged, this, tell);
        // Later: what takes the pane's place may not be there yet.
        connect(pane, &EvidencePane::visibilityChanged, this, tell, Qt::QueuedConnection);
        connect(this, &CasePanel::visibilityChanged, pane, tell, Qt::QueuedConnection);
        connect(pane, &EvidencePane::watched, this, [this](const EvidenceRef &film, qint64 fromUs, qint64 toUs, qint64 durationUs) {
            if (m_coverage)
                m_coverage->watch(m_shown, coverageNameOf(film), fromUs, toUs, durationUs); // a film that leaves is of the case that leaves
        });
        connect(pane, &EvidencePane::pageSeen, this, [this, number](int page, int pages) {
            if (m_coverage)
                m_coverage->showPage(number, page, pages);
        });
        connect(pane, &EvidencePane::messagesSeen, this, [this, number](qint64 first, qint64 last, qint64 total) {
            if (m_coverage)
                m_coverage->showMessages(number, first, last, total);
        });
    }
    connect(&coverage, &presentation::CoveragePresenter::changed, this, &CasePanel::showCoverage);
}

/// Two cases may have the very same evidence, which then stays on show.
void CasePanel::moveCoverage(domain::CaseId id)
{
    for (int number = 0; m_coverage && number < 3; ++number)
        m_coverage->moveTo(number, id);
}

void CasePanel::showCoverage()
{
    const usecases::CaseView *view = m_session.view();
    if (!m_coverage)
        return;
    const domain::CaseCoverage known = view ? m_coverage->coverage() : domain::CaseCoverage();
    const auto show = [&](EvidencePane *pane, domain::CoverageSide side) {
        if (!view) {
            pane->setCoverage(known, {}, {}, {});
            return;
        }
        const domain::CaseFile &file = view->record.file;
        const domain::CoverageSum sum = domain::sumOf(known, file, side);
        pane->setCoverage(known, presentation::coverageMeter(sum), presentation::coverageShort(sum), presentation::coverageTip(known, file, side));
        const EvidenceRef *ref = pane->current();
        const domain::CoverageItem *item = ref && ref->kind == domain::ExhibitKind::Video && pane->viewer() ? known.find(ref->exhibitId, ref->kind) : nullptr;
        if (!item || item->sha256 != ref->sha256)
            return;
        QList<TimelineSpan> watched;
        for (const domain::CoverageSpan &span : item->film)
            watched.append({TimelineSpan::Kind::Watched, span.from, span.to, {}, {}});
        pane->viewer()->setTimelineSpans(TimelineSpan::Kind::Watched, watched);
    };
    show(m_buyer, domain::CoverageSide::Buyer);
    show(m_merchant, domain::CoverageSide::Merchant);
    m_compare->third()->setCoverage(known, {}, {}, {}); // its pictures count at their sides
}

void CasePanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    Q_EMIT visibilityChanged();
}

void CasePanel::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    Q_EMIT visibilityChanged();
}

} // namespace arb::ui
