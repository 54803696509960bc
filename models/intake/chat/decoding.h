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
    qsizetype undecodable = 0;
    QList<domain::ChatLineProblem> problems; ///< the first undecodable place of each line that has one
};

/// Tells UTF-8, UTF-16 and GB18030 apart: by the mark, by where the zero bytes are, by which rules the bytes keep.
DecodedChat decodeChat(const QByteArray &bytes);

/// The beginning of @p text that a report shows.
QString excerptOf(QStringView text);

} // namespace arb::intake
