// SPDX-License-Identifier: GPL-3.0-or-later
#include <output/tablefile.h>

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace arb;
using output::TableFile;

/// Tables written block by block: nothing is there before the end, everything is there after it.
class TstTableFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void csvIsTheSameInBlocks();
    void unfinishedLeavesNothing();
    void readsSums();
    void longWorkbookGoesOnInTheNextSheet();
    void saysWhatCannotBeWritten();

private:
    QString path(const char *name) const { return m_place.filePath(QLatin1StringView(name)); }
    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QTemporaryDir m_place;
};

void TstTableFile::csvIsTheSameInBlocks()
{
    const QStringList headings{QStringLiteral("case"), QStringLiteral("店铺")};
    QList<QStringList> rows;
    for (int n = 0; n < 2500; ++n)
        rows.append({QStringLiteral("D-%1").arg(n), n % 7 == 0 ? QStringLiteral("=1,\"x\"\n") : QString()});
    const auto file = TableFile::csv(path("blocks.csv"), headings, true);
    for (qsizetype from = 0; from < rows.size(); from += 1000)
        QVERIFY(file->add(rows.mid(from, 1000)).ok());
    QVERIFY(!QFile::exists(path("blocks.csv")));
    QVERIFY(file->finish().ok());
    QCOMPARE(read(path("blocks.csv")), output::csv({{}, headings, rows, {}}, true));

    const auto empty = TableFile::csv(path("empty.csv"), headings, false);
    QVERIFY(empty->finish().ok());
    QCOMPARE(read(path("empty.csv")), output::csv({{}, headings, {}, {}}, false));
}

void TstTableFile::unfinishedLeavesNothing()
{
    const QDir folder(m_place.path());
    const qsizetype before = folder.entryList(QDir::Files).size();
    {
        const auto text = TableFile::csv(path("half.csv"), {QStringLiteral("a")}, false);
        const auto book = TableFile::xlsx(path("half.xlsx"), {QStringLiteral("a")}, {});
        QVERIFY(text->add({{QStringLiteral("1")}}).ok());
        QVERIFY(book->add({{QStringLiteral("1")}}).ok());
    }
    QCOMPARE(folder.entryList(QDir::Files).size(), before);
}

void TstTableFile::readsSums()
{
    QCOMPARE(TableFile::sumOf(QStringLiteral("¥1,299.50")), std::optional(1299.5));
    QCOMPARE(TableFile::sumOf(QStringLiteral("-3")), std::optional(-3.0));
    QCOMPARE(TableFile::sumOf(QStringLiteral("…")), std::optional<double>());
}

void TstTableFile::longWorkbookGoesOnInTheNextSheet()
{
    const auto book = TableFile::xlsx(path("long.xlsx"), {QStringLiteral("n")}, {TableFile::Cells::Number});
    QList<QStringList> block;
    for (int n = 0; n < 1000; ++n)
        block.append({QString::number(n)});
    for (int n = 0; n < 1050; ++n) // a sheet holds 1,048,576 rows with its heading
        QVERIFY(book->add(block).ok());
    QVERIFY(book->finish().ok());
    const QByteArray bytes = read(path("long.xlsx"));
    QVERIFY(bytes.contains("xl/worksheets/sheet2.xml"));
    QVERIFY(!bytes.contains("xl/worksheets/sheet3.xml"));
}

void TstTableFile::saysWhatCannotBeWritten()
{
    const QString nowhere = path("no such folder/x");
    QVERIFY(!TableFile::csv(nowhere, {}, false)->add({}).ok());
    QVERIFY(!TableFile::xlsx(nowhere, {}, {})->finish().ok());
}

QObject *make_tst_tablefile()
{
    return new TstTableFile;
}

#include "tst_tablefile.moc"
