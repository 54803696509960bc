// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/evidenceports.h>

#include <QtWidgets/QWidget>

class QAction;
class QLabel;
class QListWidget;
class QToolButton;

namespace arb::ui {

/// The lines a machine read in a picture, to be looked through, copied and gone to. A line with a number has the piece of the
/// picture beside it: the number is read there. Says itself that it is no evidence.
class ReadingPanel : public QWidget
{
    Q_OBJECT

public:
    enum class State { Reading, Missing, Failed, Done };
    explicit ReadingPanel(QWidget *parent = nullptr);

    void showState(State state);
    /// @p picture is what is loaded of the picture, for the pieces.
    void showReading(const domain::MachineReading &reading, const QImage &picture);
    /// What is on show; without words in every other state.
    const domain::MachineReading &reading() const { return m_reading; }
    /// A button below the lines, while there are any; the action stays its owner's.
    void offer(QAction *action);
    QList<QRect> boxes() const; ///< of the lines, in their order
    int current() const;        ///< -1: none
    void retranslate();
    /// In a pane of @p pane pixels across there is no room for it beside the picture.
    static bool standsBelow(int pane);
    /// As wide as the pane and low, instead of narrow and as high as the picture.
    void setBelow(bool below);

Q_SIGNALS:
    void lineChosen(int line);

private:
    void describe();
    void copyLines() const;

    QLabel *m_words = nullptr;
    QListWidget *m_list = nullptr;
    QToolButton *m_offer = nullptr;
    State m_state = State::Reading;
    domain::MachineReading m_reading;
};

/// The words of @p reading as findOnPage() takes them.
QList<PageWord> pageWordsOf(const domain::MachineReading &reading);

} // namespace arb::ui
