// SPDX-License-Identifier: GPL-3.0-or-later
// The window's actions: their keys, and what each of them does where.
#include <ui/mainwindow.h>

#include "actions/actioncatalog.h"
#include "casefile/casepanel.h"
#include "queue/queuepage.h"
#include "queue/queuepanel.h"
#include "ruling/rulingpanel.h"
#include "shell/heldkeys.h"
#include "shell/historydialog.h"
#include "shell/toast.h"

#include <presentation/casehistory.h>
#include <presentation/labels.h>

#include <QtGui/QAction>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QToolButton>

namespace arb::ui {

void MainWindow::makeActions()
{
    const QStringList walking{QStringLiteral("nextCase"), QStringLiteral("previousCase"), QStringLiteral("nextExhibit"), QStringLiteral("previousExhibit")};
    for (const ActionRow &row : actionCatalog()) {
        auto *action = new QAction(this);
        const QString id = QString::fromLatin1(row.id);
        action->setObjectName(id);
        QList<QKeySequence> keys;
        for (const QString &key : QString::fromLatin1(row.keys).split(QStringLiteral(" | "), Qt::SkipEmptyParts))
            keys.append(QKeySequence(key, QKeySequence::PortableText));
        action->setShortcuts(keys);
        action->setAutoRepeat(walking.contains(id)); // held down, a key walks; it claims, signs and sends once
        addAction(action);
        m_actions.insert(id, action);
    }
    new HeldKeys(this);
    makeDigitKeys();
    connectQueueActions();
    connectCaseActions();
    connectFormActions();
    connectWindowActions();
}

/// A digit is an outcome; V and a digit, a view of the queue.
void MainWindow::makeDigitKeys()
{
    for (int key = 1; key <= 9; ++key) {
        auto *outcome = new QAction(this);
        outcome->setShortcut(QKeySequence(QString::number(key)));
        connect(outcome, &QAction::triggered, this, [this, key] {
            if (needsForm())
                m_ruling->chooseOutcome(key);
        });
        addAction(outcome);
    }
    for (int key = 0; key <= 9; ++key) {
        auto *view = new QAction(this);
        view->setShortcut(QKeySequence(QStringLiteral("V, %1").arg(key)));
        connect(view, &QAction::triggered, this, [this, key] {
            if (key == 0)
                showQueue();
            if (m_pages->currentWidget() == m_queuePage) {
                m_queuePage->showView(key);
                return;
            }
            showDesk();
            m_queue->showView(key);
            m_queue->focusRows(); // Enter opens what is seen
        });
        addAction(view);
    }
}

/// F7 and F8 are the viewers' keys, not letters that lists or texts need: where nobody else took them they act on the active side.
/// They are no actions of the window, or inside a viewer neither of two actions with one key would run.
void MainWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_F7 && event->key() != Qt::Key_F8) {
        QMainWindow::keyPressEvent(event);
        return;
    }
    const QKeySequence key(QKeyCombination(event->modifiers() & ~Qt::KeypadModifier, static_cast<Qt::Key>(event->key())));
    if (needsCase() && !m_case->runViewerKey(key))
        sayHere([] { return tr("This key does nothing in what the active side shows."); });
}

void MainWindow::onAction(const char *id, std::function<void()> act)
{
    connect(m_actions.value(QLatin1StringView(id)), &QAction::triggered, this, std::move(act));
}

void MainWindow::onAction(const char *id, Needs needs, const std::function<void()> &act)
{
    onAction(id, [this, needs, act] {
        if ((this->*needs)())
            act();
    });
}

void MainWindow::connectQueueActions()
{
    onAction("takeNext", [this] { takeNext(); });
    onAction("claim", [this] { claim(chosenCase()); });
    onAction("skip", [this] { askSkip(chosenCase()); });
    onAction("park", [this] { askPark(chosenCase()); });
    for (const auto &[id, by] : {std::pair("nextCase", 1), std::pair("previousCase", -1)}) {
        onAction(id, [this, step = by] {
            if (m_pages->currentWidget() == m_queuePage)
                m_queuePage->step(step);
            else if (needsDesk())
                m_queue->step(step);
        });
    }
    onAction("filter", [this] {
        if (m_pages->currentWidget() == m_queuePage) {
            m_queuePage->focusFilter();
            return;
        }
        showDesk();
        m_queue->focusFilter();
    });
    onAction("queuePage", [this] { showQueue(); });
    onAction("focusQueue", [this] { showDesk(); m_queue->focusRows(); });
    onAction("approvals", [this] { showDesk(); m_queue->showView(6); m_queue->focusRows(); });
    onAction("refresh", [this] { m_queuePresenter.refresh(); m_session.reopen(); });
}

void MainWindow::connectCaseActions()
{
    onAction("takeOver", &MainWindow::needsCase, [this] { askTakeOver(); });
    onAction("nextExhibit", &MainWindow::needsCase, [this] { m_case->stepExhibit(1); });
    onAction("previousExhibit", &MainWindow::needsCase, [this] { m_case->stepExhibit(-1); });
    onAction("look", &MainWindow::needsCase, [this] {
        if (!m_case->uncover())
            sayHere([] { return tr("No picture on show is covered."); });
    });
    onAction("otherSide", &MainWindow::needsCase, [this] { m_case->cyclePane(); });
    onAction("link", &MainWindow::needsCase, [this] { m_case->toggleLink(); });
    onAction("factsCard", &MainWindow::needsCase, [this] { m_case->setFactsCardOpen(!m_case->isFactsCardOpen()); });
    onAction("timeline", &MainWindow::needsCase, [this] { m_case->setTimelineOpen(!m_case->isTimelineOpen()); });
    for (const ActionRow &row : actionCatalog()) {
        if (QLatin1StringView(row.id).startsWith(QLatin1StringView("compare")))
            onAction(row.id, &MainWindow::needsCase, [this, id = QString::fromLatin1(row.id)] { m_case->runCompare(id); });
    }
    onAction("note", &MainWindow::needsCase, [this] { askNote(); });
    onAction("findInCase", &MainWindow::needsCase, [this] { m_case->setFindOpen(true); }); // open already: its field; Esc closes
    onAction("notes", &MainWindow::needsCase, [this] { m_case->setNotesOpen(!m_case->areNotesOpen()); });
    onAction("source", &MainWindow::needsCase, [this] { goToSource(); });
    onAction("letterBuyer", &MainWindow::needsCase, [this] { saveLetter(domain::Party::Buyer); });
    onAction("letterMerchant", &MainWindow::needsCase, [this] { saveLetter(domain::Party::Merchant); });
    onAction("history", &MainWindow::needsCase, [this] {
        auto *dialog = new HistoryDialog(m_session.view()->record.header.caseNo, presentation::historyOf(*m_session.view()), this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
}

void MainWindow::connectFormActions()
{
    onAction("cite", &MainWindow::needsForm, [this] { cite(); });
    onAction("amount", &MainWindow::needsForm, [this] { m_ruling->focusAmount(); });
    onAction("blame", &MainWindow::needsForm, [this] { askBlame(); });
    onAction("clause", &MainWindow::needsForm, [this] { m_ruling->focusClause(); });
    onAction("findings", &MainWindow::needsForm, [this] { m_ruling->focusFindings(); });
    onAction("citeRecord", &MainWindow::needsForm, [this] { m_ruling->citeRecord(); });
    onAction("suggestion", &MainWindow::needsForm, [this] { m_rulingPresenter.takeSuggestion(); });
    onAction("askEvidence", &MainWindow::needsForm, [this] { askEvidence(); });
    onAction("handOver", &MainWindow::needsForm, [this] { handOver(); });
    onAction("sign", &MainWindow::needsCase, [this] {
        if (!m_ruling->approveByKey() && needsForm())
            m_ruling->sign(true);
    });
    onAction("signStay", &MainWindow::needsForm, [this] { m_ruling->sign(false); });
    onAction("recall", [this] { undoLast(m_toast->isOffering()); });
}

void MainWindow::connectWindowActions()
{
    onAction("notices", [this] { showNotices(); });
    onAction("reports", [this] { showReports(); });
    onAction("cycle", &MainWindow::needsDesk, [this] { cycleFocus(); });
    onAction("care", [this] { changeCare(); });
    onAction("shortcuts", [this] { showShortcuts(); });
    onAction("quit", [this] { close(); });
    onAction("language", [this] {
        if (m_services.setLanguage)
            m_services.setLanguage(presentation::languageIsChinese() ? QStringLiteral("en") : QStringLiteral("zh_CN"));
    });
    onAction("theme", [this] {
        m_themeMode = isDarkPalette(palette()) ? ThemeMode::Light : ThemeMode::Dark;
        if (m_services.setTheme)
            m_services.setTheme(m_themeMode);
    });
    connect(m_language, &QToolButton::clicked, m_actions.value(QStringLiteral("language")), &QAction::trigger);
    connect(m_theme, &QToolButton::clicked, m_actions.value(QStringLiteral("theme")), &QAction::trigger);
}

} // namespace arb::ui
