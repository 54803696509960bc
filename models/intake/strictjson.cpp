// SPDX-License-Identifier: GPL-3.0-or-later
#include <intake/strictjson.h>

#include "jsontree.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QJsonArray>

#include <cmath>
#include <string>
#include <vector>

namespace arb::intake {

using domain::Failure;
using domain::Result;
using nlohmann::json;

namespace {

constexpr qint64 maxExact = Q_INT64_C(1) << 53;

/// Takes the reader's events, builds the tree and stops at the first thing we do not want.
class StrictSax final : public nlohmann::json_sax<json>
{
public:
    StrictSax(const JsonLimits &limits, const QByteArray &text) : m_limits(limits), m_text(text) {}

    json root;
    std::optional<JsonTextError> fault;

    bool null() override { return put(nullptr); }
    bool boolean(bool value) override { return put(value); }
    bool number_integer(number_integer_t value) override { return value < -maxExact ? stop(IntakeFault::JsonNumber) : put(value); }
    bool number_unsigned(number_unsigned_t value) override
    {
        return value > static_cast<number_unsigned_t>(maxExact) ? stop(IntakeFault::JsonNumber) : put(static_cast<std::int64_t>(value));
    }
    bool number_float(number_float_t value, const string_t &) override
    {
        // Beyond 2^53 a number is an integer, however it is written: its canonical form would be one that is refused here.
        // One too long for 64 bits arrives here as well.
        return std::abs(value) > static_cast<double>(maxExact) ? stop(IntakeFault::JsonNumber) : put(value);
    }
    bool string(string_t &value) override { return hasControl(value) ? stop(IntakeFault::JsonControl) : put(std::move(value)); }
    bool binary(binary_t &) override { return stop(IntakeFault::BadJson); }
    bool start_object(std::size_t) override { return open(json::object()); }
    bool start_array(std::size_t) override { return open(json::array()); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }
    bool key(string_t &value) override;
    bool parse_error(std::size_t position, const std::string &, const json::exception &error) override;

private:
    struct Level
    {
        json *value;
        std::string key; ///< of the member being read
    };

    template<typename T>
    bool put(T &&value);
    bool open(json &&container);
    bool close();
    bool stop(IntakeFault code);
    static bool hasControl(const string_t &text);
    QString pointer() const;

    JsonLimits m_limits;
    const QByteArray &m_text;
    std::vector<Level> m_levels;
    qint64 m_values = 0;
};

bool StrictSax::hasControl(const string_t &text)
{
    for (size_t n = 0; n < text.size(); ++n) {
        const auto byte = static_cast<unsigned char>(text[n]);
        const bool upper = byte == 0xc2 && n + 1 < text.size() && static_cast<unsigned char>(text[n + 1]) < 0xa0; // U+0080 to U+009F
        if (upper || byte == 0x7f || (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r'))
            return true;
    }
    return false;
}

QString StrictSax::pointer() const
{
    QString path;
    for (size_t n = 0; n < m_levels.size(); ++n) {
        const Level &level = m_levels[n];
        if (level.value->is_array()) {
            // The innermost array waits for its next item; those around it already hold the one being read.
            path += u'/' + QString::number(level.value->size() - (n + 1 < m_levels.size() ? 1 : 0));
            continue;
        }
        QString key = QString::fromStdString(level.key.substr(0, 200));
        path += u'/' + key.replace(u'~', QLatin1StringView("~0")).replace(u'/', QLatin1StringView("~1"));
    }
    return path;
}

bool StrictSax::stop(IntakeFault code)
{
    fault = JsonTextError{code, pointer(), 0, 0};
    return false;
}

template<typename T>
bool StrictSax::put(T &&value)
{
    if (++m_values > m_limits.maxValues)
        return stop(IntakeFault::JsonTooMany);
    if (m_levels.empty())
        root = std::forward<T>(value);
    else if (m_levels.back().value->is_array())
        m_levels.back().value->push_back(std::forward<T>(value));
    else
        (*m_levels.back().value)[m_levels.back().key] = std::forward<T>(value);
    return true;
}

bool StrictSax::open(json &&container)
{
    if (static_cast<int>(m_levels.size()) >= m_limits.maxDepth)
        return stop(IntakeFault::JsonTooDeep);
    if (!put(std::move(container)))
        return false;
    json *place = &root;
    if (!m_levels.empty()) {
        const Level &above = m_levels.back();
        place = above.value->is_array() ? &above.value->back() : &(*above.value)[above.key];
    }
    // The parent is not touched before this container is closed, so the place stays where it is.
    m_levels.push_back({place, {}});
    return true;
}

bool StrictSax::close()
{
    m_levels.pop_back();
    return true;
}

bool StrictSax::key(string_t &value)
{
    Level &level = m_levels.back();
    level.key = value;
    if (hasControl(value))
        return stop(IntakeFault::JsonControl);
    return level.value->contains(value) ? stop(IntakeFault::DuplicateKey) : true;
}

bool StrictSax::parse_error(std::size_t position, const std::string &, const json::exception &error)
{
    // 406: a float too large for any number we know.
    fault = JsonTextError{error.id == 406 ? IntakeFault::JsonNumber : IntakeFault::BadJson, pointer(), 0, 0};
    const auto end = std::min(static_cast<qsizetype>(position), m_text.size());
    const QByteArrayView before = QByteArrayView(m_text).first(std::max<qsizetype>(end - 1, 0));
    fault->line = static_cast<int>(before.count('\n')) + 1;
    fault->column = static_cast<int>(before.size() - (before.lastIndexOf('\n') + 1)) + 1;
    return false;
}

QJsonValue toQt(const json &value) // NOLINT(misc-no-recursion): no deeper than maxDepth
{
    switch (value.type()) {
    case json::value_t::object: {
        QJsonObject object;
        for (const auto &[key, member] : value.get_ref<const json::object_t &>())
            object.insert(QString::fromStdString(key), toQt(member));
        return object;
    }
    case json::value_t::array: {
        QJsonArray array;
        for (const json &item : value)
            array.append(toQt(item));
        return array;
    }
    case json::value_t::string: return QString::fromStdString(value.get_ref<const std::string &>());
    case json::value_t::boolean: return value.get<bool>();
    case json::value_t::number_integer:
    case json::value_t::number_unsigned: return static_cast<qint64>(value.get<std::int64_t>());
    case json::value_t::number_float: return value.get<double>();
    case json::value_t::null:
    case json::value_t::binary:
    case json::value_t::discarded: break;
    }
    return QJsonValue::Null;
}

Result<std::shared_ptr<JsonTree>, JsonTextError> parseStrict(const QByteArray &bytes, const JsonLimits &limits)
{
    if (bytes.size() > limits.maxBytes)
        return Failure{JsonTextError{IntakeFault::JsonTooLarge, {}, 0, 0}};
    const auto placed = [&bytes](IntakeFault code, qsizetype at) {
        const QByteArrayView before = QByteArrayView(bytes).first(at);
        return JsonTextError{code, {}, static_cast<int>(before.count('\n')) + 1, static_cast<int>(at - (before.lastIndexOf('\n') + 1)) + 1};
    };
    if (const qsizetype at = bytes.indexOf('\0'); at >= 0)
        return Failure{placed(IntakeFault::JsonControl, at)};
    if (bytes.startsWith("\xEF\xBB\xBF")) // the library would step over it
        return Failure{placed(IntakeFault::BadJson, 0)};
    StrictSax sax(limits, bytes);
    const bool read = json::sax_parse(bytes.constData(), bytes.constData() + bytes.size(), &sax);
    if (!read || sax.fault)
        return Failure{sax.fault.value_or(JsonTextError{})};
    auto tree = std::make_shared<JsonTree>();
    tree->root = std::move(sax.root);
    return tree;
}

} // namespace

QString JsonTextError::place() const
{
    QStringList parts;
    if (line > 0)
        parts.append(QCoreApplication::translate("IntakeError", "line %1, column %2").arg(line).arg(column));
    if (!pointer.isEmpty())
        parts.append(pointer);
    return parts.join(QStringLiteral(", "));
}

QString describe(const JsonTextError &error, const QString &file)
{
    return describe(IntakeError{error.code, file, error.place()});
}

Result<StrictObject, JsonTextError> parseStrictObject(const QByteArray &bytes, const JsonLimits &limits)
{
    const auto tree = parseStrict(bytes, limits);
    if (!tree)
        return Failure{tree.error()};
    if (!(*tree)->root.is_object())
        return Failure{JsonTextError{IntakeFault::BadJson, {}, 1, 1}};
    return StrictObject(toQt((*tree)->root).toObject(), *tree);
}

Result<QJsonArray, JsonTextError> parseStrictArray(const QByteArray &bytes, const JsonLimits &limits)
{
    const auto tree = parseStrict(bytes, limits);
    if (!tree)
        return Failure{tree.error()};
    if (!(*tree)->root.is_array())
        return Failure{JsonTextError{IntakeFault::BadJson, {}, 1, 1}};
    return toQt((*tree)->root).toArray();
}

} // namespace arb::intake
