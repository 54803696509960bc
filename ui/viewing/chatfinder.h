// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/chatlog.h>

#include <QtCore/QObject>
#include <QtCore/QThreadPool>

#include <atomic>
#include <memory>
#include <vector>

namespace arb::ui {

/// Searches a chat while somebody types. Has the words of a long one folded in the background, once, and searches them
/// there; a short one answers at once. Only the latest question is answered. Knows messages, no rows.
class ChatFinder : public QObject
{
    Q_OBJECT

public:
    /// Folded and searched at once, in characters: less than a millisecond.
    static constexpr qsizetype quick = 250'000;

    explicit ChatFinder(QObject *parent = nullptr);
    ~ChatFinder() override;
    /// Another chat; what was asked of the one before is not answered. @p search: where whoever read the chat has made one.
    void setChat(const std::shared_ptr<const domain::ChatLog> &log, const std::shared_ptr<const domain::ChatSearch> &search);
    /// Empty words are not answered.
    void find(const QString &words);

Q_SIGNALS:
    /// Indexes of messages, in order.
    void found(const std::vector<qsizetype> &messages);

private:
    void abandon();

    std::shared_ptr<const domain::ChatSearch> m_search; ///< none yet: it is being made, and what is asked waits for it
    QString m_words;
    int m_chat = 0, m_run = 0;
    std::shared_ptr<std::atomic<bool>> m_abandoned; ///< of the search that was begun last
    QThreadPool m_thread; ///< its own: Qt paints with the common ones
};

} // namespace arb::ui
