// SPDX-License-Identifier: GPL-3.0-or-later
#include "testfilms.h"

#include <decode/film.h>

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <cstdint>
#include <cstdlib>

using namespace arb;

/// Films with sound: of which kinds it is heard, and what is said of the others. How long films are.
class TstFilmSound : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void kindsOfSoundAreHeard_data();
    void kindsOfSoundAreHeard();
    void otherKindsAreNamed();
    void ofTwoSoundsOneIsHeard();
    void lengthsAreThoseOfTheFrames_data();
    void lengthsAreThoseOfTheFrames();
    void soundBehindTheLastPictureCounts_data();
    void soundBehindTheLastPictureCounts();
    void onlySoundThatIsThereCounts();
    void joinedRecordingsEndWithTheLastSound();

private:
    QString path(const QString &name) const { return m_dir.filePath(name); }
    /// Two seconds of pictures, and @p seconds of a tone of 440 Hz, as @p sound says.
    bool make(const QString &name, const QStringList &sound, double seconds = 2) const;
    QTemporaryDir m_dir;
};

void TstFilmSound::initTestCase()
{
    QVERIFY(m_dir.isValid());
}

bool TstFilmSound::make(const QString &name, const QStringList &sound, double seconds) const
{
    const QStringList made{QStringLiteral("-v"), QStringLiteral("error"), QStringLiteral("-y"), QStringLiteral("-f"), QStringLiteral("lavfi"), QStringLiteral("-i"),
                           QStringLiteral("testsrc2=s=64x48:r=25:d=2"), QStringLiteral("-f"), QStringLiteral("lavfi"), QStringLiteral("-i"),
                           QStringLiteral("sine=f=440:r=44100:d=%1").arg(seconds), QStringLiteral("-c:v"), QStringLiteral("libx264"), QStringLiteral("-preset"),
                           QStringLiteral("ultrafast")};
    return tests::runTool(QStringLiteral("ffmpeg"), made + sound + QStringList{path(name)});
}

void TstFilmSound::kindsOfSoundAreHeard_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QStringList>("sound");
    const auto row = [](const char *name, const QString &file, const QString &codec, const QStringList &more = {}) {
        QTest::newRow(name) << file << QStringList{QStringLiteral("-c:a"), codec} + more;
    };
    row("MP2 in a transport stream", QStringLiteral("mp2.ts"), QStringLiteral("mp2"));
    row("MP3 in AVI", QStringLiteral("mp3.avi"), QStringLiteral("libmp3lame"));
    row("AAC as broadcast", QStringLiteral("latm.ts"), QStringLiteral("aac"), {QStringLiteral("-mpegts_flags"), QStringLiteral("latm")});
    row("A-law in MOV", QStringLiteral("alaw.mov"), QStringLiteral("pcm_alaw"));
    row("A-law in AVI", QStringLiteral("alaw.avi"), QStringLiteral("pcm_alaw"));
    row("mu-law in Matroska", QStringLiteral("mulaw.mkv"), QStringLiteral("pcm_mulaw"));
    row("IMA ADPCM in AVI", QStringLiteral("ima.avi"), QStringLiteral("adpcm_ima_wav"));
    row("Microsoft ADPCM in AVI", QStringLiteral("ms.avi"), QStringLiteral("adpcm_ms"));
    row("IMA ADPCM in MOV", QStringLiteral("ima.mov"), QStringLiteral("adpcm_ima_qt"));
    row("Apple Lossless", QStringLiteral("alac.mov"), QStringLiteral("alac"));
    row("AC-3", QStringLiteral("ac3.ts"), QStringLiteral("ac3"));
    row("E-AC-3", QStringLiteral("eac3.mp4"), QStringLiteral("eac3"));
    row("FLAC", QStringLiteral("flac.mkv"), QStringLiteral("flac"));
    row("Vorbis", QStringLiteral("vorbis.mkv"), QStringLiteral("libvorbis"));
    row("Opus", QStringLiteral("opus.webm"), QStringLiteral("libopus"), {QStringLiteral("-c:v"), QStringLiteral("libvpx")});
    row("PCM of 24 bits", QStringLiteral("s24.mov"), QStringLiteral("pcm_s24le"));
    row("PCM of 24 bits, high byte first", QStringLiteral("s24be.mov"), QStringLiteral("pcm_s24be"));
    row("PCM of 8 bits", QStringLiteral("s8.mov"), QStringLiteral("pcm_s8"));
}

void TstFilmSound::kindsOfSoundAreHeard()
{
    QFETCH(QString, file);
    QFETCH(QStringList, sound);
    QVERIFY(make(file, sound));
    const tests::OpenedFile opened(path(file));
    const auto film = decode::Film::open(opened.fd());
    QVERIFY(film.ok());
    QVERIFY((*film)->info().hasSound);
    const auto heard = decode::Sound::open(opened.fd());
    QVERIFY(heard.ok());
    int crossings = 0;
    qint64 samples = 0;
    bool below = false; // clearly: what a codec makes of silence trembles about zero
    while (samples < decode::Sound::sampleRate) {
        const auto chunk = (*heard)->next();
        QVERIFY(chunk.ok());
        QVERIFY(!chunk->samples.empty());
        for (std::size_t i = 0; i < chunk->samples.size() && samples < decode::Sound::sampleRate; i += 2, ++samples) {
            constexpr int clearly = 500; // of the tone's 4,096
            crossings += below && chunk->samples[i] > clearly ? 1 : 0;
            below = chunk->samples[i] < -clearly || (below && chunk->samples[i] <= clearly);
        }
    }
    // One second of 440 Hz, less what a codec needs to begin.
    QVERIFY2(crossings > 400 && crossings < 450, qPrintable(QString::number(crossings)));
}

void TstFilmSound::otherKindsAreNamed()
{
    QVERIFY(make(QStringLiteral("dts.mp4"), {QStringLiteral("-c:a"), QStringLiteral("dca"), QStringLiteral("-strict"), QStringLiteral("-2")}));
    QVERIFY(make(QStringLiteral("none.mp4"), {QStringLiteral("-an")}));
    const tests::OpenedFile other(path(QStringLiteral("dts.mp4"))), none(path(QStringLiteral("none.mp4")));
    const auto film = decode::Film::open(other.fd()), silent = decode::Film::open(none.fd());
    QVERIFY(film.ok() && silent.ok());
    QVERIFY(!(*film)->info().hasSound);
    QCOMPARE((*film)->info().soundKind, std::string("dts"));
    QCOMPARE(decode::Sound::open(other.fd()).error(), decode::DecodeError::Refused);
    QVERIFY(!(*silent)->info().hasSound);
    QCOMPARE((*silent)->info().soundKind, std::string());
}

/// The file calls the other one the first choice.
void TstFilmSound::ofTwoSoundsOneIsHeard()
{
    QVERIFY(make(QStringLiteral("two.mkv"), {QStringLiteral("-map"), QStringLiteral("0:v"), QStringLiteral("-map"), QStringLiteral("1:a"), QStringLiteral("-map"),
                                             QStringLiteral("1:a"), QStringLiteral("-c:a:0"), QStringLiteral("dca"), QStringLiteral("-c:a:1"), QStringLiteral("aac"),
                                             QStringLiteral("-strict"), QStringLiteral("-2"), QStringLiteral("-disposition:a:0"), QStringLiteral("default"),
                                             QStringLiteral("-disposition:a:1"), QStringLiteral("0")}));
    const tests::OpenedFile opened(path(QStringLiteral("two.mkv")));
    const auto film = decode::Film::open(opened.fd());
    QVERIFY(film.ok());
    QVERIFY((*film)->info().hasSound);
    QCOMPARE((*film)->info().soundKind, std::string("aac"));
    const auto heard = decode::Sound::open(opened.fd());
    QVERIFY(heard.ok());
    const auto chunk = (*heard)->next();
    QVERIFY(chunk.ok() && !chunk->samples.empty());
}

void TstFilmSound::lengthsAreThoseOfTheFrames_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QStringList>("pictures");
    QTest::addColumn<qint64>("lastsUs");
    const QStringList one{QStringLiteral("-frames:v"), QStringLiteral("1")};
    // Ten frames of a tenth of a second, of which the fifth stays for three seconds more.
    const QStringList gap{QStringLiteral("-frames:v"), QStringLiteral("10"), QStringLiteral("-vf"), QStringLiteral("settb=1/90000,setpts='N*9000+if(gte(N,5),270000,0)'"),
                          QStringLiteral("-fps_mode"), QStringLiteral("passthrough"), QStringLiteral("-enc_time_base"), QStringLiteral("1/90000"), QStringLiteral("-bf"),
                          QStringLiteral("0")};
    QTest::newRow("one frame") << QStringLiteral("one.mp4") << one << qint64(40'000);
    QTest::newRow("one frame, Matroska") << QStringLiteral("one.mkv") << one << qint64(40'000);
    QTest::newRow("a gap; the encoder says of the last what a frame is at its rate") << QStringLiteral("gap.mp4") << gap << qint64(40'000);
    QTest::newRow("a gap; nothing is said of the last") << QStringLiteral("gap.ts") << gap << qint64(100'000);
    QTest::newRow("a gap; the same is said of all, and is true of none") << QStringLiteral("gap.mkv") << gap << qint64(100'000);
}

/// A film ends when its last frame has had its time, and not when an average frame would have.
void TstFilmSound::lengthsAreThoseOfTheFrames()
{
    QFETCH(QString, file);
    QFETCH(QStringList, pictures);
    QFETCH(qint64, lastsUs);
    QVERIFY(make(file, QStringList{QStringLiteral("-an")} + pictures));
    const tests::OpenedFile opened(path(file));
    const auto film = decode::Film::open(opened.fd());
    QVERIFY(film.ok());
    const decode::FilmInfo &info = (*film)->info();
    const std::int64_t lasts = info.ptsUs.front() + info.durationUs - info.ptsUs.back();
    QVERIFY2(std::abs(lasts - lastsUs) <= 1000, qPrintable(QString::number(lasts))); // Matroska counts milliseconds
}

void TstFilmSound::soundBehindTheLastPictureCounts_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("codec");
    QTest::addColumn<double>("seconds");
    QTest::addColumn<qint64>("lastsUs");
    constexpr qint64 pictures = 2'000'000, whole = 4'000'000;
    const QString aac = QStringLiteral("aac");
    QTest::newRow("MP4") << QStringLiteral("long.mp4") << aac << 4.0 << whole;
    QTest::newRow("MOV, PCM") << QStringLiteral("long.mov") << QStringLiteral("pcm_s16le") << 4.0 << whole;
    QTest::newRow("Matroska") << QStringLiteral("long.mkv") << aac << 4.0 << whole;
    QTest::newRow("AVI") << QStringLiteral("long.avi") << QStringLiteral("pcm_s16le") << 4.0 << whole;
    QTest::newRow("transport stream") << QStringLiteral("long.ts") << QStringLiteral("mp2") << 4.0 << whole;
    QTest::newRow("shorter than the pictures") << QStringLiteral("short.mp4") << aac << 1.0 << pictures;
    QTest::newRow("filled up") << QStringLiteral("filled.mp4") << aac << 2.1 << pictures;
    QTest::newRow("filled up, transport stream") << QStringLiteral("filled.ts") << aac << 2.05 << pictures;
    QTest::newRow("not played") << QStringLiteral("unheard.mkv") << QStringLiteral("tta") << 4.0 << pictures;
}

/// It can be heard to its end, and the pictures keep their numbers and times.
void TstFilmSound::soundBehindTheLastPictureCounts()
{
    QFETCH(QString, file);
    QFETCH(QString, codec);
    QFETCH(double, seconds);
    QFETCH(qint64, lastsUs);
    QVERIFY(make(file, {QStringLiteral("-c:a"), codec}, seconds));
    const tests::OpenedFile opened(path(file));
    const auto film = decode::Film::open(opened.fd());
    QVERIFY(film.ok());
    const decode::FilmInfo &info = (*film)->info();
    QCOMPARE(info.ptsUs.size(), std::size_t{50});
    QVERIFY(std::abs(info.ptsUs.back() - info.ptsUs.front() - 1'960'000) <= 1000);
    const qint64 inexact = lastsUs > 2'000'000 ? 60'000 : 1'000; // sound comes in packets
    QVERIFY2(std::abs(info.durationUs - lastsUs) <= inexact, qPrintable(QString::number(info.durationUs)));
    QVERIFY(info.gaps.empty()); // no pictures are missing
    const auto last = (*film)->frameAt(49);
    QVERIFY(last.ok());
    QCOMPARE(last->index, 49);
}

/// The table in front still tells of what was cut off.
void TstFilmSound::onlySoundThatIsThereCounts()
{
    QVERIFY(make(QStringLiteral("front.mp4"), {QStringLiteral("-c:a"), QStringLiteral("pcm_s16be"), QStringLiteral("-f"), QStringLiteral("mov"), QStringLiteral("-movflags"),
                                               QStringLiteral("+faststart")}, 8));
    QVERIFY(tests::cutFile(path(QStringLiteral("front.mp4")), path(QStringLiteral("cut.mp4")), 0.7)); // mostly sound, of a constant rate
    const tests::OpenedFile whole(path(QStringLiteral("front.mp4"))), cut(path(QStringLiteral("cut.mp4")));
    const auto all = decode::Film::open(whole.fd()), left = decode::Film::open(cut.fd());
    QVERIFY(all.ok() && left.ok());
    QVERIFY(std::abs((*all)->info().durationUs - 8'000'000) <= 60'000);
    QCOMPARE((*left)->info().ptsUs.size(), std::size_t{50});
    const std::int64_t lasts = (*left)->info().durationUs;
    QVERIFY2(lasts > 3'000'000 && lasts < 7'000'000, qPrintable(QString::number(lasts)));
}

/// The second begins when the pictures of the first end, and its sound goes on for two seconds behind its own.
void TstFilmSound::joinedRecordingsEndWithTheLastSound()
{
    QVERIFY(make(QStringLiteral("each.ts"), {QStringLiteral("-c:a"), QStringLiteral("mp2")}, 4));
    QFile each(path(QStringLiteral("each.ts"))), joined(path(QStringLiteral("joined.ts")));
    QVERIFY(each.open(QIODevice::ReadOnly) && joined.open(QIODevice::WriteOnly));
    const QByteArray bytes = each.readAll();
    QVERIFY(joined.write(bytes + bytes) == 2 * bytes.size() && joined.flush());
    const tests::OpenedFile opened(joined.fileName());
    const auto film = decode::Film::open(opened.fd());
    QVERIFY(film.ok());
    QCOMPARE((*film)->info().ptsUs.size(), std::size_t{100});
    QVERIFY2(std::abs((*film)->info().durationUs - 6'000'000) <= 100'000, qPrintable(QString::number((*film)->info().durationUs)));
}

QObject *make_tst_filmsound();
QObject *make_tst_filmsound()
{
    return new TstFilmSound;
}

#include "tst_filmsound.moc"
