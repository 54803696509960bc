// SPDX-License-Identifier: GPL-3.0-or-later
// What a person waits for: a case opened in the window, until pixels or words of its first exhibit are there.
#include "bench.h"

#include "../deskwindow.h"

#include <ui/viewers.h>

#include <QtCore/QElapsedTimer>
#include <QtCore/QTimer>
#include <QtGui/QAction>
#include <QtWidgets/QApplication>
#include <QtWidgets/QTabBar>

#include <cstdio>
#include <utility>

namespace arb::app {

namespace {

constexpr int longestMs = 10'000;
constexpr int lookMs = 200, playMs = 2000;

/// Opens one case after the other; the next when the one before is on show.
class CaseRound final : public QObject
{
public:
    CaseRound(DeskWindow &desk, QList<domain::CaseId> cases, bool atWork) : m_desk(desk), m_cases(std::move(cases)), m_atWork(atWork)
    {
        m_giveUp.setSingleShot(true);
        m_giveUp.setInterval(longestMs);
        connect(&m_giveUp, &QTimer::timeout, this, [] { QCoreApplication::exit(1); });
        // Connected after the window's own: its viewers stand when we hear of the case.
        connect(&desk.session(), &presentation::Session::caseOpened, this, [this] { listen(); });
    }

    void openNext()
    {
        if (m_next >= m_cases.size()) {
            QCoreApplication::exit(0);
            return;
        }
        m_giveUp.start();
        m_timer.start();
        m_waiting = true;
        m_opening = m_cases.at(m_next++);
        m_desk.session().open(m_opening);
    }

private:
    void listen()
    {
        const QList<ui::ViewerWidget *> viewers = m_desk.window().findChildren<ui::ViewerWidget *>();
        for (ui::ViewerWidget *viewer : viewers)
            connect(viewer, &ui::ViewerWidget::seen, this, [this] { shown(); });
    }
    void shown()
    {
        // What the case before still brings on show is not what is waited for.
        const usecases::CaseView *view = m_desk.session().view();
        if (!m_waiting || !view || view->record.header.id != m_opening)
            return;
        m_waiting = false;
        std::printf("%.3f\n", static_cast<double>(m_timer.nsecsElapsed()) / 1e6);
        m_giveUp.stop();
        m_tabs.clear();
        for (const char *name : {"buyerExhibits", "merchantExhibits"}) {
            const auto *tabs = m_desk.window().findChild<QTabBar *>(QLatin1StringView(name));
            for (int tab = 0; m_atWork && tabs && tab < tabs->count(); ++tab)
                m_tabs.append({QLatin1StringView(name), tab});
        }
        QTimer::singleShot(0, this, [this] { lookAtNext(); });
    }
    /// As a person at work: each exhibit in turn, and every film that then stands there is played for a while.
    void lookAtNext()
    {
        if (m_tabs.isEmpty()) {
            openNext();
            return;
        }
        const auto [name, tab] = m_tabs.takeFirst();
        if (auto *tabs = m_desk.window().findChild<QTabBar *>(name))
            tabs->setCurrentIndex(tab);
        QTimer::singleShot(lookMs, this, [this] {
            const bool plays = playOrPause();
            QTimer::singleShot(plays ? playMs : 0, this, [this, plays] {
                if (plays)
                    playOrPause();
                lookAtNext();
            });
        });
    }
    bool playOrPause()
    {
        bool any = false;
        for (const ui::ViewerWidget *viewer : m_desk.window().findChildren<ui::ViewerWidget *>()) {
            auto *play = viewer->isVisible() ? viewer->findChild<QAction *>(QStringLiteral("videoPlay")) : nullptr;
            if (play)
                play->trigger();
            any = any || play;
        }
        return any;
    }

    DeskWindow &m_desk;
    QList<domain::CaseId> m_cases;
    qsizetype m_next = 0;
    domain::CaseId m_opening;
    QList<std::pair<QString, int>> m_tabs; ///< of the open case, still to be looked at
    bool m_atWork = false;
    bool m_waiting = false;
    QElapsedTimer m_timer;
    QTimer m_giveUp;
};

} // namespace

int openCasesInWindow(const QString &address, const QString &vault, bool atWork)
{
    QString problem;
    const auto desk = DeskWindow::open(address, vault, {}, false, &problem);
    if (!desk) {
        std::fprintf(stderr, "%s\n", qPrintable(problem));
        return 1;
    }
    const auto cases = desk->session().runner().run([](const usecases::Desk &behind) {
        QList<domain::CaseId> ids;
        for (int number = 1001; number <= 1015; ++number) { // the demo's own cases, with their pictures, papers and films
            if (const auto id = behind.caseByRef(QStringLiteral("D-26-%1").arg(number)))
                ids.append(*id);
        }
        return ids;
    });
    CaseRound round(*desk, cases.result(), atWork);
    QObject::connect(desk.get(), &DeskWindow::usable, &round, [&round] { round.openNext(); });
    desk->window().resize(1366, 768);
    desk->window().show();
    desk->start();
    return QApplication::exec();
}

} // namespace arb::app
