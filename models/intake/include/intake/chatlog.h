// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/chatreading.h>

#include <QtCore/QByteArray>

/// Reads chats that people exported: WhatsApp text, Telegram JSON, text and HTML as WeChat exporters write it, Intercom
/// JSON, tables (CSV) and the list of case.json. Judges by content, never by a name; needs no file to be well formed.
///
/// Sources: WhatsApp writes "[d/m/y, h:mm:ss AM] name: text" (iOS) or "d/m/y, h:mm - name: text" (Android) in the phone's
/// language and local time; Telegram Desktop writes result.json; Intercom's REST object `conversation`; RFC 4180.
namespace arb::intake {

/// A chat may be larger than other words: it is shown by the screenful. In bytes.
inline constexpr qint64 maxChatBytes = 128LL * 1024 * 1024;

using domain::ChatReading;

/// Can texts be read in the encoding of this name ("Big5", "ISO-8859-1", "shift_jis" …)?
bool isKnownEncoding(const QString &name);

/// Never fails: what cannot be understood is in the answer's report and among its messages. Linear in time and memory.
domain::ChatLog readChat(const QByteArray &bytes, const ChatReading &reading = {});

/// The text of @p html: no tags, no scripts, entities decoded, blocks on lines of their own. Loads nothing.
QString plainTextOfHtml(QStringView html);

} // namespace arb::intake
