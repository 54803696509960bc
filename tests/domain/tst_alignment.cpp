// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/viewing.h>

#include <QtTest/QtTest>

#include <cmath>
#include <random>

using namespace arb::domain;

namespace {

double apart(QPointF a, QPointF b) { return std::hypot(a.x() - b.x(), a.y() - b.y()); }

double degreesApart(double a, double b)
{
    const double between = normalizedDegrees(a - b);
    return std::min(between, 360.0 - between);
}

Similarity quarterTurnTwice(bool mirrored) { return {2.0, 90.0, mirrored, QPointF(10, 20)}; }

} // namespace

/// The mathematics of two pictures that belong together.
class TstAlignment : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mapsAsWorkedOut_data();
    void mapsAsWorkedOut();
    void inverseIsWorkedOut();
    void equalPlacesBelongTogether();
    void alignmentGivesTheOtherViewBack();
    void followingKeepsWhatIsNotPlace();
    void twoPinsGiveTheSimilarity();
    void pinsAreRecoveredExactly_data();
    void pinsAreRecoveredExactly();
    void residualIsTheDisturbance();
    void pinsOfOneSpotFitNothing();
    void anglesAreBroughtHome();
};

void TstAlignment::mapsAsWorkedOut_data()
{
    QTest::addColumn<bool>("mirrored");
    QTest::addColumn<QPointF>("expected");
    // (3, 4) turned by 90 degrees clockwise as seen is (-4, 3); twice as large and moved by (10, 20): (2, 26).
    QTest::addRow("turned") << false << QPointF(2, 26);
    // Mirrored first it is (-3, 4), turned (-4, -3), twice (-8, -6), moved (2, 14).
    QTest::addRow("mirrored, then turned") << true << QPointF(2, 14);
}

void TstAlignment::mapsAsWorkedOut()
{
    QFETCH(bool, mirrored);
    QFETCH(QPointF, expected);
    const Similarity alignment = quarterTurnTwice(mirrored);
    QVERIFY(apart(alignment.map(QPointF(3, 4)), expected) < 1e-12);
    QVERIFY(apart(alignment.inverted().map(expected), QPointF(3, 4)) < 1e-12);
}

void TstAlignment::inverseIsWorkedOut()
{
    // q = (10, 20) + 2 i p gives p = (q - (10, 20)) * (-i / 2): half the size, turned back, moved by (-10, 5).
    const Similarity back = quarterTurnTwice(false).inverted();
    QCOMPARE(back.scale, 0.5);
    QVERIFY(degreesApart(back.rotation, 270.0) < 1e-12);
    QVERIFY(!back.mirrored);
    QVERIFY(apart(back.offset, QPointF(-10, 5)) < 1e-12);
    // Mirrored, a turn to the right is undone by one to the right: the mirror turns it round.
    const Similarity mirroredBack = quarterTurnTwice(true).inverted();
    QVERIFY(degreesApart(mirroredBack.rotation, 90.0) < 1e-12);
    QVERIFY(mirroredBack.mirrored);
}

void TstAlignment::equalPlacesBelongTogether()
{
    // Left at twice the size of the right, the right turned by 90 degrees: (110, 200) lies 20 device pixels to the right of
    // the middle; on the right picture that is 20 pixels up (its "right" on screen), so (300, 380).
    ViewState left, right;
    left.zoom = 2.0;
    left.center = QPointF(100, 200);
    right.zoom = 1.0;
    right.center = QPointF(300, 400);
    right.rotation = 90.0;
    const Similarity alignment = alignmentOf(left, right);
    QCOMPARE(alignment.scale, 2.0);
    QVERIFY(degreesApart(alignment.rotation, 270.0) < 1e-12);
    QVERIFY(apart(alignment.map(QPointF(100, 200)), QPointF(300, 400)) < 1e-9);
    QVERIFY(apart(alignment.map(QPointF(110, 200)), QPointF(300, 380)) < 1e-9);
}

void TstAlignment::alignmentGivesTheOtherViewBack()
{
    std::mt19937 random(4);
    std::uniform_real_distribution<double> unit(0.0, 1.0);
    const auto view = [&] {
        ViewState state;
        state.zoom = std::exp(std::log(0.01) + unit(random) * std::log(6400.0)); // 1 % to 6,400 %
        state.center = QPointF(unit(random) * 20'000.0, unit(random) * 20'000.0);
        state.rotation = unit(random) * 360.0;
        state.mirrored = unit(random) < 0.5;
        return state;
    };
    for (int i = 0; i < 1000; ++i) {
        const ViewState left = view(), right = view();
        const Similarity alignment = alignmentOf(left, right);
        // Lengths far from zero are compared by what they were made of: pixels of a picture times the scale.
        const double reach = 20'000.0 * std::max({1.0, alignment.scale, 1.0 / alignment.scale});
        const ViewState rightAgain = rightFor(left, alignment, right);
        QVERIFY(std::abs(rightAgain.zoom / right.zoom - 1.0) < 1e-9);
        QVERIFY(apart(rightAgain.center, right.center) < 1e-9 * reach);
        QVERIFY(degreesApart(rightAgain.rotation, right.rotation) < 1e-9);
        QCOMPARE(rightAgain.mirrored, right.mirrored);
        const ViewState leftAgain = leftFor(right, alignment, left);
        QVERIFY(std::abs(leftAgain.zoom / left.zoom - 1.0) < 1e-9);
        QVERIFY(apart(leftAgain.center, left.center) < 1e-9 * reach);
        QVERIFY(degreesApart(leftAgain.rotation, left.rotation) < 1e-9);
        QCOMPARE(leftAgain.mirrored, left.mirrored);
        const QPointF spot(unit(random) * 20'000.0, unit(random) * 20'000.0);
        QVERIFY(apart(alignment.inverted().map(alignment.map(spot)), spot) < 1e-9 * reach);
    }
}

void TstAlignment::followingKeepsWhatIsNotPlace()
{
    ViewState left, right;
    right.tone.gammaPercent = 150;
    right.tone.inverted = true;
    left.tone.brightness = 40;
    const ViewState followed = rightFor(left, Similarity{}, right);
    QCOMPARE(followed.tone, right.tone);
    QCOMPARE(followed.fit, ViewFit::Free); // it stands where it was put, not where its pane would have it
}

void TstAlignment::twoPinsGiveTheSimilarity()
{
    const QList<PinPair> pins{{QPointF(0, 0), QPointF(10, 20)}, {QPointF(100, 0), QPointF(10, 220)}};
    const auto plain = fitPins(pins, false);
    QVERIFY(plain);
    QVERIFY(std::abs(plain->alignment.scale - 2.0) < 1e-12);
    QVERIFY(degreesApart(plain->alignment.rotation, 90.0) < 1e-12);
    QVERIFY(apart(plain->alignment.offset, QPointF(10, 20)) < 1e-12);
    QVERIFY(plain->residual < 1e-12);
    // Two pairs fit a mirrored picture as well: then the turn goes the other way.
    const auto mirrored = fitPins(pins, true);
    QVERIFY(mirrored && mirrored->alignment.mirrored);
    QVERIFY(degreesApart(mirrored->alignment.rotation, 270.0) < 1e-12);
    QVERIFY(mirrored->residual < 1e-12);
}

void TstAlignment::pinsAreRecoveredExactly_data()
{
    QTest::addColumn<double>("scale");
    QTest::addColumn<double>("rotation");
    QTest::addColumn<bool>("mirrored");
    QTest::addRow("as it is") << 1.0 << 0.0 << false;
    QTest::addRow("larger and turned") << 1.7 << 33.0 << false;
    QTest::addRow("smaller, upside down") << 0.25 << 180.0 << false;
    QTest::addRow("mirrored") << 1.0 << 0.0 << true;
    QTest::addRow("mirrored and turned") << 0.6 << 271.5 << true;
}

void TstAlignment::pinsAreRecoveredExactly()
{
    QFETCH(double, scale);
    QFETCH(double, rotation);
    QFETCH(bool, mirrored);
    const Similarity truth{scale, rotation, mirrored, QPointF(-250, 1234.5)};
    QList<PinPair> pins;
    for (const QPointF spot : {QPointF(10, 10), QPointF(3990, 40), QPointF(2000, 2950), QPointF(500, 1500)})
        pins.append({spot, truth.map(spot)});
    // Whatever is said of the mirror: three pins and more tell it themselves.
    for (const bool said : {false, true}) {
        const auto fit = fitPins(pins, said);
        QVERIFY(fit);
        QCOMPARE(fit->alignment.mirrored, mirrored);
        QVERIFY(std::abs(fit->alignment.scale - scale) < 1e-9);
        QVERIFY(degreesApart(fit->alignment.rotation, rotation) < 1e-9);
        QVERIFY(apart(fit->alignment.offset, truth.offset) < 1e-6);
        QVERIFY(fit->residual < 1e-6);
    }
}

void TstAlignment::residualIsTheDisturbance()
{
    // The corners of a square, pushed to the right and to the left in turns by 1.5: no movement, turn or scaling lies in
    // that, so the fit is the identity and every pin misses by 1.5.
    const QList<PinPair> pins{{QPointF(0, 0), QPointF(1.5, 0)},
                              {QPointF(200, 0), QPointF(198.5, 0)},
                              {QPointF(200, 200), QPointF(201.5, 200)},
                              {QPointF(0, 200), QPointF(-1.5, 200)}};
    const auto fit = fitPins(pins, false);
    QVERIFY(fit);
    QVERIFY(std::abs(fit->residual - 1.5) < 1e-9);
    QVERIFY(std::abs(fit->alignment.scale - 1.0) < 1e-9);
    QVERIFY(degreesApart(fit->alignment.rotation, 0.0) < 1e-9);
    QVERIFY(apart(fit->alignment.offset, QPointF(0, 0)) < 1e-9);
    // Moved by 3 and 4, pins that fitted exactly miss by 5.
    const QList<PinPair> exact{{QPointF(0, 0), QPointF(0, 0)}, {QPointF(200, 0), QPointF(200, 0)}};
    QVERIFY(std::abs(pinResidual(exact, Similarity{1.0, 0.0, false, QPointF(3, 4)}) - 5.0) < 1e-12);
    QCOMPARE(pinResidual({}, Similarity{}), 0.0);
}

void TstAlignment::pinsOfOneSpotFitNothing()
{
    QVERIFY(!fitPins({}, false));
    QVERIFY(!fitPins({{QPointF(1, 1), QPointF(2, 2)}}, false));
    QVERIFY(!fitPins({{QPointF(5, 5), QPointF(1, 1)}, {QPointF(5, 5), QPointF(9, 9)}}, false));
    QVERIFY(!fitPins({{QPointF(1, 1), QPointF(7, 7)}, {QPointF(9, 9), QPointF(7, 7)}}, true));
    // On one line even many leave the mirror open: then what is said counts.
    const QList<PinPair> line{{QPointF(0, 0), QPointF(0, 0)}, {QPointF(10, 0), QPointF(10, 0)}, {QPointF(30, 0), QPointF(30, 0)}};
    QVERIFY(!fitPins(line, false)->alignment.mirrored);
    QVERIFY(fitPins(line, true)->alignment.mirrored);
}

void TstAlignment::anglesAreBroughtHome()
{
    QCOMPARE(normalizedDegrees(360.0), 0.0);
    QCOMPARE(normalizedDegrees(-90.0), 270.0);
    QCOMPARE(normalizedDegrees(725.5), 5.5);
    QCOMPARE(normalizedDegrees(-1e-15), 0.0); // never 360 itself
}

QObject *make_tst_alignment();
QObject *make_tst_alignment()
{
    return new TstAlignment;
}

#include "tst_alignment.moc"
