// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/mainwindow.h>

#include "actions/actioncatalog.h"
#include "casefile/casepanel.h"
#include "queue/queuepanel.h"
#include "reports/reportspage.h"
#include "ruling/rulingpanel.h"
#include "shell/evidencedialog.h"
#include "shell/toast.h"

#include <presentation/errortext.h>
#include <presentation/formats.h>
#include <presentation/labels.h>

#include <QtCore/QEvent>
#include <QtCore/QMimeData>
#include <QtCore/QTimer>
#include <QtGui/QAction>
#include <QtGui/QDropEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QInputDialog>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QStackedWidget>

namespace arb::ui {

namespace {

constexpr int undoSeconds = 10;
constexpr qint64 leaseRenewBeforeMs = 5 * domain::minuteMs;

} // namespace

MainWindow::MainWindow(presentation::Session &session, presentation::QueuePresenter &queue, presentation::RulingPresenter &ruling,
                       EvidenceLoader &loader, WindowServices services, QWidget *parent)
    : QMainWindow(parent), m_session(session), m_queuePresenter(queue), m_rulingPresenter(ruling), m_services(std::move(services)),
      m_pages(new QStackedWidget(this)), m_desk(new QSplitter(Qt::Horizontal, this)), m_queue(new QueuePanel(session, queue, this)),
      m_case(new CasePanel(session, loader, this)), m_ruling(new RulingPanel(session, ruling, this)),
      m_reports(new ReportsPage(session, this)), m_toast(nullptr)
{
    setObjectName(QStringLiteral("mainWindow"));
    setAcceptDrops(true);
    for (QWidget *panel : std::initializer_list<QWidget *>{m_queue, m_case, m_ruling})
        m_desk->addWidget(panel);
    m_desk->setChildrenCollapsible(false);
    m_desk->setSizes({262, 768, 330});
    m_desk->setStretchFactor(0, 0);
    m_desk->setStretchFactor(1, 1);
    m_desk->setStretchFactor(2, 0);
    m_queue->setMinimumWidth(220);
    m_ruling->setMinimumWidth(290);
    m_pages->addWidget(m_desk);
    m_pages->addWidget(m_reports);
    setCentralWidget(m_pages);
    m_toast = new Toast(m_pages);
    makeTopBar();
    makeActions();
    connectPanels();
    auto *clock = new QTimer(this);
    clock->setInterval(1000);
    connect(clock, &QTimer::timeout, this, &MainWindow::tick);
    clock->start();
    resize(1366, 768);
    retranslate();
}

void MainWindow::setServices(const WindowServices &services)
{
    m_services = services;
    m_person->clear();
    for (const usecases::Person &person : m_services.people)
        m_person->addItem(tr("%1 · %2").arg(person.name, presentation::label(person.role)), person.name);
    m_person->setCurrentIndex(m_person->findData(m_session.actor().person.name));
    retranslate();
}

void MainWindow::connectPanels()
{
    using presentation::Session;
    connect(m_queue, &QueuePanel::caseChosen, &m_session, &Session::open);
    connect(m_queue, &QueuePanel::takeNextRequested, this, &MainWindow::takeNext);
    connect(m_ruling, &RulingPanel::claimRequested, this, &MainWindow::claimOpen);
    connect(m_ruling, &RulingPanel::citationChosen, m_case, &CasePanel::goTo);
    connect(m_ruling, &RulingPanel::citeRequested, this, &MainWindow::cite);
    connect(m_ruling, &RulingPanel::said, this, &MainWindow::say);
    connect(m_ruling, &RulingPanel::askEvidenceRequested, this, &MainWindow::askEvidence);
    connect(m_ruling, &RulingPanel::skipRequested, this, &MainWindow::askSkip);
    connect(m_ruling, &RulingPanel::handOverRequested, m_actions.value(QStringLiteral("handOver")), &QAction::trigger);
    connect(m_ruling, &RulingPanel::recallRequested, this, [this] {
        if (const usecases::CaseView *view = m_session.view()) {
            m_lastRuled = view->record.header.id;
            m_recallable = true;
            recallLast();
        }
    });
    connect(m_ruling, &RulingPanel::releaseRequested, this, [this] {
        const domain::CaseId id = m_session.view()->record.header.id;
        m_session.command(QStringLiteral("release"), [id](usecases::CaseCommands &commands, const usecases::Command &command) { return commands.release(command, id); });
    });
    connect(m_ruling, &RulingPanel::approveRequested, this, [this] {
        const domain::CaseId id = m_session.view()->record.header.id;
        m_session.command(QStringLiteral("approve"), [id](usecases::CaseCommands &commands, const usecases::Command &command) { return commands.approve(command, id); });
    });
    connect(m_ruling, &RulingPanel::sendBackRequested, this, [this] {
        const domain::CaseId id = m_session.view()->record.header.id;
        askText(tr("Send back"), tr("What is to be changed, in one sentence"), [this, id](const QString &text) {
            m_session.command(QStringLiteral("return"), [id, text](usecases::CaseCommands &commands, const usecases::Command &command) { return commands.sendBack(command, id, text); });
        });
    });
    connect(m_reports, &ReportsPage::caseChosen, this, [this](domain::CaseId id) {
        showDesk();
        m_session.open(id);
    });
    connect(m_reports, &ReportsPage::exportRequested, this, &MainWindow::exportTable);
    connect(&m_session, &Session::done, this, &MainWindow::onDone);
    connect(&m_session, &Session::refused, this, [this](const QString &, const usecases::CommandError &, const QString &sentence) {
        m_toast->say(sentence, {}, 12);
        m_session.reopen();
    });
    connect(&m_session, &Session::caseOpened, this, [this] {
        // The keyboard stays where it is while the same case is read again; a new one begins at the evidence.
        const domain::CaseId id = m_session.view()->record.header.id;
        if (id == m_lastOpened)
            return;
        m_lastOpened = id;
        m_ruling->showTop();
        const QWidget *focus = QApplication::focusWidget();
        if (!focus || m_ruling->isAncestorOf(focus))
            m_queue->focusRows();
    });
    connect(&m_session, &Session::openFailed, this, [this](const QString &sentence) { m_toast->say(sentence, {}, 12); });
    connect(&m_queuePresenter, &presentation::QueuePresenter::failed, this, [this](const QString &sentence) { m_toast->say(sentence, {}, 12); });
    connect(&m_queuePresenter, &presentation::QueuePresenter::refreshed, this, [this] {
        if (!m_usable) {
            m_usable = true;
            Q_EMIT usable();
        }
    });
    connect(&m_rulingPresenter, &presentation::RulingPresenter::changed, this, [this] {
        QList<domain::Citation> cited;
        for (const domain::Finding &finding : m_rulingPresenter.draft().findings)
            cited.append(finding.citations);
        m_case->showCited(cited);
    });
    connect(m_toast, &Toast::pressed, this, &MainWindow::recallLast);
    connect(&m_session, &Session::actorChanged, this, &MainWindow::retranslate);
}

void MainWindow::onDone(const QString &what, const usecases::Receipt &receipt)
{
    if (what == u"rule") {
        m_lastRuled = receipt.caseId;
        m_recallable = true;
        const QString sentence = receipt.needsApproval ? tr("Submitted for approval: %1").arg(receipt.caseNo)
                                                       : tr("Recorded: %1. The ruling has not been sent yet.").arg(receipt.caseNo);
        m_toast->say(sentence, tr("Undo signing (%1 s)"), undoSeconds);
        if (m_rulingPresenter.openNextAfterSigning()) {
            m_session.closeCase();
            takeNext();
            return;
        }
    } else if (what == u"recall") {
        m_recallable = false;
        m_toast->say(tr("Recalled: %1. Your text is back as a draft.").arg(receipt.caseNo), {}, 6);
    } else if (what == u"approve") {
        m_toast->say(tr("Approved and in effect: %1").arg(receipt.caseNo), {}, 6);
    } else if (what == u"return") {
        m_toast->say(tr("Sent back: %1").arg(receipt.caseNo), {}, 6);
    } else if (what == u"request") {
        m_toast->say(tr("Evidence asked for: %1. It comes back to you.").arg(receipt.caseNo), {}, 6);
    }
    if (what == u"release" || what == u"skip" || what == u"hand_over") {
        m_session.closeCase();
        return;
    }
    m_session.open(receipt.caseId);
}

void MainWindow::takeNext()
{
    if (m_session.may(usecases::Permission::Claim))
        m_session.command(QStringLiteral("claim"), [](usecases::CaseCommands &commands, const usecases::Command &command) { return commands.claimNext(command); });
}

void MainWindow::claimOpen()
{
    const usecases::CaseView *view = m_session.view();
    if (!view)
        return;
    const domain::CaseId id = view->record.header.id;
    m_session.command(QStringLiteral("claim"), [id](usecases::CaseCommands &commands, const usecases::Command &command) { return commands.claim(command, id); });
}

void MainWindow::recallLast()
{
    if (!m_recallable)
        return;
    const domain::CaseId id = m_lastRuled;
    m_toast->dismiss();
    m_session.command(QStringLiteral("recall"), [id](usecases::CaseCommands &commands, const usecases::Command &command) {
        return commands.recall(command, id, QStringLiteral("undo"));
    });
}

void MainWindow::cite()
{
    const auto citation = m_case->currentCitation();
    if (!m_session.holdsOpenCase() || !citation) {
        m_toast->say(tr("Open an exhibit and claim the case, then cite the place on show."), {}, 6);
        return;
    }
    const QString under = m_ruling->cite(*citation);
    m_toast->say(tr("Cited under \"%1\"").arg(under), {}, 4);
}

void MainWindow::askEvidence()
{
    const usecases::CaseView *view = m_session.view();
    if (!view || !m_session.holdsOpenCase()) {
        say(m_rulingPresenter.notHeldText());
        return;
    }
    const auto due = usecases::deadline(view->policy.evidenceClock, m_session.now(), view->calendar);
    const QString element = m_rulingPresenter.assessment().missing.isEmpty() ? QString() : m_rulingPresenter.assessment().missing.constFirst().element;
    auto *dialog = new EvidenceDialog(view->book, view->record.file.creator.has_value(), due.at.value_or(m_session.now()), element, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const domain::CaseId id = view->record.header.id;
    connect(dialog, &QDialog::accepted, this, [this, dialog, id] {
        const usecases::EvidenceWish wish = dialog->wish();
        m_session.command(QStringLiteral("request"), [id, wish](usecases::CaseCommands &commands, const usecases::Command &command) { return commands.requestEvidence(command, id, {wish}); });
    });
    dialog->open();
}

void MainWindow::askText(const QString &title, const QString &question, std::function<void(const QString &)> then)
{
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOption(QInputDialog::UsePlainTextEditForTextInput);
    dialog->setWindowTitle(title);
    dialog->setLabelText(question);
    connect(dialog, &QInputDialog::textValueSelected, this, [then = std::move(then)](const QString &text) {
        if (!text.trimmed().isEmpty())
            then(text.trimmed());
    });
    dialog->open();
}

void MainWindow::askSkip()
{
    const usecases::CaseView *view = m_session.view();
    if (!view)
        return;
    const QStringList codes{QStringLiteral("specialist"), QStringLiteral("know_party"), QStringLiteral("cannot_open"), QStringLiteral("other")};
    QStringList words;
    for (qsizetype n = 0; n < codes.size(); ++n)
        words.append(QStringLiteral("%1 %2").arg(n + 1).arg(presentation::skipReasonLabel(codes.at(n))));
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Skip"));
    dialog->setLabelText(tr("Why is this case skipped?"));
    dialog->setComboBoxItems(words);
    dialog->setOption(QInputDialog::UseListViewForComboBoxItems);
    const domain::CaseId id = view->record.header.id;
    connect(dialog, &QInputDialog::textValueSelected, this, [this, words, codes, id](const QString &text) {
        const QString code = codes.value(words.indexOf(text));
        m_session.command(QStringLiteral("skip"), [id, code](usecases::CaseCommands &commands, const usecases::Command &command) { return commands.skip(command, id, code); });
    });
    dialog->open();
}

void MainWindow::exportTable(const usecases::Table &table)
{
    auto *dialog = new QFileDialog(this, tr("Export CSV"), QString(), tr("CSV files (*.csv)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->selectFile(QString(table.name + QStringLiteral(".csv")));
    connect(dialog, &QFileDialog::fileSelected, this, [this, table](const QString &path) {
        const QString problem = m_services.writeCsv ? m_services.writeCsv(table, path) : tr("nothing can write files here");
        m_toast->say(problem.isEmpty() ? tr("Written: %1").arg(path) : tr("Not written: %1").arg(problem), {}, 8);
    });
    dialog->open();
}

void MainWindow::say(const QString &sentence)
{
    m_toast->say(sentence, {}, 8);
}

void MainWindow::showDesk()
{
    m_pages->setCurrentWidget(m_desk);
    m_deskButton->setChecked(true);
    m_reportsButton->setChecked(false);
}

void MainWindow::showReports()
{
    if (!m_session.may(usecases::Permission::ReadReports)) {
        showDesk();
        m_toast->say(tr("Reports are for supervisors and auditors."), {}, 6);
        return;
    }
    m_pages->setCurrentWidget(m_reports);
    m_deskButton->setChecked(false);
    m_reportsButton->setChecked(true);
    m_reports->refresh();
    m_reports->focusTable();
}

void MainWindow::tick()
{
    m_clock->setText(presentation::dateTimeText(m_session.now()));
    m_case->tick();
    const usecases::CaseView *view = m_session.view();
    if (m_session.holdsOpenCase() && isActiveWindow() && view->record.header.leaseUntil
        && *view->record.header.leaseUntil - m_session.now() < leaseRenewBeforeMs) {
        const domain::CaseId id = view->record.header.id;
        m_session.command(QStringLiteral("renew"), [id](usecases::CaseCommands &commands, const usecases::Command &command) { return commands.renewLease(command, id); });
    }
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        retranslate();
    QMainWindow::changeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls() && m_services.importPaths)
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    QStringList paths;
    for (const QUrl &url : event->mimeData()->urls()) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    if (!paths.isEmpty() && m_services.importPaths)
        m_services.importPaths(paths);
}

} // namespace arb::ui
