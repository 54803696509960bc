// SPDX-License-Identifier: GPL-3.0-or-later
#include "decodedesk.h"

#include "../decode/testfilms.h"

#include <media/filmreader.h>
#include <media/inspector.h>

#include <decode/film.h>

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <array>
#include <cerrno>
#include <cstdlib>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/inotify.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace arb;
using media::MediaError;
using media::Protection;

/// Films through the real helper: what they tell, that pictures stay what they are, damage, and playlists in disguise.
class TstFilms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void whatAFilmTellsIsTheSame();
    void framesStayWhatTheyAre();
    void playedFramesHaveTheColoursOfTheWhole();
    void somethingIsShownAtOnce();
    void peaksComeWhileTheFilmIsOpen();
    void soundThatIsNotPlayedIsNamed();
    void damagedFilmsPlayWhatIsThere();
    void playlistsInDisguiseTouchNothing_data();
    void playlistsInDisguiseTouchNothing();

private:
    QString path(const QString &name) const { return m_dir.filePath(name); }
    QTemporaryDir m_dir;
};

static int numberIn(const QImage &image, int box = tests::filmBox)
{
    return tests::frameNumberIn([&](int x, int y) { return image.pixel(x, y); }, box);
}

void TstFilms::initTestCase()
{
    QVERIFY(m_dir.isValid());
    tests::FilmRecipe recipe;
    recipe.frames = 300;
    recipe.sound = true;
    recipe.codec += {QStringLiteral("-movflags"), QStringLiteral("+faststart")};
    QVERIFY(tests::makeFilm(path(QStringLiteral("a.mp4")), recipe));
    QVERIFY(tests::cutFile(path(QStringLiteral("a.mp4")), path(QStringLiteral("cut.mp4")), 0.6));
    // Large enough for pictures whose memory is used again.
    QVERIFY(tests::runTool(QStringLiteral("ffmpeg"), {QStringLiteral("-v"), QStringLiteral("error"), QStringLiteral("-y"), QStringLiteral("-i"), path(QStringLiteral("a.mp4")),
                                                      QStringLiteral("-an"), QStringLiteral("-frames:v"), QStringLiteral("40"), QStringLiteral("-vf"),
                                                      QStringLiteral("scale=1280:960"), QStringLiteral("-c:v"), QStringLiteral("libx264"), QStringLiteral("-preset"),
                                                      QStringLiteral("ultrafast"), path(QStringLiteral("large.mp4"))}));
}

void TstFilms::whatAFilmTellsIsTheSame()
{
    const media::DecodeService service(tests::realDecoder());
    for (const QString &name : {QStringLiteral("a.mp4"), QStringLiteral("cut.mp4")}) {
        const tests::OpenedFile file(path(name));
        media::FilmReader reader(service, QStringLiteral("case/buyer"));
        const auto info = reader.open(file.fd());
        const auto film = decode::Film::open(file.fd());
        QVERIFY(info.ok() && film.ok());
        const decode::FilmInfo &here = (*film)->info();
        QCOMPARE(info->keyFrames, QList<qint64>(here.keyFrames.begin(), here.keyFrames.end()));
        QCOMPARE(info->gaps.size(), static_cast<qsizetype>(here.gaps.size()));
        for (qsizetype n = 0; n < info->gaps.size(); ++n) {
            QCOMPARE(info->gaps[n].fromUs, here.gaps[static_cast<std::size_t>(n)].fromUs);
            QCOMPARE(info->gaps[n].toUs, here.gaps[static_cast<std::size_t>(n)].toUs);
        }
        const auto thumbnail = reader.thumbnail(here.ptsUs.at(40), QSize(160, 90));
        QVERIFY(thumbnail.ok());
        QCOMPARE(thumbnail->image.size(), QSize(160, 90));
        QCOMPARE(thumbnail->index, 0);
        QCOMPARE(numberIn(thumbnail->image, tests::filmBox / 2), 0);
    }
}

void TstFilms::framesStayWhatTheyAre()
{
    const media::DecodeService service(tests::realDecoder());
    const tests::OpenedFile file(path(QStringLiteral("large.mp4")));
    media::FilmReader reader(service, QStringLiteral("case/buyer"));
    QVERIFY(reader.open(file.fd()).ok());
    QList<QImage> kept;
    for (int index = 0; index < 30; ++index) {
        const auto frame = reader.frameAt(index);
        QVERIFY(frame.ok());
        QCOMPARE(numberIn(frame->image, 80), index);
        if (index % 3 == 0) // the others are dropped: their memory comes back for a later one
            kept.append(frame->image);
    }
    for (qsizetype n = 0; n < kept.size(); ++n)
        QCOMPARE(numberIn(kept[n], 80), int(3 * n));
}

/// An unlabelled film of this height has other colours than one of half its height: it is about the film, not about what is shown.
void TstFilms::playedFramesHaveTheColoursOfTheWhole()
{
    const media::DecodeService service(tests::realDecoder());
    const tests::OpenedFile file(path(QStringLiteral("large.mp4")));
    media::FilmReader reader(service, QStringLiteral("case/buyer"));
    QVERIFY(reader.open(file.fd()).ok());
    const auto whole = reader.frameAt(7), half = reader.frameCovering(7, QSize(600, 480));
    QVERIFY(whole.ok() && half.ok());
    QCOMPARE(whole->image.size(), QSize(1280, 960));
    QCOMPARE(half->image.size(), QSize(640, 480));
    QCOMPARE(half->index, 7);
    QCOMPARE(numberIn(half->image, 40), 7);
    const QImage one = whole->image.scaled(QSize(160, 120), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    const QImage other = half->image.scaled(QSize(160, 120), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    qint64 apart = 0;
    for (int y = 0; y < 120; ++y) {
        for (int x = 0; x < 160; ++x) {
            const QRgb a = one.pixel(x, y), b = other.pixel(x, y);
            apart += std::abs(qRed(a) - qRed(b)) + std::abs(qGreen(a) - qGreen(b)) + std::abs(qBlue(a) - qBlue(b));
        }
    }
    const double mean = static_cast<double>(apart) / (3.0 * 160 * 120);
    QVERIFY2(mean < 2.0, qPrintable(QString::number(mean)));
}

void TstFilms::somethingIsShownAtOnce()
{
    const media::DecodeService service(tests::realDecoder());
    const tests::OpenedFile file(path(QStringLiteral("a.mp4")));
    media::FilmReader reader(service, QStringLiteral("case/buyer"));
    QVERIFY(!reader.nearestAtOnce(3).ok()); // not open yet
    QVERIFY(!reader.thumbnail(0, QSize(10, 10)).ok());
    QVERIFY(reader.open(file.fd()).ok());
    const auto key = reader.nearestAtOnce(290);
    QVERIFY(key.ok());
    QCOMPARE(key->index, 250);
    QCOMPARE(numberIn(key->image), 250);
    const auto exact = reader.frameAt(290);
    QVERIFY(exact.ok());
    QCOMPARE(numberIn(exact->image), 290);
    QCOMPARE(reader.nearestAtOnce(290)->index, 290);
}

void TstFilms::peaksComeWhileTheFilmIsOpen()
{
    const media::DecodeService service(tests::realDecoder());
    const tests::OpenedFile file(path(QStringLiteral("a.mp4"))), silent(path(QStringLiteral("large.mp4")));
    media::FilmReader reader(service, QStringLiteral("case/buyer")), quiet(service, QStringLiteral("case/buyer"));
    QVERIFY(reader.peaks(10)->isEmpty()); // not open yet
    QVERIFY(reader.open(file.fd()).ok() && quiet.open(silent.fd()).ok());
    const auto peaks = reader.peaks(100);
    QVERIFY(peaks.ok());
    QCOMPARE(peaks->size(), 100);
    QVERIFY(peaks->at(50).high > 2500 && peaks->at(50).low < -2500); // a sine of an eighth of full scale
    QVERIFY(quiet.peaks(100)->isEmpty());
    QVERIFY(reader.frameAt(10).ok());
}

/// Silence that is only this program's must not be taken for the film's.
void TstFilms::soundThatIsNotPlayedIsNamed()
{
    const QStringList pictures{QStringLiteral("-v"), QStringLiteral("error"), QStringLiteral("-y"), QStringLiteral("-t"), QStringLiteral("1"), QStringLiteral("-i"),
                               path(QStringLiteral("a.mp4")), QStringLiteral("-c:v"), QStringLiteral("copy")};
    QVERIFY(tests::runTool(QStringLiteral("ffmpeg"), pictures + QStringList{QStringLiteral("-c:a"), QStringLiteral("dca"), QStringLiteral("-strict"), QStringLiteral("-2"),
                                                                            path(QStringLiteral("dts.mp4"))}));
    QVERIFY(tests::runTool(QStringLiteral("ffmpeg"), pictures + QStringList{QStringLiteral("-an"), path(QStringLiteral("silent.mp4"))}));
    const media::DecodeService service(tests::realDecoder());
    media::FileInspector inspector(service);
    const auto told = [&](const QString &name) {
        const tests::OpenedFile file(path(name));
        media::FilmReader reader(service, QStringLiteral("case/buyer"));
        const auto info = reader.open(file.fd());
        const QJsonObject facts = inspector.inspect(file.fd(), domain::ExhibitKind::Video);
        if (!info || info->hasSound != facts.value(QStringLiteral("hasSound")).toBool() || info->unplayedSound != facts.value(QStringLiteral("unplayedSound")).toString())
            return QStringLiteral("not the same");
        return info->hasSound ? QStringLiteral("heard") : info->unplayedSound;
    };
    QCOMPARE(told(QStringLiteral("dts.mp4")), QStringLiteral("dts"));
    QCOMPARE(told(QStringLiteral("silent.mp4")), QString());
    QCOMPARE(told(QStringLiteral("a.mp4")), QStringLiteral("heard"));
}

void TstFilms::damagedFilmsPlayWhatIsThere()
{
    const media::DecodeService service(tests::realDecoder());
    const tests::OpenedFile file(path(QStringLiteral("cut.mp4")));
    media::FilmReader reader(service, QStringLiteral("case/buyer"));
    const auto info = reader.open(file.fd());
    QVERIFY(info.ok());
    QVERIFY(!info->gaps.isEmpty());
    QVERIFY(info->ptsUs.size() < 300);
    QVERIFY(std::abs(info->gaps.constLast().toUs - 10'000'000) < 100'000); // 300 frames at 30 a second
    int shown = 0;
    for (qint64 index = 0; index < info->ptsUs.size(); ++index) {
        const auto frame = reader.frameAt(index);
        QVERIFY(frame.ok() || frame.error() == MediaError::Damaged);
        shown += frame && numberIn(frame->image) == frame->index ? 1 : 0;
    }
    QVERIFY2(shown > info->ptsUs.size() / 2, qPrintable(QString::number(shown)));
}

void TstFilms::playlistsInDisguiseTouchNothing_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("list");
    QTest::addColumn<int>("rung");
    const QByteArray none, film("\0\0\0\x18" "ftypmp42\0\0\0\0mp42isom", 24), matroska("\x1A\x45\xDF\xA3", 4), stream(QByteArray("\x47") + QByteArray(187, '\xFF'));
    const QByteArray hls("#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\nhttp://127.0.0.1:PORT/a.ts\n#EXTINF:10,\nLOCAL\n#EXT-X-ENDLIST\n");
    const QByteArray concat("ffconcat version 1.0\nfile 'LOCAL'\nfile 'http://127.0.0.1:PORT/a.ts'\n");
    for (const Protection rung : {Protection::Process, Protection::Namespaces}) { // without locks the decoder itself has to refuse
        QTest::addRow("m3u8, rung %d", int(rung)) << none << hls << int(rung);
        QTest::addRow("concat, rung %d", int(rung)) << none << concat << int(rung);
        QTest::addRow("m3u8 behind the beginning of an MP4, rung %d", int(rung)) << film << hls << int(rung);
        QTest::addRow("m3u8 behind the beginning of a Matroska, rung %d", int(rung)) << matroska << hls << int(rung);
        QTest::addRow("m3u8 behind packets of a stream, rung %d", int(rung)) << stream + stream + stream << hls << int(rung);
    }
}

void TstFilms::playlistsInDisguiseTouchNothing()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, list);
    QFETCH(int, rung);
    const int listener = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto *plain = reinterpret_cast<sockaddr *>(&address);
    QVERIFY(listener >= 0 && ::bind(listener, plain, size) == 0 && ::listen(listener, 4) == 0 && ::getsockname(listener, plain, &size) == 0);
    const QString local = path(QStringLiteral("a.mp4")), disguised = path(QStringLiteral("disguised.mp4"));
    list.replace("PORT", QByteArray::number(ntohs(address.sin_port))).replace("LOCAL", QFile::encodeName(local));
    QFile file(disguised);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(before + list), before.size() + list.size());
    file.close();
    const int watch = ::inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    QVERIFY(watch >= 0 && ::inotify_add_watch(watch, QFile::encodeName(local).constData(), IN_OPEN | IN_ACCESS) >= 0);
    {
        const media::DecodeService service(tests::realDecoder(Protection(rung)));
        const tests::OpenedFile opened(disguised);
        media::FilmReader reader(service, QStringLiteral("case/buyer"));
        QVERIFY(!reader.open(opened.fd()).ok());
    } // the helper has ended: whatever it would have touched, it has touched
    std::array<char, 4096> events{};
    QVERIFY2(::read(watch, events.data(), events.size()) < 0 && errno == EAGAIN, "the local file was opened");
    QVERIFY2(::accept(listener, nullptr, nullptr) < 0 && errno == EAGAIN, "somebody called the address");
    {
        const tests::OpenedFile seen(local); // the watch does see it
        QVERIFY(::read(watch, events.data(), events.size()) > 0);
    }
    ::close(watch);
    ::close(listener);
}

QObject *make_tst_films();
QObject *make_tst_films()
{
    return new TstFilms;
}

#include "tst_films.moc"
