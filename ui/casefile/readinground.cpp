// SPDX-License-Identifier: GPL-3.0-or-later
#include "readinground.h"

#include <algorithm>
#include <utility>

namespace arb::ui {

namespace {

constexpr int restingMs = 2'000; ///< whoever walks through cases has none of them read

} // namespace

ReadingRound::ReadingRound(presentation::Session &session, EvidenceLoader &loader, QObject *parent)
    : QObject(parent), m_session(session), m_loader(loader)
{
    m_quiet.setObjectName(QStringLiteral("readingRound"));
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(restingMs);
    connect(&m_quiet, &QTimer::timeout, this, &ReadingRound::look);
    connect(&session, &presentation::Session::caseClosed, this, &ReadingRound::leave);
    connect(&session, &presentation::Session::caseOpened, this, [this] {
        if (m_session.view()->record.header.id != m_case)
            leave();
        m_case = m_session.view()->record.header.id;
        m_quiet.start();
    });
}

void ReadingRound::leave()
{
    m_quiet.stop();
    if (m_ticket != 0)
        m_loader.cancel(std::exchange(m_ticket, 0));
    m_left.clear();
    m_asked.clear();
    m_case = {};
}

void ReadingRound::look()
{
    const usecases::CaseView *view = m_session.view();
    if (!view)
        return;
    for (const domain::Exhibit &exhibit : view->record.file.exhibits) {
        const bool known = std::ranges::find(view->readings, exhibit.sha256, &usecases::CaseReading::sha256) != view->readings.cend();
        // What the desk cut out itself is read as part of the picture it comes from.
        if (exhibit.kind != domain::ExhibitKind::Image || exhibit.derivedFrom || known || m_asked.contains(exhibit.sha256))
            continue;
        m_asked.insert(exhibit.sha256);
        m_left.append(exhibit.sha256);
    }
    next();
}

void ReadingRound::next()
{
    while (m_ticket == 0 && !m_left.isEmpty()) {
        const QByteArray sha256 = m_left.takeFirst();
        m_ticket = m_loader.machineReading(sha256, this, [this, sha256](const Shown<domain::MachineReading> &reading) {
            m_ticket = 0;
            if (reading)
                m_session.learnReading(sha256, *reading);
            else if (reading.error() == ShowError::NoTool)
                m_left.clear();
            next();
        });
    }
}

} // namespace arb::ui
