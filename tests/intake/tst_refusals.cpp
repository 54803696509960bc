// SPDX-License-Identifier: GPL-3.0-or-later
#include "badbundles.h"
#include "intakedesk.h"

#include <QtCore/QFile>
#include <QtCore/QSet>
#include <QtTest/QTest>

namespace arb::tests {

using intake::IntakeFault;

class TstRefusals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesAndKeepsNothing_data();
    void refusesAndKeepsNothing();
    void refusesTheSameInAFolder_data();
    void refusesTheSameInAFolder();
    void namesWhatTheyClashWith();
    void everyRefusalHasATestAndASentence();
};

void TstRefusals::refusesAndKeepsNothing_data()
{
    QTest::addColumn<int>("row");
    const QList<Bad> rows = allBad();
    for (int n = 0; n < rows.size(); ++n)
        QTest::newRow(rows.at(n).name) << n;
}

void TstRefusals::refusesAndKeepsNothing()
{
    QFETCH(int, row);
    const Bad bad = allBad().at(row);
    intake::ImportOptions options;
    if (bad.limits)
        bad.limits(options.limits);
    IntakeDesk desk;
    checkRefused(desk, desk.importZip(zipOf(bad.parts()), options), bad.code, bad.entry);
}

void TstRefusals::refusesTheSameInAFolder_data()
{
    QTest::addColumn<int>("row");
    const QList<Bad> rows = allBad();
    for (int n = 0; n < rows.size(); ++n) {
        if (rows.at(n).folder)
            QTest::newRow(rows.at(n).name) << n;
    }
}

void TstRefusals::refusesTheSameInAFolder()
{
    QFETCH(int, row);
    const Bad bad = allBad().at(row);
    intake::ImportOptions options;
    if (bad.limits)
        bad.limits(options.limits);
    IntakeDesk desk;
    const QString folder = desk.path(QStringLiteral("in.arbcase"));
    writeFolder(folder, bad.parts());
    // Which of two clashing names comes first is the zip's order here and the alphabet's there.
    // And a name too long is met on the way down already.
    const bool same = bad.code != IntakeFault::DuplicateName && bad.code != IntakeFault::PathTooLong;
    checkRefused(desk, desk.import(folder, options).constFirst(), bad.code, same ? bad.entry : QString());
}

void TstRefusals::namesWhatTheyClashWith()
{
    IntakeDesk desk;
    QList<ZipPart> parts = plainBundle().parts();
    parts.append(extra("data/evidence/PHOTO.png"));
    const auto result = desk.importZip(zipOf(parts));
    QCOMPARE(result.error->detail, QStringLiteral("data/evidence/photo.png"));
    QVERIFY(intake::describe(*result.error).contains(QStringLiteral("PHOTO.png")));
    const auto violated = desk.importZip(zipOf(bundleOf(withExhibit(plainCase(QStringLiteral("T-1")), 1, "kind", QStringLiteral("hologram"))).parts()));
    QVERIFY2(violated.error->detail.contains(QStringLiteral("/exhibits/1/kind")), qPrintable(violated.error->detail));
    // A name cannot smuggle places or hidden characters into the sentence.
    const QString sentence = intake::describe({IntakeFault::DuplicateName, QStringLiteral("%2\u202e"), QStringLiteral("%1")});
    QVERIFY2(sentence.contains(QStringLiteral("“%2\\u202e” and “%1”")), qPrintable(sentence));
}

void TstRefusals::everyRefusalHasATestAndASentence()
{
    QSet<QString> tested;
    for (const Bad &bad : allBad())
        tested.insert(domain::toCode(bad.code));
    // Tested above on their own, or in tst_import (stopped), tst_vault (our own side) and tst_bag (the seal, write_failed).
    for (const char *code : {"not_found", "unreadable", "not_a_bundle", "no_bundles", "not_allowed", "stopped", "no_space", "vault_not_writable",
                             "vault_broken", "container_changed", "write_failed", "store_busy", "store_read_only", "store_offline", "store_broken"})
        tested.insert(QString::fromLatin1(code));
    QFile document(QStringLiteral(ARB_SOURCE_DIR "/docs/bundle.md"));
    QVERIFY(document.open(QIODevice::ReadOnly));
    const QByteArray written = document.readAll();
    for (const auto &row : domain::codeTable<IntakeFault>()) {
        QVERIFY2(tested.contains(QString::fromLatin1(row.code)), row.code);
        QVERIFY2(intake::describe({row.value, QStringLiteral("x"), QStringLiteral("y")}) != QString::fromLatin1(row.code), row.code);
        QVERIFY2(written.contains(QByteArray('`' + QByteArray(row.code) + '`')), row.code);
    }
}

} // namespace arb::tests

QObject *make_tst_refusals();
QObject *make_tst_refusals()
{
    return new arb::tests::TstRefusals;
}

#include "tst_refusals.moc"
