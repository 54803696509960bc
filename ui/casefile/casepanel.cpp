// SPDX-License-Identifier: GPL-3.0-or-later
#include "casepanel.h"

#include "comparedesk.h"
#include "factciting.h"
#include "findpanel.h"
#include "notespanel.h"
#include "timelinepanel.h"

#include "../shell/elidedlabel.h"
#include "../shell/wrappedlabel.h"

#include <presentation/formats.h>
#include <presentation/labels.h>
#include <presentation/notewords.h>
#include <presentation/recordwords.h>

#include <ui/theme.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QEvent>
#include <QtCore/QPointer>
#include <QtCore/QTimer>
#include <QtWidgets/QApplication>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>

namespace arb::ui {

namespace {

QLabel *plainLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    return label;
}

QString iconOf(domain::ExhibitKind kind)
{
    switch (kind) {
    case domain::ExhibitKind::Image: return QStringLiteral("image");
    case domain::ExhibitKind::Video: return QStringLiteral("video");
    case domain::ExhibitKind::Chat: return QStringLiteral("message-square");
    case domain::ExhibitKind::Document: return QStringLiteral("file-text");
    case domain::ExhibitKind::Logistics: return QStringLiteral("truck");
    case domain::ExhibitKind::Text: return QStringLiteral("clipboard-list");
    }
    return {};
}

QHash<QString, QByteArray> picturesOf(const domain::CaseFile &file)
{
    QHash<QString, QByteArray> pictures;
    for (const domain::Exhibit &exhibit : file.exhibits) {
        if (exhibit.kind == domain::ExhibitKind::Image)
            pictures.insert(exhibit.id, exhibit.sha256);
    }
    return pictures;
}

/// What neither side handed in says whose it is: it sits beside the merchant's.
bool isOfASide(const domain::Exhibit &exhibit)
{
    return exhibit.party == domain::Party::Buyer || exhibit.party == domain::Party::Merchant;
}

/// What a chat may name: exhibits by the name of their file.
QHash<QString, QString> filesOf(const domain::CaseFile &file)
{
    QHash<QString, QString> files;
    for (const domain::Exhibit &exhibit : file.exhibits)
        files.insert(exhibit.file.section(u'/', -1).toLower(), exhibit.id);
    return files;
}

EvidencePane::Item itemOf(const domain::Exhibit &exhibit, int number, const domain::CaseFile &file, const QHash<QString, QByteArray> &pictures)
{
    EvidenceRef ref{.exhibitId = exhibit.id, .sha256 = exhibit.sha256, .kind = exhibit.kind, .party = exhibit.party,
                    .caption = exhibit.caption, .fileName = exhibit.file, .size = exhibit.size, .chat = {}, .track = {},
                    .wayBack = {}, .pictures = pictures, .files = {}, .masked = false};
    const QString name = exhibit.caption.isEmpty() ? presentation::label(exhibit.kind) : exhibit.caption;
    QString tab = QString::number(number);
    QStringList caption{exhibit.id, presentation::visibleText(name), presentation::dateTimeText(exhibit.submittedAt)};
    if (exhibit.derivedFrom) { // never as if it had been handed in
        tab = exhibit.id;
        caption = {exhibit.id, CasePanel::tr("made at the desk"), presentation::derivedText(exhibit, file), presentation::dateTimeText(exhibit.submittedAt)};
    }
    if (!isOfASide(exhibit)) {
        tab = QStringLiteral("%1 %2").arg(presentation::label(exhibit.party), tab);
        caption.prepend(presentation::label(exhibit.party));
    }
    return {ref, tab, caption.join(QStringLiteral(" · ")), exhibit.derivedFrom ? QStringLiteral("corner-up-left") : iconOf(exhibit.kind)};
}

EvidencePane::Item withSide(EvidencePane::Item item)
{
    const QString side = presentation::label(item.ref.party);
    item.tab = QStringLiteral("%1 %2").arg(side, item.tab);
    item.caption = QStringLiteral("%1 · %2").arg(side, item.caption);
    return item;
}

} // namespace

CasePanel::CasePanel(presentation::Session &session, EvidenceLoader &loader, QWidget *parent)
    : QWidget(parent), m_session(session), m_stack(new QStackedWidget(this)), m_nothing(new QLabel(this)), m_title(plainLabel(this)),
      m_state(plainLabel(this)), m_dueSign(new QLabel(this)), m_due(plainLabel(this)), m_product(new ElidedLabel(this)), m_notice(new WrappedLabel(this)),
      m_listing(new ElidedLabel(this)), m_lease(new ElidedLabel(this)), m_presence(new ElidedLabel(this)), m_factsBox(new QWidget(this)), m_facts(new QGridLayout(m_factsBox)), m_factCiting(new FactCiting(this)), m_link(new QPushButton(this)),
      m_loader(loader), m_compare(new CompareDesk(loader, this)), m_timeline(new TimelinePanel(this)), m_notes(new NotesPanel(this)), m_find(new FindPanel(session, loader, this)), m_buyer(m_compare->left()), m_merchant(m_compare->right())
{
    setObjectName(QStringLiteral("casePanel"));
    m_title->setObjectName(QStringLiteral("caseTitle"));
    m_state->setObjectName(QStringLiteral("caseState"));
    m_dueSign->setObjectName(QStringLiteral("caseDueSign"));
    m_due->setObjectName(QStringLiteral("caseDue"));
    m_lease->setObjectName(QStringLiteral("caseLease"));
    m_presence->setObjectName(QStringLiteral("casePresence"));
    m_presence->hide();
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_notice->setObjectName(QStringLiteral("caseNotice"));
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    m_link->setObjectName(QStringLiteral("linkViews"));
    m_link->setCheckable(true);
    m_link->setChecked(true);
    m_facts->setContentsMargins(8, 4, 8, 4);
    m_facts->setHorizontalSpacing(8);
    m_facts->setVerticalSpacing(2);
    m_facts->setColumnStretch(1, 1);
    m_facts->setColumnStretch(3, 1);

    auto *head = new QHBoxLayout;
    head->setContentsMargins(8, 6, 8, 0);
    head->setSpacing(10);
    head->addWidget(m_title);
    head->addWidget(m_state);
    head->addWidget(m_dueSign);
    head->addWidget(m_due);
    head->addWidget(m_lease, 1);
    head->addWidget(m_link);
    auto *page = new QWidget(this);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 8);
    layout->setSpacing(4);
    layout->addLayout(head);
    layout->addWidget(m_product);
    layout->addWidget(m_listing);
    layout->addWidget(m_presence);
    layout->addWidget(m_notice);
    layout->addWidget(m_factsBox);
    layout->addWidget(makeTimeline(), 1);
    m_product->setContentsMargins(8, 0, 8, 0);
    m_listing->setContentsMargins(8, 0, 8, 0);
    m_presence->setContentsMargins(8, 0, 8, 0);
    m_notice->setContentsMargins(8, 2, 8, 2);
    m_stack->addWidget(m_nothing);
    m_stack->addWidget(page);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_stack);

    joinCompare();
    connectExamination();
    connectCiting();
    const auto follow = [this](const QString &exhibit) {
        for (EvidencePane *pane : m_compare->panes()) {
            if (pane->showExhibit(exhibit, domain::ExhibitKind::Image)) {
                activate(pane);
                m_compare->focus(pane);
                return;
            }
        }
    };
    for (const EvidencePane *pane : {m_buyer, m_compare->third(), m_merchant})
        connect(pane, &EvidencePane::exhibitRequested, this, follow);
    // Buttons and fields elsewhere take the focus before they act; the side that was looked at stays the active one.
    connect(qobject_cast<QApplication *>(QCoreApplication::instance()), &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        for (EvidencePane *pane : m_compare->panes()) {
            if (now && pane->isAncestorOf(now))
                activate(pane);
        }
        if (now && m_timeline->isAncestorOf(now))
            m_onTimeline = true;
        if (now && m_active && m_active->card()->isAncestorOf(now)) { // later: a viewer that goes may be what sent the keyboard there
            QTimer::singleShot(0, this, [this] {
                const ViewerWidget *viewer = m_active->viewer();
                const auto shown = viewer ? viewer->currentCitation() : std::nullopt;
                m_frameAtCard = shown ? shown->frame : std::nullopt;
            });
        }
        if (now && m_below->isAncestorOf(now)) { // once the panel that was opened for it has its place
            QTimer::singleShot(0, this, [this, shown = QPointer<QWidget>(now)] {
                if (!shown || !m_below->isAncestorOf(shown))
                    return;
                QEvent grown(QEvent::LayoutRequest); // what it scrolls may have become higher without its knowing yet
                QCoreApplication::sendEvent(m_below, &grown);
                m_below->ensureWidgetVisible(shown, 0, 0);
            });
        }
    });
    activate(m_buyer);
    connectFactsCard();
    connectDeskWork();
    connectSearch();
    connect(&session, &presentation::Session::caseOpened, this, &CasePanel::refresh);
    connect(&session, &presentation::Session::caseClosed, this, &CasePanel::refresh);
    retranslate();
    restyle();
}

void CasePanel::refresh()
{
    const usecases::CaseView *view = m_session.view();
    m_stack->setCurrentIndex(view ? 1 : 0);
    if (!view || m_shown != view->record.header.id) {
        settle(); // told of as of the case that goes
        m_compare->forgetPairs();
    }
    if (!view) {
        m_buyer->setItems({});
        m_merchant->setItems({});
        m_compare->setThirdItems({});
        forgetExamination();
        fillTimeline();
        fillNotes();
        m_find->caseChanged();
        m_shown = {};
        showCoverage();
        return;
    }
    if (m_shown != view->record.header.id) {
        forgetExamination();
        m_citedFact.clear();
    }
    fillHeader();
    fillFacts();
    fillPanes();
    fillTimeline();
    moveCoverage(view->record.header.id);
    fillNotes();
    m_find->caseChanged();
    if (m_shown != view->record.header.id)
        activate(paneWithFocus());
    m_shown = view->record.header.id;
    showCoverage(); // perhaps in another language
}

QList<QByteArray> CasePanel::upcomingPictures() const
{
    const QList<QByteArray> left = m_buyer->upcomingPictures(), right = m_merchant->upcomingPictures();
    QList<QByteArray> both;
    for (qsizetype n = 0; n < qMax(left.size(), right.size()); ++n) {
        if (n < left.size())
            both.append(left.at(n));
        if (n < right.size())
            both.append(right.at(n));
    }
    return both;
}

QSize CasePanel::paneSize() const
{
    return m_buyer->size().expandedTo(m_merchant->size());
}

void CasePanel::fillPanes()
{
    const usecases::CaseView &view = *m_session.view();
    const domain::CaseFile &file = view.record.file;
    const QHash<QString, QByteArray> pictures = picturesOf(file);
    const QHash<QString, QString> files = filesOf(file);
    QList<EvidencePane::Item> buyer, merchant, listing;
    QList<EvidencePane::Item> ofBuyer, ofMerchant; // the same with their side's name, for other sides' tabs
    QHash<domain::Party, int> numbers;
    QHash<QByteArray, QString> origins;
    for (const domain::Exhibit &exhibit : file.exhibits)
        origins.insert(exhibit.sha256, QStringLiteral("%1/%2").arg(view.record.header.id.toString(), domain::toCode(exhibit.party)));
    m_loader.belongTo(origins);
    m_loader.hide(view.masks);
    m_loader.setNow(m_session.now());
    for (const domain::Exhibit &exhibit : file.exhibits) {
        const bool isBuyers = exhibit.party == domain::Party::Buyer;
        EvidencePane::Item item = itemOf(exhibit, exhibit.derivedFrom ? 0 : ++numbers[exhibit.party], file, pictures);
        if (exhibit.kind == domain::ExhibitKind::Chat) { // read beside the platform's log
            item.ref.chat = file.chat;
            item.ref.files = files;
        }
        if (exhibit.kind == domain::ExhibitKind::Chat || exhibit.kind == domain::ExhibitKind::Image)
            item.ref.masked = !view.unmasked; // in an exported chat, and in what a machine reads in a picture
        (isBuyers ? buyer : merchant).append(item);
        (isBuyers ? ofBuyer : ofMerchant).append(isOfASide(exhibit) ? withSide(item) : item);
        if (file.order.listing.images.contains(exhibit.file)) // also when a side, or the platform, hands it in
            listing.append(isOfASide(exhibit) ? withSide(item) : item);
    }
    const EvidenceRef chat{.exhibitId = {}, .sha256 = {}, .kind = domain::ExhibitKind::Chat, .party = domain::Party::Platform,
                           .caption = {}, .fileName = {}, .size = 0, .chat = file.chat, .track = {}, .wayBack = {}, .pictures = pictures, .files = {}, .masked = !view.unmasked};
    const EvidenceRef track{.exhibitId = {}, .sha256 = {}, .kind = domain::ExhibitKind::Logistics, .party = domain::Party::Platform,
                            .caption = {}, .fileName = {}, .size = 0, .chat = {}, .track = file.logistics,
                            .wayBack = file.returnLeg ? file.returnLeg->logistics : QList<domain::LogisticsScan>(), .pictures = {}, .files = {}, .masked = false};
    for (QList<EvidencePane::Item> *side : {&buyer, &merchant}) {
        if (!file.chat.isEmpty())
            side->append({chat, tr("Chat"), tr("Chat of both sides, %n message(s)", nullptr, static_cast<int>(file.chat.size())), QStringLiteral("message-square"), true});
        if (!file.logistics.isEmpty() || !track.wayBack.isEmpty())
            side->append({track, tr("Tracking"), tr("The carrier's scans, out and back"), QStringLiteral("truck"), true});
    }
    m_buyer->setHeading(tr("Buyer · %1").arg(presentation::visibleText(file.buyer.name.isEmpty() ? file.buyer.id : file.buyer.name)));
    m_merchant->setHeading(tr("Merchant · %1").arg(presentation::visibleText(file.merchant.name.isEmpty() ? file.merchant.id : file.merchant.name)));
    m_compare->third()->setHeading(tr("Listing"));
    m_buyer->setOffers(ofMerchant);
    m_merchant->setOffers(ofBuyer);
    m_compare->third()->setOffers(ofBuyer + ofMerchant);
    const bool sameCase = m_shown == view.record.header.id;
    m_buyer->setItems(buyer, sameCase);
    m_merchant->setItems(merchant, sameCase);
    m_compare->setThirdItems(listing, sameCase);
    for (EvidencePane *pane : {m_buyer, m_merchant, m_compare->third()})
        fillFactsCard(pane); // the record may have changed while the exhibit did not
}

void CasePanel::showLinked()
{
    m_link->setIcon(themedIcon(m_link->isChecked() ? QStringLiteral("link") : QStringLiteral("unlink"), palette().color(QPalette::Text)));
}

void CasePanel::stepExhibit(int by)
{
    m_active->step(by);
}

bool CasePanel::runViewerKey(const QKeySequence &key)
{
    ViewerWidget *viewer = m_active->viewer();
    return viewer && viewer->runKey(key);
}

QList<domain::Citation> CasePanel::currentCitations() const
{
    if (m_timelineOpen && (m_onTimeline || m_timeline->hasFocusInside()))
        return m_timeline->currentCitations();
    const ViewerWidget *viewer = m_active->viewer();
    const auto shown = viewer ? viewer->currentCitation() : std::nullopt;
    if (const QList<domain::Citation> found = findsToCite(shown); !found.isEmpty())
        return found;
    return shown ? QList{*shown} : QList<domain::Citation>();
}

std::optional<domain::Citation> CasePanel::currentCitation() const
{
    const QList<domain::Citation> places = currentCitations();
    return places.isEmpty() ? std::nullopt : std::optional(places.constFirst());
}

bool CasePanel::goTo(const domain::Citation &citation)
{
    return showPlace(citation, tr("cited"));
}

/// Nobody has cited it: a picture that is zoomed into stays so.
bool CasePanel::goToFound(const domain::Citation &place)
{
    return showPlace(place, {});
}

bool CasePanel::showPlace(const domain::Citation &citation, const QString &label)
{
    // A viewer compares files; what the record says where is compared here.
    if (citation.exhibit.isEmpty() && m_session.view() && domain::meansOtherBytes(citation, m_session.view()->record.file))
        return false;
    markFact(citation.fact);
    domain::ExhibitKind kind = domain::ExhibitKind::Image;
    if (!citation.message.isEmpty())
        kind = domain::ExhibitKind::Chat;
    if (citation.logistics || citation.fact.startsWith(QStringLiteral("/return/logistics/")))
        kind = domain::ExhibitKind::Logistics; // the way back is cited by its place in the record
    // Chat and tracking stand on both sides: the one that is being looked at is nearer.
    for (EvidencePane *pane : nearestFirst()) {
        if (pane->showExhibit(citation.exhibit, kind) && pane->viewer()) {
            m_compare->showPanes(); // a place is pointed out on its own picture
            pane->viewer()->goTo(citation, label);
            activate(pane);
            pane->focusEvidence();
            return true;
        }
    }
    return false;
}

void CasePanel::showCited(const QList<domain::Citation> &citations)
{
    for (EvidencePane *pane : m_compare->panes()) {
        if (!pane->viewer() || !pane->current())
            continue;
        QList<domain::Citation> here;
        for (const domain::Citation &citation : citations) {
            if (citation.exhibit == pane->current()->exhibitId)
                here.append(citation);
        }
        pane->viewer()->showCited(here);
    }
}

void CasePanel::toggleLink()
{
    if (m_link->isEnabled())
        m_link->toggle();
}

void CasePanel::retranslate()
{
    m_nothing->setText(tr("Take the next case, or choose one from the queue."));
    m_link->setText(tr("Linked"));
    m_link->setToolTip(tr("Zoom and move both sides together, keeping the offset (Z)"));
    m_link->setAccessibleName(tr("Link both sides' views"));
    if (m_session.view())
        refresh();
}

void CasePanel::restyle()
{
    const Tokens &t = tokensFor(palette());
    QFont bold = font();
    bold.setPixelSize(16);
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    applySheet(m_state, QStringLiteral("QLabel { color: %1; border: 1px solid %1; border-radius: 4px; padding: 1px 6px; }").arg(t.info.name()));
    applySheet(m_factsBox, QStringLiteral("#factsBox { background: %1; border-top: 1px solid %2; border-bottom: 1px solid %2; }").arg(t.surface.name(), t.divider.name()));
    m_factsBox->setObjectName(QStringLiteral("factsBox"));
    for (QLabel *label : std::initializer_list<QLabel *>{m_product, m_listing}) {
        QPalette colors = label->palette();
        colors.setColor(QPalette::WindowText, label == m_product ? t.text : t.muted);
        label->setPalette(colors);
    }
    applySheet(m_notice, QStringLiteral("QLabel { color: %1; background: %2; padding: 2px 8px; border-left: 3px solid %1; }").arg(t.warning.name(), t.surface.name()));
    if (m_session.view())
        fillFacts();
    showLinked();
    tick();
}

void CasePanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::PaletteChange)
        restyle();
    QWidget::changeEvent(event);
}

} // namespace arb::ui
