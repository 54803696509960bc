// SPDX-License-Identifier: GPL-3.0-or-later
#include "clidesk.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QProcess>
#include <QtCore/QScopeGuard>

using namespace arb::tests;

/// `letter` as a script sees it, on both databases: refused before there is a ruling, written once, and silent of the other side.
class TstLetterVerb : public QObject, private CliDesk
{
    Q_OBJECT

private Q_SLOTS:
    void refuses_data() { engines(); }
    void refuses();
    void writes_data() { engines(); }
    void writes();
    void namesTheFileItself();

private:
    static void engines()
    {
        QTest::addColumn<bool>("server");
        QTest::newRow("sqlite") << false;
        QTest::newRow("postgresql") << true;
    }
    /// One case, ruled by lin.
    void makeRuledDesk(bool server)
    {
        makeDesk({QStringLiteral("H-1")}, server);
        const QString ruling = writeRuling(home(), QStringLiteral("H-1"), QStringLiteral("cmd-4711"));
        for (const QString &line : {QStringLiteral("--as lin claim H-1"), QStringLiteral("--as lin rule H-1 --file %1").arg(ruling)}) {
            const Ran ran = run(line);
            if (ran.status != 0)
                qFatal("%s", ran.err.constData());
        }
    }
    /// What it says, without blanks: lines end where the page does.
    QString textOf(const char *name) const
    {
        QProcess reader;
        reader.start(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), path(name), QStringLiteral("-")});
        QString text = reader.waitForFinished() ? QString::fromUtf8(reader.readAllStandardOutput()) : QString();
        text.removeIf([](QChar c) { return c.isSpace(); });
        return text;
    }
    QString attachedTo(const char *name) const
    {
        const QTemporaryDir dir;
        QProcess detach;
        detach.start(QStringLiteral("pdfdetach"), {QStringLiteral("-saveall"), QStringLiteral("-o"), dir.path(), path(name)});
        QFile file(dir.filePath(QStringLiteral("ruling.json")));
        return detach.waitForFinished() && file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }
};

void TstLetterVerb::refuses()
{
    QFETCH(bool, server);
    makeDesk({QStringLiteral("H-1")}, server);
    Ran ran = run(QStringLiteral("--as lin letter H-1 --party buyer --out HOME/l.pdf"));
    QCOMPARE(ran.status, 1);
    QVERIFY2(ran.err.contains("No ruling is in effect in this case, so there is no letter about it.\n"), ran.err.constData());
    QVERIFY(!QFile::exists(path("l.pdf")));
    for (const char *line : {"--as lin letter H-1", "--as lin letter H-1 --party creator", "--as lin letter H-1 --party nobody", "--as lin letter --party buyer",
                             "--as lin letter H-1 --party buyer more"}) {
        ran = run(QString::fromLatin1(line));
        QVERIFY2(ran.status == 2 && !ran.err.isEmpty(), line);
    }
    QCOMPARE(run(QStringLiteral("--as lin letter H-9 --party buyer")).status, 1);
}

void TstLetterVerb::writes()
{
    QFETCH(bool, server);
    makeRuledDesk(server);
    Ran ran = run(QStringLiteral("--as lin --json letter H-1 --party buyer --out HOME/buyer.pdf"));
    QVERIFY2(ran.status == 0, ran.err.constData());
    const QJsonObject answer = QJsonDocument::fromJson(ran.out).object();
    QCOMPARE(answer.value(QLatin1String("file")).toString(), path("buyer.pdf"));
    QCOMPARE(answer.value(QLatin1String("party")).toString(), QStringLiteral("buyer"));
    ran = run(QStringLiteral("--as lin --lang zh_CN letter H-1 --party merchant --out HOME/merchant.pdf"));
    QVERIFY2(ran.status == 0, ran.err.constData());

    const QString buyer = textOf("buyer.pdf"), merchant = textOf("merchant.pdf");
    QVERIFY2(buyer.contains(QStringLiteral("Casenumber:H-1")) && buyer.contains(QStringLiteral("¥88.00")) && buyer.contains(QStringLiteral("b-1")), qPrintable(buyer));
    for (const QString &text : {buyer, merchant}) {
        QVERIFY2(text.contains(QStringLiteral("签收不等于认可质量，裂口清楚可见，商家没有反证。")), qPrintable(text));
        QVERIFY2(!text.contains(QStringLiteral("王小明")) && !text.contains(QStringLiteral("13812345634")), qPrintable(text));
    }
    const QString ofBuyer = attachedTo("buyer.pdf"), ofMerchant = attachedTo("merchant.pdf");
    QCOMPARE(QJsonDocument::fromJson(ofBuyer.toUtf8()).object().value(QLatin1String("refundFen")).toInt(), 8800);
    QCOMPARE(QJsonDocument::fromJson(ofMerchant.toUtf8()).object().value(QLatin1String("outcome")).toString(), QStringLiteral("return_and_refund"));
    for (const char *words : {"清河杯业", "m-1"})
        QVERIFY2(!buyer.contains(QString::fromUtf8(words)) && !ofBuyer.contains(QString::fromUtf8(words)), words);
    for (const char *words : {"b-1", "cmd-4711", "按现有证据"})
        QVERIFY2(!merchant.contains(QString::fromUtf8(words)) && !ofMerchant.contains(QString::fromUtf8(words)), words);

    // What is there is not lost by mistake.
    ran = run(QStringLiteral("--as lin letter H-1 --party merchant --out HOME/buyer.pdf"));
    QVERIFY2(ran.status == 1 && ran.err.contains("exists already"), ran.err.constData());
    QCOMPARE(textOf("buyer.pdf"), buyer);
    QCOMPARE(run(QStringLiteral("--as lin letter H-1 --party buyer --force --out HOME/buyer.pdf")).status, 0);
    ran = run(QStringLiteral("--as lin letter H-1 --party buyer --out HOME/none/l.pdf"));
    QVERIFY2(ran.status == 1 && ran.err.contains("cannot be written"), ran.err.constData());
}

void TstLetterVerb::namesTheFileItself()
{
    makeRuledDesk(false);
    const QString before = QDir::currentPath();
    const auto back = qScopeGuard([&before] { QDir::setCurrent(before); });
    QVERIFY(QDir::setCurrent(home()));
    const Ran ran = run(QStringLiteral("--as lin letter H-1 --party merchant"));
    QVERIFY2(ran.status == 0 && ran.out.contains("letter-H-1-merchant.pdf"), ran.err.constData());
    QVERIFY(QFile::exists(path("letter-H-1-merchant.pdf")));
}

QObject *make_tst_letterverb();
QObject *make_tst_letterverb()
{
    return new TstLetterVerb;
}

#include "tst_letterverb.moc"
