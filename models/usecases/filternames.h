// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/casefile.h>
#include <domain/codes.h>
#include <domain/dispute.h>

#include <QtCore/QString>

#include <optional>
#include <span>

namespace arb::usecases {

/// What a value is called on the screen: whoever types what they read is understood in both languages, whichever is on.
/// The same words as presentation::label(), which tst_queuewords holds them against.
template<typename E>
struct FilterName
{
    E value;
    const char *en, *zh; ///< UTF-8
};

template<typename E>
std::span<const FilterName<E>> filterNames();
template<>
std::span<const FilterName<domain::DisputeState>> filterNames<domain::DisputeState>();
template<>
std::span<const FilterName<domain::Reason>> filterNames<domain::Reason>();
template<>
std::span<const FilterName<domain::AfterSaleType>> filterNames<domain::AfterSaleType>();
template<>
std::span<const FilterName<domain::CaseFlag>> filterNames<domain::CaseFlag>();

/// A code of a list that is open: others than these are taken as they are written.
struct CodeName
{
    const char *code, *en, *zh; ///< UTF-8
};
/// The tags that the desk itself puts on cases, named as by presentation::tagLabel().
std::span<const CodeName> deskTagNames();
std::span<const CodeName> platformNames(); ///< as presentation::platformLabel() names them
std::span<const CodeName> categoryNames(); ///< as presentation::categoryLabel() names them
/// The code of @p names whose code or name @p text is, whatever the case of its letters.
std::optional<QString> codeCalled(std::span<const CodeName> names, const QString &text);

/// The value whose code or name @p text is, whatever the case of its letters.
template<typename E>
std::optional<E> valueCalled(const QString &text)
{
    for (const auto &row : domain::codeTable<E>()) {
        if (text.compare(QLatin1StringView(row.code), Qt::CaseInsensitive) == 0)
            return row.value;
    }
    for (const FilterName<E> &row : filterNames<E>()) {
        if (text.compare(QString::fromUtf8(row.en), Qt::CaseInsensitive) == 0 || text == QString::fromUtf8(row.zh))
            return row.value;
    }
    return std::nullopt;
}

} // namespace arb::usecases
