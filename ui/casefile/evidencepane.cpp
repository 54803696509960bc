// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidencepane.h"

#include "../shell/elidedlabel.h"

#include <ui/theme.h>

#include <QtCore/QEvent>
#include <QtCore/QSignalBlocker>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QVBoxLayout>

namespace arb::ui {

EvidencePane::EvidencePane(EvidenceLoader &loader, bool buyerSide, QWidget *parent)
    : QWidget(parent), m_loader(loader), m_buyerSide(buyerSide), m_heading(new QLabel(this)), m_tabs(new QTabBar(this)),
      m_caption(new ElidedLabel(this)),
      m_stack(new QStackedWidget(this)), m_empty(new QLabel(this))
{
    setObjectName(buyerSide ? QStringLiteral("buyerPane") : QStringLiteral("merchantPane"));
    m_heading->setTextFormat(Qt::PlainText);
    m_tabs->setObjectName(buyerSide ? QStringLiteral("buyerExhibits") : QStringLiteral("merchantExhibits"));
    m_tabs->setDrawBase(false);
    m_tabs->setUsesScrollButtons(true);
    m_tabs->setElideMode(Qt::ElideNone);
    m_caption->setContentsMargins(8, 3, 8, 3);
    m_tabs->setExpanding(false);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_stack->addWidget(m_empty);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_heading);
    layout->addWidget(m_tabs);
    layout->addWidget(m_caption);
    layout->addWidget(m_stack, 1);
    connect(m_tabs, &QTabBar::currentChanged, this, &EvidencePane::showIndex);
    retranslate();
    restyle();
}

void EvidencePane::setHeading(const QString &text)
{
    m_heading->setText(text);
}

void EvidencePane::setItems(const QList<Item> &items)
{
    QList<EvidenceRef> before;
    for (const Item &item : m_items)
        before.append(item.ref);
    QList<EvidenceRef> after;
    for (const Item &item : items)
        after.append(item.ref);
    const int current = m_tabs->currentIndex();
    const bool same = before == after;
    m_items = items;
    {
        const QSignalBlocker block(m_tabs);
        while (m_tabs->count() > 0)
            m_tabs->removeTab(0);
        for (const Item &item : items) {
            const int index = m_tabs->addTab(themedIcon(item.icon, palette().color(QPalette::Text), 16), item.tab);
            m_tabs->setTabToolTip(index, item.caption.toHtmlEscaped());
            m_tabs->setAccessibleTabName(index, QStringLiteral("%1 %2").arg(item.tab, item.caption));
        }
        if (same && current >= 0)
            m_tabs->setCurrentIndex(current);
    }
    fitTabs();
    if (!same)
        showIndex(items.isEmpty() ? -1 : 0);
    else if (current >= 0)
        m_caption->setFullText(m_items.at(current).caption); // the language may have changed
}

/// Words go before tabs are cut off; what is read aloud and the tooltips keep them.
void EvidencePane::fitTabs()
{
    for (int n = 0; n < m_items.size(); ++n)
        m_tabs->setTabText(n, m_items.at(n).tab);
    if (m_tabs->sizeHint().width() <= width())
        return;
    for (int n = 0; n < m_items.size(); ++n) {
        if (m_items.at(n).iconTells)
            m_tabs->setTabText(n, QString());
    }
}

const EvidenceRef *EvidencePane::current() const
{
    const int index = m_tabs->currentIndex();
    return index >= 0 && index < m_items.size() ? &m_items.at(index).ref : nullptr;
}

void EvidencePane::showIndex(int index)
{
    if (index < 0 || index >= m_items.size()) {
        if (m_viewer)
            m_viewer->clear();
        m_viewer = nullptr;
        m_stack->setCurrentWidget(m_empty);
        m_caption->setFullText({});
        m_caption->hide();
        Q_EMIT viewerChanged();
        return;
    }
    const Item &item = m_items.at(index);
    m_caption->setFullText(item.caption);
    m_caption->show();
    const int kind = static_cast<int>(item.ref.kind);
    ViewerWidget *viewer = m_viewers.value(kind);
    if (!viewer) {
        viewer = makeViewer(item.ref.kind);
        m_viewers.insert(kind, viewer);
    }
    // Qt would pass the focus on to the first control of the next page, which may be its search field.
    const QWidget *focus = QApplication::focusWidget();
    const bool readerInside = focus && m_stack->isAncestorOf(focus);
    if (m_viewer && m_viewer != viewer)
        m_viewer->clear();
    m_viewer = viewer;
    viewer->show(item.ref);
    m_stack->setCurrentWidget(viewer);
    if (readerInside)
        focusEvidence();
    Q_EMIT viewerChanged();
}

ViewerWidget *EvidencePane::makeViewer(domain::ExhibitKind kind)
{
    ViewerWidget *viewer = viewerFor(kind).create(m_loader, m_stack);
    viewer->setCare(m_care);
    m_stack->addWidget(viewer);
    connect(viewer, &ViewerWidget::exhibitRequested, this, &EvidencePane::exhibitRequested);
    connect(viewer, &ViewerWidget::uncovered, this, &EvidencePane::uncovered);
    connect(viewer, &ViewerWidget::markMade, this, &EvidencePane::markMade);
    connect(viewer, &ViewerWidget::markRemovalWanted, this, &EvidencePane::markRemovalWanted);
    connect(viewer, &ViewerWidget::viewLeft, this, &EvidencePane::viewLeft);
    return viewer;
}

void EvidencePane::setCare(Care care)
{
    m_care = care;
    for (ViewerWidget *viewer : std::as_const(m_viewers))
        viewer->setCare(care);
}

void EvidencePane::forgetUncovered()
{
    for (ViewerWidget *viewer : std::as_const(m_viewers))
        viewer->forgetUncovered();
}

void EvidencePane::step(int by)
{
    if (m_tabs->count() == 0)
        return;
    m_tabs->setCurrentIndex((m_tabs->currentIndex() + by + m_tabs->count()) % m_tabs->count());
}

int EvidencePane::indexOf(const QString &exhibitId, domain::ExhibitKind kind) const
{
    for (int n = 0; n < m_items.size(); ++n) {
        const EvidenceRef &ref = m_items.at(n).ref;
        if (ref.exhibitId == exhibitId && (!exhibitId.isEmpty() || ref.kind == kind))
            return n;
    }
    return -1;
}

bool EvidencePane::showExhibit(const QString &exhibitId, domain::ExhibitKind kind)
{
    const int index = indexOf(exhibitId, kind);
    if (index < 0)
        return false;
    m_tabs->setCurrentIndex(index);
    return true;
}

bool EvidencePane::hasFocusInside() const
{
    const QWidget *focus = QApplication::focusWidget();
    return focus && isAncestorOf(focus);
}

void EvidencePane::focusEvidence()
{
    if (m_viewer)
        m_viewer->setFocus(Qt::ShortcutFocusReason);
}

void EvidencePane::setActive(bool active)
{
    if (active == m_active)
        return;
    m_active = active;
    restyle();
    retranslate();
}

void EvidencePane::restyle()
{
    const Tokens &t = tokensFor(palette());
    const QColor accent = m_buyerSide ? t.accent : t.merchant;
    // The active side is told by a second line and a filled ground, not by another colour alone.
    applySheet(m_heading, QStringLiteral("QLabel { color: %1; font-weight: 600; padding: 4px 8px 3px 8px; border-left: 3px solid %1; background: %2; "
                                         "border-bottom: 2px solid %3; }")
                                 .arg(accent.name(), (m_active ? t.selection : t.surface).name(), (m_active ? accent : t.divider).name()));
    for (int index = 0; index < m_tabs->count(); ++index)
        m_tabs->setTabIcon(index, themedIcon(m_items.at(index).icon, palette().color(QPalette::Text), 16));
}

void EvidencePane::retranslate()
{
    m_tabs->setAccessibleName(m_buyerSide ? tr("Buyer's exhibits") : tr("Merchant's exhibits"));
    m_heading->setToolTip(m_active ? tr("Citing and the exhibit keys work on this side") : QString());
    m_heading->setAccessibleDescription(m_heading->toolTip());
    m_empty->setText(m_buyerSide ? tr("The buyer handed in nothing yet.") : tr("The merchant handed in nothing yet."));
}

void EvidencePane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitTabs();
}

void EvidencePane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::PaletteChange)
        restyle();
    QWidget::changeEvent(event);
}

} // namespace arb::ui
