// SPDX-License-Identifier: GPL-3.0-or-later
#include "bundlemaker.h"
#include "intakedesk.h"

#include <domain/canonicaljson.h>

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtTest/QTest>

#include <csignal>
#include <functional>

#include <sys/wait.h>
#include <unistd.h>

namespace arb::tests {

using intake::StagedFile;
using intake::Vault;
using usecases::VaultError;

namespace {

QByteArray digestOf(const QByteArray &bytes)
{
    return domain::sha256Hex(bytes);
}

/// Runs @p act in a process of its own that dies by SIGKILL at the end of it, like a power cut of the program.
void inKilledProcess(const std::function<void()> &act)
{
    const pid_t child = ::fork();
    if (child == 0) {
        act();
        ::kill(::getpid(), SIGKILL);
    }
    int status = 0;
    QCOMPARE(::waitpid(child, &status, 0), child);
    QVERIFY(WIFSIGNALED(status));
}

/// Ends a child whose setting up failed, so that the parent sees an exit instead of a signal.
template<typename T>
void need(const T &result)
{
    if (!result)
        ::_exit(1);
}

} // namespace

class TstVault : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keepsAndGivesBytes();
    void refusesOtherBytesThanNamed();
    void findsEveryDamage();
    void putsDamageRight();
    void belongsToOneDatabase();
    void leavesStrangeFoldersAlone();
    void isNotMadeAnewForADeskWithEvidence();
    void undoesWhatADeadProcessLeft_data();
    void undoesWhatADeadProcessLeft();
    void leavesTheLivingAlone();
    void withdrawsOnlyWhatNobodyWants();
    void sharesBytesBetweenSessions();
    void publishesManyAtOnce();
    void ignoresHalfAJournalLine();

private:
    std::unique_ptr<Vault> open(qint64 id = 1);
    QString root() const { return m_folder->filePath(QStringLiteral("vault")); }

    std::unique_ptr<QTemporaryDir> m_folder;
    QSet<QByteArray> m_rows; ///< digests that rows refer to
};

void TstVault::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_rows.clear();
}

std::unique_ptr<Vault> TstVault::open(qint64 id)
{
    auto vault = Vault::open(root(), id, [this](const QByteArray &sha256) { return m_rows.contains(sha256); });
    if (!vault)
        qFatal("the vault does not open: %d", int(vault.error()));
    return std::move(vault).value();
}

void TstVault::keepsAndGivesBytes()
{
    const auto vault = open();
    const auto digest = vault->putBytes("hello");
    QVERIFY(digest);
    QCOMPARE(*digest, digestOf("hello"));
    QVERIFY(vault->contains(*digest));
    QCOMPARE(vault->read(*digest).value(), QByteArray("hello"));
    const auto fd = vault->open(*digest);
    QVERIFY(fd);
    char bytes[8] = {};
    QCOMPARE(::read(*fd, bytes, sizeof bytes), 5);
    ::close(*fd);
    QCOMPARE(vault->pathOf(*digest), QString(root() + u'/' + QString::fromLatin1(digest->first(2)) + u'/' + QString::fromLatin1(*digest)));
    QCOMPARE(vault->open(digestOf("other")).error(), VaultError::Missing);
    QCOMPARE(vault->open("../../etc/passwd").error(), VaultError::Missing);
    QVERIFY(!vault->contains("../../etc/passwd"));
}

void TstVault::refusesOtherBytesThanNamed()
{
    const auto vault = open();
    const QString path = m_folder->filePath(QStringLiteral("file"));
    writeFile(path, "hello");
    QCOMPARE(vault->putFile(path, digestOf("other")).error(), VaultError::Damaged);
    QCOMPARE(vaultObjects(root()), QStringList());
    QVERIFY(vault->putFile(path, digestOf("hello")));
    QCOMPARE(vaultObjects(root()), QStringList{QString::fromLatin1(digestOf("hello"))});
    QCOMPARE(vault->putFile(m_folder->filePath(QStringLiteral("none")), digestOf("hello")).error(), VaultError::Missing);
}

void TstVault::findsEveryDamage()
{
    const auto vault = open();
    const QByteArray bytes = "twelve bytes";
    const QByteArray digest = vault->putBytes(bytes).value();
    const QString path = vault->pathOf(digest);
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    for (qsizetype at = 0; at < bytes.size(); ++at) {
        for (int bit = 0; bit < 8; ++bit) {
            QByteArray other = bytes;
            other[at] = static_cast<char>(other.at(at) ^ (1 << bit));
            writeFile(path, other);
            QCOMPARE(vault->open(digest).error(), VaultError::Damaged);
        }
    }
    writeFile(path, bytes + '\0');
    QCOMPARE(vault->open(digest).error(), VaultError::Damaged);
    writeFile(path, {});
    QCOMPARE(vault->open(digest).error(), VaultError::Damaged);
    QStringList bad;
    vault->eachObject([&bad](const QByteArray &sha256, bool intact) {
        if (!intact)
            bad.append(QString::fromLatin1(sha256));
        return true;
    });
    QCOMPARE(bad, QStringList{QString::fromLatin1(digest)});
    QVERIFY(QFile::remove(path) && QFile::link(QStringLiteral("/etc/passwd"), path));
    QVERIFY(!vault->open(digest));
}

void TstVault::putsDamageRight()
{
    const auto vault = open();
    const QByteArray digest = vault->putBytes("hello").value();
    QFile::setPermissions(vault->pathOf(digest), QFile::ReadOwner | QFile::WriteOwner);
    writeFile(vault->pathOf(digest), "jello");
    QVERIFY(!vault->open(digest));
    QVERIFY(vault->putBytes("hello"));
    QCOMPARE(vault->read(digest).value(), QByteArray("hello"));
}

void TstVault::belongsToOneDatabase()
{
    open(1);
    open(1);
    const auto other = Vault::open(root(), 2, [](const QByteArray &) { return false; });
    QCOMPARE(other.error(), VaultError::WrongDatabase);
}

void TstVault::leavesStrangeFoldersAlone()
{
    writeFile(root() + QStringLiteral("/thesis.txt"), "x");
    const auto vault = Vault::open(root(), 1, [](const QByteArray &) { return false; });
    QCOMPARE(vault.error(), VaultError::WrongDatabase);
    QVERIFY(!QFile::exists(root() + QStringLiteral("/vault.json")));
}

void TstVault::isNotMadeAnewForADeskWithEvidence()
{
    const auto none = [](const QByteArray &) { return false; };
    QCOMPARE(Vault::open(root(), 1, none, false).error(), VaultError::Strange);
    QVERIFY(!QFile::exists(root()) || QDir(root()).isEmpty()); // and nothing is stamped
    QVERIFY(Vault::open(root(), 1, none, true));
    QVERIFY(Vault::open(root(), 1, none, false)); // it is the desk's by now
}

void TstVault::undoesWhatADeadProcessLeft_data()
{
    QTest::addColumn<bool>("published");
    QTest::addColumn<bool>("hasRow");
    QTest::addColumn<int>("kept");
    QTest::newRow("killed while writing") << false << false << 0;
    QTest::newRow("killed before the row") << true << false << 0;
    QTest::newRow("killed after the row") << true << true << 1;
}

void TstVault::undoesWhatADeadProcessLeft()
{
    QFETCH(bool, published);
    QFETCH(bool, hasRow);
    QFETCH(int, kept);
    open();
    inKilledProcess([&] {
        const auto vault = open();
        auto staged = vault->stage();
        need(staged);
        need(staged->write("hello"));
        StagedFile *files[] = {&*staged};
        if (published)
            need(vault->publish(files));
        ::kill(::getpid(), SIGKILL);
    });
    QVERIFY(!vaultLeftovers(root()).isEmpty());
    QCOMPARE(vaultObjects(root()).size(), published ? 1 : 0);
    if (hasRow)
        m_rows.insert(digestOf("hello"));
    const auto vault = open();
    QCOMPARE(vaultLeftovers(root()), QStringList());
    QCOMPARE(vaultObjects(root()).size(), kept);
}

void TstVault::leavesTheLivingAlone()
{
    const auto living = open();
    QVERIFY(living->putBytes("hello")); // its row comes a moment later
    auto staged = living->stage();
    QVERIFY(staged && staged->write("more"));
    const auto other = open();
    QVERIFY(other->contains(digestOf("hello")));
    StagedFile *files[] = {&*staged};
    QVERIFY(living->publish(files));
    QVERIFY(other->contains(digestOf("more")));
}

void TstVault::withdrawsOnlyWhatNobodyWants()
{
    const auto vault = open();
    for (const char *text : {"refused", "twice", "twice", "known"})
        QVERIFY(vault->putBytes(text));
    m_rows.insert(digestOf("known"));
    vault->withdraw({digestOf("refused"), digestOf("twice"), digestOf("known")});
    QVERIFY(!vault->contains(digestOf("refused")));
    QVERIFY(vault->contains(digestOf("twice"))); // the second one still waits for its row
    QVERIFY(vault->contains(digestOf("known")));
    vault->withdraw({digestOf("twice")});
    QVERIFY(!vault->contains(digestOf("twice")));
}

void TstVault::sharesBytesBetweenSessions()
{
    // Two imports bring the same file; the one that is refused must not take it from the other.
    const auto first = open();
    const auto second = open();
    QVERIFY(first->putBytes("shared") && second->putBytes("shared"));
    first->withdraw({digestOf("shared")});
    QVERIFY(second->contains(digestOf("shared")));
    m_rows.insert(digestOf("shared"));
    second->settle({digestOf("shared")});
    const auto third = open();
    QVERIFY(third->contains(digestOf("shared")));
}

void TstVault::publishesManyAtOnce()
{
    const auto vault = open();
    std::vector<StagedFile> files;
    std::vector<StagedFile *> places;
    QList<QByteArray> digests;
    for (int n = 0; n < 200; ++n) {
        auto staged = vault->stage();
        QVERIFY(staged && staged->write(QByteArray::number(n)));
        staged->close();
        digests.append(staged->sha256());
        files.push_back(std::move(*staged));
    }
    for (StagedFile &file : files)
        places.push_back(&file);
    QVERIFY(vault->publish(places));
    for (int n = 0; n < 200; ++n)
        QCOMPARE(vault->read(digests.at(n)).value(), QByteArray::number(n));
    vault->settle(digests);
}

void TstVault::ignoresHalfAJournalLine()
{
    const auto vault = open();
    QVERIFY(vault->putBytes("hello"));
    m_rows.clear();
    const QByteArray digest = digestOf("hello");
    writeFile(root() + QStringLiteral("/incoming/old/journal"), QByteArray(digest.first(40)));
    writeFile(root() + QStringLiteral("/incoming/older/journal"), "../../../etc/passwd\n" + QByteArray(1000, 'x') + '\n');
    open();
    QVERIFY(vault->contains(digest));
    QVERIFY(!QFile::exists(root() + QStringLiteral("/incoming/old")));
    QVERIFY(!QFile::exists(root() + QStringLiteral("/incoming/older")));
}

} // namespace arb::tests

QObject *make_tst_vault();
QObject *make_tst_vault()
{
    return new arb::tests::TstVault;
}

#include "tst_vault.moc"
