// SPDX-License-Identifier: GPL-3.0-or-later
#include "filterchips.h"

#include "chippopup.h"
#include "flowlayout.h"

#include <ui/theme.h>

#include <QtCore/QEvent>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QToolButton>

namespace arb::ui {

FilterChips::FilterChips(QWidget *parent) : QWidget(parent), m_clear(new QToolButton(this))
{
    setObjectName(QStringLiteral("filterChips"));
    auto *layout = new FlowLayout(this, 6);
    for (const Chip chip : allChips) {
        auto *made = new QToolButton(this);
        made->setObjectName(QStringLiteral("chip_") + chipCode(chip));
        made->setFocusPolicy(Qt::StrongFocus);
        made->setMinimumHeight(26);
        made->setToolButtonStyle(Qt::ToolButtonTextOnly);
        made->installEventFilter(this);
        connect(made, &QToolButton::clicked, this, [this, chip] { open(chip); });
        m_buttons.append(made);
        layout->addWidget(made);
    }
    m_clear->setObjectName(QStringLiteral("clearChips"));
    m_clear->setFocusPolicy(Qt::StrongFocus);
    m_clear->setAutoRaise(true);
    m_clear->setMinimumHeight(26);
    layout->addWidget(m_clear);
    connect(m_clear, &QToolButton::clicked, this, [this] {
        setFilter({});
        Q_EMIT edited();
    });
    retranslate();
}

void FilterChips::setFilter(const usecases::QueueFilter &filter)
{
    m_filter = filter;
    for (const Chip chip : allChips)
        refresh(chip);
}

void FilterChips::open(Chip chip)
{
    auto *popup = new ChipPopup(chip, m_filter, m_facets, this);
    connect(popup, &ChipPopup::edited, this, [this, chip](const usecases::QueueFilter &filter) {
        m_filter = filter;
        refresh(chip);
        Q_EMIT edited();
    });
    popup->adjustSize();
    popup->move(button(chip)->mapToGlobal(QPoint(0, button(chip)->height())));
    popup->keepOnScreen();
    popup->show();
    if (popup->focusProxy())
        popup->focusProxy()->setFocus(Qt::PopupFocusReason);
}

void FilterChips::refresh(Chip chip)
{
    const QString value = chipValue(chip, m_filter);
    QToolButton *made = button(chip);
    const QString full = value.isEmpty() ? chipName(chip) : tr("%1: %2").arg(chipName(chip), value);
    made->setText(fontMetrics().elidedText(full, Qt::ElideRight, 210) + QStringLiteral(" ▾"));
    made->setToolTip(value.isEmpty() ? tr("Filter by: %1").arg(chipName(chip)) : tr("%1 (Delete empties it)").arg(full));
    made->setAccessibleName(full);
    const Tokens &t = tokensFor(palette());
    applySheet(made, QStringLiteral("QToolButton { border: 1px solid %1; border-radius: 6px; padding: 2px 7px; color: %2; background: %3; } QToolButton:focus { border: 2px solid %4; }")
                         .arg((value.isEmpty() ? t.border : t.accent).name(), t.text.name(), (value.isEmpty() ? t.surface : t.selection).name(), t.accent.name()));
    bool any = false;
    for (const Chip other : allChips)
        any = any || !chipValue(other, m_filter).isEmpty();
    m_clear->setVisible(any);
}

void FilterChips::retranslate()
{
    m_clear->setText(tr("Clear all"));
    m_clear->setToolTip(tr("Filter by nothing"));
    setFilter(m_filter);
}

bool FilterChips::eventFilter(QObject *watched, QEvent *event)
{
    const qsizetype at = m_buttons.indexOf(qobject_cast<QToolButton *>(watched));
    if (at >= 0 && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const Chip chip = allChips[at];
        if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Down) {
            open(chip);
            return true;
        }
        if (key == Qt::Key_Delete || key == Qt::Key_Backspace) {
            clearChip(chip, m_filter);
            refresh(chip);
            Q_EMIT edited();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void FilterChips::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        setFilter(m_filter);
    QWidget::changeEvent(event);
}

} // namespace arb::ui
