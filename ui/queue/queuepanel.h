// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <presentation/queuepresenter.h>

#include <QtCore/QElapsedTimer>
#include <QtWidgets/QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace arb::ui {

class UniformList;
class ViewChoice;

/// The queue: view, filter, rows, "take next". Emits wishes, decides nothing.
class QueuePanel : public QWidget
{
    Q_OBJECT

public:
    QueuePanel(presentation::Session &session, presentation::QueuePresenter &presenter, QWidget *parent = nullptr);

    void step(int by);
    void showView(int number); ///< from 1, in the order of the list
    void focusFilter();
    void focusRows();
    void select(domain::CaseId id);
    QWidget *toastRoom() const { return m_toastRoom; } ///< between the rows and what is pressed

Q_SIGNALS:
    void caseChosen(arb::domain::CaseId id);
    void takeNextRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void refreshViews();
    void takeChoice();
    void refreshEmpty();
    QString emptySentence() const; ///< what the view's emptiness means, with the next step
    void clearFilter();
    void refreshWhy();
    void ensureCurrent();
    void beginView();
    void refreshTakeNext();

    presentation::Session &m_session;
    presentation::QueuePresenter &m_presenter;
    ViewChoice *m_views;
    QLineEdit *m_filter;
    QLabel *m_filterNote;
    UniformList *m_rows;
    QLabel *m_empty;
    QWidget *m_toastRoom;
    QLabel *m_why;
    QPushButton *m_takeNext;
    QElapsedTimer m_taken; ///< since the button was last pressed
    bool m_toTop = false; ///< another choice is on its way: it begins with its first row
    domain::CaseId m_chosen;  ///< opened last, wherever it is by now
    bool m_untouched = false; ///< the first row is current because nobody chose one yet
};

} // namespace arb::ui
