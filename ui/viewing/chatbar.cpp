// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewing/chatbar.h"

#include "viewing/fittedlabel.h"
#include "viewing/viewbar.h"

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QDialog>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace arb::ui {

ChatBar::ChatBar(const Actions &actions, QWidget *parent)
    : QWidget(parent)
    , m_zone(new QLabel(this))
    , m_count(new QLabel(this))
    , m_summary(new FittedLabel(this))
    , m_report(addButton("chatReport", actions.report))
    , m_columnsButton(addButton("chatColumnsButton", actions.columns))
    , m_dayOrderButton(addButton("chatDayOrderButton", actions.dayOrder))
    , m_actions(actions)
{
    m_zone->setObjectName(QStringLiteral("chatZone"));
    m_zone->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred); // never cut
    m_count->setObjectName(QStringLiteral("chatDifferenceCount"));
    m_summary->setObjectName(QStringLiteral("chatSummary"));
    for (QLabel *label : {m_zone, m_count})
        label->setTextFormat(Qt::PlainText);
    m_buttons = new ViewBar(this);
    m_buttons->addGlyph(m_actions.show, Glyph::Difference);
    m_buttons->addGlyph(m_actions.previous, Glyph::Previous);
    m_buttons->addGlyph(m_actions.next, Glyph::Next);
    auto *told = new QHBoxLayout;
    told->addWidget(m_zone);
    told->addSpacing(8); // "UTC+8" and a number behind it must not read as one
    told->addWidget(m_summary, 1);
    told->addWidget(m_report);
    auto *offered = new QHBoxLayout;
    offered->addWidget(m_dayOrderButton);
    offered->addWidget(m_columnsButton);
    offered->addStretch(1);
    offered->addWidget(m_count);
    offered->addWidget(m_buttons);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 0, 4, 2);
    column->setSpacing(0);
    column->addLayout(told);
    column->addLayout(offered);
    connect(m_actions.report, &QAction::triggered, this, &ChatBar::openReport);
    showReport({}, {});
    showDayOrder(false);
    showDifferences(0, -1);
    showColumns(false, false);
}

QPushButton *ChatBar::addButton(const char *name, QAction *action)
{
    auto *button = new QPushButton(this);
    button->setObjectName(QLatin1StringView(name));
    button->setFlat(true);
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    return button;
}

void ChatBar::showColumns(bool isTable, bool isAsked)
{
    m_columnsAsked = isAsked;
    m_actions.columns->setEnabled(isTable);
    m_actions.columns->setVisible(isTable);
    m_columnsButton->setVisible(isTable);
    m_columnsButton->setText(isAsked ? tr("Say what the columns mean") : tr("Columns"));
    m_columnsButton->setAccessibleName(m_actions.columns->text());
    m_columnsButton->setToolTip(m_actions.columns->toolTip());
}

void ChatBar::showDayOrder(bool isOffered)
{
    m_actions.dayOrder->setEnabled(isOffered);
    m_actions.dayOrder->setVisible(isOffered);
    m_dayOrderButton->setVisible(isOffered);
    m_dayOrderButton->setText(m_actions.dayOrder->text());
    m_dayOrderButton->setAccessibleName(m_actions.dayOrder->text());
    m_dayOrderButton->setToolTip(m_actions.dayOrder->toolTip());
}

void ChatBar::showDifferences(int current, int count)
{
    m_current = current;
    m_differences = count;
    m_buttons->setVisible(count >= 0);
    m_count->setVisible(count >= 0);
    m_actions.show->setVisible(count >= 0);
    for (QAction *step : {m_actions.previous, m_actions.next}) {
        step->setVisible(count >= 0);
        step->setEnabled(count > 0);
    }
    if (count < 0)
        m_count->clear();
    else if (count == 0)
        m_count->setText(m_actions.show->isChecked() ? tr("No differences") : QString());
    else
        m_count->setText(current == 0 ? tr("%n difference(s)", nullptr, count) : tr("Difference %1 of %2").arg(current).arg(count));
}

void ChatBar::showReport(const QStringList &parts, const std::function<QStringList()> &lines)
{
    m_parts = parts;
    m_reportLines = lines;
    QStringList shorter;
    for (qsizetype from = 0; from < parts.size(); ++from)
        shorter.append((from > 0 ? QStringLiteral("… · ") : QString()) + parts.mid(from).join(QStringLiteral(" · ")));
    if (!shorter.isEmpty())
        shorter.append(QStringLiteral("…")); // any pane has room for this
    m_summary->setTexts(shorter);
    m_actions.report->setEnabled(!parts.isEmpty());
    m_actions.report->setVisible(!parts.isEmpty());
    m_report->setVisible(!parts.isEmpty());
    m_report->setText(tr("More …"));
    m_report->setAccessibleName(tr("%1: %2").arg(m_actions.report->text(), parts.join(QStringLiteral(", "))));
    m_report->setToolTip(m_actions.report->toolTip());
}

void ChatBar::setZone(const QString &shown, const QString &words)
{
    m_zone->setText(shown);
    m_zone->setToolTip(words.toHtmlEscaped());
    m_zone->setAccessibleName(words);
}

void ChatBar::retranslate()
{
    showReport(QStringList(m_parts), std::function<QStringList()>(m_reportLines));
    showDayOrder(m_actions.dayOrder->isEnabled());
    showDifferences(m_current, m_differences);
    showColumns(m_actions.columns->isEnabled(), m_columnsAsked);
}

void ChatBar::openReport()
{
    auto *dialog = new QDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("chatReportDialog"));
    dialog->setWindowTitle(m_actions.report->text());
    auto *text = new QPlainTextEdit(m_reportLines ? m_reportLines().join(u'\n') : QString(), dialog);
    text->setReadOnly(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text->setObjectName(QStringLiteral("chatReportLines"));
    text->setAccessibleName(dialog->windowTitle());
    text->setTabChangesFocus(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    auto *copy = buttons->addButton(tr("&Copy all"), QDialogButtonBox::ActionRole);
    copy->setObjectName(QStringLiteral("chatReportCopy"));
    connect(copy, &QPushButton::clicked, text, [text] { QGuiApplication::clipboard()->setText(text->toPlainText()); });
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto *column = new QVBoxLayout(dialog);
    column->addWidget(text);
    column->addWidget(buttons);
    dialog->resize(640, 420);
    dialog->open();
    text->setFocus();
}

} // namespace arb::ui
