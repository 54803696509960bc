// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <presentation/session.h>

#include <usecases/queuestore.h>

#include <QtCore/QTimer>

namespace arb::presentation {

/// What the person at the desk is told: a case taken over, assigned, sent back, answered, let go. Unread ones stay until
/// acknowledge(); the presenter looks by itself, and at once when look() is called.
class NoticesPresenter : public QObject
{
    Q_OBJECT

public:
    explicit NoticesPresenter(Session &session, QObject *parent = nullptr);

    void start();
    void look(); ///< for whoever hears of a change earlier

    const QList<usecases::Notice> &unread() const { return m_unread; } ///< oldest first
    /// A whole sentence: who did what to which case, when, in which words.
    static QString sentence(const usecases::Notice &notice, domain::UtcMs now);
    /// "3 notices", or nothing.
    QString summary() const;
    void acknowledge(const QList<domain::NoteId> &ids);
    void acknowledgeAll();

Q_SIGNALS:
    void changed();
    void arrived(const QList<arb::usecases::Notice> &fresh); ///< those not told before; for a toast and the screen reader

private:
    void take(domain::PersonId whose, const QList<usecases::Notice> &notices);

    Session &m_session;
    QList<usecases::Notice> m_unread;
    QList<domain::NoteId> m_told, m_acknowledged;
    QTimer m_timer;
    bool m_looking = false, m_again = false;
};

} // namespace arb::presentation
