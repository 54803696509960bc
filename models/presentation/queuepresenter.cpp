// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/queuepresenter.h>

#include <presentation/errortext.h>
#include <presentation/whendone.h>

#include <usecases/queuecommands.h>
#include <usecases/queuereader.h>
#include <usecases/readings.h>
#include <usecases/searchtext.h>

#include <domain/plaintext.h>

#include <QtCore/QPointer>

#include <algorithm>
#include <atomic>

namespace arb::presentation {

namespace {

constexpr int pollMs = 1000;
constexpr qint64 savedMs = 3000;     // how old the list of saved views may be: another window of the person may have changed it
constexpr int firstRows = 256;       // more than any screen shows
constexpr qint64 quietMs = 5000;     // nobody has asked for so long: time for work ahead
constexpr qsizetype exportRows = 1000;

} // namespace

/// What lives on the reader's thread, and what tells it that it is no longer wanted.
struct QueuePresenter::Behind
{
    usecases::QueueReader reader;
    std::atomic<int> wanted{0}; ///< the newest question
    std::atomic<bool> gone{false};
};

struct QueuePresenter::Answer
{
    std::optional<usecases::QueueReader::Answer> told; ///< nothing when a newer question came first
    std::optional<usecases::StoreError> error;
    domain::UtcMs now;
    QSet<QString> conflicts; ///< of whoever asked
    QSet<domain::CaseId> knownParties;
};

QueuePresenter::QueuePresenter(Session &session, QObject *parent)
    : QObject(parent), m_session(session), m_behind(std::make_shared<Behind>())
{
    m_timer.setInterval(pollMs);
    m_quiet.start();
    connect(&m_timer, &QTimer::timeout, this, &QueuePresenter::look);
    connect(&m_model, &QueueModel::rowsWanted, this, &QueuePresenter::fetch);
    connect(&session, &Session::done, this, &QueuePresenter::refresh);
    connect(&session, &Session::refused, this, &QueuePresenter::refresh);
    connect(&session, &Session::actorChanged, this, [this] {
        refresh();
        readSaved();
    });
    connect(&session, &Session::connectionChanged, this, [this] {
        if (!m_session.offline())
            look();
    });
}

QueuePresenter::~QueuePresenter()
{
    m_behind->gone = true;
}

void QueuePresenter::start()
{
    refresh();
    fill();
    readSaved();
    m_timer.start();
}

// --- the choice ----------------------------------------------------------------------------------------------------

void QueuePresenter::choose(const QueueChoice &choice)
{
    if (domain::hasControl(choice.filter)) { // no text of a case has any, and a database may stumble over them
        Q_EMIT filterRefused(errorText(usecases::CommandError(usecases::CommandFault::ControlCharacters)));
        return;
    }
    const auto filter = usecases::parseQueueFilter(choice.filter);
    if (!filter) {
        Q_EMIT filterRefused(errorText(filter.error()));
        return;
    }
    m_filter = *filter;
    m_choice = choice;
    m_choiceNew = true;
    m_note.clear();
    Q_EMIT filterRefused(QString());
    Q_EMIT choiceChanged();
    refresh();
}

void QueuePresenter::setView(usecases::QueueView view)
{
    choose({view, m_choice.filter, m_choice.sort, m_choice.descending});
}

void QueuePresenter::setFilter(const QString &text)
{
    choose({m_choice.view, text, m_choice.sort, m_choice.descending});
}

void QueuePresenter::setSort(usecases::QueueSort sort, bool descending)
{
    choose({m_choice.view, m_choice.filter, sort, descending});
}

usecases::QueueQuery QueuePresenter::query() const
{
    usecases::QueueQuery query;
    query.view = m_choice.view;
    query.filter = m_filter;
    query.sort = m_choice.sort;
    query.descending = m_choice.descending;
    query.me = m_session.actor().person.id;
    return query;
}

// --- questions and answers -----------------------------------------------------------------------------------------

void QueuePresenter::refresh()
{
    m_behind->wanted = ++m_generation;
    m_quiet.restart();
    if (m_filled)
        askIndex(m_generation);
    else
        askStore(m_generation);
}

/// While the index is being filled the database itself shows the first rows.
void QueuePresenter::askStore(int generation)
{
    struct First
    {
        QList<usecases::CaseHeader> rows;
        std::optional<usecases::StoreError> error;
        domain::UtcMs now;
    };
    const auto future = m_session.runner().run([query = query(), generation, behind = m_behind](const usecases::Desk &desk) mutable {
        First first{{}, {}, desk.clock.now()};
        if (behind->wanted != generation)
            return first;
        query.now = first.now;
        query.limit = firstRows;
        auto rows = desk.cases.queue(query);
        if (rows)
            first.rows = std::move(rows).value();
        else
            first.error = rows.error();
        return first;
    });
    whenDone(this, future, [this, generation](const First &first) {
        m_session.heardTime(first.now);
        if (generation != m_generation || m_filled)
            return;
        setTrouble(first.error);
        if (first.error)
            return;
        m_model.setRows(first.rows, first.now);
        Q_EMIT refreshed();
    });
}

void QueuePresenter::fill()
{
    if (m_filling)
        return;
    m_filling = true;
    const auto future = m_session.reader().run([behind = m_behind](const usecases::Desk &desk) {
        const auto read = behind->reader.catchUp(desk, [&behind] { return behind->gone.load(); });
        return read ? std::optional<usecases::StoreError>() : std::optional(read.error());
    });
    whenDone(this, future, [this](const std::optional<usecases::StoreError> &error) {
        m_filling = false;
        m_filled = !error;
        setTrouble(error); // look() tries again
        if (!m_filled)
            return;
        refresh();
        prepare();
    });
}

/// What the next sort by a text needs, behind what was asked before.
void QueuePresenter::prepare()
{
    m_session.reader().post([behind = m_behind](const usecases::Desk &desk) { (void)behind->reader.prepare(desk).ok(); });
}

void QueuePresenter::askIndex(int generation)
{
    usecases::QueueReader::Question question{query(), m_model.order(), m_model.recentRows(), true};
    if (m_choiceNew || question.visible.isEmpty())
        question.visible = {{0, firstRows - 1}};
    const auto future = m_session.reader().run([question, generation, behind = m_behind](const usecases::Desk &desk) mutable {
        Answer answer{{}, {}, desk.clock.now(), {}, {}};
        if (behind->wanted != generation)
            return answer; // typing goes on: only the last word counts
        question.query.now = answer.now;
        auto told = behind->reader.ask(desk, question);
        if (told)
            answer.told = std::move(told).value();
        else
            answer.error = told.error();
        if (const auto conflicts = desk.cases.conflicts(question.query.me); conflicts)
            answer.conflicts = QSet<QString>(conflicts->cbegin(), conflicts->cend());
        if (const auto known = desk.cases.casesOfKnownParties(question.query.me); known)
            answer.knownParties = QSet<domain::CaseId>(known->cbegin(), known->cend());
        return answer;
    });
    whenDone(this, future, [this, generation](const Answer &answer) { take(generation, answer); });
}

void QueuePresenter::take(int generation, const Answer &answer)
{
    m_session.heardTime(answer.now);
    if (answer.told) { // what was written is told once, so it counts even when the question is an old one
        if (answer.told->muchTouched)
            m_model.doubtAll();
        else
            m_model.doubt(answer.told->touched);
    }
    if (generation != m_generation)
        return;
    setTrouble(answer.error);
    if (!answer.told)
        return;
    const usecases::QueueReader::Answer &told = *answer.told;
    m_model.setPolicy(told.policy);
    m_servesInOrder = told.policy.serveNext;
    m_model.setNow(answer.now);
    m_model.setConflicts(answer.conflicts, answer.knownParties);
    m_model.put(told.rows);
    m_model.change(told.change);
    if (std::exchange(m_machineWords, m_filter.words) != m_filter.words) {
        m_byMachine.clear();
        m_model.setFoundByMachine(m_byMachine);
    }
    askMachine(told.rows);
    m_changesAt = told.changesAt;
    const QString note = told.stranger ? errorText(*told.stranger) : QString(); // names are known where the cases are
    if (std::exchange(m_note, note) != note)
        Q_EMIT filterRefused(note);
    const bool wasNew = std::exchange(m_choiceNew, false);
    if (m_facets != told.facets) {
        m_facets = told.facets;
        Q_EMIT facetsChanged();
    }
    if (m_counts != told.counts) {
        m_counts = told.counts;
        Q_EMIT countsChanged();
    }
    Q_EMIT refreshed();
    if (!wasNew || told.reading != m_countedReading) {
        m_countedReading = told.reading;
        countSaved();
    }
}

void QueuePresenter::look()
{
    m_model.setNow(m_session.now());
    if (m_session.offline())
        return; // the session asks for it
    if (!m_filled) {
        fill();
        return;
    }
    if (!m_readingSaved && m_savedRead.hasExpired(savedMs))
        readSaved(true);
    if (m_looking)
        return;
    m_looking = true;
    struct Look
    {
        bool behind = false;
        std::optional<usecases::StoreError> error;
        domain::UtcMs now;
    };
    const auto future = m_session.reader().run([behind = m_behind](const usecases::Desk &desk) {
        const auto is = behind->reader.isBehind(desk);
        return is ? Look{*is, {}, desk.clock.now()} : Look{false, is.error(), desk.clock.now()};
    });
    whenDone(this, future, [this](const Look &look) {
        m_looking = false;
        const bool recovered = !look.error && m_trouble;
        if (look.now > m_session.now())
            m_session.heardTime(look.now); // a demo's clock was moved on elsewhere
        if (look.error)
            setTrouble(look.error);
        else if (look.behind || recovered || m_session.now() >= m_changesAt)
            refresh();
        else if (m_quiet.elapsed() > quietMs)
            prepare();
    });
}

void QueuePresenter::setTrouble(const std::optional<usecases::StoreError> &error)
{
    const bool same = error == m_trouble;
    m_trouble = error;
    if (error == usecases::StoreError::Offline)
        m_session.heardOffline(); // it asks until the store answers
    if (same)
        return;
    Q_EMIT troubleChanged();
    if (error && error != usecases::StoreError::Offline)
        Q_EMIT failed(trouble());
}

QString QueuePresenter::trouble() const
{
    return m_trouble ? errorText(usecases::CommandError(*m_trouble)) : QString();
}

// --- whole rows ----------------------------------------------------------------------------------------------------

namespace {

struct Rows
{
    QList<usecases::CaseHeader> rows;
    std::optional<usecases::StoreError> error;
};

Rows rowsOf(const usecases::Desk &desk, const QList<domain::CaseId> &ids)
{
    auto rows = desk.queue.rows(ids);
    return rows ? Rows{std::move(rows).value(), {}} : Rows{{}, rows.error()};
}

/// Blocks of rows one after the other, each asked for when the one before was taken.
struct Blocks
{
    usecases::QueueOrderPtr order;
    qsizetype next = 0;
    QueuePresenter::Block block;
    std::function<void(bool)> end;
};

void readNext(const QPointer<Session> &session, QObject *context, const std::shared_ptr<Blocks> &blocks)
{
    QList<domain::CaseId> ids;
    for (; blocks->next < blocks->order->size() && ids.size() < exportRows; ++blocks->next)
        ids.append(blocks->order->id(blocks->next));
    if (ids.isEmpty() || !session) {
        blocks->end(ids.isEmpty());
        return;
    }
    const auto future = session->reader().run([ids](const usecases::Desk &desk) { return rowsOf(desk, ids); });
    whenDone(context, future, [session, context, blocks](const Rows &rows) {
        if (rows.error || !blocks->block(rows.rows))
            blocks->end(false);
        else
            readNext(session, context, blocks);
    });
}

} // namespace

void QueuePresenter::fetch(const QList<domain::CaseId> &ids)
{
    // Until the index is filled, its thread has no time.
    DeskRunner &runner = m_filled ? m_session.reader() : m_session.runner();
    const auto future = runner.run([ids](const usecases::Desk &desk) { return rowsOf(desk, ids); });
    whenDone(this, future, [this](const Rows &rows) {
        if (rows.error)
            setTrouble(rows.error);
        m_model.put(rows.rows);
        m_model.endAsking(!rows.error);
        askMachine(rows.rows);
    });
}

/// Behind the rows, which wait for nothing: which of @p rows were found by words that only a machine read. A newer question ends it.
void QueuePresenter::askMachine(const QList<usecases::CaseHeader> &rows)
{
    if (!m_filled || rows.isEmpty() || usecases::searchPhrases(m_machineWords).isEmpty())
        return;
    QList<domain::CaseId> ids;
    for (const usecases::CaseHeader &row : rows)
        ids.append(row.id);
    const auto future = m_session.reader().run([ids, words = m_machineWords, generation = m_generation, behind = m_behind](const usecases::Desk &desk) {
        auto found = usecases::foundByMachine(desk, ids, words, [&] { return behind->gone || behind->wanted != generation; });
        return found ? std::optional(std::move(found).value()) : std::optional<QList<domain::CaseId>>();
    });
    whenDone(this, future, [this, ids, words = m_machineWords, generation = m_generation](const std::optional<QList<domain::CaseId>> &found) {
        if (!found || generation != m_generation || words != m_machineWords) // the newer question's rows are asked about anew
            return;
        for (const domain::CaseId id : ids)
            m_byMachine.remove(id);
        m_byMachine += QSet<domain::CaseId>(found->cbegin(), found->cend());
        m_model.setFoundByMachine(m_byMachine);
    });
}

void QueuePresenter::readAll(QObject *context, const usecases::QueueOrderPtr &order, Block block, std::function<void(bool)> end)
{
    readNext(&m_session, context, std::make_shared<Blocks>(Blocks{order, 0, std::move(block), std::move(end)}));
}

// --- saved views ---------------------------------------------------------------------------------------------------

QueueChoice QueuePresenter::choiceOf(const usecases::SavedView &view)
{
    return {view.view, view.filter, view.sort, view.descending};
}

/// @p again: nobody asked, and what is as it was is not told; what cannot be read now stays.
void QueuePresenter::readSaved(bool again)
{
    m_savedRead.start();
    m_readingSaved = true;
    const domain::PersonId me = m_session.actor().person.id;
    const auto future = m_session.runner().run([me](const usecases::Desk &desk) {
        const auto views = desk.queue.savedViews(me);
        return views ? std::optional(*views) : std::optional<QList<usecases::SavedView>>();
    });
    whenDone(this, future, [this, me, again](const std::optional<QList<usecases::SavedView>> &read) {
        m_readingSaved = false;
        if (me != m_session.actor().person.id || (again && !read))
            return;
        const QList<usecases::SavedView> views = read.value_or(QList<usecases::SavedView>());
        QList<ShownView> shown;
        for (const usecases::SavedView &view : views) {
            const auto old = std::ranges::find(std::as_const(m_saved), view, &ShownView::view);
            shown.append(old == m_saved.cend() ? ShownView{view, -1} : *old);
        }
        if (again && m_saved == shown)
            return;
        m_saved = shown;
        Q_EMIT savedViewsChanged();
        countSaved();
    });
}

void QueuePresenter::saveView(const QString &name)
{
    restoreView({m_session.actor().person.id, name, m_choice.view, m_choice.filter, m_choice.sort, m_choice.descending});
}

void QueuePresenter::removeView(const QString &name)
{
    writeView([name](usecases::QueueCommands &commands, const usecases::Actor &actor) { return commands.removeView(actor, name); });
}

void QueuePresenter::renameView(const QString &name, const QString &to)
{
    const auto found = std::ranges::find(std::as_const(m_saved), name, [](const ShownView &shown) { return shown.view.name; });
    usecases::SavedView renamed = found == m_saved.cend() ? usecases::SavedView() : found->view;
    renamed.name = to.trimmed(); // as it will be kept: a view renamed to itself must not be removed
    if (found == m_saved.cend() || name == renamed.name)
        return;
    writeView([renamed, name](usecases::QueueCommands &commands, const usecases::Actor &actor) -> usecases::Done<void> {
        if (const auto saved = commands.saveView(actor, renamed); !saved) // first the new one: a view is never lost between
            return saved;
        return commands.removeView(actor, name);
    });
}

void QueuePresenter::restoreView(const usecases::SavedView &view)
{
    writeView([view](usecases::QueueCommands &commands, const usecases::Actor &actor) { return commands.saveView(actor, view); });
}

void QueuePresenter::writeView(std::function<usecases::Done<void>(usecases::QueueCommands &, const usecases::Actor &)> write)
{
    const auto future = m_session.runner().run([write = std::move(write), actor = m_session.actor()](const usecases::Desk &desk) {
        usecases::QueueCommands commands(desk);
        const auto done = write(commands, actor);
        return done ? std::optional<usecases::CommandError>() : std::optional(done.error());
    });
    whenDone(this, future, [this](const std::optional<usecases::CommandError> &error) {
        if (error)
            Q_EMIT failed(errorText(*error));
        if (!error || error->fault == usecases::CommandFault::NoSuchView) // removed elsewhere: then it goes here too
            readSaved();
    });
}

/// One view after the other, so that rows and answers need not wait for all of them.
void QueuePresenter::countSaved(qsizetype from)
{
    if (!m_filled)
        return;
    if (from == 0 && std::exchange(m_counting, true)) {
        m_countAgain = true; // what has been counted so far may be old already
        return;
    }
    if (from >= m_saved.size()) {
        m_counting = false;
        if (std::exchange(m_countAgain, false))
            countSaved();
        return;
    }
    const usecases::SavedView view = m_saved.at(from).view;
    usecases::QueueQuery query;
    query.view = view.view;
    query.me = m_session.actor().person.id;
    if (const auto filter = usecases::parseQueueFilter(view.filter))
        query.filter = *filter;
    const auto future = m_session.reader().run([query, behind = m_behind](const usecases::Desk &desk) mutable {
        query.now = desk.clock.now();
        const auto count = behind->reader.count(desk, query);
        return count ? *count : qint64(-1);
    });
    whenDone(this, future, [this, from, view](qint64 count) {
        if (from < m_saved.size() && m_saved.at(from).view == view && m_saved.at(from).count != count) {
            m_saved[from].count = count;
            Q_EMIT countsChanged();
        }
        countSaved(from + 1);
    });
}

} // namespace arb::presentation
