// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <presentation/timelinemodel.h>

#include <QtWidgets/QWidget>

class QLabel;
class QListWidget;
class QToolButton;
class QTreeView;

namespace arb::ui {

class TimelineCanvas;

/// The open case's times: the canvas, beside it what does not fit in words, and every event as a list for whoever reads by ear.
/// Escape closes it. It opens and cites nothing itself; it says what is wanted.
class TimelinePanel : public QWidget
{
    Q_OBJECT

public:
    explicit TimelinePanel(QWidget *parent = nullptr);

    /// @p exports: its exported chats, as far as they are read; more may come for the same case.
    void setCase(const usecases::CaseView &view, const QList<domain::ExportedChat> &exports = {});
    void clear();
    /// Of what is chosen: both facts of a clash, else the event's; empty where it cannot be cited.
    QList<domain::Citation> currentCitations() const;
    std::optional<domain::Citation> currentCitation() const; ///< the first of them
    bool hasFocusInside() const;
    void focusTimeline();
    void pointOut(const QString &exhibit); ///< its events; empty: none
    int scrolledAway() const; ///< pixels that it is to be higher than its least height for every lane to be seen

Q_SIGNALS:
    void openWanted(const arb::domain::Citation &citation);
    void citeWanted(const QList<arb::domain::Citation> &citations);
    void exhibitsTied(const QStringList &exhibits); ///< to the event under the pointer, else to the one that is chosen
    void closeWanted();
    void dragWanted(const QList<arb::domain::Citation> &citations); ///< an event's, or both facts of a clash

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void choose(int event);
    void chooseClash(int clash);
    void open(int event);
    void cite();
    void tie(int hovered);
    void tieClash(int clash);
    void buildWords();
    void connectWords();
    void tellWhole();
    void fitList();
    void fitWhole();
    void showChosenRow();
    void fillHints();
    void retranslate();
    void restyle();
    QToolButton *addButton(const char *name);

    presentation::TimelineModel m_model;
    domain::CaseId m_shown;
    QLabel *m_title;
    QToolButton *m_in = nullptr, *m_out = nullptr, *m_own = nullptr, *m_all = nullptr, *m_cite = nullptr, *m_close = nullptr;
    TimelineCanvas *m_canvas;
    QListWidget *m_hints = nullptr;
    QTreeView *m_list = nullptr;
    QLabel *m_whole; ///< what the chosen row says, where the list is too narrow for it
};

} // namespace arb::ui
