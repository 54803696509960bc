// SPDX-License-Identifier: GPL-3.0-or-later
// What the ruling panel shows of a case that is not written about: its state, its ruling, and what can be done with them.
#include "rulingpanel.h"

#include "citedrow.h"
#include "coveragelist.h"

#include <presentation/consequences.h>
#include <presentation/coveragewords.h>
#include <presentation/decisionletter.h>
#include <presentation/errortext.h>
#include <presentation/formats.h>
#include <presentation/labels.h>
#include <presentation/recordwords.h>
#include <presentation/rulingwords.h>

#include <ui/theme.h>

#include <QtGui/QAction>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QVBoxLayout>

#include <utility>

namespace arb::ui {

QWidget *RulingPanel::makeReadPage()
{
    auto *page = new QWidget(this);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(4, 0, 0, 0);
    layout->setSpacing(6);
    m_readTitle = wrapped(page);
    m_readText = wrapped(page);
    m_readBlocked = wrapped(page);
    m_readBlocked->setObjectName(QStringLiteral("cannotSignNow"));
    m_readText->setObjectName(QStringLiteral("rulingSummary"));
    m_readText->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_readText->setContentsMargins(8, 6, 8, 6);
    m_readText->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *scroll = new QScrollArea(page);
    scroll->setWidget(m_readText);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusProxy(m_readText);
    m_readCitations = new QListWidget(page);
    m_readCitations->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_readCitations->setTextElideMode(Qt::ElideRight);
    m_readCitations->setItemDelegate(new CitedRowDelegate(m_readCitations));
    m_readCitations->setObjectName(QStringLiteral("rulingCitations"));
    m_readCitations->setMaximumHeight(110);
    m_signedCoverage = new CoverageList(CoverageList::When::AtSigning, page);
    m_claim = new QPushButton(page);
    m_claim->setObjectName(QStringLiteral("claim"));
    m_takeOver = new QPushButton(page);
    m_takeOver->setObjectName(QStringLiteral("takeOver"));
    m_approve = new QPushButton(page);
    m_approve->setObjectName(QStringLiteral("approve"));
    m_sendBack = new QPushButton(page);
    m_sendBack->setObjectName(QStringLiteral("sendBack"));
    m_recall = new QPushButton(page);
    m_recall->setObjectName(QStringLiteral("recall"));
    layout->addWidget(m_readTitle);
    layout->addWidget(scroll, 1);
    layout->addWidget(m_readCitations);
    layout->addWidget(m_signedCoverage);
    layout->addWidget(m_readBlocked);
    for (QPushButton *button : {m_claim, m_takeOver, m_approve, m_sendBack, m_recall}) {
        button->setMinimumHeight(34);
        layout->addWidget(button);
    }
    m_parkWaiting = new QPushButton(page);
    m_parkWaiting->setObjectName(QStringLiteral("parkWaiting"));
    layout->addWidget(m_parkWaiting);
    addLetters(layout);
    connect(m_parkWaiting, &QPushButton::clicked, this, &RulingPanel::parkRequested);
    connect(m_claim, &QPushButton::clicked, this, &RulingPanel::claimRequested);
    connect(m_takeOver, &QPushButton::clicked, this, &RulingPanel::takeOverRequested);
    connect(m_approve, &QPushButton::clicked, this, &RulingPanel::approveRequested);
    connect(m_sendBack, &QPushButton::clicked, this, &RulingPanel::sendBackRequested);
    connect(m_recall, &QPushButton::clicked, this, &RulingPanel::recallRequested);
    const auto fly = [this](const QListWidgetItem *item) { followCitation(item->data(Qt::UserRole).toInt()); };
    connect(m_readCitations, &QListWidget::itemActivated, this, fly);
    connect(m_readCitations, &QListWidget::itemClicked, this, fly); // once is enough: nothing can be changed here
    return page;
}

/// One button for both sides: the page is narrow.
void RulingPanel::addLetters(QVBoxLayout *page)
{
    m_letters = new QPushButton(this);
    m_letters->setObjectName(QStringLiteral("letters"));
    m_letters->setMinimumHeight(34);
    auto *menu = new QMenu(m_letters);
    m_letterBuyer = menu->addAction(QString(), this, [this] { Q_EMIT letterRequested(domain::Party::Buyer); });
    m_letterMerchant = menu->addAction(QString(), this, [this] { Q_EMIT letterRequested(domain::Party::Merchant); });
    m_letters->setMenu(menu);
    page->addWidget(m_letters);
}

/// The citations of all findings are counted through.
void RulingPanel::followCitation(int index)
{
    if (index < 0 || index >= m_readPlaces.size())
        return;
    const domain::Citation place = m_readPlaces.at(index); // going there may fill the list anew
    Q_EMIT citationChosen(place);
}

void RulingPanel::makeEarlier()
{
    m_earlier = new QComboBox(this);
    m_earlier->setObjectName(QStringLiteral("earlierRulings"));
    m_earlier->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon); // the titles are longer than the panel is wide
    m_earlier->setMinimumContentsLength(6);
    m_earlier->hide();
    connect(m_earlier, &QComboBox::activated, this, &RulingPanel::refresh);
    connect(&m_session, &presentation::Session::caseOpened, this, &RulingPanel::fillEarlier);
    connect(&m_session, &presentation::Session::caseClosed, this, &RulingPanel::fillEarlier);
}

/// Read again, the case keeps the ruling that is on show: counted from the oldest, which newer ones do not move.
void RulingPanel::fillEarlier()
{
    const usecases::CaseView *view = m_session.view();
    const domain::CaseId id = view ? view->record.header.id : domain::CaseId();
    const int fromOldest = id == m_earlierOf && readsEarlier() ? m_earlier->count() - m_earlier->currentIndex() : 0;
    m_earlierOf = id;
    m_earlierRulings = view ? presentation::earlierRulings(*view) : QList<presentation::EarlierRuling>();
    m_earlier->clear();
    m_earlier->addItem(tr("The case as it stands"));
    for (const presentation::EarlierRuling &ruling : std::as_const(m_earlierRulings)) {
        m_earlier->addItem(ruling.title);
        m_earlier->setItemData(m_earlier->count() - 1, ruling.title.toHtmlEscaped(), Qt::ToolTipRole);
    }
    m_earlier->setCurrentIndex(fromOldest > 0 && fromOldest < m_earlier->count() ? m_earlier->count() - fromOldest : 0);
    m_earlier->setVisible(!m_earlierRulings.isEmpty());
    refresh();
}

bool RulingPanel::readsEarlier() const
{
    return m_earlier->currentIndex() > 0;
}

bool RulingPanel::leaveEarlier()
{
    if (!readsEarlier())
        return false;
    m_earlier->setCurrentIndex(0);
    refresh();
    return true;
}

/// Nobody signs what is not in view.
bool RulingPanel::leaveEarlierToSign()
{
    const bool left = leaveEarlier();
    if (left)
        Q_EMIT said(tr("An earlier ruling was on show. This is the case as it stands: press again to sign."));
    return left;
}

/// To be read and gone to from; what can be done is done with the case as it stands.
void RulingPanel::readEarlier(const presentation::EarlierRuling &ruling)
{
    for (QPushButton *button : {m_claim, m_takeOver, m_parkWaiting, m_approve, m_sendBack, m_recall, m_letters})
        button->hide();
    m_readBlocked->hide();
    m_readTitle->setText(ruling.title);
    m_readText->setText(presentation::visibleText(ruling.text));
    showCitations(ruling.citations, m_session.view()->record.file);
    showCoverageOf(ruling.coverage);
}

void RulingPanel::showCitations(const QList<domain::Citation> &citations, const domain::CaseFile &file)
{
    m_readCitations->clear();
    m_readPlaces = citations;
    for (const domain::Citation &citation : citations) {
        auto *item = new QListWidgetItem(presentation::citationText(citation, file), m_readCitations);
        item->setToolTip(item->text().toHtmlEscaped());
        item->setData(citedPartsRole, citedPartsData(presentation::citedParts(citation, file)));
        // Said at the end of its words as well, which a narrow list cuts off.
        if (!presentation::whyNotThere(citation, file).isEmpty())
            item->setIcon(themedIcon(QStringLiteral("triangle-alert"), tokensFor(palette()).warning, 14));
        item->setData(Qt::UserRole, m_readCitations->count() - 1);
    }
    m_readCitations->setVisible(m_readCitations->count() > 0);
}

void RulingPanel::showCoverageOf(const QStringList &lines)
{
    m_signedCoverage->setLines(lines);
    m_signedCoverage->setVisible(!lines.isEmpty());
}

/// In the window the next case is a key away.
QString RulingPanel::refusalText(const usecases::CommandError &error)
{
    return error.fault == usecases::CommandFault::ServedInOrder
        ? tr("This desk gives out cases in order: F2 takes the next one. Choosing one is for supervisors.")
        : presentation::errorText(error);
}

void RulingPanel::refreshRead()
{
    const usecases::CaseView *view = m_session.view();
    if (view && readsEarlier() && m_earlierOf == view->record.header.id) {
        readEarlier(m_earlierRulings.at(m_earlier->currentIndex() - 1));
        return;
    }
    m_readCitations->clear();
    m_readPlaces.clear();
    if (!view) {
        for (QPushButton *button : {m_claim, m_takeOver, m_parkWaiting, m_approve, m_sendBack, m_recall, m_letters})
            button->hide();
        m_readTitle->setText(tr("No case is open."));
        m_readText->clear();
        m_readBlocked->hide();
        m_readCitations->hide();
        m_signedCoverage->hide();
        return;
    }
    const usecases::CaseHeader &header = view->record.header;
    m_readTitle->setText(presentation::stateText(header));
    QStringList text{presentation::rulingSummary(*view, m_session.now())};
    if (view->record.rulings.isEmpty()) // nothing was decided yet: the suggestion, and then what was noted
        text.prepend(presentation::suggestionLines(*view, view->assessment).join(QLatin1Char('\n')));
    text.removeAll(QString());
    m_readText->setText(presentation::visibleText(text.join(QStringLiteral("\n\n"))));
    const bool waitsForSomebody = header.state == domain::DisputeState::AwaitingEvidence || header.state == domain::DisputeState::Negotiating
        || header.state == domain::DisputeState::Claimed;
    const bool mayClaim = domain::isWaiting(header.state) && m_session.may(usecases::Permission::Claim);
    const QString refusal = mayClaim && view->claimRefusal ? refusalText(*view->claimRefusal) : QString();
    m_readBlocked->setText(m_session.readOnly() ? presentation::readOnlyText() : refusal.isEmpty() ? m_presenter.notHeldText() : refusal);
    m_claim->setToolTip(refusal);
    m_claim->setAccessibleDescription(refusal);
    m_parkWaiting->setVisible(domain::isWaiting(header.state) && m_session.may(usecases::Permission::Park)
                              && (!view->policy.serveNext || m_session.may(usecases::Permission::ClaimAny)));
    m_readBlocked->setVisible(m_session.readOnly() || !refusal.isEmpty() || (waitsForSomebody && m_session.may(usecases::Permission::Rule)));
    // A button that stays is not hidden meanwhile: hiding would send the keyboard elsewhere.
    m_claim->setVisible(mayClaim);
    m_takeOver->setVisible(header.state == domain::DisputeState::Claimed && m_session.may(usecases::Permission::TakeOver));
    m_refused = !refusal.isEmpty();
    const usecases::RulingRow *row = view->record.currentRuling();
    QList<domain::Citation> cited; // of all findings
    for (const domain::Finding &finding : row ? row->ruling.findings : QList<domain::Finding>())
        cited += finding.citations;
    showCitations(cited, view->record.file);
    // Of the signer, for whoever approves: kept with the ruling, so what is handed in later does not change it.
    showCoverageOf(row && row->ruling.coverage ? presentation::coverageLines(*row->ruling.coverage, view->record.file) : QStringList());
    m_mine = row && row->madeBy == m_session.actor().person.id;
    const bool waiting = row && header.state == domain::DisputeState::AwaitingApproval;
    m_approve->setVisible(waiting && m_session.may(usecases::Permission::Approve));
    m_sendBack->setVisible(waiting && m_session.may(usecases::Permission::Approve));
    m_recall->setVisible(m_mine && (waiting || header.state == domain::DisputeState::Ruled));
    m_letters->setVisible(presentation::whyNoLetter(*view).isEmpty());
    refreshActs();
}

/// What is under way is not given twice; what cannot be written is not given at all.
void RulingPanel::refreshActs()
{
    const bool writes = !m_session.readOnly();
    const auto rests = [this](const char *what) { return !m_session.isRunning(QLatin1StringView(what)); };
    m_claim->setEnabled(writes && !m_refused && rests("claim") && rests("take_next"));
    m_parkWaiting->setEnabled(writes && rests("park"));
    m_takeOver->setEnabled(writes && rests("take_over"));
    m_approve->setEnabled(writes && !m_mine && rests("approve"));
    m_sendBack->setEnabled(writes && !m_mine && rests("return"));
    m_recall->setEnabled(writes && rests("recall") && rests("undo_signing"));
}

} // namespace arb::ui
