// SPDX-License-Identifier: GPL-3.0-or-later
// Marks on the canvas: choosing one, and making one up to its note.
// 1. A tool makes one mark: it is put away when the mark is made or dropped.
// 2. A note being typed never gets lost: whoever turns to something else has made the mark. Only Escape drops it, and a
//    text that says nothing is none.
#include "viewing/picturecanvas.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>

#include <algorithm>

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

void PictureCanvas::chooseMark(domain::MarkId id)
{
    if (id == m_chosen)
        return;
    m_chosen = id;
    update();
    Q_EMIT markChosen(id);
}

void PictureCanvas::pickMark(QPointF at)
{
    const QTransform transform = toWidget();
    // The one on top was drawn last.
    for (auto mark = m_marks.crbegin(); mark != m_marks.crend(); ++mark) {
        if (isOnMark(*mark, transform, at, fontMetrics())) {
            chooseMark(mark->mark.id);
            return;
        }
    }
    chooseMark({});
}

void PictureCanvas::setTool(std::optional<domain::MarkShape> shape)
{
    leaveNote(true);
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
    const QRectF box = markPath(m_draft->shape(), m_draft->points(), toWidget()).boundingRect();
    const int wide = std::min(noteWidth, std::max(60, width() - 8));
    const int line = m_note->sizeHint().height(), high = m_titled ? 2 * line : line;
    const int x = std::clamp(static_cast<int>(box.left()), 4, std::max(4, width() - wide - 4));
    const int y = std::clamp(static_cast<int>(box.bottom()) + 6, 4, std::max(4, height() - high - 4));
    m_note->setGeometry(x, y, wide, line);
    m_note->clear();
    m_more->setGeometry(x, y + line, wide, line);
    m_more->clear();
    const bool isText = m_draft->shape() == domain::MarkShape::Text;
    m_note->setPlaceholderText(isText ? tr("What is written here") : m_titled ? tr("Title, may be left empty") : tr("Note, may be left empty"));
    m_more->setPlaceholderText(tr("Note, may be left empty"));
    m_more->setVisible(m_titled);
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
}

void PictureCanvas::leaveNote(bool keep)
{
    if (m_note->isHidden() || !m_draft)
        return;
    const MarkDraft draft = *m_draft;
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
    if (keep && draft.isComplete() && (draft.shape() != domain::MarkShape::Text || !note.isEmpty()))
        Q_EMIT markMade(draft.shape(), draft.points(), note);
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
            const bool saysNothing = m_draft && m_draft->shape() == domain::MarkShape::Text && typedNote().isEmpty();
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
