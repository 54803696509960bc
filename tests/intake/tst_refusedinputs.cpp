// SPDX-License-Identifier: GPL-3.0-or-later
#include "badbundles.h"
#include "intakedesk.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QtEndian>
#include <QtTest/QTest>

#include <sys/stat.h>

namespace arb::tests {

using intake::IntakeFault;

/// Inputs that are refused as a whole: no bundles, broken zips, folders with links, people without the right.
class TstRefusedInputs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesLinksAndPipesInAFolder();
    void refusesWhatIsNoBundle();
    void refusesBrokenZips_data();
    void refusesBrokenZips();
    void refusesOverlappingEntries();
    void refusesWhoMayNotImport();
};

void TstRefusedInputs::refusesLinksAndPipesInAFolder()
{
    const QList<ZipPart> parts = plainBundle().parts();
    {
        IntakeDesk desk;
        const QString folder = desk.path(QStringLiteral("in"));
        writeFolder(folder, parts);
        QVERIFY(QFile::rename(folder + QStringLiteral("/data/evidence/photo.png"), desk.path(QStringLiteral("photo.png"))));
        QVERIFY(QFile::link(desk.path(QStringLiteral("photo.png")), folder + QStringLiteral("/data/evidence/photo.png")));
        checkRefused(desk, desk.import(folder).constFirst(), IntakeFault::Link, QStringLiteral("data/evidence/photo.png"));
    }
    {
        IntakeDesk desk;
        const QString folder = desk.path(QStringLiteral("in"));
        writeFolder(folder, parts);
        QVERIFY(QDir().rename(folder + QStringLiteral("/data/evidence"), desk.path(QStringLiteral("evidence"))));
        QVERIFY(QFile::link(desk.path(QStringLiteral("evidence")), folder + QStringLiteral("/data/evidence")));
        checkRefused(desk, desk.import(folder).constFirst(), IntakeFault::Link, QStringLiteral("data/evidence"));
    }
    {
        IntakeDesk desk;
        const QString folder = desk.path(QStringLiteral("in"));
        writeFolder(folder, parts);
        QCOMPARE(::mkfifo(QFile::encodeName(folder + QStringLiteral("/data/evidence/pipe")).constData(), 0600), 0);
        checkRefused(desk, desk.import(folder).constFirst(), IntakeFault::SpecialFile, QStringLiteral("data/evidence/pipe"));
    }
}

void TstRefusedInputs::refusesWhatIsNoBundle()
{
    IntakeDesk desk;
    const auto code = [&desk](const QString &path) {
        const QList<intake::ImportResult> results = desk.import(path);
        return results.size() == 1 && results.constFirst().error ? domain::toCode(results.constFirst().error->code) : QStringLiteral("?");
    };
    writeFile(desk.path(QStringLiteral("hello.txt")), "hello");
    QDir().mkpath(desk.path(QStringLiteral("empty")));
    writeFile(desk.path(QStringLiteral("none.jsonl")), "\n\n");
    QCOMPARE(::mkfifo(QFile::encodeName(desk.path(QStringLiteral("pipe.arbcase"))).constData(), 0600), 0);
    QCOMPARE(code(desk.path(QStringLiteral("nowhere"))), QStringLiteral("not_found"));
    QCOMPARE(code(desk.path(QStringLiteral("hello.txt"))), QStringLiteral("not_a_bundle"));
    QCOMPARE(code(desk.path(QStringLiteral("empty"))), QStringLiteral("no_bundles"));
    QCOMPARE(code(desk.path(QStringLiteral("none.jsonl"))), QStringLiteral("no_bundles"));
    QCOMPARE(code(desk.path(QStringLiteral("pipe.arbcase"))), QStringLiteral("special_file"));
    QCOMPARE(code(QStringLiteral("/dev/null")), QStringLiteral("special_file"));
}

void TstRefusedInputs::refusesBrokenZips_data()
{
    QTest::addColumn<QByteArray>("zip");
    const QByteArray good = zipOf(plainBundle().parts());
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("words") << QByteArray("PK hello");
    QTest::newRow("cut") << good.chopped(1);
    QTest::newRow("half") << good.first(good.size() / 2);
    QTest::newRow("something before") << QByteArray("x" + good);
    QTest::newRow("something after") << QByteArray(good + "x");
    QByteArray directory = good;
    directory[good.size() - 6] = static_cast<char>(directory.at(good.size() - 6) + 1); // where the directory begins
    QTest::newRow("directory moved") << directory;
    QByteArray count = good;
    count[good.size() - 12] = 99;
    count[good.size() - 14] = 99;
    QTest::newRow("more entries than there are") << count;
    QByteArray local = good;
    local[0] = 'X';
    QTest::newRow("first header gone") << local;
}

void TstRefusedInputs::refusesBrokenZips()
{
    QFETCH(QByteArray, zip);
    IntakeDesk desk;
    checkRefused(desk, desk.importZip(zip), IntakeFault::BadZip, {});
}

void TstRefusedInputs::refusesOverlappingEntries()
{
    // Ten directory entries that all point at the same packed megabyte.
    QList<ZipPart> parts{extra("data/evidence/a", QByteArray(1024 * 1024, 'x'))};
    QByteArray zip = zipOf(parts);
    const qsizetype start = zip.indexOf("PK\x01\x02");
    const qsizetype end = zip.lastIndexOf("PK\x05\x06");
    const QByteArray one = zip.sliced(start, end - start);
    QByteArray directory;
    for (char c = 'a'; c < 'k'; ++c)
        directory += QByteArray(one).replace("evidence/a", QByteArray(QByteArray("evidence/") + c));
    QByteArray tail = zip.sliced(end);
    tail[8] = tail[10] = 10;
    qToLittleEndian<quint32>(static_cast<quint32>(directory.size()), tail.data() + 12);
    zip = zip.first(start) + directory + tail;
    IntakeDesk desk;
    checkRefused(desk, desk.importZip(zip), IntakeFault::TooCompressed, QStringLiteral("data/evidence/b"));
}

void TstRefusedInputs::refusesWhoMayNotImport()
{
    IntakeDesk desk;
    desk.actor = {};
    desk.actor.person.role = usecases::Role::Auditor;
    desk.actor.person.name = QStringLiteral("eve");
    checkRefused(desk, desk.importZip(zipOf(plainBundle().parts())), IntakeFault::NotAllowed, {});
}

} // namespace arb::tests

QObject *make_tst_refusedinputs();
QObject *make_tst_refusedinputs()
{
    return new arb::tests::TstRefusedInputs;
}

#include "tst_refusedinputs.moc"
