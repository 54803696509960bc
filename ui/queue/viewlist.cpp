// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewlist.h"

#include "flowlayout.h"

#include <presentation/formats.h>
#include <presentation/labels.h>

#include <QtCore/QLocale>
#include <QtCore/QSignalBlocker>
#include <QtGui/QShortcut>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QStyledItemDelegate>
#include <QtWidgets/QStyleOptionComboBox>
#include <QtWidgets/QStylePainter>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

namespace arb::ui {

namespace {

constexpr int viewNameRole = Qt::UserRole; ///< what of an item's text may be cut

class ViewNameDelegate : public QStyledItemDelegate
{
public:
    explicit ViewNameDelegate(ViewList *views) : QStyledItemDelegate(views), m_views(*views) {}

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->text = m_views.shownText(index.row());
    }

private:
    const ViewList &m_views;
};

} // namespace

QString withNameElided(const QString &text, const QString &name, const QFontMetrics &metrics, int room)
{
    const qsizetype at = name.isEmpty() ? -1 : text.indexOf(name);
    if (at < 0 || metrics.horizontalAdvance(text) <= room)
        return text;
    const QString before = text.left(at), after = text.mid(at + name.size());
    return before + metrics.elidedText(name, Qt::ElideRight, qMax(0, room - metrics.horizontalAdvance(before + after))) + after;
}

void ViewChoice::setView(int index, const QString &text, const QString &name)
{
    setItemText(index, text);
    setItemData(index, name, viewNameRole);
    update(); // the one on show may be it
}

QString ViewChoice::shownText() const
{
    QStyleOptionComboBox option;
    initStyleOption(&option);
    const int room = style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, this).width() - 2; // as styles leave free
    return withNameElided(currentText(), currentData(viewNameRole).toString(), fontMetrics(), room);
}

/// The list that drops down may be wider than what it drops from.
void ViewChoice::showPopup()
{
    view()->setMinimumWidth(view()->sizeHintForColumn(0) + view()->verticalScrollBar()->sizeHint().width());
    QComboBox::showPopup();
}

void ViewChoice::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    painter.setPen(palette().color(QPalette::Text));
    QStyleOptionComboBox option;
    initStyleOption(&option);
    painter.drawComplexControl(QStyle::CC_ComboBox, option);
    option.currentText = shownText();
    painter.drawControl(QStyle::CE_ComboBoxLabel, option);
}

std::span<const usecases::QueueView> deskViews()
{
    static constexpr usecases::QueueView views[] = {
        usecases::QueueView::Waiting,      usecases::QueueView::Mine,            usecases::QueueView::DueToday,
        usecases::QueueView::WaitingBuyer, usecases::QueueView::WaitingMerchant, usecases::QueueView::Approvals,
        usecases::QueueView::Appeals,      usecases::QueueView::HighValue,       usecases::QueueView::All};
    return views;
}

ViewList::ViewList(presentation::QueuePresenter &presenter, QWidget *parent)
    : QWidget(parent), m_presenter(presenter), m_title(new QLabel(this)), m_list(new QListWidget(this)), m_save(new QToolButton(this)),
      m_rename(new QToolButton(this)), m_remove(new QToolButton(this))
{
    m_list->setObjectName(QStringLiteral("viewList"));
    m_save->setObjectName(QStringLiteral("saveView"));
    m_rename->setObjectName(QStringLiteral("renameView"));
    m_remove->setObjectName(QStringLiteral("removeView"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setItemDelegate(new ViewNameDelegate(this));
    m_title->setBuddy(m_list);
    auto *buttons = new FlowLayout(nullptr, 4); // in English they are wider than the list
    for (QToolButton *button : {m_save, m_rename, m_remove}) {
        button->setFocusPolicy(Qt::StrongFocus);
        button->setMinimumHeight(26);
        buttons->addWidget(button);
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_title);
    layout->addWidget(m_list, 1);
    layout->addLayout(buttons);

    connect(m_list, &QListWidget::currentRowChanged, this, &ViewList::apply);
    connect(m_list, &QListWidget::itemActivated, this, &ViewList::done);
    connect(m_save, &QToolButton::clicked, this, &ViewList::saveRequested);
    connect(m_rename, &QToolButton::clicked, this, [this] {
        if (const usecases::SavedView *view = current())
            Q_EMIT renameRequested(view->name);
    });
    connect(m_remove, &QToolButton::clicked, this, [this] {
        const usecases::SavedView *view = current();
        if (!view)
            return;
        const usecases::SavedView gone = *view;
        m_presenter.removeView(gone.name);
        Q_EMIT removed(gone);
    });
    auto *remove = new QShortcut(QKeySequence::Delete, m_list);
    remove->setContext(Qt::WidgetShortcut);
    connect(remove, &QShortcut::activated, m_remove, &QToolButton::click);
    connect(&presenter, &presentation::QueuePresenter::countsChanged, this, &ViewList::fill);
    connect(&presenter, &presentation::QueuePresenter::savedViewsChanged, this, &ViewList::fill);
    connect(&presenter, &presentation::QueuePresenter::choiceChanged, this, &ViewList::fill);
    retranslate();
}

void ViewList::focusList()
{
    m_list->setFocus(Qt::ShortcutFocusReason);
}

QString ViewList::shownText(int row) const
{
    const QListWidgetItem *item = m_list->item(row);
    if (!item)
        return {};
    const int margin = m_list->style()->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, m_list) + 1; // of texts in lists
    return withNameElided(item->text(), item->data(viewNameRole).toString(), m_list->fontMetrics(), m_list->viewport()->width() - 2 * margin);
}

const usecases::SavedView *ViewList::current() const
{
    const qsizetype own = m_list->currentRow() - static_cast<qsizetype>(deskViews().size());
    return own >= 0 && own < m_presenter.savedViews().size() ? &m_presenter.savedViews().at(own).view : nullptr;
}

void ViewList::apply(int row)
{
    const auto views = deskViews();
    if (row >= 0 && row < std::ssize(views)) {
        // A view of the desk is seen whole; what was filtered before belongs to what was looked at before.
        m_presenter.choose({views[static_cast<size_t>(row)], QString(), m_presenter.choice().sort, m_presenter.choice().descending});
    } else if (const usecases::SavedView *view = current()) {
        m_presenter.choose(presentation::QueuePresenter::choiceOf(*view));
    }
}

/// Every view with its count; the one on show is marked, an own one only while nothing in it was changed.
void ViewList::fill()
{
    const QSignalBlocker quiet(m_list);
    const QLocale locale(presentation::languageIsChinese() ? QLocale::Chinese : QLocale::English);
    const auto text = [&](const QString &name, qint64 count) { return count < 0 ? name : tr("%1 (%2)").arg(name, locale.toString(count)); };
    const auto views = deskViews();
    const auto &own = m_presenter.savedViews();
    const int rows = static_cast<int>(std::ssize(views) + own.size());
    while (m_list->count() > rows)
        delete m_list->takeItem(m_list->count() - 1);
    while (m_list->count() < rows)
        m_list->addItem(QString());
    int marked = -1;
    for (int row = 0; row < std::ssize(views); ++row) {
        const usecases::QueueView view = views[static_cast<size_t>(row)];
        QListWidgetItem *item = m_list->item(row);
        const QString name = presentation::label(view);
        item->setData(viewNameRole, name);
        item->setText(text(name, m_presenter.count(view)));
        item->setToolTip(name + u'\n' + tr("V, then %1").arg(row + 1));
        if (view == m_presenter.view())
            marked = row;
    }
    for (int n = 0; n < own.size(); ++n) {
        QListWidgetItem *item = m_list->item(static_cast<int>(std::ssize(views)) + n);
        const QString name = presentation::visibleText(own.at(n).view.name);
        item->setData(viewNameRole, name);
        item->setText(text(name, own.at(n).count));
        item->setToolTip(QString(name + u'\n' + tr("Kept by you: %1").arg(presentation::visibleText(own.at(n).view.filter))).toHtmlEscaped());
        if (presentation::QueuePresenter::choiceOf(own.at(n).view) == m_presenter.choice())
            marked = static_cast<int>(std::ssize(views)) + n;
    }
    m_list->setCurrentRow(marked);
    m_rename->setEnabled(current() != nullptr);
    m_remove->setEnabled(current() != nullptr);
}

void ViewList::retranslate()
{
    m_title->setText(tr("Views"));
    m_list->setAccessibleName(tr("Views of the queue"));
    m_save->setText(tr("Keep …"));
    m_save->setToolTip(tr("Keep what is on show as a view of your own (Ctrl+S)"));
    m_save->setAccessibleName(tr("Keep as a view of your own"));
    m_rename->setText(tr("Rename …"));
    m_rename->setToolTip(tr("Give the marked view of your own another name"));
    m_rename->setAccessibleName(tr("Rename the view"));
    m_remove->setText(tr("Remove"));
    m_remove->setToolTip(tr("Remove the marked view of your own; this can be undone (Delete in the list)"));
    m_remove->setAccessibleName(tr("Remove the view"));
    fill();
}

} // namespace arb::ui
