// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>

/// A bundle as somebody else would write it, from the published format alone: nothing of the program's own code.
namespace arb::tests {

/// Writes a folder bundle with two pictures, a chat and a statement; @p caseNo names it. Answers its path.
QString writeBundle(const QString &folder, const QString &caseNo);
/// ruling.json for that case: return and refund, citing the buyer's picture and a chat message.
QString writeRuling(const QString &folder, const QString &caseNo, const QString &commandId);

/// What a run of the program answered.
struct Ran
{
    int status = -1;
    QByteArray out, err;
};
/// Runs the built program with @p arguments in a home of its own.
Ran runArbiter(const QString &home, const QStringList &arguments);

} // namespace arb::tests
