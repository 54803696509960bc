// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <storage/database.h>

#include <usecases/examinationstore.h>
#include <usecases/ports.h>
#include <usecases/queuestore.h>

#include <QtCore/QElapsedTimer>

/// The use cases' ports on a Database, one adapter per port; SQLite and PostgreSQL alike. They hold no state but the
/// reference (and settings, for a second), so any number of them may share a Database; like it they belong to one thread.
namespace arb::storage {

class SqlCaseStore final : public usecases::CaseStore
{
public:
    explicit SqlCaseStore(Database &database) : m_session(database.session()) {}
    usecases::Stored<usecases::CaseHeader> header(domain::CaseId id) override;
    usecases::Stored<QList<domain::CaseId>> find(const QString &platform, const QString &caseNo) override;
    usecases::Stored<usecases::CaseRecord> record(domain::CaseId id) override;
    usecases::Stored<QList<usecases::CaseHeader>> queue(const usecases::QueueQuery &query) override;
    usecases::Stored<qint64> queueCount(const usecases::QueueQuery &query) override;
    usecases::Stored<void> apply(const usecases::Transition &transition) override;
    usecases::Stored<std::optional<domain::CaseId>>
    takeNext(const usecases::TakeNextQuery &query,
             const std::function<usecases::Transition(const usecases::CaseHeader &)> &make) override;
    usecases::Stored<std::optional<usecases::CommandRecord>> command(const QString &id) override;
    usecases::Stored<QList<domain::CaseId>> expiredLeases(domain::UtcMs now, int limit) override;
    usecases::Stored<QList<usecases::DueWork>> dueWork(domain::UtcMs now, int limit) override;
    usecases::Stored<usecases::Reranked> rerank(const domain::RankWeights &weights, domain::CaseId after, int limit) override;
    usecases::Stored<void> saveDraft(const usecases::Draft &draft) override;
    usecases::Stored<QStringList> conflicts(domain::PersonId person) override;
    usecases::Stored<bool> knowsParty(domain::PersonId person, domain::CaseId id) override;
    usecases::Stored<QList<domain::CaseId>> casesOfKnownParties(domain::PersonId person) override;
    usecases::Stored<qint64> changeMark() override;

private:
    Session &m_session;
};

class SqlIntakeStore final : public usecases::IntakeStore
{
public:
    explicit SqlIntakeStore(Database &database) : m_session(database.session()) {}
    usecases::Stored<std::optional<usecases::KnownCase>> known(const QString &platform, const QString &caseNo) override;
    usecases::Stored<void> addMany(std::span<const usecases::Admission> admissions) override;
    usecases::Stored<bool> isReferenced(const QByteArray &sha256) override;
    usecases::Stored<bool> holdsEvidence() override;

private:
    Session &m_session;
};

class SqlTaskStore final : public usecases::TaskStore
{
public:
    explicit SqlTaskStore(Database &database) : m_session(database.session()) {}
    usecases::Stored<QList<usecases::ExecutionTask>> list(const usecases::TaskFilter &filter) override;

private:
    Session &m_session;
};

class SqlReportStore final : public usecases::ReportStore
{
public:
    explicit SqlReportStore(Database &database) : m_session(database.session()) {}
    usecases::Stored<void> penaltyFacts(const usecases::PenaltyFilter &filter,
                                        const std::function<bool(const usecases::PenaltyFact &)> &row) override;
    usecases::Stored<QList<usecases::PenaltyPoint>> pointsOf(const QString &platform, const QString &merchantId) override;
    usecases::Stored<QList<usecases::ClaimCount>> claimCounts(domain::UtcMs from, domain::UtcMs to) override;

private:
    Session &m_session;
};

class SqlAuditStore final : public usecases::AuditStore
{
public:
    explicit SqlAuditStore(Database &database) : m_session(database.session()) {}
    usecases::Stored<void> entries(const std::function<bool(const domain::AuditEntry &)> &row) override;
    usecases::Stored<void> heads(const std::function<bool(qint64, const domain::AuditHead &)> &row) override;
    usecases::Stored<void> rulings(const std::function<bool(qint64, domain::RulingId, const QByteArray &)> &row) override;

private:
    Session &m_session;
};

class SqlDeskStore final : public usecases::DeskStore
{
public:
    explicit SqlDeskStore(Database &database) : m_session(database.session()) {}
    usecases::Stored<QList<usecases::Person>> people() override;
    usecases::Stored<QHash<QString, QByteArray>> settings() override;
    usecases::Stored<QHash<QString, QByteArray>> recentSettings() override;
    usecases::Stored<QList<usecases::StoredBook>> books() override;
    usecases::Stored<QList<usecases::StoredYear>> years() override;
    usecases::Stored<void> apply(const usecases::DeskChange &change) override;
    usecases::Stored<std::optional<domain::UtcMs>> deskClock() override;
    usecases::Stored<void> setDeskClock(domain::UtcMs now) override;
    usecases::Stored<std::optional<domain::UtcMs>> serverTime() override;
    usecases::Stored<qint64> databaseId() override;

private:
    QHash<QString, QByteArray> m_settings; ///< as read m_settingsAge ago; also by other connections
    QElapsedTimer m_settingsAge;
    Session &m_session;
};

class SqlQueueStore final : public usecases::QueueStore
{
public:
    explicit SqlQueueStore(Database &database) : m_session(database.session()) {}
    usecases::Stored<usecases::ChangeCursor> entries(usecases::ChangeCursor since,
                                                     const std::function<bool(const usecases::QueueEntry &)> &entry) override;
    usecases::Stored<qint64> caseCount() override;
    usecases::Stored<QList<usecases::CaseHeader>> rows(std::span<const domain::CaseId> ids) override;
    usecases::Stored<QList<domain::CaseId>> search(const QList<usecases::SearchPhrase> &phrases, int limit) override;
    usecases::Stored<void> byText(usecases::QueueSort text, const std::function<bool(domain::CaseId, bool tie)> &row) override;
    usecases::Stored<QList<domain::CaseId>> ofBuyers(const QStringList &buyers) override;
    usecases::Stored<void> touch(domain::PersonId person, domain::CaseId caseId, domain::UtcMs now) override;
    usecases::Stored<QList<usecases::Presence>> presence(domain::UtcMs since) override;
    usecases::Stored<QList<usecases::Notice>> notices(domain::PersonId person) override;
    usecases::Stored<void> readNotices(domain::PersonId person, const QList<domain::NoteId> &ids) override;
    usecases::Stored<QList<usecases::SavedView>> savedViews(domain::PersonId person) override;
    usecases::Stored<void> saveView(const usecases::SavedView &view) override;
    usecases::Stored<void> removeView(domain::PersonId person, const QString &name) override;
    usecases::Stored<void> skips(domain::UtcMs from, domain::UtcMs to, const std::function<bool(const SkipFact &)> &row) override;

private:
    Session &m_session;
};

class SqlExaminationStore final : public usecases::ExaminationStore
{
public:
    explicit SqlExaminationStore(Database &database) : m_session(database.session()) {}
    usecases::Stored<domain::Examination> examination(domain::CaseId id, domain::PersonId person) override;
    usecases::Stored<void> addMark(domain::CaseId id, const domain::Mark &mark, const usecases::AuditDraft &audit,
                                   const std::optional<usecases::CommandRecord> &command) override;
    usecases::Stored<void> removeMark(domain::CaseId id, domain::MarkId mark, domain::PersonId by, domain::UtcMs at,
                                      const usecases::AuditDraft &audit, const std::optional<usecases::CommandRecord> &command) override;
    usecases::Stored<void> correctMark(domain::CaseId id, domain::MarkId corrected, const domain::Mark &mark, const usecases::AuditDraft &audit,
                                       const std::optional<usecases::CommandRecord> &command) override;
    usecases::Stored<void> saveView(domain::CaseId id, domain::PersonId person, const domain::ExhibitView &view, domain::UtcMs at) override;
    usecases::Stored<void> savePair(domain::CaseId id, domain::PersonId person, const domain::PairView &pair, domain::UtcMs at) override;
    usecases::Stored<domain::CaseCoverage> coverage(domain::CaseId id, domain::PersonId person) override;
    usecases::Stored<void> addCoverage(domain::CaseId id, domain::PersonId person, const domain::CaseCoverage &delta, domain::UtcMs at) override;
    usecases::Stored<std::optional<usecases::StoredReading>> machineReading(const QByteArray &sha256) override;
    usecases::Stored<QList<usecases::StoredReading>> machineReadings(domain::CaseId id) override;
    usecases::Stored<void> saveReading(const usecases::StoredReading &reading) override;
    usecases::Stored<QList<usecases::WordFile>> filesWithoutWords(const QByteArray &after, int limit) override;
    usecases::Stored<void> saveWords(const QList<usecases::FileWords> &files) override;
    usecases::Stored<bool> indexReadings(int limit) override;
    usecases::Stored<QList<domain::CaseId>> casesWithReadings(const QList<domain::CaseId> &ids) override;
    usecases::Stored<std::optional<usecases::ReadSearchText>> readSearchText(domain::CaseId id) override;

private:
    Session &m_session;
};

/// All adapters on one Database, and references to them in the form use cases are composed of.
struct SqlStores
{
    explicit SqlStores(Database &on)
        : cases(on), intake(on), tasks(on), reports(on), audit(on), desk(on), queue(on), examination(on), database(on)
    {
    }
    SqlCaseStore cases;
    SqlIntakeStore intake;
    SqlTaskStore tasks;
    SqlReportStore reports;
    SqlAuditStore audit;
    SqlDeskStore desk;
    SqlQueueStore queue;
    SqlExaminationStore examination;
    Database &database;
};

} // namespace arb::storage
