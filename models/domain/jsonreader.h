// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/casejson.h>
#include <domain/codes.h>

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>
#include <QtCore/QSet>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <limits>
#include <optional>

namespace arb::domain {

/// Collects the first shape error of a document; later ones are usually its echo.
class JsonErrors
{
public:
    void add(const QString &pointer, const char *expected)
    {
        if (!m_first)
            m_first = JsonShapeError{pointer, QString::fromLatin1(expected)};
    }
    const std::optional<JsonShapeError> &first() const { return m_first; }

private:
    std::optional<JsonShapeError> m_first;
};

/// @p token as one step of a JSON pointer (RFC 6901).
QString jsonPointerStep(const QString &token);
/// The value a JSON pointer names inside @p document; undefined when there is none.
QJsonValue jsonPointerValue(const QJsonObject &document, const QString &pointer);

enum class Need { Optional, Required };

/// Reads typed values out of one JSON object and remembers which keys were asked for, so that the rest can be named.
/// Never throws and never guesses: a value of another type is an error at its pointer, and an absent one the default.
class JsonReader
{
public:
    JsonReader(const QJsonObject &object, const QString &pointer, JsonErrors &errors)
        : m_object(object), m_pointer(pointer), m_errors(&errors)
    {
    }

    QString text(const char *key, Need need = Need::Optional);
    std::optional<bool> boolean(const char *key, Need need = Need::Optional);
    /// An integer within [min, max]; anything else is an error.
    std::optional<qint64> integer(const char *key, qint64 min, qint64 max, Need need = Need::Optional);
    std::optional<int> count(const char *key, int min = 0, Need need = Need::Optional);
    /// Fen, never negative.
    Money sum(const char *key, Need need = Need::Optional);
    std::optional<UtcMs> time(const char *key, Need need = Need::Optional);
    QStringList texts(const char *key);
    /// 64 hex digits in lower case; empty when absent.
    QByteArray digest(const char *key, Need need = Need::Optional);
    template<typename E>
    std::optional<E> code(const char *key, Need need = Need::Optional);

    /// A reader of the object at @p key; nothing when it is absent.
    std::optional<JsonReader> child(const char *key, Need need = Need::Optional);
    /// Calls @p read with a reader for every object of the array at @p key.
    template<typename F>
    void each(const char *key, F read, Need need = Need::Optional);

    /// The raw value, marked as read.
    QJsonValue take(const char *key, Need need = Need::Optional);
    void fail(const char *key, const char *expected) { m_errors->add(at(key), expected); }
    QString at(const char *key) const;
    const QString &pointer() const { return m_pointer; }
    /// Keys of the object that nobody asked for, in their order.
    QStringList unread() const;
    /// A misspelt key must not silently change what is meant; keys that begin with "x-" are the sender's own.
    void refuseUnread();
    QJsonValue raw(const QString &key) const { return m_object.value(key); }
    JsonErrors &errors() const { return *m_errors; }

private:
    QJsonObject m_object;
    QString m_pointer;
    JsonErrors *m_errors;
    QSet<QString> m_read;
};

template<typename E>
std::optional<E> JsonReader::code(const char *key, Need need)
{
    const QJsonValue value = take(key, need);
    if (value.isUndefined())
        return std::nullopt;
    const std::optional<E> known = value.isString() ? fromCode<E>(value.toString()) : std::nullopt;
    if (!known)
        fail(key, "code");
    return known;
}

template<typename F>
void JsonReader::each(const char *key, F read, Need need)
{
    const QJsonValue value = take(key, need);
    if (value.isUndefined())
        return;
    if (!value.isArray()) {
        fail(key, "array");
        return;
    }
    const QJsonArray array = value.toArray();
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QString place = at(key) + u'/' + QString::number(i);
        if (!array.at(i).isObject()) {
            m_errors->add(place, "object");
            return;
        }
        JsonReader item(array.at(i).toObject(), place, *m_errors);
        read(item);
    }
}

} // namespace arb::domain
