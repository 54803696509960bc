// SPDX-License-Identifier: GPL-3.0-or-later
#include "chatbuilder.h"

#include <algorithm>
#include <utility>

namespace arb::intake {

namespace {

using Parse = domain::ChatLog (*)(DecodedChat, const ChatReading &);

/// Where a file says what it is.
constexpr qsizetype sniffed = 64 * 1024;

Parse parserOfJson(QStringView text)
{
    if (text.contains(u"\"conversation_parts\""))
        return parseIntercom;
    const QStringView head = text.first(std::min(text.size(), sniffed));
    if (text.contains(u"\"messages\"") && (head.contains(u"\"date_unixtime\"") || head.contains(u"\"date\"") || head.contains(u"\"from_id\"")))
        return parseTelegram;
    if (text.front() == u'[' && text.sliced(1).trimmed().startsWith(u'{') && head.contains(u"\"from\"") && (head.contains(u"\"at\"") || head.contains(u"\"text\"")))
        return parseOwnList;
    return nullptr;
}

bool looksLikeHtml(QStringView text)
{
    if (!text.startsWith(u'<'))
        return false;
    const QStringView head = text.first(std::min(text.size(), sniffed));
    for (const QStringView tag : {QStringView(u"<!doctype html"), QStringView(u"<html"), QStringView(u"<body"), QStringView(u"<div"), QStringView(u"<table"), QStringView(u"<p>")}) {
        if (head.contains(tag, Qt::CaseInsensitive))
            return true;
    }
    return false;
}

Parse parserOfLines(QStringView text)
{
    constexpr int enough = 2000;
    constexpr qsizetype headLength = 300;
    int whatsApp = 0, exporter = 0, lines = 0;
    for (qsizetype from = 0; from < text.size() && lines < enough; ++lines) {
        const qsizetype feed = text.indexOf(u'\n', from);
        const qsizetype to = feed < 0 ? text.size() : feed;
        const QStringView line = text.sliced(from, std::min(to - from, headLength));
        if (looksLikeWhatsApp(line))
            ++whatsApp;
        else if (looksLikeExporterHead(line))
            ++exporter;
        from = to + 1;
    }
    if (whatsApp > 0 && whatsApp >= exporter)
        return parseWhatsApp;
    // A row or two of a table may look like "time name"; who says what its columns mean gets all of it read.
    constexpr int rarely = 4;
    const bool isRather = exporter > 0 && exporter * rarely < lines && !tableHeadOf(text).isEmpty();
    return exporter > 0 && !isRather ? parseExporterText : parsePlainLines;
}

Parse parserOf(QStringView text, const ChatReading &reading)
{
    if (!reading.columns.isEmpty())
        return parseTable;
    QStringView bare = text.trimmed();
    if (bare.isEmpty())
        return parsePlainLines;
    if (bare.front() == u'{' || bare.front() == u'[') {
        if (const Parse parse = parserOfJson(bare))
            return parse;
    }
    if (looksLikeHtml(bare))
        return parseExporterHtml;
    return looksLikeTable(text) ? parseTable : parserOfLines(text);
}

} // namespace

domain::ChatLog readChat(const QByteArray &bytes, const ChatReading &reading)
{
    DecodedChat decoded = decodeChat(bytes, reading.encoding);
    const Parse parse = parserOf(decoded.text, reading);
    domain::ChatLog log = parse(std::move(decoded), reading);
    if (log.format == u"text" || log.format == u"exporter_text") // lines, which may be rows whose columns nobody named
        log.tableHead = tableHeadOf(log.words);
    return log;
}

} // namespace arb::intake
