// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewing/chatbar.h"

#include "viewing/viewbar.h"

#include <QtWidgets/QDialog>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace arb::ui {

ChatBar::ChatBar(QAction *show, QAction *previous, QAction *next, QAction *columns, QWidget *parent)
    : QWidget(parent)
    , m_zone(new QLabel(this))
    , m_count(new QLabel(this))
    , m_report(new QPushButton(this))
    , m_columnsButton(new QPushButton(this))
    , m_show(show)
    , m_previous(previous)
    , m_next(next)
    , m_columns(columns)
{
    m_zone->setObjectName(QStringLiteral("chatZone"));
    m_count->setObjectName(QStringLiteral("chatDifferenceCount"));
    m_report->setObjectName(QStringLiteral("chatReport"));
    m_report->setFlat(true);
    m_columnsButton->setObjectName(QStringLiteral("chatColumnsButton"));
    m_columnsButton->setFlat(true);
    for (QLabel *label : {m_zone, m_count})
        label->setTextFormat(Qt::PlainText);
    m_buttons = new ViewBar(this);
    m_buttons->addGlyph(m_show, Glyph::Difference);
    m_buttons->addGlyph(m_previous, Glyph::Previous);
    m_buttons->addGlyph(m_next, Glyph::Next);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 0, 4, 2);
    row->addWidget(m_zone);
    row->addStretch(1);
    row->addWidget(m_columnsButton);
    row->addWidget(m_report);
    row->addWidget(m_count);
    row->addWidget(m_buttons);
    connect(m_report, &QPushButton::clicked, this, &ChatBar::openReport);
    connect(m_columnsButton, &QPushButton::clicked, m_columns, &QAction::trigger);
    showProblems(0, {});
    showDifferences(0, -1);
    showColumns(false, false);
}

void ChatBar::showColumns(bool isTable, bool isAsked)
{
    m_columnsAsked = isAsked;
    m_columns->setEnabled(isTable);
    m_columns->setVisible(isTable);
    m_columnsButton->setVisible(isTable);
    m_columnsButton->setText(isAsked ? tr("Say what the columns mean") : tr("Columns"));
    m_columnsButton->setAccessibleName(m_columns->text());
    m_columnsButton->setToolTip(m_columns->toolTip());
}

void ChatBar::showDifferences(int current, int count)
{
    m_current = current;
    m_differences = count;
    m_buttons->setVisible(count >= 0);
    m_show->setVisible(count >= 0);
    for (QAction *step : {m_previous, m_next}) {
        step->setVisible(count >= 0);
        step->setEnabled(count > 0);
    }
    if (count < 0)
        m_count->clear();
    else if (count == 0)
        m_count->setText(m_show->isChecked() ? tr("No differences") : QString());
    else
        m_count->setText(current == 0 ? tr("%n difference(s)", nullptr, count) : tr("Difference %1 of %2").arg(current).arg(count));
}

void ChatBar::showProblems(qsizetype count, const std::function<QStringList()> &lines)
{
    m_problems = count;
    m_problemLines = lines;
    m_report->setVisible(count > 0);
    m_report->setText(tr("%n line(s) not understood", nullptr, static_cast<int>(count)));
    m_report->setAccessibleName(m_report->text());
}

void ChatBar::setZone(const QString &words)
{
    m_zone->setText(words);
}

void ChatBar::retranslate()
{
    showProblems(m_problems, std::function<QStringList()>(m_problemLines));
    showDifferences(m_current, m_differences);
    showColumns(m_columns->isEnabled(), m_columnsAsked);
}

void ChatBar::openReport()
{
    auto *dialog = new QDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("chatReportDialog"));
    dialog->setWindowTitle(m_report->text());
    auto *text = new QPlainTextEdit(m_problemLines ? m_problemLines().join(u'\n') : QString(), dialog);
    text->setReadOnly(true);
    text->setObjectName(QStringLiteral("chatReportLines"));
    text->setAccessibleName(m_report->text());
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto *column = new QVBoxLayout(dialog);
    column->addWidget(text);
    column->addWidget(buttons);
    dialog->resize(640, 420);
    dialog->open();
}

} // namespace arb::ui
