// SPDX-License-Identifier: GPL-3.0-or-later
#include <output/tables.h>

#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace arb;

/// What a report's PDF says, read back by poppler.
class TestPdf : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysEveryRowAndRepeatsItsHeadings()
    {
        output::SheetTable table{QStringLiteral("Merchants"), {QStringLiteral("Shop"), QStringLiteral("Points")}, {}, {false, true}};
        for (int n = 0; n < 120; ++n)
            table.rows.append({QStringLiteral("Shop%1").arg(n), QString::number(n)});
        const QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("a.pdf"));
        QVERIFY(output::writeWhole(path, output::pdf(table, {QStringLiteral("A closing note")})));
        QProcess reader;
        reader.start(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), path, QStringLiteral("-")});
        QVERIFY(reader.waitForFinished());
        const QString text = QString::fromUtf8(reader.readAllStandardOutput());
        for (int n = 0; n < 120; ++n)
            QVERIFY2(text.contains(QStringLiteral("Shop%1").arg(n)), qPrintable(text));
        const qsizetype pages = text.count(u'\f');
        QVERIFY(pages >= 2);
        QCOMPARE(text.count(QStringLiteral("Points")), pages);
        QVERIFY(QString(text).remove(u' ').contains(QStringLiteral("%1/%1").arg(pages))); // poppler closes the gaps
        QVERIFY(text.contains(QStringLiteral("A closing note")));
    }
};

QObject *make_tst_pdf();
QObject *make_tst_pdf()
{
    return new TestPdf;
}

#include "tst_pdf.moc"
