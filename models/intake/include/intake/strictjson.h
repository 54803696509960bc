// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <intake/intakeerror.h>

#include <domain/result.h>

#include <QtCore/QByteArray>
#include <QtCore/QJsonObject>

#include <memory>

/// Reads JSON of strangers. Where common parsers look away this one refuses: keys that occur twice, more than 64 levels,
/// control characters (raw, or escaped ones but tab, line feed and return), NUL, anything after the value, a byte order
/// mark, invalid UTF-8, numbers beyond 2^53. A number written as 1.0 is kept, but is no integer to a schema.
namespace arb::intake {

struct JsonLimits
{
    qint64 maxBytes = 8 * 1024 * 1024;
    int maxDepth = 64;
    qint64 maxValues = 200'000; ///< bounds the memory a small text of many tiny values takes
};

struct JsonTextError
{
    IntakeFault code = IntakeFault::BadJson; ///< BadJson, DuplicateKey, JsonTooDeep, JsonNumber, JsonControl or JsonTooLarge
    QString pointer; ///< JSON pointer of the place, as far as it was read
    int line = 0, column = 0; ///< from 1, column in bytes; 0 when a place says nothing
    /// "line 3, column 7" and the pointer: what an IntakeError has as detail.
    QString place() const;
};
/// A whole sentence that names @p file and the place.
QString describe(const JsonTextError &error, const QString &file);

struct JsonTree; ///< the text as numbers were written, for the schema check

/// A JSON object that was read strictly; is one wherever a QJsonObject is asked for.
class StrictObject
{
public:
    StrictObject(QJsonObject object, std::shared_ptr<const JsonTree> tree) : m_object(std::move(object)), m_tree(std::move(tree)) {}
    const QJsonObject &object() const { return m_object; }
    operator const QJsonObject &() const { return m_object; } // NOLINT(google-explicit-constructor)
    const JsonTree &tree() const { return *m_tree; }

private:
    QJsonObject m_object;
    std::shared_ptr<const JsonTree> m_tree;
};

/// The object that @p bytes are; another value than an object is BadJson.
domain::Result<StrictObject, JsonTextError> parseStrictObject(const QByteArray &bytes, const JsonLimits &limits = {});
/// The array that @p bytes are.
domain::Result<QJsonArray, JsonTextError> parseStrictArray(const QByteArray &bytes, const JsonLimits &limits = {});

} // namespace arb::intake
