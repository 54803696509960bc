// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakefilms.h"

#include "../../ui/viewing/filmtimeline.h"

#include <ui/viewers.h>

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLayout>

#include <algorithm>

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

private:
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

void TstFilmDamage::init()
{
    m_loader = std::make_unique<tests::FakeLoader>();
    m_window = std::make_unique<QWidget>();
}

void TstFilmDamage::cleanup()
{
    m_window.reset();
    m_loader.reset();
    m_viewer = nullptr;
}

void TstFilmDamage::open(QSize size)
{
    m_loader->madeFilm = [] { return std::make_unique<HurtFilm>(); };
    m_window->resize(size);
    m_viewer = ui::findViewer(QStringLiteral("video"))->create(*m_loader, m_window.get());
    m_viewer->setGeometry(QRect(QPoint(), size));
    m_window->show();
    ui::EvidenceRef ref;
    ref.exhibitId = QStringLiteral("B1");
    ref.sha256 = "film";
    ref.kind = domain::ExhibitKind::Video;
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
    QVERIFY(height() > before); // once
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
    QVERIFY(said->isHidden() && height() <= before); // another film needs none of it
}

QObject *make_tst_filmdamage();
QObject *make_tst_filmdamage()
{
    return new TstFilmDamage;
}

#include "tst_filmdamage.moc"
