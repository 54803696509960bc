// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/casefile.h>

#include <QtCore/QAbstractListModel>
#include <QtCore/QHash>
#include <QtGui/QImage>

namespace arb::ui {

/// One line of a chat as it is read: a message, the break between two days, or a silence.
struct ChatRow
{
    enum class Kind { Day, Gap, Message };
    Kind kind = Kind::Message;
    qsizetype message = -1; ///< of the message, or of the one after the break
    qint64 gapMs = 0;
};

/// The rows of a chat with what the reader searches for and what is cited. Texts are made safe to show here, once.
class ChatModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { KindRole = Qt::UserRole, MessageIdRole };
    static constexpr qint64 gapFromMs = domain::hourMs;

    explicit ChatModel(QObject *parent = nullptr);

    void setMessages(const QList<domain::ChatMessage> &messages);
    /// @p lines of a chat handed in as plain text: nobody knows who said what, or when. Each is cited as "L" and its number.
    void setLines(const QStringList &lines);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    const ChatRow &row(int at) const { return m_rows[at]; }
    const domain::ChatMessage &message(qsizetype at) const { return m_messages[at]; }
    bool isTimed() const { return m_timed; }
    QString breakText(const ChatRow &row) const;
    QString senderText(const domain::ChatMessage &message) const;
    /// "10:12:03 · edited 10:13:00 · recalled 10:15:20"
    QString footText(const domain::ChatMessage &message) const;
    QString quoteText(const domain::ChatMessage &message) const;
    int rowOf(const QString &messageId) const; ///< -1 unknown

    /// Rows of messages that contain @p words, ignoring case.
    QList<int> find(const QString &words) const;
    QString searchWords() const { return m_words; }
    void setSearchWords(const QString &words);
    void setCited(const QHash<QString, int> &numbers);
    int citedNumber(const QString &messageId) const { return m_cited.value(messageId); }
    void setPicture(const QString &exhibitId, const QImage &picture);
    void forgetPictures();
    QImage picture(const QString &exhibitId) const { return m_pictures.value(exhibitId); }
    void languageChanged();

private:
    void everythingChanged();

    QList<domain::ChatMessage> m_messages;
    QList<ChatRow> m_rows;
    QHash<QString, int> m_rowOf;
    QHash<QString, int> m_cited;
    QHash<QString, QImage> m_pictures;
    QString m_words;
    bool m_timed = true;
};

} // namespace arb::ui
