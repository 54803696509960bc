// SPDX-License-Identifier: GPL-3.0-or-later
#include "../../ui/viewing/soundline.h"

#include <QtTest/QTest>

#include <cstring>
#include <limits>

using namespace arb;

using Numbers = QList<quint32>; ///< of frames of sound, 48 a millisecond; 0 is silence

/// Chunks of sound in a row. Every frame of sound (a sample of each channel) has a number of its own here, from 1.
class TstSoundline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void chunksFollowEachOther();
    void aHoleIsSilence();
    void whatWasThereIsCut();
    void smallJitterJustFollows();
    void driftIsMadeUpFor();
    void aLongHoleTakesNoMemory_data();
    void aLongHoleTakesNoMemory();
    void aWrongStampMakesNoHole();
    void aPlayedPartOfAHoleIsNotTakenBack();
    void onlyAConfirmedHoleCounts();
    void withoutATimeItFollows();
    void beginsWhereItWasSought();
    void nothingBehindTheEnd();
    void dropsWhatIsLate();
    void takesWholeFrames();

private:
    static ui::SoundChunk chunk(quint32 first, int ms, qint64 ptsUs);
    static Numbers row(quint32 first, int ms);
    static Numbers silence(int ms) { return Numbers(ms * 48, 0); }
    static Numbers numbers(const QByteArray &pcm);
    static Numbers all(ui::SoundLine &line) { return numbers(line.take(100'000'000)); }
    static constexpr qint64 farUs = 100'000'000'000'000'000; ///< more than three thousand years
};

ui::SoundChunk TstSoundline::chunk(quint32 first, int ms, qint64 ptsUs)
{
    const Numbers frames = row(first, ms);
    return {QByteArray(reinterpret_cast<const char *>(frames.constData()), frames.size() * 4), ptsUs};
}

Numbers TstSoundline::row(quint32 first, int ms)
{
    Numbers frames;
    for (int i = 0; i < ms * 48; ++i)
        frames.append(first + static_cast<quint32>(i));
    return frames;
}

Numbers TstSoundline::numbers(const QByteArray &pcm)
{
    Numbers frames(pcm.size() / 4);
    std::memcpy(frames.data(), pcm.constData(), static_cast<std::size_t>(frames.size()) * 4);
    return frames;
}

void TstSoundline::chunksFollowEachOther()
{
    ui::SoundLine line;
    QVERIFY(line.isEmpty());
    QVERIFY(line.take(4000).isEmpty());
    line.begin(80'000, farUs);
    QVERIFY(line.isEmpty());
    QVERIFY(line.add(chunk(1, 20, 80'000)));
    QVERIFY(line.add(chunk(961, 20, 100'000)));
    QCOMPARE(line.startUs(), 80'000);
    QCOMPARE(line.endUs(), 120'000);
    QCOMPARE(line.certainBytes(), 40 * 48 * 4);
    QCOMPARE(numbers(line.take(30 * 48 * 4)), row(1, 30)); // across their border
    QCOMPARE(line.startUs(), 110'000);
    QCOMPARE(all(line), row(30 * 48 + 1, 10));
    QVERIFY(line.isEmpty());
    QCOMPARE(line.startUs(), 120'000);
    QVERIFY(line.add(chunk(1921, 20, 120'000))); // read on when all was played
    QCOMPARE(all(line), row(1921, 20));
    QVERIFY(!line.add({}));
}

void TstSoundline::aHoleIsSilence()
{
    ui::SoundLine line;
    line.begin(2'999'000, farUs);
    QVERIFY(line.add(chunk(1, 20, 2'999'000)));
    QVERIFY(line.add(chunk(961, 20, 5'016'000))); // 3.019 to 5.016
    QCOMPARE(line.endUs(), 5'036'000);
    QCOMPARE(all(line), row(1, 20) + silence(1997) + row(961, 20));
    QVERIFY(line.add(chunk(1921, 20, 5'100'000))); // nor does it matter that all was played
    QCOMPARE(all(line), silence(64) + row(1921, 20));
}

void TstSoundline::whatWasThereIsCut()
{
    ui::SoundLine line;
    line.begin(0, farUs);
    QVERIFY(line.add(chunk(1, 60, 0)));
    QCOMPARE(numbers(line.take(30 * 48 * 4)), row(1, 30)); // what was played counts, too
    QVERIFY(!line.add(chunk(10'001, 20, 10'000)));
    QVERIFY(!line.add(chunk(10'961, 20, 30'000)));
    QVERIFY(!line.add(chunk(11'921, 10, 50'000))); // right up to the end
    QVERIFY(line.add(chunk(12'401, 20, 55'000)));  // 5 ms of it: once behind, it is cut to the sample
    QVERIFY(line.add(chunk(13'361, 20, 75'000)));
    QCOMPARE(line.endUs(), 95'000);
    QCOMPARE(all(line), row(1 + 30 * 48, 30) + row(12'401 + 5 * 48, 15) + row(13'361, 20));
    QVERIFY(line.add(chunk(20'001, 100, 70'000))); // a long one that begins 25 ms early
    QCOMPARE(all(line), row(20'001 + 25 * 48, 75));
    QVERIFY(!line.add(chunk(30'001, 20, std::numeric_limits<qint64>::min())));
}

void TstSoundline::smallJitterJustFollows()
{
    ui::SoundLine line;
    line.begin(1'000'000, farUs);
    QVERIFY(line.add(chunk(1, 20, 1'000'000)));
    QVERIFY(line.add(chunk(961, 20, 1'040'000)));  // 20 ms late
    QVERIFY(line.add(chunk(1921, 20, 1'020'000))); // 20 ms early
    QVERIFY(line.add(chunk(2881, 20, 1'061'000)));
    QCOMPARE(line.endUs(), 1'080'000);
    QCOMPARE(all(line), row(1, 80));
}

/// Each chunk is 1 ms shorter than its time: that adds up until it is made up for at once.
void TstSoundline::driftIsMadeUpFor()
{
    ui::SoundLine line;
    line.begin(0, farUs);
    Numbers expected;
    for (int n = 0; n < 43; ++n) {
        const quint32 first = 1 + static_cast<quint32>(n) * 960;
        QVERIFY(line.add(chunk(first, 20, n * 21'000)));
        if (n == 21 || n == 42)
            expected += silence(21);
        expected += row(first, 20);
    }
    QCOMPARE(line.endUs(), 42 * 21'000 + 20'000);
    QCOMPARE(all(line), expected);
}

void TstSoundline::aLongHoleTakesNoMemory_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::newRow("an hour") << qint64(3600);
    QTest::newRow("three thousand years") << qint64(3000) * 365 * 86'400; // no machine could hold it
}

void TstSoundline::aLongHoleTakesNoMemory()
{
    QFETCH(qint64, seconds);
    const qint64 behindUs = 20'000 + seconds * 1'000'000;
    ui::SoundLine line;
    line.begin(0, farUs);
    QVERIFY(line.add(chunk(1, 20, 0)));
    QVERIFY(line.add(chunk(961, 20, behindUs)));
    QVERIFY(line.add(chunk(1921, 20, behindUs + 20'000)));
    QCOMPARE(line.endUs(), behindUs + 40'000);
    QCOMPARE(line.certainBytes(), (seconds * 1000 + 60) * 48 * 4); // so nothing more is read for now
    QCOMPARE(numbers(line.take(100 * 48 * 4)), row(1, 20) + silence(80));
    QCOMPARE(numbers(line.take(100 * 48 * 4)), silence(100));
    QCOMPARE(line.startUs(), 200'000);
    line.dropBefore(behindUs - 30'000);
    QCOMPARE(line.startUs(), behindUs - 30'000);
    QCOMPARE(all(line), silence(30) + row(961, 40));
}

void TstSoundline::aWrongStampMakesNoHole()
{
    ui::SoundLine line;
    line.begin(0, farUs);
    QVERIFY(line.add(chunk(1, 20, 0)));
    QVERIFY(line.add(chunk(961, 20, 3'600'000'000)));
    QVERIFY(line.add(chunk(1921, 20, 40'000)));
    QVERIFY(line.add(chunk(2881, 20, 60'000)));
    QCOMPARE(line.endUs(), 80'000);
    QCOMPARE(all(line), row(1, 80));
}

void TstSoundline::aPlayedPartOfAHoleIsNotTakenBack()
{
    ui::SoundLine line;
    line.begin(0, farUs);
    QVERIFY(line.add(chunk(1, 20, 0)));
    QVERIFY(line.add(chunk(961, 20, 3'600'000'000)));
    QCOMPARE(numbers(line.take(80 * 48 * 4)), row(1, 20) + silence(60));
    QVERIFY(!line.add(chunk(1921, 20, 40'000))); // its time went to the silence and to the chunk that was stamped wrong
    QVERIFY(!line.add(chunk(2881, 20, 60'000)));
    QVERIFY(line.add(chunk(3841, 30, 80'000)));
    QCOMPARE(line.endUs(), 110'000);
    QCOMPARE(all(line), row(961, 20) + row(3841 + 20 * 48, 10));
}

void TstSoundline::onlyAConfirmedHoleCounts()
{
    ui::SoundLine line;
    line.begin(0, farUs);
    QVERIFY(line.add(chunk(1, 20, 0)));
    QVERIFY(line.add(chunk(961, 20, 1'000'000)));
    QCOMPARE(line.certainBytes(), 20 * 48 * 4);
    QVERIFY(line.add(chunk(1921, 20, 2'000'000))); // behind a hole itself
    QCOMPARE(line.certainBytes(), 1020 * 48 * 4);
    QVERIFY(line.add(chunk(2881, 20, 2'020'000)));
    QCOMPARE(line.certainBytes(), 2040 * 48 * 4);
    QCOMPARE(all(line), row(1, 20) + silence(980) + row(961, 20) + silence(980) + row(1921, 40));
    QCOMPARE(line.certainBytes(), 0);
}

void TstSoundline::withoutATimeItFollows()
{
    ui::SoundLine line;
    line.begin(-40'000, farUs);
    QVERIFY(line.add(chunk(1, 20, -40'000)));
    QVERIFY(line.add(chunk(961, 20, 0))); // a time like any other until it has been
    QCOMPARE(all(line), row(1, 20) + row(961, 20));
    QCOMPARE(line.endUs(), 0);
    QVERIFY(line.add(chunk(1921, 60, 0)));
    QVERIFY(line.add(chunk(4801, 20, 0)));
    QVERIFY(line.add(chunk(5761, 20, 80'000)));
    QCOMPARE(line.endUs(), 100'000);
    QCOMPARE(all(line), row(1921, 60) + row(4801, 40));
}

void TstSoundline::beginsWhereItWasSought()
{
    ui::SoundLine line;
    line.begin(0, farUs);
    QVERIFY(line.add(chunk(1, 20, 0)));
    QVERIFY(line.add(chunk(961, 20, 9'000'000)));
    line.begin(4'000'000, farUs); // into a hole
    QVERIFY(line.isEmpty());
    QCOMPARE(line.startUs(), 4'000'000);
    QVERIFY(line.add(chunk(961, 20, 5'016'000)));
    QCOMPARE(line.startUs(), 4'000'000);
    QCOMPARE(all(line), silence(1016) + row(961, 20));
    line.begin(4'000'000, farUs); // into a chunk
    QVERIFY(!line.add(chunk(1, 20, 3'970'000)));
    QVERIFY(line.add(chunk(961, 20, 3'990'000)));
    QVERIFY(line.add(chunk(1921, 20, 4'010'000)));
    QCOMPARE(all(line), row(961 + 480, 30));
    line.begin(-500'000, farUs); // before the film
    QVERIFY(line.add(chunk(1, 20, 0)));
    QCOMPARE(all(line), silence(500) + row(1, 20));
    line.clear();
    QVERIFY(line.isEmpty());
}

void TstSoundline::nothingBehindTheEnd()
{
    ui::SoundLine line;
    line.begin(0, 60'000);
    QVERIFY(line.add(chunk(1, 20, 0)));
    QVERIFY(!line.add(chunk(961, 20, 60'000)));
    QVERIFY(!line.add(chunk(961, 20, std::numeric_limits<qint64>::max())));
    QVERIFY(line.add(chunk(961, 60, 20'000)));
    QCOMPARE(all(line), row(1, 80));
}

void TstSoundline::dropsWhatIsLate()
{
    ui::SoundLine line;
    line.begin(0, farUs);
    QVERIFY(line.add(chunk(1, 20, 0)));
    QVERIFY(line.add(chunk(961, 20, 100'000)));
    line.dropBefore(-1'000'000);
    QCOMPARE(line.startUs(), 0);
    line.dropBefore(90'000);
    QCOMPARE(line.startUs(), 90'000);
    line.dropBefore(110'000);
    QCOMPARE(numbers(line.take(5 * 48 * 4)), row(961 + 480, 5));
    line.dropBefore(9'000'000); // all that there is; what comes then is where it belongs
    QVERIFY(line.isEmpty());
    QCOMPARE(line.startUs(), 120'000);
    QVERIFY(line.add(chunk(1921, 20, 120'000)));
    QCOMPARE(all(line), row(1921, 20));
}

void TstSoundline::takesWholeFrames()
{
    ui::SoundLine line;
    line.begin(0, farUs);
    ui::SoundChunk odd = chunk(1, 20, 0);
    odd.pcm.append("\1\2\3", 3);
    QVERIFY(line.add(odd));
    QVERIFY(line.add(chunk(961, 20, 20'000)));
    QVERIFY(line.take(3).isEmpty());
    QVERIFY(line.take(-4).isEmpty());
    QCOMPARE(line.take(7).size(), 4);
    qint64 last = line.startUs();
    for (int n = 0; n < 1919; ++n) { // one by one, and no rounding adds up
        QCOMPARE(numbers(line.take(4)), Numbers{static_cast<quint32>(n) + 2});
        QVERIFY(line.startUs() - last >= 20 && line.startUs() - last <= 21);
        last = line.startUs();
    }
    QCOMPARE(line.startUs(), 40'000);
    QVERIFY(line.isEmpty());
}

QObject *make_tst_soundline();
QObject *make_tst_soundline()
{
    return new TstSoundline;
}

#include "tst_soundline.moc"
