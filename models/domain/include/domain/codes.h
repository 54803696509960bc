// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QLatin1StringView>
#include <QtCore/QString>

#include <optional>
#include <span>

/// Codes are what files and databases store; enums are what the program thinks in. One table per enum joins them, and
/// the tables may only grow (tests/architecture/frozen_codes.txt).
namespace arb::domain {

template<typename E>
struct CodeRow
{
    E value;
    const char *code;
};

/// Specialised in codes.cpp for every enum that has codes: the whole table in enum order.
template<typename E>
std::span<const CodeRow<E>> codeTable();

template<typename E>
QString toCode(E value)
{
    for (const CodeRow<E> &row : codeTable<E>()) {
        if (row.value == value)
            return QString::fromLatin1(row.code);
    }
    return {};
}

template<typename E>
std::optional<E> fromCode(const QString &code)
{
    for (const CodeRow<E> &row : codeTable<E>()) {
        if (code == QLatin1StringView(row.code))
            return row.value;
    }
    return std::nullopt;
}

} // namespace arb::domain
