// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewing/filmpanel.h"

#include "viewing/filmstrip.h"

#include <presentation/formats.h>

#include <QtWidgets/QVBoxLayout>

#include <algorithm>
#include <utility>

namespace arb::ui {

namespace {

constexpr QSize stripBox{160, 90};

} // namespace

FilmPanel::FilmPanel(QWidget *parent)
    : QWidget(parent), m_timeline(new FilmTimeline(this)), m_bar(new FilmBar(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(4, 2, 4, 0);
    column->setSpacing(2);
    m_timeline->setObjectName(QStringLiteral("videoPosition"));
    column->addWidget(m_timeline);
    column->addWidget(m_bar);
    connect(m_timeline, &FilmTimeline::roomChanged, this, [this] { askStrip(); });
}

void FilmPanel::setTight(bool tight)
{
    if (m_timeline->isHidden() != tight)
        m_timeline->setVisible(!tight);
    m_bar->setTight(tight);
}

void FilmPanel::setLow(bool low)
{
    m_timeline->setLow(low);
    m_bar->setLow(low);
}

int FilmPanel::roomToGive() const
{
    return m_timeline->minimumSizeHint().height() + layout()->spacing() + m_bar->spareHeight();
}

void FilmPanel::setFilm(const FilmInfo &info)
{
    m_info = info;
    m_timeline->setFilm(info);
    m_timeline->setSpans(TimelineSpan::Kind::Mark, m_markSpans); // told before the film was open
    showGaps();
    showTicks();
    showWatched();
}

void FilmPanel::clear()
{
    if (FilmStrip *leaving = std::exchange(m_strip, nullptr)) {
        leaving->disconnect(this);
        connect(leaving, &QThread::finished, leaving, &QObject::deleteLater);
        leaving->leave();
        if (leaving->isFinished())
            leaving->deleteLater();
    }
    m_info = {};
    m_loop.reset();
    m_ticks.clear();
    m_markSpans.clear();
    m_damage.clear();
    m_damageSeen.clear();
    m_watched.clear();
    m_timeline->clear();
    m_bar->clear();
}

void FilmPanel::beginStrip(std::unique_ptr<FrameSource> source)
{
    m_strip = new FilmStrip(std::move(source), this);
    connect(m_strip, &FilmStrip::picturesRead, this, [this, strip = m_strip] { m_timeline->setPictures(strip->takePictures()); });
    connect(m_strip, &FilmStrip::peaksRead, this, [this, strip = m_strip] { m_timeline->setPeaks(strip->takePeaks()); });
    m_askedPictures = 0;
    askStrip();
    m_strip->start(QThread::LowPriority);
}

/// For fewer places, too: what was read for more need not lie in each of them. Nothing is read twice.
void FilmPanel::askStrip()
{
    const int room = std::min(m_timeline->roomForPictures(), FilmStrip::mostPictures);
    if (!m_strip || room == m_askedPictures)
        return;
    m_askedPictures = room;
    m_strip->want(room, stripBox * devicePixelRatioF());
}

void FilmPanel::showPlace(const FilmPlayer &player)
{
    const qint64 index = player.currentIndex();
    if (m_info.frameCount() == 0 || index < 0)
        return;
    // What was asked for, also where it cannot be shown: keys that go on from there would not get away from it.
    m_timeline->setPosition(player.isPlaying() ? player.currentPtsUs() : m_info.ptsAt(player.target()));
    m_bar->setWhere(QStringLiteral("%1 / %2").arg(timeText(player.currentPtsUs()), presentation::filmTimeText(m_info.durationUs)),
                    tr("frame %1 / %2").arg(index).arg(m_info.frameCount() - 1));
    QStringList said;
    if (player.isOnTheWay())
        said.append(tr("Near frame %1, which is on its way.").arg(player.target()));
    if (player.isMissing())
        said.append(tr("Frame %1 at %2 cannot be decoded. Frame %3 is shown instead.").arg(player.target()).arg(timeText(m_info.ptsAt(player.target()))).arg(index));
    for (const FilmGap &gap : std::as_const(m_info.gaps)) {
        if (gap.fromUs < m_info.endOf(index) && gap.toUs > player.currentPtsUs())
            said.append(gapText(gap));
    }
    noteDamage(player);
    const auto found = std::ranges::find_if(m_damage, [&](const TimelineSpan &span) { return span.fromUs < m_info.endOf(index) && span.toUs > player.currentPtsUs(); });
    m_bar->setDamaged(player.isDamaged() || found != m_damage.end());
    if (found != m_damage.end())
        said.append(found->words);
    else if (player.isDamaged() && !player.isPlaying()) // while it plays, the one word that stands still
        said.append(damageText());
    if (!player.isPlaying()) { // or the words would come and go too fast to be read
        for (const TimelineTick &tick : m_timeline->ticksOn(player.isMissing() ? player.target() : index)) {
            if (tick.kind != TimelineTick::Kind::Gap) // said already
                said.append(presentation::visibleText(tick.words));
        }
    }
    said.removeDuplicates(); // damage has a tick and a stretch
    const QString line = said.join(QStringLiteral(" · ")); // ticks' words end without a stop
    m_bar->setSaid(line);
    if (!player.isPlaying())
        m_timeline->setAccessibleDescription(line);
}

QString FilmPanel::timeText(qint64 ptsUs) const
{
    return presentation::filmTimeText(ptsUs - m_info.firstUs());
}

QString FilmPanel::gapText(const FilmGap &gap) const
{
    return tr("Damaged: there are no pictures from %1 to %2.").arg(timeText(gap.fromUs), timeText(gap.toUs));
}

QString FilmPanel::damageText()
{
    return tr("The file is damaged here: this picture is not what was filmed.");
}

void FilmPanel::noteDamage(const FilmPlayer &player)
{
    if (!player.isDamaged())
        return;
    const QList<FilmStretch> seen = withStretch(m_damageSeen, {player.currentPtsUs(), m_info.endOf(player.currentIndex())});
    if (seen == m_damageSeen)
        return;
    m_damageSeen = seen;
    showGaps();
}

void FilmPanel::setDamage(const QList<TimelineSpan> &damage)
{
    if (damage == m_damage)
        return;
    m_damage = damage;
    showGaps();
}

void FilmPanel::showGaps()
{
    QList<TimelineSpan> gaps;
    QList<TimelineTick> ticks;
    for (const FilmGap &gap : std::as_const(m_info.gaps)) {
        gaps.append({TimelineSpan::Kind::Gap, gap.fromUs, gap.toUs, gapText(gap), {}});
        ticks.append({TimelineTick::Kind::Gap, gap.fromUs, gapText(gap), QStringLiteral("gap %1").arg(ticks.size())});
    }
    for (const FilmStretch &seen : std::as_const(m_damageSeen))
        gaps.append({TimelineSpan::Kind::Gap, seen.fromUs, seen.toUs, damageText(), {}});
    gaps += m_damage;
    m_timeline->setSpans(TimelineSpan::Kind::Gap, gaps);
    setTicks(TimelineTick::Kind::Gap, ticks);
}

void FilmPanel::setLoop(const std::optional<FilmLoop> &loop)
{
    m_loop = loop;
    showLoop();
}

void FilmPanel::showLoop()
{
    QList<TimelineSpan> spans;
    if (m_loop) {
        const qint64 from = m_info.ptsAt(m_loop->first), to = m_info.endOf(m_loop->last);
        spans.append({TimelineSpan::Kind::Loop, from, to, tr("Loop from %1 to %2").arg(timeText(from), timeText(to)), {}});
    }
    m_timeline->setSpans(TimelineSpan::Kind::Loop, spans);
}

void FilmPanel::setTicks(TimelineTick::Kind kind, const QList<TimelineTick> &ticks)
{
    m_ticks[kind] = ticks;
    showTicks();
}

void FilmPanel::showTicks()
{
    QList<TimelineTick> all;
    for (const auto &[kind, ticks] : m_ticks)
        all += ticks;
    m_timeline->setTicks(all);
}

void FilmPanel::setMarkSpans(const QList<TimelineSpan> &spans)
{
    m_markSpans = spans;
    m_timeline->setSpans(TimelineSpan::Kind::Mark, spans);
}

void FilmPanel::addWatched(FilmStretch stretch)
{
    m_watched = withStretch(m_watched, stretch);
    showWatched();
}

void FilmPanel::showWatched()
{
    QList<TimelineSpan> spans;
    for (const FilmStretch &stretch : std::as_const(m_watched))
        spans.append({TimelineSpan::Kind::Watched, stretch.fromUs, stretch.toUs, tr("Watched"), {}});
    m_timeline->setSpans(TimelineSpan::Kind::Watched, spans);
}

/// Or its silence would be taken for the film's.
QString FilmPanel::soundText() const
{
    return m_info.unplayedSound.isEmpty() ? QString() : tr("The film has sound, of a kind that cannot be played here (%1).").arg(presentation::visibleText(m_info.unplayedSound));
}

void FilmPanel::retranslate()
{
    m_timeline->setAccessibleName(tr("Position in the video, as a frame number"));
    m_bar->retranslate();
    showGaps();
    showLoop();
    showWatched();
}

} // namespace arb::ui
