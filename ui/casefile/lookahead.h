// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/evidenceports.h>

#include <presentation/queuepresenter.h>
#include <presentation/session.h>

#include <QtCore/QTimer>

namespace arb::ui {

class CasePanel;

/// Has pictures decoded before anybody asks: the other exhibits of the open case, then the first ones of the case that
/// stands next in the queue. Begins when the reader has had a moment with what is on show, and starts anew with each move.
class LookAhead : public QObject
{
    Q_OBJECT

public:
    LookAhead(presentation::Session &session, presentation::QueuePresenter &queue, EvidenceLoader &loader, CasePanel &panel);

private:
    void look();
    domain::CaseId nextCase() const;

    presentation::Session &m_session;
    presentation::QueuePresenter &m_queue;
    EvidenceLoader &m_loader;
    CasePanel &m_panel;
    QTimer m_quiet;
};

} // namespace arb::ui
