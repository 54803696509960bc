// SPDX-License-Identifier: GPL-3.0-or-later
#include "testdesk.h"

#include <domain/outcomes.h>

#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

using namespace arb;
using namespace arb::tests;
using namespace arb::usecases;
using domain::DisputeState;

namespace {

template<typename E>
QStringList codesOf()
{
    QStringList codes;
    for (const auto &row : domain::codeTable<E>())
        codes.append(QString::fromLatin1(row.code));
    codes.sort();
    return codes;
}

/// A desk with one row in every table that must never lose one.
void fillDesk(const storage::DatabaseAddress &address)
{
    const ContractStores stores = storesOn(address);
    const Person maker = contractPerson(1001, "林晓");
    const Person checker = contractPerson(1002, "周岚", Role::Supervisor);
    Admission admission = contractAdmission(1, QStringLiteral("C-1"));
    admission.earlier = EarlierRecord{"{}", "{}"};
    QVERIFY(stores.desk->apply(addingPerson(maker)));
    QVERIFY(stores.desk->apply(addingPerson(checker)));
    QVERIFY(stores.intake->addMany(std::span(&admission, 1)));
    QVERIFY(stores.cases->apply(contractClaim(*stores.cases->header(domain::CaseId(1)), maker)));
    const CaseHeader header = *stores.cases->header(domain::CaseId(1));
    Transition rule = contractMove(header, DisputeState::Ruled);
    rule.ruling = contractRuling(500, maker, contractNow, true);
    rule.points = {contractPoint(700, header, *rule.ruling, 2, contractNow)};
    rule.newTasks = {contractTask(600, header, *rule.ruling, 0)};
    rule.approval = ApprovalRow{rule.ruling->id, {checker.id, {}, contractNow, ApprovalDecision::Approved, {}}};
    rule.recall = RulingRecall{rule.ruling->id, maker.id, contractNow, QStringLiteral("x")};
    QVERIFY(stores.cases->apply(rule));
    QVERIFY(stores.examination->addMark(header.id, contractMark(800, &maker), {contractNow, maker.name, QStringLiteral("mark.add"), {}}, {}));
}

} // namespace

class TstSchema : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void checkListsEqualEnums_data();
    void checkListsEqualEnums();
    void appendOnlyTablesRefuseChange_data();
    void appendOnlyTablesRefuseChange();
    void appendOnlyRowsCannotBeReplacedByAnotherKey();
    void markChangesByItsRemovalOnly_data() { addEngineRows(); }
    void markChangesByItsRemovalOnly();
    void noteChangesByItsRemovalOnly_data() { addEngineRows(); }
    void noteChangesByItsRemovalOnly();
    void refusesUnknownCodes();
    void offersReportingViews_data() { addEngineRows(); }
    void offersReportingViews();
};

void TstSchema::checkListsEqualEnums_data()
{
    QTest::addColumn<QString>("table");
    QTest::addColumn<QString>("column");
    QTest::addColumn<QStringList>("codes");
    const auto row = [](const char *table, const char *column, const QStringList &codes) {
        QTest::addRow("%s.%s", table, column) << QString::fromLatin1(table) << QString::fromLatin1(column) << codes;
    };
    row("person", "role", codesOf<Role>());
    row("dispute", "state", codesOf<DisputeState>());
    row("dispute", "type", codesOf<domain::AfterSaleType>());
    row("dispute", "reason", codesOf<domain::Reason>());
    row("dispute", "trade_kind", codesOf<domain::TradeKind>());
    row("personal_data", "party", codesOf<domain::Party>());
    row("exhibit", "party", codesOf<domain::Party>());
    row("exhibit", "kind", codesOf<domain::ExhibitKind>());
    row("case_link", "kind", codesOf<domain::LinkKind>());
    row("evidence_request", "party", codesOf<domain::Party>());
    row("evidence_request", "state", codesOf<RequestState>());
    row("ruling", "outcome", codesOf<domain::OutcomeCode>());
    row("ruling_approval", "decision", codesOf<ApprovalDecision>());
    row("citation", "verdict", codesOf<domain::Verdict>());
    row("execution_task", "kind", codesOf<domain::TaskKind>());
    row("execution_task", "actor", codesOf<domain::Party>());
    row("execution_task", "state", codesOf<TaskState>());
    row("penalty_point", "code", codesOf<domain::ConductCode>());
    row("notice", "kind", codesOf<NoticeKind>());
    row("mark", "shape", codesOf<domain::MarkShape>());
}

void TstSchema::checkListsEqualEnums()
{
    QFETCH(QString, table);
    QFETCH(QString, column);
    QFETCH(QStringList, codes);
    const EngineDesk desk(storage::Engine::SQLite);
    const QString sql = rawValue(desk.address(), QStringLiteral("SELECT sql FROM sqlite_schema WHERE name = '%1'").arg(table));
    const QRegularExpression list(QStringLiteral("\\b%1 TEXT NOT NULL CHECK \\(%1 IN \\(([^)]*)\\)\\)").arg(column));
    const QRegularExpressionMatch match = list.match(sql);
    QVERIFY2(match.hasMatch(), qPrintable(sql));
    QStringList listed;
    for (const QString &code : match.captured(1).split(u','))
        listed.append(code.simplified().remove(u'\''));
    listed.sort();
    QCOMPARE(listed, codes);
}

void TstSchema::appendOnlyTablesRefuseChange_data()
{
    addEngineRows();
}

void TstSchema::appendOnlyTablesRefuseChange()
{
    QFETCH(int, engine);
    const EngineDesk desk(static_cast<storage::Engine>(engine));
    fillDesk(desk.address());
    for (const auto &[table, column] : std::initializer_list<std::pair<const char *, const char *>>{
             {"ruling", "clause"}, {"ruling_approval", "reason"}, {"ruling_recall", "reason"}, {"citation", "target"},
             {"audit_entry", "payload"}, {"penalty_point", "points"}, {"earlier_record", "ruling_json"}, {"mark", "note"}}) {
        const QString name = QString::fromLatin1(table);
        const QString rows = rawValue(desk.address(), QStringLiteral("SELECT count(*) FROM %1").arg(name));
        QVERIFY2(rows.toInt() > 0, table);
        QString change = QStringLiteral("UPDATE %1 SET %2 = %2").arg(name, QString::fromLatin1(column));
        QVERIFY2(rawExec(desk.address(), change).contains(QStringLiteral("append-only")), table);
        QVERIFY2(rawExec(desk.address(), QStringLiteral("DELETE FROM %1").arg(name)).contains(QStringLiteral("append-only")), table);
        if (static_cast<storage::Engine>(engine) == storage::Engine::SQLite) {
            // On a connection that is not ours a replaced row is deleted without asking the delete trigger.
            const QString replace = QStringLiteral("INSERT OR REPLACE INTO %1 SELECT * FROM %1").arg(name);
            QVERIFY2(rawExec(desk.address(), replace).contains(QStringLiteral("append-only")), table);
        }
        if (static_cast<storage::Engine>(engine) == storage::Engine::PostgreSQL)
            QVERIFY2(rawExec(desk.address(), QStringLiteral("TRUNCATE %1 CASCADE").arg(name)).contains(QStringLiteral("append-only")), table);
        QCOMPARE(rawValue(desk.address(), QStringLiteral("SELECT count(*) FROM %1").arg(name)), rows);
    }
}

void TstSchema::appendOnlyRowsCannotBeReplacedByAnotherKey()
{
    const EngineDesk desk(storage::Engine::SQLite);
    fillDesk(desk.address());
    const QString entries = rawValue(desk.address(), QStringLiteral("SELECT count(*) FROM audit_entry"));
    // The row's hidden number is a key too.
    const QString replace = QStringLiteral("INSERT OR REPLACE INTO audit_entry (rowid, scope, seq, at, actor, action, payload, prev, hash) "
                                           "SELECT rowid, scope, 99, at, actor, action, payload, prev, hash FROM audit_entry WHERE scope = 1 AND seq = 1");
    QVERIFY(rawExec(desk.address(), replace).contains(QStringLiteral("append-only")));
    QCOMPARE(rawValue(desk.address(), QStringLiteral("SELECT count(*) FROM audit_entry")), entries);
    QCOMPARE(rawValue(desk.address(), QStringLiteral("SELECT count(*) FROM audit_entry WHERE seq = 99")), QStringLiteral("0"));
}

void TstSchema::markChangesByItsRemovalOnly()
{
    QFETCH(int, engine);
    const EngineDesk desk(static_cast<storage::Engine>(engine));
    fillDesk(desk.address());
    const auto refused = [&](const char *change) {
        return rawExec(desk.address(), QStringLiteral("UPDATE mark SET removed_at = 5, removed_by = 1001, %1").arg(QString::fromLatin1(change)))
            .contains(QStringLiteral("append-only"));
    };
    for (const char *change : {"note = 'other'", "json = '{}'", "by_name = 'x'", "at = 1", "id = 9", "by_id = NULL", "page = 7", "exhibit = 'b1'",
                               "frame = 1, pts = 1, frame_end = 1, pts_end = 1"})
        QVERIFY2(refused(change), change);
    QCOMPARE(rawExec(desk.address(), QStringLiteral("UPDATE mark SET removed_at = 5, removed_by = 1001")), QString());
    QVERIFY(rawExec(desk.address(), QStringLiteral("UPDATE mark SET removed_at = 6, removed_by = 1002")).contains(QStringLiteral("append-only")));
    QVERIFY(rawExec(desk.address(), QStringLiteral("UPDATE mark SET removed_at = NULL, removed_by = NULL")).contains(QStringLiteral("append-only")));
}

void TstSchema::noteChangesByItsRemovalOnly()
{
    QFETCH(int, engine);
    const EngineDesk desk(static_cast<storage::Engine>(engine));
    fillDesk(desk.address());
    QCOMPARE(rawExec(desk.address(), QStringLiteral("INSERT INTO desk_note (id, case_id, at, by_name, text) SELECT 77, min(id), 5, 'x', 'secret' FROM dispute")), QString());
    const auto refused = [&](const QString &change) { return rawExec(desk.address(), change).contains(QStringLiteral("append-only")); };
    for (const char *change : {"text = 'other'", "visibility = 'may_be_quoted'", "place = '{}'", "by_name = 'y'", "at = 6", "mentions = 'z'", "author_id = 1001"})
        QVERIFY2(refused(QStringLiteral("UPDATE desk_note SET removed_at = 5, removed_by = 1001, %1 WHERE id = 77").arg(QString::fromLatin1(change))), change);
    QVERIFY(refused(QStringLiteral("DELETE FROM desk_note WHERE id = 77")));
    QCOMPARE(rawExec(desk.address(), QStringLiteral("UPDATE desk_note SET removed_at = 5, removed_by = 1001 WHERE id = 77")), QString());
    QVERIFY(refused(QStringLiteral("UPDATE desk_note SET removed_at = NULL, removed_by = NULL WHERE id = 77")));
}

void TstSchema::refusesUnknownCodes()
{
    const EngineDesk desk(storage::Engine::PostgreSQL);
    fillDesk(desk.address());
    QVERIFY(rawExec(desk.address(), QStringLiteral("UPDATE dispute SET state = 'Lost'")).contains(QStringLiteral("dispute_state_check")));
    QVERIFY(rawExec(desk.address(), QStringLiteral("UPDATE person SET role = 'boss'")).contains(QStringLiteral("person_role_check")));
}

void TstSchema::offersReportingViews()
{
    QFETCH(int, engine);
    const EngineDesk desk(static_cast<storage::Engine>(engine));
    fillDesk(desk.address());
    QCOMPARE(rawValue(desk.address(), QStringLiteral("SELECT holder FROM report_cases")), QStringLiteral("林晓"));
    QCOMPARE(rawValue(desk.address(), QStringLiteral("SELECT made_by FROM report_rulings WHERE effective_at IS NULL AND approved_by = '周岚'")),
             QStringLiteral("林晓"));
    QCOMPARE(rawValue(desk.address(), QStringLiteral("SELECT month FROM report_merchant_points WHERE points = 2 AND events = 1")),
             QStringLiteral("202610"));
    QCOMPARE(rawValue(desk.address(), QStringLiteral("SELECT count(*) FROM report_tasks")), QStringLiteral("1"));
}

QObject *make_tst_schema()
{
    return new TstSchema;
}

#include "tst_schema.moc"
