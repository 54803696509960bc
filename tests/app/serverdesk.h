// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

namespace arb::tests {

/// An empty database on the server that ARB_TEST_PG names; dropped when this dies.
class ServerDesk
{
public:
    ServerDesk();
    ~ServerDesk();
    QString address() const { return m_address; }

private:
    QString m_name, m_address;
};

/// Past the program and its guards: adds one byte to the actor of the audit entries of @p action.
void changeOneAuditByte(const QString &address, const QString &action);
/// Past the program and its guards: the refund of every stored ruling's document becomes one fen.
void changeStoredRulings(const QString &address);
/// Past the program: the order of every stored case was paid with one fen.
void changeStoredCases(const QString &address);
/// The number of that entry in its chain.
qint64 auditSeqOf(const QString &address, const QString &action);

} // namespace arb::tests
