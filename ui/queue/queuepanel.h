// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <presentation/queuepresenter.h>

#include <QtWidgets/QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QListView;
class QPushButton;

namespace arb::ui {

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

Q_SIGNALS:
    void caseChosen(arb::domain::CaseId id);
    void takeNextRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void refreshViews();
    void refreshEmpty();
    QString emptySentence() const; ///< what the view's emptiness means, with the next step
    void clearFilter();
    void ensureCurrent();

    presentation::Session &m_session;
    presentation::QueuePresenter &m_presenter;
    QComboBox *m_views;
    QLineEdit *m_filter;
    QLabel *m_filterNote;
    QListView *m_rows;
    QLabel *m_empty;
    QPushButton *m_takeNext;
};

} // namespace arb::ui
