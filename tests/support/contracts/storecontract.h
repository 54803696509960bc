// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contractdata.h"

#include <usecases/examinationstore.h>
#include <usecases/queuestore.h>

#include <QtCore/QObject>

#include <memory>

namespace arb::tests {

/// The stores of one desk; `keep` owns whatever they stand on.
struct ContractStores
{
    usecases::CaseStore *cases = nullptr;
    usecases::IntakeStore *intake = nullptr;
    usecases::TaskStore *tasks = nullptr;
    usecases::ReportStore *reports = nullptr;
    usecases::AuditStore *audit = nullptr;
    usecases::DeskStore *desk = nullptr;
    usecases::QueueStore *queue = nullptr;
    usecases::ExaminationStore *examination = nullptr;
    std::shared_ptr<void> keep;
};

/// What every implementation of the ports must do alike. A test class per implementation derives from it and says how a
/// desk is made; the cases themselves are written once.
class StoreContract : public QObject
{
    Q_OBJECT

protected:
    /// A new, empty desk.
    virtual ContractStores fresh() = 0;
    /// Another connection to the desk that fresh() made last.
    virtual ContractStores another() = 0;
    /// Forgets the desk.
    virtual void drop() = 0;

private Q_SLOTS:
    void init();
    void cleanup();

    void readsBackWhatWasAdmitted();
    void refusesCaseNumberTwice();
    void keepsEarlierRecord();
    void writesWholeTransition();
    void refusesStaleVersion();
    void refusesCommandTwiceBeforeStale();
    void writesNothingOfRefusedTransition();
    void writesNoEntryForEmptyAction();
    void makerIsNeverChecker();
    void decidesApprovalAndRecallOnce();
    void rulingsOfOneMomentStandInOrder();
    void refusesUnknownPeople();
    void updatesRequestsAndTasks();
    void keepsHigherDraftRevision();
    void appendsExhibitsNotesAndTags();
    void pinsAndRemovesNotes();

    void showsCasesByView_data();
    void showsCasesByView();
    void filtersQueue_data();
    void filtersQueue();
    void sortsQueue_data();
    void sortsQueue();

    void takesNextByRank();
    void takeNextPassesOver_data();
    void takeNextPassesOver();
    void remembersWhoKnowsAParty();
    void takeNextRefusalLeavesCase();
    void takeNextStopsAtAnEndedLease();

    void findsDueWork_data();
    void findsDueWork();
    void listsExpiredLeases();
    void listsTasks();
    void feedsPenaltyFacts();
    void overturnedRulingCountsNoLonger();
    void filtersPenaltyFacts();
    void countsClaims();
    void chainsEveryScope();

    void keepsPeople();
    void keepsSettingsBooksYears();
    void keepsDeskClock();
    void keepsConflictsOfInterest();
    void marksChangesOfOthers();

    void feedsEntriesOfAllCases();
    void feedsOnlyWhatChanged();
    void stopsFeedingWhenTold();
    void readsRowsInOrderAsked();
    void findsPhrases();
    void findsWhatWasSupplemented();
    void findsReasonsAndRulings();
    void feedsCasesByText();
    void findsCasesOfBuyers();
    void keepsPresence();
    void keepsNotices();
    void keepsSavedViews();
    void countsSkips();
    void ranksAnewInPortions();

    void keepsMarks();
    void refusesMarksThatCannotBe();
    void correctsMarksAsAWhole();
    void marksLeaveTheCaseAsItIs();
    void keepsOwnViewsAndThoseOfOthers();
    void keepsPairs();
    void bringsInAnExamination();
    void keepsCoverage();
    void windowsLoseNothingOfEachOthersCoverage();
    void refusesCoverageOfNobodyAndOfNoCase();

    void keepsReadings();
    void findsWhatWasRead();
    void tellsWhatOnlyAMachineRead();
    void indexesReadingsInPortions();
    void findsWordsOfFiles();
    void wordsOfFilesCrowdNothingOut();

private:
    usecases::CaseHeader admit(qint64 id, const QString &caseNo, qint64 rank = 0);
    usecases::CaseHeader admit(const usecases::Admission &admission);
    usecases::CaseHeader move(const usecases::Transition &transition);
    usecases::CaseHeader ruled(const usecases::CaseHeader &header, const usecases::RulingRow &ruling);
    void arrangeQueue();
    QStringList numbers(const usecases::QueueQuery &query);

    ContractStores m_stores;
    usecases::Person m_lin, m_chen, m_zhou;
};

} // namespace arb::tests
