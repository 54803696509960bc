// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidencepane.h"

#include "findskeeper.h"

#include "../citing/citehandle.h"

#include "../shell/elidedlabel.h"

#include <ui/theme.h>

#include <QtCore/QEvent>
#include <QtCore/QSignalBlocker>
#include <QtGui/QAction>
#include <QtGui/QKeyEvent>
#include <QtGui/QKeySequence>
#include <QtGui/QMouseEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>
#include <optional>
#include <utility>

namespace arb::ui {

namespace {

constexpr int lowPane = 640; ///< pixels; a film in a higher one has room enough

QString paneName(PaneSide side, const char *what)
{
    switch (side) {
    case PaneSide::Buyer: return QStringLiteral("buyer") + QLatin1StringView(what);
    case PaneSide::Merchant: return QStringLiteral("merchant") + QLatin1StringView(what);
    case PaneSide::Listing: return QStringLiteral("listing") + QLatin1StringView(what);
    }
    return {};
}

/// What else came into the case makes no other evidence of it.
bool isSameEvidence(EvidenceRef a, const EvidenceRef &b)
{
    a.pictures = b.pictures;
    return a == b;
}

} // namespace

EvidencePane::EvidencePane(EvidenceLoader &loader, const std::shared_ptr<FileSearches> &searches, PaneSide side, QWidget *parent)
    : QWidget(parent), m_loader(loader), m_side(side), m_heading(new QLabel(this)), m_tabs(new QTabBar(this)),
      m_caption(new ElidedLabel(this)),
      m_stack(new QStackedWidget(this)), m_empty(new QLabel(this)), m_card(new FactsPanel(this)), m_finds(new FindsKeeper(searches, this)), m_about(new QToolButton(m_heading)),
      m_handle(new CiteHandle(m_heading)), m_meter(new QLabel(m_heading))
{
    setObjectName(paneName(side, "Pane"));
    m_heading->setObjectName(paneName(side, "Heading"));
    m_heading->setTextFormat(Qt::PlainText);
    m_heading->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // a long name does not widen the pane
    m_tabs->setObjectName(paneName(side, "Exhibits"));
    m_tabs->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tabs->setDrawBase(false);
    m_tabs->setUsesScrollButtons(true);
    m_tabs->setElideMode(Qt::ElideNone);
    m_caption->setContentsMargins(8, 3, 8, 3);
    m_tabs->setExpanding(false);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setObjectName(paneName(side, "Empty"));
    m_empty->setFocusPolicy(Qt::StrongFocus); // a pane without evidence can be the active one, too
    m_stack->addWidget(m_empty);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_heading);
    layout->addWidget(m_tabs);
    layout->addWidget(m_caption);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_card);
    makeCard();
    connect(m_tabs, &QTabBar::currentChanged, this, &EvidencePane::showIndex);
    connect(m_tabs, &QTabBar::tabBarClicked, this, [this] { // also of the tab on show: a click gives tabs no focus, so keys would go on elsewhere
        if (!m_stack->isAncestorOf(QApplication::focusWidget()))
            focusEvidence();
    });
    connect(m_tabs, &QTabBar::customContextMenuRequested, this, &EvidencePane::offerGuests);
    m_tabs->setMouseTracking(true);
    m_tabs->installEventFilter(this);
    retranslate();
    restyle();
}

void EvidencePane::setHeading(const QString &text)
{
    m_headingWords = text;
    m_heading->setAccessibleName(text);
    fitMeter();
}

void EvidencePane::setItems(const QList<Item> &items, bool ofTheSameCase)
{
    const std::optional<EvidenceRef> shown = current() ? std::optional(*current()) : std::nullopt;
    std::optional<Item> guest;
    if (m_hasGuest && ofTheSameCase) {
        for (const Item &offer : m_offers) { // in the language of now
            if (isSameEvidence(offer.ref, m_items.last().ref))
                guest = offer;
        }
    }
    m_items = items;
    m_hasGuest = guest.has_value();
    if (m_hasGuest)
        m_items.append(*guest);
    int staying = -1;
    for (int n = 0; ofTheSameCase && shown && staying < 0 && n < m_items.size(); ++n)
        staying = isSameEvidence(m_items.at(n).ref, *shown) ? n : -1;
    const int index = m_items.isEmpty() ? -1 : std::max(0, staying);
    {
        const QSignalBlocker block(m_tabs);
        while (m_tabs->count() > 0)
            m_tabs->removeTab(0);
        for (const Item &item : std::as_const(m_items))
            addTab(item);
        m_tabs->setCurrentIndex(index);
    }
    fitTabs();
    if (staying >= 0)
        m_caption->setFullText(m_items.at(index).caption); // the language may have changed
    else if (index >= 0 || m_viewer)
        showIndex(index);
}

void EvidencePane::addTab(const Item &item)
{
    signTab(m_tabs->addTab(item.tab));
}

void EvidencePane::showItem(const Item &item)
{
    const int known = indexOf(item.ref.exhibitId, item.ref.kind);
    if (known >= 0) {
        m_tabs->setCurrentIndex(known);
        return;
    }
    {
        // One change of what is on show, not one by the way.
        const QSignalBlocker block(m_tabs);
        if (m_hasGuest) {
            m_tabs->removeTab(static_cast<int>(m_items.size()) - 1);
            m_items.removeLast();
        }
        // As an offer it says whose it is; as one of its own side's it does not need to.
        const auto offer = std::ranges::find_if(m_offers, [&item](const Item &each) { return each.ref == item.ref; });
        m_items.append(offer != m_offers.cend() ? *offer : item);
        m_hasGuest = true;
        addTab(m_items.last());
        m_tabs->setCurrentIndex(static_cast<int>(m_items.size()) - 1);
    }
    fitTabs();
    showIndex(m_tabs->currentIndex());
}

bool EvidencePane::showOffer(int number)
{
    if (number < 1 || number > m_offers.size())
        return false;
    showItem(Item(m_offers.at(number - 1)));
    return true;
}

void EvidencePane::offerGuests(const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("showHere"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addSection(tr("Show here"));
    for (int number = 1; number <= m_offers.size(); ++number) {
        const Item &offer = m_offers.at(number - 1);
        // The caption is a party's: its "&" is no key of a menu.
        QString words = offer.caption;
        QAction *action = menu->addAction(themedIcon(offer.icon, palette().color(QPalette::Text), 16), words.replace(QLatin1Char('&'), QStringLiteral("&&")));
        if (number <= 9) // shown only: the desk has the key
            action->setText(action->text() + QLatin1Char('\t') + QKeySequence(QStringLiteral("Ctrl+Shift+%1").arg(number)).toString(QKeySequence::NativeText));
        connect(action, &QAction::triggered, this, [this, number] { showOffer(number); });
    }
    if (m_offers.isEmpty())
        menu->addAction(tr("The other sides handed in nothing"))->setEnabled(false);
    menu->popup(m_tabs->mapToGlobal(at));
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

bool EvidencePane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_tabs && event->type() == QEvent::MouseMove) {
        const int index = m_tabs->tabAt(static_cast<QMouseEvent *>(event)->position().toPoint());
        pointAt(index >= 0 && index < m_items.size() ? m_items.at(index).ref.exhibitId : QString());
    } else if (watched == m_tabs && event->type() == QEvent::Leave) {
        pointAt({});
    }
    return QWidget::eventFilter(watched, event);
}

void EvidencePane::pointAt(const QString &exhibitId)
{
    if (std::exchange(m_pointedAt, exhibitId) != exhibitId)
        Q_EMIT exhibitPointedAt(exhibitId);
}

const EvidenceRef *EvidencePane::current() const
{
    const int index = m_tabs->currentIndex();
    return index >= 0 && index < m_items.size() ? &m_items.at(index).ref : nullptr;
}

QList<QByteArray> EvidencePane::upcomingPictures() const
{
    QList<QByteArray> digests;
    const auto count = static_cast<int>(m_items.size());
    for (int step = 1; step < count; ++step) {
        const EvidenceRef &ref = m_items.at((m_tabs->currentIndex() + step) % count).ref;
        if (ref.kind == domain::ExhibitKind::Image)
            digests.append(ref.sha256);
    }
    return digests;
}

const EvidencePane::Item *EvidencePane::currentItem() const
{
    const int index = m_tabs->currentIndex();
    return index >= 0 && index < m_items.size() ? &m_items.at(index) : nullptr;
}

void EvidencePane::showIndex(int index)
{
    m_seen = false;
    if (std::exchange(m_tight, false))
        m_viewer->setTight(false); // the next one gives way when it has to
    Q_EMIT evidenceTurned();
    if (index < 0 || index >= m_items.size()) {
        const bool readerHere = m_viewer && m_stack->isAncestorOf(QApplication::focusWidget());
        if (m_viewer)
            m_viewer->clear();
        m_viewer = nullptr;
        m_stack->setCurrentWidget(m_empty);
        if (readerHere)
            focusEvidence(); // Qt would pass the focus on to anywhere
        m_caption->setFullText({});
        m_caption->hide();
        m_finds->look(nullptr);
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
    showLow();
    for (ViewerWidget *each : std::as_const(m_viewers)) { // what is not on show needs no height
        QSizePolicy policy = each->sizePolicy();
        policy.setVerticalPolicy(each == viewer ? QSizePolicy::Preferred : QSizePolicy::Ignored);
        each->setSizePolicy(policy);
    }
    viewer->show(item.ref);
    m_stack->setCurrentWidget(viewer);
    if (readerInside)
        focusEvidence();
    m_finds->look(&item.ref);
    Q_EMIT viewerChanged();
}

ViewerWidget *EvidencePane::makeViewer(domain::ExhibitKind kind)
{
    ViewerWidget *viewer = viewerFor(kind).create(m_loader, m_stack);
    viewer->setCare(m_care);
    m_stack->addWidget(viewer);
    connect(viewer, &ViewerWidget::exhibitRequested, this, &EvidencePane::exhibitRequested);
    connect(viewer, &ViewerWidget::allCasesWanted, this, &EvidencePane::allCasesWanted);
    connect(viewer, &ViewerWidget::platformPlaceChanged, this, &EvidencePane::platformPlaceChanged);
    connect(viewer, &ViewerWidget::markMade, this, &EvidencePane::markMade);
    connect(viewer, &ViewerWidget::citeWanted, this, &EvidencePane::citeWanted);
    connect(viewer, &ViewerWidget::dragWanted, this, &EvidencePane::dragWanted);
    connect(viewer, &ViewerWidget::placeDragWanted, this, &EvidencePane::placeDragWanted);
    connect(viewer, &ViewerWidget::timelineTickChosen, this, &EvidencePane::tickChosen);
    connect(viewer, &ViewerWidget::markRemovalWanted, this, &EvidencePane::markRemovalWanted);
    connect(viewer, &ViewerWidget::triedAgain, this, &EvidencePane::viewerChanged);
    connect(viewer, &ViewerWidget::markCorrectionWanted, this, &EvidencePane::markCorrectionWanted);
    connect(viewer, &ViewerWidget::viewLeft, this, &EvidencePane::viewLeft);
    connect(viewer, &ViewerWidget::broke, this, &EvidencePane::evidenceBroke);
    connectCoverage(viewer);
    connect(viewer, &ViewerWidget::cropTaken, this, &EvidencePane::pictureWanted);
    connect(viewer, &ViewerWidget::readingTaken, this, &EvidencePane::readingWanted);
    connect(viewer, &ViewerWidget::frameTaken, this, [this, viewer](const QImage &image, qint64 frame, qint64 ptsUs) {
        domain::Citation place;
        place.exhibit = viewer->shown().exhibitId;
        place.sha256 = viewer->shown().sha256;
        place.frame = frame;
        place.pts = ptsUs;
        Q_EMIT pictureWanted(image, place);
    });
    return viewer;
}

void EvidencePane::setCare(Care care)
{
    m_care = care;
    for (ViewerWidget *viewer : std::as_const(m_viewers))
        viewer->setCare(care);
    if (m_viewer && m_viewer->isCovered())
        setSeen(false);
}

void EvidencePane::forgetUncovered()
{
    for (ViewerWidget *viewer : std::as_const(m_viewers))
        viewer->forgetUncovered();
    if (m_viewer && m_viewer->isCovered())
        setSeen(false);
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
    (m_viewer ? static_cast<QWidget *>(m_viewer) : m_empty)->setFocus(Qt::ShortcutFocusReason);
}

/// The function keys are the viewer's in all of its pane: whoever reads what a hint means goes on in the film.
void EvidencePane::keyPressEvent(QKeyEvent *event)
{
    const bool isFunction = event->key() >= Qt::Key_F1 && event->key() <= Qt::Key_F35;
    const QKeySequence key(QKeyCombination(event->modifiers() & ~Qt::KeypadModifier, static_cast<Qt::Key>(event->key())));
    if (!isFunction || !m_viewer || !m_viewer->runKey(key))
        QWidget::keyPressEvent(event);
}

/// On the heading, the caption or nothing at all: whoever points at a pane means it.
void EvidencePane::mousePressEvent(QMouseEvent *event)
{
    QWidget::mousePressEvent(event);
    if (!hasFocusInside())
        focusEvidence();
}

void EvidencePane::setActive(bool active)
{
    if (active == m_active)
        return;
    m_active = active;
    showCard();
    restyle();
    retranslate();
}

void EvidencePane::makeCard()
{
    m_about->setObjectName(paneName(m_side, "Facts"));
    m_about->setCheckable(true);
    m_about->setAutoRaise(true);
    m_about->setIconSize(QSize(16, 16));
    m_about->setFocusPolicy(Qt::TabFocus);
    auto *row = new QHBoxLayout(m_heading);
    row->setContentsMargins(0, 0, 4, 2);
    row->setSpacing(2);
    row->addStretch(1);
    m_meter->setObjectName(paneName(m_side, "Meter"));
    m_meter->setTextFormat(Qt::PlainText);
    row->addWidget(m_meter, 0, Qt::AlignVCenter);
    row->addWidget(m_handle, 0, Qt::AlignVCenter);
    row->addWidget(m_about, 0, Qt::AlignVCenter);
    m_card->hide();
    connect(m_about, &QToolButton::clicked, this, &EvidencePane::cardWished);
    connect(m_card, &FactsPanel::closeWanted, this, [this] { Q_EMIT cardWished(false); });
    m_handle->setObjectName(paneName(m_side, "Cite"));
    connect(m_handle, &QToolButton::clicked, this, &EvidencePane::citeWanted);
    connect(m_handle, &CiteHandle::dragWanted, this, &EvidencePane::dragWanted);
}

void EvidencePane::setCardOpen(bool open)
{
    m_cardOpen = open;
    showCard();
}

void EvidencePane::showCard()
{
    const bool visible = m_cardOpen && m_active;
    m_card->setVisible(visible);
    m_about->setChecked(visible);
}

void EvidencePane::setTied(const QStringList &exhibits)
{
    if (m_tied == exhibits)
        return;
    m_tied = exhibits;
    for (int index = 0; index < m_tabs->count(); ++index)
        signTab(index);
}

void EvidencePane::restyle()
{
    const Tokens &t = tokensFor(palette());
    const QColor accent = m_side == PaneSide::Buyer ? t.accent : m_side == PaneSide::Merchant ? t.merchant : t.muted;
    // The active side is told by a second line and a filled ground, not by another colour alone.
    applySheet(m_heading, QStringLiteral("QLabel { color: %1; font-weight: 600; padding: 4px 0 3px 8px; border-left: 3px solid %1; background: %2; "
                                         "border-bottom: 2px solid %3; }")
                                 .arg(accent.name(), (m_active ? t.selection : t.surface).name(), (m_active ? accent : t.divider).name()));
    m_about->setIcon(themedIcon(QStringLiteral("info"), t.text, 16));
    m_handle->setIcon(themedIcon(QStringLiteral("quote"), t.text, 16));
    // The heading's own sheet would reach it.
    applySheet(m_meter, QStringLiteral("QLabel { color: %1; font-weight: 400; padding: 0; border: none; background: transparent; }").arg(t.muted.name()));
    for (int index = 0; index < m_tabs->count(); ++index)
        signTab(index);
    fitMeter();
}

void EvidencePane::retranslate()
{
    tipHeading();
    m_about->setToolTip(tr("What the file says about itself (I)"));
    m_handle->setToolTip(tr("Cite the place on show (C), or drag it to a finding or into a text"));
    m_handle->setAccessibleName(tr("Cite the place on show"));
    switch (m_side) {
    case PaneSide::Buyer:
        m_tabs->setAccessibleName(tr("Buyer's exhibits"));
        m_about->setAccessibleName(tr("What the buyer's file says about itself"));
        m_empty->setText(tr("The buyer handed in nothing yet."));
        break;
    case PaneSide::Merchant:
        m_tabs->setAccessibleName(tr("Merchant's exhibits"));
        m_about->setAccessibleName(tr("What the merchant's file says about itself"));
        m_empty->setText(tr("The merchant handed in nothing yet."));
        break;
    case PaneSide::Listing:
        m_tabs->setAccessibleName(tr("Pictures of the listing"));
        m_about->setAccessibleName(tr("What the listing's file says about itself"));
        m_empty->setText(tr("The listing came without a picture. Ctrl+Shift+1 to 9 show an exhibit of the sides here."));
        break;
    }
}

void EvidencePane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitTabs();
    fitMeter();
    showLow();
    shareHeight();
}

bool EvidencePane::event(QEvent *event)
{
    const bool done = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest)
        shareHeight();
    return done;
}

void EvidencePane::setFilmBeside(bool beside)
{
    m_filmBeside = beside;
    showLow();
}

/// By the height of the pane and not of the film: this one stays as it is while a card opens below.
void EvidencePane::showLow()
{
    if (m_viewer)
        m_viewer->setLow(m_filmBeside && height() < lowPane);
}

/// What a find says and shows is seen whole beside the film: its timeline and caption go for that while where there is no room
/// for both. The tab's tooltip has the caption, too.
void EvidencePane::shareHeight()
{
    int above = 0;
    for (const QWidget *part : std::initializer_list<QWidget *>{m_heading, m_tabs, m_caption})
        above += part->isHidden() ? 0 : part->minimumSizeHint().height();
    const int caption = m_caption->isHidden() && !m_tight ? 0 : m_caption->minimumSizeHint().height();
    const int usual = height() * 11 / 20; // the evidence itself keeps nearly half
    const int room = m_viewer ? height() - above - m_stack->minimumSizeHint().height() : usual;
    const int viewers = m_viewer ? m_viewer->roomToGive() : 0, give = viewers > 0 ? viewers + caption : 0;
    const int without = room - (m_tight ? give : 0); // as it was before anything gave way
    const int needed = m_card->isHidden() ? 0 : m_card->neededHeight();
    const bool tight = needed > without && give > 0 && needed > 0;
    if (std::exchange(m_tight, tight) != tight && m_viewer) {
        m_viewer->setTight(tight);
        m_caption->setVisible(!tight);
    }
    m_card->setMostHeight(std::min(usual, without + (tight ? give : 0)));
}

void EvidencePane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::PaletteChange) {
        restyle();
        m_card->restyle();
    }
    QWidget::changeEvent(event);
}

} // namespace arb::ui
