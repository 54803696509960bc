// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <intake/strictjson.h>

#include <domain/result.h>

#include <memory>

namespace arb::intake {

/// The first place where a document does not fit its schema.
struct SchemaError
{
    QString pointer; ///< JSON pointer; of a missing key, where it should be
    QString what;    ///< stable English key: required, type, code, range, length, count, unknown_key, shape
};
QString describe(const SchemaError &error);

/// A compiled JSON Schema (draft-07, one document, local references only). `pattern` and `format` are taken out before
/// compiling: the library hands both to std::regex, which 50,000 characters crash. Times, names and digests are checked
/// by whoever reads the document (domain/casejson.h, casetext.h). Not for several threads at once.
class Schema
{
public:
    /// One of the schemas that the program ships: "case", "ruling", "examination", "policy", "calendar"; ends the program when there is none.
    static Schema shipped(const QString &name);
    Schema(Schema &&) noexcept;
    ~Schema();
    domain::Result<void, SchemaError> check(const StrictObject &document) const;

private:
    struct Compiled;
    explicit Schema(std::unique_ptr<Compiled> compiled);
    std::unique_ptr<Compiled> m_compiled;
};

/// Text of a shipped schema as it is printed for others; empty when there is none of that name.
QByteArray schemaText(const QString &name);
/// Compiles and checks in one go.
domain::Result<void, SchemaError> checkSchema(const StrictObject &document, const QString &name);

} // namespace arb::intake
