// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewing/columndialog.h"

#include <presentation/chatwords.h>
#include <presentation/formats.h>

#include <QtCore/QSignalBlocker>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableWidget>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>
#include <array>

namespace arb::ui {

namespace {

/// In the order of domain::chatRoles().
enum ColumnRole { RoleAt, RoleFrom, RoleText };

constexpr int previewRows = 20;
constexpr int unknownZone = 10'000; ///< no minutes of any zone

QString inOneLine(const QString &text)
{
    constexpr qsizetype longest = 120;
    return presentation::visibleText(text.left(longest)).replace(u'\n', u' ');
}

bool hasDigit(const QStringList &row)
{
    return std::any_of(row.begin(), row.end(), [](const QString &field) { return std::any_of(field.begin(), field.end(), [](QChar c) { return c.isDigit(); }); });
}

} // namespace

ColumnDialog::ColumnDialog(const QList<QStringList> &head, const domain::ChatReading &now, QWidget *parent)
    : QDialog(parent)
    , m_head(head)
{
    setObjectName(QStringLiteral("columnDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("What the columns mean"));
    for (const QStringList &row : m_head)
        m_columns = std::max(m_columns, static_cast<int>(row.size()));
    m_rows = makeTable(QStringLiteral("columnRows"), tr("First rows of the file"));
    m_preview = makeTable(QStringLiteral("columnPreview"), tr("The first messages, read so"));
    m_hasHeader = new QCheckBox(tr("The first row &names the columns"), this);
    m_hasHeader->setObjectName(QStringLiteral("columnHeader"));
    auto *form = new QFormLayout;
    addRoles(form);
    addRest(form);
    m_count = new QLabel(this);
    m_count->setObjectName(QStringLiteral("columnCount"));
    m_count->setTextFormat(Qt::PlainText);
    m_count->setWordWrap(true);
    m_buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel | QDialogButtonBox::Reset, this);
    m_buttons->button(QDialogButtonBox::Reset)->setText(tr("As the file &says"));
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_rows, 2);
    column->addWidget(m_hasHeader);
    column->addLayout(form);
    column->addWidget(m_preview, 3);
    column->addWidget(m_count);
    column->addWidget(m_buttons);
    resize(760, 680);
    take(now);
    fillHead();
    nameColumns();
    connect(m_hasHeader, &QCheckBox::toggled, this, [this] {
        nameColumns();
        change();
    });
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT chosen(reading());
        accept();
    });
    connect(m_buttons->button(QDialogButtonBox::Reset), &QPushButton::clicked, this, [this] {
        Q_EMIT chosen({});
        accept();
    });
    m_roles.at(RoleAt)->setFocus();
}

QTableWidget *ColumnDialog::makeTable(const QString &objectName, const QString &accessible)
{
    auto *table = new QTableWidget(this);
    table->setObjectName(objectName);
    table->setAccessibleName(accessible);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setTabKeyNavigation(false); // Tab leads on through the dialog
    table->verticalHeader()->hide();
    table->setWordWrap(false);
    return table;
}

QComboBox *ColumnDialog::addChoice(QFormLayout *form, const QString &label, const QString &objectName)
{
    auto *choice = new QComboBox(this);
    choice->setObjectName(objectName);
    choice->setAccessibleName(QString(label).remove(u'&'));
    choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    choice->setMinimumContentsLength(24);
    form->addRow(label, choice);
    return choice;
}

void ColumnDialog::addRoles(QFormLayout *form)
{
    const std::array words{tr("&Time:"), tr("&Sender:"), tr("Te&xt:"), tr("&Id:"), tr("&File:"), tr("&Reply to:"), tr("Time of &day, if it is apart:")};
    for (qsizetype role = 0; role < domain::chatRoles().size(); ++role) {
        QComboBox *choice = addChoice(form, words.at(static_cast<std::size_t>(role)), QStringLiteral("column_") + domain::chatRoles().at(role));
        choice->addItem(tr("no column"), -1);
        for (int column = 0; column < m_columns; ++column)
            choice->addItem(QString(), column);
        connect(choice, &QComboBox::currentIndexChanged, this, &ColumnDialog::change);
        m_roles.append(choice);
    }
}

void ColumnDialog::addRest(QFormLayout *form)
{
    m_dayOrder = addChoice(form, tr("&Dates:"), QStringLiteral("columnDayOrder"));
    m_dayOrder->addItem(tr("find out"), QString());
    for (const domain::DayOrder order : {domain::DayOrder::DayMonthYear, domain::DayOrder::MonthDayYear, domain::DayOrder::YearMonthDay})
        m_dayOrder->addItem(presentation::dayOrderText(order), domain::chatCode(order));
    m_zone = addChoice(form, tr("Time &zone:"), QStringLiteral("columnZone"));
    m_zone->addItem(tr("not known: read as UTC+8, marked ~"), unknownZone);
    QList<int> zones{210, 270, 330, 345, 390, 570}; // minutes: the zones of half and quarter hours
    for (int hours = -12; hours <= 14; ++hours)
        zones.append(hours * 60);
    std::sort(zones.begin(), zones.end());
    for (const int zone : std::as_const(zones)) {
        const QString name = QStringLiteral("UTC") + domain::zoneCode(zone);
        m_zone->addItem(zone * 60 == domain::platformOffsetSeconds ? tr("%1 (platform time)").arg(name) : name, zone);
    }
    connect(m_dayOrder, &QComboBox::currentIndexChanged, this, &ColumnDialog::change);
    connect(m_zone, &QComboBox::currentIndexChanged, this, &ColumnDialog::change);
}

/// -1: it is no column of these.
int ColumnDialog::columnOf(const QString &told) const
{
    bool isNumber = false;
    if (const int number = told.toInt(&isNumber); isNumber)
        return number >= 1 && number <= m_columns ? number - 1 : -1;
    const QStringList names = m_head.value(0);
    for (qsizetype column = 0; column < names.size(); ++column) {
        if (names.at(column).trimmed().compare(told.trimmed(), Qt::CaseInsensitive) == 0)
            return static_cast<int>(column);
    }
    return -1;
}

void ColumnDialog::take(const domain::ChatReading &now)
{
    // A first row without any digit has no time and no number: it names the columns.
    m_hasHeader->setChecked(now.header.value_or(!m_head.isEmpty() && !hasDigit(m_head.first())));
    for (qsizetype role = 0; role < m_roles.size(); ++role) {
        const QSignalBlocker silence(m_roles.at(role));
        const QString told = now.columns.value(domain::chatRoles().at(role));
        m_roles.at(role)->setCurrentIndex(m_roles.at(role)->findData(told.isEmpty() ? -1 : columnOf(told)));
    }
    const QSignalBlocker silentOrder(m_dayOrder), silentZone(m_zone);
    m_dayOrder->setCurrentIndex(m_dayOrder->findData(now.dayOrder ? domain::chatCode(*now.dayOrder) : QString()));
    m_zone->setCurrentIndex(std::max(0, m_zone->findData(now.zoneMinutes.value_or(unknownZone))));
}

QString ColumnDialog::columnWords(int column) const
{
    const QString name = m_hasHeader->isChecked() ? inOneLine(m_head.value(0).value(column)) : QString();
    return name.isEmpty() ? tr("Column %1").arg(column + 1) : tr("%1: %2").arg(column + 1).arg(name);
}

void ColumnDialog::fillHead()
{
    m_rows->setRowCount(static_cast<int>(m_head.size()));
    m_rows->setColumnCount(m_columns);
    for (int row = 0; row < m_rows->rowCount(); ++row) {
        for (int column = 0; column < m_columns; ++column)
            m_rows->setItem(row, column, new QTableWidgetItem(inOneLine(m_head.at(row).value(column))));
    }
}

void ColumnDialog::nameColumns()
{
    QStringList names;
    for (int column = 0; column < m_columns; ++column)
        names.append(columnWords(column));
    m_rows->setHorizontalHeaderLabels(names);
    for (QComboBox *choice : std::as_const(m_roles)) {
        for (int column = 0; column < m_columns; ++column)
            choice->setItemText(column + 1, names.at(column));
    }
}

domain::ChatReading ColumnDialog::reading() const
{
    domain::ChatReading told;
    for (qsizetype role = 0; role < m_roles.size(); ++role) {
        const int column = m_roles.at(role)->currentData().toInt();
        if (column >= 0) // by number: names may stand there twice
            told.columns.insert(domain::chatRoles().at(role), QString::number(column + 1));
    }
    told.header = m_hasHeader->isChecked();
    told.dayOrder = domain::dayOrderOf(m_dayOrder->currentData().toString());
    if (const int zone = m_zone->currentData().toInt(); zone != unknownZone)
        told.zoneMinutes = zone;
    return told;
}

void ColumnDialog::change()
{
    const bool hasText = m_roles.at(RoleText)->currentData().toInt() >= 0;
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(hasText);
    if (hasText) {
        m_count->setText(tr("Reading …"));
        Q_EMIT previewWanted(reading());
        return;
    }
    m_preview->setRowCount(0);
    m_count->setText(tr("Say at least which column has the texts."));
}

void ColumnDialog::showPreview(const domain::ChatLog *log)
{
    if (!log) {
        m_preview->setRowCount(0);
        m_count->setText(tr("The file could not be read."));
        return;
    }
    m_preview->setColumnCount(4);
    m_preview->setHorizontalHeaderLabels({tr("Time (UTC+8)"), tr("Sender"), tr("Text"), tr("File")});
    m_preview->horizontalHeader()->setStretchLastSection(true);
    const auto rows = static_cast<int>(std::min<std::size_t>(log->messages.size(), previewRows));
    m_preview->setRowCount(rows);
    for (int row = 0; row < rows; ++row) {
        const domain::LoggedMessage &message = log->messages[static_cast<std::size_t>(row)];
        const QStringList cells{message.at ? presentation::dateTimeText(*message.at) : tr("no time"), inOneLine(log->senderName(message)), inOneLine(log->text(message).toString()),
                                inOneLine(log->view(message.attachment).toString())};
        for (int column = 0; column < static_cast<int>(cells.size()); ++column)
            m_preview->setItem(row, column, new QTableWidgetItem(cells.at(column)));
    }
    m_preview->resizeColumnsToContents();
    QStringList sentences{tr("%n message(s).", nullptr, static_cast<int>(log->messages.size())), tr("%n line(s) not understood.", nullptr, static_cast<int>(log->notUnderstood.size()))};
    sentences += presentation::chatDoubtTexts(*log);
    m_count->setText(sentences.join(u' '));
}

} // namespace arb::ui
