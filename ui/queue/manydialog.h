// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <presentation/bulkpresenter.h>

#include <QtCore/QTimer>
#include <QtWidgets/QDialog>

#include <memory>

class QCheckBox;
class QComboBox;
class QDateTimeEdit;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace arb::ui {

class UniformList;

/// One wish for the marked cases: what is wished, what would become of each case, what became of it, and taking it back.
class ManyDialog : public QDialog
{
    Q_OBJECT

public:
    ManyDialog(presentation::Session &session, const QList<domain::CaseId> &ids, QWidget *parent);
    /// What has become of the cases of a wish that was carried out in an earlier dialog.
    ManyDialog(presentation::Session &session, std::shared_ptr<presentation::BulkPresenter> presenter, QWidget *parent);
    presentation::BulkPresenter &presenter() { return m_presenter; }
    /// For whoever goes on with it when the dialog is closed.
    std::shared_ptr<presentation::BulkPresenter> sharedPresenter() const { return m_kept; }

    void reject() override; ///< Esc stops work that is under way first

private:
    void build();
    void tellWish();
    void refresh();
    usecases::ManyWish wish() const;

    std::shared_ptr<presentation::BulkPresenter> m_kept;
    presentation::BulkPresenter &m_presenter;
    QComboBox *m_action, *m_person;
    QStackedWidget *m_details;
    QCheckBox *m_untilEvidence;
    QDateTimeEdit *m_until;
    QLineEdit *m_addTags, *m_removeTags;
    UniformList *m_rows;
    QLabel *m_summary;
    QProgressBar *m_progress;
    QPushButton *m_carryOut, *m_undo, *m_copy, *m_close;
    QTimer m_typing;
};

} // namespace arb::ui
