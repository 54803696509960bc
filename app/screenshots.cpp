// SPDX-License-Identifier: GPL-3.0-or-later
#include "screenshots.h"

#include "deskwindow.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDeadlineTimer>
#include <QtCore/QDir>
#include <QtCore/QThread>
#include <QtGui/QAction>
#include <QtWidgets/QApplication>
#include <QtWidgets/QDialog>
#include <QtWidgets/QTabBar>

namespace arb::app {

namespace {

constexpr int pageMs = 8'000;   ///< longest wait for a page
constexpr int settleMs = 1'200; ///< evidence decodes, films show their first frame

/// Lets the window live until @p ready says so, or the time is over.
bool liveUntil(const std::function<bool()> &ready, int ms)
{
    QDeadlineTimer deadline(ms);
    while (!deadline.hasExpired()) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
        if (ready())
            return true;
        QThread::yieldCurrentThread();
    }
    return ready();
}

void settle(int ms = settleMs)
{
    liveUntil([] { return false; }, ms);
}

class Walk
{
public:
    Walk(DeskWindow &desk, QString folder, const std::function<void(const QString &)> &tell) : m_desk(desk), m_folder(std::move(folder)), m_tell(tell) {}

    bool pages(const QString &suffix)
    {
        m_suffix = suffix;
        bool all = as(usecases::Role::Reviewer);
        m_desk.queue().setView(usecases::QueueView::Waiting);
        all = openCase(QStringLiteral("D-26-1001")) && all;
        command(QStringLiteral("claim"));
        press("suggestion");
        all = shot(QStringLiteral("review")) && all;
        command(QStringLiteral("release"));
        all = openCase(QStringLiteral("D-26-1006")) && shot(QStringLiteral("pair")) && all;
        all = openCase(QStringLiteral("D-26-1012")) && shot(QStringLiteral("videos")) && all;
        all = openCase(QStringLiteral("D-26-1008")) && all;
        showLast(QStringLiteral("buyerExhibits"), 2);
        showLast(QStringLiteral("merchantExhibits"), 1);
        all = shot(QStringLiteral("record")) && all;
        all = as(usecases::Role::Supervisor) && all;
        press("approvals");
        all = openCase(QStringLiteral("D-26-1009")) && shot(QStringLiteral("approval")) && all;
        press("queuePage");
        m_desk.queue().setView(usecases::QueueView::All);
        settle();
        all = shot(QStringLiteral("queue")) && all;
        press("reports");
        settle();
        all = shot(QStringLiteral("reports")) && all;
        press("focusQueue");
        press("shortcuts");
        settle(300);
        if (auto *sheet = m_desk.window().findChild<QDialog *>(QStringLiteral("shortcutSheet"))) {
            all = save(sheet->grab(), QStringLiteral("keys")) && all;
            sheet->close();
        }
        return all;
    }

private:
    void press(const char *action)
    {
        if (auto *found = m_desk.window().findChild<QAction *>(QString::fromLatin1(action)))
            found->trigger();
        settle(200);
    }
    bool as(usecases::Role role)
    {
        for (const usecases::Person &person : m_desk.service().people()) {
            if (person.role == role && person.enabled) {
                m_desk.session().closeCase();
                m_desk.session().setActor({person, false, false});
                m_desk.window().showDesk();
                settle(300);
                return true;
            }
        }
        return false;
    }
    bool openCase(const QString &caseNo)
    {
        auto found = m_desk.session().runner().run([caseNo](const usecases::Desk &desk) {
            const auto id = desk.caseByRef(caseNo);
            return id ? *id : domain::CaseId();
        });
        if (!liveUntil([&] { return found.isFinished(); }, pageMs) || found.result().isNull())
            return false;
        const domain::CaseId id = found.result();
        m_desk.session().open(id);
        return liveUntil([&] { return m_desk.session().view() && m_desk.session().view()->record.header.id == id; }, pageMs);
    }
    /// The tab that stands @p fromEnd places from the end: 2 the chat, 1 the tracking.
    void showLast(const QString &tabs, int fromEnd)
    {
        if (auto *bar = m_desk.window().findChild<QTabBar *>(tabs))
            bar->setCurrentIndex(bar->count() - fromEnd);
        settle(300);
    }
    /// Claims or releases the open case and waits for the answer, whichever it is.
    void command(const QString &what)
    {
        const usecases::CaseView *view = m_desk.session().view();
        if (!view)
            return;
        const domain::CaseId id = view->record.header.id;
        bool answered = false;
        const auto done = QObject::connect(&m_desk.session(), &presentation::Session::done, &m_desk, [&] { answered = true; });
        const auto refused = QObject::connect(&m_desk.session(), &presentation::Session::refused, &m_desk, [&] { answered = true; });
        m_desk.session().command(what, [id, what](usecases::CaseCommands &commands, const usecases::Command &given) {
            return what == u"claim" ? commands.claim(given, id) : commands.release(given, id);
        });
        liveUntil([&] { return answered; }, pageMs);
        QObject::disconnect(done);
        QObject::disconnect(refused);
        settle(400);
    }
    bool shot(const QString &name)
    {
        settle();
        return save(m_desk.window().grab(), name);
    }
    bool save(const QPixmap &picture, const QString &name)
    {
        const QString path = QStringLiteral("%1/%2-%3.png").arg(m_folder, name, m_suffix);
        if (!picture.save(path))
            return false;
        m_tell(path);
        return true;
    }

    DeskWindow &m_desk;
    QString m_folder, m_suffix;
    const std::function<void(const QString &)> &m_tell;
};

} // namespace

int takeScreenshots(DeskWindow &desk, const QString &folder, const std::function<void(const QString &)> &tell)
{
    if (!QDir().mkpath(folder))
        return 1;
    desk.window().resize(1366, 768);
    settle();
    Walk walk(desk, folder, tell);
    bool all = true;
    for (const auto &[language, code] : {std::pair{"zh", "zh_CN"}, std::pair{"en", "en"}}) {
        for (const auto &[theme, mode] : {std::pair{"light", ui::ThemeMode::Light}, std::pair{"dark", ui::ThemeMode::Dark}}) {
            desk.setLanguage(QString::fromLatin1(code));
            desk.setTheme(mode);
            settle(200);
            all = walk.pages(QStringLiteral("%1-%2").arg(QString::fromLatin1(language), QString::fromLatin1(theme))) && all;
        }
    }
    return all ? 0 : 1;
}

} // namespace arb::app
