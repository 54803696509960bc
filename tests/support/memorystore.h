// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <usecases/examinationstore.h>
#include <usecases/ports.h>
#include <usecases/queuestore.h>

#include <QtCore/QHash>
#include <QtCore/QSet>

#include <map>

namespace arb::tests {

/// All eight stores in memory: a simple, honest fake that passes the same contract tests as SQLite and PostgreSQL
/// (tests/support/contracts). Persons named by id must exist, unique keys are unique, the version guards every write.
/// Nothing is durable and nothing is locked: one thread only.
class MemoryStore final : public usecases::CaseStore,
                          public usecases::IntakeStore,
                          public usecases::TaskStore,
                          public usecases::ReportStore,
                          public usecases::AuditStore,
                          public usecases::DeskStore,
                          public usecases::QueueStore,
                          public usecases::ExaminationStore
{
public:
    template<typename T>
    using Stored = usecases::Stored<T>;

    /// Lets the next write fail with @p error without writing (the outcome is then what the port promises).
    void failNextWrite(usecases::StoreError error) { m_failNext = error; }
    /// Refuses every write with @p error, as a full disk does, until it is told nothing.
    void failWrites(std::optional<usecases::StoreError> error) { m_failAll = error; }
    /// The connection breaks with the next write: @p written, then only its answer is lost. All calls that a window makes
    /// fail as Offline from then on, until comeBack().
    void breakAtNextWrite(bool written) { m_breakWritten = written; }
    void goOffline() { m_offline = true; }
    void comeBack() { m_offline = false; }
    /// Calls @p hook once, just before the next write: another connection coming between reading and writing.
    void beforeNextWrite(std::function<void()> hook) { m_beforeWrite = std::move(hook); }
    /// Answers of serverTime() and deskClock().
    void setServerTime(std::optional<domain::UtcMs> now) { m_serverTime = now; }

    // CaseStore
    Stored<usecases::CaseHeader> header(domain::CaseId id) override;
    Stored<QList<domain::CaseId>> find(const QString &platform, const QString &caseNo) override;
    Stored<usecases::CaseRecord> record(domain::CaseId id) override;
    Stored<QList<usecases::CaseHeader>> queue(const usecases::QueueQuery &query) override;
    Stored<qint64> queueCount(const usecases::QueueQuery &query) override;
    Stored<void> apply(const usecases::Transition &transition) override;
    Stored<std::optional<domain::CaseId>>
    takeNext(const usecases::TakeNextQuery &query,
             const std::function<usecases::Transition(const usecases::CaseHeader &)> &make) override;
    Stored<std::optional<usecases::CommandRecord>> command(const QString &id) override;
    Stored<QList<domain::CaseId>> expiredLeases(domain::UtcMs now, int limit) override;
    Stored<QList<usecases::DueWork>> dueWork(domain::UtcMs now, int limit) override;
    Stored<usecases::Reranked> rerank(const domain::RankWeights &weights, domain::CaseId after, int limit) override;
    Stored<void> saveDraft(const usecases::Draft &draft) override;
    Stored<QStringList> conflicts(domain::PersonId person) override;
    Stored<bool> knowsParty(domain::PersonId person, domain::CaseId id) override;
    Stored<QList<domain::CaseId>> casesOfKnownParties(domain::PersonId person) override;
    Stored<qint64> changeMark() override;

    // IntakeStore
    Stored<std::optional<usecases::KnownCase>> known(const QString &platform, const QString &caseNo) override;
    Stored<void> addMany(std::span<const usecases::Admission> admissions) override;
    Stored<bool> isReferenced(const QByteArray &sha256) override;
    Stored<bool> holdsEvidence() override;

    // TaskStore
    Stored<QList<usecases::ExecutionTask>> list(const usecases::TaskFilter &filter) override;

    // ReportStore
    Stored<void> penaltyFacts(const usecases::PenaltyFilter &filter,
                              const std::function<bool(const usecases::PenaltyFact &)> &row) override;
    Stored<QList<usecases::PenaltyPoint>> pointsOf(const QString &platform, const QString &merchantId) override;
    Stored<QList<usecases::ClaimCount>> claimCounts(domain::UtcMs from, domain::UtcMs to) override;

    // AuditStore
    Stored<void> entries(const std::function<bool(const domain::AuditEntry &)> &row) override;
    Stored<void> heads(const std::function<bool(qint64, const domain::AuditHead &)> &row) override;
    Stored<void> rulings(const std::function<bool(qint64, domain::RulingId, const QByteArray &)> &row) override;

    // DeskStore
    Stored<QList<usecases::Person>> people() override;
    Stored<QHash<QString, QByteArray>> settings() override { return m_settings; }
    Stored<QList<usecases::StoredBook>> books() override { return m_books; }
    Stored<QList<usecases::StoredYear>> years() override;
    Stored<void> apply(const usecases::DeskChange &change) override;
    Stored<std::optional<domain::UtcMs>> deskClock() override { return m_deskClock; }
    Stored<void> setDeskClock(domain::UtcMs now) override;
    Stored<std::optional<domain::UtcMs>> serverTime() override { return m_serverTime; }
    Stored<qint64> databaseId() override { return 4'711; }

    // QueueStore
    Stored<usecases::ChangeCursor> entries(usecases::ChangeCursor since, const std::function<bool(const usecases::QueueEntry &)> &entry) override;
    Stored<qint64> caseCount() override { return static_cast<qint64>(m_cases.size()); }
    Stored<QList<usecases::CaseHeader>> rows(std::span<const domain::CaseId> ids) override;
    Stored<QList<domain::CaseId>> search(const QList<usecases::SearchPhrase> &phrases, int limit) override;
    Stored<void> byText(usecases::QueueSort text, const std::function<bool(domain::CaseId, bool tie)> &row) override;
    Stored<QList<domain::CaseId>> ofBuyers(const QStringList &buyers) override;
    Stored<void> touch(domain::PersonId person, domain::CaseId caseId, domain::UtcMs now) override;
    Stored<QList<usecases::Presence>> presence(domain::UtcMs since) override;
    Stored<QList<usecases::Notice>> notices(domain::PersonId person) override;
    Stored<void> readNotices(domain::PersonId person, const QList<domain::NoteId> &ids) override;
    Stored<QList<usecases::SavedView>> savedViews(domain::PersonId person) override;
    Stored<void> saveView(const usecases::SavedView &view) override;
    Stored<void> removeView(domain::PersonId person, const QString &name) override;
    Stored<void> skips(domain::UtcMs from, domain::UtcMs to, const std::function<bool(const SkipFact &)> &row) override;

    // ExaminationStore
    Stored<domain::Examination> examination(domain::CaseId id, domain::PersonId person) override;
    Stored<void> addMark(domain::CaseId id, const domain::Mark &mark, const usecases::AuditDraft &audit,
                         const std::optional<usecases::CommandRecord> &command) override;
    Stored<void> removeMark(domain::CaseId id, domain::MarkId mark, domain::PersonId by, domain::UtcMs at, const usecases::AuditDraft &audit,
                            const std::optional<usecases::CommandRecord> &command) override;
    Stored<void> correctMark(domain::CaseId id, domain::MarkId corrected, const domain::Mark &mark, const usecases::AuditDraft &audit,
                             const std::optional<usecases::CommandRecord> &command) override;
    Stored<void> saveView(domain::CaseId id, domain::PersonId person, const domain::ExhibitView &view, domain::UtcMs at) override;
    Stored<void> savePair(domain::CaseId id, domain::PersonId person, const domain::PairView &pair, domain::UtcMs at) override;
    Stored<domain::CaseCoverage> coverage(domain::CaseId id, domain::PersonId person) override;
    Stored<void> addCoverage(domain::CaseId id, domain::PersonId person, const domain::CaseCoverage &delta, domain::UtcMs at) override;
    Stored<std::optional<usecases::StoredReading>> machineReading(const QByteArray &sha256) override;
    Stored<QList<usecases::StoredReading>> machineReadings(domain::CaseId id) override;
    Stored<void> saveReading(const usecases::StoredReading &reading) override;
    Stored<QList<usecases::WordFile>> filesWithoutWords(const QByteArray &after, int limit) override;
    Stored<void> saveWords(const QList<usecases::FileWords> &files) override;
    Stored<bool> indexReadings(int limit) override;
    Stored<QList<domain::CaseId>> casesWithReadings(const QList<domain::CaseId> &ids) override;
    Stored<std::optional<usecases::ReadSearchText>> readSearchText(domain::CaseId id) override;

private:
    template<typename View>
    struct Left
    {
        domain::PersonId person; ///< none: came with an import
        View view;
        domain::UtcMs at;
    };
    struct StoredCase
    {
        usecases::CaseRecord record;
        QList<usecases::SkipRow> skips;
        QList<domain::Mark> marks;
        QSet<domain::MarkId> removedMarks;
        QList<Left<domain::ExhibitView>> views;
        QList<Left<domain::PairView>> pairs;
        QHash<domain::PersonId, domain::CaseCoverage> coverage;
        qint64 changed = 0; ///< the mark of the write
    };

    Stored<StoredCase *> caseToMark(domain::CaseId id, const std::optional<usecases::CommandRecord> &command);
    Stored<void> marked(StoredCase &row, const usecases::AuditDraft &audit, const std::optional<usecases::CommandRecord> &command);
    std::optional<usecases::StoreError> takeFailure();
    Stored<void> answer(); ///< of a write that was done: it may get lost
    static void appendAudit(usecases::CaseRecord &record, const usecases::AuditDraft &draft);
    template<typename View>
    static void leave(QList<Left<View>> &all, const Left<View> &left);
    template<typename View>
    static QList<View> leftFor(domain::PersonId person, const QList<Left<View>> &all);
    static bool hasExhibit(const StoredCase &found, const QString &exhibit);
    static void takeIn(StoredCase &row, const usecases::Admission &admission); ///< the examination that came along
    usecases::CaseHeader queueRow(const StoredCase &found) const; ///< without what is no column of the queue
    usecases::CaseHeader joined(const usecases::CaseHeader &header) const;
    QString nameOf(domain::PersonId id) const;
    bool knows(domain::PersonId id) const { return id.isNull() || m_people.contains(id.value()); }
    std::optional<usecases::StoreError> refusal(const StoredCase &found, const usecases::Transition &transition) const;
    static void write(StoredCase &found, const usecases::Transition &transition);
    static void writeDraft(usecases::CaseRecord &record, const usecases::Draft &draft);
    void appendDeskAudit(const usecases::AuditDraft &audit);
    bool inView(const StoredCase &found, const usecases::QueueQuery &query) const;
    bool matches(const StoredCase &found, const usecases::QueueFilter &filter, domain::UtcMs now) const;
    bool offered(const StoredCase &found, const usecases::TakeNextQuery &query) const;
    bool ruled(domain::RulingId id) const;
    QList<usecases::StoredReading> readingsIn(const domain::CaseFile &file) const;
    bool isHeld(const QByteArray &sha256) const;
    QStringList tokensOf(const StoredCase &found) const; ///< of everything that is searched

    std::map<qint64, StoredCase> m_cases;
    std::map<qint64, usecases::Person> m_people;
    QHash<QString, usecases::CommandRecord> m_commands;
    QHash<QByteArray, usecases::StoredReading> m_readings; ///< by digest
    QHash<QByteArray, QString> m_words; ///< of files of words, by digest
    QHash<QString, QByteArray> m_settings;
    QList<usecases::StoredBook> m_books;
    std::map<int, usecases::StoredYear> m_years;
    QList<QPair<qint64, QString>> m_conflicts; ///< person, "platform:merchant"
    QList<domain::AuditEntry> m_deskAudit;
    domain::AuditHead m_deskHead = domain::emptyAuditHead();
    std::map<qint64, usecases::Presence> m_presence;
    QList<usecases::Notice> m_notices; ///< unread ones
    QList<usecases::SavedView> m_views;
    std::optional<domain::UtcMs> m_deskClock, m_serverTime;
    std::optional<usecases::StoreError> m_failNext, m_failAll;
    std::function<void()> m_beforeWrite;
    std::optional<bool> m_breakWritten;
    bool m_offline = false;
    qint64 m_mark = 1; ///< 0 is a cursor before everything
};

} // namespace arb::tests
