// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QStringList>
#include <QtWidgets/QWidget>

#include <functional>

class QAction;
class QLabel;
class QPushButton;

namespace arb::ui {

class FittedLabel;
class ViewBar;

/// Two slim lines under a chat's search field, so that the messages keep the room: which clock the times are of and the report in
/// one line, with the whole of it behind a button; then what can be done: steps from one difference from the platform's log to
/// the next, columns, order of the days.
class ChatBar : public QWidget
{
    Q_OBJECT

public:
    struct Actions
    {
        QAction *show, *previous, *next, *columns, *dayOrder, *report;
    };

    /// The actions' keys are their owner's business.
    explicit ChatBar(const Actions &actions, QWidget *parent = nullptr);
    /// Whether the file is a table whose columns can be said; @p isAsked: nobody knows what they mean, the words stand open.
    void showColumns(bool isTable, bool isAsked);
    /// @p count of differences, @p current from 1 (0: none yet); -1: nothing to compare with.
    void showDifferences(int current, int count);
    /// @p parts of the summary, the least important first; none: there is no report. @p lines, sentences and one of each line not
    /// understood, are made when somebody asks: there may be as many as the file has.
    void showReport(const QStringList &parts, const std::function<QStringList()> &lines);
    /// Offers to read the file's dates in another order, as the action's text says.
    void showDayOrder(bool isOffered);
    /// @p words say the same as @p shown in whole sentences, for the tool tip and whoever listens.
    void setZone(const QString &shown, const QString &words);
    void retranslate();

private:
    QPushButton *addButton(const char *name, QAction *action);
    void openReport();

    QLabel *m_zone, *m_count;
    FittedLabel *m_summary;
    QPushButton *m_report, *m_columnsButton, *m_dayOrderButton;
    Actions m_actions;
    ViewBar *m_buttons = nullptr;
    QStringList m_parts;
    std::function<QStringList()> m_reportLines;
    int m_current = 0, m_differences = -1;
    bool m_columnsAsked = false;
};

} // namespace arb::ui
