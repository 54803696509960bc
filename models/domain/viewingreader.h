// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jsonreader.h"

#include <domain/viewing.h>

namespace arb::domain {

/// The view that @p json holds; what is wrong with it goes to the reader's errors.
ViewState readViewState(JsonReader &json);
/// An id in decimal digits (JSON has no integers of 63 bits); none when the key is absent.
MarkId readMarkId(JsonReader &json, const char *key, Need need);
/// The mark that @p json holds; what is wrong with it, also by checkMark(), goes to the reader's errors.
Mark readMark(JsonReader &json);

/// Of which exhibit, of which bytes, which page: the keys that marks and views have in common.
template<typename Where>
void insertPlace(QJsonObject &object, const Where &where)
{
    object.insert(QStringLiteral("exhibit"), where.exhibit);
    object.insert(QStringLiteral("sha256"), QString::fromLatin1(where.sha256));
    if (where.page != 0)
        object.insert(QStringLiteral("page"), where.page);
}

template<typename Where>
void readPlace(JsonReader &json, Where &where)
{
    where.exhibit = json.text("exhibit", Need::Required);
    if (where.exhibit.isEmpty())
        json.fail("exhibit", "required");
    where.sha256 = json.digest("sha256", Need::Required);
    where.page = json.count("page", 1).value_or(0);
}

} // namespace arb::domain
