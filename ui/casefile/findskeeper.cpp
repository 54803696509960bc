// SPDX-License-Identifier: GPL-3.0-or-later
#include "findskeeper.h"

#include "framepictures.h"

#include <utility>

namespace arb::ui {

namespace {

constexpr QSize hintPictureBox{128, 72};

TimelineTick::Tone codeTone(presentation::CodeMatch match)
{
    using M = presentation::CodeMatch;
    switch (match) {
    case M::Waybill:
    case M::ReturnWaybill: return TimelineTick::Tone::Usual;
    case M::OtherWaybill: return TimelineTick::Tone::Look;
    case M::UncomparedWaybill:
    case M::OtherCode: break;
    }
    return TimelineTick::Tone::Muted;
}

} // namespace

FindsKeeper::FindsKeeper(std::shared_ptr<FileSearches> searches, QObject *parent)
    : QObject(parent), m_searches(std::move(searches))
{
}

FindsKeeper::~FindsKeeper() = default;

void FindsKeeper::look(const EvidenceRef *ref)
{
    std::shared_ptr<FileSearch> wanted = ref ? m_searches->of(*ref) : nullptr;
    if (wanted == m_search)
        return;
    if (m_search)
        m_search->disconnect(this); // another pane may hold it
    m_search = std::move(wanted);
    m_chosen.clear();
    leavePictures();
    if (m_search)
        connect(m_search.get(), &FileSearch::changed, this, &FindsKeeper::changed);
}

void FindsKeeper::choose(const QString &find)
{
    if (find == m_chosen)
        return;
    m_chosen = find;
    leavePictures();
    const QList<domain::FilmHint> hints = finds().hints;
    for (qsizetype n = 0; n < hints.size(); ++n) {
        if (presentation::hintId(n) != find)
            continue;
        m_pictures = new FramePictures(m_search->film(), {hints.at(n).beforeFrame, hints.at(n).afterFrame}, hintPictureBox, this);
        connect(m_pictures, &FramePictures::pictureRead, this, &FindsKeeper::changed);
        m_pictures->start(QThread::LowPriority);
    }
}

QHash<qint64, QImage> FindsKeeper::pictures() const
{
    return m_pictures ? m_pictures->pictures() : QHash<qint64, QImage>();
}

void FindsKeeper::leavePictures()
{
    if (FramePictures *leaving = std::exchange(m_pictures, nullptr))
        leaving->leave();
}

QList<TimelineTick> FindsKeeper::ticks(TimelineTick::Kind kind, const domain::CaseFile &file, const domain::Exhibit &exhibit) const
{
    const qint64 firstUs = exhibit.facts.value(QLatin1String("firstPtsUs")).toInteger();
    QList<TimelineTick> ticks;
    if (kind == TimelineTick::Kind::Interruption) {
        for (const domain::FilmHint &hint : finds().hints) {
            const bool damaged = hint.kind == domain::FilmHint::Kind::Damaged; // no interruption: it looks like what is missing
            ticks.append({damaged ? TimelineTick::Kind::Gap : kind, presentation::hintMomentUs(hint), presentation::hintSentence(hint, firstUs), presentation::hintId(ticks.size())});
        }
    }
    if (kind == TimelineTick::Kind::Code) {
        for (const domain::FoundCode &code : finds().codes)
            ticks.append({kind, code.ptsUs, presentation::codeSentence(code, file, exhibit.kind, firstUs), presentation::codeId(ticks.size()),
                          codeTone(presentation::matchOf(code, file))});
    }
    return ticks;
}

QList<TimelineSpan> FindsKeeper::damage(const domain::Exhibit &exhibit) const
{
    const qint64 firstUs = exhibit.facts.value(QLatin1String("firstPtsUs")).toInteger();
    QList<TimelineSpan> spans;
    for (const domain::FilmHint &hint : finds().hints) {
        if (hint.kind == domain::FilmHint::Kind::Damaged)
            spans.append({TimelineSpan::Kind::Gap, hint.fromUs, hint.toUs, presentation::hintSentence(hint, firstUs), {}});
    }
    return spans;
}

} // namespace arb::ui
