// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparedesk.h"

#include "comparebar.h"
#include "comparecanvas.h"

#include "../viewing/canvasviewer.h"
#include "../viewing/filmsync.h"

#include <QtCore/QStringList>
#include <QtGui/QAction>

/// Two films on one clock: the compare desk's keys and buttons for it, and what it says in words.
namespace arb::ui {

namespace {

/// How far the clock is from the event.
QString sinceEventText(qint64 us)
{
    const QString since = filmClockText(us, 1);
    return since.startsWith(QLatin1Char('-')) ? since : QStringLiteral("+") + since;
}

} // namespace

void CompareDesk::connectFilms()
{
    const auto on = [this](const QString &id, auto act) { connect(m_bar->action(id), &QAction::triggered, this, act); };
    on(QStringLiteral("compareTie"), [this] {
        if (m_pair)
            m_films->tieHere();
    });
    on(QStringLiteral("compareUntie"), [this] { m_films->untie(); });
    for (const int frames : {1, 10, 100}) {
        on(QStringLiteral("compareEarlier%1").arg(frames), [this, frames] { m_films->shift(!isOnRight(), -frames); });
        on(QStringLiteral("compareLater%1").arg(frames), [this, frames] { m_films->shift(!isOnRight(), frames); });
    }
    connect(m_films, &FilmSync::changed, this, [this] {
        look(true);
        sayFilms();
    });
    // What lies over the panes hears the keys of their films.
    struct FilmKey
    {
        QKeySequence key;
        const char *action;
    };
    const FilmKey keys[] = {{Qt::Key_Space, "videoPlay"}, {Qt::Key_Comma, "videoStepBack"}, {Qt::Key_Period, "videoStepForward"},
                            {Qt::Key_Less, "videoSlower"}, {Qt::Key_Greater, "videoFaster"}};
    for (const FilmKey &row : keys) {
        auto *action = new QAction(m_canvas);
        action->setShortcut(row.key);
        action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, this, [this, id = QLatin1StringView(row.action)] { runOnFilm(id); });
        m_canvas->addAction(action);
        if (!m_playOver)
            m_playOver = action;
    }
}

/// On the film that the reader was on before something was laid over it, or else the other side's.
void CompareDesk::runOnFilm(const QString &action)
{
    for (const EvidencePane *pane : {isOnRight() ? m_right : m_left, m_left, m_right}) {
        const CanvasViewer *viewer = pictureOn(pane);
        if (!viewer || !viewer->film())
            continue;
        if (auto *found = viewer->findChild<QAction *>(action))
            found->trigger();
        return;
    }
}

/// The side that the reader is on.
bool CompareDesk::isOnRight() const
{
    if (m_mode != domain::CompareMode::SideBySide)
        return m_readPane == m_right;
    if (m_left->hasFocusInside())
        return false;
    return m_right->hasFocusInside() || m_right->isActive();
}

/// With every frame; what else is said stays. In full for whoever hears it.
void CompareDesk::sayFilms()
{
    const auto joined = [this](const QString &tie) {
        QStringList parts = m_mode == domain::CompareMode::SideBySide ? QStringList{tie, m_hint} : QStringList{m_hint, tie};
        parts.removeAll(QString());
        return parts.join(QStringLiteral(" · "));
    };
    m_bar->say(joined(sayTie()), joined(sayTieInFull()));
}

QString CompareDesk::sayEvent() const
{
    const auto left = m_films->eventOn(true), right = m_films->eventOn(false);
    if (left && right)
        return tr("tied: left %1 = right %2").arg(filmClockText(*left, 2), filmClockText(*right, 2));
    const QString event = filmClockText(left ? *left : right.value_or(0), 2);
    return left ? tr("tied: left %1 = the picture on the right").arg(event) : tr("tied: the picture on the left = right %1").arg(event);
}

/// Short enough for the bar on the smallest screen.
QString CompareDesk::sayTie() const
{
    const auto place = m_films->place();
    if (!place)
        return {};
    const QString event = sayEvent();
    if (!m_films->eventOn(true) || !m_films->eventOn(false))
        return event;
    const QString now = sinceEventText(place->sinceUs);
    const bool leftOn = place->left == FilmPart::On, rightOn = place->right == FilmPart::On;
    if (leftOn && rightOn)
        return tr("%1, both at %2").arg(event, now);
    if (leftOn)
        return place->right == FilmPart::Before ? tr("%1, %2; right not begun").arg(event, now) : tr("%1, %2; right ended").arg(event, now);
    if (rightOn)
        return place->left == FilmPart::Before ? tr("%1, %2; left not begun").arg(event, now) : tr("%1, %2; left ended").arg(event, now);
    return tr("%1, %2; no frames").arg(event, now);
}

QString CompareDesk::sayTieInFull() const
{
    const auto place = m_films->place();
    const bool leftOn = place && place->left == FilmPart::On, rightOn = place && place->right == FilmPart::On;
    if (!place || (leftOn && rightOn) || !m_films->eventOn(true) || !m_films->eventOn(false))
        return sayTie();
    const QString event = sayEvent(), now = sinceEventText(place->sinceUs);
    if (leftOn) {
        return place->right == FilmPart::Before ? tr("%1; at %2 only the left has a frame, the right stands on its first one").arg(event, now)
                                                : tr("%1; at %2 only the left has a frame, the right stands on its last one").arg(event, now);
    }
    if (rightOn) {
        return place->left == FilmPart::Before ? tr("%1; at %2 only the right has a frame, the left stands on its first one").arg(event, now)
                                               : tr("%1; at %2 only the right has a frame, the left stands on its last one").arg(event, now);
    }
    return tr("%1; at %2 neither has a frame").arg(event, now);
}

} // namespace arb::ui
