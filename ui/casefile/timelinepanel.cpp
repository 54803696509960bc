// SPDX-License-Identifier: GPL-3.0-or-later
#include "timelinepanel.h"

#include "timelinecanvas.h"

#include "../citing/citehandle.h"
#include "../shell/wrappedlabel.h"

#include <ui/theme.h>
#include <ui/timelineview.h>

#include <QtCore/QEvent>
#include <QtCore/QSignalBlocker>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QTreeView>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace arb::ui {

namespace {

constexpr double buttonZoom = 1.6;
constexpr int rowPadding = 10; ///< of a row of the list, above and below
constexpr int wholeGap = 2; ///< between the list and the words of its chosen row

} // namespace

TimelinePanel::TimelinePanel(QWidget *parent)
    : QWidget(parent), m_title(new QLabel(this)), m_canvas(new TimelineCanvas(m_model, this)), m_whole(new QLabel(this))
{
    setObjectName(QStringLiteral("timelinePanel"));
    m_title->setTextFormat(Qt::PlainText);
    buildWords();
    auto *head = new QHBoxLayout;
    head->setContentsMargins(8, 2, 4, 0);
    head->setSpacing(2);
    head->addWidget(m_title, 1);
    m_in = addButton("timelineIn");
    m_out = addButton("timelineOut");
    m_own = addButton("timelineOwn");
    m_all = addButton("timelineAll");
    m_cite = addButton("timelineCite");
    m_close = addButton("timelineClose");
    for (QToolButton *button : {m_in, m_out, m_own, m_all, m_cite, m_close})
        head->addWidget(button);
    auto *words = new QSplitter(Qt::Vertical, this);
    words->addWidget(m_hints);
    auto *listed = new QWidget(words);
    auto *column = new QVBoxLayout(listed);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(wholeGap);
    column->addWidget(m_list, 1);
    column->addWidget(m_whole);
    listed->installEventFilter(this); // to know how much of the words it has room for
    words->addWidget(listed);
    words->setChildrenCollapsible(false);
    auto *split = new QSplitter(Qt::Horizontal, this);
    split->addWidget(m_canvas);
    split->addWidget(words);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    split->setSizes({440, 330}); // of a pane at 1366 pixels: what an event is must be readable beside its time
    split->setChildrenCollapsible(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(head);
    layout->addWidget(split, 1);

    connect(m_in, &QToolButton::clicked, this, [this] { m_canvas->zoom(buttonZoom); });
    connect(m_out, &QToolButton::clicked, this, [this] { m_canvas->zoom(1 / buttonZoom); });
    connect(m_own, &QToolButton::clicked, this, [this] { m_canvas->showOwn(); });
    connect(m_all, &QToolButton::clicked, this, [this] { m_canvas->showAll(); });
    connect(m_cite, &QToolButton::clicked, this, &TimelinePanel::cite);
    connect(m_close, &QToolButton::clicked, this, &TimelinePanel::closeWanted);
    connect(m_canvas, &TimelineCanvas::currentChanged, this, &TimelinePanel::choose);
    connect(m_canvas, &TimelineCanvas::hovered, this, &TimelinePanel::tie);
    connect(m_canvas, &TimelineCanvas::opened, this, &TimelinePanel::open);
    connect(m_canvas, &TimelineCanvas::clashChosen, this, &TimelinePanel::chooseClash);
    connectWords();
    retranslate();
    restyle();
}

void TimelinePanel::buildWords()
{
    auto *hints = new CitableRows<QListWidget>(this);
    hints->dragged = [this] { Q_EMIT dragWanted(m_model.citationsOfClash(m_hints->currentRow())); };
    m_hints = hints;
    m_hints->setObjectName(QStringLiteral("timelineHints"));
    m_hints->setWordWrap(true);
    m_hints->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_hints->setResizeMode(QListView::Adjust);
    auto *list = new CitableRows<QTreeView>(this);
    list->dragged = [this] { Q_EMIT dragWanted(m_model.citationsOf(m_list->currentIndex().row())); };
    m_list = list;
    m_list->setObjectName(QStringLiteral("timelineList"));
    m_list->setModel(&m_model);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true); // there may be thousands
    m_list->setAllColumnsShowFocus(true);
    m_whole->setObjectName(QStringLiteral("timelineWhole"));
    m_whole->setTextFormat(Qt::PlainText);
    m_whole->setWordWrap(true);
    m_whole->setContentsMargins(6, 0, 6, 2);
    m_whole->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_whole->hide();
    for (QAbstractItemView *view : {static_cast<QAbstractItemView *>(m_hints), static_cast<QAbstractItemView *>(m_list)}) {
        view->setMouseTracking(true);
        view->viewport()->installEventFilter(this); // to know when the pointer leaves
    }
}

void TimelinePanel::connectWords()
{
    connect(m_canvas, &TimelineCanvas::eventDragged, this, [this](int event) {
        if (const QList<domain::Citation> citations = m_model.citationsOf(event); !citations.isEmpty())
            Q_EMIT dragWanted(citations);
    });
    connect(m_canvas, &TimelineCanvas::clashDragged, this, [this](int clash) { Q_EMIT dragWanted(m_model.citationsOfClash(clash)); });
    connect(m_list, &QTreeView::entered, this, [this](const QModelIndex &index) { tie(index.row()); });
    connect(m_hints, &QListWidget::entered, this, [this](const QModelIndex &index) { tieClash(index.row()); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &index) {
        if (index.isValid())
            m_canvas->setCurrent(index.row());
    });
    connect(m_list, &QTreeView::activated, this, [this](const QModelIndex &index) { open(index.row()); });
    connect(m_hints, &QListWidget::currentRowChanged, this, [this](int clash) {
        m_canvas->setCurrentClash(clash);
        m_cite->setEnabled(currentCitation().has_value());
    });
    connect(m_hints, &QListWidget::itemActivated, this, [this] {
        const int clash = m_hints->currentRow();
        if (clash >= 0 && clash < m_model.clashes().size())
            m_canvas->setCurrent(m_model.clashes().at(clash).first);
    });
}

QToolButton *TimelinePanel::addButton(const char *name)
{
    auto *button = new QToolButton(this);
    button->setObjectName(QLatin1StringView(name));
    button->setAutoRaise(true);
    button->setMinimumSize(26, 24);
    return button;
}

void TimelinePanel::setCase(const usecases::CaseView &view, const QList<domain::ExportedChat> &exports)
{
    const bool same = m_shown == view.record.header.id;
    const int current = same ? m_canvas->current() : -1;
    const domain::TimelineEvent before = current >= 0 ? m_model.timeline().events.at(current) : domain::TimelineEvent();
    m_model.setCase(view.record.file, presentation::timelineExtra(view, exports));
    m_shown = view.record.header.id;
    m_canvas->refresh(same);
    fillHints();
    fitList();
    const auto &events = m_model.timeline().events;
    if (const qsizetype again = current >= 0 ? events.indexOf(before) : -1; again >= 0)
        m_canvas->setCurrent(static_cast<int>(again));
    tellWhole();
}

void TimelinePanel::clear()
{
    m_shown = {};
    m_model.clear();
    m_canvas->refresh();
    fillHints();
    tellWhole();
}

QList<domain::Citation> TimelinePanel::currentCitations() const
{
    const int clash = m_hints->currentRow();
    return clash >= 0 ? m_model.citationsOfClash(clash) : m_model.citationsOf(m_canvas->current());
}

std::optional<domain::Citation> TimelinePanel::currentCitation() const
{
    const QList<domain::Citation> citations = currentCitations();
    return citations.isEmpty() ? std::nullopt : std::optional(citations.constFirst());
}

bool TimelinePanel::hasFocusInside() const
{
    const QWidget *focus = QApplication::focusWidget();
    return focus && isAncestorOf(focus);
}

void TimelinePanel::focusTimeline()
{
    m_canvas->setFocus(Qt::ShortcutFocusReason);
}

/// In the canvas and in the list: the one follows the other.
void TimelinePanel::choose(int event)
{
    const QModelIndex index = m_model.index(event, 0);
    if (m_list->currentIndex().row() != event) {
        m_list->setCurrentIndex(index);
        m_list->scrollTo(index);
    }
    {
        const QSignalBlocker quiet(m_hints);
        m_hints->setCurrentRow(-1);
    }
    m_cite->setEnabled(currentCitation().has_value());
    tellWhole();
    tie(-1);
}

/// A list of one line for each event cannot show a long message; this can, up to some lines.
void TimelinePanel::tellWhole()
{
    constexpr qsizetype mostWords = 400;
    const int event = m_canvas->current();
    QString words = event >= 0 ? presentation::eventLine(m_model.timeline().events.at(event)) : QString();
    if (words.size() > mostWords)
        words = words.left(mostWords) + u'…';
    m_whole->setText(breakable(words));
    m_whole->setVisible(!words.isEmpty());
    fitWhole();
}

/// It always has its heading and one whole row.
void TimelinePanel::fitList()
{
    const int row = std::max(m_list->sizeHintForRow(0), fontMetrics().height() + rowPadding);
    m_list->setMinimumHeight(m_list->header()->sizeHint().height() + row + 2 * m_list->frameWidth());
    fitWhole();
}

/// As many whole lines as leave the list its heading and one row: words that hide the row they are about tell nothing.
void TimelinePanel::fitWhole()
{
    const QWidget *column = m_whole->parentWidget();
    const int line = std::max(1, m_whole->fontMetrics().lineSpacing()), around = m_whole->contentsMargins().top() + m_whole->contentsMargins().bottom();
    const int lines = (column->height() - m_list->minimumHeight() - wholeGap - around) / line;
    const int wanted = m_whole->heightForWidth(column->width()), given = std::max(1, lines) * line + around;
    m_whole->setMaximumHeight(std::clamp(wanted, line, given));
    m_whole->setToolTip(wanted > given ? m_whole->text().toHtmlEscaped() : QString());
}

void TimelinePanel::showChosenRow()
{
    if (m_canvas->current() >= 0 && m_list->currentIndex().isValid())
        m_list->scrollTo(m_list->currentIndex());
}

int TimelinePanel::scrolledAway() const
{
    return std::max(0, m_canvas->wholeHeight() - m_canvas->parentWidget()->minimumSizeHint().height());
}

void TimelinePanel::pointOut(const QString &exhibit)
{
    m_canvas->setTied(exhibit);
}

bool TimelinePanel::eventFilter(QObject *watched, QEvent *event)
{
    const bool isColumn = watched == m_whole->parentWidget();
    if (event->type() == QEvent::Leave && !isColumn)
        tie(-1);
    if (event->type() == QEvent::Resize && isColumn)
        fitWhole();
    if (event->type() == QEvent::Resize && watched == m_list->viewport()) // once it knows its rows' places again
        QMetaObject::invokeMethod(this, &TimelinePanel::showChosenRow, Qt::QueuedConnection);
    return QWidget::eventFilter(watched, event);
}

void TimelinePanel::chooseClash(int clash)
{
    m_hints->setCurrentRow(clash);
}

void TimelinePanel::open(int event)
{
    if (event >= 0 && m_model.timeline().events.at(event).isCitable())
        Q_EMIT openWanted(m_model.timeline().events.at(event).citation);
}

void TimelinePanel::cite()
{
    const QList<domain::Citation> citations = currentCitations();
    if (!citations.isEmpty())
        Q_EMIT citeWanted(citations);
}

void TimelinePanel::tie(int hovered)
{
    const int event = hovered >= 0 ? hovered : m_canvas->current();
    Q_EMIT exhibitsTied(event >= 0 ? m_model.timeline().events.at(event).exhibits : QStringList());
}

void TimelinePanel::tieClash(int clash)
{
    if (clash < 0 || clash >= m_model.clashes().size())
        return;
    const domain::TimelineClash &shown = m_model.clashes().at(clash);
    QStringList exhibits = m_model.timeline().events.at(shown.first).exhibits + m_model.timeline().events.at(shown.second).exhibits;
    exhibits.removeDuplicates();
    Q_EMIT exhibitsTied(exhibits);
}

void TimelinePanel::fillHints()
{
    const QSignalBlocker quiet(m_hints);
    m_hints->clear();
    int number = 0;
    for (const domain::TimelineClash &clash : m_model.clashes()) {
        const QString words = presentation::clashText(clash, m_model.timeline());
        auto *item = new QListWidgetItem(themedIcon(QStringLiteral("triangle-alert"), tokensFor(palette()).warning, 16),
                                         QStringLiteral("%1. %2\n%3").arg(++number).arg(presentation::label(clash.rule), words), m_hints);
        item->setToolTip(words.toHtmlEscaped());
    }
    m_hints->setVisible(number > 0);
    m_title->setText(number > 0 ? tr("Timeline, %n hint(s), no verdict", nullptr, number) : tr("Timeline"));
    m_cite->setEnabled(currentCitation().has_value());
}

void TimelinePanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closeWanted();
    else
        QWidget::keyPressEvent(event);
}

void TimelinePanel::retranslate()
{
    const auto name = [](QToolButton *button, const QString &sign, const QString &text, const QString &tip) {
        button->setText(sign);
        button->setToolTip(tip);
        button->setAccessibleName(text);
    };
    name(m_in, QStringLiteral("+"), tr("Zoom in"), tr("Zoom in (+)"));
    name(m_out, QStringLiteral("−"), tr("Zoom out"), tr("Zoom out (-)"));
    name(m_own, tr("Case"), tr("Show the case's own time"), tr("Show the case's own time, from the order on (D)"));
    name(m_all, tr("All"), tr("Show all times"), tr("Show all times, however far apart (0)"));
    name(m_cite, tr("Cite"), tr("Cite what is chosen"), tr("Cite the event (C), or both facts of the hint that is chosen"));
    name(m_close, QStringLiteral("×"), tr("Close the timeline"), tr("Close the timeline (T or Escape)"));
    m_canvas->setAccessibleName(tr("Timeline"));
    m_hints->setAccessibleName(tr("What does not fit together"));
    m_list->setAccessibleName(tr("Events by time"));
    m_model.languageChanged();
    fillHints();
    tellWhole();
}

void TimelinePanel::restyle()
{
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    QHeaderView *header = m_list->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(presentation::TimelineModel::WhatColumn, QHeaderView::Stretch);
    if (header->visualIndex(presentation::TimelineModel::WhatColumn) != 1)
        header->moveSection(header->visualIndex(presentation::TimelineModel::WhatColumn), 1); // the sources are told by the lanes, too
    m_list->setColumnWidth(presentation::TimelineModel::TimeColumn, fontMetrics().horizontalAdvance(QStringLiteral("≈2026-10-12 00:00")) + 16);
    m_list->setColumnWidth(presentation::TimelineModel::LaneColumn, 76);
    fitList();
}

void TimelinePanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        restyle();
        fillHints();
    }
    QWidget::changeEvent(event);
}

QWidget *makeTimelineView(const usecases::CaseView &view, QWidget *parent)
{
    auto *panel = new TimelinePanel(parent);
    panel->setCase(view);
    return panel;
}

} // namespace arb::ui
