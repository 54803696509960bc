// SPDX-License-Identifier: GPL-3.0-or-later
#include "queuepanel.h"

#include "queuedelegate.h"
#include "uniformlist.h"
#include "viewlist.h"

#include "../shell/accessibleroles.h"
#include "../shell/wrappedlabel.h"

#include <presentation/errortext.h>
#include <presentation/formats.h>
#include <presentation/labels.h>

#include <ui/theme.h>

#include <QtCore/QEvent>
#include <QtCore/QLocale>
#include <QtCore/QSignalBlocker>
#include <QtCore/QTimer>
#include <QtGui/QShortcut>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace arb::ui {

QueuePanel::QueuePanel(presentation::Session &session, presentation::QueuePresenter &presenter, QWidget *parent)
    : QWidget(parent), m_session(session), m_presenter(presenter), m_views(new ViewChoice(this)), m_filter(new QLineEdit(this)),
      m_filterNote(new QLabel(this)), m_rows(new UniformList(this)), m_empty(new QLabel(this)), m_toastRoom(new QWidget(this)), m_why(new QLabel(this)), m_takeNext(new QPushButton(this))
{
    setObjectName(QStringLiteral("queuePanel"));
    m_views->setObjectName(QStringLiteral("queueViews"));
    m_filter->setObjectName(QStringLiteral("queueFilter"));
    m_rows->setObjectName(QStringLiteral("queueRows"));
    m_takeNext->setObjectName(QStringLiteral("takeNext"));
    m_filter->setClearButtonEnabled(true);
    m_filterNote->setWordWrap(true);
    m_filterNote->setTextFormat(Qt::PlainText);
    m_filterNote->hide();
    m_rows->setModel(&presenter.model());
    m_rows->setItemDelegate(new QueueDelegate(m_rows));
    m_rows->setModelColumn(presentation::QueueModel::CaseColumn);
    m_why->setObjectName(QStringLiteral("queueWhy"));
    m_why->setWordWrap(true); // why a case stands where it stands is read to its end
    m_why->setTextFormat(Qt::PlainText);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->hide();
    // Inside the list, which stays and keeps the keyboard for the rows to come.
    auto *inside = new QVBoxLayout(m_rows->viewport());
    inside->addWidget(m_empty);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 0, 8);
    layout->setSpacing(8);
    layout->addWidget(m_views);
    layout->addWidget(m_filter);
    layout->addWidget(m_filterNote);
    layout->addWidget(m_rows, 1);
    layout->addWidget(m_toastRoom);
    layout->addWidget(m_why);
    layout->addWidget(m_takeNext);

    auto *delay = new QTimer(this); // typing never waits for the database
    delay->setSingleShot(true);
    delay->setInterval(150);
    connect(m_filter, &QLineEdit::textChanged, delay, qOverload<>(&QTimer::start));
    connect(delay, &QTimer::timeout, this, [this] { m_presenter.setFilter(m_filter->text()); });
    connect(m_filter, &QLineEdit::returnPressed, this, &QueuePanel::focusRows);
    auto *escape = new QShortcut(QKeySequence(Qt::Key_Escape), m_filter);
    escape->setContext(Qt::WidgetShortcut);
    connect(escape, &QShortcut::activated, this, [this] {
        clearFilter();
        focusRows();
    });
    connect(m_views, &QComboBox::activated, this, [this](int index) {
        const qsizetype own = index - std::ssize(deskViews());
        if (own < 0)
            m_presenter.setView(deskViews()[static_cast<size_t>(index)]);
        else if (own < m_presenter.savedViews().size())
            m_presenter.choose(presentation::QueuePresenter::choiceOf(m_presenter.savedViews().at(own).view));
    });
    connect(m_rows, &UniformList::activated, this, [this](const QModelIndex &index) {
        Q_EMIT caseChosen(domain::CaseId(index.data(presentation::QueueModel::CaseIdRole).toLongLong()));
    });
    connect(m_rows, &UniformList::clicked, this, [this](const QModelIndex &index) {
        Q_EMIT caseChosen(domain::CaseId(index.data(presentation::QueueModel::CaseIdRole).toLongLong()));
    });
    connect(m_takeNext, &QPushButton::clicked, this, [this] {
        // A double click means one case, and so does a key held down whose repeats arrive as presses.
        const bool again = m_taken.isValid() && m_taken.elapsed() < QApplication::doubleClickInterval();
        m_taken.start();
        if (!again)
            Q_EMIT takeNextRequested();
    });
    connect(&presenter, &presentation::QueuePresenter::countsChanged, this, &QueuePanel::refreshViews);
    connect(&presenter, &presentation::QueuePresenter::savedViewsChanged, this, &QueuePanel::refreshViews);
    connect(&presenter, &presentation::QueuePresenter::choiceChanged, this, &QueuePanel::takeChoice);
    connect(&presenter, &presentation::QueuePresenter::refreshed, this, [this] {
        if (std::exchange(m_toTop, false))
            beginView();
        refreshEmpty();
        refreshWhy();
    });
    connect(&presenter.model(), &QAbstractItemModel::dataChanged, this, &QueuePanel::refreshWhy);
    connect(m_rows->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        m_untouched = false;
        refreshWhy();
    });
    connect(&presenter, &presentation::QueuePresenter::filterRefused, this, [this](const QString &sentence) {
        m_filterNote->setText(breakable(sentence));
        m_filterNote->setVisible(!sentence.isEmpty());
    });
    connect(&session, &presentation::Session::actorChanged, this, [this] {
        clearFilter();
        refreshTakeNext();
    });
    connect(&session, &presentation::Session::runningChanged, this, &QueuePanel::refreshTakeNext);
    connect(&session, &presentation::Session::readOnlyChanged, this, &QueuePanel::refreshTakeNext);
    connect(&session, &presentation::Session::caseOpened, this, [this] { select(m_session.view()->record.header.id); });
    retranslate();
}

void QueuePanel::retranslate()
{
    nameChoice(m_views, tr("View of the queue"));
    m_filter->setPlaceholderText(tr("Filter: words, state:queued, amount:>=100000 …"));
    m_filter->setAccessibleName(tr("Filter the queue"));
    m_filter->setToolTip(tr("Filter the queue (/)"));
    m_rows->setAccessibleName(tr("Cases in the queue"));
    m_takeNext->setText(tr("Take next case"));
    refreshTakeNext();
    if (!m_filterNote->isHidden())
        m_presenter.setFilter(m_filter->text()); // says again what it does not understand
    refreshViews();
    refreshEmpty();
    m_presenter.model().retranslate();
}

void QueuePanel::refreshTakeNext()
{
    const bool underWay = m_session.isRunning(QStringLiteral("take_next")) || m_session.isRunning(QStringLiteral("claim"));
    m_takeNext->setEnabled(m_session.may(usecases::Permission::Claim) && !m_session.readOnly() && !underWay);
    m_takeNext->setToolTip(m_session.readOnly() ? presentation::readOnlyText() : tr("Take the case that comes first (F2)"));
    m_takeNext->setAccessibleDescription(m_session.readOnly() ? presentation::readOnlyText() : QString());
}

void QueuePanel::refreshViews()
{
    const auto views = deskViews();
    const auto &own = m_presenter.savedViews();
    const QLocale locale(presentation::languageIsChinese() ? QLocale::Chinese : QLocale::English);
    const auto show = [&](int item, const QString &name, qint64 count) {
        m_views->setView(item, count < 0 ? name : tr("%1 (%2)").arg(name, locale.toString(count)), name);
    };
    int current = 0;
    const int items = static_cast<int>(std::ssize(views) + own.size());
    while (m_views->count() > items)
        m_views->removeItem(m_views->count() - 1);
    while (m_views->count() < items)
        m_views->addItem(QString());
    for (int n = 0; n < items; ++n) {
        const qsizetype saved = n - std::ssize(views);
        if (saved < 0) {
            const usecases::QueueView view = views[static_cast<size_t>(n)];
            show(n, presentation::label(view), m_presenter.count(view));
            if (view == m_presenter.view())
                current = n;
        } else {
            show(n, presentation::visibleText(own.at(saved).view.name), own.at(saved).count);
            if (presentation::QueuePresenter::choiceOf(own.at(saved).view) == m_presenter.choice())
                current = n;
        }
    }
    m_views->setCurrentIndex(current);
}

QString QueuePanel::emptySentence() const
{
    using enum usecases::QueueView;
    switch (m_presenter.view()) {
    case Waiting: return tr("No case is waiting");
    case Mine: return tr("You hold no case. F2 takes the next.");
    case DueToday: return tr("Nothing is due today.");
    case WaitingBuyer: return tr("No case waits for a buyer.");
    case WaitingMerchant: return tr("No case waits for a merchant.");
    case Approvals: return tr("Nothing waits for approval.");
    case Appeals: return tr("No appeal is waiting.");
    case HighValue: return tr("No case of high value is waiting.");
    case All: return tr("There is no case yet. Bundles can be dropped on the window.");
    }
    return {};
}

void QueuePanel::clearFilter()
{
    m_filter->clear();
    m_presenter.setFilter({});
}

/// Another page may have chosen; what is being typed here stays.
void QueuePanel::takeChoice()
{
    m_toTop = true;
    refreshViews();
    if (m_filter->hasFocus() && m_filter->isVisible())
        return;
    const QSignalBlocker quiet(m_filter);
    m_filter->setText(m_presenter.choice().filter);
}

/// Why the marked row stands where it stands.
void QueuePanel::refreshWhy()
{
    const QString why = m_rows->currentIndex().data(presentation::QueueModel::WhyRole).toString();
    m_why->setText(why.isEmpty() ? QString() : breakable(tr("Stands here: %1").arg(why)));
    m_why->setVisible(!why.isEmpty());
}

void QueuePanel::refreshEmpty()
{
    const bool empty = m_presenter.model().rowCount() == 0;
    m_empty->setText(m_presenter.choice().filter.isEmpty() ? emptySentence() : tr("No case matches the filter. Clear it to see all (/ Esc)."));
    m_empty->setVisible(empty);
    m_rows->setAccessibleDescription(empty ? m_empty->text() : QString());
    if (m_rows->hasFocus())
        ensureCurrent(); // Enter then opens the first, also when the rows come after the keyboard
}

void QueuePanel::step(int by)
{
    const int rows = m_presenter.model().rowCount();
    if (rows == 0)
        return;
    const bool isGone = by > 0 && !m_chosen.isNull() && m_presenter.model().rowOf(m_chosen) < 0;
    if (std::exchange(m_untouched, false) || isGone)
        by = 0; // the first row, or the one that took the chosen one's place: nobody has been there yet
    const int row = qBound(0, m_rows->currentIndex().isValid() ? m_rows->currentIndex().row() + by : 0, rows - 1);
    m_rows->setCurrentIndex(m_presenter.model().index(row, presentation::QueueModel::CaseColumn));
    m_chosen = domain::CaseId(m_rows->currentIndex().data(presentation::QueueModel::CaseIdRole).toLongLong());
    Q_EMIT caseChosen(m_chosen);
}

void QueuePanel::showView(int number)
{
    if (number < 1 || number > std::ssize(deskViews()))
        return;
    clearFilter(); // whoever asks for a view by its key wants to see it
    m_presenter.setView(deskViews()[static_cast<size_t>(number - 1)]);
}

void QueuePanel::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void QueuePanel::focusRows()
{
    m_rows->setFocus(Qt::ShortcutFocusReason);
    ensureCurrent();
}

void QueuePanel::ensureCurrent()
{
    if (m_rows->currentIndex().isValid() || m_presenter.model().rowCount() == 0)
        return;
    m_rows->setCurrentIndex(m_presenter.model().index(0, presentation::QueueModel::CaseColumn));
    m_untouched = true;
}

/// Another choice is on show: it goes on from the open case where that is in it, else from its first row.
void QueuePanel::beginView()
{
    const int row = m_presenter.model().rowOf(m_session.current());
    if (row < 0) {
        m_rows->selectionModel()->clear();
        m_rows->scrollToTop();
        return;
    }
    m_rows->setCurrentIndex(m_presenter.model().index(row, presentation::QueueModel::CaseColumn));
    m_rows->scrollTo(m_rows->currentIndex());
}

void QueuePanel::select(domain::CaseId id)
{
    m_untouched = false;
    const bool isAnother = std::exchange(m_chosen, id) != id;
    const int row = m_presenter.model().rowOf(id);
    if (row < 0) {
        m_rows->clearSelection();
        return;
    }
    m_rows->setAutoScroll(isAnother); // a case that others changed stays where the reader's list stands
    m_rows->setCurrentIndex(m_presenter.model().index(row, presentation::QueueModel::CaseColumn));
    m_rows->setAutoScroll(true);
}

void QueuePanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace arb::ui
