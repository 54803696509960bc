// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/chatreading.h>

#include "jsonreader.h"

#include <QtCore/QRegularExpression>

#include <cstdlib>

namespace arb::domain {

namespace {

/// Of a column's name; longer ones are no name.
constexpr qsizetype longestColumn = 200;

} // namespace

const QStringList &chatRoles()
{
    static const QStringList roles{QStringLiteral("at"), QStringLiteral("from"), QStringLiteral("text"), QStringLiteral("id"), QStringLiteral("attachment"), QStringLiteral("replyTo"),
                                   QStringLiteral("clock")};
    return roles;
}

std::optional<int> zoneMinutesOf(const QString &text)
{
    if (text == u"Z")
        return 0;
    static const QRegularExpression form(QStringLiteral("\\A([+-])([0-9]{2}):([0-5][0-9])\\z"));
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const int minutes = match.capturedView(2).toInt() * 60 + match.capturedView(3).toInt();
    if (minutes > farthestZone)
        return std::nullopt;
    return match.capturedView(1) == u"-" ? -minutes : minutes;
}

QString zoneCode(int minutes)
{
    const int size = std::abs(minutes);
    return QStringLiteral("%1%2:%3").arg(QLatin1String(minutes < 0 ? "-" : "+")).arg(size / 60, 2, 10, QLatin1Char('0')).arg(size % 60, 2, 10, QLatin1Char('0'));
}

QJsonObject toJson(const ChatReading &reading)
{
    QJsonObject object;
    if (reading.dayOrder)
        object.insert(QStringLiteral("dayOrder"), chatCode(*reading.dayOrder));
    if (!reading.columns.isEmpty()) {
        QJsonObject columns;
        for (auto column = reading.columns.cbegin(); column != reading.columns.cend(); ++column)
            columns.insert(column.key(), column.value());
        object.insert(QStringLiteral("columns"), columns);
    }
    if (reading.header)
        object.insert(QStringLiteral("header"), *reading.header);
    if (reading.zoneMinutes)
        object.insert(QStringLiteral("zoneMinutes"), *reading.zoneMinutes);
    return object;
}

ChatReading readChatReading(JsonReader &json)
{
    ChatReading reading;
    if (const QString order = json.text("dayOrder"); !order.isEmpty()) {
        reading.dayOrder = dayOrderOf(order);
        if (!reading.dayOrder)
            json.fail("dayOrder", "code");
    }
    if (auto columns = json.child("columns")) {
        for (const QString &role : chatRoles()) {
            const QByteArray key = role.toLatin1();
            const QString column = columns->text(key.constData());
            if (column.size() > longestColumn)
                columns->fail(key.constData(), "length");
            if (!column.isEmpty())
                reading.columns.insert(role, column);
        }
        columns->refuseUnread();
    }
    reading.header = json.boolean("header");
    if (const auto zone = json.integer("zoneMinutes", -farthestZone, farthestZone))
        reading.zoneMinutes = static_cast<int>(*zone);
    json.refuseUnread();
    return reading;
}

} // namespace arb::domain
