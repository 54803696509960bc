// SPDX-License-Identifier: GPL-3.0-or-later
#include <output/tables.h>

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace arb;

class TestCsv : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void quotesAndLineEnds()
    {
        const output::SheetTable table{QStringLiteral("t"), {QStringLiteral("a"), QStringLiteral("b,c")},
                                       {{QStringLiteral("x\"y"), QStringLiteral("two\nlines")}, {QString(), QStringLiteral("店铺")}}, {}};
        QCOMPARE(output::csv(table, false), QByteArray("a,\"b,c\"\r\n\"x\"\"y\",\"two\nlines\"\r\n,\xE5\xBA\x97\xE9\x93\xBA\r\n"));
        QVERIFY(output::csv(table, true).startsWith("\xEF\xBB\xBF"));
    }

    void formulasAreDefused_data()
    {
        QTest::addColumn<QString>("cell");
        QTest::addColumn<QString>("expected");
        QTest::newRow("equals") << QStringLiteral("=HYPERLINK(1)") << QStringLiteral("'=HYPERLINK(1)");
        QTest::newRow("plus") << QStringLiteral("+1+cmd") << QStringLiteral("'+1+cmd");
        QTest::newRow("minus") << QStringLiteral("-2+3") << QStringLiteral("'-2+3");
        QTest::newRow("at") << QStringLiteral("@SUM(A1)") << QStringLiteral("'@SUM(A1)");
        QTest::newRow("tab") << QStringLiteral("\t=1") << QStringLiteral("'\t=1");
        QTest::newRow("return") << QStringLiteral("\r=1") << QStringLiteral("'\r=1");
        QTest::newRow("negative number stays") << QStringLiteral("-1") << QStringLiteral("-1");
        QTest::newRow("text stays") << QStringLiteral("a=b") << QStringLiteral("a=b");
    }
    void formulasAreDefused()
    {
        QFETCH(QString, cell);
        QFETCH(QString, expected);
        QCOMPARE(output::defused(cell), expected);
    }

    void writesWholeFiles()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("a.xlsx"));
        const output::SheetTable table{QStringLiteral("t"), {QStringLiteral("shop"), QStringLiteral("points")},
                                       {{QStringLiteral("沃律"), QStringLiteral("7")}}, {false, true}};
        QVERIFY(output::writeXlsx(path, table));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith("PK")); // a zip
        const auto refused = output::writeWhole(dir.filePath(QStringLiteral("missing/b.csv")), "x");
        QVERIFY(!refused);
        QCOMPARE(refused.error(), output::WriteFault::CannotWrite);
    }
};

QObject *make_tst_csv()
{
    return new TestCsv;
}

#include "tst_csv.moc"
