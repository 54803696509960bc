// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparing.h"
#include "fakefilms.h"
#include "filmpairs.h"

#include "../../ui/viewing/filmclock.h"
#include "../../ui/viewing/filmsync.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace arb;
using namespace arb::tests;

/// Films with a frame that stays for seconds, tied to one that goes on: the clock is not thrown back to where that frame began.
class TstFilmstay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_loader.reset(); }
    void pausingStaysWhereTheClockIs_data();
    void pausingStaysWhereTheClockIs();
    void theEndStaysTheEnd();
    void theOtherFilmIsWatchedFromItsFirstFrameOn();
    void nothingIsSaidOfATieThatIsNoMore();

private:
    std::unique_ptr<ui::CompareDesk> tied(const QByteArray &left, const QByteArray &right);
    static qint64 clockOf(const ui::CompareDesk &desk)
    {
        const auto place = desk.films()->place();
        return place ? place->sinceUs : -1;
    }
    static qint64 frameOn(const ui::EvidencePane *pane) { return pane->viewer()->property("frameIndex").toLongLong(); }
    static void press(const ui::EvidencePane *pane) { pane->viewer()->findChild<QAction *>(QStringLiteral("videoPlay"))->trigger(); }

    std::unique_ptr<FakeLoader> m_loader;
};

namespace {

/// One picture under two seconds of sound.
class OnePicture final : public FakeFilm
{
public:
    OnePicture() : FakeFilm(1) {}
    ui::Shown<ui::FilmInfo> open(const Abandoned &abandoned) override
    {
        ui::Shown<ui::FilmInfo> info = FakeFilm::open(abandoned);
        if (info) {
            info->hasSound = true;
            info->durationUs = 2'000'000;
        }
        return info;
    }
};

} // namespace

void TstFilmstay::init()
{
    m_loader = comparedPictures();
    m_loader->filmTimes = {{"slow", evenTimes(5, 1, 2, 0)}, {"thirty", evenTimes(400, 30, 1, 0)}, {"hundred", evenTimes(100, 30, 1, 0)}, {"short", evenTimes(30, 30, 1, 0)}};
    m_loader->filmMakers.insert("one", [] { return std::make_unique<OnePicture>(); });
}

std::unique_ptr<ui::CompareDesk> TstFilmstay::tied(const QByteArray &left, const QByteArray &right)
{
    auto made = std::make_unique<ui::CompareDesk>(*m_loader);
    made->resize(1200, 700);
    made->show();
    ui::EvidencePane::Item one = itemOf("b1", left, domain::Party::Buyer), other = itemOf("m1", right, domain::Party::Merchant);
    one.ref.kind = other.ref.kind = domain::ExhibitKind::Video;
    made->left()->setItems({one});
    made->right()->setItems({other});
    if (QTest::qWaitFor([&made] { return made->pairView().has_value() && made->films()->canTie(); }))
        made->films()->tieHere();
    return made;
}

void TstFilmstay::pausingStaysWhereTheClockIs_data()
{
    QTest::addColumn<bool>("slowLeft");
    QTest::addColumn<bool>("pressLeft");
    QTest::newRow("the one that stays, on the left") << true << true;
    QTest::newRow("the other one, on the right") << true << false;
    QTest::newRow("the one that stays, on the right") << false << false;
    QTest::newRow("the other one, on the left") << false << true;
}

void TstFilmstay::pausingStaysWhereTheClockIs()
{
    QFETCH(bool, slowLeft);
    QFETCH(bool, pressLeft);
    const auto desk = tied(slowLeft ? "slow" : "thirty", slowLeft ? "thirty" : "slow");
    QVERIFY(desk->films()->tie());
    const ui::EvidencePane *pressed = pressLeft ? desk->left() : desk->right(), *fast = slowLeft ? desk->right() : desk->left(), *slow = slowLeft ? desk->left() : desk->right();
    press(pressed);
    QTRY_VERIFY(clockOf(*desk) > 1'200'000);
    press(pressed); // in the middle of the frame
    const qint64 paused = clockOf(*desk);
    QVERIFY2(paused > 1'100'000 && paused < 2'000'000, qPrintable(QString::number(paused)));
    QTRY_VERIFY(std::abs(frameOn(fast) - paused * 30 / 1'000'000) <= 1);
    QCOMPARE(frameOn(slow), 0);
    press(pressed);
    QVERIFY(clockOf(*desk) >= paused);
    QTRY_COMPARE(frameOn(slow), 1);
    QVERIFY(clockOf(*desk) < 3'900'000);
    QTRY_VERIFY(frameOn(fast) >= 59);
}

void TstFilmstay::theEndStaysTheEnd()
{
    const auto desk = tied("one", "short");
    QVERIFY(desk->films()->tie());
    press(desk->left());
    QTRY_COMPARE_WITH_TIMEOUT(frameOn(desk->right()), 29, 10'000); // over already …
    QTRY_VERIFY_WITH_TIMEOUT(!desk->left()->viewer()->transport()->playing, 10'000); // … when the other one is
    QVERIFY2(clockOf(*desk) > 1'800'000, qPrintable(QString::number(clockOf(*desk))));
    QVERIFY(desk->right()->viewer()->transport()->mediaUs > 900'000); // where it was, not where the one picture began
    QCOMPARE(frameOn(desk->right()), 29);
}

/// Its frame is on show already, and is not shown again when the other side plays.
void TstFilmstay::theOtherFilmIsWatchedFromItsFirstFrameOn()
{
    const auto desk = tied("slow", "thirty");
    QVERIFY(desk->films()->tie());
    QSignalSpy watched(desk->left()->viewer(), &ui::ViewerWidget::filmWatched);
    press(desk->right());
    QTRY_VERIFY(clockOf(*desk) > 1'000'000);
    press(desk->right());
    QTRY_COMPARE(watched.size(), 1);
    QVERIFY(watched.at(0).at(1).toLongLong() < 100'000);
    const qint64 until = watched.at(0).at(2).toLongLong();
    QVERIFY2(until > 900'000 && until < 1'900'000, qPrintable(QString::number(until)));
}

void TstFilmstay::nothingIsSaidOfATieThatIsNoMore()
{
    const auto desk = tied("thirty", "hundred");
    const auto *words = desk->findChild<QWidget *>(QStringLiteral("compareWords"));
    QVERIFY(desk->films()->tie() && words);
    QTRY_VERIFY(words->accessibleName().contains(QStringLiteral("tied")));
    ui::EvidencePane::Item statement = itemOf("m2", "a text", domain::Party::Merchant);
    statement.ref.kind = domain::ExhibitKind::Text;
    desk->right()->setItems({statement});
    QTRY_VERIFY(!desk->films()->tie());
    QTRY_VERIFY2(!words->accessibleName().contains(QStringLiteral("tied")), qPrintable(words->accessibleName()));
}

QObject *make_tst_filmstay();
QObject *make_tst_filmstay()
{
    return new TstFilmstay;
}

#include "tst_filmstay.moc"
