// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewing/canvasviewer.h"
#include "viewing/filmplayer.h"

#include <presentation/formats.h>

#include <QtCore/QSignalBlocker>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QSlider>

#include <array>

namespace arb::ui {

namespace {

constexpr std::array<double, 7> speeds{0.25, 0.5, 0.75, 1.0, 1.5, 2.0, 4.0};

/// "1:02.345": hours only when there are any.
QString filmTimeText(qint64 us)
{
    const qint64 ms = us / 1000;
    const QString tail = QStringLiteral("%1.%2")
                             .arg(ms / 1000 % 60, 2, 10, QLatin1Char('0'))
                             .arg(ms % 1000, 3, 10, QLatin1Char('0'));
    const qint64 minutes = ms / 60'000;
    if (minutes < 60)
        return QStringLiteral("%1:%2").arg(minutes).arg(tail);
    return QStringLiteral("%1:%2:%3").arg(minutes / 60).arg(minutes % 60, 2, 10, QLatin1Char('0')).arg(tail);
}

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

protected:
    void begin() override
    {
        m_player = std::make_unique<FilmPlayer>(loader().film(shown().sha256));
        connect(m_player.get(), &FilmPlayer::opened, this, [this] { takeOpened(); });
        connect(m_player.get(), &FilmPlayer::failed, this, [this](ShowError error) { showBroken(error); });
        connect(m_player.get(), &FilmPlayer::frameShown, this, [this](const FilmFrame &frame) { takeFrame(frame); });
        connect(m_player.get(), &FilmPlayer::transportChanged, this, [this](const TransportState &state) {
            describe();
            Q_EMIT transportChanged(state);
        });
        retranslate();
    }

    void end() override
    {
        if (FilmPlayer *leaving = m_player.release()) {
            // It may be in the middle of a frame: the window goes on, the film ends in its own time.
            leaving->disconnect(this);
            leaving->setParent(this);
            connect(leaving, &FilmPlayer::gone, leaving, &QObject::deleteLater);
            leaving->leave();
        }
        m_destinationFrame.reset();
        m_lastFrame = -1;
        leaveExhibit();
        m_where->clear();
        const QSignalBlocker quiet(m_slider);
        m_slider->setRange(0, 0);
        setEnabledForFilm(false);
    }

    void retranslate() override
    {
        CanvasViewer::retranslate();
        const QString caption = presentation::visibleText(shown().caption);
        canvas()->setAccessibleName(caption.isEmpty() ? tr("Video") : tr("Video: %1").arg(caption));
        m_slider->setAccessibleName(tr("Position in the video"));
        m_speed->setAccessibleName(tr("Speed"));
        m_speed->setToolTip(tr("Speed. Sound plays at normal speed only."));
        setActionWords(m_stepBack, tr("One frame back"));
        setActionWords(m_stepForward, tr("One frame forward"));
        setActionWords(m_secondBack, tr("One second back"));
        setActionWords(m_secondForward, tr("One second forward"));
        setActionWords(m_slower, tr("Slower"));
        setActionWords(m_faster, tr("Faster"));
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
    void buildBar()
    {
        bar()->addGap();
        m_play = addViewerAction(QStringLiteral("videoPlay"), {Qt::Key_Space}, [this] { togglePlay(); });
        m_stepBack = addViewerAction(QStringLiteral("videoStepBack"), {Qt::Key_Comma}, [this] { step(-1); });
        m_stepForward = addViewerAction(QStringLiteral("videoStepForward"), {Qt::Key_Period}, [this] { step(1); });
        m_secondBack = addViewerAction(QStringLiteral("videoSecondBack"), {QKeySequence(Qt::CTRL | Qt::Key_Left)},
                                       [this] { jump(-1'000'000); });
        m_secondForward = addViewerAction(QStringLiteral("videoSecondForward"), {QKeySequence(Qt::CTRL | Qt::Key_Right)},
                                          [this] { jump(1'000'000); });
        m_slower = addViewerAction(QStringLiteral("videoSlower"), {Qt::Key_Less}, [this] { changeSpeed(-1); });
        m_faster = addViewerAction(QStringLiteral("videoFaster"), {Qt::Key_Greater}, [this] { changeSpeed(1); });
        m_mute = addViewerAction(QStringLiteral("videoMute"), {Qt::Key_M}, [this] { toggleMute(); });
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
    }

    void buildTimeline()
    {
        auto *timeline = new QWidget(this);
        auto *row = new QHBoxLayout(timeline);
        row->setContentsMargins(8, 4, 8, 0);
        m_slider = new QSlider(Qt::Horizontal, timeline);
        m_slider->setObjectName(QStringLiteral("videoPosition"));
        m_slider->setPageStep(30);
        m_where = new QLabel(timeline);
        m_where->setObjectName(QStringLiteral("videoWhere"));
        m_where->setTextFormat(Qt::PlainText);
        row->addWidget(m_slider, 1);
        row->addWidget(m_where);
        addPanel(timeline);
        connect(m_slider, &QSlider::valueChanged, this, [this](int value) {
            if (m_player)
                m_player->seekToFrame(value);
        });
    }

    void setEnabledForFilm(bool enabled)
    {
        for (QAction *action : {m_play, m_stepBack, m_stepForward, m_secondBack, m_secondForward, m_slower, m_faster})
            action->setEnabled(enabled);
        m_mute->setEnabled(enabled && m_player->info().hasSound);
        m_slider->setEnabled(enabled);
        m_speed->setEnabled(enabled);
    }

    void takeOpened()
    {
        const QSignalBlocker quiet(m_slider);
        m_slider->setRange(0, static_cast<int>(m_player->info().frameCount()) - 1);
        setEnabledForFilm(true);
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
        const QSignalBlocker quiet(m_slider);
        if (!m_slider->isSliderDown())
            m_slider->setValue(static_cast<int>(frame.index));
        describe();
        if (first)
            cameOnShow(true);
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

    void jump(qint64 us)
    {
        m_player->seekToPts(m_player->currentPtsUs() + us);
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
        const QString text = tr("%1 / %2 · frame %3 / %4")
                                 .arg(filmTimeText(m_player->currentPtsUs() - info.firstUs()), filmTimeText(info.durationUs))
                                 .arg(m_player->currentIndex())
                                 .arg(info.frameCount() - 1);
        m_where->setText(text);
        m_slider->setToolTip(text);
    }

    std::unique_ptr<FilmPlayer> m_player;
    std::optional<domain::Citation> m_destinationFrame;
    qint64 m_lastFrame = -1;
    QAction *m_play = nullptr, *m_stepBack = nullptr, *m_stepForward = nullptr, *m_mute = nullptr;
    QAction *m_secondBack = nullptr, *m_secondForward = nullptr, *m_slower = nullptr, *m_faster = nullptr;
    QSlider *m_slider = nullptr;
    QLabel *m_where = nullptr;
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
