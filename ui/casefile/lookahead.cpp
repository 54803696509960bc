// SPDX-License-Identifier: GPL-3.0-or-later
#include "lookahead.h"

#include "casepanel.h"
#include "viewing/viewgeometry.h"

#include <presentation/whendone.h>

namespace arb::ui {

namespace {

constexpr int quietMs = 250;   ///< what is on show is decoded first
constexpr int firstOfNext = 2; ///< pictures of each side that the next case begins with

/// The pictures that the desk would show first of a case: the first of each side, nearest first.
QList<QByteArray> firstPictures(const domain::CaseFile &file)
{
    QList<QByteArray> digests;
    int buyers = 0, others = 0;
    for (const domain::Exhibit &exhibit : file.exhibits) {
        int &count = exhibit.party == domain::Party::Buyer ? buyers : others;
        if (exhibit.kind == domain::ExhibitKind::Image && count++ < firstOfNext)
            digests.append(exhibit.sha256);
    }
    return digests;
}

} // namespace

LookAhead::LookAhead(presentation::Session &session, presentation::QueuePresenter &queue, EvidenceLoader &loader, CasePanel &panel)
    : QObject(&panel), m_session(session), m_queue(queue), m_loader(loader), m_panel(panel)
{
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(quietMs);
    connect(&m_quiet, &QTimer::timeout, this, &LookAhead::look);
    connect(&panel, &CasePanel::exhibitTurned, &m_quiet, qOverload<>(&QTimer::start));
    connect(&session, &presentation::Session::caseClosed, &m_quiet, &QTimer::stop);
}

/// The row after the open case's, or the first of the queue that is another case.
domain::CaseId LookAhead::nextCase() const
{
    const presentation::QueueModel &rows = m_queue.model();
    const domain::CaseId open = m_session.openCase().id;
    const int here = rows.rowOf(open);
    for (int row = here + 1; row < rows.rowCount() && row <= here + 2; ++row) {
        if (rows.idAt(row) != open)
            return rows.idAt(row);
    }
    return {};
}

void LookAhead::look()
{
    const QList<QByteArray> own = m_panel.upcomingPictures();
    const QSize target = firstPixels(m_panel.paneSize(), m_panel.devicePixelRatioF()); // of the whole pane, so that the picture in it is covered
    m_loader.prefetch(own, target);
    const domain::CaseId next = nextCase();
    if (next.isNull() || m_session.offline())
        return;
    const auto future = m_session.reader().run([next](const usecases::Desk &desk) {
        const auto record = desk.cases.record(next);
        return record ? firstPictures(record->file) : QList<QByteArray>();
    });
    presentation::whenDone(this, future, [this, own, target, before = m_session.openCase().id](const QList<QByteArray> &pictures) {
        if (!m_quiet.isActive() && before == m_session.openCase().id) // else the reader has moved on: the next look asks anew
            m_loader.prefetch(own + pictures, target);
    });
}

} // namespace arb::ui
