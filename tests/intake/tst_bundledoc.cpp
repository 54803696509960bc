// SPDX-License-Identifier: GPL-3.0-or-later
#include "intakedesk.h"

#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtTest/QTest>

namespace arb::tests {

using intake::ImportState;

/// What docs/bundle.md tells strangers to type must work as it stands there.
class TstBundleDoc : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWorkedExampleImports();
};

void TstBundleDoc::theWorkedExampleImports()
{
    QFile document(QStringLiteral(ARB_SOURCE_DIR "/docs/bundle.md"));
    QVERIFY(document.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(document.readAll());
    QString script;
    int blocks = 0;
    for (qsizetype at = text.indexOf(QStringLiteral("```bash\n")); at >= 0; at = text.indexOf(QStringLiteral("```bash\n"), at + 1)) {
        const qsizetype begin = at + 8;
        script += text.mid(begin, text.indexOf(QStringLiteral("```"), begin) - begin);
        ++blocks;
    }
    QCOMPARE(blocks, 3);
    // Where no zip is installed, the tool that builds this program packs the same files.
    const QString standIn = QStringLiteral("command -v zip >/dev/null || zip() { cmake -E tar cf \"$4\" --format=zip bagit.txt manifest-sha256.txt data; }\n");
    IntakeDesk desk;
    QProcess bash;
    bash.setWorkingDirectory(desk.folder.path());
    bash.start(QStringLiteral("bash"), {QStringLiteral("-euo"), QStringLiteral("pipefail"), QStringLiteral("-c"), QString(standIn + script)});
    QVERIFY(bash.waitForFinished());
    QVERIFY2(bash.exitCode() == 0, bash.readAllStandardError().constData());
    const auto folder = desk.import(desk.path(QStringLiteral("lamp"))).constFirst();
    QVERIFY2(folder.state == ImportState::Imported, qPrintable(intake::describe(folder)));
    const auto zip = desk.import(desk.path(QStringLiteral("lamp.arbcase"))).constFirst();
    QVERIFY2(zip.state == ImportState::AlreadyPresent, qPrintable(intake::describe(zip)));
    QCOMPARE(desk.record(QStringLiteral("EX-2026-0001")).file.order.product, QStringLiteral("Reading lamp"));
}

} // namespace arb::tests

QObject *make_tst_bundledoc();
QObject *make_tst_bundledoc()
{
    return new arb::tests::TstBundleDoc;
}

#include "tst_bundledoc.moc"
