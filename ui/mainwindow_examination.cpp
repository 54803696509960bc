// SPDX-License-Identifier: GPL-3.0-or-later
// What is kept of how the open case's pictures are looked at: from the case's panes to the presenter and back.
#include <ui/mainwindow.h>

#include "casefile/casepanel.h"
#include "casefile/lookahead.h"
#include "citing/citationmime.h"
#include "ruling/rulingpanel.h"
#include "shell/activitywatch.h"

#include <presentation/labels.h>
#include <presentation/recordwords.h>

namespace arb::ui {

void MainWindow::connectExamination()
{
    using presentation::ExaminationPresenter;
    new LookAhead(m_session, m_queuePresenter, m_loader, *m_case);
    connect(&m_examination, &ExaminationPresenter::changed, this, [this] {
        const domain::Examination &kept = m_examination.examination();
        m_case->setExamination(kept);
        m_case->setPairViews(kept.pairs);
    });
    connect(m_case, &CasePanel::markMade, this, [this](const domain::Mark &draft, domain::CaseId id) { m_examination.addMark(id, draft); });
    connect(m_case, &CasePanel::markRemovalWanted, this, [this](domain::MarkId mark) { m_examination.removeMark(mark); });
    connect(m_case, &CasePanel::citeWanted, this, &MainWindow::citePlace);
    connect(m_case, &CasePanel::dragWanted, this, &MainWindow::dragPlace);
    connect(m_case, &CasePanel::placesDragged, this, &MainWindow::dragPlaces);
    connect(m_case, &CasePanel::markCorrectionWanted, this, [this](domain::MarkId mark, const QList<QPoint> &points, const QString &note, domain::CaseId id) {
        m_examination.correctMark(id, mark, points, note);
    });
    connect(&m_examination, &ExaminationPresenter::renamed, m_case, &CasePanel::renameMark);
    connect(&m_examination, &ExaminationPresenter::stored, m_case, &CasePanel::renameMark);
    // Somebody may have removed what the draft cites, here or elsewhere, now or before it was opened again.
    const auto forgetGone = [this] {
        if (m_examination.knowsMarks())
            m_rulingPresenter.forgetMarksBut(m_examination.examination().marks);
    };
    connect(&m_examination, &ExaminationPresenter::marksRead, this, forgetGone);
    connect(&m_rulingPresenter, &presentation::RulingPresenter::changed, this, forgetGone);
    connect(&m_examination, &ExaminationPresenter::renamed, this, [this](domain::MarkId before) { m_rulingPresenter.forgetMark(before); });
    connect(m_case, &CasePanel::viewLeft, this, [this](const domain::ExhibitView &view, domain::CaseId id) { m_examination.leftView(id, view); });
    connect(m_case, &CasePanel::placesChosen, this, &MainWindow::citePlaces);
    connect(m_case, &CasePanel::pairLeft, this, [this](const domain::PairView &pair, domain::CaseId id) { m_examination.leftPair(id, pair); });
    connect(&m_examination, &ExaminationPresenter::failed, this, [this](const QString &sentence) { say([sentence] { return sentence; }, 12); });
    connect(&m_examination, &ExaminationPresenter::removed, this, [this](const domain::Mark &mark) {
        m_rulingPresenter.forgetMark(mark.id);
        if (m_examination.canRestore())
            offerUndo(tr("The mark was removed."), [this] { m_examination.restore(); });
    });
}

void MainWindow::connectCoverage()
{
    using presentation::CoveragePresenter;
    m_case->watchCoverage(m_coverage);
    auto *activity = new ActivityWatch(this);
    m_coverage.setActive(ActivityWatch::isActive());
    connect(activity, &ActivityWatch::activeChanged, &m_coverage, &CoveragePresenter::setActive);
    connect(activity, &ActivityWatch::touched, &m_coverage, &CoveragePresenter::touched);
    connect(&m_coverage, &CoveragePresenter::changed, this, [this] { m_ruling->setCoverage(m_coverage.coverage()); });
    // What was on show a moment ago belongs to the ruling that is about to be signed.
    connect(&m_rulingPresenter, &presentation::RulingPresenter::aboutToSign, &m_coverage, &CoveragePresenter::flush);
}

/// A fact of the record, or the place on show when @p fact is empty.
std::optional<domain::Citation> MainWindow::placeToCite(const QString &fact) const
{
    if (fact.isEmpty())
        return placeToCite();
    domain::Citation citation;
    citation.fact = fact;
    return citation;
}

void MainWindow::dragPlace(const QString &fact)
{
    if (const auto citation = placeToCite(fact); citation && m_session.view())
        dragCitations(m_case, {*citation}, m_session.view()->record.file);
}

namespace {

/// As it can be kept: a mark that the desk has not answered yet cannot be named, its place can.
domain::Citation asKept(domain::Citation citation)
{
    if (!citation.mark.isNull() && !presentation::ExaminationPresenter::isKept(citation.mark))
        citation.mark = {};
    if (citation.view) {
        // As it will be read again, so that a draft that was stored is the same draft.
        if (const auto rounded = domain::viewStateFromJson(domain::toJson(*citation.view)))
            citation.view = *rounded;
    }
    return citation;
}

} // namespace

void MainWindow::citePlace(const QString &fact)
{
    if (!needsForm())
        return;
    m_case->settle();
    domain::Citation ofRecord;
    ofRecord.fact = fact;
    const QList<domain::Citation> places = fact.isEmpty() ? m_case->currentCitations() : QList{ofRecord};
    if (places.isEmpty())
        say([] { return tr("On the marked side nothing that can be cited is on show. Choose an exhibit there, a message or a scan."); });
    else
        citePlaces(places);
}

void MainWindow::citePlaces(const QList<domain::Citation> &places)
{
    if (places.isEmpty() || !needsForm())
        return;
    QString under;
    for (const domain::Citation &place : places)
        under = m_ruling->cite(asKept(place));
    say([under, book = m_session.view()->book, last = asKept(places.constLast()), file = m_session.view()->record.file] {
        return tr("Cited under \"%1\": %2").arg(presentation::elementName(under, book), presentation::citationText(last, file));
    });
}

void MainWindow::dragPlaces(const QList<domain::Citation> &places)
{
    if (!m_session.view())
        return;
    m_case->settle();
    QList<domain::Citation> kept;
    for (const domain::Citation &place : places)
        kept.append(asKept(place));
    dragCitations(m_case, kept, m_session.view()->record.file);
}

std::optional<domain::Citation> MainWindow::placeToCite() const
{
    m_case->settle();
    const std::optional<domain::Citation> citation = m_case->currentCitation();
    return citation ? std::optional(asKept(*citation)) : std::nullopt;
}

} // namespace arb::ui
