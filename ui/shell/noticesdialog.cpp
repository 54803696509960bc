// SPDX-License-Identifier: GPL-3.0-or-later
#include "noticesdialog.h"

#include <QtGui/QShortcut>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace arb::ui {

NoticesDialog::NoticesDialog(presentation::Session &session, presentation::NoticesPresenter &presenter, QWidget *parent)
    : QDialog(parent), m_session(session), m_presenter(presenter), m_list(new QListWidget(this)), m_empty(new QLabel(tr("Nothing new for you."), this)),
      m_open(new QPushButton(tr("Open the case"), this)), m_aside(new QPushButton(tr("Put aside"), this)), m_allAside(new QPushButton(tr("Put all aside"), this))
{
    setObjectName(QStringLiteral("noticesDialog"));
    setWindowTitle(tr("Notices"));
    resize(560, 380);
    m_list->setObjectName(QStringLiteral("noticesList"));
    m_list->setAccessibleName(tr("Notices"));
    m_list->setWordWrap(true);
    m_open->setObjectName(QStringLiteral("noticeOpen"));
    m_aside->setObjectName(QStringLiteral("noticeAside"));
    m_allAside->setObjectName(QStringLiteral("noticesAside"));
    m_open->setDefault(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->addButton(m_open, QDialogButtonBox::ActionRole);
    buttons->addButton(m_aside, QDialogButtonBox::ActionRole);
    buttons->addButton(m_allAside, QDialogButtonBox::ActionRole);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_empty);
    layout->addWidget(m_list, 1);
    layout->addWidget(buttons);
    const auto open = [this] {
        const auto &unread = m_presenter.unread();
        const int row = m_list->currentRow();
        if (row < 0 || row >= unread.size())
            return;
        const usecases::Notice notice = unread.at(row);
        m_presenter.acknowledge({notice.id});
        accept();
        Q_EMIT caseChosen(notice.caseId);
    };
    const auto aside = [this] {
        const int row = m_list->currentRow();
        if (row >= 0 && row < m_presenter.unread().size())
            m_presenter.acknowledge({m_presenter.unread().at(row).id});
    };
    connect(m_list, &QListWidget::itemActivated, this, open);
    connect(m_open, &QPushButton::clicked, this, open);
    connect(m_aside, &QPushButton::clicked, this, aside);
    connect(m_allAside, &QPushButton::clicked, &presenter, &presentation::NoticesPresenter::acknowledgeAll);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *key = new QShortcut(QKeySequence::Delete, m_list);
    key->setContext(Qt::WidgetShortcut);
    connect(key, &QShortcut::activated, this, aside);
    connect(&presenter, &presentation::NoticesPresenter::changed, this, &NoticesDialog::fill);
    fill();
    m_list->setFocus();
}

void NoticesDialog::fill()
{
    const int row = qMax(0, m_list->currentRow());
    m_list->clear();
    for (const usecases::Notice &notice : m_presenter.unread())
        m_list->addItem(presentation::NoticesPresenter::sentence(notice, m_session.now()));
    m_list->setCurrentRow(qMin(row, m_list->count() - 1));
    const bool any = m_list->count() > 0;
    m_empty->setVisible(!any);
    for (QPushButton *button : {m_open, m_aside, m_allAside})
        button->setEnabled(any);
}

} // namespace arb::ui
