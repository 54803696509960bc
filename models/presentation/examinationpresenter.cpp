// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/examinationpresenter.h>

#include <presentation/errortext.h>
#include <presentation/whendone.h>

#include <usecases/examination.h>

#include <QtCore/QUuid>

#include <algorithm>

namespace arb::presentation {

using usecases::CommandFault;
using usecases::ExaminationCommands;

namespace {

constexpr int quietMs = 500;

/// Nothing: the desk could not say; what is known stands.
using Loaded = std::optional<domain::Examination>;

/// Puts @p view in the place of the one that it follows.
template<typename View>
void putLeft(QList<View> &views, const View &view)
{
    const auto same = std::ranges::find_if(views, [&](const View &other) { return domain::placeOf(other) == domain::placeOf(view); });
    if (same == views.end())
        views.append(view);
    else
        *same = view;
}

QString newCommandId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

/// The database was not there, or had no time: worth another try.
bool passes(CommandFault fault)
{
    return fault == CommandFault::StoreOffline || fault == CommandFault::StoreBusy;
}

} // namespace

QString ExaminationPresenter::Left::key() const
{
    return caseId.toString() + u'\n' + actor.person.id.toString() + u'\n' + (view ? QStringLiteral("v\n") + domain::placeOf(*view) : QStringLiteral("p\n") + domain::placeOf(*pair));
}

ExaminationPresenter::ExaminationPresenter(Session &session, QObject *parent) : QObject(parent), m_session(session), m_quiet(this)
{
    m_quiet.setObjectName(QStringLiteral("quiet"));
    m_quiet.setInterval(quietMs);
    m_quiet.setSingleShot(true);
    connect(&m_quiet, &QTimer::timeout, this, &ExaminationPresenter::flush);
    connect(&m_session, &Session::caseOpened, this, &ExaminationPresenter::follow);
    connect(&m_session, &Session::caseClosed, this, &ExaminationPresenter::follow);
    connect(&m_session, &Session::actorChanged, this, [this] {
        m_lastRemoved.reset();
        m_viewsKnown = false;
        follow();
    });
    connect(&m_session, &Session::connectionChanged, this, &ExaminationPresenter::connectionChanged);
}

ExaminationPresenter::~ExaminationPresenter()
{
    flush();
}

bool ExaminationPresenter::mayMark() const
{
    return ExaminationCommands::mayMark(m_session.actor());
}

bool ExaminationPresenter::mayRemove(const domain::Mark &mark) const
{
    const usecases::Person &me = m_session.actor().person;
    return mayMark() && (mark.by == me.id || me.role == usecases::Role::Supervisor);
}

void ExaminationPresenter::follow()
{
    const domain::CaseId id = m_session.view() ? m_session.view()->record.header.id : domain::CaseId();
    if (id != m_case) {
        flush();
        m_case = id;
        m_stored = {};
        m_lastRemoved.reset();
        m_viewsKnown = false;
        show();
    }
    load();
}

bool ExaminationPresenter::knowsMarks() const
{
    return m_viewsKnown && m_session.view() && m_session.view()->record.header.id == m_case;
}

void ExaminationPresenter::lookAgain()
{
    if (!m_looking && m_viewsKnown && !m_session.offline())
        load();
}

void ExaminationPresenter::load()
{
    const int load = ++m_loads;
    m_looking = false;
    if (m_case.isNull() || !m_session.may(usecases::Permission::ReadCases))
        return;
    const usecases::Actor actor = m_session.actor();
    m_looking = true;
    // On the runner, where the marks are written: what was given before is in the answer.
    const auto future = m_session.runner().run([actor, id = m_case](const usecases::Desk &desk) {
        auto found = ExaminationCommands(desk).examination(actor, id);
        return found ? Loaded(std::move(found).value()) : Loaded();
    });
    whenDone(this, future, [this, load](const Loaded &found) {
        if (load != m_loads)
            return;
        m_looking = false;
        if (!found)
            return;
        m_stored.marks = found->marks;
        if (m_viewsKnown) {
            show();
            Q_EMIT marksRead();
            return;
        }
        m_viewsKnown = true;
        m_stored.views = found->views;
        m_stored.pairs = found->pairs;
        for (const Left &left : std::as_const(m_left)) { // newer than what was read
            if (left.caseId == m_case && left.view)
                putLeft(m_stored.views, *left.view);
            else if (left.caseId == m_case && left.pair)
                putLeft(m_stored.pairs, *left.pair);
        }
        show();
        Q_EMIT marksRead();
    });
}

void ExaminationPresenter::show()
{
    domain::Examination shown = m_stored;
    shown.marks.removeIf([this](const domain::Mark &mark) {
        return std::ranges::any_of(m_removing, [&](const Removing &removing) { return removing.caseId == m_case && removing.mark.id == mark.id; });
    });
    for (const Correcting &correcting : std::as_const(m_correcting)) {
        const auto mark = std::ranges::find(shown.marks, correcting.mark.id, &domain::Mark::id);
        if (correcting.caseId != m_case || mark == shown.marks.end())
            continue;
        const domain::Mark &wished = correcting.next ? *correcting.next : correcting.mark;
        mark->points = wished.points;
        mark->note = wished.note;
        if (correcting.removed)
            shown.marks.erase(mark);
    }
    for (const Adding &adding : std::as_const(m_adding)) {
        if (adding.caseId == m_case && !adding.removed)
            shown.marks.append(adding.mark);
    }
    if (shown == m_shown)
        return;
    m_shown = std::move(shown);
    Q_EMIT changed();
}

std::optional<QString> ExaminationPresenter::refusal() const
{
    if (m_session.offline())
        return tr("The database does not answer at the moment. Nothing was marked; try again when it is back.");
    if (m_session.readOnly())
        return errorText(usecases::CommandError(CommandFault::StoreReadOnly));
    if (!mayMark())
        return errorText(usecases::CommandError(CommandFault::NotAllowed));
    return std::nullopt;
}

// --- marks -----------------------------------------------------------------------------------------------------------

domain::MarkId ExaminationPresenter::addMark(domain::CaseId id, domain::Mark draft)
{
    if (id.isNull())
        return {};
    if (const auto refused = refusal()) {
        Q_EMIT failed(*refused);
        return {};
    }
    draft.id = domain::MarkId(m_nextDraft--);
    draft.by = m_session.actor().person.id;
    draft.byName = m_session.actor().name();
    draft.at = m_session.now();
    const QString commandId = newCommandId();
    m_adding.append({draft, id, m_session.actor(), commandId});
    show();
    sendAdding(commandId);
    return draft.id;
}

void ExaminationPresenter::sendAdding(const QString &commandId)
{
    const auto adding = std::ranges::find(m_adding, commandId, &Adding::commandId);
    if (adding == m_adding.end())
        return;
    adding->lost = false;
    const auto future = m_session.runner().run([command = usecases::Command{adding->actor, commandId, {}, {}}, id = adding->caseId,
                                                mark = adding->mark](const usecases::Desk &desk) {
        return ExaminationCommands(desk).addMark(command, id, mark);
    });
    whenDone(this, future, [this, commandId](const usecases::Done<domain::MarkId> &answer) { concludeAdding(commandId, answer); });
}

void ExaminationPresenter::concludeAdding(const QString &commandId, const usecases::Done<domain::MarkId> &answer)
{
    const auto adding = std::ranges::find(m_adding, commandId, &Adding::commandId);
    if (adding == m_adding.end())
        return;
    if (!answer && answer.error().fault == CommandFault::StoreOffline) {
        adding->lost = true; // it may be written: asked for again by the same id
        m_session.heardOffline();
        return;
    }
    Adding done = *adding;
    m_adding.erase(adding);
    if (!answer) {
        show();
        if (!done.removed)
            Q_EMIT failed(errorText(answer.error()));
        return;
    }
    const domain::MarkId before = done.mark.id;
    done.mark.id = *answer;
    if (done.caseId == m_case && std::ranges::find(m_stored.marks, done.mark.id, &domain::Mark::id) == m_stored.marks.end()) {
        m_stored.marks.append(done.mark);
        std::ranges::sort(m_stored.marks, {}, &domain::Mark::id);
    }
    if (done.removed) {
        beginRemoving(done.mark, done.caseId, done.actor);
    }
    if (!done.removed)
        Q_EMIT stored(before, *answer);
    show();
}

void ExaminationPresenter::removeMark(domain::MarkId id)
{
    if (const auto refused = refusal()) {
        Q_EMIT failed(*refused);
        return;
    }
    const auto adding = std::ranges::find_if(m_adding, [id](const Adding &one) { return one.mark.id == id; });
    if (adding != m_adding.end()) {
        adding->removed = true;
        show();
        return;
    }
    const auto correcting = std::ranges::find_if(m_correcting, [this, id](const Correcting &one) { return one.caseId == m_case && one.mark.id == id; });
    if (correcting != m_correcting.end()) {
        correcting->removed = true;
        show();
        return;
    }
    const auto mark = std::ranges::find(m_shown.marks, id, &domain::Mark::id);
    if (mark != m_shown.marks.end())
        beginRemoving(domain::Mark(*mark), m_case, m_session.actor());
}

void ExaminationPresenter::beginRemoving(const domain::Mark &mark, domain::CaseId id, const usecases::Actor &actor)
{
    const QString commandId = newCommandId();
    m_removing.append({mark, id, actor, commandId});
    show();
    sendRemoving(commandId);
}

void ExaminationPresenter::correctMark(domain::CaseId id, domain::MarkId mark, const QList<QPoint> &points, const QString &note)
{
    if (const auto refused = refusal()) {
        Q_EMIT failed(*refused);
        return;
    }
    domain::Mark wished;
    if (id == m_case) {
        const auto found = std::ranges::find(m_shown.marks, mark, &domain::Mark::id);
        if (found == m_shown.marks.end())
            return; // taken away meanwhile
        wished = *found;
    }
    wished.id = mark;
    wished.points = points;
    wished.note = note;
    const auto before = std::ranges::find_if(m_correcting, [id, mark](const Correcting &one) { return one.caseId == id && one.mark.id == mark; });
    if (before != m_correcting.end()) {
        before->next = wished;
        show();
        return;
    }
    const QString commandId = newCommandId();
    m_correcting.append({wished, id, m_session.actor(), commandId});
    show();
    sendCorrecting(commandId);
}

void ExaminationPresenter::sendCorrecting(const QString &commandId)
{
    const auto correcting = std::ranges::find(m_correcting, commandId, &Correcting::commandId);
    if (correcting == m_correcting.end())
        return;
    correcting->lost = false;
    const auto future = m_session.runner().run([command = usecases::Command{correcting->actor, commandId, {}, {}}, id = correcting->caseId,
                                                mark = correcting->mark](const usecases::Desk &desk) {
        return ExaminationCommands(desk).correctMark(command, id, mark.id, mark.points, mark.note);
    });
    whenDone(this, future, [this, commandId](const usecases::Done<domain::MarkId> &answer) { concludeCorrecting(commandId, answer); });
}

void ExaminationPresenter::concludeCorrecting(const QString &commandId, const usecases::Done<domain::MarkId> &answer)
{
    const auto correcting = std::ranges::find(m_correcting, commandId, &Correcting::commandId);
    if (correcting == m_correcting.end())
        return;
    if (!answer && answer.error().fault == CommandFault::StoreOffline) {
        correcting->lost = true;
        m_session.heardOffline();
        return;
    }
    const Correcting done = *correcting;
    m_correcting.erase(correcting);
    const domain::MarkId before = done.mark.id, now = answer ? *answer : before;
    if (answer && done.caseId == m_case) {
        const auto old = std::ranges::find(m_stored.marks, before, &domain::Mark::id);
        if (old != m_stored.marks.end() && std::ranges::find(m_stored.marks, now, &domain::Mark::id) == m_stored.marks.end()) {
            old->id = now;
            old->points = done.mark.points;
            old->note = done.mark.note;
            old->at = m_session.now();
            std::ranges::sort(m_stored.marks, {}, &domain::Mark::id);
        }
        if (now != before)
            Q_EMIT renamed(before, now);
    }
    domain::Mark next = done.next.value_or(done.mark);
    next.id = now;
    if (done.removed) {
        beginRemoving(next, done.caseId, done.actor);
        return;
    }
    if (answer && done.next) { // by who wished it, whoever works here by now
        const QString another = newCommandId();
        m_correcting.append({next, done.caseId, done.actor, another});
        sendCorrecting(another);
    }
    show();
    if (!answer)
        Q_EMIT failed(errorText(answer.error()));
}

void ExaminationPresenter::sendRemoving(const QString &commandId)
{
    const auto removing = std::ranges::find(m_removing, commandId, &Removing::commandId);
    if (removing == m_removing.end())
        return;
    removing->lost = false;
    const auto future = m_session.runner().run([command = usecases::Command{removing->actor, commandId, {}, {}}, id = removing->caseId,
                                                mark = removing->mark.id](const usecases::Desk &desk) {
        return ExaminationCommands(desk).removeMark(command, id, mark);
    });
    whenDone(this, future, [this, commandId](const usecases::Done<void> &answer) { concludeRemoving(commandId, answer); });
}

void ExaminationPresenter::concludeRemoving(const QString &commandId, const usecases::Done<void> &answer)
{
    const auto removing = std::ranges::find(m_removing, commandId, &Removing::commandId);
    if (removing == m_removing.end())
        return;
    if (!answer && answer.error().fault == CommandFault::StoreOffline) {
        removing->lost = true;
        m_session.heardOffline();
        return;
    }
    const Removing done = *removing;
    m_removing.erase(removing);
    const bool gone = answer.ok() || answer.error().fault == CommandFault::NoSuchMark; // somebody else was quicker
    if (gone && done.caseId == m_case)
        m_stored.marks.removeIf([&](const domain::Mark &mark) { return mark.id == done.mark.id; });
    show();
    if (!gone) {
        Q_EMIT failed(errorText(answer.error()));
        return;
    }
    if (done.caseId == m_case && done.mark.by == m_session.actor().person.id)
        m_lastRemoved = done.mark; // another's note may be masked here, so it could not be drawn again as it was
    else
        m_lastRemoved.reset();
    Q_EMIT removed(done.mark);
}

void ExaminationPresenter::restore()
{
    if (const auto mark = std::exchange(m_lastRemoved, std::nullopt))
        addMark(m_case, *mark);
}

// --- views -----------------------------------------------------------------------------------------------------------

void ExaminationPresenter::leftView(domain::CaseId id, const domain::ExhibitView &view)
{
    if (id == m_case) {
        putLeft(m_stored.views, view);
        putLeft(m_shown.views, view); // known to whoever left it: no signal
    }
    leave({m_session.actor(), id, view, {}});
}

void ExaminationPresenter::leftPair(domain::CaseId id, const domain::PairView &pair)
{
    if (id == m_case) {
        putLeft(m_stored.pairs, pair);
        putLeft(m_shown.pairs, pair);
    }
    leave({m_session.actor(), id, {}, pair});
}

void ExaminationPresenter::leave(Left left)
{
    if (left.caseId.isNull() || left.actor.person.id.isNull() || !usecases::permitted(left.actor, usecases::Permission::ReadCases) || m_session.readOnly())
        return;
    m_left.removeIf([key = left.key()](const Left &other) { return other.key() == key; });
    m_left.append(std::move(left));
    m_quiet.start();
}

void ExaminationPresenter::flush()
{
    m_quiet.stop();
    if (m_left.isEmpty() || m_session.offline())
        return;
    struct Answer
    {
        QList<Left> unwritten;
        bool offline = false;
    };
    const auto future = m_session.runner().run([all = std::exchange(m_left, {})](const usecases::Desk &desk) {
        ExaminationCommands commands(desk);
        Answer answer;
        for (const Left &left : all) {
            const auto saved = left.view ? commands.saveView(left.actor, left.caseId, *left.view) : commands.savePair(left.actor, left.caseId, *left.pair);
            // Anything else that refuses a view would refuse it again, and nothing is lost but where it stood.
            if (!saved && passes(saved.error().fault))
                answer.unwritten.append(left);
            answer.offline = answer.offline || (!saved && saved.error().fault == CommandFault::StoreOffline);
        }
        return answer;
    });
    whenDone(this, future, [this](const Answer &answer) {
        keepForLater(answer.unwritten);
        if (answer.offline)
            m_session.heardOffline();
        else if (!answer.unwritten.isEmpty())
            m_quiet.start();
    });
}

void ExaminationPresenter::keepForLater(const QList<Left> &unwritten)
{
    for (const Left &left : unwritten) {
        const bool newer = std::ranges::any_of(m_left, [key = left.key()](const Left &other) { return other.key() == key; });
        if (!newer)
            m_left.append(left);
    }
}

void ExaminationPresenter::connectionChanged()
{
    if (m_session.offline())
        return;
    QStringList adding, removing, correcting;
    for (const Adding &one : std::as_const(m_adding)) {
        if (one.lost)
            adding.append(one.commandId);
    }
    for (const Removing &one : std::as_const(m_removing)) {
        if (one.lost)
            removing.append(one.commandId);
    }
    for (const Correcting &one : std::as_const(m_correcting)) {
        if (one.lost)
            correcting.append(one.commandId);
    }
    for (const QString &id : std::as_const(adding))
        sendAdding(id);
    for (const QString &id : std::as_const(correcting))
        sendCorrecting(id);
    for (const QString &id : std::as_const(removing))
        sendRemoving(id);
    flush();
}

} // namespace arb::presentation
