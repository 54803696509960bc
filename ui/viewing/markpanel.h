// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewing/markpainting.h"

#include <QtWidgets/QWidget>

class QLabel;
class QListWidget;

namespace arb::ui {

class ViewBar;

/// "Rectangle", "Ellipse", ...
QString markShapeText(domain::MarkShape shape);
/// The same, or "Span" of a film.
QString markKindText(const domain::Mark &mark);

/// The marks of an exhibit as a small list under their tools. Shows and tells wishes; keeps nothing.
class MarkPanel : public QWidget
{
    Q_OBJECT

public:
    explicit MarkPanel(QWidget *parent = nullptr);
    ViewBar *bar() const { return m_bar; } ///< for actions of the viewer
    void setMarks(const QList<NumberedMark> &marks);
    void setChosen(domain::MarkId id);
    /// Films: the container's time of the first frame, from which times are told.
    void setFilmStart(qint64 ptsUs);
    /// A question about the chosen mark, or nothing.
    void setQuestion(const QString &question);
    void retranslate();

Q_SIGNALS:
    /// Somebody wants to see it.
    void markPicked(arb::domain::MarkId id);
    /// Somebody drags it away.
    void markDragged(arb::domain::MarkId id);

private:
    void fill();
    QString lineOf(const NumberedMark &mark) const;

    ViewBar *m_bar = nullptr;
    QLabel *m_question = nullptr;
    QListWidget *m_list = nullptr;
    QList<NumberedMark> m_marks;
    domain::MarkId m_chosen;
    qint64 m_filmStart = 0;
};

} // namespace arb::ui
