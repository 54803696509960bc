// SPDX-License-Identifier: GPL-3.0-or-later
#include "words.h"

#include <intake/strictjson.h>

#include <domain/time.h>

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QSet>
#include <QtCore/QStringDecoder>

#include <algorithm>

namespace arb::intake {

namespace {

bool isBinary(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f';
}

bool hasNoneBinary(QByteArrayView head)
{
    return !head.isEmpty() && std::none_of(head.begin(), head.end(), isBinary);
}

} // namespace

bool beginsAsWords(QByteArrayView head)
{
    return !head.isEmpty() && !head.contains('\0');
}

bool beginsAsChat(QByteArrayView head)
{
    if (hasNoneBinary(head))
        return true;
    // Two bytes a character: no other file begins with a mark of UTF-16 or has every second byte zero. What a text would not
    // have as a character, it has in neither width.
    const bool marked = head.startsWith("\xFF\xFE") || head.startsWith("\xFE\xFF");
    const QByteArrayView pairs = head.sliced(marked ? 2 : 0);
    for (const qsizetype high : {1, 0}) {
        if (marked && (head[0] == '\xFF') != (high == 1))
            continue;
        qsizetype plain = 0, wrong = 0;
        for (qsizetype n = 0; n + 1 < pairs.size(); n += 2) {
            const bool narrow = pairs[n + high] == '\0';
            wrong += narrow && isBinary(pairs[n + 1 - high]) ? 1 : 0;
            plain += narrow ? 1 : 0;
        }
        if (wrong == 0 && (marked || plain * 10 >= pairs.size() / 2))
            return pairs.size() >= 2;
    }
    return false;
}

std::optional<QString> wordsFault(const QByteArray &content)
{
    if (content.contains('\0'))
        return QStringLiteral("not_text");
    QStringDecoder utf8(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = utf8(content);
    if (utf8.hasError())
        return QStringLiteral("not_utf8");
    return std::nullopt;
}

std::optional<QString> listFault(const QByteArray &content, bool (*fits)(const QJsonObject &), const char *unique)
{
    if (const auto fault = wordsFault(content))
        return fault;
    const auto array = parseStrictArray(content, {.maxBytes = maxWordBytes});
    if (!array) {
        const bool isNoJson = array.error().code == IntakeFault::BadJson || array.error().code == IntakeFault::JsonControl;
        if (isNoJson && !QJsonDocument::fromJson(content).isArray())
            return std::nullopt; // plain words, even where they begin with a bracket
        return domain::toCode(array.error().code);
    }
    QSet<QString> seen;
    for (qsizetype n = 0; n < array->size(); ++n) {
        const QJsonObject item = array->at(n).toObject();
        if (!array->at(n).isObject() || !fits(item))
            return QStringLiteral("/%1").arg(n);
        const QString key = unique ? item.value(QLatin1StringView(unique)).toString() : QString();
        if (unique && seen.contains(key))
            return QStringLiteral("/%1/%2").arg(n).arg(QLatin1StringView(unique));
        seen.insert(key);
    }
    return std::nullopt;
}

bool isTime(const QJsonObject &item, const char *key, bool needed)
{
    const QJsonValue value = item.value(QLatin1StringView(key));
    return value.isUndefined() ? !needed : value.isString() && domain::UtcMs::fromRfc3339(value.toString()).has_value();
}

bool isText(const QJsonObject &item, const char *key, bool needed)
{
    const QJsonValue value = item.value(QLatin1StringView(key));
    return value.isUndefined() ? !needed : value.isString();
}

} // namespace arb::intake
