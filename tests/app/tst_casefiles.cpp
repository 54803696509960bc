// SPDX-License-Identifier: GPL-3.0-or-later
#include "bundlebyhand.h"

#include <QtCore/QDir>
#include <QtCore/QDirIterator>
#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <memory>
#include <utility>

#include <sys/stat.h>

using namespace arb::tests;

/// Case files by the command line, in and out: supplements, sealed exports, what is shown of them, and the vault.
class TstCaseFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void refusedSupplementsLeaveNothing();
    void supplementsAreShownAndExported();
    void appealedRulingGoesAlong();
    void earlierRecordIsShownAndGoesOn();
    void marksAreShownAndGoAlong();
    void vaultIsNotMadeAnew();
    void bundlesAreImportedAndOpened();

private:
    Ran run(const QStringList &words) { return runArbiter(m_home->path(), m_at + words); }
    Ran as(const char *name, const QStringList &words) { return run(QStringList{QStringLiteral("--as"), QString::fromUtf8(name)} + words); }
    QJsonObject shown(const QString &caseNo)
    {
        return QJsonDocument::fromJson(run({QStringLiteral("show"), caseNo, QStringLiteral("--json")}).out).object();
    }
    /// Everything in the vault but its own papers.
    QStringList vaultFiles() const
    {
        QStringList names;
        QDirIterator walk(m_home->filePath(QStringLiteral("vault")), QDir::Files | QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
        while (walk.hasNext()) {
            walk.next();
            if (walk.fileName().size() > 20)
                names.append(walk.fileName());
        }
        names.sort();
        return names;
    }
    QString fileOf(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_home->filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("%s cannot be written", qPrintable(name));
        return file.fileName();
    }
    Ran supplement(const char *name, const QString &path, const QStringList &more = {})
    {
        return as(name, QStringList{QStringLiteral("supplement"), QStringLiteral("H-1"), QStringLiteral("--party"), QStringLiteral("buyer"), QStringLiteral("--file"), path} + more);
    }

    /// Opens another desk, at which everything goes on, and imports @p sealed there.
    Ran importElsewhere(const QString &sealed)
    {
        m_at[1] = QStringLiteral("sqlite:") + m_home->filePath(QStringLiteral("other.db"));
        m_at[3] = m_home->filePath(QStringLiteral("other-vault"));
        for (const QStringList &words : {QStringList{QStringLiteral("db"), QStringLiteral("init")},
                                         QStringList{QStringLiteral("user"), QStringLiteral("add"), QStringLiteral("许文"), QStringLiteral("--role"), QStringLiteral("supervisor")}}) {
            if (const Ran ran = run(words); ran.status != 0)
                return ran;
        }
        return as("许文", {QStringLiteral("import"), sealed});
    }

    std::unique_ptr<QTemporaryDir> m_home;
    QStringList m_at;
};

void TstCaseFiles::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    m_at = {QStringLiteral("--db"), QStringLiteral("sqlite:") + m_home->filePath(QStringLiteral("desk.db")), QStringLiteral("--vault"),
            m_home->filePath(QStringLiteral("vault"))};
    QCOMPARE(run({QStringLiteral("db"), QStringLiteral("init")}).status, 0);
    for (const auto &[name, role] : {std::pair("林晓", "reviewer"), std::pair("许文", "supervisor"), std::pair("郑重", "auditor"), std::pair("根", "admin")})
        QCOMPARE(run({QStringLiteral("user"), QStringLiteral("add"), QString::fromUtf8(name), QStringLiteral("--role"), QString::fromLatin1(role)}).status, 0);
    const Ran ran = as("林晓", {QStringLiteral("import"), writeBundle(m_home->filePath(QStringLiteral("in")), QStringLiteral("H-1"))});
    QVERIFY2(ran.status == 0, QByteArray(ran.out + ran.err).constData());
}

void TstCaseFiles::refusedSupplementsLeaveNothing()
{
    const QStringList before = vaultFiles();
    const QString words = fileOf(QStringLiteral("late.txt"), "found the receipt\n");
    Ran ran = supplement("郑重", words);
    QVERIFY2(ran.status == 1 && ran.err.contains("role"), ran.err.constData());
    QCOMPARE(vaultFiles(), before);
    ran = supplement("林晓", fileOf(QStringLiteral("empty.txt"), {}));
    QVERIFY2(ran.status == 1 && ran.err.contains("“empty.txt” is empty. Nothing was written."), ran.err.constData()); // one full stop, and a reason
    ran = supplement("林晓", fileOf(QStringLiteral("tune.wav"), QByteArray("RIFF\x10\0\0\0WAVEfmt ", 16)));
    QVERIFY2(ran.status == 1 && ran.err.contains("neither a picture"), ran.err.constData());
    ran = supplement("林晓", words, {QStringLiteral("--kind"), QStringLiteral("image")});
    QVERIFY2(ran.status == 1 && ran.err.contains("(image). Nothing"), ran.err.constData());
    QCOMPARE(::mkfifo(QFile::encodeName(m_home->filePath(QStringLiteral("pipe"))).constData(), 0600), 0);
    ran = supplement("林晓", m_home->filePath(QStringLiteral("pipe"))); // nobody writes into it: not waited for
    QVERIFY2(ran.status == 1 && ran.err.contains("neither a file nor a folder"), ran.err.constData());
    QCOMPARE(vaultFiles(), before);
    QCOMPARE(supplement("林晓", words).status, 0);
    QCOMPARE(vaultFiles().size(), before.size() + 1); // the bytes, and no session that somebody must look at again
}

void TstCaseFiles::supplementsAreShownAndExported()
{
    // Called as a file that the case has already, with other bytes.
    const QString words = fileOf(QStringLiteral("statement.TXT"), "call me: 13812345678\n");
    QCOMPARE(supplement("林晓", words, {QStringLiteral("--caption"), QStringLiteral("打 13812345678")}).status, 0);
    const QJsonArray exhibits = shown(QStringLiteral("H-1")).value(QLatin1String("exhibits")).toArray();
    QCOMPARE(exhibits.size(), 4);
    QCOMPARE(exhibits.at(3).toObject().value(QLatin1String("id")).toString(), QStringLiteral("S4"));
    QCOMPARE(exhibits.at(3).toObject().value(QLatin1String("caption")).toString(), QStringLiteral("打 138******78"));
    QVERIFY(!run({QStringLiteral("show"), QStringLiteral("H-1")}).out.contains("13812345678"));
    const QString sealed = m_home->filePath(QStringLiteral("H-1.arbcase"));
    Ran ran = as("许文", {QStringLiteral("export"), QStringLiteral("H-1"), QStringLiteral("--out"), sealed});
    QVERIFY2(ran.status == 0, ran.err.constData());
    QFile file(sealed);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.contains("data/evidence/S4.txt") && bytes.contains("call me: 13812345678"));
    ran = runArbiter(m_home->path(), {QStringLiteral("verify"), sealed});
    QVERIFY2(ran.status == 0, ran.err.constData());
}

/// The first ruling stays in force until another takes effect: so say show, the sealed export and whoever reads that.
void TstCaseFiles::appealedRulingGoesAlong()
{
    QCOMPARE(run({QStringLiteral("setting"), QStringLiteral("set"), QStringLiteral("recall_window_ms"), QStringLiteral("0"), QStringLiteral("--as"), QStringLiteral("根")}).status, 0);
    QCOMPARE(as("林晓", {QStringLiteral("claim"), QStringLiteral("H-1")}).status, 0);
    Ran ran = as("林晓", {QStringLiteral("rule"), QStringLiteral("H-1"), QStringLiteral("--file"), writeRuling(m_home->path(), QStringLiteral("H-1"), QStringLiteral("k-1"))});
    QVERIFY2(ran.status == 0, ran.err.constData());
    QCOMPARE(as("许文", {QStringLiteral("tasks"), QStringLiteral("run")}).status, 0);
    ran = as("林晓", {QStringLiteral("appeal"), QStringLiteral("H-1"), QStringLiteral("--by"), QStringLiteral("merchant"), QStringLiteral("--text"), QStringLiteral("new")});
    QVERIFY2(ran.status == 0, ran.err.constData());
    const QJsonObject appealed = shown(QStringLiteral("H-1"));
    QCOMPARE(appealed.value(QLatin1StringView("state")).toString(), QStringLiteral("Appealed"));
    QCOMPARE(appealed.value(QLatin1StringView("ruling")).toObject().value(QLatin1StringView("commandId")).toString(), QStringLiteral("k-1"));
    QCOMPARE(appealed.value(QLatin1StringView("findings")).toArray().size(), 1);
    const QString sealed = m_home->filePath(QStringLiteral("appealed.arbcase"));
    ran = as("许文", {QStringLiteral("export"), QStringLiteral("H-1"), QStringLiteral("--out"), sealed});
    QVERIFY2(ran.status == 0, ran.err.constData());
    ran = runArbiter(m_home->path(), {QStringLiteral("verify"), sealed, QStringLiteral("--json")});
    QVERIFY2(ran.status == 0 && ran.out.contains("\"ruling\":true"), QByteArray(ran.out + ran.err).constData());
}

void TstCaseFiles::earlierRecordIsShownAndGoesOn()
{
    QCOMPARE(as("林晓", {QStringLiteral("claim"), QStringLiteral("H-1")}).status, 0);
    Ran ran = as("林晓", {QStringLiteral("rule"), QStringLiteral("H-1"), QStringLiteral("--file"), writeRuling(m_home->path(), QStringLiteral("H-1"), QStringLiteral("k-1"))});
    QVERIFY2(ran.status == 0, ran.err.constData());
    const QString sealed = m_home->filePath(QStringLiteral("H-1.arbcase"));
    QCOMPARE(as("许文", {QStringLiteral("export"), QStringLiteral("H-1"), QStringLiteral("--out"), sealed}).status, 0);

    ran = importElsewhere(sealed);
    QVERIFY2(ran.status == 0, QByteArray(ran.out + ran.err).constData());
    QVERIFY2(ran.out.startsWith(sealed.toUtf8()), ran.out.constData()); // says which input became which case
    const QJsonObject earlier = shown(QStringLiteral("H-1")).value(QLatin1String("earlier")).toObject();
    QCOMPARE(earlier.value(QLatin1String("rulings")).toArray().at(0).toObject().value(QLatin1String("outcome")).toString(), QStringLiteral("return_and_refund"));
    const QJsonArray audit = earlier.value(QLatin1String("audit")).toArray();
    QCOMPARE(audit.at(audit.size() - 1).toObject().value(QLatin1String("action")).toString(), QStringLiteral("export"));
    const QByteArray text = run({QStringLiteral("show"), QStringLiteral("H-1")}).out;
    QVERIFY2(text.contains("Earlier record") && text.contains("签收不等于认可质量"), text.constData());
    // What that ruling cites is told in words beside it, not in the history only.
    const qsizetype cameIn = text.indexOf("Rulings that came in with the case");
    QVERIFY2(cameIn > 0 && text.indexOf("cites ", cameIn) > cameIn && text.indexOf("cites ", cameIn) < text.indexOf("Earlier record"), text.constData());
    const QString again = m_home->filePath(QStringLiteral("again.arbcase"));
    ran = as("许文", {QStringLiteral("export"), QStringLiteral("H-1"), QStringLiteral("--out"), again});
    QVERIFY2(ran.status == 0, ran.err.constData());
    QFile file(again);
    QVERIFY(file.open(QIODevice::ReadOnly) && file.readAll().contains("data/earlier-rulings.jsonl"));
    QCOMPARE(runArbiter(m_home->path(), {QStringLiteral("verify"), again}).status, 0);
}

void TstCaseFiles::marksAreShownAndGoAlong()
{
    const auto mark = [this](const char *who, const QStringList &more) { return as(who, QStringList{QStringLiteral("mark"), QStringLiteral("H-1")} + more); };
    const QStringList box{QStringLiteral("--exhibit"), QStringLiteral("b1"), QStringLiteral("--shape"), QStringLiteral("rectangle")};
    Ran ran = mark("林晓", box + QStringList{QStringLiteral("--at"), QStringLiteral("100,50,200,120"), QStringLiteral("--note"), QStringLiteral("the crack, 打 13812345678"), QStringLiteral("--json")});
    QVERIFY2(ran.status == 0, ran.err.constData());
    const QString id = QJsonDocument::fromJson(ran.out).object().value(QLatin1StringView("mark")).toString();
    QVERIFY(id.toLongLong() > 0);
    QCOMPARE(mark("林晓", {QStringLiteral("--exhibit"), QStringLiteral("b1"), QStringLiteral("--shape"), QStringLiteral("arrow"), QStringLiteral("--at"), QStringLiteral("1,1,30,40")}).status, 0);
    QCOMPARE(mark("林晓", box + QStringList{QStringLiteral("--at"), QStringLiteral("1,2,3")}).status, 2);
    QCOMPARE(mark("林晓", box).status, 2); // where?
    QCOMPARE(mark("林晓", box + QStringList{QStringLiteral("--at"), QStringLiteral("600,50,41,10")}).status, 1); // the picture is 640 wide
    QCOMPARE(mark("林晓", box + QStringList{QStringLiteral("--at"), QStringLiteral("1,1,5,5"), QStringLiteral("--page"), QStringLiteral("1")}).status, 1);
    QCOMPARE(mark("郑重", box + QStringList{QStringLiteral("--at"), QStringLiteral("1,1,5,5")}).status, 1);

    const QJsonArray marks = shown(QStringLiteral("H-1")).value(QLatin1StringView("marks")).toArray();
    QCOMPARE(marks.size(), 2);
    const QJsonObject first = marks.at(0).toObject();
    QCOMPARE(first.value(QLatin1StringView("id")).toString(), id);
    QCOMPARE(first.value(QLatin1StringView("exhibit")).toString(), QStringLiteral("b1"));
    QVERIFY(first.value(QLatin1StringView("page")).isNull());
    QCOMPARE(first.value(QLatin1StringView("shape")).toString(), QStringLiteral("rectangle"));
    QCOMPARE(first.value(QLatin1StringView("points")).toArray(), (QJsonArray{QJsonArray{100, 50}, QJsonArray{300, 170}}));
    QCOMPARE(first.value(QLatin1StringView("by")).toString(), QStringLiteral("林晓"));
    const QByteArray text = run({QStringLiteral("show"), QStringLiteral("H-1")}).out;
    QVERIFY2(text.contains(id.toLatin1()) && text.contains("the crack") && !text.contains("13812345678"), text.constData());

    const QString sealed = m_home->filePath(QStringLiteral("marked.arbcase"));
    ran = as("许文", {QStringLiteral("export"), QStringLiteral("H-1"), QStringLiteral("--out"), sealed});
    QVERIFY2(ran.status == 0, ran.err.constData());
    QCOMPARE(runArbiter(m_home->path(), {QStringLiteral("verify"), sealed}).status, 0);
    QCOMPARE(run({QStringLiteral("verify"), QStringLiteral("--audit")}).status, 0);

    ran = importElsewhere(sealed);
    QVERIFY2(ran.status == 0, QByteArray(ran.out + ran.err).constData());
    QCOMPARE(shown(QStringLiteral("H-1")).value(QLatin1StringView("marks")).toArray(), marks);
    // What came along can be taken away by a supervisor, and the rest still goes on.
    QCOMPARE(mark("许文", {QStringLiteral("--remove"), id}).status, 0);
    QCOMPARE(mark("许文", {QStringLiteral("--remove"), id}).status, 1);
    QCOMPARE(shown(QStringLiteral("H-1")).value(QLatin1StringView("marks")).toArray().size(), 1);
    const QString again = m_home->filePath(QStringLiteral("again.arbcase"));
    ran = as("许文", {QStringLiteral("export"), QStringLiteral("H-1"), QStringLiteral("--out"), again});
    QVERIFY2(ran.status == 0, ran.err.constData());
    QCOMPARE(runArbiter(m_home->path(), {QStringLiteral("verify"), again}).status, 0);
}

void TstCaseFiles::vaultIsNotMadeAnew()
{
    m_at[3] = m_home->filePath(QStringLiteral("fresh"));
    QVERIFY(QDir().mkpath(m_at.at(3)));
    const QStringList import{QStringLiteral("import"), writeBundle(m_home->filePath(QStringLiteral("in")), QStringLiteral("H-2"))};
    Ran ran = as("林晓", import);
    QVERIFY2(ran.status == 1 && ran.err.contains("Nothing was changed") && ran.err.contains("--vault FOLDER"), ran.err.constData());
    QVERIFY(QDir(m_at.at(3)).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
    ran = as("林晓", QStringList{QStringLiteral("--new-vault")} + import); // asked for
    QVERIFY2(ran.status == 0, ran.err.constData());
}

void TstCaseFiles::bundlesAreImportedAndOpened()
{
    const QString bundle = writeBundle(m_home->filePath(QStringLiteral("other")), QStringLiteral("H-2"));
    for (const QString &what : {bundle, bundle, QStringLiteral("H-2")}) { // new, present already, by its number
        const Ran ran = run({QStringLiteral("--self-test"), QStringLiteral("open"), what});
        QVERIFY2(ran.status == 0, QByteArray(ran.out + ran.err).constData());
        QCOMPARE(shown(QStringLiteral("H-2")).value(QLatin1StringView("state")).toString(), QStringLiteral("Queued"));
    }
    const Ran broken = run({QStringLiteral("--self-test"), QStringLiteral("open"), fileOf(QStringLiteral("broken.arbcase"), "no bundle")});
    QCOMPARE(broken.status, 1);
    QVERIFY2(broken.err.contains("broken.arbcase"), broken.err.constData());
    const Ran nothing = run({QStringLiteral("--self-test"), QStringLiteral("open"), QStringLiteral("H-9")});
    QCOMPARE(nothing.status, 1);
    QVERIFY2(nothing.err.contains("H-9"), nothing.err.constData());
    for (const char *path : {"/nowhere/H-9.arbcase", "H-9.arbcase"}) {
        const Ran missing = run({QStringLiteral("--self-test"), QStringLiteral("open"), QString::fromLatin1(path)});
        QCOMPARE(missing.status, 1);
        QVERIFY2(missing.err.contains(path) && missing.err.contains("no file") && !missing.err.contains("case number"), missing.err.constData());
    }
    QCOMPARE(as("郑重", {QStringLiteral("--self-test"), QStringLiteral("open"), writeBundle(m_home->filePath(QStringLiteral("third")), QStringLiteral("H-3"))}).status, 1);
}

QObject *make_tst_casefiles();
QObject *make_tst_casefiles()
{
    return new TstCaseFiles;
}

#include "tst_casefiles.moc"
