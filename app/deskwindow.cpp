// SPDX-License-Identifier: GPL-3.0-or-later
#include "deskwindow.h"

#include "doctor.h"
#include "importing.h"
#include "language.h"
#include "opentext.h"
#include "queuefile.h"
#include "letterfile.h"
#include "reportfile.h"
#include "usersettings.h"

#include <presentation/errortext.h>
#include <presentation/formats.h>
#include <presentation/labels.h>

#include <usecases/deskcommands.h>
#include <usecases/filewords.h>
#include <usecases/readings.h>

#include <QtCore/QTemporaryDir>
#include <QtGui/QScreen>
#include <QtWidgets/QApplication>
#include <QtWidgets/QInputDialog>

#include <algorithm>

namespace arb::app {

namespace {

constexpr int taskRoundMs = 20'000;
constexpr int renewalPauseMs = 30'000;

/// The INI's words for whether pictures are covered; what is not known is off.
QString careWord(ui::Care care)
{
    switch (care) {
    case ui::Care::Off: return QStringLiteral("off");
    case ui::Care::Blur: return QStringLiteral("blur");
    case ui::Care::Grey: return QStringLiteral("grey");
    }
    return {};
}

ui::Care careFrom(const QString &word)
{
    for (const ui::Care care : {ui::Care::Blur, ui::Care::Grey}) {
        if (word == careWord(care))
            return care;
    }
    return ui::Care::Off;
}

QString journalFolder(bool personal)
{
    if (personal)
        return FileDraftJournal::defaultFolder();
    static const QTemporaryDir place; // gone with the program
    return place.path();
}

} // namespace

std::unique_ptr<DeskWindow> DeskWindow::open(const QString &address, const QString &vaultRoot, const QString &as, bool personal, QString *problem)
{
    const auto parsed = storage::parseAddress(address);
    if (!parsed) {
        *problem = tr("not a database address: %1").arg(address);
        return nullptr;
    }
    auto service = std::make_unique<DeskService>(*parsed, vaultRoot);
    if (const auto opened = service->waitUntilOpen(); !opened) {
        *problem = openText(opened.error(), address);
        return nullptr;
    }
    std::unique_ptr<DeskWindow> desk(new DeskWindow(std::move(service), personal));
    if (!desk->choosePerson(as)) {
        *problem = as.isEmpty() ? tr("Nobody works at this desk yet. Add people with: arbiter user add NAME --role reviewer")
                                : tr("Nobody of the name %1 works at this desk.").arg(as);
        return nullptr;
    }
    return desk;
}

DeskWindow::DeskWindow(std::unique_ptr<DeskService> service, bool personal)
    : m_service(std::move(service)), m_journal(std::make_unique<FileDraftJournal>(journalFolder(personal), m_service->databaseId())),
      m_settings(personal ? userSettings() : nullptr),
      m_loader(std::make_unique<PooledEvidenceLoader>(m_service->evidence(), m_service->decoder(), m_pictures, m_documents, pictureBudget(m_settings.get()))),
      m_session(std::make_unique<presentation::Session>(*m_service, m_service->reader(), *m_journal)),
      m_queue(std::make_unique<presentation::QueuePresenter>(*m_session)),
      m_ruling(std::make_unique<presentation::RulingPresenter>(*m_session))
{
    m_loader->readWith(std::make_unique<media::TextReading>(media::TextReading::optionsNear(QCoreApplication::applicationDirPath())), readingMemory());
    m_session->heardTime(m_service->openedAt());
    m_session->setReadOnly(!m_service->takesChanges());
    m_window = std::make_unique<ui::MainWindow>(*m_session, *m_queue, *m_ruling, *m_loader, services());
    connect(m_window.get(), &ui::MainWindow::usable, this, [this] {
        workBehind();
        Q_EMIT usable();
    });
    connect(m_session.get(), &presentation::Session::actorChanged, this, [this] {
        if (m_settings)
            m_settings->setValue(QStringLiteral("person"), m_session->actor().person.name);
        m_queue->refresh();
    });
    m_taskTimer.setObjectName(QStringLiteral("round"));
    m_taskTimer.setInterval(taskRoundMs);
    connect(&m_taskTimer, &QTimer::timeout, this, [this] {
        runTasks();
        storeClock();
    });
    if (m_settings) {
        const QByteArray geometry = m_settings->value(QStringLiteral("geometry")).toByteArray();
        if (!geometry.isEmpty())
            m_window->restoreGeometry(geometry);
        m_window->restoreLooks(m_settings->value(QStringLiteral("queueColumns")).toByteArray());
        m_window->setListingShown(m_settings->value(QStringLiteral("listingShown")).toBool());
        // Qt moves a window down from the top edge by the height of a title bar that it may not have.
        const QRect place = m_settings->value(QStringLiteral("place")).toRect();
        if (!m_window->isMaximized() && !m_window->isFullScreen() && m_window->screen()->availableGeometry().contains(place))
            m_window->setGeometry(place);
    }
}

DeskWindow::~DeskWindow()
{
    if (m_settings) {
        m_settings->setValue(QStringLiteral("geometry"), m_window->saveGeometry());
        m_settings->setValue(QStringLiteral("place"), m_window->geometry());
        m_settings->setValue(QStringLiteral("queueColumns"), m_window->looks());
        m_settings->setValue(QStringLiteral("listingShown"), m_window->isListingShown());
    }
    m_service->decoder().close(); // whoever waits for a picture need not any more
    m_learning.waitForDone();
    m_window.reset(); // widgets first: they hold tickets of the loader and listen to the presenters
    m_ruling.reset();
    m_queue.reset();
    m_session.reset();
    m_loader.reset();
}

PooledEvidenceLoader::ReadingMemory DeskWindow::readingMemory()
{
    PooledEvidenceLoader::ReadingMemory memory;
    memory.recall = [this](const QByteArray &sha256) -> std::optional<domain::MachineReading> {
        auto kept = m_service->reader().run([sha256](const usecases::Desk &desk) { return usecases::keptReading(desk, sha256, media::TextReading::recipe); });
        kept.waitForFinished(); // the searches' own thread
        return kept.resultCount() > 0 ? kept.result() : std::nullopt;
    };
    if (!m_service->takesChanges())
        return memory;
    memory.keep = [this](const QByteArray &sha256, const domain::MachineReading &reading) {
        m_service->post([this, sha256, reading](const usecases::Desk &desk) {
            if (usecases::keepReading(desk, sha256, media::TextReading::recipe, reading)) // else it is read anew another time
                QMetaObject::invokeMethod(this, [this] { indexReadings(); }, Qt::QueuedConnection);
        });
    };
    return memory;
}

/// A portion at a time between other work: one file may be in very many cases.
void DeskWindow::indexReadings()
{
    if (!m_service->takesChanges())
        return;
    m_service->post([this](const usecases::Desk &desk) {
        const auto more = usecases::indexKeptReadings(desk);
        if (more && *more)
            QMetaObject::invokeMethod(this, [this] { indexReadings(); }, Qt::QueuedConnection);
    });
}

void DeskWindow::takeWords(const QByteArray &after)
{
    if (!m_service->takesChanges())
        return;
    m_service->postBehind([this, after](DeskService::Behind &behind) {
        const auto taken = behind.vault ? usecases::takeFileWords(behind.desk, after) : usecases::Done<usecases::WordsTaken>(usecases::WordsTaken{});
        if (!taken) // the next start takes it up
            return;
        QMetaObject::invokeMethod(this, [this, next = *taken] { next.more ? takeWords(next.last) : indexReadings(); }, Qt::QueuedConnection);
    });
}

void DeskWindow::learnProtection()
{
    m_learning.start([this] {
        const media::Protection protection = m_service->decoder().protection();
        QMetaObject::invokeMethod(this, [this, protection] {
            m_protection = protection;
            m_window->setServices(services());
        }, Qt::QueuedConnection);
    });
}

ui::WindowServices DeskWindow::services()
{
    ui::WindowServices services;
    services.setLanguage = [this](const QString &code) { setLanguage(code); };
    services.setTheme = [this](ui::ThemeMode mode) { setTheme(mode); };
    services.writeCsv = [this](const usecases::Table &table, const QString &path, const std::function<void(const QString &)> &then) {
        m_service->post([this, table, path, then](const usecases::Desk &) {
            const auto written = writeTable(table, QStringLiteral("csv"), path, true);
            const QString problem = written ? QString() : written.error();
            QMetaObject::invokeMethod(this, [then, problem] { then(problem); }, Qt::QueuedConnection);
        });
    };
    services.openTable = openQueueFile;
    services.writeLetter = [this](domain::CaseId id, domain::Party addressee, const QString &path, const std::function<void(const QString &)> &then) {
        writeLetter(id, addressee, path, then);
    };
    if (m_settings)
        services.care = careFrom(m_settings->value(QStringLiteral("care")).toString());
    services.setCare = [this](ui::Care care) {
        if (m_settings)
            m_settings->setValue(QStringLiteral("care"), careWord(care));
    };
    if (m_service->isDemo())
        services.advanceClock = [this](qint64 ms) { advance(ms); };
    services.importPaths = [this](const QStringList &paths) { importPaths(paths); };
    for (const usecases::Person &person : m_service->people()) {
        if (person.enabled && person.role != usecases::Role::Admin)
            services.people.append(person);
    }
    services.demo = m_service->isDemo();
    if (!m_service->hasOwnReader())
        services.standingNote = tr("The second connection to the database could not be opened: the queue waits while something is being written. Everything else works as before.");
    services.decoderNote = presentation::joined(m_protection ? decoderSentence(*m_protection) : QString(), unprotectedSentence());
    return services;
}

/// Read beside the window, set on its thread, which has the fonts, and written beside it again: a folder may be far away.
void DeskWindow::writeLetter(domain::CaseId id, domain::Party addressee, const QString &path, const std::function<void(const QString &)> &then)
{
    m_service->post([this, id, addressee, path, then, actor = m_session->actor()](const usecases::Desk &desk) {
        const auto letter = letterAbout(desk, actor, id, addressee);
        QMetaObject::invokeMethod(this, [this, letter, path, then] {
            if (!letter) {
                then(letter.error());
                return;
            }
            m_service->post([this, bytes = letterBytes(*letter), path, then](const usecases::Desk &) {
                const auto done = output::writeWhole(path, bytes);
                const QString problem = done ? QString() : writeText(done.error(), path);
                QMetaObject::invokeMethod(this, [then, problem] { then(problem); }, Qt::QueuedConnection);
            });
        }, Qt::QueuedConnection);
    });
}

bool DeskWindow::choosePerson(const QString &as)
{
    QList<usecases::Person> people;
    for (const usecases::Person &person : m_service->people()) {
        if (person.enabled && person.role != usecases::Role::Admin)
            people.append(person);
    }
    if (people.isEmpty())
        return false;
    QString name = as;
    if (name.isEmpty() && m_settings)
        name = m_settings->value(QStringLiteral("person")).toString();
    auto found = std::ranges::find(people, name, &usecases::Person::name);
    if (found == people.end() && !as.isEmpty())
        return false;
    if (found == people.end() && !m_service->isDemo() && people.size() > 1 && m_settings) {
        QStringList names;
        for (const usecases::Person &person : people)
            names.append(person.name);
        bool chosen = false;
        name = QInputDialog::getItem(nullptr, tr("Arbiter"), tr("Who is working?") + QStringLiteral("\n\n") + unprotectedSentence(), names, 0, false, &chosen);
        if (!chosen)
            return false;
        found = std::ranges::find(people, name, &usecases::Person::name);
    }
    if (found == people.end()) // the demo begins with the person at the desk
        found = std::ranges::find(people, m_service->isDemo() ? QStringLiteral("林晓") : people.constFirst().name, &usecases::Person::name);
    m_session->setActor({found == people.end() ? people.constFirst() : *found, false, false});
    return true;
}

void DeskWindow::start()
{
    m_queue->start();
    openHeld();
    m_taskTimer.start();
    runTasks();
}

/// What nobody waits for, so that it does not hold up the first rows.
void DeskWindow::workBehind()
{
    learnProtection();
    renewSearch();
    indexReadings(); // where an earlier window left off
    takeWords();
}

void DeskWindow::renewSearch(qint64 done)
{
    if (!m_service->takesChanges())
        return;
    m_service->postBehind([this, done](DeskService::Behind &behind) {
        const auto renewal = behind.database.renewSearch(storage::Database::renewalPortion);
        if (!renewal) // the next start takes it up where it stands
            return;
        const qint64 cases = done + renewal->cases;
        const bool finished = renewal->finished;
        QMetaObject::invokeMethod(this, [this, cases, finished] { afterRenewal(cases, finished); }, Qt::QueuedConnection);
    });
}

void DeskWindow::afterRenewal(qint64 done, bool finished)
{
    if (finished && !m_renewalSaid.isValid())
        return; // nothing was to be done, or so little that nobody noticed
    if (finished) {
        m_window->say([done] { return tr("The search now covers reasons and rulings of all cases, %1 of them anew.").arg(done); });
        m_queue->refresh();
        return;
    }
    if (!m_renewalSaid.isValid() || m_renewalSaid.elapsed() > renewalPauseMs) {
        m_window->say([done] { return tr("Reasons and rulings of older cases are being added to the search: %1 cases so far. Work goes on meanwhile.").arg(done); });
        m_renewalSaid.start();
    }
    renewSearch(done);
}

void DeskWindow::openHeld()
{
    const domain::PersonId me = m_session->actor().person.id;
    m_service->post([this, me](const usecases::Desk &desk) {
        usecases::QueueQuery mine;
        mine.view = usecases::QueueView::Mine;
        mine.me = me;
        mine.filter.states = {domain::DisputeState::Claimed}; // what waits for a party is not in anybody's hands
        mine.now = desk.clock.now();
        const auto held = desk.cases.queue(mine);
        if (!held || held->isEmpty())
            return;
        const QList<usecases::CaseHeader> cases = *held;
        QMetaObject::invokeMethod(this, [this, me, cases] {
            if (!m_session->current().isNull()) // somebody was quicker, and has chosen
                return;
            // What was written last is what the hands were on when the window went.
            const auto begun = std::ranges::max_element(cases, {}, [&](const usecases::CaseHeader &header) {
                const auto draft = m_journal->read(header.id, me, header.round);
                return draft ? draft->savedAt : domain::UtcMs();
            });
            const bool any = m_journal->read(begun->id, me, begun->round).has_value();
            m_session->open(any ? begun->id : cases.constFirst().id);
        }, Qt::QueuedConnection);
    });
}

void DeskWindow::storeClock()
{
    if (m_service->isDemo()) // whoever kills the window must not be set back by more than a round
        m_service->postBehind([](DeskService::Behind &behind) { behind.time.store(); });
}

void DeskWindow::setTheme(ui::ThemeMode mode)
{
    ui::applyTheme(*qobject_cast<QApplication *>(QCoreApplication::instance()), mode);
    if (m_settings)
        m_settings->setValue(QStringLiteral("theme"), static_cast<int>(mode));
}

void DeskWindow::setLanguage(const QString &code)
{
    useLanguage(code);
    m_window->setServices(services()); // it brings sentences along
    if (m_settings)
        m_settings->setValue(QStringLiteral("language"), code);
}

void DeskWindow::afterDeskMoved(domain::UtcMs now)
{
    m_session->heardTime(now);
    m_queue->refresh();
    m_session->reopen();
}

void DeskWindow::advance(qint64 ms)
{
    m_service->postBehind([this, ms](DeskService::Behind &behind) { // the demo's outside world moves with its clock, whoever is at the desk
        const auto moved = behind.time.advance(ms, behind.desk, behind.gateway);
        Q_UNUSED(moved);
        const domain::UtcMs now = behind.time.now();
        QMetaObject::invokeMethod(this, [this, now] { afterDeskMoved(now); }, Qt::QueuedConnection);
    });
}

void DeskWindow::runTasks()
{
    if (!m_session->may(usecases::Permission::RunTasks)) {
        freeExpired();
        return;
    }
    if (m_tasksRunning)
        return;
    m_tasksRunning = true;
    const usecases::Actor actor = m_session->actor();
    m_service->postBehind([this, actor](DeskService::Behind &behind) {
        const auto run = usecases::runTasks(behind.desk, actor, behind.gateway);
        const bool moved = run && run->timeOuts + run->delivered + run->confirmed > 0;
        const domain::UtcMs now = behind.desk.clock.now();
        QMetaObject::invokeMethod(
            this,
            [this, moved, now] {
                m_tasksRunning = false;
                if (moved)
                    afterDeskMoved(now);
            },
            Qt::QueuedConnection);
    });
}

/// Where no supervisor's window is open either, no list tells of holds that are over.
void DeskWindow::freeExpired()
{
    if (!m_session->may(usecases::Permission::Claim) || !m_service->takesChanges())
        return;
    m_service->postBehind([](DeskService::Behind &behind) {
        (void)usecases::CaseCommands(behind.desk).freeExpired().ok(); // what could not be written is tried again in the next round
    });
}

void DeskWindow::importPaths(const QStringList &paths)
{
    if (!m_session->may(usecases::Permission::Import)) {
        m_window->say([] { return tr("Importing is for reviewers, supervisors and admins."); });
        return;
    }
    m_window->say([] { return tr("Importing …"); });
    const usecases::Actor actor = m_session->actor();
    m_service->postBehind([this, actor, paths](DeskService::Behind &behind) {
        const QString sentence = behind.vault ? importSummary(behind.desk, *behind.vault, actor, paths) : presentation::vaultText(behind.whyNot);
        QMetaObject::invokeMethod(
            this,
            [this, sentence] {
                m_window->say([sentence] { return sentence; });
                m_queue->refresh();
                takeWords();
            },
            Qt::QueuedConnection);
    });
}

} // namespace arb::app
