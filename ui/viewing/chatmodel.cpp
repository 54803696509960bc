// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewing/chatmodel.h"

#include <presentation/formats.h>
#include <presentation/labels.h>

#include <QtCore/QLocale>

namespace arb::ui {

namespace {

QString chatClockText(domain::UtcMs at)
{
    return at.toPlatform().toString(QStringLiteral("HH:mm:ss"));
}

} // namespace

ChatModel::ChatModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

void ChatModel::setMessages(const QList<domain::ChatMessage> &messages)
{
    beginResetModel();
    m_messages = messages;
    m_timed = true;
    m_rows.clear();
    m_rowOf.clear();
    m_cited.clear();
    m_pictures.clear();
    for (qsizetype i = 0; i < m_messages.size(); ++i) {
        domain::ChatMessage &message = m_messages[i];
        message.text = presentation::visibleText(message.text);
        const bool newDay = i == 0
            || message.at.toPlatform().date() != m_messages[i - 1].at.toPlatform().date();
        const qint64 gap = i == 0 ? 0 : message.at - m_messages[i - 1].at;
        if (newDay)
            m_rows.append({ChatRow::Kind::Day, i, gap});
        else if (gap >= gapFromMs)
            m_rows.append({ChatRow::Kind::Gap, i, gap});
        m_rowOf.insert(message.id, static_cast<int>(m_rows.size()));
        m_rows.append({ChatRow::Kind::Message, i, 0});
    }
    endResetModel();
}

void ChatModel::setLines(const QStringList &lines)
{
    beginResetModel();
    m_messages.clear();
    m_rows.clear();
    m_rowOf.clear();
    m_cited.clear();
    m_pictures.clear();
    m_timed = false;
    for (const QString &line : lines) {
        domain::ChatMessage message;
        message.id = QStringLiteral("L%1").arg(m_messages.size() + 1);
        message.from = domain::Party::Platform;
        message.text = presentation::visibleText(line);
        m_rowOf.insert(message.id, static_cast<int>(m_rows.size()));
        m_rows.append({ChatRow::Kind::Message, m_messages.size(), 0});
        m_messages.append(message);
    }
    endResetModel();
}

int ChatModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant ChatModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ChatRow &row = m_rows[index.row()];
    if (role == KindRole)
        return static_cast<int>(row.kind);
    if (row.kind != ChatRow::Kind::Message)
        return role == Qt::DisplayRole || role == Qt::AccessibleTextRole ? breakText(row) : QVariant();
    const domain::ChatMessage &message = m_messages[row.message];
    switch (role) {
    case Qt::DisplayRole: return message.text;
    case MessageIdRole: return message.id;
    case Qt::AccessibleTextRole:
        return m_timed ? tr("%1, %2: %3").arg(senderText(message), footText(message), message.text) : message.text;
    default: return {};
    }
}

Qt::ItemFlags ChatModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    if (m_rows[index.row()].kind != ChatRow::Kind::Message)
        return Qt::ItemIsEnabled;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled;
}

QString ChatModel::breakText(const ChatRow &row) const
{
    if (row.kind == ChatRow::Kind::Gap)
        return tr("%1 later").arg(presentation::durationText(row.gapMs));
    const QDate day = m_messages[row.message].at.toPlatform().date();
    const QString text = day.toString(Qt::ISODate);
    return row.gapMs < 2 * domain::dayMs ? text
                                         : tr("%1 (%2 later)").arg(text, presentation::durationText(row.gapMs));
}

QString ChatModel::senderText(const domain::ChatMessage &message) const
{
    return presentation::label(message.from);
}

QString ChatModel::footText(const domain::ChatMessage &message) const
{
    if (!m_timed)
        return {};
    QString text = chatClockText(message.at);
    if (message.editedAt)
        text += QStringLiteral(" · ") + tr("edited %1").arg(chatClockText(*message.editedAt));
    if (message.recalledAt)
        text += QStringLiteral(" · ") + tr("recalled %1").arg(chatClockText(*message.recalledAt));
    return text;
}

QString ChatModel::quoteText(const domain::ChatMessage &message) const
{
    if (message.replyTo.isEmpty())
        return {};
    const int row = rowOf(message.replyTo);
    if (row < 0)
        return tr("Reply to a message that is not in this chat");
    const domain::ChatMessage &quoted = m_messages[m_rows[row].message];
    return tr("%1: %2").arg(senderText(quoted), QString(quoted.text).replace(QLatin1Char('\n'), QLatin1Char(' ')));
}

int ChatModel::rowOf(const QString &messageId) const
{
    return m_rowOf.value(messageId, -1);
}

QList<int> ChatModel::find(const QString &words) const
{
    QList<int> rows;
    if (words.isEmpty())
        return rows;
    for (int at = 0; at < m_rows.size(); ++at) {
        const ChatRow &row = m_rows[at];
        if (row.kind == ChatRow::Kind::Message && m_messages[row.message].text.contains(words, Qt::CaseInsensitive))
            rows.append(at);
    }
    return rows;
}

void ChatModel::everythingChanged()
{
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0), index(static_cast<int>(m_rows.size()) - 1));
}

void ChatModel::setSearchWords(const QString &words)
{
    m_words = words;
    everythingChanged();
}

void ChatModel::setCited(const QHash<QString, int> &numbers)
{
    if (numbers == m_cited)
        return;
    m_cited = numbers;
    everythingChanged();
}

void ChatModel::setPicture(const QString &exhibitId, const QImage &picture)
{
    m_pictures.insert(exhibitId, picture);
    for (int at = 0; at < m_rows.size(); ++at) {
        if (m_rows[at].kind == ChatRow::Kind::Message && m_messages[m_rows[at].message].exhibit == exhibitId)
            Q_EMIT dataChanged(index(at), index(at), {Qt::DecorationRole});
    }
}

void ChatModel::forgetPictures()
{
    m_pictures.clear();
    everythingChanged();
}

void ChatModel::languageChanged()
{
    everythingChanged();
}

} // namespace arb::ui
