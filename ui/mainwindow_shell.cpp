// SPDX-License-Identifier: GPL-3.0-or-later
// The frame of the main window: top bar, sheet of keys, words.
#include <ui/mainwindow.h>

#include "actions/actioncatalog.h"
#include "casefile/casepanel.h"
#include "queue/queuepage.h"
#include "queue/queuepanel.h"
#include "reports/reportspage.h"
#include "ruling/rulingpanel.h"
#include "shell/banner.h"
#include "shell/toast.h"

#include <presentation/formats.h>
#include <presentation/labels.h>

#include <ui/viewers.h>

#include <QtCore/QSet>
#include <QtGui/QAction>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDialog>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QTableWidget>
#include <QtWidgets/QToolBar>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

namespace arb::ui {

void MainWindow::makeTopBar()
{
    auto *bar = new QToolBar(this);
    bar->setObjectName(QStringLiteral("topBar"));
    bar->setMovable(false);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    auto *row = new QWidget(bar);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(8, 4, 8, 4);
    layout->setSpacing(8);
    m_brand = new QLabel(row);
    m_demo = new QLabel(row);
    m_clock = new QLabel(row);
    m_waitingNote = new QLabel(row);
    m_waitingNote->setObjectName(QStringLiteral("waitingNote"));
    m_waitingNote->hide();
    m_deskButton = new QPushButton(row);
    m_queueButton = new QPushButton(row);
    m_reportsButton = new QPushButton(row);
    m_noticesButton = new QPushButton(row);
    m_plusHours = new QPushButton(row);
    m_plusDay = new QPushButton(row);
    m_person = new QComboBox(row);
    m_person->setObjectName(QStringLiteral("person"));
    m_person->setSizeAdjustPolicy(QComboBox::AdjustToContents); // its words have another width in another language
    m_language = new QToolButton(row);
    m_theme = new QToolButton(row);
    m_help = new QToolButton(row);
    m_deskButton->setObjectName(QStringLiteral("deskButton"));
    m_queueButton->setObjectName(QStringLiteral("queueButton"));
    m_reportsButton->setObjectName(QStringLiteral("reportsButton"));
    m_noticesButton->setObjectName(QStringLiteral("noticesButton"));
    for (QPushButton *button : {m_deskButton, m_queueButton, m_reportsButton}) {
        button->setCheckable(true);
        button->setFlat(true);
    }
    m_noticesButton->setFlat(true);
    m_deskButton->setChecked(true);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_brand, m_deskButton, m_queueButton, m_reportsButton})
        layout->addWidget(widget);
    layout->addStretch(1);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_waitingNote, m_noticesButton, m_demo, m_clock, m_plusHours, m_plusDay, m_person, m_language, m_theme, m_help})
        layout->addWidget(widget);
    for (QToolButton *button : {m_language, m_theme, m_help}) {
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        button->setMinimumSize(28, 28);
    }
    bar->addWidget(row);
    addToolBar(bar);
    connect(m_deskButton, &QPushButton::clicked, this, &MainWindow::showDesk);
    connect(m_queueButton, &QPushButton::clicked, this, &MainWindow::showQueue);
    connect(m_reportsButton, &QPushButton::clicked, this, &MainWindow::showReports);
    connect(m_noticesButton, &QPushButton::clicked, this, &MainWindow::showNotices);
    connect(m_plusHours, &QPushButton::clicked, this, [this] {
        if (m_services.advanceClock)
            m_services.advanceClock(4 * domain::hourMs);
    });
    connect(m_plusDay, &QPushButton::clicked, this, [this] {
        if (m_services.advanceClock)
            m_services.advanceClock(domain::dayMs);
    });
    connect(m_person, &QComboBox::activated, this, &MainWindow::choosePerson);
    connect(m_help, &QToolButton::clicked, this, &MainWindow::showShortcuts);
    for (const usecases::Person &person : m_services.people)
        m_person->addItem(person.name, person.name);
}

void MainWindow::choosePerson(int index)
{
    const QString name = m_person->itemData(index).toString();
    for (const usecases::Person &person : m_services.people) {
        if (person.name != name)
            continue;
        m_session.closeCase();
        m_undo = nullptr; // one person's act is not another's to take back
        m_toast->withdraw();
        m_session.setActor({person, false, false});
        if (m_pages->currentWidget() == m_reports && !m_session.may(usecases::Permission::ReadReports))
            showDesk();
        else if (m_pages->currentWidget() == m_queuePage)
            m_queuePage->focusRows();
        else
            m_queue->focusRows();
    }
}

/// Off, blurred, grey, off.
void MainWindow::changeCare()
{
    switch (m_services.care) {
    case Care::Off: m_services.care = Care::Blur; break;
    case Care::Blur: m_services.care = Care::Grey; break;
    case Care::Grey: m_services.care = Care::Off; break;
    }
    m_case->setCare(m_services.care);
    if (m_services.setCare)
        m_services.setCare(m_services.care);
    say([care = m_services.care] {
        if (care == Care::Off)
            return tr("Pictures are shown at once.");
        return care == Care::Blur ? tr("Pictures are blurred until you press O.") : tr("Pictures are grey until you press O.");
    });
}

void MainWindow::cycleFocus()
{
    const QWidget *focus = QApplication::focusWidget();
    if (focus && m_queue->isAncestorOf(focus))
        m_case->focusEvidence();
    else if (focus && m_case->isAncestorOf(focus))
        m_ruling->focusForm();
    else
        m_queue->focusRows();
}

void MainWindow::showShortcuts()
{
    auto *dialog = new QDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("shortcutSheet"));
    dialog->setWindowTitle(tr("Keys"));
    dialog->resize(760, 620);
    auto *table = new QTableWidget(0, 2, dialog);
    table->setAccessibleName(tr("Keys"));
    table->setHorizontalHeaderLabels({tr("Key"), tr("Does")});
    table->verticalHeader()->hide();
    table->horizontalHeader()->setStretchLastSection(true);
    // Long words go on below. Queued: a stretched section is told of before it has its new width.
    connect(table->horizontalHeader(), &QHeaderView::sectionResized, table, &QTableView::resizeRowsToContents, Qt::QueuedConnection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    const auto add = [table](const QString &key, const QString &text) {
        const int row = table->rowCount();
        table->insertRow(row);
        table->setItem(row, 0, new QTableWidgetItem(key));
        table->setItem(row, 1, new QTableWidgetItem(text));
    };
    add(QStringLiteral("1 – 9"), tr("Outcome"));
    add(QStringLiteral("V 1 – V 9"), tr("View of the queue"));
    add(QStringLiteral("V 0"), tr("All views, also your own"));
    add(QStringLiteral("Ctrl+Shift+1 – 9"), tr("Show an exhibit of the other side here"));
    add(QStringLiteral("M"), tr("On the queue page: marked cases"));
    add(QStringLiteral("L, S, Shift+S"), tr("On the queue page: claim, skip or park the case of the current row"));
    add(QStringLiteral("Left, Right, Shift+O"), tr("On the queue page: choose a column of the table, sort by it, again the other way round"));
    add(QStringLiteral("Ctrl+C"), tr("In a table: copy the marked rows"));
    add(QStringLiteral("Ctrl+E"), tr("On the queue page: write what is shown to a file"));
    add(QStringLiteral("Ctrl+S"), tr("On the queue page: keep as a view"));
    add(QStringLiteral("Ctrl+Shift+C"), tr("In the reasons or a finding: cite the place on show and write it there"));
    add(QStringLiteral("J, K, ↑, ↓"), tr("On the timeline: next and previous moment, other lane; Return goes there"));
    add(QStringLiteral("+, −, 0, D, PgUp, PgDown"), tr("On the timeline: nearer, farther, everything, the case's own time, earlier, later"));
    // Of lists and fields, which are no actions.
    add(QStringLiteral("Enter"), tr("In a chat: open the picture or film of the message, or go to what it answers"));
    add(QStringLiteral("Left, Right"), tr("In a chat: another part of a long message"));
    add(QStringLiteral("#m12, #2026-10-13"), tr("In a chat's search field: go to the message of this number, or to the first of this day"));
    for (const ActionRow &row : actionCatalog())
        add(QKeySequence::listToString(m_actions.value(QLatin1StringView(row.id))->shortcuts(), QKeySequence::NativeText), QCoreApplication::translate("Action", row.text));
    // The viewers' own keys are asked of the viewers: no second list to forget.
    QSet<QString> told;
    for (const Viewer &viewer : viewers()) {
        const std::unique_ptr<ViewerWidget> made(viewer.create(m_loader, nullptr));
        for (const QAction *action : made->actions()) {
            const QString key = QKeySequence::listToString(action->shortcuts(), QKeySequence::NativeText);
            if (!key.isEmpty() && !told.contains(key))
                add(key, tr("In the evidence: %1").arg(action->text()));
            told.insert(key);
        }
    }
    table->resizeColumnToContents(0);
    auto *about = new QLabel(dialog);
    about->setTextFormat(Qt::PlainText);
    about->setWordWrap(true);
    about->setText(m_services.decoderNote);
    auto *layout = new QVBoxLayout(dialog);
    layout->addWidget(table, 1);
    layout->addWidget(about);
    dialog->open();
    table->resizeRowsToContents(); // by the width that it has now
}

void MainWindow::retranslate()
{
    const Tokens &t = tokensFor(palette());
    setWindowTitle(m_services.demo ? tr("Arbiter – demo") : tr("Arbiter"));
    m_brand->setText(tr("Arbiter"));
    QFont bold = font();
    bold.setPixelSize(16);
    bold.setWeight(QFont::DemiBold);
    m_brand->setFont(bold);
    m_demo->setText(tr("DEMO · data is invented"));
    m_demo->setVisible(m_services.demo);
    applySheet(m_demo, QStringLiteral("QLabel { color: %1; border: 1px solid %1; border-radius: 4px; padding: 1px 6px; }").arg(t.warning.name()));
    m_plusHours->setText(tr("+4 h"));
    m_plusDay->setText(tr("+1 d"));
    m_plusHours->setVisible(m_services.demo);
    m_plusDay->setVisible(m_services.demo);
    m_plusHours->setAccessibleName(tr("Advance the demo clock by 4 hours"));
    m_plusDay->setAccessibleName(tr("Advance the demo clock by one day"));
    m_plusHours->setToolTip(m_plusHours->accessibleName());
    m_plusDay->setToolTip(m_plusDay->accessibleName());
    m_clock->setAccessibleName(tr("Desk time"));
    m_clock->setText(presentation::dateTimeText(m_session.now()));
    m_waitingNote->setText(tr("Waiting for the database"));
    m_waitingNote->setToolTip(tr("The database is busy with somebody else's work; the answer comes by itself."));
    applySheet(m_waitingNote, QStringLiteral("QLabel { color: %1; }").arg(t.muted.name()));
    m_deskButton->setText(tr("Desk"));
    m_queueButton->setText(tr("Queue"));
    m_queueButton->setToolTip(tr("The whole queue as a table (G Q)"));
    m_deskButton->setToolTip(tr("One case beside the list (G D)"));
    m_reportsButton->setText(tr("Reports"));
    m_banner->retranslate();
    showNoticesButton();
    m_case->setPresence(m_presence.sentence());
    showTrouble();
    m_reportsButton->setVisible(m_session.may(usecases::Permission::ReadReports));
    m_person->setAccessibleName(tr("Who is working?"));
    m_person->setToolTip(tr("Who is working?"));
    for (int n = 0; n < m_person->count(); ++n) {
        for (const usecases::Person &person : m_services.people) {
            if (person.name == m_person->itemData(n).toString())
                m_person->setItemText(n, tr("%1 · %2").arg(person.name, presentation::label(person.role)));
        }
    }
    m_person->setCurrentIndex(m_person->findData(m_session.actor().person.name));
    m_language->setIcon(themedIcon(QStringLiteral("languages"), t.text));
    m_language->setToolTip(tr("中文 / English (Ctrl+L)"));
    m_language->setAccessibleName(tr("Other language"));
    m_theme->setIcon(themedIcon(isDarkPalette(palette()) ? QStringLiteral("sun") : QStringLiteral("moon"), t.text));
    m_theme->setToolTip(tr("Light or dark (Ctrl+D)"));
    m_theme->setAccessibleName(tr("Light or dark"));
    m_help->setIcon(themedIcon(QStringLiteral("keyboard"), t.text));
    m_help->setToolTip(tr("Keys (?)"));
    m_help->setAccessibleName(tr("Keys"));
    for (const ActionRow &row : actionCatalog())
        m_actions.value(QLatin1StringView(row.id))->setText(QCoreApplication::translate("Action", row.text));
}

} // namespace arb::ui
