// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewing/markpanel.h"

#include "viewing/viewbar.h"

#include "citing/citehandle.h"

#include <presentation/formats.h>

#include <QtCore/QCoreApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>
#include <utility>

namespace arb::ui {

QString markShapeText(domain::MarkShape shape)
{
    const auto say = [](const char *text) { return QCoreApplication::translate("arb::ui::Marks", text); };
    switch (shape) {
    case domain::MarkShape::Rectangle: return say(QT_TRANSLATE_NOOP("arb::ui::Marks", "Rectangle"));
    case domain::MarkShape::Ellipse: return say(QT_TRANSLATE_NOOP("arb::ui::Marks", "Ellipse"));
    case domain::MarkShape::Arrow: return say(QT_TRANSLATE_NOOP("arb::ui::Marks", "Arrow"));
    case domain::MarkShape::Freehand: return say(QT_TRANSLATE_NOOP("arb::ui::Marks", "Freehand line"));
    case domain::MarkShape::Text: return say(QT_TRANSLATE_NOOP("arb::ui::Marks", "Written text"));
    case domain::MarkShape::Measure: return say(QT_TRANSLATE_NOOP("arb::ui::Marks", "Measure"));
    case domain::MarkShape::Moment: return say(QT_TRANSLATE_NOOP("arb::ui::Marks", "Moment"));
    }
    return {};
}

QString markKindText(const domain::Mark &mark)
{
    if (mark.shape == domain::MarkShape::Moment && mark.film && mark.film->isSpan())
        return QCoreApplication::translate("arb::ui::Marks", "Span");
    return markShapeText(mark.shape);
}

MarkPanel::MarkPanel(QWidget *parent)
    : QWidget(parent), m_bar(new ViewBar(this)), m_question(new QLabel(this))
{
    auto *list = new CitableRows<QListWidget>(this);
    m_list = list;
    list->dragged = [this] {
        if (const QListWidgetItem *item = m_list->currentItem())
            Q_EMIT markDragged(domain::MarkId(item->data(Qt::UserRole).toLongLong()));
    };
    setObjectName(QStringLiteral("markPanel"));
    m_question->setObjectName(QStringLiteral("markQuestion"));
    m_question->setTextFormat(Qt::PlainText);
    m_question->setWordWrap(true);
    m_question->setContentsMargins(8, 2, 8, 2);
    m_question->hide();
    m_list->setObjectName(QStringLiteral("markList"));
    m_list->setMaximumHeight(92);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_question);
    column->addWidget(m_list);
    const auto pick = [this](const QListWidgetItem *item) {
        Q_EMIT markPicked(domain::MarkId(item->data(Qt::UserRole).toLongLong()));
    };
    connect(m_list, &QListWidget::itemActivated, this, pick);
    connect(m_list, &QListWidget::itemClicked, this, pick);
    retranslate();
}

void MarkPanel::setMarks(const QList<NumberedMark> &marks)
{
    if (marks == m_marks)
        return;
    m_marks = marks;
    fill();
}

void MarkPanel::setChosen(domain::MarkId id)
{
    m_chosen = id;
    int row = -1;
    for (int n = 0; n < m_marks.size(); ++n) {
        if (m_marks.at(n).mark.id == id)
            row = n;
    }
    m_list->setCurrentRow(row);
}

void MarkPanel::setQuestion(const QString &question)
{
    m_question->setText(question);
    m_question->setVisible(!question.isEmpty());
}

void MarkPanel::setFilmStart(qint64 ptsUs)
{
    if (std::exchange(m_filmStart, ptsUs) != ptsUs)
        fill();
}

QString MarkPanel::lineOf(const NumberedMark &mark) const
{
    QStringList parts{QString::number(mark.number)};
    QString note = mark.mark.note;
    if (mark.mark.film) {
        // By its title it is known again: in a narrow pane what follows is cut off.
        const QString title = note.section(u'\n', 0, 0).simplified();
        note = note.section(u'\n', 1);
        if (!title.isEmpty())
            parts.append(presentation::visibleText(title));
        parts.append(presentation::filmPlaceText(*mark.mark.film, m_filmStart));
    }
    parts.append(markKindText(mark.mark));
    if (mark.mark.page > 0)
        parts.append(tr("page %1").arg(mark.mark.page));
    if (mark.mark.shape == domain::MarkShape::Measure) {
        parts.append(markLengthText(mark.mark));
        // A thing of known size beside one of unknown size: what counts is how many times.
        const auto first = std::ranges::find_if(m_marks, [](const NumberedMark &other) { return other.mark.shape == domain::MarkShape::Measure; });
        if (first->number != mark.number && first->mark.page == mark.mark.page && first->mark.length() > 0.0)
            parts.append(tr("%1 times mark %2").arg(QString::number(mark.mark.length() / first->mark.length(), 'f', 2)).arg(first->number));
    }
    if (!note.isEmpty())
        parts.append(presentation::visibleText(note.simplified()));
    if (!mark.mark.byName.isEmpty())
        parts.append(presentation::visibleText(mark.mark.byName));
    return parts.join(QStringLiteral(" · "));
}

void MarkPanel::fill()
{
    m_list->clear();
    for (const NumberedMark &mark : m_marks) {
        auto *item = new QListWidgetItem(lineOf(mark), m_list);
        item->setData(Qt::UserRole, mark.mark.id.value());
        item->setToolTip(item->text().toHtmlEscaped());
    }
    m_list->setVisible(!m_marks.isEmpty());
    setChosen(m_chosen);
}

void MarkPanel::retranslate()
{
    m_list->setAccessibleName(tr("Marks"));
    fill();
}

} // namespace arb::ui
