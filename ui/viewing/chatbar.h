// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QStringList>
#include <QtWidgets/QWidget>

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
    ChatBar(QAction *show, QAction *previous, QAction *next, QWidget *parent = nullptr);
    /// @p count of differences, @p current from 1 (0: none yet); -1: nothing to compare with.
    void showDifferences(int current, int count);
    /// @p lines as sentences: a button leads to the whole list.
    void showProblems(const QStringList &lines);
    void setZone(const QString &words);
    void retranslate();

private:
    void openReport();

    QLabel *m_zone, *m_count;
    QPushButton *m_report;
    QAction *m_show, *m_previous, *m_next;
    ViewBar *m_buttons = nullptr;
    QStringList m_problems;
    int m_current = 0, m_differences = -1;
};

} // namespace arb::ui
