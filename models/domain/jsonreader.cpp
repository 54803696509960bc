// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsonreader.h"

#include <algorithm>

namespace arb::domain {

namespace {

constexpr qint64 maxExactInteger = Q_INT64_C(9007199254740992); // 2^53: what JSON carries without loss

bool isHexDigest(const QByteArray &text)
{
    return text.size() == 64 && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
           });
}

/// An array index of a JSON pointer: digits without a leading zero.
std::optional<qsizetype> pointerIndex(const QString &token)
{
    const bool digits = !token.isEmpty() && token.size() < 10
        && std::all_of(token.begin(), token.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (!digits || (token.size() > 1 && token.front() == u'0'))
        return std::nullopt;
    return token.toLongLong();
}

} // namespace

QString jsonPointerStep(const QString &token)
{
    QString step = token;
    step.replace(u'~', QLatin1StringView("~0")).replace(u'/', QLatin1StringView("~1"));
    return step;
}

QJsonValue jsonPointerValue(const QJsonObject &document, const QString &pointer)
{
    if (pointer.isEmpty())
        return document;
    if (!pointer.startsWith(u'/'))
        return QJsonValue(QJsonValue::Undefined);
    QJsonValue value = document;
    const QStringList steps = pointer.mid(1).split(u'/');
    for (QString step : steps) {
        step.replace(QLatin1StringView("~1"), QLatin1StringView("/")).replace(QLatin1StringView("~0"), QLatin1StringView("~"));
        if (value.isObject()) {
            value = value.toObject().value(step);
        } else if (value.isArray()) {
            const std::optional<qsizetype> index = pointerIndex(step);
            value = index ? value.toArray().at(*index) : QJsonValue(QJsonValue::Undefined);
        } else {
            return QJsonValue(QJsonValue::Undefined);
        }
    }
    return value;
}

QString JsonReader::at(const char *key) const
{
    return m_pointer + u'/' + jsonPointerStep(QString::fromLatin1(key));
}

QJsonValue JsonReader::take(const char *key, Need need)
{
    const QString name = QString::fromLatin1(key);
    m_read.insert(name);
    const QJsonValue value = m_object.value(name);
    if (value.isUndefined() && need == Need::Required)
        fail(key, "required");
    return value;
}

QString JsonReader::text(const char *key, Need need)
{
    const QJsonValue value = take(key, need);
    if (!value.isUndefined() && !value.isString())
        fail(key, "string");
    return value.toString();
}

std::optional<bool> JsonReader::boolean(const char *key, Need need)
{
    const QJsonValue value = take(key, need);
    if (value.isUndefined())
        return std::nullopt;
    if (!value.isBool()) {
        fail(key, "boolean");
        return std::nullopt;
    }
    return value.toBool();
}

std::optional<qint64> JsonReader::integer(const char *key, qint64 min, qint64 max, Need need)
{
    const QJsonValue value = take(key, need);
    if (value.isUndefined())
        return std::nullopt;
    // toInteger gives its default for anything that is not a whole number; two defaults tell that apart from the value.
    if (!value.isDouble() || value.toInteger(0) != value.toInteger(1)) {
        fail(key, "integer");
        return std::nullopt;
    }
    const qint64 number = value.toInteger();
    if (number < min || number > max) {
        fail(key, "range");
        return std::nullopt;
    }
    return number;
}

std::optional<int> JsonReader::count(const char *key, int min, Need need)
{
    const std::optional<qint64> number = integer(key, min, std::numeric_limits<int>::max(), need);
    return number ? std::optional(static_cast<int>(*number)) : std::nullopt;
}

Money JsonReader::sum(const char *key, Need need)
{
    return Money(integer(key, 0, maxExactInteger, need).value_or(0));
}

std::optional<UtcMs> JsonReader::time(const char *key, Need need)
{
    const QJsonValue value = take(key, need);
    if (value.isUndefined())
        return std::nullopt;
    const std::optional<UtcMs> time = value.isString() ? UtcMs::fromRfc3339(value.toString()) : std::nullopt;
    if (!time)
        fail(key, "time");
    return time;
}

QStringList JsonReader::texts(const char *key)
{
    QStringList list;
    const QJsonValue value = take(key);
    if (value.isUndefined())
        return list;
    if (!value.isArray()) {
        fail(key, "array");
        return list;
    }
    const QJsonArray array = value.toArray();
    for (qsizetype i = 0; i < array.size(); ++i) {
        if (!array.at(i).isString()) {
            m_errors->add(at(key) + u'/' + QString::number(i), "string");
            return list;
        }
        list.append(array.at(i).toString());
    }
    return list;
}

QByteArray JsonReader::digest(const char *key, Need need)
{
    const QJsonValue value = take(key, need);
    if (value.isUndefined())
        return {};
    const QByteArray hex = value.toString().toUtf8().toLower();
    if (!isHexDigest(hex)) {
        fail(key, "digest");
        return {};
    }
    return hex;
}

std::optional<JsonReader> JsonReader::child(const char *key, Need need)
{
    const QJsonValue value = take(key, need);
    if (value.isUndefined())
        return std::nullopt;
    if (!value.isObject()) {
        fail(key, "object");
        return std::nullopt;
    }
    return JsonReader(value.toObject(), at(key), *m_errors);
}

QStringList JsonReader::unread() const
{
    QStringList keys;
    for (auto it = m_object.begin(); it != m_object.end(); ++it) {
        if (!m_read.contains(it.key()))
            keys.append(it.key());
    }
    return keys;
}

void JsonReader::refuseUnread()
{
    for (const QString &key : unread()) {
        if (!key.startsWith(QLatin1StringView("x-")))
            m_errors->add(m_pointer + u'/' + jsonPointerStep(key), "known_key");
    }
}

} // namespace arb::domain
