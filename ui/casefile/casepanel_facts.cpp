// SPDX-License-Identifier: GPL-3.0-or-later
// What the file on show says about itself and what searches found in it: the card under the viewer and the film's timeline.
#include "casepanel.h"

#include "comparedesk.h"
#include "evidencepane.h"
#include "findskeeper.h"

#include <presentation/factscard.h>
#include <presentation/filmhints.h>
#include <presentation/readingcard.h>

#include <QtWidgets/QApplication>

#include <algorithm>

namespace arb::ui {

namespace {

/// With what the decoder answers now: exhibits that were taken in before intake told sound from what cannot be read do not say it.
domain::Exhibit asDecoded(domain::Exhibit exhibit, const ViewerWidget *viewer)
{
    const bool soundOnly = viewer && viewer->isBroken() && viewer->error() == ShowError::SoundOnly && viewer->shown().sha256 == exhibit.sha256;
    if (soundOnly)
        exhibit.facts.insert(QStringLiteral("soundOnly"), true);
    return exhibit;
}

} // namespace

const domain::Exhibit *CasePanel::exhibitOf(const EvidencePane *pane) const
{
    const EvidenceRef *shown = pane->current();
    return shown && m_session.view() ? domain::findExhibit(m_session.view()->record.file, shown->exhibitId) : nullptr;
}

void CasePanel::connectFactsCard()
{
    for (EvidencePane *pane : {m_buyer, m_merchant, m_compare->third()}) {
        connect(pane, &EvidencePane::viewerChanged, this, [this, pane] { fillFactsCard(pane); });
        connect(pane, &EvidencePane::evidenceBroke, pane->card(), &FactsPanel::refresh);
        connect(pane, &EvidencePane::cardWished, this, [this, pane](bool open) {
            activate(pane);
            setFactsCardOpen(open);
        });
        connectFinds(pane);
    }
}

void CasePanel::setFactsCardOpen(bool open)
{
    const bool closesUnderTheKeyboard = !open && m_active->card()->isAncestorOf(QApplication::focusWidget());
    m_factsCardOpen = open;
    for (EvidencePane *pane : {m_buyer, m_merchant, m_compare->third()})
        pane->setCardOpen(open);
    if (closesUnderTheKeyboard)
        m_active->focusEvidence();
}

void CasePanel::fillFactsCard(EvidencePane *pane)
{
    const domain::Exhibit *exhibit = exhibitOf(pane);
    if (!exhibit) {
        pane->card()->setCard({}, {});
        return;
    }
    const domain::CaseFile &file = m_session.view()->record.file;
    const FindsKeeper *finds = pane->finds(); // lives as long as the card, as the pane does
    pane->card()->setPictures(finds->pictures());
    pane->card()->setCard(QStringLiteral("%1 %2").arg(file.caseNo, exhibit->id), [this, copy = file, item = *exhibit, finds, pane](presentation::PlaceDetail place) {
        presentation::FactsCard card = presentation::factsCard(copy, asDecoded(item, pane->viewer()), place);
        presentation::addFinds(card, copy, item, finds->finds(), presentation::shippedHintRates(), finds->chosen());
        presentation::addReading(card, copy, finds->finds(), presentation::shippedReadingRates(), matchesOf(item));
        return card;
    });
    showFinds(pane);
    learnReading(pane);
}

void CasePanel::connectFinds(EvidencePane *pane)
{
    connect(pane->finds(), &FindsKeeper::changed, this, [this, pane] {
        learnReading(pane);
        pane->card()->setPictures(pane->finds()->pictures());
        pane->card()->refresh();
        showFinds(pane);
    });
    connect(pane, &EvidencePane::tickChosen, this, [this, pane](TimelineTick::Kind kind, const QString &id) {
        const bool isDamage = kind == TimelineTick::Kind::Gap && id.startsWith(QLatin1StringView("hint ")); // as hintId() has it
        const bool isFind = kind == TimelineTick::Kind::Interruption || kind == TimelineTick::Kind::Code || isDamage;
        if (isFind) // the others say all there is to say where they stand
            openFind(pane, id);
    });
    connect(pane->card(), &FactsPanel::placeWanted, this, [this, pane](const presentation::CardPlace &place) { goToPlace(pane, place); });
}

/// The card opens at its line: what it means, when it lies, how often it is right, and the frames before and after it.
void CasePanel::openFind(EvidencePane *pane, const QString &find)
{
    activate(pane);
    pane->finds()->choose(find);
    pane->card()->setPictures(pane->finds()->pictures());
    setFactsCardOpen(true);
    pane->card()->refresh();
    pane->card()->reveal(find);
}

/// What is read in the picture on show belongs to the case: its search and its clock know it from now on.
void CasePanel::learnReading(const EvidencePane *pane)
{
    const domain::Exhibit *exhibit = exhibitOf(pane);
    const presentation::FileFinds &finds = pane->finds()->finds();
    if (exhibit && finds.readState == presentation::FileFinds::State::Done)
        m_session.learnReading(exhibit->sha256, finds.reading);
}

std::optional<QList<domain::TranscriptMatch>> CasePanel::matchesOf(const domain::Exhibit &exhibit) const
{
    if (!m_session.view())
        return {};
    const auto &readings = m_session.view()->readings;
    const auto found = std::ranges::find(readings, exhibit.id, &usecases::CaseReading::exhibit);
    return found == readings.cend() || found->sha256 != exhibit.sha256 ? std::nullopt : found->matches;
}

void CasePanel::showFinds(EvidencePane *pane)
{
    const domain::Exhibit *exhibit = exhibitOf(pane);
    if (!exhibit || !pane->viewer())
        return;
    for (const TimelineTick::Kind kind : {TimelineTick::Kind::Interruption, TimelineTick::Kind::Code})
        pane->viewer()->setTimelineTicks(kind, pane->finds()->ticks(kind, m_session.view()->record.file, *exhibit));
    pane->viewer()->setTimelineSpans(TimelineSpan::Kind::Gap, pane->finds()->damage(*exhibit));
}

void CasePanel::goToPlace(EvidencePane *pane, const presentation::CardPlace &place)
{
    const auto citation = citationOf(pane, place);
    if (!citation || !pane->viewer())
        return;
    if (!citation->message.isEmpty())
        goTo(*citation);
    else
        pane->viewer()->goTo(*citation, {});
}

/// What a search found, while the keyboard is at its line of the card. The film has its keys there, too: once it was moved on to
/// another place, @p shown is what is meant.
QList<domain::Citation> CasePanel::findsToCite(const std::optional<domain::Citation> &shown) const
{
    QList<domain::Citation> found;
    const QList<presentation::CardPlace> places = m_active->card()->currentPlaces();
    for (const presentation::CardPlace &place : places) {
        const auto citation = citationOf(m_active, place);
        const bool stands = citation && (!citation->frame || !shown || shown->frame == m_frameAtCard || shown->frame == citation->frame);
        if (stands)
            found.append(*citation);
    }
    return found;
}

/// As it is cited: on the bytes of the exhibit on show there, or of the platform's log.
std::optional<domain::Citation> CasePanel::citationOf(const EvidencePane *pane, const presentation::CardPlace &place) const
{
    const domain::Exhibit *exhibit = exhibitOf(pane);
    if (!exhibit)
        return {};
    domain::Citation citation;
    if (!place.message.isEmpty()) {
        citation.message = place.message;
        return citation;
    }
    citation.exhibit = exhibit->id;
    citation.sha256 = exhibit->sha256;
    if (exhibit->kind == domain::ExhibitKind::Video) {
        citation.frame = place.frame;
        citation.pts = place.ptsUs;
    }
    if (!place.region.isEmpty())
        citation.region = place.region;
    return citation;
}

} // namespace arb::ui
