// SPDX-License-Identifier: GPL-3.0-or-later
#include "intakedesk.h"

#include "bundlemaker.h"

#include <QtCore/QDirIterator>
#include <QtTest/QTest>

#include <unistd.h>

namespace arb::tests {

QJsonObject LengthInspector::inspect(int fd, domain::ExhibitKind kind)
{
    return {{QStringLiteral("length"), static_cast<qint64>(::lseek(fd, 0, SEEK_END))}, {QStringLiteral("kind"), domain::toCode(kind)}};
}

IntakeDesk::IntakeDesk()
{
    openVault();
}

IntakeDesk::~IntakeDesk() = default;

void IntakeDesk::openVault()
{
    vault.reset();
    auto opened = intake::Vault::open(path(QStringLiteral("vault")), 4711, [this](const QByteArray &sha256) {
        const auto referenced = store.isReferenced(sha256);
        return !referenced || *referenced;
    });
    if (!opened)
        qFatal("the vault does not open");
    vault = std::move(opened).value();
}

QList<intake::ImportResult> IntakeDesk::import(const QStringList &paths, intake::ImportOptions options)
{
    const usecases::Desk whole = desk();
    intake::ImportRun run(usecases::AdmitCases(whole), *vault, &inspector, std::move(options));
    return run(actor, paths);
}

intake::ImportResult IntakeDesk::importZip(const QByteArray &zip, intake::ImportOptions options)
{
    const QString file = path(QStringLiteral("input-%1.arbcase").arg(++m_counter));
    writeFile(file, zip);
    return import(file, std::move(options)).constFirst();
}

qint64 IntakeDesk::cases()
{
    usecases::QueueQuery all;
    all.view = usecases::QueueView::All;
    return store.queueCount(all).value();
}

QStringList IntakeDesk::objects() const
{
    return vaultObjects(folder.filePath(QStringLiteral("vault")));
}

QStringList IntakeDesk::leftovers()
{
    vault.reset();
    return vaultLeftovers(path(QStringLiteral("vault")));
}

usecases::CaseRecord IntakeDesk::record(const QString &caseNo)
{
    const auto found = store.find({}, caseNo);
    if (!found || found->size() != 1)
        qFatal("case %s is not there once", qPrintable(caseNo));
    return store.record(found->constFirst()).value();
}

QStringList vaultObjects(const QString &root)
{
    QStringList found;
    QDirIterator walk(root, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        walk.next();
        if (walk.fileName().size() == 64)
            found.append(walk.fileName());
    }
    found.sort();
    return found;
}

QStringList vaultLeftovers(const QString &root)
{
    QStringList found;
    QDirIterator walk(root + QStringLiteral("/incoming"), QDir::Files | QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (walk.hasNext())
        found.append(walk.next());
    return found;
}

void checkRefused(IntakeDesk &desk, const intake::ImportResult &result, intake::IntakeFault code, const QString &entry)
{
    QCOMPARE(domain::toCode(result.state), QStringLiteral("refused"));
    QVERIFY(result.error);
    QCOMPARE(QString(domain::toCode(result.error->code) + u' ' + result.error->detail).section(u' ', 0, 0), domain::toCode(code));
    if (!entry.isEmpty())
        QCOMPARE(result.error->entry, entry);
    QVERIFY(!intake::describe(*result.error).contains(QStringLiteral("%1")));
    QCOMPARE(desk.cases(), 0);
    QCOMPARE(desk.objects(), QStringList());
    QCOMPARE(desk.leftovers(), QStringList());
}

} // namespace arb::tests
