// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo.h"

#include "background.h"
#include "crowd.h"
#include "evidencestage.h"
#include "player.h"
#include "story.h"

#include "../clocks.h"
#include "../opentext.h"
#include "../workspace.h"

#include <intake/chatfiles.h>
#include <intake/importrun.h>

#include <presentation/errortext.h>

#include <usecases/admitcase.h>
#include <usecases/deskcommands.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QLockFile>
#include <QtCore/QStandardPaths>
#include <QtCore/QTemporaryDir>

namespace arb::app {

using domain::Failure;
using demo::Told;
using namespace usecases;

namespace {

struct DemoWords
{
    Q_DECLARE_TR_FUNCTIONS(Demo)
};

constexpr int lightBatch = 500;                       ///< plain cases taken in by one transaction
constexpr int playedAtMost = 300;                     ///< beyond that, cases are copied from ones that were played
constexpr int fewestCopies = 500;                     ///< fewer are not worth the models
constexpr qint64 recallWindow = 30 * domain::minuteMs; ///< longer than a desk's usual one, so that recalling can be tried

/// The people of the demo. Both reviewers beside 周岚 hear appeals, since the appeal of the demo is against her ruling.
QList<Person> demoPeople()
{
    const domain::Money usual = DeskPolicy().approvalLimit;
    const domain::Money high(50'000'000);
    const auto person = [](const QString &name, Role role, domain::Money limit, bool appeals) {
        return Person{.id = {}, .name = name, .role = role, .enabled = true, .approvalLimit = limit, .hearsAppeals = appeals};
    };
    return {person(QStringLiteral("林晓"), Role::Reviewer, usual, true), person(QStringLiteral("陈默"), Role::Reviewer, usual, true),
            person(QStringLiteral("周岚"), Role::Reviewer, usual, false), person(QStringLiteral("许文"), Role::Supervisor, high, true),
            person(QStringLiteral("郑一"), Role::Auditor, usual, false)};
}

Told<void> toldOf(const Done<void> &done)
{
    return done ? Told<void>() : Told<void>(Failure{presentation::errorText(done.error())});
}

/// A desk being made, on a clock that stands where it is put and with ids that come from the seed.
class Building
{
public:
    Building(storage::Database &database, const QString &vaultRoot, qint64 databaseId, quint64 seed)
        : m_stores(database), m_vault(vaultRoot, databaseId, m_stores.intake), m_ids(seed),
          m_desk{m_stores.cases, m_stores.intake, m_stores.tasks, m_stores.reports, m_stores.audit, m_stores.desk, m_stores.queue, m_stores.examination, m_vault,
                 m_inspector, m_chats, m_clock, m_ids},
          m_stage(m_desk)
    {
    }
    Told<void> furnish();
    Told<void> fill(const DemoWish &wish, const QString &source, const std::function<bool(int, int)> &progress);

private:
    Told<domain::CaseId> admit(const demo::Story &story);
    Told<domain::CaseId> importBundle(const demo::Story &story);
    Told<void> admitLight(const QList<demo::Story> &stories);
    Told<void> copyMany(const DemoWish &wish, const QString &source, const QList<demo::Background::Model> &models,
                        const std::function<bool(int, int)> &progress);

    storage::SqlStores m_stores;
    LazyVault m_vault;
    media::DecodeService m_decoder{decoderOptions()};
    media::FileInspector m_inspector{m_decoder};
    intake::ChatFiles m_chats;
    FixedTime m_clock;
    RandomIds m_ids;
    Desk m_desk;
    demo::EvidenceStage m_stage;
    int m_admitted = 0;
};

/// Settings, rule books, years and people, on a day before the first case.
Told<void> Building::furnish()
{
    m_clock.at = domain::UtcMs::fromPlatform(QDate(2026, 6, 1), QTime(9, 0));
    DeskCommands desk(m_desk);
    const Command owner{ownerActor(), {}, {}, {}};
    if (const auto seeded = desk.seed(owner.actor, shippedBooks(), shippedYears()); !seeded)
        return toldOf(seeded);
    if (const auto set = desk.setSetting(owner, QStringLiteral("recall_window_ms"), QByteArray::number(recallWindow)); !set)
        return toldOf(set);
    // Everybody who tries the demo opens the case they want to see; a real desk serves in order.
    if (const auto set = desk.setSetting(owner, QStringLiteral("serve_next"), QByteArray("false")); !set)
        return toldOf(set);
    if (const auto settings = m_stores.desk.settings())
        m_decoder.setLimits(decodeLimitsOf(usecases::DeskPolicy::fromSettings(*settings)));
    for (const Person &person : demoPeople()) {
        const auto added = desk.addPerson(owner, person);
        if (!added)
            return Failure{presentation::errorText(added.error())};
    }
    return {};
}

/// The fifteen come in as any case does: as a bundle, through the import with all its checks.
Told<domain::CaseId> Building::importBundle(const demo::Story &story)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(story.caseNo + QStringLiteral(".arbcase"));
    if (const auto written = m_stage.writeBundle(story, path); !written)
        return Failure{written.error()};
    const auto vault = m_vault.real();
    if (!vault)
        return Failure{presentation::errorText(vault.error())};
    const AdmitCases admit(m_desk);
    const auto results = intake::ImportRun(admit, **vault, &m_inspector)(ownerActor(), {path});
    if (results.size() != 1 || results.constFirst().state != intake::ImportState::Imported)
        return Failure{results.isEmpty() ? QCoreApplication::translate("Demo", "The case %1 was not taken in.").arg(story.caseNo) : intake::describe(results.constFirst())};
    return results.constFirst().id;
}

Told<domain::CaseId> Building::admit(const demo::Story &story)
{
    ++m_admitted;
    if (story.bundled)
        return importBundle(story);
    const auto staged = m_stage.stage(story);
    if (!staged)
        return Failure{staged.error()};
    const auto answers = AdmitCases(m_desk)(ownerActor(), {*staged});
    if (!answers.constFirst())
        return Failure{DemoWords::tr("The case %1 was not taken in.").arg(story.caseNo)};
    return answers.constFirst()->id;
}

Told<void> Building::admitLight(const QList<demo::Story> &stories)
{
    QList<StagedCase> cases;
    for (const demo::Story &story : stories) {
        auto staged = m_stage.stage(story);
        if (!staged)
            return Failure{staged.error()};
        cases.append(std::move(staged).value());
    }
    m_admitted += int(cases.size());
    const auto answers = AdmitCases(m_desk)(ownerActor(), cases);
    for (const auto &answer : answers) {
        if (!answer)
            return Failure{DemoWords::tr("The case %1 was not taken in.").arg(answer.error().caseNo)};
    }
    return {};
}

Told<void> Building::fill(const DemoWish &wish, const QString &source, const std::function<bool(int, int)> &progress)
{
    auto stories = demo::storiesIn(source);
    if (!stories)
        return Failure{stories.error()};
    const auto calendar = m_desk.calendar();
    if (!calendar)
        return Failure{presentation::errorText(calendar.error())};
    const int told = int(stories->size());
    const bool copies = wish.cases >= playedAtMost + fewestCopies;
    const int toPlay = copies ? playedAtMost : qMax(wish.cases, told);
    auto background = demo::backgroundStories(source, wish.seed, toPlay - told, copies, *calendar);
    if (!background)
        return Failure{background.error()};
    *stories += background->told;
    for (const demo::Background::Model &model : std::as_const(background->models))
        stories->append(model.story);

    QList<demo::Player::Errand> errands;
    for (qsizetype first = 0; first < background->light.size(); first += lightBatch) {
        const QList<demo::Story> batch = background->light.mid(first, lightBatch); // ordered by time
        errands.append({batch.constLast().admitAt, [this, batch] { return admitLight(batch); }});
    }
    const int of = qMax(wish.cases, told);
    const auto step = [&] { return !progress || progress(m_admitted, of); };
    demo::Player player(m_desk, m_clock, m_stage, [this](const demo::Story &story) { return admit(story); });
    if (const auto played = player.play(*stories, errands, demoStart(), step); !played)
        return played;
    m_stage.settle();
    if (copies) {
        if (const auto copied = copyMany(wish, source, background->models, progress); !copied)
            return copied;
    }
    // The clock is written last: a desk with a demo clock is a finished demo.
    if (const auto set = m_stores.desk.setDeskClock(demoStart()); !set)
        return Failure{presentation::errorText(CommandError(set.error()))};
    return {};
}

/// The rest of a desk of many thousands.
Told<void> Building::copyMany(const DemoWish &wish, const QString &source, const QList<demo::Background::Model> &models,
                              const std::function<bool(int, int)> &progress)
{
    QHash<domain::CaseId, QString> standings;
    QList<domain::CaseId> ids;
    for (const demo::Background::Model &model : models) {
        const auto id = m_desk.caseByRef(model.story.caseNo);
        if (!id)
            return Failure{presentation::errorText(id.error())};
        standings.insert(*id, model.standing);
        ids.append(*id);
    }
    const auto policy = m_desk.policy();
    if (!policy)
        return Failure{presentation::errorText(policy.error())};
    const domain::RankWeights weights{.msPerHundredYuan = policy->rankMsPerHundredYuan, .amountCapMs = policy->rankAmountCapMs,
                                      .riskMs = policy->rankRiskMs};
    const auto copies = storage::CaseCopies::of(m_stores.database, ids, weights);
    if (!copies)
        return Failure{presentation::errorText(CommandError(copies.error()))};
    auto crowd = demo::Crowd::of(source, wish.seed, standings, (*copies)->models(), demoStart());
    if (!crowd)
        return Failure{crowd.error()};
    crowd->plan(wish.cases - m_admitted);
    const auto written = (*copies)->write([&] { return crowd->next(); },
                                          [&](qint64 done) { return !progress || progress(m_admitted + static_cast<int>(done), wish.cases); });
    if (!written)
        return Failure{presentation::errorText(CommandError(written.error()))};
    if (!*written)
        return Failure{demo::stopped()};
    return {};
}

Told<void> build(const DemoWish &wish, const QString &address, const QString &vaultRoot, const std::function<bool(int, int)> &progress)
{
    const auto parsed = storage::parseAddress(address);
    if (!parsed)
        return Failure{DemoWords::tr("“%1” is no database address.").arg(address)};
    const auto opened = storage::Database::open(*parsed, {.readOnly = false, .create = true, .anySchema = true, .password = {}});
    if (!opened)
        return Failure{openText(opened.error(), address)};
    storage::Database &database = **opened;
    if (const auto migrated = database.migrate(); !migrated)
        return Failure{DemoWords::tr("The demo's database could not be made: %1").arg(migrated.error().detail)};
    storage::SqlDeskStore store(database);
    const auto id = store.databaseId();
    if (!id)
        return Failure{presentation::errorText(CommandError(id.error()))};
    Building building(database, vaultRoot, *id, wish.seed);
    if (const auto furnished = building.furnish(); !furnished)
        return furnished;
    return building.fill(wish, wish.source.isEmpty() ? demo::sourceFolder() : wish.source, progress);
}

enum class Found { Nothing, Demo, RealDesk };

/// What lies at @p address: a demo is known by its clock, a desk by its people or cases.
Found look(const QString &address)
{
    const auto parsed = storage::parseAddress(address);
    if (!parsed)
        return Found::Nothing; // said better when it is opened
    const auto opened = storage::Database::open(*parsed, {.readOnly = true, .create = false, .anySchema = false, .password = {}});
    if (!opened) {
        const bool nothing = opened.error().fault == storage::OpenFault::NotFound || opened.error().fault == storage::OpenFault::NoSchema;
        return nothing ? Found::Nothing : Found::RealDesk;
    }
    storage::SqlStores stores(**opened);
    const auto clock = stores.desk.deskClock();
    if (clock && clock->has_value())
        return Found::Demo;
    const auto people = stores.desk.people();
    return people && people->isEmpty() ? Found::Nothing : Found::RealDesk;
}

void removeDesk(const QString &file)
{
    for (const char *end : {"", "-wal", "-shm"})
        QFile::remove(QString(file + QLatin1StringView(end)));
}

/// The new desk and its vault take the place of what was there.
Told<void> moveIn(const QString &from, const QString &dir)
{
    const QString file = dir + QStringLiteral("/arbiter.db");
    removeDesk(file);
    QDir(demoVault(dir)).removeRecursively();
    if (!QDir().rename(demoVault(from), demoVault(dir)) || !QFile::rename(from + QStringLiteral("/arbiter.db"), file))
        return Failure{DemoWords::tr("The demo cannot be put into %1.").arg(dir)};
    QDir(from).removeRecursively();
    return {};
}

bool holdsFiles(const QString &folder)
{
    return !QDir(folder).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
}

/// Files at the places that a demo will take, though no demo is there that they could belong to. A preparation that was
/// interrupted is known by its database.
bool foreignFilesIn(const QString &dir, const QString &workshop)
{
    const bool interrupted = QFile::exists(workshop + QStringLiteral("/arbiter.db"));
    return !interrupted && (holdsFiles(demoVault(dir)) || holdsFiles(workshop));
}

Told<QString> prepareFile(const DemoWish &wish, const QString &dir, const std::function<bool(int, int)> &progress)
{
    const QString address = QString(QStringLiteral("sqlite:") + dir + QStringLiteral("/arbiter.db"));
    const QString workshop = dir + QStringLiteral("/preparing");
    switch (look(address)) {
    case Found::Demo:
        if (!wish.fresh)
            return address;
        break;
    case Found::Nothing:
        if (foreignFilesIn(dir, workshop))
            return Failure{DemoWords::tr("%1 holds files that belong to no demo. Nothing was changed; choose another folder with --dir.").arg(dir)};
        break;
    case Found::RealDesk:
        return Failure{DemoWords::tr("%1 holds a desk that is no demo. Nothing was changed; choose another folder with --dir.").arg(dir)};
    }
    QDir(workshop).removeRecursively(); // what an interrupted preparation left
    if (!QDir().mkpath(workshop))
        return Failure{DemoWords::tr("%1 cannot be written to.").arg(dir)};
    const auto built = build(wish, QStringLiteral("sqlite:") + workshop + QStringLiteral("/arbiter.db"), demoVault(workshop), progress);
    if (!built) {
        QDir(workshop).removeRecursively();
        return Failure{built.error()};
    }
    if (const auto moved = moveIn(workshop, dir); !moved)
        return Failure{moved.error()};
    return address;
}

Told<QString> prepareServer(const DemoWish &wish, const QString &dir, const std::function<bool(int, int)> &progress)
{
    switch (look(wish.database)) {
    case Found::Demo:
        if (wish.fresh)
            return Failure{DemoWords::tr("A demo on a server is not made anew; name an empty database.")};
        return wish.database;
    case Found::Nothing:
        break;
    case Found::RealDesk:
        return Failure{DemoWords::tr("%1 is not empty. Nothing was changed; name an empty database.").arg(wish.database)};
    }
    if (const auto built = build(wish, wish.database, demoVault(dir), progress); !built)
        return Failure{built.error()};
    return wish.database;
}

} // namespace

QString demoFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/arbiter/demo");
}

QString demoVault(const QString &dir)
{
    return dir + QStringLiteral("/vault");
}

domain::UtcMs demoStart()
{
    return domain::UtcMs::fromPlatform(QDate(2026, 10, 12), QTime(9, 0));
}

domain::Result<QString, QString> prepareDemo(const DemoWish &wish, const std::function<bool(int done, int of)> &progress)
{
    const QString dir = QDir::cleanPath(QDir(wish.dir.isEmpty() ? demoFolder() : wish.dir).absolutePath());
    if (!QDir().mkpath(dir))
        return Failure{DemoWords::tr("%1 cannot be written to.").arg(dir)};
    QLockFile lock(dir + QStringLiteral("/demo.lock"));
    lock.setStaleLockTime(0); // a long preparation is no stale one; a dead process is noticed
    if (!lock.tryLock(0))
        return Failure{DemoWords::tr("The demo in %1 is being prepared by another arbiter.").arg(dir)};
    return wish.database.isEmpty() ? prepareFile(wish, dir, progress) : prepareServer(wish, dir, progress);
}

} // namespace arb::app
