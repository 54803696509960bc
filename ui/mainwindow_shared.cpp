// SPDX-License-Identifier: GPL-3.0-or-later
// What the main window does about a case and a database that others work with too.
#include <ui/mainwindow.h>

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

} // namespace arb::ui
