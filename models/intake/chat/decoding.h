// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/chatlog.h>

#include <QtCore/QByteArray>

namespace arb::intake {

/// Bytes as text, with line ends as single line feeds.
struct DecodedChat
{
    QString text;
    QString encoding;
    bool byteOrderMark = false;
    bool guessed = false; ///< nothing proves the encoding: it is the likeliest one
    qsizetype rare = 0;   ///< of a guess: characters that texts in this encoding hardly ever have
    qsizetype undecodable = 0;
    QList<domain::ChatLineProblem> problems; ///< the first undecodable place of each line that has one
};

/// Tells UTF-8 and UTF-16 by the mark, by where the zero bytes are, by the rules that the bytes keep; what is neither is
/// guessed by how common its characters would be: GB18030, Big5 or windows-1252. @p encoding, when given, is taken as it is.
DecodedChat decodeChat(const QByteArray &bytes, const QString &encoding = {});

/// The beginning of @p text that a report shows.
QString excerptOf(QStringView text);

} // namespace arb::intake
