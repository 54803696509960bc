// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewing/canvasviewer.h"
#include "viewing/filmbar.h"
#include "viewing/filmplayer.h"
#include "viewing/filmscreen.h"
#include "viewing/filmstrip.h"
#include "viewing/filmtimeline.h"

#include <presentation/formats.h>

#include <QtCore/QMetaMethod>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtGui/QHideEvent>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QVBoxLayout>

#include <array>
#include <map>

namespace arb::ui {

namespace {

constexpr std::array<double, 9> speeds{0.1, 0.25, 0.5, 0.75, 1.0, 1.5, 2.0, 4.0, 8.0};
constexpr QSize stripBox{160, 90};

/// An action of the film's and its words.
struct FilmAction
{
    QAction *action;
    const char *words; ///< English source text, context "arb::ui::VideoViewer"
};

/// Films: upright, exact to the frame, with sound where there is a device. Every frame on show can be cited.
class VideoViewer final : public CanvasViewer
{
    Q_OBJECT
    Q_PROPERTY(qint64 frameIndex READ frameIndex)
    Q_PROPERTY(qint64 framePts READ framePts)

public:
    explicit VideoViewer(EvidenceLoader &evidence, QWidget *parent)
        : CanvasViewer(evidence, Marks::OfFilm, parent)
    {
        setObjectName(QStringLiteral("videoViewer"));
        buildActions();
        buildBar();
        buildTimeline();
        VideoViewer::retranslate();
        setEnabledForFilm(false);
    }

    qint64 frameIndex() const { return m_player ? m_player->currentIndex() : -1; }
    qint64 framePts() const { return m_player ? m_player->currentPtsUs() : 0; }

    std::optional<TransportState> transport() const override
    {
        if (!m_player || m_player->info().frameCount() == 0)
            return std::nullopt;
        return m_player->transport();
    }

    void setTransport(const TransportState &state) override
    {
        if (!m_player)
            return;
        m_player->setTransport(state);
        describe();
    }

    void setTimelineTicks(TimelineTick::Kind kind, const QList<TimelineTick> &ticks) override
    {
        m_ticks[kind] = ticks;
        showTicks();
    }

    void setTimelineSpans(TimelineSpan::Kind kind, const QList<TimelineSpan> &spans) override
    {
        if (kind == TimelineSpan::Kind::Watched) {
            for (const TimelineSpan &span : spans)
                m_watched = withStretch(m_watched, {span.fromUs, span.toUs});
            showWatched();
        } else if (kind == TimelineSpan::Kind::Mark) {
            m_markSpans = spans;
            m_timeline->setSpans(kind, spans);
        }
    }

protected:
    void begin() override
    {
        m_player = std::make_unique<FilmPlayer>(loader().film(shown().sha256));
        connect(m_player.get(), &FilmPlayer::opened, this, [this] { takeOpened(); });
        connect(m_player.get(), &FilmPlayer::failed, this, [this](ShowError error) {
            leaveFullScreen();
            showBroken(error);
        });
        connect(m_player.get(), &FilmPlayer::frameShown, this, [this](const FilmFrame &frame) { takeFrame(frame); });
        connect(m_player.get(), &FilmPlayer::transportChanged, this, [this](const TransportState &state) {
            describe();
            Q_EMIT transportChanged(state);
        });
        connect(m_player.get(), &FilmPlayer::leftOutChanged, this,
                [this, player = m_player.get()] { m_filmBar->setLeftOut(player->leftOutPercent()); });
        connect(m_player.get(), &FilmPlayer::watched, this, [this](qint64 fromUs, qint64 toUs) {
            m_watched = withStretch(m_watched, {fromUs, toUs});
            showWatched();
            Q_EMIT filmWatched(shown().exhibitId, fromUs, toUs);
        });
        m_player->setOnShow(isVisible());
        retranslate();
    }

    void end() override
    {
        if (FilmPlayer *leaving = m_player.release()) {
            // It may be in the middle of a frame: the window goes on, the film ends in its own time.
            leaving->leave(); // tells what was watched
            leaving->disconnect(this);
            leaving->setParent(this);
            connect(leaving, &FilmPlayer::gone, leaving, &QObject::deleteLater);
        }
        if (FilmStrip *leaving = std::exchange(m_strip, nullptr)) {
            leaving->disconnect(this);
            connect(leaving, &QThread::finished, leaving, &QObject::deleteLater);
            leaving->leave();
            if (leaving->isFinished())
                leaving->deleteLater();
        }
        leaveFullScreen();
        m_destinationFrame.reset();
        m_lastFrame = -1;
        m_ticks.clear();
        m_markSpans.clear();
        m_watched.clear();
        leaveExhibit();
        m_timeline->clear();
        m_filmBar->setWhere({});
        m_filmBar->setSaid({});
        m_filmBar->setLeftOut(0);
        setEnabledForFilm(false);
    }

    void showEvent(QShowEvent *event) override
    {
        CanvasViewer::showEvent(event);
        if (m_player)
            m_player->setOnShow(true);
    }

    void hideEvent(QHideEvent *event) override
    {
        CanvasViewer::hideEvent(event);
        if (m_player)
            m_player->setOnShow(false);
        if (!event->spontaneous())
            leaveFullScreen(); // another viewer is on show here
    }

    void retranslate() override
    {
        CanvasViewer::retranslate();
        const QString caption = presentation::visibleText(shown().caption);
        canvas()->setAccessibleName(caption.isEmpty() ? tr("Video") : tr("Video: %1").arg(caption));
        m_timeline->setAccessibleName(tr("Position in the video, as a frame number"));
        m_speed->setAccessibleName(tr("Speed"));
        m_speed->setToolTip(tr("Speed. Sound plays at normal speed only."));
        for (const FilmAction &row : std::as_const(m_actions))
            setActionWords(row.action, tr(row.words));
        m_filmBar->retranslate();
        showLoop();
        describe();
    }

    void fillPlace(domain::Citation &citation) const override
    {
        citation.frame = m_player->currentIndex();
        citation.pts = m_player->currentPtsUs();
    }

    bool isPlaceOnShow(const domain::Citation &citation) const override
    {
        if (!m_player || m_player->currentIndex() < 0)
            return false;
        if (citation.frame)
            return m_player->currentIndex() >= *citation.frame && m_player->currentIndex() <= citation.frameEnd.value_or(*citation.frame);
        return !citation.pts || (m_player->currentPtsUs() >= *citation.pts && m_player->currentPtsUs() <= citation.ptsEnd.value_or(*citation.pts));
    }

    void holdStill() override
    {
        if (m_player && m_player->isPlaying())
            m_player->pause();
    }

    void travel(const domain::Citation &citation) override
    {
        m_destinationFrame = citation;
        if (m_player && m_player->info().frameCount() > 0)
            goToDestination();
    }

private:
    QAction *add(const char *objectName, const QKeySequence &key, const char *words, const std::function<void()> &run)
    {
        QAction *action = addViewerAction(QString::fromLatin1(objectName), {key}, run);
        m_actions.append({action, words});
        return action;
    }

    void buildActions()
    {
        m_play = addViewerAction(QStringLiteral("videoPlay"), {Qt::Key_Space}, [this] { togglePlay(); });
        m_stepBack = add("videoStepBack", Qt::Key_Comma, QT_TR_NOOP("One frame back"), [this] { step(-1); });
        m_stepForward = add("videoStepForward", Qt::Key_Period, QT_TR_NOOP("One frame forward"), [this] { step(1); });
        m_mute = addViewerAction(QStringLiteral("videoMute"), {Qt::Key_M}, [this] { toggleMute(); });
        m_loopFrom = add("videoLoopFrom", Qt::CTRL | Qt::Key_BracketLeft, QT_TR_NOOP("Loop from this frame"), [this] { beginLoop(); });
        m_loopTo = add("videoLoopTo", Qt::CTRL | Qt::Key_BracketRight, QT_TR_NOOP("Loop up to this frame"), [this] { endLoop(); });
        m_loopOff = add("videoLoopOff", Qt::CTRL | Qt::Key_Backslash, QT_TR_NOOP("No loop"), [this] { setLoop(std::nullopt); });
        m_keep = add("videoKeepFrame", Qt::CTRL | Qt::Key_K, QT_TR_NOOP("Keep this frame as a picture"),
                     [this] { Q_EMIT frameTaken(m_player->currentImage(), m_player->currentIndex(), m_player->currentPtsUs()); });
        m_fullScreen = add("videoFullScreen", Qt::Key_F11, QT_TR_NOOP("Full screen, and back"), [this] { toggleFullScreen(); });
        m_more = addViewerAction(QStringLiteral("videoMore"), {}, {});
        m_actions.append({m_more, QT_TR_NOOP("More")});
        const auto menuOnly = [this](const char *objectName, const QKeySequence &key, const char *words, const std::function<void()> &run) {
            m_menuOnly.append(add(objectName, key, words, run));
        };
        menuOnly("videoTenBack", Qt::SHIFT | Qt::Key_Comma, QT_TR_NOOP("Ten frames back"), [this] { step(-10); });
        menuOnly("videoTenForward", Qt::SHIFT | Qt::Key_Period, QT_TR_NOOP("Ten frames forward"), [this] { step(10); });
        menuOnly("videoSecondBack", Qt::CTRL | Qt::Key_Left, QT_TR_NOOP("One second back"), [this] { jump(-1); });
        menuOnly("videoSecondForward", Qt::CTRL | Qt::Key_Right, QT_TR_NOOP("One second forward"), [this] { jump(1); });
        menuOnly("videoFiveBack", Qt::Key_PageUp, QT_TR_NOOP("Five seconds back"), [this] { jump(-5); });
        menuOnly("videoFiveForward", Qt::Key_PageDown, QT_TR_NOOP("Five seconds forward"), [this] { jump(5); });
        menuOnly("videoThirtyBack", Qt::CTRL | Qt::Key_PageUp, QT_TR_NOOP("Thirty seconds back"), [this] { jump(-30); });
        menuOnly("videoThirtyForward", Qt::CTRL | Qt::Key_PageDown, QT_TR_NOOP("Thirty seconds forward"), [this] { jump(30); });
        menuOnly("videoSlower", Qt::CTRL | Qt::Key_Down, QT_TR_NOOP("Slower"), [this] { changeSpeed(-1); });
        menuOnly("videoFaster", Qt::CTRL | Qt::Key_Up, QT_TR_NOOP("Faster"), [this] { changeSpeed(1); });
        menuOnly("videoGoTo", Qt::CTRL | Qt::Key_J, QT_TR_NOOP("Go to a time or frame"), [this] { m_filmBar->beginTyping(); });
        menuOnly("videoCopyFrame", QKeySequence(QKeySequence::Copy), QT_TR_NOOP("Copy this frame"),
                 [this] { QGuiApplication::clipboard()->setImage(m_player->currentImage()); });
    }

    void buildBar()
    {
        bar()->addGap();
        bar()->addGlyph(m_stepBack, Glyph::StepBack);
        bar()->addGlyph(m_play, Glyph::Play);
        bar()->addGlyph(m_stepForward, Glyph::StepForward);
        m_speed = new QComboBox(this);
        m_speed->setObjectName(QStringLiteral("videoSpeed"));
        for (const double speed : speeds)
            m_speed->addItem(QStringLiteral("%1×").arg(speed), speed);
        m_speed->setCurrentIndex(m_speed->findData(1.0));
        connect(m_speed, &QComboBox::activated, this, [this](int at) {
            if (m_player)
                m_player->setSpeed(m_speed->itemData(at).toDouble());
        });
        bar()->addRest(m_speed);
        bar()->addGlyph(m_mute, Glyph::Muted);
        bar()->addGlyph(m_loopFrom, Glyph::LoopFrom);
        bar()->addGlyph(m_loopTo, Glyph::LoopTo);
        bar()->addGlyph(m_loopOff, Glyph::LoopOff);
        bar()->addGlyph(m_keep, Glyph::Keep);
        bar()->addGlyph(m_fullScreen, Glyph::FullScreen);
        bar()->foldInto(m_more);
        bar()->addToMenu(m_menuOnly);
        bar()->setRank({m_stepBack, m_play, m_stepForward}, 3);
        bar()->setRank({m_mute, m_keep, m_fullScreen}, 2);
        bar()->setRank({m_loopFrom, m_loopTo, m_loopOff}, 1);
    }

    void buildTimeline()
    {
        auto *panel = new QWidget(this);
        auto *column = new QVBoxLayout(panel);
        column->setContentsMargins(4, 2, 4, 0);
        column->setSpacing(2);
        m_timeline = new FilmTimeline(panel);
        m_timeline->setObjectName(QStringLiteral("videoPosition"));
        m_filmBar = new FilmBar(panel);
        column->addWidget(m_timeline);
        column->addWidget(m_filmBar);
        addPanel(panel);
        connect(m_timeline, &FilmTimeline::seekWanted, this, [this](qint64 us) {
            if (m_player)
                m_player->seekToPts(us);
        });
        connect(m_timeline, &FilmTimeline::roomChanged, this, [this] { askStrip(); });
        connect(m_timeline, &FilmTimeline::tickChosen, this,
                [this](const QString &id, TimelineTick::Kind kind) { Q_EMIT timelineTickChosen(kind, id); });
        connect(m_timeline, &FilmTimeline::spanChosen, this, &ViewerWidget::timelineSpanChosen);
        connect(m_filmBar, &FilmBar::placeTyped, this, [this](const TypedPlace &place) { goToTyped(place); });
        connect(m_filmBar, &FilmBar::typingLeft, this, [this] { canvas()->setFocus(); });
    }

    void setEnabledForFilm(bool enabled)
    {
        for (const FilmAction &row : std::as_const(m_actions))
            row.action->setEnabled(enabled || row.action == m_more);
        m_play->setEnabled(enabled);
        m_mute->setEnabled(enabled && m_player->info().hasSound);
        m_loopOff->setEnabled(enabled && m_player->loop());
        m_keep->setVisible(isSignalConnected(QMetaMethod::fromSignal(&ViewerWidget::frameTaken))); // or nobody would keep it
        m_timeline->setEnabled(enabled);
        m_speed->setEnabled(enabled);
        m_filmBar->setTypingEnabled(enabled);
    }

    void takeOpened()
    {
        m_timeline->setFilm(m_player->info());
        setEnabledForFilm(true);
        QList<TimelineSpan> gaps;
        for (const FilmGap &gap : m_player->info().gaps)
            gaps.append({TimelineSpan::Kind::Gap, gap.fromUs, gap.toUs, gapText(gap), {}});
        m_timeline->setSpans(TimelineSpan::Kind::Gap, gaps);
        m_timeline->setSpans(TimelineSpan::Kind::Mark, m_markSpans);
        showTicks();
        showWatched();
        m_speed->setCurrentIndex(m_speed->findData(1.0));
        describe();
        if (m_destinationFrame)
            goToDestination();
    }

    void takeFrame(const FilmFrame &frame)
    {
        const bool first = m_lastFrame < 0;
        if (frame.index != m_lastFrame && !first)
            canvas()->setRegion(std::nullopt); // it was marked on another frame
        m_lastFrame = frame.index;
        showsFrame(frame.index, frame.ptsUs, m_player->info().firstUs());
        canvas()->setPicture({frame.image}, frame.image.size(), m_player->info().pixelAspect, !first);
        if (!m_player->isOnTheWay())
            m_timeline->setPosition(frame.ptsUs);
        describe();
        if (first) {
            cameOnShow(true);
            beginStrip();
        }
        arrived();
        Q_EMIT citationChanged();
    }

    void goToDestination()
    {
        const domain::Citation citation = *m_destinationFrame;
        m_destinationFrame.reset();
        if (citation.frame)
            m_player->seekToFrame(*citation.frame);
        else if (citation.pts)
            m_player->seekToPts(*citation.pts);
        arrived(); // it may be on show already
    }

    void togglePlay()
    {
        if (m_player->isPlaying())
            m_player->pause();
        else
            m_player->play();
    }

    void step(int frames) { m_player->step(frames); }

    void jump(int seconds)
    {
        const qint64 from = m_player->isPlaying() ? m_player->currentPtsUs() : m_player->info().ptsAt(m_player->target());
        m_player->seekToPts(from + seconds * 1'000'000LL);
    }

    void goToTyped(const TypedPlace &place)
    {
        if (place.frame)
            m_player->seekToFrame(*place.frame);
        else if (place.us)
            m_player->seekToPts(m_player->info().firstUs() + *place.us);
    }

    void beginLoop()
    {
        const qint64 here = m_player->currentIndex(), last = m_player->info().frameCount() - 1;
        const qint64 to = m_player->loop() && m_player->loop()->last >= here ? m_player->loop()->last : last;
        setLoop(FilmLoop{here, to});
    }

    void endLoop()
    {
        const qint64 here = m_player->currentIndex();
        const qint64 from = m_player->loop() && m_player->loop()->first <= here ? m_player->loop()->first : 0;
        setLoop(FilmLoop{from, here});
    }

    void setLoop(const std::optional<FilmLoop> &loop)
    {
        m_player->setLoop(loop);
        m_loopOff->setEnabled(loop.has_value());
        showLoop();
    }

    QString timeText(qint64 ptsUs) const { return filmTimeText(ptsUs - m_player->info().firstUs()); }
    QString gapText(const FilmGap &gap) const
    {
        return tr("Damaged: there are no pictures from %1 to %2.").arg(timeText(gap.fromUs), timeText(gap.toUs));
    }

    void showLoop()
    {
        QList<TimelineSpan> spans;
        if (m_player && m_player->loop()) {
            const qint64 from = m_player->info().ptsAt(m_player->loop()->first), to = m_player->info().endOf(m_player->loop()->last);
            spans.append({TimelineSpan::Kind::Loop, from, to, tr("Loop from %1 to %2").arg(timeText(from), timeText(to)), {}});
        }
        m_timeline->setSpans(TimelineSpan::Kind::Loop, spans);
    }

    void showTicks()
    {
        QList<TimelineTick> all;
        for (const auto &[kind, ticks] : m_ticks)
            all += ticks;
        m_timeline->setTicks(all);
        describe();
    }

    void showWatched()
    {
        QList<TimelineSpan> spans;
        for (const FilmStretch &stretch : std::as_const(m_watched))
            spans.append({TimelineSpan::Kind::Watched, stretch.fromUs, stretch.toUs, tr("Watched"), {}});
        m_timeline->setSpans(TimelineSpan::Kind::Watched, spans);
    }

    /// Only now, so that nothing is slower to come on show for it.
    void beginStrip()
    {
        m_strip = new FilmStrip(loader().film(shown().sha256), this);
        connect(m_strip, &FilmStrip::picturesRead, this, [this, strip = m_strip] { m_timeline->setPictures(strip->takePictures()); });
        connect(m_strip, &FilmStrip::peaksRead, this, [this, strip = m_strip] { m_timeline->setPeaks(strip->takePeaks()); });
        m_askedPictures = 0;
        askStrip();
        m_strip->start(QThread::LowPriority);
    }

    void askStrip()
    {
        const int room = std::min(m_timeline->roomForPictures(), FilmStrip::mostPictures);
        if (!m_strip || room <= m_askedPictures + m_askedPictures / 4)
            return;
        m_askedPictures = room;
        m_strip->want(room, stripBox * devicePixelRatioF());
    }

    void toggleFullScreen()
    {
        if (m_screen) {
            leaveFullScreen();
            return;
        }
        m_screen = new FilmScreen(lendContent(tr("This video is on the full screen. Esc brings it back.")), this);
        connect(m_screen, &FilmScreen::leaveWanted, this, [this] { leaveFullScreen(); });
        m_screen->setWindowTitle(canvas()->accessibleName());
        m_screen->showFullScreen();
        canvas()->setFocus();
    }

    void leaveFullScreen()
    {
        FilmScreen *leaving = std::exchange(m_screen, nullptr);
        if (!leaving)
            return;
        takeBackContent(leaving->content());
        leaving->hide();
        leaving->deleteLater();
        canvas()->setFocus();
    }

    void changeSpeed(int by)
    {
        const int at = std::clamp(m_speed->currentIndex() + by, 0, m_speed->count() - 1);
        m_speed->setCurrentIndex(at);
        m_player->setSpeed(m_speed->itemData(at).toDouble());
    }

    void toggleMute()
    {
        const bool wanted = !m_player->isMuted();
        const bool done = m_player->setMuted(wanted);
        if (done)
            setNotice({});
        else
            setNotice([] { return tr("There is no sound device here; the video plays silently."); });
        describe();
    }

    void describe()
    {
        const bool playing = m_player && m_player->isPlaying();
        const bool muted = !m_player || m_player->isMuted();
        setActionWords(m_play, playing ? tr("Pause") : tr("Play"));
        bar()->setGlyph(m_play, playing ? Glyph::Pause : Glyph::Play);
        setActionWords(m_mute, muted ? tr("Sound on") : tr("Sound off"));
        bar()->setGlyph(m_mute, muted ? Glyph::Muted : Glyph::Sound);
        if (!m_player || m_player->info().frameCount() == 0)
            return;
        const FilmInfo &info = m_player->info();
        const qint64 index = m_player->currentIndex();
        if (index < 0)
            return;
        m_filmBar->setWhere(tr("%1 / %2 · frame %3 / %4")
                                .arg(timeText(m_player->currentPtsUs()), filmTimeText(info.durationUs))
                                .arg(index)
                                .arg(info.frameCount() - 1));
        QStringList said;
        if (m_player->isOnTheWay())
            said.append(tr("Near frame %1, which is on its way.").arg(m_player->target()));
        for (const FilmGap &gap : info.gaps) {
            if (gap.fromUs < info.endOf(index) && gap.toUs > m_player->currentPtsUs())
                said.append(gapText(gap));
        }
        if (!playing) { // or the words would come and go too fast to be read
            for (const TimelineTick &tick : m_timeline->ticksOn(index))
                said.append(presentation::visibleText(tick.words));
        }
        m_filmBar->setSaid(said.join(QLatin1Char(' ')));
    }

    std::unique_ptr<FilmPlayer> m_player;
    std::optional<domain::Citation> m_destinationFrame;
    qint64 m_lastFrame = -1;
    std::map<TimelineTick::Kind, QList<TimelineTick>> m_ticks;
    QList<TimelineSpan> m_markSpans;
    QList<FilmStretch> m_watched;
    FilmStrip *m_strip = nullptr; ///< a child; none before the first frame
    int m_askedPictures = 0;
    FilmScreen *m_screen = nullptr; ///< a child; none: not on the full screen
    QList<FilmAction> m_actions;
    QList<QAction *> m_menuOnly;
    QAction *m_play = nullptr, *m_stepBack = nullptr, *m_stepForward = nullptr, *m_mute = nullptr;
    QAction *m_loopFrom = nullptr, *m_loopTo = nullptr, *m_loopOff = nullptr;
    QAction *m_keep = nullptr, *m_fullScreen = nullptr, *m_more = nullptr;
    FilmTimeline *m_timeline = nullptr;
    FilmBar *m_filmBar = nullptr;
    QComboBox *m_speed = nullptr;
};

} // namespace

Viewer make_video()
{
    return {QStringLiteral("video"), QT_TRANSLATE_NOOP("arb::ui::Viewer", "Video"),
            [](EvidenceLoader &loader, QWidget *parent) -> ViewerWidget * { return new VideoViewer(loader, parent); }};
}

} // namespace arb::ui

#include "video.moc"
