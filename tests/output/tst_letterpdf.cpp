// SPDX-License-Identifier: GPL-3.0-or-later
#include <output/letter.h>
#include <output/tables.h>

#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace arb;

/// A letter's PDF, read back by poppler: every word as it was given, and what goes along byte for byte.
class TestLetterPdf : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isReadBackAsItWasGiven()
    {
        output::LetterSheet sheet{QStringLiteral("Decision 决定书"), {{{}, {QStringLiteral("Case number: D-2024-0001"), QStringLiteral("平台支持七天无理由退货，骨门。")}}},
                                  QStringLiteral("ruling.json"), "{\"outcome\": \"return_and_refund\", \"原因\": \"屏幕\"}\n"};
        output::LetterSheet::Part findings{QStringLiteral("What was found 认定"), {}};
        for (int n = 0; n < 90; ++n)
            findings.lines.append(QStringLiteral("First finding %1, official office: ¥1,299.00 – 开箱视频连续，屏幕不亮 [SHA-256 aaaaaaaaaaaa] <b>&amp;</b> · 30 % of %1").arg(n));
        sheet.parts.append(findings);
        const QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("a.pdf"));
        QVERIFY(output::writeWhole(path, output::letterPdf(sheet)));

        const QStringList pages = textOf(path).split(u'\f', Qt::SkipEmptyParts);
        QVERIFY(pages.size() >= 3);
        QString read;
        for (qsizetype n = 0; n < pages.size(); ++n) {
            const QString text = bare(pages.at(n)), number = QStringLiteral("%1/%2").arg(n + 1).arg(pages.size());
            QVERIFY2(text.endsWith(number), qPrintable(text));
            read += text.chopped(number.size());
        }
        QString given = sheet.title;
        for (const output::LetterSheet::Part &part : std::as_const(sheet.parts))
            given += part.heading + part.lines.join(QString());
        QCOMPARE(read, bare(given));

        QProcess detach;
        detach.start(QStringLiteral("pdfdetach"), {QStringLiteral("-saveall"), QStringLiteral("-o"), dir.path(), path});
        QVERIFY(detach.waitForFinished());
        QFile attached(dir.filePath(QStringLiteral("ruling.json")));
        QVERIFY(attached.open(QIODevice::ReadOnly));
        QCOMPARE(attached.readAll(), sheet.attached);
    }

private:
    /// Without blanks and line ends: lines are broken where the page ends.
    static QString bare(QString text)
    {
        text.removeIf([](QChar c) { return c.isSpace(); });
        return text;
    }
    /// As it lies on the page: otherwise poppler takes a hyphen at the end of a line for a divided word.
    static QString textOf(const QString &path)
    {
        QProcess reader;
        reader.start(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), path, QStringLiteral("-")});
        return reader.waitForFinished() ? QString::fromUtf8(reader.readAllStandardOutput()) : QString();
    }
};

QObject *make_tst_letterpdf();
QObject *make_tst_letterpdf()
{
    return new TestLetterPdf;
}

#include "tst_letterpdf.moc"
