// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <presentation/session.h>

#include <QtCore/QHash>
#include <QtCore/QTimer>

namespace arb::presentation {

/// Who looks at which case now. Says of the open case that the actor looks at it, again and again until it is closed, and
/// knows of all cases who else does; whoever says nothing for a while is gone.
class PresencePresenter : public QObject
{
    Q_OBJECT

public:
    explicit PresencePresenter(Session &session, QObject *parent = nullptr);

    void start();
    void look();
    /// The window is used, or it is not: somebody who went for lunch looks at nothing.
    void setActive(bool active);
    /// The open case is on show, or another page of the window is: whoever walks through the queue or reads a report does not
    /// look at it, but goes on hearing who looks at what.
    void setCaseShown(bool shown);

    const QHash<domain::CaseId, QStringList> &lookers() const { return m_lookers; }
    QStringList lookersAt(domain::CaseId id) const { return m_lookers.value(id); } ///< others than the actor
    /// "陈默 and 周岚 are looking at this case too." of the open case; empty when nobody is.
    QString sentence() const;

Q_SIGNALS:
    void changed();

private:
    void touch();

    Session &m_session;
    QHash<domain::CaseId, QStringList> m_lookers;
    QTimer m_touchTimer, m_lookTimer;
    bool m_active = true, m_caseShown = true, m_looking = false, m_there = false;
};

} // namespace arb::presentation
