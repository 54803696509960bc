// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/canonicaljson.h>

#include <QtCore/QCryptographicHash>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>
#include <QtCore/QStringList>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string>

namespace arb::domain {

namespace {

/// A finite double in the notation of ECMAScript, which RFC 8785 prescribes: the shortest digits that read back equal,
/// plain between 1e-6 and 1e21, with an exponent outside.
std::string ecmaScriptNumber(double number)
{
    if (number == 0)
        return "0"; // also for -0
    std::array<char, 32> buffer{};
    const auto written = std::to_chars(buffer.data(), buffer.data() + buffer.size(), std::abs(number), std::chars_format::scientific);
    const std::string text(buffer.data(), written.ptr);
    const size_t mark = text.find('e');
    std::string digits = text.substr(0, mark);
    std::erase(digits, '.');
    const int exponent = std::stoi(text.substr(mark + 1));

    const int count = static_cast<int>(digits.size());
    const int point = exponent + 1; // digits before the decimal point
    std::string out = number < 0 ? "-" : "";
    if (point > 21 || point < -5) {
        out += digits.substr(0, 1);
        if (count > 1)
            out += "." + digits.substr(1);
        out += exponent < 0 ? "e-" : "e+";
        return out + std::to_string(std::abs(exponent));
    }
    if (point <= 0)
        return out + "0." + std::string(static_cast<size_t>(-point), '0') + digits;
    if (point >= count)
        return out + digits + std::string(static_cast<size_t>(point - count), '0');
    return out + digits.substr(0, static_cast<size_t>(point)) + "." + digits.substr(static_cast<size_t>(point));
}

void appendCanonicalText(QByteArray &out, const QString &text)
{
    static constexpr char hex[] = "0123456789abcdef";
    out += '"';
    const QByteArray utf8 = text.toUtf8();
    for (const char c : utf8) {
        switch (c) {
        case '"': out += "\\\""; break;
        case '\\': out += "\\\\"; break;
        case '\b': out += "\\b"; break;
        case '\t': out += "\\t"; break;
        case '\n': out += "\\n"; break;
        case '\f': out += "\\f"; break;
        case '\r': out += "\\r"; break;
        default:
            if (static_cast<unsigned char>(c) < 0x20) {
                out += "\\u00";
                out += hex[c >> 4];
                out += hex[c & 0xf];
            } else {
                out += c;
            }
        }
    }
    out += '"';
}

void appendCanonical(QByteArray &out, const QJsonValue &value);

void appendCanonicalObject(QByteArray &out, const QJsonObject &object)
{
    QStringList keys = object.keys();
    // QString compares by UTF-16 code units, which is the order RFC 8785 wants.
    std::sort(keys.begin(), keys.end(), [](const QString &a, const QString &b) { return a.compare(b) < 0; });
    out += '{';
    for (qsizetype i = 0; i < keys.size(); ++i) {
        if (i > 0)
            out += ',';
        appendCanonicalText(out, keys.at(i));
        out += ':';
        appendCanonical(out, object.value(keys.at(i)));
    }
    out += '}';
}

void appendCanonicalArray(QByteArray &out, const QJsonArray &array)
{
    out += '[';
    for (qsizetype i = 0; i < array.size(); ++i) {
        if (i > 0)
            out += ',';
        appendCanonical(out, array.at(i));
    }
    out += ']';
}

void appendCanonical(QByteArray &out, const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        out += value.toBool() ? "true" : "false";
        break;
    case QJsonValue::Double:
        out += ecmaScriptNumber(value.toDouble()).c_str();
        break;
    case QJsonValue::String:
        appendCanonicalText(out, value.toString());
        break;
    case QJsonValue::Array:
        appendCanonicalArray(out, value.toArray());
        break;
    case QJsonValue::Object:
        appendCanonicalObject(out, value.toObject());
        break;
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        out += "null";
        break;
    }
}

} // namespace

QByteArray canonicalJson(const QJsonValue &value)
{
    QByteArray out;
    appendCanonical(out, value);
    return out;
}

QByteArray sha256Hex(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

} // namespace arb::domain
