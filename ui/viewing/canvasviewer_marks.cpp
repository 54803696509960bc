// SPDX-License-Identifier: GPL-3.0-or-later
// Places and marks of the canvas viewer: pointing out, citing, flying there, removing.
#include "viewing/canvasviewer.h"

#include "viewing/markpanel.h"

#include <presentation/formats.h>

#include <algorithm>

namespace arb::ui {

namespace {

void citePlace(domain::Citation &citation, const domain::FilmPlace &place)
{
    citation.frame = place.frame;
    citation.pts = place.pts;
    if (place.isSpan()) {
        citation.frameEnd = place.frameEnd;
        citation.ptsEnd = place.ptsEnd;
    }
}

} // namespace

void CanvasViewer::buildMarkActions()
{
    using Shape = domain::MarkShape;
    addTool(Shape::Rectangle, QStringLiteral("markRectangle"), Glyph::Rectangle);
    addTool(Shape::Ellipse, QStringLiteral("markEllipse"), Glyph::Ellipse);
    addTool(Shape::Arrow, QStringLiteral("markArrow"), Glyph::Arrow);
    addTool(Shape::Freehand, QStringLiteral("markFreehand"), Glyph::Freehand);
    addTool(Shape::Text, QStringLiteral("markText"), Glyph::Text);
    addTool(Shape::Measure, QStringLiteral("markMeasure"), Glyph::Measure);
    m_remove = addViewerAction(QStringLiteral("markRemove"), {QKeySequence(QKeySequence::Delete)}, [this] { removeMark(); });
    m_remove->setEnabled(false);
    m_noteAction = addViewerAction(QStringLiteral("markNoteEdit"), {QKeySequence(Qt::CTRL | Qt::Key_8)}, [this] { m_canvas->editNote(); });
    m_noteAction->setEnabled(false);
    m_markPanel->bar()->addGlyph(m_noteAction, Glyph::Pencil);
    m_markPanel->bar()->addGlyph(m_remove, Glyph::Remove);
    m_markPanel->bar()->addGap();
    m_markToggle = addToggle(QStringLiteral("markList"), QKeySequence(Qt::CTRL | Qt::Key_7), m_markPanel);
    m_bar->addGlyph(m_markToggle, Glyph::Pencil);
    connect(m_canvas, &PictureCanvas::toolChanged, this, [this] {
        for (auto tool = m_tools.cbegin(); tool != m_tools.cend(); ++tool)
            tool.value()->setChecked(m_canvas->tool() == tool.key());
        if (m_canvas->tool())
            holdStill();
    });
    connect(m_canvas, &PictureCanvas::markMade, this, &CanvasViewer::makeMark);
    connect(m_canvas, &PictureCanvas::markChosen, this, [this](domain::MarkId id) {
        m_removalAsked.reset();
        showQuestion();
        m_remove->setEnabled(!id.isNull());
        m_noteAction->setEnabled(m_canvas->canChange(id));
        m_markPanel->setChosen(id);
        Q_EMIT markChosen(id);
        Q_EMIT citationChanged();
    });
    connect(m_canvas, &PictureCanvas::markChanged, this, &ViewerWidget::markCorrectionWanted);
    connect(m_markPanel, &MarkPanel::markPicked, this, &CanvasViewer::flyToMark);
    connect(m_markPanel, &MarkPanel::markDragged, this, &CanvasViewer::dragMark);
}

void CanvasViewer::buildFilmMarkActions()
{
    m_canvas->setTitledNotes();
    m_moment = addViewerAction(QStringLiteral("markMoment"), {QKeySequence(Qt::CTRL | Qt::Key_9)}, [this] {
        beginSpan(false);
        m_canvas->setTool(domain::MarkShape::Moment);
    });
    m_spanBegin = addViewerAction(QStringLiteral("markSpanBegin"), {QKeySequence(Qt::ALT | Qt::Key_BracketLeft)}, {});
    m_spanBegin->setCheckable(true);
    connect(m_spanBegin, &QAction::triggered, this, &CanvasViewer::beginSpan);
    m_spanEnd = addViewerAction(QStringLiteral("markSpanEnd"), {QKeySequence(Qt::ALT | Qt::Key_BracketRight)},
                                [this] { m_canvas->setTool(domain::MarkShape::Moment); });
    m_spanEnd->setEnabled(false);
    connect(this, &ViewerWidget::timelineTickChosen, this, [this](TimelineTick::Kind kind, const QString &id) {
        if (kind == TimelineTick::Kind::Mark)
            flyToMark(domain::MarkId(id.toLongLong()));
    });
    connect(this, &ViewerWidget::timelineSpanChosen, this, [this](const QString &id) { flyToMark(domain::MarkId(id.toLongLong())); });
    m_markPanel->bar()->addGap();
    m_markPanel->bar()->addGlyph(m_moment, Glyph::Moment);
    m_markPanel->bar()->addGlyph(m_spanBegin, Glyph::SpanBegin);
    m_markPanel->bar()->addGlyph(m_spanEnd, Glyph::SpanEnd);
}

void CanvasViewer::beginSpan(bool begun)
{
    m_spanFrom = begun ? m_frame : std::nullopt;
    m_spanBegin->setChecked(m_spanFrom.has_value());
    m_spanEnd->setEnabled(m_spanFrom.has_value());
    showQuestion();
    if (m_spanFrom)
        m_markToggle->setChecked(true);
    Q_EMIT citationChanged();
}

std::optional<domain::FilmPlace> CanvasViewer::filmPlace() const
{
    if (!m_frame || !m_spanFrom)
        return m_frame;
    const auto [first, last] = std::minmax(*m_spanFrom, *m_frame, [](const auto &a, const auto &b) { return a.frame < b.frame; });
    return domain::FilmPlace{first.frame, first.pts, last.frame, last.pts};
}

void CanvasViewer::showsFrame(qint64 index, qint64 ptsUs, qint64 firstPtsUs)
{
    m_frame = domain::FilmPlace{index, ptsUs, index, ptsUs};
    m_filmStart = firstPtsUs;
    m_markPanel->setFilmStart(firstPtsUs);
}

void CanvasViewer::tellMarksInTime()
{
    QList<TimelineTick> ticks;
    QList<TimelineSpan> spans;
    for (const NumberedMark &mark : std::as_const(m_marks)) {
        const auto &film = mark.mark.film;
        if (!film)
            continue;
        const QString words = QStringLiteral("%1 · %2").arg(markLabel(mark), markKindText(mark.mark)), id = mark.mark.id.toString();
        if (film->isSpan())
            spans.append({TimelineSpan::Kind::Mark, film->pts, film->ptsEnd, words, id});
        else
            ticks.append({TimelineTick::Kind::Mark, film->pts, words, id});
    }
    setTimelineTicks(TimelineTick::Kind::Mark, ticks);
    setTimelineSpans(TimelineSpan::Kind::Mark, spans);
}

QAction *CanvasViewer::addTool(domain::MarkShape shape, const QString &objectName, Glyph glyph)
{
    const auto digit = static_cast<Qt::Key>(Qt::Key_1 + static_cast<int>(shape)); // Ctrl+1 to Ctrl+6, in their order
    QAction *action = addViewerAction(objectName, {QKeySequence(Qt::CTRL | digit)}, {});
    action->setCheckable(true);
    connect(action, &QAction::triggered, this, [this, action, shape](bool on) {
        m_canvas->setTool(on ? std::optional(shape) : std::nullopt);
        action->setChecked(m_canvas->tool() == shape);
    });
    m_tools.insert(shape, action);
    m_markPanel->bar()->addGlyph(action, glyph);
    return action;
}

std::optional<domain::Citation> CanvasViewer::currentCitation() const
{
    if (isBroken() || isCovered() || shown().exhibitId.isEmpty() || !m_canvas->hasPicture())
        return std::nullopt;
    if (const NumberedMark *chosen = markWith(m_canvas->chosenMark()))
        return citationOf(chosen->mark);
    domain::Citation citation;
    citation.exhibit = shown().exhibitId;
    citation.sha256 = shown().sha256;
    citation.region = m_canvas->region();
    citation.view = m_canvas->viewState();
    fillPlace(citation);
    if (const auto place = filmPlace(); place && place->isSpan())
        citePlace(citation, *place);
    return citation;
}

domain::Citation CanvasViewer::citationOf(const domain::Mark &mark) const
{
    domain::Citation citation;
    citation.exhibit = mark.exhibit;
    citation.sha256 = mark.sha256;
    if (!mark.points.isEmpty())
        citation.region = mark.bounds();
    if (mark.page > 0)
        citation.page = mark.page;
    if (mark.film)
        citePlace(citation, *mark.film);
    citation.mark = mark.id;
    citation.view = mark.view;
    return citation;
}

void CanvasViewer::goTo(const domain::Citation &citation, const QString &label)
{
    const bool isOfThese = citation.sha256.isEmpty() || citation.sha256 == shown().sha256;
    if (citation.exhibit != shown().exhibitId || citation.exhibit.isEmpty() || !isOfThese)
        return;
    m_destination = citation;
    m_destinationView.reset();
    m_destinationLabel = label;
    m_traveling = true;
    travel(citation);
}

void CanvasViewer::arrived()
{
    updateMarks();
    if (!m_traveling || !m_destination || !m_canvas->hasPicture() || !isPlaceOnShow(*m_destination))
        return;
    m_traveling = false;
    const domain::Citation destination = *m_destination;
    // A picture or frame that is cited without a region is shown whole, wherever the reader or the other side of a pair has moved
    // it meanwhile. Of a page it is what was read there, as large as it was read.
    const bool isWhole = !destination.region && !m_destinationLabel.isEmpty() && pageOnShow() == 0;
    if (destination.view && !destination.region && !isWhole)
        m_canvas->restoreView(*destination.view);
    else if (destination.view)
        m_canvas->takeLook(*destination.view);
    if (destination.region)
        m_canvas->reveal(*destination.region);
    else if (isWhole && m_canvas->viewState().fit != domain::ViewFit::Fit)
        m_canvas->fit();
    m_canvas->chooseMark(markWith(destination.mark) ? destination.mark : domain::MarkId());
    m_destinationView = m_canvas->viewState();
}

bool CanvasViewer::isAtDestination() const
{
    return m_destination && m_destinationView && m_canvas->hasPicture() && m_canvas->viewState() == *m_destinationView && isPlaceOnShow(*m_destination);
}

void CanvasViewer::standAtDestination()
{
    m_traveling = m_destination.has_value();
    arrived();
}

void CanvasViewer::showCited(const QList<domain::Citation> &citations)
{
    m_cited = citations;
    updateMarks();
}

void CanvasViewer::setMarks(const QList<domain::Mark> &marks)
{
    const QList<NumberedMark> before = std::exchange(m_marks, {});
    int number = 0, strange = 0;
    for (const domain::Mark &mark : marks) {
        ++number;
        if (mark.exhibit != shown().exhibitId)
            continue;
        if (mark.sha256 == shown().sha256)
            m_marks.append({mark, number});
        else
            ++strange;
    }
    chooseDrawn(before);
    setFurtherNotice({});
    if (strange > 0)
        setFurtherNotice([strange] { return tr("%n mark(s) were made on another file of this exhibit and are not drawn here.", nullptr, strange); });
    m_markPanel->setMarks(m_marks);
    tellMarksInTime();
    updateMarks();
}

/// What was drawn a moment ago is what the next key is about: it is cited, or rewritten.
void CanvasViewer::chooseDrawn(const QList<NumberedMark> &before)
{
    if (!m_drawn)
        return;
    for (const NumberedMark &mark : std::as_const(m_marks)) {
        const bool known = std::ranges::any_of(before, [&mark](const NumberedMark &other) { return other.mark.id == mark.mark.id; });
        if (known || mark.mark.shape != m_drawn->shape || mark.mark.points != m_drawn->points || mark.mark.page != m_drawn->page || mark.mark.film != m_drawn->film)
            continue;
        m_drawn.reset();
        if (isOnShow(mark.mark))
            m_canvas->chooseMark(mark.mark.id);
        return;
    }
}

void CanvasViewer::setMarkAuthor(domain::PersonId author)
{
    m_canvas->setAuthor(author);
    m_noteAction->setEnabled(m_canvas->canChange(m_canvas->chosenMark()));
}

void CanvasViewer::renameMark(domain::MarkId before, domain::MarkId after)
{
    for (NumberedMark &mark : m_marks) {
        if (mark.mark.id == before)
            mark.mark.id = after;
    }
    if (m_removalAsked == before)
        m_removalAsked = after;
    m_markPanel->setMarks(m_marks);
    tellMarksInTime();
    m_canvas->renameMark(before, after);
}

void CanvasViewer::updateMarks()
{
    QList<NumberedMark> here;
    for (const NumberedMark &mark : std::as_const(m_marks)) {
        if (isOnShow(mark.mark))
            here.append(mark);
    }
    m_canvas->setMarks(here);
    QList<MarkedRegion> places;
    int number = 0;
    for (const domain::Citation &citation : std::as_const(m_cited)) {
        ++number;
        const bool isHere = citation.exhibit == shown().exhibitId && citation.region && isPlaceOnShow(citation) && !markWith(citation.mark);
        if (isHere && !(m_destination && citation == *m_destination))
            places.append({*citation.region, QString::number(number)});
    }
    if (m_destination && m_destination->region && isPlaceOnShow(*m_destination) && !markWith(m_destination->mark))
        places.append({*m_destination->region, m_destinationLabel});
    m_canvas->setPlaces(places);
}

/// Marks of a film show on their own frames only.
bool CanvasViewer::isOnShow(const domain::Mark &mark) const
{
    if (mark.page != pageOnShow())
        return false;
    return !mark.film || (m_frame && m_frame->frame >= mark.film->frame && m_frame->frame <= mark.film->frameEnd);
}

void CanvasViewer::makeMark(domain::MarkShape shape, const QList<QPoint> &points, const QString &note)
{
    domain::Mark mark;
    mark.exhibit = shown().exhibitId;
    mark.sha256 = shown().sha256;
    mark.page = pageOnShow();
    mark.shape = shape;
    mark.points = points;
    mark.note = note;
    mark.view = m_canvas->viewState();
    mark.film = filmPlace();
    if (m_spanFrom)
        beginSpan(false);
    if (mark.exhibit.isEmpty())
        return;
    m_drawn = mark;
    Q_EMIT markMade(mark);
}

const NumberedMark *CanvasViewer::markWith(domain::MarkId id) const
{
    if (id.isNull())
        return nullptr;
    const auto found = std::ranges::find_if(m_marks, [id](const NumberedMark &mark) { return mark.mark.id == id; });
    return found == m_marks.cend() ? nullptr : &*found;
}

void CanvasViewer::flyToMark(domain::MarkId id)
{
    if (const NumberedMark *mark = markWith(id)) {
        goTo(citationOf(mark->mark), {});
        m_canvas->setFocus(); // Delete and the arrow keys are about what was flown to
    }
}

void CanvasViewer::dragMark(domain::MarkId id)
{
    if (const NumberedMark *mark = markWith(id))
        Q_EMIT placeDragWanted(citationOf(mark->mark));
}

/// The first time asks, the second time wishes.
void CanvasViewer::removeMark()
{
    const domain::MarkId chosen = m_canvas->chosenMark();
    if (chosen.isNull())
        return;
    if (m_removalAsked == chosen) {
        m_removalAsked.reset();
        showQuestion();
        Q_EMIT markRemovalWanted(chosen);
        return;
    }
    m_removalAsked = chosen;
    showQuestion();
}

void CanvasViewer::showQuestion()
{
    const NumberedMark *mark = m_removalAsked ? markWith(*m_removalAsked) : nullptr;
    QString question;
    if (mark)
        question = tr("Remove mark %1? Press Delete again to remove it, Esc to keep it.").arg(mark->number);
    else if (m_spanFrom)
        question = tr("A span begins at %1. Go to its end, then mark or cite it.").arg(presentation::filmTimeText(m_spanFrom->pts - m_filmStart));
    m_markPanel->setQuestion(question);
    if (mark)
        m_markToggle->setChecked(true); // or nobody would see the question
}

} // namespace arb::ui
