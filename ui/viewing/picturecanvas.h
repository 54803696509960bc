// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/viewers.h>

#include "markdraft.h"
#include "markpainting.h"

#include <QtCore/QBasicTimer>
#include <QtGui/QTransform>
#include <QtWidgets/QWidget>

class QLineEdit;

namespace arb::ui {

/// A place that is cited, drawn as an outlined box with its label.
struct MarkedRegion
{
    QRect region; ///< pixels of the full upright picture
    QString label;
    bool operator==(const MarkedRegion &) const = default;
};

/// Paints one picture at any zoom, place, turn and tone: mip levels below 100 %, bare pixels at and above, a grid of them
/// from 800 %. Wheel zooms at the pointer (with Alt it turns), dragging pans, Shift+drag selects a region, a tool draws a
/// mark. Knows nothing of files and keeps no mark.
class PictureCanvas : public QWidget
{
    Q_OBJECT

public:
    explicit PictureCanvas(QWidget *parent = nullptr);

    /// A picture of another size or @p keepView false fits anew; otherwise the view stays.
    void setPicture(const QList<QImage> &levels, QSize fullSize, double pixelAspect, bool keepView);
    void clear();
    bool hasPicture() const { return !m_levels.isEmpty(); }
    QSize fullSize() const { return m_fullSize; }
    double pixelAspect() const { return m_aspect; }
    /// What is loaded of the picture, largest first.
    const QList<QImage> &levels() const { return m_levels; }
    /// As many pixels as the whole picture would take of the screen as it stands now, under the magnifier if there is one; upright,
    /// whatever the turn. More of them than this nobody sees.
    QSize pixelsOnShow() const;

    ViewState viewState() const { return m_view; }
    void setViewState(const ViewState &state);
    /// As setViewState(), but what fitted or filled its pane does so in this one.
    void standAs(const ViewState &state);
    /// The same, and tells of it.
    void restoreView(const ViewState &state);
    void fit();
    void fill();
    void actualSize();
    void zoomBy(double factor);
    void turn(int quarterTurns) { turnTo(m_view.rotation + 90.0 * quarterTurns); }
    void turnTo(double degrees);
    void mirror();
    void setTone(const domain::Tone &tone);
    /// Turned, mirrored and toned as in @p look; place and zoom stay.
    void takeLook(const ViewState &look);
    /// Moves so that @p region is inside the pane with some room around it.
    void reveal(const QRect &region);
    /// Only as far as needed, without zooming: nothing where @p region is inside the pane already.
    void bringIntoView(const QRect &region);

    /// A round loupe of bare pixels, @p factor times the present zoom: under the pointer, without one in the middle.
    /// 0: none.
    void setMagnifier(int factor);
    int magnifier() const { return m_magnifier; }

    /// While covered nothing of the picture is on the screen, only its shape.
    void setCover(Care cover);
    bool isCovered() const { return m_cover != Care::Off; }

    /// What is on show is not what was asked for, which is still to come: dimmed, with @p words on it that say what it is. Empty:
    /// as usual. Ends with clear().
    void setFormer(const QString &words);
    QString former() const { return m_former; }

    std::optional<QRect> region() const { return m_region; }
    void setRegion(const std::optional<QRect> &region);
    /// Puts a region in the middle of the pane, for the keyboard: arrows move it, Shift+arrows size it, Escape drops it.
    void beginRegion();
    /// Places that are cited.
    void setPlaces(const QList<MarkedRegion> &places);
    /// Found words, translucent; @p current is the one that is looked at, -1 none.
    void setHighlights(const QList<QRect> &rects, int current);

    void setMarks(const QList<NumberedMark> &marks);
    const QList<NumberedMark> &marks() const { return m_marks; }
    domain::MarkId chosenMark() const { return m_chosen; }
    /// None: no mark is chosen.
    void chooseMark(domain::MarkId id);
    std::optional<domain::MarkShape> tool() const { return m_tool; }
    /// A mark of @p shape stands ready in the middle: arrows move it, Shift+arrows size it, Enter asks for its note,
    /// Escape drops it. Or it is drawn with the pointer. A moment is asked for its note at once. Nothing: no tool.
    void setTool(std::optional<domain::MarkShape> shape);
    /// Notes have a title and a second field for the rest; as they are kept, the title is the first line.
    void setTitledNotes();
    /// Whoever is typing a note or changing a mark is done; what can be made or changed is.
    void finishNote();
    /// The mark that is just being moved by keys stands where it is. A note being typed stays.
    void settle();
    /// Whose marks can be changed once chosen: dragged, by a handle of theirs or as a whole, or moved with Alt and the arrow
    /// keys (Shift: by ten pixels), which is one change once they rest. Nobody: none can.
    void setAuthor(domain::PersonId author) { m_author = author; }
    bool canChange(domain::MarkId id) const;
    /// The chosen mark's note stands ready to be written anew.
    void editNote();
    /// The mark goes by another id from now on.
    void renameMark(domain::MarkId before, domain::MarkId after);

    /// From picture to widget coordinates.
    QTransform toWidget() const;
    void retranslate();
    QSize sizeHint() const override { return QSize(480, 360); }
    QSize minimumSizeHint() const override { return QSize(120, 90); }

Q_SIGNALS:
    void viewStateChanged(const arb::ui::ViewState &state, bool byReader);
    void regionChanged();
    void coverChanged();
    /// More pixels than are loaded would be on show.
    void sharperWanted();
    void toolChanged();
    void markMade(arb::domain::MarkShape shape, const QList<QPoint> &points, const QString &note);
    void markChosen(arb::domain::MarkId id);
    void markChanged(arb::domain::MarkId id, const QList<QPoint> &points, const QString &note);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    double fitZoom() const;
    void applyFit();
    void zoomAt(double factor, QPointF anchor);
    void panBy(QPointF widgetDelta);
    void changed(bool byReader);
    void askSharper();

    void paintPicture(QPainter &painter, const QRect &exposed);
    void paintPixels(QPainter &painter, const QTransform &transform, double zoom, const QRectF &exposed) const;
    void paintToned(QPainter &painter, const QTransform &transform, double zoom, const QRect &exposed);
    void paintCover(QPainter &painter) const;
    void paintGrid(QPainter &painter, const QRect &exposed) const;
    void paintOverlays(QPainter &painter) const;
    void paintPlace(QPainter &painter, const QRect &region, const QString &label, bool selection, QList<QRectF> &tags) const;
    void paintMagnifier(QPainter &painter);
    void paintFormer(QPainter &painter) const;
    QRect loupe() const;
    void movePointer(std::optional<QPointF> pointer);

    /// A kept mark being changed; what is stored of it stays until it is told by markChanged().
    struct Edit
    {
        domain::Mark mark;
        MarkDraft draft;
        QPoint from;                     ///< the pixel that was taken hold of
        std::optional<qsizetype> handle; ///< none: as a whole
    };
    const domain::Mark *changeable() const;
    bool beginEdit(QPointF at);
    void dragEdit(QPointF to);
    void finishEdit(bool keep);
    bool keyForEdit(const QKeyEvent &event);
    bool isEditKey(const QKeyEvent &event) const;
    bool keyForMark(const QKeyEvent &event);
    bool keyForRegion(const QKeyEvent &event);
    /// The way an arrow key goes, in whole pixels of the picture as it stands on the screen; nothing for other keys.
    std::optional<QPoint> stepOf(const QKeyEvent &event) const;
    QPoint clampedPixel(QPointF widget) const;
    QRect middleOfPane() const;
    void pickMark(QPointF at);
    QList<QRectF> markTags() const;
    void askNote();
    QString typedNote() const;
    QString fieldsOf(const QString &note) const;
    bool isNoteField(const QObject *object) const;
    void showNote(const QRectF &box, const QString &text, bool isText);
    void leaveNote(bool keep);
    void showCursor();

    QList<QImage> m_levels;
    QSize m_fullSize;
    double m_aspect = 1.0;
    ViewState m_view;
    QImage m_toned;   ///< what is on the screen, before and after its tone; as large as the pane
    QImage m_blurred; ///< a few pixels that stand for the whole picture
    Care m_cover = Care::Off;
    QString m_former;
    int m_magnifier = 0;
    std::optional<QPointF> m_pointer;
    std::optional<QRect> m_region;
    QList<MarkedRegion> m_places;
    QList<QRect> m_highlights;
    int m_highlight = -1;
    QList<NumberedMark> m_marks;
    domain::MarkId m_chosen;
    std::optional<domain::MarkShape> m_tool;
    std::optional<MarkDraft> m_draft;
    QLineEdit *m_note = nullptr, *m_more = nullptr; ///< m_more: the rest of a note that has a title
    bool m_titled = false;
    std::optional<Edit> m_edit;
    QBasicTimer m_keysRest; ///< runs while a mark is moved by keys
    domain::PersonId m_author;
    std::optional<QPointF> m_panFrom, m_pressedAt;
    std::optional<QPoint> m_regionFrom;
    bool m_drawing = false;
};

} // namespace arb::ui
