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

private:
    QString path(const QString &name) const { return m_dir.filePath(name); }
    /// Two seconds of pictures, and of a tone of 440 Hz as @p sound says.
    bool make(const QString &name, const QStringList &sound) const;
    QTemporaryDir m_dir;
};

void TstFilmSound::initTestCase()
{
    QVERIFY(m_dir.isValid());
}

bool TstFilmSound::make(const QString &name, const QStringList &sound) const
{
    const QStringList made{QStringLiteral("-v"), QStringLiteral("error"), QStringLiteral("-y"), QStringLiteral("-f"), QStringLiteral("lavfi"), QStringLiteral("-i"),
                           QStringLiteral("testsrc2=s=64x48:r=25:d=2"), QStringLiteral("-f"), QStringLiteral("lavfi"), QStringLiteral("-i"),
                           QStringLiteral("sine=f=440:r=44100:d=2"), QStringLiteral("-c:v"), QStringLiteral("libx264"), QStringLiteral("-preset"),
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

QObject *make_tst_filmsound();
QObject *make_tst_filmsound()
{
    return new TstFilmSound;
}

#include "tst_filmsound.moc"
