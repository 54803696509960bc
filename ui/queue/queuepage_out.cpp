// SPDX-License-Identifier: GPL-3.0-or-later
// What leaves the queue page: rows for the clipboard and for files, the very columns and words that are shown.
#include "queuepage.h"

#include "uniformlist.h"

#include "../shell/tablecopy.h"

#include <QtWidgets/QApplication>
#include <QtGui/QClipboard>
#include <QtWidgets/QLabel>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QWidget>

namespace arb::ui {

namespace {

constexpr qint64 copiedAtMost = 50'000; // a clipboard is memory of other programs too

} // namespace

void QueuePage::copySelection()
{
    const qint64 rows = selectedRows();
    if (rows == 0)
        return;
    if (rows > copiedAtMost) {
        Q_EMIT said(tr("At most %1 rows go to the clipboard; writing them to a file (Ctrl+E) knows no limit.").arg(copiedAtMost));
        return;
    }
    // Rows may not be here yet, however they are shown: all are read first.
    const auto order = usecases::orderOf(selectedCases());
    const QList<int> columns = m_table->shownColumns();
    auto lines = std::make_shared<QList<QStringList>>(QList<QStringList>{shownHeadings()});
    const int run = ++m_copyRun; // a later copy takes the place of this one
    m_presenter.readAll(
        this, order,
        [this, columns, lines, run](const QList<usecases::CaseHeader> &block) {
            for (const usecases::CaseHeader &row : block) {
                QStringList cells;
                for (const int column : columns)
                    cells.append(m_presenter.model().words().text(row, column));
                lines->append(cells);
            }
            return run == m_copyRun;
        },
        [this, lines, run](bool whole) {
            if (run != m_copyRun)
                return;
            if (!whole) {
                Q_EMIT said(tr("The rows could not be read; the clipboard was left as it was."));
                return;
            }
            QApplication::clipboard()->setMimeData(tableMimeData(*lines).release());
            Q_EMIT said(tr("%n row(s) copied", nullptr, static_cast<int>(lines->size()) - 1));
        });
}

void QueuePage::exportTo(std::shared_ptr<presentation::RowSink> sink, const QString &path)
{
    if (m_export.isRunning())
        return;
    m_exportPath = path;
    m_progress->setValue(0);
    m_exportNote->clear();
    m_exportBar->show();
    m_exportButton->setEnabled(false);
    m_export.start(m_presenter.model().order(), m_table->shownColumns(), m_presenter.model().words(), std::move(sink));
}

} // namespace arb::ui
