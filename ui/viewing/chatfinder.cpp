// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewing/chatfinder.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QPointer>
#include <QtCore/QRunnable>
#include <QtCore/QThread>

namespace arb::ui {

ChatFinder::ChatFinder(QObject *parent) : QObject(parent)
{
    m_thread.setMaxThreadCount(1);
    m_thread.setThreadPriority(QThread::LowPriority);
}

ChatFinder::~ChatFinder()
{
    abandon();
}

/// What is searched for ends soon, and what was not begun never begins.
void ChatFinder::abandon()
{
    if (m_abandoned)
        *m_abandoned = true;
    m_abandoned.reset();
    m_thread.clear();
}

void ChatFinder::setChat(const std::shared_ptr<const domain::ChatLog> &log, const std::shared_ptr<const domain::ChatSearch> &search)
{
    const int chat = ++m_chat;
    ++m_run;
    m_words.clear();
    m_search = search;
    abandon();
    if (m_search || !log)
        return;
    if (log->words.size() <= quick) {
        m_search = std::make_shared<const domain::ChatSearch>(log);
        return;
    }
    m_thread.start(QRunnable::create([log, chat, finder = QPointer<ChatFinder>(this)] {
        const auto made = std::make_shared<const domain::ChatSearch>(log);
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [finder, chat, made] {
                if (!finder || finder->m_chat != chat)
                    return;
                finder->m_search = made;
                finder->find(QString(finder->m_words)); // what was asked meanwhile
            },
            Qt::QueuedConnection);
    }));
}

void ChatFinder::find(const QString &words)
{
    const int run = ++m_run;
    m_words = words;
    if (!m_search)
        return; // it is being made, which goes on
    abandon();
    if (words.isEmpty())
        return;
    if (m_search->log()->words.size() <= quick) {
        Q_EMIT found(m_search->containing(words));
        return;
    }
    m_abandoned = std::make_shared<std::atomic<bool>>(false);
    m_thread.start(QRunnable::create([search = m_search, words, run, abandoned = m_abandoned, finder = QPointer<ChatFinder>(this)] {
        const std::vector<qsizetype> messages = search->containing(words, [abandoned] { return abandoned->load(); });
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [finder, run, messages] {
                if (finder && finder->m_run == run)
                    Q_EMIT finder->found(messages);
            },
            Qt::QueuedConnection);
    }));
}

} // namespace arb::ui
