// SPDX-License-Identifier: GPL-3.0-or-later
// What the main window does about a case and a database that others work with too.
#include <ui/mainwindow.h>

#include <presentation/whendone.h>

#include <usecases/queuecommands.h>

#include <QtWidgets/QSplitter>
#include <QtWidgets/QStackedWidget>

namespace arb::ui {

void MainWindow::askTakeOver()
{
    const usecases::CaseView &view = *m_session.view();
    const usecases::CaseHeader &header = view.record.header;
    if (!m_session.may(usecases::Permission::TakeOver)) {
        sayError(usecases::CommandFault::NotAllowed, header.caseNo);
    } else if (m_session.holdsOpenCase()) {
        sayHere([] { return tr("You hold this case already."); });
    } else if (header.state != domain::DisputeState::Claimed) {
        sayHere([] { return tr("Nobody holds this case, so there is nobody to take it over from."); });
    } else if (!m_session.isRunning(QStringLiteral("take_over"))) { // else its answer comes first
        askText(QStringLiteral("take_over"), tr("Take over"), tr("Why do you take this case over? %1 is told.").arg(header.holderName), &usecases::CaseCommands::takeOver);
    }
}

void MainWindow::leaveCase(const QString &what)
{
    const usecases::CaseView *view = m_session.view();
    const bool served = view && view->policy.serveNext && !m_session.may(usecases::Permission::ClaimAny);
    m_session.closeCase();
    if (what == u"skip" && served && m_pages->currentWidget() == m_desk) // on the queue page the hands are on something else
        takeNext();
}

void MainWindow::setWriteTrouble(const std::optional<usecases::CommandError> &trouble)
{
    m_writeTrouble = trouble;
    if (m_writeTrouble)
        m_writeAgain.start();
    else
        m_writeAgain.stop();
    showTrouble();
}

/// The smallest thing there is to write: being seen at the open case.
void MainWindow::tryWriting()
{
    m_writeAgain.stop(); // until this attempt has its answer: a busy database is not asked by a crowd
    const usecases::CaseView *view = m_session.view();
    const domain::CaseId id = view ? view->record.header.id : domain::CaseId();
    const auto future = m_session.runner().run([actor = m_session.actor(), id](const usecases::Desk &desk) { return usecases::QueueCommands(desk).lookAt(actor, id).ok(); });
    presentation::whenDone(this, future, [this](bool written) { setWriteTrouble(written ? std::nullopt : m_writeTrouble); });
}

} // namespace arb::ui
