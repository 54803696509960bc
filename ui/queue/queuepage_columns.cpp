// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of the queue page: which, where, how wide, and by which of them the rows are sorted.
#include "queuepage.h"

#include "celldelegate.h"
#include "uniformlist.h"

#include <presentation/labels.h>
#include <presentation/queuewords.h>

#include <domain/codes.h>
#include <domain/dispute.h>

#include <QtCore/QScopedValueRollback>
#include <QtGui/QAction>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QMenu>
#include <QtWidgets/QToolButton>

#include <algorithm>

namespace arb::ui {

using presentation::QueueModel;

namespace {

constexpr int oldStateWidth = 150; ///< of programs that did not fit it to its words
constexpr int widestCode = 280;
constexpr int codeColumns[] = {QueueModel::TypeColumn, QueueModel::CategoryColumn, QueueModel::PlatformColumn};
constexpr int whyRoom = 300;       ///< for the reasons of the order, before the state gets more than it needs

struct ColumnLook
{
    QueueModel::ColumnIndex column;
    int width;
    bool usual;
};
constexpr ColumnLook looks[] = { // from left to right; the usual ones fit a screen of 1366
    {QueueModel::DueColumn, 264, true},       {QueueModel::CaseColumn, 104, true},      {QueueModel::AmountColumn, 92, true},
    {QueueModel::ReasonColumn, 120, true},    {QueueModel::StateColumn, oldStateWidth, true},     {QueueModel::MerchantColumn, 130, true},
    {QueueModel::ProductColumn, 150, false},  {QueueModel::TypeColumn, 130, false},     {QueueModel::CategoryColumn, 90, false},
    {QueueModel::PlatformColumn, 90, false},  {QueueModel::HolderColumn, 90, false},    {QueueModel::EscalatedColumn, 130, false},
    {QueueModel::LabelsColumn, 150, false},   {QueueModel::WhyColumn, 140, true}}; // and what is left over

} // namespace

void QueuePage::makeColumnMenu()
{
    m_columnMenu->clear();
    QHeaderView *header = m_table->header();
    for (const ColumnLook &look : looks) {
        QAction *action = m_columnMenu->addAction(QueueModel::columnTitle(look.column));
        action->setObjectName(QStringLiteral("column_%1").arg(static_cast<int>(look.column)));
        action->setCheckable(true);
        action->setChecked(!header->isSectionHidden(look.column));
        action->setEnabled(look.column != QueueModel::CaseColumn); // a row without its case is nobody's
        connect(action, &QAction::toggled, this, [this, column = look.column](bool on) {
            m_table->header()->setSectionHidden(column, !on);
            fitCodes();
        });
    }
    m_columnMenu->addSeparator();
    connect(m_columnMenu->addAction(tr("The usual columns")), &QAction::triggered, this, &QueuePage::usualColumns);
}

/// @p column as wide as @p width, unless the reader chose another width than the @p made one.
void QueuePage::fitColumn(int column, int width, int &made)
{
    QHeaderView *header = m_table->header();
    if (header->isSectionHidden(column) || (made != 0 && header->sectionSize(column) != made))
        return;
    made = width;
    header->resizeSection(column, width);
}

/// The longest reason in the language on show.
void QueuePage::fitReasons()
{
    int width = 0;
    for (const auto &row : domain::codeTable<domain::Reason>())
        width = qMax(width, m_table->fontMetrics().horizontalAdvance(presentation::label(row.value)));
    fitColumn(QueueModel::ReasonColumn, width + 2 * cellMargin + 4, m_reasonWidth);
}

/// Whatever keeps a case from being taken, its first words at least; all of it where the window is wide.
void QueuePage::fitStates()
{
    const QFontMetrics metrics = m_table->fontMetrics();
    int least = 0, most = 0;
    const auto need = [&](const QString &text) {
        least = qMax(least, metrics.horizontalAdvance(text.section(QStringLiteral(" · "), 0, 0)));
        most = qMax(most, metrics.horizontalAdvance(text));
    };
    for (const auto &row : domain::codeTable<domain::DisputeState>())
        need(presentation::label(row.value));
    usecases::CaseHeader awaiting;
    awaiting.state = domain::DisputeState::AwaitingEvidence;
    for (const domain::Party party : {domain::Party::Buyer, domain::Party::Merchant}) {
        awaiting.waitsFor |= usecases::partyBit(party);
        need(presentation::stateText(awaiting));
    }
    awaiting.waitsFor = usecases::partyBit(domain::Party::Merchant);
    need(presentation::stateText(awaiting));
    for (const QString &hold : presentation::longestHolds(m_session.now()))
        need(hold);
    int others = whyRoom;
    for (const int column : m_table->shownColumns())
        others += column == QueueModel::StateColumn || column == QueueModel::WhyColumn ? 0 : m_table->header()->sectionSize(column);
    const int room = 2 * cellMargin + 4;
    fitColumn(QueueModel::StateColumn, qBound(least + room, m_table->viewport()->width() - others, qMax(least, most) + room), m_stateWidth);
}

/// Types, and the categories and platforms that cases have, whole: whoever asks for a column wants to read it. At least as wide
/// as the page begins with; programs that did not fit them left that width.
void QueuePage::fitCodes()
{
    QHeaderView *header = m_table->header();
    const auto fit = [&](int column, const QStringList &words) {
        const auto look = std::ranges::find(looks, column, [](const ColumnLook &row) { return static_cast<int>(row.column); });
        int width = look->width;
        for (const QString &word : words)
            width = qMax(width, m_table->fontMetrics().horizontalAdvance(word) + 2 * cellMargin + 4);
        const int size = header->sectionSize(column), made = m_codeWidths.value(column);
        if (header->isSectionHidden(column) || (made != 0 && size != made && size != look->width))
            return; // the reader's own
        m_codeWidths[column] = qMin(width, widestCode);
        header->resizeSection(column, m_codeWidths[column]);
    };
    QStringList types, categories, platforms;
    for (const auto &row : domain::codeTable<domain::AfterSaleType>())
        types.append(presentation::label(row.value));
    for (const QString &code : m_presenter.facets().categories)
        categories.append(presentation::categoryLabel(code));
    for (const QString &code : m_presenter.facets().platforms)
        platforms.append(presentation::platformLabel(code));
    fit(QueueModel::TypeColumn, types);
    fit(QueueModel::CategoryColumn, categories);
    fit(QueueModel::PlatformColumn, platforms);
}

void QueuePage::usualColumns()
{
    QHeaderView *header = m_table->header();
    int visual = 0;
    for (const ColumnLook &look : looks) {
        header->moveSection(header->visualIndex(look.column), visual++);
        header->resizeSection(look.column, look.width);
        header->setSectionHidden(look.column, !look.usual);
    }
    m_reasonWidth = m_stateWidth = 0;
    m_codeWidths.clear();
    fitCodes();
    fitReasons();
    fitStates();
    makeColumnMenu();
}

/// After the number of columns an r, an s and a w say that the widths of reasons, states and other codes are as the page made them.
QByteArray QueuePage::columnsState() const
{
    const QHeaderView *header = m_table->header();
    const bool reasons = header->sectionSize(QueueModel::ReasonColumn) == m_reasonWidth, states = header->sectionSize(QueueModel::StateColumn) == m_stateWidth;
    bool codes = true;
    for (const int column : codeColumns)
        codes = codes && (header->isSectionHidden(column) || header->sectionSize(column) == m_codeWidths.value(column));
    return QByteArray::number(QueueModel::ColumnCount) + (reasons ? "r" : "") + (states ? "s" : "") + (codes ? "w" : "") + ':' + header->saveState();
}

void QueuePage::restoreColumns(const QByteArray &state)
{
    const qsizetype colon = state.indexOf(':');
    QByteArray columns = state.left(qMax<qsizetype>(0, colon));
    const bool reasons = columns.contains('r'), states = columns.contains('s'), codes = columns.contains('w');
    if (columns.replace('r', "").replace('s', "").replace('w', "").toInt() != QueueModel::ColumnCount)
        return; // of a version with other columns
    const QScopedValueRollback quiet(m_quiet, true);
    QHeaderView *header = m_table->header();
    header->restoreState(state.mid(colon + 1));
    header->setSectionHidden(QueueModel::CaseColumn, false);
    const int stateWidth = header->sectionSize(QueueModel::StateColumn);
    m_reasonWidth = reasons ? header->sectionSize(QueueModel::ReasonColumn) : -1;
    m_stateWidth = states || stateWidth == oldStateWidth ? stateWidth : -1;
    for (const int column : codeColumns)
        m_codeWidths[column] = codes ? header->sectionSize(column) : -1; // of one that is hidden nothing, as before it was made
    fitCodes();
    fitReasons(); // the words may be another language's
    fitStates();
    makeColumnMenu();
    takeChoice(); // the sort belongs to the choice
}

QList<int> QueuePage::shownColumns() const
{
    return m_table->shownColumns();
}

QStringList QueuePage::shownHeadings() const
{
    QStringList headings;
    for (const int column : m_table->shownColumns())
        headings.append(QueueModel::columnTitle(column));
    return headings;
}

void QueuePage::sortBy(int column, Qt::SortOrder order)
{
    if (!m_quiet && column >= 0)
        m_presenter.setSort(QueueModel::sortOf(column), order == Qt::DescendingOrder);
}

void QueuePage::makeSortMenu()
{
    m_sortMenu->clear();
    for (const ColumnLook &look : looks) {
        QAction *action = m_sortMenu->addAction(QueueModel::columnTitle(look.column));
        action->setObjectName(QStringLiteral("sort_%1").arg(static_cast<int>(look.column)));
        action->setData(static_cast<int>(look.column));
        action->setCheckable(true);
        connect(action, &QAction::triggered, this, [this, column = look.column] { sortByKey(column, m_presenter.choice().descending); });
    }
    m_sortMenu->addSeparator();
    for (const bool descending : {false, true}) {
        QAction *action = m_sortMenu->addAction(descending ? tr("Descending") : tr("Ascending"));
        action->setObjectName(descending ? QStringLiteral("sortDescending") : QStringLiteral("sortAscending"));
        action->setCheckable(true);
        connect(action, &QAction::triggered, this, [this, descending] { sortByKey(sortedColumn(), descending); });
    }
    showSort();
}

/// -1: by what no column shows.
int QueuePage::sortedColumn() const
{
    int column = -1;
    for (int n = 0; n < QueueModel::ColumnCount; ++n) {
        if (QueueModel::sortOf(n) == m_presenter.choice().sort)
            column = n;
    }
    return column;
}

/// What the rows are sorted by, in the header, in the menu and for whoever hears it.
void QueuePage::showSort()
{
    const QScopedValueRollback quiet(m_quiet, true);
    const int sorted = sortedColumn();
    const bool descending = m_presenter.choice().descending;
    m_table->header()->setSortIndicator(sorted, descending ? Qt::DescendingOrder : Qt::AscendingOrder);
    for (QAction *action : m_sortMenu->actions()) {
        if (action->data().isValid())
            action->setChecked(action->data().toInt() == sorted);
        else if (!action->isSeparator())
            action->setChecked((action->objectName() == u"sortDescending") == descending);
    }
    const QString words = sortWords();
    m_table->header()->setAccessibleDescription(words);
    m_sort->setAccessibleDescription(words);
}

QString QueuePage::sortWords() const
{
    const int column = sortedColumn();
    if (column < 0)
        return {};
    const QString title = QueueModel::columnTitle(column);
    return m_presenter.choice().descending ? tr("Sorted by %1, descending").arg(title) : tr("Sorted by %1, ascending").arg(title);
}

/// As a click on the header does: by the column of the current cell, or, where that is the one already, the other way round.
void QueuePage::sortByCurrentColumn()
{
    const int column = m_table->currentIndex().isValid() ? m_table->currentIndex().column() : int(QueueModel::CaseColumn);
    const bool again = QueueModel::sortOf(column) == m_presenter.choice().sort;
    sortByKey(column, again && !m_presenter.choice().descending);
}

void QueuePage::sortByKey(int column, bool descending)
{
    m_presenter.setSort(column < 0 ? m_presenter.choice().sort : QueueModel::sortOf(column), descending);
    if (const QString words = sortWords(); !words.isEmpty())
        Q_EMIT said(words); // whoever does not look at the header hears it
}

} // namespace arb::ui
