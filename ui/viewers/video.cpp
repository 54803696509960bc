// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewing/canvasviewer.h"
#include "viewing/filmpanel.h"

#include <presentation/formats.h>

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtGui/QHideEvent>
#include <QtWidgets/QComboBox>

#include <array>
#include <functional>
#include <optional>
#include <utility>

namespace arb::ui {

namespace {

constexpr std::array<double, 9> speeds{0.1, 0.25, 0.5, 0.75, 1.0, 1.5, 2.0, 4.0, 8.0};

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
        connect(canvas(), &PictureCanvas::viewStateChanged, this, [this] { tellBox(); });
        connect(this, &ViewerWidget::frameTaken, this, &VideoViewer::leaveFullScreen); // what came of it is said in the window
        connect(this, &ViewerWidget::cropTaken, this, &VideoViewer::leaveFullScreen);
        VideoViewer::retranslate();
        setEnabledForFilm(false);
    }

    qint64 frameIndex() const { return m_player ? m_player->currentIndex() : -1; }
    qint64 framePts() const { return m_player ? m_player->currentPtsUs() : 0; }

    void setTight(bool tight) override { m_film->setTight(tight); }
    int roomToGive() const override { return m_film->roomToGive(); }
    void setLow(bool low) override
    {
        m_film->setLow(low);
        bar()->setLow(low);
    }

    std::optional<TransportState> transport() const override
    {
        if (!m_player || m_player->info().frameCount() == 0)
            return std::nullopt;
        return m_player->transport();
    }

    const FilmInfo *film() const override
    {
        return m_player && m_player->info().frameCount() > 0 ? &m_player->info() : nullptr;
    }

    bool loops() const override { return m_player && m_player->loop(); }
    void leaveLoop() override
    {
        if (m_player)
            applyLoop(std::nullopt);
    }
    void setOtherLoops(bool loops) override
    {
        m_otherLoops = loops;
        enableLoopOff();
    }
    void stopPlaying() override { holdStill(); }
    void setOtherPlays(bool plays) override
    {
        if (plays == m_otherPlays)
            return;
        m_otherPlays = plays;
        describe();
    }
    void setTransport(const TransportState &state, bool ownLoop) override
    {
        if (!m_player)
            return;
        m_player->setTransport(state, ownLoop);
        m_speed->setCurrentIndex(m_speed->findData(state.speed));
        describe();
    }

    void setMeeting(const std::shared_ptr<FilmMeeting> &meeting, int seat) override
    {
        if (m_player)
            m_player->setMeeting(meeting, seat);
    }

    void setTimelineTicks(TimelineTick::Kind kind, const QList<TimelineTick> &ticks) override
    {
        m_film->setTicks(kind, ticks);
        describe();
    }

    void setTimelineSpans(TimelineSpan::Kind kind, const QList<TimelineSpan> &spans) override
    {
        if (kind == TimelineSpan::Kind::Watched) {
            for (const TimelineSpan &span : spans)
                m_film->addWatched({span.fromUs, span.toUs});
        } else if (kind == TimelineSpan::Kind::Mark) {
            m_film->setMarkSpans(spans);
        } else if (kind == TimelineSpan::Kind::Gap) {
            m_film->setDamage(spans);
            describe();
        }
    }

protected:
    void begin() override
    {
        waitForPixels();
        m_player = std::make_unique<FilmPlayer>(loader().film(shown().sha256));
        connect(m_player.get(), &FilmPlayer::opened, this, [this] { takeOpened(); });
        connect(m_player.get(), &FilmPlayer::failed, this, [this](ShowError error) {
            leaveFullScreen();
            m_film->clear();
            setEnabledForFilm(false);
            showBroken(error);
        });
        connect(m_player.get(), &FilmPlayer::frameShown, this, [this](const FilmFrame &frame) { takeFrame(frame); });
        connect(m_player.get(), &FilmPlayer::frameMissed, this, [this] { describe(); });
        connect(m_player.get(), &FilmPlayer::transportChanged, this, [this](const TransportState &state) {
            describe();
            Q_EMIT transportChanged(state);
        });
        connect(m_player.get(), &FilmPlayer::leftOutChanged, this,
                [this, player = m_player.get()] { m_film->bar()->setLeftOut(player->leftOutPercent()); });
        connect(m_player.get(), &FilmPlayer::watched, this, [this](qint64 fromUs, qint64 toUs) {
            m_film->addWatched({fromUs, toUs});
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
        leaveFullScreen();
        m_destinationFrame.reset();
        m_wholeWanted.reset();
        m_otherLoops = m_otherPlays = false;
        m_lastFrame = -1;
        leaveExhibit();
        m_film->clear();
        setEnabledForFilm(false);
    }

    void showEvent(QShowEvent *event) override
    {
        CanvasViewer::showEvent(event);
        if (m_player)
            m_player->setOnShow(true);
        tellBox();
    }

    void hideEvent(QHideEvent *event) override
    {
        CanvasViewer::hideEvent(event);
        if (m_player)
            m_player->setOnShow(false);
        tellBox();
        if (!event->spontaneous())
            QMetaObject::invokeMethod(this, [this] { leaveFullScreen(); }, Qt::QueuedConnection); // another viewer is on show, or the window goes for good
    }

    void retranslate() override
    {
        CanvasViewer::retranslate();
        const QString caption = presentation::visibleText(shown().caption);
        canvas()->setAccessibleName(caption.isEmpty() ? tr("Video") : tr("Video: %1").arg(caption));
        m_speed->setAccessibleName(tr("Speed"));
        m_speed->setToolTip(tr("Speed. Sound plays at normal speed only."));
        for (const FilmAction &row : std::as_const(m_actions))
            setActionWords(row.action, tr(row.words));
        m_film->retranslate();
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
        if (!citation.pts)
            return true;
        // A time may lie between two frames: the one that is on show then is the place.
        const FilmInfo &info = m_player->info();
        return m_player->currentIndex() >= info.indexAt(*citation.pts) && m_player->currentIndex() <= info.indexAt(citation.ptsEnd.value_or(*citation.pts));
    }

    void holdStill() override
    {
        if (m_player && m_player->isPlaying())
            m_player->pause();
    }

    void viewPlaced() override { tellBox(); }

    void withAllPixels(std::function<void(const QImage &)> then) override
    {
        withWholeFrame([this, then = std::move(then)] { then(m_player->currentImage()); });
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
                     [this] { takePicture(); });
        m_fullScreen = add("videoFullScreen", Qt::Key_F11, QT_TR_NOOP("Full screen, and back"), [this] { toggleFullScreen(tr("This video is on the full screen. Esc brings it back.")); });
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
        menuOnly("videoGoTo", Qt::CTRL | Qt::Key_J, QT_TR_NOOP("Go to a time or frame"), [this] { m_film->bar()->beginTyping(); });
        menuOnly("videoNextTick", Qt::Key_F7, QT_TR_NOOP("Next place pointed out"), [this] { goToTick(true); });
        menuOnly("videoPreviousTick", Qt::SHIFT | Qt::Key_F7, QT_TR_NOOP("Place pointed out before"), [this] { goToTick(false); });
        menuOnly("videoOpenTick", Qt::Key_F8, QT_TR_NOOP("What is pointed out here"), [this] { m_film->timeline()->chooseHere(); });
        menuOnly("videoCopyFrame", QKeySequence(QKeySequence::Copy), QT_TR_NOOP("Copy this frame"),
                 [this] { copyFrame(); });
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
        m_film = new FilmPanel(this);
        addPanel(m_film);
        connect(m_film->timeline(), &FilmTimeline::seekWanted, this, [this](qint64 us) {
            if (m_player)
                m_player->seekToPts(us);
        });
        connect(m_film->timeline(), &FilmTimeline::tickChosen, this,
                [this](const QString &id, TimelineTick::Kind kind) {
                    const bool isGap = kind == TimelineTick::Kind::Gap && !id.startsWith(QLatin1StringView("hint ")); // damage that a search found has a card
                    const bool staysHere = kind == TimelineTick::Kind::Mark || isGap;
                    if (!staysHere)
                        leaveFullScreen(); // what there is to say stands in the window
                    Q_EMIT timelineTickChosen(kind, id);
                });
        connect(m_film->timeline(), &FilmTimeline::spanChosen, this, &ViewerWidget::timelineSpanChosen);
        connect(m_film->timeline(), &FilmTimeline::tickDragged, this, &VideoViewer::dragTick);
        connect(m_film->timeline(), &FilmTimeline::spanDragged, this, [this](const QString &id) { dragMark(domain::MarkId(id.toLongLong())); });
        connect(m_film->bar(), &FilmBar::placeTyped, this, [this](const TypedPlace &place) { goToTyped(place); });
        connect(m_film->bar(), &FilmBar::typingLeft, this, [this] { canvas()->setFocus(); });
    }

    void dragTick(const QString &id, TimelineTick::Kind kind, qint64 ptsUs)
    {
        if (kind == TimelineTick::Kind::Mark) {
            dragMark(domain::MarkId(id.toLongLong()));
            return;
        }
        if (!film())
            return;
        domain::Citation place;
        place.exhibit = shown().exhibitId;
        place.sha256 = shown().sha256;
        place.frame = film()->indexAt(ptsUs);
        place.pts = film()->ptsAt(*place.frame);
        Q_EMIT placeDragWanted(place);
    }

    void goToTick(bool after)
    {
        holdStill(); // or it would be passed by
        m_film->timeline()->goToTick(after);
    }

    void setEnabledForFilm(bool enabled)
    {
        for (const FilmAction &row : std::as_const(m_actions))
            row.action->setEnabled(enabled || row.action == m_more);
        m_play->setEnabled(enabled);
        m_mute->setEnabled(enabled && m_player->info().hasSound);
        enableLoopOff();
        m_film->timeline()->setEnabled(enabled);
        m_speed->setEnabled(enabled);
        m_film->bar()->setTypingEnabled(enabled);
    }

    void takeOpened()
    {
        m_film->setFilm(m_player->info());
        setEnabledForFilm(true);
        setNotice([this] { return m_film->soundText(); });
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
        canvas()->setPicture({frame.image}, m_player->info().size, m_player->info().pixelAspect, !first);
        tellBox();
        describe();
        if (first) {
            cameOnShow(true);
            m_film->beginStrip(loader().filmBehind(shown().sha256)); // only now, so that nothing is slower to come on show for it
        }
        arrived();
        Q_EMIT citationChanged();
        serveWholeFrame();
    }

    /// Whoever shows it elsewhere (two films in one picture) may show more of it than this pane would.
    void tellBox()
    {
        if (m_player)
            m_player->setBox(isVisible() && canvas()->hasPicture() && canvas()->isVisible() ? canvas()->pixelsOnShow() : QSize());
    }

    /// While a film plays there may be no more pixels of it than the pane shows: then it stands still and the whole frame comes.
    /// Nothing happens when another frame comes first.
    void withWholeFrame(std::function<void()> then)
    {
        if (!m_player || m_player->currentIndex() < 0)
            return;
        if (!m_player->isWhole())
            holdStill();
        m_wholeWanted = WholeWanted{m_player->currentIndex(), std::move(then)};
        serveWholeFrame();
    }

    void serveWholeFrame()
    {
        if (!m_player || !m_wholeWanted)
            return;
        if (m_player->isWhole() && m_wholeWanted->index == m_player->currentIndex()) {
            const WholeWanted wanted = *std::exchange(m_wholeWanted, std::nullopt);
            wanted.then();
        } else if (m_player->isWhole() || m_player->isPlaying()) {
            m_wholeWanted.reset();
        }
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
        else if (m_otherPlays)
            Q_EMIT otherPauseWanted(); // to play would take both back to where this one begins again
        else
            m_player->play();
    }

    void step(int frames) { m_player->step(frames); }

    void jump(int seconds)
    {
        const qint64 from = m_player->isPlaying() ? m_player->currentPtsUs() : m_player->info().ptsAt(m_player->target());
        const bool playing = m_player->isPlaying();
        m_player->seekToPts(from + seconds * 1'000'000LL);
        // Past the end it stands there: played on, it would begin again.
        if (playing && (m_player->loop() || m_player->target() < m_player->info().frameCount() - 1))
            m_player->play();
    }

    void takePicture()
    {
        withWholeFrame([this] { Q_EMIT frameTaken(m_player->currentImage(), m_player->currentIndex(), m_player->currentPtsUs()); });
    }

    void copyFrame()
    {
        withWholeFrame([this] { QGuiApplication::clipboard()->setImage(m_player->currentImage()); });
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
        const qint64 here = std::max<qint64>(0, m_player->currentIndex()), last = m_player->info().frameCount() - 1;
        const qint64 to = m_player->loop() && m_player->loop()->last >= here ? m_player->loop()->last : last;
        setLoop(FilmLoop{here, to});
    }

    void endLoop()
    {
        const qint64 here = std::max<qint64>(0, m_player->currentIndex());
        const qint64 from = m_player->loop() && m_player->loop()->first <= here ? m_player->loop()->first : 0;
        setLoop(FilmLoop{from, here});
    }

    void setLoop(const std::optional<FilmLoop> &loop)
    {
        applyLoop(loop);
        Q_EMIT loopChanged();
    }

    void applyLoop(const std::optional<FilmLoop> &loop)
    {
        m_player->setLoop(loop);
        m_film->setLoop(loop);
        enableLoopOff();
    }

    void enableLoopOff() { m_loopOff->setEnabled(film() && (m_player->loop() || m_otherLoops)); }

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
        const bool playing = m_player && (m_player->isPlaying() || m_otherPlays);
        const bool muted = !m_player || m_player->isMuted();
        setActionWords(m_play, playing ? tr("Pause") : tr("Play"));
        bar()->setGlyph(m_play, playing ? Glyph::Pause : Glyph::Play);
        setActionWords(m_mute, muted ? tr("Sound on") : tr("Sound off"));
        if (const QString unplayed = m_film->soundText(); !unplayed.isEmpty())
            m_mute->setToolTip(unplayed);
        bar()->setGlyph(m_mute, muted ? Glyph::Muted : Glyph::Sound);
        if (m_player)
            m_film->showPlace(*m_player);
    }

    struct WholeWanted
    {
        qint64 index = -1;
        std::function<void()> then;
    };

    std::unique_ptr<FilmPlayer> m_player;
    std::optional<WholeWanted> m_wholeWanted; ///< for whom the whole of the frame on show is on its way
    std::optional<domain::Citation> m_destinationFrame;
    qint64 m_lastFrame = -1;
    bool m_otherLoops = false, m_otherPlays = false; ///< the film it is tied to
    QList<FilmAction> m_actions;
    QList<QAction *> m_menuOnly;
    QAction *m_play = nullptr, *m_stepBack = nullptr, *m_stepForward = nullptr, *m_mute = nullptr;
    QAction *m_loopFrom = nullptr, *m_loopTo = nullptr, *m_loopOff = nullptr;
    QAction *m_keep = nullptr, *m_fullScreen = nullptr, *m_more = nullptr;
    FilmPanel *m_film = nullptr;
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
