// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <presentation/bulkpresenter.h>
#include <presentation/coveragepresenter.h>
#include <presentation/examinationpresenter.h>
#include <presentation/noticespresenter.h>
#include <presentation/presencepresenter.h>
#include <presentation/queueexport.h>
#include <presentation/queuepresenter.h>
#include <presentation/rulingpresenter.h>
#include <presentation/session.h>

#include <ui/theme.h>
#include <ui/viewers.h>

#include <usecases/table.h>

#include <QtCore/QTimer>
#include <QtWidgets/QMainWindow>

#include <functional>
#include <memory>
#include <optional>

class QAction;
class QComboBox;
class QLabel;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QToolButton;

namespace arb::ui {

class Banner;
class CasePanel;
class ManyDialog;
class QueuePage;
class QueuePanel;
class ReportsPage;
class RulingPanel;
class Toast;

/// What the window needs of the program around it and cannot do itself. All may be empty.
struct WindowServices
{
    std::function<void(const QString &code)> setLanguage;           ///< "zh_CN" or "en": installs translators at once
    std::function<void(ThemeMode)> setTheme;
    /// Writes beside the window; @p then is called on the window's thread: empty when written, else why not.
    std::function<void(const usecases::Table &, const QString &path, std::function<void(const QString &problem)> then)> writeCsv;
    /// A file for a table of any length, CSV or XLSX by its suffix; @p sums: which columns hold sums of money.
    std::function<std::shared_ptr<presentation::RowSink>(const QString &path, const QStringList &headings, const QList<bool> &sums)> openTable;
    /// Writes the letter about the case's ruling in effect to one side; @p then as with writeCsv.
    std::function<void(domain::CaseId, domain::Party addressee, const QString &path, std::function<void(const QString &problem)> then)> writeLetter;
    std::function<void(qint64 ms)> advanceClock;                    ///< demo only
    std::function<void(const QStringList &)> importPaths;           ///< files dropped on the window
    QList<usecases::Person> people;                                 ///< to choose from
    bool demo = false;
    Care care = Care::Off;                                          ///< at the start; the window changes it by itself
    std::function<void(Care)> setCare;                              ///< keeps it
    QString decoderNote;                                            ///< how evidence is decoded, for About
    QString standingNote;                                           ///< what works less well for as long as the program runs, for the banner
};

/// The workstation's window: queue, case and ruling beside each other; reports for supervisors. It joins panels and
/// actions; every decision is made below it.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(presentation::Session &session, presentation::QueuePresenter &queue, presentation::RulingPresenter &ruling,
               EvidenceLoader &loader, WindowServices services, QWidget *parent = nullptr);

    void showDesk();
    void showQueue();
    void showReports();
    /// How the person has arranged the queue's columns, and whether the facts card stands open: opaque, for restoreLooks() of a later window.
    QByteArray looks() const;
    void restoreLooks(const QByteArray &looks);
    /// The listing's pictures stand between the sides.
    bool isListingShown() const;
    void setListingShown(bool shown);
    void setServices(const WindowServices &services);
    /// In the toast; @p sentence is asked again when the language changes.
    void say(const std::function<QString()> &sentence, int seconds = 8);

Q_SIGNALS:
    void usable(); ///< the first rows are on screen

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void makeTopBar();
    void makeActions();
    void makeDigitKeys();
    void connectQueueActions();
    void connectCaseActions();
    void connectFormActions(); ///< of the ruling's form
    void connectWindowActions();
    void onAction(const char *id, std::function<void()> act);
    using Needs = bool (MainWindow::*)();
    void onAction(const char *id, Needs needs, const std::function<void()> &act); ///< where @p needs is true
    void connectPanels();
    void onDone(const QString &what, const usecases::Receipt &receipt);
    void takeNext();
    /// Lets go of the open case, which @p what has given back; where the desk serves in order, the next comes after a skip.
    void leaveCase(const QString &what);
    void claim(const presentation::Session::About &about);
    void recallLast(bool undo);
    /// What a key is about: the open case on the desk, the current row's on the queue page. Without id, after saying why,
    /// when there is none.
    presentation::Session::About chosenCase();
    void cite();
    void askEvidence();
    using TextCommand = usecases::Done<usecases::Receipt> (usecases::CaseCommands::*)(const usecases::Command &, domain::CaseId, const QString &);
    /// Asks for the text that @p command about the open case needs, then gives it, called @p what.
    void askText(const QString &what, const QString &title, const QString &question, TextCommand command);
    static QString begunKey(const QString &what, const usecases::Person &person, domain::CaseId id);
    void askTakeOver(); ///< the open case, from whoever holds it
    const usecases::CaseHeader *knownHeader(const presentation::Session::About &about) const; ///< the newest at hand; none: null
    bool mayPass(const presentation::Session::About &about); ///< false after saying why the case can be neither parked nor skipped
    void askSkip(const presentation::Session::About &about);
    void askPark(const presentation::Session::About &about);
    void askBlame();
    void askNote(); ///< at the place on show
    void askNoteAt(const std::optional<domain::Citation> &place);
    void goToSource();
    void handOver();
    // Each is true, or says in the toast why the key that was pressed does nothing here.
    bool needsDesk();
    bool needsCase();
    bool needsForm();
    void goTo(const domain::Citation &citation);
    void exportTable(const usecases::Table &table);
    void saveLetter(domain::Party addressee); ///< about the open case, or says why there is none
    void connectQueue();
    void searchAllCases(const QStringList &words);
    void jumpToSought();
    void connectExamination();
    void connectCoverage();
    void connectDeskWork();
    std::optional<domain::Citation> placeToCite() const;
    std::optional<domain::Citation> placeToCite(const QString &fact) const;
    void citePlace(const QString &fact); ///< empty: the place on show, or both of a clash
    void citePlaces(const QList<domain::Citation> &places);
    void dragPlace(const QString &fact);
    void dragPlaces(const QList<domain::Citation> &places);
    void exportQueue();
    void askMany(const QList<domain::CaseId> &ids);
    void showMany(ManyDialog *dialog);
    void undoMany(const std::shared_ptr<presentation::BulkPresenter> &many);
    void tellUndone();
    void showNotices();
    void showNoticesButton();
    void hear(const QList<usecases::Notice> &notices);
    void showTrouble();
    /// Why nothing can be written at present; what others' work causes is tried again until it is over.
    void setWriteTrouble(const std::optional<usecases::CommandError> &trouble);
    void tryWriting();
    void showPage(QWidget *page);
    void offerUndo(const QString &sentence, std::function<void()> undo);
    void undoLast(bool offered); ///< what the toast offers, else the last signing; @p offered: its offer still stood
    void cycleFocus();
    void choosePerson(int index);
    void changeCare();
    void showShortcuts();
    void sayError(const usecases::CommandError &error, const QString &caseNo = {});
    /// About the open case: gone when another is opened.
    void sayHere(const std::function<QString()> &sentence);
    void retranslate();
    void tick();

    static constexpr int undoSeconds = 10; ///< how long the toast offers it

    presentation::Session &m_session;
    presentation::QueuePresenter &m_queuePresenter;
    presentation::RulingPresenter &m_rulingPresenter;
    EvidenceLoader &m_loader;
    WindowServices m_services;
    presentation::NoticesPresenter m_notices;
    presentation::PresencePresenter m_presence;
    presentation::ExaminationPresenter m_examination;
    presentation::CoveragePresenter m_coverage;
    QStackedWidget *m_pages;
    QSplitter *m_desk;
    QueuePanel *m_queue;
    CasePanel *m_case;
    RulingPanel *m_ruling;
    QueuePage *m_queuePage;
    ReportsPage *m_reports;
    Banner *m_banner;
    Toast *m_toast;
    QLabel *m_brand, *m_demo, *m_clock, *m_waitingNote;
    QPushButton *m_deskButton, *m_queueButton, *m_reportsButton, *m_noticesButton, *m_plusHours, *m_plusDay;
    QComboBox *m_person;
    QToolButton *m_language, *m_theme, *m_help;
    QHash<QString, QAction *> m_actions;
    QHash<QString, QString> m_begun; ///< texts that were asked for and are not recorded yet, by command, person and case
    QHash<QString, usecases::EvidenceWish> m_begunWishes; ///< the same of evidence that is asked for
    presentation::Session::About m_lastRuled;
    domain::CaseId m_lastOpened;
    domain::CaseId m_soughtIn;   ///< opened from the queue's page: the place of the words is gone to
    domain::CaseId m_saidHere;   ///< which case the toast is about, when it calls it "this case"
    domain::CaseId m_takenFrom;  ///< what was open when the next case was asked for
    std::shared_ptr<presentation::BulkPresenter> m_many; ///< the wish for many cases that was taken back last
    bool m_manyUndoing = false;
    std::optional<usecases::CommandError> m_writeTrouble; ///< why nothing can be written at present
    QTimer m_writeAgain{this};
    std::function<void()> m_undo;
    bool m_refusalSaid = false;  ///< the toast's last sentence is why something was not done
    bool m_recallable = false;
    bool m_leaseAlerted = false;
    bool m_usable = false;
    ThemeMode m_themeMode = ThemeMode::System;
};

} // namespace arb::ui
