// SPDX-License-Identifier: GPL-3.0-or-later
// Letters that tell the sides how the open case was decided.
#include <ui/mainwindow.h>

#include <presentation/decisionletter.h>

#include <QtWidgets/QFileDialog>

namespace arb::ui {

void MainWindow::saveLetter(domain::Party addressee)
{
    const usecases::CaseView *view = m_session.view();
    if (!view || !m_services.writeLetter)
        return;
    if (!presentation::whyNoLetter(*view).isEmpty()) {
        sayHere([this] { return m_session.view() ? presentation::whyNoLetter(*m_session.view()) : QString(); });
        return;
    }
    const QString title = addressee == domain::Party::Buyer ? tr("Letter to the buyer") : tr("Letter to the merchant");
    auto *dialog = new QFileDialog(this, title, QString(), tr("PDF files (*.pdf)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("letterFile"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("pdf"));
    dialog->selectFile(presentation::letterFileName(view->record.header.caseNo, addressee));
    // Another case may be open by the time that a place was chosen.
    connect(dialog, &QFileDialog::fileSelected, this, [this, addressee, id = view->record.header.id](const QString &path) {
        if (!m_services.writeLetter)
            return;
        m_services.writeLetter(id, addressee, path, [this, path](const QString &problem) {
            say([path, problem] { return problem.isEmpty() ? tr("Written: %1").arg(path) : tr("Not written: %1").arg(problem); });
        });
    });
    dialog->open();
}

} // namespace arb::ui
