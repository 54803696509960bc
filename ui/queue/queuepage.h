// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <presentation/queueexport.h>
#include <presentation/queuepresenter.h>

#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

class QLabel;
class QLineEdit;
class QMenu;
class QProgressBar;
class QPushButton;
class QToolButton;

namespace arb::ui {

class FilterChips;
class UniformList;
class ViewList;

/// The whole queue as a table: views, words and chips that narrow it, columns to choose and to sort by, cases to mark for
/// one wish, to copy and to write out. Shows the same rows as the desk's narrow list. Emits wishes, decides nothing.
class QueuePage : public QWidget
{
    Q_OBJECT

public:
    QueuePage(presentation::Session &session, presentation::QueuePresenter &presenter, QWidget *parent = nullptr);

    void step(int by);
    void showView(int number); ///< from 1; 0 leads to the list of views
    void focusFilter();
    void focusRows();
    presentation::Session::About chosen() const; ///< the current row's case; without id when there is none
    QWidget *toastRoom() const { return m_toastRoom; }
    /// Which columns are shown, where and how wide: opaque, for restoreColumns() of a later window.
    QByteArray columnsState() const;
    void restoreColumns(const QByteArray &state);
    bool isExporting() const { return m_export.isRunning(); }
    /// Writes what is shown into @p sink, all rows of it.
    void exportTo(std::shared_ptr<presentation::RowSink> sink, const QString &path);
    QStringList shownHeadings() const;
    QList<int> shownColumns() const;

Q_SIGNALS:
    void caseChosen(arb::domain::CaseId id);
    void manyRequested(const QList<arb::domain::CaseId> &ids);
    void exportRequested();
    void viewRemoved(const arb::usecases::SavedView &view);
    void said(const QString &sentence);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    void connectAll();
    void makeColumnMenu();
    void usualColumns();
    void fitColumn(int column, int width, int &made);
    void fitReasons();
    void fitStates();
    void fitCodes();
    void applyFilter();
    void takeChoice(bool typing = false);
    void sortBy(int column, Qt::SortOrder order);
    void makeSortMenu();
    void showSort();
    int sortedColumn() const;
    QString sortWords() const;
    void sortByCurrentColumn();
    void sortByKey(int column, bool descending); ///< -1: by what the rows are sorted by already
    void refreshCounts();
    void refreshEmpty();
    qint64 selectedRows() const;
    QList<domain::CaseId> selectedCases() const;
    void copySelection();
    void askMany();
    void askName(const QString &title, const QString &begun, const std::function<void(const QString &)> &then);
    void openCurrent();
    void toFirstRow();
    void retranslate();

    presentation::Session &m_session;
    presentation::QueuePresenter &m_presenter;
    presentation::QueueExport m_export;
    ViewList *m_views;
    QLineEdit *m_search;
    FilterChips *m_chips;
    QLabel *m_note, *m_counts, *m_empty, *m_exportNote;
    QToolButton *m_columns, *m_sort;
    QPushButton *m_many, *m_copy, *m_exportButton, *m_cancelExport;
    QProgressBar *m_progress;
    QWidget *m_exportBar, *m_toastRoom;
    UniformList *m_table;
    QMenu *m_columnMenu, *m_sortMenu;
    QTimer m_typing;
    QString m_exportPath;
    bool m_quiet = false;    ///< the widgets follow the choice, not the other way round
    int m_reasonWidth = 0, m_stateWidth = 0; ///< as the page made them, 0: not yet; other ones are the reader's
    QMap<int, int> m_codeWidths; ///< the same of the columns of codes that are not usual, by column
    bool m_toTop = false;    ///< another choice is on its way: it begins with its first row
    int m_copyRun = 0;
};

} // namespace arb::ui
