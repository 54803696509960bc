// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "memorystore.h"

#include <usecases/admitcase.h>
#include <usecases/casecommands.h>
#include <usecases/deskcommands.h>
#include <usecases/opencase.h>

#include <QtCore/QCryptographicHash>
#include <QtCore/QJsonArray>
#include <QtTest/QTest>

#include <fcntl.h>

/// A whole desk in memory: the demo's rule book and calendars, six people, a clock that stands until it is moved.
namespace arb::tests {

struct StandingClock final : usecases::Clock
{
    domain::UtcMs at;
    domain::UtcMs now() override { return at; }
};

struct CountingIds final : usecases::IdSource
{
    qint64 last = 1'000'000;
    qint64 next(domain::UtcMs) override { return ++last; }
};

/// Keeps nothing, but remembers what it was told.
struct NoVault final : usecases::EvidenceVault
{
    QList<QByteArray> put, settled, withdrawn;
    QByteArray bytes; ///< path of the file that is every exhibit; none: all are missing
    domain::Result<void, usecases::VaultError> putFile(const QString &, const QByteArray &sha256) override
    {
        put.append(sha256);
        return {};
    }
    domain::Result<QByteArray, usecases::VaultError> putBytes(const QByteArray &stored) override
    {
        put.append(QCryptographicHash::hash(stored, QCryptographicHash::Sha256).toHex());
        return put.constLast();
    }
    void settle(const QList<QByteArray> &digests) override { settled += digests; }
    void withdraw(const QList<QByteArray> &digests) override { withdrawn += digests; }
    domain::Result<int, usecases::VaultError> open(const QByteArray &) override
    {
        return bytes.isEmpty() ? domain::Result<int, usecases::VaultError>(domain::Failure{usecases::VaultError::Missing})
                               : domain::Result<int, usecases::VaultError>(::open(bytes.constData(), O_RDONLY | O_CLOEXEC));
    }
    bool contains(const QByteArray &) override { return true; }
};

struct NoInspector final : usecases::MediaInspector
{
    QList<qint64> times; ///< what every film answers
    QJsonObject inspect(int, domain::ExhibitKind) override { return {}; }
    QList<qint64> frameTimes(int) override { return times; }
};

struct ToldChats final : usecases::ChatReader
{
    domain::ChatLog log; ///< what every chat answers
    domain::ChatLog readChat(const QByteArray &) override { return log; }
};

/// Answers as it is told, and remembers what it was handed.
struct ScriptedGateway final : usecases::ExecutionGateway
{
    std::function<usecases::DeliveryState(const usecases::ExecutionTask &)> answer = [](const usecases::ExecutionTask &) {
        return usecases::DeliveryState::Delivered;
    };
    QStringList keys;
    QList<usecases::ExecutionTask> tasks;
    usecases::Delivery deliver(const usecases::ExecutionTask &task, domain::UtcMs) override
    {
        keys.append(task.idempotencyKey);
        tasks.append(task);
        return {answer(task), QStringLiteral("as told")};
    }
};

class SmallDesk
{
public:
    SmallDesk();

    MemoryStore store;
    StandingClock clock; ///< starts on Monday 2026-10-12 09:00
    CountingIds ids;
    NoVault vault;
    NoInspector inspector;
    ToldChats chats;
    usecases::Desk desk;
    usecases::CaseCommands commands;
    usecases::Person lin, chen, zhou;     ///< reviewers; zhou hears appeals
    usecases::Person xu, tang;            ///< supervisors who hear appeals
    usecases::Person zheng, root;         ///< auditor, admin

    usecases::Actor actor(const usecases::Person &person) const { return usecases::Actor{.person = person}; }
    usecases::Command as(const usecases::Person &person, const QString &id = {}) const { return {actor(person), id, {}, {}}; }

    /// case.json of a smart band that does not start: return and refund of 269.00 claimed, refused without ground.
    static QJsonObject bandJson(const QString &caseNo);
    /// Admits it, changed by @p change.
    domain::CaseId admit(const QString &caseNo = QStringLiteral("D-1"), const std::function<void(domain::CaseFile &)> &change = {});
    usecases::CaseRecord record(domain::CaseId id);
    usecases::CaseHeader header(domain::CaseId id) { return record(id).header; }
    int points(domain::CaseId id); ///< sum over the case's ledger
    usecases::ExecutionTask task(domain::CaseId id, domain::TaskKind kind); ///< the newest of its kind

    /// The ruling that the book suggests for the band, with a citation and reasons.
    static domain::Ruling bandRuling();
    /// Rejects the claim; departs from the suggestion and says why.
    static domain::Ruling rejection();

    // Steps that must succeed; they end the program when they do not.
    void claim(const usecases::Person &who, domain::CaseId id);
    usecases::Receipt rule(const usecases::Person &who, domain::CaseId id, const domain::Ruling &ruling = bandRuling());
    void ask(const usecases::Person &who, domain::CaseId id, const QList<domain::Party> &parties, std::optional<domain::UtcMs> due = {});
    /// Carries out whatever the clock brings, the gateway confirming nothing.
    usecases::TaskRun sweep();
    void confirm(domain::CaseId id, domain::TaskKind kind);
    void confirmAll(domain::CaseId id);
    /// Brings a fresh case into @p state by commands only; lin is the reviewer wherever one is needed.
    domain::CaseId inState(domain::DisputeState state, const QString &caseNo);

    void advance(qint64 ms) { clock.at = clock.at.plusMs(ms); }
    static domain::UtcMs at(const char *text); ///< "2026-10-12T09:00" platform time

private:
    usecases::Person person(const char *name, usecases::Role role, bool hearsAppeals);
};

/// The one place that knows how a question is put.
usecases::Done<usecases::Receipt> askEvidence(SmallDesk &desk, const usecases::Command &command, domain::CaseId id,
                                              const QList<domain::Party> &parties, std::optional<domain::UtcMs> due = {},
                                              const QString &element = QStringLiteral("waybill_of_return"));

/// The fault of @p done, or nothing; for QCOMPARE.
template<typename T>
std::optional<usecases::CommandFault> faultOf(const usecases::Done<T> &done)
{
    return done ? std::nullopt : std::optional(done.error().fault);
}

template<typename T>
T must(usecases::Done<T> done, const char *what)
{
    if (!done) {
        qFatal("%s: fault %d %s %s", what, int(done.error().fault), qPrintable(done.error().text),
               done.error().faults.isEmpty() ? "" : qPrintable(done.error().faults.constFirst().where));
    }
    if constexpr (!std::is_void_v<T>)
        return std::move(done).value();
}

/// Fails the test with the fault's number and text when @p done is none.
#define QVERIFY_DONE(expression) \
    do { \
        const auto &verified = (expression); \
        if (!QTest::qVerify(verified.ok(), #expression, \
                            verified.ok() ? "" : qPrintable(QStringLiteral("fault %1 %2").arg(int(verified.error().fault)).arg(verified.error().text)), \
                            __FILE__, __LINE__)) \
            return; \
    } while (false)

#define QCOMPARE_FAULT(expression, expected) QCOMPARE(arb::tests::faultOf(expression), std::optional(arb::usecases::CommandFault::expected))

} // namespace arb::tests
