// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <smalldesk.h>

#include <QtCore/QHash>
#include <QtTest/QTest>

namespace arb::tests {

/// Fills a test's table with the people of SmallDesk who may add to the evidence and who may not: "who" (QString, for
/// personCalled()) and "may" (bool). One right, whatever is added: a mark, or an exhibit made of another.
inline void addWhoMayMark()
{
    QTest::addColumn<QString>("who");
    QTest::addColumn<bool>("may");
    QTest::newRow("reviewer") << QStringLiteral("lin") << true;
    QTest::newRow("supervisor") << QStringLiteral("xu") << true;
    QTest::newRow("auditor") << QStringLiteral("zheng") << false;
    QTest::newRow("admin") << QStringLiteral("root") << false;
}

inline usecases::Person personCalled(const QString &name, const SmallDesk &desk)
{
    const QHash<QString, usecases::Person> people{{QStringLiteral("lin"), desk.lin}, {QStringLiteral("xu"), desk.xu},
                                                  {QStringLiteral("zheng"), desk.zheng}, {QStringLiteral("root"), desk.root}};
    return people.value(name);
}

} // namespace arb::tests
