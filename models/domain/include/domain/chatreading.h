// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/chatlog.h>

#include <QtCore/QHash>
#include <QtCore/QJsonObject>
#include <QtCore/QStringList>

#include <optional>

namespace arb::domain {

class JsonReader;

/// What somebody who reads an exported chat knows better than its file. Changes how it is read and never the file; told on
/// the command line or in the window, where it is kept with how the exhibit was left.
struct ChatReading
{
    std::optional<DayOrder> dayOrder; ///< none: found out over the whole file
    /// By chatRoles(): a column's name in the first row, or its number from 1 (what is a number is no name). Given: the file
    /// is a table.
    QHash<QString, QString> columns;
    std::optional<bool> header = {};   ///< whether a table's first row names its columns; none: found out
    std::optional<int> zoneMinutes = {}; ///< east of Greenwich, of times written without a zone; none: not known
    QString encoding = {}; ///< by name, on the command line only; empty: found out
    bool isEmpty() const { return *this == ChatReading{}; }
    bool operator==(const ChatReading &) const = default;
};

/// What a column can mean: at, from, text, id, attachment, replyTo.
const QStringList &chatRoles();
inline constexpr int farthestZone = 18 * 60; ///< minutes, either way

/// "+08:00" or "Z"; nothing when it is no such thing.
std::optional<int> zoneMinutesOf(const QString &text);
QString zoneCode(int minutes); ///< "+08:00"

QJsonObject toJson(const ChatReading &reading);
/// Of the reader's object; what is out of range is told to @p json.
ChatReading readChatReading(JsonReader &json);

} // namespace arb::domain
