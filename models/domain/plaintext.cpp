// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/plaintext.h>

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>

#include <algorithm>

namespace arb::domain {

bool hasControl(QStringView text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) {
        return c.category() == QChar::Other_Control && c != u'\t' && c != u'\n' && c != u'\r';
    });
}

bool hasControlInside(const QJsonValue &value) // NOLINT(misc-no-recursion): our own objects
{
    if (value.isString())
        return hasControl(value.toString());
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        return std::any_of(array.begin(), array.end(), [](const QJsonValue &item) { return hasControlInside(item); });
    }
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (hasControl(it.key()) || hasControlInside(it.value()))
            return true;
    }
    return false;
}

} // namespace arb::domain
