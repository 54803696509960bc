// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <presentation/noticespresenter.h>

#include <QtWidgets/QDialog>

class QLabel;
class QListWidget;
class QPushButton;

namespace arb::ui {

/// What the person was told and has not put aside yet. Enter opens the case of a notice, Delete puts it aside.
class NoticesDialog : public QDialog
{
    Q_OBJECT

public:
    NoticesDialog(presentation::Session &session, presentation::NoticesPresenter &presenter, QWidget *parent);

Q_SIGNALS:
    void caseChosen(arb::domain::CaseId id);

private:
    void fill();

    presentation::Session &m_session;
    presentation::NoticesPresenter &m_presenter;
    QListWidget *m_list;
    QLabel *m_empty;
    QPushButton *m_open, *m_aside, *m_allAside;
};

} // namespace arb::ui
