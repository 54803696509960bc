// SPDX-License-Identifier: GPL-3.0-or-later
#include "labelledtakes.h"

#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QTest>

#include <algorithm>
#include <cstdlib>
#include <iterator>

using namespace arb;
using decode::FilmHint;
using tests::LabelledEvent;
using tests::TakeScore;

/// Interruptions in frames that are made up: each kind of hint once where it must come and once where it must not, and the
/// rates that the program shows.
class TstContinuity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stillPicturesAreTold();
    void shortRepeatsAreNot();
    void missingFramesAreTold();
    void unevenClocksAreNot();
    void cutsAreTold_data();
    void cutsAreTold();
    void smoothTakesStayQuiet();
    void coversAreNoCuts();
    void noFramesNoHints();
    void shippedRatesAreTrue();

private:
    static constexpr qint64 stepUs = 33'333;
    static std::vector<FilmHint> hintsOf(const tests::LabelledTake &take)
    {
        decode::ContinuityDetector detector;
        for (std::size_t n = 0; n < take.frames.size(); ++n)
            detector.add(take.frames[n], static_cast<qint64>(n) * stepUs, static_cast<qint64>(n));
        return detector.finish();
    }
    static std::vector<FilmHint> ofKind(const std::vector<FilmHint> &hints, FilmHint::Kind kind)
    {
        std::vector<FilmHint> found;
        std::ranges::copy_if(hints, std::back_inserter(found), [kind](const FilmHint &hint) { return hint.kind == kind; });
        return found;
    }
    /// Take 4 has no cut.
    static std::vector<FilmHint> withRepeats(int from, int repeats)
    {
        const tests::LabelledTake take = tests::makeTake(4);
        decode::ContinuityDetector detector;
        qint64 number = 0;
        for (int n = 0; n < 50; ++n) {
            for (int again = 0; again <= (n == from ? repeats : 0); ++again, ++number)
                detector.add(take.frames[static_cast<std::size_t>(n)], number * stepUs, number);
        }
        return detector.finish();
    }
    /// @p jumpUs is added to the clock before frame 25; @p uneven lengthens every second step.
    static std::vector<FilmHint> withClock(qint64 jumpUs, qint64 unevenUs)
    {
        const tests::LabelledTake take = tests::makeTake(4);
        decode::ContinuityDetector detector;
        qint64 us = 1'000'000;
        for (int n = 0; n < 50; ++n) {
            us += stepUs + (n == 25 ? jumpUs : 0) + (n % 2 == 1 ? unevenUs : 0);
            detector.add(take.frames[static_cast<std::size_t>(n)], us, n);
        }
        return detector.finish();
    }
};

void TstContinuity::stillPicturesAreTold()
{
    const std::vector<FilmHint> still = ofKind(withRepeats(20, 30), FilmHint::Kind::Still);
    QCOMPARE(still.size(), 1U);
    QCOMPARE(still[0].fromUs, 20 * stepUs);
    QCOMPARE(still[0].toUs, 50 * stepUs);
    QCOMPARE(still[0].beforeFrame, 20);
    QCOMPARE(still[0].afterFrame, 51);
}

void TstContinuity::shortRepeatsAreNot()
{
    // 14 repeats at 30 frames a second last 0.47 s, under half a second.
    QVERIFY(ofKind(withRepeats(20, 14), FilmHint::Kind::Still).empty());
}

void TstContinuity::missingFramesAreTold()
{
    const std::vector<FilmHint> gaps = ofKind(withClock(1'000'000, 0), FilmHint::Kind::MissingFrames);
    QCOMPARE(gaps.size(), 1U);
    QCOMPARE(gaps[0].beforeFrame, 24);
    QCOMPARE(gaps[0].afterFrame, 25);
    QCOMPARE(gaps[0].toUs - gaps[0].fromUs, 1'000'000 + stepUs);
}

void TstContinuity::unevenClocksAreNot()
{
    QVERIFY(ofKind(withClock(0, 60'000), FilmHint::Kind::MissingFrames).empty());
    QVERIFY(ofKind(withClock(300'000, 0), FilmHint::Kind::MissingFrames).empty());
}

void TstContinuity::cutsAreTold_data()
{
    QTest::addColumn<int>("take");
    QTest::addColumn<int>("kind");
    QTest::newRow("a jump of 88 frames") << 8 << int(LabelledEvent::Kind::JumpCut);
    QTest::newRow("another scene") << 20 << int(LabelledEvent::Kind::HardCut);
    QTest::newRow("a dissolve") << 42 << int(LabelledEvent::Kind::Dissolve);
}

void TstContinuity::cutsAreTold()
{
    QFETCH(int, take);
    QFETCH(int, kind);
    const tests::LabelledTake made = tests::makeTake(take);
    const auto event = std::ranges::find_if(made.events, [kind](const LabelledEvent &each) { return int(each.kind) == kind; });
    QVERIFY(event != made.events.end());
    const bool dissolve = event->kind == LabelledEvent::Kind::Dissolve;
    const std::vector<FilmHint> hints = ofKind(hintsOf(made), dissolve ? FilmHint::Kind::Dissolve : FilmHint::Kind::Interruption);
    const auto hint = std::ranges::find_if(hints, [&](const FilmHint &each) {
        return dissolve ? each.beforeFrame <= event->last && each.afterFrame >= event->first : each.afterFrame == event->first;
    });
    QVERIFY(hint != hints.end());
    QVERIFY(hint->beforeFrame < hint->afterFrame);
    QVERIFY(hint->strength >= 1 && hint->strength <= 1000);
    if (!dissolve)
        QCOMPARE(hint->toUs, event->first * stepUs);
}

void TstContinuity::smoothTakesStayQuiet()
{
    // Covered lens, light that changes, a flash, a whip pan; no cut.
    const std::vector<FilmHint> hints = hintsOf(tests::makeTake(44));
    QVERIFY(ofKind(hints, FilmHint::Kind::Interruption).empty());
    QVERIFY(ofKind(hints, FilmHint::Kind::Dissolve).empty());
}

void TstContinuity::coversAreNoCuts()
{
    const tests::LabelledTake take = tests::makeTake(44);
    const auto cover = std::ranges::find(take.events, LabelledEvent::Kind::Cover, &LabelledEvent::kind);
    QVERIFY(cover != take.events.end());
    const std::vector<FilmHint> covers = ofKind(hintsOf(take), FilmHint::Kind::Covered);
    QCOMPARE(covers.size(), 1U);
    QVERIFY(std::abs(covers[0].beforeFrame - cover->first) <= 5);
    QVERIFY(std::abs(covers[0].afterFrame - cover->last) <= 5);
}

void TstContinuity::noFramesNoHints()
{
    decode::ContinuityDetector none;
    QVERIFY(none.finish().empty());
    decode::ContinuityDetector one;
    one.add(decode::SmallLuma(), 0, 0);
    QVERIFY(one.finish().empty());
}

void TstContinuity::shippedRatesAreTrue()
{
    TakeScore sum;
    for (int take = 1; take < tests::labelledTakes; take += 2) {
        const tests::LabelledTake made = tests::makeTake(take);
        tests::score(made, hintsOf(made), sum);
    }
    const auto counted = [&sum](int kind) { return QJsonObject{{QStringLiteral("cuts"), sum.cuts[kind]}, {QStringLiteral("found"), sum.found[kind]}}; };
    QJsonObject rates{{QStringLiteral("takes"), tests::labelledTakes / 2},
                      {QStringLiteral("cuts"), sum.allCuts()},
                      {QStringLiteral("found"), sum.allFound()},
                      {QStringLiteral("false"), sum.allFalse()},
                      {QStringLiteral("kinds"), QJsonObject{{QStringLiteral("jumpCut"), counted(0)}, {QStringLiteral("hardCut"), counted(1)}, {QStringLiteral("dissolve"), counted(2)}}},
                      {QStringLiteral("falseAt"), QJsonObject{{QStringLiteral("plain"), sum.falsePlain}, {QStringLiteral("flash"), sum.falseAt[0]}, {QStringLiteral("cover"), sum.falseAt[1]},
                                                              {QStringLiteral("whipPan"), sum.falseAt[2]}, {QStringLiteral("lightStep"), sum.falseAt[3]}}},
                      {QStringLiteral("covers"), QJsonObject{{QStringLiteral("told"), sum.coversTold}, {QStringLiteral("of"), sum.covers}}},
                      {QStringLiteral("flashes"), QJsonObject{{QStringLiteral("told"), sum.flashesTold}, {QStringLiteral("of"), sum.flashes}}}};
    qInfo("%s", QJsonDocument(rates).toJson(QJsonDocument::Compact).constData());
    QFile file(QStringLiteral(ARB_SOURCE_DIR "/resources/continuity-rates.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QJsonObject shipped = QJsonDocument::fromJson(file.readAll()).object();
    shipped.remove(QStringLiteral("set"));
    shipped.remove(QStringLiteral("date"));
    QCOMPARE(rates, shipped);
    QVERIFY(sum.allCuts() >= 100);
    QVERIFY(sum.allFound() * 8 > sum.allCuts() * 6); // better than 6 of 8
    QVERIFY(sum.allFalse() * 8 < sum.allCuts() * 3); // with fewer than 3 of 8 false
}

QObject *make_tst_continuity();
QObject *make_tst_continuity()
{
    return new TstContinuity;
}

#include "tst_continuity.moc"
