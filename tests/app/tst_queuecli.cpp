// SPDX-License-Identifier: GPL-3.0-or-later
#include "clidesk.h"
#include "serverdesk.h"

#include "../../app/deskcheck.h"
#include "../../app/language.h"
#include "../../app/workspace.h"

#include <usecases/manycases.h>
#include <usecases/queuecommands.h>
#include <usecases/queuefilter.h>

#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <memory>

using namespace arb;
using namespace arb::tests;

/// The queue by command line, on a real desk that serves in order: many cases at once, views, notices, presence, conflicts
/// of interest and the report on skips. Each verb with something that it must refuse.
class TstQueueCli : public QObject, private CliDesk
{
    Q_OBJECT

private Q_SLOTS:
    void init() { makeDesk({QStringLiteral("H-1"), QStringLiteral("H-2"), QStringLiteral("H-3")}); }
    void assignsManyAndTellsThePerson();
    void releasesAndParksMany();
    void tagsWhatAFilterFinds();
    void manyAreTakenBackUnlessTouched();
    void wishesThatCannotBeMeant_data();
    void wishesThatCannotBeMeant();
    void keepsViews();
    void namesTheDesksOwnChain();
    void writesLimitsAsTheLanguageDoes();
    void rowsSayWhyAndWhereTheyArePutAside();
    void helpNamesEveryKey();
    void showsASavedView();
    void namesWhoLooks();
    void reportsSkips();
    void conflictsLeaveAnEmptyQueue();
    void failedRestoreIsOneLine();

private:
    static QList<QJsonObject> rowsOf(const Ran &ran)
    {
        QList<QJsonObject> rows;
        for (const QByteArray &line : ran.out.split('\n')) {
            if (!line.isEmpty())
                rows.append(QJsonDocument::fromJson(line).object());
        }
        return rows;
    }
    /// "H-1 changes" of each line of a bulk verb, after its status; the error where it was none.
    QStringList fates(const QString &line) const
    {
        const Ran ran = run(line + QStringLiteral(" --json"));
        QStringList told{QString::number(ran.status)};
        for (const QJsonObject &row : rowsOf(ran))
            told.append(row.value(QLatin1StringView("caseNo")).toString() + u' ' + row.value(QLatin1StringView("fate")).toString());
        if (!ran.err.isEmpty())
            told.append(QString::fromUtf8(ran.err));
        return told;
    }
    QStringList kindsTold(const QString &name) const
    {
        QStringList kinds;
        for (const QJsonObject &row : rowsOf(run(QStringLiteral("--as %1 notices --json").arg(name))))
            kinds.append(row.value(QLatin1StringView("kind")).toString());
        return kinds;
    }
    QByteArray count(const QString &choice) const { return run(QStringLiteral("queue --count ") + choice).out.trimmed(); }
    std::unique_ptr<app::Workspace> workspace() const
    {
        auto opened = app::Workspace::open(address(), path("vault"), {});
        if (!opened)
            qFatal("%s", qPrintable(opened.error().detail));
        return std::move(opened).value();
    }
};

void TstQueueCli::assignsManyAndTellsThePerson()
{
    const QString wish = QStringLiteral("--as xu bulk assign chen H-1 H-2");
    QCOMPARE(fates(wish + QStringLiteral(" --preview")), QStringList({QStringLiteral("0"), QStringLiteral("H-1 changes"), QStringLiteral("H-2 changes")}));
    QCOMPARE(kindsTold(QStringLiteral("chen")), QStringList()); // a preview tells nobody
    QCOMPARE(fates(wish), QStringList({QStringLiteral("0"), QStringLiteral("H-1 done"), QStringLiteral("H-2 done")}));
    QCOMPARE(fates(wish), QStringList({QStringLiteral("0"), QStringLiteral("H-1 unchanged"), QStringLiteral("H-2 unchanged")}));
    QCOMPARE(run(QStringLiteral("--as chen claim H-2")).status, 0);
    QCOMPARE(run(QStringLiteral("--as lin claim H-1")).status, 1); // kept for somebody else
    QCOMPARE(fates(wish), QStringList({QStringLiteral("1"), QStringLiteral("H-1 unchanged"), QStringLiteral("H-2 refused")}));

    QCOMPARE(kindsTold(QStringLiteral("chen")), QStringList({QStringLiteral("assigned"), QStringLiteral("assigned")}));
    const Ran text = run(QStringLiteral("--as chen notices --read"));
    QVERIFY2(text.status == 0 && text.out.count('\n') == 2 && text.out.contains("H-1") && text.out.contains("xu"), text.out.constData());
    QCOMPARE(kindsTold(QStringLiteral("chen")), QStringList());
}

void TstQueueCli::releasesAndParksMany()
{
    QCOMPARE(run(QStringLiteral("--as xu assign H-1 chen")).status, 0);
    QCOMPARE(run(QStringLiteral("--as chen claim H-1")).status, 0);
    const QString release = QStringLiteral("bulk release H-1 H-2");
    QCOMPARE(fates(QStringLiteral("--as lin ") + release), QStringList({QStringLiteral("1"), QStringLiteral("H-1 refused"), QStringLiteral("H-2 unchanged")})); // chen holds one, nobody the other
    const QList<QJsonObject> preview = rowsOf(run(QStringLiteral("--as xu %1 --preview --json").arg(release)));
    QCOMPARE(preview.size(), 2);
    QCOMPARE(preview.at(0).value(QLatin1StringView("takesFrom")).toString(), QStringLiteral("chen"));
    QCOMPARE(fates(QStringLiteral("--as xu ") + release), QStringList({QStringLiteral("0"), QStringLiteral("H-1 done"), QStringLiteral("H-2 unchanged")}));
    QVERIFY(kindsTold(QStringLiteral("chen")).contains(QStringLiteral("released")));

    const QString park = QStringLiteral("bulk park --until hours:24 H-1 H-3");
    const Ran lin = run(QStringLiteral("--as lin ") + park); // would put others' next cases aside
    QCOMPARE(lin.status, 1);
    QVERIFY2(lin.out.count("in order") == 2, lin.out.constData());
    QCOMPARE(count(QStringLiteral("--view waiting")), QByteArray("3"));
    QCOMPARE(fates(QStringLiteral("--as xu %1 --preview").arg(park)), QStringList({QStringLiteral("0"), QStringLiteral("H-1 changes"), QStringLiteral("H-3 changes")}));
    QCOMPARE(count(QStringLiteral("--view waiting")), QByteArray("3"));
    QCOMPARE(fates(QStringLiteral("--as xu ") + park), QStringList({QStringLiteral("0"), QStringLiteral("H-1 done"), QStringLiteral("H-3 done")}));
    QCOMPARE(count(QStringLiteral("--view waiting")), QByteArray("1"));
    const QString past = QStringLiteral("--as xu bulk park --until 2020-01-01T00:00:00+08:00 H-2");
    QCOMPARE(fates(past), QStringList({QStringLiteral("1"), QStringLiteral("H-2 refused")}));
    QCOMPARE(fates(past + QStringLiteral(" --preview")), QStringList({QStringLiteral("3"), QStringLiteral("H-2 refused")}));
}

void TstQueueCli::tagsWhatAFilterFinds()
{
    QCOMPARE(run(QStringLiteral("--as lin bulk tag --add first --add second H-1 H-3")).status, 0);
    QCOMPARE(count(QStringLiteral("--filter tag:first")), QByteArray("2"));
    QCOMPARE(run(QStringLiteral("--as xu view save both --filter tag:first --sort case_no")).status, 0);
    QCOMPARE(fates(QStringLiteral("--as xu bulk tag --add third --saved both")), QStringList({QStringLiteral("0"), QStringLiteral("H-1 done"), QStringLiteral("H-3 done")}));
    QCOMPARE(fates(QStringLiteral("--as lin bulk tag --remove second --filter tag:third --sort case_no")),
             QStringList({QStringLiteral("0"), QStringLiteral("H-1 done"), QStringLiteral("H-3 done")}));
    QCOMPARE(count(QStringLiteral("--filter tag:second")), QByteArray("0"));
    const Ran text = run(QStringLiteral("--as lin bulk tag --add first H-1 H-2"));
    QCOMPARE(text.out.split('\n').size(), 3); // a line for each
    QVERIFY2(text.out.startsWith("H-1\t") && text.out.contains("\nH-2\t"), text.out.constData());
}

void TstQueueCli::manyAreTakenBackUnlessTouched()
{
    using namespace usecases;
    const std::unique_ptr<app::Workspace> space = workspace();
    const Desk desk = space->desk();
    const ManyCases cases(desk);
    const auto person = desk.person(QStringLiteral("xu"));
    QVERIFY(person);
    const Actor xu{.person = *person, .owner = false, .system = false};
    QList<domain::CaseId> ids;
    for (const char *caseNo : {"H-1", "H-2"}) {
        const auto id = desk.caseByRef(QString::fromLatin1(caseNo));
        QVERIFY(id);
        ids.append(*id);
    }
    ManyWish wish;
    wish.action = ManyAction::Tag;
    wish.addTags = {QStringLiteral("batch")};
    QList<ManyLine> lines;
    for (const ManyLine &line : ManyCases::linesOf(ids))
        lines.append(cases.carryOut(xu, QStringLiteral("wish-1"), wish, line));
    QCOMPARE(count(QStringLiteral("--filter tag:batch")), QByteArray("2"));
    QCOMPARE(run(QStringLiteral("--as lin note H-2 --text seen")).status, 0); // by another process, meanwhile
    const ManyLine first = cases.undo(xu, QStringLiteral("undo-1"), wish, lines.at(0)), second = cases.undo(xu, QStringLiteral("undo-1"), wish, lines.at(1));
    QVERIFY(first.fate == ManyFate::Undone && !first.why);
    QVERIFY(second.fate == ManyFate::StaysDone && second.why && second.why->fault == CommandFault::Changed);
    QCOMPARE(second.why->who, QStringLiteral("lin"));
    QCOMPARE(count(QStringLiteral("--filter tag:batch")), QByteArray("1"));
}

void TstQueueCli::wishesThatCannotBeMeant_data()
{
    addLines({{"--as xu bulk assign nobody H-1 H-2", 2, "nobody"},
              {"--as xu bulk assign root H-1 H-2", 2, "root takes no cases"}, // an admin takes no case
              {"--as xu bulk assign", 2, "NAME"},
              {"--as lin bulk assign chen H-1 H-2", 1, "role"},
              {"--as xu bulk promote H-1", 2, "promote"},
              {"bulk release H-1", 2, "--as"},
              {"--as xu bulk release", 2, "CASE"},
              {"--as xu bulk release H-1 --view mine", 2, "CASE"},
              {"--as xu bulk release H-9", 1, "H-9"},
              {"--as xu bulk release --saved nope", 1, "view list"},
              {"--as xu bulk park H-1", 2, "--until"},
              {"--as xu bulk park --until soon H-1", 2, "soon"},
              {"--as xu bulk tag H-1", 2, "--add"},
              {"--as xu bulk tag --add execution_failed H-1", 2, "execution failed"},
              {"--as xu tag H-1 --remove supervisor", 2, "handed to a supervisor"},
              {"--as lin queue --saved nope", 1, "view list"},
              {"queue --saved nope", 2, "--as"},
              {"--as lin view remove nope", 1, "view list"},
              {"--as lin view save", 2, "NAME"},
              {"--as lin view save a --filter colour:red", 2, "\"colour\""},
              {"queue --filter amount:500..100", 2, "500..100"},
              {"queue --filter holder:", 2, "\"holder:\""},
              {"queue --filter state:asleep", 2, "\"asleep\". There are: Queued Claimed"},
              {"queue --filter reason:%", 2, "quality_defect"},
              {"queue --view nowhere", 2, "\"nowhere\". There are: waiting mine"},
              {"queue --sort colour", 2, "\"colour\". There are: rank due"},
              {"queue --filter parked:maybe", 2, "parked:yes or parked:no"},
              {"queue --filter %", 2, "\"%\""},
              {"queue --filter holder:nobody", 2, "\"nobody\""},
              {"--as xu bulk release --filter reserved:nobody", 2, "\"nobody\""},
              {"queue --filter flag:red", 2, "high_value supervisor"},
              {"--as xu bulk release --filter tag:", 2, "\"tag:\""},
              {"queue --filter holder:\"lin", 2, "holder:\"lin"},
              {"--as lin view save a --filter tag:\"x", 2, "tag:\"x"},
              {"--as lin view save a --filter holder:zzz", 2, "\"zzz\""},
              {"--as lin skip H-1", 2, "specialist know_party cannot_open other"},
              {"--as lin skip H-1 --reason bored", 2, "\"bored\". There are: specialist know_party cannot_open other"},
              {"queue --limit 0", 2, "0"},
              {"--as lin view save a b", 2, "b"},
              {"--as lin view save 1234567890123456789012345678901234567890123456789012345678901", 2, "60 characters"},
              {"--as lin view remove a --filter tag:x", 2, "--filter"},
              {"--as lin view show", 2, "show"},
              {"--as lin notices H-1", 2, "H-1"},
              {"notices", 2, "--as"},
              {"--as root notices", 1, "role"},
              {"--as lin presence H-1", 2, "H-1"},
              {"--as xu report skips --filter colour=red", 2, "colour"},
              {"--as lin report skips", 1, "role"},
              {"--as root conflict add lin m-1", 2, "m-1"},
              {"--as root conflict add nobody douyin:m-1", 2, "nobody"},
              {"--as root conflict list nobody", 2, "nobody"},
              {"--as lin take-over H-1", 2, "--reason"},
              {"--as lin skip H-1 --reason other", 1, "in order"},
              {"--as lin park H-1 --until evidence", 1, "in order"}});
}

/// One sentence on stderr that names the word, nothing on stdout, and the status that scripts count on.
void TstQueueCli::wishesThatCannotBeMeant()
{
    QFETCH(QString, line);
    QFETCH(int, status);
    QFETCH(QByteArray, words);
    const Ran ran = run(line);
    const QByteArray said = QByteArray::number(ran.status) + ": " + ran.out + ran.err;
    QVERIFY2(ran.status == status && ran.out.isEmpty() && ran.err.count('\n') == 1 && ran.err.contains(words), said.constData());
    QVERIFY2(!line.contains(QStringLiteral("nope")) || !ran.err.contains("case number"), said.constData());
}

void TstQueueCli::namesTheDesksOwnChain()
{
    app::useLanguage(QStringLiteral("en"));
    const std::unique_ptr<app::Workspace> space = workspace();
    const auto id = space->desk().caseByRef(QStringLiteral("H-1"));
    QVERIFY(id);
    for (const auto fault : {domain::AuditFault::HashDiffers, domain::AuditFault::HeadDiffers, domain::AuditFault::HeadMissing}) {
        const QString desk = app::auditSentence(space->desk(), {.scope = 0, .seq = 3, .fault = fault});
        QVERIFY2(desk.contains(QStringLiteral("entry 3 of the desk's own chain")) && !desk.contains(QStringLiteral("case")), qPrintable(desk));
        const QString ofCase = app::auditSentence(space->desk(), {.scope = id->value(), .seq = 3, .fault = fault});
        QVERIFY2(ofCase.contains(QStringLiteral("case H-1")) && !ofCase.contains(QStringLiteral("desk")), qPrintable(ofCase));
    }
}

void TstQueueCli::writesLimitsAsTheLanguageDoes()
{
    const QByteArray english = run(QStringLiteral("user list")).out, chinese = run(QStringLiteral("user list --lang zh_CN")).out;
    QVERIFY2(english.contains("\t¥1,000.00\t"), english.constData());
    QVERIFY2(chinese.contains("\t1,000.00 元\t") && !chinese.contains("¥"), chinese.constData());
}

void TstQueueCli::keepsViews()
{
    const Ran saved = run(QStringLiteral("--as lin view save mine --view all --filter tag:vip --sort amount --descending"));
    QVERIFY2(saved.status == 0 && saved.out.count('\n') == 1 && saved.out.contains("\"mine\""), saved.out.constData());
    const QJsonObject other = rowsOf(run(QStringLiteral("--as lin view save other --json"))).value(0);
    QCOMPARE(other.value(QLatin1StringView("name")).toString(), QStringLiteral("other"));
    const QList<QJsonObject> list = rowsOf(run(QStringLiteral("--as lin view list --json")));
    QCOMPARE(list.size(), 2);
    QCOMPARE(list.at(1), other); // what was answered is what is kept
    QCOMPARE(list.at(0).value(QLatin1StringView("view")).toString(), QStringLiteral("all"));
    QCOMPARE(list.at(0).value(QLatin1StringView("filter")).toString(), QStringLiteral("tag:vip"));
    QCOMPARE(list.at(0).value(QLatin1StringView("sort")).toString(), QStringLiteral("amount"));
    QVERIFY(list.at(0).value(QLatin1StringView("descending")).toBool());
    const QByteArray text = run(QStringLiteral("--as lin view list")).out;
    QVERIFY2(text.contains("\tamount descending\n") && text.count("descending") == 1, text.constData());
    QVERIFY(rowsOf(run(QStringLiteral("--as chen view list --json"))).isEmpty()); // everybody has their own
    const Ran removed = run(QStringLiteral("--as lin view remove mine"));
    QVERIFY2(removed.status == 0 && removed.out.count('\n') == 1 && removed.out.contains("\"mine\""), removed.out.constData());
    QVERIFY(rowsOf(run(QStringLiteral("--as lin view remove other --json"))).value(0).value(QLatin1StringView("removed")).toBool());
    QVERIFY(run(QStringLiteral("--as lin view list")).out.isEmpty());
}

void TstQueueCli::rowsSayWhyAndWhereTheyArePutAside()
{
    QCOMPARE(run(QStringLiteral("--as xu bulk park --until hours:24 H-1")).status, 0);
    QCOMPARE(run(QStringLiteral("--as xu assign H-3 chen")).status, 0);
    for (const auto &[filter, number] : {std::pair("parked:yes", 1), std::pair("parked:no", 2), std::pair("reserved:yes", 1), std::pair("reserved:no", 2),
                                         std::pair("reserved:chen", 1), std::pair("reserved:lin", 0)})
        QCOMPARE(count(QStringLiteral("--view all --filter %1").arg(QLatin1StringView(filter))), QByteArray::number(number));
    const QByteArray text = run(QStringLiteral("queue --view all --sort case_no")).out;
    const QList<QByteArray> lines = text.split('\n');
    QVERIFY2(lines.at(0).contains(" \xc2\xb7 parked until ") && lines.at(2).contains("kept for chen until "), text.constData());
    for (qsizetype n = 0; n < 3; ++n) // the last column says why it stands there
        QVERIFY2(lines.at(n).count('\t') == 8 && (lines.at(n).split('\t').constLast().contains("due ") || lines.at(n).split('\t').constLast().contains("overdue ")), text.constData());
    const QList<QJsonObject> rows = rowsOf(run(QStringLiteral("queue --view all --sort case_no --json")));
    QVERIFY(rows.at(0).value(QLatin1StringView("parkedUntil")).isString() && rows.at(1).value(QLatin1StringView("parkedUntil")).isNull());
    QCOMPARE(rows.at(2).value(QLatin1StringView("reservedFor")).toString(), QStringLiteral("chen"));
    for (const QJsonObject &row : rows)
        QVERIFY(!row.value(QLatin1StringView("why")).toArray().isEmpty());
}

/// Whoever asks how the queue is filtered and sorted is told all of it.
void TstQueueCli::helpNamesEveryKey()
{
    const QByteArray help = run(QStringLiteral("queue --help")).out;
    for (const QString &key : usecases::queueFilterKeys())
        QVERIFY2(help.contains(QByteArray(key.toUtf8() + ':')), qPrintable(key));
    for (const auto &row : domain::codeTable<usecases::QueueSort>())
        QVERIFY2(help.contains(row.code), row.code);
    for (const auto &row : domain::codeTable<usecases::QueueView>())
        QVERIFY2(help.contains(row.code), row.code);
}

void TstQueueCli::showsASavedView()
{
    QCOMPARE(run(QStringLiteral("--as lin bulk tag --add vip H-1 H-3")).status, 0);
    QCOMPARE(run(QStringLiteral("--as lin view save vips --filter tag:vip --sort case_no --descending")).status, 0);
    QStringList numbers;
    for (const QJsonObject &row : rowsOf(run(QStringLiteral("--as lin queue --saved vips --json"))))
        numbers.append(row.value(QLatin1StringView("caseNo")).toString());
    QCOMPARE(numbers, QStringList({QStringLiteral("H-3"), QStringLiteral("H-1")}));
    QCOMPARE(rowsOf(run(QStringLiteral("--as lin queue --saved vips --limit 1 --json"))).size(), 1);
    QCOMPARE(run(QStringLiteral("--as lin queue --saved vips --count")).out.trimmed(), QByteArray("2"));
    QCOMPARE(run(QStringLiteral("--as chen queue --saved vips")).status, 1); // not theirs
}

void TstQueueCli::namesWhoLooks()
{
    QVERIFY(run(QStringLiteral("presence")).out.isEmpty());
    const std::unique_ptr<app::Workspace> space = workspace();
    const usecases::Desk desk = space->desk();
    const auto lin = desk.person(QStringLiteral("lin"));
    const auto id = desk.caseByRef(QStringLiteral("H-2"));
    QVERIFY(lin && id);
    QVERIFY(usecases::QueueCommands(desk).lookAt(usecases::Actor{.person = *lin, .owner = false, .system = false}, *id));
    const QJsonObject seen = rowsOf(run(QStringLiteral("--as chen presence --json"))).value(0);
    QCOMPARE(seen.value(QLatin1StringView("caseNo")).toString(), QStringLiteral("H-2"));
    QCOMPARE(seen.value(QLatin1StringView("person")).toString(), QStringLiteral("lin"));
    const Ran text = run(QStringLiteral("presence"));
    QVERIFY2(text.out.startsWith("H-2\tlin\t"), text.out.constData());
    QVERIFY(run(QStringLiteral("--as lin presence")).out.isEmpty()); // who asks is not told of themselves
}

void TstQueueCli::reportsSkips()
{
    const QJsonObject first = rowsOf(run(QStringLiteral("--as lin claim --next --json"))).value(0);
    const QString caseNo = first.value(QLatin1StringView("caseNo")).toString();
    QVERIFY(!caseNo.isEmpty());
    QCOMPARE(run(QStringLiteral("--as lin skip %1 --reason specialist").arg(caseNo)).status, 0);
    QCOMPARE(run(QStringLiteral("--as lin claim --next")).status, 0);
    const Ran json = run(QStringLiteral("--as xu report skips --format json"));
    QVERIFY2(json.status == 0, json.err.constData());
    const QJsonArray rows = QJsonDocument::fromJson(json.out).object().value(QLatin1StringView("rows")).toArray();
    QCOMPARE(rows.size(), 1);
    const QJsonObject row = rows.at(0).toObject();
    QCOMPARE(row.value(QLatin1StringView("person")).toString(), QStringLiteral("lin"));
    QCOMPARE(row.value(QLatin1StringView("skips")).toInt(), 1);
    QCOMPARE(row.value(QLatin1StringView("claims")).toInt(), 2);
    QCOMPARE(row.value(QLatin1StringView("skipRate")).toInt(), 500); // tenths of a percent
    QCOMPARE(row.value(QLatin1StringView("personSkipRate")).toInt(), 500);
    const Ran english = run(QStringLiteral("--as xu report skips")), chinese = run(QStringLiteral("--as xu report skips --lang zh_CN"));
    QVERIFY2(english.out.contains("Skip rate") && english.out.contains("50.0 %"), english.out.constData());
    QVERIFY2(chinese.out.contains("跳过率") && chinese.out.contains("50.0 %") && !chinese.out.contains("rate"), chinese.out.constData());
}

void TstQueueCli::conflictsLeaveAnEmptyQueue()
{
    const Ran stranger = run(QStringLiteral("--as root conflict add chen douyin:m-404")); // taken all the same: the case may come yet
    QVERIFY2(stranger.status == 0 && stranger.err.contains("douyin:m-404"), stranger.err.constData());
    QCOMPARE(run(QStringLiteral("--as root conflict list chen")).out, QByteArray("douyin:m-404\n"));
    const Ran known = run(QStringLiteral("--as root conflict add lin douyin:m-1"));
    QVERIFY2(known.status == 0 && known.err.isEmpty(), known.err.constData());
    QCOMPARE(run(QStringLiteral("--as root conflict list lin")).out, QByteArray("douyin:m-1\n"));
    // The rows say so to whom it concerns, in the words of the window.
    const QByteArray rows = run(QStringLiteral("--as lin queue")).out;
    QCOMPARE(rows.count(" \xc2\xb7 not for you \xc2\xb7 conflict of interest\t"), 3);
    for (const QByteArray &line : rows.trimmed().split('\n'))
        QCOMPARE(line.count('\t'), 8);
    for (const QJsonObject &row : rowsOf(run(QStringLiteral("--as lin queue --json"))))
        QCOMPARE(row.value(QLatin1StringView("conflict")), QJsonValue(true));
    QVERIFY(!run(QStringLiteral("--as chen queue")).out.contains("not for you"));
    QVERIFY(!run(QStringLiteral("queue")).out.contains("not for you"));
    const Ran chosen = run(QStringLiteral("--as lin claim H-1"));
    QVERIFY2(chosen.status == 1 && chosen.err.contains("conflict-of-interest"), chosen.err.constData());
    const Ran next = run(QStringLiteral("--as lin claim --next"));
    QCOMPARE(next.status, 3);
    QVERIFY2(next.err.contains("arbiter queue") && next.err.count('\n') == 1, next.err.constData()); // and what to do next
    QCOMPARE(run(QStringLiteral("--as chen claim --next")).status, 0);
}

/// What the server's own tool says is no second line.
void TstQueueCli::failedRestoreIsOneLine()
{
    const ServerDesk server;
    QFile file(path("no.dump"));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("not a dump") > 0);
    file.close();
    const Ran ran = runArbiter(home(), {QStringLiteral("--db"), server.address(), QStringLiteral("db"), QStringLiteral("restore"), file.fileName()});
    QCOMPARE(ran.status, 1);
    QVERIFY2(ran.err.count('\n') == 1 && ran.err.startsWith("arbiter: "), ran.err.constData());
}

QObject *make_tst_queuecli();
QObject *make_tst_queuecli()
{
    return new TstQueueCli;
}

#include "tst_queuecli.moc"
