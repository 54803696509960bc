// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewing/exhibittext.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

namespace arb::ui {

namespace {

std::optional<domain::UtcMs> jsonTimeAt(const QJsonObject &object, const QString &key)
{
    const QJsonValue value = object.value(key);
    return value.isString() ? domain::UtcMs::fromRfc3339(value.toString()) : std::nullopt;
}

std::optional<QJsonArray> jsonArrayFrom(const QByteArray &bytes)
{
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    if (!document.isArray())
        return std::nullopt;
    return document.array();
}

} // namespace

std::optional<QList<domain::LogisticsScan>> trackFrom(const QByteArray &bytes)
{
    const std::optional<QJsonArray> array = jsonArrayFrom(bytes);
    if (!array)
        return std::nullopt;
    QList<domain::LogisticsScan> track;
    for (const QJsonValue &value : *array) {
        const QJsonObject object = value.toObject();
        const std::optional<domain::UtcMs> at = jsonTimeAt(object, QStringLiteral("at"));
        if (!at)
            return std::nullopt;
        track.append({*at, object.value(QStringLiteral("place")).toString(), object.value(QStringLiteral("event")).toString(),
                      object.value(QStringLiteral("text")).toString()});
    }
    return track;
}

} // namespace arb::ui
