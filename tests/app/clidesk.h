// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bundlebyhand.h"
#include "serverdesk.h"

#include <QtCore/QStringList>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <initializer_list>
#include <memory>

namespace arb::tests {

/// For tests of the command line: a desk in a home of its own, with lin and chen (reviewers), xu (supervisor) and root
/// (administrator), on SQLite or on the server, where every line is a run of the built program.
class CliDesk
{
protected:
    /// Makes the home and the desk anew, and imports a case for each of @p caseNos; ends the program when it cannot.
    void makeDesk(const QStringList &caseNos, bool onServer = false)
    {
        m_home = std::make_unique<QTemporaryDir>();
        m_server.reset(); // before another takes its name
        if (onServer)
            m_server = std::make_unique<ServerDesk>();
        for (const QString &caseNo : caseNos)
            writeBundle(path("in"), caseNo);
        for (const char *line : {"db init", "user add lin --role reviewer", "user add chen --role reviewer", "user add xu --role supervisor",
                                 "user add root --role admin", "--as lin import HOME/in"}) {
            const Ran ran = run(QString::fromLatin1(line));
            if (ran.status != 0)
                qFatal("%s: %s", line, QByteArray(ran.out + ran.err).constData());
        }
    }
    QString home() const { return m_home->path(); }
    QString path(const char *name) const { return m_home->filePath(QString::fromLatin1(name)); }
    QString address() const { return m_server ? m_server->address() : QStringLiteral("sqlite:") + path("desk.db"); }
    /// Words apart by one space each; HOME stands for the home.
    Ran run(QString line) const
    {
        line.replace(QStringLiteral("HOME"), home());
        return runArbiter(home(), QStringList{QStringLiteral("--db"), address(), QStringLiteral("--vault"), path("vault")} + line.split(u' '));
    }

private:
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<ServerDesk> m_server;
};

/// A command line, the status it ends with and words that it says.
struct CliLine
{
    const char *line;
    int status;
    const char *words;
};

/// Fills a test's table: "line" (QString), "status" (int) and "words" (QByteArray).
inline void addLines(std::initializer_list<CliLine> lines)
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("words");
    for (const CliLine &row : lines)
        QTest::newRow(row.line) << QString::fromLatin1(row.line) << row.status << QByteArray(row.words);
}

} // namespace arb::tests
