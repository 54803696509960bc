// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/mainwindow.h>

#include "actions/actioncatalog.h"
#include "casefile/casepanel.h"
#include "queue/queuepage.h"
#include "queue/queuepanel.h"
#include "reports/reportspage.h"
#include "ruling/rulingpanel.h"
#include "shell/banner.h"
#include "shell/choicedialog.h"
#include "shell/evidencedialog.h"
#include "shell/textdialog.h"
#include "shell/toast.h"

#include <presentation/errortext.h>
#include <presentation/formats.h>
#include <presentation/labels.h>
#include <presentation/notewords.h>
#include <presentation/recordwords.h>

#include <usecases/lease.h>

#include <QtCore/QEvent>
#include <QtCore/QMimeData>
#include <QtCore/QTimer>
#include <QtGui/QAccessible>
#include <QtGui/QAction>
#include <QtGui/QDropEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace arb::ui {

namespace {

constexpr int writeAgainMs = 3000; ///< what could not be written is not long in being possible

/// Is a draft of the actor's kept in the open case, and is it the one called @p caseNo?
bool hasDraft(const presentation::Session &session, const QString &caseNo)
{
    const usecases::CaseView *view = session.view();
    return view && view->record.header.caseNo == caseNo
        && std::ranges::any_of(view->record.drafts, [me = session.actor().person.id](const usecases::Draft &draft) { return draft.author == me; });
}

} // namespace

QString MainWindow::begunKey(const QString &what, const usecases::Person &person, domain::CaseId id)
{
    return QStringLiteral("%1 %2 %3").arg(what).arg(person.id.value()).arg(id.value());
}

MainWindow::MainWindow(presentation::Session &session, presentation::QueuePresenter &queue, presentation::RulingPresenter &ruling,
                       EvidenceLoader &loader, WindowServices services, QWidget *parent)
    : QMainWindow(parent), m_session(session), m_queuePresenter(queue), m_rulingPresenter(ruling), m_loader(loader), m_services(std::move(services)),
      m_notices(session), m_presence(session), m_examination(session), m_coverage(session, this),
      m_pages(new QStackedWidget(this)), m_desk(new QSplitter(Qt::Horizontal, this)), m_queue(new QueuePanel(session, queue, this)),
      m_case(new CasePanel(session, loader, this)), m_ruling(new RulingPanel(session, ruling, this)),
      m_queuePage(new QueuePage(session, queue, this)), m_reports(new ReportsPage(session, this)), m_banner(new Banner(this)), m_toast(nullptr)
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
    m_pages->addWidget(m_queuePage);
    m_pages->addWidget(m_reports);
    auto *central = new QWidget(this);
    auto *column = new QVBoxLayout(central);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_banner);
    column->addWidget(m_pages, 1);
    setCentralWidget(central);
    m_toast = new Toast(m_pages);
    for (QWidget *room : {m_queue->toastRoom(), m_queuePage->toastRoom()})
        m_toast->addRoom(room);
    makeTopBar();
    makeActions();
    connectPanels();
    m_case->setCare(m_services.care);
    connectQueue();
    auto *clock = new QTimer(this);
    clock->setInterval(1000);
    connect(clock, &QTimer::timeout, this, &MainWindow::tick);
    clock->start();
    m_writeAgain.setObjectName(QStringLiteral("writeAgain"));
    m_writeAgain.setInterval(writeAgainMs);
    m_writeAgain.setSingleShot(true);
    connect(&m_writeAgain, &QTimer::timeout, this, &MainWindow::tryWriting);
    resize(1366, 768);
    retranslate();
}

void MainWindow::setServices(const WindowServices &services)
{
    const Care care = m_services.care; // changed since the start, perhaps
    m_services = services;
    m_services.care = care;
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
    connect(m_ruling, &RulingPanel::claimRequested, this, [this] { claim(m_session.openCase()); });
    connect(m_ruling, &RulingPanel::takeOverRequested, this, &MainWindow::askTakeOver);
    connect(m_ruling, &RulingPanel::citationChosen, this, &MainWindow::goTo);
    connect(m_ruling, &RulingPanel::citeRequested, this, &MainWindow::cite);
    connect(m_ruling, &RulingPanel::said, this, [this](const QString &sentence) { sayHere([sentence] { return sentence; }); });
    connect(m_ruling, &RulingPanel::askEvidenceRequested, this, &MainWindow::askEvidence);
    connect(m_ruling, &RulingPanel::skipRequested, this, [this] { askSkip(m_session.openCase()); });
    connect(m_ruling, &RulingPanel::parkRequested, this, [this] { askPark(m_session.openCase()); });
    connect(m_ruling, &RulingPanel::handOverRequested, this, &MainWindow::handOver);
    connect(m_ruling, &RulingPanel::recallRequested, this, [this] {
        if (m_session.view()) {
            m_lastRuled = m_session.openCase();
            m_recallable = true;
            recallLast(false);
        }
    });
    connect(m_ruling, &RulingPanel::letterRequested, this, &MainWindow::saveLetter);
    connect(m_ruling, &RulingPanel::releaseRequested, this, [this] {
        const domain::CaseId id = m_session.view()->record.header.id;
        m_session.command(QStringLiteral("release"), [id](usecases::CaseCommands &commands, const usecases::Command &command) { return commands.release(command, id); });
    });
    connect(m_ruling, &RulingPanel::approveRequested, this, [this] {
        const domain::CaseId id = m_session.view()->record.header.id;
        m_session.command(QStringLiteral("approve"), [id](usecases::CaseCommands &commands, const usecases::Command &command) { return commands.approve(command, id); });
    });
    connect(m_ruling, &RulingPanel::sendBackRequested, this, [this] {
        askText(QStringLiteral("return"), tr("Send back"), tr("What is to be changed, in one sentence"), &usecases::CaseCommands::sendBack);
    });
    connect(m_reports, &ReportsPage::caseChosen, this, [this](domain::CaseId id) {
        showDesk();
        m_session.open(id);
    });
    connect(m_reports, &ReportsPage::exportRequested, this, &MainWindow::exportTable);
    connect(&m_session, &Session::done, this, &MainWindow::onDone);
    connect(&m_session, &Session::refused, this, [this](const QString &what, const usecases::CommandError &error, const QString &caseNo) {
        const bool lostRace = (what == u"claim" || what == u"take_next") && error.fault == usecases::CommandFault::TakenByOther;
        if (lostRace && !caseNo.isEmpty() && error.who != m_session.actor().person.name && !hasDraft(m_session, caseNo)) {
            say([error, caseNo] { return tr("%1: %2").arg(presentation::visibleText(caseNo), presentation::commandLineText(error)); }, 12);
            m_refusalSaid = true;
        } else {
            sayError(error, caseNo);
        }
        const bool cannotWrite = error.fault == usecases::CommandFault::StoreReadOnly || error.fault == usecases::CommandFault::StoreBusy;
        setWriteTrouble(cannotWrite ? std::optional(error) : std::nullopt);
        if (!m_session.offline())
            m_session.reopen();
    });
    connect(&m_session, &Session::recovered, this, [this](const QString &, domain::UtcMs at) { say([at] { return presentation::recordedText(at); }, 12); });
    connect(&m_session, &Session::connectionChanged, this, &MainWindow::showTrouble);
    connect(&m_session, &Session::readOnlyChanged, this, &MainWindow::showTrouble);
    connect(&m_session, &Session::waitingChanged, this, [this] { m_waitingNote->setVisible(m_session.waiting()); });
    const auto hush = [this] { // what was said of "this case" would now be read as of another
        if (!m_saidHere.isNull() && m_saidHere != m_session.openCase().id) {
            m_saidHere = {};
            m_toast->hush();
        }
    };
    connect(&m_session, &Session::caseOpened, this, hush);
    connect(&m_session, &Session::caseClosed, this, hush);
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
    connect(&m_session, &Session::openFailed, this, [this](const usecases::CommandError &error) { sayError(error); });
    connect(&m_queuePresenter, &presentation::QueuePresenter::failed, this, [this](const QString &sentence) { say([sentence] { return sentence; }, 12); });
    connect(&m_queuePresenter, &presentation::QueuePresenter::refreshed, this, [this] {
        if (!m_usable) {
            m_usable = true;
            m_notices.start();
            m_presence.start();
            Q_EMIT usable();
        } else {
            m_notices.look(); // whoever changed the queue may have told this person so
        }
        m_session.follow(); // or have changed what is open
        m_examination.look();
        m_examination.lookAgain();
    });
    connectExamination();
    connectCoverage();
    connectDeskWork();
    connect(&m_rulingPresenter, &presentation::RulingPresenter::changed, this, [this] {
        QList<domain::Citation> cited;
        for (const domain::Finding &finding : m_rulingPresenter.draft().findings) {
            for (const domain::Citation &citation : finding.citations) {
                // What stands there now is not what was cited: nothing is pointed out on it.
                if (!m_session.view() || !domain::meansOtherBytes(citation, m_session.view()->record.file))
                    cited.append(citation);
            }
        }
        m_case->showCited(cited);
    });
    connect(m_toast, &Toast::pressed, this, [this] { undoLast(true); });
    connect(&m_session, &Session::actorChanged, this, &MainWindow::retranslate);
}

void MainWindow::onDone(const QString &what, const usecases::Receipt &receipt)
{
    setWriteTrouble({}); // something was written
    const QString key = begunKey(what, m_session.actor().person, receipt.caseId);
    m_begun.remove(key);
    m_begunWishes.remove(key);
    // The eye may have gone on meanwhile: then the answer is told, and nothing is opened or closed.
    const bool current = receipt.caseId == m_session.current();
    const bool opens = current || what == u"recall" || what == u"undo_signing" || (what == u"take_next" && m_session.current() == m_takenFrom);
    if (what == u"rule") {
        m_lastRuled = {receipt.caseId, receipt.caseNo};
        m_recallable = true;
        m_undo = nullptr;
        const auto sentence = [receipt] {
            return receipt.needsApproval ? tr("Submitted for approval: %1").arg(receipt.caseNo)
                                         : tr("Recorded: %1. The ruling has not been sent yet.").arg(receipt.caseNo);
        };
        m_toast->offer(sentence, [] { return tr("Undo signing (%1 s)"); }, undoSeconds);
        if (m_rulingPresenter.openNextAfterSigning() && current) {
            m_session.closeCase();
            takeNext();
            return;
        }
    } else if (what == u"recall") {
        m_recallable = false;
        say([receipt] { return tr("Recalled: %1. Your text is back as a draft.").arg(receipt.caseNo); });
    } else if (what == u"undo_signing") {
        m_recallable = false;
        say([receipt] { return tr("Signing undone: %1. Your text is back as a draft.").arg(receipt.caseNo); });
    } else if (what == u"approve") {
        say([receipt] { return tr("Approved and in effect: %1").arg(receipt.caseNo); });
    } else if (what == u"return") {
        say([receipt] { return tr("Sent back: %1").arg(receipt.caseNo); });
    } else if (what == u"request") {
        say([receipt] { return tr("Evidence asked for: %1. It comes back to you.").arg(receipt.caseNo); });
    } else if (what == u"claim" || what == u"take_next") {
        if (!opens || m_pages->currentWidget() != m_desk)
            say([receipt] { return tr("Claimed: %1").arg(receipt.caseNo); });
        else if (m_refusalSaid) // the case is seen; why another was refused is over
            m_toast->hush();
    } else if (what == u"take_over") {
        say([receipt] { return tr("Taken over: %1").arg(receipt.caseNo); });
    } else if (what == u"release") {
        say([receipt] { return tr("Released: %1").arg(receipt.caseNo); });
    } else if (what == u"skip") {
        say([receipt] { return tr("Skipped: %1").arg(receipt.caseNo); });
    } else if (what == u"park") {
        say([receipt] { return tr("Parked: %1").arg(receipt.caseNo); });
    } else if (what == u"hand_over") {
        say([receipt] { return tr("Handed to a supervisor: %1").arg(receipt.caseNo); });
    } else if (what == u"note") {
        const auto sentence = [receipt] { return QStringList{tr("Note written: %1").arg(receipt.caseNo), presentation::strayNamesText(receipt.strayNames)}.join(u'\n').trimmed(); };
        say(sentence, receipt.strayNames.isEmpty() ? 8 : 12);
    } else if (what == u"note_remove") {
        say([receipt] { return tr("Note removed: %1").arg(receipt.caseNo); });
    } else if (what == u"derive") {
        say([receipt] { return tr("Kept as exhibit %1 of %2. W leads from there to its source.").arg(receipt.exhibit, receipt.caseNo); });
    }
    const bool leaves = what == u"release" || what == u"skip" || what == u"hand_over";
    if (current && leaves)
        leaveCase(what);
    else if (opens)
        m_session.open(receipt.caseId);
}

void MainWindow::takeNext()
{
    if (!m_session.may(usecases::Permission::Claim)) {
        sayError(usecases::CommandFault::NotAllowed);
        return;
    }
    showDesk();
    if (m_session.isRunning(QStringLiteral("take_next")))
        return; // Enter held down: the first answers
    m_takenFrom = m_session.current();
    m_session.commandAbout({}, QStringLiteral("take_next"), [](usecases::CaseCommands &commands, const usecases::Command &command) { return commands.claimNext(command); });
}

presentation::Session::About MainWindow::chosenCase()
{
    if (m_pages->currentWidget() != m_queuePage)
        return needsCase() ? m_session.openCase() : presentation::Session::About();
    const presentation::Session::About chosen = m_queuePage->chosen();
    if (chosen.id.isNull())
        say([] { return tr("No case is marked. Choose a row first; J and K walk through them."); });
    return chosen;
}

void MainWindow::claim(const presentation::Session::About &about)
{
    if (about.id.isNull())
        return;
    if (m_session.isRunning(QStringLiteral("claim"))) {
        say([] { return tr("A case is being claimed already; its answer comes first."); });
        return;
    }
    m_session.commandAbout(about, QStringLiteral("claim"), [id = about.id](usecases::CaseCommands &commands, const usecases::Command &command) { return commands.claim(command, id); });
}

/// @p undo: the offer to undo the signing still stood; later it is a recall, and is called so.
void MainWindow::recallLast(bool undo)
{
    if (!m_recallable) {
        say([] { return tr("There is no signing to undo here."); });
        return;
    }
    showDesk();
    m_toast->withdraw();
    const QString what = undo ? QStringLiteral("undo_signing") : QStringLiteral("recall");
    const QString reason = undo ? QStringLiteral("undo") : QStringLiteral("recall"); // the history has words for both
    m_session.commandAbout(m_lastRuled, what, [id = m_lastRuled.id, reason](usecases::CaseCommands &commands, const usecases::Command &command) {
        return commands.recall(command, id, reason);
    });
}

void MainWindow::cite()
{
    citePlace({});
}

void MainWindow::askEvidence()
{
    const usecases::CaseView *view = m_session.view();
    const auto due = usecases::deadline(view->policy.evidenceClock, m_session.now(), view->calendar);
    const QString element = m_rulingPresenter.assessment().missing.isEmpty() ? QString() : m_rulingPresenter.assessment().missing.constFirst().element;
    auto *dialog = new EvidenceDialog(view->book, view->record.file.creator.has_value(), due.at.value_or(m_session.now()), element, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const presentation::Session::About about = m_session.openCase();
    const QString key = begunKey(QStringLiteral("request"), m_session.actor().person, about.id);
    if (const auto begun = m_begunWishes.constFind(key); begun != m_begunWishes.cend())
        dialog->goOnWith(*begun);
    connect(dialog, &QDialog::finished, this, [this, dialog, key, about](int answer) {
        m_begunWishes.remove(key);
        if (const auto begun = dialog->begun()) // Esc and a refusal cost nobody what they chose and wrote
            m_begunWishes.insert(key, *begun);
        if (answer != QDialog::Accepted)
            return;
        const usecases::EvidenceWish wish = dialog->wish();
        m_session.commandAbout(about, QStringLiteral("request"), [id = about.id, wish](usecases::CaseCommands &commands, const usecases::Command &command) { return commands.requestEvidence(command, id, {wish}); });
    });
    dialog->open();
}

void MainWindow::askText(const QString &what, const QString &title, const QString &question, TextCommand command)
{
    const presentation::Session::About about = m_session.openCase();
    const QString key = begunKey(what, m_session.actor().person, about.id);
    auto *dialog = new TextDialog(title, question, m_begun.value(key), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::finished, this, [this, dialog, what, key, about, command](int answer) {
        const QString text = dialog->text();
        m_begun.insert(key, text); // Esc and a refusal cost nobody their sentences
        if (answer != QDialog::Accepted)
            return;
        m_session.commandAbout(about, what, [id = about.id, text, command](usecases::CaseCommands &commands, const usecases::Command &given) { return (commands.*command)(given, id, text); });
    });
    dialog->open();
}

void MainWindow::handOver()
{
    askText(QStringLiteral("hand_over"), tr("Hand to supervisor"), tr("What should the supervisor look at?"), &usecases::CaseCommands::handToSupervisor);
}

void MainWindow::askSkip(const presentation::Session::About &about)
{
    if (about.id.isNull() || !mayPass(about))
        return;
    const QStringList codes{QStringLiteral("specialist"), QStringLiteral("know_party"), QStringLiteral("cannot_open"), QStringLiteral("other")};
    QStringList words;
    for (const QString &code : codes)
        words.append(presentation::skipReasonLabel(code));
    const QString question = about.caseNo.isEmpty() ? tr("Why is this case skipped?") : tr("Why is %1 skipped?").arg(about.caseNo);
    auto *dialog = new ChoiceDialog(tr("Skip"), question, words, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ChoiceDialog::chosen, this, [this, codes, about](int index) {
        const QString code = codes.at(index);
        m_session.commandAbout(about, QStringLiteral("skip"), [id = about.id, code](usecases::CaseCommands &commands, const usecases::Command &command) { return commands.skip(command, id, code); });
    });
    dialog->open();
}

void MainWindow::askBlame()
{
    auto *dialog = new ChoiceDialog(tr("Blame"), tr("Who is at fault?"), m_ruling->blameChoices(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ChoiceDialog::chosen, m_ruling, &RulingPanel::chooseBlame);
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
        if (m_services.writeCsv) {
            m_services.writeCsv(table, path, [this, path](const QString &problem) {
                say([path, problem] { return problem.isEmpty() ? tr("Written: %1").arg(path) : tr("Not written: %1").arg(problem); });
            });
        }
    });
    dialog->open();
}

void MainWindow::say(const std::function<QString()> &sentence, int seconds)
{
    m_saidHere = {};
    m_refusalSaid = false;
    m_toast->say(sentence, seconds);
}

void MainWindow::sayHere(const std::function<QString()> &sentence)
{
    say(sentence);
    m_saidHere = m_session.openCase().id;
}

void MainWindow::sayError(const usecases::CommandError &error, const QString &caseNo)
{
    say([error, caseNo, me = m_session.actor().person.name] { return presentation::errorTextAbout(caseNo, error, me); }, 12);
    m_refusalSaid = true;
}

bool MainWindow::needsDesk()
{
    if (m_pages->currentWidget() == m_desk)
        return true;
    say([] { return tr("This key belongs to the desk; G D leads there."); });
    return false;
}

bool MainWindow::needsCase()
{
    if (!needsDesk())
        return false;
    if (m_session.view())
        return true;
    sayHere([this] { return m_rulingPresenter.cannotSignText(); });
    return false;
}

bool MainWindow::needsForm()
{
    if (!needsDesk())
        return false;
    if (m_session.holdsOpenCase())
        return true;
    sayHere([this] { return m_rulingPresenter.cannotSignText(); });
    return false;
}

void MainWindow::goTo(const domain::Citation &citation)
{
    if (!m_session.view())
        return;
    // What was seen there then may be something else now: nobody is taken to a place that only looks like it.
    if (!presentation::whyNotThere(citation, m_session.view()->record.file).isEmpty()) {
        say([citation, file = m_session.view()->record.file] { return presentation::whyNotThere(citation, file); }, 12);
        return;
    }
    if (!m_case->goTo(citation) && !citation.fact.isEmpty())
        say([fact = citation.fact, file = m_session.view()->record.file] { return tr("In the case's record: %1").arg(presentation::recordText(file, fact)); });
}

void MainWindow::showDesk()
{
    showPage(m_desk);
}

void MainWindow::showReports()
{
    if (!m_session.may(usecases::Permission::ReadReports)) {
        showDesk();
        say([] { return tr("Reports are for supervisors and auditors."); });
        return;
    }
    showPage(m_reports);
    m_reports->refresh();
    m_reports->focusTable();
}

void MainWindow::showPage(QWidget *page)
{
    m_pages->setCurrentWidget(page);
    m_deskButton->setChecked(page == m_desk);
    m_queueButton->setChecked(page == m_queuePage);
    m_reportsButton->setChecked(page == m_reports);
}

void MainWindow::tick()
{
    m_clock->setText(presentation::dateTimeText(m_session.now()));
    m_case->tick();
    const usecases::CaseView *view = m_session.view();
    if (!m_session.holdsOpenCase() || m_session.offline() || m_session.readOnly())
        return;
    const usecases::Lease lease = usecases::leaseOf(view->record.header, view->policy, m_session.now());
    const bool grace = lease.phase == usecases::LeasePhase::Grace;
    if (grace && !m_leaseAlerted)
        QApplication::alert(this); // in whatever window the holder is
    m_leaseAlerted = grace;
    const QWidget *active = QApplication::activeWindow();
    while (active && active != this)
        active = active->parentWidget(); // whoever types in one of its dialogs is at work on the case as well
    if (lease.renewNow && active) {
        const domain::CaseId id = view->record.header.id;
        m_session.command(QStringLiteral("renew"), [id](usecases::CaseCommands &commands, const usecases::Command &command) { return commands.renewLease(command, id); });
    }
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        retranslate();
    if (event->type() == QEvent::WindowStateChange)
        m_presence.setActive(!isMinimized()); // who reads beside another window still looks at the case
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
