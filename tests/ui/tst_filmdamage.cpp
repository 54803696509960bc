// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakefilms.h"

#include "../presentation/words.h"

#include "../../ui/shell/elidedlabel.h"
#include "../../ui/viewing/filmbar.h"
#include "../../ui/viewing/filmtimeline.h"

#include <ui/viewers.h>

#include <QtCore/QScopeGuard>
#include <QtGui/QAction>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLayout>

#include <algorithm>
#include <atomic>
#include <memory>
#include <thread>
#include <utility>

using namespace arb;

/// What the film viewer says of frames that are not what was filmed, as the decoder tells it frame by frame.
class TstFilmDamage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void damagedFramesSaySo();
    void damagedWordStandsStill();
    void theFirstWordsFindTheirRoom();
    void aTightFilmGivesTheRoomBack();
    void keysGetThroughWhatCannotBeDecoded();
    void aFilmWhoseBeginningIsLostShowsWhatThereIs();
    void aLostEndOpensOnWhatIsBefore();
    void aFilmWithoutAnyPictureSaysSo();
    void whatTakesTooLongIsNotAskedAgain();
    void wordsUnderTheFilmAreWhole_data();
    void wordsUnderTheFilmAreWhole();

private:
    ui::EvidenceRef prepare(QSize size = QSize(640, 560));
    void open(QSize size = QSize(640, 560));
    int onScreen() { return tests::numberOnCanvas(m_viewer->findChild<ui::PictureCanvas *>()); }
    QString words(const char *label) { return m_viewer->findChild<QLabel *>(QString::fromLatin1(label))->text(); }
    ui::FilmTimeline *timeline() { return m_viewer->findChild<ui::FilmTimeline *>(); }
    static qint64 ptsOf(qint64 index) { return 80'000 + index * 40'000; }

    std::unique_ptr<tests::FakeLoader> m_loader;
    std::unique_ptr<QWidget> m_window;
    ui::ViewerWidget *m_viewer = nullptr;
};

/// The decoder notices damage in frames 200 to 249 only when it comes to them.
class HurtFilm final : public tests::KeyedFilm
{
public:
    HurtFilm() : KeyedFilm(600) {}
    ui::Shown<ui::FilmFrame> frameAt(qint64 index, const Abandoned &abandoned) override
    {
        ui::Shown<ui::FilmFrame> frame = KeyedFilm::frameAt(index, abandoned);
        if (frame)
            frame->damaged = index >= 200 && index < 250;
        return frame;
    }
};

/// Frames 210 to 219 are lost, or those that are said.
class LostFilm : public tests::KeyedFilm
{
public:
    LostFilm() : LostFilm(210, 220) {}
    LostFilm(qint64 from, qint64 end, ui::ShowError why = ui::ShowError::Damaged, std::shared_ptr<std::atomic<int>> asked = {})
        : KeyedFilm(600), m_from(from), m_end(end), m_why(why), m_asked(std::move(asked))
    {
    }
    ui::Shown<ui::FilmFrame> frameAt(qint64 index, const Abandoned &abandoned) override
    {
        if (m_asked)
            ++*m_asked;
        if (index >= m_from && index < m_end)
            return domain::Failure{m_why};
        return KeyedFilm::frameAt(index, abandoned);
    }

private:
    qint64 m_from, m_end;
    ui::ShowError m_why;
    std::shared_ptr<std::atomic<int>> m_asked;
};

/// Its first frame is never done; from 320 on all is lost.
class EndlessFirstFrame final : public tests::KeyedFilm
{
public:
    EndlessFirstFrame() : KeyedFilm(600) {}
    ui::Shown<ui::FilmFrame> frameAt(qint64 index, const Abandoned &abandoned) override
    {
        while (index == 0 && !abandoned())
            std::this_thread::yield();
        return index < 320 ? KeyedFilm::frameAt(index, abandoned) : domain::Failure{ui::ShowError::Damaged};
    }
};

void TstFilmDamage::init()
{
    m_loader = std::make_unique<tests::FakeLoader>();
    m_loader->madeFilm = [] { return std::make_unique<HurtFilm>(); };
    m_window = std::make_unique<QWidget>();
}

void TstFilmDamage::cleanup()
{
    m_window.reset();
    m_loader.reset();
    m_viewer = nullptr;
}

/// A viewer on show, and what is to be shown in it.
ui::EvidenceRef TstFilmDamage::prepare(QSize size)
{
    m_window->resize(size);
    m_viewer = ui::findViewer(QStringLiteral("video"))->create(*m_loader, m_window.get());
    m_viewer->setGeometry(QRect(QPoint(), size));
    m_window->show();
    ui::EvidenceRef ref;
    ref.exhibitId = QStringLiteral("B1");
    ref.sha256 = "film";
    ref.kind = domain::ExhibitKind::Video;
    return ref;
}

void TstFilmDamage::open(QSize size)
{
    const ui::EvidenceRef ref = prepare(size);
    QSignalSpy seen(m_viewer, &ui::ViewerWidget::seen);
    m_viewer->show(ref);
    QVERIFY(seen.wait(5000));
}

void TstFilmDamage::damagedFramesSaySo()
{
    using Kind = ui::TimelineSpan::Kind;
    open();
    const QString hurt = QStringLiteral("The file is damaged here: this picture is not what was filmed.");
    timeline()->setValue(210);
    QTRY_COMPARE(onScreen(), 210);
    QTRY_VERIFY(words("videoSaid").contains(hurt));
    QList<ui::TimelineSpan> gaps = timeline()->spans(Kind::Gap);
    QCOMPARE(gaps.size(), 2); // the film's own, and this frame
    QCOMPARE(gaps.last().fromUs, ptsOf(210));
    QCOMPARE(gaps.last().toUs, ptsOf(211));
    timeline()->setValue(211);
    QTRY_COMPARE(onScreen(), 211);
    QTRY_COMPARE(timeline()->spans(Kind::Gap).last().toUs, ptsOf(212)); // one stretch
    QCOMPARE(timeline()->spans(Kind::Gap).size(), 2);
    timeline()->setValue(260);
    QTRY_COMPARE(onScreen(), 260);
    QTRY_VERIFY(words("videoSaid").isEmpty());
    // What a search finds is shown before anybody comes there.
    const QString found = QStringLiteral("damaged pictures from 0:08 to 0:10");
    m_viewer->setTimelineSpans(Kind::Gap, {{Kind::Gap, ptsOf(200), ptsOf(250), found, {}}});
    QCOMPARE(timeline()->spans(Kind::Gap).size(), 3);
    timeline()->setValue(240);
    QTRY_COMPARE(onScreen(), 240);
    QTRY_COMPARE(words("videoSaid"), found); // said once
    m_viewer->clear();
    QVERIFY(timeline()->spans(Kind::Gap).isEmpty());
}

/// The word and its sign come and go with the frame on show; nothing else moves for it.
void TstFilmDamage::damagedWordStandsStill()
{
    open(QSize(380, 500));
    auto *bar = m_viewer->findChild<QWidget *>(QStringLiteral("filmBar"));
    auto *damaged = m_viewer->findChild<QWidget *>(QStringLiteral("videoDamaged"));
    auto *said = m_viewer->findChild<QLabel *>(QStringLiteral("videoSaid"));
    auto *place = m_viewer->findChild<QWidget *>(QStringLiteral("videoPlace"));
    const auto height = [bar] { return bar->layout()->heightForWidth(bar->width()); };
    QVERIFY(damaged->isHidden());
    const int before = height();
    timeline()->setValue(210);
    QTRY_COMPARE(onScreen(), 210);
    QTRY_VERIFY(damaged->isVisible());
    QCOMPARE(damaged->accessibleName(), QStringLiteral("Damaged"));
    const QList<QLabel *> parts = damaged->findChildren<QLabel *>();
    QVERIFY(std::ranges::any_of(parts, [](const QLabel *part) { return part->text() == u"Damaged"; }));
    QVERIFY(std::ranges::any_of(parts, [](const QLabel *part) { return !part->pixmap(Qt::ReturnByValue).isNull(); }));
    QVERIFY(!said->text().isEmpty());
    QTRY_VERIFY2(said->isVisible() && said->width() > bar->width() / 2 && said->height() >= said->fontMetrics().height(), qPrintable(QString::number(said->width())));
    QVERIFY(height() >= before); // once, where the word needs a line more
    QTRY_VERIFY(bar->height() >= height());
    const int hurt = height();
    const int at = place->mapTo(m_viewer, QPoint()).y();
    for (const int frame : {260, 211, 199, 249, 250}) {
        timeline()->setValue(frame);
        QTRY_COMPARE(onScreen(), frame);
        const bool isHurt = frame >= 200 && frame < 250;
        QTRY_COMPARE(damaged->isVisible(), isHurt);
        QTRY_COMPARE(said->text().isEmpty(), !isHurt);
        QCOMPARE(height(), hurt);
        QCOMPARE(place->mapTo(m_viewer, QPoint()).y(), at);
    }
    m_viewer->clear();
    QVERIFY(damaged->isHidden());
    QVERIFY(said->text().isEmpty() && height() <= before); // another film needs none of it
}

/// What is said first moves nothing: the film stands where it stood, as high as one beside it that has said nothing yet.
void TstFilmDamage::theFirstWordsFindTheirRoom()
{
    open(QSize(560, 500));
    const auto *canvas = m_viewer->findChild<ui::PictureCanvas *>();
    const auto *bar = m_viewer->findChild<QWidget *>(QStringLiteral("filmBar"));
    const auto *said = m_viewer->findChild<ui::ElidedLabel *>(QStringLiteral("videoSaid"));
    const auto isLaidOut = [bar] { return bar->height() >= bar->layout()->heightForWidth(bar->width()); };
    QTRY_VERIFY(m_viewer->findChild<QWidget *>(QStringLiteral("videoWhere"))->isVisible() && isLaidOut());
    QVERIFY(said->text().isEmpty());
    const int film = canvas->height();
    QVERIFY(film > 100);
    timeline()->setValue(100); // in the hole from 4.00 to 4.50 s of the time stamps
    QTRY_COMPARE(onScreen(), 100);
    QTRY_VERIFY(!said->text().isEmpty());
    QTRY_VERIFY(isLaidOut());
    QCOMPARE(canvas->height(), film);
    QVERIFY(said->height() >= said->shownLines().size() * said->fontMetrics().height());
    timeline()->setValue(150);
    QTRY_VERIFY(said->text().isEmpty());
    QTRY_VERIFY(isLaidOut());
    QCOMPARE(canvas->height(), film);
}

/// Where something else needs the height, as much goes as was promised, whatever was said so far.
void TstFilmDamage::aTightFilmGivesTheRoomBack()
{
    open(QSize(560, 500));
    auto *bar = m_viewer->findChild<ui::FilmBar *>();
    const QWidget *panel = bar->parentWidget();
    for (const QString &words : {QString(), QStringLiteral("said"), QStringLiteral("word ").repeated(100)}) {
        bar->setSaid(words);
        bar->layout()->activate();
        panel->layout()->activate();
        const int whole = panel->minimumSizeHint().height(), give = m_viewer->roomToGive();
        m_viewer->setTight(true);
        QTRY_COMPARE(panel->minimumSizeHint().height(), whole - give);
        m_viewer->setTight(false);
        QTRY_COMPARE(panel->minimumSizeHint().height(), whole);
    }
}

/// From tick to tick and from frame to frame: the count goes on from what was asked for, whatever is on show.
void TstFilmDamage::keysGetThroughWhatCannotBeDecoded()
{
    m_loader->madeFilm = [] { return std::make_unique<LostFilm>(); };
    open();
    const auto press = [this](const char *action) { m_viewer->findChild<QAction *>(QString::fromLatin1(action))->trigger(); };
    const auto says = [this](int lost, int shown) {
        const QString said = words("videoSaid");
        return said.contains(QStringLiteral("Frame %1 at ").arg(lost)) && said.contains(QStringLiteral("Frame %1 is shown instead.").arg(shown));
    };
    using Kind = ui::TimelineTick::Kind;
    m_viewer->setTimelineTicks(Kind::Interruption, {{Kind::Interruption, ptsOf(212), QStringLiteral("first"), QStringLiteral("hint 0")},
                                                    {Kind::Interruption, ptsOf(216), QStringLiteral("second"), QStringLiteral("hint 1")},
                                                    {Kind::Interruption, ptsOf(230), QStringLiteral("third"), QStringLiteral("hint 2")}});
    timeline()->setValue(209);
    QTRY_COMPARE(onScreen(), 209);
    press("videoStepForward");
    QTRY_VERIFY2(says(210, 209), qPrintable(words("videoSaid")));
    QCOMPARE(timeline()->value(), 210);
    QCOMPARE(onScreen(), 209);
    QCOMPARE(m_viewer->property("frameIndex").toInt(), 209); // what would be cited
    press("videoNextTick");
    QTRY_VERIFY2(says(212, 209), qPrintable(words("videoSaid")));
    press("videoNextTick");
    QTRY_VERIFY2(says(216, 209), qPrintable(words("videoSaid")));
    QVERIFY(words("videoSaid").contains(QStringLiteral("second")));
    QSignalSpy chosen(m_viewer, &ui::ViewerWidget::timelineTickChosen);
    press("videoOpenTick"); // what is said of a place does not need its picture
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.at(0).at(1).toString(), QStringLiteral("hint 1"));
    press("videoNextTick");
    QTRY_COMPARE(onScreen(), 230);
    QTRY_COMPARE(words("videoSaid"), QStringLiteral("third"));
    // Backwards and from far: something near comes, and is not said to be the frame for ever.
    press("videoPreviousTick");
    QTRY_VERIFY2(says(216, 200), qPrintable(words("videoSaid")));
    QVERIFY(!words("videoSaid").contains(QStringLiteral("on its way")));
    QCOMPARE(onScreen(), 200);
    for (int frame = 215; frame >= 210; --frame) {
        press("videoStepBack");
        QTRY_VERIFY2(says(frame, 200), qPrintable(words("videoSaid")));
    }
    press("videoStepBack");
    QTRY_COMPARE(onScreen(), 209);
    QTRY_VERIFY(words("videoSaid").isEmpty());
}

/// The film's own beginning cannot be decoded: it stands on the first key frame that can.
void TstFilmDamage::aFilmWhoseBeginningIsLostShowsWhatThereIs()
{
    m_loader->madeFilm = [] { return std::make_unique<LostFilm>(0, 120); };
    open();
    QTRY_COMPARE(onScreen(), 150);
    QCOMPARE(m_viewer->property("frameIndex").toInt(), 150); // what would be cited
    QTRY_VERIFY2(words("videoSaid").contains(QStringLiteral("Frame 0 at ")) && words("videoSaid").contains(QStringLiteral("Frame 150 is shown instead.")),
                 qPrintable(words("videoSaid")));
    m_viewer->findChild<QAction *>(QStringLiteral("videoStepForward"))->trigger();
    QTRY_VERIFY2(words("videoSaid").contains(QStringLiteral("Frame 1 at ")), qPrintable(words("videoSaid")));
    timeline()->setValue(130);
    QTRY_COMPARE(onScreen(), 130);
    QTRY_VERIFY(words("videoSaid").isEmpty());
}

/// Opened at a place that is lost, with nothing behind it: the nearest key frame before it.
void TstFilmDamage::aLostEndOpensOnWhatIsBefore()
{
    m_loader->madeFilm = [] { return std::make_unique<EndlessFirstFrame>(); };
    const ui::EvidenceRef ref = prepare();
    m_viewer->show(ref);
    domain::Citation place;
    place.exhibit = ref.exhibitId;
    place.sha256 = ref.sha256;
    place.frame = 420;
    m_viewer->goTo(place, {});
    QTRY_COMPARE(onScreen(), 300);
    QTRY_VERIFY2(words("videoSaid").contains(QStringLiteral("Frame 420 at ")), qPrintable(words("videoSaid")));
}

void TstFilmDamage::aFilmWithoutAnyPictureSaysSo()
{
    m_loader->madeFilm = [] { return std::make_unique<LostFilm>(0, 600); };
    ui::EvidenceRef ref = prepare();
    QSignalSpy broke(m_viewer, &ui::ViewerWidget::broke);
    QSignalSpy seen(m_viewer, &ui::ViewerWidget::seen);
    m_viewer->show(ref);
    QTRY_COMPARE(broke.size(), 1);
    QCOMPARE(m_viewer->error(), ui::ShowError::Damaged);
    QVERIFY(seen.isEmpty());
    QVERIFY(!m_viewer->film() && !m_viewer->transport()); // nothing that could be tied
    for (const char *name : {"videoPlay", "videoStepForward", "videoKeepFrame"})
        QVERIFY2(!m_viewer->findChild<QAction *>(QString::fromLatin1(name))->isEnabled(), name);
    // Another film in the same place is shown as ever.
    m_loader->madeFilm = [] { return std::make_unique<HurtFilm>(); };
    ref.exhibitId = QStringLiteral("B2");
    m_viewer->show(ref);
    QTRY_COMPARE(seen.size(), 1);
    QTRY_COMPARE(onScreen(), 0);
    QVERIFY(!m_viewer->error());
}

void TstFilmDamage::whatTakesTooLongIsNotAskedAgain()
{
    const auto asked = std::make_shared<std::atomic<int>>(0);
    m_loader->madeFilm = [asked] { return std::make_unique<LostFilm>(0, 600, ui::ShowError::TimedOut, asked); };
    const ui::EvidenceRef ref = prepare();
    QSignalSpy broke(m_viewer, &ui::ViewerWidget::broke);
    m_viewer->show(ref);
    QTRY_COMPARE(broke.size(), 1);
    QCOMPARE(m_viewer->error(), ui::ShowError::TimedOut);
    QCOMPARE(asked->load(), 1);
}

void TstFilmDamage::wordsUnderTheFilmAreWhole_data()
{
    QTest::addColumn<bool>("chinese");
    QTest::newRow("en") << false;
    QTest::newRow("zh") << true;
}

/// In a pane of the smallest screen: where it stands, that it is damaged, and what is pointed out there.
void TstFilmDamage::wordsUnderTheFilmAreWhole()
{
    QFETCH(bool, chinese);
    const tests::Speaking speaking(chinese);
    const auto closed = qScopeGuard([this] { m_window.reset(); }); // it must not outlive its words
    open(QSize(380, 500));
    using Kind = ui::TimelineTick::Kind;
    m_viewer->setTimelineTicks(Kind::Code, {{Kind::Code, ptsOf(100), QStringLiteral("waybill SF1234567890123 matches at 0:04"), QStringLiteral("code 0")}});
    const auto *bar = m_viewer->findChild<QWidget *>(QStringLiteral("filmBar"));
    auto *said = m_viewer->findChild<ui::ElidedLabel *>(QStringLiteral("videoSaid"));
    timeline()->setValue(100); // in the hole from 4.00 to 4.50 s of the time stamps
    QTRY_COMPARE(onScreen(), 100);
    QTRY_VERIFY2(said->fullText().contains(QStringLiteral("0:03.920")) && said->fullText().endsWith(QStringLiteral("matches at 0:04")), qPrintable(said->fullText()));
    const int width = said->fontMetrics().horizontalAdvance(said->fullText());
    QVERIFY2(width > 380, qPrintable(QString::number(width))); // one line would not do
    QTRY_VERIFY(bar->width() > 300 && said->width() == bar->width());
    QCOMPARE(said->shownLines().join(QString()), said->fullText());
    QTRY_VERIFY2(said->height() >= said->shownLines().size() * said->fontMetrics().height(), qPrintable(QString::number(said->height())));
    QVERIFY(said->geometry().bottom() < bar->height());
    for (const char *name : {"videoWhere", "videoWhereFrame"}) {
        const auto *label = m_viewer->findChild<QLabel *>(QString::fromLatin1(name));
        QTRY_VERIFY2(label->width() >= label->fontMetrics().horizontalAdvance(label->text()) && label->geometry().right() < bar->width(), name);
    }
    // What takes more than there is room for says so, and the film keeps its place.
    m_viewer->setTimelineTicks(Kind::Code, {{Kind::Code, ptsOf(100), QStringLiteral("word ").repeated(100), QStringLiteral("code 0")}});
    QTRY_COMPARE(said->shownLines().size(), 3);
    QVERIFY(said->shownLines().last().endsWith(QChar(0x2026)));
    QVERIFY(!said->toolTip().isEmpty());
}

QObject *make_tst_filmdamage();
QObject *make_tst_filmdamage()
{
    return new TstFilmDamage;
}

#include "tst_filmdamage.moc"
