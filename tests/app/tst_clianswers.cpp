// SPDX-License-Identifier: GPL-3.0-or-later
#include "clidesk.h"

#include <QtCore/QDir>
#include <QtCore/QDirIterator>
#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QProcess>
#include <QtSql/QSqlDatabase>
#include <QtSql/QSqlQuery>

#include <csignal>

using namespace arb::tests;

/// What a script sees of the program: JSON where it asked for it, the status, sentences that are true, and a clean end
/// when it is interrupted.
class TstCliAnswers : public QObject, private CliDesk
{
    Q_OBJECT

private Q_SLOTS:
    void init() { makeDesk({QStringLiteral("H-1")}); }
    void answersInJson_data();
    void answersInJson();
    void endsWithTheRightStatus_data();
    void endsWithTheRightStatus();
    void promisesNoDraft();
    void saysWhatWasNotLetGo();
    void saysWhatToDoNext_data();
    void saysWhatToDoNext();
    void completesWords_data();
    void completesWords();
    void overwritesNoExport();
    void saysWhoseTurnItIs();
    void countsOneAsOne();
    void speaksChinese_data();
    void speaksChinese();
    void stopsCleanly_data();
    void stopsCleanly();

private:
    /// Runs @p sql past the program on a file of the home, which is made where it is missing.
    bool execute(const char *name, const QString &sql) const
    {
        bool done = false;
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("aside"));
            database.setDatabaseName(path(name));
            done = database.open() && QSqlQuery(database).exec(sql);
        }
        QSqlDatabase::removeDatabase(QStringLiteral("aside"));
        return done;
    }
};

void TstCliAnswers::answersInJson_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("key");
    QTest::newRow("user disable") << QStringLiteral("--as root user disable chen") << QStringLiteral("enabled");
    QTest::newRow("db backup") << QStringLiteral("db backup HOME/copy.db") << QStringLiteral("file");
    QTest::newRow("db restore") << QStringLiteral("db restore HOME/saved.db") << QStringLiteral("before");
    QTest::newRow("calendar add") << QStringLiteral("--as root calendar add HOME/2028.json") << QStringLiteral("replaced");
    QTest::newRow("conflict add") << QStringLiteral("--as root conflict add lin douyin:m-1") << QStringLiteral("merchant");
    QTest::newRow("setting set") << QStringLiteral("--as root setting set lease_ms 60000") << QStringLiteral("value");
}

void TstCliAnswers::answersInJson()
{
    QFETCH(QString, line);
    QFETCH(QString, key);
    QCOMPARE(run(QStringLiteral("db backup HOME/saved.db")).status, 0);
    QFile year(path("2028.json"));
    QVERIFY(year.open(QIODevice::WriteOnly));
    year.write(R"({"format":1,"year":2028,"source":"x","holidays":["2028-01-01"],"makeUpWorkingDays":[]})");
    year.close();
    const Ran ran = run(line + QStringLiteral(" --json"));
    QVERIFY2(ran.status == 0, ran.err.constData());
    QJsonParseError error;
    const QJsonObject object = QJsonDocument::fromJson(ran.out, &error).object();
    QVERIFY2(error.error == QJsonParseError::NoError && object.contains(key), ran.out.constData());
}

void TstCliAnswers::endsWithTheRightStatus_data()
{
    addLines({{"verify HOME/none.arbcase", 1, ""},
              {"verify HOME/in/H-1/bagit.txt", 3, ""}, // looked at, and bad
              {"--as lin skip H-1 --reason tired", 2, ""},
              {"--as lin tasks done abc", 2, ""},
              {"--as root setting set lease_ms soon", 2, ""},
              {"--as root setting set decode.max_pixels 500000000", 2, "100000000"},
              {"--db mysql://u:secret@host/x calendar list", 2, ""},
              {"--db mysql://u:secret@host/x calendar due --from 2026-10-12T09:00:00+08:00 --clock hours:1", 2, ""},
              {"--db mysql://u:secret@host/x queue", 2, ""},
              {"--db mysql://u:secret@host/x db init", 2, ""},
              {"--db mysql://u:secret@host/x db restore x.db", 2, ""},
              {"--db mysql://u:secret@host/x user list", 2, ""}});
}

void TstCliAnswers::endsWithTheRightStatus()
{
    QFETCH(QString, line);
    QFETCH(int, status);
    QFETCH(QByteArray, words);
    const Ran ran = run(line);
    QVERIFY2(ran.status == status && ran.err.contains(words), QByteArray(QByteArray::number(ran.status) + ": " + ran.out + ran.err).constData());
    QVERIFY2(ran.err.count('\n') == 1 && !ran.err.contains("secret"), ran.err.constData());
}

void TstCliAnswers::promisesNoDraft()
{
    QCOMPARE(run(QStringLiteral("--as lin claim H-1")).status, 0);
    const QString ruling = writeRuling(home(), QStringLiteral("H-1"), QStringLiteral("c-1"));
    for (const QString &line : QStringList{QStringLiteral("--as chen claim H-1"), QStringLiteral("--as chen rule H-1 --file %1").arg(ruling)}) {
        const Ran ran = run(line);
        QCOMPARE(ran.status, 1);
        QVERIFY2(!ran.err.contains("draft") && ran.err.contains("Nothing was changed"), ran.err.constData());
    }
}

void TstCliAnswers::saysWhatWasNotLetGo()
{
    const Ran idle = run(QStringLiteral("--as chen release H-1"));
    QVERIFY2(idle.status == 0 && idle.out.contains("nothing to let go"), idle.out.constData());
    QCOMPARE(run(QStringLiteral("--as lin claim H-1")).status, 0);
    const Ran refused = run(QStringLiteral("--as chen release H-1"));
    QVERIFY2(refused.status == 1 && refused.err.contains("lin") && refused.err.contains("Nothing was changed"), refused.err.constData());
    const Ran stopped = run(QStringLiteral("--as chen suspend H-1 --reason police"));
    QVERIFY2(stopped.status == 1 && stopped.err.contains("lin took this case"), stopped.err.constData());
    const Ran freed = run(QStringLiteral("--as lin release H-1"));
    QVERIFY2(freed.status == 0 && !freed.out.contains("nothing to let go"), freed.out.constData());
    QCOMPARE(run(QStringLiteral("--as lin claim H-1")).status, 0);
    QCOMPARE(run(QStringLiteral("--as lin skip H-1 --reason know_party")).status, 0);
    const Ran known = run(QStringLiteral("--as lin claim H-1"));
    QVERIFY2(known.status == 1 && known.err.contains("know a party"), known.err.constData());
}

void TstCliAnswers::saysWhatToDoNext_data()
{
    addLines({{"db backup HOME/there.db", 1, "Choose another name"},
              {"--as lin request H-1 --party buyer --element goods_shown --due 2020-01-01T00:00:00+08:00", 1, "name a later one"},
              {"--db sqlite:HOME/notes.db db init", 1, "name the desk with --db"},
              {"--db sqlite:HOME/notes.db queue", 1, "name the desk with --db"},
              {"--db postgresql://nobody@127.0.0.1:1/desk queue", 1, "Check that it runs"},
              {"import /dev/null", 1, "neither a file nor a folder"},
              {"--as lin rule H-1 --file HOME/dated.json", 1, "a clock such as hours:48"}});
}

void TstCliAnswers::saysWhatToDoNext()
{
    QFETCH(QString, line);
    QFETCH(int, status);
    QFETCH(QByteArray, words);
    for (const char *name : {"there.db", "dated.json"}) {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QFile ruling(writeRuling(home(), QStringLiteral("H-1"), QStringLiteral("c-1")));
        QVERIFY(ruling.open(QIODevice::ReadOnly));
        file.write(ruling.readAll().replace("\"departure\"", "\"executeBy\": \"2030-01-01T00:00:00+08:00\", \"departure\""));
    }
    QVERIFY(execute("notes.db", QStringLiteral("CREATE TABLE notes (id INTEGER, text TEXT)")));
    QFile notes(path("notes.db"));
    QVERIFY(notes.open(QIODevice::ReadOnly));
    const QByteArray before = notes.readAll();
    QCOMPARE(run(QStringLiteral("--as lin claim H-1")).status, 0);
    const Ran ran = run(line);
    const QByteArray said = ran.out + ran.err;
    QVERIFY2(ran.status == status && said.contains(words), QByteArray(QByteArray::number(ran.status) + ": " + said).constData());
    QVERIFY2(said.count('\n') == 1 && !said.contains('\t'), said.constData());
    if (line.endsWith(QStringLiteral("init"))) {
        QVERIFY(notes.seek(0));
        QCOMPARE(notes.readAll(), before); // another program's: not a byte
        QVERIFY(!QFile::exists(path("notes.db-wal")));
    }
}

void TstCliAnswers::completesWords_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("offered");
    const auto row = [](const char *typed, const char *offered) { QTest::newRow(typed) << QString::fromLatin1(typed) << QString::fromLatin1(offered); };
    row("schema r", "ruling");
    row("schema cal", "calendar");
    row("completions m", "man");
    row("bulk re", "release");
    row("bulk pa", "park");
    row("user dis", "disable");
    row("user add lin --role s", "supervisor");
    row("skip H-1 --reason know", "know_party");
    row("--as lin skip H-1 --reason oth", "other");
    row("queue --view waiting_b", "waiting_buyer");
    row("queue --sort esc", "escalated");
    row("report skip", "skips");
    row("report skips --format xl", "xlsx");
    row("park H-1 --until ev", "evidence");
    row("appeal H-1 --by ", "buyer merchant");
    row("letter H-1 --party m", "merchant");
    row("request H-1 --party bo", "both");
    row("supplement H-1 --party pl", "platform");
    row("supplement H-1 --kind lo", "logistics");
    row("tasks list --state pe", "pending");
    row("bulk release --view al", "all");
    row("view save mine --sort amo", "amount");
    row("schema ", "case ruling examination policy calendar"); // no options among the words
    row("schema --js", "--json"); // and no words among the options
    row("queue --des", "--descending");
    row("park H-1 --un", "--until");
    row("note H-1 --text ", ""); // free words
    row("queue --limit -", "");
    row("--la", "--lang");
    row("compl", "completions");
}

/// As bash asks for it: the last word is being typed.
void TstCliAnswers::completesWords()
{
    QFETCH(QString, typed);
    QFETCH(QString, offered);
    const Ran script = run(QStringLiteral("completions bash"));
    QCOMPARE(script.status, 0);
    const QDir empty(path("nothing"));
    QVERIFY(QDir().mkpath(empty.path()));
    QProcess bash;
    bash.setWorkingDirectory(empty.path()); // names of files are offered as well
    const QStringList words = typed.split(u' ');
    const QString asking = QStringLiteral("\nCOMP_WORDS=(arbiter %1)\nCOMP_CWORD=%2\n_arbiter\necho \"${COMPREPLY[*]}\"\n").arg(typed).arg(words.size());
    bash.start(QStringLiteral("bash"), {QStringLiteral("--norc"), QStringLiteral("-c"), QString::fromUtf8(script.out) + asking});
    QVERIFY(bash.waitForFinished());
    QCOMPARE(QString::fromUtf8(bash.readAllStandardOutput()).trimmed(), offered);
    QCOMPARE(bash.readAllStandardError(), QByteArray());
}

void TstCliAnswers::overwritesNoExport()
{
    QFile file(path("letter.txt"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("not yours");
    file.close();
    const QString line = QStringLiteral("--as xu export H-1 --out HOME/letter.txt");
    const Ran refused = run(line);
    QCOMPARE(refused.status, 1);
    QVERIFY2(refused.err.contains("--force"), refused.err.constData());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("not yours"));
    file.close();
    const Ran forced = run(line + QStringLiteral(" --force"));
    QVERIFY2(forced.status == 0, forced.err.constData());
    QCOMPARE(run(QStringLiteral("verify HOME/letter.txt")).status, 0);
    // A link that leads nowhere stands there too.
    QVERIFY(QFile::link(path("gone.arbcase"), path("link.arbcase")));
    const Ran linked = run(QStringLiteral("--as xu export H-1 --out HOME/link.arbcase"));
    QCOMPARE(linked.status, 1);
    QVERIFY2(linked.err.contains("--force"), linked.err.constData());
    QCOMPARE(QFile::symLinkTarget(path("link.arbcase")), path("gone.arbcase"));
    QVERIFY(!QFile::exists(path("gone.arbcase")));
}

void TstCliAnswers::saysWhoseTurnItIs()
{
    const auto row = [this] { return QJsonDocument::fromJson(run(QStringLiteral("queue --view all --json")).out).object(); };
    QCOMPARE(row().value(QLatin1String("waitingFor")).toArray(), QJsonArray());
    QCOMPARE(run(QStringLiteral("--as lin claim H-1")).status, 0);
    const Ran asked = run(QStringLiteral("--as lin request H-1 --party merchant --element goods_shown --due hours:24"));
    QVERIFY2(asked.status == 0, asked.err.constData());
    QCOMPARE(row().value(QLatin1String("waitingFor")).toArray(), QJsonArray{QStringLiteral("merchant")});
    const Ran text = run(QStringLiteral("queue --view all"));
    QVERIFY2(text.out.contains("Waiting for evidence (merchant)"), text.out.constData());
}

void TstCliAnswers::countsOneAsOne()
{
    const QString round = QStringLiteral("--as xu tasks run");
    QCOMPARE(run(round).out, QByteArray("0 time-outs carried out, 0 tasks handed over, 0 confirmed, 0 not taken.\n"));
    QCOMPARE(run(QStringLiteral("--as lin claim H-1")).status, 0);
    QVERIFY(execute("desk.db", QStringLiteral("UPDATE dispute SET lease_until = 1 WHERE state = 'Claimed'"))); // as if hours had gone by
    QCOMPARE(run(round).out, QByteArray("1 time-out carried out, 0 tasks handed over, 0 confirmed, 0 not taken.\n"));
    const Ran two = run(QStringLiteral("--as xu verify --audit")); // the desk's own chain and that of the case
    QVERIFY2(two.out.endsWith(" audit entries in 2 chains.\n"), two.out.constData());
    const QString fresh = QStringLiteral("--db sqlite:HOME/fresh.db ");
    QCOMPARE(run(fresh + QStringLiteral("db init")).status, 0);
    QCOMPARE(run(fresh + QStringLiteral("user add xu --role supervisor")).status, 0);
    const Ran one = run(fresh + QStringLiteral("--as xu verify --audit"));
    QVERIFY2(one.out.endsWith(" in 1 chain.\n"), one.out.constData());
    const Ran chinese = run(round + QStringLiteral(" --lang zh_CN"));
    QVERIFY2(chinese.status == 0 && chinese.out.contains("0 ") && !chinese.out.contains("time-out") && !chinese.out.contains("confirmed"), chinese.out.constData());
}

void TstCliAnswers::speaksChinese_data()
{
    QTest::addColumn<QString>("line");
    QTest::newRow("book with a wrong word") << QStringLiteral("policy check HOME/book.json");
    QTest::newRow("days of a deadline") << QStringLiteral("calendar due --from 2026-10-01T09:00:00+08:00 --clock workdays:3 --explain");
    QTest::newRow("days, and where they end") << QStringLiteral("calendar due --from 2026-09-28T09:00:00+08:00 --clock fulldays:3:roll --explain");
    QTest::newRow("no file to verify") << QStringLiteral("verify HOME/none.arbcase");
}

void TstCliAnswers::speaksChinese()
{
    QFETCH(QString, line);
    QFile book(QStringLiteral(ARB_SOURCE_DIR "/resources/policy/desk-demo-1.json"));
    QVERIFY(book.open(QIODevice::ReadOnly));
    QFile wrong(path("book.json"));
    QVERIFY(wrong.open(QIODevice::WriteOnly));
    wrong.write(book.readAll().replace("\"late_shipment\"\n    ]", "\"late_execution\"\n    ]"));
    wrong.close();
    const Ran ran = run(line + QStringLiteral(" --lang zh_CN"));
    QByteArray said = ran.out + ran.err;
    said.replace(home().toUtf8(), "");
    for (const char *english : {"working", "rest", "holiday", "counted", "moved", "Mon", "Sat", "conduct that", "should", "There", "natural"})
        QVERIFY2(!said.contains(english), said.constData());
}

void TstCliAnswers::stopsCleanly_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("sign"); // a file that shows it to be in the middle
    QTest::newRow("demo") << QStringLiteral("demo --prepare-only --cases 3000 --dir HOME/work") << QStringLiteral("arbiter.db");
    QTest::newRow("bench") << QStringLiteral("bench import --scale 20000") << QStringLiteral("*.arbcase");
}

void TstCliAnswers::stopsCleanly()
{
    QFETCH(QString, line);
    QFETCH(QString, sign);
    const QString work = path("work");
    QVERIFY(QDir().mkpath(work));
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR", "HOME"})
        environment.insert(QString::fromLatin1(name), home());
    environment.insert(QStringLiteral("TMPDIR"), work);
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    environment.remove(QStringLiteral("ARBITER_DB"));
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(ARB_BINARY_DIR "/arbiter"), line.replace(QStringLiteral("HOME"), home()).split(u' '));
    QVERIFY(process.waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(QDirIterator(work, {sign}, QDir::Files, QDirIterator::Subdirectories).hasNext(), 60'000);
    QCOMPARE(::kill(static_cast<pid_t>(process.processId()), SIGINT), 0);
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 1);
    const QByteArray said = process.readAllStandardError();
    QVERIFY2(said.count('\n') == 1, said.constData());
    QStringList left;
    for (QDirIterator it(work, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); it.hasNext();)
        left.append(it.next());
    QCOMPARE(left, QStringList());
}

QObject *make_tst_clianswers();
QObject *make_tst_clianswers()
{
    return new TstCliAnswers;
}

#include "tst_clianswers.moc"
