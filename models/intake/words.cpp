// SPDX-License-Identifier: GPL-3.0-or-later
#include "words.h"

#include <intake/evidencekind.h>
#include <intake/strictjson.h>

#include <domain/time.h>

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QSet>
#include <QtCore/QStringDecoder>

#include <algorithm>
#include <iterator>

namespace arb::intake {

namespace {

bool isBinary(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f';
}

/// A party may have put in a few (or a terminal its colours); of what is no words at all they are one in ten and more.
bool areFew(qsizetype controls, qsizetype characters)
{
    constexpr qsizetype oneIn = 16;
    return controls < characters && controls <= 1 + characters / oneIn;
}

/// What another program's file begins with. None of it is asked of a head that is nothing but words.
bool beginsAsOtherFile(QByteArrayView head)
{
    const auto kind = kindByContent(head);
    if (kind && *kind != domain::ExhibitKind::Text)
        return true;
    constexpr const char *beginnings[] = {"PK\x03\x04", "\x1F\x8B", "7z\xBC\xAF", "Rar!\x1A", "\x7F" "ELF", "MZ\x90", "RIFF", "OggS", "ID3\x02", "ID3\x03", "ID3\x04",
                                          "SQLite format 3", "\xD0\xCF\x11\xE0"};
    return std::any_of(std::begin(beginnings), std::end(beginnings), [head](const char *beginning) { return head.startsWith(beginning); });
}

} // namespace

bool beginsAsWords(QByteArrayView head)
{
    constexpr qsizetype beginning = 512; // further on it is words that are damaged, and is called so
    head = head.first(std::min(head.size(), beginning));
    return !head.isEmpty() && !head.contains('\0');
}

bool beginsAsChat(QByteArrayView head)
{
    const qsizetype controls = std::count_if(head.begin(), head.end(), isBinary);
    if (controls == 0)
        return !head.isEmpty();
    if (beginsAsOtherFile(head))
        return false;
    if (areFew(controls, head.size()))
        return true;
    // Two bytes a character: no other file begins with a mark of UTF-16 or has every second byte zero. What a text would hardly
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
        if (areFew(wrong, pairs.size() / 2) && (marked || plain * 10 >= pairs.size() / 2))
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
