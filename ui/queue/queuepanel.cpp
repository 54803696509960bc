// SPDX-License-Identifier: GPL-3.0-or-later
#include "queuepanel.h"

#include "queuedelegate.h"

#include <presentation/labels.h>

#include <ui/theme.h>

#include <QtCore/QEvent>
#include <QtCore/QTimer>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace arb::ui {

namespace {

constexpr usecases::QueueView views[] = {
    usecases::QueueView::Waiting,      usecases::QueueView::Mine,            usecases::QueueView::DueToday,
    usecases::QueueView::WaitingBuyer, usecases::QueueView::WaitingMerchant, usecases::QueueView::Approvals,
    usecases::QueueView::Appeals,      usecases::QueueView::HighValue,       usecases::QueueView::All};

} // namespace

QueuePanel::QueuePanel(presentation::Session &session, presentation::QueuePresenter &presenter, QWidget *parent)
    : QWidget(parent), m_session(session), m_presenter(presenter), m_views(new QComboBox(this)), m_filter(new QLineEdit(this)),
      m_filterNote(new QLabel(this)), m_rows(new QListView(this)), m_empty(new QLabel(this)), m_takeNext(new QPushButton(this))
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
    m_rows->setModelColumn(presentation::QueueModel::CaseColumn);
    m_rows->setItemDelegate(new QueueDelegate(m_rows));
    m_rows->setUniformItemSizes(true);
    m_rows->setSelectionMode(QAbstractItemView::SingleSelection);
    m_rows->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_rows->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
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
    layout->addWidget(m_takeNext);

    auto *delay = new QTimer(this); // typing never waits for the database
    delay->setSingleShot(true);
    delay->setInterval(150);
    connect(m_filter, &QLineEdit::textChanged, delay, qOverload<>(&QTimer::start));
    connect(delay, &QTimer::timeout, this, [this] { m_presenter.setFilter(m_filter->text()); });
    connect(m_filter, &QLineEdit::returnPressed, this, &QueuePanel::focusRows);
    connect(m_views, &QComboBox::activated, this, [this](int index) { m_presenter.setView(views[index]); });
    connect(m_rows, &QListView::activated, this, [this](const QModelIndex &index) {
        Q_EMIT caseChosen(domain::CaseId(index.data(presentation::QueueModel::CaseIdRole).toLongLong()));
    });
    connect(m_rows, &QListView::clicked, this, [this](const QModelIndex &index) {
        Q_EMIT caseChosen(domain::CaseId(index.data(presentation::QueueModel::CaseIdRole).toLongLong()));
    });
    connect(m_takeNext, &QPushButton::clicked, this, &QueuePanel::takeNextRequested);
    connect(&presenter, &presentation::QueuePresenter::countsChanged, this, &QueuePanel::refreshViews);
    connect(&presenter, &presentation::QueuePresenter::refreshed, this, &QueuePanel::refreshEmpty);
    connect(&presenter, &presentation::QueuePresenter::filterRefused, this, [this](const QString &sentence) {
        m_filterNote->setText(sentence);
        m_filterNote->setVisible(!sentence.isEmpty());
    });
    connect(&session, &presentation::Session::actorChanged, this, [this] {
        m_takeNext->setEnabled(m_session.may(usecases::Permission::Claim));
    });
    connect(&session, &presentation::Session::caseOpened, this, [this] { select(m_session.view()->record.header.id); });
    retranslate();
}

void QueuePanel::retranslate()
{
    m_views->setAccessibleName(tr("View of the queue"));
    m_filter->setPlaceholderText(tr("Filter: words, state:queued, amount:>=100000 …"));
    m_filter->setAccessibleName(tr("Filter the queue"));
    m_filter->setToolTip(tr("Filter the queue (/)"));
    m_rows->setAccessibleName(tr("Cases in the queue"));
    m_takeNext->setText(tr("Take next case"));
    m_takeNext->setToolTip(tr("Take the case that comes first (F2)"));
    if (!m_filterNote->isHidden())
        m_presenter.setFilter(m_filter->text()); // says again what it does not understand
    refreshViews();
    refreshEmpty();
    m_presenter.model().retranslate();
}

void QueuePanel::refreshViews()
{
    const auto shown = std::ranges::find(views, m_presenter.view());
    const int current = shown == std::end(views) ? 0 : static_cast<int>(shown - std::begin(views));
    if (m_views->count() == 0) {
        for (size_t n = 0; n < std::size(views); ++n)
            m_views->addItem(QString());
    }
    for (size_t n = 0; n < std::size(views); ++n) {
        const qint64 count = m_presenter.count(views[n]);
        const QString name = presentation::label(views[n]);
        m_views->setItemText(static_cast<int>(n), count < 0 ? name : tr("%1 (%2)").arg(name).arg(count));
    }
    m_views->setCurrentIndex(current);
}

void QueuePanel::refreshEmpty()
{
    const bool empty = m_presenter.model().rowCount() == 0;
    m_empty->setText(m_filter->text().isEmpty() ? tr("No case is waiting") : tr("No case matches the filter. Clear it to see all."));
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
    const int row = qBound(0, m_rows->currentIndex().isValid() ? m_rows->currentIndex().row() + by : 0, rows - 1);
    m_rows->setCurrentIndex(m_presenter.model().index(row, presentation::QueueModel::CaseColumn));
    Q_EMIT caseChosen(domain::CaseId(m_rows->currentIndex().data(presentation::QueueModel::CaseIdRole).toLongLong()));
}

void QueuePanel::showView(int number)
{
    if (number < 1 || number > static_cast<int>(std::size(views)))
        return;
    m_views->setCurrentIndex(number - 1);
    m_presenter.setView(views[number - 1]);
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
    if (!m_rows->currentIndex().isValid() && m_presenter.model().rowCount() > 0)
        m_rows->setCurrentIndex(m_presenter.model().index(0, presentation::QueueModel::CaseColumn));
}

void QueuePanel::select(domain::CaseId id)
{
    const int row = m_presenter.model().rowOf(id);
    if (row < 0)
        m_rows->clearSelection();
    else
        m_rows->setCurrentIndex(m_presenter.model().index(row, presentation::QueueModel::CaseColumn));
}

void QueuePanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace arb::ui
