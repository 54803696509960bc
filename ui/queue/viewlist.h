// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <presentation/queuepresenter.h>

#include <QtWidgets/QWidget>

#include <span>

class QLabel;
class QListWidget;
class QToolButton;

namespace arb::ui {

/// The desk's own views in the order of their keys, V and a number.
std::span<const usecases::QueueView> deskViews();

/// The views of the queue with their counts: the desk's, then the person's own, which can be kept, renamed and removed.
class ViewList : public QWidget
{
    Q_OBJECT

public:
    explicit ViewList(presentation::QueuePresenter &presenter, QWidget *parent = nullptr);
    void focusList();
    void retranslate();

Q_SIGNALS:
    void saveRequested();
    void renameRequested(const QString &name);
    void removed(const arb::usecases::SavedView &view); ///< is gone already; may be restored
    void done();                                        ///< Enter: on to the rows

private:
    void fill();
    void apply(int row);
    const usecases::SavedView *current() const; ///< the own view that is marked

    presentation::QueuePresenter &m_presenter;
    QLabel *m_title;
    QListWidget *m_list;
    QToolButton *m_save, *m_rename, *m_remove;
};

} // namespace arb::ui
