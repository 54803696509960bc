// SPDX-License-Identifier: GPL-3.0-or-later
#include "manydialog.h"

#include "uniformlist.h"

#include "../shell/tablecopy.h"

#include <QtGui/QClipboard>
#include <QtWidgets/QApplication>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDateTimeEdit>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QStyledItemDelegate>
#include <QtWidgets/QVBoxLayout>

namespace arb::ui {

namespace {

using usecases::ManyAction;

class LineDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override { return {80, option.fontMetrics.height() + 8}; }
};

QStringList words(const QString &text)
{
    QString plain = text;
    QStringList found;
    for (const QString &part : plain.replace(u'，', u',').replace(u' ', u',').split(u',')) {
        if (!part.isEmpty())
            found.append(part);
    }
    return found;
}

/// A page of the details: one form, or nothing to say.
QWidget *page(QStackedWidget *stack, const QList<QPair<QString, QWidget *>> &rows)
{
    auto *made = new QWidget(stack);
    auto *form = new QFormLayout(made);
    form->setContentsMargins(0, 0, 0, 0);
    for (const auto &[label, field] : rows) {
        if (!label.isEmpty())
            field->setAccessibleName(label);
        form->addRow(label, field);
    }
    stack->addWidget(made);
    return made;
}

std::shared_ptr<presentation::BulkPresenter> presenterOf(presentation::Session &session, const QList<domain::CaseId> &ids)
{
    auto presenter = std::make_shared<presentation::BulkPresenter>(session);
    presenter->setCases(ids);
    return presenter;
}

} // namespace

ManyDialog::ManyDialog(presentation::Session &session, const QList<domain::CaseId> &ids, QWidget *parent)
    : ManyDialog(session, presenterOf(session, ids), parent)
{
}

ManyDialog::ManyDialog(presentation::Session &session, std::shared_ptr<presentation::BulkPresenter> presenter, QWidget *parent)
    : QDialog(parent), m_kept(std::move(presenter)), m_presenter(*m_kept), m_action(new QComboBox(this)), m_person(new QComboBox(this)), m_details(new QStackedWidget(this)),
      m_untilEvidence(new QCheckBox(this)), m_until(new QDateTimeEdit(this)), m_addTags(new QLineEdit(this)), m_removeTags(new QLineEdit(this)),
      m_rows(new UniformList(this)), m_summary(new QLabel(this)), m_progress(new QProgressBar(this)), m_carryOut(new QPushButton(this)),
      m_undo(new QPushButton(this)), m_copy(new QPushButton(this)), m_close(new QPushButton(this))
{
    setObjectName(QStringLiteral("manyDialog"));
    setWindowTitle(tr("%n marked case(s)", nullptr, static_cast<int>(m_presenter.caseCount())));
    resize(1100, 560);
    m_action->setObjectName(QStringLiteral("manyAction"));
    m_person->setObjectName(QStringLiteral("manyPerson"));
    m_untilEvidence->setObjectName(QStringLiteral("manyUntilEvidence"));
    m_until->setObjectName(QStringLiteral("manyUntil"));
    m_addTags->setObjectName(QStringLiteral("manyAddTags"));
    m_removeTags->setObjectName(QStringLiteral("manyRemoveTags"));
    m_rows->setObjectName(QStringLiteral("manyRows"));
    m_summary->setObjectName(QStringLiteral("manySummary"));
    m_carryOut->setObjectName(QStringLiteral("manyCarryOut"));
    m_undo->setObjectName(QStringLiteral("manyUndo"));
    const QDateTime tomorrow = session.now().plusMs(domain::dayMs).toPlatform(); // shown in platform time whatever the computer's is
    m_until->setTimeSpec(Qt::UTC);
    m_until->setDateTime(QDateTime(tomorrow.date(), tomorrow.time(), Qt::UTC));
    m_until->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm"));
    m_until->setCalendarPopup(true);
    build();
    const bool begins = m_presenter.phase() == presentation::BulkPresenter::Phase::Choosing;
    if (const int given = m_action->findData(static_cast<int>(m_presenter.wish().action)); !begins && given >= 0) {
        m_action->setCurrentIndex(given);
        m_details->setCurrentIndex(given);
    }
    m_typing.setSingleShot(true);
    m_typing.setInterval(200);
    connect(&m_typing, &QTimer::timeout, this, &ManyDialog::tellWish);
    connect(m_action, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_details->setCurrentIndex(index);
        tellWish();
    });
    connect(m_person, &QComboBox::currentIndexChanged, this, &ManyDialog::tellWish);
    connect(m_until, &QDateTimeEdit::dateTimeChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(m_untilEvidence, &QCheckBox::toggled, this, [this](bool on) {
        m_until->setEnabled(!on);
        tellWish();
    });
    for (QLineEdit *field : {m_addTags, m_removeTags})
        connect(field, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(&m_presenter, &presentation::BulkPresenter::phaseChanged, this, &ManyDialog::refresh);
    connect(&m_presenter, &presentation::BulkPresenter::progressed, this, [this](int cases, int of) {
        m_progress->setRange(0, of);
        m_progress->setValue(cases);
    });
    connect(&m_presenter, &presentation::BulkPresenter::peopleChanged, this, [this] {
        m_person->clear();
        m_person->addItems(m_presenter.people());
    });
    connect(m_carryOut, &QPushButton::clicked, &m_presenter, &presentation::BulkPresenter::carryOut);
    connect(m_undo, &QPushButton::clicked, &m_presenter, &presentation::BulkPresenter::undo);
    connect(m_copy, &QPushButton::clicked, this, [this] { QApplication::clipboard()->setMimeData(tableMimeData(tableCells(m_presenter)).release()); });
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    if (begins)
        tellWish();
    else
        refresh();
}

void ManyDialog::build()
{
    for (const ManyAction action : m_presenter.actions()) {
        m_action->addItem(presentation::BulkPresenter::actionLabel(action), static_cast<int>(action));
        switch (action) {
        case ManyAction::Assign: page(m_details, {{tr("To"), m_person}}); break;
        case ManyAction::Release: page(m_details, {}); break;
        case ManyAction::Park: page(m_details, {{QString(), m_untilEvidence}, {tr("Until"), m_until}}); break;
        case ManyAction::Tag: page(m_details, {{tr("Tags to add"), m_addTags}, {tr("Tags to take off"), m_removeTags}}); break;
        }
    }
    for (QWidget *field : std::initializer_list<QWidget *>{m_person, m_untilEvidence, m_until, m_addTags, m_removeTags})
        field->setVisible(m_details->isAncestorOf(field)); // what the role may not choose
    m_person->addItems(m_presenter.people());
    m_action->setAccessibleName(tr("What is to be done"));
    m_untilEvidence->setText(tr("until evidence arrives"));
    m_addTags->setPlaceholderText(tr("several with commas between"));
    m_details->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    m_rows->setItemDelegate(new LineDelegate(m_rows));
    m_rows->setModel(&m_presenter);
    m_rows->setAccessibleName(tr("What becomes of each case"));
    QHeaderView *header = m_rows->showColumns();
    header->resizeSection(presentation::BulkPresenter::CaseColumn, 120);
    header->resizeSection(presentation::BulkPresenter::StateColumn, 130);
    header->resizeSection(presentation::BulkPresenter::FateColumn, 150);
    m_summary->setWordWrap(true);
    m_summary->setTextFormat(Qt::PlainText);
    m_progress->setAccessibleName(tr("Cases done"));
    m_progress->setTextVisible(false);
    m_carryOut->setDefault(true);
    m_undo->setText(tr("Take it back"));
    m_undo->setShortcut(QKeySequence::Undo);
    m_undo->setToolTip(tr("Take back what can be taken back (Ctrl+Z)"));
    m_copy->setText(tr("Copy the list"));

    auto *wishRow = new QHBoxLayout;
    wishRow->addWidget(m_action, 0, Qt::AlignTop); // beside the first field, however many there are
    wishRow->addWidget(m_details, 1);
    auto *buttons = new QHBoxLayout;
    // Taking back stands away from carrying out: a second click must not meet it.
    buttons->addWidget(m_copy);
    buttons->addWidget(m_undo);
    buttons->addStretch(1);
    for (QPushButton *button : {m_carryOut, m_close})
        buttons->addWidget(button);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(wishRow);
    layout->addWidget(m_rows, 1);
    layout->addWidget(m_summary);
    layout->addWidget(m_progress);
    layout->addLayout(buttons);
}

usecases::ManyWish ManyDialog::wish() const
{
    usecases::ManyWish wish;
    wish.action = static_cast<ManyAction>(m_action->currentData().toInt());
    switch (wish.action) {
    case ManyAction::Assign: wish.person = m_person->currentText(); break;
    case ManyAction::Release: break;
    case ManyAction::Park:
        if (!m_untilEvidence->isChecked())
            wish.until = domain::UtcMs::fromPlatform(m_until->date(), m_until->time());
        break;
    case ManyAction::Tag:
        wish.addTags = words(m_addTags->text());
        wish.removeTags = words(m_removeTags->text());
        break;
    }
    return wish;
}

void ManyDialog::tellWish()
{
    m_typing.stop();
    if (m_action->count() > 0 && m_presenter.phase() != presentation::BulkPresenter::Phase::Working)
        m_presenter.setWish(wish());
    refresh();
}

void ManyDialog::refresh()
{
    using Phase = presentation::BulkPresenter::Phase;
    const Phase phase = m_presenter.phase();
    const bool over = phase == Phase::Done || phase == Phase::Undoing || phase == Phase::Working; // a wish is carried out once
    const QString problem = m_presenter.problem();
    m_summary->setText(m_action->count() == 0 ? tr("Your role may do none of this with many cases at once.")
                           : over || problem.isEmpty() ? m_presenter.summary()
                                                       : problem);
    m_carryOut->setText(m_action->currentText());
    m_carryOut->setEnabled(!over && m_presenter.canCarryOut());
    m_undo->setVisible(phase == Phase::Done);
    m_undo->setEnabled(m_presenter.canUndo());
    m_action->setEnabled(!over);
    m_details->setEnabled(!over);
    m_progress->setVisible(m_presenter.isBusy());
    m_close->setText(m_presenter.isBusy() ? tr("Stop") : tr("Close"));
}

void ManyDialog::reject()
{
    if (m_presenter.isBusy() && m_presenter.phase() != presentation::BulkPresenter::Phase::Previewing)
        m_presenter.stop();
    else
        QDialog::reject();
}

} // namespace arb::ui
