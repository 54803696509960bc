// SPDX-License-Identifier: GPL-3.0-or-later
#include "reportspage.h"

#include "shell/accessibleroles.h"
#include "shell/tablecopy.h"

#include <presentation/errortext.h>
#include <presentation/formats.h>
#include <presentation/labels.h>
#include <presentation/whendone.h>

#include <ui/theme.h>

#include <usecases/reports.h>

#include <QtCharts/QBarCategoryAxis>
#include <QtCharts/QBarSeries>
#include <QtCharts/QBarSet>
#include <QtCharts/QChart>
#include <QtCharts/QChartView>
#include <QtCharts/QValueAxis>
#include <QtCore/QEvent>
#include <QtCore/QSignalBlocker>
#include <QtGui/QClipboard>
#include <QtGui/QShortcut>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDateEdit>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QTableView>
#include <QtWidgets/QTableWidget>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace arb::ui {

namespace {

constexpr int validColumn = 4; ///< of the penalties' table

struct ReportAnswer
{
    std::optional<usecases::Table> table;
    std::optional<usecases::CommandError> error;
};

} // namespace

ReportsPage::ReportsPage(presentation::Session &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_title(new QLabel(this)), m_fromLabel(new QLabel(this)), m_toLabel(new QLabel(this)),
      m_asOf(new QLabel(this)), m_foot(new QLabel(this)), m_standing(new QLabel(this)), m_chartTitle(new QLabel(this)), m_casesTitle(new QLabel(this)),
      m_message(new QLabel(this)), m_from(new QDateEdit(this)), m_to(new QDateEdit(this)), m_level(new QComboBox(this)),
      m_export(new QPushButton(this)), m_table(new QTableView(this)), m_chart(new QChartView(this)), m_twin(new QTableWidget(this)),
      m_cases(new QListWidget(this))
{
    setObjectName(QStringLiteral("reportsPage"));
    m_table->setObjectName(QStringLiteral("merchantTable"));
    m_cases->setObjectName(QStringLiteral("merchantCases"));
    m_export->setObjectName(QStringLiteral("exportCsv"));
    for (QDateEdit *edit : {m_from, m_to}) {
        edit->setCalendarPopup(true);
        edit->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    }
    m_table->setModel(&m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->horizontalHeader()->setSortIndicator(validColumn, Qt::DescendingOrder); // as the report comes
    m_table->setSortingEnabled(true);
    m_table->setAlternatingRowColors(true);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(28);
    m_table->setTabKeyNavigation(false);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_chart->setRenderHint(QPainter::Antialiasing);
    m_chart->setMinimumHeight(120);
    m_chart->setFocusPolicy(Qt::NoFocus);
    m_twin->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_twin->verticalHeader()->hide();
    m_twin->setMaximumHeight(86);
    m_twin->setTabKeyNavigation(false);
    m_standing->setWordWrap(true);
    m_standing->setTextFormat(Qt::PlainText);
    m_foot->setWordWrap(true);
    m_message->setWordWrap(true);
    m_message->hide();

    auto *filters = new QHBoxLayout;
    for (QWidget *widget : std::initializer_list<QWidget *>{m_title, m_fromLabel, m_from, m_toLabel, m_to, m_level})
        filters->addWidget(widget);
    filters->addStretch(1);
    filters->addWidget(m_asOf);
    filters->addWidget(m_export);
    // The table needs the whole width; what is behind a row stands below it.
    const auto column = [this](std::initializer_list<QWidget *> widgets) {
        auto *side = new QWidget(this);
        auto *sideLayout = new QVBoxLayout(side);
        sideLayout->setContentsMargins(0, 0, 0, 0);
        for (QWidget *widget : widgets)
            sideLayout->addWidget(widget);
        return side;
    };
    auto *below = new QSplitter(Qt::Horizontal, this);
    below->addWidget(column({m_chartTitle, m_chart, m_twin}));
    below->addWidget(column({m_standing, m_casesTitle, m_cases}));
    below->setSizes({600, 740});
    below->setChildrenCollapsible(false);
    auto *split = new QSplitter(Qt::Vertical, this);
    split->addWidget(m_table);
    split->addWidget(below);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    split->setSizes({330, 260});
    split->setChildrenCollapsible(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 10, 12, 10);
    layout->setSpacing(8);
    layout->addLayout(filters);
    layout->addWidget(m_message);
    layout->addWidget(split, 1);
    layout->addWidget(m_foot);

    connect(m_from, &QDateEdit::dateChanged, this, &ReportsPage::refresh);
    connect(m_to, &QDateEdit::dateChanged, this, &ReportsPage::refresh);
    connect(m_level, &QComboBox::activated, this, &ReportsPage::refresh);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ReportsPage::showRow);
    connect(m_cases, &QListWidget::itemActivated, this, [this](const QListWidgetItem *item) {
        Q_EMIT caseChosen(domain::CaseId(item->data(Qt::UserRole).toLongLong()));
    });
    connect(m_export, &QPushButton::clicked, this, [this] { Q_EMIT exportRequested(m_model.table()); });
    auto *copy = new QShortcut(QKeySequence::Copy, m_table);
    copy->setContext(Qt::WidgetShortcut);
    connect(copy, &QShortcut::activated, this, &ReportsPage::copySelection);
    retranslate();
}

void ReportsPage::refresh()
{
    if (!m_session.may(usecases::Permission::ReadReports))
        return;
    if (!m_datesSet) {
        m_datesSet = true;
        const QDate today = m_session.now().toPlatform().date();
        const QSignalBlocker blockFrom(m_from);
        const QSignalBlocker blockTo(m_to);
        m_to->setDate(today);
        m_from->setDate(today.addDays(-usualDays()));
    }
    if (m_to->date() < m_from->date()) {
        ++m_generation; // what is on its way answers an older question
        showProblem(tr("The first day lies after the last. Choose another."));
        return;
    }
    usecases::ReportQuery query;
    query.from = m_from->date();
    query.to = m_to->date();
    if (const QString level = m_level->currentData().toString(); !level.isEmpty())
        query.filters.insert(QStringLiteral("level"), level);
    const usecases::Actor actor = m_session.actor();
    const int generation = ++m_generation;
    const auto future = m_session.runner().run([actor, query](const usecases::Desk &desk) {
        auto table = usecases::runReport(desk, actor, QStringLiteral("merchant_penalties"), query);
        return table ? ReportAnswer{std::move(table).value(), std::nullopt} : ReportAnswer{std::nullopt, table.error()};
    });
    presentation::whenDone(this, future, [this, generation](const ReportAnswer &answer) {
        if (generation != m_generation)
            return;
        if (answer.error) {
            showProblem(presentation::errorText(*answer.error));
            return;
        }
        m_message->hide();
        m_export->setEnabled(true);
        m_model.setTable(*answer.table);
        const QHeaderView *header = m_table->horizontalHeader();
        m_table->sortByColumn(header->sortIndicatorSection(), header->sortIndicatorOrder()); // a choice outlives the reading
        fillLevels();
        sayAround();
        if (m_model.rowCount() == 0) {
            showRow();
            return;
        }
        // A choice of a merchant outlives it too, while the merchant is in the table.
        const auto &rows = m_model.table().rows;
        const auto chosen = std::ranges::find(rows, m_chosen, &usecases::TableRow::key);
        m_table->setCurrentIndex(m_model.index(chosen == rows.end() ? 0 : static_cast<int>(chosen - rows.begin()), 2));
    });
}

/// What stands around the rows, in the language of now.
void ReportsPage::sayAround()
{
    const usecases::Table &table = m_model.table();
    m_asOf->setText(tr("As of %1").arg(presentation::dateTimeText(table.asOf)));
    QStringList notes;
    for (const QString &note : table.footnotes)
        notes.append(QCoreApplication::translate("Report", note.toUtf8().constData()));
    m_foot->setText(notes.join(QLatin1Char(' ')));
    m_table->resizeColumnsToContents();
    m_table->horizontalHeader()->setStretchLastSection(true);
}

/// Says why there are no figures; older ones must not stand beside a question that they do not answer.
void ReportsPage::showProblem(const QString &sentence)
{
    m_message->setText(sentence);
    m_message->show();
    m_export->setEnabled(false);
    usecases::Table none = m_model.table();
    none.rows.clear();
    m_model.setTable(none);
    m_foot->clear();
    m_asOf->clear();
    showRow();
}

int ReportsPage::usualDays()
{
    for (const usecases::Report &report : usecases::reportCatalog()) {
        if (qstrcmp(report.code, "merchant_penalties") == 0)
            return report.usualDays;
    }
    return 0;
}

/// What the merchant's level means, and what it is known for.
void ReportsPage::fillStanding(const usecases::TableRow *row)
{
    QStringList lines;
    for (size_t n = 0; row && n < m_model.table().columns.size(); ++n) {
        const usecases::Column &column = m_model.table().columns[n];
        const auto *level = std::get_if<qint64>(&row->cells[n]);
        if (column.type == usecases::ColumnType::Level && level && *level >= 0 && *level < static_cast<qint64>(m_model.table().levels.size())) {
            const usecases::LevelName &name = m_model.table().levels[static_cast<size_t>(*level)];
            const QString effect = presentation::bilingual(name.effectZh, name.effectEn);
            const QString title = presentation::cellText(m_model.table(), row->cells[n], column.type);
            lines.append(effect.isEmpty() ? tr("Level %1: no effect").arg(title) : tr("Level %1: %2").arg(title, effect));
        } else if (qstrcmp(column.key, "repeatPattern") == 0) {
            const QString pattern = presentation::cellText(row->cells[n], column.type);
            if (!pattern.isEmpty())
                lines.append(tr("Repeat pattern: %1 for one reason, ruled against the merchant").arg(pattern));
        }
    }
    m_standing->setText(lines.join(QLatin1Char('\n')));
}

void ReportsPage::showRow()
{
    const int row = m_table->currentIndex().row();
    const auto &rows = m_model.table().rows;
    const usecases::TableRow *chosen = row >= 0 && row < static_cast<int>(rows.size()) ? &rows.at(static_cast<size_t>(row)) : nullptr;
    if (chosen)
        m_chosen = chosen->key;
    fillStanding(chosen);
    fillChart(chosen);
    fillCases(chosen);
}

void ReportsPage::fillChart(const usecases::TableRow *row)
{
    const Tokens &t = tokensFor(palette());
    auto *chart = new QChart;
    chart->setBackgroundBrush(t.surface);
    chart->setMargins(QMargins(4, 4, 4, 4));
    chart->legend()->hide();
    const auto &labels = m_model.table().trendLabels;
    m_twin->setRowCount(1);
    m_twin->setColumnCount(static_cast<int>(labels.size()));
    QStringList names;
    for (const QString &label : labels)
        names.append(label);
    m_twin->setHorizontalHeaderLabels(names);
    qint64 highest = 1;
    if (row) {
        auto *set = new QBarSet(tr("Points"));
        set->setColor(QColor(0x00, 0x72, 0xB2));
        set->setLabelColor(t.text);
        set->setBorderColor(set->color());
        for (size_t n = 0; n < row->trend.size(); ++n) {
            set->append(static_cast<qreal>(row->trend.at(n)));
            highest = qMax(highest, row->trend.at(n));
            auto *item = new QTableWidgetItem(QString::number(row->trend.at(n)));
            item->setTextAlignment(Qt::AlignCenter);
            m_twin->setItem(0, static_cast<int>(n), item);
        }
        auto *series = new QBarSeries;
        series->setLabelsVisible(true);
        series->setLabelsPosition(QAbstractBarSeries::LabelsOutsideEnd);
        series->append(set);
        chart->addSeries(series);
        auto *categories = new QBarCategoryAxis;
        QStringList shortNames; // the twin table below has them in full
        for (const QString &name : names)
            shortNames.append(name.mid(2));
        categories->append(shortNames);
        categories->setLabelsColor(t.muted);
        categories->setGridLineVisible(false);
        categories->setLinePenColor(t.border);
        auto *values = new QValueAxis;
        const qint64 step = std::max<qint64>(1, (highest + 2) / 3); // whole points only, and room for the bars' labels
        values->setRange(0, static_cast<qreal>((highest / step + 2) * step));
        values->setTickType(QValueAxis::TicksDynamic);
        values->setTickInterval(static_cast<qreal>(step));
        values->setLabelFormat(QStringLiteral("%d"));
        values->setLabelsColor(t.muted);
        values->setGridLineColor(t.divider);
        values->setLinePenColor(t.border);
        chart->addAxis(categories, Qt::AlignBottom);
        chart->addAxis(values, Qt::AlignLeft);
        series->attachAxis(categories);
        series->attachAxis(values);
        m_chartTitle->setText(tr("Points by month: %1").arg(presentation::cellText(row->cells.at(2), usecases::ColumnType::Text)));
    } else {
        m_chartTitle->setText(tr("Points by month"));
    }
    m_twin->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    QChart *before = m_chart->chart();
    m_chart->setChart(chart);
    delete before;
}

void ReportsPage::fillCases(const usecases::TableRow *row)
{
    m_cases->clear();
    if (!row)
        return;
    const QString key = row->key;
    usecases::QueueQuery query;
    query.view = usecases::QueueView::All;
    query.sort = usecases::QueueSort::Escalated;
    query.descending = true;
    query.filter.platforms = {key.section(u':', 0, 0)};
    query.filter.merchants = {key.section(u':', 1)};
    const QList<domain::CaseId> wanted = row->cases;
    const auto future = m_session.runner().run([query](const usecases::Desk &desk) {
        usecases::QueueQuery now = query;
        now.now = desk.clock.now();
        const auto found = desk.cases.queue(now);
        return found ? *found : QList<usecases::CaseHeader>();
    });
    presentation::whenDone(this, future, [this, wanted, key](const QList<usecases::CaseHeader> &headers) {
        const int current = m_table->currentIndex().row();
        const auto &rows = m_model.table().rows;
        if (current < 0 || current >= static_cast<int>(rows.size()) || rows.at(static_cast<size_t>(current)).key != key)
            return;
        m_cases->clear();
        for (const usecases::CaseHeader &header : headers) {
            if (!wanted.contains(header.id))
                continue;
            auto *item = new QListWidgetItem(QStringLiteral("%1 · %2 · %3 · %4").arg(header.caseNo, presentation::label(header.state), presentation::label(header.reason), header.product), m_cases);
            item->setData(Qt::UserRole, header.id.value());
        }
    });
}

void ReportsPage::copySelection()
{
    QList<int> rows;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        rows.append(index.row());
    std::ranges::sort(rows);
    if (!rows.isEmpty())
        QApplication::clipboard()->setMimeData(tableMimeData(tableCells(m_model, rows)).release());
}

void ReportsPage::focusTable()
{
    m_table->setFocus(Qt::ShortcutFocusReason);
}

void ReportsPage::fillLevels()
{
    const QSignalBlocker block(m_level);
    const QString level = m_level->currentData().toString();
    m_level->clear();
    m_level->addItem(tr("All levels"), QString());
    const auto &names = m_model.table().levels;
    for (size_t n = 0; n < names.size(); ++n)
        m_level->addItem(QStringLiteral("%1 %2").arg(QString::number(n), presentation::bilingual(names[n].zh, names[n].en)), QString::number(n));
    m_level->setCurrentIndex(qMax(0, m_level->findData(level)));
    m_level->setSizeAdjustPolicy(QComboBox::AdjustToContents);
}

void ReportsPage::retranslate()
{
    m_title->setText(tr("Merchants by penalty points"));
    m_fromLabel->setText(tr("From"));
    m_toLabel->setText(tr("to"));
    m_from->setAccessibleName(tr("First day of the period"));
    m_to->setAccessibleName(tr("Last day of the period"));
    fillLevels();
    nameChoice(m_level, tr("Standing level"));
    m_export->setText(tr("Export CSV"));
    m_table->setAccessibleName(tr("Merchants by penalty points"));
    m_twin->setAccessibleName(tr("Points by month, the same figures as the chart"));
    m_chart->setAccessibleName(tr("Chart of points by month"));
    m_cases->setAccessibleName(tr("Cases of the chosen merchant"));
    m_casesTitle->setText(tr("Cases behind these figures (Enter opens)"));
    m_model.retranslate();
    if (!m_message->isHidden()) {
        refresh(); // says in the other words why there are no figures
    } else if (!m_model.table().columns.empty()) {
        sayAround();
        showRow();
    }
}

void ReportsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::PaletteChange)
        showRow();
    QWidget::changeEvent(event);
}

} // namespace arb::ui
