// SPDX-License-Identifier: GPL-3.0-or-later
#include <intake/schemacheck.h>

#include "jsontree.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QFile>

#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

namespace arb::intake {

using nlohmann::json;

namespace {

/// Takes the keywords out of schema positions only: under "properties" and "definitions" the same words are names.
void stripRegex(json &schema, bool names) // NOLINT(misc-no-recursion): our own file
{
    if (schema.is_array()) {
        for (json &part : schema)
            stripRegex(part, false);
        return;
    }
    if (!schema.is_object())
        return;
    if (!names) {
        schema.erase("pattern");
        schema.erase("format");
        schema.erase("patternProperties");
    }
    for (auto &[key, part] : schema.items())
        stripRegex(part, !names && (key == "properties" || key == "definitions"));
}

QString pointerOf(const std::vector<std::string> &context)
{
    QString pointer;
    for (size_t n = 1; n < context.size(); ++n) { // the first is the root
        const std::string &step = context[n];
        const bool bracketed = step.size() >= 2 && step.front() == '[' && step.back() == ']';
        QString token = QString::fromStdString(bracketed ? step.substr(1, step.size() - 2) : step);
        pointer += u'/' + token.replace(u'~', QLatin1StringView("~0")).replace(u'/', QLatin1StringView("~1"));
    }
    return pointer;
}

SchemaError errorOf(const valijson::ValidationResults::Error &error)
{
    struct Row { const char *begin; const char *what; };
    static constexpr Row rows[] = {{"Missing required", "required"}, {"Value type not permitted", "type"}, {"Failed to match against any enum", "code"},
                                   {"Expected number", "range"}, {"String should be", "length"}, {"Array should contain", "count"},
                                   {"Object should have", "count"}, {"Object contains a property", "unknown_key"}};
    SchemaError found{pointerOf(error.context), QStringLiteral("shape")};
    for (const Row &row : rows) {
        if (error.description.rfind(row.begin, 0) == 0)
            found.what = QString::fromLatin1(row.what);
    }
    if (found.what == u"required") {
        const auto from = error.description.find('\'');
        const auto to = error.description.rfind('\'');
        if (from != std::string::npos && to > from)
            found.pointer += u'/' + QString::fromStdString(error.description.substr(from + 1, to - from - 1));
    }
    if (found.what == u"unknown_key") { // "… constraints: 'one, two'."
        const QString text = QString::fromStdString(error.description);
        const QString keys = text.section(QStringLiteral("constraints: '"), 1).section(u'\'', 0, 0);
        const QString first = keys.section(u',', 0, 0).remove(u'"').trimmed();
        if (!first.isEmpty())
            found.pointer += u'/' + first;
    }
    return found;
}

} // namespace

struct Schema::Compiled
{
    json text;
    valijson::Schema schema;
};

Schema::Schema(std::unique_ptr<Compiled> compiled) : m_compiled(std::move(compiled)) {}
Schema::Schema(Schema &&) noexcept = default;
Schema::~Schema() = default;

QByteArray schemaText(const QString &name)
{
    QFile file(QStringLiteral(":/schema/%1-1.json").arg(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Schema Schema::shipped(const QString &name)
{
    auto compiled = std::make_unique<Compiled>();
    compiled->text = json::parse(schemaText(name).toStdString(), nullptr, false);
    if (compiled->text.is_discarded())
        qFatal("the schema %s is not in the program", qPrintable(name));
    stripRegex(compiled->text, false);
    valijson::SchemaParser parser;
    parser.populateSchema(valijson::adapters::NlohmannJsonAdapter(compiled->text), compiled->schema);
    return Schema(std::move(compiled));
}

domain::Result<void, SchemaError> Schema::check(const StrictObject &document) const
{
    valijson::Validator validator(valijson::Validator::kStrongTypes);
    valijson::ValidationResults results;
    const valijson::adapters::NlohmannJsonAdapter adapter(document.tree().root);
    if (validator.validate(m_compiled->schema, adapter, &results))
        return {};
    valijson::ValidationResults::Error first;
    results.popError(first); // the innermost comes first, those around it only say that something inside is wrong
    return domain::Failure{errorOf(first)};
}

domain::Result<void, SchemaError> checkSchema(const StrictObject &document, const QString &name)
{
    return Schema::shipped(name).check(document);
}

QString describe(const SchemaError &error)
{
    struct Row { const char *what; const char *text; };
    static constexpr Row rows[] = {
        {"required", QT_TRANSLATE_NOOP("SchemaError", "%1 is missing")},
        {"type", QT_TRANSLATE_NOOP("SchemaError", "%1 has the wrong type (note that 1.0 is no integer)")},
        {"code", QT_TRANSLATE_NOOP("SchemaError", "%1 is none of the allowed codes")},
        {"range", QT_TRANSLATE_NOOP("SchemaError", "the number at %1 is out of range")},
        {"length", QT_TRANSLATE_NOOP("SchemaError", "the text at %1 is too long or too short")},
        {"count", QT_TRANSLATE_NOOP("SchemaError", "%1 has too many or too few entries")},
        {"unknown_key", QT_TRANSLATE_NOOP("SchemaError", "%1 has a key that is not allowed there")},
        {"known_key", QT_TRANSLATE_NOOP("SchemaError", "%1 is a key that is not allowed there")},
        {"time", QT_TRANSLATE_NOOP("SchemaError", "%1 is no time with an offset, such as 2026-10-12T09:00:00+08:00")},
        {"digest", QT_TRANSLATE_NOOP("SchemaError", "%1 is no SHA-256 of 64 hex digits")},
        {"unique", QT_TRANSLATE_NOOP("SchemaError", "%1 occurs twice")},
        {"name", QT_TRANSLATE_NOOP("SchemaError", "%1 is no usable name")},
        {"reference", QT_TRANSLATE_NOOP("SchemaError", "%1 refers to something that is not there")},
        {"integer", QT_TRANSLATE_NOOP("SchemaError", "%1 is no integer")}};
    for (const Row &row : rows) {
        if (error.what == QLatin1StringView(row.what))
            return QCoreApplication::translate("SchemaError", row.text).arg(error.pointer.isEmpty() ? QStringLiteral("/") : error.pointer);
    }
    return QCoreApplication::translate("SchemaError", "%1 does not have the shape that is needed (%2)").arg(error.pointer, error.what);
}

} // namespace arb::intake
