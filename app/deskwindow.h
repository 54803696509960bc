// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deskservice.h"
#include "draftjournal.h"
#include "evidence/mediaports.h"
#include "evidence/pooledloader.h"
#include "options.h"

#include <presentation/queuepresenter.h>
#include <presentation/rulingpresenter.h>
#include <presentation/session.h>

#include <ui/mainwindow.h>

#include <QtCore/QElapsedTimer>
#include <QtCore/QObject>
#include <QtCore/QSettings>
#include <QtCore/QThreadPool>
#include <QtCore/QTimer>

#include <memory>
#include <optional>

namespace arb::app {

/// The window with everything behind it, composed: the one place where the parts meet.
class DeskWindow final : public QObject
{
    Q_OBJECT

public:
    /// @p address must be a desk; @p as may be empty (remembered person, the only one, or asked).
    /// @p personal false: settings and drafts of the user stay untouched (screenshots, benchmarks, self-test).
    static std::unique_ptr<DeskWindow> open(const QString &address, const QString &vaultRoot, const QString &as, bool personal, QString *problem);
    ~DeskWindow() override;

    ui::MainWindow &window() { return *m_window; }
    presentation::Session &session() { return *m_session; }
    presentation::QueuePresenter &queue() { return *m_queue; }
    presentation::RulingPresenter &ruling() { return *m_ruling; }
    DeskService &service() { return *m_service; }
    void setTheme(ui::ThemeMode mode);
    void setLanguage(const QString &code);
    /// True when the person was chosen; false: nobody can work here (no people, or the question was cancelled).
    bool choosePerson(const QString &as);
    void start();
    /// What the window is given of the program around it.
    ui::WindowServices services();

Q_SIGNALS:
    void usable();

private:
    DeskWindow(std::unique_ptr<DeskService> service, bool personal);
    void advance(qint64 ms);
    void runTasks();
    void freeExpired();
    void workBehind();
    void learnProtection(); ///< tries the rungs in the background and tells the window
    void openHeld(); ///< the case that the person still holds, first one with a draft: nothing is forgotten over a restart
    void storeClock();
    PooledEvidenceLoader::ReadingMemory readingMemory(); ///< in the database
    void indexReadings();
    void takeWords(const QByteArray &after = {}); ///< of exported chats and texts that came in, for the search across cases
    void renewSearch(qint64 done = 0); ///< what an older program indexed, a portion at a time between other work
    void afterRenewal(qint64 done, bool finished);
    void importPaths(const QStringList &paths);
    void writeLetter(domain::CaseId id, domain::Party addressee, const QString &path, const std::function<void(const QString &problem)> &then);
    void afterDeskMoved(domain::UtcMs now);

    std::unique_ptr<DeskService> m_service;
    std::unique_ptr<FileDraftJournal> m_journal;
    std::unique_ptr<QSettings> m_settings; ///< nullptr when not personal
    MediaPictureSource m_pictures{m_service->decoder()};
    MediaDocumentSource m_documents{m_service->decoder()};
    QThreadPool m_learning; ///< asks which protection is in force
    std::optional<media::Protection> m_protection; ///< nothing: the rungs are still being tried
    std::unique_ptr<PooledEvidenceLoader> m_loader;
    std::unique_ptr<presentation::Session> m_session;
    std::unique_ptr<presentation::QueuePresenter> m_queue;
    std::unique_ptr<presentation::RulingPresenter> m_ruling;
    std::unique_ptr<ui::MainWindow> m_window;
    QTimer m_taskTimer{this};
    bool m_tasksRunning = false;
    QElapsedTimer m_renewalSaid; ///< since the window last told how far the search has come
};

} // namespace arb::app
