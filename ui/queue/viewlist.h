// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <presentation/queuepresenter.h>

#include <QtWidgets/QComboBox>
#include <QtWidgets/QWidget>

#include <span>

class QLabel;
class QListWidget;
class QToolButton;

namespace arb::ui {

/// The desk's own views in the order of their keys, V and a number.
std::span<const usecases::QueueView> deskViews();

/// @p text, which @p name is a part of, in @p room pixels: the name is cut where room is short, what stands around it stays whole.
QString withNameElided(const QString &text, const QString &name, const QFontMetrics &metrics, int room);

/// The views with their counts to choose one from, in little room: a count is never cut.
class ViewChoice : public QComboBox
{
    Q_OBJECT

public:
    using QComboBox::QComboBox;
    /// Item @p index, from 0, says @p text, in which @p name may be cut.
    void setView(int index, const QString &text, const QString &name);
    QString shownText() const; ///< of the chosen one, as it fits
    void showPopup() override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

/// The views of the queue with their counts: the desk's, then the person's own, which can be kept, renamed and removed.
class ViewList : public QWidget
{
    Q_OBJECT

public:
    explicit ViewList(presentation::QueuePresenter &presenter, QWidget *parent = nullptr);
    void focusList();
    void retranslate();
    QString shownText(int row) const; ///< as it fits: a count is never cut

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
