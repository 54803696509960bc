// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/session.h>

#include <presentation/whendone.h>

#include <QtCore/QElapsedTimer>
#include <QtCore/QUuid>

#include <algorithm>
#include <span>

namespace arb::presentation {

namespace {

constexpr int reconnectMs = 2000;
constexpr int slowMs = 1000; // an answer that takes longer is spoken of

qint64 monotonicMs()
{
    static const QElapsedTimer timer = [] {
        QElapsedTimer started;
        started.start();
        return started;
    }();
    return timer.elapsed();
}

struct Opened
{
    std::optional<usecases::CaseView> view;
    std::optional<usecases::CommandError> error;
};

} // namespace

Session::Session(DeskRunner &runner, DeskRunner &reader, DraftJournal &journal, QObject *parent)
    : QObject(parent), m_runner(runner), m_reader(reader), m_journal(journal), m_reconnect(this), m_slow(this)
{
    m_slow.setObjectName(QStringLiteral("slow"));
    m_slow.setInterval(slowMs);
    m_slow.setSingleShot(true);
    connect(&m_slow, &QTimer::timeout, this, [this] { setWaiting(busy()); });
    m_reconnect.setObjectName(QStringLiteral("reconnect"));
    m_reconnect.setInterval(reconnectMs);
    connect(&m_reconnect, &QTimer::timeout, this, &Session::askAgain);
}

void Session::setActor(const usecases::Actor &actor)
{
    m_actor = actor;
    Q_EMIT actorChanged();
}

domain::UtcMs Session::now() const
{
    return domain::UtcMs(monotonicMs() + m_offsetMs);
}

void Session::heardTime(domain::UtcMs now)
{
    m_offsetMs = now.ms() - monotonicMs();
}

void Session::open(domain::CaseId id)
{
    m_opening = id;
    const usecases::Actor actor = m_actor;
    const auto future = m_runner.run([actor, id](const usecases::Desk &desk) {
        auto view = usecases::OpenCase(desk)(actor, id);
        return view ? Opened{std::move(view).value(), std::nullopt} : Opened{std::nullopt, view.error()};
    });
    whenDone(this, future, [this, id](const Opened &opened) {
        if (id != m_opening)
            return; // a newer wish has overtaken this one
        if (opened.error) {
            m_opening = m_view ? m_view->record.header.id : domain::CaseId();
            if (opened.error->fault == usecases::CommandFault::StoreOffline)
                heardOffline();
            Q_EMIT openFailed(*opened.error);
            return;
        }
        m_view = opened.view;
        heardTime(m_view->now);
        Q_EMIT caseOpened();
        matchReadings();
    });
}

void Session::learnReading(const QByteArray &sha256, const domain::MachineReading &reading)
{
    if (!m_view)
        return;
    const domain::MachineReading shown = domain::maskedReading(reading, m_view->masks);
    QList<usecases::CaseReading> readings;
    bool isNew = false;
    for (const domain::Exhibit &exhibit : m_view->record.file.exhibits) {
        const auto known = std::ranges::find(m_view->readings, exhibit.id, &usecases::CaseReading::exhibit);
        if (exhibit.sha256 == sha256 && (known == m_view->readings.cend() || known->reading != shown)) {
            readings.append({exhibit.id, sha256, shown, {}});
            isNew = true;
        } else if (known != m_view->readings.cend()) {
            readings.append(*known);
        }
    }
    if (!isNew)
        return;
    m_view->readings = readings;
    Q_EMIT readingsChanged();
    matchReadings();
}

/// One after the other: between them the reader's thread does other work.
void Session::matchReadings()
{
    if (m_matching || !m_view)
        return;
    const auto next = std::ranges::find_if(m_view->readings, [](const usecases::CaseReading &reading) { return !reading.matches; });
    if (next == m_view->readings.cend())
        return;
    m_matching = true;
    const auto future = m_reader.run([reading = *next, log = m_view->record.file.chat](const usecases::Desk &) { return usecases::matched(reading, log); });
    whenDone(this, future, [this, id = m_view->record.header.id](const usecases::CaseReading &matched) {
        m_matching = false;
        if (m_view && m_view->record.header.id == id) {
            for (usecases::CaseReading &reading : m_view->readings) {
                if (reading.exhibit == matched.exhibit && reading.reading == matched.reading)
                    reading.matches = matched.matches;
            }
            Q_EMIT readingsChanged();
        }
        matchReadings();
    });
}

void Session::reopen()
{
    if (m_view && m_view->record.header.id == m_opening) // another case on its way is what the reader wants to see
        open(m_opening);
}

void Session::follow()
{
    const domain::CaseId id = m_view ? m_view->record.header.id : domain::CaseId();
    if (id.isNull() || id != m_opening || m_following || busy() || offline())
        return;
    m_following = true;
    const auto future = m_reader.run([id](const usecases::Desk &desk) {
        const auto rows = desk.queue.rows(std::span(&id, 1));
        return rows && !rows->isEmpty() ? rows->constFirst().version : qint64(0);
    });
    whenDone(this, future, [this, id](qint64 version) {
        m_following = false;
        // Lower: the row was read before the case was opened.
        if (m_view && m_view->record.header.id == id && id == m_opening && !busy() && version > m_view->record.header.version)
            open(id);
    });
}

void Session::closeCase()
{
    m_opening = {};
    m_view.reset();
    Q_EMIT caseClosed();
}

bool Session::holdsOpenCase() const
{
    return m_view && m_view->record.header.state == domain::DisputeState::Claimed && m_view->record.header.holder == m_actor.person.id
        && !m_actor.person.id.isNull();
}

Session::About Session::openCase() const
{
    return m_view ? About{m_view->record.header.id, m_view->record.header.caseNo} : About();
}

void Session::setReadOnly(bool readOnly)
{
    if (std::exchange(m_readOnly, readOnly) != readOnly)
        Q_EMIT readOnlyChanged();
}

void Session::commandAbout(const About &about, const QString &what, Job job, const QString &id)
{
    if (offline() || m_readOnly) {
        Q_EMIT refused(what, usecases::CommandError(offline() ? usecases::CommandFault::StoreOffline : usecases::CommandFault::StoreReadOnly), about.caseNo);
        return;
    }
    usecases::Command command{m_actor, id.isEmpty() ? QUuid::createUuid().toString(QUuid::WithoutBraces) : id, {}, {}};
    if (holdsOpenCase() && about.id == m_view->record.header.id)
        command.claimNo = m_view->record.header.claimNo;
    m_running.append(what);
    if (!m_slow.isActive())
        m_slow.start();
    Q_EMIT runningChanged();
    struct Answer
    {
        usecases::Receipt receipt;
        std::optional<usecases::CommandError> error;
        domain::UtcMs now;
    };
    const auto future = m_runner.run([command, job = std::move(job)](const usecases::Desk &desk) {
        usecases::CaseCommands commands(desk);
        const auto done = job(commands, command);
        return done ? Answer{*done, std::nullopt, desk.clock.now()} : Answer{{}, done.error(), desk.clock.now()};
    });
    whenDone(this, future, [this, what, commandId = command.id, caseNo = about.caseNo](const Answer &answer) {
        heardTime(answer.now);
        if (!answer.error) {
            succeed(what, answer.receipt);
        } else if (answer.error->fault == usecases::CommandFault::StoreOffline) {
            m_doubts.append({what, commandId, caseNo});
            heardOffline();
        } else {
            fail(what, *answer.error, caseNo);
        }
    });
}

void Session::ended(const QString &what)
{
    m_running.removeOne(what);
    if (!busy()) {
        m_slow.stop();
        setWaiting(false);
    }
    Q_EMIT runningChanged();
}

void Session::setWaiting(bool waiting)
{
    if (std::exchange(m_waiting, waiting) != waiting)
        Q_EMIT waitingChanged();
}

void Session::succeed(const QString &what, const usecases::Receipt &receipt)
{
    ended(what);
    // My own act is no change behind my back.
    if (m_view && m_view->record.header.id == receipt.caseId && m_view->record.header.version + 1 == receipt.version)
        m_view->record.header.version = receipt.version;
    Q_EMIT done(what, receipt);
}

void Session::fail(const QString &what, const usecases::CommandError &error, const QString &caseNo)
{
    ended(what);
    Q_EMIT refused(what, error, caseNo);
}

void Session::heardOffline()
{
    if (!offline()) {
        m_attempt = 1;
        m_reconnect.start();
    }
    Q_EMIT connectionChanged(); // also when one more command is in doubt now
}

bool Session::inDoubt(const QString &what) const
{
    return std::ranges::find(m_doubts, what, &Doubt::what) != m_doubts.cend();
}

void Session::askAgain()
{
    if (m_asking)
        return; // it may take longer than the interval to learn that nobody answers
    m_asking = true;
    QStringList ids;
    for (const Doubt &doubt : std::as_const(m_doubts))
        ids.append(doubt.commandId);
    struct Answer
    {
        bool back = false;
        QHash<QString, std::optional<usecases::RecordedCommand>> known;
        domain::UtcMs now;
    };
    const auto future = m_runner.run([ids](const usecases::Desk &desk) {
        Answer answer{desk.cases.changeMark().ok(), {}, desk.clock.now()};
        for (const QString &id : ids) {
            const auto recorded = usecases::CaseCommands(desk).recorded(id);
            answer.back = answer.back && recorded.ok();
            if (recorded)
                answer.known.insert(id, *recorded);
        }
        return answer;
    });
    whenDone(this, future, [this](const Answer &answer) {
        m_asking = false;
        if (!answer.back) {
            ++m_attempt;
            Q_EMIT connectionChanged();
            return;
        }
        heardTime(answer.now);
        settle(answer.known);
    });
}

void Session::settle(const QHash<QString, std::optional<usecases::RecordedCommand>> &known)
{
    const QList<Doubt> doubts = std::exchange(m_doubts, {});
    m_attempt = 0;
    m_reconnect.stop();
    Q_EMIT connectionChanged();
    for (const Doubt &doubt : doubts) {
        const auto found = known.constFind(doubt.commandId);
        if (found == known.cend()) { // it came to be in doubt after the question had been put
            m_doubts.append(doubt);
            heardOffline();
        } else if (*found) {
            succeed(doubt.what, (*found)->receipt);
            Q_EMIT recovered(doubt.what, (*found)->at);
        } else {
            fail(doubt.what, usecases::CommandError(usecases::CommandFault::NotRecorded, doubt.what == u"rule" ? QStringLiteral("ruling") : QString()), doubt.caseNo);
        }
    }
    if (doubts.isEmpty())
        reopen();
}

} // namespace arb::presentation
