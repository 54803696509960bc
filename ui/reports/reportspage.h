// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <presentation/session.h>
#include <presentation/tablemodel.h>

#include <QtWidgets/QWidget>

class QChartView;
class QComboBox;
class QDateEdit;
class QLabel;
class QListWidget;
class QPushButton;
class QTableView;
class QTableWidget;

namespace arb::ui {

/// The supervisor's report: merchants with points and level, a trend chart with its table twin, drill to the cases.
class ReportsPage : public QWidget
{
    Q_OBJECT

public:
    explicit ReportsPage(presentation::Session &session, QWidget *parent = nullptr);
    void refresh();
    void focusTable();

Q_SIGNALS:
    void caseChosen(arb::domain::CaseId id);
    void exportRequested(const arb::usecases::Table &table);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void fillLevels();
    void sayAround();
    void showProblem(const QString &sentence);
    static int usualDays();
    void fillStanding(const usecases::TableRow *row);
    void showRow();
    void fillChart(const usecases::TableRow *row);
    void fillCases(const usecases::TableRow *row);
    void copySelection();

    presentation::Session &m_session;
    presentation::TableModel m_model;
    QLabel *m_title, *m_fromLabel, *m_toLabel, *m_asOf, *m_foot, *m_standing, *m_chartTitle, *m_casesTitle, *m_message;
    QDateEdit *m_from, *m_to;
    QComboBox *m_level;
    QPushButton *m_export;
    QTableView *m_table;
    QChartView *m_chart;
    QTableWidget *m_twin;
    QListWidget *m_cases;
    QList<usecases::CaseHeader> m_headers;
    QString m_chosen; ///< the merchant chosen last, by the key of its row
    bool m_datesSet = false;
    int m_generation = 0;
};

} // namespace arb::ui
