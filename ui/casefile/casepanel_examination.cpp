// SPDX-License-Identifier: GPL-3.0-or-later
// What is kept of how a case's pictures are looked at, on its way between the panes and whoever keeps it; and the cover.
#include "casepanel.h"

#include "comparedesk.h"
#include "evidencepane.h"
#include "factciting.h"

namespace arb::ui {

void CasePanel::connectExamination()
{
    for (EvidencePane *pane : {m_buyer, m_merchant, m_compare->third()}) {
        connect(pane, &EvidencePane::viewerChanged, this, [this, pane] { giveExamination(pane); });
        connect(pane, &EvidencePane::markMade, this, [this](const domain::Mark &draft) { Q_EMIT markMade(draft, m_shown); });
        connect(pane, &EvidencePane::markRemovalWanted, this, [this](domain::MarkId mark) { Q_EMIT markRemovalWanted(mark, m_shown); });
        connect(pane, &EvidencePane::markCorrectionWanted, this, [this](domain::MarkId mark, const QList<QPoint> &points, const QString &note) {
            Q_EMIT markCorrectionWanted(mark, points, note, m_shown);
        });
        connect(pane, &EvidencePane::viewLeft, this, &CasePanel::keepView);
    }
}

void CasePanel::settle()
{
    for (const EvidencePane *pane : {m_buyer, m_merchant, m_compare->third()}) {
        if (pane->viewer())
            pane->viewer()->settle();
    }
}

void CasePanel::connectCiting()
{
    for (EvidencePane *pane : {m_buyer, m_merchant, m_compare->third()}) {
        connect(pane, &EvidencePane::citeWanted, this, [this, pane] {
            activate(pane);
            Q_EMIT citeWanted({});
        });
        connect(pane, &EvidencePane::dragWanted, this, [this, pane] {
            activate(pane);
            Q_EMIT dragWanted({});
        });
        connect(pane, &EvidencePane::placeDragWanted, this, [this, pane](const domain::Citation &place) {
            activate(pane);
            Q_EMIT placesDragged({place});
        });
    }
    connect(m_factCiting, &FactCiting::citeWanted, this, &CasePanel::citeWanted);
    connect(m_factCiting, &FactCiting::dragWanted, this, &CasePanel::dragWanted);
}

void CasePanel::markFact(const QString &pointer)
{
    m_citedFact = pointer;
    if (m_session.view())
        fillFacts();
}

void CasePanel::setExamination(const domain::Examination &examination)
{
    m_examination = examination;
    for (EvidencePane *pane : {m_buyer, m_merchant, m_compare->third()})
        giveExamination(pane);
    readExports();
}

void CasePanel::renameMark(domain::MarkId before, domain::MarkId after)
{
    for (EvidencePane *pane : {m_buyer, m_merchant, m_compare->third()}) {
        if (pane->viewer())
            pane->viewer()->renameMark(before, after);
    }
}

void CasePanel::giveExamination(EvidencePane *pane)
{
    const EvidenceRef *shown = pane->current();
    ViewerWidget *viewer = pane->viewer();
    if (!viewer || !shown || shown->exhibitId.isEmpty())
        return;
    QList<domain::Mark> marks;
    for (const domain::Mark &mark : m_examination.marks) {
        if (mark.exhibit == shown->exhibitId)
            marks.append(mark);
    }
    viewer->setMarkAuthor(m_session.actor().person.id);
    viewer->setMarks(marks);
    // The later list has the last word.
    int page = 0;
    for (const QList<domain::ExhibitView> &views : {m_examination.views, m_left}) {
        for (const domain::ExhibitView &view : views) {
            if (view.exhibit != shown->exhibitId || view.sha256 != shown->sha256)
                continue;
            if (view.lastPage > 0)
                page = view.lastPage;
            else
                viewer->restoreView(view.view, view.page);
        }
    }
    if (page > 0)
        viewer->restorePage(page); // after the views, of which it takes its own
    viewer->restoreReading(readingOf(shown->exhibitId, shown->sha256));
}

/// As it was left last.
domain::ChatReading CasePanel::readingOf(const QString &exhibit, const QByteArray &sha256) const
{
    domain::ChatReading reading;
    for (const QList<domain::ExhibitView> &views : {m_examination.views, m_left}) {
        for (const domain::ExhibitView &view : views) {
            if (view.exhibit == exhibit && view.sha256 == sha256)
                reading = view.reading;
        }
    }
    return reading;
}

void CasePanel::keepView(const domain::ExhibitView &view)
{
    const bool isOfOpenCase = m_session.view() && m_session.view()->record.header.id == m_shown;
    if (isOfOpenCase) {
        m_left.removeIf([&view](const domain::ExhibitView &left) {
            return left.exhibit == view.exhibit && left.sha256 == view.sha256 && left.page == view.page;
        });
        m_left.append(view);
        readExports(); // it may be read in another way now
    }
    Q_EMIT viewLeft(view, m_shown);
}

void CasePanel::forgetExamination()
{
    m_examination = {};
    m_left.clear();
    for (EvidencePane *pane : {m_buyer, m_merchant, m_compare->third()})
        pane->forgetUncovered();
}

void CasePanel::setCare(Care care)
{
    for (EvidencePane *pane : {m_buyer, m_merchant, m_compare->third()})
        pane->setCare(care);
}

bool CasePanel::uncover()
{
    for (EvidencePane *pane : nearestFirst()) {
        if (pane->viewer() && pane->viewer()->isCovered()) {
            pane->viewer()->uncover();
            activate(pane);
            return true;
        }
    }
    return false;
}

} // namespace arb::ui
