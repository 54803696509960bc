// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <presentation/session.h>

#include <QtCore/QHash>
#include <QtCore/QMutex>
#include <QtCore/QThreadPool>

namespace arb::app {

/// What a reviewer writes, as one small file per (case, author, round) in the XDG state folder: there within the second
/// and after kill -9, whatever the database does. Writes happen on a thread of their own, in order.
class FileDraftJournal final : public presentation::DraftJournal
{
public:
    FileDraftJournal(QString folder, qint64 databaseId);
    ~FileDraftJournal() override;
    void write(const usecases::Draft &draft) override;
    std::optional<usecases::Draft> read(domain::CaseId id, domain::PersonId author, int round) override;
    void remove(domain::CaseId id, domain::PersonId author, int round) override;
    static QString defaultFolder();

private:
    QString pathOf(domain::CaseId id, domain::PersonId author, int round) const;

    QString m_folder;
    qint64 m_databaseId;
    QThreadPool m_writer;
    QMutex m_mutex;
    QHash<QString, usecases::Draft> m_recent; ///< written or about to be: reading never waits for the disk
};

} // namespace arb::app
