// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <usecases/desk.h>

#include <QtCore/QList>

namespace arb::usecases {

/// What a person does around the queue that moves no case: being seen at one, reading notices, keeping views. Everybody
/// acts for themselves only. No audit entries.
class QueueCommands
{
public:
    explicit QueueCommands(const Desk &desk) : m_desk(desk) {}

    /// Who has said nothing for so long looks at nothing any more.
    static constexpr qint64 presenceMs = 45'000;
    /// How often a window says so again.
    static constexpr int presenceTouchMs = 15'000;

    /// "I look at this case now"; a null case: at none.
    Done<void> lookAt(const Actor &actor, domain::CaseId id);
    /// Who else looks at which case, by person; the actor left out.
    Done<QList<Presence>> others(const Actor &actor);

    Done<QList<Notice>> notices(const Actor &actor); ///< unread, oldest first
    Done<void> readNotices(const Actor &actor, const QList<domain::NoteId> &ids);

    Done<QList<SavedView>> views(const Actor &actor);
    /// Under a name of 1 to 60 characters (else ViewNameUnfit), replacing the actor's own of that name; a filter that
    /// cannot be read is BadValue.
    Done<void> saveView(const Actor &actor, SavedView view);
    Done<void> removeView(const Actor &actor, const QString &name); ///< NoSuchView when there is none

private:
    Done<void> needPerson(const Actor &actor) const;

    const Desk &m_desk;
};

} // namespace arb::usecases
