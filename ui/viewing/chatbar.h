// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QStringList>
#include <QtWidgets/QWidget>

#include <functional>

class QAction;
class QLabel;
class QPushButton;

namespace arb::ui {

class ViewBar;

/// A line under a chat's search field: which clock its times are of, how it differs from the platform's log with steps from
/// one difference to the next, and what of it was not understood.
class ChatBar : public QWidget
{
    Q_OBJECT

public:
    /// The actions' keys are their owner's business.
    ChatBar(QAction *show, QAction *previous, QAction *next, QAction *columns, QWidget *parent = nullptr);
    /// Whether the file is a table whose columns can be said; @p isAsked: nobody knows what they mean, the words stand open.
    void showColumns(bool isTable, bool isAsked);
    /// @p count of differences, @p current from 1 (0: none yet); -1: nothing to compare with.
    void showDifferences(int current, int count);
    /// A button leads to the whole list, @p lines as sentences, which is made when somebody asks: it may be as long as the file.
    void showProblems(qsizetype count, const std::function<QStringList()> &lines);
    void setZone(const QString &words);
    void retranslate();

private:
    void openReport();

    QLabel *m_zone, *m_count;
    QPushButton *m_report, *m_columnsButton;
    QAction *m_show, *m_previous, *m_next, *m_columns;
    ViewBar *m_buttons = nullptr;
    std::function<QStringList()> m_problemLines;
    qsizetype m_problems = 0;
    int m_current = 0, m_differences = -1;
    bool m_columnsAsked = false;
};

} // namespace arb::ui
