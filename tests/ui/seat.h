// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <forwardqueue.h>
#include <presentingdesk.h>
#include "fakeevidence.h"

#include <ui/mainwindow.h>

#include <usecases/queuecommands.h>

#include <QtCore/QTimer>
#include <QtGui/QAction>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QDialog>
#include <QtWidgets/QLabel>

namespace arb::tests {

/// One person's whole window over a desk in memory. Several may sit at one desk, each with a session of their own.
struct Seat
{
    Seat(SmallDesk &at, const usecases::Person &who)
        : small(at), queue(at.store),
          desk{at.store, at.store, at.store, at.store, at.store, at.store, queue, at.store, at.vault, at.inspector, at.chats, at.clock, at.ids}
    {
        loader.pictures.insert(QByteArray(64, 'a'), FakeLoader::fullPicture(numberedFrame(1)));
        session.findChild<QTimer *>(QStringLiteral("reconnect"))->setInterval(5);
        session.setActor(at.actor(who));
        window = std::make_unique<ui::MainWindow>(session, rows, ruling, loader, ui::WindowServices{});
    }
    bool show()
    {
        window->show();
        return QTest::qWaitForWindowActive(window.get());
    }
    bool open(domain::CaseId id)
    {
        QSignalSpy opened(&session, &presentation::Session::caseOpened);
        session.open(id);
        return opened.wait(5000);
    }
    /// Starts the queue and waits for its rows; notices and presence begin with them.
    bool start()
    {
        rows.start();
        return QTest::qWaitFor([this] { return !rows.isFilling(); });
    }
    /// A ruling in the open case that can be signed, its draft written already.
    bool writeRuling()
    {
        ruling.takeSuggestion();
        ruling.edit([](domain::Ruling &draft) { draft = SmallDesk::bandRuling(); });
        return QTest::qWaitFor([this] { return !journal.written.isEmpty(); }) && ruling.canSign();
    }

    template<typename T = QWidget>
    T *find(const char *name) const
    {
        return window->findChild<T *>(QLatin1StringView(name));
    }
    void trigger(const char *action) const { find<QAction>(action)->trigger(); }
    QString toast() const { return find<QLabel>("toastText")->text(); }
    QWidget *focus() const { return QApplication::focusWidget() ? QApplication::focusWidget() : window.get(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const { QTest::keyClick(focus(), key, modifiers); }
    /// As the keyboard says it again while the key stays down.
    void pressAgain(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QTest::simulateEvent(focus(), true, key, modifiers, QString(), true);
    }
    static QDialog *dialog() { return qobject_cast<QDialog *>(QApplication::activeModalWidget()); }
    /// Open and with the keyboard.
    static bool hasDialog()
    {
        return QTest::qWaitFor([] { return dialog() && dialog()->isActiveWindow() && dialog()->isAncestorOf(QApplication::focusWidget()); });
    }

    SmallDesk &small;
    ForwardQueue queue;
    usecases::Desk desk;
    HeldRunner runner{desk};
    MemoryJournal journal;
    presentation::Session session{runner, journal};
    presentation::QueuePresenter rows{session};
    presentation::RulingPresenter ruling{session};
    FakeLoader loader;
    std::unique_ptr<ui::MainWindow> window;
};

} // namespace arb::tests
