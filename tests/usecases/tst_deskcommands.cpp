// SPDX-License-Identifier: GPL-3.0-or-later
#include <smalldesk.h>

#include <usecases/queuefilter.h>

using namespace arb;
using namespace arb::tests;
using namespace arb::usecases;
using domain::Money;

/// The desk itself: people, settings, calendars, books, conflicts, and the check of the whole trail.
class TstDeskCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<SmallDesk>(); }

    void seedsOnceAndAlike();
    void policySurvivesItsRows();
    void addsAndDisablesPeople();
    void addingIsNoChangingOfWhoWorksHere();
    void disabledPersonHoldsNothing();
    void onlyTheAdminOrTheOwnerManages();
    void settingsAreCheckedBeforeTheyAreKept_data();
    void settingsAreCheckedBeforeTheyAreKept();
    void settingsBeyondTheMostNameIt();
    void unknownSettingsNameTheClosest_data();
    void unknownSettingsNameTheClosest();
    void settingsCountAtOnce();
    void yearsCountAtOnce();
    void conflictsAreDeclaredByOneselfOrASupervisor();
    void conflictIsACommandLikeAnyOther();
    void deskTrailIsChained();
    void verifyTellsWhereTheTrailBreaks();
    void verifyNamesTheFirstFault();
    void verifyIsForSome();
    void permissionsByRole_data();
    void permissionsByRole();
    void readsFilters_data();
    void readsFilters();
    void quotedWordsMayHoldColons();
    void refusesOtherFilters_data();
    void refusesOtherFilters();

private:
    Command owner(const QString &id = {}) { return {ownerActor(), id, {}, {}}; }
    qint64 deskEntries()
    {
        qint64 count = 0;
        const auto read = m_desk->store.entries([&](const domain::AuditEntry &entry) {
            count += entry.scope == 0 ? 1 : 0;
            return true;
        });
        return read.ok() ? count : -1;
    }
    std::unique_ptr<SmallDesk> m_desk;
};

void TstDeskCommands::seedsOnceAndAlike()
{
    const qint64 before = deskEntries();
    const auto books = m_desk->store.books();
    QVERIFY_DONE(DeskCommands(m_desk->desk).seed(ownerActor(), {books->constFirst().json}, {m_desk->store.years()->constFirst().json}));
    QCOMPARE(deskEntries(), before);
    QCOMPARE(m_desk->store.settings()->size(), DeskPolicy().toSettings().size());
    QCOMPARE_FAULT(DeskCommands(m_desk->desk).seed(ownerActor(), {"{}"}, {}), NoRuleBook);
    QCOMPARE_FAULT(DeskCommands(m_desk->desk).seed(ownerActor(), {}, {"{}"}), BadValue);
    SmallDesk other;
    QList<QByteArray> hashes[2];
    int n = 0;
    for (SmallDesk *desk : {m_desk.get(), &other}) {
        const auto read = desk->store.entries([&](const domain::AuditEntry &entry) {
            hashes[n].append(entry.hash);
            return true;
        });
        QVERIFY(read.ok());
        ++n;
    }
    QCOMPARE(hashes[0], hashes[1]); // the same seed, the same trail
}

void TstDeskCommands::policySurvivesItsRows()
{
    DeskPolicy policy;
    policy.approvalLimit = Money(7);
    policy.leaseMs = 90'000;
    policy.deskRulingClock = QStringLiteral("daily:09:00-18:00:4h");
    policy.maxRatio = 3;
    const DeskPolicy read = DeskPolicy::fromSettings(policy.toSettings());
    QCOMPARE(read.toSettings(), policy.toSettings());
    QHash<QString, QByteArray> rows = policy.toSettings();
    rows[QStringLiteral("lease_ms")] = "\"soon\"";
    rows[QStringLiteral("point_life_days")] = "0";
    rows[QStringLiteral("something_newer")] = "1";
    rows[QStringLiteral("decode.max_pixels")] = "500000000"; // an older program let that in, and granted 100 million
    QCOMPARE(DeskPolicy::fromSettings(rows).leaseMs, DeskPolicy().leaseMs); // an unreadable value falls back to its default
    QCOMPARE(DeskPolicy::fromSettings(rows).pointLifeDays, qint64(90));
    QCOMPARE(DeskPolicy::fromSettings(rows).decodeMaxPixels, qint64(100'000'000));
    QCOMPARE(DeskPolicy::fromSettings({}).toSettings(), DeskPolicy().toSettings());
}

void TstDeskCommands::addsAndDisablesPeople()
{
    DeskCommands commands(m_desk->desk);
    Person wish;
    wish.name = QStringLiteral(" 新人 ");
    const auto added = commands.addPerson(owner(QStringLiteral("p-1")), wish);
    QVERIFY_DONE(added);
    QCOMPARE(added->name, QStringLiteral("新人"));
    QVERIFY(!added->id.isNull());
    const auto again = commands.addPerson(owner(QStringLiteral("p-1")), wish);
    QVERIFY_DONE(again);
    QCOMPARE(again->id, added->id);
    const auto taken = commands.addPerson(owner(), wish);
    QCOMPARE_FAULT(taken, PersonExists);
    QCOMPARE(taken.error().who, QStringLiteral("新人"));
    wish.role = Role::Supervisor;
    QCOMPARE_FAULT(commands.addPerson(owner(QStringLiteral("p-1")), wish), OtherContent);
    for (const char *name : {"", "  ", "owner", "system"}) {
        wish.name = QString::fromLatin1(name);
        QCOMPARE_FAULT(commands.addPerson(owner(), wish), BadValue);
    }
    QVERIFY_DONE(commands.disablePerson(owner(QStringLiteral("p-2")), QStringLiteral("新人")));
    QVERIFY_DONE(commands.disablePerson(owner(QStringLiteral("p-2")), QStringLiteral("新人"))); // the same command again
    QCOMPARE_FAULT(m_desk->desk.person(QStringLiteral("新人")), UnknownPerson);
    QCOMPARE_FAULT(commands.disablePerson(owner(), QStringLiteral("新人")), UnknownPerson);
    wish.name = QStringLiteral("新人");
    const auto back = commands.addPerson(owner(), wish);
    QVERIFY_DONE(back);
    QCOMPARE(back->id, added->id); // the same person as before
}

void TstDeskCommands::addingIsNoChangingOfWhoWorksHere()
{
    DeskCommands commands(m_desk->desk);
    Person wish = m_desk->zheng; // the auditor
    wish.role = Role::Admin;
    QCOMPARE_FAULT(commands.addPerson(owner(QStringLiteral("a-1")), wish), PersonExists); // also with an id of its own
    QCOMPARE(m_desk->desk.person(m_desk->zheng.name)->role, Role::Auditor);
    QVERIFY_DONE(commands.disablePerson(owner(QStringLiteral("a-2")), m_desk->zheng.name));
    QCOMPARE_FAULT(commands.disablePerson(owner(QStringLiteral("a-3")), m_desk->zheng.name), UnknownPerson); // another command, nobody there
    wish.name = QStringLiteral("新人");
    wish.approvalLimit = Money(-5);
    const auto negative = commands.addPerson(owner(), wish);
    QCOMPARE_FAULT(negative, BadValue);
}

void TstDeskCommands::disabledPersonHoldsNothing()
{
    const domain::CaseId held = m_desk->inState(domain::DisputeState::Claimed, QStringLiteral("D-1")); // by lin
    const domain::CaseId other = m_desk->admit(QStringLiteral("D-2"));
    m_desk->claim(m_desk->chen, other);
    QVERIFY_DONE(DeskCommands(m_desk->desk).disablePerson(m_desk->as(m_desk->root), m_desk->lin.name));
    const CaseRecord freed = m_desk->record(held);
    QCOMPARE(freed.header.state, domain::DisputeState::Queued);
    QVERIFY(freed.header.holder.isNull());
    QCOMPARE(freed.audit.constLast().actor, m_desk->root.name);
    QCOMPARE(m_desk->header(other).holder, m_desk->chen.id);
    QVERIFY_DONE(m_desk->commands.claim(m_desk->as(m_desk->chen), held));
}

void TstDeskCommands::conflictIsACommandLikeAnyOther()
{
    DeskCommands commands(m_desk->desk);
    const auto add = [&](const QString &id, const char *merchant) {
        return commands.addConflict(m_desk->as(m_desk->lin, id), m_desk->lin.name, QStringLiteral("douyin"), QString::fromLatin1(merchant));
    };
    const qint64 before = deskEntries();
    QVERIFY_DONE(add(QStringLiteral("c-1"), "m-1"));
    QVERIFY_DONE(add(QStringLiteral("c-1"), "m-1"));
    QVERIFY_DONE(add({}, "m-1")); // declared is declared
    QCOMPARE_FAULT(add(QStringLiteral("c-1"), "m-2"), OtherContent);
    QCOMPARE(deskEntries(), before + 1);
    QCOMPARE(*m_desk->store.conflicts(m_desk->lin.id), QStringList{QStringLiteral("douyin:m-1")});
}

void TstDeskCommands::onlyTheAdminOrTheOwnerManages()
{
    DeskCommands commands(m_desk->desk);
    const qint64 before = deskEntries();
    Person wish;
    wish.name = QStringLiteral("新人");
    const QByteArray year = R"({"format":1,"year":2027,"source":"test","holidays":["2027-01-01"],"makeUpWorkingDays":[]})";
    for (const Person &person : {m_desk->lin, m_desk->xu, m_desk->zheng}) {
        const Command as = m_desk->as(person);
        QCOMPARE_FAULT(commands.addPerson(as, wish), NotAllowed);
        QCOMPARE_FAULT(commands.disablePerson(as, m_desk->chen.name), NotAllowed);
        QCOMPARE_FAULT(commands.setSetting(as, QStringLiteral("lease_ms"), "60000"), NotAllowed);
        QCOMPARE_FAULT(commands.addYear(as, year), NotAllowed);
    }
    QCOMPARE(deskEntries(), before);
    QVERIFY_DONE(commands.addYear(m_desk->as(m_desk->root), year));
    QVERIFY_DONE(commands.addPerson(m_desk->as(m_desk->root), wish));
    QCOMPARE(deskEntries(), before + 2);
}

void TstDeskCommands::settingsAreCheckedBeforeTheyAreKept_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<bool>("taken");
    QTest::newRow("a lease") << QStringLiteral("lease_ms") << QByteArray("60000") << true;
    QTest::newRow("a lease of nothing") << QStringLiteral("lease_ms") << QByteArray("0") << false;
    QTest::newRow("a lease in words") << QStringLiteral("lease_ms") << QByteArray("\"long\"") << false;
    QTest::newRow("a fraction") << QStringLiteral("lease_ms") << QByteArray("60000.5") << false;
    QTest::newRow("a clock") << QStringLiteral("clock_evidence") << QByteArray("\"daily:09:00-18:00:4h\"") << true;
    QTest::newRow("no clock") << QStringLiteral("clock_evidence") << QByteArray("\"tomorrow\"") << false;
    QTest::newRow("an empty clock") << QStringLiteral("clock_evidence") << QByteArray("\"\"") << false;
    QTest::newRow("a limit") << QStringLiteral("approval_limit_fen") << QByteArray("50000") << true;
    QTest::newRow("a negative limit") << QStringLiteral("approval_limit_fen") << QByteArray("-1") << false;
    QTest::newRow("the most pixels") << QStringLiteral("decode.max_pixels") << QByteArray("100000000") << true;
    QTest::newRow("a pixel more") << QStringLiteral("decode.max_pixels") << QByteArray("100000001") << false;
    QTest::newRow("a byte more than a picture's file may have") << QStringLiteral("decode.max_bytes") << QByteArray("268435457") << false;
    QTest::newRow("a second more for a film") << QStringLiteral("decode.film_seconds") << QByteArray("21") << false;
    QTest::newRow("more than there are numbers") << QStringLiteral("decode.max_pixels") << QByteArray("1e300") << false;
    QTest::newRow("an unknown key") << QStringLiteral("coffee") << QByteArray("1") << false;
    QTest::newRow("no JSON") << QStringLiteral("lease_ms") << QByteArray("1,2") << false;
}

void TstDeskCommands::settingsAreCheckedBeforeTheyAreKept()
{
    QFETCH(QString, key);
    QFETCH(QByteArray, json);
    QFETCH(bool, taken);
    const QHash<QString, QByteArray> before = *m_desk->store.settings();
    const auto done = DeskCommands(m_desk->desk).setSetting(m_desk->as(m_desk->root), key, json);
    QCOMPARE(done.ok(), taken);
    QCOMPARE(m_desk->store.settings()->value(key), taken ? json : before.value(key));
}

void TstDeskCommands::settingsBeyondTheMostNameIt()
{
    DeskCommands commands(m_desk->desk);
    const auto done = commands.setSetting(m_desk->as(m_desk->root), QStringLiteral("decode.max_pixels"), "500000000");
    QCOMPARE_FAULT(done, SettingTooLarge);
    QCOMPARE(done.error().text, QStringLiteral("decode.max_pixels"));
    QCOMPARE(done.error().closest, QStringLiteral("100000000"));
    QCOMPARE_FAULT(commands.setSetting(m_desk->as(m_desk->root), QStringLiteral("decode.max_pixels"), "0"), BadValue);
    QVERIFY_DONE(commands.setSetting(m_desk->as(m_desk->root), QStringLiteral("lease_ms"), "500000000")); // has no most
}

void TstDeskCommands::unknownSettingsNameTheClosest_data()
{
    QTest::addColumn<QString>("closest");
    QTest::newRow("leas_ms") << QStringLiteral("lease_ms");
    QTest::newRow("clock_evidense") << QStringLiteral("clock_evidence");
    QTest::newRow("approval_limit") << QStringLiteral("approval_limit_fen");
}

void TstDeskCommands::unknownSettingsNameTheClosest()
{
    QFETCH(QString, closest);
    const auto done = DeskCommands(m_desk->desk).setSetting(m_desk->as(m_desk->root), QString::fromLatin1(QTest::currentDataTag()), "1");
    QCOMPARE_FAULT(done, NoSuchSetting);
    QCOMPARE(done.error().closest, closest);
}

void TstDeskCommands::settingsCountAtOnce()
{
    QVERIFY_DONE(DeskCommands(m_desk->desk).setSetting(m_desk->as(m_desk->root), QStringLiteral("lease_ms"), "60000"));
    const domain::CaseId id = m_desk->inState(domain::DisputeState::Claimed, QStringLiteral("D-1"));
    QCOMPARE(m_desk->header(id).leaseUntil, std::optional(m_desk->clock.at.plusMs(60'000)));
}

void TstDeskCommands::yearsCountAtOnce()
{
    const auto clock = domain::ClockSpec::parse(QStringLiteral("workdays:1"));
    QVERIFY(!m_desk->desk.calendar()->due(SmallDesk::at("2026-12-31T10:00"), *clock).ok());
    const QByteArray year = R"({"format":1,"year":2027,"source":"test","holidays":["2027-01-01"],"makeUpWorkingDays":[]})";
    QVERIFY_DONE(DeskCommands(m_desk->desk).addYear(owner(), year));
    const auto due = m_desk->desk.calendar()->due(SmallDesk::at("2026-12-31T10:00"), *clock);
    QVERIFY(due.ok());
    QCOMPARE(due->at, SmallDesk::at("2027-01-04T10:00"));
}

void TstDeskCommands::conflictsAreDeclaredByOneselfOrASupervisor()
{
    DeskCommands commands(m_desk->desk);
    const auto add = [&](const Person &by, const Person &of) {
        return commands.addConflict(m_desk->as(by), of.name, QStringLiteral("douyin"), QStringLiteral("m-1"));
    };
    QCOMPARE_FAULT(add(m_desk->lin, m_desk->chen), NotAllowed);
    QVERIFY_DONE(add(m_desk->lin, m_desk->lin));
    QVERIFY_DONE(add(m_desk->xu, m_desk->chen));
    QCOMPARE(*m_desk->store.conflicts(m_desk->chen.id), QStringList{QStringLiteral("douyin:m-1")});
}

void TstDeskCommands::deskTrailIsChained()
{
    const auto report = verifyAudit(m_desk->desk, m_desk->actor(m_desk->zheng));
    QVERIFY_DONE(report);
    QVERIFY(!report->firstFault.has_value());
    QCOMPARE(report->scopes, qint64(1));
    QCOMPARE(report->entries, deskEntries());
}

namespace {

/// The trail of another store, changed on its way.
struct ChangedTrail final : AuditStore
{
    explicit ChangedTrail(AuditStore &under) : store(under) {}
    AuditStore &store;
    std::function<std::optional<domain::AuditEntry>(domain::AuditEntry)> change;
    std::function<std::optional<domain::AuditHead>(qint64, domain::AuditHead)> changeHead = [](qint64, const domain::AuditHead &head) { return head; };
    Stored<void> entries(const std::function<bool(const domain::AuditEntry &)> &row) override
    {
        return store.entries([&](const domain::AuditEntry &entry) {
            const auto changed = change(entry);
            return !changed || row(*changed);
        });
    }
    Stored<void> heads(const std::function<bool(qint64, const domain::AuditHead &)> &row) override
    {
        return store.heads([&](qint64 scope, const domain::AuditHead &head) {
            const auto changed = changeHead(scope, head);
            return !changed || row(scope, *changed);
        });
    }
    Stored<void> rulings(const std::function<bool(qint64, domain::RulingId, const QByteArray &)> &row) override
    {
        return store.rulings([&](qint64 scope, domain::RulingId id, const QByteArray &sha256) {
            const auto changed = changeRuling(sha256);
            return !changed || row(scope, id, *changed);
        });
    }
    std::function<std::optional<QByteArray>(const QByteArray &)> changeRuling = [](const QByteArray &sha256) { return std::optional(sha256); };
};

} // namespace

void TstDeskCommands::verifyTellsWhereTheTrailBreaks()
{
    const domain::CaseId id = m_desk->inState(domain::DisputeState::Ruled, QStringLiteral("D-1")); // admit, claim, rule
    ChangedTrail trail(m_desk->store);
    Desk desk{m_desk->store, m_desk->store, m_desk->store, m_desk->store, trail, m_desk->store, m_desk->store, m_desk->store, m_desk->vault, m_desk->inspector, m_desk->chats, m_desk->clock, m_desk->ids};
    const auto finding = [&] { return must(verifyAudit(desk, m_desk->actor(m_desk->zheng)), "verify").firstFault; };
    using Fault = domain::AuditFault;
    trail.change = [&](domain::AuditEntry entry) {
        if (entry.scope == id.value() && entry.seq == 2)
            entry.actor = QStringLiteral("somebody");
        return std::optional(entry);
    };
    QCOMPARE(finding(), std::optional(domain::AuditFinding{id.value(), 2, Fault::HashDiffers}));
    trail.change = [&](const domain::AuditEntry &entry) { return entry.scope == id.value() && entry.seq == 2 ? std::nullopt : std::optional(entry); };
    QCOMPARE(finding(), std::optional(domain::AuditFinding{id.value(), 2, Fault::SequenceBroken}));
    trail.change = [&](const domain::AuditEntry &entry) { return entry.scope == id.value() && entry.seq == 3 ? std::nullopt : std::optional(entry); };
    QCOMPARE(finding(), std::optional(domain::AuditFinding{id.value(), 3, Fault::HeadDiffers})); // a tail that was cut off
    trail.change = [&](const domain::AuditEntry &entry) { return entry.scope == id.value() ? std::nullopt : std::optional(entry); };
    const std::optional dropped(domain::AuditFinding{id.value(), 1, Fault::SequenceBroken});
    QCOMPARE(finding(), dropped); // all of it
    const auto setHead = [&](const domain::AuditHead &to) {
        trail.changeHead = [&id, to](qint64 scope, const domain::AuditHead &head) { return std::optional(scope == id.value() ? to : head); };
    };
    setHead(domain::emptyAuditHead());
    QCOMPARE(finding(), dropped); // and its head set back, as if nothing had ever happened
    trail.change = [](const domain::AuditEntry &entry) { return std::optional(entry); };
    QCOMPARE(finding(), std::optional(domain::AuditFinding{id.value(), 1, Fault::HeadMissing}));
    setHead({3, QByteArray(64, 'f')});
    QCOMPARE(finding(), std::optional(domain::AuditFinding{id.value(), 3, Fault::HeadDiffers}));
    trail.changeHead = [&](qint64 scope, const domain::AuditHead &head) { return scope == id.value() ? std::nullopt : std::optional(head); };
    QCOMPARE(finding(), std::optional(domain::AuditFinding{id.value(), 1, Fault::HeadMissing})); // entries of a case that is gone
    trail.changeHead = [](qint64, const domain::AuditHead &head) { return std::optional(head); };
    QCOMPARE(finding(), std::nullopt);
    const domain::AuditFinding ruling{id.value(), 3, Fault::RulingDiffers};
    trail.changeRuling = [](const QByteArray &) { return std::optional(QByteArray(64, '1')); };
    QCOMPARE(finding(), std::optional(ruling));
    trail.changeRuling = [](const QByteArray &) { return std::optional(QByteArray()); }; // the row contradicts itself
    QCOMPARE(finding(), std::optional(ruling));
    trail.changeRuling = [](const QByteArray &) { return std::optional<QByteArray>(); }; // gone
    QCOMPARE(finding(), std::optional(ruling));
    trail.changeRuling = [](const QByteArray &sha256) { return std::optional(sha256); };
    // Two entries that changed places: their numbers give them away.
    QList<domain::AuditEntry> entries;
    QVERIFY(m_desk->store.entries([&](const domain::AuditEntry &entry) {
        if (entry.scope == id.value())
            entries.append(entry);
        return true;
    }));
    trail.change = [&](const domain::AuditEntry &entry) {
        const bool swapped = entry.scope == id.value() && entry.seq >= 2;
        return std::optional(swapped ? entries.at(entry.seq == 2 ? 2 : 1) : entry);
    };
    QCOMPARE(finding(), std::optional(domain::AuditFinding{id.value(), 2, Fault::SequenceBroken}));
}

void TstDeskCommands::verifyNamesTheFirstFault()
{
    const domain::CaseId first = m_desk->admit(QStringLiteral("D-1"));
    const domain::CaseId second = m_desk->admit(QStringLiteral("D-2"));
    const domain::CaseId third = m_desk->admit(QStringLiteral("D-3"));
    ChangedTrail trail(m_desk->store);
    Desk desk{m_desk->store, m_desk->store, m_desk->store, m_desk->store, trail, m_desk->store, m_desk->store, m_desk->store, m_desk->vault, m_desk->inspector, m_desk->chats, m_desk->clock, m_desk->ids};
    // The first and the second lost their chains, the third has a forged entry behind them.
    trail.change = [&](domain::AuditEntry entry) -> std::optional<domain::AuditEntry> {
        if (entry.scope == first.value() || entry.scope == second.value())
            return std::nullopt;
        if (entry.scope == third.value())
            entry.actor = QStringLiteral("somebody");
        return entry;
    };
    const auto report = verifyAudit(desk, m_desk->actor(m_desk->zheng));
    QVERIFY_DONE(report);
    QCOMPARE(report->firstFault, std::optional(domain::AuditFinding{first.value(), 1, domain::AuditFault::SequenceBroken}));
}

void TstDeskCommands::verifyIsForSome()
{
    for (const Person &person : {m_desk->xu, m_desk->zheng, m_desk->root})
        QVERIFY_DONE(verifyAudit(m_desk->desk, m_desk->actor(person)));
    QVERIFY_DONE(verifyAudit(m_desk->desk, ownerActor()));
    QCOMPARE_FAULT(verifyAudit(m_desk->desk, m_desk->actor(m_desk->lin)), NotAllowed);
}

void TstDeskCommands::permissionsByRole_data()
{
    QTest::addColumn<Permission>("permission");
    QTest::addColumn<QString>("who"); // o owner, r reviewer, s supervisor, a auditor, d admin, y system
    using enum Permission;
    const auto row = [](const char *name, Permission permission, const char *who) { QTest::newRow(name) << permission << QString::fromLatin1(who); };
    row("read cases", ReadCases, "orsa");
    row("import", Import, "orsd");
    row("claim", Claim, "rs");
    row("rule", Rule, "rs");
    row("recall", Recall, "rs");
    row("request evidence", RequestEvidence, "rs");
    row("approve", Approve, "s");
    row("take over", TakeOver, "s");
    row("assign", Assign, "s");
    row("reverse", Reverse, "s");
    row("run tasks", RunTasks, "sy");
    row("reports", ReadReports, "osa");
    row("export", ExportCase, "s");
    row("verify", VerifyAudit, "osad");
    row("people", ManagePeople, "od");
    row("policy", ManagePolicy, "od");
    row("settings", ManageSettings, "od");
    row("database", ManageDatabase, "od");
}

void TstDeskCommands::permissionsByRole()
{
    QFETCH(Permission, permission);
    QFETCH(QString, who);
    const auto check = [&](const Actor &actor, char letter) {
        return permitted(actor, permission) == who.contains(QLatin1Char(letter));
    };
    QVERIFY(check(ownerActor(), 'o'));
    QVERIFY(check(systemActor(), 'y'));
    QVERIFY(check(m_desk->actor(m_desk->lin), 'r'));
    QVERIFY(check(m_desk->actor(m_desk->xu), 's'));
    QVERIFY(check(m_desk->actor(m_desk->zheng), 'a'));
    QVERIFY(check(m_desk->actor(m_desk->root), 'd'));
    Actor gone = m_desk->actor(m_desk->xu);
    gone.person.enabled = false;
    QVERIFY(!permitted(gone, permission));
}

void TstDeskCommands::readsFilters_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("number"); // the only case it must find, of D-1 (269 yuan, Claimed by lin) and D-2 (1,200 yuan, flagged)
    const auto row = [](const char *text, const char *number) { QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(number); };
    row("D-1", "D-1");
    row("state:claimed", "D-1");
    row("state:Claimed state:Closed", "D-1");
    row("holder:林晓", "D-1");
    row("flag:injury", "D-2");
    row("amount:>=100000", "D-2");
    row("amount:<=26900", "D-1");
    row("amount:26900", "D-1");
    row("amount:100000..130000", "D-2");
    row("tag:carrier_cause", "D-2");
    row("merchant:m-2", "D-2");
    row("merchant:\"一 店\"", "D-2");
    row("reason:damaged", "D-2");
    row("手环 d-1", "D-1");
    row("due:<4h holder:林晓", "D-1");
    row("category:home platform:douyin type:return_refund", "D-2");
    row("category:家居日用 platform:抖音", "D-2");
    row("state:审理中", "D-1");
    row("state:\"In review\"", "D-1");
    row("reason:破损", "D-2");
    row("reason:DAMAGED", "D-2");
    row("flag:人身伤害 reason:damaged", "D-2");
    row("parked:yes", "D-2");
    row("parked:no", "D-1");
    row("reserved:yes", "D-2");
    row("reserved:no", "D-1");
    row("reserved:陈默", "D-2");
    row("reserved:陈默 parked:yes", "D-2");
}

void TstDeskCommands::readsFilters()
{
    QFETCH(QString, text);
    QFETCH(QString, number);
    m_desk->inState(domain::DisputeState::Claimed, QStringLiteral("D-1"));
    const domain::CaseId other = m_desk->admit(QStringLiteral("D-2"), [](domain::CaseFile &file) {
        file.order.paid = Money(120'000);
        file.afterSale.claimed = Money(120'000);
        file.afterSale.reason = domain::Reason::Damaged;
        file.flags = {domain::CaseFlag::Injury};
        file.merchant.id = QStringLiteral("m-2");
        file.merchant.name = QStringLiteral("一 店");
        file.category = QStringLiteral("home");
    });
    must(m_desk->commands.tag(m_desk->as(m_desk->lin), other, {QStringLiteral("carrier_cause")}, {}), "tag");
    must(m_desk->commands.assign(m_desk->as(m_desk->xu), other, m_desk->chen.name), "assign");
    must(m_desk->commands.park(m_desk->as(m_desk->xu), other, m_desk->clock.at.plusMs(domain::hourMs)), "park");
    const auto filter = parseQueueFilter(text);
    QVERIFY(filter.ok());
    const auto again = parseQueueFilter(queueFilterText(*filter)); // the line that chips write means the same
    QVERIFY(again.ok());
    QCOMPARE(queueFilterText(*again), queueFilterText(*filter));
    QueueQuery query;
    query.view = QueueView::All;
    query.filter = *again;
    query.now = m_desk->clock.at;
    QStringList numbers;
    const auto rows = m_desk->store.queue(query);
    for (const CaseHeader &row : rows.value())
        numbers.append(row.caseNo);
    QCOMPARE(numbers, QStringList{number});
}

/// A time of day or what stands in a chat is a word when it begins with a quote, and stays one when it is written down.
void TstDeskCommands::quotedWordsMayHoldColons()
{
    for (const char *sought : {"12:30", "L:x", "state:Claimed", "see: here", ":x"}) {
        QueueFilter filter;
        filter.words = {QString::fromLatin1(sought)};
        const QString line = queueFilterText(filter);
        QCOMPARE(line, QStringLiteral("\"%1\"").arg(QLatin1StringView(sought)));
        const auto again = parseQueueFilter(line + QStringLiteral(" tag:\"a b\""));
        QVERIFY2(again.ok(), sought);
        QCOMPARE(again->words, filter.words);
        QCOMPARE(again->tags, QStringList{QStringLiteral("a b")}); // a quote behind the colon is the value's
        QVERIFY(again->states.isEmpty());
    }
    QCOMPARE(queueFilterText(*parseQueueFilter(QStringLiteral("D-1"))), QStringLiteral("D-1"));
}

void TstDeskCommands::refusesOtherFilters_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("token");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *text, const char *token, const char *expected) {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(token) << QString::fromLatin1(expected);
    };
    row("colour:red", "colour:red", "key");
    row("state:Sleeping", "state:Sleeping", "code");
    row("band reason:dislike", "reason:dislike", "code");
    row("amount:much", "amount:much", "amount");
    row("amount:>=", "amount:>=", "amount");
    row("due:<4w", "due:<4w", "duration");
    row("overdue:maybe", "overdue:maybe", "yes or no");
    row("parked:maybe", "parked:maybe", "yes or no");
    row("overdue:yes overdue:no", "overdue:no", "contradiction");
    row("parked:no a parked:yes", "parked:yes", "contradiction");
    row("reserved:yes reserved:no", "reserved:no", "contradiction");
    row("reserved:", "reserved:", "value");
    row("flag:red", "flag:red", "code");
    row("%", "%", "word");
    row("* parked:yes :::", "* :::", "word");
    row("amount:500..100", "amount:500..100", "range");
    row("amount:>=500 D-1 amount:<=100", "amount:500..100", "range");
    row("holder:", "holder:", "value");
    row("tag:\"\"", "tag:", "value");
    row("buyer:\"  \" D-1", "buyer:  ", "value");
    row("state:", "state:", "value");
    row("overdue:", "overdue:", "value");
    row("colour:", "colour:", "key");
    row("\"", "\"", "quote");
    row("D-1 holder:\"a b", "holder:\"a b", "quote");
    row("\"a b\" c\"d e", "c\"d e", "quote");
    row("tag:\"a\"\" b", "tag:\"a\"\" b", "quote"); // three of them
    row("colour:red tag:\"x y", "tag:\"x y", "quote"); // before anything else: it may swallow what follows
}

void TstDeskCommands::refusesOtherFilters()
{
    QFETCH(QString, text);
    QFETCH(QString, token);
    QFETCH(QString, expected);
    const auto filter = parseQueueFilter(text);
    QVERIFY(!filter.ok());
    QCOMPARE(filter.error().token, token);
    QCOMPARE(filter.error().expected, expected);
}

QObject *make_tst_deskcommands();
QObject *make_tst_deskcommands()
{
    return new TstDeskCommands;
}

#include "tst_deskcommands.moc"
