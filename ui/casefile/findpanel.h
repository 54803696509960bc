// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exhibitsearch.h"

#include <presentation/session.h>

#include <usecases/casesearch.h>

#include <QtWidgets/QWidget>

#include <atomic>
#include <memory>
#include <utility>

class QLabel;
class QLineEdit;
class QListWidget;
class QToolButton;

namespace arb::ui {

/// Search in the open case: its chat, answers, notes, captions, exported chats and texts, and what a machine read in its pictures, which
/// each line says of itself. Enter goes to the place. Searches the record on the reader's thread and files in the background, as far as
/// they are read, and says which could not be; a newer wish overtakes an older one.
class FindPanel : public QWidget
{
    Q_OBJECT

public:
    FindPanel(presentation::Session &session, EvidenceLoader &loader, QWidget *parent = nullptr);
    ~FindPanel() override;
    void setReadings(ExhibitSearch::Readings readings) { m_readings = std::move(readings); }

    /// Takes the keyboard; @p words empty: what was typed before stays.
    void beginTyping(const QString &words = {});
    /// Looks for @p words and tells the best place by jumped(), without taking the keyboard.
    void jump(const QStringList &words);
    void caseChanged(); ///< another case, or the same one with more in it
    bool hasFocusInside() const;

Q_SIGNALS:
    void openWanted(const arb::domain::Citation &place);
    void jumped(const arb::usecases::CaseHit &hit, int hits);
    void allCasesWanted(const QStringList &words);
    void closeWanted();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void search();
    void searchRecord();
    bool isDone() const { return m_recordDone && m_files->isDone(); }
    void gather();
    void jumpIfSure();
    void fill();
    void showUnsearched();
    void open();
    void retranslate();
    void restyle();

    presentation::Session &m_session;
    QLineEdit *m_field;
    QLabel *m_count;
    QToolButton *m_everywhere, *m_close;
    QListWidget *m_list;
    QLabel *m_unsearched; ///< hidden while every file could be searched
    ExhibitSearch *m_files;
    ExhibitSearch::Readings m_readings;
    QList<usecases::CaseHit> m_recordHits, m_fileHits, m_hits; ///< the last: the best of both, as they are listed
    bool m_recordDone = true;
    domain::CaseId m_case;
    int m_run = 0;       ///< of the last search asked for
    std::shared_ptr<std::atomic<bool>> m_abandoned; ///< of that search in the record
    bool m_jumps = false; ///< its first place is gone to
};

} // namespace arb::ui
