// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/chatlog.h>

#include <QtCore/QByteArray>
#include <QtCore/QStringList>

/// Files of plain words, line by line: whoever shows a line and whoever finds words in it count the lines alike.
namespace arb::domain {

/// Lines without their ends; bytes that are no UTF-8 become replacement characters. A form feed or a lone carriage return ends
/// a line too, and stays as its last character.
QStringList textLines(const QByteArray &bytes);

/// The same as a log, a message of kind Unknown for each line with something in it: ChatLog::id() names it "L" and its number
/// from 1.
ChatLog textLog(const QByteArray &bytes);

} // namespace arb::domain
