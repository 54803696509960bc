// SPDX-License-Identifier: GPL-3.0-or-later
#include "queuepage.h"

#include "celldelegate.h"
#include "filterchips.h"
#include "uniformlist.h"
#include "viewlist.h"

#include "../shell/linedialog.h"
#include "../shell/wrappedlabel.h"

#include <presentation/labels.h>

#include <QtCore/QEvent>
#include <QtCore/QLocale>
#include <QtCore/QScopedValueRollback>
#include <QtGui/QKeyEvent>
#include <QtGui/QShortcut>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

#include <utility>

namespace arb::ui {

using presentation::QueueModel;

namespace {

constexpr int typingMs = 150; ///< a pause in typing
constexpr qint64 manyAtMost = 5000;

QString numberText(qint64 number)
{
    return QLocale(presentation::languageIsChinese() ? QLocale::Chinese : QLocale::English).toString(number);
}

} // namespace

QueuePage::QueuePage(presentation::Session &session, presentation::QueuePresenter &presenter, QWidget *parent)
    : QWidget(parent), m_session(session), m_presenter(presenter), m_export(session), m_views(new ViewList(presenter, this)),
      m_search(new QLineEdit(this)), m_chips(new FilterChips(this)), m_note(new QLabel(this)), m_counts(new QLabel(this)),
      m_empty(new QLabel(this)), m_exportNote(new QLabel(this)), m_columns(new QToolButton(this)), m_sort(new QToolButton(this)), m_many(new QPushButton(this)),
      m_copy(new QPushButton(this)), m_exportButton(new QPushButton(this)), m_cancelExport(new QPushButton(this)),
      m_progress(new QProgressBar(this)), m_exportBar(new QWidget(this)), m_toastRoom(new QWidget(this)), m_table(new UniformList(this)),
      m_columnMenu(new QMenu(this)), m_sortMenu(new QMenu(this))
{
    setObjectName(QStringLiteral("queuePage"));
    m_search->setObjectName(QStringLiteral("queueSearch"));
    m_note->setObjectName(QStringLiteral("filterNote"));
    m_counts->setObjectName(QStringLiteral("queueCounts"));
    m_table->setObjectName(QStringLiteral("queueTable"));
    m_columns->setObjectName(QStringLiteral("queueColumns"));
    m_sort->setObjectName(QStringLiteral("queueSort"));
    m_many->setObjectName(QStringLiteral("queueMany"));
    m_copy->setObjectName(QStringLiteral("queueCopy"));
    m_exportButton->setObjectName(QStringLiteral("queueExport"));
    m_cancelExport->setObjectName(QStringLiteral("cancelExport"));
    build();
    connectAll();
    makeColumnMenu();
    usualColumns();
    takeChoice();
    retranslate();
}

void QueuePage::build()
{
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    for (QLabel *label : {m_note, m_counts, m_empty, m_exportNote})
        label->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->hide();
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    for (const auto &[button, menu] : {std::pair(m_columns, m_columnMenu), std::pair(m_sort, m_sortMenu)}) {
        button->setPopupMode(QToolButton::InstantPopup);
        button->setMenu(menu);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setMinimumHeight(26);
    }
    m_table->setItemDelegate(new CellDelegate(m_table));
    m_table->setModel(&m_presenter.model());
    m_table->setModelColumn(QueueModel::CaseColumn);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    QHeaderView *header = m_table->showColumns();
    header->setSortIndicatorShown(true);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    header->setMinimumSectionSize(40);
    m_table->viewport()->installEventFilter(this);
    auto *inside = new QVBoxLayout(m_table->viewport());
    inside->addWidget(m_empty);

    auto *top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(m_search, 1);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_many, m_copy, m_sort, m_columns, m_exportButton})
        top->addWidget(widget);
    auto *exporting = new QHBoxLayout(m_exportBar);
    exporting->setContentsMargins(0, 0, 0, 0);
    exporting->addWidget(m_exportNote);
    exporting->addWidget(m_progress, 1);
    exporting->addWidget(m_cancelExport);
    m_exportBar->hide();
    auto *right = new QVBoxLayout;
    right->setSpacing(8);
    right->addLayout(top);
    right->addWidget(m_chips);
    right->addWidget(m_note);
    right->addWidget(m_table, 1);
    right->addWidget(m_exportBar);
    right->addWidget(m_counts);
    right->addWidget(m_toastRoom);
    m_views->setFixedWidth(196);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 10, 10, 8);
    layout->setSpacing(10);
    layout->addWidget(m_views);
    layout->addLayout(right, 1);
    setTabOrder(m_search, m_many); // then the chips, then the table
    setTabOrder(m_many, m_copy);
    setTabOrder(m_copy, m_sort);
    setTabOrder(m_sort, m_columns);
    setTabOrder(m_columns, m_exportButton);
}

void QueuePage::connectAll()
{
    using presentation::QueuePresenter;
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingMs);
    connect(&m_typing, &QTimer::timeout, this, &QueuePage::applyFilter);
    connect(m_search, &QLineEdit::textChanged, this, [this] {
        if (!m_quiet)
            m_typing.start();
    });
    auto *escape = new QShortcut(QKeySequence(Qt::Key_Escape), m_search);
    escape->setContext(Qt::WidgetShortcut);
    connect(escape, &QShortcut::activated, this, [this] {
        m_search->clear();
        focusRows();
    });
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        applyFilter();
        if (!m_note->text().isEmpty())
            return; // what was typed stays where it can be mended
        takeChoice(); // typed keys become chips
        focusRows();
    });
    connect(m_chips, &FilterChips::edited, this, [this] { m_typing.start(); });
    connect(&m_presenter, &QueuePresenter::choiceChanged, this, [this] {
        m_toTop = true;
        takeChoice(m_search->hasFocus() && m_search->isVisible());
    });
    connect(&m_presenter, &QueuePresenter::filterRefused, this, [this](const QString &sentence) {
        m_note->setText(breakable(sentence));
        m_note->setVisible(!sentence.isEmpty());
        m_search->setAccessibleDescription(sentence);
    });
    connect(&m_presenter, &QueuePresenter::facetsChanged, this, [this] {
        m_chips->setFacets(m_presenter.facets());
        fitCodes();
    });
    connect(&m_presenter, &QueuePresenter::refreshed, this, [this] {
        if (std::exchange(m_toTop, false))
            toFirstRow();
        refreshEmpty();
        refreshCounts();
    });
    connect(m_table, &UniformList::activated, this, &QueuePage::openCurrent);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &QueuePage::refreshCounts);
    connect(m_table->header(), &QHeaderView::sortIndicatorChanged, this, &QueuePage::sortBy);
    connect(m_table->header(), &QHeaderView::customContextMenuRequested, this,
            [this](const QPoint &at) { m_columnMenu->popup(m_table->header()->mapToGlobal(at)); });
    connect(m_copy, &QPushButton::clicked, this, &QueuePage::copySelection);
    connect(m_many, &QPushButton::clicked, this, &QueuePage::askMany);
    connect(m_exportButton, &QPushButton::clicked, this, &QueuePage::exportRequested);
    connect(m_views, &ViewList::done, this, &QueuePage::focusRows);
    connect(m_views, &ViewList::removed, this, &QueuePage::viewRemoved);
    connect(m_views, &ViewList::saveRequested, this, [this] {
        askName(tr("Keep as a view"), QString(), [this](const QString &name) { m_presenter.saveView(name); });
    });
    connect(m_views, &ViewList::renameRequested, this, [this](const QString &old) {
        askName(tr("Rename the view"), old, [this, old](const QString &name) { m_presenter.renameView(old, name); });
    });
    connect(&m_session, &presentation::Session::actorChanged, this, &QueuePage::refreshCounts);
    connect(m_cancelExport, &QPushButton::clicked, &m_export, &presentation::QueueExport::cancel);
    connect(&m_export, &presentation::QueueExport::progressed, this, [this](qint64 rows, qint64 of) {
        m_progress->setValue(of > 0 ? static_cast<int>(rows * 1000 / of) : 1000);
        m_exportNote->setText(tr("Writing: %1 of %2 case(s)", nullptr, static_cast<int>(of)).arg(numberText(rows), numberText(of)));
    });
    const auto over = [this](const QString &sentence) {
        m_exportBar->hide();
        m_exportButton->setEnabled(true);
        Q_EMIT said(sentence);
    };
    connect(&m_export, &presentation::QueueExport::finished, this, [this, over](const QString &problem) {
        over(problem.isEmpty() ? tr("Written: %1").arg(m_exportPath) : tr("Not written: %1").arg(problem));
    });
    connect(&m_export, &presentation::QueueExport::cancelled, this, [over] { over(tr("Writing was stopped; no file was left behind.")); });
    const auto key = [this](const QKeySequence &sequence, QWidget *where, Qt::ShortcutContext context, auto act) {
        auto *shortcut = new QShortcut(sequence, where);
        shortcut->setAutoRepeat(false);
        shortcut->setContext(context);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    key(QKeySequence::Copy, m_table, Qt::WidgetShortcut, [this] { copySelection(); });
    key(QKeySequence(Qt::CTRL | Qt::Key_E), this, Qt::WidgetWithChildrenShortcut, [this] { m_exportButton->click(); });
    key(QKeySequence(Qt::CTRL | Qt::Key_S), this, Qt::WidgetWithChildrenShortcut, [this] { Q_EMIT m_views->saveRequested(); });
    key(QKeySequence(Qt::SHIFT | Qt::Key_O), m_table, Qt::WidgetShortcut, [this] { sortByCurrentColumn(); });
    key(QKeySequence(Qt::Key_M), m_table, Qt::WidgetShortcut, [this] { m_many->click(); });
}

// --- what is chosen ------------------------------------------------------------------------------------------------

void QueuePage::applyFilter()
{
    m_typing.stop();
    usecases::QueueFilter chips = m_chips->filter();
    chips.words.clear();
    m_presenter.setFilter(QString(usecases::queueFilterText(chips) + u' ' + m_search->text().trimmed()).trimmed());
}

/// The widgets show the choice, whoever made it; what is being typed stays as it is typed.
void QueuePage::takeChoice(bool typing)
{
    const QScopedValueRollback quiet(m_quiet, true);
    const presentation::QueueChoice &choice = m_presenter.choice();
    showSort();
    if (typing)
        return;
    auto filter = usecases::parseQueueFilter(choice.filter);
    if (!filter)
        return;
    usecases::QueueFilter words;
    words.words = std::exchange(filter->words, {});
    m_chips->setFilter(*filter);
    const QString text = usecases::queueFilterText(words);
    if (m_search->text().trimmed() != text)
        m_search->setText(text);
}

void QueuePage::showView(int number)
{
    if (number == 0)
        m_views->focusList();
    else if (number <= static_cast<int>(deskViews().size()))
        m_presenter.choose({deskViews()[static_cast<size_t>(number - 1)], {}, m_presenter.choice().sort, m_presenter.choice().descending}); // as a click in the list does
    if (number > 0)
        focusRows();
}

// --- rows ----------------------------------------------------------------------------------------------------------

void QueuePage::step(int by)
{
    const int rows = m_presenter.model().rowCount();
    if (rows == 0)
        return;
    const QModelIndex current = m_table->currentIndex();
    const int row = qBound(0, current.isValid() ? current.row() + by : 0, rows - 1);
    m_table->setCurrentIndex(m_presenter.model().index(row, QueueModel::CaseColumn));
}

void QueuePage::openCurrent()
{
    const domain::CaseId id = m_presenter.model().idAt(m_table->currentIndex().row());
    if (!id.isNull())
        Q_EMIT caseChosen(id);
}

void QueuePage::focusFilter()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void QueuePage::focusRows()
{
    m_table->setFocus(Qt::ShortcutFocusReason);
    if (!m_table->currentIndex().isValid() && m_presenter.model().rowCount() > 0)
        m_table->setCurrentIndex(m_presenter.model().index(0, QueueModel::CaseColumn));
}

/// Another choice is on show: J, K and Enter go on from what is seen of it. Several marked cases stay marked.
void QueuePage::toFirstRow()
{
    const QModelIndex current = m_table->currentIndex(); // the column that Shift+O sorts by stays the chosen one
    const bool inColumn = current.isValid() && !m_table->header()->isSectionHidden(current.column());
    const QModelIndex first = m_presenter.model().index(0, inColumn ? current.column() : int(QueueModel::CaseColumn));
    const QItemSelectionModel::SelectionFlags mark = selectedRows() > 1 ? QItemSelectionModel::SelectionFlags(QItemSelectionModel::NoUpdate)
                                                                        : QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows;
    if (first.isValid())
        m_table->selectionModel()->setCurrentIndex(first, mark);
    m_table->verticalScrollBar()->setValue(0);
}

presentation::Session::About QueuePage::chosen() const
{
    const int row = m_table->currentIndex().row();
    const usecases::CaseHeader *header = m_presenter.model().at(row);
    return {m_presenter.model().idAt(row), header ? header->caseNo : QString()};
}

qint64 QueuePage::selectedRows() const
{
    qint64 rows = 0;
    for (const auto &[first, last] : m_table->selectedRanges())
        rows += last - first + 1;
    return rows;
}

QList<domain::CaseId> QueuePage::selectedCases() const
{
    QList<domain::CaseId> ids;
    for (const auto &[first, last] : m_table->selectedRanges()) {
        for (int row = first; row <= last; ++row)
            ids.append(m_presenter.model().idAt(row));
    }
    return ids;
}

void QueuePage::askMany()
{
    const qint64 rows = selectedRows();
    if (rows == 0)
        Q_EMIT said(tr("Mark the cases first: Shift or Ctrl with the arrow keys or the mouse, Ctrl+A for all."));
    else if (rows > manyAtMost)
        Q_EMIT said(tr("At most %1 cases at once; %2 are marked.").arg(numberText(manyAtMost), numberText(rows)));
    else
        Q_EMIT manyRequested(selectedCases());
}

void QueuePage::askName(const QString &title, const QString &begun, const std::function<void(const QString &)> &then)
{
    QStringList taken;
    for (const auto &shown : m_presenter.savedViews())
        taken.append(shown.view.name);
    auto *dialog = new LineDialog(title, tr("Name of the view"), begun, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->warnOf(taken, tr("A view of yours has this name; it will be replaced."));
    connect(dialog, &QDialog::accepted, this, [dialog, then] { then(dialog->text()); });
    dialog->open();
}

void QueuePage::refreshCounts()
{
    const qint64 rows = m_presenter.model().rowCount(), selected = selectedRows();
    QStringList words{tr("%n case(s)", nullptr, static_cast<int>(rows)).replace(QString::number(rows), numberText(rows))};
    if (m_presenter.isFilling())
        words = {tr("The first cases are here; the rest is being read …")};
    if (selected > 1)
        words.append(tr("%1 marked").arg(numberText(selected)));
    m_counts->setText(words.join(QStringLiteral(" · ")));
    m_many->setEnabled(selected > 0);
    m_copy->setEnabled(selected > 0);
    m_exportButton->setEnabled(!m_presenter.isFilling() && !m_export.isRunning() && rows > 0);
}

void QueuePage::refreshEmpty()
{
    const bool empty = m_presenter.model().rowCount() == 0;
    m_empty->setText(m_presenter.choice().filter.isEmpty() ? tr("No case is in this view.")
                                                           : tr("No case matches the filter. Empty the search box and the chips to see all."));
    m_empty->setVisible(empty);
    m_table->setAccessibleDescription(empty ? m_empty->text() : QString());
}

void QueuePage::retranslate()
{
    m_search->setPlaceholderText(tr("Search: case number, order, product, parties, chat, reasons …"));
    m_search->setAccessibleName(tr("Search the cases"));
    m_search->setToolTip(tr("Words, or keys like state:queued and amount:>=100000 (/)"));
    m_many->setText(tr("Marked cases …"));
    m_many->setToolTip(tr("Assign, release, park or tag the marked cases (M)"));
    m_copy->setText(tr("Copy"));
    m_copy->setToolTip(tr("Copy the marked rows as they are shown (Ctrl+C)"));
    m_sort->setText(tr("Sort"));
    m_sort->setToolTip(tr("Sort by a column; in the table Left and Right choose one, Shift+O sorts by it"));
    m_sort->setAccessibleName(tr("Sort the cases"));
    m_columns->setText(tr("Columns"));
    m_columns->setToolTip(tr("Choose the columns"));
    m_columns->setAccessibleName(tr("Choose the columns"));
    m_exportButton->setText(tr("Export"));
    m_exportButton->setToolTip(tr("Write everything that is shown as CSV or XLSX (Ctrl+E)"));
    m_cancelExport->setText(tr("Stop"));
    m_progress->setAccessibleName(tr("Cases written"));
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);
    m_table->setAccessibleName(tr("Cases in the queue"));
    m_table->header()->setAccessibleName(tr("Columns; a click sorts, or Shift+O by the column of the current cell"));
    fitCodes();
    fitReasons();
    fitStates();
    m_chips->retranslate();
    m_views->retranslate();
    makeColumnMenu();
    makeSortMenu();
    refreshEmpty();
    refreshCounts();
}

/// How wide states are depends on the room there is. A line of text takes Ctrl+E for itself otherwise (to the end of the line).
bool QueuePage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table->viewport() && event->type() == QEvent::Resize)
        fitStates();
    if (watched == m_search && event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_E && key->modifiers() == Qt::ControlModifier) {
            event->ignore();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void QueuePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace arb::ui
