// SPDX-License-Identifier: GPL-3.0-or-later
// What the main window does around the queue: its page, many cases at once, notices, presence, trouble.
#include <ui/mainwindow.h>

#include "casefile/casepanel.h"
#include "queue/manydialog.h"
#include "queue/queuepage.h"
#include "shell/banner.h"
#include "shell/noticesdialog.h"
#include "shell/parkdialog.h"
#include "shell/toast.h"

#include <presentation/casehits.h>
#include <presentation/errortext.h>
#include <presentation/formats.h>

#include <usecases/queuefilter.h>
#include <usecases/searchtext.h>

#include <QtCore/QFileInfo>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QStackedWidget>

#include <algorithm>
#include <utility>

namespace arb::ui {

namespace {

constexpr char factsCardLook[] = "facts "; ///< before the columns, where the facts card stands open

} // namespace

void MainWindow::connectQueue()
{
    using presentation::QueuePresenter;
    connect(m_queuePage, &QueuePage::caseChosen, this, [this](domain::CaseId id) {
        showDesk();
        m_soughtIn = id; // whoever searched wants to see where the words stand
        m_session.open(id);
    });
    connect(&m_session, &presentation::Session::caseOpened, this, &MainWindow::jumpToSought);
    connect(m_case, &CasePanel::allCasesWanted, this, &MainWindow::searchAllCases);
    connect(m_case, &CasePanel::foundPlace, this, [this](const usecases::CaseHit &hit, int hits) {
        sayHere([hit, hits] { return tr("Found in: %1. Hits in this case: %2. Ctrl+Shift+F lists them.").arg(presentation::sourceText(hit.where)).arg(hits); });
    });
    connect(m_queuePage, &QueuePage::manyRequested, this, &MainWindow::askMany);
    connect(m_queuePage, &QueuePage::exportRequested, this, &MainWindow::exportQueue);
    connect(m_queuePage, &QueuePage::said, this, [this](const QString &sentence) { say([sentence] { return sentence; }); });
    connect(m_queuePage, &QueuePage::viewRemoved, this, [this](const usecases::SavedView &view) {
        offerUndo(tr("View removed: %1").arg(presentation::visibleText(view.name)), [this, view] { m_queuePresenter.restoreView(view); });
    });
    connect(&m_queuePresenter, &QueuePresenter::troubleChanged, this, &MainWindow::showTrouble);
    connect(m_banner, &Banner::tryAgain, this, [this] {
        m_queuePresenter.refresh();
        m_session.reopen();
        if (m_writeTrouble)
            tryWriting();
    });
    connect(&m_notices, &presentation::NoticesPresenter::changed, this, &MainWindow::showNoticesButton);
    connect(&m_notices, &presentation::NoticesPresenter::arrived, this, &MainWindow::hear);
    connect(m_pages, &QStackedWidget::currentChanged, this, [this](int page) { m_presence.setCaseShown(page == m_pages->indexOf(m_desk)); });
    connect(&m_presence, &presentation::PresencePresenter::changed, this, [this] {
        m_case->setPresence(m_presence.sentence());
        m_queuePresenter.model().setLookers(m_presence.lookers());
    });
    connect(&m_session, &presentation::Session::caseOpened, this, [this] { m_case->setPresence(m_presence.sentence()); });
}

const usecases::CaseHeader *MainWindow::knownHeader(const presentation::Session::About &about) const
{
    const presentation::QueueModel &rows = m_queuePresenter.model();
    const usecases::CaseView *view = m_session.view();
    const usecases::CaseHeader *header = rows.at(rows.rowOf(about.id));
    if (view && view->record.header.id == about.id && (!header || header->version < view->record.header.version))
        header = &view->record.header;
    return header;
}

/// Nobody is asked for a time or a reason that would be refused afterwards.
bool MainWindow::mayPass(const presentation::Session::About &about)
{
    const usecases::CaseHeader *header = knownHeader(about);
    const usecases::CaseView *view = m_session.view();
    const bool inOrder = m_queuePresenter.servesInOrder().value_or(view && view->policy.serveNext);
    const auto refused = header ? usecases::passRefusal(m_session.actor(), *header, inOrder) : std::nullopt;
    if (refused)
        say([why = *refused, about] { return tr("%1: %2").arg(presentation::visibleText(about.caseNo), presentation::commandLineText(why)); }, 12);
    return !refused;
}

void MainWindow::searchAllCases(const QStringList &words)
{
    usecases::QueueFilter filter;
    filter.words = words;
    const presentation::QueueChoice &before = m_queuePresenter.choice();
    m_queuePresenter.choose({usecases::QueueView::All, usecases::queueFilterText(filter), before.sort, before.descending});
    showQueue();
}

/// In a case that was opened from the queue's page while words narrowed it.
void MainWindow::jumpToSought()
{
    const domain::CaseId sought = std::exchange(m_soughtIn, {});
    const auto filter = usecases::parseQueueFilter(m_queuePresenter.choice().filter);
    if (sought.isNull() || sought != m_session.view()->record.header.id || !filter || usecases::searchPhrases(filter->words).isEmpty())
        return;
    m_case->jumpTo(filter->words);
}

void MainWindow::askPark(const presentation::Session::About &about)
{
    if (about.id.isNull() || !mayPass(about))
        return;
    if (!m_session.may(usecases::Permission::Park)) {
        sayError(usecases::CommandFault::NotAllowed, about.caseNo);
        return;
    }
    const usecases::CaseHeader *header = knownHeader(about);
    auto *dialog = new ParkDialog(about.caseNo, m_session.now(), header ? std::optional(*header) : std::nullopt, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, about] {
        m_session.commandAbout(about, QStringLiteral("park"), [id = about.id, until = dialog->until()](usecases::CaseCommands &commands, const usecases::Command &command) {
            return commands.park(command, id, until);
        });
    });
    dialog->open();
}

void MainWindow::showQueue()
{
    showPage(m_queuePage);
    m_queuePage->focusRows();
}

QByteArray MainWindow::looks() const
{
    return (m_case->isFactsCardOpen() ? QByteArray(factsCardLook) : QByteArray()) + m_queuePage->columnsState();
}

void MainWindow::restoreLooks(const QByteArray &looks)
{
    const bool factsCard = looks.startsWith(factsCardLook);
    m_case->setFactsCardOpen(factsCard);
    m_queuePage->restoreColumns(factsCard ? looks.mid(qstrlen(factsCardLook)) : looks);
}

bool MainWindow::isListingShown() const
{
    return m_case->isThirdShown();
}

void MainWindow::setListingShown(bool shown)
{
    m_case->setThirdShown(shown);
}

void MainWindow::exportQueue()
{
    if (!m_services.openTable || m_queuePage->isExporting())
        return;
    auto *dialog = new QFileDialog(this, tr("Export what is shown"), QString(), tr("CSV files (*.csv)") + QStringLiteral(";;") + tr("Workbooks (*.xlsx)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->selectFile(QStringLiteral("queue.csv"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        const QString suffix = filter.contains(QStringLiteral("xlsx")) ? QStringLiteral("xlsx") : QStringLiteral("csv");
        dialog->setDefaultSuffix(suffix);
        const QStringList chosen = dialog->selectedFiles();
        if (!chosen.isEmpty())
            dialog->selectFile(QString(QFileInfo(chosen.constFirst()).completeBaseName() + u'.' + suffix));
    });
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        QList<bool> sums;
        for (const int column : m_queuePage->shownColumns())
            sums.append(column == presentation::QueueModel::AmountColumn);
        m_queuePage->exportTo(m_services.openTable(path, m_queuePage->shownHeadings(), sums), path);
    });
    dialog->open();
}

void MainWindow::askMany(const QList<domain::CaseId> &ids)
{
    auto *dialog = new ManyDialog(m_session, ids, this);
    connect(&dialog->presenter(), &presentation::BulkPresenter::finished, this, [this, many = &dialog->presenter()] {
        m_queuePresenter.refresh();
        m_session.reopen();
        if (m_many.get() == many && std::exchange(m_manyUndoing, false))
            tellUndone();
    });
    showMany(dialog);
}

/// What was done in the dialog can be taken back after it as well, by the toast or Ctrl+Z, until the next wish.
void MainWindow::showMany(ManyDialog *dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::finished, this, [this, many = dialog->sharedPresenter()] {
        if (many->phase() != presentation::BulkPresenter::Phase::Done)
            return;
        m_undo = nullptr;
        if (many->canUndo()) {
            offerUndo(tr("%1: %2").arg(presentation::BulkPresenter::actionLabel(many->wish().action), many->summary()), [this, many] { undoMany(many); });
        }
    });
    dialog->open();
}

void MainWindow::undoMany(const std::shared_ptr<presentation::BulkPresenter> &many)
{
    m_many = many; // lives until its answers have come
    m_manyUndoing = true;
    m_many->undo();
}

/// All of it in a sentence; where a case could not be put back, each case with its reason.
void MainWindow::tellUndone()
{
    const std::shared_ptr<presentation::BulkPresenter> many = m_many;
    const auto stands = [](const usecases::ManyLine &line) { return line.fate == usecases::ManyFate::Done || line.fate == usecases::ManyFate::StaysDone; };
    if (std::ranges::any_of(many->lines(), stands))
        showMany(new ManyDialog(m_session, many, this));
    else
        say([many] { return many->summary(); });
}

void MainWindow::showNotices()
{
    auto *dialog = new NoticesDialog(m_session, m_notices, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &NoticesDialog::caseChosen, this, [this](domain::CaseId id) {
        showDesk();
        m_session.open(id);
    });
    dialog->open();
}

void MainWindow::showNoticesButton()
{
    m_noticesButton->setText(m_notices.summary());
    m_noticesButton->setToolTip(tr("What you were told (G N)"));
    m_noticesButton->setVisible(!m_notices.unread().isEmpty());
    m_noticesButton->setIcon(themedIcon(QStringLiteral("inbox"), tokensFor(palette()).accent));
}

void MainWindow::hear(const QList<usecases::Notice> &notices)
{
    if (notices.isEmpty())
        return;
    const QString sentence = presentation::NoticesPresenter::sentence(notices.constLast(), m_session.now());
    const QString all = notices.size() == 1 ? sentence : tr("%1 Unread in all: %2.").arg(sentence, m_notices.summary());
    say([all] { return all; }, 12);
    m_queuePresenter.refresh();
    const usecases::CaseView *view = m_session.view();
    const bool open = view && std::ranges::any_of(notices, [&](const usecases::Notice &notice) { return notice.caseId == view->record.header.id; });
    if (open)
        m_session.reopen(); // whoever lost the case sees it at once; what they wrote is kept
}

/// What does not work at present, and what does all the same.
void MainWindow::showTrouble()
{
    if (m_session.offline()) {
        QString text = presentation::reconnectingText(m_session.attempt());
        if (m_session.inDoubt(QStringLiteral("rule")))
            text += u' ' + presentation::checkingText();
        m_banner->tell(text);
    } else if (!m_queuePresenter.trouble().isEmpty())
        m_banner->tell(tr("%1 What is on the screen can still be read and copied; what you write is kept on this computer. The desk keeps trying.").arg(m_queuePresenter.trouble()));
    else if (m_session.readOnly())
        m_banner->tell(tr("%1 Reading, searching and exporting work as before; what you write is kept on this computer.").arg(presentation::readOnlyText()));
    else if (m_writeTrouble)
        m_banner->tell(tr("%1 Reading, searching and exporting work as before; what you write is kept on this computer.").arg(presentation::errorText(*m_writeTrouble)));
    else
        m_banner->tell(m_services.standingNote);
}

void MainWindow::offerUndo(const QString &sentence, std::function<void()> undo)
{
    m_undo = std::move(undo);
    m_toast->offer([sentence] { return sentence; }, [] { return tr("Undo (%1 s)"); }, undoSeconds);
}

void MainWindow::undoLast(bool offered)
{
    if (!m_undo) {
        recallLast(offered);
        return;
    }
    m_toast->withdraw();
    std::exchange(m_undo, nullptr)();
}

} // namespace arb::ui
