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

/// An audit entry by its place.
struct AuditPlace
{
    qint64 scope = 0, seq = 0;
};
/// Past the program and its guards: changes one byte of the newest audit entry of @p action, and tells which that is.
AuditPlace changeOneAuditByte(const QString &address, const QString &action);
/// Past the program and its guards: the refund of every stored ruling's document becomes one fen.
void changeStoredRulings(const QString &address);
/// Past the program: of every stored case by hand (bundlebyhand.h) message 2, the scan and the time of signing are others.
void changeStoredTexts(const QString &address);
/// Past the program: the order of every stored case was paid with one fen.
void changeStoredCases(const QString &address);

} // namespace arb::tests
