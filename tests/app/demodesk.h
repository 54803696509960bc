// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QTemporaryDir>

// The program's own headers are private to it: tests of the program see them by path.
#include "../../app/demo/demo.h"
#include "../../app/workspace.h"

#include <usecases/casecommands.h>

#include <memory>

namespace arb::tests {

/// The folder of the shipped demo.
QString demoSource();

/// A demo in a folder of its own, and on a server in a database of its own; both gone when this dies.
class DemoDesk
{
public:
    explicit DemoDesk(bool server = false, int cases = 60, quint64 seed = 1);
    ~DemoDesk();
    const app::DemoWish &wish() const { return m_wish; }
    usecases::Desk desk();
    usecases::Person person(const QString &name);
    usecases::CaseRecord record(const char *caseNo);
    QList<usecases::CaseHeader> all();
    /// Valid points of the case's shop at the demo's time.
    int pointsOfShop(const char *caseNo);
    /// Moves the demo's clock and carries out what that brings.
    void advance(qint64 ms);
    /// Claims, rules by the folder's ruling.json and approves, as far as the case is not there yet.
    void bringToItsEnd(const char *caseNo, const QString &folder);
    /// Every row that the seed decides, in order, and the names in the vault.
    QByteArray contents();
    /// Takes the demo's clock away: a desk like any other.
    void makeReal();
    /// Closes the workspace; it opens again when used.
    void close() { m_workspace.reset(); }
    app::Workspace &workspace();

private:
    QTemporaryDir m_folder;
    app::DemoWish m_wish;
    QString m_address, m_serverDatabase;
    std::unique_ptr<app::Workspace> m_workspace;
};

} // namespace arb::tests
