// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <presentation/session.h>

#include <ui/evidenceports.h>

#include <QtCore/QObject>
#include <QtCore/QSet>
#include <QtCore/QTimer>

namespace arb::ui {

/// Has a machine read the pictures of the open case, one after the other in the background, so that its search finds their
/// words: what was read before is not read again. Begins when the case has been open for a while, ends when it is left.
class ReadingRound final : public QObject
{
    Q_OBJECT

public:
    ReadingRound(presentation::Session &session, EvidenceLoader &loader, QObject *parent);

private:
    void look();
    void leave();
    void next();

    presentation::Session &m_session;
    EvidenceLoader &m_loader;
    QTimer m_quiet{this};
    domain::CaseId m_case;
    QSet<QByteArray> m_asked; ///< of this case
    QList<QByteArray> m_left;
    EvidenceLoader::Ticket m_ticket = 0;
};

} // namespace arb::ui
