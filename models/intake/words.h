// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QJsonObject>

#include <optional>

namespace arb::intake {

/// Exhibits that are words: at most this many bytes, since they are shown as a whole.
inline constexpr qint64 maxWordBytes = 16 * 1024 * 1024;

/// Could be the beginning of words: no zero byte in it. Other control characters are a party's doing, which is looked at (viewers
/// make them visible) and no ground for refusal. Whether it is UTF-8 only the whole content tells: see wordsFault().
bool beginsAsWords(QByteArrayView head);
/// Could be the beginning of an exported chat: words in any encoding that chats come in, UTF-16 with its zero bytes too. As
/// in other words, single control characters (the zero, too) are no ground for refusal; what begins as another kind of file, or is
/// full of them, is no chat.
bool beginsAsChat(QByteArrayView head);
/// "not_text" (zero bytes) or "not_utf8"; nothing when @p content is text.
std::optional<QString> wordsFault(const QByteArray &content);
/// Words, or a JSON array whose every item @p fits; the JSON pointer of the first that does not. What a lax reader would
/// take for an array, while the strict one refuses it (keys that occur twice, control characters …), is neither.
/// Items must differ in @p unique where it is given.
std::optional<QString> listFault(const QByteArray &content, bool (*fits)(const QJsonObject &item), const char *unique = nullptr);
/// @p key is absent or an RFC 3339 time; absent is not enough when @p needed.
bool isTime(const QJsonObject &item, const char *key, bool needed);
bool isText(const QJsonObject &item, const char *key, bool needed);

} // namespace arb::intake
