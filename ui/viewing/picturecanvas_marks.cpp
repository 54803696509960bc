// SPDX-License-Identifier: GPL-3.0-or-later
// Marks on the canvas: choosing one, and making one up to its note.
// 1. A tool makes one mark: it is put away when the mark is made or dropped.
// 2. A change of a kept mark is told once it is done: the pointer is let go, the keys that move it rest, or the reader turns to
//    something else, be it by a key.
// 3. A note being typed never gets lost: whoever turns to something else has made the mark. Only Escape drops it, and a
//    text that says nothing is none.
#include "viewing/picturecanvas.h"

#include "viewing/viewgeometry.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>

#include <algorithm>
#include <utility>

namespace arb::ui {

namespace {

constexpr int noteWidth = 240;

/// As it may be stored: one line, no control characters.
QString plainNote(const QString &typed)
{
    QString note;
    for (const QChar c : typed)
        note.append(c.category() == QChar::Other_Control ? QChar(u' ') : c);
    return note.trimmed();
}

} // namespace

void PictureCanvas::setMarks(const QList<NumberedMark> &marks)
{
    if (marks == m_marks)
        return;
    m_marks = marks;
    const auto isChosen = [this](const NumberedMark &mark) { return mark.mark.id == m_chosen; };
    if (!m_chosen.isNull() && std::ranges::none_of(m_marks, isChosen))
        chooseMark({});
    update();
}

void PictureCanvas::renameMark(domain::MarkId before, domain::MarkId after)
{
    for (NumberedMark &mark : m_marks) {
        if (mark.mark.id == before)
            mark.mark.id = after;
    }
    if (m_edit && m_edit->mark.id == before)
        m_edit->mark.id = after;
    if (m_chosen != before)
        return;
    m_chosen = after;
    Q_EMIT markChosen(after);
}

void PictureCanvas::chooseMark(domain::MarkId id)
{
    if (id == m_chosen)
        return;
    leaveNote(true);
    finishEdit(true);
    m_chosen = id;
    update();
    Q_EMIT markChosen(id);
}

void PictureCanvas::pickMark(QPointF at)
{
    const QTransform transform = toWidget();
    const QList<QRectF> tags = markTags();
    // The one on top was drawn last.
    for (qsizetype n = m_marks.size() - 1; n >= 0; --n) {
        if (isOnMark(m_marks.at(n).mark, transform, tags.at(n), at)) {
            chooseMark(m_marks.at(n).mark.id);
            return;
        }
    }
    chooseMark({});
}

/// Where the tags of the marks stand, in their order; they are painted after those of the places.
QList<QRectF> PictureCanvas::markTags() const
{
    const QTransform transform = toWidget();
    QList<QRectF> taken;
    for (const MarkedRegion &place : m_places) {
        if (!place.label.isEmpty())
            placeTag(transform.map(QPolygonF(QRectF(place.region))).boundingRect(), size(), place.label, fontMetrics(), taken);
    }
    const qsizetype before = taken.size();
    for (const NumberedMark &mark : m_marks)
        placeTag(markPath(mark.mark.shape, mark.mark.points, transform).boundingRect(), size(), markLabel(mark), fontMetrics(), taken);
    return taken.mid(before);
}

// --- changing one ----------------------------------------------------------------------------------------------------

bool PictureCanvas::canChange(domain::MarkId id) const
{
    const auto found = std::ranges::find_if(m_marks, [id](const NumberedMark &mark) { return mark.mark.id == id; });
    // One that the desk has not answered yet has no lasting id, which is above 0.
    return found != m_marks.cend() && id.value() > 0 && !m_author.isNull() && found->mark.by == m_author && !isCovered();
}

const domain::Mark *PictureCanvas::changeable() const
{
    if (!canChange(m_chosen))
        return nullptr;
    return &std::ranges::find_if(m_marks, [this](const NumberedMark &mark) { return mark.mark.id == m_chosen; })->mark;
}

/// The pointer went down: on the chosen mark, if it can be changed?
bool PictureCanvas::beginEdit(QPointF at)
{
    const domain::Mark *mark = changeable();
    if (!mark)
        return false;
    const std::optional<qsizetype> handle = handleAt(*mark, toWidget(), at);
    const auto isIt = [this](const NumberedMark &one) { return one.mark.id == m_chosen; };
    const qsizetype number = std::ranges::find_if(std::as_const(m_marks), isIt) - m_marks.cbegin();
    if (!handle && !isOnMark(*mark, toWidget(), markTags().at(number), at))
        return false;
    m_edit.emplace(Edit{*mark, MarkDraft(mark->shape, mark->points, m_fullSize), clampedPixel(at), handle});
    return true;
}

void PictureCanvas::dragEdit(QPointF to)
{
    const QPoint pixel = clampedPixel(to);
    MarkDraft draft(m_edit->mark.shape, m_edit->mark.points, m_fullSize); // from where it was: nothing adds up on the way
    if (m_edit->handle)
        draft.put(*m_edit->handle, draft.points().at(*m_edit->handle) + (pixel - m_edit->from));
    else
        draft.move(pixel - m_edit->from);
    m_edit->draft = draft;
    update();
}

void PictureCanvas::finishEdit(bool keep)
{
    if (!m_edit)
        return;
    const Edit edit = *m_edit;
    m_edit.reset();
    m_keysRest.stop();
    update();
    if (keep && edit.draft.isComplete() && edit.draft.points() != edit.mark.points)
        Q_EMIT markChanged(edit.mark.id, edit.draft.points(), edit.mark.note);
}

void PictureCanvas::editNote()
{
    setTool(std::nullopt); // what it tells may bring other marks
    const domain::Mark *mark = changeable();
    if (!mark)
        return;
    m_edit.emplace(Edit{*mark, MarkDraft(mark->shape, mark->points, m_fullSize), {}, {}});
    showNote(markPath(mark->shape, mark->points, toWidget()).boundingRect(), mark->note, mark->shape == domain::MarkShape::Text);
}

// --- making one ------------------------------------------------------------------------------------------------------

void PictureCanvas::setTool(std::optional<domain::MarkShape> shape)
{
    leaveNote(true);
    finishEdit(true);
    if (shape && (!hasPicture() || isCovered()))
        return;
    const bool same = shape == m_tool;
    m_tool = shape;
    m_draft.reset();
    m_drawing = false;
    if (shape) {
        setRegion(std::nullopt);
        m_draft.emplace(*shape, middleOfPane(), m_fullSize);
        setFocus();
    }
    showCursor();
    update();
    if (!same)
        Q_EMIT toolChanged();
    if (m_tool == domain::MarkShape::Moment)
        askNote();
}

bool PictureCanvas::keyForMark(const QKeyEvent &event)
{
    if (!m_draft) {
        if ((event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter) && changeable()) {
            editNote();
            return true;
        }
        if (event.key() != Qt::Key_Escape || m_chosen.isNull())
            return false;
        chooseMark({});
        return true;
    }
    if (event.key() == Qt::Key_Escape) {
        setTool(std::nullopt);
        return true;
    }
    if (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter) {
        if (m_draft->isComplete())
            askNote();
        return true;
    }
    const std::optional<QPoint> way = stepOf(event);
    if (!way)
        return false;
    if (event.modifiers().testFlag(Qt::ShiftModifier))
        m_draft->stretch(*way);
    else
        m_draft->move(*way);
    update();
    return true;
}

void PictureCanvas::askNote()
{
    showNote(markPath(m_draft->shape(), m_draft->points(), toWidget()).boundingRect(), {}, m_draft->shape() == domain::MarkShape::Text);
}

void PictureCanvas::showNote(const QRectF &box, const QString &text, bool isText)
{
    const int wide = std::min(noteWidth, std::max(60, width() - 8));
    const int line = m_note->sizeHint().height(), high = m_titled ? 2 * line : line;
    // A moment is of all that is on show.
    const QRectF marked = box.isNull() ? toWidget().mapRect(QRectF(QPointF(), QSizeF(m_fullSize))) & QRectF(rect()) : box;
    const QPoint place = placeBeside(marked, QSize(wide, high), size()).topLeft();
    m_note->setGeometry(QRect(place, QSize(wide, line)));
    m_note->setText(m_titled ? text.section(u'\n', 0, 0) : text);
    m_note->setPlaceholderText(isText ? tr("What is written here") : m_titled ? tr("Title, may be left empty") : tr("Note, may be left empty"));
    m_more->setGeometry(QRect(place + QPoint(0, line), QSize(wide, line)));
    m_more->setText(m_titled ? text.section(u'\n', 1) : QString());
    m_more->setPlaceholderText(tr("Note, may be left empty"));
    m_more->setVisible(m_titled);
    m_more->raise(); // above whatever lies over the picture
    m_note->raise();
    m_note->show();
    m_note->setFocus();
}

void PictureCanvas::setTitledNotes()
{
    m_titled = true;
    m_note->setMaxLength(200);
    setTabOrder(m_note, m_more);
    retranslate();
}

/// What typedNote() says when nobody touches the fields that @p note was put into.
QString PictureCanvas::fieldsOf(const QString &note) const
{
    const QString rest = m_titled ? plainNote(note.section(u'\n', 1)) : QString();
    const QString first = plainNote(m_titled ? note.section(u'\n', 0, 0) : note);
    return rest.isEmpty() ? first : QString(first + u'\n' + rest);
}

QString PictureCanvas::typedNote() const
{
    const QString first = plainNote(m_note->text()), rest = plainNote(m_more->text());
    return rest.isEmpty() ? first : QString(first + u'\n' + rest);
}

bool PictureCanvas::isNoteField(const QObject *object) const
{
    return object && (object == m_note || object == m_more);
}

void PictureCanvas::finishNote()
{
    leaveNote(true);
    finishEdit(true);
}

void PictureCanvas::leaveNote(bool keep)
{
    if (m_note->isHidden() || !(m_draft || m_edit))
        return;
    m_keysRest.stop();
    const std::optional<Edit> edit = std::exchange(m_edit, std::nullopt);
    const std::optional<MarkDraft> draft = m_draft;
    const QString note = typedNote();
    const bool readerHere = m_note->hasFocus() || m_more->hasFocus();
    m_draft.reset(); // before the field goes: losing the focus must not make the mark twice
    m_tool.reset();
    m_drawing = false;
    m_note->hide();
    m_more->hide();
    if (readerHere)
        setFocus();
    showCursor();
    update();
    Q_EMIT toolChanged();
    const bool saysNothing = (edit ? edit->mark.shape : draft->shape()) == domain::MarkShape::Text && note.isEmpty();
    if (!keep || saysNothing)
        return;
    // Lines of a note that the field cannot show are not lost by looking at it.
    const bool isNew = !edit || note != fieldsOf(edit->mark.note);
    if (edit && isNew && canChange(edit->mark.id))
        Q_EMIT markChanged(edit->mark.id, edit->mark.points, note);
    else if (edit && isNew) // the mark went while its note was being typed
        Q_EMIT markMade(edit->mark.shape, edit->mark.points, note);
    else if (!edit && draft->isComplete())
        Q_EMIT markMade(draft->shape(), draft->points(), note);
}

bool PictureCanvas::eventFilter(QObject *watched, QEvent *event)
{
    if (!isNoteField(watched))
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Escape) {
            leaveNote(false);
            return true;
        }
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            const bool isText = (m_draft && m_draft->shape() == domain::MarkShape::Text) || (m_edit && m_edit->mark.shape == domain::MarkShape::Text);
            const bool saysNothing = isText && typedNote().isEmpty();
            if (!saysNothing)
                leaveNote(true);
            return true;
        }
    }
    if (event->type() == QEvent::FocusOut) {
        const Qt::FocusReason reason = static_cast<QFocusEvent *>(event)->reason();
        // Another window, the field's own menu or the other field is no turning away.
        const bool stays = reason == Qt::ActiveWindowFocusReason || reason == Qt::PopupFocusReason || isNoteField(QApplication::focusWidget());
        if (!stays)
            leaveNote(true);
    }
    return QWidget::eventFilter(watched, event);
}

void PictureCanvas::retranslate()
{
    m_note->setAccessibleName(m_titled ? tr("Title of the mark") : tr("Note of the mark"));
    m_more->setAccessibleName(tr("Note of the mark"));
}

} // namespace arb::ui
