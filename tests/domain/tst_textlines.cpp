// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/textlines.h>

#include <QtTest/QTest>

#include <iterator>

using namespace arb::domain;

/// Lines of a file of words, and their names.
class TstTextLines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsOfLines();
    void emptyLinesCount();
};

void TstTextLines::endsOfLines()
{
    QCOMPARE(textLines("a\r\nb\nc"), QStringList({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}));
    QCOMPARE(textLines("a\rb\fc\n"), QStringList({QStringLiteral("a\r"), QStringLiteral("b\f"), QStringLiteral("c")}));
    QCOMPARE(textLines("\xEF\xBB\xBF" "a"), QStringList(QStringLiteral("a")));
    QCOMPARE(textLines("a\xFF"), QStringList(QString::fromUtf8("a\uFFFD")));
    QCOMPARE(textLines(""), QStringList(QString()));
}

void TstTextLines::emptyLinesCount()
{
    const ChatLog log = textLog("one\n\n三\n");
    QCOMPARE(std::ssize(log.messages), 2);
    QCOMPARE(log.id(log.messages[0]), QStringLiteral("L1"));
    QCOMPARE(log.text(log.messages[0]).toString(), QStringLiteral("one"));
    QCOMPARE(log.id(log.messages[1]), QStringLiteral("L3"));
    QCOMPARE(log.text(log.messages[1]).toString(), QStringLiteral("三"));
    QVERIFY(log.messages[1].kind == LoggedKind::Unknown);
    QVERIFY(textLog("").messages.empty());
}

QObject *make_tst_textlines();
QObject *make_tst_textlines()
{
    return new TstTextLines;
}

#include "tst_textlines.moc"
